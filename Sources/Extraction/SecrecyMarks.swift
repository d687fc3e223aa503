import Records
import Vietnamese

/// Finds the mark of secrecy of a document (độ mật) on a page: MẬT, TỐI MẬT, TUYỆT MẬT, and GIẢI MẬT, which lifts it.
///
/// A mark stands alone, in capitals, in the head: NĐ 30/2020 PL I, box 10a, puts it left below the subject; stamps are struck
/// above the head as well, and older papers have it typed in either corner. In running text the same words are no mark.
/// Two ways vote, and one is enough: the words of the reading, and what is seen in the picture, as a skewed stamp.
public struct SecrecyMarks {
    public init() {}

    /// - Parameters:
    ///   - width, height: pixels of the stored image.
    ///   - quarterTurns: clockwise, that set it upright.
    ///   - sightings: in its picture.
    /// - Returns: the gravest mark on the page; nil: there is none.
    public func find(_ page: RecognisedPage, sightings: [MarkSighting], width: Int, height: Int, quarterTurns: Int) -> SecrecyMark? {
        let lines = PageLines(page, width: width, height: height, quarterTurns: quarterTurns).lines
        let segments = SecrecyMarks.segments(lines)
        let typed = segments.compactMap { segment in
            SecrecyMarks.wording(ofTyped: segment).map { (wording: $0, box: segment.box, evidence: SecrecyMark.Evidence.words) }
        }
        let least = SecrecyMarks.leastLook(on: page)
        let struck = sightings.flatMap { sighting -> [(wording: Wording, box: Box, evidence: SecrecyMark.Evidence)] in
            let word = RecognisedWord(text: "", confidence: 1, box: sighting.box, line: 0)
            let placed = PageLines.place(word, width: max(1, width), height: max(1, height), quarterTurns & 3)
            let there = Surroundings(of: placed, isSeen: sighting.chance > 0, segments)
            let read = there.isText ? nil : SecrecyMarks.wording(read: sighting)
            let isSeen = sighting.chance > 0 && sighting.chance >= there.leastLook(onPage: least)
            guard isSeen || read != nil else { return [] }
            let wording = there.wording(seen: isSeen ? sighting : nil, read: read)
            var votes: [(wording: Wording, box: Box, evidence: SecrecyMark.Evidence)] = []
            if isSeen { votes.append((wording, sighting.box, .picture)) }
            if let read { votes.append((read == .lifted ? .lifted : wording, sighting.box, .words)) }
            return votes
        }
        let found = typed + struck
        guard let gravest = found.max(by: { $0.wording.gravity < $1.wording.gravity }) else { return nil }
        let same = found.filter { $0.wording == gravest.wording }
        return SecrecyMark(
            level: gravest.wording.level, isLifted: found.contains { $0.wording == .lifted }, box: gravest.box,
            evidence: SecrecyMark.Evidence.allCases.filter { way in same.contains { $0.evidence == way } })
    }

    /// What a mark says.
    enum Wording: CaseIterable {
        case lifted, confidential, secret, topSecret

        init(_ level: SecrecyLevel?) {
            self = switch level {
            case .topSecret: .topSecret
            case .secret: .secret
            case .confidential: .confidential
            case nil: .lifted
            }
        }

        var gravity: Int { Wording.allCases.firstIndex(of: self) ?? 0 }

        var level: SecrecyLevel? {
            switch self {
            case .lifted: nil
            case .confidential: .confidential
            case .secret: .secret
            case .topSecret: .topSecret
            }
        }

        /// Folded.
        var letters: [UInt8] {
            switch self {
            case .lifted: Array("giaimat".utf8)
            case .confidential: Array("mat".utf8)
            case .secret: Array("toimat".utf8)
            case .topSecret: Array("tuyetmat".utf8)
            }
        }

        /// Of so many letters one may be read wrong, of the longest two; of three none: MẪU and ĐẶT are as near.
        var likeness: Double {
            switch self {
            case .confidential: 1
            case .secret: 0.8
            case .lifted, .topSecret: 0.74
            }
        }
    }

    // MARK: Words

    /// Share of the page's height down to which a mark may stand: box 10a ends at 0.24 of the text, and a stamp finds its
    /// place below a long subject.
    private static let zone = 0.46
    /// Of the page's width: words that are nearer to each other belong together.
    private static let gap = 0.035
    /// TỐI and MẬT, letter by letter, by a typewriter.
    private static let gapOfMark = 0.07

    /// Words that stand together, apart from others of their line.
    struct Segment {
        let words: [PlacedWord]
        /// The words right above end like this; what follows goes on with them.
        let goesOn: Bool

        var box: Box { words.dropFirst().reduce(words[0].stored) { $0.union($1.stored) } }
    }

