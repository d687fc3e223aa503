import Foundation
import ProgramKit
import Testing

/// Several dossiers with their covers in one stack: it splits itself while the feeder goes on.
@Suite struct StackOfDossiersTests {
    private let office: Office
    /// Pages of the printed sheets: covers of A, B, C; a preparation sheet of B.
    private let sheets: String

    init() throws {
        office = try Office()
        for code in ["A", "B", "C"] { try office.run("dossier", "add", code, "--sheets", "2", "--title", "Hồ sơ \(code)") }
        sheets = try office.printSheets("--dossiers", "A", "B", "C", "--preparation", "B")
    }

    @discardableResult
    private func scan(_ device: String, _ more: String..., dossier: String = "A") throws -> Outcome {
        try office.start(["scan", "--dossier", dossier, "--device", device, "--json"] + more, with: [:]).end()
    }

    private static let three: [Face] = [
        .sheet(1), .blank, .page(1), .page(2), .page(3), .page(4),
        .sheet(2), .blank, .sheet(4), .blank, .page(5), .page(6), .page(7), .page(8),
        .sheet(3), .blank, .page(9), .page(10), .page(11), .page(12),
    ]

    @Test func threeDossiersInOneRun() throws {
        let outcome = try scan(try office.stack(Self.three, sheets: sheets))
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try office.numbers("A") == [1, 2, 3, 4])
        #expect(try office.numbers("B") == [5, 6, 7, 8])
        #expect(try office.numbers("C") == [9, 10, 11, 12])
        let events = outcome.events
        #expect(events.filter { $0["event"].text == "dossier" }.map { $0["dossier"].text } == ["B", "C"])
        let pages = events.filter { $0["event"].text == "page" }
        #expect(pages.map { $0["dossier"].text }.joinedLetters == "AAAAAAAABBBBBBBBCCCC")
        #expect(pages.map { $0["sheet"].int } == [0, 0, 1, 1, 2, 2, 0, 0, 0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2])
        #expect(pages.map { $0["separator"].text ?? "" }.filter { !$0.isEmpty } == ["kept_out", "kept_out", "next_dossier", "kept_out", "kept_out", "kept_out", "next_dossier", "kept_out"])
        let end = try #require(events.last)
        #expect(end["pages"].int == 12 && end["sheets"].int == 6 && end["separators"].int == 4 && end["complete"].isTrue == true)
        #expect(end["dossiers"].list.map { $0["code"].text } == ["A", "B", "C"])
        #expect(end["dossiers"].list.map { $0["pages"].int } == [4, 4, 4] && end["dossiers"].list.map { $0["complete"].isTrue } == [true, true, true])
        for code in ["A", "B", "C"] { #expect(try office.run("dossier", "finish", code, "--json").json["state"].text == "scanned") }
        #expect(try office.run("verify").code == 0 && office.run("audit", "verify").code == 0)
        // The tray is one: nothing is fed again into any of them.
        for code in ["A", "B", "C"] { #expect(try scan("folder:\(office.path)/stack", dossier: code).code == 66) }
    }

    /// A cover was forgotten: the register knows of the dossier, and its pages are given to it by hand.
    @Test func aMissingCoverIsToldAndSetByHand() throws {
        for (number, code) in ["A", "B", "C"].enumerated() { try office.run("dossier", "set", code, "--box", "7", "--number", "\(number + 1)") }
        let device = try office.stack([.page(1), .page(2), .page(3), .page(4), .sheet(3), .blank, .page(5), .page(6)], sheets: sheets)
        let outcome = try scan(device)
        #expect(outcome.code == 0 && outcome.events.last?["missing_covers"].list.map(\.text) == ["B"], "\(outcome)")
        #expect(try office.numbers("A") == [1, 2, 3, 4])
        try office.run("dossier", "set", "A", "--sheets", "1")
        #expect(try office.show("A")["covers_suspected"].list.map(\.text) == ["B"])
        #expect(try office.run("page", "transfer", "--dossier", "A", "--page", "3", "--to", "B").code == 0)
        #expect(try office.numbers("A") == [1, 2] && office.numbers("B") == [3, 4] && office.numbers("C") == [5, 6])
        #expect(try office.show("A")["covers_suspected"].list.isEmpty)
        #expect(try office.run("page", "transfer", "--dossier", "A", "--page", "1", "--to", "A").code != 0)
        #expect(try office.run("verify").code == 0 && office.run("audit", "verify").code == 0)
    }

    @Test func upsideDownAndOnTheBack() throws {
        let outcome = try scan(try office.stack([.page(1), .page(2), .blank, .sheet(2, upsideDown: true), .page(3), .page(4), .sheet(3, upsideDown: true), .blank, .page(5), .page(6)], sheets: sheets))
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try office.numbers("A") == [1, 2] && office.numbers("B") == [3, 4] && office.numbers("C") == [5, 6])
        #expect(try office.show("A")["counts"]["sheets"].int == 1)
    }

