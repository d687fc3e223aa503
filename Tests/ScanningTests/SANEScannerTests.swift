import Foundation
import Imaging
import Records
import Testing

@testable import Scanning

/// Debian's `test` and `pnm` backends, which simulate devices behind the real SANE interface.
@Suite struct SANEScannerTests {
    private let temporary: TemporaryFolder
    private let spool: String
    private let environment: [String: String]

    init() throws {
        temporary = try TemporaryFolder()
        spool = try temporary.folder("spool")
        try temporary.write("test\npnm\n", to: "dll.conf")
        // Without it the backend is smaller than a sheet of A4.
        try temporary.write("number_of_devices 1\ngeometry_max 400.0\ngeometry_quant 1.0\n", to: "test.conf")
        environment = ["SANE_CONFIG_DIR": temporary.path]
    }

    private func order(
        _ source: ScanSource? = nil, device: String = "sane:test:0", mode: ColorMode = .gray, dpi: Int = 40,
        max: Int? = nil,
        options: [String: String] = [:]
    ) -> ScanOrder {
        ScanOrder(
            device: device, settings: ScanSettings(source: source, mode: mode, dpi: dpi, deviceOptions: options), maxPages: max,
            spoolFolder: spool, previewWidth: 100)
    }

    private func run(_ order: ScanOrder) throws -> RunRecord {
        try WorkerSession(environment: environment).run(order)
    }

    private func onlyPage(_ order: ScanOrder) throws -> CapturedPage {
        let record = try run(order)
        guard record.captured.count == 1 else { throw Unexpected("\(record)") }
        return record.captured[0]
    }

    // MARK: Feeder and glass

    @Test func scansAFeederUntilItIsEmpty() throws {
        let record = try run(order(.adf))
        #expect(record.sheets == "1f 2f 3f 4f 5f 6f 7f 8f 9f 10f")
        #expect(record.end == RunEnd(reason: .empty))
        #expect(record.opened?.1.sourceName == "Automatic Document Feeder")
        #expect(record.opened?.1.source == .adf)
        #expect(record.captured.allSatisfy { $0.sourceName == "Automatic Document Feeder" && $0.hopper == nil })
    }

    /// Each of these calls may be silent for as long as a lamp takes to warm up.
    @Test func saysWhatItWaitsForBeforeEveryCallThatMayTakeLong() throws {
        let record = try run(order(.adf, max: 3))
        #expect(record.waits == [.opening, .warmingUp, .nextSheet, .nextSheet])
    }

    @Test func theFeederCanBeScannedAgain() throws {
        let worker = try WorkerSession(environment: environment)
        #expect(try worker.run(order(.adf, max: 3)).end == RunEnd(reason: .max))
        #expect(try WorkerSession(environment: environment).run(order(.adf)).captured.count == 10)
    }

    @Test func aGlassHasOnePageUnlessMoreAreOrdered() throws {
        let record = try run(order(.flatbed))
        #expect(record.captured.count == 1)
        #expect(record.end == RunEnd(reason: .max))
        #expect(try run(order(.flatbed, max: 2)).captured.count == 2)
    }

    @Test func withoutASourceTheDevicesOwnIsTaken() throws {
        #expect(try run(order()).opened?.1.source == .flatbed)
    }

    @Test func aSourceTheDeviceLacksNamesWhatItHas() throws {
        let fault = try run(order(.duplex)).end?.fault
        #expect(fault == .noSuchSource(asked: .duplex, offered: ["Flatbed", "Automatic Document Feeder"]))
        #expect(fault?.exitCode == .usage)
        #expect(fault?.message(.en).contains("Flatbed, Automatic Document Feeder") == true)
    }

    // MARK: What the device chooses

    @Test func asksForA4() throws {
        let facts = try onlyPage(order(dpi: 100)).facts
        #expect(facts.width == 826 && facts.height == 1169)
        #expect(facts.dpi == 100)
    }

    @Test func takesTheWholeOfASmallerDevice() throws {
        try temporary.write("number_of_devices 1\ngeometry_max 150.0\ngeometry_quant 1.0\n", to: "test.conf")
        let facts = try onlyPage(order(dpi: 100)).facts
        #expect(facts.width == 590 && facts.height == 590)
    }

