import Records

/// The state of Danh mục: find a dossier by text, or by box and number on the digit keys.
public struct RegisterState: Equatable, Sendable {
    public enum Field: Int, Equatable, Sendable, CaseIterable {
        case text, box, number
    }

    public var field: Field = .text
    public var text = TextField(content: .lookup)
    public var box = TextField(content: .code, limit: 80)
    public var number = TextField(content: .code, limit: 12)
    /// Over all matching dossiers.
    public var list = ListState()
    /// The part of the matching dossiers that is here.
    public var lines: [DossierLine] = []
    public var offset = 0
    public var total = 0
    public var isLoaded = false
    /// Enter came before the answer: a barcode reader types a code and Enter at once. The answer opens the dossier.
    public var opensWhenLoaded = false
    /// The dossier finished last: the answer puts the cursor on the next one that is to be scanned.
    public var finished: DossierID?
    /// What the lines answer to.
    private var answered: RegisterQuery?

    public init() {}

    /// The line at a place among all matches; nil when it is not loaded.
    func line(_ index: Int) -> DossierLine? {
        lines.indices.contains(index - offset) ? lines[index - offset] : nil
    }

    var selected: DossierLine? { line(list.selected) }

    static let pageSize = 200

    /// Asks for the lines around the selected one.
    var query: RegisterQuery {
        RegisterQuery(
            text: text.text, keys: text.typedKeys, box: box.text, number: number.text,
            offset: max(0, list.selected - RegisterState.pageSize / 2), limit: RegisterState.pageSize)
    }

    /// Whether the lines are those that the fields ask for.
    var isCurrent: Bool {
        answered?.text == text.text && answered?.box == box.text && answered?.number == number.text
    }

    /// Whether scrolling came near lines that are not here.
    var needsMoreLines: Bool {
        guard isLoaded else { return true }
        let margin = 60
        let first = max(0, list.selected - margin), last = min(total - 1, list.selected + margin)
        return total > 0 && (first < offset || last >= offset + lines.count)
    }

    subscript(field: Field) -> TextField {
        get {
            switch field {
            case .text: text
            case .box: box
            case .number: number
            }
        }
        set {
            switch field {
            case .text: text = newValue
            case .box: box = newValue
            case .number: number = newValue
            }
        }
    }

    mutating func take(_ answer: RegisterLines) {
        guard answer.query.text == text.text, answer.query.box == box.text, answer.query.number == number.text else { return }
        answered = answer.query
        lines = answer.lines
        offset = answer.query.offset
        total = answer.total
        isLoaded = true
        list.clamp(to: total)
        selectNext()
    }

    /// Shows everything again, so that the next search starts afresh; the place in the whole list is kept.
    mutating func clearFilter() {
        field = .text
        guard Field.allCases.contains(where: { !self[$0].isEmpty }) else { return }
        for field in Field.allCases { self[field].replace(with: "") }
        list = ListState()
    }

    /// From the dossier finished last on, then from the top of what is here.
    private mutating func selectNext() {
        guard let id = finished else { return }
        finished = nil
        let here = lines.firstIndex { $0.id == id }.map { $0 + 1 } ?? max(0, list.selected - offset)
        func next(_ part: Range<Int>) -> Int? { part.first { lines[$0].stage.isToBeScanned && lines[$0].heldBy == nil } }
        let start = min(here, lines.count)
        if let index = next(start..<lines.count) ?? next(0..<start) { list.select(offset + index, count: total) }
    }
}
