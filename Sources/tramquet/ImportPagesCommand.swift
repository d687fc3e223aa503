import ArgumentParser
import Capture
import Foundation
import Records
import Store
import Texts

struct ImportPagesCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "import-pages", abstract: "Nhập ảnh quét từ nơi khác; giữ nguyên từng byte. (Take in images scanned elsewhere.)")
    @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
    @Flag(help: "Các tệp lần lượt là mặt trước, mặt sau. (Files are fronts and backs in turn.)") var duplex = false
    @Option(help: "Vào chỗ giữ thứ N hoặc mã chỗ giữ: mọi tệp là của tờ đó. (Into the Nth reserved place, or by its id.)") var into: PlaceChoice?
    @Argument(help: "Tệp ảnh, theo thứ tự tự nhiên. (Image files, in natural order.)") var files: [String]
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let actor = context.actor(try context.configuration(store.folder.path))
        let output = Output(context)
        let summary = try store.dossier(try context.code(dossier))
        let lease = try store.leaseDossier(summary.id, code: summary.code)
        let place = try into?.place(in: store.contents(summary.id)).id
        let result = try Importer(store: store, actor: actor).enter(
            files, into: summary.id, holding: lease, at: place.map(InsertionPoint.into) ?? .end, duplex: duplex)
        for file in result.refused {
            output.note(Text.importRefusedLine.with(["file": (file.path as NSString).lastPathComponent, "why": file.error.message(context.language)]))
        }
        for page in result.stored {
            if let said = page.separation?.phrase(context.language) { output.note(said) }
        }
        for path in result.duplicates { output.note(Text.importDuplicateLine.with(["path": path])) }
        if output.json {
            output.object(ResultJSON(
                dossier: summary.code.text, pages: result.stored.ofDossier.map(\.page.description),
                separators: result.stored.filter { $0.separation != nil }.map(\.page.description),
                refused: result.refused.map { .init(file: $0.path, code: $0.error.code, message: $0.error.message(context.language)) },
                duplicates: result.duplicates))
        } else {
            let counts = ["pages": String(result.stored.ofDossier.count), "code": summary.code.text, "refused": String(result.refused.count)]
            output.line((result.refused.isEmpty ? Text.importDoneLine : .importDoneButRefusedLine).with(counts))
        }
        if let first = result.refused.first { throw first.error.exitCode }
    }

    private struct ResultJSON: Encodable {
        struct Refused: Encodable {
            let file: String
            let code: String
            let message: String
        }
        let dossier: String
        let pages: [String]
        let separators: [String]
        let refused: [Refused]
        let duplicates: [String]
    }
}
