import CLeptonica
import Foundation
import Records

/// MẬT as a stamp or in capitals, seen in the picture of a page.
public struct MarkSight: Sendable, Hashable {
    /// What stands before it.
    public enum Before: Int, Sendable, CaseIterable {
        case nothing, toi, tuyet, giai
    }

    /// Around it, in pixels of the image it was seen on.
    public let box: Records.Box
    /// How sure that is, 0…1.
    public let chance: Double
    public let before: Before
}

/// Where MẬT is seen on the upper part of an upright page, turned by no more than a quarter of a right angle.
///
/// All ink is looked at, words that were read with it: stamps are struck over print.
public struct MarkSights {
    /// Share of the page's height that is looked at: a mark stands in the head, below its subject at the lowest (NĐ 30/2020, PL I,
    /// box 10a), where a stamp finds room.
    private static let zone = 0.38
    /// In levels of 256, darker than paper: a faded stamp. As the network was trained.
    private static let faintest: Float = 6
    private static let half: Float = 40
    /// Ink of a stroke, 0…1.
    private static let stroke: Float = 0.25
    /// About the middle of a patch, so much ink at least is no speck.
    private static let (across, down) = (40, 16)
    private static let leastInk = 18
    /// MẬT's own size in pixels of the network's image, about.
    private static let (wide, high) = (40, 18)

    /// The surest of each place; the surest first.
    public let found: [MarkSight]

    /// - Parameters:
    ///   - page: upright; dark on light.
    ///   - least: how sure a sight is at least, 0…1.
    public init(on page: GreyImage, dpi: Int, least: Double) throws(ImagingError) {
        let scale = Double(StampNetwork.dpi) / Double(max(1, dpi))
        let part = try page.crop(Box(x: 0, y: 0, width: page.width, height: max(1, Int(Double(page.height) * MarkSights.zone))))
        let small = try part.scaled(by: scale)
        // A mark may stand close to the edge of the paper.
        let inks = MarkSights.inks(paper: MarkSights.paper(of: small))
        let field = MarkSights.ink(small, inks, margin: (StampNetwork.patchWidth / 2, StampNetwork.patchHeight / 2))
        let places = MarkSights.places(of: field)
        let components = places.components()
        var sights: [(x: Int, y: Int, sight: MarkSight)] = []
        for component in components {
            sights += MarkSights.look(at: component, of: field, places, scale: scale, least: least)
        }
        // The surest first; others near it are the same.
        var kept: [(x: Int, y: Int, sight: MarkSight)] = []
        for one in sights.sorted(by: { $0.sight.chance > $1.sight.chance }) where !kept.contains(where: { abs($0.x - one.x) < 36 && abs($0.y - one.y) < 28 }) {
            kept.append(one)
        }
        let again = try kept.map { one throws(ImagingError) in try MarkSights.lookedAtAgain(one.sight, on: part, scale: scale, inks) }
        found = again.filter { $0.chance >= least }.sorted { $0.chance > $1.chance }
    }

    /// A sight a little smaller and a little larger: what is none changes its look more easily. Its chance is the mean of the
    /// three; on drawn sheets that halves the false ones at the same number of missed ones (measured).
    private static func lookedAtAgain(_ sight: MarkSight, on page: GreyImage, scale: Double, _ inks: [Float]) throws(ImagingError) -> MarkSight {
        let (x, y) = (Double(sight.box.x) + Double(sight.box.width) / 2, Double(sight.box.y) + Double(sight.box.height) / 2)
        // As many patches either way as are near it.
        let (width, height) = (StampNetwork.patchWidth + 3 * StampNetwork.stride, StampNetwork.patchHeight + 3 * StampNetwork.stride)
        let places = Array(0..<16)
        var sum = sight.chance
        for factor in otherScales {
            let scale = scale * factor
            let (left, top) = (x - Double(width) / 2 / scale, y - Double(height) / 2 / scale)
            let (fromX, fromY) = (max(0, Int(left)), max(0, Int(top)))
            let (toX, toY) = (min(page.width, Int(left + Double(width) / scale)), min(page.height, Int(top + Double(height) / scale)))
            guard fromX < toX, fromY < toY else { continue }
            let part = try page.crop(Box(x: fromX, y: fromY, width: toX - fromX, height: toY - fromY)).scaled(by: scale)
            var field = StampNetwork.Field(width: width, height: height, channels: 1, values: [Float](repeating: 0, count: width * height))
            let (across, down) = (max(0, Int((Double(fromX) - left) * scale)), max(0, Int((Double(fromY) - top) * scale)))
            for row in 0..<part.height where down + row < height {
                for column in 0..<part.width where across + column < width {
                    field.values[(down + row) * width + across + column] = inks[Int(part.pixels[row * part.width + column])]
                }
            }
            let said = StampNetwork.standard.evaluate(field, at: places)
            sum += places.map { chance(said[($0 * StampNetwork.outputs)...]) }.max() ?? 0
        }
        return MarkSight(box: sight.box, chance: sum / Double(1 + otherScales.count), before: sight.before)
    }

    private static let otherScales = [0.93, 1.07]

    /// Of a patch, from what the network says of it.
    private static func chance(_ said: ArraySlice<Float>) -> Double {
        let turns = said.prefix(6).map { exp(Double($0)) }
        return 1 - turns[0] / turns.reduce(0, +)
    }

