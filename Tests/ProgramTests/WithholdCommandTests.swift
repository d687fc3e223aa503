import Foundation
import ProgramKit
import Testing

/// Keeping material back and letting it go, as a person at a prompt or another program does it.
@Suite struct WithholdCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        let script = try office.write(#"[{"action": "read", "text": "Trích yếu quyết định"}]"#, to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try office.run("dossier", "add", "HS1")
        try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(4))
        try office.run("page", "split", "--dossier", "HS1", "--page", "3")
        let outcome = try office.run("recognise", "--until-idle", "--workers", "1", "--json")
        try #require(outcome.code == 0, "\(outcome)")
    }

    @Test func aDocumentAndBack() throws {
        let outcome = try office.run(
            "withhold", "--dossier", "HS1", "--document", "2", "--reason", "nghi mật", "--detail", "có dấu", "--json")
        #expect(outcome.code == 0)
        #expect(outcome.json.keys == ["id", "dossier", "scope", "document", "page", "reason", "detail", "person", "at", "by", "found"])
        #expect(outcome.json["document"].int == 2 && outcome.json["reason"].text == "suspected_secret")

        let shown = try office.show("HS1")
        #expect(shown["withheld"]["pages"].int == 2 && shown["withheld"]["reason"] == .null)
        #expect(shown["pages"].list.map { $0["withheld"].text } == [nil, nil, "suspected_secret", "suspected_secret"])
        #expect(try office.run("search", "quyết định", "--json").json["hits"].list.map { $0["index"].int } == [1, 2])
        #expect(try office.run("withheld", "list", "--json").json["withheld"].list.map { $0["detail"].text } == ["có dấu"])

        let text = try office.run("text", "--dossier", "HS1", "--page", "3", "--json")
        #expect(text.code == 77 && text.json["error"]["code"].text == "withheld")
        #expect(try office.run("text", "--dossier", "HS1", "--json").json["pages"].list.count == 2)

        #expect(try office.run("release", "--dossier", "HS1", "--document", "2").code == 64, "not without a word")
        #expect(try office.run("release", "--dossier", "HS1", "--document", "2", "--detail", " ").code == 65)
        #expect(try office.run("release", "--dossier", "HS1", "--page", "3", "--detail", "được").code == 65, "it is the document that is withheld")
        #expect(try office.run("release", "--dossier", "HS1", "--document", "2", "--detail", "được").code == 0)
        #expect(try office.run("text", "--dossier", "HS1", "--page", "3").code == 0)
        #expect(try office.run("search", "quyết định", "--json").json["hits"].list.count == 4)
        #expect(try office.run("audit", "verify").code == 0 && office.run("verify").code == 0)
    }

    @Test func aDossierIsNotReadAloud() throws {
        #expect(try office.run("withhold", "--dossier", "HS1", "--reason", "restricted").code == 0)
        #expect(try office.run("text", "--dossier", "HS1").code == 77)
        #expect(try office.run("dossier", "list", "--json").json["dossiers"][0]["withheld"]["reason"].text == "restricted")
        #expect(try office.run("withhold", "--dossier", "HS1", "--reason", "vì thế").code == 64)
        #expect(try office.run("withhold", "--dossier", "HS1", "--document", "9", "--reason", "damaged").code == 66)
    }

    @Test func aSlipForThePaper() throws {
        let file = office.path + "/slip.pdf"
        #expect(try office.run("withhold", "--dossier", "HS1", "--page", "3", "--reason", "damaged", "--detail", "rách nát", "--slip", file).code == 0)
        let words = try office.tool("pdftotext", "-layout", file, "-").output
        for word in ["PHIẾU THAY THẾ", "HS1", "Hỏng nặng", "rách nát", "Người giữ"] { #expect(words.contains(word), "\(word)") }
        #expect(try office.tool("pdfinfo", file).output.contains("Pages:           1"))
    }
}
