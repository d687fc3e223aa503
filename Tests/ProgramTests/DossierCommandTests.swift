import Foundation
import ProgramKit
import Testing

/// Registers, page actions and undo without a screen.
@Suite struct DossierCommandTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1", "--sheets", "3", "--title", "Hồ sơ một")
    }

    private func scanned() throws {
        try #require(try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(6)).code == 0)
    }

    private func numbers(_ shown: JSONValue) -> [Int?] {
        shown["pages"].list.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) }
    }

    @Test func showHasTheFixedKeys() throws {
        try scanned()
        let shown = try office.run("page", "drop", "--dossier", "HS1", "--page", "6", "--json").json
        #expect(shown.keys.isSuperset(of: [
            "code", "title", "state", "counted_sheets", "counted_roles", "counts", "missing", "documents", "pages", "dropped_pages",
            "placeholders", "missing_numbers", "doubled_labels",
        ]))
        #expect(shown["counts"].keys == [
            "sheets", "pages", "dropped", "blank", "ocr_waiting", "ocr_failed", "not_seen", "open_findings", "placeholders", "roles", "to_correct",
        ])
        #expect(shown["counts"]["roles"].keys == ["cover", "contents", "closing", "other"])
        #expect(shown["documents"][0].keys == ["id", "number", "pages", "fields"])
        let pageKeys: Set = [
            "id", "index", "document", "sheet", "label", "side", "counts_as", "blank", "turn", "width", "height", "dpi", "sha256",
            "ocr", "findings", "role", "deskew", "labelled",
        ]
        #expect(shown["pages"].list.count == 5 && shown["dropped_pages"].list.count == 1)
        for page in shown["pages"].list + shown["dropped_pages"].list { #expect(page.keys == pageKeys) }
        #expect(shown["pages"].list.map { $0["index"].int } == [1, 2, 3, 4, 5])
        #expect(shown["documents"][0]["pages"].list.map(\.text) == shown["pages"].list.map { $0["id"].text })
    }

    @Test(arguments: [("90", 90), ("-90", 270)]) func pagesAreTurnedEitherWay(degrees: String, turn: Int) throws {
        try scanned()
        let shown = try office.run("page", "turn", "--dossier", "HS1", "--page", "1", "--degrees", degrees, "--json").json
        #expect(shown["pages"][0]["turn"].int == turn, "\(shown)")
    }

    @Test func whatIsMissingIsListedUntilNothingIs() throws {
        let before = try office.show("HS1")
        #expect(before["state"].text == "prepared" && !before["missing"].list.isEmpty)
        for item in before["missing"].list { #expect(item.keys.isSuperset(of: ["code", "message"])) }
        try scanned()
        #expect(try office.show("HS1")["counts"]["sheets"].int == 3)
        #expect(try office.run("dossier", "finish", "HS1", "--json").json["state"].text == "scanned")
    }

    @Test func finishingSaysWhatNobodyHasSeen() throws {
        try scanned()
        let finished = try office.run("dossier", "finish", "HS1", "--json")
        #expect(finished.code == 0 && finished.json["open"].keys == ["findings", "blanks", "proposals", "unread", "preparation"])
        #expect(finished.json["open"]["unread"].int == 6 && finished.errors.contains("6 trang chưa đọc chữ"))
        #expect(try office.show("HS1")["open"].keys.isEmpty)
    }

    @Test func strictlyItIsFinishedOnceNothingIsOpen() throws {
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + (try office.write(#"[{"action": "read", "text": "Kính gửi"}]"#, to: "script.json"))
        try scanned()
        let early = try office.run("dossier", "finish", "HS1", "--strict", "--json")
        #expect(early.code == 65 && early.json["error"]["code"].text == "work_open" && early.errors.contains("tramquet recognise"), "\(early)")
        #expect(try office.show("HS1")["state"].text != "scanned")
        try #require(try office.run("recognise", "--until-idle").code == 0)
        for page in try office.show("HS1")["pages"].list {
            for finding in page["findings"].list {
                let accepted = try office.run("page", "accept", "--dossier", "HS1", "--page", page["id"].text ?? "", "--finding", finding.text ?? "")
                #expect(accepted.code == 0, "\(accepted)")
            }
        }
        let strict = try office.run("dossier", "finish", "HS1", "--strict", "--json")
        #expect(strict.code == 0 && strict.json["state"].text == "corrected", "no word is doubtful: \(strict)")
    }

    @Test func aMismatchBlocksUntilAReasonIsGiven() throws {
        try scanned()
        try office.run("dossier", "set", "HS1", "--sheets", "4")
        let blocked = try office.run("dossier", "finish", "HS1", "--json")
        #expect(blocked.code == 65 && blocked.json["error"]["code"].text == "counts_differ", "\(blocked)")
        #expect(try office.run("dossier", "finish", "HS1", "--override", "khác:").code == 65, "no reason is none")
        #expect(try office.run("dossier", "finish", "HS1", "--override", "đếm lại: ba").code == 65)
        #expect(try office.run("dossier", "finish", "HS1", "--override", "thiếu từ trước").code == 0)
        #expect(try office.show("HS1")["state"].text == "scanned")
    }

    @Test func pagesAreSplitDroppedRestoredMovedAndTurned() throws {
        try scanned()
        #expect(try page("split", "3")["documents"].list.map { $0["pages"].list.count } == [2, 4])
        #expect(try page("split", "5")["documents"].list.map { $0["number"].int } == [1, 2, 3])
        #expect(try page("merge", "5")["documents"].list.count == 2)
        #expect(numbers(try page("drop", "2")) == [1, 3, 4, 5, 6])
        #expect(numbers(try page("restore", "1")) == [1, 2, 3, 4, 5, 6])
        #expect(numbers(try page("move", "6", "--to", "1")) == [6, 1, 2, 3, 4, 5])
        #expect(try page("turn", "1", "--by", "90")["pages"][0]["turn"].int == 90)
        #expect(try office.run("page", "blank", "--dossier", "HS1", "--page", "1", "confirmed", "--json").json["pages"][0]["blank"].text == "confirmed")
    }

    @Test func undoTakesBackStepByStepAndRedoBringsThemAgain() throws {
        try scanned()
        let start = try office.show("HS1")
        _ = try page("split", "3")
        _ = try page("drop", "1")
        _ = try page("turn", "1")
        let done = try office.show("HS1")
        for _ in 1...3 { #expect(try office.run("undo", "--dossier", "HS1").code == 0) }
        let undone = try office.show("HS1")
        #expect(undone["pages"] == start["pages"] && undone["documents"].list.count == 1)
        for _ in 1...3 { #expect(try office.run("redo", "--dossier", "HS1").code == 0) }
        #expect(try office.show("HS1")["pages"] == done["pages"])
        #expect(try office.run("audit", "verify", "--json").json["holds"].isTrue)
    }

    @Test func finishingIsTakenBackToo() throws {
        try scanned()
        try office.run("dossier", "finish", "HS1", "--override", "thiếu từ trước")
        #expect(try office.show("HS1")["state"].text == "scanned")
        #expect(try office.run("undo", "--dossier", "HS1", "--json").json["state"].text == "scanning")
        #expect(try office.run("redo", "--dossier", "HS1", "--json").json["state"].text == "scanned")
        #expect(try office.run("audit", "verify", "--json").json["holds"].isTrue)
    }

    @Test func anActionThatCannotBeDoneChangesNothing() throws {
        try scanned()
        let before = try office.show("HS1")
        #expect(try office.run("page", "drop", "--dossier", "HS1", "--page", "99").code == 66)
        #expect(try office.run("page", "move", "--dossier", "HS1", "--page", "1", "--to", "99").code == 65)
        #expect(try office.run("page", "turn", "--dossier", "HS1", "--page", "1", "--by", "45").code == 64)
        #expect(try office.run("page", "restore", "--dossier", "HS1", "--page", "1").code == 66)
        #expect(try office.show("HS1") == before)
    }

    @Test func theRegisterIsFoundWithAndWithoutMarks() throws {
        try office.run("dossier", "add", "HS2", "--title", "Quyết định đầu tư", "--box", "7")
        for query in ["quyết định", "quyet dinh", "DAU TU", "hs2"] {
            let found = try office.run("dossier", "list", query, "--json").json["dossiers"].list
            #expect(found.map { $0["code"].text } == ["HS2"], "\(query)")
        }
        #expect(try office.run("dossier", "list", "--box", "7", "--json").json["dossiers"].list.count == 1)
        #expect(try office.run("dossier", "list", "--json").json["dossiers"].list.count == 2)
    }

    @Test(arguments: ["../../etc", "", ".an", "an/", "a:b", "a\nb"])
    func aCodeThatIsNoFileNameIsRefused(_ code: String) throws {
        let outcome = try office.run("dossier", "add", "--json", "--", code)
        #expect(outcome.code == 65, "\(outcome)")
        #expect(try office.run("dossier", "list", "--json").json["dossiers"].list.count == 1)
    }

    @Test func aCodeIsThereOnce() throws {
        let outcome = try office.run("dossier", "add", "HS1", "--json")
        #expect(outcome.code == 65 && outcome.json["error"]["code"].text == "dossier_exists")
    }

    private func page(_ action: String, _ page: String, _ more: String...) throws -> JSONValue {
        let outcome = try office.start(["page", action, "--dossier", "HS1", "--page", page, "--json"] + more).end()
        #expect(outcome.code == 0, "\(action) \(outcome)")
        return outcome.json
    }
}
