import Files
import Foundation

/// Messages between our processes: four bytes of length (big endian), then that many bytes of JSON.
///
/// A channel owns a pair of pipe ends and nobody else closes them: a number that is closed while a thread still writes to it
/// may be another file's by then. Reading and writing may happen on different threads; one thread reads, and writes are
/// serialised here because a worker reports from more than one.
public final class MessageChannel: Sendable {
    /// Longer frames are refused: no message of ours comes near it, so a longer one is noise on the pipe.
    public static let longestFrame = 16 << 20

    private let input: Int32
    private let output: Output
    /// Hung up when the other process is gone, though somebody else may hold its end of the pipe open; -1 for none.
    private let gone: Int32

    /// Takes the descriptors over: the channel closes them.
    public convenience init(input: Int32, output: Int32) { self.init(input: input, output: output, gone: -1) }

    /// - Parameter gone: the reading end of a pipe whose other end is closed once the other process has ended. What it wrote
    ///   until then is still received; then the stream is over, whoever has inherited its end.
    init(input: Int32, output: Int32, gone: Int32) {
        // Otherwise writing to a process that is gone would end this one, before `send` can say so.
        signal(SIGPIPE, SIG_IGN)
        self.input = input
        self.output = Output(output)
        self.gone = gone
    }

    deinit {
        output.close()
        close(input)
        if gone >= 0 { close(gone) }
    }

    /// Closes the writing end: the other process finds the end of its input. Never waits; a message that another thread is
    /// sending is sent first.
    public func closeOutput() { output.close() }

    public func send(_ message: some Encodable) throws(ChannelError) {
        let body: Data
        do { body = try JSONEncoder().encode(message) } catch { throw .malformed("\(error)") }
        guard body.count <= MessageChannel.longestFrame else { throw .frameTooLong(body.count) }
        var frame = Data(capacity: body.count + 4)
        withUnsafeBytes(of: UInt32(body.count).bigEndian) { frame.append(contentsOf: $0) }
        frame.append(body)
        try output.write(frame)
    }

    /// The next message, or nil when the other side closed its end between messages. Blocks.
    public func receive<Message: Decodable>(_ type: Message.Type = Message.self) throws(ChannelError) -> Message? {
        guard let header = try readExactly(4, atBoundary: true) else { return nil }
        let length = header.reduce(0) { $0 << 8 | Int($1) }
        guard length <= MessageChannel.longestFrame else { throw .frameTooLong(length) }
        guard let body = try readExactly(length, atBoundary: false) else { throw .cutShort }
        do { return try JSONDecoder().decode(type, from: body) } catch { throw .malformed("\(error)") }
    }

    private func readExactly(_ count: Int, atBoundary: Bool) throws(ChannelError) -> Data? {
        guard count > 0 else { return Data() }
        var data = Data(count: count)
        var offset = 0
        var failure: Int32 = 0
        data.withUnsafeMutableBytes { bytes in
            while offset < count {
                guard hasInput() else { return }
                let got = read(input, bytes.baseAddress?.advanced(by: offset), count - offset)
                if got > 0 { offset += got } else if got == 0 { return } else if errno != EINTR { failure = errno; return }
            }
        }
        if failure != 0 { throw .closed(errno: failure) }
        if offset == count { return data }
        if offset == 0 && atBoundary { return nil }
        throw .cutShort
    }

    /// Waits until there is something to read or the stream is over. False when the other process is gone and all it wrote
    /// has been read.
    private func hasInput() -> Bool {
        guard gone >= 0 else { return true }
        var ends = [pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: gone, events: 0, revents: 0)]
        while poll(&ends, 2, -1) < 0 && errno == EINTR {}
        // What it wrote before it ended was in the pipe before the end was told.
        return ends[0].revents != 0 || ends[1].revents == 0
    }
}

/// The writing end of a channel. Closed at once when nobody writes, else by the thread that does, when it is through.
///
/// `@unchecked Sendable`: `isWriting` and `isOpen` are guarded by `state`.
private final class Output: @unchecked Sendable {
    private let descriptor: Int32
    private let state = NSCondition()
    private var isWriting = false
    private var isOpen = true

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func close() {
        state.lock()
        defer { state.unlock() }
        guard isOpen else { return }
        isOpen = false
        if !isWriting { Foundation.close(descriptor) }
        state.broadcast()
    }

    func write(_ data: Data) throws(ChannelError) {
        guard begin() else { throw .closed(errno: EPIPE) }
        defer { end() }
        do throws(SystemError) { try Files.write(data, to: descriptor) } catch { throw .closed(errno: error.errno) }
    }

    /// Waits for its turn. False when the end was closed.
    private func begin() -> Bool {
        state.lock()
        defer { state.unlock() }
        while isWriting && isOpen { state.wait() }
        guard isOpen else { return false }
        isWriting = true
        return true
    }

    private func end() {
        state.lock()
        defer { state.unlock() }
        isWriting = false
        if !isOpen { Foundation.close(descriptor) }
        state.broadcast()
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
