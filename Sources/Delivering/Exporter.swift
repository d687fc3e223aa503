import Foundation
import PDF
import Records
import Store
import Synchronization

/// Delivers finished dossiers to a target folder: each once, and again only when it has changed.
///
///     let exporter = Exporter(store: store, actor: actor)
///     let result = try exporter.export(to: "/mnt/luu-tru")
///
/// An export that was interrupted, however it was, is completed by the next one to the same target (see `Outbox`).
public struct Exporter: Sendable {
    let store: StationStore
    let actor: Actor
    let zone: TimeZone
    let format: DeliveryFormat
    /// Whether dossiers whose delivered folder is no longer at the target go out again, as a new version.
    public var redeliverMissing = false
    /// For tests: called at each step of a delivery; what it throws stops the export there.
    var checkpoint: @Sendable (ExportStep) throws(DeliveringError) -> Void = { _ in }
    /// For tests: a full disk is then met while writing instead of before.
    var looksAtFreeSpace = true
    /// Dossiers built at a time.
    var width = Parallel.width

    /// - Parameters:
    ///   - zone: in which the date of a delivery is told.
    ///   - conformance: of the PDF files.
    public init(
        store: StationStore, actor: Actor, zone: TimeZone = .ofTheOffice, profile: ExportProfile = .simple,
        conformance: DeliveredPDF = .a2u, template: FileNameTemplate = .tt05
    ) {
        self.store = store
        self.actor = actor
        self.zone = zone
        format = DeliveryFormat(profile: profile, conformance: conformance, template: template)
    }

    /// What an export to a target would deliver. Writes nothing.
    /// - Parameter only: these dossiers; nil: every finished one.
    public func plan(target path: String, only: [DossierCode]? = nil) throws(DeliveringError) -> ExportPlan {
        try plan(Target(path, data: store.folder), only: only, lost: [])
    }

    /// Writes down, of dossiers that were changed and changed back, that they are delivered as they are now: boxes ask for it.
    public func noteUnchanged(of plan: ExportPlan, at path: String) throws(DeliveringError) {
        let target = try Target(path, data: store.folder)
        do { try store.noteUnchanged(plan.unchanged, at: target.path) } catch { throw .store(error) }
    }

    /// Delivers what is ready. When there is nothing to deliver, nothing is written.
    ///
    /// - Parameters:
    ///   - dryRun: only plans.
    ///   - progress: called from several threads, one call at a time.
    ///   - isCancelled: asked after every page, from several threads.
    /// - Throws: faults of the target and the store. Those of one dossier stand in the result's `problems`.
    public func export(
        to path: String, only: [DossierCode]? = nil, dryRun: Bool = false,
        progress: @escaping @Sendable (ExportProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(DeliveringError) -> ExportResult {
        let target = try Target(path, data: store.folder)
        if dryRun { return ExportResult(plan: try plan(target, only: only, lost: [])) }
        let lease: Lease
        do { lease = try store.leaseExport() } catch { throw error == .busy ? .exportRunning : .store(error) }
        return try withExtendedLifetime(lease) { () throws(DeliveringError) in
            try ExportRun(exporter: self, target: target, progress: progress, isCancelled: isCancelled).run(only: only)
        }
    }

    /// - Parameter lost: folders in the books whose `DONE` was never written and whose files are not as they should be.
    func plan(_ target: Target, only: [DossierCode]?, lost: Set<String>) throws(DeliveringError) -> ExportPlan {
        let missing = try missingFolders(target).filter { !lost.contains($0) }
        let again = redeliverMissing ? lost.union(missing) : lost
        let (candidates, untouched) = try candidates(only, for: target, again: again)
        let planned = try candidates.map { (candidate) throws(DeliveringError) in try self.planned(candidate, again: again) }
        try refuseCollisions(planned)
        return ExportPlan(target: target.path, dossiers: planned, untouched: untouched, missingFolders: missing)
    }

    private func missingFolders(_ target: Target) throws(DeliveringError) -> [String] {
        do { return try store.currentFolders(at: target.path).filter { !target.folder($0).exists } } catch { throw .store(error) }
    }

    private func candidates(
        _ only: [DossierCode]?, for target: Target, again: Set<String>
    ) throws(DeliveringError) -> (candidates: [DeliveryCandidate], untouched: Int) {
        do throws(StoreError) {
            if let only {
                let named = try Set(only).sorted().map { (code) throws(StoreError) in
                    let dossier = try store.dossier(code)
                    return DeliveryCandidate(dossier: dossier, last: try store.lastDelivery(of: dossier.id, to: target.path))
                }
                return (named, 0)
            }
            let settled = try store.deliveryCandidates(to: target.path, format: format.signature, again: again)
            let unfinished = try store.unfinishedDossiers().map { DeliveryCandidate(dossier: $0, last: nil) }
            return ((settled.candidates + unfinished).sorted { $0.dossier.code < $1.dossier.code }, settled.untouched)
        } catch { throw .store(error) }
    }

    private func planned(_ candidate: DeliveryCandidate, again: Set<String>) throws(DeliveringError) -> PlannedDossier {
        let (summary, last) = (candidate.dossier, candidate.last)
        if let reason = PlannedDossier.NotReady(summary) { return PlannedDossier(summary, .notReady(reason)) }
        let isWantedAgain = last.map { again.contains($0.folder) } ?? false
        if let last, !isWantedAgain, last.basis == DeliveryBasis(revision: summary.revision, format: format.signature) {
            return PlannedDossier(summary, .alreadyDelivered(version: last.version, folder: last.folder))
        }
        return try lookedAt(summary, last, isWantedAgain: isWantedAgain)
    }

    /// The content decides: a dossier may have been changed and changed back.
    private func lookedAt(
        _ summary: DossierSummary, _ last: LastDelivery?, isWantedAgain: Bool
    ) throws(DeliveringError) -> PlannedDossier {
        let snapshot = try DossierSnapshot(store, summary.id)
        let metadata = DossierMetadata(snapshot, format: format)
        let standing: PlannedDossier.Standing =
            if let reason = PlannedDossier.NotReady(snapshot.contents.summary) {
                .notReady(reason)
            } else if let last {
                last.contentHash == metadata.contentSHA256 && !isWantedAgain
                    ? .alreadyDelivered(version: last.version, folder: last.folder)
                    : .redelivery(version: last.version + 1, supersedes: last.folder)
            } else {
                .ready
            }
        return PlannedDossier(snapshot, metadata, standing, format: format)
    }

    /// Names that are one to a Windows share are one here.
    private func refuseCollisions(_ planned: [PlannedDossier]) throws(DeliveringError) {
        var taken: [String: String] = [:]
        for dossier in planned where dossier.isDue {
            let name = dossier.code.pathName.lowercased()
            if DeliveryNames.reserved.contains(name) { throw .nameCollision(dossier.code.text, name) }
            if let other = taken.updateValue(dossier.code.text, forKey: name) { throw .nameCollision(other, dossier.code.text) }
        }
    }
}

/// The steps of a delivery at which it may be interrupted.
enum ExportStep: Hashable, Sendable, CaseIterable {
    case noted, claimed, documentWritten, dossierBuilt, listsWritten, databaseCopied, manifestWritten, verified, booked, done
}

extension TimeZone {
    /// Asia/Ho_Chi_Minh; +07:00 all year since 1975, also where the machine has no table of zones.
    public static let ofTheOffice = TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? TimeZone(secondsFromGMT: 7 * 3600) ?? .current
}
