import Terminal
import Texts

extension CommandTable {
    static let withheldAll: [Command] =
        [
            Command(
                .withheldAllOpen, in: .withheldAll, keys: [.enter], name: .commandWithheldAllOpen, help: .commandWithheldAllOpenHelp, footer: 10,
                when: { model in
                    guard let line = model.withheldAll.selected else { return .notNow(.nothingWithheldAnywhere) }
                    if model.desk.dossier?.id == line.dossier { return .available }
                    return model.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : .available
                },
                run: { $0.openSelectedWithheld() }),
            Command(
                .withheldAllSlip, in: .withheldAll, keys: [.function(5)], name: .commandWithheldSlip, help: .commandWithheldSlipHelp, footer: 20,
                when: { $0.withheldAll.selected == nil ? .notNow(.nothingWithheldAnywhere) : .available },
                run: { model in model.withheldAll.selected.map { [.printReplacementSlip($0.id)] } ?? [] }),
            Command(
                .withheldAllBack, in: .withheldAll, keys: [.escape], name: .commandQueueBack, help: .commandExportBackHelp, footer: 30,
                run: { $0.go(to: .scanDesk) }),
        ]
        + ListCommands(up: .withheldAllUp, down: .withheldAllDown, pageUp: .withheldAllPageUp, pageDown: .withheldAllPageDown)
        .commands(in: .withheldAll) { model, move in
            model.withheldAll.list.move(move, count: model.withheldAll.lines.count)
            return []
        }
}

extension Model {
    /// Puts its dossier on the desk, with the list behind `y` open at it.
    fileprivate mutating func openSelectedWithheld() -> [Effect] {
        guard let line = withheldAll.selected else { return [] }
        withheldAll.opening = line.id
        if desk.dossier?.id == line.dossier {
            let effects = go(to: .scanDesk)
            showOpenedWithheld()
            return effects
        }
        say(.working, Text.openingDossier.with(["code": line.code]))
        return closeDesk() + [.openDossier(line.dossier)]
    }

    /// The dossier that was opened from the list lies on the desk.
    mutating func showOpenedWithheld() {
        guard let id = withheldAll.opening else { return }
        withheldAll.opening = nil
        guard screen == .scanDesk, layers.isEmpty, let dossier = desk.dossier, let line = dossier.withheld.first(where: { $0.id == id }) else { return }
        let withheld = dossier.withheld
        desk.seeMarks()
        if let page = firstPage(of: line, in: dossier) { desk.moveCursor(to: page) }
        layers.append(.withheld(WithheldState(withheld, at: id)))
    }

    /// Index of the first page that is withheld with it.
    private func firstPage(of line: DeskWithholding, in dossier: DeskDossier) -> Int? {
        switch line.scope {
        case .dossier: 0
        case .page: line.place.map { $0 - 1 }
        case .document:
            line.place.flatMap { place in
                dossier.documents.indices.contains(place - 1) ? dossier.pages.firstIndex { $0.document == dossier.documents[place - 1].id } : nil
            }
        }
    }
}
