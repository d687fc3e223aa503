/// What a style is for. The raw value is the name in a theme file.
public enum ThemeRole: String, CaseIterable, Hashable, Sendable {
    /// Everything that is nothing else.
    case base
    /// Less important text, and keys that do not work now.
    case dim
    case strong
    case title
    case message
    case footer
    case footerKey = "footer-key"
    /// The lines and inside of a pane.
    case pane
    case paneFocused = "pane-focused"
    case paneTitle = "pane-title"
    case selected
    /// The selected row of a pane without focus.
    case selectedUnfocused = "selected-unfocused"
    case good
    case warning
    case bad
    case bigNumber = "big-number"
    case progress
    case progressRest = "progress-rest"
    /// A page picture: `background` is the paper, `foreground` the ink.
    case paper
    /// Marks drawn on a page picture.
    case ink
    /// The part of a page that has not arrived yet.
    case notYet = "not-yet"
    case input
    /// A field whose content is refused.
    case inputBad = "input-bad"
    case dialog
    case dialogTitle = "dialog-title"
    /// The three tiers of doubt in recognised text.
    case doubtLight = "doubt-light"
    case doubtMedium = "doubt-medium"
    case doubtStrong = "doubt-strong"
    /// What a search found.
    case match
}

/// A set of styles under a name.
public struct Theme: Hashable, Sendable {
    /// The name of the file without `.toml`; what `--theme` takes.
    public let name: String
    /// How it is called in the settings, in the languages of the file; the name if it says nothing.
    public let label: [String: String]
    private let styles: [ThemeRole: Style]

    public init(name: String, label: [String: String] = [:], styles: [ThemeRole: Style]) {
        self.name = name
        self.label = label
        self.styles = styles
    }

    public subscript(role: ThemeRole) -> Style {
        styles[role] ?? styles[.base] ?? .plain
    }

    /// The roles that the theme defines.
    public var defined: Set<ThemeRole> { Set(styles.keys) }

    var all: [ThemeRole: Style] { styles }

    /// The theme of last resort: attributes only, needs no file.
    public static let plain = Theme(
        name: "plain",
        styles: [
            .base: .plain, .dim: Style(dim: true), .strong: Style(bold: true), .title: Style(bold: true, reverse: true),
            .footerKey: Style(bold: true), .paneFocused: Style(bold: true), .paneTitle: Style(bold: true),
            .selected: Style(reverse: true), .selectedUnfocused: Style(underline: true), .warning: Style(bold: true),
            .bad: Style(bold: true, reverse: true), .bigNumber: Style(bold: true), .progress: Style(reverse: true),
            .notYet: Style(dim: true), .input: Style(underline: true), .inputBad: Style(underline: true, reverse: true),
            .dialogTitle: Style(bold: true), .doubtLight: Style(underline: true),
            .doubtMedium: Style(bold: true, underline: true), .doubtStrong: Style(reverse: true),
            .match: Style(reverse: true),
        ])
}
