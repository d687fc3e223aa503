import Records

/// What of the glass is taken in, and how bright.
extension SANESetup {
    private static let millimetresPerInch = 25.4
    /// Motors and sensors cut a little; less than this is no loss.
    private static let smallestLoss = 2.0

    /// All of the sheet, or as much of it as the device takes in.
    ///
    /// The size of the paper comes first: feeders whose guides centre the sheet shift their area by it, and bound it.
    mutating func setArea(dpi: Int) throws(SetupStop) {
        let size = settings.paper == .largest ? nil : settings.paper?.size ?? .a4
        try setLength(OptionNames.paper.width, size?.width, dpi: dpi)
        try setLength(OptionNames.paper.height, size?.height, dpi: dpi)
        try setLength(OptionNames.left, 0, dpi: dpi)
        try setLength(OptionNames.top, 0, dpi: dpi)
        try setLength(OptionNames.right, size?.width, dpi: dpi)
        try setLength(OptionNames.bottom, size?.height, dpi: dpi)
    }

    /// - Parameter millimetres: nil for the most the device takes.
    private mutating func setLength(_ name: String, _ millimetres: Double?, dpi: Int) throws(SetupStop) {
        guard let option = options.settable(name) else { return }
        let scale = option.unit == .pixels ? Double(dpi) / SANESetup.millimetresPerInch : 1
        guard let length = millimetres.map({ $0 * scale }) ?? option.bounds?.most else { return }
        _ = try set(name, length)
    }

    /// Brightness and its like are wishes: a device without them scans all the same.
    mutating func setAdjustments() {
        set(.brightness, percent: settings.brightness, isCentred: true)
        set(.contrast, percent: settings.contrast, isCentred: true)
        set(.threshold, percent: settings.threshold, isCentred: false)
    }

    private mutating func set(_ adjustment: UnmetWish.Adjustment, percent: Int?, isCentred: Bool) {
        guard let percent else { return }
        do throws(SetupStop) {
            guard let option = options.settable(adjustment.rawValue),
                try set(option.name, option.value(atPercent: percent, isCentred: isCentred)) != nil
            else {
                unmet.append(.adjustment(adjustment))
                return
            }
        } catch {
            unmet.append(.adjustment(adjustment))
        }
    }

    /// Nil when the device does not say, or says what cannot be.
    func areaNow(dpi: Int) -> PaperSize? {
        guard let width = length(from: OptionNames.left, to: OptionNames.right, dpi: dpi),
            let height = length(from: OptionNames.top, to: OptionNames.bottom, dpi: dpi)
        else { return nil }
        return PaperSize(width: width, height: height)
    }

    private func length(from first: String, to last: String, dpi: Int) -> Double? {
        guard let start = options.number(first), let end = options.number(last), end > start else { return nil }
        guard options.active(last)?.unit == .pixels else { return end - start }
        return dpi > 0 ? (end - start) / Double(dpi) * SANESetup.millimetresPerInch : nil
    }

    func wishesUnmet(by chosen: ChosenSettings) -> [UnmetWish] {
        var unmet = unmet
        if chosen.dpi > 0, chosen.dpi != settings.dpi { unmet.append(.resolution(asked: settings.dpi, got: chosen.dpi)) }
        if let paper = settings.paper, let size = paper.size, let area = chosen.area,
            area.width < size.width - SANESetup.smallestLoss || area.height < size.height - SANESetup.smallestLoss
        {
            unmet.append(.paper(asked: paper, got: area))
        }
        return unmet
    }
}
