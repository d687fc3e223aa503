/// Composes Vietnamese from plain keys (Telex, VNI), one word at a time.
///
/// A value: it is fed the keys of a text field and answers with what to change before the cursor. It knows only the word
/// it composes; whenever the cursor moves or the text changes by other means, `reset()`.
///
/// - Marks are typed in any order within the word: `dduwowcj`, `duocwdj` and `dduocjw` are *được*.
/// - A mark typed again is cancelled, and its key stands for itself: `aaa` is *aa*, `tess` is *tes*.
/// - Whatever cannot become a Vietnamese word shows the keys as they were typed, at once: *windows*, *UBND*; when the word
///   ends that holds for what is not a word yet (`user`). Only the đ of abbreviations stays (`QDD` is *QĐ*).
/// - Backspace takes the last visible letter away; see `backspace()`.
public struct Composer: Equatable, Sendable {
    /// Characters to take away before the cursor, and text to put in their place.
    public struct Edit: Equatable, Sendable {
        public let deletions: Int
        public let insertion: String

        static func between(_ old: String, _ new: String) -> Edit {
            let kept = zip(old, new).prefix { $0 == $1 }.count
            return Edit(deletions: old.count - kept, insertion: String(new.dropFirst(kept)))
        }
    }

    public let method: InputMethod
    public let placement: TonePlacement
    private var word: TypedWord
    /// The word before the character that was typed last.
    private var ended: TypedWord?

    public init(method: InputMethod, placement: TonePlacement = .onFirstVowel) {
        self.method = method
        self.placement = placement
        word = TypedWord(method: method, placement: placement)
    }

    /// Whether a word is being typed.
    public var isComposing: Bool { !word.shown.isEmpty }
    /// Whether it knows what Backspace takes away: a letter of the word, or what ended it.
    public var remembers: Bool { isComposing || ended != nil }

    /// Takes a key that was typed at the cursor.
    public mutating func type(_ key: Character) -> Edit {
        guard method != .off else { return Edit(deletions: 0, insertion: String(key)) }
        guard isOfWord(key) else {
            let before = word.shown
            word.finish()
            let edit = Edit.between(before, word.shown + String(key))
            let last = word
            reset()
            ended = before.isEmpty ? nil : last
            return edit
        }
        let before = word.shown
        ended = nil
        word.type(key)
        return .between(before, word.shown)
    }

    /// The word is over without a further character (Enter, Tab): what is no word becomes what was typed.
    public mutating func finish() -> Edit {
        let before = word.shown
        word.finish()
        defer { reset() }
        return .between(before, word.shown)
    }

    /// The last visible letter goes, with its marks; a tone on another letter stays and moves to where it now belongs
    /// (*toán* becomes *tóa*). Where the keys are shown as they were typed the last key is taken back, and what was
    /// composed before it comes again (`thuowngk` becomes *thương*). The word can be gone on with; so can the word before a
    /// space that is taken away (`vieet`, space, Backspace, `j` is *việt*).
    public mutating func backspace() -> Edit {
        let before = word.shown
        guard !before.isEmpty else {
            if let ended { word = ended }
            ended = nil
            return Edit(deletions: 1, insertion: "")
        }
        word.removeLast()
        return .between(before, word.shown)
    }

    /// Goes on with a word that stands before the cursor, as if it had just been typed: after Backspace has taken away what
    /// ended it.
    public mutating func resume(_ text: String) {
        reset()
        word.begin(text.nfc)
    }

    /// Forgets the word: the cursor moved, or the text changed by other means.
    public mutating func reset() {
        word = TypedWord(method: method, placement: placement)
        ended = nil
    }

    private func isOfWord(_ key: Character) -> Bool { key.isLetter || key.isNumber }
}
