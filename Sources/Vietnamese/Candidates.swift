/// What may be meant by one recognised word, the likeliest first.
///
/// Cores of words are ranked by what the mistake costs and how well the word fits its neighbours; then the punctuation around
/// them is put right.
struct Candidates {
    /// Against what a mistake costs, how much the neighbours count.
    private static let fitWeight = 0.75
    private static let lexiconFit = -9.0
    /// A mistake that costs more is not made.
    private static let dearest = 7.0
    /// Two glyphs are taken for others at once only where both are likely.
    private static let dearestPair = 3.0
    /// A space that was lost in what is no word; letters of another case; a word as it was read that is none.
    private static let lostSpace = -2.0, lostSpaceInWord = 6.0, otherCase = 3.5, otherCaseOfAnother = 1.5, unknown = 4.0
    /// A capital where a sentence begins; a core that stays as it was read, its punctuation changed; a stroke of a Roman number.
    private static let capitalAtBeginning = -0.5, asRead = 1.0, stroke = 2.0
    /// An abbreviation where small letters were read.
    private static let capitalsForSmall = 3.0
    /// Letters that are a word only with the figure before them.
    private static let joined = 3.0
    /// Letters and punctuation both misread.
    private static let both = 1.6
    /// A digit or a sign for a letter.
    private static let noLetter = 1.5

    let proofreader: Proofreader
    let word: WordInContext
    private let parts: WordParts
    private let surroundings: Surroundings
    private let letterCase: LetterCase
    private let variants: VariantCosts
    private var costs: [String: Double] = [:]

    init(_ word: WordInContext, _ proofreader: Proofreader) {
        self.word = word
        self.proofreader = proofreader
        parts = WordParts(word.text)
        surroundings = Surroundings(word, parts, proofreader.model, proofreader.vocabulary)
        letterCase = LetterCase(parts.core)
        variants = VariantCosts(word, parts)
    }

    mutating func ranked(most: Int) -> [String] {
        offerVariants()
        if parts.pieces.count == 1, parts.core.contains(where: \.isLetter) {
            offerNear()
            offerSplits()
        } else {
            offerPieces()
        }
        offerSpace()
        offerDigits()
        offerAsRead()
        offerRoman()
        offerCases()
        return punctuated(most: most)
    }

    /// The word may be right and its punctuation wrong.
    private mutating func offerAsRead() {
        guard !parts.core.isEmpty else { return }
        offer(parts.core, isKnown(parts) ? 0 : Candidates.unknown, surroundings.fit(Surroundings.word(parts.core, proofreader.model)))
    }

    /// Single letters are letters of lists and codes.
    private func isKnown(_ parts: WordParts) -> Bool {
        parts.pieces.allSatisfy { !($0.first?.isLetter ?? false) || $0.count == 1 || proofreader.isKnown($0) }
    }

    // MARK: Cores

    private mutating func offer(_ core: some StringProtocol, _ cost: Double, _ fit: Double) {
        offerCore(String(core), cost - Candidates.fitWeight * fit)
    }

    private mutating func offerCore(_ core: String, _ total: Double) {
        if total < costs[core] ?? .infinity { costs[core] = total }
    }

    /// One glyph of the core, or two, as the recogniser may have read them instead: what no list of words has.
    private mutating func offerVariants() {
        let choices = variants.choices
        let core = Array(parts.core)
        for (index, first) in choices.enumerated() {
            offerVariant(core, [first])
            for second in choices[(index + 1)...] where second.place != first.place && first.choice.cost + second.choice.cost < Candidates.dearestPair {
                offerVariant(core, [first, second])
            }
        }
    }

    private mutating func offerVariant(_ core: [Character], _ changes: [(place: Int, choice: VariantCosts.Choice)]) {
        var letters = core.map(String.init)
        for change in changes { letters[change.place] = change.choice.text }
        let text = letters.joined(), parts = WordParts(text)
        guard parts.core == text else { return }
        let cost = changes.reduce(isKnown(parts) ? 0 : Candidates.unknown) { cost, change in
            cost + change.choice.cost + (core[change.place].isLetter && !letters[change.place].allSatisfy(\.isLetter) ? Candidates.noLetter : 0)
        }
        offer(text, cost, surroundings.fit(Surroundings.word(text, proofreader.model)))
    }

