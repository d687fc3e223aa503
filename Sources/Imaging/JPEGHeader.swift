import Records

/// Walks the segments of a JPEG file up to its frame (ITU-T T.81, Annex B).
enum JPEGHeader {
    static func read(_ view: ByteView) throws(ImagingError) -> ImageHeader {
        var dpi = 0
        var offset = 2
        while let marker = nextMarker(view, &offset) {
            guard let length = view.short(offset), length >= 2 else { throw .truncated }
            switch marker {
            case 0xE0 where dpi == 0: dpi = density(view, at: offset + 2)
            case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
                return try frame(view, at: offset + 2, marker: marker, dpi: dpi)
            case 0xD9, 0xDA: throw .damaged
            default: break
            }
            offset += length
        }
        throw .truncated
    }

    /// Whether the scan data ends with an end-of-image marker. Some scanners pad a file after it.
    static func hasEnd(_ view: ByteView) -> Bool {
        var offset = view.count - 2
        let earliest = max(2, view.count - 4096)
        while offset >= earliest {
            if view.byte(offset) == 0xFF, view.byte(offset + 1) == 0xD9 { return true }
            offset -= 1
        }
        return false
    }

    private static func nextMarker(_ view: ByteView, _ offset: inout Int) -> Int? {
        while let byte = view.byte(offset) {
            offset += 1
            guard byte == 0xFF else { continue }
            // Any number of fill bytes may stand before a marker.
            while view.byte(offset) == 0xFF { offset += 1 }
            guard let marker = view.byte(offset) else { return nil }
            offset += 1
            if marker != 0, !(0xD0...0xD8).contains(marker), marker != 0x01 { return marker }
        }
        return nil
    }

    private static func density(_ view: ByteView, at offset: Int) -> Int {
        guard view.starts(with: Array("JFIF\0".utf8), at: offset),
            let unit = view.byte(offset + 7), let density = view.short(offset + 8)
        else { return 0 }
        switch unit {
        case 1: return density
        case 2: return Int((Double(density) * 2.54).rounded())
        default: return 0
        }
    }

    private static func frame(
        _ view: ByteView, at offset: Int, marker: Int, dpi: Int
    ) throws(ImagingError) -> ImageHeader {
        guard let bits = view.byte(offset), let height = view.short(offset + 1), let width = view.short(offset + 3),
            let channels = view.byte(offset + 5)
        else { throw .truncated }
        guard bits == 8, marker <= 0xC2 else { throw .unsupported("JPEG \(bits) bit, SOF\(marker - 0xC0)") }
        guard [1, 3, 4].contains(channels) else { throw .damaged }
        return ImageHeader(
            format: .jpeg, width: width, height: height, dpi: dpi, mode: channels == 1 ? .gray : .color,
            imageCount: 1, byteCount: view.count, channels: channels)
    }
}
