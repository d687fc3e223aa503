import Foundation

/// Bounds-checked reads of numbers from bytes of unknown origin: nil past the end, never a trap.
struct ByteView {
    private let data: Data
    var isBigEndian: Bool

    init(_ data: Data, isBigEndian: Bool = true) {
        self.data = data
        self.isBigEndian = isBigEndian
    }

    var count: Int { data.count }

    func byte(_ offset: Int) -> Int? {
        guard offset >= 0, offset < data.count else { return nil }
        return Int(data[data.startIndex + offset])
    }

    func short(_ offset: Int) -> Int? { number(offset, size: 2) }
    func long(_ offset: Int) -> Int? { number(offset, size: 4) }

    func starts(with prefix: [UInt8], at offset: Int = 0) -> Bool {
        guard offset >= 0, offset + prefix.count <= data.count else { return false }
        return data.dropFirst(offset).starts(with: prefix)
    }

    private func number(_ offset: Int, size: Int) -> Int? {
        guard offset >= 0, offset <= data.count - size else { return nil }
        var value = 0
        for index in 0..<size {
            let byte = Int(data[data.startIndex + offset + index])
            value |= byte << (8 * (isBigEndian ? size - 1 - index : index))
        }
        return value
    }
}
