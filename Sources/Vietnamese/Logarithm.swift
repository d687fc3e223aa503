import Foundation

func logarithm(_ value: Double) -> Double { log(value) }

/// The counts of pairs are kept as sixteenths of their binary logarithm.
enum PairCount {
    static let values: [Double] = (0...255).map { exp2(Double($0) / 16) }
}
