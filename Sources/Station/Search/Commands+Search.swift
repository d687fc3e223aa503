import Terminal
import Texts

extension CommandTable {
    static let search: [Command] =
        [
            Command(
                .searchOpen, in: .search, keys: [.enter], name: .commandSearchOpen, help: .commandSearchOpenHelp, footer: 10,
                when: { $0.search.selected == nil ? .notNow(.nothingFound) : .available },
                run: { model in model.search.selected.map { model.openPage($0.page, from: .search) } ?? [] }),
            Command(
                .searchBack, in: .search, keys: [.escape], name: .commandSearchBack, help: .commandSearchBackHelp, footer: 20,
                run: { model in
                    if model.search.field.isEmpty { return model.go(to: .scanDesk) }
                    model.search = SearchState()
                    return []
                }),
        ]
        + ListCommands(up: .searchUp, down: .searchDown, pageUp: .searchPageUp, pageDown: .searchPageDown)
        .commands(in: .search) { model, move in
            model.search.list.move(move, count: model.search.results?.hits.count ?? 0, page: 5)
            return []
        }
}
