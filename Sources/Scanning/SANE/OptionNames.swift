import CSANE
import Records

/// How drivers call their sources and modes, and which of them is meant by ours.
///
/// The names were collected from the option lists of real devices (simple-scan's logs, NAPS2's matchers, sane-backends).
enum OptionNames {
    static let source = "source"
    static let mode = "mode"
    static let depth = "depth"
    static let resolution = ["resolution", "x-resolution", "scan-resolution"]
    static let resolutionDown = "y-resolution"
    /// Choices of sides, apart from the source: a choice of names or a switch.
    static let sides = ["adf-mode", "adf_mode", "ADF Mode", "duplex", "Duplex", "scan-sides", "sides"]
    static let left = "tl-x", top = "tl-y", right = "br-x", bottom = "br-y"
    /// The size of the paper, which for some drivers bounds the area.
    static let paper = (width: "page-width", height: "page-height")

    /// Sensors for paper that lies ready, as backends call them.
    static let paperSensors: Set<String> = [
        "page-loaded", "adf-loaded", "paper-loaded", "document-loaded", "paper-in-adf", "adf-paper", "page_loaded", "adf_loaded",
    ]
    /// Buttons that mean "scan". Those for copying, mail and the like are not ours.
    static let buttons: Set<String> = ["scan", "start", "scan-button", "start-button", "button-scan", "button-start"]

    /// What the device says and nobody can set: a sensor or a button.
    static func isSensor(_ option: DeviceOption) -> Bool {
        option.kind == .boolean && option.isActive && option.capabilities & SANE_CAP_SOFT_DETECT != 0
            && option.capabilities & SANE_CAP_SOFT_SELECT == 0
    }

    private static let filmAndCard = ["transparen", "tpu", "film", "negative", "positive", "slide", "card", "camera"]
    private static let both = ["duplex", "both", "double", "two side", "two-side", "2-side", "dual"]
    private static let feeder = ["adf", "feeder", "sheetfed", "sheet fed", "sheet-fed"]
    private static let glass = ["flatbed", "flat bed", "platen", "glass", "document table", "normal", "fb"]
    /// Renderings that throw grey values away.
    private static let rendered = ["diffusion", "halftone", "dither"]

    /// What a driver's name for a source means; nil for what is neither glass nor feeder.
    static func meaning(ofSource name: String) -> ScanSource? {
        let name = name.lowercased()
        func mentions(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        if mentions(filmAndCard) { return nil }
        if mentions(both) { return .duplex }
        if mentions(feeder) { return name.contains("back") || name.contains("rear") ? nil : .adf }
        return mentions(glass) ? .flatbed : nil
    }

    /// The first of a driver's sources that means this one.
    static func source(_ wanted: ScanSource, among names: [String]) -> String? {
        let wanted = wanted == .manualDuplex ? .adf : wanted
        return names.first { meaning(ofSource: $0) == wanted }
    }

    /// The name of a choice of sides that means one or both.
    static func sides(duplex: Bool, among names: [String]) -> String? {
        let isBoth: (String) -> Bool = { name in both.contains { name.lowercased().contains($0) } }
        return names.first { isBoth($0) == duplex }
    }

    /// Whether both sides come with this source and these choices of sides; nil when neither says.
    static func isDuplex(source: String?, sides: [Bool]) -> Bool? {
        switch source.flatMap(meaning(ofSource:)) {
        case .duplex: return true
        // A switch for the feeder may stay on while the glass is chosen.
        case .flatbed: return false
        default: break
        }
        if !sides.isEmpty { return sides.contains(true) }
        return source == nil ? nil : false
    }

    /// What a driver's name for a mode means; nil for renderings and the like.
    static func meaning(ofMode name: String) -> ColorMode? {
        let name = name.lowercased()
        func mentions(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        if mentions(rendered) { return nil }
        if mentions(["lineart", "line art", "black", "binary", "b/w", "monochrome", "bitmap", "1-bit", "1 bit"]) {
            return .lineart
        }
        if mentions(["gray", "grey"]) { return .gray }
        return mentions(["color", "colour", "rgb"]) ? .color : nil
    }

    /// The best of a driver's modes for this one: its plain name before variants such as `24bit Color[Fast]`.
    static func mode(_ wanted: ColorMode, among names: [String]) -> String? {
        names.filter { meaning(ofMode: $0) == wanted }.min { $0.count < $1.count }
    }
}
