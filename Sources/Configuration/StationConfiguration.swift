import Files
import Foundation
import Texts

/// What a station is set up with. Read from the person's `config.toml`, then from the data folder's, which wins key by
/// key; written to the data folder's by the setup screen.
public struct StationConfiguration: Sendable, Equatable {
    public var stationName = ""
    /// Name shown on the screen; the audit trail uses the login.
    public var personName = ""
    /// Dossiers a day in the plan; 0: none.
    public var dailyPlan = 90
    public var device = ""
    public var dpi = 300
    /// `color`, `gray` or `lineart`.
    public var mode = "color"
    /// `adf`, `duplex`, `flatbed`; empty: the device's own default.
    public var source = ""
    public var jpegQuality = 92
    /// The name of the profile in use; empty: the keys above as they are.
    public var profileName = ""
    /// A run begins when paper is put in or the scanner's button is pressed.
    public var handsFree = false
    /// Empty: none.
    public var importFolder = ""
    /// A scanner that opens, warms up or draws a sheet in may be silent for so many seconds.
    public var startSeconds = 120
    public var exportTargets: [String] = []
    public var exportTemplate = "{maHoSo}.{stt:7}.pdf"
    /// `2u` or `1b`.
    public var pdfa = "2u"
    public var timeZone = "Asia/Ho_Chi_Minh"
    public var ocrLanguage = "vie"
    /// Codes of fonds with languages of their own.
    public var fondsLanguages: [String: String] = [:]
    /// 0: as many as cores.
    public var ocrWorkers = 0
    /// Pages that lie sideways or upside down are set upright when they have been read.
    public var autoTurn = true
    public var theme = ""
    /// `ascii`, `blocks`, `braille`; empty: what the terminal can do.
    public var preview = ""
    public var bell = true
    /// `telex`, `vni`, `off`.
    public var inputMethod = "telex"
    /// `first` (hòa, thúy) or `main` (hoà, thuý): the vowel that carries the tone.
    public var toneStyle = "first"
    public static let mainVowel = "main"
    /// The profiles of the files, in their order; `profiles` has the built-in ones as well.
    public var ownProfiles: [ScanProfile] = []

    public init() {}

    /// One documented key.
    public struct Key: Sendable {
        public let name: String
        public let help: Text
        fileprivate let apply: @Sendable (TOMLDocument, inout StationConfiguration) throws(TOMLFailure) -> Void
        fileprivate let show: @Sendable (StationConfiguration) -> String
        public func value(in configuration: StationConfiguration) -> String { show(configuration) }
    }

    /// Every key, in the order of the file.
    public static let keys: [Key] = [
        .text("station.name", \.stationName, Text.configStationName),
        .text("station.person", \.personName, Text.configPersonName),
        .number("station.daily_plan", \.dailyPlan, 0...10_000, Text.configDailyPlan),
        .text("station.time_zone", \.timeZone, Text.configTimeZone),
        .text("scanner.device", \.device, Text.configDevice),
        .number("scanner.dpi", \.dpi, 50...2400, Text.configDPI),
        .choice("scanner.mode", \.mode, ["color", "gray", "lineart"], Text.configMode),
        .choice("scanner.source", \.source, ["", "adf", "duplex", "flatbed", "manual-duplex"], Text.configSource),
        .number("scanner.jpeg_quality", \.jpegQuality, 50...100, Text.configQuality),
        .text("scanner.profile", \.profileName, Text.configProfile),
        .flag("scanner.hands_free", \.handsFree, Text.configHandsFree),
        .number("scanner.start_seconds", \.startSeconds, 1...3600, Text.configStartSeconds),
        .text("import.folder", \.importFolder, Text.configImportFolder),
        .texts("export.targets", \.exportTargets, Text.configTargets),
        .text("export.template", \.exportTemplate, Text.configTemplate),
        .choice("export.pdfa", \.pdfa, ["2u", "1b"], Text.configPDFA),
        .text("ocr.language", \.ocrLanguage, Text.configOCRLanguage),
        .pairs("ocr.fonds_languages", \.fondsLanguages, Text.configFondsLanguages),
        .number("ocr.workers", \.ocrWorkers, 0...64, Text.configOCRWorkers),
        .flag("ocr.auto_turn", \.autoTurn, Text.configAutoTurn),
        .text("interface.theme", \.theme, Text.configTheme),
        .choice("interface.preview", \.preview, ["", "ascii", "blocks", "braille"], Text.configPreview),
        .flag("interface.bell", \.bell, Text.configBell),
        .choice("interface.ime", \.inputMethod, ["telex", "vni", "off"], Text.configInputMethod),
        .choice("interface.tone_on", \.toneStyle, ["first", mainVowel], Text.configToneStyle),
    ]

