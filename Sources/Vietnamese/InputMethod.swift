/// How marks are typed on a keyboard that has none.
public enum InputMethod: String, CaseIterable, Sendable {
    /// `aa ee oo` circumflex, `w` breve and horn, `dd`; tones `f s r x j`, `z` takes the tone away.
    case telex
    /// `6` circumflex, `7` horn, `8` breve, `9` đ; tones `1`–`5`, `0` takes the tone away.
    case vni
    case off

    /// Whether a character that came from a keyboard was composed before it came: no plain key types it, so an outside input
    /// method is at work (or a keyboard with Vietnamese letters). A mark that comes after its letter counts as well.
    public static func isComposed(_ character: Character) -> Bool {
        guard !character.isASCII else { return false }
        return Letter.reading(character) != nil || character.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
    }

    /// What a key asks for beside being itself.
    enum Request: Equatable {
        case tone(Tone)
        case circumflex(of: [Unicode.Scalar])
        case hornOrBreve(horn: Bool, breve: Bool)
        case stroke
    }

    func request(of key: Character) -> Request? {
        switch self {
        case .telex: InputMethod.telexRequest(key.lowercased())
        case .vni: InputMethod.vniRequest(key)
        case .off: nil
        }
    }

    private static func telexRequest(_ key: String) -> Request? {
        switch key {
        case "f": .tone(.grave)
        case "s": .tone(.acute)
        case "r": .tone(.hook)
        case "x": .tone(.tilde)
        case "j": .tone(.dot)
        case "z": .tone(.level)
        case "a", "e", "o": .circumflex(of: Array(key.unicodeScalars))
        case "w": .hornOrBreve(horn: true, breve: true)
        case "d": .stroke
        default: nil
        }
    }

    private static func vniRequest(_ key: Character) -> Request? {
        switch key {
        case "0": .tone(.level)
        case "1": .tone(.acute)
        case "2": .tone(.grave)
        case "3": .tone(.hook)
        case "4": .tone(.tilde)
        case "5": .tone(.dot)
        case "6": .circumflex(of: ["a", "e", "o"])
        case "7": .hornOrBreve(horn: true, breve: false)
        case "8": .hornOrBreve(horn: false, breve: true)
        case "9": .stroke
        default: nil
        }
    }
}