    @Test func reportsTheResolutionTheDeviceChose() throws {
        let page = try pnm(dpi: 290)
        #expect(page.facts.dpi == 285)
        #expect(try run(pnmOrder(dpi: 290)).opened?.1.unmet == [.resolution(asked: 290, got: 285)])
    }

    @Test(arguments: [(ColorMode.color, 8), (.gray, 8), (.lineart, 1)])
    func setsModeAndDepth(mode: ColorMode, depth: Int) throws {
        let record = try run(order(mode: mode))
        #expect(record.opened?.1.mode == mode)
        #expect(record.opened?.1.depth == depth)
        #expect(record.captured.map(\.facts.mode) == [mode])
    }

    @Test(arguments: [("no-such", "1"), ("test-picture", "Mona Lisa"), ("ppl-loss", "many"), ("read-delay", "perhaps")])
    func anOptionTheDeviceDoesNotTakeIsNamed(name: String, value: String) throws {
        let record = try run(order(options: [name: value]))
        #expect(record.end?.fault == .badOption(name: name, value: value))
    }

    @Test(arguments: [
        (ColorMode.gray, ["mode": "Color"], ColorMode.color, 8), (.gray, ["depth": "16"], .gray, 16),
        (.gray, ["depth": "1"], .lineart, 1), (.lineart, ["depth": "8"], .gray, 8),
    ])
    func whatAFurtherOptionChangedCounts(asked: ColorMode, options: [String: String], mode: ColorMode, depth: Int) throws {
        let record = try run(order(mode: asked, options: options))
        #expect(record.opened?.1.mode == mode)
        #expect(record.opened?.1.depth == depth)
        #expect(record.captured.map(\.facts.mode) == [mode])
    }

    @Test func aFurtherOptionMayChooseTheFeeder() throws {
        let record = try run(order(.flatbed, options: ["source": "Automatic Document Feeder", "resolution": "50"]))
        #expect(record.opened?.1.source == .adf)
        #expect(record.opened?.1.dpi == 50)
        #expect(record.captured.count == 10)
    }

    // MARK: The bytes of a page

    /// The pixels of a page of the colour pattern, delivered in another way.
    private func pattern(_ mode: ColorMode, _ options: [String: String] = [:]) throws -> [UInt8] {
        let page = try onlyPage(order(mode: mode, options: options.merging(["test-picture": "Color pattern"]) { $1 }))
        return try rows(of: page)
    }

    private func rows(of page: CapturedPage) throws -> [UInt8] {
        let image = try Image.decode(path: page.file)
        var rows = [UInt8](repeating: 0, count: image.mode.bytesPerLine(width: image.width) * image.height)
        rows.withUnsafeMutableBytes { image.copyRows(0..<image.height, to: $0) }
        return rows
    }

    @Test func smallReadsMakeTheSamePage() throws {
        #expect(try pattern(.color) == pattern(.color, ["read-limit": "yes", "read-limit-size": "1001"]))
    }

    @Test(arguments: ["RGB", "BGR", "GRB"])
    func threePassesMakeTheSamePage(passes: String) throws {
        #expect(try pattern(.color) == pattern(.color, ["three-pass": "yes", "three-pass-order": passes]))
    }

    @Test func pixelsMissingAtTheEndOfALineAreNoPicture() throws {
        let page = try onlyPage(order(mode: .gray, options: ["ppl-loss": "10", "test-picture": "Solid white"]))
        let whole = try onlyPage(order(mode: .gray, options: ["test-picture": "Solid white"]))
        #expect(page.facts.width == whole.facts.width - 10)
        #expect(page.facts.height == whole.facts.height)
        #expect(try rows(of: page).allSatisfy { $0 > 250 })
    }

    @Test(arguments: [ColorMode.color, .gray])
    func sixteenBitsBecomeEight(mode: ColorMode) throws {
        let white = try onlyPage(order(mode: mode, options: ["depth": "16", "test-picture": "Solid white"]))
        #expect(try rows(of: white).allSatisfy { $0 > 250 })
        let black = try onlyPage(order(mode: mode, options: ["depth": "16", "test-picture": "Solid black"]))
        #expect(try rows(of: black).allSatisfy { $0 < 5 })
        #expect(white.facts.width == black.facts.width)
    }

