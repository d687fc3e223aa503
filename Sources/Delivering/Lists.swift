import Foundation
import Records
import Texts

/// A dossier's lines in the lists of a delivery.
struct ListRows: Sendable {
    /// Without STT.
    var dossier: [String]
    /// Without STT; one per document.
    var documents: [[String]]
    /// Mẫu 02, without STT.
    var log: (what: String, folder: String)

    init(_ metadata: DossierMetadata, folder: String) {
        let note = ListRows.note(metadata)
        dossier = [
            metadata.arcFileCode, metadata.title, metadata.startDate ?? "", metadata.endDate ?? "", String(metadata.numberOfPage),
            metadata.mode.map(ListRows.accessLabel) ?? "", note,
        ]
        documents = metadata.documents.map { document in
            let blank = document.pages.count { $0.blank != BlankClass.notBlank.rawValue }
            let unread = document.pages.count { $0.ocr == OCRState.failed.rawValue }
            return [
                metadata.arcFileCode, String(document.number), "", "", "", "", ListRows.sheets(document),
                String(document.numberOfPage), folder + "/" + document.file, ListRows.pageNotes(blank: blank, unread: unread).joined(separator: "; "),
            ]
        }
        let what = Text.deliveryLogDossier.with([
            "code": metadata.arcFileCode, "documents": String(metadata.totalDoc), "pages": String(metadata.numberOfPage),
        ])
        log = (what(.vi), folder)
    }

    /// TT 05/2025, `mode`.
    private static func accessLabel(_ code: String) -> String {
        switch AccessMode(rawValue: code) {
        case .open: "Công khai"
        case .conditional: "Sử dụng có điều kiện"
        case .secret: "Mật"
        case nil: code
        }
    }

    /// Tờ số: the labels of the first and last numbered sheet.
    private static func sheets(_ document: DossierMetadata.Document) -> String {
        let labels = document.pages.map(\.label).filter { !$0.isEmpty }
        guard let first = labels.first, let last = labels.last else { return "" }
        return first == last ? first : "\(first)–\(last)"
    }

    private static func note(_ metadata: DossierMetadata) -> String {
        var notes = [metadata.description].compactMap { $0 }.filter { !$0.isEmpty }
        if let override = metadata.override { notes.append(Text.overrideNote.with(["reason": reason(override)])(.vi)) }
        notes += pageNotes(blank: metadata.blankPages, unread: metadata.pagesWithoutText)
        if let withheld = metadata.withheld { notes.append(note(withheld)) }
        if let folder = metadata.supersedes {
            notes.append(Text.supersedesNote.with(["version": String(metadata.version), "folder": folder])(.vi))
        }
        return notes.joined(separator: "; ")
    }

    private static func pageNotes(blank: Int, unread: Int) -> [String] {
        var notes: [String] = []
        if blank > 0 { notes.append(Text.blankSidesNote.with(["count": String(blank)])(.vi)) }
        if unread > 0 { notes.append(Text.withoutTextNote.with(["count": String(unread)])(.vi)) }
        return notes
    }

    /// How many and why, in the coded words only.
    private static func note(_ withheld: DossierMetadata.Withheld) -> String {
        let reasons = WithholdingReason.allCases.compactMap { reason in
            withheld.reasons[reason.rawValue].map { "\($0) \(reason.text(.vi).lowercased())" }
        }
        return Text.withheldNote.with(["count": String(withheld.pages), "reasons": reasons.joined(separator: ", ")])(.vi)
    }

    private static func reason(_ override: DossierMetadata.Override) -> String {
        switch OverrideReason(code: override.code, detail: override.detail) {
        case .recounted(let count): Text.recountedNote.with(["count": String(count)])(.vi)
        case .missingBefore: Text.missingBeforeNote(.vi)
        case .doubledNumber: Text.doubledNumberNote(.vi)
        case .other(let text): text
        case nil: override.code
        }
    }
}

/// The three lists of a delivery. They are in Vietnamese whatever the interface speaks: the archive reads them.
enum Lists {
    /// TT 05/2025, mục lục hồ sơ nộp.
    static func dossiers(_ rows: [ListRows]) -> String {
        var csv = CSV(header: [
            "STT", "Mã hồ sơ", "Tiêu đề hồ sơ", "Thời gian bắt đầu", "Thời gian kết thúc", "Số trang", "Mức độ tiếp cận", "Ghi chú",
        ])
        for (index, row) in rows.enumerated() { csv.add([String(index + 1)] + row.dossier) }
        return csv.text
    }

    /// NĐ 30/2020, PL V, mục lục văn bản trong hồ sơ, with the dossier and the file of each document.
    static func documents(_ rows: [ListRows]) -> String {
        var csv = CSV(header: [
            "STT", "Mã hồ sơ", "Số thứ tự văn bản", "Số, ký hiệu", "Ngày, tháng, năm", "Tên loại và trích yếu", "Tác giả", "Tờ số",
            "Số trang", "Tên tệp tin", "Ghi chú",
        ])
        for (index, row) in rows.flatMap(\.documents).enumerated() { csv.add([String(index + 1)] + row) }
        return csv.text
    }

    /// TT 05/2025, PL VII, Mẫu 02.
    /// - Parameters:
    ///   - time: when the run started, as shown.
    ///   - medium: mã phương tiện lưu trữ; the target, until media have codes.
    static func backupLog(_ rows: [ListRows], time: String, medium: String, person: String) -> String {
        var csv = CSV(header: [
            "STT", "Phương thức, nội dung", "Thời gian", "Tên tệp tin/Thư mục", "Mã phương tiện lưu trữ", "Người sao lưu",
        ])
        let database = (what: Text.deliveryLogDatabase(.vi), folder: DeliveryNames.database)
        for (index, entry) in ([database] + rows.map(\.log)).enumerated() {
            csv.add([String(index + 1), entry.what, time, entry.folder, medium, person])
        }
        return csv.text
    }
}

/// Names of files in a delivery's folder.
enum DeliveryNames {
    static let done = "DONE"
    static let manifest = "manifest-sha256.txt"
    static let claim = "delivery.json"
    static let dossierList = "muc-luc-ho-so.csv"
    static let documentList = "muc-luc-van-ban.csv"
    static let backupLog = "nhat-ky-sao-luu.csv"
    static let auditHead = "audit-head.txt"
    static let store = "store"
    static let database = "store/station.sqlite"
    static let metadata = "metadata.json"

    /// What no dossier's folder may be called, in any spelling a Windows share would take for the same.
    static let reserved: Set<String> = Set([done, manifest, claim, dossierList, documentList, backupLog, auditHead, store].map { $0.lowercased() })
}
