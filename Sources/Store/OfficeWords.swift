import Foundation
import Synchronization
import Vietnamese

/// The words of an office itself, from the list in its data folder.
public struct OfficeWords: Sendable {
    public enum Failure: Error, Sendable, Hashable {
        case unreadable, notUTF8, tooLarge
    }

    /// Bytes; more is no list of words.
    public static let largest = 4 << 20

    public let lexicon: Lexicon
    public let bad: [Lexicon.BadLine]

    /// Without a file there are none.
    public init(path: String) throws(Failure) {
        guard FileManager.default.fileExists(atPath: path) else {
            (lexicon, bad) = (Lexicon(), [])
            return
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        guard let size else { throw .unreadable }
        guard size <= OfficeWords.largest else { throw .tooLarge }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable }
        guard let text = String(validating: data, as: UTF8.self) else { throw .notUTF8 }
        // Some editors begin a file with a byte order mark.
        (lexicon, bad) = Lexicon.read(text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text)
    }
}

/// Makes the proofreader of a data folder with the first word that is judged, and keeps it. A list that cannot be read counts for
/// nothing: `doctor` says so.
final class OfficeProofreader: Sendable {
    private let path: String
    private let made = Mutex<Proofreader?>(nil)

    init(path: String) { self.path = path }

    var proofreader: Proofreader {
        made.withLock { made in
            if let made { return made }
            let fresh = Proofreader(words: (try? OfficeWords(path: path).lexicon) ?? Lexicon())
            made = fresh
            return fresh
        }
    }
}
