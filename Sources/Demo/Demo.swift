import Files
import Foundation
import Texts

/// What `tramquet demo` works on: papers of an invented district that look scanned, and the register they belong to.
///
/// The pages are drawn by `Sources/Scripts/make-demo-pages`. They form one duplex stack, odd is front and even is back,
/// and make up the first dossier of the register completely.
public enum Demo {
    /// `0001.jpg` … in the order of the stack, where the program is installed.
    ///
    /// Looked for beside the program (as SwiftPM leaves it) and in `../share/tramquet`. SwiftPM's own `Bundle.module`
    /// ends the program when it finds nothing.
    public static func sampleFolder() throws(DemoError) -> String {
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        let candidates = [folder, folder.appendingPathComponent("../share/tramquet")]
            .map { $0.appendingPathComponent("tramquet_Demo.resources/pages").standardized.path }
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0 + "/0001.jpg") }) else {
            throw .pagesMissing
        }
        return found
    }

    /// Copies the pages into a folder, made if absent. Pages that are there already stay as they are.
    /// - Returns: file names in the order of the stack.
    @discardableResult
    public static func copyPages(to folder: String) throws(DemoError) -> [String] {
        let source = try sampleFolder()
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: source).filter { $0.hasSuffix(".jpg") }.sorted()
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotCopy(path: folder)
        }
        for name in names where !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
            do throws(SystemError) {
                try Files.create("\(folder)/\(name)", Files.bytes(of: "\(source)/\(name)"), mode: 0o660, flush: false)
            } catch {
                throw error.isDiskFull ? .diskFull : .cannotCopy(path: folder)
            }
        }
        return names
    }
}

/// Why the demo cannot begin.
public enum DemoError: Error, Sendable, Hashable {
    case pagesMissing
    case cannotCopy(path: String)
    case diskFull
}

extension DemoError: ReportableError {
    public var code: String {
        switch self {
        case .pagesMissing: "demo_pages_missing"
        case .cannotCopy: "demo_cannot_copy"
        case .diskFull: "disk_full"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .pagesMissing: .missingInput
        case .cannotCopy: .cannotCreate
        case .diskFull: .inputOutput
        }
    }

    public var message: Phrase {
        switch self {
        case .pagesMissing: Text.demoPagesMissing.phrase
        case .cannotCopy(let path): Text.demoCannotCopy.with(["path": path])
        case .diskFull: Text.diskIsFull.phrase
        }
    }

    public var kept: Phrase { Text.nothingChanged.phrase }

    public var todo: Phrase {
        switch self {
        case .pagesMissing: Text.demoInstallAgain.phrase
        case .cannotCopy: Text.demoChooseFolder.phrase
        case .diskFull: Text.freeDiskSpace.phrase
        }
    }
}
