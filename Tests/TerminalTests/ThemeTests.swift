import Foundation
import Testing

@testable import Terminal

@Suite struct ThemeTests {
    private func warnings(_ text: String, name: String = "own") throws -> (Theme, [String]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).toml"))
        let (theme, warnings) = ThemeLibrary(folder: folder.path).theme(name, colors: .palette256)
        return (theme, warnings.map { $0.key.isEmpty ? $0.what(.en) : "\($0.key): \($0.what(.en))" })
    }

    @Test(arguments: ["dark", "light", "high-contrast", "mono"])
    func embeddedThemesAreCompleteAndClean(name: String) {
        let (theme, warnings) = ThemeLibrary(folder: nil).theme(name, colors: .palette256)
        #expect(warnings.isEmpty)
        #expect(theme.name == name)
        #expect(theme.defined == Set(ThemeRole.allCases))
        #expect(theme.label["vi"] != nil && theme.label["en"] != nil)
    }

    @Test(arguments: ["dark", "light", "high-contrast"])
    func textCanBeReadAtEveryDepth(name: String) {
        let theme = ThemeLibrary(folder: nil).theme(name, colors: .palette256).theme
        for role in ThemeRole.allCases where role != .progressRest {
            let least = role == .notYet ? 3 : name == "high-contrast" ? 7 : 4.5
            #expect(contrast(theme[role]) >= least, "\(role)")
            for depth in [ColorDepth.palette8, .palette16, .palette256] {
                let style = ReducedStyle(theme[role], depth: depth)
                #expect(style.foreground != style.background || style.bold, "\(role) \(depth)")
            }
        }
    }

    /// Contrast by WCAG 2.1, 1.4.3 (4.5 for text, 3 for graphics, 7 for the enhanced level).
    private func contrast(_ style: Style) -> Double {
        func light(_ color: Color) -> Double {
            guard case .rgb(let red, let green, let blue) = color else { return 0 }
            let parts = [red, green, blue].map { level in
                let part = Double(level) / 255
                return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let both = [light(style.foreground), light(style.background)].sorted()
        return (both[1] + 0.05) / (both[0] + 0.05)
    }

    @Test func monoSaysWithAttributesWhatOthersSayWithColor() {
        let theme = ThemeLibrary(folder: nil).theme("mono", colors: .mono).theme
        #expect(theme[.selected] != theme[.base])
        #expect(Set([theme[.doubtLight], theme[.doubtMedium], theme[.doubtStrong], theme[.base]]).count == 4)
        #expect(ThemeRole.allCases.allSatisfy { theme[$0].foreground == .none && theme[$0].background == .none })
    }

    @Test func withoutAWishTheTerminalDecides() {
        #expect(ThemeLibrary(folder: nil).theme(nil, colors: .mono).theme.name == "mono")
        #expect(ThemeLibrary(folder: nil).theme(nil, colors: .palette8).theme.name == "dark")
    }

    @Test func inheritsAndTakesColorsOfBase() throws {
        let (theme, warnings) = try warnings(
            """
            inherits = "dark"
            [palette]
            sand = "#d8c8a0"
            [styles]
            base = { foreground = "sand", background = "#102030" }
            good = { bold = true, foreground = "bright-green" }
            dim = { background = "default" }
            """)
        #expect(warnings.isEmpty)
        #expect(theme[.base].foreground == Color(hex: 0xD8C8A0))
        #expect(theme[.good] == Style(foreground: Color(hex: 0x55FF55), background: Color(hex: 0x102030), bold: true))
        #expect(theme[.dim] == Style(foreground: Color(hex: 0xD8C8A0), background: .none))
        #expect(theme[.title] == ThemeLibrary(folder: nil).theme("dark", colors: .trueColor).theme[.title])
    }

    @Test func badEntriesAreWarningsAndTheRestWorks() throws {
        let (theme, warnings) = try warnings(
            """
            inherits = "dark"
            colour = 3
            [styles]
            good = { foreground = "#12", bold = "yes", blink = true }
            bad = { foreground = "#ffffff" }
            nice = { bold = true }
            dim = "#fff"
            """)
        #expect(theme[.bad].foreground == Color(hex: 0xFFFFFF))
        #expect(
            warnings == [
                "colour: A theme has no such entry.",
                "styles.dim: The value must be table.",
                "styles.good.blink: A theme has no such entry.",
                "styles.good.bold: The value must be true / false.",
                "styles.good.foreground: The colour “#12” is not understood; write #rrggbb, default or the name of a colour.",
                "styles.nice: A theme has no such entry.",
            ])
    }

    @Test func brokenFilesFallBack() throws {
        let (theme, syntax) = try warnings("[styles\nbase = 3")
        #expect(theme.name == "dark")
        #expect(syntax.first?.hasPrefix("Line 1: ") == true)
        #expect(try warnings("[styles", name: "light").0.name == "light")
        #expect(try warnings("inherits = \"own\"").1 == ["inherits: The theme inherits itself through “own”."])
        #expect(try warnings("inherits = \"none\"").1 == ["There is no theme “none”."])
        #expect(ThemeLibrary(folder: nil).theme("../dark", colors: .palette256).warnings.count == 1)
    }

    @Test func namesAreThoseOfBothPlaces() {
        #expect(ThemeLibrary(folder: "/nonexistent").names == ["dark", "high-contrast", "light", "mono"])
    }
}
