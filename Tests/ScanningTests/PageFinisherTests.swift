import Foundation
import Imaging
import Records
import Synchronization
import Testing

@testable import Scanning

@Suite struct PageFinisherTests {
    /// A pipe that nobody reads from is a disk that takes its time.
    @Test func aSlowDiskShowsThatItLives() throws {
        let temporary = try TemporaryFolder()
        let start = PageStart(page: WorkerSession.page(1), sequence: 1, side: .front, sheetOrdinal: 1)
        let path = SpoolFile.pagePath(PageGrant(page: start.page, sequence: 1), in: temporary.path)
        try #require(mkfifo(path, 0o600) == 0)
        let signs = Mutex(0)
        let reader = Mutex<Int32>(-1)
        let finisher = PageFinisher(folder: temporary.path, jpegQuality: 90, secondsBetweenSigns: 0.001) { event in
            guard case .waiting = event else { return }
            // Two come around the encoding: the fifth, from the thread that waits, lets the disk go on.
            guard signs.withLock({ $0 += 1; return $0 }) == 5 else { return }
            reader.withLock { $0 = open(path, O_RDONLY | O_NONBLOCK) }
        }
        finisher.submit(try job(start))
        let end = finisher.finish()
        #expect(signs.withLock { $0 } >= 5)
        // A pipe cannot be flushed.
        #expect(end.fault == .cannotWrite(file: path, errno: EINVAL))
        close(reader.withLock { $0 })
    }

    private func job(_ start: PageStart) throws -> PageFinisher.Job {
        let format = PageFormat(width: 8, height: 8, mode: .gray, dpi: 100)
        let buffer = try #require(PageBuffer(format: format))
        try #require(buffer.room(rows: 8)).initializeMemory(as: UInt8.self, repeating: 200)
        buffer.commit(rows: 8)
        var preview = PagePreview(page: start.page, format: format, previewWidth: 8, greyDpi: 100)
        preview.add(buffer.rows())
        return .init(start: start, buffer: buffer, grey: preview.finish())
    }
}
