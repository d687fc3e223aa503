import Foundation
import Records
import Testing

@testable import Imaging

/// What an import folder or a broken line may hand over instead of a page.
@Suite struct BadInputTests {
    @Test func emptyAndForeignBytes() {
        #expect(throws: ImagingError.empty) { try Image.decode(Data()) }
        #expect(throws: ImagingError.notAnImage) { try Image.decode(Data("Kính gửi: Ủy ban nhân dân".utf8)) }
        #expect(throws: ImagingError.unsupported("PDF")) { try Image.decode(Data("%PDF-1.7\n".utf8)) }
    }

    @Test func missingFileAndFolder() {
        #expect(throws: ImagingError.unreadable(path: "/nowhere/a.jpg", errno: ENOENT)) {
            try Image.decode(path: "/nowhere/a.jpg")
        }
        #expect(throws: ImagingError.unreadable(path: "/tmp", errno: EINVAL)) { try ImageHeader.read(path: "/tmp") }
    }

    /// libjpeg fills the rest of a truncated file with grey and only warns; such a page was once taken for a good one.
    @Test(arguments: [0.05, 0.3, 0.6, 0.99]) func truncatedJPEG(share: Double) throws {
        let data = try Samples.color(width: 200, height: 300).encoded(as: .jpeg)
        #expect(throws: ImagingError.truncated) { try Image.decode(data.prefix(Int(Double(data.count) * share))) }
        #expect(throws: ImagingError.truncated) { try GreyImage.decode(data.prefix(Int(Double(data.count) * share))) }
    }

    @Test func truncatedJPEGWithAnEndMarkerIsDamaged() throws {
        let data = try Samples.color(width: 200, height: 300).encoded(as: .jpeg)
        #expect(throws: ImagingError.damaged) { try Image.decode(data.prefix(data.count / 2) + Data([0xFF, 0xD9])) }
    }

    /// libjpeg warns about them, as it does about damage.
    @Test func bytesLeftOverBeforeTheEndAreNoFault() throws {
        let data = try Samples.color(width: 200, height: 300).encoded(as: .jpeg)
        let image = try Image.decode(data.dropLast(2) + Data([0x11, 0x22, 0x33, 0x44, 0xFF, 0xD9]))
        #expect(try image.grey() == Image.decode(data).grey())
    }

    @Test func paddingAfterTheEndIsNoFault() throws {
        let data = try Samples.color().encoded(as: .jpeg)
        #expect(try Image.decode(data + Data(count: 512)).width == 61)
    }

    @Test(arguments: [ImageFormat.png, .tiff], [0.2, 0.5, 0.9])
    func truncatedLosslessFiles(format: ImageFormat, share: Double) throws {
        let data = try Samples.color(width: 200, height: 300).encoded(as: format)
        #expect(throws: ImagingError.self) { try Image.decode(data.prefix(Int(Double(data.count) * share))) }
    }

    /// A header alone may ask for 14 GB.
    @Test func hugeSizesAreRefusedBeforeDecoding() throws {
        var data = try Samples.image(width: 8, height: 8, mode: .gray).encoded(as: .jpeg)
        let frame = try #require(data.range(of: Data([0xFF, 0xC0]))).lowerBound
        data.replaceSubrange((frame + 5)..<(frame + 9), with: [0xEA, 0x60, 0xEA, 0x60])
        let refused = ImagingError.tooLarge(width: 60_000, height: 60_000, limit: DecodeLimits.standard.pixels)
        #expect(throws: refused) { try Image.decode(data) }
        #expect(throws: refused) { try GreyImage.decode(data) }
        #expect(try ImageHeader.read(data).width == 60_000)
    }

    @Test func ownLimit() throws {
        let data = try Samples.color(width: 100, height: 100).encoded(as: .png)
        #expect(throws: ImagingError.tooLarge(width: 100, height: 100, limit: 9_999)) {
            try Image.decode(data, limits: DecodeLimits(pixels: 9_999))
        }
    }

    @Test func damagedPNGData() throws {
        var data = try Samples.color(width: 100, height: 100).encoded(as: .png)
        let middle = data.count / 2
        data.replaceSubrange(middle..<(middle + 8), with: [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(throws: ImagingError.self) { try Image.decode(data) }
    }

    @Test func loopingTIFFDirectories() throws {
        // Little-endian, the first directory at 8 with no entries, the next one at 8 again.
        let data = Data([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0])
        #expect(throws: ImagingError.damaged) { try ImageHeader.read(data) }
    }

    /// Any byte changed must give an image or an error: never a trap, never a hang.
    @Test(arguments: ImageFormat.allCases) func changedBytesNeverTrap(format: ImageFormat) throws {
        let data = try Samples.color(width: 24, height: 24).encoded(as: format)
        var decoded = 0
        for offset in data.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var changed = data
                changed[offset] = value
                if (try? Image.decode(changed, limits: DecodeLimits(pixels: 1_000_000))) != nil { decoded += 1 }
            }
        }
        #expect(decoded > 0)
    }

    @Test func everyErrorSpeaksBothLanguages() {
        let errors: [ImagingError] = [
            .unreadable(path: "a.jpg", errno: 2), .empty, .notAnImage, .unsupported("PDF"),
            .tooLarge(width: 1, height: 2, limit: 3), .truncated, .damaged, .noSuchPage(number: 2, of: 1),
            .impossibleSize(width: 0, height: 0), .outOfMemory, .cannotEncode("PNG"),
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        for error in errors {
            for phrase in [error.message, error.kept, error.todo] {
                #expect(!phrase(.vi).contains("{") && !phrase(.en).contains("{"))
                #expect(phrase(.vi) != phrase(.en))
            }
        }
    }
}
