import Foundation

/// The language of the interface. Vietnamese is the first; English is complete too.
public enum Language: String, Sendable, CaseIterable, Codable {
    case vi, en

    /// The language that `--lang`, or else `LANGUAGE`/`LC_ALL`/`LANG` of the environment, asks for.
    /// Only an explicit `LANGUAGE=en…` switches to English: a server's `LANG=en_US` says nothing about the reader.
    public static func chosen(option: String?, environment: [String: String]) -> Language {
        if let option, let language = Language(rawValue: option) { return language }
        return environment["LANGUAGE"]?.hasPrefix("en") == true ? .en : .vi
    }
}

/// One entry of the table of user-facing texts: the same sentence in each language, with named placeholders (`{sheet}`).
///
/// Entries are static members, one file per area (`Texts+ScanDesk.swift`), so that code names them and the compiler
/// finds the missing ones:
///
///     extension Text {
///         public static let jamAtSheet = Text("Kẹt giấy ở tờ {sheet}.", en: "Paper jam at sheet {sheet}.")
///     }
public struct Text: Sendable, Hashable {
    public let vi: String
    public let en: String

    public init(_ vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The sentence in a language, its placeholders still open.
    public func callAsFunction(_ language: Language) -> String {
        language == .vi ? vi : en
    }

    /// The text with its placeholders filled. A number or a code is given as its string.
    public func with(_ arguments: [String: String]) -> Phrase {
        Phrase(self, arguments)
    }

    /// The text with placeholders that are filled otherwise in each language.
    public func filled(_ arguments: (Language) -> [String: String]) -> Phrase {
        Text(with(arguments(.vi))(.vi), en: with(arguments(.en))(.en)).phrase
    }

    public var phrase: Phrase { Phrase(self) }
}

/// A text and what fills its placeholders; rendered in the reader's language at the last moment.
public struct Phrase: Sendable, Hashable {
    public let text: Text
    public let arguments: [String: String]

    public init(_ text: Text, _ arguments: [String: String] = [:]) {
        self.text = text
        self.arguments = arguments
    }

    public func callAsFunction(_ language: Language) -> String {
        let template = text(language)
        guard template.contains("{") else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            result += arguments[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

/// An error that can be shown to a person as it is: what happened, what was kept, what to do.
///
/// Each module has one error type with a case per cause; raw statuses and calls go to the log, not here.
public protocol ReportableError: Error, Sendable {
    /// A stable name for scripts and logs, in lower-case words joined by `_`.
    var code: String { get }
    var exitCode: ExitCode { get }
    var message: Phrase { get }
    var kept: Phrase { get }
    var todo: Phrase { get }
}

/// Exit codes of every command (sysexits; see README).
public enum ExitCode: Int32, Sendable {
    case done = 0
    case usage = 64
    case badData = 65
    case missingInput = 66
    case unavailable = 69
    case internalError = 70
    case cannotCreate = 73
    case inputOutput = 74
    case tryAgain = 75
    case notPermitted = 77
    case configuration = 78
}
