import Terminal
import Texts

/// The commands that every list has: arrows and page keys.
struct ListCommands {
    let up, down, pageUp, pageDown: CommandID

    func commands(in scope: Scope, move: @escaping @Sendable (inout Model, ListState.Move) -> [Effect]) -> [Command] {
        [
            Command(up, in: scope, keys: [.up], name: .commandListUp, help: .commandListUpHelp) { move(&$0, .up) },
            Command(down, in: scope, keys: [.down], name: .commandListDown, help: .commandListDownHelp) { move(&$0, .down) },
            Command(pageUp, in: scope, keys: [.pageUp], name: .commandListPageUp, help: .commandListPageUpHelp) {
                move(&$0, .pageUp)
            },
            Command(pageDown, in: scope, keys: [.pageDown], name: .commandListPageDown, help: .commandListPageDownHelp) {
                move(&$0, .pageDown)
            },
        ]
    }
}
