import Configuration
import Texts

/// What one theme file says:
///
///     inherits = "dark"
///     [label]
///     vi = "Tối ấm"
///     [palette]
///     sand = "#d8c8a0"
///     [styles]
///     base = { foreground = "sand", background = "#1c1c1c" }
///     title = { bold = true }
///
/// A colour left out of a style is that of `base`; `default` is the terminal's own.
struct ThemeDocument {
    private(set) var label: [String: String] = [:]
    private(set) var styles: [ThemeRole: Style] = [:]
    private(set) var warnings: [ThemeWarning] = []
    private let file: String
    private var palette: [String: Color] = ThemeDocument.named

    /// - Parameter inherited: styles of the theme it inherits, for the colours of `base`.
    init(_ document: TOMLDocument, inherited: [ThemeRole: Style]) {
        file = document.name
        for key in document.root.keys.sorted() where !["inherits", "label", "palette", "styles"].contains(key) {
            warn(key, Text.themeUnknownKey.phrase)
        }
        readLabel(table("label", document))
        readPalette(table("palette", document))
        readStyles(table("styles", document), inherited)
    }

    private mutating func table(_ key: String, _ document: TOMLDocument) -> [(String, TOMLDocument.Value)] {
        switch document.root[key] {
        case nil: return []
        case .table(let table): return table.sorted { $0.key < $1.key }
        default:
            warn(key, Text.themeWrongType.with(["expected": "table"]))
            return []
        }
    }

    private mutating func readLabel(_ entries: [(String, TOMLDocument.Value)]) {
        for (language, value) in entries {
            guard case .string(let text) = value else {
                warn("label.\(language)", Text.themeWrongType.with(["expected": "string"]))
                continue
            }
            label[language] = text
        }
    }

    private mutating func readPalette(_ entries: [(String, TOMLDocument.Value)]) {
        for (name, value) in entries {
            if let color = color(value, "palette.\(name)") { palette[name] = color }
        }
    }

    private mutating func readStyles(_ entries: [(String, TOMLDocument.Value)], _ inherited: [ThemeRole: Style]) {
        var base = inherited[.base] ?? .plain
        if let own = entries.first(where: { $0.0 == ThemeRole.base.rawValue }) {
            base = style(own.1, "styles.base", base: base) ?? base
            styles[.base] = base
        }
        for (name, value) in entries where name != ThemeRole.base.rawValue {
            guard let role = ThemeRole(rawValue: name) else {
                warn("styles.\(name)", Text.themeUnknownKey.phrase)
                continue
            }
            styles[role] = style(value, "styles.\(name)", base: base)
        }
    }

    private mutating func style(_ value: TOMLDocument.Value, _ key: String, base: Style) -> Style? {
        guard case .table(let table) = value else {
            warn(key, Text.themeWrongType.with(["expected": "table"]))
            return nil
        }
        var style = Style(foreground: base.foreground, background: base.background)
        for (name, value) in table.sorted(by: { $0.key < $1.key }) {
            let key = "\(key).\(name)"
            switch name {
            case "foreground": style.foreground = color(value, key) ?? style.foreground
            case "background": style.background = color(value, key) ?? style.background
            case "bold": style.bold = flag(value, key)
            case "underline": style.underline = flag(value, key)
            case "reverse": style.reverse = flag(value, key)
            case "dim": style.dim = flag(value, key)
            default: warn(key, Text.themeUnknownKey.phrase)
            }
        }
        return style
    }

    private mutating func flag(_ value: TOMLDocument.Value, _ key: String) -> Bool {
        if case .boolean(let flag) = value { return flag }
        warn(key, Text.themeWrongType.with(["expected": "true / false"]))
        return false
    }

    private mutating func color(_ value: TOMLDocument.Value, _ key: String) -> Color? {
        guard case .string(let text) = value else {
            warn(key, Text.themeWrongType.with(["expected": "string"]))
            return nil
        }
        if let named = palette[text] { return named }
        if text.count == 7, text.hasPrefix("#"), let hex = UInt32(text.dropFirst(), radix: 16) { return Color(hex: hex) }
        warn(key, Text.themeUnknownColor.with(["value": text]))
        return nil
    }

    private mutating func warn(_ key: String, _ what: Phrase) {
        warnings.append(ThemeWarning(file: file, key: key, what: what))
    }

    /// The colours of the Linux console by their usual names.
    private static let named: [String: Color] = [
        "default": .none, "black": Color(hex: 0x000000), "red": Color(hex: 0xAA0000), "green": Color(hex: 0x00AA00),
        "yellow": Color(hex: 0xAA5500), "blue": Color(hex: 0x0000AA), "magenta": Color(hex: 0xAA00AA),
        "cyan": Color(hex: 0x00AAAA), "white": Color(hex: 0xAAAAAA), "bright-black": Color(hex: 0x555555),
        "bright-red": Color(hex: 0xFF5555), "bright-green": Color(hex: 0x55FF55),
        "bright-yellow": Color(hex: 0xFFFF55), "bright-blue": Color(hex: 0x5555FF),
        "bright-magenta": Color(hex: 0xFF55FF), "bright-cyan": Color(hex: 0x55FFFF),
        "bright-white": Color(hex: 0xFFFFFF),
    ]
}
