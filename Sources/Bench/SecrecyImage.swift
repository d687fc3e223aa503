import Foundation
import Imaging
import Records

/// A sheet with its stamps as a scanner gives it: three planes, or one.
struct SecrecyImage {
    private var planes: [[Double]]
    private let width: Int
    private let height: Int
    private let dpi: Int
    private let clean: GreyImage
    /// Where the mark of secrecy was struck. Nobody strikes another stamp onto it, so that none can be read.
    private(set) var mark: Box?
    private static let mostCovered = 0.15

    init(_ page: GreyImage, scan: SecrecySheet.Scan) {
        (width, height, dpi, clean) = (page.width, page.height, scan.dpi, page)
        let values = page.pixels.map { Double($0) / 255 }
        planes = scan.isGrey ? [values] : [values, values, values]
    }

    private var pointsPerPixel: Double { 72 / Double(dpi) }

    /// - Parameter letters: the stamp's own page, where it has one.
    /// - Returns: the share of its ink that fell on print.
    @discardableResult
    mutating func strike(_ stamp: DrawnStamp, isMark: Bool, letters: GreyImage?, _ random: inout SplitMix) throws -> Double {
        guard let shape = try shape(of: stamp, letters, &random) else { return 0 }
        let worn = Wear(&random, lost: stamp.lost)
        let inks = planes.count == 1 ? [stamp.ink.grey] : [stamp.ink.red, stamp.ink.green, stamp.ink.blue]
        let aimed = (Int(stamp.x / pointsPerPixel) - shape.width / 2, Int(stamp.y / pointsPerPixel) - shape.height / 2)
        var (left, top) = stamp.isCareful ? freest(near: aimed, for: shape, &random) : aimed
        if isMark {
            guard let ink = shape.inkBox else { return 0 }
            // All of it is on the paper.
            let edge = Int(3 / 25.4 * Double(dpi))
            left = min(max(left, edge - ink.x), width - edge - ink.x - ink.width)
            top = min(max(top, edge - ink.y), height - edge - ink.y - ink.height)
            mark = Box(x: left + ink.x, y: top + ink.y, width: ink.width, height: ink.height)
        } else if let ink = shape.inkBox, !isPen(stamp) {
            var tries = 0
            while covered(by: Box(x: left + ink.x, y: top + ink.y, width: ink.width, height: ink.height)) > SecrecyImage.mostCovered {
                guard tries < 20 else { return 0 }
                tries += 1
                (left, top) = (aimed.0 + Int(random.around(0, 60) / pointsPerPixel), aimed.1 + Int(random.around(0, 60) / pointsPerPixel))
            }
        }
        var (ink, onPrint) = (0, 0)
        for row in 0..<shape.height where (0..<height).contains(top + row) {
            for column in 0..<shape.width where (0..<width).contains(left + column) {
                let cover = Double(255 - Int(shape.pixels[row * shape.width + column])) / 255
                guard cover > 0.02 else { continue }
                let place = (top + row) * width + left + column
                if cover > 0.5 {
                    ink += 1
                    if clean.pixels[place] < 128 { onPrint += 1 }
                }
                let millimetres = (Double(column) * 25.4 / Double(dpi), Double(row) * 25.4 / Double(dpi))
                let share = cover * stamp.strength
                    * worn.share(millimetres.0, millimetres.1, across: Double(column) / Double(shape.width))
                for plane in planes.indices { planes[plane][place] *= 1 - share * (1 - inks[plane]) }
            }
        }
        return ink > 0 ? Double(onPrint) / Double(ink) : 0
    }

    private func isPen(_ stamp: DrawnStamp) -> Bool { if case .scrawl = stamp.look { true } else { false } }

    /// Share of the mark that would lie within it.
    private func covered(by box: Box) -> Double {
        guard let mark else { return 0 }
        let across = min(box.x + box.width, mark.x + mark.width) - max(box.x, mark.x)
        let down = min(box.y + box.height, mark.y + mark.height) - max(box.y, mark.y)
        return across > 0 && down > 0 ? Double(across * down) / Double(mark.width * mark.height) : 0
    }

