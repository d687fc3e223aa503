import Foundation
import Measuring
import Records
import Store
import Vietnamese

/// One value at a time from one thread to another.
///
/// `@unchecked Sendable`: the value is guarded by `condition`.
private final class Handover<Value: Sendable>: @unchecked Sendable {
    private var value: Result<Value, any Error>?
    private let condition = NSCondition()

    func put(_ new: Result<Value, any Error>) {
        condition.withLock {
            while value != nil { condition.wait() }
            value = new
            condition.broadcast()
        }
    }

    func take() -> Result<Value, any Error> {
        condition.withLock {
            while true {
                if let value {
                    self.value = nil
                    condition.broadcast()
                    return value
                }
                condition.wait()
            }
        }
    }
}

/// A generated archive on the disk, made once and searched as often as wanted.
struct SearchFigures {
    private static let batch = 150
    private static let pagesInDocument = 7
    private let store: StationStore

    init(path: String) throws { store = try StationStore(folder: try DataFolder(preparing: path)) }

    /// Brings the store to so many pages.
    func fill(pages count: Int, say: @escaping (String) -> Void) throws {
        let wanted = count / GeneratedArchive.pagesInDossier
        let have = try store.register(limit: 1).total
        guard have < wanted else { return }
        let actor = Actor(person: "bench", station: "bench")
        let fonds = try (1...6).map { try store.saveFonds(code: "P\($0)", name: "Phông \($0)", agencyCode: "P\($0)", agencyName: "Cơ quan \($0)", by: actor) }
        try store.gatherIndex(bytes: 192 << 20)
        let begin = ContinuousClock.now
        let starts = Array(stride(from: have, to: wanted, by: SearchFigures.batch))
        let made = Handover<[GeneratedDossier]>()
        // The next texts are made while these are written.
        Thread.detachNewThread {
            for first in starts {
                made.put(Result { try SearchFigures.dossiers(first..<min(wanted, first + SearchFigures.batch), fonds, of: wanted) })
            }
        }
        for first in starts {
            let dossiers = try made.take().get()
            try store.addGenerated(dossiers)
            say("\(first + dossiers.count) of \(wanted) dossiers, \(begin.seconds.text(0)) s")
        }
        try store.gatherIndex(bytes: nil)
    }

    /// Each batch has its own seed.
    private static func dossiers(_ numbers: Range<Int>, _ fonds: [FondsID], of count: Int) throws -> [GeneratedDossier] {
        let facts = ImageFacts(
            width: 2480, height: 3508, dpi: 300, mode: .color, format: .jpeg, byteCount: 900_000, sha256: String(repeating: "0", count: 64))
        var archive = GeneratedArchive(seed: UInt64(numbers.lowerBound))
        return try numbers.map { number in
            let year = 1976 + number * 50 / max(1, count)
            let house = number * fonds.count / max(1, count)
            let fields = DossierFields(
                title: archive.title(), startDate: PartialDate("\(year)"), endDate: PartialDate("\(year)"), box: "Hộp \(number / 20 + 1)",
                numberInBox: number % 20 + 1)
            return GeneratedDossier(
                code: try DossierCode("P\(house + 1).\(year).\(number)"), fields: fields, fonds: fonds[house],
                pages: (0..<GeneratedArchive.pagesInDossier).map { archive.page(begins: $0 % pagesInDocument == 0) }, pagesInDocument: pagesInDocument, facts: facts)
        }
    }

    // MARK: - Searching

    /// Some queries of one kind, and what FTS5 alone would be asked for the same.
    private struct Kind {
        let name: String
        var queries: [(typed: String, match: String)] = []
    }

    private static let each = 40

    private static func kinds() -> [Kind] {
        var archive = GeneratedArchive(seed: 1 << 40)
        func kind(_ name: String, _ make: (inout GeneratedArchive) -> (String, String)) -> Kind {
            Kind(name: name, queries: (0..<each).map { _ in make(&archive) })
        }
        func words(_ words: [String]) -> (String, String) { SearchFigures.plain(words) }
        func phrase(_ words: [String]) -> String { "\"" + words.joined(separator: " ").folded + "\"" }
        func typed(_ word: String, _ letters: Int) -> (String, String) {
            let part = String(word.folded.prefix(letters))
            return (part, "\"\(part)\"*")
        }
        func within(_ words: [String], _ condition: String) -> (String, String) {
            let plain = SearchFigures.plain(words)
            return (plain.0 + " " + condition, plain.1)
        }
        return [
            kind("frequent word") { words([$0.syllable(ranks: 0..<60)]) },
            kind("rare word") { words([$0.syllable(ranks: 3000..<7000)]) },
            kind("word with marks") { let word = $0.syllable(ranks: 0..<3000); return (word + " ", words([word]).1) },
            kind("two words") { words([$0.syllable(ranks: 0..<200), $0.syllable(ranks: 0..<2000)]) },
            kind("three words with marks") {
                let some = [$0.syllable(ranks: 0..<300), $0.syllable(ranks: 0..<300), $0.syllable(ranks: 0..<300)]
                return (some.joined(separator: " ") + " ", words(some).1)
            },
            kind("phrase") { let some = $0.phrase(); return (phrase(some), phrase(some)) },
            kind("phrase with marks") { let some = $0.phrase(); return ("\"" + some.joined(separator: " ") + "\"", phrase(some)) },
            kind("name with marks") { let some = $0.name(); return ("\"" + some.joined(separator: " ") + "\"", phrase(some)) },
            kind("symbol") { let some = $0.symbol(); return (some + " ", phrase(some.replacing("/", with: " ").replacing("-", with: " ").split(separator: " ").map(String.init))) },
            kind("two letters, being typed") { typed($0.syllable(), 2) },
            kind("three letters, being typed") { typed($0.syllable(), 3) },
            kind("a word, being typed") { let word = $0.syllable(ranks: 0..<300); return (word, "\"\(word.folded)\"*") },
            kind("second word with marks, being typed") {
                let some = $0.phrase()
                return (some[0] + " " + some[1], "\"\(some[0].folded)\" \"\(some[1].folded)\"*")
            },
            kind("of one year") { within([$0.syllable(ranks: 0..<300)], "năm:\(1976 + $0.draw(50))") },
            kind("rare word of one year") { within([$0.syllable(ranks: 3000..<7000)], "năm:\(1976 + $0.draw(50))") },
            kind("of one fonds") { within([$0.syllable(ranks: 0..<1000)], "phông:P\(1 + $0.draw(6))") },
            kind("of one box") { within([$0.syllable(ranks: 0..<300)], "hộp:\(1 + $0.draw(1700))") },
            kind("of documents of one kind") { within([$0.syllable(ranks: 0..<300)], "loại:\($0.kind())") },
            kind("rare word in documents of one kind") { within([$0.syllable(ranks: 3000..<7000)], "loại:\($0.kind())") },
            kind("from a year on, two words") { within([$0.syllable(ranks: 0..<200), $0.syllable(ranks: 0..<2000)], "từ:\(1976 + $0.draw(40))") },
        ]
    }

