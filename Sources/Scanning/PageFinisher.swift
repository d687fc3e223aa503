import Codes
import Crypto
import Foundation
import Imaging
import Records

/// Turns complete pages into files on a thread of its own, so that the device never waits for an encoder or a disk.
///
/// Pages are finished in the order they are submitted. After the first page that cannot be written none is: a later page
/// must not be reported when one before it is lost.
///
/// `@unchecked Sendable`: the queue and what it came to are guarded by `condition`; the rest never changes.
final class PageFinisher: @unchecked Sendable {
    /// A page that was read completely.
    struct Job: Sendable {
        var start: PageStart
        var buffer: PageBuffer
        var grey: GreyImage
        var expecting = PageExpectations()
        var hopper: HopperState?
        var sourceName: String?
    }

    /// Pages that may wait: enough to smooth a slow flush, not enough to fill the memory.
    private static let longestQueue = 2
    /// A disk that takes longer over a page does not answer either: no more signs of life are sent for it.
    private static let longestWait = 120.0

    private let folder: String
    private let jpegQuality: Int
    private let secondsBetweenSigns: Double
    private let send: @Sendable (ScanEvent) -> Void
    private let condition = NSCondition()
    private var waiting: [Job] = []
    private var isBusy = false
    private var isClosed = false
    private var firstFault: ScanFault?
    private var lastHopper: HopperState?

    init(
        folder: String, jpegQuality: Int, secondsBetweenSigns: Double = 1, send: @escaping @Sendable (ScanEvent) -> Void
    ) {
        self.folder = folder
        self.jpegQuality = jpegQuality
        self.secondsBetweenSigns = secondsBetweenSigns
        self.send = send
        let thread = Thread { self.work() }
        // Encoders keep lines on the stack; the default of a secondary thread is half a megabyte.
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Takes a page; waits while the queue is full.
    func submit(_ job: Job) {
        condition.lock()
        defer { condition.unlock() }
        wait { waiting.count >= PageFinisher.longestQueue }
        waiting.append(job)
        condition.broadcast()
    }

    /// Why a page could not be stored, as soon as it is known.
    var fault: ScanFault? {
        condition.lock()
        defer { condition.unlock() }
        return firstFault
    }

    /// Waits until every page is finished, and ends the thread.
    /// - Returns: the first fault, and the tray as it was after the last page that was stored.
    func finish() -> (fault: ScanFault?, hopper: HopperState?) {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
        wait { isBusy || !waiting.isEmpty }
        return (firstFault, lastHopper)
    }

    /// Waits with `condition` locked, and says meanwhile that it is the disk that is slow: the thread that owns the device
    /// waits here and is in no driver's call, so that a device that hangs still falls silent.
    private func wait(while isNotYet: () -> Bool) {
        let giveUp = Date(timeIntervalSinceNow: PageFinisher.longestWait)
        while isNotYet() {
            let next = Date(timeIntervalSinceNow: secondsBetweenSigns)
            if condition.wait(until: next) || Date() > giveUp { continue }
            condition.unlock()
            send(.waiting)
            condition.lock()
        }
    }

    private func work() {
        while let job = next() {
            var fault = self.fault
            if fault == nil {
                do { send(.pageCaptured(try store(job))) } catch { fault = error }
            }
            if fault != nil {
                let start = job.start
                send(
                    .pageDiscarded(.init(page: start.page, sequence: start.sequence, sheetOrdinal: start.sheetOrdinal)))
            }
            done(job, fault: fault)
        }
    }

    private func next() -> Job? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty && !isClosed { condition.wait() }
        guard !waiting.isEmpty else { return nil }
        isBusy = true
        condition.broadcast()
        return waiting.removeFirst()
    }

    private func done(_ job: Job, fault: ScanFault?) {
        condition.lock()
        defer { condition.unlock() }
        isBusy = false
        firstFault = firstFault ?? fault
        if fault == nil { lastHopper = job.hopper }
        condition.broadcast()
    }

    private func store(_ job: Job) throws(ScanFault) -> CapturedPage {
        let start = job.start
        let grant = PageGrant(page: start.page, sequence: start.sequence)
        // Signs of life between the steps: the thread that owns the device may be in a slow call meanwhile.
        send(.waiting)
        let (data, format) = try encode(job)
        send(.waiting)
        let path = SpoolFile.pagePath(grant, in: folder)
        try SpoolFile.write(data, to: path, flush: true)
        send(.waiting)
        let page = job.buffer.format
        let facts = ImageFacts(
            width: page.width, height: job.buffer.rowCount, dpi: page.dpi, mode: page.mode, format: format,
            byteCount: data.count, sha256: SHA256.hash(data: data).hexadecimal)
        var examination = examine(job, facts)
        let code = examination.take(CodeReader.sheetCode(on: job.grey, of: facts))
        return CapturedPage(
            page: start.page, sequence: start.sequence, side: start.side, sheetOrdinal: start.sheetOrdinal,
            file: path, greyFile: storeGrey(job.grey, at: SpoolFile.greyPath(grant, in: folder)), facts: facts,
            findings: examination.findings, blank: examination.blank, fingerprint: examination.fingerprint?.bits ?? 0,
            code: code, hopper: job.hopper, sourceName: job.sourceName)
    }

    /// The page counts without its checks, which can be made again.
    private func examine(_ job: Job, _ facts: ImageFacts) -> PageExamination {
        do {
            return try PageChecks.examine(grey: job.grey, facts: facts, expecting: job.expecting)
        } catch {
            CallLog.write("checks of \(job.start.page): \(error)")
            return PageExamination(findings: [], blank: .notBlank, skew: nil, fingerprint: nil)
        }
    }

    /// JPEG, or PNG for one bit, where JPEG would be larger and worse.
    private func encode(_ job: Job) throws(ScanFault) -> (Data, ImageFormat) {
        let buffer = job.buffer
        let page = buffer.format
        do {
            if page.mode == .lineart {
                let image = try Image(
                    rows: buffer.rows(), width: page.width, height: buffer.rowCount, bytesPerLine: buffer.bytesPerLine,
                    dpi: page.dpi, mode: page.mode)
                return (try image.encoded(as: .png), .png)
            }
            let data = try Image.encodedJPEG(
                rows: buffer.rows(), width: page.width, height: buffer.rowCount, bytesPerLine: buffer.bytesPerLine,
                dpi: page.dpi, mode: page.mode, quality: jpegQuality)
            return (data, .jpeg)
        } catch {
            CallLog.write("encode \(job.start.page): \(error)")
            throw .cannotEncode(page: job.start.page)
        }
    }

    /// The page counts without its small copy, which can be made again.
    private func storeGrey(_ grey: GreyImage, at path: String) -> String? {
        do {
            try SpoolFile.write(try grey.encoded(), to: path, flush: false)
            return path
        } catch {
            CallLog.write("grey copy \(path): \(error)")
            return nil
        }
    }
}
