import Records

/// The signals on a page, from its lines in order of height.
struct HeadSignals {
    private let lines: [PageLine]
    private(set) var signals: [FirstPage.Signal] = []
    /// Of what time or house the title is.
    private(set) var title: FirstPage.Kind?

    /// Shares of the page's height down to which an element may stand: NĐ 30/2020 PL I puts the head into the upper sixth of the
    /// text; a stamp, a skewed scan or a long issuer moves it down.
    private static let zones = (title: 0.28, number: 0.34, heading: 0.45, annex: 0.4, pageNumber: 0.1)

    init(_ lines: [PageLine]) {
        self.lines = lines
        findTitle()
        findMotto()
        findNumber()
        findDate()
        findIssuer()
        findHeading()
        findAnnex()
        findPlaceInText()
        findBlanks()
        findEnding()
    }

    private mutating func note(_ kind: FirstPage.Signal.Kind, _ line: PageLine, _ words: Range<Int>? = nil, strength: Double = 1) {
        signals.append(FirstPage.Signal(kind, box: line.box(words), strength: strength))
    }

    private func has(_ kind: FirstPage.Signal.Kind) -> Bool { signals.contains { $0.kind == kind } }

    // MARK: Quốc hiệu, tiêu ngữ

    private static let titles: [(letters: [UInt8], kind: FirstPage.Kind)] = [
        (Array("conghoaxahoichunghiavietnam".utf8), .administrative), (Array("dangcongsanvietnam".utf8), .party),
        (Array("vietnamdanchuconghoa".utf8), .before1976), (Array("conghoamiennamvietnam".utf8), .before1976),
    ]
    private static let mottos = ["doclaptudohanhphuc", "doclapdanchuhoabinhtrunglap"].map { Array($0.utf8) }

    private mutating func findTitle() {
        var best: (similarity: Double, line: PageLine, words: Range<Int>, kind: FirstPage.Kind)?
        for line in lines.prefix(14) where line.top < HeadSignals.zones.title {
            for (letters, kind) in HeadSignals.titles {
                guard let match = ApproximateMatch(of: letters, in: line.letters, least: 0.68), match.similarity > best?.similarity ?? 0 else { continue }
                let words = line.words(of: match)
                guard line.capitals(words) > 0.75, !HeadSignals.isEmbedded(words, in: line) else { continue }
                best = (match.similarity, line, words, kind)
            }
        }
        guard let best else { return }
        title = best.kind
        note(.title, best.line, best.words, strength: best.similarity >= 0.8 ? 1 : 0.8)
    }

    private mutating func findMotto() {
        for line in lines.prefix(16) where line.top < HeadSignals.zones.title + 0.04 {
            for letters in HeadSignals.mottos {
                guard let match = ApproximateMatch(of: letters, in: line.letters, least: 0.68) else { continue }
                let words = line.words(of: match)
                guard !HeadSignals.isEmbedded(words, in: line) else { continue }
                note(.motto, line, words, strength: match.similarity >= 0.8 ? 1 : 0.8)
                return
            }
        }
    }

    /// Quoted in a sentence: small letters right before or behind it, or quotation marks.
    private static func isEmbedded(_ words: Range<Int>, in line: PageLine) -> Bool {
        guard let first = line.words[safe: words.lowerBound], let last = line.words[safe: words.upperBound - 1] else { return true }
        if first.text.hasPrefix("“") || first.text.hasPrefix("\"") { return true }
        let reach = 0.025
        if let before = line.words[safe: words.lowerBound - 1], first.left - before.right < reach, before.hasSmallLetters { return true }
        if let after = line.words[safe: words.upperBound], after.left - last.right < reach, after.hasSmallLetters { return true }
        return false
    }

    // MARK: Số, ngày

    private mutating func findNumber() {
        var bare: (PageLine, Range<Int>)?
        for line in lines.prefix(20) where line.top < HeadSignals.zones.number {
            guard let start = HeadSignals.numberStart(line) else { continue }
            let rest = line.words[start...].prefix(6).prefix { $0.left < 0.6 }
            if let notation = rest.firstIndex(where: HeadSignals.isNotation) {
                if HeadSignals.isReference(line, notation) { continue }
                note(.number, line, start..<notation + 1, strength: notation > start || line.words[start].letters.starts(with: "so".utf8) ? 1 : 0.6)
                return
            }
            if bare == nil, HeadSignals.isBareNumber(line, start) { bare = (line, start..<start + 1) }
        }
        if let bare { note(.bareNumber, bare.0, bare.1) }
    }

    /// The word Số, or a number with its notation, at the left or after a gap; not in the stamp ĐẾN.
    private static func numberStart(_ line: PageLine) -> Int? {
        for (index, word) in line.words.enumerated().prefix(5) where word.left < 0.42 {
            let before = index > 0 ? line.words[index - 1] : nil
            if let before, word.left - before.right < 0.02, before.letters.count > 1 { continue }
            if line.words[..<index].contains(where: { $0.letters.starts(with: "den".utf8) || $0.hasSmallLetters }) { return nil }
            let isWord = word.letters.starts(with: "so".utf8) && word.beginsWithCapital && word.letters.dropFirst(2).allSatisfy { $0 < 97 }
            if isWord || isNotation(word) { return index }
        }
        return nil
    }

