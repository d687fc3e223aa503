import Foundation
import Imaging
import Records

/// Reduces a page while it arrives, in two steps: to the small grey copy that is stored, and from that to the rows of
/// the live preview, so that the page's own pixels are looked at once.
struct PagePreview {
    private let page: PageID
    private var copy: GreyAccumulator
    private var preview: GreyAccumulator
    /// Rows of the preview that have not been sent.
    private var waiting = Data()
    private var rowsSent = 0
    private let rowsPerBand: Int

    /// About so many bands a page: a picture that grows, at little cost.
    private static let bands = 16

    init(page: PageID, format: PageFormat, previewWidth: Int, greyDpi: Int) {
        self.page = page
        let height = format.height ?? format.width * 3 / 2
        // Without a resolution a page is taken to be as wide as A4.
        let dpi = format.dpi > 0 ? format.dpi : format.width * 10 / 83
        copy = GreyAccumulator(
            width: format.width, mode: format.mode, factor: GreyAccumulator.factor(dpi: dpi, target: greyDpi),
            expectedHeight: height)
        preview = GreyAccumulator(
            width: copy.width, mode: .gray, factor: max(1, copy.width / max(1, previewWidth)),
            expectedHeight: height / copy.factor)
        rowsPerBand = max(1, height / (copy.factor * preview.factor) / PagePreview.bands)
    }

    mutating func add(_ rows: UnsafeRawBufferPointer) {
        copy.add(rows)
        guard let band = copy.takeNewRows() else { return }
        band.pixels.withUnsafeBytes { preview.add($0) }
        if let rows = preview.takeNewRows() { waiting.append(contentsOf: rows.pixels) }
    }

    /// Rows for the screen, when enough of them have gathered.
    mutating func nextBand(atEnd: Bool) -> PreviewBand? {
        let rows = waiting.count / preview.width
        guard rows >= (atEnd ? 1 : rowsPerBand) else { return nil }
        defer {
            rowsSent += rows
            waiting = Data()
        }
        return PreviewBand(page: page, firstRow: rowsSent, width: preview.width, pixels: waiting)
    }

    mutating func finish() -> GreyImage { copy.finish() }
}
