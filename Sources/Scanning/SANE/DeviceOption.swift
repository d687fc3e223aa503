import CSANE

/// What a device says about one of its options. Copied out of the driver, whose own description changes under our feet
/// whenever an option is set.
struct DeviceOption: Equatable {
    enum Kind: Equatable {
        case boolean, integer, fixed, string, other
    }

    enum Constraint: Equatable {
        case none
        /// `step` 0: any value between.
        case range(least: Double, most: Double, step: Double)
        case numbers([Double])
        case strings([String])
    }

    enum Unit: Equatable {
        case millimetres, pixels, bits, percent, dotsPerInch, microseconds, none
    }

    var index: SANE_Int
    var name: String
    var kind: Kind
    var unit: Unit
    /// Bytes of a value.
    var size: Int
    /// As the driver gives them, `SANE_CAP_…`.
    var capabilities: SANE_Int
    var isActive: Bool
    var isSettable: Bool
    var constraint: Constraint

    /// Nil for groups and for what has no name.
    init?(index: SANE_Int, _ descriptor: SANE_Option_Descriptor) {
        guard let name = descriptor.name.map({ String(cString: $0) }), !name.isEmpty || index == 0 else { return nil }
        self.index = index
        self.name = name
        switch descriptor.type {
        case SANE_TYPE_BOOL: kind = .boolean
        case SANE_TYPE_INT: kind = .integer
        case SANE_TYPE_FIXED: kind = .fixed
        case SANE_TYPE_STRING: kind = .string
        default: kind = .other
        }
        switch descriptor.unit {
        case SANE_UNIT_MM: unit = .millimetres
        case SANE_UNIT_PIXEL: unit = .pixels
        case SANE_UNIT_BIT: unit = .bits
        case SANE_UNIT_PERCENT: unit = .percent
        case SANE_UNIT_DPI: unit = .dotsPerInch
        case SANE_UNIT_MICROSECOND: unit = .microseconds
        default: unit = .none
        }
        size = Int(descriptor.size)
        capabilities = descriptor.cap
        isActive = descriptor.cap & SANE_CAP_INACTIVE == 0
        isSettable = isActive && descriptor.cap & SANE_CAP_SOFT_SELECT != 0
        constraint = DeviceOption.constraint(descriptor, isFixed: kind == .fixed)
    }

    /// For tests.
    init(
        _ name: String, kind: Kind, constraint: Constraint, isActive: Bool = true,
        capabilities: SANE_Int = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT
    ) {
        (self.name, self.kind, self.constraint, self.isActive) = (name, kind, constraint, isActive)
        self.capabilities = capabilities
        (index, unit, size, isSettable) = (1, .none, 4, isActive)
    }

    /// The names it can be set to; empty when it is no choice of names.
    var names: [String] {
        if case .strings(let names) = constraint { return names }
        return []
    }

    /// The least and the greatest number it can be set to; nil when it does not say.
    var bounds: (least: Double, most: Double)? {
        switch constraint {
        case .range(let least, let most, _): return (least, most)
        case .numbers(let numbers):
            guard let least = numbers.min(), let most = numbers.max() else { return nil }
            return (least, most)
        case .none, .strings: return nil
        }
    }

    /// Where a percentage lies on its scale.
    /// - Parameters:
    ///   - percent: −100…100 when centred, otherwise 0…100.
    ///   - isCentred: 0 is the device's zero, where its scale has one inside, and its middle otherwise.
    func value(atPercent percent: Int, isCentred: Bool) -> Double {
        let percent = Double(percent)
        guard let (least, most) = bounds else { return percent }
        guard isCentred else { return least + (most - least) * percent / 100 }
        guard least < 0, most > 0 else { return least + (most - least) * (percent + 100) / 200 }
        return percent < 0 ? -least * percent / 100 : most * percent / 100
    }

    /// The value nearest to a number that the device accepts.
    func nearest(to value: Double) -> Double {
        switch constraint {
        case .range(let least, let most, let step):
            let inside = min(max(value, least), most)
            guard step > 0 else { return inside }
            let stepped = least + ((inside - least) / step).rounded() * step
            return stepped > most ? stepped - step : stepped
        case .numbers(let numbers):
            return numbers.min { abs($0 - value) < abs($1 - value) } ?? value
        case .none, .strings:
            return value
        }
    }

    private static func constraint(_ descriptor: SANE_Option_Descriptor, isFixed: Bool) -> Constraint {
        func number(_ word: SANE_Word) -> Double { isFixed ? Double(word) / 65536 : Double(word) }
        switch descriptor.constraint_type {
        case SANE_CONSTRAINT_RANGE:
            guard let range = descriptor.constraint.range?.pointee else { return .none }
            return .range(least: number(range.min), most: number(range.max), step: number(range.quant))
        case SANE_CONSTRAINT_WORD_LIST:
            guard let words = descriptor.constraint.word_list, words[0] > 0 else { return .none }
            return .numbers((1...Int(words[0])).map { number(words[$0]) })
        case SANE_CONSTRAINT_STRING_LIST:
            var names: [String] = []
            var next = descriptor.constraint.string_list
            while let name = next?.pointee {
                names.append(String(cString: name))
                next = next.map { $0 + 1 }
            }
            return .strings(names)
        default:
            return .none
        }
    }
}
