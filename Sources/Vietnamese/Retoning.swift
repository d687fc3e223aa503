extension Tone {
    /// What a tone key of Telex asks for: `f s r x j`, and `z` for none.
    public init?(telexKey key: Character) {
        guard case .tone(let tone) = InputMethod.telex.request(of: key) else { return nil }
        self = tone
    }
}

extension String {
    /// The word with another tone, its punctuation kept: *(nhân,* with the grave is *(nhần,*. Nil where it is no single word
    /// of letters with a vowel.
    public func toned(_ tone: Tone, placement: TonePlacement = .onFirstVowel) -> String? {
        let parts = WordParts(self)
        guard !parts.core.isEmpty, var spelling = Spelling(parts.core), !spelling.nucleus.isEmpty else { return nil }
        spelling.tone = tone
        return parts.with(core: spelling.text(placement))
    }
}
