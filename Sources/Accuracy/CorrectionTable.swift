import Foundation
import Measuring
import Records
import Station
import Store
import Terminal
import Vietnamese

/// What it costs to correct pages on the correction screen: somebody who knows the truth goes through the doubtful words, by the
/// keys that a person would press, and the station's own update function takes them.
struct CorrectionTable {
    private struct Session {
        /// Keys at each word that was put right.
        var keysPerCorrection: [Int] = []
        /// Keys at words that were right.
        var keysAtRightWords = 0
        /// At words to which the truth has no one word: taken as they are.
        var strange = 0
        /// Words that no key sequence of the typist made right.
        var failed = 0
        /// Wrong words that were never doubtful.
        var unseen = 0
        var words = 0
        var times: [Double] = []

        static func + (a: Session, b: Session) -> Session {
            Session(
                keysPerCorrection: a.keysPerCorrection + b.keysPerCorrection, keysAtRightWords: a.keysAtRightWords + b.keysAtRightWords,
                strange: a.strange + b.strange, failed: a.failed + b.failed, unseen: a.unseen + b.unseen, words: a.words + b.words, times: a.times + b.times)
        }
    }

    private let byKind: [(kind: String, session: Session)]

    init(_ read: [ReadPage]) {
        var byKind: [String: Session] = [:], all = Session()
        let proofreader = Proofreader()
        for page in read {
            let session = CorrectionTable.session(page, proofreader)
            byKind[page.truth.kind] = (byKind[page.truth.kind] ?? Session()) + session
            all = all + session
        }
        self.byKind = byKind.sorted { $0.key < $1.key }.map { (kind: $0.key, session: $0.value) } + [(kind: "all", session: all)]
    }

    var report: String {
        let rows = byKind.map { kind, session in
            let keys = session.keysPerCorrection, count = max(1, keys.count)
            let own = keys.reduce(0, +), all = own + session.keysAtRightWords + session.strange
            let median = keys.median.map { String($0) } ?? "–"
            let (mean, share) = (Double(own) / Double(count), Double(all) / Double(count))
            let rest = [session.unseen, session.failed, session.strange].map { String($0) }
            let times = [session.times.median, session.times.percentile(0.99)].map { ($0 ?? 0).text(1) }
            return [kind, String(session.words), String(keys.count), median, mean.text(2), share.text(2)] + rest + times
        }
        return """
            Correcting by keys: those pressed at a word that was put right (median, mean), and all keys of the session for each of them;
            processor time from key to frame, strips of pictures not counted

            \(Table.text(["kind", "words", "corrected", "median", "mean", "all keys", "not seen", "not right", "not in truth", "ms a key", "p99"], rows))
            """
    }

    /// Nothing could be put right: it reads so, or the truth has no one word for it.
    private static func isRight(_ word: RevisedWord, _ match: WordAlignment.Match?) -> Bool {
        guard case .word(let truth)? = match else { return true }
        return TextScore.isSame(truth, word.text)
    }

    private static func session(_ page: ReadPage, _ proofreader: Proofreader) -> Session {
        var session = Session()
        let reading = page.reading.page
        session.words = reading.words.count
        let matches = WordAlignment(truth: page.truth.lines, read: reading.words.map(\.text)).matches
        var desk = TypistAtDesk(RevisedPage(reading), proofreader)
        let meant = Dictionary(zip(reading.words, matches).map { ($0.box, $1) }) { first, _ in first }
        while let word = desk.doubtfulWord {
            let keys = desk.keys
            // One key for all that is seen, where all of it is right.
            var seen = desk
            seen.press(.character(" "))
            let taken = desk.taken(by: seen)
            if taken.count > 1, taken.allSatisfy({ isRight($0, meant[$0.box]) }) {
                desk = seen
                session.keysAtRightWords += 1
                continue
            }
            guard case .word(let truth)? = meant[word.box] else {
                desk.press(.enter)
                session.strange += 1
                continue
            }
            if TextScore.isSame(truth, word.text) {
                desk.press(.enter)
                session.keysAtRightWords += desk.keys - keys
            } else if desk.correct(word.text, to: truth) {
                session.keysPerCorrection.append(desk.keys - keys)
            } else {
                session.failed += 1
            }
        }
        session.times = desk.times
        session.unseen = zip(reading.words, matches).count { word, match in
            guard case .word(let truth) = match else { return false }
            return !TextScore.isSame(truth, word.text) && desk.isMachine(word.box)
        }
        return session
    }
}

