import ArgumentParser
import Store
import Texts

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Báo cáo. (Reports.)", subcommands: [Accuracy.self])

    struct Accuracy: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "accuracy",
            abstract: "Ước tính tỷ lệ ký tự đúng theo phông, so với 98%. (Estimated share of right characters by fonds, against 98 %.)")
        @Option(help: "Từng hồ sơ của phông này. (The dossiers of this fonds.)") var fonds: String?
        @OptionGroup var global: GlobalOptions

        /// Công văn 7197 asks for it.
        private static let wanted = 0.98

        func perform(_ context: Context) async throws {
            let rows = try context.openStore().textAccuracy(dossiersOf: fonds)
            let output = Output(context)
            if output.json { return output.object(["accuracy": rows.map { RowJSON($0, isOfDossier: fonds != nil) }]) }
            output.table(
                [fonds == nil ? .reportFonds : .reportDossier, .reportPages, .reportRight, .reportHuman, .reportDoubts, .reportSettled, .reportUnknown],
                rows.map { row in
                    let estimate = row.estimate
                    let right = row.pages == 0 ? "–" : Accuracy.percent(estimate.rightShare, output.language) + (estimate.rightShare < Accuracy.wanted ? " < 98%" : "")
                    return [
                        row.code.isEmpty ? "–" : row.code, String(row.pages), right, Accuracy.percent(Accuracy.share(estimate), output.language), String(estimate.openDoubts),
                        String(row.settled), String(row.unknown),
                    ]
                })
            output.line(Text.reportEstimateNote)
        }

        private static func share(_ estimate: TextEstimate) -> Double {
            estimate.letters == 0 ? 0 : Double(estimate.lettersOfPeople) / Double(estimate.letters)
        }

        /// Rounded down: what is below the mark does not read as if it reached it.
        private static func percent(_ share: Double, _ language: Language) -> String {
            let tenths = Int((share * 1000).rounded(.down))
            return "\(tenths / 10)\(language == .vi ? "," : ".")\(tenths % 10)%"
        }

        private struct RowJSON: Encodable {
            let fonds: String?
            let dossier: String?
            let pages: Int
            /// 0…1; null: no page was judged.
            let estimated_right: Double?
            let human_share: Double
            let open_doubts: Int
            let settled: Int
            let unknown: Int
            let reaches_wanted: Bool

            init(_ row: TextAccuracy, isOfDossier: Bool) {
                (fonds, dossier) = isOfDossier ? (nil, row.code) : (row.code, nil)
                (pages, settled, unknown) = (row.pages, row.settled, row.unknown)
                estimated_right = row.pages == 0 ? nil : row.estimate.rightShare
                human_share = share(row.estimate)
                open_doubts = row.estimate.openDoubts
                reaches_wanted = row.pages > 0 && row.estimate.rightShare >= wanted
            }
        }
    }
}
