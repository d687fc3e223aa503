import CSANE
import Foundation
import Imaging
import Records
import Testing
import Texts

@testable import Scanning

/// What an order asks of a device, what the device makes of it, and that it is told.
@Suite struct SettingsTests {
    private let temporary: TemporaryFolder
    private let spool: String

    init() throws {
        temporary = try TemporaryFolder()
        spool = try temporary.folder("spool")
        try temporary.write("test\npnm\n", to: "dll.conf")
        try glass(400)
    }

    /// The side of the simulated glass in millimetres.
    private func glass(_ millimetres: Int) throws {
        try temporary.write("number_of_devices 1\ngeometry_max \(millimetres).0\ngeometry_quant 1.0\n", to: "test.conf")
    }

    private func run(_ settings: ScanSettings, device: String = "sane:test:0", log: String? = nil) throws -> RunRecord {
        try WorkerSession(environment: ["SANE_CONFIG_DIR": temporary.path], logFile: log).run(
            ScanOrder(device: device, settings: settings, spoolFolder: spool, previewWidth: 100))
    }

    private func settings(_ paper: PaperFormat?, dpi: Int = 50) -> ScanSettings {
        ScanSettings(mode: .gray, dpi: dpi, paper: paper)
    }

    // MARK: Paper

    @Test(arguments: [
        (PaperFormat.a5, 148.0, 210.0), (.a4, 210, 297), (.a3, 297, 400), (.f4, 210, 330), (.legal, 216, 356), (.largest, 400, 400),
    ])
    func theAreaIsThePapersOrAllThereIs(paper: PaperFormat, width: Double, height: Double) throws {
        let record = try run(settings(paper))
        let area = try #require(record.opened?.1.area)
        #expect(abs(area.width - width) <= 1 && abs(area.height - height) <= 1, "\(area)")
        let page = try #require(record.captured.first?.facts)
        #expect(abs(Double(page.width) / 50 * 25.4 - width) < 2 && abs(Double(page.height) / 50 * 25.4 - height) < 2)
    }

    @Test func aSmallerGlassIsToldAndNoFindingOfEveryPage() throws {
        try glass(150)
        let record = try run(settings(.a4))
        #expect(record.opened?.1.unmet == [.paper(asked: .a4, got: PaperSize(width: 150, height: 150))])
        #expect(record.findings.allSatisfy { !$0.contains(.wrongSize) })
        #expect(try run(settings(.largest)).opened?.1.unmet == [])
    }

    // MARK: Brightness and its like

    @Test func whatTheDeviceLacksIsToldAndTheRunGoesOn() throws {
        var settings = settings(nil)
        (settings.brightness, settings.contrast, settings.threshold) = (10, 20, 30)
        let record = try run(settings)
        #expect(record.opened?.1.unmet == [.adjustment(.brightness), .adjustment(.contrast), .adjustment(.threshold)])
        #expect(record.captured.count == 1)
    }

    @Test func brightnessIsSetByItsName() throws {
        var file = Data("P5\n64 48\n255\n".utf8)
        file += [UInt8](repeating: 100, count: 64 * 48)
        try file.write(to: URL(fileURLWithPath: "\(temporary.path)/page.pgm"))
        var settings = ScanSettings(mode: .gray, dpi: 75, deviceOptions: ["filename": "\(temporary.path)/page.pgm"])
        settings.brightness = 40
        let log = "\(temporary.path)/device.log"
        let record = try run(settings, device: "pnm:0", log: log)
        #expect(record.opened?.1.unmet == [])
        #expect(try String(contentsOfFile: log, encoding: .utf8).contains("sane_control_option(brightness, 40.0) = GOOD"))
    }

    @Test(arguments: [
        (DeviceOption.Constraint.range(least: -100, most: 100, step: 1), 0, 0.0), (.range(least: -100, most: 100, step: 1), -50, -50),
        (.range(least: -4, most: 2, step: 1), 100, 2), (.range(least: -4, most: 2, step: 1), -50, -2),
        (.range(least: 0, most: 255, step: 1), 0, 127.5), (.numbers([0, 1, 2]), 100, 2), (.none, 30, 30),
    ])
    func percentFitsTheScaleOfTheDevice(constraint: DeviceOption.Constraint, percent: Int, value: Double) {
        let option = DeviceOption("brightness", kind: .integer, constraint: constraint)
        #expect(option.value(atPercent: percent, isCentred: true) == value)
    }

