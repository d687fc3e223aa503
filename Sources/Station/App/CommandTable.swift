import Terminal
import Texts

/// All commands there are.
public enum CommandTable {
    public static let all: [Command] =
        everywhere + scanDesk + reader + correction + sample + register + boxes + search + queue + withheldAll + export + setup + layers + profiles + withholding

    private static let byKey: [Scope: [Key: Command]] = {
        var table: [Scope: [Key: Command]] = [:]
        for command in all {
            for key in command.keys where table[command.scope]?[key] == nil {
                table[command.scope, default: [:]][key] = command
            }
        }
        return table
    }()

    private static let byScope: [Scope: [Command]] = Dictionary(grouping: all, by: \.scope)

    /// The command a key means in a scope. Letters are matched by their base letter (decisions.md, Keys).
    public static func command(for key: Key, in scope: Scope) -> Command? {
        byKey[scope]?[key] ?? byKey[scope]?[key.command]
    }

    public static func commands(in scope: Scope) -> [Command] { byScope[scope] ?? [] }

    /// Whether a person reaches the scope's commands while typing goes to a text field.
    static func isAvailable(_ command: Command, _ model: Model) -> Bool { command.availability(model) == .available }

    /// The commands of the footer now, most wanted first: only what works now.
    public static func footer(for model: Model) -> [Command] {
        model.scopes.flatMap(commands(in:)).compactMap { command in command.footerPlace(in: model).map { (command, $0) } }
            .filter { isAvailable($0.0, model) }.sorted { $0.1 < $1.1 }.map { $0.0 }
    }

    /// The list of keys for the README: a Markdown table per scope.
    public static func markdown(_ language: Language) -> String {
        Scope.allCases.compactMap { scope in
            let rows = commands(in: scope).map { command in
                let keys = command.keys.map { "`\($0.label(language))`" }.joined(separator: ", ")
                return "| \(keys) | \(command.name(language)) | \(command.help(language)) |"
            }
            guard !rows.isEmpty else { return nil }
            let head = [
                "### \(scope.title(language))", "",
                "| \(Text.helpKeyColumn(language)) | \(Text.helpNameColumn(language)) | \(Text.helpTextColumn(language)) |",
                "| --- | --- | --- |",
            ]
            return (head + rows).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }
}

extension Key {
    /// The key as it is written on screen: `Dấu cách`, `Ctrl-P`, `F2`, `t`.
    public func label(_ language: Language) -> String {
        switch self {
        case .character(" "): Text.keySpace(language)
        case .character(let character): String(character)
        case .function(let number): "F\(number)"
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .alt(let letter): "Alt-\(letter)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .mouse, .paste: ""
        }
    }
}
