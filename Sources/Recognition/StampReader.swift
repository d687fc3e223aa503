import CTesseract
import Foundation
import Imaging
import Records

/// Reads what looks like a stamp on the upper half of a page: set level, without its outline, a line by itself. The engine
/// reads no line that is skewed by more than a few degrees, and an outline makes nothing of the letters in it.
///
/// Only ink that no sure word explains is looked at, so that a page without stamps costs some milliseconds.
struct StampReader {
    /// A word is sure from here on, 0…100. Less is looked at again: letters in an outline are read so.
    private static let sure = 0.85
    /// Of a colour page, whose red is looked at by itself.
    private static let leastColourDPI = 150
    /// Boxes of words are drawn so close that edges of letters stay; in inches.
    private static let margin = 0.012

    let copy: ReadingCopy
    let api: TesseractAPI
    let deadline: ContinuousClock.Instant

    /// - Parameter words: what was read on the copy.
    func stamps(besides words: [TesseractAPI.Word], file: String) -> [StampReading] {
        let sure = words.filter { StampReader.isSure($0.text, Double($0.confidence) / 100) }.map { word in
            Records.Box(x: Int(word.left), y: Int(word.top), width: Int(word.right - word.left), height: Int(word.bottom - word.top))
        }
        return stamps(besides: sure, file: file)
    }

    /// - Parameter sure: boxes of the words, on the copy, that need no second look.
    func stamps(besides sure: [Records.Box], file: String) -> [StampReading] {
        let margin = Int(StampReader.margin * Double(copy.dpi)) + 1
        let known = sure.map { box in
            Records.Box(x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin)
        }
        guard let shapes = try? StampShapes(on: copy.image, dpi: copy.dpi, besides: known).found, !shapes.isEmpty else { return [] }
        let red = redStamps(file)
        let others = shapes.filter { shape in !red.contains { $0.box.overlapsMost(of: shape.box) } }
        return red.compactMap { read($0.pictures, at: $0.box) }
            + others.compactMap { shape in
                (try? copy.image.pictures(of: shape, dpi: copy.dpi, besides: known)).flatMap { read($0, at: shape.box) }
            }
    }

    static func isSure(_ text: String, _ confidence: Double) -> Bool {
        confidence >= sure && text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// Boxes on the copy.
    private func redStamps(_ file: String) -> [(box: Records.Box, pictures: [GreyImage])] {
        guard let red = try? redness(file), let shapes = try? StampShapes(on: red.image, dpi: red.dpi, besides: []).found else { return [] }
        let scale = Double(copy.image.width) / Double(red.image.width)
        return shapes.compactMap { shape in
            guard let pictures = try? red.image.pictures(of: shape, dpi: red.dpi, besides: []) else { return nil }
            let larger = pictures.map { (try? $0.scaled(by: Double(copy.dpi) / Double(red.dpi))) ?? $0 }
            let box = Records.Box(
                x: Int(Double(shape.box.x) * scale), y: Int(Double(shape.box.y) * scale), width: Int(Double(shape.box.width) * scale),
                height: Int(Double(shape.box.height) * scale))
            return (box, larger)
        }
    }

    /// Of a page with colours; upright.
    private func redness(_ file: String) throws -> (image: GreyImage, dpi: Int)? {
        let header = try ImageHeader.read(path: file)
        guard header.mode == .color, let data = FileManager.default.contents(atPath: file) else { return nil }
        let dpi = Plan.resolution(of: header)
        let reduction = header.format == .jpeg ? [4, 2].first { dpi / $0 >= StampReader.leastColourDPI } ?? 1 : 1
        let image = try Image.decode(data, limits: Plan(header: header).limits, reduction: reduction)
        guard let red = try image.redness() else { return nil }
        return (try red.turned(quarterTurnsClockwise: copy.geometry.quarterTurns), dpi / reduction)
    }

    private func read(_ pictures: [GreyImage], at box: Records.Box) -> StampReading? {
        let texts = pictures.compactMap { try? api.text(on: $0, dpi: copy.dpi, deadline: deadline) }.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return nil }
        let stored = copy.geometry.storedBox(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height)
        return StampReading(box: stored, texts: texts)
    }
}

extension Records.Box {
    /// Half of the other and more.
    fileprivate func overlapsMost(of other: Records.Box) -> Bool {
        let across = min(x + width, other.x + other.width) - max(x, other.x)
        let down = min(y + height, other.y + other.height) - max(y, other.y)
        return across > 0 && down > 0 && 2 * across * down >= other.width * other.height
    }
}