    private mutating func offerNear() {
        for (entry, cost) in proofreader.vocabulary.near(Glyph.all(of: parts.core), variants, limit: Candidates.dearest) {
            // Abbreviations stand where the model has seen none.
            let fit = surroundings.fit(entry.word)
            let isInCapitals = entry.isOfLexicon && letterCase != .upper && LetterCase(entry.text) == .upper
            offer(written(entry), isInCapitals ? cost + Candidates.capitalsForSmall : cost, entry.isOfLexicon ? max(fit, Candidates.lexiconFit) : fit)
        }
    }

    private func written(_ entry: Vocabulary.Entry) -> String {
        if entry.isOfLexicon { return letterCase == .upper ? entry.text.uppercased() : entry.text }
        return letterCase.applied(to: entry.text.retoned(.onFirstVowel))
    }

    /// Two words without the space between them.
    private mutating func offerSplits() {
        let letters = Array(parts.core.lowercased())
        guard letters.count >= 3, letters.count <= 16 else { return }
        let model = proofreader.model
        let lostSpace = proofreader.isKnown(parts.core) ? Candidates.lostSpaceInWord : Candidates.lostSpace
        for place in 1..<letters.count {
            let first = best(String(letters[..<place])), second = best(String(letters[place...]))
            guard let first, let second else { continue }
            let cost = lostSpace + first.cost + second.cost
            let inside = model.logProbability(second.word, after: first.word) - model.logProbability(second.word)
            let text = letterCase == .upper ? (first.text + " " + second.text).uppercased() : letterCase.applied(to: first.text) + " " + second.text
            offer(text, cost, surroundings.fit(first.word, second.word) + max(inside, -4) + model.logProbability(second.word))
        }
    }

    /// *TM.ỦY*, *đồng;các*, *chính.(TTHC)*, *LòMỹ*.
    private mutating func offerSpace() {
        let pieces = parts.pieces
        if pieces.count == 3, let between = pieces[1].last, ".,;:)".contains(between), pieces[0].last?.isLetter == true, pieces[2].first?.isLetter == true {
            offer(pieces[0] + pieces[1] + " " + pieces[2], 0, Surroundings.unknownFit)
        }
        if let bracket = parts.core.lastIndex(of: "("), let start = parts.core[..<bracket].lastIndex(where: \.isLetter), parts.core[..<start].allSatisfy(\.isLetter) {
            offer(parts.core[...start] + " " + parts.core[bracket...], 0, Surroundings.unknownFit)
        }
        guard pieces.count == 1, letterCase != .upper else { return }
        let capital = parts.core.indices.dropFirst().first { parts.core[$0].isUppercase && parts.core[parts.core.index(before: $0)].isLowercase }
        if let capital { offer(parts.core[..<capital] + " " + parts.core[capital...], 0, Surroundings.unknownFit) }
    }

    /// The word itself, or the commonest that differs in marks only.
    private func best(_ text: String) -> (text: String, word: WordModel.Word, cost: Double)? {
        let model = proofreader.model
        if let word = model.word(text) { return (text, word, 0) }
        let glyphs = Glyph.all(of: text)
        return proofreader.vocabulary.sameLetters(as: glyphs).compactMap { entry in
            guard let word = entry.word else { return nil }
            let cost = zip(glyphs, entry.glyphs).reduce(0) { $0 + Confusion.cost($1.0, $1.1) }
            return cost > 3 ? nil : (entry.text.retoned(.onFirstVowel), word, cost)
        }.min { $0.2 - model.logProbability($0.1) < $1.2 - model.logProbability($1.1) }
    }

    /// Codes, and words with a hyphen: each piece put right by itself.
    private mutating func offerPieces() {
        offerJoinedPieces()
        let pieces = parts.pieces
        var corrected = pieces.map { piece in better(String(piece)) }
        for (index, choices) in corrected.enumerated() {
            for (text, cost) in choices {
                var changed = pieces.map(String.init)
                changed[index] = text
                offer(changed.joined(), cost, surroundings.fit(nil))
            }
        }
        corrected = corrected.map { Array($0.prefix(1)) }
        let all = zip(pieces, corrected).map { $1.first?.text ?? String($0) }.joined()
        if all != parts.core { offer(all, corrected.flatMap { $0 }.reduce(0) { $0 + $1.cost } - 1, surroundings.fit(nil)) }
    }

    /// *1iệu/metadata*: a figure at letters that are no word without it.
    private mutating func offerJoinedPieces() {
        let pieces = parts.pieces.map(String.init)
        for (index, piece) in pieces.enumerated().dropFirst() where WordParts.Kind(piece.first ?? " ") == .letters && piece.count > 1 {
            let before = pieces[index - 1]
            guard before.count == 1, WordParts.Kind(before.first ?? " ") == .digits else { continue }
            for (text, cost) in better(before + piece).prefix(2) {
                offer((pieces[..<(index - 1)] + [text] + pieces[(index + 1)...]).joined(), cost - Candidates.joined, surroundings.fit(nil))
            }
        }
    }

