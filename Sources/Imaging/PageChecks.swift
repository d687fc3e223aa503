import CLeptonica
import Records

/// What the checks make of a page. A finding never changes a page, and a blank is never dropped by itself.
public struct PageExamination: Sendable, Hashable, Codable {
    public var findings: [Finding]
    public var blank: BlankClass
    /// Degrees the page must be turned clockwise to be level; nil when the rows do not tell. Also below the 0.5° from
    /// which it is a finding.
    public var skew: Double?
    /// Of the picture, for `Fingerprint.isRepeat`; nil for a page too empty to tell from another.
    public var fingerprint: Fingerprint?

    public init(findings: [Finding], blank: BlankClass, skew: Double?, fingerprint: Fingerprint?) {
        (self.findings, self.blank, self.skew, self.fingerprint) = (findings, blank, skew, fingerprint)
    }
}

/// The checks of a captured page that need no OCR. They run beside the capture path, on the reduced grey copy.
public enum PageChecks {
    /// What the grey copy should have at least; see `GreyAccumulator.factor(dpi:target:)`.
    public static let greyDPI = 150
    /// From here on a skew is a finding, in degrees.
    public static let leastSkew = 0.5
    /// TT 05/2025, Điều 8.2a, in dpi.
    public static let leastDPI = 200

    /// Looks at a page.
    ///
    /// - Parameters:
    ///   - grey: the page reduced, best to 150…300 dpi.
    ///   - facts: of the image itself; a resolution of 0 is taken as that of an A4 page.
    ///   - announcedHeight: lines the device promised; nil when it promised none.
    public static func examine(
        grey: GreyImage, facts: ImageFacts, announcedHeight: Int? = nil
    ) throws(ImagingError) -> PageExamination {
        var findings = completeness(grey, facts: facts, announcedHeight: announcedHeight)
        let dpi = self.dpi(of: grey, facts: facts)
        let ink = try self.ink(of: grey)
        let skew = self.skew(of: ink)
        if let skew, abs(skew) >= leastSkew { findings.append(Finding(.skew, value: skew)) }
        if facts.dpi > 0, facts.dpi < leastDPI { findings.append(Finding(.lowResolution, value: Double(facts.dpi))) }
        let blank = blankClass(of: try InkShapes(of: ink, dpi: dpi))
        return PageExamination(
            findings: findings, blank: blank, skew: skew,
            fingerprint: blank == .notBlank ? Fingerprint(of: grey) : nil)
    }

    // MARK: Blank

    static func blankClass(of shapes: InkShapes) -> BlankClass {
        switch shapes.count {
        case 0: .suspected
        case ...40: .doubtful
        default: .notBlank
        }
    }

    /// One bit: clearly darker than the paper around it, so that neither old paper nor a letter showing through counts.
    static func ink(of grey: GreyImage) throws(ImagingError) -> Pixels {
        let pixels = try grey.makePixels()
        // The paper becomes 200; 60 levels below, in proportion. Too small a page cannot be normalised.
        if grey.width >= 60, grey.height >= 60, let level = try? pixels.made({ pixBackgroundNormSimple($0, nil, nil) }) {
            return try level.made { pixThresholdToBinary($0, 140) }
        }
        return try pixels.made { pixThresholdToBinary($0, 140) }
    }

    // MARK: Skew

    /// Below this confidence the angle comes from pictures or noise.
    private static let leastSkewConfidence: Float = 3

    static func skew(of ink: Pixels) -> Double? {
        var angle: Float = 0
        var confidence: Float = 0
        guard ink.with({ pixFindSkew($0, &angle, &confidence) }) == 0, confidence >= leastSkewConfidence else {
            return nil
        }
        return Double(angle)
    }

    // MARK: Completeness

    /// Drivers round their promise by a few lines.
    private static let leastMissing = 0.002
    private static let leastFlat = 0.02

    static func completeness(_ grey: GreyImage, facts: ImageFacts, announcedHeight: Int?) -> [Finding] {
        var findings: [Finding] = []
        if let announcedHeight, announcedHeight > 0 {
            let missing = 1 - Double(facts.height) / Double(announcedHeight)
            if missing > leastMissing { findings.append(Finding(.cutShort, value: missing)) }
        }
        let flat = flatRest(of: grey)
        if flat >= leastFlat { findings.append(Finding(.flatRest, value: flat)) }
        return findings
    }

    /// The share of the page, from its foot up, that is one flat colour while the rest is not.
    ///
    /// Paper has grain. Where white is cut off to 255 it has none, but then rows between the lines are as flat as the
    /// foot and of the same colour, and nothing is found.
    static func flatRest(of grey: GreyImage) -> Double {
        guard grey.height > 1, let foot = grey.pixels.last else { return 0 }
        let isFlat = (0..<grey.height).map { row in
            grey.pixels[(row * grey.width)..<((row + 1) * grey.width)].allSatisfy { abs(Int($0) - Int(foot)) <= 1 }
        }
        let flat = isFlat.reversed().prefix { $0 }.count
        let above = isFlat.dropLast(flat)
        guard flat < grey.height, Double(above.count(where: { $0 })) < 0.01 * Double(above.count) else { return 0 }
        return Double(flat) / Double(grey.height)
    }

    private static func dpi(of grey: GreyImage, facts: ImageFacts) -> Double {
        let longestOfA4 = 11.69
        guard facts.dpi > 0, facts.width > 0 else { return Double(max(grey.width, grey.height)) / longestOfA4 }
        return Double(facts.dpi) * Double(grey.width) / Double(facts.width)
    }
}
