import ArgumentParser
import Configuration
import Foundation
import Reading
import Records
import Station
import Store
import Texts

struct RecogniseCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "recognise", abstract: "Chạy hàng đợi OCR, không màn hình. (Run the OCR queue headless.)")
    @Option(help: "Số tiến trình OCR. (Workers.)") var workers: Int?
    @Flag(name: .customLong("until-idle"), help: "Kết thúc khi không còn trang chờ. (End when nothing waits.)") var untilIdle = false
    @Flag(name: .customLong("retry-failed"), help: "Đọc lại các trang lỗi. (Read failed pages again.)") var retryFailed = false
    @Option(help: "Đọc lại hồ sơ MÃ, chữ người sửa giữ nguyên. (Read a dossier again; corrected text stays.)") var again: String?
    @Option(help: "Với --again: chỉ trang thứ N. (With --again: page N only.)") var page: PageChoice?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let workers, !(1...64).contains(workers) { throw ValidationError("--workers 1…64") }
        if page != nil, again == nil { throw ValidationError("--page: --again MÃ") }
    }

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let output = Output(context)
        if retryFailed { try store.retryFailedJobs(by: context.actor(configuration)) }
        if let again { try readAgain(again, store, context, configuration, output) }
        let tally = Tally()
        let dispatcher = try ReadingDispatcher(
            store: store, launcher: context.launcher(store), settings: .init(configuration, workers: workers, by: context.actor(configuration)),
            logger: context.logger("reading", store)
        ) { event in
            let done = tally.count(event)
            if output.json { return }
            let waiting = (try? store.queueStatus()).map { $0.waiting + $0.running } ?? 0
            output.progress(Text.recogniseProgressLine.with(["done": String(done), "waiting": String(waiting)]))
        }
        let interrupts = Interrupts { dispatcher.stop() }
        defer { interrupts.end() }
        dispatcher.start(untilIdle: untilIdle)
        try await offMain { try dispatcher.join() }
        output.endProgress()
        let status = try store.queueStatus()
        let withheld = try store.countWithheld(among: tally.secret)
        if output.json {
            output.object([
                "done": tally.done, "failed": status.failed, "waiting": status.waiting + status.running, "turned": tally.turned,
                "withheld": withheld.pages,
            ])
        } else {
            output.line(Text.recogniseDoneLine.with([
                "done": String(tally.done), "failed": String(status.failed), "waiting": String(status.waiting + status.running),
            ]))
            if tally.turned > 0 { output.line(Text.recogniseTurnedLine.with(["turned": String(tally.turned)])) }
            if withheld.pages > 0 { output.line(Text.recogniseWithheldLine.with(["pages": String(withheld.pages)])) }
            for code in withheld.delivered { output.line(Text.recogniseRecallLine.with(["code": code])) }
        }
        if untilIdle, dispatcher.wasStopped, status.waiting + status.running > 0 { throw ExitCode.tryAgain }
    }
}

extension RecogniseCommand {
    private func readAgain(_ code: String, _ store: StationStore, _ context: Context, _ configuration: StationConfiguration, _ output: Output) throws {
        let contents = try store.contents(try store.dossier(try context.code(code)).id)
        let pages = try page.map { [try $0.page(in: contents).id] }
        let count = try store.readAgain(pages, of: contents.summary.id, by: context.actor(configuration))
        output.note(count == 0 ? Text.noneToBeReadAgain.phrase : Text.pagesWillBeReadAgain.with(["count": String(count)]))
    }
}

/// Counts pages as they are read.
///
/// `@unchecked Sendable`: guarded by `lock`.
private final class Tally: @unchecked Sendable {
    private let lock = NSLock()
    private var (read, upright, marked) = (0, 0, Set<PageID>())
    var done: Int { lock.withLock { read } }
    /// Of these, pages that lay sideways or upside down.
    var turned: Int { lock.withLock { upright } }
    /// Pages with a mark of secrecy.
    var secret: Set<PageID> { lock.withLock { marked } }

    func count(_ event: ReadingEvent) -> Int {
        lock.withLock {
            switch event {
            case .read(let page, _, _, let turned, let mark):
                read += 1
                if turned { upright += 1 }
                if mark != nil { marked.insert(page) }
            case .failed(let page, _, _, let mark), .workerDied(let page, _, let mark):
                if mark != nil { marked.insert(page) }
            }
            return read
        }
    }
}
