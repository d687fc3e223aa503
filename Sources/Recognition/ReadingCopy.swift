import Foundation
import Imaging
import Records

/// The grey, upright, reduced copy of a stored image that the engine reads.
///
/// 225 dpi reads at least as well as 300 but for one set in five (typed pages, by 0.2% of letters) in
/// less time; 200 loses a little on worn paper, 250 is slower and no clear gain (measured on 63 pages with truth). The
/// stored image itself is never touched.
struct ReadingCopy {
    static let dpi = 225
    /// For a second reading of worn type, which is read better so as often as worse.
    static let fineDpi = 300
    /// Smaller copies are not worth the engine's while: not even one letter.
    private static let smallestSide = 8

    let image: GreyImage
    /// Of the copy.
    let dpi: Int
    let geometry: PageGeometry

    /// - Parameters:
    ///   - quarterTurns: clockwise, any number.
    ///   - finest: resolution of the copy at most.
    init(file: String, quarterTurns: Int, finest: Int = ReadingCopy.dpi) throws(RecognitionFault) {
        do {
            let header = try ImageHeader.read(path: file)
            guard let data = FileManager.default.contents(atPath: file) else { throw RecognitionFault.fileMissing(path: file) }
            let plan = Plan(header: header, finest: finest)
            let grey = try GreyImage.decode(data, limits: plan.limits, reduction: plan.reduction)
            let turns = quarterTurns & 3
            let copy = try ReadingCopy.made(from: grey, dpi: plan.decodedDpi, finest: finest, quarterTurns: turns)
            dpi = copy.dpi
            image = try PaperNoise.cleared(copy.image)
            geometry = PageGeometry(
                storedWidth: header.width, storedHeight: header.height, quarterTurns: turns,
                readWidth: image.width, readHeight: image.height)
        } catch let error as ImagingError {
            throw RecognitionFault(error, file: file)
        } catch {
            throw .fileMissing(path: file)
        }
    }

    private init(image: GreyImage, dpi: Int, geometry: PageGeometry) { (self.image, self.dpi, self.geometry) = (image, dpi, geometry) }

    /// The copy turned further clockwise.
    func turned(quarterTurns: Int) throws(RecognitionFault) -> ReadingCopy {
        let turns = quarterTurns & 3
        guard turns != 0 else { return self }
        do {
            let image = try image.turned(quarterTurnsClockwise: turns)
            return ReadingCopy(
                image: image, dpi: dpi,
                geometry: PageGeometry(
                    storedWidth: geometry.storedWidth, storedHeight: geometry.storedHeight, quarterTurns: (geometry.quarterTurns + turns) & 3,
                    readWidth: image.width, readHeight: image.height))
        } catch { throw .engine(detail: "\(error)") }
    }

    var isReadable: Bool { min(image.width, image.height) >= ReadingCopy.smallestSide }

    private static func made(
        from grey: GreyImage, dpi: Int, finest: Int, quarterTurns: Int
    ) throws(ImagingError) -> (image: GreyImage, dpi: Int) {
        let mustShrink = dpi > finest
        if !mustShrink && quarterTurns == 0 { return (grey, dpi) }
        var image = try image(of: grey, dpi: dpi)
        if mustShrink { image = try image.scaled(toDpi: finest) }
        return (try image.turned(quarterTurnsClockwise: quarterTurns).grey(), image.dpi)
    }

    private static func image(of grey: GreyImage, dpi: Int) throws(ImagingError) -> Image {
        let made = grey.pixels.withUnsafeBytes { rows in
            Result { () throws(ImagingError) in
                try Image(
                    rows: rows, width: grey.width, height: grey.height, bytesPerLine: grey.width, dpi: dpi, mode: .gray)
            }
        }
        return try made.get()
    }
}

/// How a file is decoded, from what its header says: neither finer than needed nor larger than a worker's memory allows.
struct Plan: Equatable {
    /// A worker stays below 400 MB: 40 million grey pixels, three copies at most; A3 at 600 dpi in colour fits as PNG.
    private static let mostDecodedPixels = 40_000_000

    /// As the JPEG decoder takes it: 1, 2, 4 or 8.
    let reduction: Int
    let decodedDpi: Int
    let limits: DecodeLimits

    init(header: ImageHeader, finest: Int = ReadingCopy.dpi) {
        let resolution = Plan.resolution(of: header)
        let isJPEG = header.format == .jpeg
        let pixels = header.width * header.height
        reduction = !isJPEG ? 1 : [1, 2, 4, 8].first {
            resolution / ($0 * 2) < finest && pixels / ($0 * $0) <= Plan.mostDecodedPixels
        } ?? 8
        decodedDpi = max(1, resolution / reduction)
        limits = isJPEG ? .standard : DecodeLimits(pixels: Plan.mostDecodedPixels)
    }

    /// Dots per inch of the stored image. Files without a resolution, or with the 72 or 96 that programs put in when
    /// they know none, are taken for A4 pages.
    static func resolution(of header: ImageHeader) -> Int {
        if (150...2400).contains(header.dpi) { return header.dpi }
        let longestSideOfA4 = 11.69
        return max(1, Int((Double(max(header.width, header.height)) / longestSideOfA4).rounded()))
    }
}

extension RecognitionFault {
    fileprivate init(_ error: ImagingError, file: String) {
        switch error {
        case .unreadable(_, ENOENT): self = .fileMissing(path: file)
        case .tooLarge(let width, let height, _): self = .imageTooLarge(width: width, height: height)
        default: self = .badImage(path: file, detail: "\(error)")
        }
    }
}
