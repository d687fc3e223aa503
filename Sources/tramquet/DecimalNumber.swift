import ArgumentParser
import Foundation

/// A number as people type it here: `1,5` or `1.5`.
struct DecimalNumber: ExpressibleByArgument {
    let value: Double

    init?(argument: String) {
        guard let value = Double(argument.replacingOccurrences(of: ",", with: ".")), value.isFinite else { return nil }
        self.value = value
    }
}
