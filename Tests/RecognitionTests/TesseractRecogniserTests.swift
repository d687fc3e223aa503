import Foundation
import Imaging
import Records
import Testing
@testable import Recognition

@Suite("Reading a page with Tesseract")
struct TesseractRecogniserTests {
    @Test("the words of a Vietnamese notice, in order, with boxes on the stored image")
    func notice() throws {
        let page = try TesseractRecogniser().recognise(Samples.order(Samples.notice())).page
        #expect(page.text == Samples.noticeText)
        #expect(page.words.allSatisfy { (0.5...1).contains($0.confidence) })
        let number = try #require(page.words.first { $0.text == "15/QĐ-UBND" })
        #expect(number.line == 1)
        #expect(number.box.y > 120 && number.box.y + number.box.height < 260, "second of four lines, at full size: \(number.box)")
        #expect(number.box.width > 250)
    }

    @Test("a page that lies on its side is read upright, and its boxes lie on the stored image", arguments: 1...3)
    func turned(turns: Int) throws {
        let folder = try TemporaryFolder()
        let upright = try Image.decode(path: Samples.letter())
        let stored = try folder.write(upright.turned(quarterTurnsClockwise: -turns).encoded(as: .png), as: "turned.png")
        let page = try TesseractRecogniser().recognise(Samples.order(stored, quarterTurns: turns)).page
        #expect(page.text == Samples.letterText)
        let straight = try TesseractRecogniser().recognise(Samples.order(Samples.letter())).page
        let toStored = PageGeometry(
            storedWidth: turns == 2 ? 1500 : 360, storedHeight: turns == 2 ? 360 : 1500, quarterTurns: turns,
            readWidth: 1500, readHeight: 360)
        for (word, other) in zip(page.words, straight.words) {
            let box = other.box
            let expected = toStored.storedBox(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height)
            #expect(abs(word.box.x - expected.x) <= 8 && abs(word.box.y - expected.y) <= 8, "\(word) \(expected)")
        }
    }

    @Test("which way up a page lies is found where it was left open; the boxes lie on the stored image", arguments: 0...3)
    func finds(turns: Int) throws {
        let folder = try TemporaryFolder()
        let upright = try Image.decode(path: Samples.notice())
        let stored = try folder.write(upright.turned(quarterTurnsClockwise: -turns).encoded(as: .png), as: "lies.png")
        let known = try TesseractRecogniser().recognise(Samples.order(stored, quarterTurns: turns))
        let found = try TesseractRecogniser().recognise(Samples.order(stored, findsTurn: true))
        #expect(found.quarterTurns == turns)
        #expect(found.page.text == known.page.text)
        let places = zip(found.page.words, known.page.words).map { (abs($0.box.x - $1.box.x), abs($0.box.y - $1.box.y)) }
        #expect(places.allSatisfy { $0 <= 8 && $1 <= 8 })
    }

    @Test("a page that the order says lies upside down is read so, whatever its text says")
    func asOrdered() throws {
        let found = try TesseractRecogniser().recognise(Samples.order(Samples.notice(), quarterTurns: 2))
        #expect(found.quarterTurns == 2)
        #expect(found.page.text != Samples.noticeText)
    }

    @Test("a skewed stamp of secrecy in the head is seen in the picture; farther down, or another word, is none")
    func markOfSecrecy() throws {
        let folder = try TemporaryFolder()
        let seen = try TesseractRecogniser().recognise(Samples.order(Samples.paper(with: Samples.stamp(), x: 200, y: 500, in: folder))).sightings
        let mark = try #require(seen?.first)
        #expect(mark.level == .secret && mark.chance >= 0.7)
        #expect((200...560).contains(mark.box.x) && (500...700).contains(mark.box.y), "\(mark.box)")
        let below = try TesseractRecogniser().recognise(Samples.order(Samples.paper(with: Samples.stamp(), x: 200, y: 1500, in: folder)))
        #expect(below.sightings == [])
        let other = try TesseractRecogniser().recognise(Samples.order(Samples.paper(with: Samples.letter(), x: 100, y: 300, in: folder)))
        #expect(other.sightings?.contains { $0.chance >= 0.7 } == false)
    }

