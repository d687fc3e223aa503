import Records
import StationFakes
import Terminal
import Testing
import Texts
@testable import Station

/// From a list of pages found to the word on the page, and back.
@Suite struct SearchScreenTests {
    private func hits(_ count: Int) -> [SearchHit] {
        (1...count).map { SearchHit(page: Sample.page($0).id, code: "A", title: "B", pageIndex: $0, snippet: [], places: 2, firstWord: 5) }
    }

    private func text(_ number: Int, found: [Range<Int>] = [4..<6, 9..<10]) -> PageText {
        PageText(
            page: Sample.page(number), dossier: Sample.id(1), code: "A", title: "B", pageCount: 9, next: Sample.page(number + 1).id,
            recognised: Sample.recognised(number), found: found)
    }

    private func found(_ count: Int, total: Int? = nil, isMore: Bool = false, dossiers: [SearchDossier] = []) -> Scene {
        var scene = Scene(language: .vi)
        scene.press(.control("f"))
        scene.type("so")
        scene.event(.searchResults(SearchResults(query: "so", dossiers: dossiers, hits: hits(count), total: total ?? count, isMore: isMore)))
        return scene
    }

    @Test func thePlacesOfAPageAreGoneThroughThenTheNextPage() {
        var scene = found(2)
        scene.press(.enter)
        scene.event(.text(text(1)))
        #expect(scene.text.contains("chỗ 1/2"))
        scene.press(.character("n"))
        #expect(scene.text.contains("chỗ 2/2"))
        scene.press(.character("p"), .character("p"))
        #expect(scene.text.contains("chỗ 1/2") && scene.model.message?.kind == .warning)
        scene.press(.character("n"), .character("n"))
        #expect(scene.effects == [.loadText(Sample.page(2).id, finding: "so")])
        scene.event(.text(text(2)))
        scene.press(.character("n"), .character("n"))
        #expect(scene.effects == [] && scene.model.reader.page == Sample.page(2).id, "it was the last")
        scene.press(.escape)
        #expect(scene.model.screen == .search && scene.model.search.list.selected == 1, "where one was")
    }

    @Test func correctionBeginsAtTheWordThatWasFound() {
        var scene = found(1)
        scene.press(.enter)
        scene.event(.text(text(1)))
        scene.press(.character("n"), .function(3))
        #expect(scene.effects == [.openCorrection(.page(Sample.page(1).id))])
        scene.event(.correction(Sample.correction, for: .page(Sample.page(1).id)))
        scene.event(.correctionText(Sample.correctionText(Sample.page(1).id)))
        #expect(scene.model.correction.cursor == 9)
        scene.press(.escape)
        #expect(scene.model.screen == .search)
        scene.press(.function(3))
        scene.event(.correction(Sample.correction, for: .page(Sample.page(1).id)))
        scene.event(.correctionText(Sample.correctionText(Sample.page(1).id)))
        #expect(scene.model.correction.cursor == 5, "from the list: the first place")
    }

    /// A text was corrected meanwhile: the page is in the list no more, or another one is.
    @Test(arguments: [(3, [2, 3, 4], 1), (2, [1, 3], 1), (3, [1], 0), (2, [3, 4], 0), (2, [4, 1, 3], 2), (2, [], 0)])
    func theListIsAsTheTextsAreWhenOneComesBack(selected: Int, foundAgain: [Int], then: Int) {
        var scene = found(3)
        for _ in 1..<selected { scene.press(.down) }
        scene.press(.enter)
        scene.event(.text(text(selected)))
        scene.press(.escape)
        #expect(scene.effects == [.search("so", limit: SearchState.shown)])
        #expect(scene.model.search.selected?.page == Sample.page(selected).id, "keys go on while the answer is on the way")
        let all = hits(4)
        scene.event(.searchResults(SearchResults(query: "so", hits: foundAgain.map { all[$0 - 1] }, total: foundAgain.count)))
        #expect(scene.model.search.list.selected == then)
    }

