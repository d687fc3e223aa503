import Foundation
import Imaging
import Measuring
import Recognition
import Records

/// A sheet as it was scanned and read.
struct ReadSecrecySheet: Codable {
    /// Where its image is.
    var file: String
    var truth: SecrecyTruth
    var reading: RecognisedPage
    var quarterTurns: Int
    var width: Int
    var height: Int
}

/// Drawn sheets with and without a mark of secrecy, read. Images and readings are kept in a folder, so that the search for
/// marks can be tried again in a minute.
struct SecrecyReadings {
    let cache: String

    private static let drawing = NSLock()

    /// So many sheets with a mark and as many without.
    /// - Parameter trait: of those only the ones that have this.
    func drawn(pages: Int, seed: UInt64, only trait: String? = nil) throws -> [ReadSecrecySheet] {
        guard let rasteriser = Command.find("pdftoppm") else { throw BoundaryReadings.Failure.missing("pdftoppm (sudo apt install poppler-utils)") }
        try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        let sheets = (0..<2 * pages).map { (seed: seed &* 1_000_003 &+ UInt64($0), isMarked: $0 % 2 == 0) }.filter { sheet in
            trait.map { SecrecySheet(seed: sheet.seed, isMarked: sheet.isMarked).truth.traits.contains($0) } ?? true
        }
        return try concurrently(sheets, workers: 2) { sheet in try draw(sheet.seed, isMarked: sheet.isMarked, rasteriser) }
    }

    /// Images of a folder, none of which has a mark.
    func given(_ folder: String) throws -> [ReadSecrecySheet] {
        try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        return try BenchPage.all(below: folder).map { page in
            let name = page.path.replacing("/", with: "-")
            return try kept("given\(name)") {
                try read(page.path, SecrecyTruth(mark: nil, traits: ["given"]), width: page.header.width, height: page.header.height)
            }
        }
    }

    private func draw(_ seed: UInt64, isMarked: Bool, _ rasteriser: String) throws -> ReadSecrecySheet {
        let name = "sheet-\(seed)"
        return try kept(name) {
            let drawn = SecrecySheet(seed: seed, isMarked: isMarked)
            let pdf = try SecrecyReadings.drawing.withLock {
                var pen = try BoundaryPen(seed: seed ^ 0x5EED)
                try pen.draw(drawn)
                return Data(try pen.sheet.finish())
            }
            let folder = NSTemporaryDirectory() + "tramquet-bench-\(getpid())-\(seed).sheet"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try pdf.write(to: URL(fileURLWithPath: folder + "/all.pdf"))
            let dots = drawn.scan.dpi
            // A stamp's own page has something in one strip only.
            try Command(program: rasteriser, arguments: ["-r", "\(dots)", "-gray", "-l", "1", folder + "/all.pdf", folder + "/a"]).run()
            if drawn.stamps.contains(where: \.hasLetters) {
                let strip = ["-x", "\(dots)", "-y", "\(dots)", "-W", "\(dots * 6)", "-H", "\(dots * 2)"]
                try Command(program: rasteriser, arguments: ["-r", "\(dots)", "-gray", "-f", "2"] + strip + [folder + "/all.pdf", folder + "/b"]).run()
            }
            var names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".pgm") }.sorted(by: NaturalOrder.precedes)[...]
            let load = { (name: String) in try GreyImage(graymap: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))) }
            guard let first = names.popFirst() else { throw BoundaryReadings.Failure.badImage("PDF") }
            var image = SecrecyImage(try load(first), scan: drawn.scan)
            var truth = drawn.truth
            var random = SplitMix(state: seed ^ 0xBAD)
            for (index, stamp) in drawn.stamps.enumerated() {
                let onPrint = try image.strike(stamp, isMark: index == drawn.markIndex, letters: stamp.hasLetters ? names.popFirst().map(load) : nil, &random)
                if index == drawn.markIndex { truth.traits.append(onPrint > 0.03 ? "over print" : "on blank paper") }
            }
            truth.box = image.mark
            let scan = try image.scanned(&random)
            let file = "\(cache)/\(name).jpg"
            try scan.file.write(to: URL(fileURLWithPath: file))
            return try read(file, truth, width: scan.width, height: scan.height)
        }
    }

    private func read(_ file: String, _ truth: SecrecyTruth, width: Int, height: Int) throws -> ReadSecrecySheet {
        let order = RecognitionOrder(
            page: PageID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 0)), file: file, findsTurn: true, fence: 0, timeLimit: 300)
        let reading = try TesseractRecogniser().recognise(order)
        return ReadSecrecySheet(file: file, truth: truth, reading: reading.page, quarterTurns: reading.quarterTurns, width: width, height: height)
    }

    private func kept(_ name: String, _ make: () throws -> ReadSecrecySheet) throws -> ReadSecrecySheet {
        let file = URL(fileURLWithPath: "\(cache)/\(name).json")
        if let data = try? Data(contentsOf: file) { return try JSONDecoder().decode(ReadSecrecySheet.self, from: data) }
        let sheet = try make()
        try JSONEncoder().encode(sheet).write(to: file, options: .atomic)
        return sheet
    }
}
