/// Puts a page together from frames, whose bytes come in pieces that do not respect lines.
///
/// A page of three passes gets its rows in the last one, when all its colours are known.
struct FrameReader {
    private(set) var frame: Frame
    /// Bytes that came, of all frames.
    private(set) var byteCount = 0
    private var piece: [UInt8] = []
    /// Bytes at the start of `piece` that belong to an incomplete line.
    private var carried = 0
    private var planes: [Int: Plane] = [:]

    /// One colour of a page, a byte a pixel.
    private struct Plane {
        var bytes: [UInt8] = []
        var rows = 0
    }

    /// Enough for a network driver's buffers, little enough for a cancel to be noticed.
    private static let pieceSize = 1 << 18

    init(_ frame: Frame) {
        self.frame = frame
        prepare()
    }

    /// Goes on with the next colour.
    /// What one read can add at most.
    var mostRowsOfARead: Int { piece.count / frame.bytesPerLine }

    mutating func beginPass(_ next: Frame) {
        frame = next
        carried = 0
        prepare()
    }

    /// Reads once and takes the complete lines into the page.
    /// - Parameter source: fills a buffer and says how many bytes it delivered, or ends.
    /// - Returns: what the source returned; nil when there is no memory for the rows.
    mutating func read<Status>(
        into page: PageBuffer, from source: (UnsafeMutableRawBufferPointer) -> (count: Int, status: Status)
    ) -> Status? {
        let carried = carried
        let result = piece.withUnsafeMutableBytes { source(.init(rebasing: $0[carried...])) }
        let filled = carried + min(result.count, piece.count - carried)
        byteCount += result.count
        let lines = filled / frame.bytesPerLine
        guard take(lines, into: page) else { return nil }
        let used = lines * frame.bytesPerLine
        self.carried = filled - used
        if used > 0 { piece.withUnsafeMutableBytes { $0.copyBytes(from: Array($0[used..<filled])) } }
        return result.status
    }

    private mutating func prepare() {
        let lines = max(1, FrameReader.pieceSize / frame.bytesPerLine)
        piece = [UInt8](repeating: 0, count: (lines + 1) * frame.bytesPerLine)
    }

    private mutating func take(_ lines: Int, into page: PageBuffer) -> Bool {
        guard lines > 0 else { return true }
        if case .plane(let color) = frame.kind { return takePlane(color, lines, into: page) }
        guard let room = page.room(rows: lines), let target = room.baseAddress else { return false }
        let frame = frame
        piece.withUnsafeBytes { bytes in
            guard let source = bytes.baseAddress else { return }
            for line in 0..<lines {
                frame.decode(source + line * frame.bytesPerLine, to: target + line * page.bytesPerLine)
            }
        }
        page.commit(rows: lines)
        return true
    }

    private mutating func takePlane(_ color: Int, _ lines: Int, into page: PageBuffer) -> Bool {
        let frame = frame
        var plane = planes.removeValue(forKey: color) ?? Plane()
        let start = plane.bytes.count
        guard start + lines * frame.width <= PageBuffer.mostBytes else { return false }
        plane.bytes.append(contentsOf: repeatElement(0, count: lines * frame.width))
        plane.bytes.withUnsafeMutableBytes { target in
            piece.withUnsafeBytes { source in
                guard let target = target.baseAddress, let source = source.baseAddress else { return }
                for line in 0..<lines {
                    frame.decode(source + line * frame.bytesPerLine, to: target + start + line * frame.width)
                }
            }
        }
        plane.rows += lines
        planes[color] = plane
        return frame.isLast ? merge(into: page) : true
    }

    /// Takes the rows over that all three colours have by now.
    private func merge(into page: PageBuffer) -> Bool {
        guard let red = planes[0], let green = planes[1], let blue = planes[2] else { return true }
        let rows = page.rowCount..<max(page.rowCount, min(red.rows, green.rows, blue.rows))
        guard let room = page.room(rows: rows.count) else { return false }
        let first = rows.lowerBound * frame.width
        for pixel in 0..<(rows.count * frame.width) {
            room[3 * pixel] = red.bytes[first + pixel]
            room[3 * pixel + 1] = green.bytes[first + pixel]
            room[3 * pixel + 2] = blue.bytes[first + pixel]
        }
        page.commit(rows: rows.count)
        return true
    }
}
