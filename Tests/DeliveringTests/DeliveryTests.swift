import Foundation
import Records
import ProgramKit
import Testing

@testable import Delivering

/// What a delivery consists of, judged by other programs.
struct DeliveryTests {
    @Test func deliversOnePDFPerDocumentWithListsAndDoneLast() throws {
        let station = try Station()
        let id = try station.finished("G09.2021.01.TCCB", pages: 3)
        try station.store.split(before: try station.pages(id)[2].id, by: station.actor)
        let result = try station.export()

        #expect(station.folders == ["2026-11-21"])
        #expect(
            station.deliveredFiles("2026-11-21") == [
                "DONE", "G09.2021.01.TCCB/G09.2021.01.TCCB.0000001.pdf", "G09.2021.01.TCCB/G09.2021.01.TCCB.0000002.pdf",
                "G09.2021.01.TCCB/metadata.json", "audit-head.txt", "delivery.json", "manifest-sha256.txt", "muc-luc-ho-so.csv",
                "muc-luc-van-ban.csv", "nhat-ky-sao-luu.csv", "store/station.sqlite",
            ])
        #expect(result.folder == station.target + "/2026-11-21")
        #expect(result.delivered.map(\.code.text) == ["G09.2021.01.TCCB"])
        #expect(result.pages == 3)
        #expect(result.exitCode == .done)

