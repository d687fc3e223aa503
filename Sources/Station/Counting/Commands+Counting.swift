import Records
import Terminal
import Texts

extension CommandTable {
    static let countSheets: [Command] = [
        Command(
            .countAccept, in: .countSheets, keys: [.enter], name: .commandCountAccept, help: .commandCountAcceptHelp, footer: 10,
            when: { model in
                guard case .countSheets(let count) = model.layers.last, count.sheets != nil else { return .notNow(.typeTheNumber) }
                return .available
            },
            run: { $0.acceptCount() }),
        Command(.countNext, in: .countSheets, keys: [.tab, .down], name: .commandCountNext, help: .commandCountNextHelp, footer: 15) {
            $0.changeCount { $0.move(1) }
        },
        Command(.countPrevious, in: .countSheets, keys: [.backTab, .up], name: .commandCountNext, help: .commandCountNextHelp) {
            $0.changeCount { $0.move(-1) }
        },
        Command(
            .countLarger, in: .countSheets, keys: [.character("+"), .character("="), .pageDown], name: .commandCountLarger,
            help: .commandCountZoomHelp, footer: 20, when: \.hasCountPicture, run: { $0.changeCount { $0.look(1) } }),
        Command(
            .countSmaller, in: .countSheets, keys: [.character("-"), .pageUp], name: .commandCountSmaller, help: .commandCountZoomHelp, footer: 25,
            when: \.hasCountPicture, run: { $0.changeCount { $0.look(-1) } }),
        Command(
            .countTurn, in: .countSheets, keys: [.character("]"), .character("[")], name: .commandCountTurn, help: .commandCountTurnHelp, footer: 30,
            when: \.hasCountPicture, run: { $0.changeCount { $0.turn = ($0.turn + 180) % 360 } }),
        close(.countClose, .countSheets, .commandCountClose, .commandCountCloseHelp),
    ]
}

extension Model {
    fileprivate var hasCountPicture: Availability {
        guard case .countSheets(let count) = layers.last, count.sheet != nil else { return .notNow(.preparationNoSheet) }
        return .available
    }

    fileprivate mutating func changeCount(_ change: (inout CountState) -> Void) -> [Effect] {
        guard case .countSheets(var count) = layers.last else { return [] }
        change(&count)
        layers[layers.count - 1] = .countSheets(count)
        return []
    }

    fileprivate mutating func acceptCount() -> [Effect] {
        guard case .countSheets(let count) = layers.last, let sheets = count.sheets, let dossier = desk.dossier else { return [] }
        closeLayer()
        let roles = count.roles
        desk.predict { changed in
            (changed.counts.countedSheets, changed.counts.countedRoles) = (sheets, roles)
            if let keyed = count.keyed {
                changed.preparation?.said = keyed.said
                changed.preparation?.isWanted = false
            }
        }
        if let keyed = count.keyed {
            say(.done, Text.didKeyPreparation)
            return [.keyPreparation(dossier.id, keyed)]
        }
        let others: [Effect] = roles == dossier.counts.countedRoles ? [] : [.setCountedRoles(dossier.id, roles)]
        return [.setCountedSheets(dossier.id, sheets)] + others
    }
}

extension DeskDossier {
    /// Lines of the phiếu chuẩn bị that count more leaves than places were kept for.
    var preparationShort: [Preparation.Short] { preparation?.said?.short(of: places.map(\.kind)) ?? [] }
}
