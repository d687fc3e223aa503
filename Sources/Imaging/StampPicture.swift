import CLeptonica
import Foundation
import Records

extension GreyImage {
    /// Pictures of a mark that was seen, to be read as a line: set level and cut out, contrast stretched, white around it; as it is,
    /// and without its outline where it has one. First MẬT alone, then with what stands before it.
    ///
    /// - Parameter dpi: of this image, which the sight is on.
    public func pictures(of sight: MarkSight, dpi: Int) throws(ImagingError) -> [GreyImage] {
        let millimetre = Double(dpi) / 25.4
        let side = Int(2 * StampPlace.before * millimetre)
        let (x, y) = (sight.box.x + sight.box.width / 2, sight.box.y + sight.box.height / 2)
        let level = try square(side, aroundX: x, y: y).deskewed(degreesClockwise: -sight.degrees)
        let high = StampPlace.high * millimetre
        var pictures: [GreyImage] = []
        for left in [StampPlace.beside, StampPlace.before] {
            let frame = Records.Box(
                x: Int(Double(side) / 2 - left * millimetre), y: Int((Double(side) - high) / 2), width: Int((left + StampPlace.beside) * millimetre), height: Int(high))
            let part = try level.crop(frame).stretched()
            if let bare = try part.withoutOutline(millimetre: millimetre) { pictures.append(bare) }
            pictures.append(part)
        }
        return try pictures.map { image throws(ImagingError) in try image.padded(by: Int(2 * millimetre)) }
    }

    /// White where there is no image.
    private func square(_ side: Int, aroundX x: Int, y: Int) throws(ImagingError) -> GreyImage {
        let (left, top) = (x - side / 2, y - side / 2)
        var part = [UInt8](repeating: 255, count: side * side)
        for row in 0..<side where (0..<height).contains(top + row) {
            for column in 0..<side where (0..<width).contains(left + column) { part[row * side + column] = pixels[(top + row) * width + left + column] }
        }
        return try GreyImage(width: side, height: side, pixels: part)
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

/// Millimetres about the middle of MẬT.
private enum StampPlace {
    /// To either side of it, the outline with it.
    static let beside = 10.5
    /// To the left, as far as TUYỆT begins.
    static let before = 36.0
    static let high = 10.0
}
