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

    // MARK: The sheet number

    /// Where an archivist pencils the sheet number: the top right corner, as shares of the upright page.
    public static let numberCorner = (width: 0.22, height: 0.09)

    /// The corner with the pencilled sheet number, upright, ready to be drawn in cells.
    ///
    /// Decoded no larger than it is shown, best from the small grey copy of the page.
    ///
    /// - Parameters:
    ///   - quarterTurnsClockwise: that bring the stored page upright.
    ///   - columns: of the result at least, in pixels, where the image has as many.
    public static func decodeNumberCorner(
        _ data: Data, quarterTurnsClockwise turns: Int = 0, columns: Int
    ) throws(ImagingError) -> GreyImage {
        let header = try ImageHeader.read(data)
        let across = Double(turns & 1 == 0 ? header.width : header.height) * numberCorner.width
        let reduction = [8, 4, 2].first { Int(across) / $0 >= columns } ?? 1
        return try decode(data, reduction: reduction).numberCorner(quarterTurnsClockwise: turns)
    }

    /// The corner with the pencilled sheet number of a page that `quarterTurnsClockwise` bring upright.
    public func numberCorner(quarterTurnsClockwise turns: Int = 0) throws(ImagingError) -> GreyImage {
        var (across, down) = Self.numberCorner
        if turns & 1 == 1 { swap(&across, &down) }
        let columns = max(1, Int(across * Double(width))), rows = max(1, Int(down * Double(height)))
        // A quarter turn clockwise brings the stored top left to the top right, and so on round.
        let isAtLeft = turns & 3 == 1 || turns & 3 == 2
        let isAtTop = turns & 3 == 0 || turns & 3 == 1
        let box = Records.Box(
            x: isAtLeft ? 0 : width - columns, y: isAtTop ? 0 : height - rows, width: columns, height: rows)
        return try crop(box).turned(quarterTurnsClockwise: turns)
    }
}

extension Pixels {
    /// Turned about its centre, white where nothing was.
    func rotated(degreesClockwise: Double) throws(ImagingError) -> Pixels {
        let radians = Float(degreesClockwise * .pi / 180)
        return try made { pixRotate($0, radians, Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0) }
    }
}
