import Foundation
import ProgramKit
import Testing

/// Printed sheets from the PDF through the paper back into the station.
@Suite struct SeparatorCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "H99.2008.01.QĐ", "--sheets", "3", "--title", "Tập lưu quyết định", "--box", "12", "--number", "1")
        try office.run("dossier", "add", "HS2", "--title", "Hồ sơ hai", "--box", "12", "--number", "2")
    }

    @discardableResult
    private func scan(_ device: String, _ more: String..., dossier: String = "H99.2008.01.QĐ") throws -> Outcome {
        try office.start(["scan", "--dossier", dossier, "--device", device, "--json"] + more, with: [:]).end()
    }

    @Test func whatIsPrinted() throws {
        let path = office.path + "/all.pdf"
        let outcome = try office.run("separators", "--to", path, "--from-box", "12", "--documents", "2", "--new-dossiers", "1", "--places", "1", "--preparation", "HS2", "--json")
        #expect(outcome.json == JSONValue(#"{"file":"\#(path)","pages":11,"covers":2,"documents":2,"new_dossiers":1,"places":5,"preparations":1}"#), "\(outcome)")
        let text = try office.tool("pdftotext", path, "-").output
        #expect(text.contains("H99.2008.01.QĐ") && text.contains("Hồ sơ hai") && text.contains("VĂN BẢN MỚI") && text.contains("HỒ SƠ MỚI") && text.contains("PHIẾU GIỮ CHỖ"))
        let english = try office.run("separators", "--to", path, "--documents", "1", "--lang", "en", "--json")
        #expect(english.code == 0)
        #expect(try office.tool("pdftotext", path, "-").output.contains("NEW DOCUMENT"))
    }

    @Test func whatIsRefused() throws {
        let path = office.path + "/x.pdf"
        #expect(try office.run("separators", "--to", path).code == 64)
        #expect(try office.run("separators", "--to", path, "--places", "1", "--numbered-from", "9999").code == 64)
        #expect(try office.run("separators", "--to", path, "--documents", "100000").code == 64)
        #expect(try office.run("separators", "--to", path, "--dossiers", "HS3", "--json").json["error"]["code"].text == "no_such_dossier")
        #expect(try office.run("separators", "--to", office.path + "/no/x.pdf", "--documents", "1").code == 74)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aPlaceholderInTheStackKeepsItsPlace() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "map")
        let outcome = try scan(try office.stack([.page(1), .page(2), .sheet(1), .blank, .page(3), .page(4)], sheets: sheets))
        #expect(outcome.code == 0, "\(outcome)")
        let pages = outcome.events.dropLast()
        #expect(pages.map { $0["separator"].text } == [nil, nil, "placeholder", "kept_out", nil, nil])
        #expect(pages.map { $0["code"].text } == [nil, nil, "TQ1:G:map:E127", nil, nil, nil])
        #expect(pages.map { $0["sheet"].int } == [1, 1, 0, 0, 2, 2])
        let end = try #require(outcome.events.last)
        #expect(end["pages"].int == 4 && end["sheets"].int == 2 && end["separators"].int == 1 && end["complete"].isTrue == false)
        let shown = try office.show("H99.2008.01.QĐ")
        let place = shown["placeholders"][0]
        #expect(place["kind"].text == "map" && place["after"].int == 2 && place["label"].text == "2" && place["open"].isTrue == true)
        #expect(place["id"].text == pages[2]["placeholder"].text && place["code"].text == "TQ1:G:map:E127")
        #expect(shown["pages"].list.map { $0["label"].text } == ["1", "1", "3", "3"])
        #expect(shown["dropped_pages"].list.map { $0["role"].text } == ["separator", "separator"])
        #expect(shown["counts"]["sheets"].int == 2 && shown["counts"]["placeholders"].int == 1)
        let image = office.imagePath(try #require(pages[2]["page"].text))
        #expect(FileManager.default.fileExists(atPath: image), "nothing that was scanned is lost")
        // The map is captured into its place; then all is there.
        let into = try scan(try office.feeder(1, name: "glass"), "--into", "1", "--source", "adf")
        #expect(into.code == 0, "\(into)")
        #expect(try office.run("dossier", "finish", "H99.2008.01.QĐ", "--json").json["state"].text == "scanned")
        #expect(try office.run("verify").code == 0)
    }

    @Test func upsideDownAndOnTheBack() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "fragile", "--documents", "1")
        let faces: [Face] = [.page(1), .page(2), .blank, .sheet(1, upsideDown: true), .page(3), .blank, .sheet(2, upsideDown: true), .blank, .page(4), .page(5)]
        let outcome = try scan(try office.stack(faces, sheets: sheets))
        #expect(outcome.events.map { $0["separator"].text } == [nil, nil, nil, "new_document", nil, nil, "placeholder", "kept_out", nil, nil, nil], "\(outcome)")
        #expect(outcome.events.last?["sheets"].int == 3 && outcome.events.last?["separators"].int == 2)
        let shown = try office.show("H99.2008.01.QĐ")
        #expect(shown["documents"].list.map { $0["pages"].list.count } == [2, 4])
        #expect(shown["pages"].list.map { $0["label"].text } == ["1", "1", "2", "2", "4", "4"])
    }

    @Test func takenBackByHand() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "slip")
        try scan(try office.stack([.page(1), .page(2), .sheet(1), .blank], sheets: sheets))
        let restored = try office.run("page", "restore", "--dossier", "H99.2008.01.QĐ", "--page", "1", "--json").json
        #expect(restored["pages"].list.map { $0["role"].text } == ["document", "document", "document"])
        #expect(restored["placeholders"].list.isEmpty && restored["counts"]["sheets"].int == 2)
        let undone = try office.run("undo", "--dossier", "H99.2008.01.QĐ", "--json").json
        #expect(undone["pages"].list.count == 2 && undone["placeholders"].list.count == 1 && undone["dropped_pages"][0]["role"].text == "separator")
        #expect(try office.run("page", "role", "--dossier", "H99.2008.01.QĐ", "--page", "1", "--to", "separator", "--json").json["error"]["code"].text == "invalid_value")
    }

    @Test func aNumberedSheetThatIsFedTwice() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "large", "--numbered-from", "7")
        let outcome = try scan(try office.stack([.sheet(1), .blank, .page(1), .page(2), .sheet(1), .blank], sheets: sheets))
        #expect(outcome.events.map { $0["separator"].text } == ["placeholder", "kept_out", nil, nil, "placeholder_again", "kept_out", nil])
        #expect(try office.show("H99.2008.01.QĐ")["placeholders"].list.count == 1)
    }

    @Test func sheetsOfThisDossier() throws {
        let sheets = try office.printSheets("--dossiers", "H99.2008.01.QĐ", "--preparation", "H99.2008.01.QĐ")
        let outcome = try scan(try office.stack([.sheet(1), .blank, .sheet(2), .blank, .page(1), .page(2)], sheets: sheets))
        #expect(outcome.events.map { $0["separator"].text } == ["kept_out", "kept_out", "kept_out", "kept_out", nil, nil, nil], "\(outcome)")
        #expect(try office.numbers("H99.2008.01.QĐ") == [1, 2])
    }

    /// The trouble comes right behind a separator: the stack goes on where it was.
    @Test func aJamBehindASeparator() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "map")
        let device = try office.stack([.page(1), .page(2), .sheet(1), .blank, .page(3), .page(4)], sheets: sheets, faults: "jam_at = 3\n")
        let jam = try scan(device)
        #expect(jam.code == 69 && jam.events.contains { $0["stop"].text == "jam" && $0["pages"].int == 2 && $0["sheets"].int == 1 }, "\(jam)")
        let rest = try scan(device)
        #expect(rest.code == 0 && rest.events.last?["pages"].int == 2 && rest.events.last?["separators"] == .null)
        let shown = try office.show("H99.2008.01.QĐ")
        #expect(shown["pages"].list.map { $0["label"].text } == ["1", "1", "3", "3"])
        #expect(try office.numbers("H99.2008.01.QĐ") == [1, 2, 3, 4])
    }

    /// Between the image on the disk and its row.
    @Test func aSuddenEnd() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "map")
        try scan(try office.stack([.page(1), .page(2), .sheet(1), .blank, .page(3), .page(4)], sheets: sheets))
        let id = try #require(try office.show("H99.2008.01.QĐ")["dropped_pages"][0]["id"].text)
        let path = office.imagePath(id)
        // As if the program had died before the row: the image is there, and what was to become of it is not.
        let sql = """
            PRAGMA foreign_keys = OFF;
            DELETE FROM placeholders; DELETE FROM jobs WHERE page_id = '\(id)'; DELETE FROM findings WHERE page_id = '\(id)';
            DELETE FROM placements WHERE page_id = '\(id)'; DELETE FROM pages WHERE id = '\(id)';
            UPDATE arrivals SET outcome = NULL WHERE page_id = '\(id)';
            UPDATE sheets SET role = 'document'; UPDATE placements SET dropped_at = NULL;
            """
        try #require(try office.tool("sqlite3", office.data + "/station.sqlite", sql).code == 0)
        let adopted = try office.run("recover", "--adopt", "--json")
        #expect(adopted.code == 0 && FileManager.default.fileExists(atPath: path), "\(adopted)")
        let shown = try office.show("H99.2008.01.QĐ")
        #expect(shown["pages"].list.map { $0["label"].text } == ["1", "1", "3", "3"], "\(shown)")
        #expect(shown["placeholders"].list.map { $0["after"].int } == [2] && shown["dropped_pages"].list.count == 2)
        #expect(try office.run("verify").code == 0)
    }

    @Test func importedFiles() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "map", "--documents", "1")
        let folder = String(try office.stack([.page(1), .sheet(2), .page(2), .sheet(1), .page(3)], sheets: sheets).dropFirst("folder:".count))
        let files = (1...5).map { "\(folder)/side\($0).jpg" }
        let outcome = try office.start(["import-pages", "--dossier", "HS2", "--json"] + files, with: [:]).end()
        #expect(outcome.json["pages"].list.count == 3 && outcome.json["separators"].list.count == 2, "\(outcome)")
        let shown = try office.show("HS2")
        #expect(shown["documents"].list.map { $0["pages"].list.count } == [2, 1] && shown["placeholders"][0]["after"].int == 1)
    }

    @Test func manualDuplex() throws {
        let sheets = try office.printSheets("--places", "1", "--kind", "map")
        // The first half are fronts, the second the stack turned over.
        let device = try office.stack([.page(1), .sheet(1), .page(3), .page(6), .blank, .page(2)], sheets: sheets)
        let outcome = try scan(device, "--source", "manual-duplex")
        #expect(outcome.code == 0, "\(outcome)")
        let shown = try office.show("H99.2008.01.QĐ")
        #expect(try office.numbers("H99.2008.01.QĐ") == [1, 2, 3, 6])
        #expect(shown["pages"].list.map { $0["label"].text } == ["1", "1", "3", "3"] && outcome.events.last?["awaiting_backs"].int == 0)
    }
}