    private func better(_ piece: String) -> [(text: String, cost: Double)] {
        guard piece.contains(where: \.isLetter), !proofreader.isKnown(piece) else { return [] }
        let letterCase = LetterCase(piece)
        return proofreader.vocabulary.near(Glyph.all(of: piece), VariantCosts.none, limit: 5).map { entry, cost in
            let text = entry.isOfLexicon ? entry.text : letterCase.applied(to: entry.text.retoned(.onFirstVowel))
            return (text, cost - 0.3 * proofreader.model.logProbability(entry.word) - (entry.isOfLexicon ? 2 : 0))
        }.sorted { $0.cost < $1.cost }.prefix(3).map { $0 }
    }

    /// *2O17* and *l5*; *1/1* for *I/1*.
    private mutating func offerDigits() {
        let letters = parts.core.count(where: \.isLetter), digits = parts.core.count(where: \.isNumber)
        guard letters > 0, digits >= letters || parts.core.count == 1 else { return }
        let core = String(parts.core.map { Candidates.digits[$0] ?? $0 })
        if core != parts.core { offer(core, 2, surroundings.fit(proofreader.model.word(WordModel.number))) }
    }

    /// *XI* for *XII*: strokes that stand close together.
    private mutating func offerRoman() {
        guard parts.core.count > 1, parts.core.allSatisfy({ "IVX".contains($0) }) else { return }
        for other in [parts.core + "I", String(parts.core.dropLast())] { offer(other, Candidates.stroke, surroundings.fit(proofreader.model.word(WordModel.number))) }
    }

    private static let digits: [Character: Character] = [
        "O": "0", "o": "0", "Ô": "0", "Ó": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "i": "1", "í": "1", "Í": "1", "Ì": "1", "|": "1", "Z": "2", "z": "2",
        "S": "5", "s": "5", "G": "6", "b": "6", "B": "8", "g": "9", "q": "9",
    ]

    /// The word as it was read, and the likeliest of the others, with a capital or without one; of *SỞ* also *Sở*.
    private mutating func offerCases() {
        guard parts.core.contains(where: \.isLetter) else { return }
        let likeliest = costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).filter { $0.key != parts.core }
        for (core, cost) in likeliest {
            let isBeginning = surroundings.isAfterEnd && core.first?.isLowercase == true
            if !isAbbreviation(core), let other = Candidates.otherCase(core) {
                offerCore(other, cost + (isBeginning ? Candidates.capitalAtBeginning : Candidates.otherCaseOfAnother))
            }
        }
        if !isAbbreviation(parts.core), let other = Candidates.otherCase(parts.core) {
            offer(other, Candidates.otherCase, surroundings.fit(Surroundings.word(parts.core, proofreader.model)))
        }
    }

    /// Written in capitals and not otherwise.
    private func isAbbreviation(_ core: String) -> Bool {
        core.count > 1 && LetterCase(core) == .upper && !Syllable.isLegal(core) && proofreader.lexicon.contains(core)
    }

    private static func otherCase(_ core: String) -> String? {
        guard let first = core.first, core.allSatisfy(\.isLetter) || core.contains(" ") else { return nil }
        if LetterCase(core) == .upper { return core.count > 1 ? first.uppercased() + core.dropFirst().lowercased() : nil }
        return (first.isUppercase ? first.lowercased() : first.uppercased()) + core.dropFirst()
    }

    // MARK: Punctuation

    private func punctuated(most: Int) -> [String] {
        let isNumber = parts.core.count(where: \.isNumber) > parts.core.count(where: \.isLowercase)
        let isBehindNumber = word.before.last.map { $0.allSatisfy(\.isNumber) } ?? false
        let leads = Punctuation.leads(parts.lead, variants.lead, isNumber: isNumber, isCode: parts.isCode, isBehindNumber: isBehindNumber)
        let next = word.after.first?.first { $0.isLetter }
        let trails = Punctuation.trails(parts.trail, variants.trail, isNumber: isNumber, isBeforeCapital: next?.isUppercase)
        let cores = costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(most * 2)
        var ranked: [(text: String, cost: Double)] = []
        for (core, cost) in cores {
            let cost = core == parts.core && core != word.text ? cost - Candidates.asRead : cost
            for lead in leads {
                for trail in trails {
                    let both = core != parts.core && trail.text != parts.trail && !parts.trail.isEmpty ? Candidates.both : 0
                    ranked.append((lead.text + core + trail.text, cost + lead.cost + trail.cost + both))
                }
            }
        }
        if cores.isEmpty { ranked = leads }
        var seen: Set = [word.text, ""]
        return ranked.sorted { ($0.cost, $0.text) < ($1.cost, $1.text) }.map(\.text).filter { seen.insert($0).inserted }.prefix(most).map { $0 }
    }
}

