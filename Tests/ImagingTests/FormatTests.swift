import CLeptonica
import CTurboJPEG
import Foundation
import Records
import Testing

@testable import Imaging

/// The variants of the formats that an import folder holds.
@Suite struct FormatTests {
    /// A file as Leptonica writes it from one of its own kinds of image.
    private func file(_ format: Int32, _ make: (PixPointer) -> PixPointer?) throws -> Data {
        let pixels = try Samples.color(width: 40, height: 30).pixels.made(make)
        var bytes: UnsafeMutablePointer<UInt8>?
        var size = 0
        defer { lept_free(bytes) }
        #expect(pixels.with { pixWriteMem(&bytes, &size, $0, format) } == 0)
        return Data(bytes: try #require(bytes), count: size)
    }

    @Test func palettePNG() throws {
        let data = try file(Int32(IFF_PNG)) { pixFixedOctcubeQuant256($0, 0) }
        let original = try Samples.color(width: 40, height: 30).grey().pixels
        #expect(data[data.startIndex + 25] == 3)
        #expect(try ImageHeader.read(data).mode == .color)
        for (mine, theirs) in zip(try Image.decode(data).grey().pixels, original) {
            #expect(abs(Int(mine) - Int(theirs)) < 40)
        }
    }

    @Test func sixteenBitPNG() throws {
        let data = try file(Int32(IFF_PNG)) { _ in
            let deep = pixCreate(40, 30, 16)
            _ = pixSetAllArbitrary(deep, 0x8000)
            return deep
        }
        let image = try Image.decode(data)
        #expect(data[data.startIndex + 24] == 16)
        #expect(image.mode == .gray)
        #expect(try Set(image.grey().pixels) == [128])
    }

    @Test func transparencyIsWhitePaper() throws {
        let data = try file(Int32(IFF_PNG)) { _ in
            let clear = pixCreate(40, 30, 32)
            pixSetSpp(clear, 4)
            return clear
        }
        #expect(data[data.startIndex + 25] == 6)
        #expect(try Set(Image.decode(data).grey().pixels) == [255])
    }

    @Test(arguments: [2, 4]) func fewGreys(depth: Int32) throws {
        let data = try file(Int32(IFF_PNG)) { _ in
            let grey = pixCreate(40, 30, depth)
            _ = pixSetAll(grey)
            return grey
        }
        let image = try Image.decode(data)
        #expect(image.mode == .gray)
        #expect(try Set(image.grey().pixels) == [255])
    }

    @Test func cmykJPEG() throws {
        // Stored inverted, as Adobe's programs do: full light of all, then no light of black.
        for (ink, grey) in [([255, 255, 255, 255], 255), ([255, 255, 255, 0], 0)] as [([UInt8], UInt8)] {
            let rows = (0..<256).flatMap { _ in ink }
            let data = try rows.withUnsafeBytes {
                try JPEGCodec.compress(
                    #require($0.baseAddress), width: 16, height: 16, bytesPerLine: 64, format: TJPF_CMYK, dpi: 0,
                    quality: 95)
            }
            #expect(try ImageHeader.read(data).channels == 4)
            #expect(try Set(Image.decode(data).grey().pixels) == [grey])
            #expect(try Set(GreyImage.decode(data).pixels) == [grey])
        }
    }

    @Test func imagesOfATIFFFile() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).tif").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        for (width, mode) in [(20, "w"), (30, "a")] {
            let page = try Samples.image(width: width, height: 10, mode: .lineart)
            #expect(page.pixels.with { pixWriteTiff(path, $0, Int32(IFF_TIFF_G4), mode) } == 0)
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try ImageHeader.read(path: path).imageCount == 2)
        #expect(try Image.decode(data).width == 20)
        #expect(try Image.decode(data, page: 2).width == 30)
        #expect(throws: ImagingError.noSuchPage(number: 3, of: 2)) { try Image.decode(data, page: 3) }
    }

    @Test func theNameDoesNotMatter() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).jpg").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Samples.color().encoded(as: .png).write(to: URL(fileURLWithPath: path))
        #expect(try ImageHeader.read(path: path).format == .png)
        #expect(try Image.decode(path: path).width == 61)
    }

    /// A long comment or colour profile pushes the frame beyond what is read first.
    @Test func farAwayFrame() throws {
        var data = try Samples.color().encoded(as: .jpeg)
        let comment = Data([0xFF, 0xFE, 0xFF, 0xFF]) + Data(count: 0xFFFD)
        for _ in 0..<5 { data.insert(contentsOf: comment, at: data.startIndex + 20) }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).jpg").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try data.write(to: URL(fileURLWithPath: path))
        let header = try ImageHeader.read(path: path)
        #expect(Samples.list(header.width, header.dpi, header.byteCount) == [61, 300, data.count])
    }
}
