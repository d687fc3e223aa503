import ArgumentParser
import Capture
import Store
import Texts

struct RecoverCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "recover", abstract: "Trang đã tới khi chương trình bị dừng đột ngột. (Pages that had arrived when the program died.)")
    @Flag(help: "Đưa vào đúng chỗ; tệp hỏng thì để riêng. (Enter them; damaged files are set aside.)") var adopt = false
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let actor = context.actor(try context.configuration(store.folder.path))
        let output = Output(context)
        let report = try store.lookForLostPages()
        if adopt {
            let result = try store.recoverLostPages(by: actor)
            if output.json {
                output.object(["adopted": result.adopted.map(\.description), "set_aside": result.setAside.map(\.description)])
            } else {
                output.line(Text.recoverDone.with(["adopted": String(result.adopted.count), "aside": String(result.setAside.count)]))
            }
            return
        }
        if output.json { return output.object(["orphans": report.orphans.map { ["page": $0.page.description, "dossier": $0.place?.code.text ?? "", "file": $0.path] }]) }
        for orphan in report.orphans {
            output.line(Text.recoverFound.with(["page": orphan.page.description, "code": orphan.place?.code.text ?? "?", "path": orphan.path]))
        }
        output.line(report.orphans.isEmpty ? Text.recoverNothing : Text.recoverHow)
    }
}