    private static func segments(_ lines: [PageLine]) -> [Segment] {
        var segments: [Segment] = []
        for line in lines where line.top < zone {
            var words: [PlacedWord] = []
            for word in line.words {
                if let last = words.last, word.left - last.right > (last.isOfMark && word.isOfMark ? gapOfMark : gap) {
                    segments.append(segment(words, below: segments))
                    words = []
                }
                words.append(word)
            }
            if !words.isEmpty { segments.append(segment(words, below: segments)) }
        }
        return segments
    }

    /// What the first line of a title ends with, when the second begins with MẬT.
    private static let beginnings: Set<String> = ["bao", "bi", "co", "do", "van", "tai", "chu", "dau", "tin", "giai", "danh"]

    private static func segment(_ words: [PlacedWord], below earlier: [Segment]) -> Segment {
        let (left, right) = (words[0].left, words[words.count - 1].right)
        let top = words[0].top
        let height = max(0.006, words[0].bottom - words[0].top)
        let above = earlier.last { other in
            guard let first = other.words.first, let last = other.words.last else { return false }
            return first.left < right && left < last.right && first.bottom <= top + height && top - last.bottom < 1.5 * height
        }
        let ending = above?.words.last.map { String(decoding: $0.letters, as: UTF8.self) } ?? ""
        // A subject in small letters does not go on in capitals.
        let isHeading = above.map { isInCapitals($0.words.map(\.text).joined()) } ?? false
        return Segment(words: words, goesOn: isHeading && (above?.words.count ?? 0) > 1 && beginnings.contains(ending))
    }

    private static func wording(ofTyped segment: Segment) -> Wording? {
        guard !segment.goesOn else { return nil }
        return isInCapitals(segment.words.map(\.text).joined()) ? wording(of: segment.words.map(\.letters)) : nil
    }

    /// One letter of a stamp may be taken for a small one, not of three.
    private static func isInCapitals(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.filter(\.properties.isAlphabetic)
        return scalars.count >= 3 && scalars.count { $0.properties.isLowercase } * 6 <= scalars.count
    }

    // MARK: The picture

    /// 0…1, how sure a look is that counts; on a page that is hardly read; where MẬT was read in running text, as words of a line beside
    /// the stamp may seem to go with it; on a page of which next to nothing was read; and where something like MẬT was read as well.
    /// Chosen on drawn sheets of other seeds than those that are reported (Sources/Scripts/bench secrecy).
    private static let (sureLook, certainLook, struckLook, clearLook, agreedLook) = (0.7, 0.8, 0.85, 0.9, 0.5)
    /// A look that says more surely what stands before MẬT than a reading that has nothing before it.
    private static let sureLevel = 0.75

    /// Print that shows through from the other side, mirrored, looks like anything, and so do some Chinese characters: what is hardly
    /// read has to look clearer. On empty backs of the material's sheets the look goes up to 0.86.
    private static func leastLook(on page: RecognisedPage) -> Double {
        let confidences = page.words.map(\.confidence)
        if confidences.count(where: { $0 >= 0.7 }) < 8 { return clearLook }
        return confidences.reduce(0, +) < 0.5 * Double(confidences.count) ? certainLook : sureLook
    }

    /// What was read where a mark is seen.
    private struct Surroundings {
        /// There are words of running text or a heading beside it.
        private(set) var isText = false
        /// One of them is MẬT.
        private var hasMarkInText = false
        /// Something like MẬT stands alone.
        private var isLikeMark = false
        /// A mark, and the word before one.
        private var words: Wording?
        private var before: Wording?

        /// - Parameter isSeen: what was read at the middle counts; else what was read in any of it.
        init(of sighting: PlacedWord, isSeen: Bool, _ segments: [Segment]) {
            let (left, right) = isSeen ? (sighting.middle, sighting.middle) : (sighting.left, sighting.right)
            for segment in segments {
                let there = segment.words.filter { word in
                    word.left < right && left < word.right && word.top < sighting.bottom && sighting.top < word.bottom
                }
                if there.isEmpty { continue }
                let own = SecrecyMarks.wording(ofTyped: segment)
                if let own, own.gravity >= words?.gravity ?? 0 { words = own }
                let hasOthers = segment.words.count > 1 && segment.words.contains { !$0.isUnsure && !$0.isOfMark && $0.letters.count > 1 }
                // The second line of a title has them above it.
                if segment.goesOn || hasOthers && own == nil {
                    isText = true
                    hasMarkInText = hasMarkInText || there.contains { !$0.isUnsure && $0.letters == Wording.confidential.letters }
                }
                if !hasOthers, !segment.goesOn, there.contains(where: \.isLikeMark) { isLikeMark = true }
            }
            before = Surroundings.wording(before: sighting, segments)
        }

