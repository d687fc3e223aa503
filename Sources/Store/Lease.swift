import CSystem
import Files
import Foundation
import GRDB
import Records

/// Exclusive use of a dossier, a device or the OCR dispatcher, among all processes on the data folder.
///
/// An open-file-description lock on a small file: the kernel releases it when the holder ends, however it ends, and no
/// clock is involved. The fence, a number that grows with every lease of that name, is checked when pages and readings
/// are committed: whoever lost a lease without knowing it, because somebody has cleaned up `locks/`, cannot write late.
public final class Lease: Sendable {
    public let name: String
    public let fence: Int64
    private let descriptor: Int32

    /// Whether this is the lease of that dossier.
    public func isOf(_ dossier: DossierID) -> Bool { name == StationStore.leaseName(dossier) }

    fileprivate init(name: String, fence: Int64, descriptor: Int32) {
        (self.name, self.fence, self.descriptor) = (name, fence, descriptor)
    }

    deinit { close(descriptor) }
}

extension StationStore {
    /// Opens a dossier for scanning and page work. Throws `dossierInUse` while another process has it.
    public func leaseDossier(_ id: DossierID, code: DossierCode) throws(StoreError) -> Lease {
        try lease(StationStore.leaseName(id), refusal: .dossierInUse(code.text))
    }

    public func leaseDevice(_ name: String) throws(StoreError) -> Lease {
        let safe = name.unicodeScalars.map { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? String($0) : "_\($0.value)" }
        return try lease("device-" + safe.joined().suffix(180), refusal: .deviceInUse(name))
    }

    /// The right to run the OCR queue of this folder.
    public func leaseDispatcher() throws(StoreError) -> Lease {
        try lease("ocr-dispatcher", refusal: .dispatcherRunning)
    }

    /// The right to export to a target: two runs at once would both deliver.
    public func leaseExport() throws(StoreError) -> Lease {
        try lease("export", refusal: .busy)
    }

    /// Whether nobody has taken a lease over, behind the back of the lock.
    public func isCurrent(_ lease: Lease) throws(StoreError) -> Bool {
        try read { db in try self.fence(db, lease.name) == lease.fence }
    }

    /// Throws `dossierInUse` when the dossier's lease is somebody else's by now.
    func requireFence(_ db: Database, of run: RunRecord) throws {
        guard let fence = run.fence, try self.fence(db, StationStore.leaseName(run.dossier)) != fence else { return }
        throw StoreError.dossierInUse(try dossier(db, run.dossier).code.text)
    }

    private func fence(_ db: Database, _ name: String) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT number FROM fences WHERE name = ?", arguments: [name])
    }

    static func leaseName(_ dossier: DossierID) -> String { "dossier-\(dossier)" }

    /// Whether a lease other than these is held on a dossier.
    func isOpenElsewhere(_ dossier: DossierID, holding held: [Lease]) -> Bool {
        let name = StationStore.leaseName(dossier)
        if held.contains(where: { $0.name == name }) { return false }
        let descriptor = open(folder.locks + "/" + name + ".lock", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return csys_is_locked(descriptor) == 1
    }

    private func lease(_ name: String, refusal: StoreError) throws(StoreError) -> Lease {
        let path = folder.locks + "/" + name + ".lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
        guard descriptor >= 0 else { throw StoreError(SystemError("open", path: path, errno: errno)) }
        let result = csys_lock_exclusive(descriptor)
        guard result == 0 else {
            close(descriptor)
            throw result == EAGAIN || result == EACCES ? refusal : StoreError(SystemError("fcntl", path: path, errno: result))
        }
        do {
            let fence = try write { db in
                try db.execute(
                    sql: "INSERT INTO fences VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET number = number + 1", arguments: [name])
                return try self.fence(db, name) ?? 1
            }
            return Lease(name: name, fence: fence, descriptor: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
    }
}
