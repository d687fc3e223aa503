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

/// Drawn or given dossiers, as OCR reads them. Readings are kept in a folder, a file for each dossier, so that the table
/// can be had again in seconds.
struct BoundaryReadings {
    let cache: String

    /// Dossiers drawn from `seed` and the following, until they have so many pages.
    func drawn(pages: Int, seed: UInt64) throws -> [[ReadBoundaryPage]] {
        guard let rasteriser = Command.find("pdftoppm") else { throw Failure.missing("pdftoppm (sudo apt install poppler-utils)") }
        var seeds: [UInt64] = []
        var planned = 0
        while planned < pages {
            let dossier = seed &* 1_000_003 &+ UInt64(seeds.count)
            planned += BoundaryDossier(seed: dossier).pages.count
            seeds.append(dossier)
        }
        return try concurrently(seeds, workers: 2) { try draw($0, rasteriser) }
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
            let stem = NSTemporaryDirectory() + "tramquet-bench-\(getpid())-\(seed)"
            let folder = stem + ".pages"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let dpi = seed % 3 == 0 ? 250 : 200
            try drawn.write(to: URL(fileURLWithPath: folder + "/all.pdf"))
            try Command(program: rasteriser, arguments: ["-r", "\(dpi)", "-gray", folder + "/all.pdf", folder + "/p"]).run()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".pgm") }.sorted(by: NaturalOrder.precedes)
            var random = SplitMix(state: seed ^ 0xBAD)
            let recogniser = TesseractRecogniser()
            return try zip(names, dossier.pages).map { name, page in
                let clean = try GreyImage(graymap: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
                let image = try clean.asScanned(dpi: dpi, &random)
                let file = "\(folder)/scan.jpg"
                try image.encoded(jpegQuality: 85, dpi: dpi).write(to: URL(fileURLWithPath: file))
                return try read(file, page, width: image.width, height: image.height, recogniser)
            }
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
                let recogniser = TesseractRecogniser()
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

    private func kept(_ name: String, _ make: () throws -> [ReadBoundaryPage]) throws -> [ReadBoundaryPage] {
        let file = URL(fileURLWithPath: "\(cache)/\(name).json")
        if let data = try? Data(contentsOf: file) { return try JSONDecoder().decode([ReadBoundaryPage].self, from: data) }
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
