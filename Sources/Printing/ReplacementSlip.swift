import Records
import Texts

/// The slip that lies in a dossier where paper was taken out because it is withheld (phiếu thay thế): one page.
public struct ReplacementSlip: Sendable, Hashable {
    public var code: DossierCode
    /// Số thứ tự; nil for the whole dossier.
    public var document: Int?
    /// Pencil numbers of the sheets taken out, in order; empty where they have none.
    public var labels: [String]
    public var sheets: Int
    public var reason: WithholdingReason
    public var detail: String?
    /// As shown.
    public var day: String
    public var keeper: String

    public init(
        code: DossierCode, document: Int?, labels: [String], sheets: Int, reason: WithholdingReason, detail: String?, day: String, keeper: String
    ) {
        (self.code, self.document, self.labels, self.sheets) = (code, document, labels, sheets)
        (self.reason, self.detail, self.day, self.keeper) = (reason, detail, day, keeper)
    }

    public func section(_ language: Language) -> PrintSection {
        let values: [(Text, String)] = [
            (.slipDossier, code.text), (.slipDocument, document.map(String.init) ?? "–"), (.slipSheets, shownLabels),
            (.slipSheetCount, String(sheets)), (.slipReason, shownReason(language)), (.slipDay, day), (.slipKeeper, keeper), (.slipKeptAt, ""),
        ]
        let columns: [PrintTable.Column] = [.init("", share: 1), .init("", share: 2, style: PrintStyle(size: 14))]
        return PrintSection(banner: PrintBanner(Text.replacementSlipTitle(language), .barred), [
            .space(20), .table(PrintTable(columns: columns, rows: values.map { [$0.0(language), $0.1] }, leastRowHeight: 34)),
            .space(30), .line(Text.slipSignature(language)), .space(20),
            .paragraph(Text.slipUse(language), PrintStyle(size: 12, alignment: .centre)),
        ])
    }

    /// The first and the last of many: a slip is one page.
    private var shownLabels: String {
        if labels.count > 6, let first = labels.first, let last = labels.last { return "\(first) … \(last)" }
        return labels.joined(separator: ", ")
    }

    private func shownReason(_ language: Language) -> String {
        let words = detail.map { $0.count > 200 ? $0.prefix(199) + "…" : $0 }
        return [reason.text(language), words].compactMap { $0 }.joined(separator: ": ")
    }
}
