import Foundation
import Records
import Testing

@testable import Imaging

@Suite struct ImageTests {
    @Test(arguments: ImageFormat.allCases, ColorMode.allCases)
    func fileKeepsSizeModeAndResolution(format: ImageFormat, mode: ColorMode) throws {
        let data = try Samples.image(width: 61, height: 47, mode: mode, dpi: 240).encoded(as: format)
        let header = try ImageHeader.read(data)
        let image = try Image.decode(data)
        // JPEG has no one-bit images.
        let stored = format == .jpeg && mode == .lineart ? ColorMode.gray : mode
        #expect(header.format == format)
        #expect(Samples.list(header.width, header.height, header.dpi, header.imageCount) == [61, 47, 240, 1])
        #expect(header.mode == stored)
        #expect(header.byteCount == data.count)
        #expect(Samples.list(image.width, image.height, image.dpi) == [61, 47, 240])
        #expect(image.mode == stored)
    }

    @Test(arguments: [ImageFormat.png, .tiff]) func losslessFormatsKeepEveryColor(format: ImageFormat) throws {
        let image = try Samples.color()
        #expect(try Image.decode(image.encoded(as: format)).grey() == image.grey())
    }

    @Test func jpegKeepsChannelsInOrder() throws {
        let red = try Samples.image(
            width: 16, height: 16, mode: .color, rows: (0..<256).flatMap { _ in [255, 0, 0] as [UInt8] })
        let decoded = try Image.decode(red.encoded(as: .jpeg, jpegQuality: 95))
        // Red is dark grey: 0.299 of white.
        #expect(abs(Int(try decoded.grey().pixels[100]) - 76) <= 2)
    }

    @Test func rowsGoStraightToTheSameJPEG() throws {
        let rows = Samples.colorRows(width: 61, height: 47)
        let direct = try rows.withUnsafeBytes {
            try Image.encodedJPEG(
                rows: $0, width: 61, height: 47, bytesPerLine: 183, dpi: 300, mode: .color, quality: 92)
        }
        #expect(try direct == Samples.color().encoded(as: .jpeg, jpegQuality: 92))
    }

    @Test func oneIsBlackInLineart() throws {
        let image = try Samples.image(width: 9, height: 1, mode: .lineart, rows: [0b1010_0000, 0b1000_0000])
        let expected: [UInt8] = [0, 255, 0, 255, 255, 255, 255, 255, 0]
        #expect(try image.grey().pixels == expected)
        #expect(try Image.decode(image.encoded(as: .tiff)).grey().pixels == expected)
        #expect(try Image.decode(image.encoded(as: .png)).grey().pixels == expected)
    }

    @Test func turnsClockwise() throws {
        let image = try Samples.image(width: 2, height: 2, mode: .gray, rows: [1, 2, 3, 4])
        #expect(try image.turned(quarterTurnsClockwise: 1).grey().pixels == [3, 1, 4, 2])
        #expect(try image.turned(quarterTurnsClockwise: -1).grey().pixels == [2, 4, 1, 3])
        #expect(try image.turned(quarterTurnsClockwise: 4).grey().pixels == [1, 2, 3, 4])
    }

    @Test func cropTakesWhatLiesInside() throws {
        let image = try Samples.image(width: 3, height: 2, mode: .gray, rows: [1, 2, 3, 4, 5, 6])
        #expect(try image.crop(Box(x: 1, y: -5, width: 9, height: 6)).grey().pixels == [2, 3])
        #expect(throws: ImagingError.impossibleSize(width: 2, height: 2)) {
            try image.crop(Box(x: 3, y: 0, width: 2, height: 2))
        }
    }

    @Test func reductionDecodesSmaller() throws {
        let data = try Samples.color(width: 64, height: 48, dpi: 300).encoded(as: .jpeg)
        let half = try Image.decode(data, reduction: 2)
        #expect(Samples.list(half.width, half.height, half.dpi) == [32, 24, 150])
        let grey = try GreyImage.decode(data, reduction: 4)
        #expect(Samples.list(grey.width, grey.height) == [16, 12])
    }

    @Test func scalesToResolution() throws {
        let image = try Samples.color(width: 60, height: 40, dpi: 300).scaled(toDpi: 150)
        #expect(Samples.list(image.width, image.height, image.dpi) == [30, 20, 150])
    }

    @Test func greyCopyFitsTheLongestSide() throws {
        let copy = try Samples.color(width: 100, height: 200).grey(longestSide: 50)
        #expect(Samples.list(copy.width, copy.height) == [25, 50])
        #expect(try GreyImage.decode(copy.encoded()).width == 25)
    }

    @Test func missingRowsAreRefused() {
        #expect(throws: ImagingError.impossibleSize(width: 10, height: 10)) {
            try Samples.image(width: 10, height: 10, mode: .gray, rows: [1, 2, 3])
        }
    }
}
