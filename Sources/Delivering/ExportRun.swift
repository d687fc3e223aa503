import Crypto
import Foundation
import Records
import Store

/// One export, from the lease to `DONE`. The order of its steps and what an interruption leaves: see `Outbox`.
struct ExportRun {
    let exporter: Exporter
    let target: Target
    let meter: ProgressMeter
    let outbox: Outbox

    private var store: StationStore { exporter.store }

    init(
        exporter: Exporter, target: Target, progress: @escaping @Sendable (ExportProgress) -> Void,
        isCancelled: @escaping @Sendable () -> Bool
    ) {
        self.exporter = exporter
        self.target = target
        meter = ProgressMeter(report: progress, isCancelled: isCancelled)
        outbox = Outbox(exporter.store)
    }

    func run(only: [DossierCode]?) throws(DeliveringError) -> ExportResult {
        meter.enter(.planning)
        let reconciliation = Reconciliation(store: store, target: target, outbox: outbox)
        let found = try reconciliation.settle()
        let plan = try exporter.plan(target, only: only, lost: found.lost)
        do { try store.noteUnchanged(plan.unchanged, at: target.path) } catch { throw .store(error) }
        var result = ExportResult(plan: plan)
        result.completedFolders = found.completed
        guard !plan.due.isEmpty else {
            for delivery in found.pending { try reconciliation.abandon(delivery) }
            return result
        }
        let (delivery, resumed) = try open(found.pending, plan, reconciliation)
        let folder = target.folder(delivery.folder)
        try folder.clear(except: Set(plan.due.map(\.code.pathName)))
        let withheld: Set<WithholdingID>
        do { withheld = Set(try store.withholdings().map(\.id)) } catch { throw .store(error) }
        let built = try build(plan, in: folder, &result)
        guard !built.isEmpty else {
            try reconciliation.abandon(delivery)
            return result
        }
        try complete(delivery, folder, built, withheld: withheld)
        result.folder = folder.path
        result.resumed = resumed
        result.delivered = built.map(\.dossier)
        meter.enter(.done)
        return result
    }

    // MARK: - The folder

    /// The interrupted delivery to build on, or a new one.
    private func open(
        _ pending: [OpenDelivery], _ plan: ExportPlan, _ reconciliation: Reconciliation
    ) throws(DeliveringError) -> (delivery: OpenDelivery, resumed: Bool) {
        var resumed: OpenDelivery?
        for delivery in pending {
            let folder = target.folder(delivery.folder)
            if resumed == nil, folder.exists, try folder.claim(for: delivery) {
                resumed = delivery
            } else {
                try reconciliation.abandon(delivery)
            }
        }
        try refuseLackOfSpace(plan, alreadyThere: resumed.map { target.folder($0.folder) })
        if let resumed { return (resumed, true) }
        return (try openNew(), false)
    }

    /// A folder named by the date in the office's zone; `.2`, `.3` when the date is taken.
    private func openNew() throws(DeliveringError) -> OpenDelivery {
        let now = store.clock.now()
        let date = now.day(in: exporter.zone)
        let booked = try Set(bookedFolders(store, target))
        for number in 1... {
            let name = number == 1 ? date : "\(date).\(number)"
            let folder = target.folder(name)
            guard !booked.contains(name), FileTree.names(in: folder.path).isEmpty else { continue }
            let delivery = OpenDelivery(id: store.identifiers.make(), target: target.path, folder: name, started: now)
            try outbox.note(delivery)
            try exporter.checkpoint(.noted)
            if try folder.claim(for: delivery) {
                try target.files.syncFolder(target.path)
                try exporter.checkpoint(.claimed)
                return delivery
            }
            try outbox.forget(delivery)
        }
        throw .targetReadOnly(path: target.path)
    }

    /// Says before the first byte what would otherwise be found out after hours.
    private func refuseLackOfSpace(_ plan: ExportPlan, alreadyThere folder: DeliveryFolder?) throws(DeliveringError) {
        guard exporter.looksAtFreeSpace, let free = FileTree.freeBytes(at: target.path) else { return }
        let there = folder.map { folder in FileTree.files(below: folder.path).map { FileTree.size(of: folder.file($0)) }.reduce(0, +) } ?? 0
        // What was written last may still lie in the write-ahead log.
        let database = FileTree.size(of: store.folder.database) + FileTree.size(of: store.folder.database + "-wal")
        let needed = plan.due.map(\.bytes).reduce(0, +) + database
        if needed > free + there { throw .diskFull(path: target.path, needed: needed, free: free + there) }
    }

    // MARK: - The dossiers

    private func build(_ plan: ExportPlan, in folder: DeliveryFolder, _ result: inout ExportResult) throws(DeliveringError) -> [BuiltDossier] {
        meter.start(dossiers: plan.due.count, pages: plan.duePages)
        let (meter, checkpoint) = (meter, exporter.checkpoint)
        let builder = DossierBuilder(
            store: store, format: exporter.format, delivery: folder,
            pageWritten: { () throws(DeliveringError) in try meter.pageWritten() },
            documentWritten: { () throws(DeliveringError) in try checkpoint(.documentWritten) })
        let outcomes = try Parallel.map(plan.due, width: exporter.width) { (planned) throws(DeliveringError) -> Result<BuiltDossier, DeliveringError> in
            do throws(DeliveringError) {
                let built = try builder.build(planned)
                meter.dossierBuilt()
                try checkpoint(.dossierBuilt)
                return .success(built)
            } catch {
                guard error.concernsOneDossier else { throw error }
                return .failure(error)
            }
        }
        var built: [BuiltDossier] = []
        for outcome in outcomes {
            switch outcome {
            case .success(let dossier): built.append(dossier)
            case .failure(let problem): result.problems.append(problem)
            }
        }
        return built
    }

