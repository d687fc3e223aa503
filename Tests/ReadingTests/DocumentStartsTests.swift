import Extraction
import Foundation
import Records
import Store
import Testing

@testable import Reading

/// Where documents start, from the readings of pages to what a person is asked.
@Suite struct DocumentStartsTests {
    private let office: Office
    private let dossier: DossierID

    init() throws {
        office = try Office(pages: 6)
        dossier = try office.store.dossier(of: office.pages[0])
    }

    /// Words on a page of 2480 × 3508 pixels: for each line where it is, and its parts.
    private static func page(_ lines: [(y: Int, parts: [(x: Int, text: String)])]) -> RecognisedPage {
        var words: [RecognisedWord] = []
        for (line, (y, parts)) in lines.enumerated() {
            for (left, text) in parts {
                var x = left
                for word in text.split(separator: " ") {
                    words.append(RecognisedWord(text: String(word), confidence: 0.9, box: Box(x: x, y: y, width: word.count * 25, height: 50), line: line))
                    x += (word.count + 1) * 25
                }
            }
        }
        return RecognisedPage(language: "vie", words: words)
    }

    private static let text: [(y: Int, parts: [(x: Int, text: String)])] = (0..<6).map {
        (800 + $0 * 100, [(250, "các cơ quan, đơn vị nghiêm túc tổ chức triển khai thực hiện, bảo đảm đúng tiến độ")])
    }

    private static func decision(_ number: String) -> RecognisedPage {
        page([
            (250, [(220, "ỦY BAN NHÂN DÂN"), (1250, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]),
            (320, [(300, "TỈNH ĐỒNG NAI"), (1350, "Độc lập - Tự do - Hạnh phúc")]),
            (470, [(300, "Số: \(number)"), (1250, "Đồng Nai, ngày 05 tháng 01 năm 2008")]), (650, [(1070, "QUYẾT ĐỊNH")]),
        ] + text)
    }

    private static let continuation = page([(200, [(1230, "2")])] + text)

    /// Reads the pages in turn; heads are kept unless an older program reads.
    private func read(_ pages: [RecognisedPage], keepsHeads: Bool = true) throws {
        let lease = try office.store.leaseDispatcher()
        for page in pages {
            let job = try #require(try office.store.claimJob(lease, preferring: nil))
            let head = SeenHead(page, width: job.width, height: job.height, quarterTurns: 0)
            #expect(try office.store.saveReading(page, for: job, engine: "test", milliseconds: 1, head: keepsHeads ? head.stored : nil))
        }
    }

    private func found() throws -> DocumentFindings { try DocumentStarts(office.store).find(office.store.contents(dossier)) }

    @Test(arguments: [true, false]) func beginningsAreFoundInNewReadingsAndInOldOnes(keepsHeads: Bool) throws {
        try read([Self.decision("1/QĐ-UBND"), Self.continuation, Self.decision("22/QĐ-UBND"), Self.continuation], keepsHeads: keepsHeads)
        let open = try found().open
        #expect(open.map(\.index) == [3] && open.first?.number == "22/QĐ-UBND" && open.first?.proposal.tier == .sure)
        #expect(try office.store.heads(dossier).count == 4)
    }

    @Test func whatIsSettledIsNotAskedAgain() throws {
        try read([Self.decision("1/QĐ-UBND"), Self.decision("2/QĐ-UBND"), Self.decision("3/QĐ-UBND"), Self.decision("4/QĐ-UBND")])
        #expect(try found().sure.map(\.index) == [2, 3, 4])
        try office.store.dismissHeads([office.pages[1]], by: office.actor)
        try office.store.split(before: [office.pages[2], office.pages[3]], by: office.actor)
        #expect(try found().open.isEmpty && office.store.contents(dossier).documents.count == 3)
        #expect(try office.store.undo(dossier, by: office.actor) == .split)
        #expect(try found().open.map(\.index) == [3, 4], "two splits are one step")
        #expect(try office.store.undo(dossier, by: office.actor) == .dismissHead)
        #expect(try found().open.map(\.index) == [2, 3, 4])
        try office.store.redo(dossier, by: office.actor)
        #expect(try found().open.map(\.index) == [3, 4])
        #expect(try office.store.firstBrokenAuditRow() == nil)
    }

    /// It was a person's word, whatever the next reading shows.
    @Test func aRefusalStandsAfterThePageIsReadAgain() throws {
        try read([Self.decision("1/QĐ-UBND"), Self.decision("2/QĐ-UBND")])
        try office.store.dismissHeads([office.pages[1]], by: office.actor)
        try office.store.turn(office.pages[1], quarterTurns: 1, by: office.actor)
        try office.store.turn(office.pages[1], quarterTurns: 3, by: office.actor)
        try read([Self.continuation, Self.continuation, Self.continuation, Self.continuation, Self.decision("2/QĐ-UBND")])
        #expect(try found().open.map(\.index).contains(2) == false)
    }

    /// Of two documents; the second on the given sheet.
    private static func contentsSheet(_ second: String = "3") -> RecognisedPage {
        func row(_ y: Int, _ cells: [String]) -> (y: Int, parts: [(x: Int, text: String)]) {
            (y, zip([250, 400, 800, 1150, 1740, 2040], cells).filter { !$1.isEmpty }.map { (x: $0, text: $1) })
        }
        return page([
            (250, [(950, "MỤC LỤC VĂN BẢN")]), row(400, ["STT", "Số", "Ngày", "Trích yếu", "Tác giả", "Tờ"]),
            row(500, ["1", "15/QĐ-UBND", "05/01/2008", "Quyết định", "UBND", "1"]), row(600, ["2", "22/UBND-VP", "7/2/2008", "Công văn", "UBND", second]),
        ])
    }

    /// Named by a person, or not: then its sheet was counted with the others.
    @Test(arguments: [true, false]) func theContentsSheetTellsWhatToExpect(isNamed: Bool) throws {
        if isNamed { try office.store.setRole(ofSheetWith: office.pages[0], .contents, by: office.actor) }
        try read([Self.contentsSheet(), Self.decision("15/QĐ-UBND"), Self.continuation, Self.decision("22/UBND-VP")])
        let found = try found()
        #expect(found.listed.map(\.page) == [2, 4] && found.listed.map(\.isFound) == [false, false])
        #expect(found.open.map(\.index) == [2, 4] && found.open.last?.proposal.reasons == [.expectedByContents])
        try office.store.split(before: found.sure.map(\.page), by: office.actor)
        #expect(try self.found().listed.map(\.isFound) == [true, true])
        #expect(try self.found().comparison == ContentsComparison(documents: 2, found: 2))
    }

    @Test func sheetsThatAreListedAndNotThereAreMissing() throws {
        try read([Self.contentsSheet("34-36"), Self.decision("15/QĐ-UBND"), Self.continuation])
        // Of the first, which goes to where the second begins, two sheets are there.
        #expect(try found().comparison?.missing == [6...36])
    }

    @Test func whatIsWithheldIsNotProposed() throws {
        try read([Self.decision("1/QĐ-UBND"), Self.decision("2/QĐ-UBND"), Self.decision("3/QĐ-UBND")])
        _ = try office.store.withhold(.page(office.pages[1]), for: .suspectedSecret, by: office.actor)
        #expect(try found().open.map(\.index) == [3])
    }

    @Test func evidenceOfAnotherVersionIsNoEvidence() throws {
        try office.store.addHeads([office.pages[1]: #"{"kind":"of the future"}"#])
        #expect(try found().open.isEmpty)
    }
}
