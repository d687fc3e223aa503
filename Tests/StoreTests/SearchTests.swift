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

        // MARK: - With marks

        @Test func aWordTypedWithMarksIsFoundWithThese() throws {
            let q = try station.scan(3, into: try station.dossier("B"))
            try station.read("bán đạt hòa", lease: lease, as: q[0])
            try station.read("bạn đất hoà", lease: lease, as: q[1])
            try station.read("BẠN dat HÒA", lease: lease, as: q[2])
            func whole(_ query: String) throws -> [PageID] { try store.search(query).pages.map(\.page) }
            #expect(try whole("ban hoa") == q)
            #expect(try whole("bạn") == [q[1], q[2]])
            #expect(try whole("bạn hoa") == [q[1], q[2]])
            #expect(try whole("bạn đất") == [q[1]])
            #expect(try whole("bạn dat") == [q[1], q[2]], "one with, one without")
            #expect(try whole("hòa") == q && whole("hoà") == q, "two ways to write one word")
            #expect(try whole("\"bạn dat\"") == [q[1], q[2]])
            #expect(try whole("\"bán đất\"") == [])
            #expect(try whole("\"ban đất\"") == [q[1]])
            #expect(try whole("đấ*").contains(q[1]))
            #expect(try !whole("đấ*").contains(q[0]))
        }

        /// The letters of a phrase are there, but each mark in another place.
        @Test func aPhraseIsFoundWithItsOwnMarksOnly() throws {
            let q = try station.scan(2, into: try station.dossier("B"))
            try station.read("bán ban, bạn bản", lease: lease, as: q[0])
            try station.read("bạn ban", lease: lease, as: q[1])
            let answer = try store.search("\"bạn ban\"")
            #expect(answer.pages.map(\.page) == q, "bạn bản: typed without marks, found with any")
            #expect(try store.search("\"bản ban\"").pages == [] && store.search("\"bản ban\"").total == 0)
            #expect(try store.search("\"bán bạn\"").pages == [], "another word stands between, which the index of marked words does not have")
            #expect(try store.search("\"bạn bản\"").pages.map(\.page) == [q[0]])
        }

        @Test func theToneOfTheWordBeingTypedIsStillToCome() throws {
            for typed in ["quyê", "quyêt", "quyết", "QUYÊ"] { #expect(try found(typed) == [p[0]], "\(typed)") }
            #expect(try found("quyềt") == [], "its tone has come")
            #expect(try found("quyêt ") == [], "it is over")
            #expect(try store.search("quyêt").pages == [])
            #expect(try found("trích yê") == [p[0], p[2]])
            #expect(try found("đâ") == [p[0], p[1]])
        }

        @Test func beginnings() throws {
            func whole(_ query: String) throws -> [PageID] { try store.search(query).pages.map(\.page) }
            #expect(try whole("quy") == [], "nobody goes on typing")
            #expect(try whole("quy*") == [p[0]])
            #expect(try whole("quyế* định") == [p[0]])
            #expect(try whole("\"trích yế*\"") == [p[0]])
            #expect(try whole("15/UBN*") == [p[1]])
            #expect(throws: StoreError.search(.beginningTooShort("q*"))) { try store.search("q*") }
            #expect(throws: StoreError.search(.starInside("trích* yếu"))) { try store.search("\"trích* yếu\"") }
        }

        /// What is written in one piece is found in one piece.
        @Test func symbolsAreFoundAsAWhole() throws {
            let q = try station.scan(2, into: try station.dossier("B"))
            try station.read("Số 15 ngày 7, QĐ của UBND", lease: lease, as: q[0])
            try station.read("Số: 15/QĐ-UBND", lease: lease, as: q[1])
            #expect(try store.search("15/QĐ-UBND").pages.map(\.page) == [q[1]])
            #expect(try store.search("15/qd-ubnd").pages.map(\.page) == [q[1]])
            let hit = try #require(try store.search("15/QĐ-UBND").pages.first)
            #expect(hit.occurrences == [1..<2] && highlighted(hit) == ["15/QĐ-UBND"])
        }

        @Test func everyPlaceOnThePageIsTold() throws {
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            try station.read("giao đất\ncho thuê đất, giao\nđất", lease: lease, as: p[0])
            let together: [Range<Int>] = [0..<2, 5..<7]
            #expect(try search("giao dat").first { $0.page == p[0] }?.occurrences == together, "side by side, over the end of a line too")
            #expect(try store.search("thue dat").pages.first?.occurrences == [3..<5])
            #expect(try store.search("đất cho").pages.first?.occurrences == [1..<3])
            let apart: [Range<Int>] = [0..<1, 3..<4, 5..<6]
            #expect(try store.search("thuê giao").pages.first?.occurrences == apart)
        }

        // MARK: - Conditions and dossiers

        private func several() throws -> [PageID] {
            let hoa = station.hoa
            let fonds = try store.saveFonds(code: "P01", name: "Phông Ủy ban", agencyCode: "P01", agencyName: "UBND", by: hoa)
            var pages: [PageID] = []
            for year in 2007...2009 {
                let fields = DossierFields(
                    title: "Hồ sơ giao rừng \(year)", startDate: PartialDate("\(year)-03"), endDate: PartialDate("\(year)-11-05"),
                    box: year == 2007 ? "Hộp 1" : "Hộp 2")
                let id = try store.addDossier(code: DossierCode("H01.\(year)"), fields: fields, fonds: year == 2007 ? fonds : nil, by: hoa)
                let page = try station.scan(1, into: id)[0]
                try station.read("sổ cái \(year)", lease: lease, as: page)
                pages.append(page)
            }
            return pages
        }

        @Test func onlyInSomeDossiers() throws {
            let q = try several()
            let expectations: [(String, [Int])] = [
                ("sổ", [2, 1, 0]), ("sổ năm:2008", [1]), ("sổ nam: 2008", [1]), ("sổ từ:2008", [2, 1]), ("sổ đến:2008", [1, 0]),
                ("từ:2007 đến:2008 sổ", [1, 0]), ("sổ từ:12/2008", [2]), ("sổ từ:05/11/2008", [2, 1]), ("sổ đến:02/2008", [0]), ("sổ hộp:2", [2, 1]),
                ("sổ hộp:\"Hộp 1\"", [0]), ("sổ phông:P01", [0]), ("sổ phông:\"ủy ban\"", [0]), ("sổ hồ sơ:h01.2009", [2]), ("hồ sơ:H01 sổ", [2, 1, 0]),
                ("sổ year:2008 box:2", [1]), ("sổ năm:1999", []),
            ]
            for (query, expected) in expectations {
                let pages = expected.map { q[$0] }
                #expect(try found(query) == pages, "\(query)")
            }
            #expect(try found("\"năm:2008\"") == [], "in quotes it is text")
            #expect(try found("giao: đất") == [p[0]], "no condition")
        }

        @Test func aKindAloneFindsPagesWhoseHeadsTellIt() throws {
            let q = try station.scan(5, into: try station.dossier("K"))
            try station.read("SỞ QUYẾT ĐỊNH\nSố: 15/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc giao đất", lease: lease, as: q[0])
            try station.read("Căn cứ Luật Đất đai\nQUYẾT ĐỊNH:\nĐiều 1. Quyết định này", lease: lease, as: q[1])
            try station.read("Số: 7/CV-SNV\nPhúc đáp Công văn số 12", lease: lease, as: q[2])
            try station.read("QUYET DINH\nBổ nhiệm", lease: lease, as: q[3])
            try station.read("Số: 9/QĐ-UBND\nvề việc giao đất", lease: lease, as: q[4])
            let hits = try store.search("loại:QĐ hồ sơ:K").pages
            #expect(hits.map(\.page) == [q[0], q[3], q[4]], "the second page of one is none of its own")
            #expect(hits.map(highlighted) == [["QUYẾT", "ĐỊNH"], ["QUYET", "DINH"], ["9/QĐ-UBND"]])
            #expect(hits[0].occurrences == [5..<7], "not the name of the office")
            #expect(try store.search("loại:\"công văn\"").pages.map(highlighted) == [["7/CV-SNV"]])
            #expect(try found("loại:QĐ").starts(with: [q[0], q[3], q[4]]), "in all dossiers, the newest first")
            #expect(try store.search("loại:QĐ năm:1999").pages.isEmpty && store.search("loại:QĐ").dossiers.isEmpty)
            try store.drop([q[0]], by: station.hoa)
            #expect(try found("loại:QĐ hồ sơ:K") == [q[3], q[4]])
        }

        private static let wrong: [(String, SearchRefusal)] = [
            ("năm:2008", .noWords), ("sổ năm:abc", .noDate(key: "năm", value: "abc")), ("sổ hộp:", .noValue(key: "hộp")),
            ("sổ từ:2009 đến:2008", .fromAfterTo), ("sổ hộp:9", .noSuchBox("9")), ("sổ phông:X", .noSuchFonds("X", known: ["P01"])),
            ("sổ hồ sơ:K", .noSuchDossier("K")), ("sổ loại:thơ", .noSuchKind("thơ")), ("loại:QĐ *", .noWords),
        ]

        @Test(arguments: wrong) func whatIsWrongIsSaid(query: String, refusal: SearchRefusal) throws {
            _ = try several()
            #expect(throws: StoreError.search(refusal)) { try store.search(query) }
        }

        @Test func dossiersAreFoundByTheirOwnWords() throws {
            _ = try several()
            func codes(_ query: String) throws -> [String] { try store.search(query).dossiers.map(\.code.text) }
            #expect(try codes("giao rung") == ["H01.2009", "H01.2008", "H01.2007"])
            #expect(try codes("giao rừng hộp:1") == ["H01.2007"])
            #expect(try codes("rưng") == [])
            #expect(try codes("H01.2008") == ["H01.2008"] && codes("hộp 2") == ["H01.2009", "H01.2008"])
            let hit = try #require(try store.search("H01.2008").dossiers.first)
            #expect(hit.pages == 1 && hit.firstPage != nil)
            var fields = hit.fields
            fields.title = "Sổ đăng ký"
            try store.setFields(hit.dossier, fields, by: station.hoa)
            #expect(try codes("đăng ký") == ["H01.2008"] && codes("giao rung") == ["H01.2009", "H01.2007"])
            try store.withhold(.dossier(hit.dossier), for: .suspectedSecret, by: station.hoa)
            #expect(try codes("đăng ký") == [])
            try store.execute("INSERT INTO dossier_text (dossier_text) VALUES ('integrity-check')")
        }

        /// More matches than are looked at one by one: those of a condition are found among the oldest all the same.
        @Test func aConditionReachesFarBack() throws {
            var archive: [GeneratedDossier] = []
            for year in 0..<4 {
                let page = Station.recognised("chung")
                archive.append(
                    GeneratedDossier(
                        code: try DossierCode("G.\(year)"), fields: DossierFields(title: "G", startDate: PartialDate("\(1990 + year)")), fonds: nil,
                        pages: Array(repeating: page, count: year == 0 ? 3 : 1000), pagesInDocument: 5, facts: Station.facts(Data())))
            }
            try store.addGenerated(archive)
            let old = try store.search("chung năm:1990")
            #expect(old.total == 3 && !old.isMore)
            #expect(old.pages.map(\.code.text) == ["G.0", "G.0", "G.0"])
            #expect(old.pages.map(\.index) == [1, 2, 3])
            let all = try store.search("chung", limit: 5)
            #expect(all.total == 1000 && all.isMore && all.pages.first?.code.text == "G.3")
            #expect(all.pages.map(\.index) == [1, 2, 3, 4, 5])
            #expect(try store.search("chung đến:1991", limit: 2000).total == 1000)
            #expect(try store.wrongSummaries() == [] && store.integrityProblems() == [])
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
            #expect(try search("hop dong", limit: 1).map(\.page) == [q[0]], "as the longer list begins")
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
                "SELECT g.number " + StationStore.matchesSource + " WHERE page_text MATCH 'a' AND t.rowid BETWEEN 0 AND 9 AND " + StationStore.matchesCondition
                    + " ORDER BY t.rowid DESC LIMIT 9")
            #expect(plan.contains("SCAN t VIRTUAL TABLE"))
            #expect(!plan.contains("TEMP B-TREE"))
            #expect(!plan.contains("SCAN g") && !plan.contains("SCAN p") && !plan.contains("SCAN d"))
        }

        /// The index of the first schema knew no beginnings; it is made anew from the newest readings.
        @Test func anIndexOfBeforeIsMadeAnew() throws {
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            try station.read("TỜ TRÌNH", lease: lease, as: p[0])
            try store.execute("DELETE FROM grdb_migrations WHERE identifier IN ('3 beginnings of words', '14 search', '20 kinds')")
            for table in ["page_text", "dossier_text", "searched_dossiers", "page_kinds"] { try store.execute("DROP TABLE \(table)") }
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
            #expect(try search("to trinh") == [] && search("cao loại:TTr") == [])
            try store.execute("INSERT INTO page_text (page_text) VALUES ('integrity-check')")
        }

        private func highlighted(_ hit: SearchHit) -> [String] {
            let characters = Array(hit.excerpt)
            return hit.highlights.map { String(characters[$0]) }
        }
    }
}
