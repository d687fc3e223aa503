import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    /// What is found, and in which order, against a look through all texts.
    @Suite("Search against a look through all texts") struct SearchComparisonTests {
        private static let vocabulary = "bán bạn ban đất dat đạt giao quyết quyet định dinh hồ hò ho sơ so xã văn van 15 nhân".split(separator: " ").map(String.init)
        let station: Station
        var store: StationStore { station.store }
        /// What pages in use say now.
        private var texts: [PageID: [String]] = [:]
        private var dossierOf: [PageID: String] = [:]
        private var random = SplitMix(state: 11)

        init() throws {
            station = try Station()
            let lease = try store.leaseDispatcher()
            for code in ["K1", "K2", "L1"] {
                let dossier = try station.dossier(code, title: "Tập")
                let pages = try station.scan(25, into: dossier)
                for page in pages {
                    let words = words(8 + draw(14))
                    try station.read(words.joined(separator: " "), lease: lease, as: page)
                    (texts[page], dossierOf[page]) = (words, code)
                }
                try change(pages, dossier)
            }
        }

        private mutating func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

        private mutating func words(_ count: Int) -> [String] { (0..<count).map { _ in Self.vocabulary[draw(Self.vocabulary.count)] } }

        /// Some pages are corrected, some leave, one comes back.
        private mutating func change(_ pages: [PageID], _ dossier: DossierID) throws {
            for page in pages.prefix(6) {
                let words = try #require(try store.words(of: page))
                var new = words.revised
                let place = draw(8), word = Self.vocabulary[draw(Self.vocabulary.count)]
                guard words.recognised.words[place].text != word else { continue }
                try new.replace(place, with: word)
                try store.correct([PageCorrection(page: page, change: PageChange(from: words.revised, to: new), reading: words.reading)], in: dossier, by: station.hoa)
                texts[page]?[place] = word
            }
            try store.drop([pages[6], pages[7]], by: station.hoa)
            try store.restore([pages[7]], by: station.hoa)
            texts[pages[6]] = nil
            for page in [pages[5], pages[8]] {
                try store.withhold(.page(page), for: .suspectedSecret, by: station.hoa)
                texts[page] = nil
            }
        }

        // MARK: - The look through all texts

        private static func bare(_ word: String) -> String {
            let scalars = word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
            return String(String.UnicodeScalarView(scalars)).replacing("đ", with: "d")
        }

        private static func stands(_ sought: String, _ word: String) -> Bool {
            let isOpen = sought.hasSuffix("*"), sought = String(isOpen ? sought.dropLast() : sought[...]).nfc
            let (letters, mine) = bare(sought) == sought ? (sought, bare(word)) : (sought, word)
            return isOpen ? mine.hasPrefix(letters) : mine == letters
        }

        private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
            words.indices.contains { start in
                start + phrase.count <= words.count && zip(phrase, words[start...]).allSatisfy { stands($0, $1) }
            }
        }

        private mutating func phrase() -> [String] {
            var words = words(draw(3) == 0 ? 2 + draw(2) : 1)
            for index in words.indices where draw(4) == 0 { words[index] = Self.bare(words[index]) }
            if draw(5) == 0 { words[words.count - 1] = String(words[words.count - 1].prefix(2)) + "*" }
            return words
        }

        @Test mutating func theSamePagesAreFoundAndThoseWithTheWordsTogetherFirst() throws {
            var several = 0
            for _ in 0..<400 {
                let phrases = (0...draw(3)).map { _ in phrase() }
                let code = draw(4) == 0 ? ["K1", "K", "L1"][draw(3)] : nil
                var query = phrases.map { $0.count > 1 ? "\"" + $0.joined(separator: " ") + "\"" : $0[0] }.joined(separator: " ")
                if let code { query += " hồ sơ:" + code }
                if draw(4) == 0 { query = query.decomposedStringWithCanonicalMapping }
                let expected = Set(
                    texts.filter { page, words in
                        phrases.allSatisfy { Self.contains(words, $0) } && dossierOf[page]?.hasPrefix(code ?? "") == true
                    }.keys)
                let answer = try store.search(query, limit: 500), found = answer.pages.map(\.page)
                #expect(Set(found) == expected && found.count == expected.count, "\(query)")
                #expect(answer.total == expected.count, "\(query)")
                let sequence = phrases.flatMap { $0 }
                let together = found.map { page in Self.contains(texts[page] ?? [], sequence) }
                let first = together.prefix { $0 }.count
                if phrases.count > 1, first > 0, first < found.count { several += 1 }
                if phrases.count > 1 { #expect(!together.dropFirst(first).contains(true), "\(query)") }
            }
            #expect(several > 20, "the order is tried too")
        }
    }

    @Suite("Kinds of documents") struct DocumentKindTests {
        let station: Station
        let store: StationStore
        let lease: Lease

        init() throws {
            station = try Station()
            store = station.store
            lease = try store.leaseDispatcher()
        }

        private static let pages: [(String, DocumentKind?)] = [
            ("ỦY BAN NHÂN DÂN\nSố: 15/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc giao đất", .decision), ("ỦY BAN\nSố: 15/UBND-VP\nV/v giao đất", .letter),
            ("Số: 7/2008/TTr-SXD\nkính gửi", .submission), ("BÁO CÁO CÔNG TÁC NĂM 1976", .report), ("TO TRINH", .submission),
            ("BAN QUẢN LÝ DỰ ÁN\nSố 12/HĐ-BQL", .contract), ("Căn cứ Quyết định số 15/QĐ-UBND", nil), ("sổ cái", nil), ("", nil),
            ("PHƯỜNG AN BÌNH\nSố: 15/QĐ-UBND\nQUYẾT ĐỊNH", .decision), ("PHƯỜNG AN BÌNH\nBÁO CÁO", .report), ("PHUONG AN BAO VE", .scheme),
            ("PHÒNG TÀI CHÍNH -\nKẾ HOẠCH\nSố: 3/TB-TCKH", .notice), ("BAN QUẢN LÝ\nDỰ ÁN ĐẦU TƯ\nSố: 3/BQL\nTHÔNG BÁO", .notice),
            ("Số: 30/2020/NĐ-CP\nNGHỊ ĐỊNH", nil), ("Số: 45/2013/QH13", nil), ("Số: 05/2025/TT-BNV", nil), ("Số: 15/QD-UBND", .decision),
            ("Số 123/QĐ/UB", .decision), ("Số 12/QĐUB", .decision), ("Số: 123-QĐ/UB", .decision), ("Số: “0Í/UBND-CT", .letter), ("Số: “0Í/QĐ-UBND", .decision), ("Số: 3/HD-SNV", .guidance), ("Số: 12/UBND-VP\nGIẤY MỜI", .invitation),
            ("GIẤY UỶ QUYỀN", .mandate), ("TỜ TRÌNH".decomposedStringWithCanonicalMapping, .submission), ("quyết định", nil),
        ]

        @Test(arguments: pages) func theHeadTellsIt(text: String, kind: DocumentKind?) {
            #expect(Station.recognised(text).documentKind == kind)
        }

        @Test func kindsAreCalledByNameAndBySymbol() {
            #expect(DocumentKind.called("QĐ") == [.decision] && DocumentKind.called("qd") == [.decision])
            #expect(DocumentKind.called("Tờ trình") == [.submission] && DocumentKind.called("to-trinh") == [.submission])
            #expect(DocumentKind.called("HD") == [.guidance] && DocumentKind.called("hd") == [.guidance, .contract])
            #expect(DocumentKind.called("thơ") == [] && DocumentKind.called("") == [])
        }

        @Test func pagesOfDocumentsOfAKindAreFound() throws {
            let dossier = try station.dossier("A", title: "sổ")
            let p = try station.scan(4, into: dossier)
            try store.split(before: [p[2]], by: station.hoa)
            for (page, text) in zip(p, ["QUYẾT ĐỊNH\nsổ một", "sổ hai", "TỜ TRÌNH\nsổ ba", "BÁO CÁO\nsổ bốn"]) { try station.read(text, lease: lease, as: page) }
            func found(_ query: String) throws -> [PageID] { try store.search(query).pages.map(\.page) }
            #expect(try found("sổ loại:QĐ") == [p[0], p[1]])
            #expect(try found("sổ loại:\"tờ trình\" hồ sơ:A") == [p[2]] && found("sổ type:BC") == [p[3]], "a head inside a document counts too")
            #expect(try store.search("sổ loại:QĐ").dossiers == [] && store.search("sổ").dossiers.count == 1)
            try store.split(before: [p[3]], by: station.hoa)
            #expect(try found("sổ loại:BC") == [p[3]] && found("sổ loại:TTr") == [p[2]])
            #expect(try found("sổ loại:QĐ") == [p[0], p[1]], "a page without a head is of the document before it")
            // A page read anew, one dropped, one kept back.
            try store.turn(p[3], quarterTurns: 1, by: station.hoa)
            try station.read("KẾ HOẠCH\nsổ", lease: lease, as: p[3])
            #expect(try found("sổ loại:BC") == [] && found("sổ loại:kế-hoạch") == [p[3]])
            try store.drop([p[0]], by: station.hoa)
            #expect(try found("sổ loại:QĐ") == [], "the page that told it is out of use")
            try store.withhold(.page(p[2]), for: .suspectedSecret, by: station.hoa)
            #expect(try found("sổ loại:TTr") == [] && store.number("SELECT count(*) FROM page_kinds") == 3)
            try store.restore([p[0]], by: station.hoa)
            #expect(try found("sổ loại:QĐ") == [p[0], p[1]])
            // No longer behind that page.
            try store.split(before: [p[1]], by: station.hoa)
            #expect(try found("sổ loại:QĐ") == [p[0]])
            try store.merge(documentOf: p[1], by: station.hoa)
            #expect(try found("sổ loại:QĐ") == [p[0], p[1]])
            #expect(throws: StoreError.search(.noSuchKind("thơ"))) { try store.search("sổ loại:thơ") }
            try expectIndexOfWhatPagesSay()
        }

        /// All that was ever taken out of the index is out of it. (FTS5 cannot tell: it has no texts to compare with.)
        private func expectIndexOfWhatPagesSay() throws {
            try store.execute("CREATE VIRTUAL TABLE fresh USING fts5(text, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0')")
            let wanted = try store.wantedIndex()
            #expect(wanted.count == 3)
            for page in wanted { try store.execute("INSERT INTO fresh (rowid, text) VALUES (?, ?)", [page.number, page.text]) }
            for table in ["page_text", "fresh"] { try store.execute("CREATE VIRTUAL TABLE \(table)_words USING fts5vocab(\(table), instance)") }
            let (a, b) = ("SELECT term, doc, offset FROM page_text_words", "SELECT term, doc, offset FROM fresh_words")
            #expect(try store.number("SELECT count(*) FROM (\(a) EXCEPT \(b))") == 0 && store.number("SELECT count(*) FROM (\(b) EXCEPT \(a))") == 0)
        }

        /// Pages read before kinds were noted.
        @Test func kindsOfBeforeAreNoted() throws {
            let dossier = try station.dossier("A")
            let p = try station.scan(2, into: dossier)
            let texts = ["QUYẾT ĐỊNH\nsổ", "sổ hai"]
            for (page, text) in zip(p, texts) { try station.read(text, lease: lease, as: page) }
            try store.execute("INSERT INTO page_text (page_text) VALUES ('delete-all')")
            for (number, text) in zip(1..., texts) { try store.execute("INSERT INTO page_text (rowid, text) VALUES (\(number), '\(text.indexed)')") }
            #expect(try store.search("sổ loại:QĐ").pages == [])
            try store.execute("DELETE FROM grdb_migrations WHERE identifier = '20 kinds'")
            try store.execute("DROP TABLE page_kinds")
            for index in ["box", "fonds", "dates"] { try store.execute("DROP INDEX searched_by_\(index)") }
            #expect(try station.another().search("sổ loại:QĐ").pages.map(\.page) == p)
        }
    }
}