    @Test func oneBitKeepsBlackBlack() throws {
        let black = try onlyPage(order(mode: .lineart, options: ["test-picture": "Solid black"]))
        #expect(black.facts.format == .png)
        let image = try Image.decode(path: black.file).grey()
        #expect(image.pixels.allSatisfy { $0 == 0 })
    }

    @Test func aPageOfUnknownLengthHasWhatCame() throws {
        let record = try run(order(options: ["hand-scanner": "yes"]))
        #expect(record.started.map(\.height) == [nil])
        let page = try #require(record.captured.first)
        // The backend's hand scanner is 11 cm wide.
        #expect(page.facts.width == 173)
        #expect(page.facts.height > 100)
        #expect(!record.findings[0].contains(.cutShort))
    }

    @Test func aRealPageComesThroughUnchanged() throws {
        let page = try pnm(dpi: 100)
        #expect(page.facts.width == 64 && page.facts.height == 48)
        let rows = try rows(of: page)
        // JPEG at quality 92 keeps a slope within a few levels.
        for y in stride(from: 0, to: 48, by: 7) {
            for x in stride(from: 0, to: 64, by: 9) {
                let pixel = rows[3 * (y * 64 + x)..<3 * (y * 64 + x) + 3].map(Int.init)
                #expect(abs(pixel[0] - 4 * x) < 12 && abs(pixel[1] - 5 * y) < 12 && abs(pixel[2] - 128) < 12)
            }
        }
    }

    private func pnm(dpi: Int, _ options: [String: String] = [:]) throws -> CapturedPage {
        try onlyPage(pnmOrder(dpi: dpi, options))
    }

    private func pnmOrder(dpi: Int, _ options: [String: String] = [:]) throws -> ScanOrder {
        var file = Data("P6\n64 48\n255\n".utf8)
        for y in 0..<48 { for x in 0..<64 { file += [UInt8(4 * x), UInt8(5 * y), 128] } }
        try file.write(to: URL(fileURLWithPath: "\(temporary.path)/page.ppm"))
        return order(
            device: "pnm:0", mode: .color, dpi: dpi,
            options: options.merging(["filename": "\(temporary.path)/page.ppm"]) { $1 })
    }

    // MARK: Statuses

