import Texts

/// What is wrong with a TOML file: where, and what was expected.
public enum TOMLFailure: ReportableError, Equatable {
    case unreadable(file: String)
    case unwritable(file: String)
    case diskFull(file: String)
    case tooLarge(file: String)
    case notUTF8(file: String)
    /// Line 0 when the parser does not say.
    case syntax(file: String, line: Int, what: String)
    case wrongType(file: String, key: String, expected: String)
    case outOfRange(file: String, key: String, range: String)
    case unknownKey(file: String, key: String)

    public var code: String {
        switch self {
        case .unreadable: "configuration_unreadable"
        case .unwritable: "configuration_unwritable"
        case .diskFull: "disk_full"
        case .tooLarge: "configuration_too_large"
        case .notUTF8: "configuration_not_utf8"
        case .syntax: "configuration_syntax"
        case .wrongType: "configuration_wrong_type"
        case .outOfRange: "configuration_out_of_range"
        case .unknownKey: "configuration_unknown_key"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .unwritable: .cannotCreate
        case .diskFull: .inputOutput
        default: .configuration
        }
    }

    public var message: Phrase {
        switch self {
        case .unreadable(let file): Text.tomlUnreadable.with(["file": file])
        case .unwritable(let file): Text.tomlUnwritable.with(["file": file])
        case .diskFull: Text.diskIsFull.phrase
        case .tooLarge(let file): Text.tomlTooLarge.with(["file": file])
        case .notUTF8(let file): Text.tomlNotUTF8.with(["file": file])
        case .syntax(let file, let line, let what): Text.tomlSyntax.with(["file": file, "line": String(line), "what": what])
        case .wrongType(let file, let key, let expected):
            Text.tomlWrongType.with(["file": file, "key": key, "expected": expected])
        case .outOfRange(let file, let key, let range): Text.tomlOutOfRange.with(["file": file, "key": key, "range": range])
        case .unknownKey(let file, let key): Text.tomlUnknownKey.with(["file": file, "key": key])
        }
    }

    public var kept: Phrase { Text.nothingChanged.phrase }
    public var todo: Phrase {
        switch self {
        case .diskFull: Text.freeDiskSpace.phrase
        case .unwritable: Text.chooseWritableFolder.phrase
        default: Text.tomlCorrect.phrase
        }
    }
}
