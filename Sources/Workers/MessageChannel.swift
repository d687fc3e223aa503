import Foundation

/// Messages between our processes: four bytes of length (big endian), then that many bytes of JSON.
///
/// A channel is a pair of pipe ends. Reading and writing may happen on different threads; each direction is used by one
/// thread at a time, and writes are serialised here because a worker reports from more than one.
public final class MessageChannel: Sendable {
    /// Longer frames are refused: no message of ours comes near it, so a longer one is noise on the pipe.
    public static let longestFrame = 16 << 20

    private let input: Int32
    private let output: Int32
    private let writing = NSLock()

    /// Takes the descriptors over but does not close them.
    public init(input: Int32, output: Int32) {
        // Otherwise writing to a process that is gone would end this one, before `send` can say so.
        signal(SIGPIPE, SIG_IGN)
        self.input = input
        self.output = output
    }

    public func send(_ message: some Encodable) throws(ChannelError) {
        let body: Data
        do { body = try JSONEncoder().encode(message) } catch { throw .malformed("\(error)") }
        guard body.count <= MessageChannel.longestFrame else { throw .frameTooLong(body.count) }
        var frame = Data(capacity: body.count + 4)
        withUnsafeBytes(of: UInt32(body.count).bigEndian) { frame.append(contentsOf: $0) }
        frame.append(body)
        writing.lock()
        defer { writing.unlock() }
        try writeAll(frame)
    }

    /// The next message, or nil when the other side closed its end between messages. Blocks.
    public func receive<Message: Decodable>(_ type: Message.Type = Message.self) throws(ChannelError) -> Message? {
        guard let header = try readExactly(4, atBoundary: true) else { return nil }
        let length = header.reduce(0) { $0 << 8 | Int($1) }
        guard length <= MessageChannel.longestFrame else { throw .frameTooLong(length) }
        guard let body = try readExactly(length, atBoundary: false) else { throw .cutShort }
        do { return try JSONDecoder().decode(type, from: body) } catch { throw .malformed("\(error)") }
    }

    private func writeAll(_ data: Data) throws(ChannelError) {
        var failure: Int32 = 0
        data.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                let written = write(output, bytes.baseAddress! + offset, bytes.count - offset)
                if written > 0 { offset += written } else if errno != EINTR { failure = errno; return }
            }
        }
        if failure != 0 { throw .closed(errno: failure) }
    }

    private func readExactly(_ count: Int, atBoundary: Bool) throws(ChannelError) -> Data? {
        guard count > 0 else { return Data() }
        var data = Data(count: count)
        var offset = 0
        var failure: Int32 = 0
        data.withUnsafeMutableBytes { bytes in
            while offset < count {
                let got = read(input, bytes.baseAddress! + offset, count - offset)
                if got > 0 { offset += got } else if got == 0 { return } else if errno != EINTR { failure = errno; return }
            }
        }
        if failure != 0 { throw .closed(errno: failure) }
        if offset == count { return data }
        if offset == 0 && atBoundary { return nil }
        throw .cutShort
    }
}

public enum ChannelError: Error, Sendable, Equatable {
    /// The other process is gone.
    case closed(errno: Int32)
    /// The stream ended inside a message.
    case cutShort
    case frameTooLong(Int)
    case malformed(String)
}
