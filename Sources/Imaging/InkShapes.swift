import CLeptonica
import Records

/// The ink of a page as connected dark shapes, in millimetres of paper; what tells a note from dust, a punch hole or
/// the shadow of an edge. No share of dark pixels can: a bleeding seal has as many as a short note.
struct InkShapes {
    /// Shapes that could be letters or strokes of a pen.
    let count: Int

    /// Text has far more shapes than this; looking at each one closely would only cost time.
    private static let plainlyText = 300

    /// - Parameters:
    ///   - ink: one bit, black where the page is clearly darker than the paper around.
    ///   - boxes: of its shapes.
    ///   - dpi: of that image.
    init(of ink: Pixels, boxes: InkBoxes, dpi: Double) throws(ImagingError) {
        let scale = dpi / 25.4
        let (pageWidth, pageHeight) = (Double(ink.width) / scale, Double(ink.height) / scale)
        let found = boxes.inside
        let letters = found.count { Self.isLetterSized($0, scale) }
        guard letters <= Self.plainlyText else {
            count = letters
            return
        }
        var shapes = 0
        for box in found {
            let shape = try Shape(box, in: ink, pixelsPerMillimetre: scale)
            if shape.isDust || shape.isStreak || shape.isPunchHole(pageWidth: pageWidth, pageHeight: pageHeight)
                || shape.isStaple(pageWidth: pageWidth, pageHeight: pageHeight)
            { continue }
            shapes += 1
        }
        count = shapes
    }

    private static func isLetterSized(_ box: Records.Box, _ scale: Double) -> Bool {
        let longest = Double(max(box.width, box.height)) / scale
        return longest >= 1.2 && longest <= 8
    }

    private static func area(of image: Pixels) -> Double {
        var count: Int32 = 0
        _ = image.with { pixCountPixels($0, &count, nil) }
        return Double(count)
    }

    /// One connected shape; lengths in millimetres.
    private struct Shape {
        let left, top, width, height: Double
        /// Dark pixels.
        let area: Double
        let pixelsPerMillimetre: Double

        init(_ box: Records.Box, in ink: Pixels, pixelsPerMillimetre scale: Double) throws(ImagingError) {
            pixelsPerMillimetre = scale
            (left, top) = (Double(box.x) / scale, Double(box.y) / scale)
            (width, height) = (Double(box.width) / scale, Double(box.height) / scale)
            guard max(width, height) >= Shape.smallest else {
                area = 0
                return
            }
            var frame = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
            defer { boxDestroy(&frame) }
            area = InkShapes.area(of: try ink.made { pixClipRectangle($0, frame, nil) })
        }

        /// The smallest stroke of a pen worth a look; dust and the dots of screened print are smaller.
        private static let smallest = 1.0

        private var fill: Double { area / (width * height * pixelsPerMillimetre * pixelsPerMillimetre) }

        /// How thick the shape is if it is one line from corner to corner of its box.
        private var thickness: Double {
            area / (pixelsPerMillimetre * pixelsPerMillimetre) / (width * width + height * height).squareRoot()
        }

        var isDust: Bool { max(width, height) < Shape.smallest }

        /// A fold, a dirty sensor's line, the edge of a sheet below: long, thin and straight along an axis.
        var isStreak: Bool { max(width, height) > 40 && min(width, height) < 4 }

        /// Round, 4–8 mm, its centre within 22 mm of an edge (ISO 838: 12 mm).
        func isPunchHole(pageWidth: Double, pageHeight: Double) -> Bool {
            let isRound = min(width, height) / max(width, height) > 0.75 && fill > 0.6
            return isRound && (3.5...9).contains(max(width, height)) && edgeDistance(pageWidth, pageHeight) < 22
        }

        /// A straight line longer than a figure, in a corner.
        func isStaple(pageWidth: Double, pageHeight: Double) -> Bool {
            let (across, down) = distances(pageWidth, pageHeight)
            return across < 30 && down < 30 && (6...18).contains(max(width, height)) && thickness < 0.9
        }

        private func edgeDistance(_ pageWidth: Double, _ pageHeight: Double) -> Double {
            let (across, down) = distances(pageWidth, pageHeight)
            return min(across, down)
        }

        /// From the centre to the nearer vertical and horizontal edge.
        private func distances(_ pageWidth: Double, _ pageHeight: Double) -> (across: Double, down: Double) {
            let (x, y) = (left + width / 2, top + height / 2)
            return (
                min(x, pageWidth - x), min(y, pageHeight - y)
            )
        }
    }
}
