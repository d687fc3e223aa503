import Texts
import Vietnamese

/// The command palette: type a few letters, with or without marks, and press Enter.
public struct PaletteState: Equatable, Sendable {
    public var field = TextField(limit: 60)
    public var list = ListState()

    public init() {}
}

extension Model {
    /// The commands the palette offers: those of the layers below it whose name, help or key holds every typed word.
    func paletteCommands(_ palette: PaletteState) -> [Command] {
        let words = palette.field.text.folded.split(separator: " ")
        var below = self
        below.closeLayer()
        let found = below.scopes.flatMap(CommandTable.commands(in:)).filter { command in
            guard command.id != .palette else { return false }
            let text = "\(command.name(language)) \(command.help(language))".folded
            return words.allSatisfy { text.contains($0) }
        }
        if words.isEmpty { return found }
        // Who types the name of a command means that one, not others whose help has the same words.
        let isNamed: (Command) -> Bool = { command in
            let name = command.name(language).folded
            return words.allSatisfy { name.contains($0) }
        }
        return found.filter(isNamed) + found.filter { !isNamed($0) }
    }
}
