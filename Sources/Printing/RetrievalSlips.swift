import Foundation
import Records
import Texts

/// Phiếu lấy lại: a framed slip for each dossier that is wanted again from the store, several on a page. Its code is that of
/// the dossier's cover: laid before the sheets when they come, it opens the dossier.
public struct RetrievalSlips: Sendable {
    private let language: Language
    private let zone: TimeZone

    /// - Parameter zone: of the days that are printed.
    public init(language: Language, zone: TimeZone) {
        (self.language, self.zone) = (language, zone)
    }

    /// - Parameter slips: in the order in which a person walks along the shelves; kept.
    public func document(_ slips: [RetrievalSlip], made: Timestamp) -> PrintDocument {
        let foot = say(.slipsFoot, ["time": HandoverMinutes.moment(made, zone), "count": String(slips.count)])
        return PrintDocument(
            title: say(.slipsTitle), created: made, typeface: .serif,
            sections: [PrintSection(margins: PrintMargins(left: 50, right: 50, ends: 45), foot: foot, slips.flatMap(blocks))])
    }

    private func blocks(_ slip: RetrievalSlip) -> [PrintBlock] {
        let words: [PrintBlock] = [
            .paragraph(say(.slipTitle), PrintStyle(size: 11, isBold: true)),
            .paragraph(place(slip), PrintStyle(size: 15, isBold: true)),
            .paragraph(slip.code.text, PrintStyle(size: 13, isBold: true)), .paragraph(title(slip), PrintStyle(size: 11)),
            .paragraph(reasons(slip), PrintStyle(size: 11)),
        ]
        let code: [PrintBlock] = [.code(SheetCode.cover(slip.code).text, size: RetrievalSlips.codeSize)]
        return [
            .framed([
                .columns([PrintColumn(share: 37, words), PrintColumn(share: 11, code)]), .paragraph(say(.slipTaken), PrintStyle(size: 10)),
            ]),
            .space(8),
        ]
    }

    /// Points.
    private static let codeSize = 105.0

    private func place(_ slip: RetrievalSlip) -> String {
        func known(_ text: String) -> String { text.isEmpty ? "…" : text }
        let place = say(.slipPlace, ["room": known(slip.room), "shelf": known(slip.shelf), "box": known(slip.box)])
        return slip.numberInBox.map { place + " · " + say(.slipNumber, ["number": String($0)]) } ?? place
    }

    /// A slip is small, however long a title is.
    private func title(_ slip: RetrievalSlip) -> String {
        let title = slip.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return title.count > 160 ? title.prefix(159) + "…" : title
    }

    private func reasons(_ slip: RetrievalSlip) -> String {
        let why = slip.issues.isEmpty ? nil : say(.slipWhy, ["issues": slip.issues.map { $0.text(language) }.joined(separator: ", ")])
        return [why, whereabouts(slip)].compactMap { $0 }.joined(separator: " ")
    }

    /// Why it is not here.
    private func whereabouts(_ slip: RetrievalSlip) -> String? {
        guard slip.presence != .notReceived, let at = slip.returnedAt else {
            return slip.presence == .notReceived ? say(.slipNeverCame) : nil
        }
        let day = at.parts(in: zone)
        return say(.slipWentBack, ["day": String(format: "%02d/%02d/%04d", day.day, day.month, day.year), "batch": slip.batchNumber ?? "…"])
    }

    private func say(_ text: Text, _ arguments: [String: String] = [:]) -> String { text.with(arguments)(language) }
}
