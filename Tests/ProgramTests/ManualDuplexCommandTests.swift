import Foundation
import ProgramKit
import Testing

/// `scan --source manual-duplex`: the folder holds the fronts and then the stack turned over.
@Suite struct ManualDuplexCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1", "--sheets", "3")
    }

    private func scan(_ device: String, _ more: String...) throws -> Outcome {
        try office.start(["scan", "--dossier", "HS1", "--device", device, "--source", "manual-duplex", "--json"] + more, with: [:]).end()
    }

    /// Numbers of the images in the order of the dossier.
    private func order() throws -> [Int?] {
        try office.show("HS1")["pages"].list.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) }
    }

    @Test func aStackThatWasTurnedOver() throws {
        let outcome = try scan(try office.feeder(6))
        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.events.dropLast().map { $0["sheet"].int } == [1, 2, 3, 3, 2, 1])
        #expect(outcome.events.dropLast().map { $0["side"].text } == ["front", "front", "front", "back", "back", "back"])
        let end = try #require(outcome.events.last)
        #expect(["pages", "sheets", "counted", "awaiting_backs", "unpaired_backs"].map { end[$0].int } == [6, 3, 3, 0, 0], "\(end)")
        #expect(end["complete"].isTrue == true && end["stop"].text == "empty" && end["chosen"]["source"].text == "manual-duplex", "\(end)")
        #expect(try order() == [1, 6, 2, 5, 3, 4])
        #expect(try office.show("HS1")["pages"].list.map { $0["sheet"].int } == [1, 1, 2, 2, 3, 3])
    }

    @Test func backsInTheOrderOfTheFronts() throws {
        #expect(try scan(try office.feeder(6), "--backs", "same").code == 0)
        #expect(try order() == [1, 4, 2, 5, 3, 6])
    }

    @Test func fewerBacksThanFrontsAreTold() throws {
        let outcome = try scan(try office.feeder(5))
        #expect(outcome.code == 0, "\(outcome)")
        let end = try #require(outcome.events.last)
        #expect(end["awaiting_backs"].int == 1 && end["complete"].isTrue == false, "\(end)")
        #expect(outcome.errors.contains("--backs reversed"), "what to do is said: \(outcome)")
        #expect(try order() == [1, 2, 5, 3, 4])
    }

    @Test func moreBacksThanFrontsAreTold() throws {
        let device = try office.feeder(5)
        let fronts = try scan(device, "--max-pages", "2")
        #expect(fronts.events.last?["awaiting_backs"].int == 2, "\(fronts)")
        let backs = try scan(device, "--backs", "reversed")
        #expect(backs.code == 0, "\(backs)")
        #expect(backs.events.last?["unpaired_backs"].int == 1 && backs.events.last?["awaiting_backs"].int == 0)
        #expect(backs.events.last?["complete"].isTrue == false)
        #expect(try order() == [1, 4, 2, 3, 5])
    }

    @Test func aJamAmongTheBacksIsGoneOnWith() throws {
        let device = try office.feeder(6, faults: "jam_at = 5\n")
        let jammed = try scan(device)
        #expect(jammed.code == 69, "\(jammed)")
        #expect(jammed.events.dropLast().last?["awaiting_backs"].int == 2)
        #expect(try scan(device, "--backs", "reversed").code == 0)
        #expect(try order() == [1, 6, 2, 5, 3, 4])
    }

    @Test func aJamAmongTheFrontsIsGoneOnWith() throws {
        let device = try office.feeder(6, faults: "jam_at = 2\n")
        #expect(try scan(device).code == 69)
        #expect(try scan(device).code == 0)
        #expect(try order() == [1, 6, 2, 5, 3, 4])
    }

    /// SANE's own test device, with ten sheets in its feeder. Nobody is at a terminal to turn them over.
    @Test func aScannersBacksComeWithACommandOfTheirOwn() throws {
        try office.write("test\n", to: "sane/dll.conf")
        office.environment["SANE_CONFIG_DIR"] = office.path + "/sane"
        let device = "sane:test:0"
        let fronts = try scan(device, "--dpi", "50", "--mode", "gray")
        #expect(fronts.code == 0, "\(fronts)")
        let end = try #require(fronts.events.last)
        #expect(end["pages"].int == 10 && end["awaiting_backs"].int == 10 && end["complete"].isTrue == false, "\(end)")
        #expect(fronts.errors.contains("--backs reversed"))
        let backs = try scan(device, "--dpi", "50", "--mode", "gray", "--backs", "reversed")
        #expect(backs.code == 0, "\(backs)")
        #expect(backs.events.last?["awaiting_backs"].int == 0 && backs.events.last?["unpaired_backs"].int == 0)
        let pages = try office.show("HS1")["pages"].list
        #expect(pages.map { $0["side"].text } == (0..<20).map { $0 % 2 == 0 ? "front" : "back" })
        #expect(pages.map { $0["sheet"].int } == (0..<20).map { $0 / 2 + 1 })
        #expect(backs.events.dropLast().first?["page"].text == pages[19]["id"].text, "the last sheet's comes first")
    }

    /// `--backs` says by itself what it is about, and a front scanned again meanwhile still gets its back.
    @Test func aFrontIsScannedAgainBeforeTheLastBack() throws {
        let device = try office.feeder(6, faults: "jam_at = 6\n")
        #expect(try scan(device).code == 69)
        let again = try office.run(
            "scan", "--dossier", "HS1", "--device", try office.feeder(1, name: "again"), "--source", "adf", "--replace", "1", "--json")
        #expect(again.code == 0 && again.events.last?.keys.contains("awaiting_backs") == false, "\(again)")
        #expect(try office.run("scan", "--dossier", "HS1", "--device", device, "--backs", "reversed").code == 0)
        #expect(try order() == [1, 6, 2, 5, 3, 4])
        #expect(try office.show("HS1")["pages"][0]["id"].text == again.events.first?["page"].text)
    }

    @Test func backsWithoutFronts() throws {
        let outcome = try office.start(
            ["scan", "--dossier", "HS1", "--device", "sane:test", "--source", "manual-duplex", "--backs", "same", "--json"], with: [:]).end()
        #expect(outcome.json["error"]["code"].text == "action_impossible", "\(outcome)")
    }

    @Test(arguments: [["--backs", "same", "--source", "adf"], ["--backs", "same", "--into", "1"], ["--source", "manual-duplex", "--into", "1"], ["--after", "1", "--replace", "2"]])
    func whatDoesNotGoTogetherIsRefused(options: [String]) throws {
        let outcome = try office.start(["scan", "--dossier", "HS1", "--device", try office.feeder(2)] + options, with: [:]).end()
        #expect(outcome.code == 64, "\(outcome)")
    }
}