    // MARK: - What goes around them

    private func complete(_ delivery: OpenDelivery, _ folder: DeliveryFolder, _ built: [BuiltDossier], withheld: Set<WithholdingID>) throws(DeliveringError) {
        var manifest = Manifest(entries: built.flatMap { $0.item.files.map { ($0.path, $0.sha256) } })
        manifest.add(DeliveryNames.claim, delivery.json)
        try writeLists(delivery, folder, built, &manifest)
        try exporter.checkpoint(.listsWritten)
        try copyDatabase(to: folder, &manifest)
        try exporter.checkpoint(.databaseCopied)

        meter.enter(.verifying)
        try folder.files.write(manifest.text, to: folder.file(DeliveryNames.manifest))
        try folder.files.syncFolder(folder.path)
        try exporter.checkpoint(.manifestWritten)
        let meter = meter
        let differences = try manifest.differences(in: folder.path) { () throws(DeliveringError) in try meter.checkCancelled() }
        if let harmed = differences.lazy.compactMap(\.harmed).first { throw .readBackDiffers(path: folder.file(harmed)) }
        try exporter.checkpoint(.verified)
        try meter.checkCancelled()
        try refuseNewlyWithheld(since: withheld)

        do {
            try store.recordDelivery(
                delivery.id, target: target.path, folder: delivery.folder, profile: exporter.format.profile.rawValue,
                started: delivery.started, items: built.map(\.item), by: exporter.actor)
        } catch { throw .store(error) }
        try exporter.checkpoint(.booked)
        try folder.markDone(manifest, at: store.clock.now())
        try exporter.checkpoint(.done)
        try outbox.forget(delivery)
    }

    /// Somebody may have withheld something whose file, or row of the copied database, was written already: the delivery does
    /// not become one, and the next run builds it anew without it.
    private func refuseNewlyWithheld(since known: Set<WithholdingID>) throws(DeliveringError) {
        let now: [Withholding]
        do { now = try store.withholdings() } catch { throw .store(error) }
        guard let new = now.first(where: { !known.contains($0.id) }) else { return }
        let code: String
        do { code = try store.dossier(new.dossier).code.text } catch { throw .store(error) }
        throw .changedMeanwhile(dossier: code)
    }

    private func writeLists(
        _ delivery: OpenDelivery, _ folder: DeliveryFolder, _ built: [BuiltDossier], _ manifest: inout Manifest
    ) throws(DeliveringError) {
        meter.enter(.lists)
        let rows = built.map(\.rows)
        let texts = [
            (DeliveryNames.dossierList, Lists.dossiers(rows)),
            (DeliveryNames.documentList, Lists.documents(rows)),
            (
                DeliveryNames.backupLog,
                Lists.backupLog(rows, time: shown(delivery.started), medium: target.path, person: exporter.actor.person)
            ),
        ]
        for (name, text) in texts {
            try folder.files.write(text, to: folder.file(name))
            manifest.add(name, Data(text.utf8))
        }
    }

    private func shown(_ moment: Timestamp) -> String {
        let parts = moment.parts(in: exporter.zone)
        return String(format: "%02d/%02d/%04d %02d:%02d", parts.day, parts.month, parts.year, parts.hour, parts.minute)
    }

    /// A consistent copy, checked by SQLite before it leaves, and the head of the audit trail that is in it.
    private func copyDatabase(to folder: DeliveryFolder, _ manifest: inout Manifest) throws(DeliveringError) {
        meter.enter(.database)
        try meter.checkCancelled()
        let scratch = try outbox.scratchDatabase()
        defer { outbox.remove(scratch) }
        let head: String
        do {
            // Before the copy, so that the copy contains the row.
            head = try store.auditHead()
            try store.copyDatabaseWithoutWithheld(to: scratch)
            let problems = try StationStore.integrityProblems(ofCopy: scratch)
            if let problem = problems.first { throw DeliveringError.databaseCopyDamaged(problem) }
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as DeliveringError {
            throw error
        } catch {
            throw .databaseCopyDamaged("\(error)")
        }
        try folder.files.makeFolder(folder.file(DeliveryNames.store))
        manifest.entries.append((DeliveryNames.database, try FileTree.sha256(of: scratch).sha256))
        try folder.files.copy(scratch, to: folder.file(DeliveryNames.database))
        try folder.files.syncFolder(folder.file(DeliveryNames.store))
        try folder.files.write(head + "\n", to: folder.file(DeliveryNames.auditHead))
        manifest.add(DeliveryNames.auditHead, Data((head + "\n").utf8))
    }
}

/// Folders at a target that are in the books.
func bookedFolders(_ store: StationStore, _ target: Target) throws(DeliveringError) -> [String] {
    do { return try store.deliveries(to: target.path).map(\.folder) } catch { throw .store(error) }
}
