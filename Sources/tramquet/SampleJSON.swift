import Records
import Store

/// What a sample says; shares 0…1.
struct MeasuredJSON: Encodable {
    struct Share: Encodable {
        let right: Double
        /// Ends of the 95 % interval.
        let low: Double
        let high: Double
        let errors: Int

        init?(_ share: RightShare?) {
            guard let share else { return nil }
            (right, low, high, errors) = (share.share, share.low, share.high, share.errors)
        }
    }

    let sample: Int64
    let lines: Int
    let typed_once: Int
    let typed_twice: Int
    let settled: Int
    let illegible: Int
    let undecided: Int
    let withheld: Int
    /// Of the truth.
    let characters: Int
    let machine: Share?
    let corrected: Share?
    /// Of what two people typed, the share that is the same.
    let agreement: Double?
    /// reached | missed | unsure
    let verdict: String

    init(_ figures: SampleFigures, sample: Int64) {
        (self.sample, lines, typed_once, typed_twice) = (sample, figures.drawn, figures.typedOnce, figures.typedTwice)
        (settled, illegible, undecided, withheld) = (figures.settled, figures.illegible, figures.undecided, figures.withheld)
        characters = figures.corrected?.characters ?? 0
        (machine, corrected, agreement) = (Share(figures.machine), Share(figures.corrected), figures.agreement)
        verdict = figures.verdict().rawValue
    }
}

/// A sample as it was drawn, and what it says.
struct SampleJSON: Encodable {
    let id: Int64
    /// all | fonds | dossier, and its code.
    let scope: String
    let code: String?
    let seed: UInt64
    let wanted: Int
    /// Of what it was drawn.
    let pages: Int
    let lines: Int
    let frame: String
    let left_out: LeftOutJSON
    let person: String
    let at: String
    let dropped_at: String?
    let measured: MeasuredJSON?

    init(_ sample: TextSample, _ figures: SampleFigures?) {
        (id, seed, wanted, pages, lines, frame) = (sample.id, sample.seed, sample.wanted, sample.pages, sample.lines, sample.frame)
        (scope, code) = sample.scope.json
        left_out = LeftOutJSON(sample.leftOut)
        (person, at, dropped_at) = (sample.person, sample.at.iso8601, sample.dropped?.iso8601)
        measured = figures.map { MeasuredJSON($0, sample: sample.id) }
    }
}

struct LeftOutJSON: Encodable {
    let blank: Int
    let settled: Int
    let unread: Int

    init(_ left: SampleFrame.LeftOut) { (blank, settled, unread) = (left.blank, left.settled, left.unread) }
}

extension SampleScope {
    fileprivate var json: (String, String?) {
        switch self {
        case .all: ("all", nil)
        case .fonds(let code): ("fonds", code)
        case .dossier(let code): ("dossier", code.text)
        }
    }
}

/// A line of a sample. Texts only once nobody may still type it.
struct SampledLineJSON: Encodable {
    let place: Int
    let dossier: String
    let page: String
    /// Of the page, from 0; boxes of its words.
    let line: Int
    let boxes: [Box]
    /// first | second | differs | settled | illegible | withheld
    let state: String
    let truth: String?
    let machine: String?
    let corrected: String?
    /// Null: that person could not read it.
    let typed: [String?]?

    init(_ line: SampledLine) {
        (place, dossier, page, self.line, boxes) = (line.place, line.dossier, line.page.description, line.line, line.boxes)
        state = line.state
        guard line.isShown else {
            (truth, machine, corrected, typed) = (nil, nil, nil, nil)
            return
        }
        (truth, machine, corrected) = (line.truth, line.machine, line.corrected)
        typed = line.typed.map { answer in if case .text(let text) = answer { text } else { nil } }
    }
}

extension SampledLine {
    /// What may still be typed is shown to nobody.
    var isShown: Bool { !isWithheld && ["settled", "illegible"].contains(state) }

    var truth: String? {
        if case .settled(let text) = standing, !isWithheld { text } else { nil }
    }

    fileprivate var state: String {
        if isWithheld { return "withheld" }
        return switch standing {
        case .waitsForFirst: "first"
        case .waitsForSecond: "second"
        case .differs: "differs"
        case .settled: "settled"
        case .illegible: "illegible"
        }
    }
}
