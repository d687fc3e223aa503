import Records

/// Builds the reduced grey copy of a page from scanner lines as they arrive: for the preview that grows while the paper
/// moves, for the checks, and for the copy that is stored.
///
/// Each pixel of the copy is the average of `factor × factor` pixels of the page, with BT.601 weights for colour.
///
///     let factor = GreyAccumulator.factor(dpi: 300, target: PageChecks.greyDPI)
///     var accumulator = GreyAccumulator(width: 2480, mode: .color, factor: factor)
///     accumulator.add(lines)                     // whole lines, as many as there are
///     let band = accumulator.takeNewRows()       // for the live preview
///     let copy = accumulator.finish()
///
/// It sums whole lines byte by byte first, which the compiler vectorises, and looks at colours only once for every
/// `factor` lines.
public struct GreyAccumulator: Sendable {
    public let mode: ColorMode
    /// Pixels of the page averaged into one, each way; 1…128.
    public let factor: Int
    /// Of the reduced copy, in pixels.
    public let width: Int
    /// Complete rows of the reduced copy so far.
    public private(set) var height = 0

    private let pageWidth: Int
    private let bytesPerLine: Int
    private var sums: [UInt16]
    private var linesInSums = 0
    private var pixels: [UInt8] = []
    private var rowsTaken = 0

    /// - Parameters:
    ///   - width: of the page in pixels.
    ///   - bytesPerLine: what the device announced; nil without padding.
    ///   - factor: see `factor(dpi:target:)`.
    ///   - expectedHeight: of the page in pixels, only to reserve memory.
    public init(width: Int, mode: ColorMode, factor: Int, bytesPerLine: Int? = nil, expectedHeight: Int = 0) {
        self.mode = mode
        self.factor = min(max(1, factor), 128)
        pageWidth = max(1, width)
        self.bytesPerLine = max(bytesPerLine ?? 0, mode.bytesPerLine(width: pageWidth))
        self.width = (pageWidth + self.factor - 1) / self.factor
        let samples = mode == .color ? 3 * pageWidth : pageWidth
        sums = [UInt16](repeating: 0, count: samples)
        pixels.reserveCapacity(self.width * (max(0, expectedHeight) / self.factor + 1))
    }

    /// The factor that brings a page nearest to a resolution without going below it.
    public static func factor(dpi: Int, target: Int) -> Int {
        dpi > 0 && target > 0 ? min(max(1, dpi / target), 128) : 1
    }

    /// Takes the next lines; bytes after the last whole line are ignored.
    public mutating func add(_ lines: UnsafeRawBufferPointer) {
        guard let base = lines.baseAddress else { return }
        for line in 0..<(lines.count / bytesPerLine) {
            let start = base + line * bytesPerLine
            if mode == .lineart { addBits(start) } else { addBytes(start) }
            linesInSums += 1
            if linesInSums == factor { completeRow() }
        }
    }

    /// The rows completed since the last call, for the live preview; nil when there are none.
    public mutating func takeNewRows() -> GreyBand? {
        guard rowsTaken < height else { return nil }
        defer { rowsTaken = height }
        return GreyBand(firstRow: rowsTaken, width: width, pixels: Array(pixels[(rowsTaken * width)...]))
    }

    /// The copy of all lines given so far; a last row of fewer than `factor` lines is averaged over what it has.
    public mutating func finish() -> GreyImage {
        if linesInSums > 0 { completeRow() }
        return GreyImage(width: width, rows: pixels)
    }

    private mutating func addBytes(_ line: UnsafeRawPointer) {
        let bytes = UnsafeRawBufferPointer(start: line, count: sums.count)
        sums.withUnsafeMutableBufferPointer { sums in
            for index in 0..<sums.count { sums[index] &+= UInt16(bytes[index]) }
        }
    }

    private mutating func addBits(_ line: UnsafeRawPointer) {
        let bytes = UnsafeRawBufferPointer(start: line, count: (sums.count + 7) / 8)
        sums.withUnsafeMutableBufferPointer { sums in
            for x in 0..<sums.count where bytes[x >> 3] & (0x80 >> UInt8(x & 7)) == 0 { sums[x] &+= 255 }
        }
    }

    /// Averages the summed lines into the next row of the copy.
    private mutating func completeRow() {
        pixels.append(contentsOf: repeatElement(0, count: width))
        // The last block of a row may be narrower than the others.
        let whole = pageWidth / factor
        let row = pixels.count - width
        writeBlocks(0..<whole, of: factor, from: row)
        if whole < width { writeBlocks(whole..<width, of: pageWidth - whole * factor, from: row) }
        sums.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        linesInSums = 0
        height += 1
    }

    private mutating func writeBlocks(_ blocks: Range<Int>, of columns: Int, from row: Int) {
        // One multiplication in place of a division for each pixel; exact enough for sums below 2^32.
        let divisor = UInt64((mode == .color ? 256 : 1) * columns * linesInSums)
        let inverse = (UInt64(1) << 40) / divisor + 1
        let (isColor, factor) = (mode == .color, factor)
        pixels.withUnsafeMutableBufferPointer { pixels in
            sums.withUnsafeBufferPointer { sums in
                for block in blocks {
                    let start = block &* factor
                    let sum =
                        isColor
                        ? Self.weightedSum(sums, from: 3 &* start, count: columns)
                        : Self.sum(sums, from: start, count: columns)
                    pixels[row &+ block] = UInt8(truncatingIfNeeded: ((UInt64(sum) &+ divisor / 2) &* inverse) >> 40)
                }
            }
        }
    }

    @inline(__always)
    private static func sum(_ sums: UnsafeBufferPointer<UInt16>, from start: Int, count: Int) -> UInt32 {
        var sum: UInt32 = 0
        for index in start..<(start &+ count) { sum &+= UInt32(sums[index]) }
        return sum
    }

    @inline(__always)
    private static func weightedSum(_ sums: UnsafeBufferPointer<UInt16>, from start: Int, count: Int) -> UInt32 {
        var (red, green, blue): (UInt32, UInt32, UInt32) = (0, 0, 0)
        for index in stride(from: start, to: start &+ 3 &* count, by: 3) {
            red &+= UInt32(sums[index])
            green &+= UInt32(sums[index &+ 1])
            blue &+= UInt32(sums[index &+ 2])
        }
        return 77 &* red &+ 150 &* green &+ 29 &* blue
    }
}

/// A run of rows of a growing grey copy.
public struct GreyBand: Sendable, Hashable, Codable {
    /// Of the copy, from 0.
    public let firstRow: Int
    /// Pixels.
    public let width: Int
    /// Row by row, one byte a pixel; 0 is black.
    public let pixels: [UInt8]

    public init(firstRow: Int, width: Int, pixels: [UInt8]) {
        (self.firstRow, self.width, self.pixels) = (firstRow, width, pixels)
    }

    public var height: Int { width > 0 ? pixels.count / width : 0 }
}
