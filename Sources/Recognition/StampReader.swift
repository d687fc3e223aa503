import CTesseract
import Foundation
import Imaging
import Records
import Vietnamese

/// Reads what looks like a stamp on the upper half of a page: set level, without its outline, a line by itself. The engine
/// reads no line that is skewed by more than a few degrees, and an outline makes nothing of the letters in it.
///
/// Only ink that no sure word explains is looked at, so that a page without stamps costs some milliseconds.
struct StampReader {
    /// A word is sure from here on, 0…100. Less is looked at again: letters in an outline are read so.
    fileprivate static let sure = 0.85
    /// And so sure is a word of a text, beside sure ones.
    private static let likely = 0.3
    /// Of a colour page, whose coloured ink is looked at by itself.
    private static let leastColourDPI = 150
    /// Boxes of words are drawn so close that edges of letters stay; in inches.
    private static let margin = 0.012

    let copy: ReadingCopy
    let api: TesseractAPI
    let deadline: ContinuousClock.Instant

    /// A word where it stands on the copy.
    struct Word {
        let text: String
        /// 0…1.
        let confidence: Double
        let box: Records.Box
    }

    func stamps(besides words: [Word], file: String) -> [StampReading] {
        let margin = Int(StampReader.margin * Double(copy.dpi)) + 1
        let known = words.indices.filter { StampReader.needsNoLook($0, of: words) }.map { index in
            let box = words[index].box
            return Records.Box(x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin)
        }
        guard let seen = try? StampShapes(on: copy.image, dpi: copy.dpi, besides: known), seen.hasInk else { return [] }
        let shapes = seen.found
        let coloured = colouredStamps(file)
        return coloured.compactMap { read($0.pictures, at: $0.box) }
            + shapes.compactMap { shape in
                (try? copy.image.pictures(of: shape, dpi: copy.dpi, besides: known)).flatMap { read($0, at: shape.box) }
            }
    }

    /// A sure word, but for one of a mark that stands by itself: the engine may have read half of it.
    private static func needsNoLook(_ index: Int, of words: [Word]) -> Bool {
        let word = words[index]
        guard word.isSure else { return word.confidence >= StampReader.likely && isInLine(index, of: words) }
        guard word.isOfMark else { return true }
        // Along the line to either side, as far as words follow on each other.
        for step in [-1, 1] {
            var (at, last) = (index + step, word)
            while words.indices.contains(at), words[at].isBeside(last) {
                if words[at].isSure && !words[at].isOfMark { return true }
                last = words[at]
                at += step
            }
        }
        return false
    }

    /// Whether a sure word of its own height stands beside it: one of a text, however it was read.
    private static func isInLine(_ index: Int, of words: [Word]) -> Bool {
        let word = words[index]
        return [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }.contains { other in
            guard other.isSure, !other.isOfMark, other.isBeside(word) else { return false }
            let ratio = Double(word.box.height) / Double(max(1, other.box.height))
            return (0.65...1.45).contains(ratio)
        }
    }

    /// Boxes on the copy.
    private func colouredStamps(_ file: String) -> [(box: Records.Box, pictures: [GreyImage])] {
        guard let coloured = try? colouredInk(file), let shapes = try? StampShapes(on: coloured.image, dpi: coloured.dpi, besides: []).found else { return [] }
        let scale = Double(copy.image.width) / Double(coloured.image.width)
        return shapes.compactMap { shape in
            guard let pictures = try? coloured.image.pictures(of: shape, dpi: coloured.dpi, besides: []) else { return nil }
            let larger = pictures.map { (try? $0.scaled(by: Double(copy.dpi) / Double(coloured.dpi))) ?? $0 }
            let box = Records.Box(
                x: Int(Double(shape.box.x) * scale), y: Int(Double(shape.box.y) * scale), width: Int(Double(shape.box.width) * scale),
                height: Int(Double(shape.box.height) * scale))
            return (box, larger)
        }
    }

    /// Of a page with colours; upright.
    private func colouredInk(_ file: String) throws -> (image: GreyImage, dpi: Int)? {
        let header = try ImageHeader.read(path: file)
        guard header.mode == .color, let data = FileManager.default.contents(atPath: file) else { return nil }
        let dpi = Plan.resolution(of: header)
        let reduction = header.format == .jpeg ? [4, 2].first { dpi / $0 >= StampReader.leastColourDPI } ?? 1 : 1
        let image = try Image.decode(data, limits: Plan(header: header).limits, reduction: reduction)
        guard let coloured = try image.colouredInk() else { return nil }
        return (try coloured.turned(quarterTurnsClockwise: copy.geometry.quarterTurns), dpi / reduction)
    }

    private func read(_ pictures: [GreyImage], at box: Records.Box) -> StampReading? {
        // With an outline or the edge of one, the engine finds no block, but a line; with a neighbour's line, the other way round.
        var texts: [String] = []
        for picture in pictures {
            for isOneLine in [true, false] {
                guard let text = try? api.text(on: picture, isOneLine: isOneLine, dpi: copy.dpi, deadline: deadline), !text.isEmpty,
                    !texts.contains(text)
                else { continue }
                texts.append(text)
            }
        }
        guard !texts.isEmpty else { return nil }
        let stored = copy.geometry.storedBox(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height)
        return StampReading(box: stored, texts: texts)
    }
}

extension StampReader.Word {
    var isSure: Bool {
        confidence >= StampReader.sure && text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// Of a mark of secrecy, in capitals.
    var isOfMark: Bool {
        let letters = text.folded.filter(\.isLetter)
        return text == text.uppercased() && !text.contains(where: { ",.;:".contains($0) }) && ["mat", "toi", "tuyet", "giai"].contains(letters)
    }

    func isBeside(_ other: StampReader.Word) -> Bool {
        let gap = max(box.x, other.box.x) - min(box.x + box.width, other.box.x + other.box.width)
        let shared = min(box.y + box.height, other.box.y + other.box.height) - max(box.y, other.box.y)
        return gap < other.box.height && 2 * shared > min(box.height, other.box.height)
    }
}
