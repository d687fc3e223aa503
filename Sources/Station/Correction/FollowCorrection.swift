import Records

extension Model {
    /// What is wanted and not here: texts of the page in hand and of the one that comes next, what may be meant by the word in hand,
    /// and behind the last page the dossier that comes next.
    mutating func followCorrection() -> [Effect] {
        guard screen == .correction, correction.dossier != nil else { return [] }
        return followTexts() + followSuggestions() + followNextDossier()
    }

    private mutating func followTexts() -> [Effect] {
        guard let page = correction.page else { return [] }
        let wanted = [page, correction.nextOpenPage].compactMap { $0 }.filter { !hiddenPages.contains($0) }
        let kept = Set(wanted).union(correction.previousOpenPage.map { [$0] } ?? [])
        correction.texts = correction.texts.filter { kept.contains($0.key) }
        let missing = wanted.filter { correction.texts[$0] == nil && !correction.asked.contains($0) }
        correction.asked.formUnion(missing)
        return missing.map(Effect.loadCorrectionText)
    }

    /// Not while she types: what she is at replaces the word anyway.
    private mutating func followSuggestions() -> [Effect] {
        guard let page = correction.page, let text = correction.text, let word = correction.word, correction.edit == nil, !hiddenPages.contains(page),
            text.lacksSuggestions(correction.cursor), correction.suggesting != word
        else { return [] }
        correction.suggesting = word
        return [.suggest(page, text.text, correction.cursor)]
    }
}
