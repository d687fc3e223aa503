import Foundation
import Imaging
import Records

extension GreyImage {
    /// A binary PGM of 8 bits, as pdftoppm writes it.
    init(graymap data: Data) throws {
        var fields: [Int] = []
        var place = 2
        let bytes = [UInt8](data)
        while fields.count < 3, place < bytes.count {
            while place < bytes.count, bytes[place] <= 32 { place += 1 }
            var value = 0
            while place < bytes.count, (48...57).contains(bytes[place]) {
                value = value * 10 + Int(bytes[place] - 48)
                place += 1
            }
            fields.append(value)
        }
        guard fields.count == 3, bytes.count >= place + 1 + fields[0] * fields[1] else { throw BoundaryReadings.Failure.badImage("PGM") }
        try self.init(width: fields[0], height: fields[1], pixels: Array(bytes[(place + 1)..<(place + 1 + fields[0] * fields[1])]))
    }

    /// As a scanner would deliver it after years in a folder: grey paper, pale print, noise, blur, a seal, out of level.
    func asScanned(dpi: Int, _ random: inout SplitMix) throws -> GreyImage {
        var image = self
        if random.chance(0.25) { image = try image.sealed(dpi: dpi, &random) }
        if random.chance(0.5) { image = try image.blurred(sigma: Double.random(in: 0.4...1.1, using: &random) * Double(dpi) / 200) }
        let paper = random.chance(0.5) ? Double.random(in: 0.75...1, using: &random) : 1
        let ink = random.chance(0.3) ? Double.random(in: 0.2...0.45, using: &random) : Double.random(in: 0...0.15, using: &random)
        let dark = min(ink, paper - 0.3)
        image = try image.mapped { dark + (paper - dark) * $0 }
        image = try image.noisy(random.chance(0.5) ? Double.random(in: 2...22, using: &random) : 1, &random)
        return try image.deskewed(degreesClockwise: random.chance(0.6) ? random.around(0, 1.5) : 0)
    }

    /// Typed through a ribbon: every few letters lighter or darker.
    func typed(dpi: Int, _ random: inout SplitMix) throws -> GreyImage {
        var pixels = pixels
        let cell = dpi / 9
        for top in stride(from: 0, to: height, by: cell) {
            for left in stride(from: 0, to: width, by: cell) {
                let ink = Double.random(in: 0.45...1, using: &random)
                for row in top..<min(height, top + cell) {
                    for column in left..<min(width, left + cell) {
                        pixels[row * width + column] = UInt8(255 - (255 - Double(pixels[row * width + column])) * ink)
                    }
                }
            }
        }
        return try GreyImage(width: width, height: height, pixels: pixels).blurred(sigma: 0.5 * Double(dpi) / 200)
    }

    /// Each grey off by at most so much.
    func noisy(_ most: Double, _ random: inout SplitMix) throws -> GreyImage {
        var pixels = pixels
        for index in stride(from: 0, to: pixels.count - 8, by: 8) {
            var bits = random.next()
            for offset in 0..<8 {
                let shift = (Double(bits & 255) - 127.5) / 127.5 * most
                pixels[index + offset] = UInt8(min(255, max(0, Double(pixels[index + offset]) + shift)))
                bits >>= 8
            }
        }
        return try GreyImage(width: width, height: height, pixels: pixels)
    }

    /// The ring of a seal, over the head or the foot; red ink is a middle grey.
    private func sealed(dpi: Int, _ random: inout SplitMix) throws -> GreyImage {
        var pixels = pixels
        let scale = Double(dpi) / 25.4
        let (x, y) = (random.around(0.5, 0.35) * Double(width), (random.chance(0.6) ? 0.1 : 0.8) * Double(height))
        for row in max(0, Int(y - 18 * scale))..<min(height, Int(y + 18 * scale)) {
            for column in max(0, Int(x - 18 * scale))..<min(width, Int(x + 18 * scale)) {
                let distance = hypot(Double(column) - x, Double(row) - y) / scale
                guard (16.2...17.4).contains(distance) || (10.8...11.2).contains(distance) else { continue }
                pixels[row * width + column] = min(pixels[row * width + column], 130)
            }
        }
        return try GreyImage(width: width, height: height, pixels: pixels)
    }
}
