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

    init(_ contents: DossierContents, _ starts: DocumentFindings, isPreparationKeyed: Bool) {
        preparation = isPreparationKeyed ? 0 : 1
        let pages = contents.pages.filter { $0.withheld == nil }
        findings = pages.map { $0.findings.count(where: \.code.isWarning) }.reduce(0, +)
        blanks = pages.count { $0.blank == .suspected || $0.blank == .doubtful }
        proposals = starts.open.count
        unread = pages.count { $0.ocr == .waiting && $0.blank != .confirmed }
    }

    /// nil: nothing is open. That pages are unread is not, by itself: OCR goes on behind.
    var words: Phrase? {
        guard findings + blanks + proposals + preparation > 0 else { return nil }
        if preparation > 0, findings + blanks + proposals == 0 { return Text.preparationWantedLine.phrase }
        return Text.openBeforeFinish.with([
            "findings": String(findings), "blanks": String(blanks), "proposals": String(proposals), "unread": String(unread),
        ])
    }
}
