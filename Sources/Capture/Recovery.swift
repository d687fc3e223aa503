import Files
import Foundation
import Imaging
import Records
import Scanning
import Store
import Texts

/// What became of an orphan a person decided on.
public struct RecoveryResult: Sendable, Hashable {
    public var adopted: [PageID] = []
    /// Not whole, or of unknown origin: kept in `spool/set-aside`.
    public var setAside: [PageID] = []
    /// Could not be entered now, such as on a full disk; still where they were.
    public var left: [PageID] = []
}

extension StationStore {
    /// Enters every lost page whose image is whole at its place, and sets the others aside. Nothing is deleted. Pages of
    /// dossiers that are open elsewhere are arriving, not lost, and are left alone.
    /// - Parameters:
    ///   - run: only pages of this one.
    ///   - held: leases of the caller; dossiers that are not open are leased for the time it takes.
    public func recoverLostPages(of run: RunID? = nil, holding held: [Lease] = [], by actor: Actor) throws(StoreError) -> RecoveryResult {
        var result = RecoveryResult()
        var leases = held
        // A run that is under way does its own replacing when it ends.
        let isUnderWay = run != nil
        if run == nil { try takeInLeftPreviews() }
        for found in try lookForLostPages(holding: held).orphans where run == nil || found.place?.run == run {
            // A cover that was entered meanwhile may have sent it to another dossier.
            guard let orphan = try lostPage(found.page, at: found.path) else { continue }
            if let place = orphan.place, !leases.contains(where: { $0.isOf(place.dossier) }) {
                guard let lease = try? leaseDossier(place.dossier, code: place.code) else { continue }
                leases.append(lease)
            }
            do {
                if !isUnderWay, let code = wholeFile(orphan)?.code?.dossier,
                    let lease = try goOn(behind: orphan, into: code, holding: leases, by: actor)
                {
                    leases.append(lease)
                }
                try recover(orphan, replacing: !isUnderWay, &result, by: actor)
            } catch { result.left.append(orphan.page) }
        }
        if run == nil { try settleInterruptedRescans(holding: leases, by: actor) }
        return result
    }

    /// Enters the lost pages of files that are being taken in, before more of them is: each is one page, and is counted.
    /// - Parameter lease: of their dossier.
    /// - Throws: when one could not be entered now; the file is not to be gone on with, or that page would come twice.
    func recoverLostPages(from sources: Set<String>, holding lease: Lease, by actor: Actor) throws(StoreError) {
        var result = RecoveryResult()
        for orphan in try lookForLostPages(holding: [lease]).orphans {
            guard let place = orphan.place, lease.isOf(place.dossier), let source = place.source, sources.contains(source) else { continue }
            try recover(orphan, replacing: false, &result, by: actor)
        }
    }

    private func recover(_ orphan: Orphan, replacing: Bool, _ result: inout RecoveryResult, by actor: Actor) throws(StoreError) {
        guard let place = orphan.place, let file = wholeFile(orphan) else {
            try setAside(orphan, by: actor)
            result.setAside.append(orphan.page)
            return
        }
        try adopt(
            orphan, facts: file.facts, fingerprint: file.fingerprint, blank: file.examination.blank,
            findings: file.examination.findings, code: file.code, hopper: try trayFed(for: place), by: actor)
        if replacing { try replaceOld(of: place.run, with: try pages(of: place.run), by: actor) }
        if let preview = try? file.grey.encoded() {
            let path = vault.spoolPath("\(orphan.page).grey.part")
            // Not half of one: it would be shown for ever.
            if (try? Files.create(path, preview, mode: 0o660, replacing: true, flush: false)) != nil {
                vault.takeInPreview(path, as: orphan.page)
            }
        }
        result.adopted.append(orphan.page)
    }

    private func wholeFile(_ orphan: Orphan) -> PageFile? {
        guard let data = FileManager.default.contents(atPath: orphan.path) else { return nil }
        return try? PageFile(data: data)
    }

    /// The paper of an adopted page went through: a folder scanner must not feed it again.
    private func trayFed(for place: Orphan.Place) throws(StoreError) -> String? {
        guard place.isOfLatestRun, place.device.hasPrefix("folder:") else { return nil }
        let known = try hopper(dossier: place.dossier, device: place.device)
        var tray = known.flatMap { try? JSONDecoder().decode(HopperState.self, from: Data($0.utf8)) } ?? HopperState()
        tray.fedImages += 1
        return (try? JSONEncoder().encode(tray)).map { String(decoding: $0, as: UTF8.self) }
    }
}
