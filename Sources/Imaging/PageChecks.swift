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

/// What a page should be like; what is not known is not checked.
public struct PageExpectations: Sendable, Hashable {
    /// Lines the device promised.
    public var height: Int?
    /// TT 05/2025, Điều 8.2a: 200 dpi, 300 for maps and drawings.
    public var leastDPI: Int
    /// What was asked of the device.
    public var paper: PaperSize?

    public init(height: Int? = nil, leastDPI: Int = PageChecks.leastDPI, paper: PaperSize? = nil) {
        (self.height, self.leastDPI, self.paper) = (height, leastDPI, paper)
    }
}

/// The checks of a captured page that need no OCR. They run beside the capture path, on the reduced grey copy.
public enum PageChecks {
    /// What the grey copy should have at least; see `GreyAccumulator.factor(dpi:target:)`.
    public static let greyDPI = 150
    /// From here on a skew is a finding, in degrees.
    public static let leastSkew = 0.5
    /// TT 05/2025, Điều 8.2a, in dpi; for administrative papers.
    public static let leastDPI = 200

    /// Looks at a page.
    ///
    /// - Parameters:
    ///   - grey: the page reduced, best to 150…300 dpi.
    ///   - facts: of the image itself; a resolution of 0 is taken as that of an A4 page.
    public static func examine(
        grey: GreyImage, facts: ImageFacts, expecting: PageExpectations = PageExpectations()
    ) throws(ImagingError) -> PageExamination {
        var findings = completeness(grey, facts: facts, announcedHeight: expecting.height)
        if facts.dpi > 0, facts.dpi < expecting.leastDPI {
            findings.append(Finding(.lowResolution, value: Double(facts.dpi)))
        }
        let dpi = self.dpi(of: grey, facts: facts)
        let level = try self.level(grey)
        let ink = try self.ink(of: level, darkerThan: inkShare)
        let boxes = InkBoxes(of: ink)
        var (blank, isText) = try self.blank(level, ink: ink, boxes: boxes, dpi: dpi)
        // The angle of a few strokes, or of a fold, says nothing about the page.
        let skew = blank == .notBlank ? self.skew(of: ink) : nil
        if let skew, abs(skew) >= leastSkew { findings.append(Finding(.skew, value: skew)) }
        // Where data is lost the rest of the page is no measure of the scan.
        if !findings.contains(where: { $0.code == .flatRest }) {
            let page = PageMeasures(grey: grey, level: level, boxes: boxes, dpi: dpi)
            if blank == .suspected, isFaintText(page) { (blank, isText) = (.doubtful, true) }
            let size = self.size(facts, page: page, asked: expecting.paper)
            findings += self.findings(of: page, isText: isText, isToScale: size == nil)
            if let size { findings.append(size) }
        }
        return PageExamination(
            findings: findings, blank: blank, skew: skew,
            fingerprint: blank == .notBlank ? Fingerprint(of: grey) : nil)
    }

    /// What `examine` lays its thresholds to; for measuring the checks themselves.
    public static func measure(grey: GreyImage, facts: ImageFacts) throws(ImagingError) -> PageMeasures {
        let level = try self.level(grey)
        let boxes = InkBoxes(of: try ink(of: level, darkerThan: inkShare))
        return PageMeasures(grey: grey, level: level, boxes: boxes, dpi: dpi(of: grey, facts: facts))
    }

    // MARK: Blank

    /// Print, and most pens: so much darker than the paper.
    static let inkShare = 0.3
    /// A pencil. Letters showing through old paper reach a share of 0.22.
    static let faintShare = 0.25
    /// More shapes than a note or a stamp has.
    private static let mostShapesOfANote = 40

    /// As many faint shapes are no note but a page scanned too light, or strong show-through: still for a person.
    private static let mostFaintShapes = 150

    /// Text is told by its ink; a blank has not even a faint stroke; between them a person decides.
    static func blank(
        _ level: Pixels, ink: Pixels, boxes: InkBoxes, dpi: Double
    ) throws(ImagingError) -> (BlankClass, isText: Bool) {
        if try InkShapes(of: ink, boxes: boxes, dpi: dpi).count > mostShapesOfANote { return (.notBlank, true) }
        let faint = try self.ink(of: level, darkerThan: faintShare)
        let shapes = try InkShapes(of: faint, boxes: InkBoxes(of: faint), dpi: dpi).count
        return (shapes == 0 ? .suspected : .doubtful, shapes > mostFaintShapes)
    }

    /// Below this many pixels a side the paper cannot be told from what is on it.
    private static let leastSide = 60
    /// What the library makes of the paper.
    static let levelPaper = 200.0

    /// The page with its paper evened out to one grey, so that old paper, stains and shadows do not count as ink.
    static func level(_ grey: GreyImage) throws(ImagingError) -> Pixels {
        let pixels = try grey.makePixels()
        guard min(grey.width, grey.height) >= leastSide else { return pixels }
        // It makes nothing of a page that is dark all over; such a page counts as it is.
        return (try? pixels.made { pixBackgroundNormSimple($0, nil, nil) }) ?? pixels
    }

    /// One bit: black where the page is by a share darker than its paper.
    static func ink(of level: Pixels, darkerThan share: Double) throws(ImagingError) -> Pixels {
        try level.made { pixThresholdToBinary($0, Int32(levelPaper * (1 - share))) }
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
        guard grey.height > 1, grey.width > 0 else { return 0 }
        let isFlat = grey.pixels.withUnsafeBufferPointer { pixels in
            let foot = Int(pixels[pixels.count - 1])
            return (0..<grey.height).map { row in
                var column = row &* grey.width
                let end = column &+ grey.width
                while column < end, abs(Int(pixels[column]) &- foot) <= 1 { column &+= 1 }
                return column == end
            }
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
