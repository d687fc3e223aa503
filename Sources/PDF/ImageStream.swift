import Files
import Foundation
import Records

/// An image as it goes into the document: the stream, and what its dictionary says.
struct ImageStream {
    var width: Int
    var height: Int
    /// Entries after `/Width` and `/Height`.
    var entries: String
    var data: [UInt8]

    /// - Parameter page: counts from 1, for errors.
    init(_ image: PDFImage, page: Int) throws(PDFError) {
        switch image {
        case .jpeg(let bytes): try self.init(jpeg: ImageStream.load(bytes, page: page), page: page)
        case .png(let bytes): try self.init(png: ImageStream.load(bytes, page: page), page: page)
        case .samples(let samples, let width, let height, let mode):
            try self.init(samples: samples, width: width, height: height, mode: mode, page: page)
        }
    }

    private init(jpeg file: [UInt8], page: Int) throws(PDFError) {
        let header: JPEGHeader
        do {
            header = try JPEGHeader(file)
        } catch {
            switch error {
            case .notJPEG: throw .notAnImage(page: page)
            case .damaged: throw .damagedImage(page: page)
            case .unsupported(let feature): throw .unsupportedImage(page: page, feature)
            }
        }
        (width, height, data) = (header.width, header.height, file)
        entries = "/ColorSpace \(header.components == 1 ? "/DeviceGray" : "/DeviceRGB") /BitsPerComponent 8 /Filter /DCTDecode"
        if header.isPlainRGB { entries += " /DecodeParms << /ColorTransform 0 >>" }
    }

    private init(png file: [UInt8], page: Int) throws(PDFError) {
        let png: PNGFile
        do {
            png = try PNGFile(file)
        } catch {
            switch error {
            case .notPNG: throw .notAnImage(page: page)
            case .damaged: throw .damagedImage(page: page)
            case .unsupported(let feature): throw .unsupportedImage(page: page, feature)
            }
        }
        (width, height, data) = (png.width, png.height, png.compressed)
        let space =
            switch png.colour {
            case .grey: "/DeviceGray"
            case .rgb: "/DeviceRGB"
            case .palette(let colours): ImageStream.indexed(colours)
            }
        entries = """
            /ColorSpace \(space) /BitsPerComponent \(png.bitDepth) /Filter /FlateDecode /DecodeParms \
            << /Predictor 15 /Colors \(png.colour.channels) /BitsPerComponent \(png.bitDepth) /Columns \(png.width) >>
            """
    }

    private init(samples: [UInt8], width: Int, height: Int, mode: ColorMode, page: Int) throws(PDFError) {
        guard (1...ImageStream.longestSide).contains(width), (1...ImageStream.longestSide).contains(height) else {
            throw .impossibleSize(page: page, width: width, height: height, dpi: 0)
        }
        let rowBytes =
            switch mode {
            case .color: 3 * width
            case .gray: width
            case .lineart: (width + 7) / 8
            }
        guard samples.count == rowBytes * height else { throw .damagedImage(page: page) }
        (self.width, self.height) = (width, height)
        data = try Flate.deflate(samples)
        entries =
            switch mode {
            case .color: "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
            case .gray: "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
            case .lineart: "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode"
            }
    }

    /// More than any scanner gives; keeps products of sizes far from overflow.
    private static let longestSide = 1_000_000

    private static func indexed(_ colours: [UInt8]) -> String {
        var table = ByteBuilder()
        table.text("[/Indexed /DeviceRGB \(colours.count / 3 - 1) <")
        table.text(colours.hexadecimal)
        table.text(">]")
        return String(decoding: table.bytes, as: UTF8.self)
    }

    private static func load(_ bytes: ImageBytes, page: Int) throws(PDFError) -> [UInt8] {
        switch bytes {
        case .bytes(let bytes): return bytes
        case .file(let path):
            do {
                return try Files.bytes(of: path)
            } catch {
                throw .cannotRead(page: page, path: path, errno: error.errno)
            }
        }
    }
}
