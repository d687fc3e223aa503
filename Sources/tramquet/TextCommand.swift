import ArgumentParser
import Reading
import Records
import Store
import Texts

struct TextCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Văn bản đã nhận dạng của hồ sơ. (Recognised text.)")
    @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
    @Option(help: "Trang thứ N (từ 1) hoặc mã trang. (Page number from 1, or its id.)") var page: PageChoice?
    @Option(help: "txt | json | alto | hocr") var format: TextFormat = .txt
    @Flag(help: "Chỉ văn bản máy đọc. (Only what the machine read.)") var machine = false
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let output = Output(context)
        let contents = try store.contents(try store.dossier(try context.code(dossier)).id)
        if contents.summary.isWhollyWithheld { throw StoreError.dossierWithheld(contents.summary.code.text) }
        if let page, try page.page(in: contents).withheld != nil { throw StoreError.pageWithheld(page.text) }
        let pages = try page.map { [try $0.page(in: contents)] } ?? contents.withoutWithheld.pages
        if page == nil, contents.summary.counts.withheld > 0 {
            output.note(Text.textLeavesOutWithheld.with(["count": String(contents.summary.counts.withheld)]))
        }
        var texts: [ReadPage] = []
        for page in pages {
            let words = machine ? nil : try store.words(of: page.id)
            let recognised = machine ? try store.reading(of: page.id) : words?.recognised
            texts.append(ReadPage(record: page, recognised: recognised, isHuman: words?.isHuman ?? false))
        }
        if global.json || format == .json {
            output.object(TextJSON(dossier: contents.summary.code.text, pages: texts.map(TextJSON.Page.init)))
        } else {
            output.line(format.render(texts, title: contents.summary.code.text))
        }
    }
}

extension TextFormat: ExpressibleByArgument {}

private struct TextJSON: Encodable {
    struct Word: Encodable {
        let text: String
        let confidence: Double
        let box: Box
        let line: Int
    }

    struct Page: Encodable {
        let id: String
        let index: Int
        let revision: String
        let language: String
        let words: [Word]
        let text: String

        init(_ page: ReadPage) {
            id = page.record.id.description
            index = page.record.index
            revision = page.isHuman ? "human" : "machine"
            language = page.recognised?.language ?? ""
            words = page.recognised?.words.map { Word(text: $0.text, confidence: $0.confidence, box: $0.box, line: $0.line) } ?? []
            text = page.recognised?.text ?? ""
        }
    }

    let dossier: String
    let pages: [Page]
}
