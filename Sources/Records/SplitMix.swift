/// Numbers that look drawn by lot and are the same every time for the same seed (Steele, Lea, Flood, 2014: SplitMix64).
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// - Parameter state: the seed.
    public init(state: UInt64) { self.state = state }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// One of 0..<bound, each as likely: the remainder of the next number that lies below the largest multiple of the bound.
    ///
    /// The library's own way is nowhere written down and may change; what is drawn by this one can be drawn again elsewhere.
    public mutating func number(below bound: Int) -> Int {
        let bound = UInt64(max(1, bound))
        let excess = (UInt64.max % bound + 1) % bound
        while true {
            let number = next()
            if number <= UInt64.max - excess { return Int(number % bound) }
        }
    }
}
