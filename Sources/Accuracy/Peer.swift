import Foundation
import Measuring

/// Another program that reads pages: its text of a page, as plain as it comes.
enum Peer: String, CaseIterable, Sendable {
    case tesseract, ocrmypdf

    struct Missing: Error, CustomStringConvertible {
        let peer: Peer
        var description: String { "\(peer.rawValue) is not installed: sudo apt install \(peer == .tesseract ? "tesseract-ocr" : "ocrmypdf")" }
    }

    func texts(of pages: [TruthPage], language: String, workers: Int, cache: ResultCache?) throws -> [String] {
        guard let program = Command.find(rawValue) else { throw Missing(peer: self) }
        return try concurrently(pages, workers: workers) { page in
            if let kept = cache?.value(of: page.file) { return String(decoding: kept, as: UTF8.self) }
            let text = try text(of: page.file, program, language)
            try cache?.keep(Data(text.utf8), of: page.file)
            return text
        }
    }

    private func text(of file: String, _ program: String, _ language: String) throws -> String {
        switch self {
        case .tesseract:
            return try Command(program: program, arguments: [file, "-", "-l", language]).run().lines.map(\.text).joined(separator: "\n")
        case .ocrmypdf:
            let sidecar = NSTemporaryDirectory() + "tramquet-accuracy-" + UUID().uuidString
            // Root's /dev/null would be replaced by a file.
            let output = sidecar + ".pdf"
            defer { for file in [sidecar, output] { unlink(file) } }
            let options = ["-q", "-l", language, "--jobs", "1", "--image-dpi", "300", "--output-type", "pdf", "--sidecar", sidecar]
            try Command(program: program, arguments: options + [file, output]).run()
            return try String(contentsOfFile: sidecar, encoding: .utf8)
        }
    }
}
