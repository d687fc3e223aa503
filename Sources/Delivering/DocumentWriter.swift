import Crypto
import Files
import Foundation
import Imaging
import PDF
import Records
import Store

/// Writes the PDF of one document. One page image is in memory at a time.
struct DocumentWriter {
    let store: StationStore
    let code: DossierCode
    let conformance: PDFDocumentInfo.Conformance
    let pageWritten: () throws(DeliveringError) -> Void

    struct ReadingFigures {
        var words: Int
        var confidence: Double?
    }

    /// - Returns: for each page, what was read on it; nil for a page without text.
    func write(
        _ pages: [PageRecord], number: Int, identifier: String, to path: String
    ) throws(DeliveringError) -> [ReadingFigures?] {
        // Pictures that cannot go in as they are (CMYK, 16 bits, …) are found out by trying; then they are decoded.
        var decoded: Set<Int> = []
        while true {
            do {
                return try attempt(pages, info: info(pages, number: number, identifier: identifier), decoded: decoded, to: path)
            } catch .unsuitable(let place) where decoded.insert(place).inserted {
                continue
            } catch {
                throw error.cause ?? .imageUnusable(dossier: code.text, page: pages.first?.index ?? 0, PDFError.noPages.message)
            }
        }
    }

    private func info(_ pages: [PageRecord], number: Int, identifier: String) -> PDFDocumentInfo {
        // The moment of the newest page, not of the export: the same document gives the same bytes.
        let created = pages.map(\.capturedAt).max() ?? Timestamp(milliseconds: 0)
        return PDFDocumentInfo(
            title: "\(code.text) – văn bản \(number)", identifier: identifier, created: created, conformance: conformance)
    }

    private enum Fault: Error {
        /// The image cannot go in as it is. Place of its page in the document, from 0.
        case unsuitable(Int)
        case other(DeliveringError)

        var cause: DeliveringError? {
            if case .other(let error) = self { error } else { nil }
        }
    }

    private func attempt(
        _ pages: [PageRecord], info: PDFDocumentInfo, decoded: Set<Int>, to path: String
    ) throws(Fault) -> [ReadingFigures?] {
        var figures: [ReadingFigures?] = []
        let writer: PDFWriter
        do { writer = try PDFWriter(path: path, info: info) } catch { throw .other(sorted(error, pages)) }
        for (place, page) in pages.enumerated() {
            let reading: RecognisedPage?
            let image: PDFImage
            do {
                reading = try self.reading(page)
                image = try self.image(page, decoding: decoded.contains(place))
            } catch { throw .other(error) }
            do {
                try writer.add(
                    PDFPage(
                        image: image, dpi: Self.dpi(page.facts), quarterTurns: page.turn, deskew: page.deskew,
                        words: (reading?.words ?? []).map { PDFWord($0) }))
            } catch {
                switch error {
                // Scanners leave bytes between the parts of a JPEG; readers of images see every pixel, readers of PDF may not.
                case .unsupportedImage, .damagedImage: throw .unsuitable(place)
                default: throw .other(sorted(error, pages))
                }
            }
            figures.append(reading.map(Self.figures))
            do { try pageWritten() } catch { throw .other(error) }
        }
        do { try writer.finish() } catch { throw .other(sorted(error, pages)) }
        return figures
    }

    private static func figures(_ reading: RecognisedPage) -> ReadingFigures {
        let sum = reading.words.map(\.confidence).reduce(0, +)
        let mean = reading.words.isEmpty ? nil : (sum / Double(reading.words.count) * 10_000).rounded() / 10_000
        return ReadingFigures(words: reading.words.count, confidence: mean)
    }

    private func reading(_ page: PageRecord) throws(DeliveringError) -> RecognisedPage? {
        do {
            let words = try store.words(of: page.id)
            // After a failed reading an older one may stand; what a person typed stands always.
            return page.ocr == .done || words?.isHuman == true ? words?.recognised : nil
        } catch { throw .store(error) }
    }

    /// The image as it was scanned: its checksum is taken before it goes out.
    private func image(_ page: PageRecord, decoding: Bool) throws(DeliveringError) -> PDFImage {
        let path = store.vault.imagePath(page.id, format: page.facts.format)
        guard let bytes = FileTree.bytes(of: path) else { throw .imageMissing(dossier: code.text, page: page.index, path: path) }
        guard SHA256.hash(data: bytes).hexadecimal == page.facts.sha256 else {
            throw .imageDiffers(dossier: code.text, page: page.index, path: path)
        }
        switch page.facts.format {
        case .jpeg where !decoding: return .jpeg(.bytes(bytes))
        case .png where !decoding: return .png(.bytes(bytes))
        case .jpeg, .png, .tiff:
            // Without loss, whatever it was.
            do {
                return .png(.bytes([UInt8](try Image.decode(Data(bytes)).encoded(as: .png))))
            } catch {
                throw .imageUnusable(dossier: code.text, page: page.index, error.message)
            }
        }
    }

    /// Resolution that gives the page its size on paper; where none is known, one that makes it an A4.
    static func dpi(_ facts: ImageFacts) -> Int {
        if facts.dpi >= 50 { return facts.dpi }
        return max(50, Int((Double(max(facts.width, facts.height)) / 11.69).rounded()))
    }

    /// The writer's errors: at the target, or in one of the pictures (whose `page` counts in the document).
    private func sorted(_ error: PDFError, _ pages: [PageRecord]) -> DeliveringError {
        let place: Int
        switch error {
        case .cannotWrite(let path, let errno): return DeliveringError(SystemError("write", path: path, errno: errno))
        case .alreadyExists(let path): return .fileOperation("open", path: path, errno: EEXIST)
        case .tooLarge, .compressionFailed, .noPages: place = 1
        case .cannotRead(let page, _, _), .notAnImage(let page), .damagedImage(let page), .unsupportedImage(let page, _),
            .impossibleSize(let page, _, _, _):
            place = page
        }
        let index = pages.indices.contains(place - 1) ? pages[place - 1].index : 0
        return .imageUnusable(dossier: code.text, page: index, error.message)
    }
}
