import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// The screen of boxes: looking, counting, giving back.
@Suite struct BoxesTests {
    /// On the screen, with the box of this place selected and known.
    private func scene(_ number: Int = 1, columns: Int = 120, rows: Int = 40) -> Scene {
        var scene = Scene(language: .vi, columns: columns, rows: rows)
        scene.press(.control("k"))
        scene.event(.boxes(Boxes.lines(BoxesQuery())))
        scene.event(.boxCounts(Boxes.counts))
        scene.event(.batches(Boxes.batches))
        for _ in 1..<max(1, number) { scene.press(.down) }
        scene.event(.box(Boxes.inFull(String(number))))
        return scene
    }

    @Test func itIsReachedFromEveryScreenAndLooksAtTheFirstBox() {
        var scene = Scene(language: .vi)
        scene.press(.control("k"))
        #expect(scene.model.screen == .boxes && scene.effects == [.loadBoxes(BoxesQuery()), .countBoxes, .loadBatches])
        scene.event(.boxes(Boxes.lines(BoxesQuery())))
        #expect(scene.effects == [.loadBox("1")])
        scene.press(.escape)
        #expect(scene.model.screen == .scanDesk)
    }

    @Test func aColourStandsAsMarkAndWord() {
        let scene = scene()
        #expect(scene.text.contains("✓ xong") && scene.text.contains("✗ chưa xong") && scene.text.contains("○ chưa làm"))
    }

    @Test func wordsAndColourNarrowTheList() {
        var scene = scene()
        scene.press(.tab)
        #expect(scene.effects == [.loadBoxes(BoxesQuery(colour: .red))])
        scene.type("K1")
        #expect(scene.effects == [.loadBoxes(BoxesQuery(text: "K1", colour: .red))])
        scene.event(.boxes(Boxes.lines(BoxesQuery(text: "K1"))))
        #expect(scene.model.boxes.total == 40, "an answer to another question is none")
        scene.press(.escape)
        #expect(scene.effects == [.loadBoxes(BoxesQuery())] && scene.model.screen == .boxes, "the first Esc clears the filter")
        scene.press(.tab, .tab, .tab, .tab)
        #expect(scene.model.boxes.colour == nil)
    }

    /// 3000 boxes: the part around the cursor is asked for.
    @Test func aLongListComesInParts() {
        var scene = scene()
        let part = BoxLines(query: BoxesQuery(), boxes: (1...200).map(Boxes.standing), total: 3000)
        scene.event(.boxes(part))
        for _ in 0..<15 { scene.press(.pageDown) }
        #expect(scene.effects.contains(.loadBoxes(BoxesQuery(offset: 50))))
    }

    @Test func enterShowsItsDossiersInTheRegister() {
        var scene = scene(3)
        scene.press(.enter)
        #expect(scene.model.screen == .register && scene.effects == [.loadRegister(RegisterQuery(box: "3"))])
    }

    @Test func theDetailSaysWhatKeepsItRed() {
        let red = scene(3, columns: 80, rows: 30).text
        #expect(red.contains("Còn: ") && red.contains("chưa quét (4)") && red.contains("thiếu 2 tờ so với danh mục"))
        #expect(red.contains("H19.2008.07.QD  chưa giao"))
        #expect(scene(1, columns: 80, rows: 24).text.contains("đã nghiệm thu: trả được"))
        #expect(scene(4, columns: 80, rows: 24).text.contains("trả sớm: kho"))
        #expect(scene(3, columns: 80, rows: 24).text.contains("hồ sơ nữa"), "a long list is folded")
    }

    // MARK: Counting

