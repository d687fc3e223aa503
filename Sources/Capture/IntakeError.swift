import Files
import Texts

/// What keeps a watched folder from being used.
public enum IntakeError: ReportableError, Equatable {
    case noSuchFolder(String)
    case notAFolder(String)
    case notWritable(String)
    /// It stays where it is.
    case cannotMove(String, SystemError)
    case cannotLook(SystemError)

    public var code: String {
        switch self {
        case .noSuchFolder: "no_such_folder"
        case .notAFolder: "not_a_folder"
        case .notWritable: "folder_not_writable"
        case .cannotMove: "file_not_movable"
        case .cannotLook: "folder_unreadable"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .noSuchFolder, .notAFolder: .missingInput
        case .notWritable: .cannotCreate
        case .cannotMove, .cannotLook: .inputOutput
        }
    }

    public var message: Phrase {
        switch self {
        case .noSuchFolder(let path): Text.incomingNoFolder.with(["path": path])
        case .notAFolder(let path): Text.notAFolder.with(["path": path])
        case .notWritable(let path): Text.incomingNotWritable.with(["path": path])
        case .cannotMove(let file, let error): Text.incomingNotMovable.with(["file": file, "errno": String(error.errno)])
        case .cannotLook(let error): Text.incomingNotReadable.with(["path": error.path, "errno": String(error.errno)])
        }
    }

    public var kept: Phrase { Text.incomingAllKept.phrase }

    public var todo: Phrase {
        switch self {
        case .noSuchFolder, .notAFolder, .cannotLook: Text.incomingCheckFolder.phrase
        case .notWritable, .cannotMove: Text.incomingAllowMoving.phrase
        }
    }
}

/// A file that could not be taken in, and where it lies now.
public struct RefusedIncoming: ReportableError {
    public let cause: any ReportableError
    /// From the watched folder.
    public let path: String
    /// So many were entered before it went wrong.
    public let pages: Int

    public var code: String { cause.code }
    public var exitCode: ExitCode { cause.exitCode }
    public var message: Phrase { cause.message }
    public var kept: Phrase {
        pages == 0 ? Text.incomingRefusedKept.with(["path": path]) : Text.incomingRefusedBegun.with(["path": path, "pages": String(pages)])
    }
    public var todo: Phrase { cause.todo }

    /// What is written beside the file.
    func note(of name: String) -> String {
        ([name] + [message, kept, todo].map { $0(.vi) }).joined(separator: "\n") + "\n"
    }
}