    /// Reads the files that exist, later ones over earlier ones. An unknown key is an error: it is a typing mistake.
    public static func load(_ paths: [String]) throws(TOMLFailure) -> StationConfiguration {
        var configuration = StationConfiguration()
        // The file that names the profile in use; a later one may define it.
        var naming: TOMLDocument?
        for path in paths where FileManager.default.fileExists(atPath: path) {
            let document = try TOMLDocument(path: path)
            let known = Set(keys.map(\.name) + [profileTable])
            for key in document.leafKeys where !known.contains(key) { throw document.unknownKey(key) }
            for key in keys { try key.apply(document, &configuration) }
            try configuration.takeProfiles(document)
            if document.value(profileKey) != nil { naming = document }
        }
        if let naming, !configuration.profileName.isEmpty, configuration.profile(named: configuration.profileName) == nil {
            throw naming.outOfRange(profileKey, range: configuration.profiles.map { quoted($0.name) }.joined(separator: ", "))
        }
        return configuration
    }

    /// The file as text: every key with its explanation, in the given language.
    public func text(_ language: Language) -> String {
        var text = ""
        var section = ""
        for key in StationConfiguration.keys {
            let parts = key.name.split(separator: ".", maxSplits: 1).map(String.init)
            if parts[0] != section {
                section = parts[0]
                text += (text.isEmpty ? "" : "\n") + "[\(section)]\n"
            }
            text += "# \(key.help(language))\n\(parts[1]) = \(key.show(self))\n"
        }
        return text + "\n" + profilesText(language)
    }

    /// Writes the file whole or not at all.
    public func save(to path: String, language: Language) throws(TOMLFailure) {
        let part = path + ".part"
        do throws(SystemError) {
            try Files.create(part, Array(text(language).utf8), mode: 0o660, replacing: true, flush: true)
            guard rename(part, path) == 0 else { throw SystemError("rename", path: path, errno: errno) }
        } catch {
            unlink(part)
            throw error.isDiskFull ? .diskFull(file: path) : .unwritable(file: path)
        }
    }
}

extension StationConfiguration.Key {
    typealias Path<Value> = WritableKeyPath<StationConfiguration, Value> & Sendable

    static func text(_ name: String, _ path: Path<String>, _ help: Text) -> Self {
        Self(name: name, help: help) { document, configuration throws(TOMLFailure) in
            if let value = try document.plainText(name, lengths: 0...4096) { configuration[keyPath: path] = value }
        } show: { quoted($0[keyPath: path]) }
    }

    static func texts(_ name: String, _ path: Path<[String]>, _ help: Text) -> Self {
        Self(name: name, help: help) { document, configuration throws(TOMLFailure) in
            if let values = try document.strings(name) { configuration[keyPath: path] = values }
        } show: { "[" + $0[keyPath: path].map(quoted).joined(separator: ", ") + "]" }
    }

    /// Each as `name=value`.
    static func pairs(_ name: String, _ path: Path<[String: String]>, _ help: Text) -> Self {
        Self(name: name, help: help) { document, configuration throws(TOMLFailure) in
            guard let values = try document.strings(name) else { return }
            var pairs: [String: String] = [:]
            for value in values {
                let parts = value.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping }
                guard parts.count == 2, !parts.contains("") else { throw document.wrongType(name, expected: "array of strings \"P001=vie+fra\"") }
                guard pairs.updateValue(parts[1], forKey: parts[0]) == nil else { throw document.duplicate(name, value: parts[0]) }
            }
            configuration[keyPath: path] = pairs
        } show: { "[" + $0[keyPath: path].sorted { $0.key < $1.key }.map { quoted("\($0.key)=\($0.value)") }.joined(separator: ", ") + "]" }
    }

    static func choice(_ name: String, _ path: Path<String>, _ choices: [String], _ help: Text) -> Self {
        Self(name: name, help: help) { document, configuration throws(TOMLFailure) in
            if let value = try document.word(name, among: choices) { configuration[keyPath: path] = value }
        } show: { quoted($0[keyPath: path]) }
    }

    static func number(_ name: String, _ path: Path<Int>, _ range: ClosedRange<Int>, _ help: Text) -> Self {
        Self(name: name, help: help) { document, configuration throws(TOMLFailure) in
            if let value = try document.integer(name, in: range) { configuration[keyPath: path] = value }
        } show: { String($0[keyPath: path]) }
    }

    static func flag(_ name: String, _ path: Path<Bool>, _ help: Text) -> Self {
        Self(name: name, help: help) { document, configuration throws(TOMLFailure) in
            if let value = try document.boolean(name) { configuration[keyPath: path] = value }
        } show: { String($0[keyPath: path]) }
    }
}

/// A TOML basic string.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        default:
            if scalar.value < 32 || scalar.value == 127 { result += String(format: "\\u%04X", scalar.value) }
            else { result.unicodeScalars.append(scalar) }
        }
    }
    return result + "\""
}
