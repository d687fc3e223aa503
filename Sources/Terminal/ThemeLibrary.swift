import Configuration
import Foundation
import Texts
import ThemeFiles

/// Something in a theme file that could not be used. The theme works without it.
public struct ThemeWarning: Hashable, Sendable {
    /// The path of the file, or the name of a theme that comes with the program.
    public let file: String
    /// The entry (`styles.title.foreground`); empty for the file as a whole.
    public let key: String
    public let what: Phrase

    /// As it is said to a person: file, entry, what is wrong.
    public func phrase(_ language: Language) -> Phrase {
        Text.themeWarning.with(["file": (file as NSString).lastPathComponent, "key": key, "what": what(language)])
    }
}

/// Finds and reads themes: those embedded in the program and a person's own, which win over embedded ones of the same
/// name. Reading never fails; what cannot be used is a warning.
public struct ThemeLibrary: Sendable {
    public static let standard = "dark"

    private let folder: String?

    /// - Parameter folder: a person's own themes, each in `NAME.toml`.
    public init(folder: String?) {
        self.folder = folder
    }

    /// With the folder `$XDG_CONFIG_HOME/tramquet/themes` (`~/.config` when that is not set).
    public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = named ?? environment["HOME"].map { $0 + "/.config" }
        folder = home.map { $0 + "/tramquet/themes" }
    }

    /// Names of all themes, in order of the alphabet.
    public var names: [String] {
        let own = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        let files = own.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }
        return Set(files).union(ThemeFiles.all.keys).sorted()
    }

    /// The theme to use: the one asked for; without one, `dark`, or `mono` on a terminal without colours.
    public func theme(_ name: String?, colors: ColorDepth) -> (theme: Theme, warnings: [ThemeWarning]) {
        let fallback = colors == .mono ? "mono" : ThemeLibrary.standard
        var reader = ThemeReader(folder: folder)
        guard let name else { return (reader.theme(fallback) ?? .plain, reader.warnings) }
        if let theme = reader.theme(name) { return (theme, reader.warnings) }
        return (reader.theme(fallback) ?? .plain, reader.warnings)
    }
}

/// Reads one theme with those it inherits, and collects warnings.
private struct ThemeReader {
    let folder: String?
    var warnings: [ThemeWarning] = []
    /// Themes on the way to the one being read, to notice a circle.
    private var path: [String] = []

    init(folder: String?) { self.folder = folder }

    mutating func theme(_ name: String) -> Theme? {
        guard let document = document(name) else { return nil }
        path.append(name)
        defer { path.removeLast() }
        var styles = parent(document)?.all ?? [:]
        let own = ThemeDocument(document, inherited: styles)
        styles.merge(own.styles) { $1 }
        warnings += own.warnings
        return Theme(name: name, label: own.label, styles: styles)
    }

    private mutating func parent(_ document: TOMLDocument) -> Theme? {
        switch document.value("inherits") {
        case nil: return nil
        case .string(let name) where path.contains(name):
            warn(document.name, "inherits", Text.themeCircle.with(["name": name]))
            return nil
        case .string(let name): return theme(name)
        default:
            warn(document.name, "inherits", Text.themeWrongType.with(["expected": "string"]))
            return nil
        }
    }

    /// A person's file, else the embedded one, also when the person's file cannot be read.
    private mutating func document(_ name: String) -> TOMLDocument? {
        // A name is a file name, never a path.
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
            warn(name, "", Text.themeUnknown.with(["name": name]))
            return nil
        }
        if let folder {
            let file = "\(folder)/\(name).toml"
            if FileManager.default.fileExists(atPath: file), let document = read({ () throws(TOMLFailure) in
                try TOMLDocument(path: file)
            }, file) { return document }
        }
        guard let bytes = ThemeFiles.all[name] else {
            warn(name, "", Text.themeUnknown.with(["name": name]))
            return nil
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return read({ () throws(TOMLFailure) in try TOMLDocument(text: text, name: name) }, name)
    }

    private mutating func read(_ open: () throws(TOMLFailure) -> TOMLDocument, _ file: String) -> TOMLDocument? {
        do {
            return try open()
        } catch {
            if case .syntax(_, let line, let what) = error {
                warn(file, "", Text.themeSyntax.with(["line": String(line), "what": what]))
            } else {
                warn(file, "", Text.themeUnreadable.phrase)
            }
            return nil
        }
    }

    private mutating func warn(_ file: String, _ key: String, _ what: Phrase) {
        warnings.append(ThemeWarning(file: file, key: key, what: what))
    }
}
