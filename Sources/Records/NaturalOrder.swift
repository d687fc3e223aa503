/// The order in which a person counts files: digits as numbers (`2` before `10`), letters without regard to case.
///
/// The same everywhere: no locale has a say. Names that differ only in case or in leading zeros still have one order.
public enum NaturalOrder {
    /// Whether `a` comes before `b`.
    public static func precedes(_ a: String, _ b: String) -> Bool { Key(a) < Key(b) }

    /// A name taken apart once, for lists of thousands.
    public struct Key: Comparable, Sendable {
        private let name: String
        private let parts: [Part]

        public init(_ name: String) {
            self.name = name
            parts = NaturalOrder.parts(name)
        }

        public static func < (a: Key, b: Key) -> Bool {
            for (partA, partB) in zip(a.parts, b.parts) where partA != partB { return partA < partB }
            if a.parts.count != b.parts.count { return a.parts.count < b.parts.count }
            return a.name.unicodeScalars.lexicographicallyPrecedes(b.name.unicodeScalars)
        }
    }

    private enum Part: Comparable {
        /// The digits without leading zeros, of any length.
        case number([UInt8])
        case letter(Character)

        static func < (a: Part, b: Part) -> Bool {
            switch (a, b) {
            case (.number(let a), .number(let b)):
                a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
            case (.number, .letter): true
            case (.letter, .number): false
            case (.letter(let a), .letter(let b)): a < b
            }
        }
    }

    private static func parts(_ name: String) -> [Part] {
        var parts: [Part] = []
        var digits: [UInt8]?
        for character in name.lowercased() {
            if let digit = character.asciiValue, (48...57).contains(digit) {
                // A leading zero says nothing about the number.
                digits = (digits ?? []).isEmpty && digit == 48 ? [] : (digits ?? []) + [digit]
            } else {
                if let number = digits { parts.append(.number(number)) }
                digits = nil
                parts.append(.letter(character))
            }
        }
        if let number = digits { parts.append(.number(number)) }
        return parts
    }
}