    @Test func aCoverAtTheVeryEndAndTheFirstDossierAgain() throws {
        let outcome = try scan(try office.stack([.page(1), .page(2), .sheet(2), .blank, .page(3), .page(4), .sheet(1), .blank, .page(5), .page(6), .sheet(3), .blank], sheets: sheets))
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try office.numbers("A") == [1, 2, 5, 6] && office.numbers("B") == [3, 4] && office.numbers("C") == [])
        #expect(outcome.events.filter { $0["event"].text == "dossier" }.map { $0["dossier"].text } == ["B", "A", "C"])
    }

    @Test func aJamInTheSecondDossierIsGoneOnWith() throws {
        let device = try office.stack(Self.three, sheets: sheets, faults: "jam_at = 7\n")
        let jam = try scan(device)
        #expect(jam.code == 69, "\(jam)")
        #expect(try office.numbers("A") == [1, 2, 3, 4] && office.numbers("B") == [5, 6])
        let rest = try scan(device, dossier: "B")
        #expect(rest.code == 0, "\(rest)")
        #expect(try office.numbers("B") == [5, 6, 7, 8] && office.numbers("C") == [9, 10, 11, 12])
    }

    /// A cover that no dossier answers to, or whose dossier is in use: the feeder stops, and the cover is there to be looked at.
    @Test func aDossierThatCannotBeHad() throws {
        let foreign = try Office()
        try foreign.run("dossier", "add", "ZZ")
        let covers = try foreign.printSheets("--dossiers", "ZZ")
        let faces: [Face] = [.page(1), .page(2), .sheet(1), .blank] + (3...20).map { .page($0) }
        let outcome = try scan(try office.stack(faces, sheets: covers, faults: "slow_ms_per_page = 150\n"))
        #expect(outcome.code == 66, "\(outcome)")
        #expect(outcome.events.contains { $0["error"]["code"].text == "no_such_dossier" } && outcome.events.contains { $0["stop"].text == "error" })
        let shown = try office.show("A")
        let cover = try #require(shown["pages"].list.first { $0["code"].text?.hasPrefix("TQ1:B:ZZ:") == true })
        #expect(cover["findings"].list.map(\.text).contains("other_dossier"))
        #expect(shown["pages"].list.count < 16, "the feeder did not go on for long")
        #expect(try office.numbers("A").compactMap { $0 } == Array(1...(shown["pages"].list.count - 2)), "whatever came lies in order")
    }

    /// Paper that goes into a finished dossier by mistake would be hard to find again.
    @Test func aDossierThatIsFinished() throws {
        try scan(try office.feeder(4, name: "first"), dossier: "B")
        #expect(try office.run("dossier", "finish", "B", "--json").json["state"].text == "scanned")
        let faces: [Face] = [.page(5), .page(6), .sheet(2), .blank] + (7...20).map { .page($0) }
        let outcome = try scan(try office.stack(faces, sheets: sheets, faults: "slow_ms_per_page = 150\n"))
        #expect(outcome.code == 65 && outcome.events.contains { $0["error"]["code"].text == "dossier_finished" }, "\(outcome)")
        #expect(try office.numbers("B").compactMap { $0 } == [1, 2, 3, 4] && office.show("B")["state"].text == "scanned")
    }

    /// Pages that go in between others stay where they were sent.
    @Test func insertedPagesStay() throws {
        try scan(try office.feeder(2, name: "first"))
        let outcome = try scan(try office.stack([.page(3), .page(4), .sheet(2), .blank, .page(5), .page(6)], sheets: sheets), "--after", "0")
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try office.numbers("A").compactMap { $0 } == [3, 4, 5, 6, 1, 2] && office.numbers("B") == [])
        #expect(try office.show("A")["pages"][2]["findings"].list.map(\.text).contains("other_dossier"))
    }

    /// Killed at random moments: no page that was told is missing, and none is in the wrong dossier.
    @Test(arguments: [9, 11, 12, 16]) func aSuddenEnd(afterEvents events: Int) throws {
        let device = try office.stack(Self.three, sheets: sheets, faults: "slow_ms_per_page = 60\n")
        let running = try office.start(["scan", "--dossier", "A", "--device", device, "--json"], with: [:])
        try waitUntil("pages told", within: 30) { running.lines.count >= events }
        let worker = running.descendants
        running.signal(SIGKILL)
        let killed = try running.end()
        try waitUntil("worker gone", within: 10) { !worker.contains(where: isRunning) }
        #expect(try office.run("recover", "--adopt").code == 0)
        let told = killed.output.split(separator: "\n").map { JSONValue($0) }.filter { $0["separator"].text == nil && $0["event"].text == "page" }
        var there: [String: [String]] = [:]
        for code in ["A", "B", "C"] { there[code] = try office.show(code)["pages"].list.compactMap { $0["id"].text } }
        for page in told { #expect(there[page["dossier"].text ?? ""]?.contains(page["page"].text ?? "") == true) }
        #expect(try office.numbers("A") == [1, 2, 3, 4])
        for (code, first) in [("B", 5), ("C", 9)] {
            let numbers = try office.numbers(code).compactMap { $0 }
            #expect(numbers == Array(first..<(first + numbers.count)), "\(code)")
        }
        // Whoever scans on does so where the stack stood: the station opens the dossier of the last run by itself.
        let sql = "SELECT d.code FROM runs r JOIN dossiers d ON d.id = r.dossier_id ORDER BY r.rowid DESC LIMIT 1"
        let open = try office.tool("sqlite3", office.data + "/station.sqlite", sql).output.trimmingCharacters(in: .newlines)
        #expect(try scan(device, dossier: open).code == 0)
        #expect(try office.numbers("B") == [5, 6, 7, 8], "\(open), after \(told.count) pages: \(killed.output)")
        #expect(try office.numbers("C") == [9, 10, 11, 12], "\(open), after \(told.count) pages")
        #expect(try office.run("verify").code == 0)
    }

    /// Killed when the cover lay in the spool and the run of its dossier was not begun: it is obeyed all the same.
    @Test func aSuddenEndBetweenACoverAndItsRun() throws {
        try scan(try office.stack([.page(1), .page(2), .sheet(2), .blank, .page(3), .page(4)], sheets: sheets))
        #expect(try office.numbers("A") == [1, 2] && office.numbers("B") == [3, 4])
        // As if nothing behind the first sheet had been entered.
        let sql = """
            PRAGMA foreign_keys = OFF;
            CREATE TEMP TABLE gone AS SELECT id, sheet_id FROM pages WHERE sequence > 2;
            DELETE FROM jobs WHERE page_id IN (SELECT id FROM gone); DELETE FROM findings WHERE page_id IN (SELECT id FROM gone);
            DELETE FROM placements WHERE page_id IN (SELECT id FROM gone); DELETE FROM sheets WHERE id IN (SELECT sheet_id FROM gone);
            DELETE FROM pages WHERE id IN (SELECT id FROM gone); DELETE FROM hoppers;
            UPDATE arrivals SET outcome = NULL, run_id = (SELECT id FROM runs WHERE continues IS NULL) WHERE sequence > 2;
            DELETE FROM runs WHERE continues IS NOT NULL;
            """
        try #require(try office.tool("sqlite3", office.data + "/station.sqlite", sql).code == 0)
        let adopted = try office.run("recover", "--adopt", "--json")
        #expect(adopted.code == 0 && adopted.json["adopted"].list.count == 4, "\(adopted)")
        #expect(try office.numbers("A") == [1, 2] && office.numbers("B") == [3, 4])
        #expect(try office.show("A")["dropped_pages"].list.count == 2 && office.show("A")["counts"]["open_findings"].int == office.show("A")["pages"].list.count)
        #expect(try office.run("verify").code == 0)
    }

    /// A dossier whose cover nobody printed: a sheet "hồ sơ mới" keeps it apart until it has a name.
    @Test func aDossierWithoutAName() throws {
        let printed = try office.printSheets("--dossiers", "C", "--new-dossiers", "1")
        let faces: [Face] = [.page(1), .page(2), .page(3), .page(4), .sheet(2, upsideDown: true), .blank, .page(5), .page(6), .page(7), .page(8), .sheet(1), .blank, .page(9), .page(10), .page(11), .page(12)]
        let outcome = try scan(try office.stack(faces, sheets: printed))
        #expect(outcome.code == 0 && outcome.events.contains { $0["separator"].text == "new_dossier" }, "\(outcome)")
        #expect(outcome.events.last?["unnamed_parts"].int == 1 && outcome.errors.contains("chưa đặt tên"))
        #expect(try office.numbers("C") == [9, 10, 11, 12] && office.numbers("A").compactMap { $0 } == Array(1...8))
        let part = try office.show("A")["unnamed_parts"][0]
        #expect(part["sheets"].int == 2 && part["pages"].list.count == 4 && part["separators"].list.count == 1)
        let refused = try office.run("dossier", "finish", "A", "--override", "đếm lại: 4")
        #expect(refused.code == 65 && refused.errors.contains("chưa đặt tên, từ trang 5") && refused.errors.contains("page transfer"), "\(refused)")
        let moved = try office.run("page", "transfer", "--dossier", "A", "--page", "5", "--to", "B", "--json")
        #expect(moved.code == 0 && moved.json["unnamed_parts"].list.isEmpty, "\(moved)")
        #expect(try office.numbers("A") == [1, 2, 3, 4] && office.numbers("B") == [5, 6, 7, 8])
        for code in ["A", "B", "C"] { #expect(try office.run("dossier", "finish", code, "--json").json["state"].text == "scanned") }
        #expect(try office.run("verify").code == 0)
    }

    @Test func aPersonSaysThatItIsNone() throws {
        let printed = try office.printSheets("--new-dossiers", "1")
        try scan(try office.stack([.page(1), .page(2), .sheet(1), .blank, .page(3), .page(4)], sheets: printed))
        let id = try #require(try office.show("A")["unnamed_parts"][0]["separators"][0].text)
        let accepted = try office.run("page", "accept", "--dossier", "A", "--page", id, "--finding", "new_dossier", "--json")
        #expect(accepted.json["unnamed_parts"].list.isEmpty, "\(accepted)")
        #expect(try office.run("dossier", "finish", "A", "--json").json["state"].text == "scanned")
    }

    /// The paper went back to the store with its box: whoever scans into it all the same is told.
    @Test func aBoxThatWentBackIsTold() throws {
        try office.run("dossier", "set", "A", "--box", "P", "--number", "1")
        try office.run("batch", "add", "1", "--name", "Đợt 1")
        #expect(try office.run("batch", "receive", "1", "--box", "P", "--dossiers", "1").code == 0)
        #expect(try office.run("box", "return", "P", "--dossiers", "1", "--reason", "mượn lại").code == 0)
        let outcome = try scan(try office.feeder(2, name: "first"))
        #expect(outcome.code == 0 && outcome.errors.contains("hộp P"), "\(outcome)")
    }
}

extension [String?] {
    fileprivate var joinedLetters: String { compactMap { $0 }.joined() }
}