    private static func plain(_ words: [String]) -> (String, String) {
        (words.joined(separator: " ").folded, words.map { "\"\($0.folded)\"" }.joined(separator: " "))
    }

    /// Searches as the screen does, each query twice in turn; the second time counts, so that the disk does not. FTS5 alone, by
    /// SQLite's shell on the same file, once as it ranks and once newest first.
    /// - Parameter peers: queries of each kind that FTS5 alone is asked.
    func rows(database: String, peers: Int, shell: (String) throws -> [Double]) throws -> [Row] {
        var all: [Double] = [], processor: [Double] = [], first: [Double] = [], ranked: [Double] = [], newest: [Double] = []
        var rows: [Row] = []
        let pages = try store.register(limit: 1).total * GeneratedArchive.pagesInDossier
        for kind in SearchFigures.kinds() {
            var times: [Double] = [], used: [Double] = [], found = 0
            for query in kind.queries {
                for turn in 0..<2 {
                    let begin = ContinuousClock.now, before = clock()
                    let answer = try store.search(query.typed, limit: 40, isBeingTyped: true)
                    if turn == 0 { first.append(begin.seconds * 1000) } else { times.append(begin.seconds * 1000) }
                    if turn == 1 { used.append(Double(clock() - before) * 1000 / Double(CLOCKS_PER_SEC)) }
                    if turn == 0, !answer.pages.isEmpty { found += 1 }
                }
            }
            all += times
            processor += used
            // Ranking takes seconds: a few of each kind.
            let peers = try kind.queries.prefix(peers).map { query in
                (
                    ranked: try shell("SELECT rowid FROM page_text WHERE page_text MATCH '\(query.match)' ORDER BY rank LIMIT 40;").last ?? 0,
                    newest: try shell("SELECT rowid FROM page_text WHERE page_text MATCH '\(query.match)' ORDER BY rowid DESC LIMIT 40;").last ?? 0
                )
            }
            ranked += peers.map(\.ranked)
            newest += peers.map(\.newest)
            rows.append(
                SearchFigures.row("search: " + kind.name, times, peer: "ranked \((peers.map(\.ranked).median ?? 0).text(0)) ms", note: "\(found) of \(kind.queries.count) found something; processor time p50 \((used.median ?? 0).text(1)), p95 \((used.percentile(0.95) ?? 0).text(1)) ms"))
        }
        let interval = SearchFigures.interval(all)
        let sum = SearchFigures.row(
            "search in \(pages) pages", all,
            peer: "FTS5 alone p95: ranked \((ranked.percentile(0.95) ?? 0).text(0)) ms, newest first \((newest.percentile(0.95) ?? 0).text(1)) ms",
            note: "\(all.count) queries of \(rows.count) kinds; p95 between \(interval.lowerBound.text(1)) and \(interval.upperBound.text(1)) ms (95%, bootstrap); "
                + "processor time p50 \((processor.median ?? 0).text(1)), p95 \((processor.percentile(0.95) ?? 0).text(1)) ms; "
                + "the first time each was asked p95 \((first.percentile(0.95) ?? 0).text(1)) ms; peer on \(ranked.count) of them")
        return [sum] + rows
    }

    private static func row(_ what: String, _ times: [Double], peer: String, note: String) -> Row {
        let p95 = times.percentile(0.95) ?? 0
        return Row(
            what, ours: "p95 \(p95.text(1)) ms", peer: peer, ratio: "p50 \((times.median ?? 0).text(1)), worst \((times.max() ?? 0).text(0))",
            aim: "≤ 50 ms", isMet: p95 <= 50, note: note)
    }

    private static func interval(_ times: [Double]) -> ClosedRange<Double> {
        var random = SplitMix(state: 7)
        let drawn = (0..<1000).map { _ in times.indices.map { _ in times[Int.random(in: times.indices, using: &random)] }.percentile(0.95) ?? 0 }
        return (drawn.percentile(0.025) ?? 0)...(drawn.percentile(0.975) ?? 0)
    }
}
