import Records
import Vietnamese

extension LineAnswer {
    init(_ stored: String?) { self = stored.map(LineAnswer.text) ?? .illegible }

    /// As the store keeps it: NFC, white space as single spaces, none at the ends.
    var stored: String? {
        switch self {
        case .text(let text): text.nfc.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .illegible: nil
        }
    }

    /// Whether a reader could not tell the two apart.
    func isSame(_ other: LineAnswer) -> Bool {
        switch (self, other) {
        case (.text(let a), .text(let b)): a.compared == b.compared
        case (.illegible, .illegible): true
        default: false
        }
    }
}

extension String {
    /// The characters that are compared: of a word that may carry its tone in one of two places, in one of them, as the program
    /// and not the person chooses it.
    var compared: [Unicode.Scalar] { retoned(.onMainVowel).plainLetters }
}

/// How far a line is.
public enum LineStanding: Sendable, Hashable {
    case waitsForFirst, waitsForSecond
    /// Two typed it differently: a third person decides.
    case differs
    /// What it reads.
    case settled(String)
    /// It leaves the sample.
    case illegible

    /// - Parameters:
    ///   - typed: in the order in which it was.
    ///   - decided: what a third person said.
    init(typed: [LineAnswer], decided: LineAnswer?) {
        guard typed.count > 1 else {
            self = typed.isEmpty ? .waitsForFirst : .waitsForSecond
            return
        }
        guard let answer = decided ?? (typed[0].isSame(typed[1]) ? typed[0] : nil) else {
            self = .differs
            return
        }
        switch answer {
        case .text(let text): self = .settled(text)
        case .illegible: self = .illegible
        }
    }

    /// Whether somebody is still wanted.
    var isOpen: Bool {
        switch self {
        case .waitsForFirst, .waitsForSecond, .differs: true
        case .settled, .illegible: false
        }
    }
}
