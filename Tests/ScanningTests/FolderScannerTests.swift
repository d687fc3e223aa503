import Foundation
import Imaging
import Records
import Testing

@testable import Scanning

@Suite struct FolderScannerTests {
    private let temporary: TemporaryFolder
    private let images: String
    private let spool: String

    init() throws {
        temporary = try TemporaryFolder()
        images = try temporary.folder("images")
        spool = try temporary.folder("spool")
    }

    private func order(
        _ source: ScanSource? = nil, mode: ColorMode = .color, max: Int? = nil, hopper: HopperState? = nil,
        restart: Bool = false
    ) -> ScanOrder {
        ScanOrder(
            device: "folder:\(images)", settings: ScanSettings(source: source, mode: mode), maxPages: max,
            spoolFolder: spool, previewWidth: 30, hopper: hopper, restart: restart)
    }

    private func plan(_ text: String) throws { try temporary.write(text, to: "images/faults.toml") }

    private func numbers(_ record: RunRecord) throws -> [Int] {
        try record.captured.map { try Samples.number(of: $0.file) }
    }

    // MARK: Pages

    @Test func takesImagesInNaturalOrderAsSidesOfSheets() throws {
        try Samples.feeder(11, in: images)
        let record = try WorkerSession().run(order())
        #expect(try numbers(record) == Array(1...11))
        #expect(record.sheets == "1f 1b 2f 2b 3f 3b 4f 4b 5f 5b 6f")
        #expect(record.end == RunEnd(reason: .empty, hopper: HopperState(fedImages: 11)))
        #expect(record.captured.map(\.sequence) == Array(1...11))
        #expect(record.captured.map(\.page) == (1...11).map(WorkerSession.page))
    }

    @Test func everyImageIsAFrontWithTheFeederForOneSide() throws {
        try Samples.feeder(3, in: images)
        let record = try WorkerSession().run(order(.adf))
        #expect(record.sheets == "1f 2f 3f")
        #expect(record.opened?.1.duplex == false)
        #expect(record.opened?.1.dpi == 100)
    }

