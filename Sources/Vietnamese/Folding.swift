import Foundation

extension String {
    /// Text as it is searched: NFC, no marks, `đ` as `d`, lower case, so that `trich yeu` finds `Trích yếu`.
    /// (SQLite's `remove_diacritics` leaves `đ` as it is.)
    public var folded: String {
        var result = String.UnicodeScalarView()
        for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x110, 0x111: result.append("d")
            case 0x300...0x36F: continue
            default:
                if scalar.isASCII {
                    result.append(scalar.value >= 65 && scalar.value <= 90 ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
                } else {
                    result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                }
            }
        }
        return String(result).precomposedStringWithCanonicalMapping
    }

    /// The form in which all text is stored and compared.
    public var nfc: String { precomposedStringWithCanonicalMapping }
}
