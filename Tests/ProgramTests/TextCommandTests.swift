import Foundation
import ProgramKit
import Testing

/// Recognised text: how it comes, in which forms it goes out, and how it is found.
@Suite struct TextCommandTests {
    private let office: Office

    /// A dossier of two pages whose recogniser says what the test wants.
    init() throws {
        office = try Office()
        let script = try office.write(
            #"[{"action": "read", "text": "Trích yếu: quyết định\nĐất đai <&> \"Phước Lộc\""}]"#, to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try office.run("dossier", "add", "HS1")
        try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(2))
    }

    private func recognise() throws {
        let outcome = try office.run("recognise", "--until-idle", "--workers", "2", "--json")
        try #require(outcome.code == 0, "\(outcome)")
    }

    @Test func pagesWaitUntilTheyAreRead() throws {
        #expect(try office.show("HS1")["pages"].list.map { $0["ocr"].text } == ["waiting", "waiting"])
        try recognise()
        let shown = try office.show("HS1")
        #expect(shown["pages"].list.map { $0["ocr"].text } == ["done", "done"])
        #expect(shown["counts"]["ocr_waiting"].int == 0)
    }

    @Test func theReportSaysHowRightTheTextIsToBeExpected() throws {
        #expect(try office.run("report", "accuracy", "--json").json["accuracy"][0]["estimated_right"].isNull, "nothing was read")
        try recognise()
        let row = try office.run("report", "accuracy", "--json").json["accuracy"][0]
        #expect(row["pages"].int == 2 && row["unknown"].int == 0 && row["human_share"].int == 0)
        let lines = try office.run("report", "accuracy", "--fonds", "").output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("Hồ sơ\tTrang\tĐúng (ước tính)") == true && lines.dropFirst().first?.hasPrefix("HS1\t2\t") == true)
        #expect(lines.last?.contains("98% ký tự") == true)
    }

    @Test func jsonHasTheFixedKeys() throws {
        try recognise()
        let text = try office.run("text", "--dossier", "HS1", "--format", "json").json
        #expect(text.keys == ["dossier", "pages"] && text["pages"].list.count == 2)
        let page = text["pages"][0]
        #expect(page.keys == ["id", "index", "revision", "language", "words", "text"])
        #expect(page["revision"].text == "machine")
        #expect(page["words"][0].keys == ["text", "confidence", "box", "line"])
        #expect(page["words"].list.compactMap { $0["text"].text }.first == "Trích")
        #expect(page["text"].text?.contains("Trích yếu: quyết định") == true)
    }

    @Test func onePageCanBeAskedFor() throws {
        try recognise()
        let pages = try office.run("text", "--dossier", "HS1", "--page", "2", "--json").json["pages"].list
        #expect(pages.map { $0["index"].int } == [2])
        #expect(try office.run("text", "--dossier", "HS1", "--page", "3").code == 66)
    }

    @Test(arguments: ["alto", "hocr"])
    func markupIsWellFormed(_ format: String) throws {
        try recognise()
        let outcome = try office.run("text", "--dossier", "HS1", "--format", format)
        let file = try office.write(outcome.output, to: "text.xml")
        let verdict = try office.tool("xmllint", "--noout", "--nonet", file)
        #expect(outcome.code == 0 && verdict.code == 0, "\(verdict)\n\(outcome)")
        #expect(outcome.output.contains("Trích") && outcome.output.contains("&lt;&amp;&gt;"))
    }

    @Test func plainTextIsTheText() throws {
        try recognise()
        #expect(try office.run("text", "--dossier", "HS1").output.contains("Trích yếu: quyết định\nĐất đai <&> \"Phước Lộc\""))
    }

    @Test(arguments: ["trích yếu", "trich yeu", "TRICH YEU", "dat dai", "đất", "\"quyet dinh\"", "Tri\u{0301}ch"])
    func isFoundWithAndWithoutMarks(_ query: String) throws {
        try recognise()
        let found = try office.run("search", query, "--json").json
        #expect(found["hits"].list.map { $0["index"].int } == [1, 2], "\(query): \(found)")
        #expect(found["hits"][0]["dossier"].text == "HS1")
    }

    @Test(arguments: ["công văn", "\"dinh quyet\"", "\"", "*", "a AND", "(", "NEAR(", ":"])
    func whatIsNotThereIsNotFoundAndNeverAFault(_ query: String) throws {
        try recognise()
        let found = try office.run("search", "--json", "--", query)
        #expect(found.code == 0 && found.json["hits"].list.isEmpty, "\(query): \(found)")
    }

    @Test func aPlaceFoundHasItsBoxes() throws {
        try recognise()
        let found = try office.run("search", "trích yếu", "--json").json
        let words = try office.run("text", "--dossier", "HS1", "--page", "1", "--json").json["pages"][0]["words"].list
        let place = found["hits"][0]["places"][0]
        #expect(place["text"].text == "Trích yếu:" && place["boxes"].list.count == 2)
        let first = try #require(words.first { $0["text"].text == "Trích" })
        #expect(place["boxes"][0].list.map(\.int) == first["box"].list.map(\.int))
        #expect(found["total"].int == 2 && found["more"] == .bool(false))
        #expect(try office.run("search", "HS1", "--json").json["dossiers"][0]["dossier"].text == "HS1")
    }

    @Test func whatIsWrongWithAQueryIsSaid() throws {
        let refused = try office.run("search", "đất năm:hai", "--json")
        #expect(refused.code == 65 && refused.json["error"]["code"].text == "bad_search", "\(refused)")
    }

    @Test func aPageThatKillsItsWorkerIsGivenUpAndTheOthersAreRead() throws {
        try office.write(#"[{"file": "\#(try lastPage()).jpg", "action": "crash"}, {"action": "read", "text": "còn lại"}]"#, to: "script.json")
        let outcome = try office.run("recognise", "--until-idle", "--json")
        #expect(outcome.code != -SIGKILL, "\(outcome)")
        let shown = try office.show("HS1")
        #expect(shown["pages"].list.map { $0["ocr"].text } == ["done", "failed"])
        #expect(shown["counts"]["ocr_failed"].int == 1)
    }

    private func lastPage() throws -> String { try office.show("HS1")["pages"][1]["id"].text ?? "" }
}
