import Foundation

/// What a person types where a coded reason is asked for: `khác: kho dọn`.
struct TypedReason {
    /// All of it, trimmed and NFC.
    let text: String
    /// In front of the first colon, lower case; never empty.
    let head: String
    /// Behind it; nil without one.
    let detail: String?

    /// nil where nothing stands in front of the colon.
    init?(_ typed: String) {
        text = typed.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard let head = parts.first?.lowercased(), !head.isEmpty else { return nil }
        self.head = head
        detail = parts.count > 1 ? parts[1] : nil
    }
}
