/// The six tones.
public enum Tone: UInt8, CaseIterable, Sendable {
    /// Ngang: no mark.
    case level
    /// Huyền, as in `à`.
    case grave
    /// Sắc, as in `á`.
    case acute
    /// Hỏi, as in `ả`.
    case hook
    /// Ngã, as in `ã`.
    case tilde
    /// Nặng, as in `ạ`.
    case dot

    /// The only tones of a syllable that ends in c, ch, p or t.
    var isHeardBeforeStop: Bool { self == .acute || self == .dot }
}

/// Where the mark stands in an open syllable in oa, oe or uy. The two schools agree on every other rhyme.
public enum TonePlacement: CaseIterable, Sendable {
    /// *Hòa, khỏe, thúy*: what most keyboards write by default.
    case onFirstVowel
    /// *Hoà, khoẻ, thuý*: on the vowel that carries the syllable, as many dictionaries write.
    case onMainVowel
}
