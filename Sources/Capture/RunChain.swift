import Records
import Scanning
import Store

/// The runs of one pass of the device. A stack of several dossiers, each behind its cover, is one run after the other, each
/// into its own dossier and under its own lease; the feeder goes on meanwhile.
///
///     cover of B on sheet 7 ── prepare ──▶ B leased, a run into it begun, what is expected behind sheet 7 expected there
///     both sides of sheet 7 ─────────────▶ stored in A, as a separator
///     first side of sheet 8 ── turn ─────▶ the run into A ended, B is the dossier
struct RunChain {
    private(set) var run: RunRecord
    private(set) var dossier: DossierSummary
    private var leases: [DossierID: Lease]
    /// Begun, and not its turn yet: behind this sheet.
    private var coming: (run: RunRecord, dossier: DossierSummary, sheet: Int)?
    /// Sheets of the pass that are of the dossiers before.
    private(set) var sheetsBefore = 0
    /// Where each run's pages went, in order.
    private(set) var dossiers: [(run: RunID, dossier: DossierID)]

    init(_ run: RunRecord, into dossier: DossierSummary, under lease: Lease) {
        (self.run, self.dossier) = (run, dossier)
        leases = [dossier.id: lease]
        dossiers = [(run.id, dossier.id)]
    }

    var lease: Lease? { leases[run.dossier] }

    /// Runs that have not ended, with the leases of their dossiers.
    var open: [(run: RunRecord, lease: Lease)] {
        [run, coming?.run].compactMap { run in run.flatMap { run in leases[run.dossier].map { (run, $0) } } }
    }

    /// The run to which a sheet of the pass belongs.
    func run(ofSheet sheet: Int) -> RunRecord {
        if let coming, sheet > coming.sheet { coming.run } else { run }
    }

    /// Before a sheet is entered that names a dossier: begins the run of what lies behind it. Nothing when it is the dossier
    /// that is being scanned.
    /// - Throws: `noSuchDossier`, `dossierInUse`, `dossierFinished`.
    mutating func prepare(for code: DossierCode, onSheet sheet: Int, in store: StationStore, by actor: Actor) throws(StoreError) {
        if coming?.dossier.code == code || (coming == nil && code == dossier.code) { return }
        let next = try store.dossier(code)
        if next.standing.isSettled { throw .dossierFinished(code.text) }
        let lease = if let held = leases[next.id] { held } else { try store.leaseDossier(next.id, code: code) }
        leases[next.id] = lease
        coming = (try store.continueRun(run, behind: sheet, into: next.id, under: lease, by: actor), next, sheet)
    }

    /// Ends the run under way when its last sheet is behind.
    /// - Parameter sheet: whose first side has come; nil at the end of the pass.
    /// - Returns: the dossier that is scanned from now on, if it is another.
    mutating func turn(atSheet sheet: Int?, hopper: String?, in store: StationStore, by actor: Actor) throws(StoreError) -> DossierSummary? {
        guard let coming, sheet.map({ $0 > coming.sheet }) ?? true else { return nil }
        try store.endRun(run, stop: .nextDossier, fault: nil, hopper: hopper, by: actor)
        (run, dossier, sheetsBefore) = (coming.run, coming.dossier, coming.sheet)
        dossiers.append((run.id, dossier.id))
        self.coming = nil
        return dossier
    }
}
