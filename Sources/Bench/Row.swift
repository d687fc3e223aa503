import Measuring

/// One line of the table.
struct Row {
    let what: String
    let ours: String
    let peer: String
    let ratio: String
    let aim: String
    /// Whether the aim is met; nil where there is nothing to hold the figure against.
    let isMet: Bool?
    /// How it was measured, or why there is no figure.
    let note: String

    init(_ what: String, ours: String, peer: String = "–", ratio: String = "–", aim: String = "–", isMet: Bool? = nil, note: String = "") {
        self.what = what
        self.ours = ours
        self.peer = peer
        self.ratio = ratio
        self.aim = aim
        self.isMet = isMet
        self.note = note
    }
}

extension Row {
    private static let headings = ["what", "ours", "peer", "ratio", "aim", ""]

    static func table(_ rows: [Row]) -> String {
        let cells = rows.map { [$0.what, $0.ours, $0.peer, $0.ratio, $0.aim, $0.isMet.map { $0 ? "met" : "MISSED" } ?? ""] }
        let notes = rows.filter { !$0.note.isEmpty }.map { "\($0.what): \($0.note)" }
        return ([Table.text(headings, cells), ""] + notes).joined(separator: "\n")
    }
}
