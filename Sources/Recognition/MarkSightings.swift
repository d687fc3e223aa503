import Imaging
import Records

extension MarkSighting {
    /// What is less likely a mark is not told.
    private static let least = 0.3
    /// More than these is a page that has no text of ours.
    private static let most = 4

    /// Marks of secrecy in the picture of a page: the engine reads no stamp that is skewed by more than a few degrees, has an
    /// outline or lies on print.
    /// - Throws: `engine` where nobody could look; that is not the same as to see none.
    static func all(on copy: ReadingCopy) throws(RecognitionFault) -> [MarkSighting] { try sights(on: copy).map { MarkSighting($0, on: copy) } }

    fileprivate static func sights(on copy: ReadingCopy) throws(RecognitionFault) -> ArraySlice<MarkSight> {
        do { return try MarkSights(on: copy.image, dpi: copy.dpi, least: least).found.prefix(most) } catch {
            throw .engine(detail: "MarkSights: \(error)")
        }
    }

    fileprivate init(_ sight: MarkSight, on copy: ReadingCopy, lines: [String] = []) {
        self.init(box: copy.stored(sight.box), level: sight.before.level, chance: (sight.chance * 1000).rounded() / 1000, lines: lines)
    }
}

extension TesseractRecogniser {
    /// Marks of secrecy in a file whose page lies upright.
    /// - Parameters:
    ///   - words: as they were read on it.
    ///   - began: called when the page's copy and the engine are there, which a reading has anyway.
    package func sightings(inFile file: String, words: RecognisedPage, began: () -> Void = {}) throws(RecognitionFault) -> [MarkSighting] {
        let copy = try ReadingCopy(file: file, quarterTurns: 0)
        let api = try loadedAPI(language: words.language)
        let scale = Double(copy.image.width) / Double(copy.geometry.storedWidth)
        began()
        let onCopy = words.words.map { word in (word.text, word.confidence, word.box.scaled(by: scale)) }
        return try sightings(on: copy, onCopy, api, .now + .seconds(60))
    }

    /// With what is read about each, and what is read anew where the head is read unsurely: over a whole page the engine passes over a line
    /// that stands alone, and misreads letters that are set far apart. Some 30 ms a page, 130 ms where much is to be read. After the deadline
    /// nothing more is read.
    func sightings(
        on copy: ReadingCopy, _ words: [MarkPlaces.Word], _ api: TesseractAPI, _ deadline: ContinuousClock.Instant
    ) throws(RecognitionFault) -> [MarkSighting] {
        let places = MarkPlaces(copy)
        // What is seen is told all the same where the words beside it cannot be read.
        func rows(_ part: Box) -> [String] {
            (try? api.scatteredWords(on: copy.image.crop(part), dpi: copy.dpi, deadline: deadline)).map { places.rows($0, in: part) } ?? []
        }
        // Moved together, words are cut by no edge.
        func line(_ part: Box) -> [String] {
            guard let closed = try? places.closed(copy.image.crop(part)) else { return [] }
            return (try? api.line(on: closed, dpi: copy.dpi, deadline: deadline)).map { [$0.map(\.text).joined(separator: " ")] } ?? []
        }
        let sights = try MarkSighting.sights(on: copy)
        let seen = sights.map { MarkSighting($0, on: copy, lines: rows(places.surroundings(of: $0.box))) }
        let unsure = places.unsure(words).filter { row in !sights.contains { $0.box.overlaps(row) } }
        let read = unsure.map { MarkSighting(box: copy.stored($0), level: nil, chance: 0, lines: line(places.surroundings(ofRow: $0))) }
        return seen + read.filter { !$0.lines.isEmpty }
    }
}

extension TesseractAPI.Word {
    var box: Box { Box(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top)) }
}

extension ReadingCopy {
    fileprivate func stored(_ box: Box) -> Box { geometry.storedBox(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height) }
}

extension UprightReading {
    /// What is seen on a page that nobody can read. Where its direction is open, it is taken to lie as the surest mark does. Where one of
    /// them cannot be looked at and the others show nothing, nobody looked: it may be the right one.
    static func looked(at order: RecognitionOrder) -> UprightReading {
        var best = UprightReading(page: RecognisedPage(language: order.language, words: []), quarterTurns: order.quarterTurns)
        var isWhole = true
        for turns in order.findsTurn ? Array(0..<4) : [order.quarterTurns] {
            guard let copy = try? ReadingCopy(file: order.file, quarterTurns: turns), let seen = try? MarkSighting.all(on: copy) else {
                isWhole = false
                continue
            }
            if best.sightings == nil || seen.surest > (best.sightings ?? []).surest { (best.quarterTurns, best.sightings) = (turns, seen) }
        }
        if !isWhole && best.sightings == [] { best.sightings = nil }
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
