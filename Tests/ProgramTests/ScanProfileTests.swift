import Foundation
import ProgramKit
import Testing

/// Profiles and wishes of `tramquet scan`, as scripts rely on them.
@Suite struct ScanProfileTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run("dossier", "add", "HS1", "--sheets", "1")
    }

    private func scan(_ more: String...) throws -> Outcome {
        try office.start(["scan", "--dossier", "HS1", "--device", office.feeder(2), "--json", "--lang", "vi"] + more, with: [:]).end()
    }

    @Test func theLastLineSaysWhatTheDeviceChose() throws {
        let outcome = try scan("--profile", "Đánh máy mờ")
        let chosen = try #require(outcome.events.last)["chosen"]
        #expect(chosen.keys == ["source", "mode", "dpi", "duplex", "width_mm", "height_mm", "unmet"])
        #expect(chosen["dpi"].int == 100 && chosen["mode"].text == "color" && chosen["duplex"].isTrue == true)
        #expect(chosen["unmet"].list.map { $0["code"].text } == ["brightness", "contrast", "resolution"])
        #expect(chosen["unmet"].list.last?["message"].text == "máy chọn 100 dpi thay cho 300")
    }

    @Test func theCommandLineLiesOverTheProfile() throws {
        let outcome = try scan("--profile", "Đánh máy mờ", "--mode", "gray", "--dpi", "100", "--paper", "a5", "--threshold", "50")
        let chosen = try #require(outcome.events.last)["chosen"]
        #expect(chosen["mode"].text == "gray")
        #expect(chosen["unmet"].list.map { $0["code"].text } == ["brightness", "contrast", "threshold"])
        #expect(try scan("--brightness", "101").code == 64)
        #expect(try scan("--paper", "a0").code == 64)
    }

    @Test func aProfileThatIsNotThereNamesThoseThatAre() throws {
        let outcome = try scan("--profile", "Không có")
        #expect(outcome.code == 64 && outcome.json["error"]["code"].text == "no_such_profile", "\(outcome)")
        #expect(outcome.json["error"]["message"].text?.contains("Bản đồ") == true)
    }

    @Test func aBadFileIsToldWithLineAndKey() throws {
        let file = try office.write("[[profile]]\nname = \"x\"\ndpi = \"cao\"\n", to: "data/config.toml")
        let outcome = try scan()
        #expect(outcome.code == 78, "\(outcome)")
        #expect(outcome.json["error"]["message"].text?.contains("\(file):3: profile[1].dpi") == true)
    }

    @Test func theStationsProfileIsTaken() throws {
        try office.write("[scanner]\nprofile = \"Riêng\"\n[[profile]]\nname = \"Riêng\"\nmode = \"gray\"\n", to: "data/config.toml")
        #expect(try #require(scan().events.last)["chosen"]["mode"].text == "gray")
    }
}
