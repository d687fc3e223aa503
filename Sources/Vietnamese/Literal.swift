import Foundation

/// A word that is not Vietnamese: codes, abbreviations, foreign words. Nothing is composed in it but the đ of
/// abbreviations (`QDD` is `QĐ`).
struct Literal: Equatable, Sendable {
    private(set) var text: String
    /// Whether it shows the keys one by one, as they were typed.
    private(set) var isAsTyped: Bool
    /// The đ of an abbreviation is cancelled, or there is none in this word.
    private var isPlain: Bool
    /// What was really typed, as long as the next key may show that nothing was to be cancelled.
    private var doubled: String?

    /// The keys of a word, shown as they are.
    init(typed keys: String, method: InputMethod) {
        (text, isAsTyped, isPlain) = ("", true, false)
        for key in keys { append(key, method: method) }
    }

    /// A mark was cancelled by typing its key again.
    /// - Parameters:
    ///   - text: with the key that stands for itself
    ///   - cancelled: all the keys
    ///   - isLetterDoubled: whether foreign words double this letter: then a vowel after it means that both were meant
    ///     (*office*, *issue*; and `www`)
    init(text: String, cancelled keys: String, isLetterDoubled: Bool) {
        self.text = text
        (isAsTyped, isPlain) = (false, true)
        doubled = isLetterDoubled && keys.last?.isLetter == true ? keys : nil
    }

    mutating func append(_ key: Character, method: InputMethod) {
        if let keys = doubled {
            doubled = nil
            if Literal.isVowel(key) || keys.allSatisfy({ $0.lowercased() == "w" }) && key.lowercased() == "w" {
                text = keys
            }
        }
        if !isPlain, method.request(of: key) == .stroke, strokeLast(key) { return }
        text.append(key)
    }

    /// Makes the last d a đ when no vowel stands before it, or a đ a d again. A đ is one letter for two keys.
    private mutating func strokeLast(_ key: Character) -> Bool {
        guard let last = text.last else { return false }
        switch last {
        case "đ", "Đ":
            text.removeLast()
            text += (last == "đ" ? "d" : "D") + String(key)
            isPlain = true
        case "d", "D":
            if let before = text.dropLast().last, Literal.isVowel(before) { return false }
            text.removeLast()
            text += last == "d" ? "đ" : "Đ"
        default: return false
        }
        isAsTyped = false
        return true
    }

    private static func isVowel(_ character: Character) -> Bool { Letter.reading(character)?.letter.isVowel == true }
}
