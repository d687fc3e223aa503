import Records

@testable import PDF

enum Samples {
    static func info(_ conformance: PDFDocumentInfo.Conformance = .a2u) -> PDFDocumentInfo {
        PDFDocumentInfo(
            title: "Quyết định về việc <giao đất> & cấp giấy", identifier: "H99.2008.01.QĐ",
            created: Timestamp(milliseconds: 1_795_000_000_125), conformance: conformance)
    }

    /// An A4 page at 100 dpi.
    static func page(words: [PDFWord] = [], quarterTurns: Int = 0, components: Int = 1, kind: TinyJPEG.Kind = .baseline) -> PDFPage {
        let upright = quarterTurns % 2 == 0
        if upright && components == 1 && kind == .baseline {
            return PDFPage(image: .jpeg(.bytes(plainJPEG)), dpi: 100, quarterTurns: quarterTurns, words: words)
        }
        let jpeg = TinyJPEG(width: upright ? 827 : 1169, height: upright ? 1169 : 827, components: components, kind: kind)
        return PDFPage(image: .jpeg(.bytes(jpeg.bytes)), dpi: 100, quarterTurns: quarterTurns, words: words)
    }

    /// Most tests take this one; encoding it anew each time would cost more than the rest of them.
    private static let plainJPEG = TinyJPEG(width: 827, height: 1169).bytes

    /// Lines of words of 10 pixels a letter, 20 high, 6 pixels apart.
    static func words(_ lines: [String], x: Int = 60, y: Int = 80, pitch: Int = 28, firstLine: Int = 0) -> [PDFWord] {
        lines.enumerated().flatMap { index, line in
            var left = x
            return line.split(separator: " ").map { word in
                let box = Box(x: left, y: y + index * pitch, width: 10 * word.count, height: 20)
                left += box.width + 6
                return PDFWord(text: String(word), box: box, line: firstLine + index)
            }
        }
    }

    static let vietnamese = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 15/QĐ-UBND",
        "V/v phê duyệt đề án “chuyển đổi” ở huyện, đợt 2 (2008–2010);", "Ngoằn ngoèo, khuỷu, thuở, đường, ỹ ẵ ặ ộ ữ",
        "𝄞 ﬁnal 字 ½ €",
    ]
}