    @Test("two lines say too little of how a page lies: it is left as it is", arguments: 0...3)
    func tooLittleText(turns: Int) throws {
        let folder = try TemporaryFolder()
        let lines = try Image.decode(path: Samples.letter()).crop(Box(x: 0, y: 0, width: 1500, height: 240))
        let stored = try folder.write(lines.turned(quarterTurnsClockwise: turns).encoded(as: .png), as: "lines.png")
        #expect(try TesseractRecogniser().recognise(Samples.order(stored, findsTurn: true)).quarterTurns == 0)
    }

    @Test("a page is read the same whatever was read before it")
    func independent() throws {
        let fresh = try TesseractRecogniser().recognise(Samples.order(Samples.notice()))
        let recogniser = TesseractRecogniser()
        for _ in 0..<2 { _ = try recogniser.recognise(Samples.order(Samples.letter())) }
        #expect(try recogniser.recognise(Samples.order(Samples.notice())) == fresh)
        #expect(try recogniser.recognise(Samples.order(Samples.notice())) == fresh)
    }

    @Test("a blank page and a page of one pixel have no words", arguments: [(1200, 1600), (1, 1), (3000, 1)])
    func blank(width: Int, height: Int) throws {
        let folder = try TemporaryFolder()
        let file = try Samples.plain(width: width, height: height, in: folder)
        let page = try TesseractRecogniser().recognise(Samples.order(file)).page
        #expect(page.words.isEmpty && page.text.isEmpty)
    }

    /// Such a page, the clean back of a sheet, once took more than a minute.
    @Test("a grainy blank page has no words, and soon")
    func grain() throws {
        let folder = try TemporaryFolder()
        let file = try Samples.grainyPaper(width: 1654, height: 2339, in: folder)
        #expect(try TesseractRecogniser().recognise(Samples.order(file, timeLimit: 10)).page.words.isEmpty)
    }

    @Test("a black page has no words either")
    func black() throws {
        let folder = try TemporaryFolder()
        let file = try Samples.plain(width: 600, height: 800, shade: 0, in: folder)
        #expect(try TesseractRecogniser().recognise(Samples.order(file)).page.words.isEmpty)
    }

    @Test("what is no image, or only part of one, is a fault that names the file")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let half = try Data(contentsOf: URL(fileURLWithPath: Samples.notice())).prefix(20_000)
        for (name, bytes) in [("half.jpg", half), ("text.jpg", Data("no image".utf8)), ("empty.png", Data())] {
            let file = try folder.write(bytes, as: name)
            let found = fault(of: Samples.order(file))
            let fault = try #require(found)
            guard case .badImage(file, _) = fault else { throw fault }
            #expect(fault.exitCode == .badData)
        }
    }

    @Test("a file that is not there is said to be missing")
    func missing() throws {
        #expect(throws: RecognitionFault.fileMissing(path: "/nowhere/page.jpg")) {
            try TesseractRecogniser().recognise(Samples.order("/nowhere/page.jpg"))
        }
    }

    @Test("an image too large for a worker's memory is refused before it is decoded")
    func tooLarge() throws {
        let folder = try TemporaryFolder()
        var png = try Data(contentsOf: URL(fileURLWithPath: Samples.letter()))
        // The width in the header chunk: 1500 becomes 1 000 000.
        png.replaceSubrange(16..<20, with: [0, 0x0F, 0x42, 0x40])
        let file = try folder.write(png, as: "huge.png")
        #expect(throws: RecognitionFault.imageTooLarge(width: 1_000_000, height: 360)) {
            try TesseractRecogniser().recognise(Samples.order(file))
        }
    }

    @Test("missing language data names the package to install", arguments: [("xxq", "xxq"), ("vie+xxq", "xxq")])
    func languageMissing(language: String, named: String) throws {
        let found = try fault(of: Samples.order(Samples.notice(), language: language))
        let fault = try #require(found)
        #expect(fault == .languageMissing(named))
        #expect(fault.exitCode == .configuration)
        #expect(fault.todo(.en).contains("tesseract-ocr-\(named)"))
    }

    @Test("a page is given up when its time is over")
    func outOfTime() throws {
        let fault = try fault(of: Samples.order(Samples.notice(), timeLimit: 0.001))
        #expect(fault == .outOfTime(seconds: 0.001))
    }

    /// Why the order fails; nil when it does not.
    private func fault(of order: RecognitionOrder) -> RecognitionFault? {
        do throws(RecognitionFault) {
            _ = try TesseractRecogniser().recognise(order)
            return nil
        } catch {
            return error
        }
    }
}
