import Records

/// Thresholds, chosen by measuring: see `tramquet-bench findings`.
extension PageChecks {
    /// Grey of the paper; covers of brown and coloured card are lighter.
    static let darkestPaper = 0.45
    /// Pencil and worn ribbons are darker than this.
    static let leastContrast = 0.47
    /// Of the print of sharp pages: up to 0.25 mm. In pixels for pages of a low resolution.
    static let widestEdge = (millimetres: 0.29, pixels: 1.7)
    /// So wide that it is blur whatever the resolution, in pixels of the copy.
    static let surelyBlurred = 2.3
    /// Of the page: a strip of 0.8 mm along an A4 sheet, or a wedge of twice that.
    static let leastBorder = 0.004
    /// At one edge; holes, staples and torn corners make one or two.
    static let fewestCutLetters = 3
    /// In points; office papers are set in 8 to 16, tables and notes a little smaller.
    static let plausibleText = 7.5...18.0
    /// Fainter letters are broken, and their pieces small.
    static let contrastOfWholeLetters = 0.6
    /// A streak along the page has two transitions in a row, text dozens.
    static let edgesOfText = 3_000
    /// The grain of old paper reaches 0.155.
    static let contrastOfGrain = 0.18

    /// - Parameters:
    ///   - isText: whether the page has more print, however faint, than a blank side with a note.
    ///   - isToScale: whether the resolution is to be believed; without it few edges can be told to be wide.
    static func findings(of page: PageMeasures, isText: Bool, isToScale: Bool) -> [Finding] {
        var findings: [Finding] = []
        if page.paper < darkestPaper { findings.append(Finding(.tooDark, value: page.paper)) }
        if page.border >= leastBorder { findings.append(Finding(.blackBorder, value: page.border)) }
        guard isText else { return findings }
        if let edges = page.edges, isBlurred(edges), isToScale || edges.pixels > surelyBlurred {
            findings.append(Finding(.blur, value: edges.millimetres))
        } else if let contrast = page.contrast ?? page.edges?.contrast(onPaper: page.paper), contrast < leastContrast {
            // Blur alone makes print lighter: one cause, one finding.
            findings.append(Finding(.tooLight, value: contrast))
        }
        if let cut = page.cut, cut.count >= fewestCutLetters {
            findings.append(Finding(.cutOff, value: Double(cut.edge.rawValue)))
        }
        return findings
    }

    private static func isBlurred(_ edges: StrokeEdges) -> Bool {
        edges.millimetres > widestEdge.millimetres && edges.pixels > widestEdge.pixels
    }

    /// Text so faint that it could be show-through, but sharp, which nothing is that shines through paper.
    static func isFaintText(_ page: PageMeasures) -> Bool {
        guard let edges = page.edges, edges.contrast(onPaper: page.paper) >= contrastOfGrain else { return false }
        return edges.count >= edgesOfText && !isBlurred(edges)
    }

    // MARK: Size

    /// Of one side in millimetres: from a slip to an A0 sheet and a little (ISO 216).
    private static let plausibleSide = 40.0...1_250.0
    /// Of a side, in millimetres; feeders cut and lengthen a little, and papers are trimmed.
    private static let tolerance = 12.0

    /// Nil when size, resolution and text agree.
    static func size(_ facts: ImageFacts, page: PageMeasures, asked: PaperSize?) -> Finding? {
        guard facts.dpi > 0 else { return nil }
        let sides = [facts.width, facts.height].map { Double($0) / Double(facts.dpi) * 25.4 }.sorted()
        let asked = asked.map { [$0.width, $0.height].sorted() } ?? sides
        let isAsAsked = zip(asked, sides).allSatisfy { abs($0 - $1) <= tolerance }
        let isPlausible = sides.allSatisfy(plausibleSide.contains) && isTextPlausible(page) && !fitsAnotherResolution(facts, sides)
        return isPlausible && isAsAsked ? nil : Finding(.wrongSize, value: sides[1])
    }

    /// What devices scan at.
    private static let usualResolutions = [75, 100, 150, 200, 240, 300, 400, 600]
    /// Sheets that offices have, as short and long side in millimetres: ISO 216 A1–A6, folio (F4), US letter and legal.
    private static let usualSheets = [
        [105.0, 148], [148, 210], [210, 297], [297, 420], [420, 594], [594, 841], [210, 330], [216, 279], [216, 356],
    ]
    /// Those of them that fill a feeder day by day.
    private static let commonSheets = [[210.0, 297], [297, 420], [210, 330]]
    /// Within the cut of the paper, and within what a device that measures its window exactly is off by, in millimetres.
    private static let (sheetTolerance, windowTolerance) = (5.0, 1.2)

    /// Whether the image is the size of no sheet at the resolution told, and of a common one, to the millimetre, at another: a
    /// driver that scans at 200 dpi and says 300 gives an A4 sheet of 140 × 198 mm.
    private static func fitsAnotherResolution(_ facts: ImageFacts, _ sides: [Double]) -> Bool {
        func fits(_ sides: [Double], _ sheets: [[Double]], _ tolerance: Double) -> Bool {
            sheets.contains { sheet in zip(sheet, sides).allSatisfy { abs($0 - $1) <= tolerance } }
        }
        guard !fits(sides, usualSheets, sheetTolerance) else { return false }
        return usualResolutions.contains { other in
            let factor = Double(facts.dpi) / Double(other)
            return other != facts.dpi && fits(sides.map { $0 * factor }, commonSheets, windowTolerance)
        }
    }

    private static func isTextPlausible(_ page: PageMeasures) -> Bool {
        // Blurred letters run into each other and say nothing.
        guard let height = page.textHeight, (page.edges?.pixels ?? 0) <= surelyBlurred else { return true }
        let isBroken = (page.contrast ?? 0) < contrastOfWholeLetters
        return height <= plausibleText.upperBound && (isBroken || height >= plausibleText.lowerBound)
    }
}

extension StrokeEdges {
    /// By what share the print is darker than a paper of this grey, 0…1.
    func contrast(onPaper paper: Double) -> Double { paper > 0 ? min(1, Double(height) / 255 / paper) : 0 }
}
