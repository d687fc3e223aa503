import Foundation
import Imaging
import Records
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
            if orphan.place != nil, let data = FileManager.default.contents(atPath: orphan.path), let file = try? PageFile(data: data) {
                try adopt(
                    orphan, facts: file.facts, fingerprint: file.fingerprint, blank: file.examination.blank,
                    findings: file.examination.findings, by: actor)
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
}
