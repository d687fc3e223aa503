import Foundation
import Imaging
import Records
import Testing
@testable import Recognition

/// The pictures of text beside the tests, and pictures made on the spot.
enum Samples {
    static let noticeText = """
        ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH
        Số: 15/QĐ-UBND
        Về việc phê duyệt kế hoạch năm 2024
        Căn cứ Luật Lưu trữ ngày 21 tháng 6;
        """
    static let letterText = """
        Kính gửi: Sở Nội vụ
        Đề nghị quý cơ quan xem xét
        và trả lời trước ngày 30 tháng 9.
        """

    /// Four lines, 1500 × 440 pixels, 300 dpi.
    static func notice() throws -> String { try path("notice", "jpg") }
    /// Three lines, 1500 × 360 pixels, 300 dpi.
    static func letter() throws -> String { try path("letter", "png") }

    /// A drawn stamp TỐI MẬT in one outline, skewed by more than 10°; grey, 200 dpi.
    static func stamp() throws -> String { try path("stamp", "png") }

    /// An A4 page of 200 dpi with nothing on it but another image, as a PNG file.
    static func paper(with file: String, x: Int, y: Int, in folder: TemporaryFolder) throws -> String {
        let (part, width, height) = (try GreyImage.decode(Data(contentsOf: URL(fileURLWithPath: file))), 1654, 2339)
        var rows = [UInt8](repeating: 255, count: width * height)
        for row in 0..<part.height {
            for column in 0..<part.width { rows[(y + row) * width + x + column] = part.pixels[row * part.width + column] }
        }
        let image = try rows.withUnsafeBytes { try Image(rows: $0, width: width, height: height, bytesPerLine: width, dpi: 200, mode: .gray) }
        return try folder.write(image.encoded(as: .png), as: "page-\(x)-\(y).png")
    }

    private static func path(_ name: String, _ type: String) throws -> String {
        try #require(Bundle.module.path(forResource: name, ofType: type, inDirectory: "Resources"))
    }

    /// An image of one shade, as a PNG file.
    static func plain(width: Int, height: Int, shade: UInt8 = 255, in folder: TemporaryFolder) throws -> String {
        try png([UInt8](repeating: shade, count: width * height), width: width, height: height, in: folder)
    }

    /// An image of blank paper with a grain of a few levels, the same on every run, as a PNG file.
    static func grainyPaper(width: Int, height: Int, in folder: TemporaryFolder) throws -> String {
        var state: UInt32 = 1
        let rows = (0..<width * height).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(243 + (state >> 24) % 5)
        }
        return try png(rows, width: width, height: height, in: folder)
    }

    private static func png(_ rows: [UInt8], width: Int, height: Int, in folder: TemporaryFolder) throws -> String {
        let image = try rows.withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: width, dpi: 300, mode: .gray)
        }
        return try folder.write(image.encoded(as: .png), as: "page-\(width)x\(height).png")
    }

    static func order(
        _ file: String, quarterTurns: Int = 0, findsTurn: Bool = false, language: String = "vie", fence: Int64 = 1, timeLimit: Double = 60
    ) -> RecognitionOrder {
        RecognitionOrder(
            page: page, file: file, quarterTurns: quarterTurns, findsTurn: findsTurn, language: language, fence: fence, timeLimit: timeLimit)
    }

    static let page = PageID(ULID(milliseconds: 1, randomHigh: 2, randomLow: 3))
}

final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "recognition-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ data: Data, as name: String) throws -> String {
        let file = path + "/" + name
        try data.write(to: URL(fileURLWithPath: file))
        return file
    }
}