    @Test func reportsWhatItStored() throws {
        try Samples.feeder(1, in: images)
        let record = try WorkerSession().run(order())
        let page = try #require(record.captured.first)
        #expect(page.file == "\(spool)/\(page.page).part")
        let data = try #require(FileManager.default.contents(atPath: page.file))
        let header = try ImageHeader.read(data)
        #expect(header.format == .jpeg && page.facts.format == .jpeg)
        #expect(header.width == Samples.width && page.facts.width == Samples.width)
        #expect(header.height == Samples.height && page.facts.height == Samples.height)
        #expect(header.dpi == 100 && page.facts.dpi == 100)
        #expect(page.facts.mode == .gray)
        #expect(page.facts.byteCount == data.count)
        #expect(page.facts.sha256.count == 64)
        let greyFile = try #require(page.greyFile)
        let grey = try GreyImage.decode(try #require(FileManager.default.contents(atPath: greyFile)))
        #expect(grey.width == Samples.width)
    }

    @Test func bandsBuildUpTheWholePreview() throws {
        try Samples.feeder(1, in: images)
        let record = try WorkerSession().run(order())
        #expect(record.bands.count >= 8)
        var nextRow = 0
        for band in record.bands {
            #expect(band.firstRow == nextRow)
            #expect(band.width == 30)
            nextRow += band.pixels.count / band.width
        }
        #expect(nextRow == Samples.height / 3)
        #expect(record.bands.allSatisfy { $0.pixels.allSatisfy { abs(Int($0) - 10) < 3 } })
    }

    @Test(arguments: [
        (ColorMode.color, ColorMode.color, ImageFormat.jpeg), (.gray, .gray, .jpeg), (.lineart, .lineart, .png),
    ])
    func leavesOutColourAsOrdered(asked: ColorMode, stored: ColorMode, format: ImageFormat) throws {
        try Samples.write(Samples.page(tone: 40, mode: .color), as: .png, to: "\(images)/a.png")
        let record = try WorkerSession().run(order(mode: asked))
        let page = try #require(record.captured.first)
        #expect(page.facts.mode == stored)
        #expect(page.facts.format == format)
        #expect(try Image.decode(path: page.file).mode == stored)
    }

    @Test(arguments: [(1, 1), (3, 5), (3000, 1), (1, 3000)])
    func takesAnImageOfAnyShape(width: Int, height: Int) throws {
        let rows = [UInt8](repeating: 90, count: 3 * width * height)
        let image = try rows.withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: 3 * width, dpi: 0, mode: .color)
        }
        try Samples.write(image, as: .png, to: "\(images)/a.png")
        let record = try WorkerSession().run(order())
        #expect(record.captured.map(\.facts.width) == [width])
        #expect(record.captured.map(\.facts.height) == [height])
        // A file that does not say is taken to be what was ordered.
        #expect(record.captured.map(\.facts.dpi) == [300])
    }

    @Test func ignoresWhatIsNoImage() throws {
        try Samples.feeder(2, in: images)
        try temporary.write("x", to: "images/.hidden.jpg")
        try temporary.write("x", to: "images/notes.txt")
        #expect(try WorkerSession().run(order()).captured.count == 2)
    }

    // MARK: The tray

    @Test func theNextRunGoesOnWhereTheLastStopped() throws {
        try Samples.feeder(5, in: images)
        let worker = try WorkerSession()
        let first = try worker.run(order(max: 2))
        #expect(first.end == RunEnd(reason: .max, hopper: HopperState(fedImages: 2)))
        let second = try worker.run(order(hopper: first.hopper))
        #expect(try numbers(second) == [3, 4, 5])
        #expect(second.sheets == "1f 1b 2f")
        let third = try worker.run(order(hopper: second.hopper))
        #expect(third.end == RunEnd(reason: .error, fault: .feederEmpty, hopper: HopperState(fedImages: 5)))
        let again = try worker.run(order(max: 1, hopper: third.hopper, restart: true))
        #expect(try numbers(again) == [1])
    }

    @Test func aRunThatStartsWithABackSaysSo() throws {
        try Samples.feeder(4, in: images)
        let record = try WorkerSession().run(order(hopper: HopperState(fedImages: 1)))
        #expect(record.sheets == "0b 1f 1b")
        #expect(record.started.map(\.sheetOrdinal) == [0, 1, 1])
        #expect(record.captured.map(\.sheetOrdinal) == [0, 1, 1])
    }

    @Test func anEmptyFolderIsAnEmptyFeeder() throws {
        let record = try WorkerSession().run(order())
        #expect(record.end == RunEnd(reason: .error, fault: .feederEmpty, hopper: HopperState()))
        #expect(record.end?.fault?.exitCode == .missingInput)
        #expect(record.started.isEmpty)
    }

    @Test func aMissingFolderIsMissingInput() throws {
        let record = try WorkerSession().run(
            ScanOrder(device: "folder:\(images)/none", settings: ScanSettings(), spoolFolder: spool))
        #expect(record.end?.fault == .folderMissing(path: "\(images)/none"))
    }

    @Test func aDamagedImageIsNamedAndItsPlaceKept() throws {
        try Samples.feeder(3, in: images)
        try temporary.write("not an image", to: "images/p2.png")
        let record = try WorkerSession().run(order())
        #expect(try numbers(record) == [1])
        #expect(
            record.end
                == RunEnd(
                    reason: .error, fault: .damagedImage(file: "\(images)/p2.png"), hopper: HopperState(fedImages: 1)))
    }

    @Test func aFolderHasNoGlass() throws {
        try Samples.feeder(1, in: images)
        let record = try WorkerSession().run(order(.flatbed))
        #expect(record.end?.fault == .noSuchSource(asked: .flatbed, offered: ["duplex", "adf", "manual-duplex"]))
    }

    // MARK: Faults

    @Test(arguments: [
        ("jam_at", StopReason.jam, ScanFault.jam(sheet: 3)), ("cover_open_at", .coverOpen, .coverOpen(sheet: 3)),
        ("error_at", .error, .deviceError(sheet: 3)),
    ])
    func aFaultStopsBeforeItsSheetAndOnce(key: String, reason: StopReason, fault: ScanFault) throws {
        try Samples.feeder(8, in: images)
        try plan("\(key) = 3")
        let worker = try WorkerSession()
        let first = try worker.run(order())
        #expect(first.sheets == "1f 1b 2f 2b")
        #expect(first.end == RunEnd(reason: reason, fault: fault, hopper: HopperState(fedImages: 4, faultedSheet: 3)))
        let second = try worker.run(order(hopper: first.hopper))
        #expect(try numbers(second) == [5, 6, 7, 8])
        #expect(second.end == RunEnd(reason: .empty, hopper: HopperState(fedImages: 8)))
        let restarted = try worker.run(order(hopper: second.hopper, restart: true))
        #expect(restarted.end?.fault == fault)
    }

    @Test func severalFaultsFireOneARun() throws {
        try Samples.feeder(4, in: images)
        try plan("jam_at = [1, 3]")
        let worker = try WorkerSession()
        let first = try worker.run(order(.adf))
        #expect(first.end?.fault == .jam(sheet: 1))
        let second = try worker.run(order(.adf, hopper: first.hopper))
        #expect(try numbers(second) == [1, 2])
        #expect(second.end?.fault == .jam(sheet: 3))
        let third = try worker.run(order(.adf, hopper: second.hopper))
        #expect(try numbers(third) == [3, 4])
    }

    @Test func aHangBlocksTheWorkerAndTheTrayIsKnown() throws {
        try Samples.feeder(4, in: images)
        try plan("hang_at = 2")
        let worker = try WorkerSession()
        try worker.send(.start(order()))
        try worker.grant()
        try worker.grant()
        var record = RunRecord()
        while record.hopper?.faultedSheet == nil {
            guard let event = try worker.next() else { break }
            record.take(event)
        }
        // The fault is announced on the reading thread; pages before it may still be on their way.
        while record.captured.count < 2, let event = try worker.next() { record.take(event) }
        // A hang does not even hear a cancel: only a signal helps.
        try worker.send(.cancel)
        worker.process.signal(SIGKILL)
        while let event = try worker.next() { record.take(event) }
        #expect(record.end == nil)
        #expect(worker.process.wait(seconds: 10))
        let next = try WorkerSession().run(order(hopper: HopperState(fedImages: 2, faultedSheet: 2)))
        #expect(try numbers(next) == [3, 4])
    }

    @Test func aCrashLosesNoPageBeforeIt() throws {
        try Samples.feeder(4, in: images)
        try plan("crash_at = 2")
        let worker = try WorkerSession()
        let record = try worker.run(order())
        #expect(record.end == nil)
        #expect(worker.process.wait(seconds: 10))
        #expect(worker.process.ending == .signalled(SIGKILL))
        #expect(record.hopper?.faultedSheet == 2)
    }

    @Test func aPageCutShortIsKeptAndMarked() throws {
        try Samples.feeder(2, in: images)
        try plan("cut_short_at = 1")
        let record = try WorkerSession().run(order())
        #expect(record.captured.map(\.facts.height) == [Samples.height * 3 / 5, Samples.height])
        #expect(record.captured[0].findings.first { $0.code == .cutShort }?.value == 0.4)
        #expect(!record.findings[1].contains(.cutShort))
    }

    @Test func aPageWhoseRestIsFlatIsKeptAndMarked() throws {
        // Paper has grain: only the part a driver fills up is flat.
        var rows = [UInt8](repeating: 0, count: 400 * 500)
        for index in rows.indices { rows[index] = UInt8(200 + index * 7919 % 41) }
        let image = try rows.withUnsafeBytes {
            try Image(rows: $0, width: 400, height: 500, bytesPerLine: 400, dpi: 100, mode: .gray)
        }
        for name in ["1", "2"] { try Samples.write(image, as: .png, to: "\(images)/\(name).png") }
        try plan("flat_rest_at = 1")
        let record = try WorkerSession().run(order(.adf))
        #expect(record.captured.map(\.facts.height) == [500, 500])
        let share = try #require(record.captured[0].findings.first { $0.code == .flatRest }?.value)
        #expect(abs(share - 0.4) < 0.02)
        #expect(!record.findings[1].contains(.flatRest))
    }

    @Test func aDoubleFeedLosesASheetUnseen() throws {
        try Samples.feeder(6, in: images)
        try plan("double_feed_at = 1")
        let record = try WorkerSession().run(order())
        #expect(try numbers(record) == [1, 2, 5, 6])
        #expect(record.sheets == "1f 1b 2f 2b")
    }

    @Test func aBusyDeviceShowsThatItLives() throws {
        try Samples.feeder(1, in: images)
        try plan("busy_ms = 20")
        var waitsBeforeOpening = 0
        let record = try WorkerSession().run(order()) { event in
            switch event {
            case .busy(let wait):
                #expect(wait == .occupied)
                waitsBeforeOpening += 1
            case .opened: #expect(waitsBeforeOpening == 1)
            default: break
            }
        }
        #expect(record.captured.count == 1)
    }

    @Test func saysWhatItWaitsForBeforeItFallsSilent() throws {
        try Samples.feeder(5, in: images)
        try plan("start_ms = 1")
        let record = try WorkerSession().run(order())
        #expect(record.waits == [.warmingUp, .nextSheet, .nextSheet])
        #expect(record.captured.count == 5)
    }

    @Test(arguments: [
        ("jam_at = ", FaultPlanProblem.syntax(line: 1, what: "")),
        ("jam_at = \"7\"", .badValue(key: "jam_at", range: "1…1000000")),
        ("hang_at = 0", .badValue(key: "hang_at", range: "1…1000000")), ("jamat = 7", .unknownKey("jamat")),
        ("jam_at = [1, true]", .badValue(key: "jam_at", range: "1…1000000")),
    ])
    func aMalformedFaultPlanIsAConfigurationError(text: String, problem: FaultPlanProblem) throws {
        try Samples.feeder(1, in: images)
        try plan(text)
        let record = try WorkerSession().run(order())
        let fault = try #require(record.end?.fault)
        guard case .badFaultPlan(_, let found) = fault else { throw Unexpected("\(fault)") }
        if case .syntax(let line, _) = found, case .syntax(let wanted, _) = problem {
            #expect(line == wanted)
        } else {
            #expect(found == problem)
        }
        #expect(fault.exitCode == .configuration)
    }

    // MARK: Stopping

    /// A run of slow pages that is cancelled at the first rows of `page`.
    private func cancelledRun(_ source: ScanSource, page: Int, times: Int, on worker: WorkerSession) throws -> RunRecord {
        try Samples.feeder(6, in: images)
        try plan("slow_ms_per_page = 400")
        var isCancelled = false
        return try worker.run(order(source)) { event in
            if case .band(let band) = event, band.page == WorkerSession.page(page), !isCancelled {
                isCancelled = true
                for _ in 0..<times { try worker.send(.cancel) }
            }
        }
    }

    @Test(arguments: [
        (ScanSource.duplex, 1, "1f 1b"), (.duplex, 2, "1f 1b"), (.duplex, 3, "1f 1b 2f 2b"), (.adf, 2, "1f 2f"),
    ])
    func aCancelStopsBetweenSheets(source: ScanSource, page: Int, sheets: String) throws {
        let record = try cancelledRun(source, page: page, times: 1, on: WorkerSession())
        #expect(record.sheets == sheets)
        #expect(record.discarded.isEmpty)
        #expect(record.end == RunEnd(reason: .cancelled, hopper: HopperState(fedImages: record.captured.count)))
    }

    @Test func aSecondCancelDiscardsThePageUnderWay() throws {
        let worker = try WorkerSession()
        let record = try cancelledRun(.duplex, page: 2, times: 2, on: worker)
        #expect(try numbers(record) == [1])
        #expect(record.discarded.map(\.page) == [WorkerSession.page(2)])
        #expect(record.end == RunEnd(reason: .cancelled, hopper: HopperState(fedImages: 1)))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: spool).allSatisfy {
                $0.hasPrefix("\(WorkerSession.page(1))")
            })
        // The worker is ready for the next run.
        let next = try worker.run(order(max: 1, hopper: record.hopper))
        #expect(try numbers(next) == [2])
        #expect(next.sheets == "0b")
    }

    @Test func noPageIsReadBeforeItsGrant() throws {
        try Samples.feeder(2, in: images)
        let worker = try WorkerSession()
        try worker.send(.start(order()))
        guard case .opened = try worker.next() else { throw Unexpected("not opened") }
        // Without a grant nothing comes, so that a cancel is answered at once.
        try worker.send(.cancel)
        guard case .ended(let end) = try worker.next() else { throw Unexpected("not ended") }
        #expect(end == RunEnd(reason: .cancelled, hopper: HopperState()))
    }

    @Test func aSpoolThatCannotBeWrittenStopsTheRunAndKeepsThePaper() throws {
        try Samples.feeder(4, in: images)
        var order = order()
        order.spoolFolder = "\(spool)/none"
        let record = try WorkerSession().run(order)
        #expect(record.captured.isEmpty)
        #expect(!record.discarded.isEmpty && record.discarded.count == record.started.count)
        guard case .cannotWrite(_, let code) = record.end?.fault else {
            throw Unexpected("\(String(describing: record.end))")
        }
        #expect(code == ENOENT)
        #expect(record.end?.fault?.exitCode == .inputOutput)
        #expect(record.hopper == HopperState())
    }

    @Test func describesItself() throws {
        let worker = try WorkerSession()
        try worker.send(.describe(device: "folder:\(images)"))
        guard case .described(let description) = try worker.next() else { throw Unexpected("not described") }
        #expect(description == .folder(path: images))
        try worker.send(.describe(device: "folder:\(images)/none"))
        guard case .refused(let fault) = try worker.next() else { throw Unexpected("not refused") }
        #expect(fault == .folderMissing(path: "\(images)/none"))
    }
}
