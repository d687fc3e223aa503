import ArgumentParser
import Records
import Store
import Texts

struct SearchCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Tìm trong văn bản đã nhận dạng, có dấu hay không dấu. (Search the recognised text.)",
        discussion: """
            Từ gõ không dấu tìm mọi dấu, từ gõ có dấu tìm đúng dấu đó; "…" là cụm từ, quyết* là phần đầu của từ. Chỉ trong một số hồ sơ:
            phông:H99 hộp:12 năm:2008 từ:2005 đến:2008 "hồ sơ:H99.2008"; chỉ văn bản một loại: loại:QĐ, loại:"tờ trình". (A word without marks is found with any, one with marks only with
            these; fonds:, box:, year:, from:, to: and dossier: say in which dossiers, type: of what kind of document.)
            """)
    @Argument(help: "Từ cần tìm; \"…\" là cụm từ. (Words; \"…\" is a phrase.)") var query: [String]
    @Option(help: "Nhiều nhất bấy nhiêu trang. (At most so many pages.)") var limit = 100
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let output = Output(context)
        let text = query.joined(separator: " ")
        let answer = try store.search(text, limit: max(1, limit))
        if output.json {
            return output.object(
                ResultJSON(
                    query: text, hits: try answer.pages.map { try ResultJSON.Hit($0, words: store.words(of: $0.page)?.recognised.words ?? []) },
                    dossiers: answer.dossiers.map(ResultJSON.Dossier.init), total: answer.total, more: answer.isMore))
        }
        if answer.pages.isEmpty, answer.dossiers.isEmpty { output.line(Text.nothingFound) }
        for hit in answer.dossiers { output.line("\(hit.code)\t–\t\(hit.fields.title)") }
        for hit in answer.pages { output.line("\(hit.code)\ttr. \(hit.index)\t\(hit.excerpt)") }
    }

    private struct ResultJSON: Encodable {
        struct Hit: Encodable {
            /// One place, as its words stand on the page.
            struct Place: Encodable {
                let text: String
                /// Of each word, in pixels of the stored image before turn.
                let boxes: [[Int]]
            }

            let dossier: String
            let title: String
            let page: String
            let index: Int
            let excerpt: String
            let places: [Place]

            init(_ hit: SearchHit, words: [RecognisedWord]) {
                dossier = hit.code.text
                title = hit.title
                page = hit.page.description
                index = hit.index
                excerpt = hit.excerpt
                places = hit.occurrences.filter { words.indices.contains($0.upperBound - 1) }.map { range in
                    let found = words[range]
                    return Place(
                        text: found.map(\.text).joined(separator: " "),
                        boxes: found.map { [$0.box.x, $0.box.y, $0.box.width, $0.box.height] })
                }
            }
        }

        struct Dossier: Encodable {
            let dossier: String
            let title: String
            let box: String?
            let pages: Int

            init(_ hit: DossierHit) { (dossier, title, box, pages) = (hit.code.text, hit.fields.title, hit.fields.box, hit.pages) }
        }

        let query: String
        let hits: [Hit]
        let dossiers: [Dossier]
        /// All pages found, `more` where there are more than were counted.
        let total: Int
        let more: Bool
    }
}
