import Files
import Foundation
import Imaging
import Texts

/// What a file lacks that lies still.
public enum Lack: String, Sendable, Hashable {
    case empty
    /// It does not end as its format does: somebody still writes it, or gave up.
    case noEnd = "no_end"
    case unreadable

    public var message: Phrase {
        switch self {
        case .empty: Text.incomingEmpty.phrase
        case .noEnd: Text.incomingNoEnd.phrase
        case .unreadable: Text.incomingUnreadable.phrase
        }
    }
}

/// Whether a file is there up to its end, by the marks of its format. That says nothing of what lies between.
enum FileEnd: Equatable {
    case whole
    case lacking(Lack)
    /// A format without an end that could be looked for.
    case unknown

    /// The marks stand at the very end, but for what some machines pad it with.
    private static let tailLength = 1024
    private static let headLength = 16

    static func look(_ path: String) -> FileEnd {
        guard let (head, size) = try? Files.data(of: path, atMost: headLength) else { return .lacking(.unreadable) }
        if size == 0 { return .lacking(.empty) }
        // A copier may make room for the whole file before it writes the first byte.
        if head.allSatisfy({ $0 == 0 }) { return .lacking(.noEnd) }
        let isThere: Bool
        if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            isThere = tail(of: path, size)?.range(of: Data([0xFF, 0xD9])) != nil
        } else if head.starts(with: Data("%PDF".utf8)) {
            isThere = tail(of: path, size)?.range(of: Data("%%EOF".utf8)) != nil
        } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            isThere = tail(of: path, size)?.range(of: Data("IEND".utf8)) != nil
        } else if head.starts(with: [0x49, 0x49, 0x2A, 0]) || head.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            isThere = isWholeTIFF(path)
        } else {
            return .unknown
        }
        return isThere ? .whole : .lacking(.noEnd)
    }

    private static func tail(of path: String, _ size: Int) -> Data? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        do {
            try file.seek(toOffset: UInt64(max(0, size - tailLength)))
            return try file.readToEnd()
        } catch { return nil }
    }

    /// Its directories and the pixels of its first and last image lie within it. What else is wrong with it is not for want of
    /// waiting.
    private static func isWholeTIFF(_ path: String) -> Bool {
        guard let data = try? Files.data(of: path).data else { return false }
        do throws(ImagingError) {
            let count = try ImageHeader.read(data).imageCount
            if count > 1 { _ = try ImageHeader.read(data, page: count) }
        } catch {
            return error != .truncated && error != .damaged
        }
        return true
    }
}
