extension String {
    /// The text as it is compared with a truth: NFC, every run of white space as one space and none at the ends, with typographic
    /// quotation marks, dashes and dots as their plain forms, which no reader tells apart.
    public var plainLetters: [Unicode.Scalar] {
        var plain: [Unicode.Scalar] = []
        var isSpaceDue = false
        for scalar in nfc.unicodeScalars {
            if scalar.properties.isWhitespace {
                isSpaceDue = !plain.isEmpty
                continue
            }
            if isSpaceDue { plain.append(" ") }
            isSpaceDue = false
            if let form = PlainForms.table[scalar] { plain += form.unicodeScalars } else { plain.append(scalar) }
        }
        return plain
    }
}

private enum PlainForms {
    static let table: [Unicode.Scalar: String] = [
        "“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
    ]
}
