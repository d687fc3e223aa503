import Reading
import Records
import Store
import Texts

/// What the scan desk would show before it finishes a dossier: pages with findings, blank sides nobody has judged, documents that
/// may start, pages that are not read.
struct OpenWork: Encodable {
    let findings: Int
    let blanks: Int
    let proposals: Int
    let unread: Int
    /// 1: a phiếu chuẩn bị was scanned and nobody has keyed it.
    let preparation: Int

    init(_ store: StationStore, _ dossier: DossierID) throws(StoreError) {
        let contents = try store.contents(dossier)
        preparation = try store.preparationSheet(of: dossier)?.isKeyed == false ? 1 : 0
        let pages = contents.pages.filter { $0.withheld == nil }
        findings = pages.map { $0.findings.count(where: \.code.isWarning) }.reduce(0, +)
        blanks = pages.count { $0.blank == .suspected || $0.blank == .doubtful }
        proposals = try DocumentStarts(store).find(contents).open.count
        unread = pages.count { ($0.ocr == .waiting || $0.ocr == .failed) && $0.blank != .confirmed }
    }

    /// nil: nothing is open.
    var words: Phrase? {
        guard findings + blanks + proposals + unread + preparation > 0 else { return nil }
        if preparation > 0, findings + blanks + proposals + unread == 0 { return Text.preparationWantedLine.phrase }
        return Text.openBeforeFinish.with([
            "findings": String(findings), "blanks": String(blanks), "proposals": String(proposals), "unread": String(unread),
        ])
    }
}

/// Something of a dossier is still open, and it was to be finished only if nothing is.
struct OpenWorkError: ReportableError {
    let message: Phrase

    /// nil: nothing is open.
    init?(_ open: OpenWork) {
        guard let words = open.words else { return nil }
        message = words
    }

    var code: String { "work_open" }
    var exitCode: ExitCode { .badData }
    var kept: Phrase { Text.nothingChanged.phrase }
    var todo: Phrase { Text.seeOpenWork.phrase }
}
