import CSANE

/// Everything a driver says of an option, on one line: what a fault from the field is replayed from.
extension DeviceOption: CustomStringConvertible {
    var description: String {
        "option \(index) \(name) (\(kind), \(unit), \(size) bytes, \(capabilityNames), \(constraintText))"
    }

    private var capabilityNames: String {
        let names = [
            (SANE_CAP_SOFT_SELECT, "soft select"), (SANE_CAP_HARD_SELECT, "hard select"), (SANE_CAP_SOFT_DETECT, "soft detect"),
            (SANE_CAP_EMULATED, "emulated"), (SANE_CAP_AUTOMATIC, "automatic"), (SANE_CAP_INACTIVE, "inactive"),
            (SANE_CAP_ADVANCED, "advanced"),
        ]
        return names.filter { capabilities & $0.0 != 0 }.map(\.1).joined(separator: " + ")
    }

    private var constraintText: String {
        switch constraint {
        case .none: "any"
        case .range(let least, let most, let step): "\(least)…\(most) step \(step)"
        case .numbers(let numbers): "one of \(numbers.map { "\($0)" }.joined(separator: ", "))"
        case .strings(let names): "one of \(names.joined(separator: " | "))"
        }
    }
}
