import Foundation
import ProgramKit
import Testing

/// What whoever prepared a dossier wrote on its phiếu chuẩn bị, keyed by commands.
@Suite struct PreparationCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1", "--sheets", "1", "--title", "Hồ sơ một")
    }

    @Test func keyedShownAndTakenBack() throws {
        #expect(try office.show("HS1")["preparation"] == .null && office.show("HS1")["scanned_by"].list.isEmpty)
        let sheets = try office.printSheets("--preparation", "HS1")
        let device = try office.stack([.sheet(1), .blank, .page(1), .page(2)], sheets: sheets)
        #expect(try office.run("scan", "--dossier", "HS1", "--device", device, "--json").code == 0)
        let wanted = try office.show("HS1")
        #expect(wanted["preparation"]["wanted"].isTrue == true && wanted["preparation"]["page"] == wanted["dropped_pages"][0]["id"])
        #expect(try office.run("dossier", "show", "HS1").output.contains("số liệu phiếu chuẩn bị chưa nhập"))
        let strict = try office.run("dossier", "finish", "HS1", "--strict", "--json")
        #expect(strict.code == 65)

        let set = try office.run("dossier", "set", "HS1", "--preparer", "Trần Thị Hoà", "--large", "2", "--torn", "0", "--doubled", "1", "--missing", "3", "--json")
        let said = set.json["preparation"]
        #expect(said["preparer"].text == "Trần Thị Hoà" && said["large"].int == 2 && said["torn"].int == 0 && said["folded"] == .null, "\(set)")
        #expect(said["doubled"].int == 1 && said["missing"].int == 3 && said["wanted"].isTrue == false && said["page"] == wanted["preparation"]["page"])
        #expect(set.json["counted_sheets"].int == 1, "the counted sheets are the dossier's own")
        #expect(try office.run("dossier", "set", "HS1", "--torn", "4", "--json").json["preparation"]["large"].int == 2, "the rest stays")
        let text = try office.run("dossier", "show", "HS1").output
        #expect(text.contains("Chuẩn bị: Trần Thị Hoà · Khổ lớn, A3 trở lên 2") && text.contains("tờ khổ lớn: đếm 2, để riêng 0"), "\(text)")
        let refused = try office.run("dossier", "set", "HS1", "--missing", "-1", "--json")
        #expect(refused.code == 65 || refused.code == 64)
        let finished = try office.run("dossier", "finish", "HS1")
        #expect(finished.code == 0 && finished.errors.contains("tờ rách, giòn: đếm 4, để riêng 0"), "\(finished)")
        try office.run("undo", "--dossier", "HS1")
        #expect(try office.run("undo", "--dossier", "HS1", "--json").json["preparation"]["torn"].int == 0)
        #expect(try office.run("undo", "--dossier", "HS1", "--json").json["preparation"]["wanted"].isTrue == true)
        #expect(try office.run("verify").code == 0 && office.run("audit", "verify").code == 0)
    }
}
