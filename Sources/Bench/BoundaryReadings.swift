import Extraction
import Foundation
import Imaging
import Measuring
import Recognition
import Records
import Scanning

/// A page of a measured dossier, read.
struct ReadBoundaryPage: Codable {
    var truth: DrawnPage
    var reading: RecognisedPage
    var quarterTurns: Int
    /// Pixels of the stored image.
    var width: Int
    var height: Int
}

/// A drawn mục lục văn bản, read.
struct ReadContents: Codable {
    var truth: DrawnContents
    var pages: [ReadBoundaryPage]
}

/// Drawn or given dossiers, as OCR reads them. Readings are kept in a folder, a file for each dossier, so that the table
/// can be had again in seconds.
struct BoundaryReadings {
    let cache: String

    /// Dossiers drawn from `seed` and the following, until they have so many pages.
    func drawn(pages: Int, seed: UInt64) throws -> [[ReadBoundaryPage]] {
        let rasteriser = try BoundaryReadings.rasteriser()
        var seeds: [UInt64] = []
        var planned = 0
        while planned < pages {
            let dossier = seed &* 1_000_003 &+ UInt64(seeds.count)
            planned += BoundaryDossier(seed: dossier).pages.count
            seeds.append(dossier)
        }
        return try concurrently(seeds, workers: 2) { try draw($0, rasteriser) }
    }

    private static func rasteriser() throws -> String {
        guard let program = Command.find("pdftoppm") else { throw Failure.missing("pdftoppm (sudo apt install poppler-utils)") }
        return program
    }

    enum Failure: Error, CustomStringConvertible {
        case missing(String), badImage(String)
        var description: String {
            switch self {
            case .missing(let what): "missing: \(what)"
            case .badImage(let what): "not read: \(what)"
            }
        }
    }

    /// The fonts of Cairo are one for all threads.
    private static let drawing = NSLock()

    private static func pdf(of dossier: BoundaryDossier, seed: UInt64) throws -> Data {
        var pen = try BoundaryPen(seed: seed ^ 0x5EED)
        for piece in dossier.pieces { try pen.draw(piece) }
        return Data(try pen.sheet.finish())
    }

    private func draw(_ seed: UInt64, _ rasteriser: String) throws -> [ReadBoundaryPage] {
        try kept("drawn-\(seed)") {
            let dossier = BoundaryDossier(seed: seed)
            let drawn = try BoundaryReadings.drawing.withLock { try BoundaryReadings.pdf(of: dossier, seed: seed) }
            return try scanned(drawn, dossier.pages, seed, rasteriser)
        }
    }

