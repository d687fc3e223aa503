import Foundation

/// Programs we did not write, which judge what we deliver. A missing one fails the test: see README, "Tests".
enum Judge {
    struct Verdict {
        let status: Int32
        let output: String
    }

    struct NotInstalled: Error {
        let tool: String
    }

    static func run(_ tool: String, _ arguments: [String], in folder: String = "/") throws -> Verdict {
        let places = ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + tool }
        guard let path = places.first(where: FileManager.default.isExecutableFile(atPath:)) else { throw NotInstalled(tool: tool) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Verdict(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }

    static func checksumsHold(_ folder: String) throws -> Bool {
        try run("sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"], in: folder).status == 0
    }

    static func databaseIsWhole(_ path: String) throws -> Bool {
        try run("sqlite3", [path, "PRAGMA integrity_check"]).output == "ok\n"
    }

    static func isCleanPDF(_ path: String) throws -> Bool {
        try run("qpdf", ["--check", path]).status == 0
    }

    /// The text in the order of the content, form feeds between pages taken out.
    static func rawText(_ path: String) throws -> String {
        try run("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).output.replacingOccurrences(of: "\u{0C}", with: "")
    }
}

/// A file system of a given size that is really full when it is full. Needs root, as continuous integration has it.
final class SmallDisk {
    struct NeedsRoot: Error, CustomStringConvertible {
        var description: String { "Run the tests as root: a full disk is a mounted tmpfs." }
    }

    let path: String

    init(_ path: String, kilobytes: Int) throws {
        self.path = path
        guard geteuid() == 0 else { throw NeedsRoot() }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard try Judge.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path]).status == 0 else { throw NeedsRoot() }
    }

    func grow(kilobytes: Int) throws {
        _ = try Judge.run("mount", ["-o", "remount,size=\(kilobytes)k", path])
    }

    func makeReadOnly() throws {
        _ = try Judge.run("mount", ["-o", "remount,ro", path])
    }

    deinit { _ = try? Judge.run("umount", ["-l", path]) }
}
