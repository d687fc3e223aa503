import Foundation

/// Between a probability and its log odds, in which evidence adds up.
enum Odds {
    static func of(_ probability: Double) -> Double {
        let kept = min(max(probability, 0.000_1), 0.999_9)
        return log(kept / (1 - kept))
    }

    static func probability(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }
}
