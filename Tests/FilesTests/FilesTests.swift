import Foundation
import Testing
@testable import Files

@Suite struct FilesTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/tramquet-files-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false) }

    private func inFolder(_ body: () throws -> Void) rethrows {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body()
    }

    @Test func whatIsWrittenIsRead() throws {
        try inFolder {
            let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
            try Files.create(folder + "/a", bytes, mode: 0o600, flush: true)
            #expect(try Files.bytes(of: folder + "/a") == bytes)
            let (beginning, size) = try Files.data(of: folder + "/a", atMost: 10)
            #expect(Array(beginning) == Array(bytes[..<10]) && size == 300_000)
            #expect(Array(try Files.data(of: folder + "/a").data) == bytes)
            try Files.create(folder + "/a", [1], mode: 0o600, replacing: true, flush: false)
            #expect(try Files.bytes(of: folder + "/a") == [1])
            try Files.syncFolder(folder)
        }
    }

    @Test func failuresCarryTheirCause() throws {
        try inFolder {
            let none = folder + "/none"
            #expect(throws: SystemError("open", path: none, errno: ENOENT)) { try Files.bytes(of: none) }
            #expect(throws: SystemError("open", path: none, errno: ENOENT)) { try Files.syncFolder(none) }
            #expect(throws: SystemError("fstat", path: folder, errno: EINVAL)) { try Files.data(of: folder) }
            try Files.create(folder + "/a", [1], mode: 0o600, flush: false)
            #expect(throws: SystemError("open", path: folder + "/a", errno: EEXIST)) { try Files.create(folder + "/a", [2], mode: 0o600, flush: false) }
            #expect(try Files.bytes(of: folder + "/a") == [1])
            #expect(throws: SystemError("write", errno: EBADF)) { try Files.write([1], to: -1) }
        }
    }

    /// `/dev/full` takes no byte.
    @Test func aFullDiskIsToldAsSuch() throws {
        let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
        defer { close(full) }
        let error = #expect(throws: SystemError.self) { try Files.write([1], to: full, path: "/dev/full") }
        #expect(error?.isDiskFull == true && error?.call == "write")
        #expect(SystemError("fsync", errno: EDQUOT).isDiskFull)
        #expect(!SystemError("fsync", errno: EIO).isDiskFull)
        #expect(SystemError("open", errno: EROFS).isRefused)
        inFolder { #expect(!Files.isFull(folder)) }
    }
}
