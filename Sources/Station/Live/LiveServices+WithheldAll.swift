import Foundation
import Printing
import Records
import Store
import Texts

extension LiveServices {
    /// More than these are a matter for `tramquet withheld list`.
    private static let mostWithheld = 500

    func withheldEverywhere() throws -> WithheldLines {
        let answer = try store.withheldEverywhere(limit: LiveServices.mostWithheld)
        let zone = zone
        return WithheldLines(
            lines: answer.entries.map { entry in
                let withholding = entry.withholding
                let parts = withholding.at.parts(in: zone)
                return WithheldLine(
                    id: withholding.id, dossier: withholding.dossier, code: entry.code.text, scope: withholding.target.scope, pages: entry.pages,
                    reason: withholding.reason, mark: entry.mark, person: withholding.person, isByProgram: withholding.isByProgram,
                    since: String(format: "%02d/%02d %02d:%02d", parts.day, parts.month, parts.hour, parts.minute))
            }, total: answer.total, dossiers: answer.dossiers)
    }

    func printReplacementSlip(_ id: WithholdingID) throws -> Phrase {
        guard let withholding = try store.withholdings().first(where: { $0.id == id }) else {
            throw StoreError.actionImpossible(Text.withheldNotThere.phrase)
        }
        let contents = try store.contents(withholding.dossier)
        let now = store.clock.now()
        // What the program stopped is taken out by whoever prints, now.
        let (taker, taken) = withholding.isByProgram ? (actor.person, now) : (withholding.person, withholding.at)
        let own = configuration.personName
        let keeper = taker == actor.person && !own.isEmpty ? own : taker
        let parts = taken.parts(in: zone)
        let day = String(format: "%02d/%02d/%04d", parts.day, parts.month, parts.year)
        let slip = contents.slip(for: withholding.target, withholding.reason, withholding.detail, by: keeper, on: day)
        let path = newPath("phieu-thay-the-" + contents.summary.code.text.asFileName, now)
        _ = try PrintDocument(title: "Trạm Quét", created: now, sections: [slip.section(language)]).write(to: path)
        // Within the data folder: the whole path is too long for a narrow line.
        let name = path.split(separator: "/").suffix(2).joined(separator: "/")
        return Text.replacementSlipWritten.with(["path": name])
    }
}

extension DossierContents {
    /// What lies in the place of paper that was taken out.
    /// - Parameters:
    ///   - keeper: who took it out.
    ///   - day: when, as shown.
    public func slip(
        for target: WithheldTarget, _ reason: WithholdingReason, _ detail: String?, by keeper: String, on day: String
    ) -> ReplacementSlip {
        let taken =
            switch target {
            case .dossier: pages
            case .document(let id): pages.filter { $0.document == id }
            case .page(let id): pages.filter { $0.id == id }
            }
        let document = documents.first { $0.id == taken.first?.document }?.number
        var labels: [String] = []
        for label in taken.map(\.label) where !label.isEmpty && label != labels.last { labels.append(label) }
        return ReplacementSlip(
            code: summary.code, document: target.scope == .dossier ? nil : document, labels: labels, sheets: Set(taken.map(\.sheetID)).count,
            reason: reason, detail: detail, day: day, keeper: keeper)
    }
}
