import Foundation
import ProgramKit
import Testing

@testable import Capture

/// Which files of a folder are complete, at moments the tests choose.
@Suite final class IncomingFolderTests {
    private let path = NSTemporaryDirectory() + "tramquet-incoming-\(UUID().uuidString.prefix(8))"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    private func write(_ name: String, _ data: Data) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    private func append(_ data: Data, to name: String) throws {
        let file = try #require(FileHandle(forWritingAtPath: "\(path)/\(name)"))
        try file.seekToEnd()
        try file.write(contentsOf: data)
        try file.close()
    }

    private static let whole = Data([0xFF, 0xD8, 0xFF, 0xE0]) + Data(repeating: 7, count: 5000) + Data([0xFF, 0xD9])

    @Test func aFileIsReadyWhenItHasLainStillForTwoSeconds() throws {
        var folder = IncomingFolder(path: path)
        #expect(try folder.look(at: 100).pending == 0)
        try write("a.jpg", IncomingFolderTests.whole)
        let first = try folder.look(at: 101)
        #expect(first.ready.isEmpty && first.pending == 1 && first.nextLook == 2)
        let soon = try folder.look(at: 102.5)
        #expect(soon.ready.isEmpty && soon.pending == 1 && soon.nextLook == 0.5)
        let look = try folder.look(at: 103)
        #expect(look.ready.map(\.name) == ["a.jpg"] && look.pending == 0)
        #expect(look.ready[0].path == path + "/a.jpg")
    }

    @Test func aGrowingFileWaitsAndHoldsBackThoseBehindIt() throws {
        var folder = IncomingFolder(path: path)
        let whole = IncomingFolderTests.whole
        try write("file2.jpg", whole.prefix(1000))
        try write("file10.jpg", whole)
        _ = try folder.look(at: 0)
        // Still for long enough, but for its end.
        #expect(try folder.look(at: 3).ready.isEmpty)
        try append(whole[1000..<2000], to: "file2.jpg")
        #expect(try folder.look(at: 5).ready.isEmpty)
        try append(whole[2000...], to: "file2.jpg")
        #expect(try folder.look(at: 6).ready.isEmpty)
        #expect(try folder.look(at: 8).ready.map(\.name) == ["file2.jpg", "file10.jpg"])
    }

    /// Nothing that never ends keeps others from coming in for ever.
    @Test func whatNeverEndsIsToldOnceAndTakenWhenItDoes() throws {
        var folder = IncomingFolder(path: path)
        let whole = IncomingFolderTests.whole
        try write("a.jpg", whole.dropLast(2))
        try write("b.jpg", Data())
        try write("c.jpg", whole)
        try write("d.jpg", Data(repeating: 0, count: 9000))
        for second in 0..<60 {
            let look = try folder.look(at: Double(second))
            #expect(look.ready.isEmpty && look.lacking.isEmpty && look.pending == 4)
        }
        let look = try folder.look(at: 60)
        #expect(look.lacking.map(\.file.name) == ["a.jpg", "b.jpg", "d.jpg"])
        #expect(look.lacking.map(\.lack) == [.noEnd, .empty, .noEnd])
        #expect(look.ready.map(\.name) == ["c.jpg"] && look.pending == 0)
        let later = try folder.look(at: 200)
        #expect(later.lacking.isEmpty && later.ready.map(\.name) == ["c.jpg"] && later.pending == 0)
        try append(whole.suffix(2), to: "a.jpg")
        _ = try folder.look(at: 201)
        #expect(try folder.look(at: 203).ready.map(\.name) == ["a.jpg", "c.jpg"])
        // Written to again and still not whole: it was told before.
        try append(Data([1]), to: "b.jpg")
        _ = try folder.look(at: 300)
        #expect(try folder.look(at: 400).lacking.isEmpty)
    }

    @Test func aFileThatIsMovedInOrGoesAwayIsSeen() throws {
        var folder = IncomingFolder(path: path)
        try write("scan.jpg.part", IncomingFolderTests.whole)
        #expect(try folder.look(at: 0).pending == 0)
        #expect(rename("\(path)/scan.jpg.part", "\(path)/scan.jpg") == 0)
        #expect(try folder.look(at: 10).pending == 1)
        #expect(try folder.look(at: 12).ready.map(\.name) == ["scan.jpg"])
        #expect(unlink("\(path)/scan.jpg") == 0)
        let look = try folder.look(at: 13)
        #expect(look.ready.isEmpty && look.pending == 0)
        // Another file of that name begins anew.
        try write("scan.jpg", IncomingFolderTests.whole)
        #expect(try folder.look(at: 14).ready.isEmpty)
    }