        /// What stands before MẬT, letters say better than the look; of MẬT alone the word before it may have been passed over, so it does
        /// not outdo a sure look. A stamp that lifts another is struck beside it.
        func wording(seen: MarkSighting?, read: Wording?) -> Wording {
            let letters = [words, read, before].compactMap { $0 }.max { $0.gravity < $1.gravity }
            guard let seen else { return letters ?? .confidential }
            let look = Wording(seen.level)
            guard let letters, letters != .lifted else { return look }
            if letters != .confidential { return look == .lifted ? .lifted : letters }
            return look == .lifted || seen.chance >= sureLevel ? look : .confidential
        }

        /// Of a mark whose last word was not read.
        private static func wording(before sighting: PlacedWord, _ segments: [Segment]) -> Wording? {
            let words = segments.flatMap(\.words).filter { word in
                (0..<farthest).contains(sighting.middle - word.right) && word.top < sighting.bottom && sighting.top < word.bottom && !word.isUnsure && !word.hasSmallLetters
            }
            guard let word = words.max(by: { $0.right < $1.right }) else { return nil }
            return [Wording.secret, .topSecret].first { $0.letters.dropLast(3).elementsEqual(word.letters) }
        }

        /// Of the page's width, from the end of that word to the middle of MẬT.
        private static let farthest = 0.1

        /// - Parameter least: of the page.
        func leastLook(onPage least: Double) -> Double {
            // MẬT in running text is no mark.
            if hasMarkInText { return max(least, struckLook) }
            return isLikeMark && least == sureLook ? agreedLook : least
        }
    }

    /// A mark that was read by itself, in one line or broken over two.
    private static func wording(read sighting: MarkSighting) -> Wording? {
        let lines = sighting.lines
        let pairs = zip(lines, lines.dropFirst()).map { $0 + " " + $1 }
        // MẶT is another word, and where nothing is seen MẬT has its marks.
        let own = (lines + pairs).filter { !$0.decomposedStringWithCanonicalMapping.unicodeScalars.contains("\u{306}") && (sighting.chance > 0 || $0.nfc.contains("Ậ")) }
        return own.compactMap(wording(ofLine:)).max { $0.gravity < $1.gravity }
    }

    private static func wording(ofLine line: String) -> Wording? {
        isInCapitals(line) ? wording(of: line.split(separator: " ").map { String($0).foldedLetters }) : nil
    }

    /// As an outline or its break is read.
    private static let upright = Array("il1j".utf8)

    /// What a line says that has nothing but a mark: the outline beside it may have become a letter.
    static func wording(of words: [[UInt8]]) -> Wording? {
        let words = words.filter { !$0.isEmpty }
        let letters = words.flatMap { $0 }
        for wording in Wording.allCases.reversed() where wording != .confidential {
            let (least, extra) = (wording.likeness, letters.count - wording.letters.count)
            if extra <= 2, ApproximateMatch.similarity(wording.letters, letters) >= least { return wording }
            if (1...3).contains(extra), let match = ApproximateMatch(of: wording.letters, in: letters, least: 0.99), !match.range.isEmpty { return wording }
        }
        // Letter by letter.
        if letters.count <= 5, letters.filter({ !upright.contains($0) }) == Wording.confidential.letters { return .confidential }
        let isAlone = words.count <= 3 && words.allSatisfy { $0 == Wording.confidential.letters || $0.count == 1 }
        return isAlone && words.count { $0 == Wording.confidential.letters } == 1 ? .confidential : nil
    }
}

extension PlacedWord {
    /// A word of a mark in capitals, or one letter of it.
    fileprivate var isOfMark: Bool {
        let words: [[UInt8]] = ["mat", "toi", "tuyet", "giai"].map { Array($0.utf8) }
        return !text.unicodeScalars.contains { $0.properties.isLowercase }
            && (letters.count == 1 || words.contains(letters) || isLikeFirst(words.dropFirst()))
    }

    /// DUYỆT, QUYẾT and GIAO are words.
    private func isLikeFirst(_ words: ArraySlice<[UInt8]>) -> Bool {
        !Syllable.isLegal(text) && words.contains { ApproximateMatch.similarity($0, letters) >= 0.75 }
    }

    /// MẬT in capitals with a letter read wrong, lost or added. What was surely read keeps its Ậ: MẪU, ĐẤT and MÁY are words.
    fileprivate var isLikeMark: Bool {
        (2...4).contains(letters.count) && !text.unicodeScalars.contains { $0.properties.isLowercase } && (isUnsure || text.nfc.contains("Ậ"))
            && ApproximateMatch.similarity(SecrecyMarks.Wording.confidential.letters, letters) >= 0.6
    }
}
