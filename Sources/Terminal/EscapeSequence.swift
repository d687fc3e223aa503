/// Reads one escape sequence at the front of a buffer; the forms are ECMA-48's and xterm's ("XTerm Control Sequences").
enum EscapeSequence {
    typealias Step = KeyDecoder.Step

    /// `ESC [ …`: cursor and function keys, mouse reports, the start of a paste.
    static func control(_ buffer: [UInt8]) -> Step {
        guard buffer.count > 2 else { return .more }
        if buffer[2] == UInt8(ascii: "M") { return oldMouse(buffer) }
        if buffer[2] == UInt8(ascii: "[") { return linuxFunction(buffer) }
        guard let end = buffer.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
            return buffer.count > KeyDecoder.longestSequence ? .take(buffer.count, nil) : .more
        }
        // A byte that cannot end a sequence belongs to what comes next.
        guard (0x40...0x7E).contains(buffer[end]) else { return .take(end, nil) }
        let body = buffer[2..<end]
        let key = body.first == UInt8(ascii: "<")
            ? mouse(body.dropFirst(), pressed: buffer[end] == UInt8(ascii: "M"))
            : named(numbers(body), final: buffer[end])
        return .take(end + 1, key)
    }

    /// `ESC O …`: cursor and function keys and the keypad in application mode.
    static func singleShift(_ buffer: [UInt8]) -> Step {
        guard let end = buffer.dropFirst(2).firstIndex(where: { !(0x30...0x3B).contains($0) }) else { return .more }
        guard (0x40...0x7E).contains(buffer[end]) else { return .take(end, nil) }
        let final = buffer[end]
        switch final {
        case UInt8(ascii: "M"): return .take(end + 1, .enter)
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            // The keypad sends `*` to `9` as these letters.
            return .take(end + 1, .character(Character(Unicode.Scalar(final - 0x40))))
        default: return .take(end + 1, letterKeys[final])
        }
    }

    /// `ESC ]`, `ESC P` …: answers nobody asked for, up to BEL or `ESC \`.
    static func string(_ buffer: [UInt8]) -> Step {
        for index in 2..<max(2, buffer.count) {
            if buffer[index] == 0x07 { return .take(index + 1, nil) }
            guard buffer[index] == Byte.escape else { continue }
            guard index + 1 < buffer.count else { return .more }
            return .take(buffer[index + 1] == UInt8(ascii: "\\") ? index + 2 : index, nil)
        }
        return buffer.count > 1 << 16 ? .take(buffer.count, nil) : .more
    }

    private static func numbers(_ body: ArraySlice<UInt8>) -> [Int] {
        body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
    }

    private static func named(_ numbers: [Int], final: UInt8) -> Key? {
        if final == UInt8(ascii: "~") {
            if numbers == [200] { return .paste("") }
            return numbers.first.flatMap { numberedKeys[$0] }.flatMap { plain($0, modified: numbers.count > 1) }
        }
        if final == UInt8(ascii: "Z") { return .backTab }
        return letterKeys[final].flatMap { plain($0, modified: numbers.count > 1) }
    }

    /// Shift, Alt and Ctrl with a cursor key mean the cursor key; with a function key they are no key of ours.
    private static func plain(_ key: Key, modified: Bool) -> Key? {
        if modified, case .function = key { return nil }
        return key
    }

    private static let letterKeys: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1),
        UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]

    private static let numberedKeys: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
        18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
    ]

    /// `ESC [ [ A` to `E`: F1 to F5 of the Linux console.
    private static func linuxFunction(_ buffer: [UInt8]) -> Step {
        guard buffer.count > 3 else { return .more }
        guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(buffer[3]) else { return .take(3, nil) }
        return .take(4, .function(Int(buffer[3] - UInt8(ascii: "A")) + 1))
    }

    // MARK: Mouse

    /// `ESC [ < code ; column ; row M` (or `m` for a release).
    private static func mouse(_ body: ArraySlice<UInt8>, pressed: Bool) -> Key? {
        let values = numbers(body)
        guard values.count == 3, values[1] > 0, values[2] > 0 else { return nil }
        return mouse(code: values[0], pressed: pressed, x: values[1] - 1, y: values[2] - 1)
    }

    /// `ESC [ M` and three bytes: code, column and row, each with 32 added; a release does not say which button.
    private static func oldMouse(_ buffer: [UInt8]) -> Step {
        guard buffer.count >= 6 else { return .more }
        let values = buffer[3..<6].map { Int($0) - 32 }
        guard values[0] >= 0, values[1] > 0, values[2] > 0 else { return .take(6, nil) }
        let pressed = values[0] & 3 != 3 || values[0] & 64 != 0
        return .take(6, mouse(code: values[0], pressed: pressed, x: values[1] - 1, y: values[2] - 1))
    }

    private static func mouse(code: Int, pressed: Bool, x: Int, y: Int) -> Key? {
        if code & 64 != 0 {
            switch code & 3 {
            case 0: return .mouse(MouseEvent(action: .wheelUp, x: x, y: y))
            case 1: return .mouse(MouseEvent(action: .wheelDown, x: x, y: y))
            default: return nil
            }
        }
        let buttons: [MouseEvent.Button] = [.left, .middle, .right, .none]
        let action: MouseEvent.Action = code & 32 != 0 ? .drag : pressed ? .press : .release
        return .mouse(MouseEvent(action: action, button: buttons[code & 3], x: x, y: y))
    }
}
