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
    @Flag(help: "Ai sửa chữ nào, khi nào. (Who corrected which words, and when.)") var changes = false
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
        if changes { return try show(changesOf: pages, contents.summary.code.text, store, output) }
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

extension TextCommand {
    /// Every correction, the oldest first; those that were taken back are told too.
    private func show(changesOf pages: [PageRecord], _ code: String, _ store: StationStore, _ output: Output) throws {
        let shown = try pages.map { ChangesJSON.Page($0, try store.revisions(of: $0.id)) }
        if output.json { return output.object(ChangesJSON(dossier: code, pages: shown)) }
        for page in shown {
            for revision in page.revisions {
                for change in revision.changes {
                    let what = change.before == change.after ? "\(change.wordsBefore) ✓" : "\(change.wordsBefore) → \(change.wordsAfter)"
                    let mark = revision.taken_back ? "\t" + Text.textChangeTakenBack(output.language) : ""
                    output.line("tr. \(page.index)\t\(revision.at)\t\(revision.person)\t\(what)\(mark)")
                }
            }
        }
    }
}

extension TextFormat: ExpressibleByArgument {}

private struct ChangesJSON: Encodable {
    struct Change: Encodable {
        /// What stood there, and what stands there since.
        let before: [String]
        let after: [String]

        var wordsBefore: String { before.joined(separator: " ") }
        var wordsAfter: String { after.joined(separator: " ") }
    }

    struct Revision: Encodable {
        let id: Int64
        let person: String
        let at: String
        /// How the page is settled since, where the change was of that.
        let settlement: String?
        let changes: [Change]
        /// It was undone; the text of now does not have it.
        let taken_back: Bool
    }

    struct Page: Encodable {
        let id: String
        let index: Int
        let revisions: [Revision]

        init(_ page: PageRecord, _ records: [RevisionRecord]) {
            id = page.id.description
            index = page.index
            revisions = records.map { record in
                Revision(
                    id: record.id, person: record.person, at: record.at.iso8601, settlement: record.change.settlement?.rawValue,
                    changes: record.change.splices.map { Change(before: $0.removed.map(\.text), after: $0.inserted.map(\.text)) }, taken_back: record.isTakenBack)
            }
        }
    }

    let dossier: String
    let pages: [Page]
}

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
