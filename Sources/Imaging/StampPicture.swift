import CLeptonica
import Foundation
import Records

extension GreyImage {
    /// A stamp set level and cut out, its contrast stretched, white around it: as it is, and without its outline where it
    /// has one. To be read.
    ///
    /// - Parameters:
    ///   - dpi: of the image.
    ///   - known: what else stands there, to be left out.
    public func pictures(of stamp: StampShape, dpi: Int, besides known: [Records.Box]) throws(ImagingError) -> [GreyImage] {
        let millimetre = Double(dpi) / 25.4
        let side = Int((stamp.length * stamp.length + stamp.height * stamp.height).squareRoot() + 6 * millimetre)
        let (x, y) = (stamp.box.x + stamp.box.width / 2, stamp.box.y + stamp.box.height / 2)
        let margin = 0.8 * millimetre
        let (width, height) = (stamp.length + 2 * margin, stamp.height + 2 * margin)
        let frame = Records.Box(
            x: Int(Double(side) / 2 + stamp.middle.x - width / 2), y: Int(Double(side) / 2 + stamp.middle.y - height / 2), width: Int(width),
            height: Int(height))
        let over = known.filter { $0.overlaps(stamp.box) }
        var cuts = [try square(side, aroundX: x, y: y, besides: known)]
        if !over.isEmpty { cuts.append(try withoutPrint(over, near: stamp.box, millimetre: millimetre).square(side, aroundX: x, y: y, besides: [])) }
        var pictures: [GreyImage] = []
        for cut in cuts {
            let level = try cut.deskewed(degreesClockwise: stamp.degrees).crop(frame).stretched()
            if let bare = try level.withoutOutline(millimetre: millimetre) { pictures.append(bare) }
            pictures.append(level)
        }
        return try pictures.map { image throws(ImagingError) in try image.padded(by: Int(2 * millimetre)) }
    }

    /// With the print away that lies under a paler stamp: what is nearly as dark as the darkest of those words.
    private func withoutPrint(_ words: [Records.Box], near box: Records.Box, millimetre: Double) throws(ImagingError) -> GreyImage {
        var counts = [Int](repeating: 0, count: 256)
        for word in words {
            for row in max(0, word.y)..<max(max(0, word.y), min(height, word.y + word.height)) {
                for column in max(0, word.x)..<max(max(0, word.x), min(width, word.x + word.width)) { counts[Int(pixels[row * width + column])] += 1 }
            }
        }
        let total = counts.reduce(0, +)
        let shade = { (share: Double) -> Int in
            var sum = 0
            return (0..<256).first { shade in
                sum += counts[shade]
                return Double(sum) >= share * Double(total)
            } ?? 255
        }
        let (print, paper) = (shade(0.06), shade(0.8))
        let limit = print + (paper - print) * 3 / 10
        let dark = try GreyImage(width: width, rows: pixels).makePixels().made { pixThresholdToBinary($0, Int32(max(1, limit))) }
        let grown = Int32(0.45 * millimetre) | 1
        let mask = try dark.made { pixDilateBrick(nil, $0, grown, grown) }
        let grey = try makePixels()
        _ = grey.with { image in mask.with { pixPaintThroughMask(image, $0, 0, 0, UInt32(paper)) } }
        return try GreyImage(grey)
    }

    /// White where there is no image or something else.
    private func square(_ side: Int, aroundX x: Int, y: Int, besides known: [Records.Box]) throws(ImagingError) -> GreyImage {
        let (left, top) = (x - side / 2, y - side / 2)
        var part = [UInt8](repeating: 255, count: side * side)
        for row in 0..<side where (0..<height).contains(top + row) {
            for column in 0..<side where (0..<width).contains(left + column) { part[row * side + column] = pixels[(top + row) * width + left + column] }
        }
        for box in known { part.whiten(Records.Box(x: box.x - left, y: box.y - top, width: box.width, height: box.height), width: side) }
        return GreyImage(width: side, rows: part)
    }

