import Terminal
import Texts

extension CommandTable {
    static let search: [Command] =
        [
            Command(
                .searchOpen, in: .search, keys: [.enter], name: .commandSearchOpen, help: .commandSearchOpenHelp, footer: 10,
                when: { model in
                    guard let line = model.search.selectedLine else { return .notNow(.nothingFound) }
                    return line.opens == nil ? .notNow(.searchDossierWithoutPages) : .available
                },
                run: { model in
                    guard let page = model.search.selectedLine?.opens else { return [] }
                    // The words of a dossier's title need not stand on its pages.
                    return model.openPage(page, from: .search, finding: model.search.selected == nil ? nil : model.search.field.text)
                }),
            Command(
                .searchBack, in: .search, keys: [.escape], name: .commandSearchBack, help: .commandSearchBackHelp, footer: 20,
                run: { model in
                    if model.search.field.isEmpty { return model.go(to: .scanDesk) }
                    model.search = SearchState()
                    return []
                }),
        ]
        + ListCommands(up: .searchUp, down: .searchDown, pageUp: .searchPageUp, pageDown: .searchPageDown)
        .commands(in: .search) { $0.moveInSearch($1) }
}
