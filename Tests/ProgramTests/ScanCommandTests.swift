import Foundation
import ProgramKit
import Testing

/// `tramquet scan` as scripts rely on it.
@Suite struct ScanCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1", "--sheets", "3", "--title", "Hồ sơ một")
    }

    private func scan(_ device: String, _ more: String..., with extra: [String: String] = [:]) throws -> Outcome {
        try office.start(["scan", "--dossier", "HS1", "--device", device, "--json"] + more, with: extra).end()
    }

    @Test func printsALinePerPageInOrderAndThenTheEnd() throws {
        let outcome = try scan(try office.feeder(6))
        let (pages, end) = (outcome.events.dropLast(), try #require(outcome.events.last))
        #expect(outcome.code == 0, "\(outcome)")
        #expect(pages.map { $0["index"].int } == [1, 2, 3, 4, 5, 6])
        #expect(pages.map { $0["sheet"].int } == [1, 1, 2, 2, 3, 3])
        #expect(pages.map { $0["side"].text } == ["front", "back", "front", "back", "front", "back"])
        for page in pages {
            #expect(page.keys == [
                "event", "page", "dossier", "run", "index", "sheet", "side", "width", "height", "dpi", "mode", "sha256", "findings",
            ])
            #expect(page["event"].text == "page" && page["dossier"].text == "HS1")
            #expect(page["width"].int == Side.width && page["height"].int == Side.height && page["dpi"].int == 100)
        }
        #expect(Set(pages.map { $0["run"].text }).count == 1)
        #expect(end.keys == ["event", "pages", "sheets", "counted", "complete", "stop", "chosen"])
        #expect(end["pages"].int == 6 && end["sheets"].int == 3 && end["counted"].int == 3)
        #expect(end["complete"].isTrue == true && end["stop"].text == "empty")
    }

    @Test func whatItReportsLiesInTheVault() throws {
        let outcome = try scan(try office.feeder(4))
        for (index, page) in outcome.events.dropLast().enumerated() {
            let path = office.imagePath(try #require(page["page"].text))
            #expect(try office.tool("sha256sum", path).output.hasPrefix(page["sha256"].text ?? "?"))
            #expect(Side.number(ofFile: path) == index + 1)
        }
    }

    @Test func theCountedSheetsAreNullUntilSomebodyCounts() throws {
        try office.run("dossier", "add", "HS2")
        let end = try office.run("scan", "--dossier", "HS2", "--device", try office.feeder(2), "--json").events.last
        #expect(end?["counted"].isNull == true && end?.keys.contains("counted") == true)
        #expect(end?["complete"].isTrue == false)
    }

    @Test func sheetsCountsTheDossier() throws {
        let end = try scan(try office.feeder(4), "--sheets", "2").events.last
        #expect(end?["counted"].int == 2 && end?["complete"].isTrue == true)
    }

    @Test func maxPagesStopsAndTheNextRunGoesOn() throws {
        let device = try office.feeder(6)
        let first = try scan(device, "--max-pages", "2")
        #expect(first.events.last?["stop"].text == "max")
        let second = try scan(device)
        #expect(second.events.count == 5 && second.events.last?["stop"].text == "empty")
        #expect(second.events.first?["sheet"].int == 2, "sheets are counted over the dossier")
        let pages = try office.show("HS1")["pages"].list.compactMap { $0["id"].text }
        #expect(pages.map { Side.number(ofFile: office.imagePath($0)) } == [1, 2, 3, 4, 5, 6])
    }

    @Test func aSheetThatWasCutOffBetweenItsSidesIsOneSheet() throws {
        let device = try office.feeder(6)
        _ = try scan(device, "--max-pages", "3")
        let rest = try scan(device)
        #expect(rest.events.first?["side"].text == "back" && rest.events.first?["sheet"].int == 2, "\(rest)")
        #expect(rest.events.last?["complete"].isTrue == true, "\(rest)")
        #expect(try office.show("HS1")["pages"].list.map { $0["sheet"].int } == [1, 1, 2, 2, 3, 3])
    }

    @Test func restartTakesTheStackFromItsTop() throws {
        let device = try office.feeder(2)
        _ = try scan(device)
        let again = try scan(device, "--restart")
        #expect(again.events.count == 3)
        #expect(again.events[0]["findings"].list.contains(.string("repeated")), "the same sheet twice is told")
    }

    @Test func adfTakesEveryImageAsAFront() throws {
        let outcome = try scan(try office.feeder(3), "--source", "adf")
        #expect(outcome.events.dropLast().map { $0["side"].text } == ["front", "front", "front"])
        #expect(outcome.events.last?["sheets"].int == 3)
    }

    // MARK: Stops

    @Test(arguments: [("jam_at", "jam", "jam"), ("cover_open_at", "cover_open", "cover_open"), ("error_at", "error", "scanner_error")])
    func aDeviceThatStopsKeepsThePagesBeforeIt(_ fault: String, _ stop: String, _ code: String) throws {
        let device = try office.feeder(6, faults: "\(fault) = 2\n")
        let outcome = try scan(device)
        #expect(outcome.code == 69, "\(outcome)")
        let events = outcome.events
        #expect(events.count == 4, "two pages, the end, the error: \(outcome)")
        #expect(events[2]["stop"].text == stop && events[2]["pages"].int == 2 && events[2]["complete"].isTrue == false)
        #expect(events[3]["error"]["code"].text == code)
        #expect(events[3]["error"]["message"].text?.contains("2") == true, "the message names the sheet")
        let rest = try scan(device)
        #expect(rest.code == 0 && rest.events.count == 5)
        let pages = try office.show("HS1")["pages"].list.compactMap { $0["id"].text }
        #expect(pages.map { Side.number(ofFile: office.imagePath($0)) } == [1, 2, 3, 4, 5, 6])
    }

    @Test func aDriverThatHangsIsEnded() throws {
        let outcome = try scan(
            try office.feeder(4, faults: "hang_at = 2\n"), with: ["TRAMQUET_HANG_SECONDS": "1"])
        #expect(outcome.code == 69, "\(outcome)")
        #expect(outcome.events.dropLast().last?["stop"].text == "hang")
        #expect(try office.show("HS1")["counts"]["pages"].int == 2)
    }

    /// A lamp that warms up is as silent as a driver that hangs, and longer.
    @Test func aDeviceThatStartsSlowlyDoesNotHang() throws {
        let outcome = try scan(
            try office.feeder(4, faults: "start_ms = 1500\n"), with: ["TRAMQUET_HANG_SECONDS": "0.5"])
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try office.show("HS1")["counts"]["pages"].int == 4)
    }

    @Test func aDeviceThatNeverStartsIsEnded() throws {
        try office.write("[scanner]\nstart_seconds = 1\n", to: "data/config.toml")
        let outcome = try scan(try office.feeder(4, faults: "start_ms = 600000\n"))
        #expect(outcome.code == 69, "\(outcome)")
        #expect(outcome.events.dropLast().last?["stop"].text == "hang")
    }

    @Test func aDriverThatCrashesCostsThePageUnderWay() throws {
        let device = try office.feeder(4, faults: "crash_at = 2\n")
        let outcome = try scan(device)
        #expect(outcome.code == 69, "\(outcome)")
        #expect(outcome.events.last?["error"]["code"].text == "scan_worker_died")
        #expect(try scan(device).code == 0)
        // Pages that were read and not handed over died with the driver: they are fed again, and none is left out.
        let pages = try office.show("HS1")["pages"].list.compactMap { $0["id"].text }
        #expect(pages.map { Side.number(ofFile: office.imagePath($0)) } == [1, 2, 3, 4])
    }

    @Test func anEmptyFeederIsMissingInput() throws {
        let outcome = try scan(try office.feeder(0))
        #expect(outcome.code == 66, "\(outcome)")
        #expect(outcome.events.last?["error"]["code"].text == "feeder_empty")
    }

    @Test func aDamagedImageStopsAtItAndKeepsWhatWasBefore() throws {
        let device = try office.feeder(4)
        try Data("no image at all".utf8).write(to: URL(fileURLWithPath: office.path + "/feeder/side3.jpg"))
        let outcome = try scan(device)
        #expect(outcome.code == 65, "\(outcome)")
        #expect(outcome.events.count == 4 && outcome.events.last?["error"]["message"].text?.contains("side3.jpg") == true)
    }

    @Test(arguments: ["sane:no-such-backend:0", "folder:/no/such/folder", "no-such-backend"])
    func anUnknownDeviceIsSaid(_ device: String) throws {
        try office.write("test\n", to: "sane/dll.conf")
        let outcome = try scan(device, with: ["SANE_CONFIG_DIR": office.path + "/sane"])
        #expect(outcome.code == (device.hasPrefix("folder:") ? 66 : 69), "\(outcome)")
        let name = device.split(separator: ":").first { $0 != "sane" && $0 != "folder" } ?? ""
        #expect(outcome.events.last?["error"]["message"].text?.contains(name) == true, "\(outcome)")
    }

    @Test(arguments: [["--dpi", "7"], ["--mode", "sepia"], ["--max-pages", "0"], ["--no-such-option"]])
    func wrongUseIsUsage(_ arguments: [String]) throws {
        let outcome = try office.start(["scan", "--dossier", "HS1", "--device", "folder:/"] + arguments).end()
        #expect(outcome.code == 64, "\(outcome)")
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    }

    @Test func anUnknownDossierIsMissingInput() throws {
        let outcome = try office.run("scan", "--dossier", "KHONG-CO", "--device", try office.feeder(2), "--json")
        #expect(outcome.code == 66, "\(outcome)")
        #expect(outcome.json["error"]["code"].text == "no_such_dossier")
    }

    @Test func aPipeThatIsClosedDoesNotStopTheRun() throws {
        let device = try office.feeder(6)
        let line = "exec \(Office.program) scan --dossier HS1 --device \(device) --json | head -n 1"
        let outcome = try office.tool("bash", "-c", line + "; echo ${PIPESTATUS[0]}")
        #expect(outcome.output.hasSuffix("\n0\n"), "\(outcome)")
        #expect(try office.show("HS1")["counts"]["pages"].int == 6)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func aSignalEndsTheRunInOrder(_ signal: Int32) throws {
        let device = try office.feeder(40, faults: "slow_ms_per_page = 60\n")
        let program = try office.start(["scan", "--dossier", "HS1", "--device", device, "--json"])
        try waitUntil("two pages") { program.lines.count >= 2 }
        program.signal(signal)
        let outcome = try program.end(within: 15)
        let events = outcome.events
        #expect(outcome.code == 0, "\(outcome)")
        #expect(events.last?["event"].text == "end" && events.last?["stop"].text == "cancelled")
        #expect(events.last?["pages"].int == events.count - 1 && events.count < 41)
        #expect(try office.run("recover", "--json").json["orphans"].list.isEmpty)
        #expect(try office.show("HS1")["counts"]["pages"].int == events.count - 1)
    }
}
