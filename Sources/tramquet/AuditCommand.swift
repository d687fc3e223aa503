import ArgumentParser
import Store
import Texts

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Nhật ký thao tác và chuỗi mã của nó. (The audit trail and its chain.)",
        subcommands: [Show.self, Verify.self])

    struct Show: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Các dòng mới nhất. (The newest rows.)")
        @Option(help: "Số dòng. (Rows.)") var last = 50
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            let entries = try context.openStore().auditEntries(last: max(1, last))
            let output = Output(context)
            if output.json { return output.object(["entries": entries]) }
            for entry in entries {
                output.line("\(entry.sequence)\t\(entry.at.iso8601)\t\(entry.person)@\(entry.station)\t\(entry.action)\t\(entry.subject)\t\(entry.detail)")
            }
        }
    }

    struct Verify: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "verify", abstract: "Tính lại toàn bộ chuỗi. (Recompute the whole chain.)")
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let output = Output(context)
            let broken = try store.firstBrokenAuditRow()
            let head = try store.auditHead()
            let rows = try store.auditEntries(last: 1).last?.sequence ?? 0
            if output.json { output.object(ResultJSON(holds: broken == nil, rows: rows, head: head, first_broken: broken)) }
            else if let broken { output.line(Text.auditBrokenFrom.with(["row": String(broken)])) }
            else { output.line(Text.auditHolds.with(["rows": String(rows), "head": head])) }
            if broken != nil { throw ExitCode.badData }
        }
    }

    private struct ResultJSON: Encodable {
        let holds: Bool
        let rows: Int64
        let head: String
        let first_broken: Int64?
    }
}