    /// Paper white, the darkest ink black.
    private func stretched() -> GreyImage {
        var counts = [Int](repeating: 0, count: 256)
        for shade in pixels { counts[Int(shade)] += 1 }
        let shade = { (share: Double) -> Int in
            var sum = 0
            return (0..<256).first { shade in
                sum += counts[shade]
                return Double(sum) >= share * Double(self.pixels.count)
            } ?? 255
        }
        let (dark, light) = (shade(0.02), shade(0.6))
        guard light > dark else { return self }
        return GreyImage(width: width, rows: pixels.map { UInt8(min(255, max(0, (Int($0) - dark) * 255 / (light - dark)))) })
    }

    /// Nil where there is no outline: straight lines longer than the strokes of letters.
    private func withoutOutline(millimetre: Double) throws(ImagingError) -> GreyImage? {
        let ink = try makePixels().made { pixThresholdToBinary($0, 150) }
        let bridge = Int32(max(3, 0.5 * millimetre)) | 1
        let closed = try ink.made { pixCloseSafeBrick(nil, $0, bridge, bridge) }
        let (long, high) = (Int32(7 * millimetre), Int32(max(5.6 * millimetre, 0.6 * Double(height) - millimetre)))
        let across = try closed.made { pixOpenBrick(nil, $0, long, 1) }
        let down = try closed.made { pixOpenBrick(nil, $0, 1, high) }
        let lines = try across.made { lines in down.with { pixOr(nil, lines, $0) } }
        var isEmpty: Int32 = 1
        _ = lines.with { pixZero($0, &isEmpty) }
        guard isEmpty == 0 else { return nil }
        let grown = Int32(0.6 * millimetre) | 1
        let wide = try lines.made { pixDilateBrick(nil, $0, grown, grown) }
        let grey = try makePixels()
        _ = grey.with { image in wide.with { pixPaintThroughMask(image, $0, 0, 0, 255) } }
        return try GreyImage(grey)
    }

    private func padded(by margin: Int) throws(ImagingError) -> GreyImage {
        try GreyImage(makePixels().made { pixAddBorder($0, Int32(margin), 255) })
    }
}

extension Records.Box {
    fileprivate func overlaps(_ other: Records.Box) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
}

extension GreyImage {
    /// At another size, as a reader of letters wants it.
    public func scaled(by factor: Double) throws(ImagingError) -> GreyImage {
        guard factor > 0, width > 0, height > 0 else { return self }
        return try GreyImage(makePixels().made { pixScale($0, Float(factor), Float(factor)) })
    }
}

extension Image {
    /// How coloured each pixel is, as dark on light: stamps of every ink without the print they lie on. Nil for a page without
    /// colours.
    public func colouredInk() throws(ImagingError) -> GreyImage? {
        guard mode == .color else { return nil }
        let (width, height, stride) = (width, height, pixels.bytesPerLine / 4)
        var colours = [UInt8](repeating: 0, count: width * height)
        pixels.withWords { words in
            let words = words.assumingMemoryBound(to: UInt32.self)
            for y in 0..<height {
                for x in 0..<width {
                    let color = words[y * stride + x]
                    let (red, green, blue) = (UInt8(color >> 24), UInt8(color >> 16 & 0xFF), UInt8(color >> 8 & 0xFF))
                    colours[y * width + x] = max(red, green, blue) - min(red, green, blue)
                }
            }
        }
        // Old paper has a colour of its own.
        var counts = [Int](repeating: 0, count: 256)
        for colour in colours { counts[Int(colour)] += 1 }
        var (sum, paper) = (0, 0)
        for colour in 0..<256 where sum * 2 < colours.count { (sum, paper) = (sum + counts[colour], colour) }
        let shades = colours.map { UInt8(255 - min(255, max(0, (Int($0) - paper) * 2))) }
        return try GreyImage(width: width, height: height, pixels: shades)
    }
}