    /// `15/QĐ-UBND`, `51-CV/TU`, `/2009/NQ-HĐND`, `123-TCCQ`.
    private static func isNotation(_ word: PlacedWord) -> Bool {
        guard let stroke = word.text.firstIndex(where: { $0 == "/" || $0 == "-" || $0 == "–" }) else { return false }
        let behind = word.text[stroke...].unicodeScalars.filter(\.properties.isAlphabetic)
        let before = word.text[..<stroke].unicodeScalars.filter(\.properties.isAlphabetic)
        return !behind.isEmpty && before.count <= 4 && behind.first?.properties.isUppercase == true
            && behind.count { $0.properties.isLowercase } <= 2
    }

    /// `15/QĐ-UBND ngày …`: the sentence goes on right behind it.
    private static func isReference(_ line: PageLine, _ notation: Int) -> Bool {
        guard let next = line.words[safe: notation + 1] else { return false }
        return next.left - line.words[notation].right < 0.025 && next.hasSmallLetters && !next.beginsWithCapital
    }

    private static func isBareNumber(_ line: PageLine, _ start: Int) -> Bool {
        guard let next = line.words[safe: start + 1] else { return true }
        // Số lượng, Số điện thoại: a word of the text.
        return !(next.hasSmallLetters && !next.beginsWithCapital)
    }

    private static let day = Array("ngay".utf8), month = Array("thang".utf8)

    private mutating func findDate() {
        for line in lines.prefix(24) where line.top < HeadSignals.zones.heading {
            for (index, word) in line.words.enumerated() where ApproximateMatch.similarity(word.letters, HeadSignals.day) >= 0.75 {
                let behind = line.words[(index + 1)...].prefix(4)
                guard behind.contains(where: { ApproximateMatch.similarity($0.letters, HeadSignals.month) >= 0.6 }),
                    let start = HeadSignals.placeStart(line, before: index), !HeadSignals.goesOn(line, after: index)
                else { continue }
                let isFilledIn = index == start || line.words[start].beginsWithCapital && line.words[start].letters.count > 1
                let isHigh = line.top < HeadSignals.zones.number
                note(.date, line, start..<min(line.words.count, index + 6), strength: (isHigh ? 1 : 0.5) * (isFilledIn ? 1 : 0.3))
                return
            }
        }
    }

    /// Where the name of the place begins that stands before `ngày`; nil when what stands there is no such name.
    private static func placeStart(_ line: PageLine, before index: Int) -> Int? {
        guard index > 0 else { return line.words[0].left > 0.4 ? 0 : nil }
        let place = line.words[index - 1]
        guard place.text.hasSuffix(",") || place.text.hasSuffix(".") else { return nil }
        var start = index - 1
        while start > 0, index - start < 5, line.words[start].left - line.words[start - 1].right < 0.025, line.words[start - 1].beginsWithCapital,
            !isNotation(line.words[start - 1]) { start -= 1 }
        return line.words[start].left > 0.3 ? start : nil
    }

    /// A sentence goes on behind the year.
    private static func goesOn(_ line: PageLine, after index: Int) -> Bool {
        line.words.count - index > 9
    }

    // MARK: Issuer, heading, address

    private static let bodies = [
        "uyban", "ubnd", "hoidongnhandan", "hdnd", "so", "bo", "tinhuy", "thanhuy", "huyenuy", "quanuy", "danguy", "dangbo", "chibo", "chinhphu",
        "thutuong", "phuthutuong", "cuc", "tongcuc", "chicuc", "vanphong", "banchaphanh", "bantochuc", "ban", "benhvien", "truong", "congty",
        "nganhang", "toaan", "vienkiemsat", "congan", "bochihuy", "ty", "phong", "vien", "trungtam", "lienhiep", "mattran", "hoi", "quochoi",
        "khobac", "thanhpho", "uy",
    ].map { Array($0.utf8) }

    private mutating func findIssuer() {
        let top = lines.first?.top ?? 0
        for line in lines.prefix(4) where line.top < min(0.2, top + 0.06) {
            let left = line.words.prefix { $0.left < 0.42 }
            guard let first = left.first, first.left < 0.35, left.count >= 2, line.capitals(0..<left.count) > 0.85 else { continue }
            let letters = left.flatMap(\.letters)
            let isBody = HeadSignals.bodies.contains { body in
                body.count > 3 ? letters.starts(with: body) : first.letters == body
            }
            guard isBody, left.count < line.words.count || line.right < 0.62 else { continue }
            note(.issuer, line, 0..<left.count)
            return
        }
    }

