import Capture
import Files
import Records
import Store
import Synchronization
import Texts

/// One `watch` command at work: looks, takes what is complete, waits.
final class FolderWatch: Sendable {
    private let store: StationStore
    private let intake: FolderIntake
    /// The only one; nil: those that subfolders are named after.
    private let dossier: DossierSummary?
    private let order: IntakeOrder
    private let untilIdle: Bool
    private let report: WatchReport
    private let alarm = FolderAlarm()
    private let isStopped = Mutex(false)

    /// Seconds after which it is tried again what somebody else has to make possible: a dossier put down, room on the disk.
    private static let secondsToTryAgain = 10.0

    init(context: Context, store: StationStore, intake: FolderIntake, dossier: DossierSummary?, order: IntakeOrder, untilIdle: Bool) {
        (self.store, self.intake, self.dossier, self.order, self.untilIdle) = (store, intake, dossier, order, untilIdle)
        report = WatchReport(context, store)
    }

    /// Ends it after the page under way. From any thread.
    func stop() {
        isStopped.withLock { $0 = true }
        alarm.ring()
    }

    private var hasToStop: Bool { isStopped.withLock { $0 } }

    /// What keeps a dossier's files from being taken, and when to try again.
    private struct Hindrance {
        let error: any ReportableError
        let until: Double
    }

    /// What is left where it is, and why: told once, as long as it is so.
    private struct Complaint: Hashable {
        let about: String
        let reason: String
        let message: Phrase
    }

    private struct State {
        var hindrances: [DossierID: Hindrance] = [:]
        var complaints: Set<Complaint> = []
        /// Dossiers that got files from here: a stack goes on.
        var begun: Set<DossierID> = []
    }

    func run() throws {
        var folder = IncomingFolder(path: intake.folder, subfolders: dossier == nil)
        var state = State()
        var isAway = false
        if !untilIdle { report.begin(intake.folder) }
        defer { report.end() }
        while !hasToStop {
            do {
                // Before the look: what comes during it wakes us.
                alarm.watch(intake.folder)
                let look = try folder.look(at: IncomingFolder.now)
                isAway = false
                for name in look.subfolders { alarm.watch("\(intake.folder)/\(name)") }
                for (file, lack) in look.lacking { report.waiting(file.shown, lack.rawValue, lack.message) }
                if try takeAll(look, &state) { continue }
                if untilIdle, look.pending == 0 { break }
                alarm.wait(seconds: look.nextLook)
            } catch let error as SystemError {
                // A share may be away for a while.
                let error = IntakeError.cannotLook(error)
                if untilIdle { throw error }
                if !isAway { report.waiting(intake.folder, error.code, error.message) }
                isAway = true
                alarm.wait(seconds: FolderWatch.secondsToTryAgain)
            }
        }
        guard untilIdle, !hasToStop else { return }
        if let hindrance = state.hindrances.values.first { throw hindrance.error }
        if let code = report.refusedCode { throw code }
    }

    /// - Returns: whether anything was taken.
    private func takeAll(_ look: IncomingFolder.Look, _ state: inout State) throws -> Bool {
        var tookAny = false
        var complaints: Set<Complaint> = []
        func complain(_ about: String, _ reason: String, _ message: Phrase) {
            let complaint = Complaint(about: about, reason: reason, message: message)
            if complaints.insert(complaint).inserted, !state.complaints.contains(complaint) { report.waiting(about, reason, message) }
        }
        for (dossier, files) in try work(look, complain) where !hasToStop {
            if state.hindrances[dossier.id].map({ IncomingFolder.now >= $0.until }) ?? true {
                do {
                    if try take(files, into: dossier, goesOn: state.begun.contains(dossier.id), complain) { tookAny = true }
                    state.begun.insert(dossier.id)
                    state.hindrances[dossier.id] = nil
                } catch let error as any ReportableError where error.mayPass {
                    state.hindrances[dossier.id] = Hindrance(error: error, until: IncomingFolder.now + FolderWatch.secondsToTryAgain)
                }
            }
            if let error = state.hindrances[dossier.id]?.error { complain(dossier.code.text, error.code, error.message) }
        }
        state.complaints = complaints
        return tookAny
    }

    /// Complete files, and dossiers with files that were claimed before.
    private func work(_ look: IncomingFolder.Look, _ complain: (String, String, Phrase) -> Void) throws -> [(dossier: DossierSummary, files: [IncomingFile])] {
        let claimed = try Set(intake.claimedDossiers())
        if let dossier {
            return look.ready.isEmpty && !claimed.contains(dossier.code.pathName) ? [] : [(dossier, look.ready)]
        }
        var work: [(dossier: DossierSummary, files: [IncomingFile])] = []
        for (subfolder, files) in Dictionary(grouping: look.ready, by: \.subfolder) {
            guard let subfolder else {
                for file in files { complain(file.shown, "outside_dossiers", Text.incomingOutsideDossiers.phrase) }
                continue
            }
            if let dossier = try store.dossier(ofFolder: subfolder) {
                work.append((dossier, files))
            } else {
                complain(subfolder, "no_dossier", Text.incomingNoDossier.phrase)
            }
        }
        for name in claimed where !work.contains(where: { $0.dossier.code.pathName == name }) {
            if let dossier = try store.dossier(ofFolder: name) { work.append((dossier, [])) }
        }
        return work.sorted { ($0.files.first?.shown ?? "", $0.dossier.code.text) < ($1.files.first?.shown ?? "", $1.dossier.code.text) }
    }

    private func take(
        _ files: [IncomingFile], into dossier: DossierSummary, goesOn: Bool, _ complain: (String, String, Phrase) -> Void
    ) throws -> Bool {
        let lease = try store.leaseDossier(dossier.id, code: dossier.code)
        let sheetsBefore = try store.dossier(dossier.id).counts.sheets
        var order = order
        order.goesOn = goesOn
        let insertion = order.insertion
        var tookAny = false
        try intake.take(files, into: dossier, holding: lease, order, until: { hasToStop }) { event in
            switch event {
            case .page(let page, let file):
                tookAny = true
                report.page(page, file: file, of: dossier, sheet: store.sheet(of: page, in: dossier.id, at: insertion, sheetsBefore: sheetsBefore))
            case .taken(let file, let pages, let duplicates):
                tookAny = true
                report.taken(file, pages: pages, duplicates: duplicates, dossier)
            case .refused(let file, let error):
                tookAny = true
                report.refused(file, error)
            case .left(let file, let error): complain(file, error.code, error.message)
            }
        }
        return tookAny
    }
}

extension ReportableError {
    /// Whether somebody may make it possible while the folder is watched.
    fileprivate var mayPass: Bool {
        switch self as? StoreError {
        case .busy, .dossierInUse, .diskFull: true
        default: self is IntakeError
        }
    }
}
