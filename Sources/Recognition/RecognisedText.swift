import Vietnamese

/// A word as it is kept: NFC, no spaces, no characters that cannot be seen. Nil when nothing is left.
/// - Parameter language: Tesseract's set; one with Vietnamese has its confusions of look-alikes undone.
func keptText(_ raw: String, language: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars where !scalar.isUnseen { scalars.append(scalar) }
    guard !scalars.isEmpty else { return nil }
    let isVietnamese = language.split(separator: "+").contains { $0 == "vie" || $0 == "Vietnamese" }
    return String(isVietnamese ? withoutLookAlikes(scalars) : scalars).nfc
}

/// The Vietnamese data also knows the Icelandic `Ð`, which looks like `Đ`: it reads `QĐÐ-UBND` for `QĐ-UBND` now and then,
/// and a fraction stroke in document numbers. Neither is Vietnamese, so a run of the two letters with `Ð` in it is one `Đ`.
private func withoutLookAlikes(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var run = String.UnicodeScalarView()
    func endRun() {
        let first = run.first.map { $0 == "Ð" || $0 == "Đ" ? "Đ" : "đ" as Unicode.Scalar }
        if let first, run.contains("Ð") || run.contains("ð") { result.append(first) } else { result.append(contentsOf: run) }
        run = String.UnicodeScalarView()
    }
    for scalar in scalars {
        switch scalar {
        case "Đ", "Ð", "đ", "ð": run.append(scalar)
        default:
            endRun()
            result.append(scalar == "\u{2044}" ? "/" : scalar)
        }
    }
    endRun()
    return result
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