    private static let headings = [
        "quyetdinh", "kehoach", "baocao", "totrinh", "thongbao", "chithi", "nghiquyet", "chuongtrinh", "huongdan", "giaymoi", "bienban",
        "quydinh", "thongtu", "congdien", "congvan", "nghidinh", "hopdong", "giaychungnhan", "giayuyquyen", "giaygioithieu", "bancamket",
        "dondenghi", "donxin", "donkhieunai", "tokhai", "phieutrinh", "phieuchuyen", "bantrichngang", "phuongan", "dean", "ketluan", "phaplenh",
        "saclenh", "luat", "thongtri", "thongcao", "giaybaotin", "phieugui", "quyche", "bantuongtrinh", "lenh", "congbo", "dutoan",
    ].map { Array($0.utf8) }
    private static let addresses = ["vv", "kinhgui", "kinhmoi"].map { Array($0.utf8) }

    private mutating func findHeading() {
        for line in lines.prefix(26) where line.top < HeadSignals.zones.heading {
            if !has(.address), HeadSignals.isAddress(line) { note(.address, line) }
            guard !has(.heading), !line.text.hasSuffix(":"), line.capitals() > 0.85, (0.28...0.72).contains(line.middle), line.left > 0.15 else { continue }
            let isHeading = HeadSignals.headings.contains { heading in
                ApproximateMatch.similarity(heading, line.letters) >= 0.8
                    || (line.words.count <= 6 && line.letters.count > heading.count
                        && ApproximateMatch.similarity(heading, Array(line.letters.prefix(heading.count))) >= 0.88)
            }
            if isHeading { note(.heading, line) }
        }
    }

    private static func isAddress(_ line: PageLine) -> Bool {
        guard let first = line.words.first, first.beginsWithCapital else { return false }
        if first.letters == addresses[0] { return first.text.contains("/") }
        return line.left > 0.15 && addresses[1...].contains { line.letters.starts(with: $0) }
    }

    // MARK: What speaks against

    private mutating func findAnnex() {
        for line in lines.prefix(16) where line.top < HeadSignals.zones.annex {
            let isShort = line.words.count <= 5
            if !has(.annex), isShort, line.top < 0.25, line.words[0].beginsWithCapital, line.left > 0.15,
                ApproximateMatch.similarity(Array("phuluc".utf8), Array(line.letters.prefix(6))) >= 0.8 { note(.annex, line) }
            if !has(.issuedWith), HeadSignals.isIssuedWith(line) { note(.issuedWith, line) }
            if !has(.formLabel), isShort, line.top < 0.2, HeadSignals.isFormLabel(line) { note(.formLabel, line) }
        }
    }

    private static func isIssuedWith(_ line: PageLine) -> Bool {
        let opens = line.text.prefix(3).contains { "([{|".contains($0) }
        for phrase in ["banhanhkemtheo", "kemtheo", "dinhkem"] {
            guard let match = ApproximateMatch(of: Array(phrase.utf8), in: line.letters, least: 0.8) else { continue }
            if match.range.lowerBound <= (opens ? 10 : 2) { return opens || line.left > 0.13 }
        }
        return false
    }

    private static func isFormLabel(_ line: PageLine) -> Bool {
        ["mauso", "maudon", "bieuso", "bieumau", "phubieu"].contains { line.hasPrefix($0) }
            || (line.hasPrefix("mau") && line.words.count <= 2 && line.letters.dropFirst(3).allSatisfy { $0 < 97 })
    }

    private mutating func findPlaceInText() {
        guard let first = lines.first else { return }
        var text = lines[...]
        if first.words.count == 1, first.words[0].isNumber, first.letters.count <= 3, first.top < HeadSignals.zones.pageNumber,
            first.letters != [49], (0.35...0.65).contains(first.middle) {
            note(.pageNumber, first)
            text = text.dropFirst()
        }
        // Specks above the text are no line of it.
        guard let line = text.first(where: { $0.letters.count > 3 }) else { return }
        let isWide = line.right - line.left > 0.55 && line.capitals() < 0.4 && line.left < 0.25
        let goesOn = line.words[0].hasSmallLetters && !line.words[0].beginsWithCapital && line.left < 0.2 && line.words.count > 2
        let isSection = ["chuong", "dieu", "muc", "noinhan"].contains { line.hasPrefix($0) } && line.top < 0.2
        let isHead = signals.contains { [.number, .bareNumber, .date].contains($0.kind) && $0.box.overlaps(line.box()) }
        if isWide || goesOn || isSection, !isHead { note(.runningText, line) }
    }

    /// Dots to write on; many are read as words that OCR itself does not believe.
    private mutating func findBlanks() {
        let dotted = lines.filter { line in
            let unsure = line.words.count { $0.isUnsure || $0.text.contains("..") }
            return line.words.contains { $0.text.contains("...") } || (unsure >= 2 && unsure * 2 >= line.words.count)
        }
        if dotted.count >= 3, let line = dotted.first { note(.blanks, line) }
    }

    private mutating func findEnding() {
        let ending = Array("noinhan".utf8)
        if let line = lines.first(where: { $0.left < 0.3 && ApproximateMatch.similarity(ending, Array($0.letters.prefix(7))) >= 0.8 }) {
            note(.ending, line)
        }
    }
}
