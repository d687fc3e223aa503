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
}

/// Something like a stamp in the picture of a page, and what was read off it when it was set level.
public struct StampReading: Sendable, Hashable, Codable {
    /// In pixels of the stored image, before turn.
    public var box: Box
    /// The same print, prepared in several ways; lines parted by line feeds.
    public var texts: [String]

    public init(box: Box, texts: [String]) { (self.box, self.texts) = (box, texts) }
}
