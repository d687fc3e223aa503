import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// Pages at which documents seem to start.
@Suite struct BoundaryTests {
    private let dossier: DossierID = Sample.id(1)

    /// A dossier of one document of 12 pages; the fourth of these pages is doubtful.
    private func desk(at pages: [Int] = [3, 5, 7, 9]) -> Scene {
        var scene = Scene.desk(pages: 0, counted: 6)
        var known = Sample.dossier(pages: 12, counted: 6, documentLength: 12)
        for index in known.pages.indices { known.pages[index].findings = [] }
        known.proposals = pages.map { number in
            DocumentProposal(
                page: Sample.page(number).id, confidence: number == 9 ? 0.6 : 0.99, isSure: number != 9, head: "\(number)/QĐ-UBND",
                reasons: [Text("quốc hiệu", en: "national title")])
        }
        scene.event(.desk(known))
        return scene
    }

    private func ids(_ pages: [Int]) -> [PageID] { pages.map { Sample.page($0).id } }

    @Test func allClearOnesAreSplitInOneGo() {
        var scene = desk()
        #expect(scene.text.contains("e 4 văn bản mới?"))
        scene.press(.character("e"))
        #expect(scene.text.contains("4 đề xuất, 3 rõ ràng") && scene.text.contains("60%?") && scene.text.contains("5/QĐ-UBND"))
        scene.press(.enter)
        #expect(scene.effects == [.splitAt(dossier, ids([3, 5, 7]))])
        #expect(scene.model.desk.dossier?.documents.count == 4 && scene.model.desk.proposals.count == 1)
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.onlyDoubtfulBoundariesLeft.phrase)
        scene.press(.character("k"))
        #expect(scene.effects == [.dismissBoundaries(dossier, ids([9]))])
        #expect(scene.model.layers.isEmpty && scene.model.desk.proposals.isEmpty)
    }

    @Test func oneByOne() {
        var scene = desk()
        scene.press(.character("e"), .down, .character("t"))
        #expect(scene.effects == [.splitAt(dossier, ids([5]))])
        scene.press(.character("g"))
        #expect(scene.model.layers.isEmpty && scene.model.desk.page?.index == 7)
    }

    /// A page that is split by hand needs no proposal.
    @Test func whatStartsADocumentAlreadyIsNotProposed() {
        var scene = desk(at: [1, 5])
        #expect(scene.model.desk.proposals.map(\.page.index) == [5])
        scene.press(.home, .right, .right, .right, .right, .character("t"))
        #expect(scene.model.desk.proposals.isEmpty)
        scene.press(.character("e"))
        #expect(scene.model.layers.isEmpty && scene.model.message?.phrase == Text.noBoundariesYet.phrase)
    }

    @Test func finishingShowsThemOnceAndDecidesNothing() {
        var scene = desk()
        scene.press(.enter)
        #expect(scene.model.layers.last?.scope == .boundaries && scene.effects.isEmpty)
        scene.press(.escape, .enter)
        #expect(scene.effects == [.finishDossier(dossier, nil)])
    }

    @Test func unreadPagesAreSaid() {
        var scene = desk()
        let unread = scene.model.desk.unreadPages
        #expect(unread > 0)
        scene.press(.enter)
        #expect(scene.text.contains("\(unread) chưa đọc"))
        #expect(scene.model.message?.phrase == Text.boundariesBeforeFinishUnread.with(["count": "4", "unread": "\(unread)"]))
        var read = Sample.dossier(pages: 12, counted: 6, documentLength: 12)
        read.proposals = scene.model.desk.dossier?.proposals ?? []
        for index in read.pages.indices { read.pages[index].reading = .done }
        scene.event(.desk(read))
        #expect(!scene.text.contains("\(unread) chưa đọc"))
    }

    /// What is read meanwhile may add one above.
    @Test func theListStaysOnItsLine() {
        var scene = desk(at: [5, 7, 9])
        scene.press(.character("e"), .down)
        scene.event(.desk(desk(at: [3, 5, 7, 9]).model.desk.dossier ?? Sample.dossier(pages: 0, counted: 0)))
        #expect(scene.model.selectedProposal?.page.id == Sample.page(7).id)
    }

    @Test func thePanicKeyWithholdsThePageBesideTheList() {
        var scene = desk()
        scene.press(.character("e"), .down, .function(10))
        #expect(scene.effects == [.withhold(Sample.page(5).id, onDesk: dossier)])
    }

    @Test func thePageBesideTheListIsTheSelectedOne() {
        var scene = desk()
        scene.press(.character("e"), .down)
        #expect(scene.wanted.contains { $0.page == Sample.page(5).id && $0.purpose == .page })
    }
}