    @Test func aBoxThatNeverCameIsReceived() {
        var scene = scene(5)
        scene.press(.insert)
        #expect(scene.effects == [.loadBatches])
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.typeTheDossiers.phrase, "Enter accepts no number")
        scene.type("11")
        #expect(scene.text.contains("thiếu 1 hồ sơ so với danh mục"))
        scene.press(.tab)
        scene.type("360")
        scene.press(.tab)
        scene.type("rachs")
        scene.press(.tab, .tab, .tab, .right, .left, .enter)
        let count = BoxCount(dossiers: 11, sheets: 360, condition: PhysicalCondition([.torn]) ?? .unsaid)
        #expect(scene.effects == [.receiveBox(BoxReceipt(label: "5", batch: .known(Sample.id(3)), count: count))])
        scene.press(.enter)
        #expect(scene.effects.isEmpty, "once")
        scene.event(.boxChanged(Boxes.inFull("5"), Text.didReceiveBox.with(["box": "5", "batch": "3"])))
        #expect(scene.model.layers.isEmpty && scene.effects == [.loadBoxes(BoxesQuery()), .countBoxes])
    }

    @Test func aBoxNobodyKnowsComesWithANewBatch() {
        var scene = scene()
        scene.type("X9")
        scene.event(.boxes(BoxLines(query: BoxesQuery(text: "X9"), boxes: [], total: 0)))
        scene.press(.insert, .tab)
        scene.type("4")
        scene.press(.tab, .tab, .tab)
        scene.type("K2")
        scene.press(.tab, .tab, .right, .right, .tab)
        #expect(scene.text.contains("đợt mới"))
        scene.press(.tab, .enter)
        let receipt = BoxReceipt(label: "X9", batch: .new(number: "4", name: ""), count: BoxCount(dossiers: 4), room: "K2")
        #expect(scene.effects == [.receiveBox(receipt)])
        // The batch was made, the box was refused: what was typed stays, and the batch is not made twice.
        scene.event(.batches([BatchLine(id: Sample.id(4), number: "4", name: "")] + Boxes.batches))
        scene.event(.failed(Failure(code: "x", message: Text.noSlips.phrase, kept: Text.noSlips.phrase, todo: Text.noSlips.phrase)))
        scene.press(.enter, .enter)
        #expect(scene.effects == [.receiveBox(BoxReceipt(label: "X9", batch: .known(Sample.id(4)), count: BoxCount(dossiers: 4), room: "K2"))])
    }

    @Test func aLabelThatNobodyKnowsIsAskedAbout() {
        var scene = scene()
        scene.type("X9")
        scene.event(.boxes(BoxLines(query: BoxesQuery(text: "X9"), boxes: [], total: 0)))
        scene.press(.insert, .tab)
        scene.type("4")
        scene.press(.enter)
        let receipt = BoxReceipt(label: "X9", batch: .known(Sample.id(3)), count: BoxCount(dossiers: 4))
        #expect(scene.effects == [.receiveBox(receipt)])
        scene.event(.boxUnknown("X9", nearest: "9"))
        #expect(scene.text.contains("Gần giống: “9”"))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.count == 1, "Enter is no; what was typed stays")
        scene.press(.enter)
        #expect(scene.effects == [.receiveBox(receipt)])
        scene.event(.boxUnknown("X9", nearest: "9"))
        scene.press(.character("c"))
        var new = receipt
        new.isNew = true
        #expect(scene.effects == [.receiveBox(new)])
    }

    @Test func movingInTheEmptyWordLeavesTheListWhereItIs() {
        var scene = scene(3)
        scene.press(.end, .home)
        #expect(scene.effects.isEmpty && scene.model.boxes.list.selected == 2)
    }

    @Test func theQuestionDoesNotComeWhenTheDialogIsGone() {
        var scene = scene(3)
        scene.event(.boxUnknown("X9", nearest: nil))
        #expect(scene.model.layers.isEmpty)
    }

    @Test func aBoxThatIsHereIsCountedAgainWithItsBatch() {
        var scene = scene(3)
        scene.press(.insert)
        #expect(scene.text.contains("Đếm lại hộp 3"))
        scene.type("12")
        scene.press(.enter)
        #expect(scene.effects == [.receiveBox(BoxReceipt(label: "3", batch: .known(Sample.id(3)), count: BoxCount(dossiers: 12), isRecount: true))])
    }

    @Test func aBoxThatWentBackComesAgainWithAnotherBatch() {
        var scene = scene(4)
        scene.press(.insert)
        scene.type("12")
        scene.press(.enter)
        #expect(scene.effects == [.receiveBox(BoxReceipt(label: "4", batch: .known(Sample.id(2)), count: BoxCount(dossiers: 12)))])
    }

    @Test func aWrongWordForTheConditionIsNotTaken() {
        var scene = scene(3)
        scene.press(.insert)
        scene.type("12")
        scene.press(.tab, .tab)
        scene.type("xanh")
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.conditionHint.phrase)
    }

    // MARK: Giving back

    @Test func aGreenBoxGoesBackWithoutAReason() {
        var scene = scene(1)
        scene.press(.control("t"))
        scene.type("12")
        #expect(!scene.text.contains("CHƯA XONG"))
        scene.press(.enter)
        #expect(scene.effects == [.returnBox("1", BoxCount(dossiers: 12), nil)])
    }

    @Test func aRedBoxGoesBackOnlyWithAReason() {
        var scene = scene(3)
        scene.press(.control("t"))
        #expect(scene.text.contains("CHƯA XONG"))
        scene.type("11")
        #expect(scene.text.contains("thiếu 1 hồ sơ so với khi nhận"))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.chooseEarlyReason.phrase)
        scene.press(.right, .right, .right, .enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.typeTheReason.phrase)
        scene.press(.backTab)
        scene.type("hoong")
        scene.press(.enter)
        #expect(scene.effects == [.returnBox("3", BoxCount(dossiers: 11), .other("hông"))], "typed on the choice as well")
    }

    /// Another station changed a dossier in between.
    @Test func aBoxThatIsNotGreenAnyMoreAsksForTheReason() {
        var scene = scene(1)
        scene.press(.control("t"))
        scene.type("12")
        scene.press(.enter)
        let now = Boxes.standing(2)
        scene.event(.boxNotDone(BoxInFull(
            BoxStanding(label: "1", room: "", shelf: "", visit: now.visit, progress: now.progress, issues: now.issues), dossiers: [])))
        #expect(scene.text.contains("CHƯA XONG") && scene.model.message?.kind == .warning)
        scene.press(.right, .enter)
        #expect(scene.effects == [.returnBox("1", BoxCount(dossiers: 12), .borrowedBack)])
    }

    @Test func whatNeverCameIsNotGivenBack() throws {
        let number = try #require((1...5).first { Boxes.standing($0).presence == .notReceived })
        var scene = scene(number)
        scene.press(.control("t"))
        #expect(scene.model.layers.isEmpty && scene.model.message?.phrase == Text.boxIsNotHere.phrase)
    }

    @Test func whatWentBackMiscountedIsCountedAgain() throws {
        let number = try #require((1...5).first { Boxes.standing($0).presence == .returned })
        var scene = scene(number)
        scene.press(.control("t"))
        scene.type("12")
        scene.press(.enter)
        #expect(scene.effects == [.recountBox(String(number), BoxCount(dossiers: 12))], "no reason is asked again")
    }

    /// The dialog came up for one box, and the label of another was typed into it.
    @Test func anotherBoxThatIsHereIsNotCountedAgainUnasked() {
        var scene = scene(5)
        scene.press(.insert, .backTab, .backspace)
        scene.type("1")
        scene.press(.tab)
        scene.type("3")
        scene.press(.enter)
        guard case .receiveBox(let receipt)? = scene.effects.first else {
            Issue.record("\(scene.effects)")
            return
        }
        #expect(receipt.label == "1" && !receipt.isRecount)
        scene.event(.boxIsHere(Boxes.standing(1)))
        #expect(scene.text.contains("đang ở đây"))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.count == 1, "Enter is no; what was typed stays")
        scene.press(.enter)
        scene.event(.boxIsHere(Boxes.standing(1)))
        scene.press(.character("c"))
        guard case .receiveBox(let again)? = scene.effects.first else {
            Issue.record("\(scene.effects)")
            return
        }
        #expect(again.label == "1" && again.isRecount)
    }

    @Test func theSelectionGoesAlongWithItsBox() {
        var scene = scene(2)
        let query = scene.model.boxes.query
        scene.event(.boxes(BoxLines(query: query, boxes: [5, 4, 3, 2, 1].map(Boxes.standing), total: 5)))
        #expect(scene.model.boxes.selected?.label == "2")
    }

    // MARK: Accepting and printing

    @Test func acceptingIsAskedFirst() {
        var scene = scene(2)
        scene.press(.control("y"))
        #expect(scene.text.contains("Nghiệm thu 2 hồ sơ đã giao của hộp 2?") && scene.effects.isEmpty)
        scene.press(.enter)
        #expect(scene.effects.isEmpty, "Enter is no")
        scene.press(.control("y"), .character("c"))
        #expect(scene.effects == [.acceptBox("2")])
        var done = self.scene(1)
        done.press(.control("y"))
        #expect(done.model.message?.phrase == Text.nothingAcceptable.phrase)
    }

    @Test func papersSayWhereTheyLie() {
        var scene = scene(4)
        scene.press(.control("o"))
        #expect(scene.effects == [.printMinutes(Sample.id(3))])
        scene.event(.printed(PrintedPaper(.minutes(.return, batch: "3"), path: "/srv/bien-ban/hoan-tra.pdf")))
        #expect(scene.model.message?.phrase(.vi) == "Biên bản hoàn trả đợt 3: hoan-tra.pdf (/srv/bien-ban)")
        scene.press(.control("l"))
        #expect(scene.effects == [.printSlips])
        scene.event(.printed(nil))
        #expect(scene.model.message?.phrase == Text.noSlips.phrase)
    }

    @Test func aStackWithPaperOfABoxThatWentBackIsTold() {
        var scene = Scene.desk()
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 4, boxesAway: ["HS2 (hộp 7)"]))))
        #expect(scene.text.contains("HS2 (hộp 7)") && scene.text.contains("Hộp đã trả"))
    }

    @Test func theDeskIsToldThatThePaperIsAway() {
        var scene = Scene.desk()
        scene.event(.boxIsAway(Sample.id(1), box: "7"))
        #expect(scene.text.contains("hộp 7 đã trả") && scene.model.message?.kind == .warning)
        var other = Scene.desk()
        other.event(.boxIsAway(Sample.id(99), box: "7"))
        #expect(!other.text.contains("hộp 7 đã trả"))
    }
}
