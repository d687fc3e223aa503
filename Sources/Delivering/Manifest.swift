import Crypto
import Foundation
import Store

/// `manifest-sha256.txt`: what `sha256sum -c` reads. Every file of a delivery but itself and `DONE`, in the order of the bytes.
struct Manifest {
    var entries: [(path: String, sha256: String)]

    var text: String {
        entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map { "\($0.sha256)  \($0.path)\n" }.joined()
    }

    var sha256: String { SHA256.hash(data: Data(text.utf8)).hexadecimal }

    init(entries: [(path: String, sha256: String)]) {
        self.entries = entries
    }

    mutating func add(_ path: String, _ content: Data) {
        entries.append((path, SHA256.hash(data: content).hexadecimal))
    }

    /// Nil when the text is no manifest, or names a file outside its folder.
    init?(_ text: String) {
        entries = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            let sum = line.prefix(64)
            let path = line.dropFirst(66)
            guard sum.count == 64, sum.allSatisfy(\.isHexDigit), line.dropFirst(64).prefix(2) == "  ", !path.isEmpty, !path.hasPrefix("/"),
                !path.split(separator: "/").contains("..")
            else { return nil }
            entries.append((String(path), sum.lowercased()))
        }
    }

    init?(reading path: String) {
        guard let bytes = FileTree.bytes(of: path), let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self.init(text)
    }

    enum Difference: Hashable {
        case missing(String)
        case differs(String)
        /// In the folder, not in the manifest.
        case extra(String)

        /// The path of a file that is not as it was delivered. One that was added (`Thumbs.db` on a share) takes nothing away.
        var harmed: String? {
            switch self {
            case .missing(let path), .differs(let path): path
            case .extra: nil
            }
        }
    }

    /// Reads every file of the folder from the disk again.
    /// - Parameter step: called before each file; throws to stop.
    func differences(
        in folder: String, step: @Sendable () throws(DeliveringError) -> Void = {}
    ) throws(DeliveringError) -> [Difference] {
        let found = Set(FileTree.files(below: folder))
        var differences: [Difference] = []
        let results = try Parallel.map(entries) { (entry) throws(DeliveringError) -> Difference? in
            try step()
            guard found.contains(entry.path) else { return .missing(entry.path) }
            let actual: String?
            do { actual = try FileTree.sha256(of: folder + "/" + entry.path, fromDisk: true).sha256 } catch { actual = nil }
            return actual == entry.sha256 ? nil : .differs(entry.path)
        }
        differences += results.compactMap { $0 }
        let known = Set(entries.map(\.path)).union([DeliveryNames.manifest, DeliveryNames.done])
        differences += found.subtracting(known).sorted().map { .extra($0) }
        return differences
    }
}
