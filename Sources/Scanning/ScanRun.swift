import Foundation
import Imaging
import Records
import Texts
import Workers

/// One run of a device: pages in, events out, in the order of the paper.
///
/// Runs on the thread that owns the device. A page that is complete goes to the finisher; one under way when the run
/// stops is discarded, because nobody could tell later how much of it is missing. A cancel stops between two sheets.
final class ScanRun {
    private let order: ScanOrder
    private let scanner: any Scanner
    private let control: RunControl
    private let send: @Sendable (ScanEvent) -> Void
    private let finisher: PageFinisher
    /// The tray before the first page.
    private let fullTray: HopperState?
    private var pageCount = 0
    private var sourceName: String?
    private var isFeeder = false
    /// What pages are checked for; the height is each page's own.
    private var expecting = PageExpectations()

    /// A scanner may lower its glass or throw a sheet out first.
    private static let secondsToClose = 8.0

    init(
        order: ScanOrder, scanner: any Scanner, control: RunControl, send: @escaping @Sendable (ScanEvent) -> Void
    ) {
        self.order = order
        self.scanner = scanner
        self.control = control
        self.send = send
        fullTray = scanner.hopper
        finisher = PageFinisher(folder: order.spoolFolder, jpegQuality: order.settings.jpegQuality, send: send)
    }

    /// Runs to the end, and reports it.
    func perform() {
        let ending = scan()
        let (finisher, fullTray, send) = (finisher, fullTray, send)
        let report: @Sendable () -> Void = {
            let end = ScanRun.merge(ending, stored: finisher.finish(), fullTray: fullTray)
            CallLog.write("run ended: \(end)")
            send(.ended(end))
        }
        // Drivers that end their own thread by force have been seen to block for ever in the attempt. The pages and the
        // end of the run are reported all the same; then the process goes, for this thread will not come back.
        let watchdog = Watchdog {
            CallLog.write("the device does not close")
            report()
            _exit(ExitCode.unavailable.rawValue)
        }
        watchdog.expectWord(within: ScanRun.secondsToClose)
        scanner.close()
        guard watchdog.heard() else { return Thread.sleep(until: .distantFuture) }
        report()
    }

    /// The paper of pages that could not be stored has to be laid back.
    private static func merge(
        _ ending: RunEnd, stored: (fault: ScanFault?, hopper: HopperState?), fullTray: HopperState?
    ) -> RunEnd {
        guard let lost = stored.fault else { return ending }
        return RunEnd(reason: .error, fault: lost, hopper: stored.hopper ?? fullTray)
    }

    private func scan() -> RunEnd {
        var counter = SheetCounter(duplex: false)
        do throws(DeviceTrouble) {
            let opened = try scanner.open()
            send(.opened(opened.description, chosen: opened.chosen))
            sourceName = opened.chosen.sourceName
            isFeeder = opened.pagesWithoutLimit == nil
            expecting = ScanRun.expectations(of: order.settings, chosen: opened.chosen)
            counter = SheetCounter(duplex: opened.chosen.duplex, startsOnBack: opened.startsOnBack)
            let limit = order.maxPages ?? opened.pagesWithoutLimit ?? Int.max
            while pageCount < limit {
                guard !control.mustStop, finisher.fault == nil else { throw .cancelled }
                guard let format = try scanner.nextPage(), try scanPage(format, at: counter) else {
                    return end(pageCount == 0 ? .error : .empty, pageCount == 0 ? .feederEmpty : nil)
                }
                pageCount += 1
                counter.advance()
                if counter.side == .front { control.endSheet() }
            }
            return end(.max)
        } catch {
            guard let fault = error.fault(sheet: counter.sheet) else { return end(.cancelled) }
            return end(fault.stopReason, fault)
        }
    }

    private func end(_ reason: StopReason, _ fault: ScanFault? = nil) -> RunEnd {
        RunEnd(reason: reason, fault: fault, hopper: scanner.hopper)
    }

    /// False when the device had no page after all.
    private func scanPage(_ format: PageFormat, at counter: SheetCounter) throws(DeviceTrouble) -> Bool {
        guard PageBuffer.isPlausible(format) else { throw .absurdImage }
        guard let buffer = PageBuffer(format: format) else { throw .fault(.outOfMemory) }
        guard let grant = control.nextGrant(ofFeeder: isFeeder) else { throw .cancelled }
        let start = PageStart(
            page: grant.page, sequence: grant.sequence, side: counter.side, sheetOrdinal: counter.sheet,
            width: format.width, height: format.height)
        send(.pageStarted(start))
        var preview = PagePreview(
            page: grant.page, format: format, previewWidth: order.previewWidth, greyDpi: PageChecks.greyDPI)
        do throws(DeviceTrouble) {
            guard try read(into: buffer, preview: &preview) else {
                discard(start)
                return false
            }
        } catch {
            discard(start)
            throw error
        }
        var expecting = expecting
        expecting.height = format.height
        finisher.submit(
            .init(
                start: start, buffer: buffer, grey: preview.finish(), expecting: expecting, hopper: scanner.hopper,
                sourceName: sourceName))
        return true
    }

    /// A page should have the size of the paper that was asked, or of as much of it as the device said it takes in. On all
    /// of the glass lies anything.
    static func expectations(of settings: ScanSettings, chosen: ChosenSettings) -> PageExpectations {
        let isCut = chosen.unmet.contains { if case .paper = $0 { true } else { false } }
        return PageExpectations(
            leastDPI: settings.dpiFloor, paper: settings.paper?.size.map { isCut ? chosen.area ?? $0 : $0 })
    }

    /// Reads to the end of the page. False when there is none.
    private func read(into buffer: PageBuffer, preview: inout PagePreview) throws(DeviceTrouble) -> Bool {
        while true {
            let first = buffer.rowCount
            let step = try scanner.read(into: buffer)
            if step == .noPage { return false }
            preview.add(buffer.rows(from: first))
            if let band = preview.nextBand(atEnd: step == .end) { send(.band(band)) }
            if step == .end { break }
            // Not after the last row: a page that is all there is kept, whenever the cancel was asked.
            guard !control.mustStop, finisher.fault == nil else { throw .cancelled }
        }
        if buffer.rowCount == 0 { throw .connectionLost }
        // Drivers may end a cancelled read as if the page were complete.
        if control.mustStop, buffer.format.height == nil || buffer.missingShare != nil { throw .cancelled }
        return true
    }

    private func discard(_ start: PageStart) {
        send(.pageDiscarded(.init(page: start.page, sequence: start.sequence, sheetOrdinal: start.sheetOrdinal)))
    }
}
