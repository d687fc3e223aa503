import Records

/// The bed of a scanner or the shadow of a feeder along the edges of an image.
enum DarkBorder {
    /// Darker than this share of the paper is no paper.
    private static let darkShare = 0.6
    /// A share of the page's side; thinner is the shadow that every sheet casts.
    private static let leastDepth = 0.004
    /// A share of the side; shorter is a hole, a stamp or a torn corner.
    private static let leastLength = 0.2

    /// - Parameter paper: its grey, 0…255.
    /// - Returns: of the page, 0…1.
    static func share(of grey: GreyImage, paper: Double) -> Double {
        let limit = Int(darkShare * paper)
        guard grey.width > 20, grey.height > 20 else { return 0 }
        let area = PageEdge.allCases.reduce(0) { $0 + self.area(at: $1, of: grey, darkerThan: limit) }
        return min(1, Double(area) / Double(grey.width * grey.height))
    }

    /// Dark pixels in a row from an edge inwards, where enough of the edge has them.
    private static func area(at edge: PageEdge, of grey: GreyImage, darkerThan limit: Int) -> Int {
        let (width, height) = (grey.width, grey.height)
        let isUpright = edge == .left || edge == .right
        let (length, depth) = isUpright ? (height, width) : (width, height)
        // From one place of the edge to the next, and from it inwards.
        let (start, along, inwards) =
            switch edge {
            case .top: (0, 1, width)
            case .right: (width - 1, width, -1)
            case .bottom: ((height - 1) * width, 1, -width)
            case .left: (0, width, 1)
            }
        let least = max(2, Int(leastDepth * Double(depth)))
        var (area, places) = (0, 0)
        grey.pixels.withUnsafeBufferPointer { pixels in
            for place in 0..<length {
                // A scanner's outermost pixels may be anything.
                var at = start &+ place &* along &+ inwards
                var run = 1
                while run < depth, Int(pixels[at]) < limit {
                    run &+= 1
                    at &+= inwards
                }
                if run >= least {
                    area &+= run
                    places &+= 1
                }
            }
        }
        return Double(places) >= leastLength * Double(length) ? area : 0
    }
}

/// Letters that an edge of the image cuts through, or all but touches.
public struct CutLetters: Sendable, Hashable {
    /// Where most are.
    public let edge: PageEdge
    public let count: Int

    /// From the edge of the image, in millimetres. No office paper has print there.
    private static let reach = 0.8
    /// Of a letter or a part of one, in millimetres: inwards and along the edge. Smaller is ragged paper.
    private static let extent = (inwards: 0.5...8.0, along: 0.3...8.0)

    /// Nil where none is cut.
    init?(_ boxes: InkBoxes, dpi: Double) {
        guard dpi > 0 else { return nil }
        let scale = 25.4 / dpi
        var counts = [0, 0, 0, 0]
        for box in boxes.all {
            let (width, height) = (Double(box.width) * scale, Double(box.height) * scale)
            let gaps = [
                box.y, boxes.width - box.x - box.width, boxes.height - box.y - box.height, box.x,
            ]
            for (index, gap) in gaps.enumerated() where Double(gap) * scale <= Self.reach {
                let (inwards, along) = index % 2 == 0 ? (height, width) : (width, height)
                if Self.extent.inwards.contains(inwards), Self.extent.along.contains(along) { counts[index] += 1 }
            }
        }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] > 0,
            let edge = PageEdge(rawValue: most + 1)
        else { return nil }
        (self.edge, count) = (edge, counts[most])
    }
}
