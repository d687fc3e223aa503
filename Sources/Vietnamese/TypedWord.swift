/// The word under composition: what was typed, and what it shows.
struct TypedWord: Equatable, Sendable {
    /// What stands for the keys typed so far.
    private enum Form: Equatable {
        case composed(Composed)
        case literal(Literal)
    }

    private struct Composed: Equatable {
        var spelling = Spelling()
        /// Requests that were cancelled: their keys stand for themselves from then on.
        var spent: [InputMethod.Request] = []
        /// Its last letter is a ư that w alone made.
        var endsInBareHorn = false
    }

    let method: InputMethod
    let placement: TonePlacement
    /// What stood there when composition began anew after Backspace.
    private var seed = ""
    private var keys = ""
    private var form = Form.composed(Composed())
    /// The word was over and is no word: the keys, as they are shown. Further keys make another word of it.
    private var ending: Literal?

    init(method: InputMethod, placement: TonePlacement) {
        self.method = method
        self.placement = placement
    }

    var shown: String {
        if let ending { return ending.text }
        return switch form {
        case .composed(let composed): composed.spelling.text(placement)
        case .literal(let literal): literal.text
        }
    }

    private var raw: String { seed + keys }

    // MARK: Keys

    mutating func type(_ key: Character) {
        ending = nil
        keys.append(key)
        switch form {
        case .composed(let composed): form = typed(key, after: composed)
        case .literal(var literal):
            literal.append(key, method: method)
            form = .literal(literal)
        }
    }

    /// The word is over: what is no word becomes what was typed.
    mutating func finish() {
        guard case .composed(let composed) = form, shown != raw, !composed.spelling.isFinished else { return }
        ending = Literal(typed: raw, method: method)
    }

    /// Takes the last visible letter away. Where the keys are shown as they were typed that takes the last key back, and
    /// what had been composed before it comes again; else the word goes on from what is left.
    mutating func removeLast() {
        if isAsTyped, !keys.isEmpty {
            let kept = keys.dropLast()
            begin(seed)
            for key in kept { type(key) }
        } else {
            begin(remainder)
        }
    }

    private var isAsTyped: Bool {
        if let ending { return ending.isAsTyped }
        if case .literal(let literal) = form { return literal.isAsTyped }
        return false
    }

    private var remainder: String {
        guard ending == nil, case .composed(let composed) = form else { return String(shown.dropLast()) }
        var spelling = composed.spelling
        if spelling.tonePlace(placement) == spelling.letters.count - 1 { spelling.tone = .level }
        spelling.removeLast()
        return spelling.text(placement)
    }

    /// Composition begins anew after a text that stands there.
    mutating func begin(_ text: String) {
        seed = text
        keys = ""
        ending = nil
        if let spelling = Spelling(text), spelling.isUnfinished || text.isEmpty {
            form = .composed(Composed(spelling: spelling))
        } else {
            form = .literal(Literal(typed: text, method: method))
        }
    }

    // MARK: Composition

    private mutating func typed(_ key: Character, after composed: Composed) -> Form {
        guard let request = method.request(of: key), !composed.spent.contains(request) else { return appended(key, to: composed) }
        if composed.endsInBareHorn, case .hornOrBreve = request { return withoutBareHorn(key, composed) }
        switch composed.spelling.outcome(of: request) {
        case .changed(let spelling): return .composed(Composed(spelling: spelling, spent: composed.spent))
        case .cancelled(let spelling): return cancelled(request, key, Composed(spelling: spelling, spent: composed.spent + [request]))
        case .nothing: return bareHorn(request, key, composed) ?? appended(key, to: composed)
        }
    }

    private func appended(_ key: Character, to composed: Composed) -> Form {
        guard key.isASCII, let reading = Letter.reading(key) else { return closed(by: key, composed) }
        let spelling = composed.spelling.followed(by: reading.letter, isUpper: reading.isUpper)
        return spelling.isUnfinished ? .composed(Composed(spelling: spelling, spent: composed.spent)) : asTyped
    }

    /// A number, or a letter that came with its marks: the word before it is over.
    private func closed(by key: Character, _ composed: Composed) -> Form {
        let before = composed.spelling.isFinished ? composed.spelling.text(placement) : String(raw.dropLast())
        return .literal(Literal(typed: before + String(key), method: method))
    }

    private var asTyped: Form { .literal(Literal(typed: raw, method: method)) }

    private mutating func cancelled(_ request: InputMethod.Request, _ key: Character, _ composed: Composed) -> Form {
        if case .composed(let longer) = appended(key, to: composed) {
            // The two o of xoong: what is shown is what was meant.
            (seed, keys) = (longer.spelling.text(placement), "")
            return .composed(longer)
        }
        // A tone key that comes again later, or a tone that stays: no Vietnamese word, and nothing was to be cancelled (*tests*).
        if composed.spelling.tone != .level || request.isTone && !isRepeated(key) { return asTyped }
        return .literal(Literal(text: composed.spelling.text(placement) + String(key), cancelled: raw, isLetterDoubled: request.isOfConsonant))
    }

    /// Whether the key before was the same, or is not known.
    private func isRepeated(_ key: Character) -> Bool {
        keys.count < 2 || keys.suffix(2).lowercased() == "\(key)\(key)".lowercased()
    }

    /// In Telex a `w` that finds no vowel is `ư`.
    private func bareHorn(_ request: InputMethod.Request, _ key: Character, _ composed: Composed) -> Form? {
        guard method == .telex, case .hornOrBreve = request, composed.spelling.nucleus.isEmpty else { return nil }
        var spelling = composed.spelling
        spelling.append(Letter(base: UInt8(ascii: "u"), mark: .horn), isUpper: key.isUppercase)
        return spelling.isUnfinished ? .composed(Composed(spelling: spelling, spent: composed.spent, endsInBareHorn: true)) : nil
    }

    private func withoutBareHorn(_ key: Character, _ composed: Composed) -> Form {
        var spelling = composed.spelling
        let isUpper = spelling.cases.last == true
        spelling.removeLast()
        let text = spelling.text(placement) + (isUpper ? "W" : "w")
        return .literal(Literal(text: text, cancelled: raw, isLetterDoubled: spelling.letters.isEmpty))
    }
}

extension InputMethod.Request {
    fileprivate var isTone: Bool {
        if case .tone = self { true } else { false }
    }

    /// In Telex these are typed with consonants, which foreign words double.
    fileprivate var isOfConsonant: Bool {
        switch self {
        case .tone, .stroke: true
        case .circumflex, .hornOrBreve: false
        }
    }
}
