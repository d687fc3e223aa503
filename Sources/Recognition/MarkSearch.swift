import Imaging
import Records
import Vietnamese

/// Looks for marks of secrecy in the picture of a page that was read: the engine reads no stamp that is skewed by more than a few
/// degrees, has an outline or lies on print. What looks like one is set level and read by itself.
struct MarkSearch {
    /// A word is sure from here on, 0…1. Less is looked at again: letters in an outline are read so.
    fileprivate static let sure = 0.85
    /// And so sure is a word of a text, beside sure ones.
    private static let likely = 0.3
    /// What is less likely a mark is not told.
    private static let least = 0.3
    /// More than these is a page that has no text of ours.
    private static let most = 4

    let copy: ReadingCopy
    let api: TesseractAPI
    let deadline: ContinuousClock.Instant

    /// A word where it stands on the copy.
    struct Word {
        let text: String
        /// 0…1.
        let confidence: Double
        let box: Records.Box
    }

    /// Whatever goes wrong: the page is read without.
    func sightings(besides words: [Word]) -> [MarkSighting] {
        let known = words.indices.filter { MarkSearch.needsNoLook($0, of: words) }.map { words[$0].box }
        guard let sights = try? MarkSights(on: copy.image, dpi: copy.dpi, besides: known, least: MarkSearch.least) else { return [] }
        return sights.found.prefix(MarkSearch.most).map { sight in
            let box = sight.box
            let stored = copy.geometry.storedBox(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height)
            return MarkSighting(box: stored, level: sight.before.level, chance: (sight.chance * 1000).rounded() / 1000, texts: texts(at: sight))
        }
    }

    private func texts(at sight: MarkSight) -> [String] {
        var texts: [String] = []
        for picture in (try? copy.image.pictures(of: sight, dpi: copy.dpi)) ?? [] {
            guard let text = try? api.line(on: picture, dpi: copy.dpi, deadline: deadline), !text.isEmpty, !texts.contains(text) else { continue }
            texts.append(text)
        }
        return texts
    }

    /// A sure word, but for one of a mark that stands by itself: the engine may have read half of it.
    private static func needsNoLook(_ index: Int, of words: [Word]) -> Bool {
        let word = words[index]
        guard word.isSure else { return word.confidence >= MarkSearch.likely && isInLine(index, of: words) }
        guard word.isOfMark else { return true }
        // Along the line to either side, as far as words follow on each other.
        for step in [-1, 1] {
            var (at, last) = (index + step, word)
            while words.indices.contains(at), words[at].isBeside(last) {
                if words[at].isSure && !words[at].isOfMark { return true }
                last = words[at]
                at += step
            }
        }
        return false
    }

    /// Whether a sure word of its own height stands beside it: one of a text, however it was read.
    private static func isInLine(_ index: Int, of words: [Word]) -> Bool {
        let word = words[index]
        return [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }.contains { other in
            guard other.isSure, !other.isOfMark, other.isBeside(word) else { return false }
            let ratio = Double(word.box.height) / Double(max(1, other.box.height))
            return (0.65...1.45).contains(ratio)
        }
    }
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

extension MarkSearch.Word {
    var isSure: Bool {
        confidence >= MarkSearch.sure && text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// Of a mark of secrecy, in capitals.
    var isOfMark: Bool {
        let letters = text.folded.filter(\.isLetter)
        return text == text.uppercased() && !text.contains(where: { ",.;:".contains($0) }) && ["mat", "toi", "tuyet", "giai"].contains(letters)
    }

    func isBeside(_ other: MarkSearch.Word) -> Bool {
        let gap = max(box.x, other.box.x) - min(box.x + box.width, other.box.x + other.box.width)
        let shared = min(box.y + box.height, other.box.y + other.box.height) - max(box.y, other.box.y)
        return gap < other.box.height && 2 * shared > min(box.height, other.box.height)
    }
}
