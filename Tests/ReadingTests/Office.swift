import Foundation
import GRDB
import Logging
import Records
import Store
import Synchronization
import Workers

@testable import Reading

/// A data folder with pages that wait for OCR, and shell scripts that play the worker. Gone after the test.
final class Office {
    /// Lines of a script that understand the worker's protocol.
    enum Part {
        /// The four bytes of length, then the message.
        static let tools = """
            #!/bin/sh
            put() {
                n=${#1}
                printf "$(printf '\\\\000\\\\000\\\\%03o\\\\%03o' $((n / 256)) $((n % 256)))"
                printf '%s' "$1"
            }
            take() {
                set -- $(dd bs=1 count=4 2>/dev/null | od -An -tu1)
                [ $# -eq 4 ] || exit 0
                order=$(dd bs=1 count=$(($3 * 256 + $4)) 2>/dev/null)
                page=$(printf '%s' "$order" | sed 's/.*"page":"\\([^"]*\\)".*/\\1/')
                fence=$(printf '%s' "$order" | sed 's/.*"fence":\\([0-9]*\\).*/\\1/')
            }

            """
        static let ready = "put '{\"ready\":{\"engine\":\"fake\"}}'\n"
        static let answers = """
            while take; do
                put "{\\"done\\":{\\"page\\":\\"$page\\",\\"fence\\":$fence,\\"result\\":{\\"page\\":{\\"language\\":\\"vie\\",\\"words\\":[]},\\"quarterTurns\\":0,\\"sightings\\":[]},\\"seconds\\":0.1}}"
            done

            """
        /// Says that every page lies upside down, if it is asked.
        static let answersTurned = """
            while take; do
                turns=0
                case $order in *'"findsTurn":true'*) turns=2 ;; esac
                put "{\\"done\\":{\\"page\\":\\"$page\\",\\"fence\\":$fence,\\"result\\":{\\"page\\":{\\"language\\":\\"vie\\",\\"words\\":[]},\\"quarterTurns\\":$turns,\\"sightings\\":[]},\\"seconds\\":0.1}}"
            done

            """
        /// Says that every page was read in the language it was ordered in.
        static let answersInLanguage = """
            while take; do
                language=$(printf '%s' "$order" | sed 's/.*"language":"\\([^"]*\\)".*/\\1/')
                put "{\\"done\\":{\\"page\\":\\"$page\\",\\"fence\\":$fence,\\"result\\":{\\"page\\":{\\"language\\":\\"$language\\",\\"words\\":[]},\\"quarterTurns\\":0,\\"sightings\\":[]},\\"seconds\\":0.1}}"
            done

            """
        /// Reads MẬT off every page, in the picture alone.
        static let answersMarked = """
            while take; do
                put "{\\"done\\":{\\"page\\":\\"$page\\",\\"fence\\":$fence,\\"result\\":{\\"page\\":{\\"language\\":\\"vie\\",\\"words\\":[]},\\"quarterTurns\\":0,\\"sightings\\":[{\\"box\\":[100,500,300,120],\\"level\\":\\"secret\\",\\"chance\\":0.9,\\"lines\\":[]}]},\\"seconds\\":0.1}}"
            done

            """
        /// Cannot read a page, or dies of it; a mark is seen on it all the same.
        static func failsToRead(by failing: String) -> String {
            """
            while take; do
                case $order in
                *'"look":'*) put "{\\"looked\\":{\\"page\\":\\"$page\\",\\"fence\\":$fence,\\"result\\":{\\"page\\":{\\"language\\":\\"vie\\",\\"words\\":[]},\\"quarterTurns\\":0,\\"sightings\\":[{\\"box\\":[100,500,300,120],\\"level\\":\\"secret\\",\\"chance\\":0.95,\\"lines\\":[]}]}}}" ;;
                *) \(failing) ;;
                esac
            done

            """
        }
        static let fails = #"put "{\"failed\":{\"page\":\"$page\",\"fence\":$fence,\"fault\":{\"outOfTime\":{\"seconds\":1}}}}""#
        /// Read, but the look at its picture failed.
        static let readsUnseen = #"put "{\"done\":{\"page\":\"$page\",\"fence\":$fence,\"result\":{\"page\":{\"language\":\"vie\",\"words\":[]},\"quarterTurns\":0},\"seconds\":0.1}}""#
        /// The image cannot be opened either.
        static func cannotLook(after reading: String) -> String {
            """
            while take; do
                case $order in
                *'"look":'*) put "{\\"looked\\":{\\"page\\":\\"$page\\",\\"fence\\":$fence,\\"result\\":{\\"page\\":{\\"language\\":\\"vie\\",\\"words\\":[]},\\"quarterTurns\\":0}}}" ;;
                *) \(reading) ;;
                esac
            done

            """
        }
        static let dies = "kill -9 $$"
        static let hangs = "exec tail -f /dev/null\n"
    }

    let root: String
    let store: StationStore
    let pages: [PageID]
    let actor = Actor(person: "lan", station: "test")

