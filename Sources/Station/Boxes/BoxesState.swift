import Records

/// The state of Hộp: where each box stands, and the one that is looked at.
public struct BoxesState: Equatable, Sendable {
    public static let pageSize = 200

    public var field = TextField(content: .lookup, limit: 80)
    /// nil: boxes of every colour.
    public var colour: BoxColour?
    /// Over all matching boxes.
    public var list = ListState()
    /// The part of the matching boxes that is here.
    public var boxes: [BoxStanding] = []
    public var offset = 0
    public var total = 0
    public var isLoaded = false
    /// What the lines here answer.
    private var answered: BoxesQuery?
    /// Boxes of each colour in the whole store; nil: not counted yet.
    public var counts: [BoxColour: Int]?
    /// The last box that was asked for; it may be another than the selected one.
    public var known: BoxInFull?
    public var batches: [BatchLine] = []
    /// The paper printed last, until another box is chosen.
    public var printed: PrintedPaper?

    public init() {}

    func box(_ index: Int) -> BoxStanding? { boxes.indices.contains(index - offset) ? boxes[index - offset] : nil }

    var selected: BoxStanding? { box(list.selected) }

    /// The selected box in full, once it is known.
    var detail: BoxInFull? { known?.standing.label == selected?.label ? known : nil }

    /// Asks for the lines around the selected one.
    var query: BoxesQuery {
        BoxesQuery(text: field.text, colour: colour, offset: max(0, list.selected - BoxesState.pageSize / 2))
    }

    /// Whether scrolling came to lines that are not here.
    var needsMoreLines: Bool {
        guard isLoaded else { return true }
        let margin = 60
        let first = max(0, list.selected - margin), last = min(total - 1, list.selected + margin)
        return total > 0 && (first < offset || last >= offset + boxes.count)
    }

    mutating func take(_ answer: BoxLines) {
        guard answer.query.text == field.text, answer.query.colour == colour else { return }
        // The same question again: a box that has moved among the others takes the selection along.
        let isAgain = answered?.text == answer.query.text && answered?.colour == answer.query.colour
        let before = isAgain ? selected?.label : nil
        answered = answer.query
        boxes = answer.boxes
        offset = answer.query.offset
        total = answer.total
        isLoaded = true
        if let before, let at = boxes.firstIndex(where: { $0.label == before }) { list.select(offset + at, count: total) }
        list.clamp(to: total)
    }

    /// A box as it is now: in the list too.
    mutating func take(_ box: BoxInFull) {
        known = box
        if let at = boxes.firstIndex(where: { $0.label == box.standing.label }) { boxes[at] = box.standing }
    }

    /// Every box, those that are red, those that are green, those not begun, and round again.
    mutating func nextColour() {
        let all: [BoxColour?] = [nil, .red, .green, .untouched]
        let place = all.firstIndex(of: colour) ?? 0
        colour = all[(place + 1) % all.count]
        list = ListState()
    }
}
