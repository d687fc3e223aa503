import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    @Suite struct Search {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let lease: Lease
        let p: [PageID]

        init() throws {
            station = try Station()
            store = station.store
            dossier = try station.dossier("A", title: "Tập lưu")
            lease = try store.leaseDispatcher()
            p = try station.scan(3, into: dossier)
            try station.read("QUYẾT ĐỊNH\nVề việc giao đất cho hợp tác xã\nTrích yếu nội dung", lease: lease, as: p[0])
            try station.read("Công văn số 15/UBND-VP ngày 05/01/2008 về đất đai", lease: lease, as: p[1])
            try station.read("yếu trích cuối cùng", lease: lease, as: p[2])
        }

        /// As the screen searches: the last word is being typed.
        private func found(_ query: String) throws -> [PageID] { try search(query).map(\.page) }

        private func search(_ query: String, limit: Int = 100) throws -> [SearchHit] {
            try store.search(query, limit: limit, isBeingTyped: true).pages
        }

        @Test func withAndWithoutMarks() throws {
            for query in ["quyết định", "quyet dinh", "QUYẾT ĐỊNH", "Quyet Định", "quyết định".decomposedStringWithCanonicalMapping] {
                #expect(try found(query) == [p[0]], "\(query)")
            }
            #expect(Set(try found("đất")) == [p[0], p[1]])
            #expect(Set(try found("dat")) == [p[0], p[1]])
        }

        @Test func phrases() throws {
            #expect(Set(try found("trích yếu")) == [p[0], p[2]])
            #expect(try found("\"trích yếu\"") == [p[0]])
            #expect(try found("“trich yeu”") == [p[0]])
            #expect(try found("\"yếu trích\" cuối") == [p[2]])
            #expect(try found("\"định về\"") == [p[0]], "a phrase may go over the end of a line")
        }

        @Test func theLastWordMayBeABeginning() throws {
            #expect(try found("quy") == [p[0]])
            #expect(try found("dinh quyet") == [p[0]])
            #expect(try found("quy dinh") == [], "only the last")
            #expect(try found("\"trích yế") == [p[0]], "the closing quote is still to come")
            #expect(try found("\"quy\"") == [])
            #expect(try found("\"quy\" ") == [])
            #expect(try found("q") == [], "one letter is no beginning")
        }

        @Test func numbersAndSigns() throws {
            #expect(try found("15/UBND-VP") == [p[1]])
            #expect(try found("05/01/2008") == [p[1]])
        }

        @Test(arguments: [
            "", " ", "\"", "\"\"", "*", "NEAR(", "-", "^", ":", "+", "()", "{a}", "🙂", "a\u{0}b", "%", "'; DROP TABLE pages; --", "text:", "\\",
        ]) func nothingAPersonTypesIsAnError(query: String) throws {
            _ = try search(query)
            _ = try search(query + " quyết")
            _ = try search("quyết " + query)
            #expect(try store.register(limit: 10).total == 1)
        }

        @Test func wordsOfTheEngineAreWords() throws {
            #expect(try found("quyet AND dinh") == [])
            #expect(try found("quyet OR khong") == [])
            #expect(try found("quyet NOT khong") == [])
        }

        /// FTS5 refused more than 256 words.
        @Test func longQueries() throws {
            #expect(try found(String(repeating: "a", count: 10_000)) == [])
            #expect(try found(String(repeating: "quyết định ", count: 1000)) == [p[0]])
            #expect(try found("\"" + String(repeating: "quyết định ", count: 1000) + "\"") == [])
        }

        @Test func anOldTextIsForgotten() throws {
            for text in ["Tờ trình", "Báo cáo"] {
                try store.turn(p[0], quarterTurns: 1, by: station.hoa)
                #expect(try station.read(text, lease: lease, as: p[0]))
            }
            #expect(try found("quyet dinh") == [])
            #expect(try found("to trinh") == [])
            #expect(try found("bao cao") == [p[0]])
            #expect(try store.integrityProblems() == [])
            try store.execute("INSERT INTO page_text (page_text) VALUES ('integrity-check')")
        }

        @Test func droppedPagesAreNotFound() throws {
            try store.drop([p[0]], by: station.hoa)
            #expect(try found("quyết định") == [])
            #expect(try search("công văn").map(\.index) == [1])
            try store.restore([p[0]], by: station.hoa)
            #expect(try found("quyết định") == [p[0]])
            #expect(try search("công văn").map(\.index) == [2])
        }

        @Test func aHitSaysWhere() throws {
            let hit = try #require(try search("hop tac").first)
            #expect(hit.page == p[0])
            #expect(hit.dossier == dossier)
            #expect(hit.code.text == "A")
            #expect(hit.title == "Tập lưu")
            #expect(hit.index == 1)
            #expect(hit.excerpt == "QUYẾT ĐỊNH Về việc giao đất cho hợp tác xã Trích yếu nội dung")
            #expect(highlighted(hit) == ["hợp", "tác"])
        }

        @Test func theExcerptIsTheWordsAround() throws {
            let words = (1...40).map { "từ\($0)" }.joined(separator: " ")
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            try station.read(words, lease: lease, as: p[0])
            let hit = try #require(try search("tu20").first)
            #expect(hit.excerpt == "… " + (12...31).map { "từ\($0)" }.joined(separator: " ") + " …")
            #expect(highlighted(hit) == ["từ20"])
        }

        @Test func theExcerptShowsWhereTheWordsStandTogether() throws {
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            try station.read("giao cho xã\n" + (1...20).map { "từ\($0)" }.joined(separator: " ") + "\nsố 7/UBND giao đất cho", lease: lease, as: p[0])
            let together = try #require(try search("giao dat").first)
            #expect(together.excerpt.hasSuffix("số 7/UBND giao đất cho"))
            #expect(highlighted(together) == ["giao", "đất"])
            let apart = try #require(try search("giao ubnd").first)
            #expect(apart.excerpt.hasPrefix("giao cho xã từ1"))
            let sign = try #require(try search("7/ubnd gia").first)
            #expect(highlighted(sign) == ["7/UBND", "giao"], "one word of the page, two of the index")
        }

        // MARK: - Order

        @Test func sideBySideComesFirstThenTheNewest() throws {
            let other = try station.dossier("B")
            let q = try station.scan(4, into: other)
            try station.read("hợp đồng kinh tế", lease: lease, as: q[0])
            try station.read("đồng ý, hợp lệ", lease: lease, as: q[1])
            try station.read("Hợp đồng", lease: lease, as: q[2])
            try station.read("hợp tác, đồng lòng", lease: lease, as: q[3])
            let inOrder = [q[0], q[2], q[1], q[3]]
            #expect(try found("hop dong") == inOrder)
            #expect(try found("hop don") == inOrder, "the last is a beginning")
            #expect(try found("\"hop dong\"") == [q[0], q[2]])
            #expect(try search("hop dong", limit: 1).map(\.page) == [q[2]], "the newest")
            #expect(try search("hop dong", limit: 3).map(\.page).prefix(2) == [q[0], q[2]])
            let newer = try station.scan(1, into: try station.dossier("C"))
            try station.read("hợp đồng", lease: lease, as: newer[0])
            #expect(try found("hop dong") == newer + inOrder)
            try store.move(q[2], to: .after(nil), by: station.hoa)
            #expect(try found("\"hop dong\"") == newer + [q[2], q[0]], "in the order of the dossier")
            try store.drop([q[2]], by: station.hoa)
            #expect(try found("hop dong") == newer + [q[0], q[1], q[3]])
        }

        /// However many pages match, no more of them are gone through than are asked for.
        @Test func nothingIsSorted() throws {
            let plan = try store.plan(
                StationStore.matchesSQL + " WHERE page_text MATCH 'a' AND t.rowid BETWEEN 0 AND 9 AND " + StationStore.matchesCondition
                    + " ORDER BY t.rowid DESC LIMIT 9")
            #expect(plan.contains("SCAN t VIRTUAL TABLE"))
            #expect(!plan.contains("TEMP B-TREE"))
            #expect(!plan.contains("SCAN g") && !plan.contains("SCAN p") && !plan.contains("SCAN d"))
        }

        /// The index of the first schema knew no beginnings; it is made anew from the newest readings.
        @Test func anIndexOfBeforeIsMadeAnew() throws {
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            try station.read("Tờ trình", lease: lease, as: p[0])
            try store.execute("DELETE FROM grdb_migrations WHERE identifier IN ('3 beginnings of words', '14 search')")
            for table in ["page_text", "dossier_text", "searched_dossiers"] { try store.execute("DROP TABLE \(table)") }
            try store.execute("CREATE VIRTUAL TABLE page_text USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0')")
            let store = try station.another()
            #expect(try store.search("tờ tri*").pages.map(\.page) == [p[0]], "with marks too")
            #expect(try store.search("tap luu").dossiers.map(\.code.text) == ["A"])
            #expect(try search("to tri").map(\.page) == [p[0]])
            #expect(try search("quyết định") == [], "an older reading")
            #expect(try search("công văn").map(\.page) == [p[1]])
            let lists = try store.number("SELECT count(*) FROM sqlite_master WHERE name = 'page_text' AND sql LIKE '%prefix=''2 3''%'")
            #expect(lists == 1)
            // What was indexed anew is what a new reading takes away.
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            try station.read("Báo cáo", lease: lease, as: p[0])
            #expect(try search("to trinh") == [])
            try store.execute("INSERT INTO page_text (page_text) VALUES ('integrity-check')")
        }

        private func highlighted(_ hit: SearchHit) -> [String] {
            let characters = Array(hit.excerpt)
            return hit.highlights.map { String(characters[$0]) }
        }
    }
}
