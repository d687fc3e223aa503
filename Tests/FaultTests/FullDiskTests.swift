import Foundation
import ProgramKit
import Testing

/// A disk that is full while pages are scanned, read or delivered.
@Suite struct FullDiskTests {
    private let office: Office
    private let disk: SmallDisk

    init() throws {
        office = try Office()
        disk = try SmallDisk(office.path + "/disk", kilobytes: 24_000)
    }

    /// Leaves so many kilobytes free on the disk.
    private func fill(leaving kilobytes: Int) throws {
        var info = statvfs()
        try #require(statvfs(disk.path, &info) == 0)
        let free = Int(info.f_bavail) * Int(info.f_frsize) / 1024
        let outcome = try office.tool("fallocate", "-l", "\(max(1, free - kilobytes))KiB", disk.path + "/ballast")
        try #require(outcome.code == 0, "\(outcome)")
    }

    private func empty() throws { try FileManager.default.removeItem(atPath: disk.path + "/ballast") }

    private func dataOnDisk() throws {
        office.environment["TRAMQUET_DATA"] = disk.path + "/data"
        let script = try office.write(#"[{"action": "read", "text": "\#(String(repeating: "chữ đã đọc ", count: 400))"}]"#, to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try #require(try office.run("dossier", "add", "HS1", "--sheets", "20").code == 0)
    }

    @Test(arguments: [300, 1000, 1900, 3100])
    func whileScanningEverythingReportedIsThereAndTheRunGoesOnLater(_ free: Int) throws {
        try dataOnDisk()
        let device = try office.feeder(40)
        try fill(leaving: free)
        let full = try office.run("scan", "--dossier", "HS1", "--device", device, "--json")
        #expect(full.code == 74, "\(full)")
        let error = try #require(full.events.last)["error"]
        #expect(error["code"].text == "disk_full", "\(full)")
        #expect(error["todo"].text?.isEmpty == false && error["kept"].text?.isEmpty == false)
        let reported = full.events.filter { $0["event"].text == "page" }.map { $0["page"] }
        try empty()
        let kept = try office.show("HS1")["pages"].list
        #expect(kept.map { $0["id"] } == reported)
        #expect(numbers(kept) == Array(1...40).prefix(kept.count).map { $0 })
        #expect(try office.run("scan", "--dossier", "HS1", "--device", device).code == 0)
        #expect(numbers(try office.show("HS1")["pages"].list) == Array(1...40))
        #expect(try office.run("verify", "--json").json["sound"].isTrue)
        #expect(try office.run("audit", "verify", "--json").json["holds"].isTrue)
    }

    @Test func whileReadingNoPageIsGivenUp() throws {
        try dataOnDisk()
        try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(40))
        try fill(leaving: 200)
        let full = try office.run("recognise", "--until-idle", "--json", within: 120)
        #expect(full.code == 74, "\(full)")
        #expect(full.json["error"]["code"].text == "disk_full", "\(full)")
        try empty()
        #expect(try office.run("recognise", "--until-idle", "--json").code == 0)
        let shown = try office.show("HS1")
        #expect(shown["pages"].list.allSatisfy { $0["ocr"].text == "done" } && shown["counts"]["ocr_failed"].int == 0)
        #expect(try office.run("search", "chu da doc", "--json").json["hits"].list.count == 40)
    }

    @Test func whileDeliveringThereIsNoDoneAndTheNightResumes() throws {
        try office.run("dossier", "add", "HS1", "--sheets", "20")
        try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(40))
        for page in try office.show("HS1")["pages"].list where page["blank"].text != "no" {
            try office.run("page", "blank", "--dossier", "HS1", "--page", page["id"].text ?? "", "no")
        }
        try #require(try office.run("dossier", "finish", "HS1").code == 0)
        let script = try office.write("[]", to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try #require(try office.run("recognise", "--until-idle").code == 0)
        let target = disk.path + "/target"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try fill(leaving: 500)
        let full = try office.run("export", "--to", target, "--json")
        #expect(full.code == 74, "\(full)")
        #expect(!office.files(below: target).contains { $0.hasSuffix("/DONE") })
        try empty()
        let again = try office.run("export", "--to", target, "--json")
        #expect(again.code == 0 && again.json["delivered"].list.count == 1, "\(again)")
        let files = office.files(below: target)
        #expect(files.filter { $0.hasSuffix("/DONE") }.count == 1, "\(files)")
        let folder = again.json["folder"].text ?? ""
        #expect(try office.tool("sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt", in: folder).code == 0)
    }

    @Test func whileTheDemoIsMadeNoHalfPageIsLeft() throws {
        office.environment["TRAMQUET_DATA"] = disk.path + "/data"
        try #require(try office.run("dossier", "list").code == 0)
        try fill(leaving: 900)
        let full = try office.run("demo", "--prepare-only", "--json")
        #expect(full.code == 74 && full.json["error"]["code"].text == "disk_full", "\(full)")
        try empty()
        #expect(try office.run("demo", "--prepare-only").code == 0)
        for page in office.files(below: disk.path + "/data/demo-pages") where page.hasSuffix(".jpg") {
            let bytes = FileManager.default.contents(atPath: "\(disk.path)/data/demo-pages/\(page)")
            #expect(bytes?.suffix(2) == Data([0xFF, 0xD9]), "\(page) is whole")
        }
    }

    private func numbers(_ pages: [JSONValue]) -> [Int] {
        pages.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "?", in: disk.path + "/data")) ?? 0 }
    }
}
