import Dispatch
import Files
import Foundation
import Records

/// A file that lies in a watched folder.
public struct IncomingFile: Sendable, Hashable {
    /// The subfolder it lies in; nil: the folder itself.
    public let subfolder: String?
    public let name: String
    public let path: String

    /// As a person names it, seen from the folder.
    public var shown: String { subfolder.map { "\($0)/\(name)" } ?? name }
}

/// A folder that other machines put files in: which of them are complete.
///
/// Shares that are written from elsewhere give no sign of their own when a file is done. It is complete when neither its size nor
/// its time have changed for a while and it ends the way its format ends.
///
///     var folder = IncomingFolder(path: "/srv/scan")
///     let look = try folder.look(at: IncomingFolder.now)
public struct IncomingFolder: Sendable {
    /// Where files go from a watched folder; nothing in there comes in.
    public enum Own {
        public static let claimed = ".dang-nhan"
        public static let received = "da-nhan"
        public static let refused = "loi"
    }

    /// Seconds. See `Lack` for files that are not whole.
    enum Patience {
        /// A file must lie still so long.
        static let stillness = 2.0
        /// Of a format that is not known nobody can see the end.
        static let stillnessWithoutEnd = 10.0
        /// A file that lies still and is not whole is told of; one that waits for another goes on.
        static let longest = 60.0
    }

    /// What one look found.
    public struct Look: Sendable {
        /// Complete and still there, in natural order.
        public var ready: [IncomingFile] = []
        /// Not whole and still for long, told once; they are taken all the same should they become whole.
        public var lacking: [(file: IncomingFile, lack: Lack)] = []
        /// How many others may become complete.
        public var pending = 0
        /// The first-level subfolders, to be watched too.
        public var subfolders: [String] = []
        /// Seconds after which another look may find more.
        public var nextLook = Patience.stillness
    }

    public let path: String
    private let hasSubfolders: Bool
    private var sightings: [String: Sighting] = [:]

    /// - Parameter subfolders: also looks into the first-level subfolders.
    public init(path: String, subfolders: Bool = false) {
        self.path = path
        hasSubfolders = subfolders
    }

    /// What tells that a file was written to.
    private struct Stamp: Equatable {
        let size: Int64
        let seconds: Int
        let nanoseconds: Int
        let inode: UInt
    }

    private struct Sighting {
        let stamp: Stamp
        let since: Double
        var isWhole = false
        /// Told with the stamp as it is.
        var isTold = false
        /// Told, whatever was written since.
        var wasTold = false
    }

    /// Seconds of a clock that never goes back.
    public static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

    /// - Parameter now: as `IncomingFolder.now`.
    /// - Throws: when the folder itself cannot be read.
    public mutating func look(at now: Double) throws(SystemError) -> Look {
        var look = Look()
        let names = try IncomingFolder.names(in: path)
        var seen: [String: Sighting] = [:]
        examine(names, in: nil, at: now, &look, &seen)
        if hasSubfolders {
            look.subfolders = names.filter { !IncomingFolder.isLeftAlone($0) && $0 != Own.received && $0 != Own.refused && isFolder($0) }
                .sorted(by: NaturalOrder.precedes)
            // One that goes away meanwhile had nothing for us.
            for name in look.subfolders { examine((try? IncomingFolder.names(in: "\(path)/\(name)")) ?? [], in: name, at: now, &look, &seen) }
        }
        sightings = seen
        return look
    }

    /// In natural order, so that a file which is still being written holds back those behind it: the pages come in order.
    private func examine(_ names: [String], in subfolder: String?, at now: Double, _ look: inout Look, _ seen: inout [String: Sighting]) {
        var isBehindPending = false
        for name in names.filter({ !IncomingFolder.isLeftAlone($0) }).sorted(by: NaturalOrder.precedes) {
            let file = IncomingFile(subfolder: subfolder, name: name, path: (subfolder.map { "\(path)/\($0)" } ?? path) + "/" + name)
            guard let stamp = IncomingFolder.stamp(of: file.path) else { continue }
            let earlier = sightings[file.path]
            var sighting = earlier.flatMap { $0.stamp == stamp ? $0 : nil }
                ?? Sighting(stamp: stamp, since: now, wasTold: earlier?.wasTold ?? false)
            let age = now - sighting.since
            let lack = lack(file, &sighting, age)
            if sighting.isWhole, !isBehindPending || age >= Patience.longest {
                look.ready.append(file)
            } else if !sighting.isTold {
                if let lack, age >= Patience.longest {
                    if !sighting.wasTold { look.lacking.append((file, lack)) }
                    (sighting.isTold, sighting.wasTold) = (true, true)
                } else {
                    isBehindPending = true
                    look.pending += 1
                    if age < Patience.stillness { look.nextLook = min(look.nextLook, Patience.stillness - age) }
                }
            }
            seen[file.path] = sighting
        }
    }

    /// Looks into a file once it lies still, and again until it is whole or was told of.
    private func lack(_ file: IncomingFile, _ sighting: inout Sighting, _ age: Double) -> Lack? {
        guard age >= Patience.stillness, !sighting.isWhole, !sighting.isTold else { return nil }
        let end = FileEnd.look(file.path)
        switch end {
        case .whole: sighting.isWhole = true
        case .unknown: sighting.isWhole = age >= Patience.stillnessWithoutEnd
        case .lacking(let lack): return lack
        }
        return nil
    }

    // MARK: - The disk

    /// Hidden files, what programs name files that they have not finished, and what Windows leaves in every folder.
    static func isLeftAlone(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name == "thumbs.db" || name == "desktop.ini"
            || [".part", ".partial", ".filepart", ".tmp", ".crdownload"].contains(where: name.hasSuffix)
    }

    static func names(in folder: String) throws(SystemError) -> [String] {
        guard let stream = opendir(folder) else { throw SystemError("opendir", path: folder, errno: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private func isFolder(_ name: String) -> Bool {
        var status = stat()
        return lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// nil: no regular file, or gone.
    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Stamp(
            size: Int64(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, inode: UInt(status.st_ino))
    }
}
