import Records

/// Places the words of a page over its upright image. All lengths are pixels, y grows downwards from the top left.
///
/// Words of a line share one font size and stand on one straight baseline: readers that rebuild lines from positions
/// (poppler, pdf.js) then keep the line together. Letters stay level even where the line is not; stretching goes along x.
struct TextLayer {
    struct Line: Equatable {
        /// Font size; its ascent and descent together are 1.
        var size: Double
        var words: [PlacedWord]
    }

    struct PlacedWord: Equatable {
        var codes: [UInt16]
        var x: Double
        var baseline: Double
        var width: Double
        var size: Double
    }

    let lines: [Line]

    init(words: [PDFWord], on frame: UprightFrame, codes: inout CharacterCodes) {
        var lines: [(number: Int, words: [(codes: [UInt16], box: UprightBox)])] = []
        for word in words {
            let wordCodes = codes.codes(of: word.text)
            guard !wordCodes.isEmpty else { continue }
            let entry = (wordCodes, frame.box(word.box))
            if let last = lines.indices.last, lines[last].number == word.line {
                lines[last].words.append(entry)
            } else {
                lines.append((word.line, [entry]))
            }
        }
        self.lines = TextLayer.separated(lines.map { TextLayer.line($0.words) })
    }

    private static func line(_ words: [(codes: [UInt16], box: UprightBox)]) -> Line {
        let fit = LineFit(words.map(\.box))
        guard fit.isLine else { return scattered(words) }
        let size = max(fit.bottom - fit.top, 1)
        let below = -Double(InvisibleFont.descent) / Double(InvisibleFont.unitsPerEm) * size
        return Line(
            size: size,
            words: words.map { word in
                let middle = word.box.x + word.box.width / 2
                return PlacedWord(
                    codes: word.codes, x: word.box.x, baseline: fit.bottom + fit.slope * middle - below,
                    width: word.box.width, size: size)
            })
    }

    /// Words that stand on no common line, as on a page that lies on its side: each by its own box.
    private static func scattered(_ words: [(codes: [UInt16], box: UprightBox)]) -> Line {
        let alone = words.flatMap { line([$0]).words }
        return Line(size: alone.first?.size ?? 1, words: alone)
    }

    /// Readers take two words for one when the gap between them is under 0.15 of the font size (poppler, in raw order):
    /// a word that comes too near the next one is drawn a little narrower, or smaller where there is no room at all.
    private static func separated(_ lines: [Line]) -> [Line] {
        var result = lines
        for lineIndex in lines.indices {
            for index in lines[lineIndex].words.indices {
                let next =
                    index + 1 < lines[lineIndex].words.count
                    ? lines[lineIndex].words[index + 1] : lines.dropFirst(lineIndex + 1).first?.words.first
                guard let next else { continue }
                result[lineIndex].words[index].keepClear(of: next)
            }
        }
        return result
    }
}

extension TextLayer.PlacedWord {
    fileprivate mutating func keepClear(of next: Self) {
        let distance = next.x - x
        guard distance > 0, abs(next.baseline - baseline) < size * 0.6, x + width > next.x - 0.25 * size,
            x + width < next.x + next.size
        else { return }
        size = min(size, distance * 1.5)
        width = min(width, distance - 0.25 * size)
    }
}

/// A straight line through the words of a text line: its slope, and the edges of the band that holds them, at x = 0.
private struct LineFit {
    var slope = 0.0
    var top: Double
    var bottom: Double
    /// The words really stand beside each other.
    let isLine: Bool

    init(_ boxes: [UprightBox]) {
        let heights = boxes.map(\.height).sorted()
        let typical = heights.isEmpty ? 1 : heights[heights.count / 2]
        // A seal or a rule taken for a letter must not blow up the line it stands in.
        let sound = boxes.filter { $0.height <= 1.8 * typical }
        slope = LineFit.slope(of: sound)
        let fitted = slope
        top = sound.map { $0.y - fitted * $0.middle }.min() ?? 0
        bottom = sound.map { $0.y + $0.height - fitted * $0.middle }.max() ?? 1
        isLine = boxes.count < 2 || bottom - top <= 2.5 * typical
    }

    /// Least squares through the middles. Steeper than about 6° is no text line but a mistake in the boxes.
    private static func slope(of boxes: [UprightBox]) -> Double {
        guard boxes.count > 1 else { return 0 }
        let count = Double(boxes.count)
        let meanX = boxes.reduce(0) { $0 + $1.middle } / count
        let meanY = boxes.reduce(0) { $0 + $1.y + $1.height / 2 } / count
        var covariance = 0.0
        var variance = 0.0
        for box in boxes {
            covariance += (box.middle - meanX) * (box.y + box.height / 2 - meanY)
            variance += (box.middle - meanX) * (box.middle - meanX)
        }
        guard variance > 0 else { return 0 }
        let slope = covariance / variance
        return abs(slope) <= 0.1 ? slope : 0
    }
}
