import ArgumentParser
import Store
import Texts

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Báo cáo. (Reports.)", subcommands: [Accuracy.self])

    struct Accuracy: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "accuracy",
            abstract: "Tỷ lệ ký tự đúng theo phông, ước tính và đo được, so với 98%. (Share of right characters by fonds, estimated and measured, against 98 %.)")
        @Option(help: "Từng hồ sơ của phông này. (The dossiers of this fonds.)") var fonds: String?
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let rows = try store.textAccuracy(dossiersOf: fonds)
            let measured = try store.measuredAccuracy(dossiersOf: fonds)
            let output = Output(context)
            if output.json { return output.object(["accuracy": rows.map { RowJSON($0, measured[$0.code], isOfDossier: fonds != nil) }]) }
            output.table(
                [
                    fonds == nil ? .reportFonds : .reportDossier, .reportPages, .reportRight, .reportMeasured, .reportInterval, .reportVerdict,
                    .reportHuman, .reportDoubts, .reportSettled, .reportUnknown,
                ],
                rows.map { row in
                    let estimate = row.estimate
                    let right = row.pages == 0 ? "–" : output.language.percent(estimate.rightShare) + (estimate.rightShare < TextAccuracy.wanted ? " < 98%" : "")
                    return [row.code.isEmpty ? "–" : row.code, String(row.pages), right] + Accuracy.cells(measured[row.code]?.figures, output.language)
                        + [output.language.percent(Accuracy.share(estimate)), String(estimate.openDoubts), String(row.settled), String(row.unknown)]
                })
            if !measured.isEmpty { output.line(Text.reportMeasuredNote) }
            output.line(Text.reportEstimateNote)
        }

        /// What was measured, its interval, and what follows.
        private static func cells(_ figures: SampleFigures?, _ language: Language) -> [String] {
            guard let figures, let share = figures.corrected else { return ["–", "–", "–"] }
            return [language.percent(share.share), "\(language.percent(share.low))–\(language.percent(share.high, .up))", figures.verdict().text(language)]
        }

        private static func share(_ estimate: TextEstimate) -> Double {
            estimate.letters == 0 ? 0 : Double(estimate.lettersOfPeople) / Double(estimate.letters)
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
            /// By the estimate of the text as it is now; `measured` tells of the text when the sample was drawn.
            let reaches_wanted: Bool
            /// Null: no line of it is settled.
            let measured: MeasuredJSON?

            init(_ row: TextAccuracy, _ measured: MeasuredAccuracy?, isOfDossier: Bool) {
                self.measured = measured.map { MeasuredJSON($0.figures, sample: $0.sample) }
                (fonds, dossier) = isOfDossier ? (nil, row.code) : (row.code, nil)
                (pages, settled, unknown) = (row.pages, row.settled, row.unknown)
                estimated_right = row.pages == 0 ? nil : row.estimate.rightShare
                human_share = share(row.estimate)
                open_doubts = row.estimate.openDoubts
                reaches_wanted = row.pages > 0 && row.estimate.rightShare >= TextAccuracy.wanted
            }
        }
    }
}
