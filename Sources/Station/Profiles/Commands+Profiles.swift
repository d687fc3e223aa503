import Terminal
import Texts

extension CommandTable {
    /// On the scan desk.
    static let chooseProfile = Command(
        .chooseProfile, in: .scanDesk, keys: [.character("p")], name: .commandProfile, help: .commandProfileHelp, footer: 130,
        when: { model in
            if model.desk.run.isUnderWay { return .notNow(.stopScanningFirst) }
            return model.settings.profiles.isEmpty ? .notNow(.noProfiles) : .available
        },
        run: { model in
            let chosen = model.settings.profiles.firstIndex { $0.name == model.settings.profile }
            model.layers.append(.profiles(ListState(selected: chosen ?? 0)))
            return []
        })

    static let profiles: [Command] =
        [
            Command(
                .profilesAccept, in: .profiles, keys: [.enter], name: .commandProfilesAccept, help: .commandProfilesAcceptHelp,
                footer: 10, run: { $0.takeProfile() }),
            Command(.profilesClose, in: .profiles, keys: [.escape], name: .commandClose, help: .commandCloseHelp, footer: 20) { model in
                model.closeLayer()
                return []
            },
        ]
        + ListCommands(up: .profilesUp, down: .profilesDown, pageUp: .profilesPageUp, pageDown: .profilesPageDown)
        .commands(in: .profiles) { model, move in
            guard case .profiles(var list) = model.layers.last else { return [] }
            list.move(move, count: model.settings.profiles.count)
            model.layers[model.layers.count - 1] = .profiles(list)
            return []
        }
}

extension Model {
    fileprivate mutating func takeProfile() -> [Effect] {
        guard case .profiles(let list) = layers.last, settings.profiles.indices.contains(list.selected) else { return [] }
        closeLayer()
        return [.chooseProfile(settings.profiles[list.selected].name)]
    }

    mutating func profileChosen(_ name: String) {
        settings.profile = name
        // What the device chose for the profile before it is no news any more.
        desk.deviceSettings = nil
        desk.unmet = []
        say(.done, name.isEmpty ? Text.profileNone.phrase : Text.profileChosen.with(["name": name]))
    }
}
