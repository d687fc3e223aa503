import Records

/// Thresholds, chosen by measuring: see `tramquet-bench findings`.
extension PageChecks {
    /// Grey of the paper; covers of brown and coloured card are lighter.
    static let darkestPaper = 0.45
    /// Pencil and worn ribbons are darker than this.
    static let leastContrast = 0.45
    /// Of the print of sharp pages: up to 0.25 mm. In pixels for pages of a low resolution.
    static let widestEdge = (millimetres: 0.29, pixels: 1.7)
    static let leastBorder = 0.004
    static let fewestCutLetters = 3
    /// In points; office papers are set in 8 to 16, tables and notes a little smaller.
    static let plausibleText = 7.5...18.0

    /// - Parameters:
    ///   - isText: whether the page has more print, however faint, than a blank side with a note.
    ///   - isToScale: whether the resolution is to be believed; without it no edge can be told to be wide.
    static func findings(of page: PageMeasures, isText: Bool, isToScale: Bool) -> [Finding] {
        var findings: [Finding] = []
        if page.paper < darkestPaper { findings.append(Finding(.tooDark, value: page.paper)) }
        if page.border >= leastBorder { findings.append(Finding(.blackBorder, value: page.border)) }
        guard isText else { return findings }
        if let edges = page.edges, edges.millimetres > widestEdge.millimetres, edges.pixels > widestEdge.pixels, isToScale {
            findings.append(Finding(.blur, value: edges.millimetres))
        } else if let contrast = page.contrast, contrast < leastContrast {
            // Blur alone makes print lighter: one cause, one finding.
            findings.append(Finding(.tooLight, value: contrast))
        }
        if let cut = page.cut, cut.count >= fewestCutLetters {
            findings.append(Finding(.cutOff, value: Double(cut.edge.rawValue)))
        }
        return findings
    }

    // MARK: Size

    /// Of one side in millimetres: from a slip to an A0 sheet and a little (ISO 216).
    private static let plausibleSide = 40.0...1_250.0
    /// Of a side, in millimetres; feeders cut and lengthen a little, and papers are trimmed.
    private static let tolerance = 12.0

    /// Nil when size, resolution and text agree.
    static func size(_ facts: ImageFacts, textHeight: Double?, asked: PaperSize?) -> Finding? {
        guard facts.dpi > 0 else { return nil }
        let sides = [facts.width, facts.height].map { Double($0) / Double(facts.dpi) * 25.4 }.sorted()
        let asked = asked.map { [$0.width, $0.height].sorted() } ?? sides
        let isAsAsked = zip(asked, sides).allSatisfy { abs($0 - $1) <= tolerance }
        let isPlausible = sides.allSatisfy(plausibleSide.contains) && textHeight.map(plausibleText.contains) ?? true
        return isPlausible && isAsAsked ? nil : Finding(.wrongSize, value: sides[1])
    }
}
