import Foundation
import Imaging
import Records

/// The rows of a page while they arrive: unpadded, RGB in three bytes, grey in one, or 8 pixels a byte with 1 black.
///
/// `@unchecked Sendable`: the reading thread fills it and hands it over to the finishing thread through a queue; it is
/// never used by two at a time.
final class PageBuffer: @unchecked Sendable {
    let format: PageFormat
    let bytesPerLine: Int
    /// Complete rows so far.
    private(set) var rowCount = 0
    private var storage: UnsafeMutableRawPointer?
    private var capacity = 0

    /// An A2 sheet in colour at 600 dpi takes 420 MB; a device that goes on beyond this has lost its way.
    static let mostBytes = 1 << 30
    private static let mostPixels = 1 << 20

    /// Room for a page; only for formats that are plausible.
    /// - Returns: nil when there is no memory for it.
    init?(format: PageFormat) {
        guard PageBuffer.isPlausible(format) else { return nil }
        self.format = format
        bytesPerLine = format.mode.bytesPerLine(width: format.width)
        guard reserve(rows: max(format.height ?? 1024, 1)) else { return nil }
    }

    deinit { free(storage) }

    /// Whether a sheet of paper can have these measures. Drivers lie, and a lie must not cost the memory of the office.
    static func isPlausible(_ format: PageFormat) -> Bool {
        guard (1...mostPixels).contains(format.width), (1...mostPixels).contains(format.height ?? 1) else { return false }
        return format.mode.bytesPerLine(width: format.width) * (format.height ?? 1) <= mostBytes
    }

    /// The device delivers more than any sheet has.
    func isTooMuch(rows: Int) -> Bool { rows > PageBuffer.mostBytes / bytesPerLine - rowCount }

    /// Room for more rows after the last complete one, to be filled and then counted with `commit`. Nil when there is
    /// no memory for them.
    func room(rows: Int) -> UnsafeMutableRawBufferPointer? {
        if rowCount + rows > capacity {
            guard reserve(rows: max(rowCount + rows, capacity + capacity / 2)) || reserve(rows: rowCount + rows) else {
                return nil
            }
        }
        return storage.map { .init(start: $0 + rowCount * bytesPerLine, count: rows * bytesPerLine) }
    }

    func commit(rows: Int) { rowCount += rows }

    /// The complete rows from `first` on.
    func rows(from first: Int = 0) -> UnsafeRawBufferPointer {
        guard let storage, first < rowCount else { return .init(start: nil, count: 0) }
        return .init(start: storage + first * bytesPerLine, count: (rowCount - first) * bytesPerLine)
    }

    /// The share of the announced rows that did not come, 0…1; nil when all came or none were announced.
    var missingShare: Double? {
        guard let height = format.height, rowCount < height else { return nil }
        return Double(height - rowCount) / Double(height)
    }

    private func reserve(rows: Int) -> Bool {
        let (bytes, overflow) = rows.multipliedReportingOverflow(by: bytesPerLine)
        guard !overflow, bytes <= PageBuffer.mostBytes, let grown = realloc(storage, bytes) else { return false }
        storage = grown
        capacity = rows
        return true
    }
}
