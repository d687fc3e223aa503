import Vietnamese

/// A word as it is kept: NFC, no spaces, no characters that cannot be seen. Nil when nothing is left.
func keptText(_ raw: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars where !scalar.isUnseen { scalars.append(scalar) }
    return scalars.isEmpty ? nil : String(scalars).nfc
}

extension Unicode.Scalar {
    /// Controls, formats (zero width), unassigned, private, and every kind of space.
    fileprivate var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        default: self == "\u{FFFD}"
        }
    }
}