    /// Whoever strikes it looks for white paper near by.
    private func freest(near aimed: (Int, Int), for shape: GreyImage, _ random: inout SplitMix) -> (Int, Int) {
        let reach = 34 / pointsPerPixel
        let places = [aimed] + (0..<12).map { _ in (aimed.0 + Int(random.around(0, reach)), aimed.1 + Int(random.around(0, reach))) }
        let print = { (place: (Int, Int)) in
            var count = 0
            for row in stride(from: 0, to: shape.height, by: 3) where (0..<height).contains(place.1 + row) {
                for column in stride(from: 0, to: shape.width, by: 3) where (0..<width).contains(place.0 + column) {
                    if shape.pixels[row * shape.width + column] < 128, clean.pixels[(place.1 + row) * width + place.0 + column] < 128 { count += 1 }
                }
            }
            return count
        }
        return places.map { (place: $0, print: print($0)) }.min { $0.print < $1.print }?.place ?? aimed
    }

    /// Dark on white, turned.
    private func shape(of stamp: DrawnStamp, _ letters: GreyImage?, _ random: inout SplitMix) throws -> GreyImage? {
        let millimetre = Double(dpi) / 25.4
        switch stamp.look {
        case .text(let frames):
            guard let letters, let box = letters.inkBox else { return nil }
            let line = random.around(0.6, 0.2) * millimetre
            let step = stamp.form == nil ? 2 * line : 1 * millimetre
            let gap = random.around(1.6, 0.6) * millimetre + Double(max(0, frames - 1)) * step
            // Of the outer outline.
            let width = max(Double(box.width) + line * 4, stamp.form.map { $0.width * millimetre } ?? Double(box.width) + 2 * gap)
            let height = max(Double(box.height) + line * 4, stamp.form.map { $0.height * millimetre } ?? Double(box.height) + 2 * gap)
            let side = Int(hypot(max(width, height), max(width, height)) + 4 * line)
            let room = Box(x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2, width: side, height: side)
            var image = try letters.padded(to: room)
            for frame in 0..<frames {
                let inner = Double(frame) * step
                image = try image.outlined(width: width - 2 * inner, height: height - 2 * inner, line: line)
            }
            return try image.deskewed(degreesClockwise: stamp.degrees)
        case .seal:
            let side = Int(38 * millimetre)
            var pixels = [UInt8](repeating: 255, count: side * side)
            for row in 0..<side {
                for column in 0..<side {
                    let (x, y) = (Double(column - side / 2) / millimetre, Double(row - side / 2) / millimetre)
                    let (distance, angle) = (hypot(x, y), atan2(y, x))
                    let isRing = (16.6...17.6).contains(distance) || (10.9...11.2).contains(distance)
                    // Letters around: blocks with gaps.
                    let isLetter = (12.2...15).contains(distance) && sin(angle * 34) > -0.1 && sin(angle * 102 + distance * 3) > -0.3
                    let isStar = distance < 4.5 * (0.55 + 0.45 * cos(5 * angle))
                    if isRing || isLetter || isStar { pixels[row * side + column] = 0 }
                }
            }
            return try GreyImage(width: side, height: side, pixels: pixels).deskewed(degreesClockwise: random.around(0, 20))
        case .scrawl:
            let (across, down) = (Int(random.around(30, 15) * millimetre), Int(random.around(9, 4) * millimetre))
            var pixels = [UInt8](repeating: 255, count: across * down)
            var (x, y, angle) = (2.0 * millimetre, Double(down) / 2, random.around(0, 1))
            var bend = 0.0
            while x > 1, y > 1, x < Double(across) - 2, y < Double(down) - 2 {
                for row in 0...Int(0.4 * millimetre) {
                    for column in 0...Int(0.4 * millimetre) {
                        let (px, py) = (Int(x) + column, Int(y) + row)
                        if px < across, py < down { pixels[py * across + px] = 0 }
                    }
                }
                bend = random.around(bend * 0.9, 0.06)
                angle += bend - 0.02 * (y - Double(down) / 2) / millimetre
                (x, y) = (x + cos(angle) + 0.15, y + sin(angle))
            }
            return try GreyImage(width: across, height: down, pixels: pixels)
        }
    }

