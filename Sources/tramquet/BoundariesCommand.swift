import ArgumentParser
import Reading
import Records
import Store
import Texts

struct BoundariesCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "boundaries",
        abstract: "Những trang mà chữ cho thấy một văn bản bắt đầu. (Pages whose text shows that a document starts.)")
    @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
    @Flag(help: "Tách ở mọi trang rõ ràng. (Split at all clear ones.)") var split = false
    @Option(help: "Không có văn bản nào bắt đầu ở trang này. (No document starts at this page.)") var dismiss: [PageChoice] = []
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let actor = context.actor(try context.configuration(store.folder.path))
        let summary = try store.dossier(try context.code(dossier))
        let starts = DocumentStarts(store)
        var contents = try store.contents(summary.id)
        if split || !dismiss.isEmpty {
            let lease = try store.leaseDossier(summary.id, code: summary.code)
            defer { withExtendedLifetime(lease) {} }
            try store.dismissHeads(try dismiss.map { try $0.page(in: contents).id }, by: actor)
            if split { try store.split(before: try starts.find(contents).sure.map(\.page), by: actor) }
            contents = try store.contents(summary.id)
        }
        tell(try starts.find(contents), contents, Output(context))
    }

    private func tell(_ found: DocumentFindings, _ contents: DossierContents, _ output: Output) {
        if output.json {
            return output.object(AnswerJSON(
                dossier: contents.summary.code.text, documents: contents.documents.count, proposals: found.open.map(ProposalJSON.init),
                listed: found.listed.map(ListedJSON.init), listed_count: found.listedCount,
                missing_sheets: (found.comparison?.missing ?? []).map { [$0.lowerBound, $0.upperBound] }))
        }
        output.line(Text.boundariesSettled.with(["documents": String(contents.documents.count)]))
        if let comparison = found.comparison { output.line(comparison.phrase) }
        for start in found.open {
            let share = "\(Int((start.proposal.confidence * 100).rounded(.down)))%" + (start.proposal.tier == .sure ? "" : "?")
            output.line("tr. \(start.index)\t\(share)\t\(start.number)")
        }
    }

    private struct AnswerJSON: Encodable {
        let dossier: String
        let documents: Int
        let proposals: [ProposalJSON]
        let listed: [ListedJSON]
        /// Rows that were not read count too.
        let listed_count: Int
        /// First and last of each gap.
        let missing_sheets: [[Int]]
    }

    /// A row of the contents sheet.
    private struct ListedJSON: Encodable {
        let notation: String?
        let sheet: Int
        let last_sheet: Int?
        let page: Int?
        let found: Bool

        init(_ listed: ListedDocument) {
            (notation, sheet, last_sheet) = (listed.entry.notation, listed.entry.firstSheet, listed.entry.lastSheet)
            (page, found) = (listed.page, listed.isFound)
        }
    }

    private struct ProposalJSON: Encodable {
        let page: String
        let index: Int
        let confidence: Double
        let sure: Bool
        let kind: String
        let number: String

        init(_ start: DocumentStart) {
            (page, index, number) = (start.page.description, start.index, start.number)
            confidence = (start.proposal.confidence * 1000).rounded() / 1000
            (sure, kind) = (start.proposal.tier == .sure, start.proposal.kind.rawValue)
        }
    }
}
