import Foundation
import ProgramKit
import Testing

/// Export, nightly, verify, doctor and devices from the command line.
@Suite struct DeliveryCommandTests {
    private let office: Office
    private var target: String { office.path + "/target" }

    /// A finished dossier of two documents, read by a scripted recogniser, on a pinned day.
    init() throws {
        office = try Office()
        office.environment["TRAMQUET_CLOCK"] = "1795244400000"
        let script = try office.write(#"[{"action": "read", "text": "Quyết định về đất đai"}]"#, to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try office.run("dossier", "add", "HS1", "--sheets", "2", "--title", "Hồ sơ một")
        try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(4))
        try office.run("page", "split", "--dossier", "HS1", "--page", "3")
        try office.run("page", "blank", "--dossier", "HS1", "--page", "4", "no")
    }

    private func finish() throws {
        try #require(try office.run("dossier", "finish", "HS1").code == 0)
        try #require(try office.run("recognise", "--until-idle").code == 0)
    }

    private func night() throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: target)
        return target + "/" + (try #require(names.first { $0.hasPrefix("2026-11-2") }))
    }

    @Test func aNightIsWholeAndSearchable() throws {
        try finish()
        let outcome = try office.run("export", "--to", target, "--json")
        #expect(outcome.code == 0 && outcome.json["delivered"][0]["documents"].int == 2, "\(outcome)")
        let folder = try night()
        #expect(outcome.json["folder"].text == folder)
        let files = office.files(below: folder)
        for name in ["DONE", "manifest-sha256.txt", "muc-luc-ho-so.csv", "muc-luc-van-ban.csv", "store/station.sqlite",
            "nhat-ky-sao-luu.csv", "HS1/metadata.json", "HS1/HS1.0000001.pdf", "HS1/HS1.0000002.pdf"] {
            #expect(files.contains(name), "\(name) of \(files)")
        }
        #expect(try office.tool("sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt", in: folder).code == 0)
        let listed = try String(contentsOfFile: folder + "/manifest-sha256.txt", encoding: .utf8)
        for file in files where file != "DONE" && file != "manifest-sha256.txt" { #expect(listed.contains(file), "\(file)") }
        for number in 1...2 {
            let pdf = "\(folder)/HS1/HS1.000000\(number).pdf"
            #expect(try office.tool("qpdf", "--check", pdf).code == 0)
            #expect(try office.tool("pdftotext", "-raw", pdf, "-").output.contains("Quyết định về đất đai"))
        }
        #expect(try office.tool("sqlite3", folder + "/store/station.sqlite", "PRAGMA integrity_check").output == "ok\n")
        #expect(JSONValue(try String(contentsOfFile: folder + "/HS1/metadata.json", encoding: .utf8)) != .null)
    }

    @Test func whoWithholdsIsToldOfEveryCopyThatIsOut() throws {
        #expect(try !office.run("withhold", "--dossier", "HS1", "--page", "1", "--reason", "damaged").errors.contains("thu hồi"), "none is out")
        #expect(try office.run("release", "--dossier", "HS1", "--page", "1", "--detail", "còn dùng được").code == 0)
        try finish()
        let folders = try [target, office.path + "/second"].map { try office.run("export", "--to", $0, "--json").json["folder"].text ?? "" }
        let outcome = try office.run(
            "withhold", "--dossier", "HS1", "--document", "1", "--reason", "suspected_secret", "--slip", office.path + "/nowhere/slip.pdf")
        for folder in folders { #expect(outcome.errors.contains(folder), "\(folder) in \(outcome)") }
        #expect(outcome.code != 0 && outcome.errors.contains("thu hồi"), "said before the slip failed")
    }

    @Test func twiceDeliversNothingTwice() throws {
        try finish()
        try office.run("export", "--to", target)
        let before = office.files(below: target)
        let again = try office.run("export", "--to", target, "--json")
        #expect(again.code == 0 && again.json["delivered"].list.isEmpty && again.json["already_delivered"].int == 1, "\(again)")
        #expect(office.files(below: target) == before)
    }

    @Test func aDryRunWritesNothing() throws {
        try finish()
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        let outcome = try office.run("export", "--to", target, "--dry-run", "--json")
        #expect(outcome.code == 0 && outcome.json["would_deliver"].list.compactMap(\.text) == ["HS1"], "\(outcome)")
        #expect(office.files(below: target).isEmpty)
    }

    @Test func anUnfinishedDossierWaitsWithItsReason() throws {
        try office.run("dossier", "set", "HS1", "--sheets", "3")
        let outcome = try office.run("export", "--to", target, "--json")
        #expect(outcome.code == 0 && outcome.json["delivered"].list.isEmpty, "\(outcome)")
        #expect(outcome.json["not_ready"][0]["code"].text == "HS1" && outcome.json["not_ready"][0]["reason"].text?.isEmpty == false)
    }

    @Test func nightlyGoesOnWhenATargetIsMissing() throws {
        try finish()
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        let outcome = try office.run("nightly", "--to", office.path + "/khong-co/dia", "--to", target, "--json")
        #expect(outcome.code != 0, "a missing target is a fault")
        #expect(outcome.json["targets"].list.count == 2, "\(outcome)")
        #expect(outcome.json["targets"][0]["error"].text != nil)
        #expect(outcome.json["verification"]["runs_for_all"].int == 14, "only a part of the images was read")
        #expect(FileManager.default.fileExists(atPath: try night() + "/DONE"))
        #expect(!FileManager.default.fileExists(atPath: office.path + "/khong-co"))
        let again = try office.run("nightly", "--to", target, "--json")
        #expect(again.code == 0 && again.json["targets"][0]["result"]["delivered"].list.isEmpty, "\(again)")
    }

    @Test func verifyFindsAChangedByte() throws {
        try finish()
        try office.run("export", "--to", target)
        #expect(try office.run("verify", try night(), "--json").json["sound"].isTrue)
        #expect(try office.run("verify", "--json").json["sound"].isTrue)
        try spoil(try night() + "/HS1/HS1.0000001.pdf")
        let export = try office.run("verify", try night(), "--json")
        #expect(export.code != 0 && export.json["problems"][0]["subject"].text?.contains("HS1.0000001.pdf") == true, "\(export)")
        let page = try office.show("HS1")["pages"][0]["id"].text ?? ""
        try spoil(office.imagePath(page))
        let store = try office.run("verify", "--json")
        #expect(store.code != 0 && !store.json["sound"].isTrue && store.output.contains(page), "\(store)")
    }

    @Test func verifyAlarmsWhenAnImageIsGone() throws {
        let page = try office.show("HS1")["pages"][0]["id"].text ?? ""
        try FileManager.default.removeItem(atPath: office.imagePath(page))
        let outcome = try office.run("verify", "--json")
        #expect(outcome.code != 0 && outcome.output.contains(page), "\(outcome)")
    }

    // MARK: The machine

    @Test func devicesListsWhatSANEFinds() throws {
        try office.write("test\n", to: "sane/dll.conf")
        try office.write("number_of_devices 1\n", to: "sane/test.conf")
        office.environment["SANE_CONFIG_DIR"] = office.path + "/sane"
        let outcome = try office.run("devices", "--json")
        let devices = outcome.json["devices"].list
        #expect(outcome.code == 0 && outcome.json.keys == ["devices", "errors"], "\(outcome)")
        let found = try #require(devices.first { $0["kind"].text == "sane" }, "\(outcome)")
        #expect(found.keys == ["name", "kind", "vendor", "model", "sources"])
        let name = try #require(found["name"].text)
        let scan = try office.run("scan", "--dossier", "HS1", "--device", name, "--source", "adf", "--dpi", "50", "--mode", "gray", "--json")
        #expect(scan.code == 0 && scan.events.last?["pages"].int == 10, "the name goes verbatim to --device: \(scan)")
    }

    @Test func doctorLooksAtEverythingAndSaysWhatIsWrong() throws {
        try office.write("[export]\ntargets = [\"\(office.path)/khong-co\"]\n", to: "data/config.toml")
        let outcome = try office.run("doctor", "--json")
        let checks = outcome.json["checks"].list
        let codes = Set(checks.compactMap { $0["code"].text })
        #expect(codes.isSuperset(of: ["terminal", "clock", "data", "disk", "database", "scanner", "ocr_language"]), "\(outcome)")
        #expect(checks.allSatisfy { $0.keys == ["code", "state", "message"] })
        #expect(checks.first { $0["code"].text == "target" }?["state"].text == "fault" && outcome.code == 78, "\(outcome)")
    }

    @Test func doctorSaysWhichWordsOfTheOfficeCannotBeUsed() throws {
        let words = { (outcome: Outcome) in outcome.json["checks"].list.first { $0["code"].text == "words" } }
        #expect(try words(office.run("doctor", "--json")) == nil, "there is no list")
        try office.write("Kpăh\n", to: "data/tu-vung.txt")
        #expect(try words(office.run("doctor", "--json"))?["state"].text == "good")
        try office.write("Kpăh\nhai từ\n", to: "data/tu-vung.txt")
        let bad = try words(office.run("doctor", "--json"))
        #expect(bad?["state"].text == "warning" && bad?["message"].text?.contains("2 (hai từ)") == true)
        try Data([0xC3, 0x28]).write(to: URL(fileURLWithPath: office.path + "/data/tu-vung.txt"))
        #expect(try words(office.run("doctor", "--json"))?["message"].text?.contains("UTF-8") == true)
    }

    @Test func errorsAreInTheLanguageAskedFor() throws {
        let vietnamese = try office.run("dossier", "show", "X", "--json")
        let english = try office.run("dossier", "show", "X", "--json", "--lang", "en")
        #expect(vietnamese.json["error"].keys == ["code", "message", "kept", "todo"])
        #expect(vietnamese.json["error"]["message"].text?.contains("hồ sơ") == true)
        #expect(english.json["error"]["message"].text?.lowercased().contains("dossier") == true)
        #expect(english.code == 66 && vietnamese.code == 66)
        #expect(try office.run("dossier", "show", "X", "--json", with: ["LANGUAGE": "en"]).json == english.json)
        #expect(english.errors.contains(english.json["error"]["message"].text ?? "?"), "also for people, on standard error")
    }

    private func spoil(_ path: String) throws {
        var data = try #require(FileManager.default.contents(atPath: path))
        data[data.count / 2] ^= 0x40
        chmod(path, 0o600)
        try data.write(to: URL(fileURLWithPath: path))
    }
}
