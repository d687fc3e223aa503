import Texts

/// What is wrong with a TOML file: where, and what was expected.
public enum TOMLFailure: ReportableError, Equatable {
    case unreadable(file: String)
    case unwritable(file: String)
    case diskFull(file: String)
    case tooLarge(file: String)
    case notUTF8(file: String)
    /// Line 0 when the parser does not say.
    case syntax(file: String, line: Int, what: String)
    // Line 0 where it is not known, as with a key of an inline table.
    case wrongType(file: String, line: Int, key: String, expected: String)
    case outOfRange(file: String, line: Int, key: String, range: String)
    case unknownKey(file: String, line: Int, key: String)
    /// Empty where it must not be, too long, or with control characters.
    case badText(file: String, line: Int, key: String)
    /// Two tables of one name.
    case duplicate(file: String, line: Int, key: String, value: String)

    public var code: String {
        switch self {
        case .unreadable: "configuration_unreadable"
        case .unwritable: "configuration_unwritable"
        case .diskFull: "disk_full"
        case .tooLarge: "configuration_too_large"
        case .notUTF8: "configuration_not_utf8"
        case .syntax: "configuration_syntax"
        case .wrongType: "configuration_wrong_type"
        case .outOfRange: "configuration_out_of_range"
        case .unknownKey: "configuration_unknown_key"
        case .badText: "configuration_bad_text"
        case .duplicate: "configuration_duplicate"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .unwritable: .cannotCreate
        case .diskFull: .inputOutput
        default: .configuration
        }
    }

    public var message: Phrase {
        switch self {
        case .unreadable(let file): Text.tomlUnreadable.with(["file": file])
        case .unwritable(let file): Text.tomlUnwritable.with(["file": file])
        case .diskFull: Text.diskIsFull.phrase
        case .tooLarge(let file): Text.tomlTooLarge.with(["file": file])
        case .notUTF8(let file): Text.tomlNotUTF8.with(["file": file])
        case .syntax(let file, let line, let what): Text.tomlSyntax.with(["file": file, "line": String(line), "what": shown(what)])
        case .wrongType(let file, let line, let key, let expected):
            Text.tomlWrongType.with(["file": place(file, line), "key": shown(key), "expected": expected])
        case .outOfRange(let file, let line, let key, let range):
            Text.tomlOutOfRange.with(["file": place(file, line), "key": shown(key), "range": range])
        case .unknownKey(let file, let line, let key): Text.tomlUnknownKey.with(["file": place(file, line), "key": shown(key)])
        case .badText(let file, let line, let key): Text.tomlBadText.with(["file": place(file, line), "key": shown(key)])
        case .duplicate(let file, let line, let key, let value):
            Text.tomlDuplicate.with(["file": place(file, line), "key": shown(key), "value": value])
        }
    }

    /// A key or a parser's words may hold what the file holds: no escape sequence of a hostile file reaches the terminal.
    private func shown(_ text: String) -> String {
        let plain = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) }
        return plain.count > 200 ? String(plain.prefix(200)) + "…" : String(plain)
    }

    /// `config.toml:12`, as compilers write it: editors jump there.
    private func place(_ file: String, _ line: Int) -> String { line > 0 ? "\(file):\(line)" : file }

    public var kept: Phrase { Text.nothingChanged.phrase }
    public var todo: Phrase {
        switch self {
        case .diskFull: Text.freeDiskSpace.phrase
        case .unwritable: Text.chooseWritableFolder.phrase
        default: Text.tomlCorrect.phrase
        }
    }
}
