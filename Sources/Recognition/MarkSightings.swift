import Imaging
import Records

extension MarkSighting {
    /// What is less likely a mark is not told.
    private static let least = 0.3
    /// More than these is a page that has no text of ours.
    private static let most = 4

    /// Marks of secrecy in the picture of a page: the engine reads no stamp that is skewed by more than a few degrees, has an
    /// outline or lies on print. Whatever goes wrong: the page is read without.
    static func all(on copy: ReadingCopy) -> [MarkSighting] {
        guard let sights = try? MarkSights(on: copy.image, dpi: copy.dpi, least: least) else { return [] }
        return sights.found.prefix(most).map { sight in
            let box = sight.box
            return MarkSighting(
                box: copy.geometry.storedBox(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height), level: sight.before.level,
                chance: (sight.chance * 1000).rounded() / 1000)
        }
    }

    /// Those in a file whose page lies upright.
    /// - Parameter began: called when the page's copy is there, which a reading has anyway.
    package static func all(inFile file: String, began: () -> Void = {}) throws(RecognitionFault) -> [MarkSighting] {
        let copy = try ReadingCopy(file: file, quarterTurns: 0)
        began()
        return all(on: copy)
    }
}

extension UprightReading {
    /// What is seen on a page that nobody can read. Where its direction is open, it is taken to lie as the surest mark does.
    static func looked(at order: RecognitionOrder) -> UprightReading {
        var best = UprightReading(page: RecognisedPage(language: order.language, words: []), quarterTurns: order.quarterTurns)
        for turns in order.findsTurn ? Array(0..<4) : [order.quarterTurns] {
            guard let copy = try? ReadingCopy(file: order.file, quarterTurns: turns) else { break }
            let seen = MarkSighting.all(on: copy)
            if best.sightings == nil || seen.surest > (best.sightings ?? []).surest { (best.quarterTurns, best.sightings) = (turns, seen) }
        }
        return best
    }
}

extension [MarkSighting] {
    fileprivate var surest: Double { map(\.chance).max() ?? 0 }
}

extension MarkSight.Before {
    fileprivate var level: SecrecyLevel? {
        switch self {
        case .nothing: .confidential
        case .toi: .secret
        case .tuyet: .topSecret
        case .giai: nil
        }
    }
}
