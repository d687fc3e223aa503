import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// The screen on which lines of a sample are typed.
@Suite struct SampleScreenTests {
    private let tasks = Sample.lineTasks

    private func scene(_ desk: SampleDesk = Sample.typingDesk, columns: Int = 80, rows: Int = 24) -> Scene {
        var scene = Scene(columns: columns, rows: rows)
        scene.press(.alt("g"))
        #expect(scene.effects == [.loadSample])
        scene.event(.sample(desk))
        return scene
    }

    @Test func aLineIsTypedAndTheNextIsThereAtOnce() {
        var scene = scene()
        scene.type("Uyr ban")
        scene.press(.enter)
        #expect(scene.effects == [.answerLine(11, .text("Ủy ban"), isDecision: false)])
        #expect(scene.model.sample.task?.id == 12 && scene.model.sample.field.isEmpty)
        #expect(scene.text.contains("13/200"))
        // What is typed before the station has answered stays.
        scene.type("soos")
        scene.event(.sample(Sample.desk([tasks[1]])))
        #expect(scene.model.sample.field.text == "số")
        // Another's line may come first by then; a line that is closed is left.
        scene.event(.sample(Sample.desk([tasks[2], tasks[1]])))
        #expect(scene.model.sample.field.text == "số" && scene.model.sample.task?.id == 12)
        scene.event(.sample(SampleDesk(tasks: [tasks[2]], refused: 12)))
        #expect(scene.model.sample.task?.id == tasks[2].id && scene.model.sample.field.isEmpty)
    }

    @Test func thePaletteKnowsIt() {
        for (language, words) in [(Language.vi, "go mau"), (.vi, "sample"), (.en, "sample")] {
            var scene = Scene(language: language)
            scene.press(.control("p"))
            scene.type(words)
            scene.press(.enter)
            #expect(scene.model.screen == .sample)
        }
    }

    @Test func thePicturesOfTheNextLineAreAskedForAhead() {
        let scene = scene()
        #expect(Set(scene.wanted.map(\.page)) == Set(tasks.prefix(2).map(\.page)) && scene.wanted.allSatisfy { $0.purpose == .strip })
        #expect(scene.model.sampleStrips.count > 1, "a line of eleven words is wider than the screen")
    }

    @Test func aLongLineIsSeenPartByPart() {
        var scene = scene()
        let parts = scene.model.sampleStrips
        #expect(parts.flatMap { $0.words.map(\.index) } == Array(0..<11))
        let shown = scene.model.sampleLayout.strips.count, last = parts.count - shown
        #expect(shown == 2 && last > 0)
        scene.press(.tab)
        #expect(scene.model.sample.part == min(2, last))
        for _ in 0..<9 where scene.model.sample.part < last { scene.press(.tab) }
        scene.press(.tab)
        #expect(scene.model.sample.part == 0)
        scene.press(.backTab)
        #expect(scene.model.sample.part == last)
        scene.press(.pageUp)
        #expect(scene.model.sampleLayout.strips.count == 1 && scene.model.sample.part == 0)
        var wide = self.scene(columns: 200, rows: 60)
        wide.press(.tab)
        #expect(wide.model.message?.phrase == Text.sampleNoPartMore.phrase && wide.model.sample.part == 0)
    }

    @Test func thePictureGoesAlongWithWhatIsTyped() throws {
        var scene = scene()
        let strips = scene.model.sampleStrips, shown = scene.model.sampleLayout.strips.count
        let hidden = try #require(strips[shown].words.first?.index)
        scene.type(String(repeating: "ta ", count: hidden - 1) + "ta")
        #expect(scene.model.sample.part == 0, "the last word in sight is still being typed")
        scene.type(" ")
        #expect(scene.model.sample.part == min(shown, strips.count - shown))
        scene.press(.home)
        #expect(scene.model.sample.part == 0)
    }

