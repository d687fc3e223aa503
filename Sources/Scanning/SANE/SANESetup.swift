import Records

/// Brings a device to what an order asks, in the order in which options depend on each other: source, mode, depth,
/// resolution, area, brightness and its like, and then what else the order names.
struct SANESetup {
    var options: SANEOptions
    let settings: ScanSettings
    /// Wishes the device has no option for.
    var unmet: [UnmetWish] = []

    init(_ options: SANEOptions, settings: ScanSettings) {
        self.options = options
        self.settings = settings
    }

    static func sources(of options: SANEOptions) -> [ScanSource]? {
        guard let names = options.active(OptionNames.source)?.names, !names.isEmpty else { return nil }
        var found = Set(names.compactMap(OptionNames.meaning(ofSource:)))
        if found.contains(.adf), sidesOption(options, duplex: true) != nil { found.insert(.duplex) }
        if found.contains(.adf) { found.insert(.manualDuplex) }
        return ScanSource.allCases.filter(found.contains)
    }

    mutating func apply() throws(ScanFault) -> ChosenSettings {
        do throws(SetupStop) {
            let duplex = try setSource()
            let mode = try setMode()
            let depth = try setDepth(for: mode)
            let dpi = try setResolution()
            try setArea(dpi: dpi)
            setAdjustments()
            for (name, value) in settings.deviceOptions.sorted(by: { $0.key < $1.key }) {
                do throws(ScanFault) { try options.set(name, text: value) } catch { throw .fault(error) }
            }
            // Those may have changed any of the others: what counts is what the device says now.
            return chosen(duplex: duplex, mode: mode, depth: depth, dpi: dpi)
        } catch {
            switch error {
            case .fault(let fault): throw fault
            case .failure(let failure): throw .refusedByDriver(call: failure.call)
            }
        }
    }

    enum SetupStop: Error {
        case fault(ScanFault)
        case failure(SANEFailure)
    }

    // MARK: Source

    /// Whether both sides will come.
    private mutating func setSource() throws(SetupStop) -> Bool {
        guard let wanted = settings.source else { return isDuplexNow(set: false) }
        let names = options.active(OptionNames.source)?.names ?? []
        if names.isEmpty {
            // A sheet-fed scanner without a choice: what it has is what is meant, as long as it is one side.
            guard wanted != .duplex || SANESetup.sidesOption(options, duplex: true) != nil else {
                throw .fault(.noSuchSource(asked: wanted, offered: []))
            }
            try setSides(duplex: wanted == .duplex)
            return wanted == .duplex
        }
        if let name = OptionNames.source(wanted, among: names) {
            try set(OptionNames.source, name)
            if wanted != .flatbed { try setSides(duplex: wanted == .duplex) }
            return wanted == .duplex
        }
        guard wanted == .duplex, let feeder = OptionNames.source(.adf, among: names) else {
            throw .fault(.noSuchSource(asked: wanted, offered: names))
        }
        try set(OptionNames.source, feeder)
        guard SANESetup.sidesOption(options, duplex: true) != nil else {
            throw .fault(.noSuchSource(asked: wanted, offered: names))
        }
        try setSides(duplex: true)
        return true
    }

    /// Whether both sides will come as the device stands; what was set counts only where it does not say.
    private func isDuplexNow(set: Bool) -> Bool {
        let sides = OptionNames.sides.compactMap { option in
            options.boolean(option) ?? options.string(option).map { OptionNames.sides(duplex: true, among: [$0]) != nil }
        }
        return OptionNames.isDuplex(source: options.string(OptionNames.source), sides: sides) ?? set
    }

    private mutating func setSides(duplex: Bool) throws(SetupStop) {
        guard let option = SANESetup.sidesOption(options, duplex: duplex) else { return }
        if option.kind == .boolean {
            do throws(SANEFailure) { try options.set(option.name, boolean: duplex) } catch { throw .failure(error) }
        } else if let name = OptionNames.sides(duplex: duplex, among: option.names) {
            try set(option.name, name)
        }
    }

    private static func sidesOption(_ options: SANEOptions, duplex: Bool) -> DeviceOption? {
        OptionNames.sides.lazy.compactMap(options.settable).first { option in
            option.kind == .boolean || OptionNames.sides(duplex: duplex, among: option.names) != nil
        }
    }

    // MARK: Picture

    private mutating func setMode() throws(SetupStop) -> ColorMode {
        guard let names = options.settable(OptionNames.mode)?.names, !names.isEmpty else {
            return options.string(OptionNames.mode).flatMap(OptionNames.meaning(ofMode:)) ?? settings.mode
        }
        if let name = OptionNames.mode(settings.mode, among: names) {
            try set(OptionNames.mode, name)
            return settings.mode
        }
        // Line art is grey of one bit for some drivers.
        if settings.mode == .lineart, let grey = OptionNames.mode(.gray, among: names) {
            try set(OptionNames.mode, grey)
            if options.settable(OptionNames.depth)?.nearest(to: 1) == 1 { return .lineart }
        }
        throw .fault(.noSuchMode(asked: settings.mode, offered: names))
    }

    private mutating func setDepth(for mode: ColorMode) throws(SetupStop) -> Int {
        let wanted = mode == .lineart ? 1 : 8
        return Int(try set(OptionNames.depth, Double(wanted)) ?? Double(wanted))
    }

    private mutating func setResolution() throws(SetupStop) -> Int {
        for name in OptionNames.resolution {
            guard let chosen = try set(name, Double(settings.dpi)) else { continue }
            // Set apart by some drivers, together by most.
            _ = try set(OptionNames.resolutionDown, chosen)
            return Int(chosen.rounded())
        }
        return options.resolution ?? 0
    }

    // MARK: Small steps

    private func chosen(duplex: Bool, mode: ColorMode, depth: Int, dpi: Int) -> ChosenSettings {
        let duplex = isDuplexNow(set: duplex)
        let depth = options.number(OptionNames.depth).map { Int($0) } ?? depth
        let name = options.string(OptionNames.source)
        let source = name.flatMap(OptionNames.meaning(ofSource:))
        // The device cannot know that its feeder is to be used twice, nor that a switch beside the source asks both sides.
        let asked = settings.source == .manualDuplex && source != .flatbed ? ScanSource.manualDuplex : nil
        let oneSided = settings.source == .duplex ? ScanSource.adf : settings.source
        let dpiNow = options.resolution ?? dpi
        var chosen = ChosenSettings(
            source: duplex ? .duplex : asked ?? source ?? oneSided, sourceName: name, duplex: duplex,
            mode: modeNow(depth: depth) ?? mode, depth: depth, dpi: dpiNow, area: areaNow(dpi: dpiNow))
        chosen.unmet = wishesUnmet(by: chosen)
        return chosen
    }

    private func modeNow(depth: Int) -> ColorMode? {
        let mode = options.string(OptionNames.mode).flatMap(OptionNames.meaning(ofMode:))
        return mode == .gray && depth == 1 ? .lineart : mode
    }

    mutating func set(_ name: String, _ value: Double) throws(SetupStop) -> Double? {
        do throws(SANEFailure) { return try options.set(name, number: value) } catch { throw .failure(error) }
    }

    private mutating func set(_ name: String, _ value: String) throws(SetupStop) {
        do throws(SANEFailure) { try options.set(name, string: value) } catch { throw .failure(error) }
    }
}
