import ArgumentParser
import Delivering
import Store
import Texts

struct VerifyCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Đọc lại từng byte: dữ liệu của trạm, hoặc một thư mục đã xuất. (Re-read every byte of the data, or of an export folder.)")
    @Argument(help: "Thư mục đã xuất; trống: dữ liệu của trạm. (Export folder; empty: the station's data.)") var folder: String?
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let output = Output(context)
        let verifier = Verifier { read, total in
            output.progress(Text.verifyProgressLine.with(["done": String(read), "total": String(total)]))
        }
        let report: VerifyReport
        if let folder {
            report = try await offMain { try verifier.verify(folder: folder) }
        } else {
            let store = try context.openStore()
            report = try await offMain { try verifier.verify(store) }
        }
        output.endProgress()
        if output.json { output.object(VerifyJSON(report, context.language)) } else { VerifyCommand.say(report, output) }
        if report.exitCode != .done { throw report.exitCode }
    }

    static func say(_ report: VerifyReport, _ output: Output) {
        for problem in report.problems { output.line(problem.message) }
        output.line(report.summary)
    }
}

struct VerifyJSON: Encodable {
    struct Problem: Encodable {
        let code: String
        let subject: String
        let message: String
    }
    let sound: Bool
    let files_read: Int
    /// All there are; those not read were only looked for.
    let files_seen: Int
    /// In how many runs every file is read: 1 when all were; not there when none was.
    let runs_for_all: Int?
    let bytes_read: Int
    let problems: [Problem]

    init(_ report: VerifyReport, _ language: Language) {
        sound = report.isSound
        files_read = report.filesRead
        files_seen = report.filesSeen
        runs_for_all = report.runsForAll
        bytes_read = report.bytesRead
        problems = report.problems.map { Problem(code: $0.code.rawValue, subject: $0.subject, message: $0.message(language)) }
    }
}
