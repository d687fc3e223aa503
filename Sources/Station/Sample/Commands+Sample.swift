import Records
import Terminal
import Texts

extension CommandTable {
    static let sample: [Command] = typing + deciding

    private static func whenLine(_ model: Model) -> Availability { model.sample.task == nil ? .notNow(.sampleNoneWaits) : .available }
    private static func whenTyped(_ model: Model) -> Availability { model.sample.typed.isEmpty ? .notNow(.sampleNothingBefore) : .available }
    private static func whenLong(_ model: Model) -> Availability {
        model.sample.task == nil || model.sampleStrips.count > model.sampleLayout.strips.count ? whenLine(model) : .notNow(.sampleNoPartMore)
    }
    private static func whenLarger(_ model: Model) -> Availability { model.sample.zoom < 2 ? whenLine(model) : .notNow(.closestShown) }
    private static func whenSmaller(_ model: Model) -> Availability { model.sample.zoom > -3 ? whenLine(model) : .notNow(.farthestShown) }

    /// The same while a line is typed and while one is chosen.
    private static func common(
        _ scope: Scope, illegible: CommandID, back: CommandID, next: CommandID, previous: CommandID, larger: CommandID, smaller: CommandID
    ) -> [Command] {
        [
            Command(
                illegible, in: scope, keys: [.control("o")], name: .commandSampleIllegible, help: .commandSampleIllegibleHelp, footer: 14,
                when: whenLine, run: { $0.answerLine(.illegible) }),
            Command(
                back, in: scope, keys: [.up], name: .commandSampleBack, help: .commandSampleBackHelp, footer: 20, when: whenTyped,
                run: { $0.backToLine() }),
            Command(
                next, in: scope, keys: [.tab], name: .commandSampleNextPart, help: .commandSamplePartHelp, footer: 13,
                when: whenLong, run: { $0.movePart(1) }),
            Command(
                previous, in: scope, keys: [.backTab], name: .commandSamplePreviousPart, help: .commandSamplePartHelp, when: whenLong,
                run: { $0.movePart(-1) }),
            Command(
                larger, in: scope, keys: [.pageUp], name: .commandSampleLarger, help: .commandSampleSizeHelp, footer: 24, when: whenLarger,
                run: { $0.zoomSample(1) }),
            Command(
                smaller, in: scope, keys: [.pageDown], name: .commandSampleSmaller, help: .commandSampleSizeHelp, footer: 26, when: whenSmaller,
                run: { $0.zoomSample(-1) }),
        ]
    }

    private static let typing: [Command] = [
        Command(
            .sampleTake, in: .sample, keys: [.enter], name: .commandSampleTake, help: .commandSampleTakeHelp, footer: 10, when: whenLine,
            run: { $0.takeLine() }),
        Command(
            .sampleNothing, in: .sample, keys: [.control("n")], name: .commandSampleNothing, help: .commandSampleNothingHelp, footer: 16,
            when: whenLine, run: { $0.answerLine(.text("")) }),
        Command(
            .sampleLeave, in: .sample, keys: [.escape, .control("s")], name: .commandSampleLeave, help: .commandSampleLeaveHelp, footer: 22,
            nameNow: { $0.sample.isTypingOther ? .commandSampleClose : nil },
            run: { model in
                guard model.sample.isTypingOther else { return model.go(to: model.sample.cameFrom) }
                model.sample.isTypingOther = false
                model.sample.field = SampleState.field()
                return []
            }),
    ] + common(
        .sample, illegible: .sampleIllegible, back: .sampleBack, next: .sampleNextPart, previous: .samplePreviousPart, larger: .sampleLarger,
        smaller: .sampleSmaller)

    private static let deciding: [Command] = [
        Command(
            .sampleFirst, in: .sampleDecide, keys: [.character("1")], name: .commandSampleFirst, help: .commandSampleChooseHelp, footer: 10,
            run: { $0.chooseLine(false) }),
        Command(
            .sampleSecond, in: .sampleDecide, keys: [.character("2")], name: .commandSampleSecond, help: .commandSampleChooseHelp, footer: 11,
            run: { $0.chooseLine(true) }),
        Command(
            .sampleOther, in: .sampleDecide, keys: [.character("i"), .enter], name: .commandSampleOther, help: .commandSampleOtherHelp, footer: 12
        ) { model in
            model.sample.isTypingOther = true
            return []
        },
        Command(
            .sampleDecideLeave, in: .sampleDecide, keys: [.escape, .control("s")], name: .commandSampleLeave, help: .commandSampleLeaveHelp, footer: 22,
            run: { $0.go(to: $0.sample.cameFrom) }),
    ] + common(
        .sampleDecide, illegible: .sampleDecideIllegible, back: .sampleDecideBack, next: .sampleDecideNextPart,
        previous: .sampleDecidePreviousPart, larger: .sampleDecideLarger, smaller: .sampleDecideSmaller)
}