/// The correction screen with one page, and the keys that were pressed.
private struct TypistAtDesk {
    private var model: Model
    private let page = PageID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 1))
    private(set) var keys = 0
    /// From key to frame, in milliseconds of processor time.
    private(set) var times: [Double] = []

    init(_ text: RevisedPage, _ proofreader: Proofreader) {
        let id = DossierID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 2))
        let tile = PageTile(id: page, index: 1, sheetLabel: "1", side: .front, document: DocumentID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 3)))
        let theme = ThemeLibrary(folder: nil).theme("dark", colors: .palette256).theme
        model = Model(language: .vi, size: Size(columns: 120, rows: 40), theme: theme, colors: .palette256, now: Timestamp(milliseconds: 0))
        let doubts = text.judgements(by: proofreader)
        let open = doubts.count { $0.doubt != .sure }
        _ = update(&model, .event(.dossierOpened(DeskDossier(
            id: id, code: "A", title: "", stage: .scanned, documents: [], pages: [tile], counts: DeskCounts(sheets: 1, countedSheets: 1, sides: 1)))))
        _ = update(&model, .input(.function(3)))
        _ = update(&model, .event(.correction(
            CorrectionDossier(id: id, code: "A", title: "", pages: [CorrectionPage(tile: tile, doubts: open, isOpen: open > 0)]), for: .page(page))))
        _ = update(&model, .event(.correctionText(CorrectionText(page: page, text: text, reading: 1, judgements: doubts))))
    }

    private var text: CorrectionText? { model.correction.texts[page] }

    /// The word under the cursor, while any is doubtful.
    var doubtfulWord: RevisedWord? {
        let at = model.correction.cursor
        guard let text, text.doubt(at) != .sure else { return nil }
        return text.text.words[at]
    }

    func isMachine(_ box: Box) -> Bool { text?.text.words.contains { $0.box == box && $0.isMachine } == true }

    /// Words that somebody further on has accepted and this one has not.
    func taken(by other: TypistAtDesk) -> [RevisedWord] {
        zip(text?.text.words ?? [], other.text?.text.words ?? []).filter { $0 != $1 }.map(\.0)
    }

    mutating func press(_ key: Key) {
        keys += 1
        let start = TypistAtDesk.processorTime
        _ = update(&model, .input(key))
        _ = view(model)
        times.append(TypistAtDesk.processorTime - start)
    }

    /// Of this thread, in milliseconds: other people on the machine hardly change it.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }

    /// By a suggestion, a tone, or typing.
    /// - Returns: whether the word reads so now.
    mutating func correct(_ word: String, to truth: String) -> Bool {
        let at = model.correction.cursor
        let suggestions = text?.suggestions(at) ?? []
        if let place = suggestions.firstIndex(where: { TextScore.isSame($0, truth) }) {
            press(.character(Character(String(place + 1))))
        } else if let key = "fsrxjz".first(where: { key in Tone(telexKey: key).flatMap { word.toned($0) }.map { TextScore.isSame($0, truth) } == true }) {
            press(.character(key))
            press(.enter)
        } else {
            press(.character("i"))
            for key in TypistAtDesk.telex(truth) { press(.character(key)) }
            press(.enter)
        }
        let count = truth.split(separator: " ").count
        guard let words = text?.text.words, at + count <= words.count else { return false }
        return TextScore.isSame(words[at..<at + count].map(\.text).joined(separator: " "), truth)
    }

    /// Marks right behind their letters, the tone at the end of its syllable.
    private static func telex(_ text: String) -> String {
        var keys = "", tone = ""
        for letter in text.precomposedStringWithCanonicalMapping {
            if !letter.isLetter {
                keys += tone
                tone = ""
            }
            if letter == "đ" || letter == "Đ" {
                keys += letter == "đ" ? "dd" : "DD"
                continue
            }
            for scalar in String(letter).decomposedStringWithCanonicalMapping.unicodeScalars {
                switch scalar.value {
                case 0x300: tone = "f"
                case 0x301: tone = "s"
                case 0x309: tone = "r"
                case 0x303: tone = "x"
                case 0x323: tone = "j"
                case 0x302: keys += keys.suffix(1)
                case 0x306, 0x31B: keys += "w"
                default: keys.unicodeScalars.append(scalar)
                }
            }
        }
        return keys + tone
    }
}
