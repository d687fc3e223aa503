import Foundation
import Records
import Store

/// Brings books and target together before a new delivery begins.
struct Reconciliation {
    let store: StationStore
    let target: Target
    let outbox: Outbox

    struct Findings {
        /// Names of folders that got the `DONE` they were still owed.
        var completed: [String] = []
        /// Folders in the books that never became a delivery: no `DONE`, and the files are not as they should be.
        var lost: Set<String> = []
        /// Deliveries under way that are not in the books, newest first.
        var pending: [OpenDelivery] = []
    }

    func settle() throws(DeliveringError) -> Findings {
        var findings = Findings()
        let booked = try bookedFolders(store, target)
        let notes = outbox.open(to: target.path)
        for note in notes {
            guard booked.contains(note.folder) else {
                findings.pending.append(note)
                continue
            }
            if try isDone(note.folder, &findings) { try outbox.forget(note) }
        }
        // Without a note: somebody removed DONE. A folder that is gone altogether was taken away by its receiver.
        for name in booked where !notes.contains(where: { $0.folder == name }) && target.folder(name).exists {
            _ = try isDone(name, &findings)
        }
        return findings
    }

    /// True when nothing remains to be done about a folder in the books.
    private func isDone(_ name: String, _ findings: inout Findings) throws(DeliveringError) -> Bool {
        let folder = target.folder(name)
        if folder.isDone { return true }
        try folder.files.removeTree(folder.file(DeliveryNames.done + ".part"))
        // Everything in it has been delivered elsewhere since: an empty shell that needs no second look.
        guard try holdsLastVersions(name) else { return true }
        guard folder.exists, let manifest = Manifest(reading: folder.file(DeliveryNames.manifest)), !manifest.entries.isEmpty,
            try manifest.differences(in: folder.path).allSatisfy({ $0.harmed == nil })
        else {
            findings.lost.insert(name)
            return false
        }
        try folder.markDone(manifest, at: store.clock.now())
        findings.completed.append(name)
        return true
    }

    private func holdsLastVersions(_ folder: String) throws(DeliveringError) -> Bool {
        do { return try store.currentFolders(at: target.path).contains(folder) } catch { throw .store(error) }
    }

    /// Removes an interrupted delivery that nothing will be built on: it is in no book, so nobody counts on it.
    func abandon(_ delivery: OpenDelivery) throws(DeliveringError) {
        let folder = target.folder(delivery.folder)
        if folder.claimant == delivery.id, !folder.isDone {
            // The claim goes last: until then the folder is known as ours.
            try folder.clear(except: [])
            try folder.files.removeTree(folder.path)
            try folder.files.syncFolder(target.path)
        }
        try outbox.forget(delivery)
    }
}
