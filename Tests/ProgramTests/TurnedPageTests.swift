import Foundation
import ProgramKit
import Testing

/// Sheets that were fed upside down or sideways, read by Tesseract itself.
@Suite struct TurnedPageTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1", "--sheets", "3")
    }

    private func scan(_ sides: [(number: Int, turns: Int)]) throws {
        let device = try office.textFeeder(sides)
        let outcome = try office.run("scan", "--dossier", "HS1", "--device", device, "--source", "adf", "--dpi", "200", "--mode", "gray")
        try #require(outcome.code == 0, "\(outcome)")
    }

    private func recognise() throws -> JSONValue {
        let outcome = try office.run("recognise", "--until-idle", "--json", within: 180)
        try #require(outcome.code == 0, "\(outcome)")
        return outcome.json
    }

    @Test func pagesAppearUprightAreReadRightAndAreTold() throws {
        try scan([(5, 0), (5, 2), (5, 1)])
        #expect(try recognise()["turned"].int == 2)
        let shown = try office.show("HS1")
        #expect(shown["pages"].list.map { $0["turn"].int } == [0, 180, 270])
        let told = shown["pages"].list.map { $0["findings"].list.contains { $0.text == "turned" } }
        #expect(told == [false, true, true], "\(shown)")
        #expect(shown["counts"]["open_findings"].int ?? 0 >= 2)
        #expect(try office.run("verify").code == 0, "the summary is that of the facts")
        #expect(try office.run("audit", "verify").code == 0)

        // The same words on each, in the same order; a few may differ, for each was compressed anew.
        let texts = try office.run("text", "--dossier", "HS1", "--json").json["pages"].list.map { $0["text"].text ?? "" }
        for text in texts { #expect(text.contains("Kính gửi: Sở Giao thông vận tải tỉnh Hưng Giang"), "\(text)") }

        try #require(try office.run("dossier", "finish", "HS1").code == 0)
        try #require(try office.run("export", "--to", office.path + "/target").code == 0)
        let pdf = office.path + "/target/" + (try #require(office.files(below: office.path + "/target").first { $0.hasSuffix(".pdf") }))
        let pages = try office.tool("pdftotext", "-raw", pdf, "-").output.split(separator: "\u{0C}").map { Set($0.split(separator: "\n")) }
        #expect(pages.count == 3)
        for page in pages.dropFirst() {
            #expect(page.intersection(pages[0]).count * 10 >= pages[0].count * 8, "line by line as on the upright page")
        }
        let sizes = try office.tool("pdfinfo", "-f", "1", "-l", "3", pdf).output.split(separator: "\n").filter { $0.hasPrefix("Page ") && $0.contains(" size:") }
        #expect(Set(sizes.map { $0.drop { $0 != ":" } }).count == 1, "all stand upright: \(sizes)")
    }

    @Test func whatAPersonTurnedStaysSo() throws {
        try scan([(5, 2)])
        try office.run("page", "turn", "--dossier", "HS1", "--page", "1", "--degrees", "270")
        #expect(try recognise()["turned"].int == 0)
        #expect(try office.show("HS1")["pages"][0]["turn"].int == 270)
    }

    @Test func itCanBeSwitchedOff() throws {
        try office.write("[ocr]\nauto_turn = false\n", to: "data/config.toml")
        try scan([(5, 2)])
        #expect(try recognise()["turned"].int == 0)
        let page = try office.show("HS1")["pages"][0]
        #expect(page["turn"].int == 0 && !page["findings"].list.contains { $0.text == "turned" })
    }
}
