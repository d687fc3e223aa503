import ArgumentParser
import Store
import Texts

struct SearchCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Tìm trong văn bản đã nhận dạng, có dấu hay không dấu. (Search the recognised text.)")
    @Argument(help: "Từ cần tìm; \"…\" là cụm từ. (Words; \"…\" is a phrase.)") var query: [String]
    @Option(help: "Nhiều nhất bấy nhiêu trang. (At most so many pages.)") var limit = 100
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let output = Output(context)
        let text = query.joined(separator: " ")
        let hits = try store.search(text, limit: max(1, limit))
        if output.json { return output.object(ResultJSON(query: text, hits: hits.map(ResultJSON.Hit.init))) }
        if hits.isEmpty { output.line(Text.nothingFound) }
        for hit in hits { output.line("\(hit.code)\ttr. \(hit.index)\t\(hit.excerpt)") }
    }

    private struct ResultJSON: Encodable {
        struct Hit: Encodable {
            let dossier: String
            let title: String
            let page: String
            let index: Int
            let excerpt: String
            init(_ hit: SearchHit) {
                dossier = hit.code.text
                title = hit.title
                page = hit.page.description
                index = hit.index
                excerpt = hit.excerpt
            }
        }
        let query: String
        let hits: [Hit]
    }
}
