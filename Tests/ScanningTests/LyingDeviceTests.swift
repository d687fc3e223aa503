import Foundation
import Imaging
import Records
import Testing

@testable import Scanning

/// A device that is not in a run what it was when it was opened.
@Suite struct LyingDeviceTests {
    private let temporary: TemporaryFolder
    private let images: String

    init() throws {
        temporary = try TemporaryFolder()
        images = try temporary.folder("images")
    }

    private func order(hopper: HopperState? = nil) throws -> ScanOrder {
        ScanOrder(
            device: "folder:\(images)", settings: ScanSettings(), spoolFolder: try temporary.folder("spool"), previewWidth: 30, hopper: hopper)
    }

    /// What a page was scanned at counts for that page, whatever the device said when it was opened.
    @Test func aDeviceThatChangesItsResolutionInARunIsNoticedPerPage() throws {
        for (number, dpi) in [300, 300, 150, 300].enumerated() {
            try Samples.write(try Samples.page(tone: 100, dpi: dpi), as: .png, to: "\(images)/p\(number).png")
        }
        let record = try WorkerSession().run(order())
        #expect(record.opened?.1.unmet == [])
        #expect(record.captured.map(\.facts.dpi) == [300, 300, 150, 300])
        #expect(record.findings.map { $0.contains(.lowResolution) } == [false, false, true, false])
    }

    @Test func aPageOfAbsurdSizeIsAFaultAndThePagesBeforeItAreKept() throws {
        try Samples.feeder(6, in: images)
        try temporary.write("absurd_size_at = 2", to: "images/faults.toml")
        let worker = try WorkerSession()
        let first = try worker.run(order())
        #expect(first.end?.fault == .absurdImage(sheet: 2))
        #expect(try first.captured.map { try Samples.number(of: $0.file) } == [1, 2])
        #expect(try worker.run(order(hopper: first.hopper)).captured.count == 4)
    }
}
