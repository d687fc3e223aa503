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

    init(_ contents: DossierContents, _ starts: DocumentFindings) {
        let pages = contents.pages.filter { $0.withheld == nil }
        findings = pages.map { $0.findings.count(where: \.code.isWarning) }.reduce(0, +)
        blanks = pages.count { $0.blank == .suspected || $0.blank == .doubtful }
        proposals = starts.open.count
        unread = pages.count { $0.ocr == .waiting && $0.blank != .confirmed }
    }

    /// nil: nothing is open. That pages are unread is not, by itself: OCR goes on behind.
    var words: Phrase? {
        guard findings + blanks + proposals > 0 else { return nil }
        return Text.openBeforeFinish.with([
            "findings": String(findings), "blanks": String(blanks), "proposals": String(proposals), "unread": String(unread),
        ])
    }
}
