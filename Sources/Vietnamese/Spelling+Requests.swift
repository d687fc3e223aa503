/// What a request of the input method makes of a word.
enum RequestOutcome: Equatable {
    case changed(Spelling)
    /// It was there already: it is taken away, and the key stands for itself.
    case cancelled(Spelling)
    /// It fits nowhere: the key stands for itself.
    case nothing
}

extension Spelling {
    func outcome(of request: InputMethod.Request) -> RequestOutcome {
        switch request {
        case .tone(let tone): toned(tone)
        case .circumflex(let bases): circumflexed(bases)
        case .hornOrBreve(let horn, let breve): hooked(horn: horn, breve: breve)
        case .stroke: stroked
        }
    }

    /// A letter typed further. Ươ is nearly always written for uo once it is known that the syllable goes on: one horn is enough.
    func followed(by letter: Letter, isUpper: Bool) -> Spelling {
        var result = self
        result.append(letter, isUpper: isUpper)
        guard let pair = uoPair, pair == letters.count - 2, [letters[pair], letters[pair + 1]].contains(where: { $0.mark == .horn })
        else { return result }
        let both = result.withHorns(first: true, pair: pair)
        return both.isUnfinished ? both : result
    }

    private func toned(_ new: Tone) -> RequestOutcome {
        guard !nucleus.isEmpty else { return .nothing }
        var result = self
        result.tone = new
        if tone == new {
            result.tone = .level
            return new == .level ? .nothing : .cancelled(result)
        }
        return result.isUnfinished ? .changed(result) : .nothing
    }

    private func circumflexed(_ bases: [Unicode.Scalar]) -> RequestOutcome {
        let candidates = nucleus.filter { index in bases.contains { letters[index].isBase($0) } }
        if let marked = candidates.first(where: { letters[$0].mark == .circumflex }) { return .cancelled(self.marked(.none, at: marked)) }
        let results = candidates.map { index in
            let result = marked(.circumflex, at: index)
            // ươ becomes uô, not ưô.
            return index == uoPair.map { $0 + 1 } ? result.marked(.none, at: index - 1) : result
        }
        return results.first(where: \.isUnfinished).map { .changed($0) } ?? .nothing
    }

    private func hooked(horn: Bool, breve: Bool) -> RequestOutcome {
        if horn, let pair = uoPair { return hookedPair(pair) }
        let own = nucleus.filter { letters[$0].mark == .horn && horn || letters[$0].mark == .breve && breve }
        if let marked = own.first { return .cancelled(self.marked(.none, at: marked)) }
        let results = nucleus.compactMap { index in
            let letter = letters[index]
            if horn, letter.isBase("u") || letter.isBase("o") { return marked(.horn, at: index) }
            return breve && letter.isBase("a") ? marked(.breve, at: index) : nil
        }
        return results.first(where: \.isUnfinished).map { .changed($0) } ?? .nothing
    }

    /// Uo at the end may be uơ (thuở) as long as nothing follows; else it is ươ.
    private func hookedPair(_ pair: Int) -> RequestOutcome {
        let isFirst = letters[pair].mark == .horn, isSecond = letters[pair + 1].mark == .horn
        if isSecond { return .cancelled(marked(.none, at: pair).marked(.none, at: pair + 1)) }
        let isOpen = pair + 2 == letters.count && !isFirst
        let results = (isOpen ? [false, true] : [true]).map { withHorns(first: $0, pair: pair) }
        return results.first(where: \.isUnfinished).map { .changed($0) } ?? .nothing
    }

    private func withHorns(first: Bool, pair: Int) -> Spelling {
        marked(first ? .horn : .none, at: pair).marked(.horn, at: pair + 1)
    }

    private var stroked: RequestOutcome {
        guard let first = letters.first, first.isBase("d") else { return .nothing }
        if first.mark == .stroke { return .cancelled(marked(.none, at: 0)) }
        let result = marked(.stroke, at: 0)
        return result.isUnfinished ? .changed(result) : .nothing
    }

    /// Where u and o stand together in the nucleus.
    private var uoPair: Int? {
        nucleus.dropLast().first { letters[$0].isBase("u") && letters[$0 + 1].isBase("o") }
    }
}
