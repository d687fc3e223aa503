import Crypto
import Foundation
import Imaging
import Records
import Store
import Synchronization

@testable import Delivering

/// A clock that tests set.
final class HandClock: Clock {
    private let moment: Mutex<Int64>

    init(_ milliseconds: Int64) { moment = Mutex(milliseconds) }
    func now() -> Timestamp { Timestamp(milliseconds: moment.withLock { $0 }) }
    func advance(hours: Int64) { moment.withLock { $0 += hours * 3_600_000 } }
}

/// A station with a data folder, a target beside it, and pages made in code. Gone after the test.
final class Station {
    /// 2026-11-20 18:30 UTC: the 21st in Vietnam.
    static let evening: Int64 = 1_795_199_400_000

    let root: String
    let clock: HandClock
    private(set) var store: StationStore
    let actor = Actor(person: "lan", station: "test")

    var data: String { root + "/data" }
    var target: String { root + "/target" }

    init(clock: HandClock = HandClock(evening)) throws {
        let root = NSTemporaryDirectory() + "tramquet-delivering-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root + "/target", withIntermediateDirectories: true)
        // As the program sees it.
        self.root = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        self.clock = clock
        store = try StationStore(folder: DataFolder(preparing: root + "/data"), clock: clock)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func exporter(_ change: (inout Exporter) -> Void = { _ in }) -> Exporter {
        var exporter = Exporter(store: store, actor: actor)
        change(&exporter)
        return exporter
    }

    @discardableResult
    func export(_ change: (inout Exporter) -> Void = { _ in }) throws(DeliveringError) -> ExportResult {
        try exporter(change).export(to: target)
    }

    // MARK: - Dossiers

    /// A finished dossier of so many one-sided sheets, every page read.
    @discardableResult
    func finished(_ code: String, pages: Int = 2, title: String = "Hồ sơ thử") throws -> DossierID {
        let id = try scanned(code, pages: pages, title: title)
        try readAll()
        try store.finish(id, by: actor)
        return id
    }

    @discardableResult
    func scanned(_ code: String, pages: Int = 2, title: String = "Hồ sơ thử") throws -> DossierID {
        let fields = DossierFields(
            title: title, retention: .permanent, accessMode: .open, startDate: PartialDate("2008-05"), endDate: PartialDate("2008-12-31"))
        let id = try store.addDossier(code: DossierCode(code), fields: fields, countedSheets: pages, by: actor)
        try add((1...max(1, pages)).map { try Picture.jpeg(seed: $0) }, to: id)
        return id
    }

    struct File {
        var data: Data
        var format: ImageFormat
        var mode: ColorMode
        var width: Int
        var height: Int
        var blank = BlankClass.notBlank
    }

    func add(_ files: [File], to dossier: DossierID) throws {
        let run = try store.beginRun(dossier: dossier, device: "test", settings: ScanSettings(source: .adf), by: actor)
        for (index, file) in files.enumerated() {
            let page: PageID = store.identifiers.make()
            try store.expectPage(page, sequence: index + 1, at: SheetSide(sheet: index + 1, side: .front), in: run)
            let spool = store.vault.spoolPath("\(page).\(file.format.fileExtension)")
            try file.data.write(to: URL(fileURLWithPath: spool))
            let facts = ImageFacts(
                width: file.width, height: file.height, dpi: 100, mode: file.mode, format: file.format, byteCount: file.data.count,
                sha256: SHA256.hash(data: file.data).hexadecimal)
            try store.enter(
                ArrivedPage(
                    page: page, sequence: index + 1, sheetOrdinal: index + 1, side: .front, spoolFile: spool, previewFile: nil,
                    facts: facts, findings: [], blank: file.blank, fingerprint: UInt64(index) &* 0x9E37_79B9_7F4A_7C15,
                    sourceName: nil, origin: .feeder),
                in: run, by: actor)
        }
        try store.endRun(run, stop: .empty, fault: nil, by: actor)
    }

    /// Reads every waiting page: three words on two lines that name the page.
    func readAll() throws {
        let lease = try store.leaseDispatcher()
        while let job = try store.claimJob(lease, preferring: nil) {
            let index = try store.contents(job.dossier).pages.first { $0.id == job.page }?.index ?? 0
            let words = [("Quyết", 0), ("định", 0), ("trang-\(index)", 1)].enumerated().map { place, word in
                RecognisedWord(
                    text: word.0, confidence: 0.9, box: Box(x: 20 + 60 * (place % 2), y: 20 + 40 * word.1, width: 50, height: 20),
                    line: word.1)
            }
            try store.saveReading(RecognisedPage(language: "vie", words: words), for: job, engine: "test", milliseconds: 1)
        }
    }

    func failNextReading(error: String = "no text") throws {
        let lease = try store.leaseDispatcher()
        if let job = try store.claimJob(lease, preferring: nil) { try store.failJob(job, error: error) }
    }

    func pages(_ dossier: DossierID) throws -> [PageRecord] { try store.contents(dossier).pages }

    func imagePath(_ page: PageRecord) -> String { store.vault.imagePath(page.id, format: page.facts.format) }

    // MARK: - A sudden end

    /// Puts data folder and target back as they were copied, and opens the store anew.
    func rewind(to copy: String) throws {
        let files = FileManager.default
        for name in ["data", "target"] {
            try files.removeItem(atPath: root + "/" + name)
            try files.copyItem(atPath: copy + "/" + name, toPath: root + "/" + name)
        }
        store = try StationStore(folder: DataFolder(preparing: data), clock: clock)
    }

    // MARK: - What lies at the target

    var folders: [String] { FileTree.names(in: target) }

    func deliveredFiles(_ folder: String) -> [String] { FileTree.files(below: target + "/" + folder) }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: target + "/" + path)), as: UTF8.self)
    }

    func metadata(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: target + "/" + path))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    func damage(_ path: String) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: 40)
        try file.write(contentsOf: Data([1, 2, 3, 4, 5, 6, 7, 8]))
        try file.close()
    }
}

/// Page images, small and each different.
enum Picture {
    static func jpeg(seed: Int, width: Int = 200, height: Int = 280) throws -> Station.File {
        let image = try picture(seed: seed, width: width, height: height, mode: .color)
        return Station.File(data: try image.encoded(as: .jpeg), format: .jpeg, mode: .color, width: width, height: height)
    }

    static func file(_ format: ImageFormat, _ mode: ColorMode, seed: Int = 7) throws -> Station.File {
        let image = try picture(seed: seed, width: 200, height: 280, mode: mode)
        return Station.File(data: try image.encoded(as: format), format: format, mode: mode, width: 200, height: 280)
    }

    private static func picture(seed: Int, width: Int, height: Int, mode: ColorMode) throws -> Image {
        let stride =
            switch mode {
            case .color: 3 * width
            case .gray: width
            case .lineart: (width + 7) / 8
            }
        // A ramp and a bar whose place tells the pages apart.
        var rows: [UInt8] = []
        for y in 0..<height {
            let inBar = y >= seed * 20 && y < seed * 20 + 15
            for x in 0..<stride { rows.append(inBar ? 0x11 : UInt8(200 + x % 50)) }
        }
        return try rows.withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: stride, dpi: 100, mode: mode)
        }
    }
}