    @Test func aThresholdLiesBetweenTheEndsOfTheScale() {
        let option = DeviceOption("threshold", kind: .integer, constraint: .range(least: 0, most: 255, step: 1))
        #expect(option.value(atPercent: 40, isCentred: false) == 102)
    }

    @Test func theFloorOfTheOrderIsWhatPagesAreCheckedFor() throws {
        var settings = settings(nil, dpi: 250)
        #expect(try run(settings).findings.allSatisfy { !$0.contains(.lowResolution) })
        settings.dpiFloor = 300
        #expect(try run(settings).findings.allSatisfy { $0.contains(.lowResolution) })
    }

    // MARK: Words and storage

    @Test(arguments: [
        UnmetWish.resolution(asked: 240, got: 200), .paper(asked: .a3, got: .a4), .adjustment(.brightness), .adjustment(.contrast),
        .adjustment(.threshold),
    ])
    func everyUnmetWishIsToldInWords(wish: UnmetWish) throws {
        #expect(wish.message(.vi) != wish.message(.en))
        for language in Language.allCases {
            let note = wish.note(language)
            #expect(note.count <= 25 && !note.contains("{"), "\(note)")
        }
        #expect(!wish.message(.vi).contains("{") && !wish.message(.en).contains("{"))
        #expect(try JSONDecoder().decode(UnmetWish.self, from: JSONEncoder().encode(wish)) == wish)
    }

    @Test func theResolutionIsToldWithBothFigures() {
        #expect(UnmetWish.resolution(asked: 240, got: 200).message(.vi) == "máy chọn 200 dpi thay cho 240")
    }

    @Test func settingsAnOlderStationStoredAreRead() throws {
        let old = Data(#"{"source":"duplex","mode":"gray","dpi":200,"jpegQuality":85}"#.utf8)
        let settings = try JSONDecoder().decode(ScanSettings.self, from: old)
        #expect(settings == ScanSettings(source: .duplex, mode: .gray, dpi: 200, jpegQuality: 85))
        #expect(try JSONDecoder().decode(ScanSettings.self, from: JSONEncoder().encode(settings)) == settings)
    }

    // MARK: The log

    @Test func theLogHasAllThatAFaultIsReplayedFrom() throws {
        let log = "\(temporary.path)/device.log"
        _ = try run(ScanSettings(source: .adf, mode: .color, dpi: 60, paper: .a5, deviceOptions: ["ppl-loss": "3"]), log: log)
        let text = try String(contentsOfFile: log, encoding: .utf8)
        for part in [
            "sane_open(test:0) = GOOD", "resolution (fixed, dotsPerInch, 4 bytes, soft select + soft detect, 1.0…1200.0 step 1.0): ",
            "one of Flatbed | Automatic Document Feeder", "sane_control_option(source, Automatic Document Feeder) = GOOD",
            "reload options", "sane_control_option(ppl-loss, 3.0) = GOOD", "sane_start = GOOD", "sane_get_parameters = GOOD, format 1",
            "= EOF", "chosen: ", "run ended: ",
        ] { #expect(text.contains(part), "\(part)") }
        // Seconds and thousandths before every line.
        #expect(text.split(separator: "\n").allSatisfy { $0.prefix { $0 != " " }.contains(".") })
    }

    // MARK: Lies

    @Test(arguments: [
        (0, 10, 10), (10, 0, 10), (-5, 10, 10), (10, -10, 10), (10, 9, 10), (Int32.max, Int32.max, 10), (100, Int32.max, 10),
        (1 << 21, 1 << 21, 10),
    ] as [(Int32, Int32, Int32)])
    func aLineThatCannotBeIsNoFrame(width: Int32, bytesPerLine: Int32, lines: Int32) {
        var parameters = SANE_Parameters()
        parameters.format = SANE_FRAME_GRAY
        (parameters.depth, parameters.last_frame) = (8, SANE_TRUE)
        (parameters.pixels_per_line, parameters.bytes_per_line, parameters.lines) = (width, bytesPerLine, lines)
        #expect(Frame(parameters) == nil)
    }

    @Test(arguments: [(1, 1, true), (0, 1, false), (2480, 3508, true), (100_000, 100_000, false), (10, Int(Int32.max), false)])
    func aPageIsAsLargeAsPaperCanBe(width: Int, height: Int, isPlausible: Bool) {
        #expect(PageBuffer.isPlausible(PageFormat(width: width, height: height, mode: .color, dpi: 300)) == isPlausible)
    }
}
