import CLeptonica
import Foundation
import Records

extension GreyImage {
    /// The image turned by quarters of a full turn; negative turns go the other way round.
    public func turned(quarterTurnsClockwise turns: Int) throws(ImagingError) -> GreyImage {
        let turns = turns & 3
        guard turns != 0, width > 0, height > 0 else { return self }
        return try GreyImage(makePixels().made { pixRotateOrth($0, Int32(turns)) })
    }

    /// The image turned by a small angle about its centre, same size, white where nothing was: a page shown level.
    ///
    /// - Parameter degreesClockwise: as the `skew` finding of a page gives it.
    public func deskewed(degreesClockwise: Double) throws(ImagingError) -> GreyImage {
        guard degreesClockwise != 0, width > 0, height > 0 else { return self }
        return try GreyImage(makePixels().rotated(degreesClockwise: degreesClockwise))
    }

    /// A part of the image; what of the box lies outside is left away.
    ///
    /// - Throws: `impossibleSize` when nothing of the box lies inside.
    public func crop(_ box: Records.Box) throws(ImagingError) -> GreyImage {
        let left = max(0, box.x), top = max(0, box.y)
        let right = min(width, box.x + box.width), bottom = min(height, box.y + box.height)
        guard left < right, top < bottom else { throw .impossibleSize(width: box.width, height: box.height) }
        var part: [UInt8] = []
        part.reserveCapacity((right - left) * (bottom - top))
        for y in top..<bottom { part += pixels[(y * width + left)..<(y * width + right)] }
        return GreyImage(width: right - left, rows: part)
    }
}

extension Pixels {
    /// Turned about its centre, white where nothing was.
    func rotated(degreesClockwise: Double) throws(ImagingError) -> Pixels {
        let radians = Float(degreesClockwise * .pi / 180)
        return try made { pixRotate($0, radians, Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0) }
    }
}
