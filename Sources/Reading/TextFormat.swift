import Foundation
import Records
import Store

/// A page with what was read of it; nil while it waits or when reading failed.
public struct ReadPage: Sendable {
    public let record: PageRecord
    public let recognised: RecognisedPage?
    /// The text is as a person left it.
    public let isHuman: Bool

    public init(record: PageRecord, recognised: RecognisedPage?, isHuman: Bool = false) {
        self.record = record
        self.recognised = recognised
        self.isHuman = isHuman
    }
}

/// The forms in which recognised text leaves the program. ALTO is version 3, hOCR 1.2; both carry the boxes of the words
/// in pixels of the stored image.
public enum TextFormat: String, Sendable, CaseIterable {
    case txt, json, alto, hocr

    /// The pages as one text. (`json` has its own writer; here it is the plain text.)
    public func render(_ pages: [ReadPage], title: String) -> String {
        switch self {
        case .txt, .json: pages.map { $0.recognised?.text ?? "" }.joined(separator: "\n\u{0C}\n")
        case .alto: alto(pages, title: title)
        case .hocr: hocr(pages, title: title)
        }
    }

    private func alto(_ pages: [ReadPage], title: String) -> String {
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">
            <Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>\(title.xml)</fileName></sourceImageInformation></Description>
            <Layout>

            """
        for page in pages {
            let facts = page.record.facts
            xml += "<Page ID=\"p\(page.record.index)\" PHYSICAL_IMG_NR=\"\(page.record.index)\" WIDTH=\"\(facts.width)\" HEIGHT=\"\(facts.height)\"><PrintSpace HPOS=\"0\" VPOS=\"0\" WIDTH=\"\(facts.width)\" HEIGHT=\"\(facts.height)\">\n"
            let lines = page.lines
            if let first = lines.first?.box {
                let block = lines.dropFirst().reduce(first) { $0.union($1.box) }
                xml += "<TextBlock ID=\"p\(page.record.index)b\" \(block.alto)>\n"
                for (number, line) in lines.enumerated() {
                    xml += "<TextLine ID=\"p\(page.record.index)l\(number)\" \(line.box.alto)>"
                    xml += line.words.map {
                        "<String CONTENT=\"\($0.text.xml)\" \($0.box.alto) WC=\"\(String(format: "%.2f", $0.confidence))\"/>"
                    }.joined(separator: "<SP/>")
                    xml += "</TextLine>\n"
                }
                xml += "</TextBlock>\n"
            }
            xml += "</PrintSpace></Page>\n"
        }
        return xml + "</Layout>\n</alto>"
    }

    private func hocr(_ pages: [ReadPage], title: String) -> String {
        var html = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi" lang="vi">
            <head><title>\(title.xml)</title><meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
            <meta name="ocr-system" content="tramquet"/><meta name="ocr-capabilities" content="ocr_page ocr_line ocrx_word"/></head>
            <body>

            """
        for page in pages {
            let facts = page.record.facts
            html += "<div class=\"ocr_page\" id=\"page_\(page.record.index)\" title=\"bbox 0 0 \(facts.width) \(facts.height)\">\n"
            for (number, line) in page.lines.enumerated() {
                html += "<span class=\"ocr_line\" id=\"line_\(page.record.index)_\(number)\" title=\"\(line.box.hocr)\">"
                html += line.words.map {
                    "<span class=\"ocrx_word\" title=\"\($0.box.hocr); x_wconf \(Int(($0.confidence * 100).rounded()))\">\($0.text.xml)</span>"
                }.joined(separator: " ")
                html += "</span>\n"
            }
            html += "</div>\n"
        }
        return html + "</body>\n</html>"
    }
}

extension ReadPage {
    fileprivate var lines: [(box: Box, words: [RecognisedWord])] {
        var lines: [(box: Box, words: [RecognisedWord])] = []
        var last: Int?
        for word in recognised?.words ?? [] {
            if word.line == last {
                lines[lines.count - 1].words.append(word)
                lines[lines.count - 1].box = lines[lines.count - 1].box.union(word.box)
            } else {
                lines.append((word.box, [word]))
                last = word.line
            }
        }
        return lines
    }
}

extension Box {
    fileprivate var alto: String { "HPOS=\"\(x)\" VPOS=\"\(y)\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\"" }
    fileprivate var hocr: String { "bbox \(x) \(y) \(x + width) \(y + height)" }
}

extension String {
    /// Escaped for element and attribute, without the control characters XML 1.0 does not allow.
    fileprivate var xml: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: if scalar.value >= 32 || scalar == "\n" || scalar == "\t" { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
