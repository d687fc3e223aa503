import Foundation
import ProgramKit
import Testing

/// What a sudden end leaves, made by hand: every state of a page between its file and its row.
@Suite struct RecoverTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1")
        try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(4))
    }

    private func page(_ place: Int) throws -> String { try office.show("HS1")["pages"][place]["id"].text ?? "" }

    /// The program died when a page scanned again had its image and no row: found, it takes the old one's place.
    @Test func aPageThatWasBeingScannedAgain() throws {
        let old = try page(3)
        let again = try office.run(
            "scan", "--dossier", "HS1", "--device", try office.feeder(1, name: "again"), "--source", "adf", "--replace", "4", "--json")
        let new = try #require(again.events.first?["page"].text)
        let sql = """
            DELETE FROM findings WHERE page_id = '\(new)'; DELETE FROM jobs WHERE page_id = '\(new)'; DELETE FROM commands;
            DELETE FROM placements WHERE page_id = '\(new)'; DELETE FROM pages WHERE id = '\(new)';
            UPDATE arrivals SET outcome = NULL WHERE page_id = '\(new)'; UPDATE placements SET dropped_at = NULL WHERE page_id = '\(old)';
            """
        try #require(try office.tool("sqlite3", office.data + "/station.sqlite", sql).code == 0)
        #expect(try office.run("recover", "--adopt").code == 0)
        let shown = try office.show("HS1")
        #expect(shown["pages"][3]["id"].text == new && shown["pages"][3]["side"].text == "back", "\(shown["pages"])")
        #expect(shown["pages"].list.count == 4 && shown["dropped_pages"].list.map { $0["id"].text } == [old])
    }

    /// Takes the last page's row away, as if the program had died before its commit.
    private func forgetLastPage() throws -> String {
        let page = try page(3)
        let sql = """
            DELETE FROM findings WHERE page_id = '\(page)'; DELETE FROM jobs WHERE page_id = '\(page)';
            DELETE FROM placements WHERE page_id = '\(page)'; DELETE FROM pages WHERE id = '\(page)';
            UPDATE arrivals SET outcome = NULL WHERE page_id = '\(page)';
            """
        try #require(try office.tool("sqlite3", office.data + "/station.sqlite", sql).code == 0)
        return page
    }

    private func expectWhole() throws {
        let pages = try office.show("HS1")["pages"].list
        #expect(pages.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) } == [1, 2, 3, 4])
        #expect(pages.map { $0["side"].text } == ["front", "back", "front", "back"] && pages.map { $0["sheet"].int } == [1, 1, 2, 2])
        #expect(office.files(below: office.data + "/spool").isEmpty)
        #expect(try office.run("recover", "--json").json["orphans"].list.isEmpty)
    }

    @Test func anImageInTheVaultWithoutARow() throws {
        let lost = try forgetLastPage()
        #expect(try office.run("recover", "--json").json["orphans"].list.map { $0["page"].text } == [lost])
        #expect(try office.run("recover", "--adopt", "--json").json["adopted"].list.map(\.text) == [lost])
        try expectWhole()
    }

    @Test func aWholeImageInTheSpool() throws {
        let lost = try forgetLastPage()
        try FileManager.default.moveItem(atPath: office.imagePath(lost), toPath: "\(office.data)/spool/\(lost).part")
        #expect(try office.run("recover", "--adopt", "--json").json["adopted"].list.map(\.text) == [lost])
        try expectWhole()
    }

    @Test func halfAnImageIsSetAsideAndNeverThrownAway() throws {
        let lost = try forgetLastPage()
        let data = try #require(FileManager.default.contents(atPath: office.imagePath(lost)))
        try FileManager.default.removeItem(atPath: office.imagePath(lost))
        try data.prefix(data.count / 2).write(to: URL(fileURLWithPath: "\(office.data)/spool/\(lost).part"))
        try Data("grey".utf8).write(to: URL(fileURLWithPath: "\(office.data)/spool/\(lost).grey.part"))
        #expect(try office.run("recover", "--adopt", "--json").json["set_aside"].list.map(\.text) == [lost])
        #expect(office.files(below: office.data + "/spool") == ["set-aside/\(lost).part"])
        #expect(try office.show("HS1")["pages"].list.count == 3)
    }

    @Test func aGreyCopyThatWasNotMovedAnyMore() throws {
        let page = try page(3)
        let preview = "\(office.data)/previews/\(page.suffix(2).lowercased())/\(page).jpg"
        try FileManager.default.moveItem(atPath: preview, toPath: "\(office.data)/spool/\(page).grey.part")
        #expect(try office.run("recover", "--adopt").code == 0)
        #expect(FileManager.default.fileExists(atPath: preview))
        try expectWhole()
    }
}