    /// What was asked for before a correction was written, or before a page was withheld, is not the last word.
    @Test func anAnswerThatIsOvertakenDoesNotStay() {
        var scene = found(2)
        scene.press(.enter)
        scene.event(.text(text(1)))
        scene.press(.function(3))
        scene.event(.correction(Sample.correction, for: .page(Sample.page(1).id)))
        scene.event(.correctionText(Sample.correctionText(Sample.page(1).id)))
        scene.press(.escape)
        scene.event(.corrected(CorrectionAnswer(dossier: Sample.correction.id)))
        #expect(scene.effects == [.search("so", limit: SearchState.shown)])
        scene.press(.enter)
        scene.event(.text(text(1)))
        scene.press(.function(10), .escape, .escape)
        #expect(scene.model.screen == .search)
        scene.event(.searchResults(SearchResults(query: "so", hits: hits(2), total: 2)))
        #expect(scene.model.search.lines.count == 1 && scene.model.search.selected?.page == Sample.page(2).id)
    }

    @Test func aPageWithheldElsewhereIsAskedForNoMore() {
        var scene = found(2)
        let failure = Failure(code: "secrecy_found", message: Text.secrecyKept.phrase, kept: Text.secrecyKept.phrase, todo: Text.secrecyKept.phrase)
        scene.event(.secrecyFoundElsewhere(failure, pages: [Sample.page(1).id]))
        #expect(scene.model.search.lines.count == 1 && scene.effects.contains(.search("so", limit: SearchState.shown)))
    }

    @Test func morePagesComeBeforeTheEndOfTheList() {
        var scene = found(SearchState.shown, total: 1000, isMore: true)
        #expect(scene.text.contains("hơn 1000 trang"))
        scene.press(.down)
        #expect(scene.effects == [])
        for _ in 0..<SearchState.shown / 2 { scene.press(.down) }
        #expect(scene.model.search.limit == 4 * SearchState.shown)
        let at = scene.model.search.list.selected
        scene.event(.searchResults(SearchResults(query: "so", hits: hits(4 * SearchState.shown), total: 1000, isMore: true)))
        #expect(scene.model.search.list.selected == at)
    }

    @Test func dossiersStandBeforePages() {
        let dossiers = [
            SearchDossier(code: "HS-A", title: "Sổ", pages: 3, firstPage: Sample.page(7).id), SearchDossier(code: "HS-B", title: "Sổ", pages: 0),
        ]
        var scene = found(1, dossiers: dossiers)
        #expect(scene.text.contains("HS-A · hồ sơ, 3 trang") && scene.text.contains("1 trang · 2 hồ sơ"))
        scene.press(.enter)
        #expect(scene.effects == [.loadText(Sample.page(7).id)], "its title need not stand on its pages")
        scene.press(.escape, .down, .enter)
        #expect(scene.effects == [] && scene.model.message?.phrase == Text.searchDossierWithoutPages.phrase)
    }

    @Test func whatIsWrongWithAQueryStandsInTheList() {
        var scene = Scene(language: .vi)
        scene.press(.control("f"))
        scene.type("năm:x")
        let query = scene.model.search.field.text
        scene.event(.searchResults(SearchResults(query: query, hits: [], total: 0, refusal: Text.searchNoWords.phrase)))
        #expect(scene.text.contains("chưa có từ nào để tìm"))
    }

    @Test(arguments: [0, 90, 180, 270]) func aBoxStaysOnItsWordHoweverThePageLies(turn: Int) {
        var page = Sample.page(1)
        (page.width, page.height, page.turn) = (1000, 2000, turn)
        // Near the top left corner of the stored image.
        let share = UprightPage(page).share(Box(x: 100, y: 100, width: 100, height: 40))
        let expected: (x: Double, y: Double) =
            switch turn {
            case 90: (0.93, 0.1)
            case 180: (0.8, 0.93)
            case 270: (0.05, 0.8)
            default: (0.1, 0.05)
            }
        #expect(abs(share.x - expected.x) < 1e-9 && abs(share.y - expected.y) < 1e-9)
    }

    @Test func aBoxIsSetStraightWithItsPage() {
        var page = Sample.page(1)
        (page.width, page.height, page.turn, page.deskew) = (1000, 1000, 0, 90)
        // Clockwise about the middle: what is at the top comes to the right.
        let share = UprightPage(page).share(Box(x: 490, y: 90, width: 20, height: 20))
        #expect(abs(share.x - 0.89) < 0.002 && abs(share.y - 0.49) < 0.002)
    }
}