        let folder = station.target + "/2026-11-21"
        #expect(try Judge.checksumsHold(folder))
        #expect(try Judge.databaseIsWhole(folder + "/store/station.sqlite"))
        let pdf = folder + "/G09.2021.01.TCCB/G09.2021.01.TCCB.0000001.pdf"
        #expect(try Judge.isCleanPDF(pdf))
        #expect(try Judge.rawText(pdf) == "Quyết định\ntrang-1\nQuyết định\ntrang-2\n")
        #expect(try Judge.rawText(folder + "/G09.2021.01.TCCB/G09.2021.01.TCCB.0000002.pdf") == "Quyết định\ntrang-3\n")
        #expect(try Verifier().verify(folder: folder).problems.isEmpty)
        #expect(FileTree.names(in: station.data + "/outbox").isEmpty)
    }

    @Test func metadataCarriesTheFieldsOfTheRegulation() throws {
        let station = try Station()
        try station.finished("G09.2021.01.TCCB", title: "Tập lưu quyết định")
        try station.export()
        let metadata = try station.metadata("2026-11-21/G09.2021.01.TCCB/metadata.json")
        let expected: [String: String] = [
            "arcFileCode": "G09.2021.01.TCCB", "title": "Tập lưu quyết định", "maintenance": "01", "mode": "01", "language": "01",
            "startDate": "05/2008", "endDate": "31/12/2008", "confidenceLevel": "02",
        ]
        for (key, value) in expected { #expect(metadata[key] as? String == value) }
        for (key, value) in ["totalDoc": 1, "numberOfPaper": 2, "numberOfPage": 2, "counted_sheets": 2, "version": 1] {
            #expect(metadata[key] as? Int == value)
        }
        let document = try #require((metadata["documents"] as? [[String: Any]])?.first)
        #expect(document["docCode"] as? String == "G09.2021.01.TCCB.0000001")
        let page = try #require((document["pages"] as? [[String: Any]])?.first)
        #expect(page["ocr"] as? String == "done")
        #expect(page["words"] as? Int == 3)
        #expect(page["confidence"] as? Double == 0.9)
    }

    @Test func auditHeadIsARowOfTheDeliveredDatabase() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        let head = try station.text("2026-11-21/audit-head.txt").trimmingCharacters(in: .newlines)
        let query = "SELECT count(*) FROM audit WHERE hash = '\(head)'"
        let folder = station.target + "/2026-11-21"
        #expect(try Tool.run("sqlite3", [folder + "/store/station.sqlite", query]).output == "1\n")
    }

    @Test func listsOpenInASpreadsheetAndRunNothing() throws {
        let station = try Station()
        let title = "=HYPERLINK(\"http://x\",\"bấm\"), quyển 1"
        try station.finished("A.1", title: title)
        try station.finished("A.2", title: "Bình thường")
        try station.export()
        let list = try station.text("2026-11-21/muc-luc-ho-so.csv")
        #expect(list.hasPrefix("\u{FEFF}STT,Mã hồ sơ,Tiêu đề hồ sơ,"))
        #expect(list.contains("\r\n1,A.1,\"'=HYPERLINK(\"\"http://x\"\",\"\"bấm\"\"), quyển 1\",05/2008,31/12/2008,2,Công khai,\r\n"))
        #expect(list.hasSuffix("\r\n2,A.2,Bình thường,05/2008,31/12/2008,2,Công khai,\r\n"))
        let documents = try station.text("2026-11-21/muc-luc-van-ban.csv")
        #expect(documents.contains("\r\n2,A.2,1,,,,,1–2,2,A.2/A.2.0000001.pdf,\r\n"))
        let log = try station.text("2026-11-21/nhat-ky-sao-luu.csv")
        #expect(log.hasPrefix("\u{FEFF}STT,\"Phương thức, nội dung\",Thời gian,Tên tệp tin/Thư mục,Mã phương tiện lưu trữ,Người sao lưu\r\n"))
        #expect(log.contains("\r\n1,Sao chép toàn bộ cơ sở dữ liệu,21/11/2026 01:30,store/station.sqlite,\(station.target),lan\r\n"))
    }

    @Test func codeBecomesASafePathAndStaysInTheMetadata() throws {
        let station = try Station()
        try station.finished("H99/2008.QĐ 1")
        try station.export()
        #expect(station.deliveredFiles("2026-11-21").contains("H99.2008.QD.1/H99.2008.QD.1.0000001.pdf"))
        #expect(try station.metadata("2026-11-21/H99.2008.QD.1/metadata.json")["arcFileCode"] as? String == "H99/2008.QĐ 1")
    }

    /// Such a file passes every check when it is taken in, so it must not be damaged when it is to go out.
    @Test func aJPEGWithBytesLeftOverBetweenItsPartsGoesInWithAllItsPixels() throws {
        let station = try Station()
        let id = try station.scanned("A.1", pages: 1)
        var file = try Picture.file(.jpeg, .gray)
        let table = try #require(file.data.firstRange(of: [0xFF, 0xDB]))
        file.data.insert(contentsOf: [0, 0], at: table.lowerBound)
        try station.add([file], to: id)
        try station.store.setCountedSheets(id, 2, by: station.actor)
        try station.readAll()
        try station.store.finish(id, by: station.actor)
        #expect(try station.export().problems.isEmpty)
        let pdf = station.target + "/2026-11-21/A.1/A.1.0000001.pdf"
        #expect(try Judge.isCleanPDF(pdf))
        #expect(try Tool.run("pdfinfo", [pdf]).output.contains("Pages:           2\n"))
    }

    @Test func everyImageFormatGoesIn() throws {
        let station = try Station()
        let id = try station.scanned("A.1", pages: 1)
        try station.add(
            [
                Picture.file(.png, .color), Picture.file(.png, .lineart), Picture.file(.tiff, .color), Picture.file(.tiff, .lineart),
                Picture.file(.tiff, .gray), Picture.file(.jpeg, .gray), DeepPNG.file(),
            ], to: id)
        try station.store.setCountedSheets(id, 8, by: station.actor)
        try station.readAll()
        try station.store.finish(id, by: station.actor)
        let result = try station.export()
        #expect(result.problems.isEmpty)
        let pdf = station.target + "/2026-11-21/A.1/A.1.0000001.pdf"
        #expect(try Judge.isCleanPDF(pdf))
        #expect(try Tool.run("pdfinfo", [pdf]).output.contains("Pages:           8\n"))
    }

    @Test func blankSidesAndPagesWithoutTextAreDeliveredAndNoted() throws {
        let station = try Station()
        let id = try station.scanned("A.1", pages: 1)
        var blank = try Picture.jpeg(seed: 9)
        blank.blank = .suspected
        try station.add([blank, Picture.jpeg(seed: 4)], to: id)
        try station.store.setCountedSheets(id, 3, by: station.actor)
        try station.failNextReading()
        try station.readAll()
        try station.store.finish(id, by: station.actor)
        let result = try station.export()
        #expect(result.delivered.first?.pagesWithoutText == 1)
        let list = try station.text("2026-11-21/muc-luc-ho-so.csv")
        #expect(list.contains("1 mặt trắng; 1 trang không có văn bản OCR"))
        let pdf = station.target + "/2026-11-21/A.1/A.1.0000001.pdf"
        #expect(try Judge.rawText(pdf) == "Quyết định\ntrang-2\nQuyết định\ntrang-3\n")
    }

    @Test func readersOfTheTargetMayReadTheDelivery() throws {
        let station = try Station()
        try station.finished("A.1")
        chmod(station.target, 0o755)
        try station.export()
        let files = FileManager.default
        for path in station.deliveredFiles("2026-11-21") {
            let mode = try files.attributesOfItem(atPath: station.target + "/2026-11-21/" + path)[.posixPermissions] as? Int
            #expect(mode == 0o644, "\(path)")
        }
        let mode = try files.attributesOfItem(atPath: station.target + "/2026-11-21/A.1")[.posixPermissions] as? Int
        #expect(mode == 0o755)
    }

    @Test(arguments: [
        ("{maHoSo}.{stt:7}.pdf", "A.1.0000012.pdf"), ("vb-{stt}.pdf", "vb-12.pdf"), ("{maHoSo}_{stt:3}.pdf", "A.1_012.pdf"),
    ])
    func templateNamesFiles(_ template: String, _ name: String) throws {
        #expect(try FileNameTemplate(template).name(DossierCode("A.1"), document: 12) == name)
    }

    @Test(arguments: ["{maHoSo}.pdf", "{stt}", "../{stt}.pdf", "{stt}/x.pdf", "{tên}{stt}.pdf", "{stt:0}.pdf", "{stt.pdf", "", ".{stt}.pdf"])
    func unsafeTemplateIsRefused(_ template: String) {
        #expect(throws: DeliveringError.badTemplate(template)) { try FileNameTemplate(template) }
    }
}
