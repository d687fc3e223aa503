import Texts

/// Why the full screen cannot be used.
public enum TerminalError: ReportableError, Equatable {
    /// Neither standard input and output nor `/dev/tty` is a terminal.
    case notATerminal
    /// No terminfo entry for the `TERM` given.
    case unknownType(String)
    /// The terminal cannot place the cursor (`TERM=dumb`).
    case tooPlain(String)

    public var code: String {
        switch self {
        case .notATerminal: "not_a_terminal"
        case .unknownType: "unknown_terminal_type"
        case .tooPlain: "terminal_too_plain"
        }
    }

    public var exitCode: ExitCode { .unavailable }

    public var message: Phrase {
        switch self {
        case .notATerminal: Text.notATerminal.phrase
        case .unknownType(let type): Text.unknownTerminalType.with(["type": type])
        case .tooPlain(let type): Text.terminalTooPlain.with(["type": type])
        }
    }

    public var kept: Phrase { Text.nothingChanged.phrase }

    public var todo: Phrase {
        switch self {
        case .notATerminal: Text.startInATerminal.phrase
        case .unknownType, .tooPlain: Text.setTerminalType.phrase
        }
    }
}
