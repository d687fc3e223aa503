import Foundation

/// Turns the bytes a terminal sends into keys. A plain value: the device reads, this decides.
///
/// Own decoding instead of `wget_wch`, so that a character split over two reads, bracketed paste, both forms of mouse
/// reports and unknown sequences are handled the same under every terminal type, and can be tested byte by byte.
public struct KeyDecoder: Sendable {
    /// What is waited for when the bytes so far do not make a whole key.
    public enum Waiting: Hashable, Sendable {
        case nothing
        /// Whether Escape, the key, was pressed or a sequence begins.
        case escape
        /// The rest of a sequence.
        case sequence
        /// The rest of a UTF-8 character.
        case character
        /// The end of a paste.
        case paste
    }

    /// More pasted bytes than this are dropped: no field takes them, and a lost end mark must not fill the memory.
    public static let longestPaste = 1 << 20
    /// A control sequence longer than this is noise.
    static let longestSequence = 256

    private let sequences: [[UInt8]: Key]
    private let longestKnown: Int
    private var buffer: [UInt8] = []
    private var paste: [UInt8]?

    /// - Parameter sequences: further sequences (each begins with Escape) as terminfo names them for this terminal.
    public init(sequences: [[UInt8]: Key] = [:]) {
        self.sequences = sequences
        longestKnown = sequences.keys.map(\.count).max() ?? 0
    }

    public var waiting: Waiting {
        if paste != nil { return .paste }
        guard let first = buffer.first else { return .nothing }
        if first != Byte.escape { return .character }
        return buffer.count == 1 ? .escape : .sequence
    }

    /// The keys that these bytes complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        buffer += bytes
        return drain(final: false)
    }

    /// Nothing more came for a while: gives what was held back (a bare Escape) and forgets half sequences.
    public mutating func flush() -> [Key] {
        if let text = paste {
            let key = Key.paste(KeyDecoder.pasted(text + buffer))
            paste = nil
            buffer = []
            return [key]
        }
        return drain(final: true)
    }

    private mutating func drain(final: Bool) -> [Key] {
        var keys: [Key] = []
        while !buffer.isEmpty {
            if paste != nil {
                guard let key = takePaste() else { break }
                keys.append(key)
                continue
            }
            let step = KeyDecoder.isEscape(buffer) ? escapeStep(final: final) : plainStep(final: final)
            guard case .take(let count, let key) = step else { break }
            buffer.removeFirst(count)
            if key == .paste("") { paste = [] } else if let key { KeyDecoder.append(key, to: &keys) }
        }
        return keys
    }

    /// What the front of the buffer is.
    enum Step: Equatable {
        case more
        case take(Int, Key?)
    }

    private static func isEscape(_ bytes: [UInt8]) -> Bool { bytes.first == Byte.escape }

    // MARK: Characters

    private func plainStep(final: Bool) -> Step {
        if buffer[0] < 0x20 || buffer[0] == 0x7F { return .take(1, KeyDecoder.control(buffer[0])) }
        return character(at: 0, final: final) { .character($0) }
    }

    private func character(at start: Int, final: Bool, _ make: (Character) -> Key) -> Step {
        let length = KeyDecoder.length(leading: buffer[start])
        let available = buffer.count - start
        let continuation = buffer[(start + 1)...].prefix(max(0, length - 1)).prefix { $0 & 0xC0 == 0x80 }
        guard length > 0, continuation.count == min(length, available) - 1 else {
            return .take(start + 1 + continuation.count, nil)
        }
        guard available >= length else { return final ? .take(start + available, nil) : .more }
        guard let text = String(validating: buffer[start..<start + length], as: UTF8.self),
            let scalar = text.unicodeScalars.first, scalar.properties.generalCategory != .control,
            let character = text.precomposedStringWithCanonicalMapping.first
        else { return .take(start + length, nil) }
        return .take(start + length, make(character))
    }

    /// Bytes of a UTF-8 character by its first; 0 for a byte that cannot begin one.
    private static func length(leading byte: UInt8) -> Int {
        switch byte {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    private static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x00: .control(" ")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        default: .control(Character(Unicode.Scalar(byte + 0x40)))
        }
    }

    /// Adds a key; a mark that follows its letter in the same breath joins it.
    private static func append(_ key: Key, to keys: inout [Key]) {
        if case .character(let mark) = key, case .character(let letter)? = keys.last, !mark.isASCII {
            let joined = (String(letter) + String(mark)).precomposedStringWithCanonicalMapping
            if joined.count == 1, let character = joined.first {
                keys[keys.count - 1] = .character(character)
                return
            }
        }
        keys.append(key)
    }

    // MARK: Escape sequences

    private func escapeStep(final: Bool) -> Step {
        guard buffer.count > 1 else { return final ? .take(1, .escape) : .more }
        let step: Step
        switch buffer[1] {
        case Byte.escape: return .take(1, .escape)
        case UInt8(ascii: "["): step = EscapeSequence.control(buffer)
        case UInt8(ascii: "O"): step = EscapeSequence.singleShift(buffer)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            step = EscapeSequence.string(buffer)
        case 0x00..<0x20, 0x7F: return .take(1, .escape)
        default: return known() ?? character(at: 1, final: final) { .alt($0) }
        }
        if case .take(_, nil) = step, let known = known() { return known }
        if step == .more, final { return abandoned() }
        return step
    }

    /// A sequence that only terminfo knows.
    private func known() -> Step? {
        guard longestKnown > 1 else { return nil }
        for length in stride(from: min(longestKnown, buffer.count), to: 1, by: -1) {
            if let key = sequences[Array(buffer.prefix(length))] { return .take(length, key) }
        }
        return nil
    }

    /// A sequence that did not go on: Escape and a letter is Alt, anything longer is dropped.
    private func abandoned() -> Step {
        guard buffer.count == 2 else { return .take(buffer.count, nil) }
        return .take(2, .alt(Character(Unicode.Scalar(buffer[1]))))
    }

    // MARK: Paste

    private mutating func takePaste() -> Key? {
        let end: [UInt8] = [Byte.escape] + Array("[201~".utf8)
        guard let found = buffer.firstRange(of: end) else {
            // All but what may be the beginning of the end mark is text.
            let safe = max(0, buffer.count - (end.count - 1))
            keepPasted(buffer.prefix(safe))
            buffer.removeFirst(safe)
            return nil
        }
        keepPasted(buffer[..<found.lowerBound])
        buffer.removeFirst(found.upperBound)
        defer { paste = nil }
        return .paste(KeyDecoder.pasted(paste ?? []))
    }

    private mutating func keepPasted(_ bytes: ArraySlice<UInt8>) {
        let room = KeyDecoder.longestPaste - (paste?.count ?? 0)
        paste?.append(contentsOf: bytes.prefix(max(0, room)))
    }

    private static func pasted(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
            .replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
            // Colours and the like of another terminal, whole.
            .replacing(/\u{1B}\[[0-?]*[ -\/]*[@-~]/, with: "")
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.lazy.filter {
            $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
        })
        return String(scalars).precomposedStringWithCanonicalMapping
    }
}

enum Byte {
    static let escape: UInt8 = 0x1B
}
