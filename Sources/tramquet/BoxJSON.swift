import Records
import Store
import Texts

// The keys are fixed by the interface: add, never rename. What is not known is left out.

struct BatchJSON: Encodable {
    let number: String
    let fields: BatchFields
    let boxes_count: Int
    let boxes_here: Int
    let dossiers: Int
    let sheets: Int
    /// Only of one batch.
    let boxes: [BoxJSON]?

    init(_ batch: BatchRecord, boxes: [BoxJSON]? = nil) {
        number = batch.fields.number
        fields = batch.fields
        boxes_count = batch.boxes
        boxes_here = batch.boxesHere
        dossiers = batch.dossiers
        sheets = batch.sheets
        self.boxes = boxes
    }
}

struct BoxListJSON: Encodable {
    let boxes: [BoxJSON]
    let total: Int
}

struct BoxJSON: Encodable {
    struct Issue: Encodable {
        let code: String
        let count: Int
        let message: String
    }

    struct Count: Encodable {
        let dossiers: Int
        let sheets: Int?
        let condition: [String]
        let condition_detail: String
        let note: String
        let person: String
        let at: String
        let reason: String?
        let reason_detail: String?

        init(_ record: CountRecord) {
            dossiers = record.count.dossiers
            sheets = record.count.sheets
            condition = record.count.condition.codes.map(\.rawValue)
            condition_detail = record.count.condition.detail
            note = record.count.note
            person = record.person
            at = record.at.iso8601
            reason = record.reason?.code
            reason_detail = record.reason?.detail
        }
    }

    struct Progress: Encodable {
        let dossiers: Int
        let untouched: Int
        let scanning: Int
        let finished: Int
        let durable: Int
        let delivered: Int
        let accepted: Int
        let aside: Int
        let done: Int
        let counted_sheets: Int
        let scanned_sheets: Int
        let pages: Int

        init(_ progress: BoxProgress) {
            dossiers = progress.dossiers
            untouched = progress.untouched
            scanning = progress.scanning
            finished = progress.finished
            durable = progress.durable
            delivered = progress.delivered
            accepted = progress.accepted
            aside = progress.aside
            done = progress.done
            counted_sheets = progress.countedSheets
            scanned_sheets = progress.scannedSheets
            pages = progress.pages
        }
    }

    let box: String
    let room: String
    let shelf: String
    let colour: String
    let presence: String
    let batch: String?
    let entry: Count?
    let `return`: Count?
    let progress: Progress
    let issues: [Issue]
    let differences: [String]

    init(_ standing: BoxStanding, _ language: Language) {
        box = standing.label
        room = standing.room
        shelf = standing.shelf
        colour = standing.colour.rawValue
        presence = standing.presence.rawValue
        batch = standing.visit?.batchNumber
        entry = standing.visit.map { Count($0.entry) }
        `return` = standing.visit?.exit.map { Count($0) }
        progress = Progress(standing.progress)
        issues = standing.issues.map { Issue(code: $0.code.rawValue, count: $0.count, message: $0.words(language)) }
        differences = (standing.entryDifferences + (standing.visit?.returnDifferences ?? [])).map { $0.words(language) }
    }
}

struct BoxDetailJSON: Encodable {
    struct Dossier: Encodable {
        let code: String
        let title: String
        let number: Int?
        let state: String
        let counted_sheets: Int?
        let scanned_sheets: Int
        let delivered: Bool
        let accepted: Bool
        let aside: String?
        let issues: [String]
    }

    struct Visit: Encodable {
        let batch: String
        let entry: BoxJSON.Count
        let `return`: BoxJSON.Count?
    }

    private let line: BoxJSON
    private let dossiers: [Dossier]
    private let visits: [Visit]

    init(_ box: BoxDetail, _ language: Language) {
        line = BoxJSON(box.standing, language)
        dossiers = box.dossiers.map {
            Dossier(
                code: $0.code.text, title: $0.title, number: $0.numberInBox, state: $0.state.rawValue, counted_sheets: $0.countedSheets,
                scanned_sheets: $0.scannedSheets, delivered: $0.isDelivered, accepted: $0.isAccepted, aside: $0.asideReason,
                issues: $0.issues.map(\.rawValue))
        }
        visits = box.visits.map { Visit(batch: $0.batchNumber, entry: BoxJSON.Count($0.entry), return: $0.exit.map { BoxJSON.Count($0) }) }
    }

    private enum CodingKeys: String, CodingKey { case dossiers, visits }

    func encode(to encoder: any Encoder) throws {
        try line.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(dossiers, forKey: .dossiers)
        try container.encode(visits, forKey: .visits)
    }
}

struct PrintedJSON: Encodable {
    let file: String
    let pages: Int
    /// Boxes in the table.
    let lines: Int
}

struct SlipsJSON: Encodable {
    struct Slip: Encodable {
        let room: String
        let shelf: String
        let box: String
        let number: Int?
        let dossier: String
        let title: String
        let presence: String
        let batch: String?
        let returned_at: String?
        let issues: [String]

        init(_ slip: RetrievalSlip) {
            room = slip.room
            shelf = slip.shelf
            box = slip.box
            number = slip.numberInBox
            dossier = slip.code.text
            title = slip.title
            presence = slip.presence.rawValue
            batch = slip.batchNumber
            returned_at = slip.returnedAt?.iso8601
            issues = slip.issues.map(\.rawValue)
        }
    }

    let file: String?
    let pages: Int?
    let slips: [Slip]
}