    /// Paper, blur, noise and skew; as a JPEG file.
    func scanned(_ random: inout SplitMix) throws -> (file: Data, width: Int, height: Int) {
        let paper = random.chance(0.5) ? Double.random(in: 0.75...1, using: &random) : 1
        let tint = planes.count == 1 ? [1.0] : random.chance(0.5) ? [1, 0.97, 0.88] : [1, 1, 1]
        let sigma = random.chance(0.5) ? Double.random(in: 0.4...1, using: &random) * Double(dpi) / 200 : 0
        let ink = random.chance(0.3) ? Double.random(in: 0.15...0.35, using: &random) : Double.random(in: 0...0.12, using: &random)
        let noise = random.chance(0.5) ? Double.random(in: 2...18, using: &random) : 1
        let skew = random.chance(0.6) ? random.around(0, 1.2) : 0
        let images = try zip(planes, tint).map { plane, tint in
            let dark = min(ink, paper - 0.35)
            var image = try GreyImage(width: width, height: height, pixels: plane.map { UInt8((min(1, max(0, dark + (paper * tint - dark) * $0)) * 255).rounded()) })
            if sigma > 0 { image = try image.blurred(sigma: sigma) }
            return try image.noisy(noise, &random).deskewed(degreesClockwise: skew)
        }
        if images.count == 1 { return (try images[0].encoded(jpegQuality: 88, dpi: dpi), width, height) }
        var rows = [UInt8](repeating: 0, count: width * height * 3)
        for (plane, image) in images.enumerated() {
            for index in 0..<(width * height) { rows[3 * index + plane] = image.pixels[index] }
        }
        let file = try rows.withUnsafeBytes { bytes in
            try Image.encodedJPEG(
                rows: bytes, width: width, height: height, bytesPerLine: 3 * width, dpi: dpi, mode: .color, quality: 88)
        }
        return (file, width, height)
    }
}

/// Ink that is uneven over a few millimetres, and fails towards one side.
private struct Wear {
    private let grid: [Double]
    private let lost: Double
    private let isFromLeft: Bool
    private static let side = 64

    init(_ random: inout SplitMix, lost: Double) {
        let rough = random.chance(0.5) ? 0.45 : 0.2
        grid = (0..<Wear.side * Wear.side).map { _ in 1 - Double.random(in: 0...rough, using: &random) }
        self.lost = lost
        isFromLeft = random.chance(0.5)
    }

    func share(_ x: Double, _ y: Double, across: Double) -> Double {
        let even = grid[(Int(y / 0.8) % Wear.side) * Wear.side + Int(x / 0.8) % Wear.side]
        guard lost > 0 else { return even }
        let distance = isFromLeft ? across : 1 - across
        return even * min(1, max(0.12, distance / lost - 0.4))
    }
}

extension GreyImage {
    /// Around what is dark.
    fileprivate var inkBox: Box? {
        var (left, top, right, bottom) = (width, height, -1, -1)
        for y in 0..<height {
            for x in 0..<width where pixels[y * width + x] < 160 { (left, top, right, bottom) = (min(left, x), min(top, y), max(right, x), max(bottom, y)) }
        }
        return right < 0 ? nil : Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    }

    /// A part of it, white where it has nothing.
    fileprivate func padded(to box: Box) throws -> GreyImage {
        var part = [UInt8](repeating: 255, count: box.width * box.height)
        for row in 0..<box.height where (0..<height).contains(box.y + row) {
            for column in 0..<box.width where (0..<width).contains(box.x + column) {
                part[row * box.width + column] = pixels[(box.y + row) * width + box.x + column]
            }
        }
        return try GreyImage(width: box.width, height: box.height, pixels: part)
    }

    /// A rectangle about the middle, of that outer size.
    fileprivate func outlined(width across: Double, height down: Double, line: Double) throws -> GreyImage {
        var pixels = pixels
        let (left, top) = (Int((Double(width) - across) / 2), Int((Double(height) - down) / 2))
        let (right, bottom, thick) = (left + Int(across), top + Int(down), max(1, Int(line.rounded())))
        for y in max(0, top)..<min(height, bottom) {
            for x in max(0, left)..<min(width, right) where y < top + thick || x < left + thick || y >= bottom - thick || x >= right - thick {
                pixels[y * width + x] = 0
            }
        }
        return try GreyImage(width: width, height: height, pixels: pixels)
    }
}
