import CLeptonica
import Foundation
import Records

extension Image {
    /// The image at another resolution; itself when it has that one already, or none.
    public func scaled(toDpi target: Int) throws(ImagingError) -> Image {
        guard dpi > 0, target > 0, target != dpi else { return self }
        let factor = Float(target) / Float(dpi)
        return Image(try pixels.made { pixScale($0, factor, factor) }, dpi: target)
    }

    /// The image turned by quarters of a full turn; negative turns go the other way round.
    public func turned(quarterTurnsClockwise turns: Int) throws(ImagingError) -> Image {
        let turns = turns & 3
        guard turns != 0 else { return self }
        return Image(try pixels.made { pixRotateOrth($0, Int32(turns)) }, dpi: dpi)
    }

    /// The image turned by a small angle about its centre, same size, white where nothing was.
    ///
    /// - Parameter degreesClockwise: as the `skew` finding of a page gives it.
    public func deskewed(degreesClockwise: Double) throws(ImagingError) -> Image {
        guard degreesClockwise != 0 else { return self }
        return Image(try pixels.rotated(degreesClockwise: degreesClockwise), dpi: dpi)
    }

    /// A part of the image; what of the box lies outside is left away.
    ///
    /// - Throws: `impossibleSize` when nothing of the box lies inside.
    public func crop(_ box: Records.Box) throws(ImagingError) -> Image {
        let left = max(0, box.x), top = max(0, box.y)
        let right = min(width, box.x + box.width), bottom = min(height, box.y + box.height)
        guard left < right, top < bottom else { throw .impossibleSize(width: box.width, height: box.height) }
        var part = boxCreate(Int32(left), Int32(top), Int32(right - left), Int32(bottom - top))
        defer { boxDestroy(&part) }
        return Image(try pixels.made { pixClipRectangle($0, part, nil) }, dpi: dpi)
    }

    /// The grey values at full size; what OCR reads.
    public func grey() throws(ImagingError) -> GreyImage {
        try GreyImage(pixels.grey())
    }

    /// A small grey copy, averaged so that thin strokes stay; never enlarged.
    ///
    /// - Parameter longestSide: of the copy at most, in pixels.
    public func grey(longestSide: Int) throws(ImagingError) -> GreyImage {
        let longest = max(width, height)
        guard longestSide > 0, longestSide < longest else { return try grey() }
        let factor = Float(longestSide) / Float(longest)
        return try GreyImage(pixels.grey().made { pixScaleAreaMap($0, factor, factor) })
    }
}
