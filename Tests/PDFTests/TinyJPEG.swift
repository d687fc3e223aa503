/// A JPEG of flat 8×8 blocks, encoded here so that tests carry no images: every coefficient but the first is zero.
struct TinyJPEG {
    enum Kind {
        case baseline, progressive
    }

    /// Pixels; need not be multiples of 8.
    var width = 64
    var height = 48
    /// 1, 3, or 4 (which PDF/A cannot take).
    var components = 1
    var kind = Kind.baseline
    var precision: UInt8 = 8
    /// Instead of 0xC0 or 0xC2.
    var frameMarker: UInt8?

    var bytes: [UInt8] {
        var file: [UInt8] = [0xFF, 0xD8]
        file += segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 1, 0, 100, 0, 100, 0, 0])
        file += segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
        let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        let parts = (0..<components).flatMap { [UInt8($0 + 1), 0x11, 0] as [UInt8] }
        file += segment(frameMarker ?? (kind == .baseline ? 0xC0 : 0xC2), [precision] + size + [UInt8(components)] + parts)
        // Twelve codes of four bits for the first coefficient; one code of one bit for "no more coefficients".
        file += segment(0xC4, [0x00, 0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + Array(0..<12))
        file += segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
        let selectors = (0..<components).flatMap { [UInt8($0 + 1), 0] as [UInt8] }
        file += segment(0xDA, [UInt8(components)] + selectors + (kind == .baseline ? [0, 63, 0] : [0, 0, 0]))
        return file + scan() + [0xFF, 0xD9]
    }

    private func scan() -> [UInt8] {
        var bits = BitWriter()
        var previous = [Int](repeating: 0, count: components)
        let (columns, rows) = ((width + 7) / 8, (height + 7) / 8)
        for block in 0..<columns * rows {
            for component in 0..<components {
                let level = (block * 37 + component * 50) % 200 - 100
                let difference = level - previous[component]
                previous[component] = level
                let category = Int.bitWidth - abs(difference).leadingZeroBitCount
                bits.write(category, count: 4)
                bits.write(difference < 0 ? difference + (1 << category) - 1 : difference, count: category)
                if kind == .baseline { bits.write(0, count: 1) }
            }
        }
        return bits.finished()
    }

    private func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
    }
}

private struct BitWriter {
    private var bytes: [UInt8] = []
    private var current = 0
    private var count = 0

    mutating func write(_ value: Int, count bits: Int) {
        for shift in stride(from: bits - 1, through: 0, by: -1) {
            current = current << 1 | value >> shift & 1
            count += 1
            if count == 8 { flush() }
        }
    }

    mutating func finished() -> [UInt8] {
        while count != 0 { write(1, count: 1) }
        return bytes
    }

    private mutating func flush() {
        bytes.append(UInt8(current))
        if current == 0xFF { bytes.append(0) }
        (current, count) = (0, 0)
    }
}
