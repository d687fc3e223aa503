import Foundation
import Terminal

/// A field of one line. Text is kept in NFC; what it cannot hold is refused key by key.
public struct TextField: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
        case text
        /// The digits 0–9.
        case digits
    }

    public private(set) var text: String
    /// Characters before the cursor.
    public private(set) var cursor: Int
    public let content: Content
    /// Longest text, in characters.
    public let limit: Int

    public init(_ text: String = "", content: Content = .text, limit: Int = 200) {
        self.content = content
        self.limit = limit
        self.text = ""
        cursor = 0
        insert(text)
    }

    /// Its digits as a number; nil when it is empty.
    public var number: Int? { Int(text) }
    public var isEmpty: Bool { text.isEmpty }

    public mutating func replace(with new: String) {
        text = ""
        cursor = 0
        insert(new)
    }

    /// Takes a key that edits, and says whether it was one. Keys that mean nothing to a field are left to others.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character): return insertTyped(character)
        case .paste(let pasted): insert(pasted)
        case .backspace: removeBefore()
        case .delete: removeAfter()
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"): removeToStart()
        case .control("w"): removeWord()
        default: return false
        }
        return true
    }

    /// A digits field leaves letters to others, so that commands on letters work beside it.
    private mutating func insertTyped(_ character: Character) -> Bool {
        guard accepts(character) else { return content == .text }
        insert(String(character))
        return true
    }

    /// Inserts at the cursor. The whole is composed again, so that a mark typed after its letter joins it
    /// (an outside input method may send either form).
    private mutating func insert(_ new: String) {
        let flat = String(new.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        var before = String(text.prefix(cursor)), after = String(text.dropFirst(cursor))
        for scalar in flat.unicodeScalars where accepts(scalar) {
            var longer = before
            longer.unicodeScalars.append(scalar)
            longer = longer.precomposedStringWithCanonicalMapping
            guard longer.count + after.count <= limit else { break }
            before = longer
        }
        after = after.precomposedStringWithCanonicalMapping
        text = before + after
        cursor = before.count
    }

    private func accepts(_ character: Character) -> Bool { character.unicodeScalars.allSatisfy(accepts) }

    private func accepts(_ scalar: Unicode.Scalar) -> Bool {
        switch content {
        case .digits: return ("0"..."9").contains(scalar)
        case .text:
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
            default: return true
            }
        }
    }

    private mutating func removeBefore() {
        guard cursor > 0 else { return }
        text = String(text.prefix(cursor - 1)) + text.dropFirst(cursor)
        cursor -= 1
    }

    private mutating func removeAfter() {
        guard cursor < text.count else { return }
        text = String(text.prefix(cursor)) + text.dropFirst(cursor + 1)
    }

    private mutating func removeToStart() {
        text = String(text.dropFirst(cursor))
        cursor = 0
    }

    private mutating func removeWord() {
        var kept = text.prefix(cursor)
        while kept.last == " " { kept.removeLast() }
        while let last = kept.last, last != " " { kept.removeLast() }
        let rest = text.dropFirst(cursor)
        cursor = kept.count
        text = String(kept + rest)
    }
}
