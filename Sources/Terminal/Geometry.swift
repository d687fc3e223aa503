/// A number of columns and rows; never negative.
public struct Size: Hashable, Sendable {
    public let columns: Int
    public let rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    public var isEmpty: Bool { columns == 0 || rows == 0 }
}

/// A column and a row, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of cells. Width and height are never negative; every way of cutting one gives a (possibly empty)
/// rectangle inside it, so layouts need no special case for a tiny terminal.
public struct Rect: Hashable, Sendable {
    public let x: Int
    public let y: Int
    public let width: Int
    public let height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public init(_ size: Size) {
        self.init(x: 0, y: 0, width: size.columns, height: size.rows)
    }

    public var size: Size { Size(columns: width, rows: height) }
    public var origin: Point { Point(x: x, y: y) }
    public var isEmpty: Bool { width == 0 || height == 0 }
    /// The column after the last.
    public var right: Int { x + width }
    /// The row after the last.
    public var bottom: Int { y + height }

    public func contains(x: Int, y: Int) -> Bool {
        x >= self.x && x < right && y >= self.y && y < bottom
    }

    /// Smaller by `columns` on the left and right and by `rows` above and below.
    public func inset(columns: Int, rows: Int) -> Rect {
        let dx = min(columns, width / 2)
        let dy = min(rows, height / 2)
        return Rect(x: x + dx, y: y + dy, width: width - 2 * columns, height: height - 2 * rows)
    }

    /// Smaller by one cell on every side: what is inside a box.
    public var inside: Rect { inset(columns: 1, rows: 1) }

    /// Cuts `columns` off the left.
    public func split(left columns: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, columns), width)
        return (
            Rect(x: x, y: y, width: cut, height: height), Rect(x: x + cut, y: y, width: width - cut, height: height)
        )
    }

    /// Cuts `columns` off the right.
    public func split(right columns: Int) -> (right: Rect, rest: Rect) {
        let (rest, right) = split(left: width - min(max(0, columns), width))
        return (right, rest)
    }

    /// Cuts `rows` off the top.
    public func split(top rows: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, rows), height)
        return (
            Rect(x: x, y: y, width: width, height: cut), Rect(x: x, y: y + cut, width: width, height: height - cut)
        )
    }

    /// Cuts `rows` off the bottom.
    public func split(bottom rows: Int) -> (bottom: Rect, rest: Rect) {
        let (rest, bottom) = split(top: height - min(max(0, rows), height))
        return (bottom, rest)
    }

    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
    }

    /// A rectangle of at most `size` in the middle of this one.
    public func centred(_ size: Size) -> Rect {
        let w = min(size.columns, width)
        let h = min(size.rows, height)
        return Rect(x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h)
    }
}
