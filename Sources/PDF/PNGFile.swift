/// A PNG taken apart so that its compressed rows can go into a PDF as they are (PNG, 3rd edition; ISO 32000-1, 7.4.4.4:
/// FlateDecode with predictor 15 is PNG's own filtering).
struct PNGFile: Equatable {
    enum Colour: Equatable {
        case grey, rgb
        case palette([UInt8])

        var channels: Int { self == .rgb ? 3 : 1 }
    }

    var width: Int
    var height: Int
    var bitDepth: Int
    var colour: Colour
    /// One zlib stream.
    var compressed: [UInt8]

    enum Refusal: Error, Equatable {
        case notPNG
        case damaged
        case unsupported(ImageFeature)
    }

    init(_ file: [UInt8]) throws(Refusal) {
        guard file.starts(with: PNGFile.signature) else { throw .notPNG }
        var header: [UInt8] = []
        var palette: [UInt8] = []
        compressed = []
        var position = PNGFile.signature.count
        reading: while true {
            let chunk = try PNGFile.chunk(of: file, at: position)
            switch chunk.name {
            case "IHDR": header = Array(file[chunk.content])
            case "PLTE": palette = Array(file[chunk.content])
            case "tRNS": throw .unsupported(.transparency)
            case "IDAT": compressed += file[chunk.content]
            case "IEND": break reading
            default: break
            }
            position = chunk.content.upperBound + 4
        }
        guard header.count == 13, !compressed.isEmpty else { throw .damaged }
        width = PNGFile.number(header[0..<4])
        height = PNGFile.number(header[4..<8])
        bitDepth = Int(header[8])
        guard [1, 2, 4, 8].contains(bitDepth) else { throw .unsupported(.bitDepth) }
        switch header[9] {
        case 0: colour = .grey
        case 2: colour = .rgb
        case 3:
            guard !palette.isEmpty, palette.count % 3 == 0, palette.count <= 3 << bitDepth else { throw .damaged }
            colour = .palette(palette)
        case 4, 6: throw .unsupported(.transparency)
        default: throw .damaged
        }
        guard header[12] == 0 else { throw .unsupported(.interlacing) }
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The chunk's name and content; its checksum has been compared.
    private static func chunk(of file: [UInt8], at start: Int) throws(Refusal) -> (name: String, content: Range<Int>) {
        guard start + 12 <= file.count else { throw .damaged }
        let length = number(file[start..<start + 4])
        let content = start + 8..<start + 8 + length
        guard content.upperBound + 4 <= file.count else { throw .damaged }
        let checksum = UInt32(number(file[content.upperBound..<content.upperBound + 4]))
        guard Flate.crc32(file[start + 4..<content.upperBound]) == checksum else { throw .damaged }
        return (String(decoding: file[start + 4..<start + 8], as: UTF8.self), content)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
