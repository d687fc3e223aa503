import Foundation
import ProgramKit
import Testing

/// A mark of secrecy on a page that Tesseract reads itself, from the file to the document that is held back.
@Suite struct MarkOfSecrecyTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1")
    }

    /// TỐI MẬT in worn type, its letters set apart: over the whole page the engine passes over the row, which is seen in the picture and
    /// read anew by itself.
    @Test func aRowThatThePageReadingPassesOver() throws {
        let page = try #require(Bundle.module.path(forResource: "spaced-mark", ofType: "png", inDirectory: "Resources"))
        try #require(try office.run("import-pages", "--dossier", "HS1", page).code == 0)
        let outcome = try office.run("recognise", "--until-idle", "--workers", "1", "--json", within: 180)
        try #require(outcome.code == 0, "\(outcome)")
        let withheld = try office.run("withheld", "list", "--json").json["withheld"].list
        try #require(withheld.count == 1, "\(withheld)")
        #expect(withheld[0]["reason"].text == "suspected_secret" && withheld[0]["found"][0]["level"].text == "secret", "\(withheld)")
        #expect(try office.run("text", "--dossier", "HS1").code == 77)

        try #require(try office.run("release", "--dossier", "HS1", "--document", "1", "--detail", "đã xem bản giấy").code == 0)
        let text = try office.run("text", "--dossier", "HS1").output
        #expect(text.contains("Về tình hình thực hiện kế hoạch năm 2000") && !text.contains("MẬT"), "else the picture was not needed: \(text)")
    }
}
