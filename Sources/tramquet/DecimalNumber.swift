import ArgumentParser
import Foundation

/// A number as people type it here, `1,5` or `1.5`, or nothing.
struct DecimalNumber: ExpressibleByArgument {
    /// nil: it was left empty.
    let value: Double?

    init?(argument: String) {
        if argument.isEmpty {
            value = nil
            return
        }
        guard let value = Double(argument.replacingOccurrences(of: ",", with: ".")), value.isFinite else { return nil }
        self.value = value
    }
}
