import Records

enum Turning {
    /// Where a box of the upright A4 page at 100 dpi lies in the image that `quarterTurns` clockwise make upright.
    static func stored(_ box: Box, quarterTurns: Int) -> Box {
        let (width, height) = (827, 1169)
        return switch quarterTurns {
        case 1: Box(x: box.y, y: width - box.x - box.width, width: box.height, height: box.width)
        case 2: Box(x: width - box.x - box.width, y: height - box.y - box.height, width: box.width, height: box.height)
        case 3: Box(x: height - box.y - box.height, y: box.x, width: box.height, height: box.width)
        default: box
        }
    }
}