    @Test(arguments: [
        ("JAMMED", RunEnd(reason: .jam, fault: .jam(sheet: 1))),
        ("COVER_OPEN", RunEnd(reason: .coverOpen, fault: .coverOpen(sheet: 1))),
        ("NO_DOCS", RunEnd(reason: .error, fault: .feederEmpty)), ("CANCELLED", RunEnd(reason: .cancelled)),
        ("IO_ERROR", RunEnd(reason: .error, fault: .deviceError(sheet: 1))),
        ("EOF", RunEnd(reason: .error, fault: .deviceError(sheet: 1))),
        ("NO_MEM", RunEnd(reason: .error, fault: .outOfMemory)),
        ("ACCESS_DENIED", RunEnd(reason: .error, fault: .accessDenied(device: "test:0"))),
        ("DEVICE_BUSY", RunEnd(reason: .error, fault: .busy(device: "test:0"))),
        // What an unplugged device makes of a call it has taken before.
        ("INVAL", RunEnd(reason: .error, fault: .deviceError(sheet: 1))),
        ("UNSUPPORTED", RunEnd(reason: .error, fault: .refusedByDriver(call: "sane_read"))),
    ])
    func everyStatusOfAReadHasItsEnd(status: String, end: RunEnd) throws {
        let worker = try WorkerSession(environment: environment)
        let record = try worker.run(order(.adf, options: ["read-return-value": "SANE_STATUS_\(status)"]))
        #expect(record.end == end)
        #expect(record.captured.isEmpty)
        #expect(record.discarded.map(\.page) == record.started.map(\.page))
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool).isEmpty)
        // The next run has a worker of its own, as every run has: Debian's `test` backend may not come back from
        // `sane_cancel` when its reader was killed in the wrong moment, and the first worker ends itself then.
        let next = try WorkerSession(environment: environment).run(order(.adf, max: 1))
        #expect(next.captured.count == 1)
    }

    @Test(arguments: [
        ("status-jammed", ScanFault.jam(sheet: 1)), ("status-coveropen", .coverOpen(sheet: 1)),
        ("status-nodocs", .feederEmpty),
        ("status-ioerror", .deviceError(sheet: 1)), ("status-eof", .deviceError(sheet: 1)),
    ])
    func everyStatusOfAnotherDriverToo(option: String, fault: ScanFault) throws {
        #expect(try run(pnmOrder(dpi: 100, [option: "yes"])).end?.fault == fault)
    }

    // MARK: Stopping

    @Test func aSheetOfTheFeederIsReadToItsEnd() throws {
        let worker = try WorkerSession(environment: environment)
        let record = try worker.run(order(.adf)) { event in
            if case .pageStarted(let start) = event, start.sequence == 1 { try worker.send(.cancel) }
        }
        // The cancel may arrive when the sheet is done and the next one begun, but never cuts one.
        #expect(record.discarded.isEmpty)
        #expect(!record.captured.isEmpty && record.captured.count == record.started.count)
    }

    @Test func aPageOnTheGlassIsGivenUpAtOnce() throws {
        let slow = order(
            .flatbed, mode: .color, dpi: 300, options: ["read-delay": "yes", "read-delay-duration": "20000"])
        let worker = try WorkerSession(environment: environment)
        var isCancelled = false
        let record = try worker.run(slow) { event in
            if case .band = event, !isCancelled {
                isCancelled = true
                try worker.send(.cancel)
            }
        }
        #expect(record.end == RunEnd(reason: .cancelled))
        #expect(record.captured.isEmpty && record.discarded.count == 1)
    }

    @Test func aCancelledReadThatLooksCompleteIsDiscarded() throws {
        // Slow enough not to be over before the cancel arrives: 1 ms a buffer.
        let slow = order(.adf, mode: .color, dpi: 300, options: ["read-delay": "yes", "read-delay-duration": "20000"])
        let worker = try WorkerSession(environment: environment)
        var isCancelled = false
        let record = try worker.run(slow) { event in
            if case .band = event, !isCancelled {
                isCancelled = true
                for _ in 0..<2 { try worker.send(.cancel) }
            }
        }
        #expect(record.end == RunEnd(reason: .cancelled))
        #expect(record.captured.isEmpty)
        #expect(record.discarded.count == 1)
    }

    @Test func theWorkerEndsWithItsParentInTheMiddleOfAPage() throws {
        let slow = order(.adf, mode: .color, dpi: 300, options: ["read-delay": "yes", "read-delay-duration": "20000"])
        let worker = try WorkerSession(environment: environment)
        try worker.send(.start(slow))
        try worker.grant()
        while let event = try worker.next() { if case .band = event { break } }
        worker.process.closeInput()
        #expect(worker.process.wait(seconds: 10))
        #expect(worker.process.ending == .exited(0))
    }

    // MARK: Questions

    @Test func findsTheDevices() throws {
        let worker = try WorkerSession(environment: environment)
        try worker.send(.listDevices)
        guard case .devices(let devices, let fault) = try worker.next() else { throw Unexpected("no devices") }
        #expect(Set(devices.map(\.name)) == ["test:0", "pnm:0", "pnm:1"])
        #expect(devices.allSatisfy { $0.kind == .sane && $0.vendor == "Noname" })
        #expect(fault == nil)
    }

    @Test func describesADevice() throws {
        let worker = try WorkerSession(environment: environment)
        try worker.send(.describe(device: "test:0"))
        guard case .described(let description) = try worker.next() else { throw Unexpected("not described") }
        #expect(description.sources == [.adf, .flatbed, .manualDuplex])
    }

    @Test func aDeviceThatIsNotThereIsNamed() throws {
        let record = try run(order(device: "sane:test:77"))
        #expect(record.end?.fault == .cannotOpen(device: "test:77"))
        #expect(record.end?.fault?.exitCode == .unavailable)
    }
}
