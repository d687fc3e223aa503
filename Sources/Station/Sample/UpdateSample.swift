import Records
import Terminal
import Texts

// What is done on the screen where lines of a sample are typed.
extension Model {
    /// Whether letters go into the line.
    var isTypingLine: Bool { screen == .sample && sample.task != nil && !isDeciding }

    /// Whether she chooses between what two others typed.
    var isDeciding: Bool {
        guard screen == .sample, let task = sample.task, task.purpose != .type else { return false }
        return !sample.isTypingOther
    }

    mutating func enterSample() -> [Effect] {
        let before = sample
        sample = SampleState()
        (sample.zoom, sample.cameFrom, sample.unsaved) = (before.zoom, before.cameFrom, before.unsaved)
        return [.loadSample]
    }

    /// What is half typed when the screen is left, or the program.
    mutating func sampleDraft(leaving before: Screen) -> [Effect] {
        guard before == .sample, screen != .sample || isLeaving else { return [] }
        var drafts = sample.unsaved
        if let task = sample.task {
            sample.field.endWord()
            let text = sample.field.text
            if drafts[task.id] != nil || text != task.draft ?? "" { drafts[task.id] = text }
            if sample.unsaved[task.id] != nil { sample.unsaved[task.id] = text }
        }
        return drafts.sorted { $0.key < $1.key }.map { .keepLineDraft($0.key, $0.value) }
    }

    /// The line that was begun meanwhile stays under the hands.
    mutating func take(_ desk: SampleDesk) {
        sample.pending = max(0, sample.pending - 1)
        if let unsaved = desk.unsaved {
            sample.unsaved[unsaved.line] = unsaved.text
            sample.typed.removeAll { $0 == unsaved.line }
        }
        let desk = sample.withUnsaved(desk)
        sample.desk = desk
        if let refused = desk.refused {
            sample.typed.removeAll { $0 == refused }
            say(.warning, Text.sampleTooLate)
        }
        guard sample.pending == 0, screen == .sample else { return }
        if let task = desk.tasks.first, task.id == sample.task?.id, task.purpose == sample.task?.purpose { return }
        if let task = sample.task, task.id != desk.refused, !sample.field.isEmpty { return }
        sample.begin(desk.tasks.first)
        followTyping()
    }

    /// Another may have left a line for her.
    func lookForLinesAgain() -> [Effect] {
        screen == .sample && sample.desk != nil && sample.task == nil && sample.pending == 0 ? [.loadSample] : []
    }

    // MARK: Answers

    mutating func takeLine() -> [Effect] {
        sample.field.endWord()
        guard sample.field.text.contains(where: { !$0.isWhitespace }) else {
            say(.warning, Text.sampleTypeFirst)
            return []
        }
        return answerLine(.text(sample.field.text))
    }

    /// Goes on at once: whoever types fast does not wait for the disk.
    mutating func answerLine(_ answer: LineAnswer) -> [Effect] {
        guard let task = sample.task else { return [] }
        sample.typed.append(task.id)
        sample.unsaved[task.id] = nil
        sample.pending += 1
        sample.desk?.tasks.removeAll { $0.id == task.id }
        if let at = sample.desk?.progress.firstIndex(where: { $0.sample == task.sample }) { sample.desk?.progress[at].own += 1 }
        sample.begin(sample.desk?.tasks.first)
        say(.done, Text.sampleDidType)
        return [.answerLine(task.id, answer, isDecision: task.purpose != .type)]
    }

    mutating func chooseLine(_ second: Bool) -> [Effect] {
        guard case .decide(let one, let two)? = sample.task?.purpose else { return [] }
        return answerLine(second ? two : one)
    }

    mutating func backToLine() -> [Effect] {
        guard let last = sample.typed.popLast() else { return [] }
        sample.pending += 1
        // What was begun since is kept, and comes again.
        let draft = sample.task.flatMap { task in sample.field.isEmpty ? nil : Effect.keepLineDraft(task.id, sample.field.text) }
        sample.begin(nil)
        return (draft.map { [$0] } ?? []) + [.takeBackLine(last)]
    }

    // MARK: The picture, and the field under it

    mutating func movePart(_ step: Int) -> [Effect] {
        let last = max(0, sampleStrips.count - sampleLayout.strips.count)
        // Round again from either end.
        let isAtEnd = sample.part == (step > 0 ? last : 0)
        sample.part = isAtEnd ? (step > 0 ? 0 : last) : max(0, min(last, sample.part + step * sampleLayout.strips.count))
        return []
    }

    /// A key for the field. As words are typed the picture goes along: a word that is typed is one in the picture, nearly always.
    mutating func typeInLine(_ key: Key) -> Bool {
        let before = sample.field.wordsBeforeCursor
        guard sample.field.handle(key, typing: typing) else { return false }
        if sample.field.wordsBeforeCursor != before { followTyping() }
        return true
    }

    private mutating func followTyping() {
        let now = sample.field.wordsBeforeCursor
        let strips = sampleStrips, shown = sampleLayout.strips.count
        if let at = strips.firstIndex(where: { $0.words.contains { $0.index == now } }), !(sample.part..<sample.part + shown).contains(at) {
            sample.part = max(0, min(at, strips.count - shown))
        }
    }

    mutating func zoomSample(_ step: Int) -> [Effect] {
        sample.zoom += step
        sample.part = 0
        return []
    }
}

extension TextField {
    /// Those that a space has ended.
    fileprivate var wordsBeforeCursor: Int {
        let before = text.prefix(cursor)
        let words = before.split(separator: " ").count
        return before.last == " " || words == 0 ? words : words - 1
    }
}
