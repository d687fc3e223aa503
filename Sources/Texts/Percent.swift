extension Language {
    /// A share with one decimal: `97,9%`. Rounded down, so that what is below a mark does not read as if it reached it; the upper end of
    /// an interval is rounded up.
    public func percent(_ share: Double, _ rule: FloatingPointRoundingRule = .down) -> String {
        // 0.979 is kept as a little less than that.
        let tenths = Int((share * 1000 + (rule == .down ? 1e-9 : -1e-9)).rounded(rule))
        return "\(tenths / 10)\(self == .vi ? "," : ".")\(tenths % 10)%"
    }
}