/// What stands around words, and what is taken for it.
private enum Punctuation {
    private static let usual = Set("()[]\"'“”‘’.,;:!?-–—/…%")
    /// As it is; without what is no punctuation; without the last mark; with another mark.
    private static let lost = 3.0, other = 2.6
    /// Of a number, whose figures are read surely.
    private static let ofNumber = 0.9
    /// A stop before a capital, none before a small letter.
    private static let otherWithCase = 1.6
    /// Four marks in a row stand for the *./.* of the end; dots are three.
    private static let ofEnd = 0.8, ofDots = 0.8
    /// The stroke between a number and the letters of its code.
    private static let ofCode = 1.0, ofCodeBehindNumber = -0.5
    /// A mark that was passed over.
    private static let missed = 5.0

    /// With marks that the recogniser itself took into account: what it costs to read them so.
    private static func replaced(_ text: String, _ variants: [(place: Int, choice: VariantCosts.Choice)]) -> [(text: String, cost: Double)] {
        let marks = Array(text)
        return variants.compactMap { place, choice in
            guard marks.indices.contains(place), let mark = choice.text.first, usual.contains(mark) else { return nil }
            var changed = marks
            changed[place] = mark
            return (String(changed), choice.cost)
        }
    }

    static func leads(
        _ text: String, _ variants: [(place: Int, choice: VariantCosts.Choice)], isNumber: Bool, isCode: Bool, isBehindNumber: Bool
    ) -> [(text: String, cost: Double)] {
        let kept = text.filter { "([\"'“‘".contains($0) }
        if text.isEmpty { return [("", 0)] }
        let lost = isNumber ? ofNumber : lost
        var choices = (kept == text ? [(text, 0), ("", lost)] : [(kept, 0), (text, lost)]) + replaced(text, variants)
        // *899/UBND-TTHC*
        if isCode, text != "/" { choices.append(("/", isBehindNumber ? ofCodeBehindNumber : ofCode)) }
        return choices
    }

    /// An ellipsis of other than three.
    private static func dots(_ text: String) -> Range<String.Index>? {
        guard let first = text.firstIndex(of: ".") else { return nil }
        let end = text[first...].firstIndex { $0 != "." } ?? text.endIndex
        let count = text.distance(from: first, to: end)
        return count == 2 || count > 3 ? first..<end : nil
    }

    /// - Parameter isBeforeCapital: how the next word begins; nil: there is none.
    static func trails(
        _ text: String, _ variants: [(place: Int, choice: VariantCosts.Choice)], isNumber: Bool, isBeforeCapital: Bool?
    ) -> [(text: String, cost: Double)] {
        let kept = text.filter(usual.contains)
        let (lost, other) = isNumber ? (ofNumber, ofNumber) : (lost, other)
        var choices = [(kept, 0.0)] + replaced(text, variants)
        if text.isEmpty { choices += [(".", missed), (",", missed), (";", missed + 0.5), (":", missed + 0.5)] } else { choices.append(("", lost)) }
        if kept != text { choices.append((text, lost)) }
        if let last = kept.last {
            let others = [".": ",:", ",": ".;", ";": ",:", ":": ";.", "-": "", "'": "", "?": ""][last].map { Array($0) } ?? []
            choices += others.map { mark in
                let suits = (mark == ".") != (last == ".") && isBeforeCapital == (mark == ".")
                return (kept.dropLast() + String(mark), suits ? min(other, otherWithCase) : other)
            }
        }
        if kept.hasPrefix(")"), kept.count > 2 { choices.append((")./.", kept.count > 3 ? ofEnd : other)) }
        if let dots = Punctuation.dots(kept) { choices.append((kept[..<dots.lowerBound] + "..." + kept[dots.upperBound...], ofDots)) }
        if kept.count > 1 { choices += [(String(kept.prefix(1)), other), ("./.", other + 0.5)] }
        return choices
    }
}
