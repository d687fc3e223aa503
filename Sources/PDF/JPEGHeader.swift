/// What a PDF image dictionary must know of a JPEG file, read from its markers (ITU-T T.81, Annex B).
struct JPEGHeader: Equatable {
    var width: Int
    var height: Int
    /// 1 (grey) or 3 (colour).
    var components: Int
    /// The three components are red, green and blue as they stand, which only their names tell; PDF would otherwise
    /// take them for luminance and chroma.
    var isPlainRGB: Bool

    enum Refusal: Error, Equatable {
        case notJPEG
        case damaged
        case unsupported(ImageFeature)
    }

    init(_ file: [UInt8]) throws(Refusal) {
        guard file.count > 3, file[0] == 0xFF, file[1] == 0xD8 else { throw .notJPEG }
        var frame: (width: Int, height: Int, names: [UInt8])?
        var namesColourSpace = false
        var position = 2
        while true {
            let segment = try JPEGHeader.segment(of: file, at: position)
            switch segment.marker {
            case 0xC0, 0xC1, 0xC2:
                guard frame == nil else { throw .damaged }
                frame = try JPEGHeader.frame(file[segment.content])
            case 0xC3: throw .unsupported(.lossless)
            case 0xC5...0xC7: throw .unsupported(.hierarchical)
            case 0xC9...0xCB, 0xCD...0xCF: throw .unsupported(.arithmeticCoding)
            case 0xE0, 0xEE: namesColourSpace = true
            case 0xDA:
                // The picture must have its end marker: a file cut short would be a corrupt page for every reader.
                guard let frame, JPEGHeader.hasEnd(file, after: segment.content.upperBound) else { throw .damaged }
                (width, height, components) = (frame.width, frame.height, frame.names.count)
                isPlainRGB = frame.names == Array("RGB".utf8) && !namesColourSpace
                return
            case 0xD8, 0xD9: throw .damaged
            default: break
            }
            position = segment.content.upperBound
        }
    }

    private static func segment(of file: [UInt8], at start: Int) throws(Refusal) -> (marker: UInt8, content: Range<Int>) {
        guard start < file.count, file[start] == 0xFF else { throw .damaged }
        var position = start
        while position < file.count, file[position] == 0xFF { position += 1 }
        guard position + 2 < file.count else { throw .damaged }
        let length = Int(file[position + 1]) << 8 | Int(file[position + 2])
        let end = position + 1 + length
        guard length >= 2, end <= file.count else { throw .damaged }
        return (file[position], position + 3..<end)
    }

    private static func frame(_ content: ArraySlice<UInt8>) throws(Refusal) -> (width: Int, height: Int, names: [UInt8]) {
        let bytes = Array(content)
        guard bytes.count >= 6 else { throw .damaged }
        let components = Int(bytes[5])
        guard bytes.count == 6 + 3 * components else { throw .damaged }
        guard bytes[0] == 8 else { throw .unsupported(.bitDepth) }
        if components == 4 { throw .unsupported(.cmyk) }
        guard components == 1 || components == 3 else { throw .damaged }
        return (
            Int(bytes[3]) << 8 | Int(bytes[4]), Int(bytes[1]) << 8 | Int(bytes[2]),
            (0..<components).map { bytes[6 + 3 * $0] }
        )
    }

    private static func hasEnd(_ file: [UInt8], after start: Int) -> Bool {
        var index = file.count - 1
        while index > start {
            if file[index] == 0xD9, file[index - 1] == 0xFF { return true }
            index -= 1
        }
        return false
    }
}
