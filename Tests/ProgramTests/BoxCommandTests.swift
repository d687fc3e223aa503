import Foundation
import ProgramKit
import Testing

/// Giao nhận without a screen: a batch comes, is counted, worked on, accepted and goes back.
@Suite struct BoxCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        let script = try office.write(#"[{"action": "read", "text": "Quyết định về đất đai"}]"#, to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try office.run("dossier", "add", "HS1", "--sheets", "2", "--title", "Hồ sơ một", "--box", "12", "--number", "1")
        try office.run("batch", "add", "01", "--name", "Khối nghiệp vụ", "--giver-unit", "Kho lưu trữ", "--receiver", "Hoa", "--metres", "1,5")
    }

    private func receive(_ box: String, dossiers: Int, _ more: String...) throws -> Outcome {
        try office.start(["batch", "receive", "01", "--box", box, "--dossiers", "\(dossiers)", "--json"] + more).end()
    }

    private func box(_ label: String = "12") throws -> JSONValue { try office.run("box", "show", label, "--json").json }

    @Test func theKeysAreFixed() throws {
        let received = try receive("12", dossiers: 1, "--sheets", "2", "--condition", "rách, mốc: góc dưới", "--room", "Kho 1", "--shelf", "3")
        #expect(received.code == 0, "\(received)")
        let shown = received.json
        #expect(shown.keys.isSuperset(of: [
            "box", "room", "shelf", "colour", "presence", "batch", "entry", "progress", "issues", "differences", "dossiers", "visits",
        ]))
        #expect(shown["entry"].keys.isSuperset(of: ["dossiers", "sheets", "condition", "condition_detail", "note", "person", "at"]))
        #expect(shown["entry"]["condition"].list.map(\.text) == ["torn", "mouldy"] && shown["entry"]["condition_detail"].text == "góc dưới")
        #expect(shown["room"].text == "Kho 1" && shown["shelf"].text == "3" && shown["presence"].text == "here")
        #expect(shown["issues"].list.map { $0["code"].text } == ["not_scanned"])
        for issue in shown["issues"].list { #expect(issue.keys == ["code", "count", "message"]) }
        let batch = try office.run("batch", "show", "01", "--json").json
        #expect(batch["boxes_here"].int == 1 && batch["dossiers"].int == 1 && batch["fields"]["name"].text == "Khối nghiệp vụ")
        #expect(batch["fields"]["shelfMetres"] == .number(1.5))
        #expect(batch["boxes"].list.map { $0["box"].text } == ["12"])
        let list = try office.run("box", "list", "kho 1", "--json").json
        #expect(list["total"].int == 1 && list["boxes"][0]["box"].text == "12")
        #expect(try office.run("box", "list", "--colour", "green", "--json").json["total"].int == 0)
    }

    @Test func whatCannotBeIsRefusedAndChangesNothing() throws {
        #expect(try office.run("batch", "add", "01", "--json").json["error"]["code"].text == "batch_exists")
        #expect(try office.run("batch", "add", "02", "--received", "32/13/2026").code == 65)
        #expect(try office.run("batch", "show", "77").code == 66)
        #expect(try office.run("box", "show", "77").code == 66)
        #expect(try receive("12", dossiers: 1, "--condition", "đẹp").code == 65)
        #expect(try receive("12", dossiers: -1).code != 0)
        let mistyped = try receive("21", dossiers: 1)
        #expect(mistyped.code == 65 && mistyped.json["error"]["code"].text == "unknown_box" && mistyped.errors.contains("“12”"), "\(mistyped)")
        #expect(try office.run("box", "return", "12", "--dossiers", "1", "--json").json["error"]["code"].text == "box_not_here")
        #expect(try office.run("box", "accept", "12", "--json").json["error"]["code"].text == "nothing_to_accept")
        #expect(try office.run("batch", "minutes", "01", "--to", office.path + "/x.pdf", "--json").json["error"]["code"].text == "batch_is_empty")
        #expect(try office.run("batch", "list", "--json").json["batches"].list.count == 1)
        #expect(try box()["presence"].text == "not_received")
    }

    @Test func tablesHaveHeadings() throws {
        _ = try receive("12", dossiers: 1)
        #expect(try office.run("box", "list").output.hasPrefix("Kho\tGiá\tHộp\t"))
        #expect(try office.run("batch", "list").output == "Đợt\tHộp ở đây/đã nhận\tHồ sơ\tTờ\tTên khối tài liệu\n01\t1/1\t1\t0\tKhối nghiệp vụ\n")
        #expect(try office.run("box", "slips", "12").output == "Không có hồ sơ nào cần lấy lại.\n")
    }

    @Test(arguments: [
        (["batch", "receive", "01", "--box", "12"], "Thiếu --dossiers <dossiers>."), (["batch", "add", "7", "--metres", "x"], "“x” không dùng được cho --metres"),
        (["box", "list", "--colour", "blue"], "“blue” không dùng được cho --colour <colour>. Chọn một trong: "), (["box", "show"], "Thiếu <box>."),
        (["batch", "add", "7", "--receved", "x"], "Không có tùy chọn --receved. Có phải --received?"), (["box", "list", "--limit=-1"], "không được âm"),
        (["batch", "show"], "Cách dùng: tramquet batch show"), (["batch", "show", "1", "2"], "Không nhận “2”"), (["box", "list", "--batch"], "Thiếu giá trị cho --batch"),
        (["box", "accept", "12", "--withdraw"], "thôi nghiệm thu hồ sơ nào"), (["box", "show"], "Xem `tramquet box show --help`"),
    ] as [([String], String)])
    func whatIsTypedWrongIsSaidInVietnamese(arguments: [String], words: String) throws {
        let outcome = try office.start(arguments).end()
        #expect(outcome.code == 64 && outcome.errors.contains(words), "\(outcome)")
        let english = try office.start(arguments + ["--lang", "en"]).end()
        #expect(english.code == 64 && !english.errors.contains("Lỗi"), "\(english)")
    }

    @Test func aWrongDayIsNamedAndShownHowToWrite() throws {
        let errors = try office.run("batch", "add", "02", "--received", "32/13/2026").errors
        #expect(errors.contains("ngày nhận") && errors.contains("05/11/2026"), "\(errors)")
    }

    @Test func anUnacceptedBoxGoesBackWithAReasonAndIsWantedAgain() throws {
        _ = try receive("12", dossiers: 1, "--sheets", "2")
        let refused = try office.run("box", "return", "12", "--dossiers", "1", "--json")
        #expect(refused.code == 65 && refused.json["error"]["code"].text == "box_not_done", "\(refused)")
        #expect(try office.run("box", "return", "12", "--dossiers", "1", "--reason", "khác:").code == 65)
        let back = try office.run("box", "return", "12", "--dossiers", "1", "--sheets", "1", "--reason", "mượn lại", "--json").json
        #expect(back["presence"].text == "returned" && back["return"]["reason"].text == "borrowed_back")
        #expect(back["differences"].list.count == 1)
        let slips = office.path + "/phieu.pdf"
        let wanted = try office.run("box", "slips", "--to", slips, "--json").json
        #expect(wanted["slips"].list.map { $0["dossier"].text } == ["HS1"] && wanted["pages"].int == 1)
        #expect(try office.tool("pdftotext", slips, "-").output.contains("HS1"))
        let minutes = office.path + "/bien-ban.pdf"
        #expect(try office.run("batch", "minutes", "01", "--return", "--to", minutes, "--json").json["lines"].int == 1)
        let text = try office.tool("pdftotext", "-raw", minutes, "-").output.replacingOccurrences(of: "\n", with: " ")
        #expect(text.contains("Kho lưu trữ") && text.contains("mượn lại"), "\(text)")
        #expect(text.contains("Số: 01/BB-HT") && !text.contains("……/……/………"), "\(text)")
        #expect(try office.run("box", "withdraw", "12").code == 0)
        #expect(try box()["presence"].text == "here")
        #expect(try office.run("box", "slips", "--json").json["slips"].list.isEmpty)
        #expect(try office.run("audit", "verify", "--json").json["holds"].isTrue)
    }

    @Test func aBoxTurnsGreenAndGoesBack() throws {
        _ = try receive("12", dossiers: 1, "--sheets", "3")
        #expect(try office.run("box", "count", "12", "--dossiers", "1", "--sheets", "2").code == 0)
        try #require(try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(4)).code == 0)
        try #require(try office.run("recognise", "--until-idle").code == 0)
        try acceptFindings()
        try #require(try office.run("dossier", "finish", "HS1").code == 0)
        try #require(try office.run("export", "--to", office.path + "/out").code == 0)
        #expect(try box()["issues"].list.map { $0["code"].text } == ["not_accepted"])
        let accepted = try office.run("box", "accept", "12", "--json").json
        #expect(accepted["colour"].text == "green", "\(accepted)")
        try office.run("dossier", "set", "HS1", "--title", "Tên khác")
        #expect(try box()["issues"].list.map { $0["code"].text } == ["changed_since"])
        let refused = try office.run("box", "accept", "12")
        #expect(refused.errors.contains("đã đổi sau khi giao (1): tiêu đề") && refused.errors.contains("Xuất lại"), "\(refused)")
        try office.run("export", "--to", office.path + "/out")
        #expect(try office.run("box", "accept", "12", "--dossiers", "HS1", "--json").json["colour"].text == "green")
        let back = try office.run("box", "return", "12", "--dossiers", "1", "--sheets", "2", "--json").json
        #expect(back["presence"].text == "returned" && back["colour"].text == "green" && back["return"].keys.isDisjoint(with: ["reason"]))
    }

    private func acceptFindings() throws {
        for page in try office.show("HS1")["pages"].list {
            try office.run("page", "accept", "--dossier", "HS1", "--page", "\(page["index"].int ?? 0)", "--finding", "all")
        }
    }
}
