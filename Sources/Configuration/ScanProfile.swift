import Records
import Texts

/// One way to scan a kind of paper, under a name a person chooses: a `[[profile]]` table of `config.toml`. What it does not
/// say is as the station's own `[scanner]` settings say.
public struct ScanProfile: Sendable, Hashable {
    public var name: String
    public var source: ScanSource?
    public var mode: ColorMode?
    public var dpi: Int?
    public var paper: PaperFormat?
    public var brightness: Int?
    public var contrast: Int?
    public var threshold: Int?
    public var jpegQuality: Int?
    public var dpiFloor: Int?
    /// Options of the device by name; see `ScanSettings.deviceOptions`.
    public var options: [String: String] = [:]

    public init(name: String) { self.name = name }

    /// These settings with what the profile says in their place.
    public func settings(over usual: ScanSettings) -> ScanSettings {
        ScanSettings(
            source: source ?? usual.source, mode: mode ?? usual.mode, dpi: dpi ?? usual.dpi, jpegQuality: jpegQuality ?? usual.jpegQuality,
            paper: paper ?? usual.paper, brightness: brightness ?? usual.brightness, contrast: contrast ?? usual.contrast,
            threshold: threshold ?? usual.threshold, dpiFloor: dpiFloor ?? usual.dpiFloor,
            deviceOptions: usual.deviceOptions.merging(options) { _, own in own })
    }

    /// What comes with the program. A profile of the same name in the file takes its place.
    public static let builtIn: [ScanProfile] = {
        // TT 05/2025, Điều 8.2a: 24-bit colour, 200 dpi or more, 300 for maps and drawings.
        var papers = ScanProfile(name: "Văn bản hành chính 300 màu")
        (papers.mode, papers.dpi, papers.paper) = (.color, 300, .a4)
        var typed = ScanProfile(name: "Đánh máy mờ")
        (typed.mode, typed.dpi, typed.paper, typed.brightness, typed.contrast) = (.color, 300, .a4, -10, 30)
        var maps = ScanProfile(name: "Bản đồ")
        (maps.mode, maps.dpi, maps.paper, maps.jpegQuality, maps.dpiFloor) = (.color, 300, .largest, 95, ScanSettings.leastDPI.drawings)
        return [papers, typed, maps]
    }()
}

// MARK: - The keys of the table

extension ScanProfile {
    /// One documented key of a `[[profile]]` table.
    struct Key: Sendable {
        let name: String
        let help: Text
        let apply: @Sendable (TOMLDocument, inout ScanProfile) throws(TOMLFailure) -> Void
        /// As TOML; nil when the profile does not say.
        let show: @Sendable (ScanProfile) -> String?
    }

    private static let mostOptions = 64

    static let keys: [Key] = [
        Key(name: "name", help: .profileName) { document, profile throws(TOMLFailure) in
            guard let name = try document.plainText("name", lengths: 1...60), name.contains(where: { !$0.isWhitespace }) else {
                throw document.badText("name")
            }
            profile.name = name
        } show: { quoted($0.name) },
        .word("source", \.source, .profileSource),
        .word("mode", \.mode, .profileMode),
        .number("dpi", \.dpi, 50...2400, .configDPI),
        .word("paper", \.paper, .profilePaper),
        .number("brightness", \.brightness, -100...100, .profileBrightness),
        .number("contrast", \.contrast, -100...100, .profileContrast),
        .number("threshold", \.threshold, 0...100, .profileThreshold),
        .number("jpeg_quality", \.jpegQuality, 50...100, .configQuality),
        .number("dpi_floor", \.dpiFloor, 50...2400, .profileFloor),
        Key(name: "options", help: .profileOptions) { document, profile throws(TOMLFailure) in
            profile.options = try ScanProfile.options(document)
        } show: { profile in
            let pairs = profile.options.sorted { $0.key < $1.key }.map { "\(quoted($0.key)) = \(quoted($0.value))" }
            return pairs.isEmpty ? nil : "{ \(pairs.joined(separator: ", ")) }"
        },
    ]

    /// From one `[[profile]]` table.
    init(_ document: TOMLDocument) throws(TOMLFailure) {
        self.init(name: "")
        let known = Set(ScanProfile.keys.map(\.name))
        for key in document.root.keys.sorted() where !known.contains(key) { throw document.unknownKey(key) }
        for key in ScanProfile.keys { try key.apply(document, &self) }
    }

    private static func options(_ document: TOMLDocument) throws(TOMLFailure) -> [String: String] {
        switch document.value("options") {
        case nil: return [:]
        case .table(let table):
            guard table.count <= mostOptions else { throw document.outOfRange("options", range: "0…\(mostOptions)") }
            var options: [String: String] = [:]
            for (name, value) in table {
                let text: String
                switch value {
                case .string(let value): text = value
                case .integer(let value): text = String(value)
                case .real(let value): text = String(value)
                case .boolean(let value): text = value ? "yes" : "no"
                case .array, .table: throw document.wrongType("options.\(name)", expected: "string")
                }
                guard [name, text].allSatisfy({ (0...200).contains($0.count) && !$0.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } }),
                    !name.isEmpty
                else { throw document.badText("options.\(name)") }
                options[name] = text
            }
            return options
        default: throw document.wrongType("options", expected: "table")
        }
    }

    /// The table as text, for the file and `config show`.
    /// - Parameter prefix: `# ` for what is only told.
    func text(prefix: String = "") -> String {
        ScanProfile.keys.reduce("\(prefix)[[profile]]\n") { text, key in
            key.show(self).map { text + "\(prefix)\(key.name) = \($0)\n" } ?? text
        }
    }

    /// Every key with its meaning, as comments.
    static func explanation(_ language: Language) -> String {
        "# " + Text.profileExplained(language) + "\n"
            + keys.map { "#   \($0.name): \($0.help(language))\n" }.joined()
    }
}

extension ScanProfile.Key {
    typealias Path<Value> = WritableKeyPath<ScanProfile, Value?> & Sendable

    static func number(_ name: String, _ path: Path<Int>, _ range: ClosedRange<Int>, _ help: Text) -> Self {
        Self(name: name, help: help) { document, profile throws(TOMLFailure) in
            profile[keyPath: path] = try document.integer(name, in: range)
        } show: { $0[keyPath: path].map { String($0) } }
    }

    static func word<Value: RawRepresentable & CaseIterable>(
        _ name: String, _ path: Path<Value>, _ help: Text
    ) -> Self where Value.RawValue == String, Value: Sendable {
        Self(name: name, help: help) { document, profile throws(TOMLFailure) in
            profile[keyPath: path] = try document.word(name, among: Value.allCases.map(\.rawValue)).flatMap(Value.init)
        } show: { $0[keyPath: path].map { quoted($0.rawValue) } }
    }
}
