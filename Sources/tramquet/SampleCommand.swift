import ArgumentParser
import Records
import Store
import Texts

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Mẫu rút ngẫu nhiên. (Samples drawn by lot.)", subcommands: [OfText.self])

    struct OfText: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "text",
            abstract: "Mẫu dòng chữ do hai người gõ lại, để đo tỷ lệ ký tự đúng. (Lines that two people type, to measure right characters.)",
            discussion: """
                Gõ trên màn hình Gõ mẫu (Alt-g, hay Ctrl-P): chỉ thấy ảnh của dòng. Hai người gõ giống nhau là bản đúng; khác nhau thì người thứ ba \
                quyết. Kết quả: report accuracy. (Typed on the screen Type sample, from the picture alone; where two differ a third person decides.)
                """,
            subcommands: [Draw.self, List.self, Show.self, Drop.self])
    }

    // MARK: - Draw

    struct Draw: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "draw", abstract: "Rút ngẫu nhiên các dòng của những trang đã đọc. (Draw lines of pages that are read.)",
            discussion: """
                Mọi dòng đều có cơ hội như nhau. Cùng hạt giống trên cùng kho thì rút đúng những dòng ấy: --dry-run --seed S để kiểm lại. \
                (Every line is as likely; the same seed on the same store draws the same lines.)
                """)
        @Option(help: "Chỉ phông này. (Only this fonds.)") var fonds: String?
        @Option(help: "Chỉ hồ sơ này. (Only this dossier.)") var dossier: String?
        @Option(help: "Số dòng. (How many lines.)") var lines = 200
        @Option(help: "Hạt giống; mặc định: ngẫu nhiên. (Seed; random by default.)") var seed: UInt64?
        @Flag(name: .customLong("dry-run"), help: "Chỉ cho biết sẽ rút dòng nào. (Only say which lines would be drawn.)") var dryRun = false
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if fonds != nil, dossier != nil { throw ValidationError("--fonds | --dossier") }
            if lines < 1 { throw ValidationError("--lines: 1…") }
        }

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            let scope = try fonds.map(SampleScope.fonds) ?? dossier.map { .dossier(try context.code($0)) } ?? .all
            // Short enough to be written on minutes.
            let drawn = try store.drawTextSample(
                of: scope, lines: lines, seed: seed ?? UInt64.random(in: 1...999_999_999), isKept: !dryRun, by: actor)
            let output = Output(context)
            if output.json { return output.object(DrawnJSON(drawn)) }
            let figures = [
                "sample": drawn.sample.map { String($0.id) } ?? "", "lines": String(drawn.places.count), "all": String(drawn.frame.lines),
                "pages": String(drawn.frame.pageCount), "seed": String(drawn.seed), "blank": String(drawn.frame.leftOut.blank),
                "settled": String(drawn.frame.leftOut.settled), "unread": String(drawn.frame.leftOut.unread),
            ]
            output.line((dryRun ? Text.sampleWouldDraw : .sampleDrawn).with(figures))
            if drawn.places.count < lines { output.note(Text.sampleFewer.with(figures)) }
            if dryRun {
                for place in drawn.places { output.line("\(place.page)\t\(place.line)") }
            } else {
                output.line(Text.sampleTypeNow)
            }
        }
    }

    private struct DrawnJSON: Encodable {
        struct Place: Encodable {
            let page: String
            let line: Int
        }

        /// Null: nothing is kept.
        let sample: Int64?
        let seed: UInt64
        let pages: Int
        let lines: Int
        let frame: String
        let left_out: LeftOutJSON
        let drawn: [Place]

        init(_ drawn: DrawnSample) {
            (sample, seed) = (drawn.sample?.id, drawn.seed)
            (pages, lines, frame) = (drawn.frame.pageCount, drawn.frame.lines, drawn.frame.hash)
            left_out = LeftOutJSON(drawn.frame.leftOut)
            self.drawn = drawn.places.map { Place(page: $0.page.description, line: $0.line) }
        }
    }

    // MARK: - List

    struct List: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Các mẫu và kết quả của chúng. (Samples and what comes out of them.)")
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let figures = Dictionary(try store.sampleFigures().map { ($0.sample.id, $0.figures) }) { first, _ in first }
            let samples = try store.textSamples()
            let output = Output(context)
            if output.json { return output.object(["samples": samples.map { SampleJSON($0, figures[$0.id]) }]) }
            if samples.isEmpty { return output.line(Text.sampleNoneDrawn) }
            output.table(
                [
                    .sampleHead, .sampleScopeHead, .sampleSeedHead, .sampleLinesHead, .sampleOnceHead, .sampleTwiceHead, .sampleSettledHead,
                    .sampleIllegibleHead, .sampleLettersHead, .sampleAgreementHead, .sampleMachineHead, .sampleCorrectedHead, .reportInterval,
                    .reportVerdict,
                ],
                samples.map { sample in
                    [String(sample.id), sample.scope.phrase(output.language), String(sample.seed)] + List.cells(figures[sample.id], output.language)
                })
        }

        /// Of one that is out of use nothing is told.
        private static func cells(_ figures: SampleFigures?, _ language: Language) -> [String] {
            guard let figures else { return Array(repeating: "–", count: 11) }
            let counts = [figures.drawn, figures.typedOnce, figures.typedTwice, figures.settled, figures.illegible, figures.corrected?.characters ?? 0]
            let interval = figures.corrected.map { "\(language.percent($0.low))–\(language.percent($0.high, .up))" }
            return counts.map(String.init) + [
                figures.agreement.map { language.percent($0) } ?? "–", figures.machine.map { language.percent($0.share) } ?? "–",
                figures.corrected.map { language.percent($0.share) } ?? "–", interval ?? "–", figures.verdict().text(language),
            ]
        }
    }

    // MARK: - Show

    struct Show: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Các dòng của một mẫu; chữ chỉ của dòng đã xong. (Lines of a sample; texts only of settled ones.)")
        @Argument(help: "Số của mẫu. (Number of the sample.)") var sample: Int64
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let found = try store.textSample(sample)
            let lines = try store.sampledLines(of: sample)
            let output = Output(context)
            if output.json {
                return output.object(ShownJSON(sample: SampleJSON(found, SampleFigures(lines)), lines: lines.map(SampledLineJSON.init)))
            }
            output.table(
                [.samplePlaceHead, .reportDossier, .samplePageHead, .sampleLineHead, .sampleStateHead, .sampleTruthHead, .sampleMachineHead, .sampleCorrectedHead],
                lines.map { line in
                    let texts = line.isShown ? [line.truth ?? "–", line.machine, line.corrected] : ["–", "–", "–"]
                    return [String(line.place), line.dossier, line.page.description, String(line.line), line.text(output.language)] + texts
                })
        }

        private struct ShownJSON: Encodable {
            let sample: SampleJSON
            let lines: [SampledLineJSON]
        }
    }

    // MARK: - Drop

    struct Drop: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "drop", abstract: "Thôi dùng một mẫu rút nhầm; vẫn còn trong danh sách và nhật ký. (Take a sample out of use.)")
        @Argument(help: "Số của mẫu. (Number of the sample.)") var sample: Int64
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            try store.dropTextSample(sample, by: context.actor(try context.configuration(store.folder.path)))
            let output = Output(context)
            if output.json { return output.object(SampleJSON(try store.textSample(sample), nil)) }
            output.line(Text.sampleDropped.with(["sample": String(sample)]))
        }
    }
}
