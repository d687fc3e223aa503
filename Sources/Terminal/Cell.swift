/// One place of the screen. A wide character takes a cell of width 2 and, to its right, a `Cell.continuation`.
public struct Cell: Hashable, Sendable {
    /// A printable character: a base and at most three non-spacing marks.
    public let character: Character
    /// 1, or 2 for a wide character, or 0 for the right half of one.
    public let width: Int
    public let style: Style

    /// A cell with the character as it can be shown (see `DisplayText.shown`).
    public init(_ character: Character, style: Style = .plain) {
        self.character = DisplayText.shown(character)
        self.width = DisplayText.width(self.character)
        self.style = style
    }

    private init(rightHalf style: Style) {
        character = " "
        width = 0
        self.style = style
    }

    /// The right half of a wide character.
    static func continuation(_ style: Style) -> Cell { Cell(rightHalf: style) }

    public static let empty = Cell(" ")
}
