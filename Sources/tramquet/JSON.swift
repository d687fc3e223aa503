import Foundation
import Records
import Scanning
import Store
import Texts

// The keys are fixed by the interface (README, "Cho chương trình khác"): add, never rename.

struct DossierLineJSON: Encodable {
    let code: String
    let title: String
    let state: String
    let counted_sheets: Int?
    let counted_roles: RoleCounts?
    let counts: CountsJSON
    let box: String?
    let number: Int?
    /// Only where something is.
    let withheld: WithheldJSON?

    init(_ line: DossierSummary) {
        code = line.code.text
        title = line.fields.title
        state = line.standing.state.rawValue
        counted_sheets = line.countedSheets
        counted_roles = line.countedRoles
        counts = CountsJSON(line.counts)
        box = line.fields.box
        number = line.fields.numberInBox
        withheld = line.withheld != nil || line.counts.withheld > 0
            ? WithheldJSON(reason: line.withheld?.rawValue, pages: line.counts.withheld) : nil
    }

    enum CodingKeys: String, CodingKey { case code, title, state, counted_sheets, counted_roles, counts, box, number, withheld }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(title, forKey: .title)
        try container.encode(state, forKey: .state)
        try container.encode(counted_sheets, forKey: .counted_sheets)
        try container.encode(counted_roles, forKey: .counted_roles)
        try container.encode(counts, forKey: .counts)
        try container.encode(box, forKey: .box)
        try container.encode(number, forKey: .number)
        try container.encodeIfPresent(withheld, forKey: .withheld)
    }
}

struct WithheldJSON: Encodable {
    /// Of the whole dossier; null where only parts of it are withheld.
    let reason: String?
    /// Pages in use, by whatever keeps them back.
    let pages: Int

    enum CodingKeys: String, CodingKey { case reason, pages }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reason, forKey: .reason)
        try container.encode(pages, forKey: .pages)
    }
}

struct CountsJSON: Encodable {
    let sheets: Int
    let pages: Int
    let dropped: Int
    let blank: Int
    let ocr_waiting: Int
    let ocr_failed: Int
    let not_seen: Int
    let open_findings: Int
    let placeholders: Int
    let to_correct: Int
    let roles: RoleCounts

    init(_ counts: DossierCounts) {
        sheets = counts.sheets
        pages = counts.pages
        dropped = counts.dropped
        blank = counts.blank
        ocr_waiting = counts.ocrWaiting
        ocr_failed = counts.ocrFailed
        not_seen = counts.notSeen
        open_findings = counts.openFindings
        placeholders = counts.placeholders
        to_correct = counts.toCorrect
        roles = counts.roles
    }
}

struct DossierJSON: Encodable {
    struct Missing: Encodable {
        let code: String
        let message: String
    }

    struct Document: Encodable {
        let id: String
        let number: Int
        let pages: [String]
        let fields: [String: String]
    }

    struct Page: Encodable {
        let id: String
        let index: Int
        let document: String
        let sheet: Int
        let label: String
        let labelled: Bool
        let role: String
        let side: String
        let counts_as: Int
        let blank: String
        let turn: Int
        let deskew: Double
        let width: Int
        let height: Int
        let dpi: Int
        let sha256: String
        let ocr: String
        let findings: [String]
        /// Only on a page with one.
        let code: String?
        /// Why; only on a page that is.
        let withheld: String?

        init(_ page: PageRecord) {
            id = page.id.description
            index = page.index
            document = page.document.description
            sheet = page.sheet
            label = page.label
            labelled = page.isLabelled
            role = page.role.rawValue
            side = page.side.rawValue
            counts_as = page.countsAs
            blank = page.blank.rawValue
            turn = page.turn * 90
            deskew = page.deskew
            width = page.facts.width
            height = page.facts.height
            dpi = page.facts.dpi
            sha256 = page.facts.sha256
            ocr = page.ocr.rawValue
            findings = page.withheld == nil ? page.allFindings.map(\.rawValue) : []
            code = page.code?.text
            withheld = page.withheld?.rawValue
        }
    }

    struct Placeholder: Encodable {
        let id: String
        let kind: String
        let label: String
        /// Pages in front of it.
        let after: Int
        let open: Bool
        /// Only on one that a printed sheet opened.
        let code: String?
    }

    let line: DossierLineJSON
    let missing: [Missing]
    let documents: [Document]
    let pages: [Page]
    let dropped_pages: [Page]
    let placeholders: [Placeholder]
    let missing_numbers: [Int]
    let doubled_labels: [String]
    /// Dossiers of which sheets may lie at the end of this one.
    let covers_suspected: [String]
    /// Pages behind sheets "hồ sơ mới" that nobody has named.
    let unnamed_parts: [UnnamedPartJSON]
    let preparation: PreparationJSON
    /// Whoever scanned pages of it, the first first.
    let scanned_by: [String]
    /// Only in the answer to `finish`.
    let open: OpenWork?

