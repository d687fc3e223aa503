/// 64 bits of what a page looks like from afar, to notice a sheet that was fed twice. (Imaging computes them.)
public struct Fingerprint: Sendable, Hashable, Codable {
    public let bits: UInt64

    public init(bits: UInt64) {
        self.bits = bits
    }

    /// How many bits differ, 0…64.
    public func distance(to other: Fingerprint) -> Int {
        (bits ^ other.bits).nonzeroBitCount
    }

    /// Measured on 66 pages, the same sheet moved by 8 pixels and turned by 0.4°: 0…6, nine of ten at most 5;
    /// different pages: one pair in a thousand at most 6, half of them 22 and more.
    private static let mostDifferentBits = 5
    /// A page with some lines at its top and nothing below says too little: two such backs differ by less.
    private static let leastBits = 16

    /// Whether both may be the same side of the same sheet. To be asked of the last few sheets only.
    public func isRepeat(of other: Fingerprint) -> Bool {
        (bits | other.bits).nonzeroBitCount >= Self.leastBits && distance(to: other) <= Self.mostDifferentBits
    }
}