    private static func paper(of page: GreyImage) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        for shade in page.pixels { counts[Int(shade)] += 1 }
        var (sum, paper) = (0, 255)
        for shade in 0..<256 where sum * 2 < page.pixels.count { (sum, paper) = (sum + counts[shade], shade) }
        return paper
    }

    /// Of each shade, 0…1.
    private static func inks(paper: Int) -> [Float] {
        (0..<256).map { shade in
            let dark = max(0, Float(paper - shade) - faintest)
            return dark / (dark + half)
        }
    }

    private static func ink(_ page: GreyImage, _ inks: [Float], margin: (across: Int, down: Int)) -> StampNetwork.Field {
        let (width, height) = (page.width + 2 * margin.across, page.height + 2 * margin.down)
        var field = StampNetwork.Field(width: width, height: height, channels: 1, values: [Float](repeating: 0, count: width * height))
        for y in 0..<page.height {
            let row = (y + margin.down) * width + margin.across
            for x in 0..<page.width { field.values[row + x] = inks[Int(page.pixels[y * page.width + x])] }
        }
        return field
    }

    /// Places of the grid of patches with ink about their middle.
    private static func places(of field: StampNetwork.Field) -> Grid {
        // Sums of strokes left of and above a pixel.
        let stride = field.width + 1
        let strokes = field.values.map { $0 > stroke }
        var sums = [Int32](repeating: 0, count: stride * (field.height + 1))
        for y in 0..<field.height {
            var row: Int32 = 0
            for x in 0..<field.width {
                row += strokes[y * field.width + x] ? 1 : 0
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row
            }
        }
        var grid = Grid(
            width: max(0, (field.width - StampNetwork.patchWidth) / StampNetwork.stride + 1), height: max(0, (field.height - StampNetwork.patchHeight) / StampNetwork.stride + 1))
        for row in 0..<grid.height {
            let y = row * StampNetwork.stride + (StampNetwork.patchHeight - down) / 2
            for column in 0..<grid.width {
                let x = column * StampNetwork.stride + (StampNetwork.patchWidth - across) / 2
                let ink = sums[(y + down) * stride + x + across] - sums[y * stride + x + across] - sums[(y + down) * stride + x] + sums[y * stride + x]
                grid.isSet[row * grid.width + column] = ink >= leastInk
            }
        }
        return grid
    }

    private static func look(
        at part: Grid.Part, of field: StampNetwork.Field, _ places: Grid, scale: Double, least: Double
    ) -> [(x: Int, y: Int, sight: MarkSight)] {
        let (left, top) = (part.left * StampNetwork.stride, part.top * StampNetwork.stride)
        let width = (part.right - part.left) * StampNetwork.stride + StampNetwork.patchWidth
        let height = (part.bottom - part.top) * StampNetwork.stride + StampNetwork.patchHeight
        var window = StampNetwork.Field(width: width, height: height, channels: 1, values: [])
        window.values.reserveCapacity(width * height)
        for y in top..<top + height { window.values += field.values[y * field.width + left..<y * field.width + left + width] }
        let across = part.right - part.left + 1
        let wanted = (0..<across * (part.bottom - part.top + 1)).filter { places.isSet[(part.top + $0 / across) * places.width + part.left + $0 % across] }
        let said = StampNetwork.standard.evaluate(window, at: wanted)
        var sights: [(x: Int, y: Int, sight: MarkSight)] = []
        for (index, place) in wanted.enumerated() {
            let (row, column, at) = (place / across, place % across, index * StampNetwork.outputs)
            let chance = chance(said[at...])
            guard chance >= least else { continue }
            let before = said[at + 6..<at + 10].enumerated().max { $0.element < $1.element }?.offset ?? 0
            // Of the middle, in pixels of the network's image without its margin.
            let (x, y) = ((part.left + column) * StampNetwork.stride, (part.top + row) * StampNetwork.stride)
            let box = Records.Box(
                x: Int(Double(x - wide / 2) / scale), y: Int(Double(y - high / 2) / scale), width: Int(Double(wide) / scale), height: Int(Double(high) / scale))
            sights.append((x, y, MarkSight(box: box, chance: chance, before: MarkSight.Before(rawValue: before) ?? .nothing)))
        }
        return sights
    }
}

/// Places of patches that are to be looked at.
private struct Grid {
    let width: Int
    let height: Int
    var isSet: [Bool]

    struct Part {
        var (left, top, right, bottom): (Int, Int, Int, Int)
    }

    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        isSet = [Bool](repeating: false, count: width * height)
    }

    /// Rectangles around places that touch.
    func components() -> [Part] {
        var left = isSet
        var parts: [Part] = []
        for start in left.indices where left[start] {
            var part = Part(left: start % width, top: start / width, right: start % width, bottom: start / width)
            var open = [start]
            left[start] = false
            while let place = open.popLast() {
                let (x, y) = (place % width, place / width)
                part = Part(left: min(part.left, x), top: min(part.top, y), right: max(part.right, x), bottom: max(part.bottom, y))
                for row in max(0, y - 1)...min(height - 1, y + 1) {
                    for column in max(0, x - 1)...min(width - 1, x + 1) where left[row * width + column] {
                        left[row * width + column] = false
                        open.append(row * width + column)
                    }
                }
            }
            parts.append(part)
        }
        return parts
    }
}

extension GreyImage {
    /// Each pixel the average of what it stands for.
    fileprivate func scaled(by factor: Double) throws(ImagingError) -> GreyImage {
        guard factor != 1, width > 0, height > 0 else { return self }
        return try GreyImage(makePixels().made { pixScaleAreaMap($0, Float(factor), Float(factor)) })
    }
}