    @Test func namesOfUnfinishedAndHiddenFilesAreLeftAlone() throws {
        for name in [".x.jpg", "a.part", "A.TMP", "b~", "c.crdownload", "d.filepart", "~$e.docx", "Thumbs.db", "desktop.ini"] {
            #expect(IncomingFolder.isLeftAlone(name), "\(name)")
        }
        for name in ["a.jpg", "~a.jpg", "part.pdf", "đơn xin.tif", "a.tmp.jpg"] { #expect(!IncomingFolder.isLeftAlone(name), "\(name)") }
    }

    @Test func firstLevelSubfoldersAreLookedAtButOurs() throws {
        for name in ["HS2/1.jpg", "HS10/1.jpg", "HS2/sau/1.jpg", "da-nhan/1.jpg", "loi/1.jpg", ".dang-nhan/1.jpg", "le.jpg"] {
            try write(name, IncomingFolderTests.whole)
        }
        var folder = IncomingFolder(path: path, subfolders: true)
        #expect(try folder.look(at: 0).subfolders == ["HS2", "HS10"])
        let ready = try folder.look(at: 2).ready
        #expect(ready.map(\.shown) == ["le.jpg", "HS2/1.jpg", "HS10/1.jpg"])
        #expect(ready.map(\.subfolder) == [nil, "HS2", "HS10"])
        var flat = IncomingFolder(path: path)
        _ = try flat.look(at: 0)
        #expect(try flat.look(at: 2).ready.map(\.shown) == ["le.jpg"])
    }

    @Test func aFolderThatIsGoneIsAnError() throws {
        var folder = IncomingFolder(path: path + "/khong-co")
        #expect(throws: (any Error).self) { try folder.look(at: 0) }
    }

    /// A file is whole when it is there to its end, for every beginning of it that is not.
    @Test func theEndOfEachFormatIsLookedFor() throws {
        let tiff = ManySides.tiff([1, 2, 3])
        let files = ["a.jpg": try Side.draw(1), "a.pdf": try ManySides.pdf([1, 2]), "a.tif": tiff, "a.png": try Side.png(1)]
        for (name, data) in files {
            try write(name, data)
            #expect(FileEnd.look("\(path)/\(name)") == .whole, "\(name)")
            for cut in [data.count / 3, data.count / 2, data.count - 1500] {
                try write(name, data.prefix(cut))
                #expect(FileEnd.look("\(path)/\(name)") == .lacking(.noEnd), "\(name) \(cut)")
            }
        }
        try write("chu.txt", Data("Kính gửi Ủy ban".utf8))
        #expect(FileEnd.look(path + "/chu.txt") == .unknown)
    }

    @Test func aFormatWithoutAnEndLiesStillForLonger() throws {
        var folder = IncomingFolder(path: path)
        try write("chu.txt", Data("Kính gửi Ủy ban".utf8))
        _ = try folder.look(at: 0)
        #expect(try folder.look(at: 9).pending == 1)
        #expect(try folder.look(at: 10).ready.map(\.name) == ["chu.txt"])
    }

    @Test func aNameThatIsTakenGetsANumberAndALongOneFits() throws {
        try write("da-nhan/a.jpg", Data([1]))
        try write("a.jpg", Data([2]))
        #expect(try FileNames.move(path + "/a.jpg", into: path + "/da-nhan", as: "a.jpg") == "a.2.jpg")
        #expect(FileManager.default.contents(atPath: path + "/da-nhan/a.jpg") == Data([1]))
        #expect(FileManager.default.contents(atPath: path + "/da-nhan/a.2.jpg") == Data([2]))
        let long = FileNames.shortened(String(repeating: "ế", count: 100) + ".jpeg")
        #expect(long.utf8.count <= 255 && long.hasSuffix("ế.jpeg"))
    }

    @Test func theAlarmRingsForWhatIsPutIn() throws {
        let alarm = FolderAlarm()
        alarm.watch(path)
        alarm.wait(seconds: 0)
        try write("a.jpg", IncomingFolderTests.whole)
        let began = DispatchTime.now()
        alarm.wait(seconds: 60)
        alarm.ring()
        alarm.wait(seconds: 60)
        #expect(DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds < 30_000_000_000)
    }
}
