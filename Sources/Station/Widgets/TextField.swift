import Foundation
import Terminal
import Vietnamese

/// A field of one line. Text is kept in NFC; what it cannot hold is refused key by key. Vietnamese is composed from the keys
/// that are typed; what is pasted stays as it is.
public struct TextField: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
        /// Vietnamese.
        case text
        /// Words, or a code that a barcode reader may type: what hangs together with a digit stays as it is typed.
        case lookup
        /// Codes, box numbers, names of devices and files: never composed.
        case code
        /// The digits 0–9.
        case digits
    }

    public private(set) var text: String
    /// Characters before the cursor.
    public private(set) var cursor: Int
    public let content: Content
    /// Longest text, in characters.
    public let limit: Int
    /// Knows the word before the cursor while it is typed.
    private var composer = Composer(method: .off)
    /// The keys that were typed one after the other since the field was empty; nil once it was edited otherwise.
    private var keys: String? = ""

    public init(_ text: String = "", content: Content = .text, limit: Int = 200) {
        self.content = content
        self.limit = limit
        self.text = ""
        cursor = 0
        insert(text)
        if !text.isEmpty { keys = nil }
    }

    /// Its digits as a number; nil when it is empty.
    public var number: Int? { Int(text) }
    public var isEmpty: Bool { text.isEmpty }
    /// What was typed, where composing has made another text of it: a barcode reader types as a person does.
    public var typedKeys: String? { keys == text ? nil : keys }

    public mutating func replace(with new: String) {
        composer.reset()
        text = ""
        cursor = 0
        insert(new)
        keys = new.isEmpty ? "" : nil
    }

    /// Takes a key that edits, and says whether it was one. Keys that mean nothing to a field are left to others.
    public mutating func handle(_ key: Key, typing: Typing = .plain) -> Bool {
        switch key {
        case .character(let character): return type(character, typing)
        case .backspace: backspace(typing)
        default:
            guard handleOther(key) else { return false }
        }
        keys = text.isEmpty ? "" : nil
        return true
    }

    /// Ends the word that is being typed: what is no word becomes the keys that were typed. For a key that leaves the field.
    /// - Returns: whether the text changed.
    @discardableResult
    public mutating func endWord() -> Bool {
        let before = text
        let edit = composer.finish()
        if fits(edit) { apply(edit) }
        return text != before
    }

    private mutating func handleOther(_ key: Key) -> Bool {
        let before = self
        endWord()
        switch key {
        case .paste(let pasted): insert(pasted)
        case .delete: removeAfter()
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"): removeToStart()
        case .control("w"): removeWord()
        default:
            // The word ends only if the key leads away.
            self = before
            return false
        }
        return true
    }

    // MARK: Typing

    /// A digits field leaves letters to others, so that commands on letters work beside it.
    private mutating func type(_ character: Character, _ typing: Typing) -> Bool {
        guard accepts(character) else { return content != .digits }
        if cursor == text.count { keys?.append(character) } else { keys = nil }
        prepareComposer(typing)
        guard isComposed(character), !isOfSign(character) else {
            composer.reset()
            insert(String(character))
            return true
        }
        let before = composer
        let edit = composer.type(character)
        if fits(edit) { apply(edit) } else { composer = before }
        return true
    }

    /// Whether the key goes through the composer.
    private func isComposed(_ character: Character) -> Bool {
        guard character.isASCII, composer.method != .off else { return false }
        return content != .lookup || composer.isComposing || !text.prefix(cursor).reversed().prefix { $0 != " " }.contains(where: \.isNumber)
    }

    /// A W among capitals that hang on a stroke or hyphen is one: signs such as `NQ/TW` stand on every paper of the Party.
    private func isOfSign(_ character: Character) -> Bool {
        guard character == "W" else { return false }
        let letters = text.prefix(cursor).reversed().prefix(while: \.isLetter)
        return letters.allSatisfy(\.isUppercase) && "/-".contains(text.prefix(cursor).dropLast(letters.count).last ?? " ")
    }

    private mutating func prepareComposer(_ typing: Typing) {
        let method = content == .text || content == .lookup ? typing.method : .off
        guard composer.method != method || composer.placement != typing.placement else { return }
        composer = Composer(method: method, placement: typing.placement)
    }

    /// After Backspace has taken away what ended a word, typing goes on with that word.
    private mutating func backspace(_ typing: Typing) {
        prepareComposer(typing)
        if composer.remembers {
            apply(composer.backspace())
        } else {
            removeBefore()
            let word = text.prefix(cursor).reversed().prefix { $0.isLetter || $0.isNumber }
            if composer.method != .off, !word.isEmpty { composer.resume(String(word.reversed())) }
        }
    }

    private func fits(_ edit: Composer.Edit) -> Bool { text.count - edit.deletions + edit.insertion.count <= limit }

    private mutating func apply(_ edit: Composer.Edit) {
        for _ in 0..<min(edit.deletions, cursor) { removeBefore() }
        insert(edit.insertion)
    }

    // MARK: Editing

    /// Inserts at the cursor. The whole is composed again, so that a mark typed after its letter joins it
    /// (an outside input method may send either form).
    private mutating func insert(_ new: String) {
        let flat = String(new.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        var before = String(text.prefix(cursor)), after = String(text.dropFirst(cursor))
        let whole = (before + String(String.UnicodeScalarView(flat.unicodeScalars.filter(accepts)))).precomposedStringWithCanonicalMapping
        if whole.count + after.count <= limit { before = whole } else { fill(&before, with: flat, room: limit - after.count) }
        after = after.precomposedStringWithCanonicalMapping
        text = before + after
        cursor = before.count
    }

    /// As many of the scalars as there is room for.
    private func fill(_ text: inout String, with new: String, room: Int) {
        for scalar in new.unicodeScalars where accepts(scalar) {
            var longer = text
            longer.unicodeScalars.append(scalar)
            longer = longer.precomposedStringWithCanonicalMapping
            guard longer.count <= room else { break }
            text = longer
        }
    }

    private func accepts(_ character: Character) -> Bool { character.unicodeScalars.allSatisfy(accepts) }

    private func accepts(_ scalar: Unicode.Scalar) -> Bool {
        switch content {
        case .digits: return ("0"..."9").contains(scalar)
        case .text, .lookup, .code:
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
