/// Bytes put together piece by piece: PDF syntax, and the big-endian tables of fonts and profiles.
struct ByteBuilder {
    private(set) var bytes: [UInt8] = []

    mutating func text(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func byte(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func raw(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    mutating func number(_ value: Int) {
        text(String(value))
    }

    /// A real number in PDF's notation: no exponent, at most `decimals` (0…6) places, no trailing zeros.
    mutating func number(_ value: Double, decimals: Int = 2) {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        if scaled < 0 { byte(UInt8(ascii: "-")) }
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        text(String(whole))
        guard fraction > 0 else { return }
        byte(UInt8(ascii: "."))
        var rest = fraction
        var unit = UInt(scale)
        while rest > 0 {
            unit /= 10
            byte(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
        }
    }

    /// Four hexadecimal digits, upper case.
    mutating func hex(_ value: UInt16) {
        for shift in [12, 8, 4, 0] as [UInt16] {
            bytes.append(ByteBuilder.hexDigits[Int(value >> shift & 15)])
        }
    }

    mutating func big(_ value: UInt16) {
        bytes.append(UInt8(value >> 8))
        bytes.append(UInt8(value & 0xff))
    }

    mutating func big(_ value: Int16) {
        big(UInt16(bitPattern: value))
    }

    mutating func big(_ value: UInt32) {
        big(UInt16(value >> 16))
        big(UInt16(value & 0xffff))
    }

    /// Zero bytes up to the next multiple of `size`.
    mutating func pad(to size: Int) {
        while bytes.count % size != 0 { bytes.append(0) }
    }

    mutating func overwrite(at offset: Int, big value: UInt32) {
        for index in 0..<4 { bytes[offset + index] = UInt8(value >> UInt32(24 - 8 * index) & 0xff) }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
