import Files
import Foundation

/// A PDF file being written object by object: knows where each object starts, and writes the cross-reference table.
///
/// The bytes go to `<path>.part`; only a finished file gets its name. An unfinished one is removed.
final class ObjectFile {
    let path: String
    private let partPath: String
    private var descriptor: Int32
    /// Offset of each object; index 0 is object 1. 0: not written yet.
    private var offsets: [Int] = []
    private var length = 0
    private var digest = ContentDigest()

    init(path: String, version: String) throws(PDFError) {
        self.path = path
        partPath = path + ".part"
        guard access(path, F_OK) != 0 else { throw .alreadyExists(path: path) }
        // A part left by a crash is nobody's: it starts again from nothing.
        descriptor = open(partPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        var header = ByteBuilder()
        header.text("%PDF-\(version)\n%")
        // Four bytes above 127 mark the file as binary (ISO 19005-1 and -2, 6.1.2).
        header.raw([0xE2, 0xE3, 0xCF, 0xD3])
        header.text("\n")
        try append(header.bytes)
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(partPath)
    }

    /// The number of an object that will be written later.
    func reserve() -> Int {
        offsets.append(0)
        return offsets.count
    }

    func write(_ number: Int, _ body: String) throws(PDFError) {
        try begin(number)
        try append(Array("\(body)\nendobj\n".utf8))
    }

    /// - Parameter entries: of the stream's dictionary, without its length.
    func write(_ number: Int, stream: [UInt8], entries: String = "") throws(PDFError) {
        try begin(number)
        let gap = entries.isEmpty ? "" : " "
        try append(Array("<< \(entries)\(gap)/Length \(stream.count) >>\nstream\n".utf8))
        try append(stream)
        try append(Array("\nendstream\nendobj\n".utf8))
    }

    /// A stream compressed with Flate.
    func write(_ number: Int, deflating bytes: [UInt8], entries: String = "") throws(PDFError) {
        let gap = entries.isEmpty ? "" : " "
        try write(number, stream: Flate.deflate(bytes), entries: "\(entries)\(gap)/Filter /FlateDecode")
    }

    /// Writes table and trailer, brings the bytes to the disk, and gives the file its name.
    func finish(root: Int) throws(PDFError) {
        var end = ByteBuilder()
        let start = length
        end.text("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
        for offset in offsets {
            let digits = String(offset)
            guard digits.count <= 10 else { throw .tooLarge(path: path) }
            end.text(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
        }
        let identifier = digest.hexadecimal
        end.text("trailer\n<< /Size \(offsets.count + 1) /Root \(root) 0 R /ID [<\(identifier)> <\(identifier)>] >>\n")
        end.text("startxref\n\(start)\n%%EOF\n")
        try append(end.bytes)
        guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, errno: errno) }
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isClosed, rename(partPath, path) == 0 else {
            let code = errno
            unlink(partPath)
            throw .cannotWrite(path: path, errno: code)
        }
    }

    private func begin(_ number: Int) throws(PDFError) {
        offsets[number - 1] = length
        try append(Array("\(number) 0 obj\n".utf8))
    }

    private func append(_ bytes: [UInt8]) throws(PDFError) {
        do {
            try Files.write(bytes, to: descriptor)
        } catch {
            throw .cannotWrite(path: path, errno: error.errno)
        }
        length += bytes.count
        digest.absorb(Flate.crc32(bytes))
        digest.absorb(UInt32(truncatingIfNeeded: bytes.count))
    }
}

/// The file identifier: FNV-1a (128 bits) over the checksum and length of every piece written. Same content, same
/// identifier; it guards nothing.
struct ContentDigest {
    private var state = UInt128(0x6c62_272e_07bb_0142) << 64 | UInt128(0x62b8_2175_6295_c58d)

    mutating func absorb(_ value: UInt32) {
        for shift in [24, 16, 8, 0] as [UInt32] {
            state ^= UInt128(value >> shift & 0xff)
            state &*= UInt128(1) << 88 | 0x13b
        }
    }

    var hexadecimal: String {
        let digits = String(state, radix: 16, uppercase: true)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
