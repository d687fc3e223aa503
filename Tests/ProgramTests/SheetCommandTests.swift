import Foundation
import ProgramKit
import Testing

/// Pencil numbers, roles, places and the rest of what is said about sheets, without a screen.
@Suite struct SheetCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1", "--sheets", "3")
        try #require(try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(6)).code == 0)
    }

    private func page(_ arguments: String...) throws -> Outcome {
        try office.start(["page", arguments[0], "--dossier", "HS1", "--json"] + arguments.dropFirst(), with: [:]).end()
    }

    @Test func labels() throws {
        let shown = try page("label", "--page", "3", "--to", "12a").json
        #expect(shown["pages"].list.map { $0["label"].text } == ["1", "1", "12a", "12a", "13", "13"])
        #expect(shown["pages"].list.map { $0["labelled"].isTrue } == [false, false, true, true, false, false])
        #expect(shown["missing_numbers"].list.compactMap(\.int) == Array(2...11))
        let doubled = try page("label", "--page", "5", "--to", "1").json
        #expect(doubled["doubled_labels"].list.map(\.text) == ["1"])
        #expect(try page("label", "--page", "5", "--to", "").json["pages"][4]["label"].text == "13")
        let refused = try page("label", "--page", "1", "--to", "a;b")
        #expect(refused.code == 65 && refused.json["error"]["code"].text == "invalid_value")
        #expect(try office.run("undo", "--dossier", "HS1", "--json").json["pages"][4]["label"].text == "1")
    }

    @Test func rolesAndTheirCounts() throws {
        let shown = try page("role", "--page", "1", "--to", "cover").json
        #expect(shown["pages"][1]["role"].text == "cover" && shown["pages"][2]["label"].text == "1")
        #expect(shown["counts"]["sheets"].int == 2 && shown["counts"]["roles"]["cover"].int == 1)
        let set = try office.run("dossier", "set", "HS1", "--sheets", "2", "--covers", "1", "--contents", "1", "--json").json
        #expect(set["counted_roles"] == JSONValue(#"{"cover":1,"contents":1,"closing":0,"other":0}"#))
        let blocked = try office.run("dossier", "finish", "HS1", "--json")
        #expect(blocked.code == 65 && blocked.json["error"]["code"].text == "other_sheets", "\(blocked)")
        try office.run("dossier", "set", "HS1", "--contents", "0")
        #expect(try office.run("dossier", "finish", "HS1", "--json").json["state"].text == "scanned")
        #expect(try page("role", "--page", "1", "--to", "bìa").code == 64)
    }

    @Test func countsAsAndDeskew() throws {
        #expect(try page("counts-as", "--page", "2", "--to", "0").json["pages"][1]["counts_as"].int == 0)
        #expect(try page("counts-as", "--page", "2", "--to", "3").json["error"]["code"].text == "invalid_value")
        #expect(try page("deskew", "--page", "2", "--degrees", "-1.5").json["pages"][1]["deskew"] == .number(-1.5))
        let unmeasured = try page("deskew", "--page", "3")
        #expect(unmeasured.json["error"]["code"].text == "action_impossible", "\(unmeasured)")
        let sql = "DELETE FROM findings; INSERT INTO findings (page_id, code, value) SELECT id, 'skew', 2.25 FROM pages WHERE sequence = 3"
        try #require(try office.tool("sqlite3", office.data + "/station.sqlite", sql).code == 0)
        let level = try page("deskew", "--page", "3").json["pages"][2]
        #expect(level["deskew"] == .number(2.25) && level["findings"].list.isEmpty)
    }

    @Test func findingsAreAccepted() throws {
        let sql = "DELETE FROM findings; INSERT INTO findings (page_id, code, value) SELECT id, 'blur', 0.2 FROM pages UNION SELECT id, 'too_light', 0.3 FROM pages"
        try #require(try office.tool("sqlite3", office.data + "/station.sqlite", sql).code == 0)
        let one = try page("accept", "--page", "2", "--finding", "blur").json
        #expect(one["pages"][1]["findings"].list.map(\.text) == ["too_light"])
        let all = try page("accept", "--page", "3", "--finding", "all").json
        #expect(all["pages"][2]["findings"].list.isEmpty && all["counts"]["open_findings"].int == 9, "\(all["counts"])")
        #expect(try page("accept", "--page", "3", "--finding", "blur").json["error"]["code"].text == "invalid_value")
    }

    @Test func aPlaceIsKeptFilledAndBlocksFinishing() throws {
        let shown = try page("reserve", "--kind", "map", "--after", "2").json
        let place = shown["placeholders"][0]
        #expect(place.keys == ["id", "kind", "label", "after", "open"])
        #expect(place["kind"].text == "map" && place["label"].text == "2" && place["after"].int == 2 && place["open"].isTrue)
        #expect(shown["counts"]["placeholders"].int == 1)
        let blocked = try office.run("dossier", "finish", "HS1", "--json")
        #expect(blocked.code == 65 && blocked.json["error"]["code"].text == "placeholders", "\(blocked)")
        // Tiles from the glass, one run each, and one more from another device.
        let glass = try office.feeder(2, name: "glass")
        for _ in 1...2 {
            let scan = try office.run(
                "scan", "--dossier", "HS1", "--device", glass, "--source", "adf", "--max-pages", "1", "--into", "1", "--json")
            #expect(scan.events.first?["sheet"].int == 2, "the sheet that has the place: \(scan)")
        }
        let file = office.path + "/tile.jpg"
        try Side.draw(77).write(to: URL(fileURLWithPath: file))
        #expect(try office.run("import-pages", "--dossier", "HS1", "--into", place["id"].text ?? "", file).code == 0)
        let filled = try office.show("HS1")
        #expect(filled["pages"].list.map { $0["label"].text } == ["1", "1", "2", "2", "2", "3", "3", "4", "4"])
        #expect(filled["pages"].list.map { $0["counts_as"].int } == [1, 1, 1, 0, 0, 1, 1, 1, 1])
        #expect(filled["placeholders"][0]["open"].isTrue == false)
        #expect(try page("release", "--place", "1").json["error"]["code"].text == "action_impossible")
        try office.run("dossier", "set", "HS1", "--sheets", "4")
        #expect(try office.run("dossier", "finish", "HS1", "--json").json["state"].text == "scanned")
    }

    @Test func aPlaceIsGivenUp() throws {
        _ = try page("reserve", "--kind", "slip", "--after", "0")
        #expect(try page("reserve", "--kind", "large").json["placeholders"].list.map { $0["after"].int } == [0, 6])
        #expect(try page("release", "--place", "1").json["placeholders"].list.map { $0["kind"].text } == ["large"])
        let unknown = try page("release", "--place", "7")
        #expect(unknown.json["error"]["code"].text == "no_such_placeholder", "\(unknown)")
        #expect(try office.run("dossier", "finish", "HS1", "--override", "thiếu từ trước", "--json").json["state"].text == "scanned")
    }

    @Test(arguments: [("duplex", 2), ("adf", 1)]) func aPageIsScannedAgain(source: String, sides: Int) throws {
        let before = try office.show("HS1")["pages"].list.map { $0["id"].text }
        let again = try office.feeder(4, name: "again")
        let outcome = try office.run(
            "scan", "--dossier", "HS1", "--device", again, "--source", source, "--replace", "4", "--json")
        #expect(outcome.code == 0, "\(outcome)")
        let new = outcome.events.dropLast().map { $0["page"].text }
        #expect(new.count == sides, "the other sheets stay in the feeder")
        #expect(outcome.events.first?["sheet"].int == 2 && outcome.events.first?["side"].text == (sides == 2 ? "front" : "back"))
        let shown = try office.show("HS1")
        #expect(shown["pages"].list.map { $0["id"].text } == Array(before[..<(4 - sides)]) + new + before[4...])
        #expect(shown["dropped_pages"].list.count == sides && shown["counts"]["sheets"].int == 3)
        let undone = try office.run("undo", "--dossier", "HS1", "--json").json
        #expect(undone["pages"].list.map { $0["id"].text } == before)
    }
}
