/// What a person says a line reads.
public enum LineAnswer: Sendable, Hashable {
    /// As it was typed; empty: there is no text in the picture.
    case text(String)
    case illegible
}

/// A line that waits for this person. What the machine read there, and what others typed, is not in it unless she decides.
public struct LineTask: Sendable, Hashable, Identifiable {
    public enum Purpose: Sendable, Hashable {
        case type
        /// Two others typed it differently.
        case decide(LineAnswer, LineAnswer)
    }

    public let id: Int64
    public let sample: Int64
    public let page: PageID
    /// Of its words, in pixels of the stored image.
    public let boxes: [Box]
    /// Pixels of the stored image, and quarter turns clockwise that set it upright.
    public let width, height, turn: Int
    public let purpose: Purpose
    /// What this person has left half typed.
    public var draft: String?

    public init(id: Int64, sample: Int64, page: PageID, boxes: [Box], width: Int, height: Int, turn: Int, purpose: Purpose = .type, draft: String? = nil) {
        (self.id, self.sample, self.page, self.boxes, self.purpose, self.draft) = (id, sample, page, boxes, purpose, draft)
        (self.width, self.height, self.turn) = (width, height, turn)
    }
}

/// How far a sample is, for those who type it.
public struct SampleProgress: Sendable, Hashable {
    public var sample: Int64
    /// Without those that are withheld.
    public var lines: Int
    /// By this person, decisions too.
    public var own: Int
    /// Or out of the sample as illegible.
    public var closed: Int

    public init(sample: Int64, lines: Int, own: Int, closed: Int) { (self.sample, self.lines, self.own, self.closed) = (sample, lines, own, closed) }
}
