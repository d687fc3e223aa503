import Configuration
import Records
import Texts

extension LiveServices {
    /// Keeps the choice for the station.
    func chooseProfile(_ name: String, _ send: @Sendable (Event) -> Void) throws {
        var configuration = configuration
        // A name that means nothing is refused now, not at the next start.
        _ = try configuration.scanSettings(profile: name)
        configuration.profileName = name
        try configuration.save(to: store.folder.configuration, language: language)
        session.withLock { $0.configuration = configuration }
        send(.profileChosen(name))
    }

    static func profileLines(_ configuration: StationConfiguration) -> [ProfileLine] {
        ([""] + configuration.profiles.map(\.name)).compactMap { name in
            (try? configuration.scanSettings(profile: name)).map { ProfileLine(name: name, summary: $0.summary) }
        }
    }
}

extension ScanSettings {
    /// What is asked of the device, in one line.
    var summary: Phrase {
        Text(words(.vi).joined(separator: " · "), en: words(.en).joined(separator: " · ")).phrase
    }

    private func words(_ language: Language) -> [String] {
        var words = [mode.text(language), Text.summaryDPI.with(["dpi": String(dpi)])(language)]
        if let paper { words.append(paper == .largest ? Text.summaryLargest(language) : paper.rawValue.uppercased()) }
        if let source { words.append(source.text(language)) }
        if let brightness { words.append(Text.summaryBrightness.with(["percent": ScanSettings.signed(brightness)])(language)) }
        if let contrast { words.append(Text.summaryContrast.with(["percent": ScanSettings.signed(contrast)])(language)) }
        if let threshold { words.append(Text.summaryThreshold.with(["percent": String(threshold)])(language)) }
        if dpiFloor != ScanSettings.leastDPI.papers {
            words.append(Text.summaryFloor.with(["dpi": String(dpiFloor)])(language))
        }
        return words + deviceOptions.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    }

    private static func signed(_ percent: Int) -> String { percent > 0 ? "+\(percent)" : percent < 0 ? "−\(-percent)" : "0" }
}

extension ScanSource {
    var text: Text {
        switch self {
        case .adf: .sourceADF
        case .duplex: .sourceDuplex
        case .flatbed: .sourceFlatbed
        case .manualDuplex: .sourceManualDuplex
        }
    }
}
