import Capture
import Records
import Store
import Synchronization
import Texts

/// What `watch` says: to scripts a line for each event, to people what they have to know.
final class WatchReport: Sendable {
    private let output: Output
    private let counts = Mutex(Counts())

    private struct Counts {
        var files = 0
        var pages = 0
        var refused = 0
        var refusedCode: ExitCode?
    }

    init(_ context: Context, _ store: StationStore) { output = Output(context) }

    /// Of the first file that was refused.
    var refusedCode: ExitCode? { counts.withLock { $0.refusedCode } }

    func begin(_ folder: String) { output.note(Text.watchBeganLine.with(["path": folder])) }

    func page(_ page: StoredPage, file: String, of dossier: DossierSummary, sheet: Int) {
        if page.separation == nil { counts.withLock { $0.pages += 1 } }
        if output.json { return output.object(PageEvent(page, dossier: dossier.code, sheet: sheet, file: file)) }
        output.progress(Text.scanProgressLine.with(["sheet": String(sheet), "page": String(page.sequence)]))
        if let said = page.separation?.phrase(output.language) { output.note(said) }
    }

    func taken(_ file: String, pages: Int, duplicates: Int, _ dossier: DossierSummary) {
        counts.withLock { $0.files += 1 }
        if output.json { return output.object(FileEvent(file: file, dossier: dossier.code.text, pages: pages, duplicates: duplicates)) }
        output.endProgress()
        output.line(Text.watchFileLine.with(["file": file, "pages": String(pages), "code": dossier.code.text]))
        if duplicates > 0 { output.note(Text.watchDuplicatesLine.with(["file": file, "count": String(duplicates)])) }
    }

    func refused(_ file: String, _ error: RefusedIncoming) {
        counts.withLock { counts in
            counts.refused += 1
            counts.refusedCode = counts.refusedCode ?? error.exitCode
        }
        output.endProgress()
        guard output.json else { return output.tell(error) }
        output.object(RefusedEvent(file: file, pages: error.pages, error: ErrorJSON.Inner(error, output.language)))
    }

    /// What is left where it is.
    func waiting(_ file: String, _ reason: String, _ message: Phrase) {
        output.endProgress()
        if output.json { return output.object(WaitingEvent(file: file, reason: reason, message: message(output.language))) }
        output.note(Text.watchWaitingLine.with(["file": file, "reason": message(output.language)]))
    }

    func end() {
        let counts = counts.withLock { $0 }
        output.endProgress()
        if output.json { return output.object(EndEvent(files: counts.files, pages: counts.pages, refused: counts.refused)) }
        output.line(Text.watchDoneLine.with([
            "files": String(counts.files), "pages": String(counts.pages), "refused": String(counts.refused),
        ]))
    }

    private struct FileEvent: Encodable {
        let event = "file"
        let file: String
        let dossier: String
        let pages: Int
        let duplicates: Int
    }

    private struct RefusedEvent: Encodable {
        let event = "refused"
        let file: String
        /// Entered before it went wrong.
        let pages: Int
        let error: ErrorJSON.Inner
    }

    private struct WaitingEvent: Encodable {
        let event = "waiting"
        let file: String
        let reason: String
        let message: String
    }

    private struct EndEvent: Encodable {
        let event = "end"
        let files: Int
        let pages: Int
        let refused: Int
    }
}
