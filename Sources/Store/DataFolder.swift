import CSystem
import Files
import Foundation
import Records
import Texts

/// The one folder that holds everything a station keeps: database, page images, spool, log, locks.
///
///     station.sqlite   vault/ab/<page>.jpg   previews/ab/<page>.jpg   spool/   outbox/   log/   locks/   bien-ban/   config.toml
///
/// Private to its owner; or, when an administrator has given the folder to a group (mode 2770), to that group.
public struct DataFolder: Sendable, Hashable {
    public let path: String
    /// Given to a group: its members may open what is made in it.
    public let isShared: Bool

    public var database: String { path + "/station.sqlite" }
    public var vault: String { path + "/vault" }
    public var previews: String { path + "/previews" }
    public var spool: String { path + "/spool" }
    public var outbox: String { path + "/outbox" }
    public var log: String { path + "/log" }
    public var locks: String { path + "/locks" }
    /// Biên bản and phiếu lấy lại, as they were printed.
    public var minutes: String { path + "/bien-ban" }
    /// Names, loan words and abbreviations of the office that are no Vietnamese syllables, one a line.
    public var words: String { path + "/tu-vung.txt" }
    public var configuration: String { path + "/config.toml" }

    private var folders: [String] { [vault, previews, spool, outbox, log, locks, minutes] }

    /// The default place: `--data`, else `TRAMQUET_DATA`, else `$XDG_DATA_HOME/tramquet`.
    public static func chosen(option: String?, environment: [String: String]) -> String {
        if let option, !option.isEmpty { return option }
        if let path = environment["TRAMQUET_DATA"], !path.isEmpty { return path }
        if let path = environment["XDG_DATA_HOME"], !path.isEmpty { return path + "/tramquet" }
        return (environment["HOME"] ?? ".") + "/.local/share/tramquet"
    }

    /// Whether there is a station's data at this path already.
    public static func exists(at path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/station.sqlite")
    }

    /// Opens the folder, creating what is absent, and refuses one that cannot keep its promises: on a network file
    /// system (its locks cannot be trusted), not writable, or owned by somebody else without a group for it.
    /// - Parameter environment: tests cannot mount NFS; `TRAMQUET_TEST_FILESYSTEM` names the type the kernel would report.
    public init(
        preparing path: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(StoreError) {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
        // Existing modes are kept: the administrator's 2770 on a shared folder must survive.
        var existing = stat()
        let reported = environment["TRAMQUET_TEST_FILESYSTEM"].flatMap { Int($0, radix: 16) }
        try DataFolder.refuseNetworkFileSystem(self.path, reported: reported)
        if stat(self.path, &existing) == 0 {
            guard existing.st_mode & S_IFMT == S_IFDIR else { throw .dataFolder(.notAFolder, path: self.path) }
            isShared = DataFolder.isShared(existing)
            if DataFolder.isSomeoneElses(existing, for: geteuid()) { throw .dataFolder(.someoneElses, path: self.path) }
        } else {
            isShared = false
            try DataFolder.makeFolder(self.path, mode: 0o700, root: self.path)
        }
        guard access(self.path, W_OK | X_OK) == 0 else { throw .dataFolder(.readOnly, path: self.path) }
        umask(isShared ? 0o007 : 0o077)
        for folder in folders { try DataFolder.makeFolder(folder, mode: isShared ? 0o2770 : 0o700, root: self.path) }
        // A read-only mount passes access(2) for root; only writing proves it.
        let probe = locks + "/.writable-\(getpid())"
        let descriptor = open(probe, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .dataFolder(SystemError("open", path: probe, errno: errno).isDiskFull ? .full : .readOnly, path: self.path)
        }
        close(descriptor)
        unlink(probe)
    }

    private static func isShared(_ folder: stat) -> Bool { folder.st_mode & 0o2070 == 0o2070 }

    /// Whether a folder belongs to another user and no group was given it. Root may open it as little as anybody: what root
    /// makes in it, the logs of the database among it, its owner could not write any more.
    static func isSomeoneElses(_ folder: stat, for user: uid_t) -> Bool {
        folder.st_uid != user && !isShared(folder)
    }

    private static func makeFolder(_ path: String, mode: mode_t, root: String) throws(StoreError) {
        var existing = stat()
        if stat(path, &existing) == 0 {
            guard existing.st_mode & S_IFMT == S_IFDIR else { throw .dataFolder(.notAFolder, path: path) }
            return
        }
        let parent = (path as NSString).deletingLastPathComponent
        if !parent.isEmpty, parent != path, stat(parent, &existing) != 0 { try makeFolder(parent, mode: 0o755, root: root) }
        if mkdir(path, mode) != 0 && errno != EEXIST {
            let error = SystemError("mkdir", path: path, errno: errno)
            throw .dataFolder(error.isDiskFull ? .full : error.isRefused ? .readOnly : .cannotCreate, path: path)
        }
        chmod(path, mode)
    }

    /// File systems whose locks do not hold between machines (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P.
    private static let networkFileSystems: Set<Int> = [
        0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x00C3_6400, 0x0102_1997,
    ]

    /// Asked of the nearest folder that is there, so that nothing is made on a file system that is refused.
    private static func refuseNetworkFileSystem(_ path: String, reported: Int?) throws(StoreError) {
        var nearest = path
        while access(nearest, F_OK) != 0, nearest.count > 1 { nearest = (nearest as NSString).deletingLastPathComponent }
        if networkFileSystems.contains(reported ?? Int(csys_filesystem_type(nearest))) {
            throw .dataFolder(.networkFileSystem, path: path)
        }
    }
}
