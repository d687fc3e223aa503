import Foundation
import ProgramKit
import Testing

/// The real screen with a folder that copiers scan to.
@Suite struct IncomingTests {
    @Test func filesWaitAndAreTakenInBeforeThePage() throws {
        let office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + (try office.write("[]", to: "script.json"))
        let folder = office.path + "/share"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try office.prepared(device: office.feeder(2), scanner: "[import]\nfolder = \"\(folder)\"")
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try ManySides.pdf(10...12).write(to: URL(fileURLWithPath: folder + "/a.pdf"))
        try Side.draw(13).write(to: URL(fileURLWithPath: folder + "/b.jpg"))
        try session.wait(for: "a 2 tệp chờ nhận")
        try session.press("a")
        try session.wait(for: "Đã nhận 2 tệp, 4 trang.")
        try Side.draw(9).write(to: URL(fileURLWithPath: folder + "/c.jpg"))
        try session.wait(for: "a 1 tệp chờ nhận")
        try session.press("Home", "i", "a")
        try session.wait(for: "Đã nhận 1 tệp, 1 trang.")
        let pages = try office.show("HS1")["pages"].list
        #expect(pages.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) } == [9, 10, 11, 12, 13])
        #expect(office.files(below: folder + "/da-nhan").count == 3)
        try session.press("C-q")
        #expect(try session.end() == 0)
    }
}