    @Test func nothingIsNoAnswerUnlessItIsSaid() {
        var scene = scene()
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.sampleTypeFirst.phrase)
        scene.press(.control("n"))
        #expect(scene.effects == [.answerLine(11, .text(""), isDecision: false)])
        scene.press(.control("o"))
        #expect(scene.effects == [.answerLine(12, .illegible, isDecision: false)])
        scene.event(.sample(Sample.desk([])))
        scene.event(.sample(Sample.desk([])))
        #expect(scene.model.sample.task == nil && scene.text.contains(Text.sampleNoneDrawn(.vi).prefix(10)))
    }

    @Test func whatIsHalfTypedIsKeptWhereverOneGoes() {
        for key in [Key.escape, .control("s"), .function(6), .control("q")] {
            var scene = scene()
            scene.type("nuwra")
            scene.press(key)
            #expect(scene.effects.contains(.keepLineDraft(11, "nửa")), "\(key)")
        }
        var scene = scene()
        scene.press(.escape)
        #expect(!scene.effects.contains { if case .keepLineDraft = $0 { true } else { false } })
    }

    @Test func escLeadsBackToWhereOneCameFrom() {
        var scene = Scene()
        scene.press(.function(6), .alt("g"))
        scene.event(.sample(Sample.typingDesk))
        scene.press(.escape)
        #expect(scene.model.screen == .register)
    }

    @Test func theLineBeforeIsTakenBack() {
        var scene = scene()
        scene.press(.up)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.sampleNothingBefore.phrase)
        scene.type("sai")
        scene.press(.enter)
        scene.event(.sample(Sample.desk([tasks[1]])))
        scene.type("dowr")
        scene.press(.up)
        #expect(scene.effects == [.keepLineDraft(12, "dở"), .takeBackLine(11)])
        var back = tasks[0]
        back = LineTask(id: back.id, sample: back.sample, page: back.page, boxes: back.boxes, width: back.width, height: back.height, turn: 0, draft: "sai")
        scene.event(.sample(Sample.desk([back, tasks[1]])))
        #expect(scene.model.sample.task?.id == 11 && scene.model.sample.field.text == "sai")
    }

    /// The disk is full: what was typed comes back with its line, whatever was begun since.
    @Test func whatCouldNotBeWrittenStandsInItsLine() {
        var scene = scene()
        scene.type("Uyr ban")
        scene.press(.enter)
        scene.type("soos")
        var desk = Sample.desk([tasks[0], tasks[1]])
        desk.unsaved = UnsavedLine(line: 11, text: "Ủy ban")
        scene.event(.sample(desk))
        #expect(scene.model.sample.task?.id == 12 && scene.model.sample.field.text == "số")
        scene.press(.enter)
        #expect(scene.model.sample.task?.id == 11 && scene.model.sample.field.text == "Ủy ban")
        // Another look at the store knows nothing of it.
        scene.event(.sample(Sample.desk([tasks[0]])))
        #expect(scene.model.sample.field.text == "Ủy ban")
        // Whoever leaves has it kept, and finds it again.
        scene.press(.escape)
        #expect(scene.effects.contains(.keepLineDraft(11, "Ủy ban")))
        scene.press(.alt("g"))
        scene.event(.sample(Sample.desk([tasks[0]])))
        #expect(scene.model.sample.field.text == "Ủy ban")
        scene.press(.enter)
        #expect(scene.effects == [.answerLine(11, .text("Ủy ban"), isDecision: false)])
    }

    @Test func othersWereQuicker() {
        var scene = scene()
        scene.type("a")
        scene.press(.enter)
        scene.event(.sample(SampleDesk(tasks: [tasks[1]], progress: Sample.typingDesk.progress, refused: 11)))
        #expect(scene.model.message?.phrase == Text.sampleTooLate.phrase && scene.model.sample.typed.isEmpty)
    }

    @Test func aThirdPersonChoosesOrTypes() {
        var scene = scene(Sample.desk([tasks[2]]))
        #expect(scene.text.contains("1 Điều 1. Phê duyệt") && scene.text.contains("2 Điều 1. Phê duyêt") && scene.text.contains("^"))
        scene.press(.character("2"))
        guard case .decide(_, let two) = tasks[2].purpose else { return }
        #expect(scene.effects == [.answerLine(13, two, isDecision: true)])
        scene = self.scene(Sample.desk([tasks[2]]))
        scene.press(.character("i"))
        scene.type("Ddieefu 2")
        scene.press(.enter)
        #expect(scene.effects == [.answerLine(13, .text("Điều 2"), isDecision: true)])
        scene = self.scene(Sample.desk([tasks[2]]))
        scene.press(.character("i"), .character("x"), .escape, .character("1"))
        #expect(scene.effects.contains { if case .answerLine(13, _, true) = $0 { true } else { false } })
    }

    @Test func thePanicKeyTakesTheLineAway() {
        var scene = scene()
        let page = tasks[0].page
        scene.press(.function(10))
        #expect(scene.effects.contains(.withhold(page, onDesk: nil)) && scene.model.sample.task?.page != page)
        scene.press(.escape)
        scene.event(.withheld([page], asked: [page]))
        #expect(scene.effects.contains(.loadSample))
    }
}
