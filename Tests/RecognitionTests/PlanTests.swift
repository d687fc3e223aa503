import Foundation
import Imaging
import Records
import Testing
@testable import Recognition

@Suite("How a file is decoded for reading")
struct PlanTests {
    private func header(_ format: ImageFormat, _ width: Int, _ height: Int, dpi: Int) throws -> ImageHeader {
        let folder = try TemporaryFolder()
        let file = try Samples.plain(width: 8, height: 8, in: folder)
        var header = try ImageHeader.read(path: file)
        (header.format, header.width, header.height, header.dpi) = (format, width, height, dpi)
        return header
    }

    @Test("a JPEG is decoded no finer than the copy needs", arguments: [(200, 1), (300, 1), (449, 1), (450, 2), (600, 2), (900, 4), (1200, 4)])
    func reduction(dpi: Int, expected: Int) throws {
        #expect(try Plan(header: header(.jpeg, 1000, 1400, dpi: dpi)).reduction == expected)
    }

    @Test("a finer copy of the same page lies the same", arguments: [0, 1])
    func finer(turns: Int) throws {
        let file = try Samples.notice()
        let usual = try ReadingCopy(file: file, quarterTurns: turns)
        let fine = try ReadingCopy(file: file, quarterTurns: turns, finest: ReadingCopy.fineDpi)
        #expect(usual.dpi == 225 && fine.dpi == 300)
        #expect(max(fine.image.width, fine.image.height) == 1500 && max(usual.image.width, usual.image.height) == 1125)
        #expect(fine.geometry.quarterTurns == usual.geometry.quarterTurns && fine.geometry.storedWidth == usual.geometry.storedWidth)
    }

    @Test("an A0 map is decoded as far as memory allows")
    func map() throws {
        let plan = try Plan(header: header(.jpeg, 9933, 14043, dpi: 300))
        #expect(plan.reduction == 2 && plan.decodedDpi == 150)
    }

    @Test("a PNG cannot be decoded smaller")
    func png() throws {
        #expect(try Plan(header: header(.png, 5000, 7000, dpi: 600)).reduction == 1)
    }

    @Test("without a resolution the page is taken for A4", arguments: [0, 72, 96])
    func unknownResolution(dpi: Int) throws {
        #expect(try Plan.resolution(of: header(.png, 2480, 3508, dpi: dpi)) == 300)
        #expect(try Plan.resolution(of: header(.png, 1, 1, dpi: dpi)) == 1)
    }
}
