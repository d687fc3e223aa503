import Texts

/// Độ mật, as a paper bears it. Luật Bảo vệ bí mật nhà nước protects for 30, 20 and 10 years.
public enum SecrecyLevel: String, Sendable, Codable, CaseIterable {
    case topSecret = "top_secret"
    case secret
    case confidential

    public var text: Text {
        switch self {
        case .topSecret: .secrecyTop
        case .secret: .secrecyMiddle
        case .confidential: .secrecyLow
        }
    }
}

/// A mark of secrecy that the program found on a page.
public struct SecrecyMark: Sendable, Hashable, Codable {
    /// What it was found by.
    public enum Evidence: String, Sendable, Codable, CaseIterable {
        /// Words of the page's reading.
        case words
        /// A stamp in its picture.
        case picture
    }

    /// Nil: there is only GIẢI MẬT.
    public var level: SecrecyLevel?
    /// GIẢI MẬT stands on the page too. Whether it holds, and for all of the document, a person decides from the paper.
    public var isLifted: Bool
    /// In pixels of the stored image, before turn.
    public var box: Box
    public var evidence: [Evidence]

    public init(level: SecrecyLevel?, isLifted: Bool = false, box: Box, evidence: [Evidence]) {
        (self.level, self.isLifted, self.box, self.evidence) = (level, isLifted, box, evidence)
    }

    /// As it stands on the paper.
    public var text: Text { level?.text ?? .secrecyLifted }

    /// 0 is the gravest; GIẢI MẬT alone comes last.
    public var order: Int { level.flatMap { SecrecyLevel.allCases.firstIndex(of: $0) } ?? SecrecyLevel.allCases.count }
}

/// A place on a page where a mark of secrecy may be: seen in its picture, or read there unsurely.
public struct MarkSighting: Sendable, Hashable, Codable {
    /// About it, in pixels of the stored image, before turn.
    public var box: Box
    /// As its look says. Nil: GIẢI MẬT, or it was not seen there.
    public var level: SecrecyLevel?
    /// How sure its look is, 0…1; 0: it was not seen there.
    public var chance: Double
    /// Lines that the engine reads there when it gets nothing else to read.
    public var lines: [String]

    public init(box: Box, level: SecrecyLevel?, chance: Double, lines: [String] = []) {
        (self.box, self.level, self.chance, self.lines) = (box, level, chance, lines)
    }
}
