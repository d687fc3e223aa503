import Records
import Texts

/// What stands on a cover or preparation sheet beside the dossier's code.
public struct SheetDossier: Sendable, Hashable {
    public var code: DossierCode
    public var fields: DossierFields
    public var countedSheets: Int?

    public init(code: DossierCode, fields: DossierFields, countedSheets: Int?) {
        (self.code, self.fields, self.countedSheets) = (code, fields, countedSheets)
    }
}

/// The sheets that are laid into a stack of paper for the station: one page each, with a QR code that reads from any side,
/// and words that say to people what they are.
public struct SeparatorSheets: Sendable {
    private let language: Language

    public init(language: Language) {
        self.language = language
    }

    public func cover(_ dossier: SheetDossier) -> PrintSection {
        PrintSection(banner: PrintBanner(Text.sheetCover(language), .solid), [
            .space(16), .heading(dossier.code.text, big(26)), .paragraph(title(dossier), centred(15)),
            code(.cover(dossier.code)), facts(dossier), use(.sheetCoverUse),
        ])
    }

    public func newDocument() -> PrintSection {
        PrintSection(banner: PrintBanner(Text.sheetNewDocument(language), .framed), [
            .space(90), code(.newDocument), .space(30), use(.sheetNewDocumentUse),
        ])
    }

    public func newDossier() -> PrintSection {
        PrintSection(banner: PrintBanner(Text.sheetNewDossier(language), .solid), [
            .space(90), code(.newDossier), .space(30), use(.sheetNewDossierUse),
        ])
    }

    /// - Parameter number: of this printed sheet, if it has one of its own.
    public func placeholder(_ kind: PlaceholderKind, number: Int? = nil) -> PrintSection {
        PrintSection(banner: PrintBanner(Text.sheetPlaceholder(language), .barred), [
            .space(20), .heading(kind.shortText(language).uppercased(), big(24)),
            .paragraph(number.map { Text.sheetNumber.with(["number": String($0)])(language) } ?? "", centred(15)),
            code(.placeholder(kind, number: number)), .space(10),
            .line(Text.sheetForDossier(language)), .line(Text.sheetForSheet(language)), .line(Text.sheetNote(language)), .space(14),
            use(.sheetPlaceholderUse),
        ])
    }

    public func preparation(_ dossier: SheetDossier) -> PrintSection {
        let rows: [Text] = [
            .sheetRowSheets, .sheetRowRoles, .sheetRowLarge, .sheetRowTorn, .sheetRowFolded, .sheetRowDoubled, .sheetRowMissing,
        ]
        let columns: [PrintTable.Column] = [
            .init(Text.sheetFinding(language), share: 6), .init(Text.sheetQuantity(language), share: 2),
            .init(Text.sheetWhich(language), share: 3), .init(Text.sheetNote(language), share: 3),
        ]
        let people: [PrintTable.Column] = [
            .init(Text.sheetPreparer(language), share: 1, style: PrintStyle(size: 10)),
            .init(Text.sheetScanner(language), share: 1, style: PrintStyle(size: 10)),
        ]
        let signature = Text.sheetDaySignature(language)
        return PrintSection(banner: PrintBanner(Text.sheetPreparation(language), .grey), [
            .heading(dossier.code.text, big(18)), .paragraph(title(dossier, atMost: 150), centred(11)),
            .code(SheetCode.preparation(dossier.code).text, size: 125), facts(dossier, size: 11),
            .table(PrintTable(columns: columns, rows: rows.map { [$0(language)] }, leastRowHeight: 20)),
            .checkboxes([Text.sheetDoneUnpinned(language), Text.sheetDoneNumbered(language), Text.sheetDonePlaced(language)]),
            .table(PrintTable(columns: people, rows: [[signature + "\n", signature + "\n"]])),
            .paragraph(Text.sheetPreparationUse(language), centred(9)),
        ])
    }

    // MARK: Parts

    /// Points: modules of a millimetre and more for the codes that dossiers have.
    private static let codeSize = 200.0

    private func code(_ code: SheetCode) -> PrintBlock { .code(code.text, size: SeparatorSheets.codeSize) }
    private func use(_ text: Text) -> PrintBlock { .paragraph(text(language), centred(12)) }
    private func big(_ size: Double) -> PrintStyle { PrintStyle(size: size, isBold: true, alignment: .centre) }
    private func centred(_ size: Double) -> PrintStyle { PrintStyle(size: size, alignment: .centre) }

    /// A sheet is one page, however long a title is.
    private func title(_ dossier: SheetDossier, atMost longest: Int = 200) -> String {
        let title = dossier.fields.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return title.count > longest ? title.prefix(longest - 1) + "…" : title
    }

    private func facts(_ dossier: SheetDossier, size: Double = 13) -> PrintBlock {
        let fields = dossier.fields
        let dates = [fields.startDate, fields.endDate].map { $0?.shown ?? "…" }.joined(separator: " – ")
        let values: [(Text, String)] = [
            (.sheetBox, fields.box ?? ""), (.sheetNumberInBox, fields.numberInBox.map(String.init) ?? ""),
            (.sheetDates, fields.startDate == nil && fields.endDate == nil ? "" : dates),
            (.sheetCounted, dossier.countedSheets.map(String.init) ?? ""),
        ]
        let style = PrintStyle(size: size, alignment: .centre)
        return .table(PrintTable(
            columns: values.map { PrintTable.Column($0.0(language), share: $0.0 == .sheetDates ? 2 : 1, style: style) },
            rows: [values.map(\.1)], leastRowHeight: 26))
    }
}
