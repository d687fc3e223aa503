import Foundation
import Imaging
import Measuring
import Records
import Scanning

/// Where the bench works, and with what: a folder of its own that is gone afterwards, the program, the pages.
final class Workbench {
    let folder: String
    /// The program under measurement, in release.
    let program: String
    let pages: [BenchPage]
    /// Where the pages come from, for the table's head.
    let source: String
    private(set) var rows: [Row] = []
    private var made = 0
    /// The data folder that the first row read and delivered.
    var readStore: String?

    init(pages source: String, program: String) throws {
        self.source = source
        self.program = program
        pages = BenchPage.all(below: source)
        let root = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        folder = root + "/tramquet-bench-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
    }

    func clear() { try? FileManager.default.removeItem(atPath: folder) }

    /// Nothing of the person's own settings reaches what is measured.
    var environment: [String: String] {
        [
            "HOME": folder + "/home", "XDG_CONFIG_HOME": folder + "/home/.config", "XDG_DATA_HOME": folder + "/home/.local/share",
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "BENCH_LOG": folder + "/errors.log",
        ]
    }

    /// A new name in the bench's folder.
    func fresh(_ name: String) -> String {
        made += 1
        return "\(folder)/\(made)-\(name)"
    }

    /// The program itself, headless.
    func tramquet(_ arguments: [String], data: String, environment more: [String: String] = [:]) -> Command {
        Command(
            program: program, arguments: arguments + ["--data", data], environment: environment.merging(more) { $1 })
    }

    /// A peer, or nil when it is not installed.
    func peer(_ name: String, _ arguments: [String], environment more: [String: String] = [:]) -> Command? {
        Command.find(name).map { Command(program: $0, arguments: arguments, environment: environment.merging(more) { $1 }) }
    }

    /// Measures some rows, or says why it could not be.
    func measure(_ what: String, _ body: () throws -> [Row]) {
        FileHandle.standardError.write(Data("… \(what)\n".utf8))
        do { rows += try body() } catch { rows.append(Row(what, ours: "failed", note: "\(error)")) }
    }

    /// How often a measurement of this many pages is repeated: five times when that is a matter of seconds.
    func times(pages: Int) -> Int { pages <= 8 ? 5 : pages <= 20 ? 3 : 1 }

    /// A data folder with one dossier that holds these pages, imported as they are and not yet read.
    func imported(_ pages: [BenchPage], name: String) throws -> String {
        let data = fresh(name)
        try tramquet(["dossier", "add", Workbench.dossier, "--title", "Bench", "--sheets", String(pages.count)], data: data).run()
        try tramquet(["import-pages", "--dossier", Workbench.dossier] + pages.map(\.path), data: data).run()
        return data
    }

    static let dossier = "H99.2026.01.BE"
}

/// A page to measure with.
struct BenchPage {
    let path: String
    let header: ImageHeader

    /// All pages in a folder and the folders in it, in natural order.
    static func all(below folder: String) -> [BenchPage] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { ["jpg", "jpeg", "png", "tif", "tiff"].contains(($0 as NSString).pathExtension.lowercased()) }
            .map { folder + "/" + $0 }.sorted(by: NaturalOrder.precedes)
            .compactMap { path in (try? ImageHeader.read(path: path)).map { BenchPage(path: path, header: $0) } }
    }
}

extension BenchPage {
    /// Each n-th of them.
    static func some(below folder: String, every: Int) -> [BenchPage] {
        let all = all(below: folder)
        return all.indices.filter { $0 % max(1, every) == 0 }.map { all[$0] }
    }

    /// The lines of a file that says what a person saw on pages, in words; none without a file.
    static func truth(_ file: String?) throws -> [[String]] {
        let text = try file.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? ""
        return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }
}

/// How to get the peers.
enum Peers {
    static let missing = "–"
    static let hint = "missing peers: sudo apt-get install ocrmypdf tesseract-ocr tesseract-ocr-vie img2pdf sane-utils chafa imagemagick sqlite3"
}
