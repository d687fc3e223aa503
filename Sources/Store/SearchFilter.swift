import Foundation
import GRDB
import Records
import Texts
import Vietnamese

/// What of a query cannot be understood, or names what is not there.
public enum SearchRefusal: Error, Sendable, Hashable {
    /// Only conditions, no word.
    case noWords
    case starInside(String)
    case beginningTooShort(String)
    /// What stands behind `năm:`, `từ:` or `đến:` is no year, month or day.
    case noDate(key: String, value: String)
    case fromAfterTo
    case noValue(key: String)
    case noSuchFonds(String, known: [String])
    case noSuchBox(String)
    case noSuchDossier(String)
    case noSuchKind(String)

    public var code: String { "bad_search" }

    public var message: Phrase {
        switch self {
        case .noWords: Text.searchNoWords.phrase
        case .starInside(let text): Text.searchStarInside.with(["text": text])
        case .beginningTooShort(let text): Text.searchBeginningTooShort.with(["text": text])
        case .noDate(let key, let value): Text.searchNoDate.with(["key": key, "value": value])
        case .fromAfterTo: Text.searchFromAfterTo.phrase
        case .noValue(let key): Text.searchNoValue.with(["key": key])
        case .noSuchFonds(let value, let known):
            known.isEmpty ? Text.searchNoFonds.phrase : Text.searchNoSuchFonds.with(["value": value, "known": known.joined(separator: ", ")])
        case .noSuchBox(let value): Text.searchNoSuchBox.with(["value": value])
        case .noSuchDossier(let value): Text.searchNoSuchDossier.with(["value": value])
        case .noSuchKind(let value):
            Text.searchNoSuchKind.with(["value": value, "known": DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")])
        }
    }
}

/// In which dossiers is searched.
public struct SearchFilter: Sendable, Hashable {
    /// Code or name of a fonds.
    var fonds: String?
    /// Dossiers whose time reaches into this one, both ends included.
    var from: PartialDate?
    var to: PartialDate?
    /// What a dossier's code begins with.
    var code: String?
    var box: String?
    /// Pages of documents of one of these.
    var kinds: [DocumentKind] = []

    var isEmpty: Bool { self == SearchFilter() }

    private enum Key: String { case fonds = "phông", year = "năm", from = "từ", to = "đến", kind = "loại", dossier = "hồ sơ", box = "hộp" }

    /// As they are typed: with their marks, with none, or in English. With others it is another word: `Phòng:` stands on papers.
    private static let keys: [String: Key] = [
        "phông": .fonds, "phong": .fonds, "fonds": .fonds, "năm": .year, "nam": .year, "year": .year, "từ": .from, "tu": .from, "from": .from,
        "đến": .to, "den": .to, "to": .to, "loại": .kind, "loai": .kind, "type": .kind, "hồ sơ": .dossier, "ho so": .dossier, "hoso": .dossier,
        "dossier": .dossier, "hộp": .box, "hop": .box, "box": .box,
    ]

    /// Takes the conditions out of a query: a known word, a colon, a value behind it (in quotes where it has blanks). Whatever
    /// else has a colon is text.
    static func taken(from text: String) throws(SearchRefusal) -> (SearchFilter, rest: String) {
        var filter = SearchFilter()
        var rest = ""
        var left = text[...]
        while let (before, key, behind) = next(in: left) {
            rest += before + " "
            let (value, after) = value(behind)
            try filter.take(key, value)
            left = after
        }
        if let from = filter.from, let to = filter.to, from.description > to.description + "~" { throw .fromAfterTo }
        return (filter, rest + left)
    }

    /// The next key outside quotation marks: what is before it, and what is behind its colon.
    private static func next(in text: Substring) -> (before: Substring, Key, behind: Substring)? {
        var start = text.startIndex, isQuoted = false
        // Where the word before this one began: `hồ sơ` is two.
        var before: String.Index?
        for index in text.indices {
            switch text[index] {
            case "\"":
                isQuoted.toggle()
                (start, before) = (text.index(after: index), nil)
            case " " where !isQuoted:
                (before, start) = (text[start..<index].isEmpty ? before : start, text.index(after: index))
            case ":" where !isQuoted:
                let behind = text[text.index(after: index)...]
                for from in [before, start].compactMap({ $0 }) {
                    if let key = keys[text[from..<index].lowercased()] { return (text[..<from], key, behind) }
                }
            default: break
            }
        }
        return nil
    }

    private static func value(_ text: Substring) -> (String, rest: Substring) {
        let text = text.drop { $0 == " " }
        if text.first == "\"" {
            let inside = text.dropFirst()
            let end = inside.firstIndex(of: "\"") ?? inside.endIndex
            return (String(inside[..<end]), inside[end...].dropFirst())
        }
        let end = text.firstIndex(of: " ") ?? text.endIndex
        return (String(text[..<end]), text[end...])
    }

    private mutating func take(_ key: Key, _ value: String) throws(SearchRefusal) {
        let value = value.trimmingCharacters(in: .whitespaces)
        if value.isEmpty { throw .noValue(key: key.rawValue) }
        func date() throws(SearchRefusal) -> PartialDate {
            guard let date = PartialDate(value) else { throw .noDate(key: key.rawValue, value: value) }
            return date
        }
        switch key {
        case .fonds: fonds = value
        case .year: (from, to) = (try date(), try date())
        case .from: from = try date()
        case .to: to = try date()
        case .dossier: code = value
        case .box: box = value
        case .kind:
            kinds = DocumentKind.called(value)
            if kinds.isEmpty { throw .noSuchKind(value) }
        }
    }
}

extension SearchFilter {
    /// What it says of `searched_dossiers n`, with what stands in the store for what was typed; empty: nothing. (Kinds are in the
    /// index of pages.)
    func condition(_ db: Database) throws -> SQL {
        var condition: SQL = ""
        if let fonds {
            let all = try Row.fetchAll(db, sql: "SELECT id, code, name FROM fonds ORDER BY code")
            let wanted = fonds.folded
            let exact = all.filter { ($0["code"] as String).folded == wanted }
            let found = exact.isEmpty ? all.filter { ($0["name"] as String).folded.contains(wanted) } : exact
            if found.isEmpty { throw StoreError.search(.noSuchFonds(fonds, known: all.map { $0["code"] })) }
            let ids = found.map { $0["id"] as String }
            condition += " AND n.fonds_id IN \(ids)"
        }
        if let box {
            let wanted = box.folded
            let labels = try String.fetchAll(db, sql: SearchFilter.boxes)
            // A box that is called `Hộp 12` is asked for as `hộp:12`.
            let found = labels.filter { [wanted, "hop " + wanted].contains($0.folded) }
            if found.isEmpty { throw StoreError.search(.noSuchBox(box)) }
            condition += " AND n.box IN \(found)"
        }
        if let code {
            let begins: SQL = "n.folded_code >= \(code.folded) AND n.folded_code < \(code.folded + "\u{10FFFF}")"
            let known: SQLRequest<Bool> = "SELECT EXISTS (SELECT 1 FROM searched_dossiers n WHERE \(begins))"
            if try known.fetchOne(db) != true { throw StoreError.search(.noSuchDossier(code)) }
            condition += " AND \(begins)"
        }
        // A date of less than a day stands for all of its days.
        if let from { condition += " AND n.last_date || '~' >= \(from.description)" }
        if let to { condition += " AND n.first_date <= \(to.description + "~")" }
        return condition
    }

    /// Every box once. From one to the next: there are many dossiers in each.
    private static let boxes = """
        WITH RECURSIVE b(box) AS (
            SELECT min(box) FROM searched_dossiers
            UNION ALL SELECT (SELECT min(n.box) FROM searched_dossiers n WHERE n.box > b.box) FROM b WHERE b.box IS NOT NULL)
        SELECT box FROM b WHERE box IS NOT NULL
        """
}
