import Foundation
import Texts

/// Why material is kept back from everything that shows or delivers it. Coded, so that it can be counted without its words.
public enum WithholdingReason: String, Sendable, Codable, CaseIterable {
    /// Không phù hợp: not to be digitised.
    case unsuitable
    /// Hạn chế: its use is restricted.
    case restricted
    /// Hỏng nặng: too damaged to be handled.
    case damaged
    /// Nghi mật: may be a state secret, until somebody who may decide has looked.
    case suspectedSecret = "suspected_secret"

    public var text: Text {
        switch self {
        case .unsuitable: .withheldUnsuitable
        case .restricted: .withheldRestricted
        case .damaged: .withheldDamaged
        case .suspectedSecret: .withheldSecret
        }
    }

    /// Reads what a person writes: the code (with `-` or `_`) or the Vietnamese words.
    public init?(typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
        let code = text.replacingOccurrences(of: "-", with: "_").replacingOccurrences(of: " ", with: "_")
        let found = Self.allCases.first { $0.rawValue == code || $0.text(.vi).lowercased() == text }
        guard let found = found ?? (code == "secret" ? .suspectedSecret : nil) else { return nil }
        self = found
    }
}

/// How much a withholding covers.
public enum WithheldScope: String, Sendable, Codable, CaseIterable {
    case dossier, document
    /// One side of a sheet, with every picture that was or will be taken of it.
    case page

    public var text: Text {
        switch self {
        case .dossier: .scopeDossier
        case .document: .scopeDocument
        case .page: .scopePage
        }
    }
}
