import Records

/// Thresholds, chosen by measuring: see `tramquet-bench findings`.
extension PageChecks {
    /// Grey of the paper; brown covers and carbon copies are lighter.
    static let darkestPaper = 0.42
    /// Pencil and worn ribbons are darker than this.
    static let leastContrast = 0.5
    /// In millimetres, and in pixels of the copy for pages of a low resolution.
    static let widestEdge = (millimetres: 0.36, pixels: 2.1)
    static let leastBorder = 0.004
    static let fewestCutLetters = 4
    /// In points.
    static let plausibleText = 7.0...18.0

    static func findings(of page: PageMeasures, isBlank: Bool) -> [Finding] {
        var findings: [Finding] = []
        if page.paper < darkestPaper { findings.append(Finding(.tooDark, value: page.paper)) }
        if page.border >= leastBorder { findings.append(Finding(.blackBorder, value: page.border)) }
        guard !isBlank else { return findings }
        if let contrast = page.contrast, contrast < leastContrast { findings.append(Finding(.tooLight, value: contrast)) }
        if let edges = page.edges, edges.millimetres > widestEdge.millimetres, edges.pixels > widestEdge.pixels {
            findings.append(Finding(.blur, value: edges.millimetres))
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

    static func size(_ facts: ImageFacts, textHeight: Double?, asked: PaperSize?) -> [Finding] {
        guard facts.dpi > 0 else { return [] }
        let sides = [facts.width, facts.height].map { Double($0) / Double(facts.dpi) * 25.4 }.sorted()
        let asked = asked.map { [$0.width, $0.height].sorted() }
        let isAsFarAsAsked = asked.map { zip($0, sides).allSatisfy { abs($0 - $1) <= tolerance } } ?? true
        let isPlausible = sides.allSatisfy(plausibleSide.contains) && textHeight.map(plausibleText.contains) ?? true
        return isPlausible && isAsFarAsAsked ? [] : [Finding(.wrongSize, value: sides[1])]
    }
}
