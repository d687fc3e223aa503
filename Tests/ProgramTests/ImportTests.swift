import Foundation
import ProgramKit
import Testing

/// `tramquet import-pages`: files that come from anywhere, good ones and others.
@Suite struct ImportTests {
    private let office: Office
    private let folder: String

    init() throws {
        office = try Office()
        folder = office.path + "/files"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try office.run("dossier", "add", "HS1")
    }

    private func file(_ name: String, _ data: Data) throws -> String {
        try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        return "\(folder)/\(name)"
    }

    private func take(_ files: String...) throws -> Outcome {
        try office.start(["import-pages", "--dossier", "HS1", "--json"] + files).end()
    }

    @Test func filesComeInNaturalOrderAndKeepEveryByte() throws {
        let files = try [10, 2, 1].map { try file("trang\($0).jpg", try Side.draw($0)) }
        let outcome = try take(files[0], files[1], files[2])
        #expect(outcome.code == 0, "\(outcome)")
        let ids = outcome.json["pages"].list.compactMap(\.text)
        #expect(ids.map { Side.number(ofFile: office.imagePath($0)) } == [1, 2, 10])
        #expect(FileManager.default.contents(atPath: office.imagePath(ids[0])) == (try Side.draw(1)))
        #expect(try office.show("HS1")["pages"].list.compactMap { $0["id"].text } == ids)
    }

    /// A JPEG header that promises 65,000 × 65,000 pixels of three colours and brings nothing.
    private static let bomb = Data(
        [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFD, 0xE8, 0xFD, 0xE8, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xD9])

    @Test func badFilesAreRefusedByNameAndTheOthersGoOn() throws {
        let whole = try Side.draw(1)
        let bad = [
            try file("b-cut.jpg", whole.prefix(whole.count / 2)), try file("c-empty.jpg", Data()),
            try file("d-bomb.jpg", ImportTests.bomb), try file("e-text.jpg", Data("Kính gửi".utf8)),
            try file("g-random.png", Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919) })),
        ]
        let outcome = try office.start(
            ["import-pages", "--dossier", "HS1", "--json", try file("a.jpg", whole)] + bad + [try file("h.jpg", try Side.draw(2))]).end()
        #expect(outcome.code == 65, "\(outcome)")
        #expect(outcome.json["refused"].list.compactMap { $0["file"].text } == bad)
        for refused in outcome.json["refused"].list { #expect(refused["message"].text?.isEmpty == false) }
        #expect(outcome.json["pages"].list.count == 2)
        let shown = try office.show("HS1")
        #expect(shown["pages"].list.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) } == [1, 2])
        #expect(try office.run("recover", "--json").json["orphans"].list.isEmpty)
        #expect(try office.run("verify", "--json").json["sound"].isTrue)
    }

    /// The program's own PDFs are a judge of the way back: each page's scan comes out as it went in.
    @Test func aPDFOfScansGivesBackEachScanUntouched() throws {
        let files = try (1...3).map { try file("trang\($0).jpg", try Side.draw($0)) }
        #expect(try take(files[0], files[1], files[2]).code == 0)
        let script = try file("doc.json", Data("[]".utf8))
        try office.run("recognise", "--until-idle", with: ["TRAMQUET_RECOGNISER": "scripted:\(script)"])
        try office.run("dossier", "finish", "HS1", "--override", "đếm lại: 3")
        let outcome = try office.run("export", "--to", office.path + "/out", "--json")
        let pdf = "\(outcome.json["folder"].text ?? "")/HS1/HS1.0000001.pdf"
        try office.run("dossier", "add", "HS2")
        let back = try office.start(["import-pages", "--dossier", "HS2", "--json", pdf]).end()
        #expect(back.code == 0, "\(back)")
        let pages = try office.show("HS2")["pages"].list
        #expect(pages.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) } == [1, 2, 3])
        #expect(pages.map { $0["dpi"].int } == [100, 100, 100])
        #expect(FileManager.default.contents(atPath: office.imagePath(pages[0]["id"].text ?? "")) == (try Side.draw(1)))
    }

    /// The pictures of a PDF lie on the disk for a moment: one that has no room for them is full, and the file is not damaged.
    @Test func withoutRoomForItsPicturesTheDiskIsFull() throws {
        _ = try take(try file("trang1.jpg", try Side.draw(1)))
        try office.run("recognise", "--until-idle", with: ["TRAMQUET_RECOGNISER": "scripted:\(try file("doc.json", Data("[]".utf8)))"])
        try office.run("dossier", "finish", "HS1", "--override", "đếm lại: 1")
        let outcome = try office.run("export", "--to", office.path + "/out", "--json")
        let pdf = "\(outcome.json["folder"].text ?? "")/HS1/HS1.0000001.pdf"
        let disk = try SmallDisk(office.path + "/disk", kilobytes: 8)
        try office.run("dossier", "add", "HS2")
        let back = try office.start(["import-pages", "--dossier", "HS2", "--json", pdf], with: ["TMPDIR": disk.path]).end()
        #expect(back.code == 74 && back.json["error"]["code"].text == "disk_full", "\(back)")
        #expect(try office.show("HS2")["pages"].list.isEmpty)
        #expect(office.files(below: disk.path).isEmpty)
    }

    @Test func aDamagedPDFIsRefused() throws {
        let outcome = try take(try file("hong.pdf", Data("%PDF-1.7\nkhông phải".utf8)), try file("z.jpg", try Side.draw(4)))
        #expect(outcome.code == 65, "\(outcome)")
        #expect(outcome.json["refused"][0]["code"].text == "pdf_unreadable")
        #expect(outcome.json["pages"].list.count == 1)
    }

    @Test func aMissingFileIsMissingInput() throws {
        #expect(try take(folder + "/khong-co.jpg").code == 66)
    }

    @Test func theSameBytesTwiceAreTold() throws {
        let outcome = try take(try file("a.jpg", try Side.draw(1)), try file("b.jpg", try Side.draw(1)))
        #expect(outcome.code == 0 && outcome.json["pages"].list.count == 2)
        #expect(outcome.json["duplicates"].list.compactMap(\.text) == [folder + "/b.jpg"])
    }

    @Test func duplexMakesSheetsOfTwo() throws {
        let files = try (1...4).map { try file("\($0).jpg", try Side.draw($0)) }
        let outcome = try office.start(["import-pages", "--dossier", "HS1", "--duplex"] + files).end()
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try office.show("HS1")["counts"]["sheets"].int == 2)
    }
}
