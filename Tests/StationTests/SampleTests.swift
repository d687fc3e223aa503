import Foundation
import ProgramKit
import Testing

/// Lines drawn by lot, typed by two people and decided by a third, on the real program, and what the report makes of it.
@Suite struct SampleTests {
    private let office: Office

    /// One page of three lines; the machine has lost marks in the second.
    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:"
            + (try office.write(#"[{"action": "read", "text": "Quyết định của Uỷ ban\nVề viec giao đat\nĐiều 1"}]"#, to: "script.json"))
        try office.prepared(device: try office.feeder(1), sheets: 1)
        try office.run("scan", "--dossier", "HS1")
        _ = try office.run("recognise", "--until-idle", "--json")
    }

    private func lines() throws -> [JSONValue] { try office.run("sample", "text", "show", "1", "--json").json["lines"].list }

    private func open(_ person: String) throws -> TerminalSession {
        let session = try TerminalSession(office, ["--dossier", "HS1", "--as", person], columns: 80, rows: 24)
        try session.wait(for: "HS1")
        try session.press("C-p")
        try session.type("gox maaux")
        try session.wait(for: "Gõ mẫu")
        try session.press("Enter")
        return session
    }

    private func close(_ session: TerminalSession) throws {
        try session.press("C-q")
        #expect(try session.end() == 0)
        try FileManager.default.removeItem(atPath: office.path + "/code")
    }

    @Test func threeLinesAreTypedTwiceDecidedAndReported() throws {
        let drawn = try office.run("sample", "text", "draw", "--lines", "3", "--seed", "7", "--json", "--as", "hoa").json
        #expect(drawn["sample"].int == 1 && drawn["lines"].int == 3 && drawn["drawn"].list.count == 3)
        #expect(try office.run("report", "accuracy", "--json").json["accuracy"][0]["measured"].isNull)

        let first = try open("hoa")
        try first.wait(for: "Mẫu 1 · bạn đã gõ 0/3 dòng", "cả mẫu xong 0/3")
        #expect(!first.screen.contains("giao") && !first.screen.contains("Quyết"), "the machine's text is not shown")
        // Which line it is the test cannot see: all three are typed alike, and the truth is what two agree on.
        try first.type("Veef vieecj")
        try first.wait(for: "Về việc")
        try first.press("Escape")
        try first.press("M-g")
        try first.wait(for: "Về việc")
        try first.press("Enter")
        try first.wait(for: "bạn đã gõ 1/3")
        try first.type("Veef vieecj")
        try first.wait(for: "Về việc")
        try first.press("Enter")
        try first.wait(for: "bạn đã gõ 2/3")
        try first.type("Veef vieecj giao")
        try first.wait(for: "Về việc giao")
        try first.press("Enter")
        try first.wait(for: "Không còn dòng nào chờ bạn", "3 chờ người thứ hai")
        try close(first)
        #expect(try lines().allSatisfy { $0["state"].text == "second" && $0["machine"].isNull })

        let second = try open("lan")
        for number in 1...3 {
            try second.wait(for: "bạn đã gõ \(number - 1)/3")
            try second.type("Veef vieecj")
            try second.wait(for: "Về việc")
            try second.press("Enter")
        }
        try second.wait(for: "Không còn dòng nào chờ bạn", "1 chờ người thứ ba")
        try close(second)

        let third = try open("ba")
        try third.wait(for: "Hai người gõ khác nhau", "1 Về việc giao", "2 Về việc")
        try third.press("2")
        try third.wait(for: "Không còn dòng nào chờ bạn", "xong 3", "chưa đủ để kết luận")
        try close(third)

        let measured = try office.run("report", "accuracy", "--json").json["accuracy"][0]["measured"]
        #expect(measured["settled"].int == 3 && measured["typed_twice"].int == 3 && measured["characters"].int == 21 && measured["verdict"].text == "unsure")
        guard case .number(let right) = measured["corrected"]["right"], case .number(let low) = measured["corrected"]["low"] else {
            Issue.record("\(measured)")
            return
        }
        #expect(right < 0.98 && low <= right)
        let report = try office.run("report", "accuracy").output
        #expect(report.contains("Đo được\tKhoảng 95%\tSo với 98%") && report.contains("chưa đủ để kết luận"))
        #expect(try lines().allSatisfy { $0["truth"].text == "Về việc" && $0["typed"].list.count == 2 })
        #expect(try office.run("verify").code == 0)
    }

    @Test func whatCannotBeDrawnIsSaidWithItsCode() throws {
        #expect(try office.run("sample", "text", "draw", "--fonds", "Z9").code == 66)
        #expect(try office.run("sample", "text", "draw", "--dossier", "HS9").code == 66)
        #expect(try office.run("sample", "text", "draw", "--lines", "0").code == 64)
        #expect(try office.run("sample", "text", "show", "4").code == 66)
        try office.run("dossier", "add", "HS2")
        let empty = try office.run("sample", "text", "draw", "--dossier", "HS2", "--json")
        #expect(empty.code == 65 && empty.json["error"]["code"].text == "nothing_read")
        let dry = try office.run("sample", "text", "draw", "--lines", "2", "--seed", "9", "--dry-run", "--json").json
        #expect(dry["sample"].isNull && dry["drawn"].list.count == 2)
        let kept = try office.run("sample", "text", "draw", "--lines", "2", "--seed", "9", "--json").json
        #expect(kept["drawn"].list.map { $0["line"].int } == dry["drawn"].list.map { $0["line"].int } && kept["frame"].text == dry["frame"].text)
        #expect(try office.run("sample", "text", "drop", "1").code == 0)
        #expect(try office.run("sample", "text", "list", "--json").json["samples"][0]["dropped_at"].text != nil)
    }
}
