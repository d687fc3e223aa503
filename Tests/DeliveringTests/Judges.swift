import Foundation
import ProgramKit

/// Programs we did not write, which judge what we deliver.
enum Judge {
    static func checksumsHold(_ folder: String) throws -> Bool {
        try Tool.run("sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"], in: folder).code == 0
    }

    static func databaseIsWhole(_ path: String) throws -> Bool {
        try Tool.run("sqlite3", [path, "PRAGMA integrity_check"]).output == "ok\n"
    }

    static func isCleanPDF(_ path: String) throws -> Bool {
        try Tool.run("qpdf", ["--check", path]).code == 0
    }

    /// The text in the order of the content, form feeds between pages taken out.
    static func rawText(_ path: String) throws -> String {
        try Tool.run("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).output.replacingOccurrences(of: "\u{0C}", with: "")
    }
}
