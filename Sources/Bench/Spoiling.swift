import Foundation
import Imaging
import Records

/// What goes wrong between paper and image, done to an image.
extension GreyImage {
    /// - Parameter curve: from grey to grey, 0…1.
    func mapped(_ curve: (Double) -> Double) throws -> GreyImage {
        let table = (0..<256).map { UInt8((min(1, max(0, curve(Double($0) / 255))) * 255).rounded()) }
        return try GreyImage(width: width, height: height, pixels: pixels.map { table[Int($0)] })
    }

    /// The rest of a page whose data never came.
    func flattened(share: Double, grey: UInt8) throws -> GreyImage {
        let kept = Int(Double(height) * (1 - share)) * width
        return try GreyImage(
            width: width, height: height, pixels: Array(pixels[..<kept]) + [UInt8](repeating: grey, count: pixels.count - kept))
    }

    /// Gaussian; the edge goes on as it ends.
    func blurred(sigma: Double) throws -> GreyImage {
        let reach = max(1, Int((3 * sigma).rounded(.up)))
        let raw = (-reach...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = raw.reduce(0, +)
        // 16 bits of fraction: their sum stays below 2^31.
        let kernel = raw.map { UInt32(($0 / sum * 65_536).rounded()) }
        // Along the rows, turned over, and along the rows again.
        return try blurredAlongRows(kernel).turned(quarterTurnsClockwise: 1).blurredAlongRows(kernel).turned(quarterTurnsClockwise: -1)
    }

    private func blurredAlongRows(_ kernel: [UInt32]) throws -> GreyImage {
        let reach = kernel.count / 2
        var result = [UInt8](repeating: 0, count: pixels.count)
        var line = [UInt32](repeating: 0, count: width + 2 * reach)
        var sums = [UInt32](repeating: 0, count: width)
        for y in 0..<height {
            for x in line.indices { line[x] = UInt32(pixels[y * width + min(width - 1, max(0, x - reach))]) }
            for x in 0..<width { sums[x] = 32_768 }
            for (offset, weight) in kernel.enumerated() {
                for x in 0..<width { sums[x] &+= line[x &+ offset] &* weight }
            }
            for x in 0..<width { result[y * width + x] = UInt8(min(255, sums[x] >> 16)) }
        }
        return try GreyImage(width: width, height: height, pixels: result)
    }

    /// A dark strip with a little noise.
    /// - Parameter depth: in pixels; of a wedge, at its deeper end.
    func bordered(at edge: PageEdge, depth: Double, isWedge: Bool, grey: UInt8) throws -> GreyImage {
        var pixels = pixels
        let isUpright = edge == .left || edge == .right
        let length = isUpright ? height : width
        for place in 0..<length {
            let depth = Int(isWedge ? depth * Double(place) / Double(length) : depth)
            for inwards in 0..<depth {
                let (x, y) =
                    switch edge {
                    case .top: (place, inwards)
                    case .right: (width - 1 - inwards, place)
                    case .bottom: (place, height - 1 - inwards)
                    case .left: (inwards, place)
                    }
                pixels[y * width + x] = grey &+ UInt8((place &* 31 &+ inwards &* 17) % 7)
            }
        }
        return try GreyImage(width: width, height: height, pixels: pixels)
    }

    /// Without what lies beyond the line through most print, between an eighth and three tenths of the way in.
    /// Nil where there is hardly any.
    func cutThroughText(at edge: PageEdge) throws -> GreyImage? {
        let isUpright = edge == .left || edge == .right
        let length = isUpright ? width : height
        let profile = inkProfile(ofColumns: isUpright)
        let isFar = edge == .right || edge == .bottom
        let places = (length / 8..<length * 3 / 10).map { isFar ? length - 1 - $0 : $0 }
        let cut = places.max { profile[$0] < profile[$1] } ?? places[0]
        let (across, least) = (isUpright ? height : width, 0.02)
        guard Double(profile[cut]) > least * Double(across) else { return nil }
        let kept =
            switch edge {
            case .top: Box(x: 0, y: cut, width: width, height: height - cut)
            case .bottom: Box(x: 0, y: 0, width: width, height: cut)
            case .left: Box(x: cut, y: 0, width: width - cut, height: height)
            case .right: Box(x: 0, y: 0, width: cut, height: height)
            }
        return try crop(kept)
    }

    private func inkProfile(ofColumns: Bool) -> [Int] {
        var profile = [Int](repeating: 0, count: ofColumns ? width : height)
        for y in 0..<height {
            for x in 0..<width where pixels[y * width + x] < 110 { profile[ofColumns ? x : y] += 1 }
        }
        return profile
    }
}