    /// Pages of a PDF as a scanner would give them, read.
    private func scanned(
        _ drawn: Data, _ truths: [DrawnPage], _ seed: UInt64, _ rasteriser: String, dpi given: Int? = nil, isTyped: Bool = false
    ) throws -> [ReadBoundaryPage] {
        let folder = NSTemporaryDirectory() + "tramquet-bench-\(getpid())-\(seed).pages"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let dpi = given ?? (seed % 3 == 0 ? 250 : 200)
        try drawn.write(to: URL(fileURLWithPath: folder + "/all.pdf"))
        try Command(program: rasteriser, arguments: ["-r", "\(dpi)", "-gray", folder + "/all.pdf", folder + "/p"]).run()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".pgm") }.sorted(by: NaturalOrder.precedes)
        var random = SplitMix(state: seed ^ 0xBAD)
        let recogniser = TesseractRecogniser(figurePlaces: ContentsPage.places)
        return try names.enumerated().map { index, name in
            let clean = try GreyImage(graymap: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            let image = try (isTyped ? clean.typed(dpi: dpi, &random) : clean).asScanned(dpi: dpi, &random)
            let file = "\(folder)/scan.jpg"
            try image.encoded(jpegQuality: 85, dpi: dpi).write(to: URL(fileURLWithPath: file))
            let truth = truths.indices.contains(index) ? truths[index] : DrawnPage(kind: "more", isFirst: false, side: .front)
            return try read(file, truth, width: image.width, height: image.height, recogniser)
        }
    }

    /// Contents sheets drawn from `seed` and the following, in every look, until they have so many pages.
    func contents(pages: Int, seed: UInt64) throws -> [ReadContents] {
        let rasteriser = try BoundaryReadings.rasteriser()
        let most = 2 * pages
        var read: [ReadContents] = []
        // A list takes one to three pages.
        while read.map(\.pages.count).reduce(0, +) < pages, read.count < most {
            let seeds = (UInt64(read.count)..<UInt64(read.count + 8)).map { seed &* 1_000_003 &+ $0 }
            read += try concurrently(seeds, workers: 2) { try contents($0, rasteriser) }
        }
        return read
    }

    private func contents(_ seed: UInt64, _ rasteriser: String) throws -> ReadContents {
        try kept("contents-\(seed)") {
            var random = SplitMix(state: seed)
            let list = DrawnContents(drawing: &random)
            let drawn = try drawing(seed) { pen in try pen.contentsPages(list) }
            return ReadContents(truth: list, pages: try scanned(drawn, [], seed, rasteriser, dpi: list.look.dpi, isTyped: list.look.isTyped))
        }
    }

    /// Tables that are no contents sheets, however like they look: as many pages, drawn from `seed` and the following.
    func otherTables(pages: Int, seed: UInt64) throws -> [ReadBoundaryPage] {
        let rasteriser = try BoundaryReadings.rasteriser()
        return try concurrently((0..<UInt64(pages)).map { seed &* 1_000_003 &+ $0 }, workers: 2) { seed in
            try kept("table-\(seed)") {
                var random = SplitMix(state: seed)
                let table = DrawnTable(&random)
                let drawn = try drawing(seed) { pen in try pen.page(table) }
                let truth = DrawnPage(kind: table.kind, isFirst: false, side: .front)
                return try scanned(drawn, [truth], seed, rasteriser, dpi: table.look.dpi, isTyped: table.look.isTyped)
            }
        }.flatMap { $0 }
    }

    private func drawing(_ seed: UInt64, _ draw: (inout BoundaryPen) throws -> Void) throws -> Data {
        try BoundaryReadings.drawing.withLock {
            var pen = try BoundaryPen(seed: seed ^ 0x5EED)
            try draw(&pen)
            return Data(try pen.sheet.finish())
        }
    }

    /// Dossiers of a folder: those with a truth of their own (`hoso-*/gt`), and papers whose pages are numbered `…-p01`.
    func given(_ folder: String) throws -> [[ReadBoundaryPage]] {
        let all = BenchPage.all(below: folder)
        let groups = Dictionary(grouping: all) { page in
            page.path.contains("/pages/") ? page.path.components(separatedBy: "/pages/")[0] : (page.path as NSString).deletingLastPathComponent
        }
        return try groups.sorted { $0.key < $1.key }.map { place, pages in
            let name = place.split(separator: "/").suffix(3).joined(separator: "-")
            return try kept("given-\(name)") {
                let recogniser = TesseractRecogniser(figurePlaces: ContentsPage.places)
                return try pages.compactMap { page in
                    guard let truth = try GivenTruth.of(page.path) else { return nil }
                    return try read(page.path, truth, width: page.header.width, height: page.header.height, recogniser)
                }
            }
        }
    }

    private func read(
        _ file: String, _ truth: DrawnPage, width: Int, height: Int, _ recogniser: TesseractRecogniser
    ) throws -> ReadBoundaryPage {
        let order = RecognitionOrder(
            page: PageID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 0)), file: file, findsTurn: true, fence: 0, timeLimit: 300)
        let reading = try recogniser.recognise(order)
        return ReadBoundaryPage(truth: truth, reading: reading.page, quarterTurns: reading.quarterTurns, width: width, height: height)
    }

    private func kept<Answer: Codable>(_ name: String, _ make: () throws -> Answer) throws -> Answer {
        let file = URL(fileURLWithPath: "\(cache)/\(name).json")
        if let data = try? Data(contentsOf: file) { return try JSONDecoder().decode(Answer.self, from: data) }
        let pages = try make()
        try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        try JSONEncoder().encode(pages).write(to: file, options: .atomic)
        return pages
    }
}

/// What is known of a page that was not drawn here.
enum GivenTruth {
    private struct Page: Decodable {
        var side: Side
        var doc: Int?
        var page: Int?
        var blank: Bool
        var text: String
    }

    /// Nil for a picture that is no page.
    static func of(_ path: String) throws -> DrawnPage? {
        let known = path.replacing("/pages/", with: "/gt/").replacing(/\.[a-z]+$/, with: ".json")
        if path.contains("/pages/"), let data = FileManager.default.contents(atPath: known) {
            let page = try JSONDecoder().decode(Page.self, from: data)
            let isFirst = page.doc != nil && page.page == 1
            return DrawnPage(kind: isFirst ? "given: first" : "given: other", isFirst: isFirst, side: page.side, isBlank: page.blank)
        }
        guard let number = path.firstMatch(of: /-p0*([0-9]+)\.[a-z]+$/).flatMap({ Int($0.1) }) else { return nil }
        return DrawnPage(
            kind: number == 1 ? "real: first" : "real: other", isFirst: number == 1, side: number % 2 == 1 ? .front : .back)
    }
}