    init(pages count: Int, fonds: String? = nil) throws {
        root = NSTemporaryDirectory() + "tramquet-reading-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        let store = try StationStore(folder: DataFolder(preparing: root + "/data"))
        self.store = store
        let actor = actor
        let fondsID = try fonds.map { try store.saveFonds(code: $0, name: "Phông thử", agencyCode: "H01", agencyName: "Cơ quan thử", by: actor) }
        let dossier = try store.addDossier(
            code: DossierCode("H01.2008.01"), fields: DossierFields(title: "Hồ sơ thử"), countedSheets: nil, fonds: fondsID, by: actor)
        let run = try store.beginRun(dossier: dossier, device: "test", settings: ScanSettings(source: .adf), at: .end, by: actor)
        var pages: [PageID] = []
        for sequence in 1...count {
            let page: PageID = store.identifiers.make()
            try store.expectPage(page, sequence: sequence, at: SheetSide(sheet: sequence, side: .front), in: run)
            let file = store.vault.spoolPath("\(page).jpg")
            let bytes = Data("image \(page)".utf8)
            try bytes.write(to: URL(fileURLWithPath: file))
            let facts = ImageFacts(
                width: 2480, height: 3508, dpi: 300, mode: .color, format: .jpeg, byteCount: bytes.count,
                sha256: String(repeating: "a", count: 64))
            try store.enter(
                ArrivedPage(
                    page: page, sequence: sequence, sheetOrdinal: sequence, side: .front, spoolFile: file, previewFile: nil,
                    facts: facts, findings: [], blank: .notBlank, fingerprint: UInt64(sequence) &* 0x9E37_79B9_7F4A_7C15,
                    sourceName: nil, origin: .feeder),
                in: run, by: actor)
            pages.append(page)
        }
        try store.endRun(run, stop: .empty, fault: nil, by: actor)
        self.pages = pages
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// A worker that is this script.
    func worker(_ parts: String...) throws -> WorkerLauncher {
        let path = root + "/worker"
        try (Part.tools + parts.joined()).write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return launcher(path)
    }

    func launcher(_ executable: String) -> WorkerLauncher {
        WorkerLauncher(executable: executable, logFolder: store.folder.log)
    }

    func dispatcher(
        _ launcher: WorkerLauncher, workers: Int = 1, turnsFor actor: Actor? = nil, fondsLanguages: [String: String] = [:],
        limits: ReadingDispatcher.Limits = .init(), ends: Ends = Ends()
    ) throws -> ReadingDispatcher {
        var settings = ReadingDispatcher.Settings(fondsLanguages: fondsLanguages, workers: workers, turnsFor: actor, station: "test")
        settings.limits = limits
        return try ReadingDispatcher(
            store: store, launcher: launcher, settings: settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            tell: { ends.happened($0) }, onEnd: { ends.ended($0) })
    }

    /// Makes every saving of a reading fail, or only the first `times`.
    func breakStore(times: Int = 1_000_000) throws {
        let queue = try DatabaseQueue(path: store.folder.database)
        try queue.writeWithoutTransaction { db in
            // Counted in claims: what the trigger itself wrote would be rolled back.
            try db.execute(
                sql: """
                    CREATE TRIGGER broken BEFORE INSERT ON readings
                    WHEN (SELECT max(claims) FROM jobs) <= \(times)
                    BEGIN SELECT RAISE(ABORT, 'broken'); END
                    """)
        }
        try queue.close()
    }

    /// How many pages are in which state.
    struct Queue: Equatable {
        var waiting = 0
        var running = 0
        var failed = 0
    }

    func queue() throws -> Queue {
        let status = try store.queueStatus()
        return Queue(waiting: status.waiting, running: status.running, failed: status.failed)
    }

    /// Waits until the file is there; false after half a minute.
    func appears(_ name: String) -> Bool {
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end {
            if FileManager.default.fileExists(atPath: root + "/" + name) { return true }
            sched_yield()
        }
        return false
    }
}

/// What a dispatcher told.
final class Ends: Sendable {
    private let told = Mutex<(ends: [ReadingError?], deaths: Int, read: Int, turned: Int)>(([], 0, 0, 0))
    private let signal = DispatchSemaphore(value: 0)
    private let reading = DispatchSemaphore(value: 0)

    func happened(_ event: ReadingEvent) {
        told.withLock {
            switch event {
            case .read(_, _, _, let turned, _):
                $0.read += 1
                if turned { $0.turned += 1 }
            case .workerDied: $0.deaths += 1
            case .failed: break
            }
        }
        if case .read = event { reading.signal() }
    }

    func ended(_ error: ReadingError?) {
        told.withLock { $0.ends.append(error) }
        signal.signal()
    }

    var all: [ReadingError?] { told.withLock { $0.ends } }
    var deaths: Int { told.withLock { $0.deaths } }
    var read: Int { told.withLock { $0.read } }
    /// Of these, told to have lain otherwise.
    var turned: Int { told.withLock { $0.turned } }

    /// Waits until a page has been read; false after half a minute.
    func waitForReading() -> Bool { reading.wait(timeout: .now() + 30) == .success }

    /// Waits for the end; false after half a minute.
    func wait() -> Bool { signal.wait(timeout: .now() + 30) == .success }
}
