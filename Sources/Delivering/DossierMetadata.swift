import Crypto
import Foundation
import Records
import Store

/// `metadata.json` of a delivered dossier. The first keys are the fields of TT 05/2025, PL I (hồ sơ), under their own
/// names; those in `snake_case` are ours.
struct DossierMetadata: Codable, Equatable, Sendable {
    var arcFileCode: String
    var title: String
    var maintenance: String?
    var mode: String?
    /// 01: tiếng Việt.
    var language = "01"
    /// `DD/MM/YYYY`, `MM/YYYY` or `YYYY`.
    var startDate: String?
    var endDate: String?
    var totalDoc: Int
    var numberOfPaper: Int
    var numberOfPage: Int
    /// 02: số hóa.
    var confidenceLevel = "02"
    var description: String?

    var box: String?
    var numberInBox: Int?
    var countedSheets: Int?
    var override: Override?
    /// Images in the files; `numberOfPage` counts an A3 twice, a second shot of a side not at all.
    var images: Int
    /// Blank sides, suspected or confirmed. They are in the files and in `numberOfPage`.
    var blankPages: Int
    /// Pages that could not be read: in the files, without text.
    var pagesWithoutText: Int
    /// What the dossier holds and the files do not; nil: nothing is withheld.
    var withheld: Withheld?
    var profile: String
    var conformance: String
    var template: String
    var documents: [Document]

    /// From 1; a later version takes the place of the whole dossier.
    var version = 0
    /// The folder, beside this delivery's, that holds the former version.
    var supersedes: String?
    /// Checksum of everything the files depend on.
    var contentSHA256 = ""

    struct Override: Codable, Equatable, Sendable {
        var code: String
        var detail: String?
    }

    struct Withheld: Codable, Equatable, Sendable {
        var pages: Int
        /// Pages by `WithholdingReason`.
        var reasons: [String: Int]
    }

    struct Document: Codable, Equatable, Sendable {
        var number: Int
        var id: String
        /// Mã hồ sơ and số thứ tự in 7 digits.
        var docCode: String
        var file: String
        var numberOfPage: Int
        var pages: [Page]
        // Known when the file is written.
        var sha256 = ""
        var bytes = 0
    }

    struct Page: Codable, Equatable, Sendable {
        var id: String
        /// Place in the dossier, from 1.
        var index: Int
        var sheet: Int
        /// Tờ số; empty outside the numbered run.
        var label: String
        /// What the sheet is to its dossier; nil for one of the numbered run.
        var role: String?
        var side: String
        var countsAs: Int
        var blank: String
        /// Clockwise quarter turns from the stored image to the page in the file.
        var turn: Int
        /// Degrees clockwise by which the picture is drawn turned, after its quarter turns; nil: none.
        var deskew: Double?
        var width: Int
        var height: Int
        var dpi: Int
        var mode: String
        var imageSHA256: String
        var ocr: String
        var ocrError: String?
        /// Number of the reading whose words are in the file.
        var reading: Int64?
        /// Number of the human text that is in the file instead; nil: nobody corrected the page.
        var revision: Int64?
        // Known when the file is written.
        var words: Int?
        /// Mean over the words, 0…1.
        var confidence: Double?

        enum CodingKeys: String, CodingKey {
            case id, index, sheet, label, role, side, blank, turn, deskew, width, height, dpi, mode, ocr, reading, revision, words, confidence
            case countsAs = "counts_as"
            case imageSHA256 = "image_sha256"
            case ocrError = "ocr_error"
        }
    }

    enum CodingKeys: String, CodingKey {
        case arcFileCode, title, maintenance, mode, language, startDate, endDate, totalDoc, numberOfPaper, numberOfPage
        case confidenceLevel, description, box, override, images, withheld, profile, conformance, template, documents, version, supersedes
        case numberInBox = "number_in_box"
        case countedSheets = "counted_sheets"
        case blankPages = "blank_pages"
        case pagesWithoutText = "pages_without_text"
        case contentSHA256 = "content_sha256"
    }
}

extension DossierMetadata {
    init(_ snapshot: DossierSnapshot, format: DeliveryFormat) {
        let (contents, readings) = (snapshot.contents, snapshot.readings)
        let summary = contents.summary
        let fields = summary.fields
        arcFileCode = summary.code.text
        title = fields.title
        maintenance = fields.retention?.rawValue
        mode = fields.accessMode?.rawValue
        startDate = fields.startDate?.shown
        endDate = fields.endDate?.shown
        totalDoc = contents.documents.count
        numberOfPaper = summary.counts.sheets
        numberOfPage = contents.pages.map(\.countsAs).reduce(0, +)
        description = fields.note
        box = fields.box
        numberInBox = fields.numberInBox
        countedSheets = summary.countedSheets
        override = summary.settlement?.override.map { Override(code: $0.code, detail: $0.detail) }
        images = contents.pages.count
        blankPages = contents.pages.count { $0.blank != .notBlank }
        pagesWithoutText = contents.pages.count { $0.ocr == .failed }
        if !snapshot.withheld.isEmpty {
            withheld = Withheld(
                pages: snapshot.withheld.values.reduce(0, +),
                reasons: Dictionary(snapshot.withheld.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +))
        }
        profile = format.profile.rawValue
        conformance = format.conformanceName
        template = format.template.text
        let pages = Dictionary(contents.pages.map { ($0.id, $0) }) { first, _ in first }
        documents = contents.documents.map { document in
            let own = document.pages.compactMap { pages[$0] }
            return Document(
                number: document.number, id: document.id.description,
                docCode: summary.code.text + "." + FileNameTemplate.padded(document.number, digits: 7),
                file: format.template.name(summary.code, document: document.number),
                numberOfPage: own.map(\.countsAs).reduce(0, +),
                pages: own.map { Page($0, reading: readings[$0.id], revision: snapshot.revisions[$0.id]) })
        }
        contentSHA256 = SHA256.hash(data: json).hexadecimal
    }

    /// Sorted keys: equal values have equal bytes.
    var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings, whole numbers and finite means: there is nothing in it that JSON could refuse.
        return (try? encoder.encode(self)) ?? Data()
    }

    /// Nil when there is no such file or it is not one of ours.
    init?(reading path: String) {
        guard let bytes = FileTree.bytes(of: path), let value = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = value
    }
}

extension DossierMetadata.Page {
    init(_ page: PageRecord, reading: Int64?, revision: Int64?) {
        id = page.id.description
        index = page.index
        sheet = page.sheet
        label = page.label
        role = page.role == .document ? nil : page.role.rawValue
        side = page.side.rawValue
        countsAs = page.countsAs
        blank = page.blank.rawValue
        turn = page.turn
        deskew = page.deskew == 0 ? nil : page.deskew
        width = page.facts.width
        height = page.facts.height
        dpi = page.facts.dpi
        mode = page.facts.mode.rawValue
        imageSHA256 = page.facts.sha256
        ocr = page.ocr.rawValue
        ocrError = page.ocrError
        // A page whose last reading failed may have an older one, made when it lay in another direction.
        self.reading = page.ocr == .done ? reading : nil
        self.revision = revision
    }
}
