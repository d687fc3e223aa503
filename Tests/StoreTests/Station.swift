import CSystem
import Foundation
import Records
import Testing
@testable import Store

/// All of these share one process: the mask of new files is the process's, so they run one after the other.
@Suite(.serialized) struct StoreTests {}

/// A clock that moves one second whenever it is asked, or back when a test says so.
final class SteppingClock: Clock, @unchecked Sendable {
    // Guarded by `lock`.
    private var milliseconds: Int64 = 1_800_000_000_000
    private let lock = NSLock()

    func now() -> Timestamp {
        lock.withLock {
            milliseconds += 1000
            return Timestamp(milliseconds: milliseconds)
        }
    }

    func move(seconds: Int64) { lock.withLock { milliseconds += seconds * 1000 } }
}

/// Identifiers in an order that has nothing to do with that of their making, the same in every run.
final class ScatteredIdentifiers: IdentifierSource, @unchecked Sendable {
    // Guarded by `lock`.
    private var random: Dice
    private let lock = NSLock()

    init(seed: UInt64 = 1) { random = Dice(seed: seed) }

    func next() -> ULID {
        lock.withLock { ULID(milliseconds: Int64(random.next() >> 20), randomHigh: 7, randomLow: random.next()) }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A folder of its own that is gone when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        // In memory where there is such a place: thousands of commits need not wait for a disk to be proved right.
        let memory = "/dev/shm"
        let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : FileManager.default.temporaryDirectory.path
        path = parent + "/tramquet-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A store in a folder of its own, with what tests do all the time.
final class Station {
    let place: TemporaryFolder
    let clock = SteppingClock()
    let identifiers: ScatteredIdentifiers
    private(set) var store: StationStore
    let hoa = Actor(person: "hoa", station: "Trạm 01")

    init(seed: UInt64 = 1) throws {
        place = try TemporaryFolder()
        identifiers = ScatteredIdentifiers(seed: seed)
        store = try StationStore(folder: DataFolder(preparing: place.path), clock: clock, identifiers: identifiers)
    }

    func reopen() throws { store = try another() }

    /// As a second process would have it.
    func another() throws -> StationStore {
        try StationStore(folder: DataFolder(preparing: place.path), clock: clock, identifiers: identifiers)
    }

    func dossier(_ code: String = "H01.2008.01", title: String = "Quyết định năm 2008", counted: Int? = nil) throws -> DossierID {
        try store.addDossier(code: DossierCode(code), fields: DossierFields(title: title), countedSheets: counted, by: hoa)
    }

    func run(_ dossier: DossierID, after: PageID? = nil) throws -> RunRecord {
        try store.beginRun(dossier: dossier, device: "folder:/x", settings: ScanSettings(source: .duplex), at: after.map(InsertionPoint.after) ?? .end, by: hoa)
    }

    /// A page of a run with a small file as its image, announced and lying in the spool: odd are fronts, even are backs.
    func arrival(_ run: RunRecord, _ sequence: Int, fingerprint: UInt64? = nil, announce: Bool = true) throws -> ArrivedPage {
        let page: PageID = identifiers.make()
        if announce { try store.expectPage(page, sequence: sequence, at: SheetSide(sheet: (sequence + 1) / 2, side: sequence % 2 == 0 ? .back : .front), in: run) }
        let file = store.vault.spoolPath("\(page).jpg")
        let bytes = Data("image \(page)".utf8)
        try bytes.write(to: URL(fileURLWithPath: file))
        var dice = Dice(seed: page.ulid.low)
        return ArrivedPage(
            page: page, sequence: sequence, sheetOrdinal: (sequence + 1) / 2, side: sequence % 2 == 1 ? .front : .back, spoolFile: file,
            previewFile: nil, facts: Station.facts(bytes), findings: [], blank: .notBlank, fingerprint: fingerprint ?? dice.next(),
            sourceName: nil, origin: .feeder)
    }

    static func facts(_ bytes: Data) -> ImageFacts {
        ImageFacts(width: 2480, height: 3508, dpi: 300, mode: .color, format: .jpeg, byteCount: bytes.count, sha256: String(repeating: "a", count: 64))
    }

    /// Enters so many pages in a run of their own.
    @discardableResult
    func scan(_ count: Int, into dossier: DossierID, after: PageID? = nil) throws -> [PageID] {
        let run = try run(dossier, after: after)
        let pages = try (1...count).map { sequence in
            let arrived = try arrival(run, sequence)
            try store.enter(arrived, in: run, by: hoa)
            return arrived.page
        }
        try store.endRun(run, stop: .empty, fault: nil, by: hoa)
        return pages
    }

    func pages(_ dossier: DossierID) throws -> [PageID] { try store.contents(dossier).pages.map(\.id) }

    /// The pages of each document in use.
    func documents(_ dossier: DossierID) throws -> [[PageID]] { try store.contents(dossier).documents.map(\.pages) }

    /// Reads a page: its words are those of the text, one line for each line.
    @discardableResult
    func read(_ text: String, lease: Lease, as page: PageID, confidence: Double = 0.9) throws -> Bool {
        while let job = try store.claimJob(lease, preferring: nil) {
            if job.page == page { return try store.saveReading(Station.recognised(text, confidence: confidence), for: job, engine: "test", milliseconds: 1) }
            try store.saveReading(Station.recognised(""), for: job, engine: "test", milliseconds: 1)
        }
        return false
    }

    static func recognised(_ text: String, confidence: Double = 0.9) -> RecognisedPage {
        var words: [RecognisedWord] = []
        for (line, content) in text.split(separator: "\n").enumerated() {
            for word in content.split(separator: " ") {
                words.append(RecognisedWord(text: String(word), confidence: confidence, box: Box(x: 10, y: 20 * line, width: 30, height: 15), line: line))
            }
        }
        return RecognisedPage(language: "vie", words: words)
    }

    /// What must hold after every change, whatever it was.
    func expectConsistent(_ dossier: DossierID, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try store.wrongSummaries() == [], comment, sourceLocation: sourceLocation)
        #expect(try store.wrongWithholdings() == [], comment, sourceLocation: sourceLocation)
        let rows = try store.placementRows(dossier)
        #expect(Set(rows.map(\.rank)).count == rows.count, comment, sourceLocation: sourceLocation)
        var runs: [String] = []
        for row in rows where row.document != runs.last { runs.append(row.document) }
        #expect(Set(runs).count == runs.count, "a document is in two places: \(comment?.rawValue ?? "")", sourceLocation: sourceLocation)
    }
}
