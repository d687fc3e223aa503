import CZBar
import Imaging
import Records

/// A QR code in a picture.
public struct FoundCode: Sendable, Hashable {
    public var text: String
    /// In pixels of the picture that was looked at.
    public var box: Box

    public init(text: String, box: Box) {
        (self.text, self.box) = (text, box)
    }
}

/// Finds QR codes in the small grey copy of a page: either side up, either end first, and as askew as a feeder takes paper.
public enum CodeReader {
    /// Ours are printed with modules of a millimetre and more: three pixels at this resolution. Others may go unread.
    static let dpi = 75.0
    private static let longestOfA4 = 11.69

    /// What one sheet tells the station: the first of our codes on it.
    ///
    /// - Parameter dpi: of the copy; nil when unknown, and then it is taken as that of an A4 page.
    /// - Returns: nil for a page without a code of ours, `damaged` for one whose code is of ours and does not hold.
    public static func sheetCode(on grey: GreyImage, dpi: Double? = nil) -> SheetCode.Reading? {
        let readings = read(grey, dpi: dpi).map { SheetCode.read($0.text) }
        return readings.first { if case .sheet = $0 { true } else { false } } ?? readings.first { $0 == .damaged }
    }

    /// All codes, in reading order.
    public static func read(_ grey: GreyImage, dpi: Double? = nil) -> [FoundCode] {
        let dpi = dpi ?? Double(max(grey.width, grey.height)) / longestOfA4
        let factor = max(1, Int((dpi / CodeReader.dpi).rounded()))
        let found = scan(grey.reduced(by: factor)).map { code in
            FoundCode(
                text: code.text,
                box: Box(x: code.box.x * factor, y: code.box.y * factor, width: code.box.width * factor, height: code.box.height * factor))
        }
        return found.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    }

    /// The name of what is not installed, as `doctor` tells it; nil when codes can be read.
    public static var missing: String? { CZBarLoad().map { String(cString: $0) } }

    private static func scan(_ grey: GreyImage) -> [FoundCode] {
        guard grey.width > 0, grey.height > 0 else { return [] }
        var found: [FoundCode] = []
        withUnsafeMutablePointer(to: &found) { found in
            grey.pixels.withUnsafeBufferPointer { pixels in
                CZBarScan(pixels.baseAddress, UInt32(grey.width), UInt32(grey.height), { context, bytes, count, left, top, right, bottom in
                    guard let context, let bytes else { return }
                    let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
                    let box = Box(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top))
                    context.assumingMemoryBound(to: [FoundCode].self).pointee.append(FoundCode(text: text, box: box))
                }, UnsafeMutableRawPointer(found))
            }
        }
        return found
    }
}

extension CodeReader {
    /// The same for the copy of a captured page.
    public static func sheetCode(on grey: GreyImage, of facts: ImageFacts) -> SheetCode.Reading? {
        let dpi = facts.dpi > 0 && facts.width > 0 ? Double(facts.dpi) * Double(grey.width) / Double(facts.width) : nil
        return sheetCode(on: grey, dpi: dpi)
    }
}

extension PageExamination {
    /// Adds what a code says to what the checks found.
    /// - Returns: the code, when it is one of ours and holds. The other checks are of no use then: such a sheet is no page.
    public mutating func take(_ reading: SheetCode.Reading?) -> SheetCode? {
        switch reading {
        case .sheet(let code):
            (findings, blank) = ([], .notBlank)
            return code
        case .damaged:
            findings.append(Finding(.damagedCode))
            return nil
        case .foreign, nil: return nil
        }
    }
}
