import Foundation
import Records
import Testing
import Texts

@testable import Configuration

/// Scan profiles as people write them, and as nobody should.
@Suite struct ProfileTests {
    private func load(_ texts: String...) throws -> StationConfiguration {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tramquet-profiles-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for (index, text) in texts.enumerated() {
            paths.append(folder.appendingPathComponent("\(index).toml").path)
            try Data(text.utf8).write(to: URL(fileURLWithPath: paths[index]))
        }
        return try StationConfiguration.load(paths)
    }

    private static let full = """
        [scanner]
        profile = "Sổ bìa cứng"
        dpi = 200
        mode = "gray"
        [[profile]]
        name = "Khổ nhỏ"
        paper = "a5"
        [[profile]]
        name = "Sổ bìa cứng"
        source = "flatbed"
        dpi = 400
        paper = "f4"
        brightness = -5
        contrast = 15
        threshold = 40
        jpeg_quality = 80
        dpi_floor = 300
        options = { "ale-feature" = true, gain = 2, "Lamp Mode" = 'x' }

        """

    @Test func aProfileLiesOverTheStationsOwnSettings() throws {
        let configuration = try load(ProfileTests.full)
        #expect(try configuration.scanSettings() == ScanSettings(
            source: .flatbed, mode: .gray, dpi: 400, jpegQuality: 80, paper: .f4, brightness: -5, contrast: 15, threshold: 40,
            dpiFloor: 300, deviceOptions: ["ale-feature": "yes", "gain": "2", "Lamp Mode": "x"]))
        #expect(try configuration.scanSettings(profile: "Khổ nhỏ") == ScanSettings(mode: .gray, dpi: 200, paper: .a5))
        #expect(try configuration.scanSettings(profile: "") == ScanSettings(mode: .gray, dpi: 200))
        #expect(throws: NoSuchProfile.self) { try configuration.scanSettings(profile: "Khổ to") }
    }

    @Test func threeComeWithTheProgram() throws {
        let configuration = try load("")
        #expect(configuration.profiles.map(\.name) == ["Văn bản hành chính 300 màu", "Đánh máy mờ", "Bản đồ"])
        for profile in configuration.profiles {
            let settings = try configuration.scanSettings(profile: profile.name)
            #expect(settings.mode == .color && settings.dpi >= 300 && settings.dpi >= settings.dpiFloor)
        }
        #expect(try configuration.scanSettings(profile: "Bản đồ").dpiFloor == 300)
        #expect(try configuration.scanSettings(profile: "Bản đồ").paper == .largest)
        #expect(try configuration.scanSettings(profile: "Đánh máy mờ".decomposedStringWithCanonicalMapping).contrast == 30)
    }

    @Test func aProfileOfTheSameNameTakesThePlace() throws {
        let configuration = try load(
            "[[profile]]\nname = \"Bản đồ\"\ndpi = 600\n", "[scanner]\nprofile = \"Bản đồ\"\n[[profile]]\nname = \"Bản đồ\"\ndpi = 400\n")
        #expect(configuration.profiles.map(\.name) == ["Bản đồ", "Văn bản hành chính 300 màu", "Đánh máy mờ"])
        #expect(try configuration.scanSettings().dpi == 400)
        #expect(try configuration.scanSettings().paper == nil)
    }

    @Test(arguments: Language.allCases)
    func whatIsSavedIsReadAgain(language: Language) throws {
        let configuration = try load(ProfileTests.full)
        #expect(try load(configuration.text(language)) == configuration)
        #expect(try load(StationConfiguration().text(language)) == StationConfiguration())
    }

    @Test func howVietnameseIsTyped() throws {
        let configuration = try load("[interface]\nime = \"vni\"\ntone_on = \"main\"\n")
        #expect(configuration.inputMethod == "vni" && configuration.toneStyle == StationConfiguration.mainVowel)
        #expect(StationConfiguration().inputMethod == "telex")
        #expect(throws: TOMLFailure.self) { try load("[interface]\nime = \"unikey\"\n") }
    }

    @Test func showExplainsEveryKeyAndProfile() throws {
        let text = StationConfiguration().text(.vi)
        for key in ScanProfile.keys { #expect(text.contains("#   \(key.name): ")) }
        for profile in ScanProfile.builtIn { #expect(text.contains("# name = \"\(profile.name)\"")) }
    }

    @Test(arguments: [
        ("[[profile]]\nname = \"a\"\n\n[[profile]]\nname = \"b\"\ndqi = 300\n", "configuration_unknown_key", "0.toml:6", "profile[2].dqi"),
        ("[[profile]]\nname = \"a\"\ndpi = \"300\"\n", "configuration_wrong_type", "0.toml:3", "profile[1].dpi"),
        ("[[profile]]\nname = \"a\"\ndpi = 99999999\n", "configuration_out_of_range", "0.toml:3", "profile[1].dpi"),
        ("[[profile]]\nname = \"a\"\npaper = \"a0\"\n", "configuration_out_of_range", "0.toml:3", "profile[1].paper"),
        ("[[profile]]\nname = \"a\"\nbrightness = -101\n", "configuration_out_of_range", "0.toml:3", "profile[1].brightness"),
        ("[[profile]]\nname = \"a\\u0007b\"\n", "configuration_bad_text", "0.toml:2", "profile[1].name"),
        ("[[profile]]\nname = \"  \"\n", "configuration_bad_text", "0.toml:2", "profile[1].name"),
        ("[[profile]]\ndpi = 300\n", "configuration_bad_text", "0.toml", "profile[1].name"),
        ("[[profile]]\nname = \"a\"\n[[profile]]\nname = \"a\"\n", "configuration_duplicate", "0.toml:4", "profile[2].name"),
        ("[[profile]]\nname = \"a\"\n[profile.options]\nx = [1]\n", "configuration_wrong_type", "0.toml:4", "profile[1].options.x"),
        ("[[profile]]\nname = \"a\"\noptions = 3\n", "configuration_wrong_type", "0.toml:3", "profile[1].options"),
        ("[[profile]]\nname = \"a\"\n[profile.options]\nx = \"\\u001b[2J\"\n", "configuration_bad_text", "0.toml:4", "profile[1].options.x"),
        ("profile = 3\n", "configuration_wrong_type", "0.toml:1", "profile"),
        ("profile = [1, 2]\n", "configuration_wrong_type", "0.toml:1", "profile"),
        ("[profile]\nname = \"a\"\n", "configuration_unknown_key", "0.toml:2", "profile.name"),
        ("[scanner]\nprofile = \"Không có\"\n", "configuration_out_of_range", "0.toml:2", "scanner.profile"),
        ("[scanner]\nhands_free = 1\n", "configuration_wrong_type", "0.toml:2", "scanner.hands_free"),
        ("[station]\nname = \"\\u001b[31m\"\n", "configuration_bad_text", "0.toml:2", "station.name"),
    ])
    func whatIsWrongIsToldWithItsPlace(text: String, code: String, place: String, key: String) {
        let failure = #expect(throws: TOMLFailure.self) { try load(text) }
        #expect(failure?.code == code)
        #expect(failure?.exitCode == .configuration)
        for language in Language.allCases {
            let message = failure?.message(language) ?? ""
            #expect(message.contains("\(place):") && message.contains(key) && !message.contains("{"), "\(message)")
        }
    }

    @Test(arguments: ["\"\\u001b[2J\" = 1\n", "[[profile]]\nname = \"a\"\n\"x\\u0007\" = 1\n", "\u{1B}[31m = 1\n", "\"\(String(repeating: "k", count: 5000))\" = 1\n"])
    func noEscapeSequenceReachesTheTerminal(text: String) {
        let failure = #expect(throws: TOMLFailure.self) { try load(text) }
        let message = failure?.message(.en) ?? ""
        #expect(!message.isEmpty && message.count < 600)
        #expect(!message.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    @Test func hundredsOfProfilesOrOptionsAreRefused() {
        let many = (0..<101).map { "[[profile]]\nname = \"\($0)\"\n" }.joined()
        #expect(throws: TOMLFailure.self) { try load(many) }
        let options = (0..<65).map { "o\($0) = 1\n" }.joined()
        #expect(throws: TOMLFailure.self) { try load("[[profile]]\nname = \"a\"\n[profile.options]\n\(options)") }
    }
}
