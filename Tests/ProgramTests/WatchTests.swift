import Foundation
import ProgramKit
import Testing

/// `tramquet watch`: a folder that copiers scan to.
@Suite struct WatchTests {
    private let office: Office
    private let folder: String

    init() throws {
        office = try Office()
        folder = office.path + "/share"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try office.run("dossier", "add", "HS1")
    }

    private func put(_ name: String, _ data: Data) throws {
        let file = URL(fileURLWithPath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    private func watch(_ options: String..., in other: Office? = nil) throws -> RunningProgram {
        try (other ?? office).start(["watch", folder, "--json"] + options)
    }

    private func numbers(_ code: String = "HS1", in other: Office? = nil) throws -> [Int?] {
        let office = other ?? office
        return try office.show(code)["pages"].list.map { page in
            let jpeg = office.imagePath(page["id"].text ?? "")
            return Side.number(ofFile: FileManager.default.fileExists(atPath: jpeg) ? jpeg : jpeg.dropLast(3) + "png")
        }
    }

    private func files(_ below: String) -> [String] { office.files(below: "\(folder)/\(below)") }
    private func left() -> [String] { office.files(below: folder).filter { !$0.contains("/") } }

    private func checkSound(_ other: Office? = nil) throws {
        let office = other ?? office
        #expect(try office.run("recover", "--json").json["orphans"].list.isEmpty)
        #expect(try office.run("verify", "--json").json["sound"].isTrue)
    }

    // MARK: - What comes in

    @Test func imagesTIFFsAndPDFsComeInInNaturalOrderAndAreFiled() throws {
        try put("quet10.pdf", try ManySides.pdf(5...6))
        try put("quet2.tif", ManySides.tiff(2...4))
        try put("quet1.jpg", try Side.draw(1))
        try put("quet3.jpg.part", try Side.draw(9))
        let outcome = try watch("--dossier", "HS1", "--until-idle").end()
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try numbers() == [1, 2, 3, 4, 5, 6])
        let day = try #require(try FileManager.default.contentsOfDirectory(atPath: folder + "/da-nhan").first)
        #expect(files("da-nhan") == ["quet1.jpg", "quet10.pdf", "quet2.tif"].map { "\(day)/\($0)" })
        #expect(left() == ["quet3.jpg.part"] && files(".dang-nhan").isEmpty)
        let events = outcome.events
        #expect(events.map { $0["event"].text } == ["page", "file", "page", "page", "page", "file", "page", "page", "file", "end"])
        #expect(events.filter { $0["event"].text == "page" }.map { $0["sheet"].int } == [1, 2, 3, 4, 5, 6])
        #expect(events[2]["file"].text == "quet2.tif" && events[2]["dossier"].text == "HS1" && events[2]["index"].int == 2)
        #expect(events[5]["pages"].int == 3 && events[5]["duplicates"].int == 0)
        #expect(events[9]["files"].int == 3 && events[9]["pages"].int == 6 && events[9]["refused"].int == 0)
        #expect(FileManager.default.contents(atPath: "\(folder)/da-nhan/\(day)/quet1.jpg") == (try Side.draw(1)))
        // The same name once more writes over nothing; its bytes are there already.
        try put("quet1.jpg", try Side.draw(1))
        let again = try watch("--dossier", "HS1", "--until-idle").end()
        #expect(again.code == 0 && again.events.first { $0["event"].text == "file" }?["duplicates"].int == 1, "\(again)")
        #expect(files("da-nhan").contains("\(day)/quet1.2.jpg"))
        try checkSound()
    }

    @Test func badFilesAreRefusedWithTheReasonBesideThem() throws {
        let whole = try Side.draw(1)
        try put("a.jpg", whole)
        // The end is there, the middle is not.
        try put("b-hong.jpg", whole.prefix(whole.count / 2) + Data([0xFF, 0xD9]))
        try put("c.pdf", try ManySides.pdf([2, 3]))
        try office.tool("qpdf", "--encrypt", "mo", "khoa", "256", "--", folder + "/c.pdf", folder + "/c-khoa.pdf")
        unlink(folder + "/c.pdf")
        try put("d.txt", Data("Kính gửi".utf8))
        try put("e.tif", WatchTests.manyDirectories(10_001))
        try put("f.jpg", try Side.draw(4))
        let outcome = try watch("--dossier", "HS1", "--until-idle").end()
        #expect(outcome.code == 65, "\(outcome)")
        #expect(try numbers() == [1, 4])
        let refused = outcome.events.filter { $0["event"].text == "refused" }
        #expect(refused.map { $0["file"].text } == ["b-hong.jpg", "c-khoa.pdf", "d.txt", "e.tif"])
        #expect(refused[1...].map { $0["error"]["code"].text } == ["pdf_unreadable", "image_not_an_image", "too_many_pages"])
        for event in refused {
            for key in ["message", "kept", "todo"] { #expect(event["error"][key].text?.isEmpty == false) }
            let name = event["file"].text ?? ""
            let note = try String(contentsOfFile: "\(folder)/loi/\(name).txt", encoding: .utf8)
            #expect(note.contains(name) && note.contains(event["error"]["message"].text ?? "–"), "\(note)")
            #expect(!note.contains("dang-nhan"))
        }
        #expect(files("loi").count == 8 && left().isEmpty && files(".dang-nhan").isEmpty)
        #expect(outcome.events.last?["refused"].int == 4)
        try checkSound()
    }

    /// A chain of so many directories of one and the same small image.
    private static func manyDirectories(_ count: Int) -> Data {
        let one = ManySides.tiff([1])
        let pixels = Side.width * Side.height
        let entries = one[(8 + pixels)...].dropLast(4)
        var file = one.prefix(8 + pixels)
        for number in 1...count {
            let next = number == count ? 0 : file.count + entries.count + 4
            file += entries + withUnsafeBytes(of: UInt32(next).littleEndian) { Data($0) }
        }
        return file
    }

    @Test func subfoldersAreDossiersAndOthersAreLeft() throws {
        try office.run("dossier", "add", "H.Đ/2")
        try put("HS1/1.jpg", try Side.draw(1))
        try put("H.D.2/1.jpg", try Side.draw(2))
        try put("H.D.2/2.jpg", try Side.draw(3))
        try put("khac/1.jpg", try Side.draw(4))
        try put("le.jpg", try Side.draw(5))
        let outcome = try watch("--until-idle").end()
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try numbers() == [1])
        #expect(try numbers("H.Đ/2") == [2, 3])
        let waiting = outcome.events.filter { $0["event"].text == "waiting" }
        #expect(Set(waiting.map { "\($0["file"].text ?? "") \($0["reason"].text ?? "")" }) == ["khac no_dossier", "le.jpg outside_dossiers"])
        #expect(files("khac") == ["1.jpg"] && left() == ["le.jpg"])
        #expect(files("da-nhan").map { $0.split(separator: "/").dropFirst().joined(separator: "/") }.sorted() == ["H.D.2/1.jpg", "H.D.2/2.jpg", "HS1/1.jpg"])
    }

    @Test func duplexGoesOnOverBatches() throws {
        let program = try watch("--dossier", "HS1", "--duplex")
        for number in 1...4 {
            try put("\(number).jpg", try Side.draw(number))
            try waitUntil("page \(number): \(program.output)\(program.errors)") { program.lines.count == 2 * number }
        }
        program.signal(SIGTERM)
        #expect(try program.end().code == 0)
        let shown = try office.show("HS1")
        #expect(shown["counts"]["sheets"].int == 2)
        #expect(shown["pages"].list.map { $0["side"].text } == ["front", "back", "front", "back"])
        #expect(shown["pages"].list.map { $0["sheet"].int } == [1, 1, 2, 2])
        #expect(program.lines.map { JSONValue($0) }.filter { $0["event"].text == "page" }.map { $0["sheet"].int } == [1, 1, 2, 2])
    }

    // MARK: - Others at work

    /// Written by another process, with a pause in the middle that is longer than a file has to lie still.
    @Test func aFileThatIsWrittenSlowlyIsTakenWhenItIsWhole() throws {
        let source = office.path + "/nguon.jpg"
        try Side.draw(7).write(to: URL(fileURLWithPath: source))
        let program = try watch("--dossier", "HS1")
        #expect(try office.start(tool: "sh", ["-c", "head -c 4000 \(source) > \(folder)/cham.jpg"]).end().code == 0)
        // Put there later and taken: the half of the other has lain still for longer than a whole file has to.
        try put("bia.jpg", try Side.draw(8))
        try waitUntil("the file put there later: \(program.output)\(program.errors)") { program.lines.count == 2 }
        #expect(left() == ["cham.jpg"])
        #expect(try office.start(tool: "sh", ["-c", "tail -c +4001 \(source) >> \(folder)/cham.jpg"]).end().code == 0)
        try waitUntil("the whole file: \(program.output)\(program.errors)") { program.lines.count == 4 }
        program.signal(SIGINT)
        let outcome = try program.end()
        #expect(outcome.code == 0 && outcome.events.last?["pages"].int == 2, "\(outcome)")
        #expect(try numbers() == [8, 7])
    }

    @Test func twoStationsTakeEachFileOnce() throws {
        for number in 1...30 { try put("\(number).jpg", try Side.draw(number)) }
        let programs = [try watch("--dossier", "HS1"), try watch("--dossier", "HS1")]
        try waitUntil("30 files: \(programs.map(\.output))") { files("da-nhan").count == 30 && files(".dang-nhan").isEmpty }
        programs.forEach { $0.signal(SIGTERM) }
        for program in programs { #expect(try program.end().code == 0) }
        #expect(try numbers() == Array(1...30))
        try checkSound()
    }

    @Test func aDossierThatIsOpenElsewhereIsLeftForLater() throws {
        let device = try office.feeder(3, faults: "slow_ms_per_page = 4000")
        let scan = try office.start(["scan", "--dossier", "HS1", "--device", device, "--source", "adf", "--json"])
        try waitUntil("a page: \(scan.errors)") { scan.lines.count == 1 }
        try put("9.jpg", try Side.draw(9))
        let outcome = try watch("--dossier", "HS1", "--until-idle").end()
        #expect(outcome.code == 75, "\(outcome)")
        #expect(outcome.events.first?["reason"].text == "dossier_in_use" && left() == ["9.jpg"])
        #expect(try scan.end().code == 0)
        #expect(try watch("--dossier", "HS1", "--until-idle").end().code == 0)
        #expect(try numbers() == [1, 2, 3, 9])
    }

    // MARK: - Interruptions

    private func killInTheMiddle(after lines: Int) throws {
        let program = try watch("--dossier", "HS1")
        try waitUntil("\(lines) pages: \(program.output)\(program.errors)") { program.lines.count >= lines }
        program.signal(SIGKILL)
        _ = try program.end()
    }

    @Test(arguments: ["dai.tif", "dai.pdf"]) func afterAKillEachPageIsThereOnce(name: String) throws {
        try put(name, name.hasSuffix("tif") ? ManySides.tiff(1...40) : try ManySides.pdf(1...40))
        try put("sau.jpg", try Side.draw(50))
        for lines in [3, 1, 7] { try killInTheMiddle(after: lines) }
        #expect(files(".dang-nhan").count == 2 && left().isEmpty)
        let outcome = try watch("--dossier", "HS1", "--until-idle").end()
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try numbers() == Array(1...40) + [50])
        #expect(outcome.events.first { $0["event"].text == "file" }?["pages"].int == 40)
        #expect(files("da-nhan").count == 2 && files(".dang-nhan").isEmpty)
        try checkSound()
    }

    /// A lost page that somebody adopts before the file is gone on with is one of the file's pages.
    @Test func aPageThatWasRecoveredMeanwhileIsNotTakenAgain() throws {
        try put("dai.tif", ManySides.tiff(1...60))
        try killInTheMiddle(after: 5)
        try office.run("recover", "--adopt")
        #expect(try watch("--dossier", "HS1", "--until-idle").end().code == 0)
        #expect(try numbers() == Array(1...60))
        try checkSound()
    }

    @Test func anInterruptEndsBetweenPagesAndTheRestComesLater() throws {
        try put("dai.pdf", try ManySides.pdf(1...41))
        let program = try watch("--dossier", "HS1", "--duplex")
        try waitUntil("pages: \(program.output)\(program.errors)") { program.lines.count >= 4 }
        program.signal(SIGTERM)
        let outcome = try program.end()
        #expect(outcome.code == 0 && outcome.events.last?["event"].text == "end", "\(outcome)")
        let before = try numbers().count
        #expect(before < 41 && files(".dang-nhan").count == 1)
        #expect(try watch("--dossier", "HS1", "--duplex", "--until-idle").end().code == 0)
        #expect(try numbers() == Array(1...41))
        #expect(try office.show("HS1")["counts"]["sheets"].int == 21)
    }

    /// Claims are of one data folder: another station that watches the same share has other dossiers of that name.
    @Test func claimsOfAnotherStationAreItsOwn() throws {
        let other = try Office()
        try other.run("dossier", "add", "HS1")
        try put("dai.tif", ManySides.tiff(1...40))
        try killInTheMiddle(after: 3)
        #expect(try watch("--dossier", "HS1", "--until-idle", in: other).end().code == 0)
        #expect(try numbers(in: other).isEmpty)
        #expect(try watch("--dossier", "HS1", "--until-idle").end().code == 0)
        #expect(try numbers() == Array(1...40))
    }

    @Test func aFullDiskLeavesTheRestForLater() throws {
        let disk = try SmallDisk(office.path + "/disk", kilobytes: 3000)
        let small = try Office(dataFolder: disk.path + "/data")
        try small.run("dossier", "add", "HS1")
        for number in 1...60 { try put("\(number).jpg", try Side.draw(number)) }
        let outcome = try watch("--dossier", "HS1", "--until-idle", in: small).end()
        #expect(outcome.code == 74 && outcome.events.contains { $0["reason"].text == "disk_full" }, "\(outcome)")
        #expect(!files(".dang-nhan").isEmpty && !files("da-nhan").isEmpty)
        try disk.grow(kilobytes: 64_000)
        let again = try watch("--dossier", "HS1", "--until-idle", in: small).end()
        #expect(again.code == 0, "\(again)")
        #expect(try small.show("HS1")["pages"].list.map { page in
            Side.number(ofFile: "\(disk.path)/data/vault/\((page["id"].text ?? "").suffix(2).lowercased())/\(page["id"].text ?? "").jpg")
        } == Array(1...60))
        #expect(files(".dang-nhan").isEmpty && files("da-nhan").count == 60)
        try checkSound(small)
    }

    // MARK: - The folder itself

    @Test func aFolderThatCannotBeWatchedIsToldWithItsCause() throws {
        let missing = try office.run("watch", office.path + "/khong-co", "--dossier", "HS1", "--json")
        #expect(missing.code == 66 && missing.json["error"]["code"].text == "no_such_folder", "\(missing)")
        let file = try office.write("x", to: "tep")
        #expect(try office.run("watch", file, "--dossier", "HS1").code == 66)
        #expect(try office.run("watch", folder, "--dossier", "HS9", "--until-idle").code == 66)
        #expect(try office.run("watch", folder, "--into", "1").code == 64)
        let disk = try SmallDisk(office.path + "/chi-doc", kilobytes: 100)
        try disk.makeReadOnly()
        let locked = try office.run("watch", disk.path, "--dossier", "HS1", "--json")
        #expect(locked.code == 73 && locked.json["error"]["code"].text == "folder_not_writable", "\(locked)")
    }
}
