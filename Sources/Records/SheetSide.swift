/// Which side of which sheet of a run an image is.
public struct SheetSide: Sendable, Hashable {
    /// The sheet's place in the run, from 1; 0 for the sheet an earlier run left off in.
    public var sheet: Int
    public var side: Side

    public init(sheet: Int, side: Side) {
        self.sheet = sheet
        self.side = side
    }

    /// What comes out next.
    public func next(duplex: Bool) -> SheetSide {
        duplex && side == .front ? SheetSide(sheet: sheet, side: .back) : SheetSide(sheet: sheet + 1, side: .front)
    }
}
