import Records
import Texts

extension StationConfiguration {
    static let profileTable = "profile"
    static let profileKey = "scanner.profile"
    private static let mostProfiles = 100

    /// Every profile a person can choose: the files' own first, then those that come with the program.
    public var profiles: [ScanProfile] {
        ownProfiles + ScanProfile.builtIn.filter { builtIn in !ownProfiles.contains { $0.name == builtIn.name } }
    }

    public func profile(named name: String) -> ScanProfile? {
        let name = name.precomposedStringWithCanonicalMapping
        return profiles.first { $0.name == name }
    }

    /// What a run asks of the device.
    /// - Parameter name: of a profile, in place of the station's own; empty for none.
    public func scanSettings(profile name: String? = nil) throws(NoSuchProfile) -> ScanSettings {
        let usual = ScanSettings(
            source: ScanSource(rawValue: source), mode: ColorMode(rawValue: mode) ?? .color, dpi: dpi, jpegQuality: jpegQuality)
        let name = name ?? profileName
        if name.isEmpty { return usual }
        guard let profile = profile(named: name) else { throw NoSuchProfile(name: name, known: profiles.map(\.name)) }
        return profile.settings(over: usual)
    }

    /// A later file's profile takes the place of an earlier one's of the same name; twice in one file is a mistake.
    mutating func takeProfiles(_ document: TOMLDocument) throws(TOMLFailure) {
        guard let tables = try document.tables(StationConfiguration.profileTable) else { return }
        guard tables.count <= StationConfiguration.mostProfiles else {
            throw document.outOfRange(StationConfiguration.profileTable, range: "0…\(StationConfiguration.mostProfiles)")
        }
        var taken: [ScanProfile] = []
        for table in tables {
            let profile = try ScanProfile(table)
            if taken.contains(where: { $0.name == profile.name }) { throw table.duplicate("name", value: profile.name) }
            taken.append(profile)
        }
        ownProfiles = ownProfiles.filter { old in !taken.contains { $0.name == old.name } } + taken
    }

    /// The files' own profiles as they are read, the built-in ones as examples.
    func profilesText(_ language: Language) -> String {
        let builtIn = profiles.dropFirst(ownProfiles.count)
        return ScanProfile.explanation(language)
            + (builtIn.isEmpty ? "" : "\n# \(Text.profileBuiltIn(language))\n\n" + builtIn.map { $0.text(prefix: "# ") }.joined(separator: "\n"))
            + ownProfiles.map { "\n" + $0.text() }.joined()
    }
}

/// A profile was named that is neither in the files nor built in.
public struct NoSuchProfile: ReportableError, Equatable {
    public let name: String
    public let known: [String]

    public var code: String { "no_such_profile" }
    public var exitCode: ExitCode { .usage }
    public var message: Phrase { Text.noSuchProfile.with(["name": name, "known": known.joined(separator: "; ")]) }
    public var kept: Phrase { Text.nothingChanged.phrase }
    public var todo: Phrase { Text.checkTheValue.phrase }
}
