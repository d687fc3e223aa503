import CSystem
import Files
import Foundation
import Records
import Store

/// A place deliveries go to.
struct Target: Sendable {
    /// Absolute, symbolic links resolved.
    let path: String
    let files: TargetFiles

    /// - Throws: `targetMissing`, `targetNotAFolder`, `targetInsideData`.
    init(_ path: String, data: DataFolder) throws(DeliveringError) {
        guard let resolved = realpath(path, nil) else {
            throw errno == ENOTDIR ? .targetNotAFolder(path: path) : .targetMissing(path: path)
        }
        defer { free(resolved) }
        self.path = String(cString: resolved)
        guard FileTree.isFolder(self.path) else { throw .targetNotAFolder(path: path) }
        let inside = realpath(data.path, nil).map { own in
            defer { free(own) }
            return String(cString: own)
        }
        if let inside, (self.path + "/").hasPrefix(inside + "/") { throw .targetInsideData(path: path) }
        files = TargetFiles(target: self.path)
    }

    func folder(_ name: String) -> DeliveryFolder { DeliveryFolder(path: path + "/" + name, files: files) }
}

/// The folder of one delivery.
struct DeliveryFolder: Sendable {
    let path: String
    let files: TargetFiles

    func file(_ name: String) -> String { path + "/" + name }

    var exists: Bool { FileTree.isFolder(path) }
    var isDone: Bool { FileTree.exists(file(DeliveryNames.done)) }
    var claimant: DeliveryID? { OpenDelivery(reading: file(DeliveryNames.claim))?.id }

    /// Makes the folder this delivery's, or says no: it is somebody else's, or a finished one. Two stations that ask at
    /// once cannot both get it.
    func claim(for delivery: OpenDelivery) throws(DeliveringError) -> Bool {
        if !exists {
            // Anything else of that name is not ours to touch.
            guard !FileTree.exists(path) else { return false }
            try files.makeFolder(path)
        }
        if claimant == delivery.id { return !isDone }
        let mine = file(".\(delivery.id)")
        let foreign = FileTree.names(in: path).filter { !$0.hasPrefix(".\(delivery.id)") }
        guard foreign.isEmpty else { return false }
        try files.write(delivery.json, to: mine)
        let result = csys_rename_new(mine, file(DeliveryNames.claim))
        guard result == 0 else {
            unlink(mine)
            if result == EEXIST { return false }
            throw DeliveringError(SystemError("rename", path: file(DeliveryNames.claim), errno: result))
        }
        try files.syncFolder(path)
        return true
    }

    /// Removes what an interrupted run left that does not belong to this one.
    func clear(except kept: Set<String>) throws(DeliveringError) {
        for name in FileTree.names(in: path) where name != DeliveryNames.claim && !kept.contains(name) {
            try files.removeTree(file(name))
        }
    }

    /// The last file: from now on this is a delivery.
    func markDone(_ manifest: Manifest, at moment: Timestamp) throws(DeliveringError) {
        try files.write("\(manifest.sha256)  \(DeliveryNames.manifest)\n\(moment.iso8601)\n", to: file(DeliveryNames.done))
        try files.syncFolder(path)
        try files.syncFolder((path as NSString).deletingLastPathComponent)
    }
}
