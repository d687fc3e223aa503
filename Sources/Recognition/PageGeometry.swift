import Records

/// How the copy that is read lies on the stored image: reduced, then turned clockwise by quarters.
struct PageGeometry: Sendable, Equatable {
    /// Of the stored image, before turn, in pixels.
    let storedWidth: Int
    let storedHeight: Int
    /// Clockwise, 0…3.
    let quarterTurns: Int
    /// Of the copy that is read, after turn, in pixels.
    let readWidth: Int
    let readHeight: Int

    /// The box on the stored image of a rectangle on the copy given by its edges. Inside the image, one pixel at least.
    func storedBox(left: Int, top: Int, right: Int, bottom: Int) -> Box {
        let turned = quarterTurns % 2 == 1
        let across = Double(turned ? storedHeight : storedWidth) / Double(max(1, readWidth))
        let down = Double(turned ? storedWidth : storedHeight) / Double(max(1, readHeight))
        let (x1, x2) = (Double(left) * across, Double(right) * across)
        let (y1, y2) = (Double(top) * down, Double(bottom) * down)
        let (width, height) = (Double(storedWidth), Double(storedHeight))
        return switch quarterTurns {
        case 1: box(y1, height - x2, y2, height - x1)
        case 2: box(width - x2, height - y2, width - x1, height - y1)
        case 3: box(width - y2, x1, width - y1, x2)
        default: box(x1, y1, x2, y2)
        }
    }

    private func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Box {
        let x = min(max(Int(left.rounded()), 0), max(0, storedWidth - 1))
        let y = min(max(Int(top.rounded()), 0), max(0, storedHeight - 1))
        let width = min(max(Int(right.rounded()) - x, 1), storedWidth - x)
        let height = min(max(Int(bottom.rounded()) - y, 1), storedHeight - y)
        return Box(x: x, y: y, width: width, height: height)
    }
}
