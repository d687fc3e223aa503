import Foundation
import GRDB
import GRDBSQLite

/// What FTS5 is asked, and what is to be seen of a page that matches.
struct SearchLookup: Sendable, Hashable {
    /// A part of the expression that may be next to another: some of its phrases, of which one is there.
    struct Link: Sendable, Hashable {
        /// Numbers of phrases, as FTS5 counts them.
        var phrases: [Int]
        /// Words of each.
        var length: Int
    }

    private(set) var expression = ""
    private var phrases = 0
    /// Lists of links; of each list all stand one behind the other, or the words are not side by side.
    var chains: [[Link]] = []
    /// Only pages that tell by their own heads that they are of one of these kinds; empty: all pages.
    var toldKinds: [DocumentKind] = []

    /// One of these must be there too.
    @discardableResult mutating func add(_ texts: [(text: String, isOpen: Bool)], length: Int = 1) -> Link {
        let all = texts.map { "\"" + $0.text + "\"" + ($0.isOpen ? "*" : "") }
        if !expression.isEmpty { expression += " AND " }
        expression += all.count == 1 ? all[0] : "(" + all.joined(separator: " OR ") + ")"
        defer { phrases += all.count }
        return Link(phrases: Array(phrases..<phrases + all.count), length: length)
    }

    /// `chains` as the function `side_by_side` reads it: numbers of two bytes.
    var chainData: Data {
        var numbers: [UInt16] = []
        for chain in chains {
            numbers.append(UInt16(chain.count))
            for link in chain { numbers += [UInt16(link.length), UInt16(link.phrases.count)] + link.phrases.map { UInt16($0) } }
        }
        return numbers.withUnsafeBytes { Data($0) }
    }
}

/// `side_by_side(page_text, chains)`: whether the words of a query stand side by side on a page that matches, from the places FTS5
/// has in hand.
///
/// Asking for them as one phrase goes through the lists of all its words to the next page that has it, and where none has it to
/// the end of the index: FTS5 looks at the limits of numbers only at a match.
enum SideBySide {
    static let name = "side_by_side"

    static func register(_ db: Database) throws {
        let api = UnsafeMutablePointer(mutating: FTS5.api(db))
        let code = api.pointee.xCreateFunction(api, name, nil, answer, nil)
        if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    private static let answer: fts5_extension_function = { api, context, result, count, values in
        guard let api, count == 1, let value = values?[0], let bytes = sqlite3_value_blob(value) else { return sqlite3_result_int(result, 0) }
        let size = Int(sqlite3_value_bytes(value)) / 2
        let numbers = (0..<size).map { bytes.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self) }
        sqlite3_result_int(result, stand(numbers, places: { SideBySide.places($0, api, context) }) ? 1 : 0)
    }

    /// Where a phrase begins on the page.
    private static func places(_ phrase: UInt16, _ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?) -> [Int32] {
        var iterator = Fts5PhraseIter(), column: Int32 = 0, offset: Int32 = 0
        var places: [Int32] = []
        guard api.pointee.xPhraseFirst(context, Int32(phrase), &iterator, &column, &offset) == SQLITE_OK else { return [] }
        while column >= 0 {
            places.append(offset)
            api.pointee.xPhraseNext(context, &iterator, &column, &offset)
        }
        return places
    }

    private static func stand(_ numbers: [UInt16], places: (UInt16) -> [Int32]) -> Bool {
        var at = 0
        func next() -> UInt16 {
            defer { at += 1 }
            return at < numbers.count ? numbers[at] : 0
        }
        while at < numbers.count {
            // Where what has been found of the chain ends.
            var ends: [Int32]?
            for _ in 0..<next() {
                let length = Int32(next()), count = next()
                var found: [Int32] = []
                for _ in 0..<count { found += places(next()) }
                if let ends { found = found.filter(ends.contains) }
                ends = found.map { $0 + length }
            }
            if ends?.isEmpty == true { return false }
        }
        return true
    }
}