    init(
        _ contents: DossierContents, coversSuspected: [SuspectedCover], preparation: PreparationJSON, scannedBy: [String], open: OpenWork? = nil,
        _ language: Language
    ) {
        unnamed_parts = contents.unnamedParts.map { UnnamedPartJSON($0) }
        self.preparation = preparation
        scanned_by = scannedBy
        covers_suspected = coversSuspected.map(\.code.text)
        self.open = open
        line = DossierLineJSON(contents.summary)
        missing = contents.summary.standing.missing.map { Missing(code: $0.code.rawValue, message: $0.phrase(language)) }
        documents = contents.documents.map {
            Document(id: $0.id.description, number: $0.number, pages: $0.pages.map(\.description), fields: [:])
        }
        pages = contents.pages.map(Page.init)
        dropped_pages = contents.dropped.map(Page.init)
        placeholders = contents.placeholders.map {
            Placeholder(id: $0.id.description, kind: $0.kind.rawValue, label: $0.label, after: $0.pagesBefore, open: $0.isOpen, code: $0.code?.text)
        }
        missing_numbers = contents.missingNumbers
        doubled_labels = contents.doubledLabels
    }

    enum CodingKeys: String, CodingKey {
        case missing, documents, pages, dropped_pages, placeholders, missing_numbers, doubled_labels, covers_suspected, unnamed_parts, preparation, scanned_by, open
    }

    func encode(to encoder: any Encoder) throws {
        try line.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(missing, forKey: .missing)
        try container.encode(documents, forKey: .documents)
        try container.encode(pages, forKey: .pages)
        try container.encode(dropped_pages, forKey: .dropped_pages)
        try container.encode(placeholders, forKey: .placeholders)
        try container.encode(missing_numbers, forKey: .missing_numbers)
        try container.encode(doubled_labels, forKey: .doubled_labels)
        try container.encode(covers_suspected, forKey: .covers_suspected)
        try container.encode(unnamed_parts, forKey: .unnamed_parts)
        try container.encode(preparation, forKey: .preparation)
        try container.encode(scanned_by, forKey: .scanned_by)
        try container.encodeIfPresent(open, forKey: .open)
    }
}

struct UnnamedPartJSON: Encodable {
    let separators: [String]
    let pages: [String]
    let sheets: Int

    init(_ part: UnnamedPart) {
        (separators, pages, sheets) = (part.separators.map(\.description), part.pages.map(\.description), part.sheets)
    }
}

extension PageRecord {
    /// Findings for a list of codes: the blank class is one of them there.
    var allFindings: [FindingCode] { [FindingCode](findings.map(\.code), blank: blank) }
}

extension [FindingCode] {
    init(_ codes: [FindingCode], blank: BlankClass) {
        self = codes
        switch blank {
        case .suspected: append(.blank)
        case .doubtful: append(.maybeBlank)
        case .notBlank, .confirmed: break
        }
    }
}

struct DevicesJSON: Encodable {
    struct Device: Encodable {
        let name: String
        let kind: String
        let vendor: String
        let model: String
        let sources: [String]?

        enum CodingKeys: String, CodingKey { case name, kind, vendor, model, sources }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(kind, forKey: .kind)
            try container.encode(vendor, forKey: .vendor)
            try container.encode(model, forKey: .model)
            try container.encode(sources, forKey: .sources)
        }
    }
    let devices: [Device]
    let errors: [String]

    init(_ devices: [DeviceDescription], errors: [String]) {
        self.devices = devices.map {
            Device(name: $0.name, kind: $0.kind.rawValue, vendor: $0.vendor, model: $0.model, sources: $0.sources?.map(\.rawValue))
        }
        self.errors = errors
    }
}

/// What the device really does in a run.
struct ChosenJSON: Encodable {
    struct Unmet: Encodable {
        let code: String
        let message: String
    }

    let source: String?
    let mode: String
    let dpi: Int
    let duplex: Bool
    let width_mm: Double?
    let height_mm: Double?
    let unmet: [Unmet]

    enum CodingKeys: String, CodingKey { case source, mode, dpi, duplex, width_mm, height_mm, unmet }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(source, forKey: .source)
        try container.encode(mode, forKey: .mode)
        try container.encode(dpi, forKey: .dpi)
        try container.encode(duplex, forKey: .duplex)
        try container.encode(width_mm, forKey: .width_mm)
        try container.encode(height_mm, forKey: .height_mm)
        try container.encode(unmet, forKey: .unmet)
    }

    init(_ chosen: ChosenSettings, _ language: Language) {
        source = chosen.source?.rawValue
        mode = chosen.mode.rawValue
        dpi = chosen.dpi
        duplex = chosen.duplex
        width_mm = chosen.area.map { ($0.width * 10).rounded() / 10 }
        height_mm = chosen.area.map { ($0.height * 10).rounded() / 10 }
        unmet = chosen.unmet.map { Unmet(code: $0.code, message: $0.message(language)) }
    }
}
