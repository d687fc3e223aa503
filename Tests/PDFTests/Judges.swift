import Foundation
import ProgramKit

/// Programs we did not write, which judge our files.
enum Judge {
    /// PDFBox preflight (Debian: libpdfbox2-java libactivation-java libjaxb-api-java libcommons-io-java default-jre-headless).
    static func preflight(_ path: String) throws -> Outcome {
        let jars = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api"]
            .map { "/usr/share/java/\($0).jar" }
        for jar in jars where !FileManager.default.fileExists(atPath: jar) { throw Tool.Missing(name: jar) }
        return try Tool.run(
            "java", ["-cp", jars.joined(separator: ":"), "org.apache.pdfbox.preflight.Validator_A1b", path])
    }

    /// The error codes preflight names, such as `3.1.11`.
    static func complaints(_ verdict: Outcome) -> [String] {
        verdict.output.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: ":")
            guard let first = fields.first?.trimmingCharacters(in: .whitespaces), fields.count > 1 else { return nil }
            return first.allSatisfy { $0.isNumber || $0 == "." } && first.contains(".") ? first : nil
        }
    }

    /// The text in the order of the content, form feeds between pages taken out.
    static func rawText(_ path: String) throws -> String {
        try Tool.run("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).output.replacingOccurrences(of: "\u{0C}", with: "")
    }

    struct WordBox {
        let text: String
        /// Points.
        let left, top, right, bottom: Double
    }

    static func wordBoxes(_ path: String) throws -> [WordBox] {
        let output = try Tool.run("pdftotext", ["-bbox", "-raw", path, "-"]).output
        return output.split(separator: "\n").filter { $0.contains("<word ") }.compactMap { line in
            let pieces = line.split(separator: "\"")
            guard pieces.count == 9, let end = pieces[8].range(of: "</word>") else { return nil }
            let numbers = [1, 3, 5, 7].compactMap { Double(pieces[$0]) }
            guard numbers.count == 4 else { return nil }
            return WordBox(
                text: String(pieces[8][pieces[8].index(after: pieces[8].startIndex)..<end.lowerBound]),
                left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
        }
    }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "tramquet-pdf-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
}
