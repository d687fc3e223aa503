import Foundation
import Measuring
import Records
import Store
import Vietnamese

/// What a large store costs.
extension Workbench {
    /// Real pages with their readings.
    func models() throws -> [SyntheticStore.Model] {
        if readStore == nil {
            let data = try imported(Array(pages.prefix(16)), name: "models")
            try tramquet(["recognise", "--until-idle", "--workers", "2"], data: data).run()
            readStore = data
        }
        return try SyntheticStore.models(of: readStore ?? "")
    }

    /// Bytes of the database, and the time of a search, in a store of so many pages.
    func largeStore(pages count: Int) throws -> [Row] {
        guard var text = SyntheticText(try models()) else { throw Missing("pages with text") }
        // In memory where that is possible: making the store would wait for the disk hours long.
        let path = (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : folder) + "/tramquet-bench-store-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let synthetic = try SyntheticStore(path: path, models: try models())
        let each = 35
        let begin = ContinuousClock.now
        for dossier in 0..<(count / each) {
            try synthetic.addDossier("H99.L.\(dossier)", pages: each, files: false) { _ in text.page() }
        }
        let made = begin.seconds
        let store = synthetic.store
        try store.copyDatabase(to: path + "/copy.sqlite")
        let bytes = (try FileManager.default.attributesOfItem(atPath: path + "/copy.sqlite")[.size] as? Int) ?? 0
        let perPage = Double(bytes) / Double(count / each * each) / 1000
        let size = Row(
            "database per page, text and boxes", ours: "\(perPage.text(1)) kB", aim: "≤ 12 kB", isMet: perPage <= 12,
            note: "\(count) generated pages with the words of real ones, made in \(made.text(0)) s")
        return [size, try search(store, database: path + "/copy.sqlite", &text, pages: count)]
    }

    private func search(_ store: StationStore, database: String, _ text: inout SyntheticText, pages: Int) throws -> Row {
        var queries: [String] = []
        for _ in 0..<15 {
            queries += [
                text.words(2).joined(separator: " "), "\"" + text.words(3).joined(separator: " ") + "\"", text.words(1)[0], text.number(),
                // The screen searches while it is typed.
                String(text.words(1)[0].prefix(2)),
            ]
        }
        var (ours, peers): ([Double], [Double]) = ([], [])
        var slowest = (seconds: 0.0, query: "")
        _ = try store.search("nghị quyết")
        for query in queries {
            let begin = ContinuousClock.now
            _ = try store.search(query, limit: 100, isBeingTyped: true)
            ours.append(begin.seconds)
            if begin.seconds > slowest.seconds { slowest = (begin.seconds, query) }
            if let seconds = try plainSearch(query, database) { peers.append(seconds) }
        }
        let mine = (ours.percentile(0.95) ?? 0) * 1000
        let theirs = peers.percentile(0.95).map { $0 * 1000 }
        return Row(
            "search p95 in \(pages) pages", ours: "\(mine.text(1)) ms", peer: theirs.map { "FTS5 alone \($0.text(1)) ms" } ?? Peers.missing,
            ratio: theirs.map { "\((mine / max($0, 0.1)).text(2)) of its time" } ?? "–", aim: "≤ 50 ms", isMet: mine <= 50,
            note: "\(queries.count) queries: two words, a phrase, one word, a number, two letters; median \(((ours.median ?? 0) * 1000).text(1)) ms, "
                + "slowest \((slowest.seconds * 1000).text(0)) ms («\(slowest.query)»); the aim is for 1.2 million pages")
    }

    /// SQLite's shell on the same database: the index alone, best hundred.
    private func plainSearch(_ query: String, _ database: String) throws -> Double? {
        let isPhrase = query.hasPrefix("\"")
        let words = query.replacingOccurrences(of: "\"", with: "").folded
        let match = isPhrase ? "\"\(words)\"" : words.split(separator: " ").map { "\"\($0)\"" }.joined(separator: " ") + "*"
        let sql = "SELECT rowid FROM page_text WHERE page_text MATCH '\(match)' ORDER BY rank LIMIT 100;"
        // Once to warm the cache, once to measure.
        return try plainSeconds(sql + sql, in: database).last
    }

    /// What SQLite's shell says each statement took; empty without one.
    func plainSeconds(_ sql: String, in database: String) throws -> [Double] {
        // It times what it reads, not what it is given as an argument.
        let file = fresh("query.sql")
        try sql.write(toFile: file, atomically: true, encoding: .utf8)
        guard let shell = peer("sqlite3", ["-readonly", "-cmd", ".timer on", database, ".read \(file)"]) else { return [] }
        return try shell.run().lines.compactMap { line -> Double? in
            guard line.text.hasPrefix("Run Time: real ") else { return nil }
            return Double(line.text.split(separator: " ")[3])
        }
    }
}
