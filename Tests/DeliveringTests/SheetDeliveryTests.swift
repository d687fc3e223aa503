import Foundation
import Records
import ProgramKit
import Store
import Testing
@testable import Delivering

/// What was decided about sheets and pages, in what is delivered.
@Suite struct SheetDeliveryTests {
    private let station: Station
    private let id: DossierID

    init() throws {
        station = try Station()
        id = try station.finished("A.1", pages: 3)
    }

    private func hash() throws -> String { DossierMetadata(try DossierSnapshot(station.store, id), format: station.exporter().format).contentSHA256 }
    /// The newest delivery's, below the target.
    private var folder: String { (station.folders.last ?? "") + "/A.1" }

    private func pages(_ metadata: [String: Any]) -> [[String: Any]] {
        (metadata["documents"] as? [[String: Any]])?.flatMap { $0["pages"] as? [[String: Any]] ?? [] } ?? []
    }

    @Test func everythingThatShowsIsPartOfTheContent() throws {
        let page = try station.pages(id)[1].id
        var seen = Set([try hash()])
        let steps: [() throws -> Void] = [
            { try station.store.setDeskew(page, 1.5, by: station.actor) },
            { try station.store.setRole(ofSheetWith: page, .contents, by: station.actor) },
            { try station.store.setRole(ofSheetWith: page, .document, by: station.actor); try station.store.setLabel(ofSheetWith: page, "2a", by: station.actor) },
            { try station.store.setCountsAs(page, 2, by: station.actor) },
        ]
        for step in steps {
            try step()
            #expect(seen.insert(try hash()).inserted)
        }
        for _ in 0..<5 { try station.store.undo(id, by: station.actor) }
        #expect(try seen.contains(hash()), "as it was delivered before there was such a thing")
    }

    @Test func aPageSetStraightIsDeliveredLevelAndUntouched() throws {
        try station.export()
        let page = try station.pages(id)[0]
        try station.store.setDeskew(page.id, -2.5, by: station.actor)
        station.clock.advance(hours: 24)
        #expect(try station.export().problems.isEmpty)
        let pdf = station.target + "/" + folder + "/A.1.0000001.pdf"
        #expect(try Judge.isCleanPDF(pdf))
        let text = try Tool.run("pdftotext", ["-raw", pdf, "-"]).output
        #expect(text.hasPrefix("Quyết định\ntrang-1"), "\(text)")
        let images = station.root + "/image"
        #expect(try Tool.run("pdfimages", ["-all", pdf, images]).code == 0)
        #expect(FileManager.default.contents(atPath: images + "-000.jpg") == FileManager.default.contents(atPath: station.imagePath(page)))
        let metadata = try station.metadata(folder + "/metadata.json")
        #expect(pages(metadata).map { $0["deskew"] as? Double } == [-2.5, nil, nil])
        #expect(metadata["version"] as? Int == 2)
    }

    @Test func numbersOfTrangAndSheets() throws {
        let own = try station.pages(id)
        try station.store.setRole(ofSheetWith: own[0].id, .cover, by: station.actor)
        try station.store.setCountsAs(own[1].id, 2, by: station.actor)
        try station.store.setLabel(ofSheetWith: own[1].id, "4", by: station.actor)
        try station.store.setCountedSheets(id, 2, by: station.actor)
        try station.store.finish(id, by: station.actor)
        #expect(try station.export().problems.isEmpty)
        let metadata = try station.metadata(folder + "/metadata.json")
        for (key, value) in ["numberOfPaper": 2, "numberOfPage": 4, "images": 3] { #expect(metadata[key] as? Int == value, "\(key)") }
        #expect(pages(metadata).map { $0["label"] as? String } == ["", "4", "5"])
        #expect(pages(metadata).map { $0["role"] as? String } == ["cover", nil, nil])
        let list = try station.text((station.folders.last ?? "") + "/muc-luc-van-ban.csv")
        #expect(list.contains("4–5,4,"), "tờ số and số trang: \(list)")
    }
}
