/// What a scan run asks of the device. The device may choose otherwise; what it chose comes back when it is open and with
/// every page.
public struct ScanSettings: Sendable, Hashable, Codable {
    /// The floor for administrative papers, and for maps and drawings, in dpi: TT 05/2025, Điều 8.2a.
    public static let leastDPI = (papers: 200, drawings: 300)

    /// Nil: the device's own default (the folder scanner: duplex).
    public var source: ScanSource?
    public var mode: ColorMode
    /// Dots per inch, both ways.
    public var dpi: Int
    /// JPEG quality of the stored image, 1…100; chroma is not subsampled.
    public var jpegQuality: Int
    /// Nil: A4 is asked of the device, and a page of another size is no finding.
    public var paper: PaperFormat?
    /// Percent, −100…100; nil leaves the device's own.
    public var brightness: Int?
    /// Percent, −100…100; nil leaves the device's own.
    public var contrast: Int?
    /// Percent, 0…100: what is darker becomes black in line art; nil leaves the device's own.
    public var threshold: Int?
    /// A page of fewer dots per inch is a finding.
    public var dpiFloor: Int
    /// Further options of the device, name to value as `scanimage` takes them; set after all others, in order of name.
    public var deviceOptions: [String: String]

    public init(
        source: ScanSource? = nil, mode: ColorMode = .color, dpi: Int = 300, jpegQuality: Int = 92, paper: PaperFormat? = nil,
        brightness: Int? = nil, contrast: Int? = nil, threshold: Int? = nil, dpiFloor: Int = leastDPI.papers,
        deviceOptions: [String: String] = [:]
    ) {
        self.source = source
        self.mode = mode
        self.dpi = dpi
        self.jpegQuality = jpegQuality
        self.paper = paper
        self.brightness = brightness
        self.contrast = contrast
        self.threshold = threshold
        self.dpiFloor = dpiFloor
        self.deviceOptions = deviceOptions
    }

    /// What an older station stored of a run lacks the younger keys.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let usual = ScanSettings()
        source = try values.decodeIfPresent(ScanSource.self, forKey: .source)
        mode = try values.decodeIfPresent(ColorMode.self, forKey: .mode) ?? usual.mode
        dpi = try values.decodeIfPresent(Int.self, forKey: .dpi) ?? usual.dpi
        jpegQuality = try values.decodeIfPresent(Int.self, forKey: .jpegQuality) ?? usual.jpegQuality
        paper = try values.decodeIfPresent(PaperFormat.self, forKey: .paper)
        brightness = try values.decodeIfPresent(Int.self, forKey: .brightness)
        contrast = try values.decodeIfPresent(Int.self, forKey: .contrast)
        threshold = try values.decodeIfPresent(Int.self, forKey: .threshold)
        dpiFloor = try values.decodeIfPresent(Int.self, forKey: .dpiFloor) ?? usual.dpiFloor
        deviceOptions = try values.decodeIfPresent([String: String].self, forKey: .deviceOptions) ?? [:]
    }
}
