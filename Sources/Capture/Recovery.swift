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
}

extension StationStore {
    /// Enters every orphan whose image is whole at its place, and sets the others aside. Nothing is deleted.
    public func recoverLostPages(_ orphans: [Orphan], by actor: Actor) throws(StoreError) -> RecoveryResult {
        var result = RecoveryResult()
        for orphan in orphans {
            if let place = orphan.place, let data = FileManager.default.contents(atPath: orphan.path), let file = try? PageFile(data: data) {
                try adopt(
                    orphan, facts: file.facts, fingerprint: file.fingerprint, blank: file.examination.blank,
                    findings: file.examination.findings, hopper: try trayFed(for: place), by: actor)
                if let preview = try? file.grey.encoded() {
                    let path = vault.spoolPath("\(orphan.page).grey.part")
                    try? preview.write(to: URL(fileURLWithPath: path))
                    vault.takeInPreview(path, as: orphan.page)
                }
                result.adopted.append(orphan.page)
            } else {
                try setAside(orphan, by: actor)
                result.setAside.append(orphan.page)
            }
        }
        return result
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
