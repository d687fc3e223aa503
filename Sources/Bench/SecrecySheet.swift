import Records

/// A stamp as it is struck onto a sheet. Lengths in points, from the upper left of the page.
struct DrawnStamp {
    enum Look {
        /// Letters with so many outlines around them.
        case text(frames: Int)
        /// A ring with two lines inside.
        case seal
        /// A stroke of a pen.
        case scrawl
    }

    var text: String
    var look = Look.text(frames: 1)
    var family = "Nimbus Roman"
    var size = 16.0
    var ink = Ink.red
    var inkName = "red"
    /// 1 where the ink is full.
    var strength = 0.9
    var degrees = 0.0
    /// Of its centre.
    var x = 0.0
    var y = 0.0
    /// Struck where there is no print, if there is such a place near by.
    var isCareful = false
    /// Share of it that hardly met the paper.
    var lost = 0.0
    /// Millimetres of its outer outline, where the form of the stamp is prescribed; else it follows the letters.
    var form: (width: Double, height: Double)?

    var hasLetters: Bool { if case .text = look { true } else { false } }

    struct Ink {
        var red: Double
        var green: Double
        var blue: Double
        static let red = Ink(red: 0.78, green: 0.1, blue: 0.16)
        static let violet = Ink(red: 0.35, green: 0.16, blue: 0.55)
        static let blue = Ink(red: 0.15, green: 0.2, blue: 0.6)
        static let black = Ink(red: 0.12, green: 0.12, blue: 0.14)

        /// As a grey scanner sees it.
        var grey: Double { 0.299 * red + 0.587 * green + 0.114 * blue }
    }
}

/// What is known of a sheet that was drawn to see whether its mark of secrecy is found.
struct SecrecyTruth: Codable {
    /// Nil: none is on it.
    var mark: String?
    /// What is special of it; rows of the table.
    var traits: [String]
    /// Where a struck mark is on the scan, but for the scan's skew.
    var box: Box?
}

/// A first page drawn by chance, with a mark of secrecy or with what looks like one.
struct SecrecySheet {
    enum Scan: String, CaseIterable {
        case grey200 = "grey 200 dpi"
        case colour300 = "colour 300 dpi"
        case colour200 = "colour 200 dpi"

        var dpi: Int { self == .colour300 ? 300 : 200 }
        var isGrey: Bool { self == .grey200 }
    }

    /// Letters that are set with the page, as by a typewriter.
    struct Typed {
        var text: String
        var isRight: Bool
        var isUnderlined: Bool
    }

    enum Page {
        case first(BoundaryDossier.Era)
        /// About secrets, in its title and its sentences.
        case aboutSecrets(BoundaryDossier.Era)
        case other(BoundaryDossier.Piece)
    }

    var page = Page.first(.modern)
    var scan = Scan.grey200
    var typed: Typed?
    var stamps: [DrawnStamp] = []
    /// Index in the stamps of the mark.
    var markIndex: Int?
    private(set) var truth: SecrecyTruth
    private var random: SplitMix

    static let marks = ["MẬT", "MẬT", "TỐI MẬT", "TUYỆT MẬT"]
    private static let urgent = ["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN", "HỎA TỐC HẸN GIỜ", "HOẢ TỐC"]
    private static let other = [
        "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "SAO Y", "SAO Y BẢN CHÍNH", "SAO LỤC", "DỰ THẢO", "BẢN CHÍNH", "MẪU", "BẢN GỐC", "ĐÃ VÀO SỔ", "ĐẾN",
        "CÔNG VĂN ĐẾN", "KHÔNG PHỔ BIẾN", "ĐÃ THANH TOÁN", "HẾT HIỆU LỰC", "TÀI LIỆU HỘI NGHỊ", "BẢN SAO", "MIỄN PHÍ",
    ]
    private static let families = [
        "Liberation Serif", "Liberation Serif", "Nimbus Roman", "Nimbus Sans", "Nimbus Sans Narrow", "DejaVu Sans", "DejaVu Serif", "DejaVu Sans Condensed",
    ]

    init(seed: UInt64, isMarked: Bool) {
        random = SplitMix(state: seed)
        truth = SecrecyTruth(mark: nil, traits: [])
        scan = random.from([.grey200, .grey200, .grey200, .grey200, .colour300, .colour300, .colour300, .colour300, .colour200])
        let era = BoundaryDossier.Era.allCases.randomElement(using: &random) ?? .modern
        truth.traits.append(scan.rawValue)
        if isMarked {
            page = random.chance(0.12) ? .aboutSecrets(era) : .first(era)
            mark()
        } else {
            page = random.chance(0.35) ? .aboutSecrets(era) : random.chance(0.2) ? .other(random.from([.cover, .contents, .annex, .table, .form, .continuation])) : .first(era)
            if case .aboutSecrets = page { truth.traits.append("text about secrets") }
        }
        company(isMarked: isMarked)
    }

    // MARK: The mark

    private mutating func mark() {
        let text = random.from(SecrecySheet.marks)
        truth.mark = text
        truth.traits.append(text)
        if random.chance(0.15) {
            let set = random.chance(0.2) ? text.map(String.init).joined(separator: " ") : random.chance(0.15) ? "(\(text))" : text
            typed = Typed(text: set, isRight: random.chance(0.35), isUnderlined: random.chance(0.3))
            truth.traits.append("typed")
            return
        }
        var stamp = struck(text, frames: 2)
        switch Double.random(in: 0..<1, using: &random) {
        case ..<0.5: prescribed(&stamp, width: text == "MẬT" ? 20 : text == "TỐI MẬT" ? 30 : 40, height: 8)
        case ..<0.8: stamp.look = .text(frames: random.from([1, 1, 2]))
        default: stamp.look = .text(frames: 0)
        }
        if case .text(0) = stamp.look { truth.traits.append("without frame") } else { truth.traits.append(stamp.form == nil ? "framed, other form" : "framed as prescribed") }
        truth.traits.append("\(stamp.inkName) ink")
        if random.chance(0.15) {
            stamp.strength = random.around(0.38, 0.1)
            truth.traits.append("faded")
        }
        if random.chance(0.15) {
            stamp.lost = Double.random(in: 0.1...0.3, using: &random)
            truth.traits.append("struck in part")
        }
        truth.traits.append(abs(stamp.degrees) > 10 ? "skew over 10°" : abs(stamp.degrees) > 3 ? "skew 3–10°" : "skew below 3°")
        markIndex = stamps.count
        stamps.append(stamp)
        if random.chance(0.05) {
            var lifted = struck("GIẢI MẬT\nTừ: ....................", frames: 2)
            prescribed(&lifted, width: 30, height: 13)
            (lifted.x, lifted.y) = (stamp.x + random.around(20, 30), stamp.y + random.around(0, 14))
            lifted.isCareful = true
            stamps.append(lifted)
            truth.traits.append("with GIẢI MẬT")
        }
    }

    /// As the forms of the Ministry of Public Security draw it (TT 33/2015/TT-BCA, TT 24/2020/TT-BCA): a rectangle of two
    /// outlines 1 mm apart, letters of Times New Roman, bold, of 13 or 14 points, struck in red. What the makers of stamps sell
    /// differs from it by a little.
    private mutating func prescribed(_ stamp: inout DrawnStamp, width: Double, height: Double) {
        stamp.form = (width * random.around(1, 0.08), height * random.around(1, 0.08))
        stamp.look = .text(frames: 2)
        stamp.size = random.around(13.5, 1)
        stamp.family = random.from(["Liberation Serif", "Liberation Serif", "Nimbus Roman", "DejaVu Serif Condensed"])
    }

    private mutating func struck(_ text: String, frames: Int) -> DrawnStamp {
        var stamp = DrawnStamp(text: text, look: .text(frames: frames))
        stamp.family = random.from(SecrecySheet.families)
        stamp.size = random.around(16, 3)
        (stamp.inkName, stamp.ink) = random.chance(0.75) ? ("red", .red) : random.from([("violet", .violet), ("blue", .blue), ("black", .black)])
        stamp.strength = random.around(0.85, 0.13)
        stamp.degrees = random.chance(0.5) ? random.around(0, 4) : random.around(0, 25)
        (stamp.x, stamp.y) = place()
        stamp.isCareful = random.chance(0.75)
        return stamp
    }

    /// Left under the number and the subject; above the head at the left or the right; about the number.
    private mutating func place() -> (x: Double, y: Double) {
        switch Double.random(in: 0..<1, using: &random) {
        case ..<0.55: (random.around(115, 40), random.around(185, 35))
        case ..<0.7: (random.around(110, 35), random.around(38, 12))
        case ..<0.85: (random.around(485, 40), random.around(36, 12))
        default: (random.around(130, 45), random.around(125, 20))
        }
    }

    // MARK: What else is on the paper

    private mutating func company(isMarked: Bool) {
        if random.chance(isMarked ? 0.15 : 0.4) {
            var stamp = struck(random.from(SecrecySheet.urgent), frames: random.from([0, 1, 1, 2]))
            if isMarked, let mark = stamps.first { (stamp.x, stamp.y) = (mark.x + random.around(0, 10), mark.y + 42) }
            stamps.append(stamp)
            truth.traits.append("urgent")
        }
        if random.chance(isMarked ? 0.12 : 0.45) {
            var stamp = struck(random.from(SecrecySheet.other), frames: random.from([0, 1, 1]))
            if isMarked { (stamp.x, stamp.y) = (random.around(420, 60), random.around(200, 30)) }
            stamps.append(stamp)
            truth.traits.append("other stamp")
        }
        if random.chance(0.2) {
            var stamp = DrawnStamp(
                text: "VĂN PHÒNG UBND TỈNH\nĐẾN  Số: \(Int.random(in: 100...9000, using: &random))\nNgày: \(Int.random(in: 10...28, using: &random))/5/2011\nChuyển: ..........",
                look: .text(frames: 1))
            (stamp.size, stamp.degrees, stamp.ink) = (9, random.around(0, 6), random.from([.red, .blue, .violet]))
            (stamp.x, stamp.y) = isMarked ? (random.around(300, 60), random.around(60, 20)) : (random.around(150, 40), random.around(210, 60))
            stamps.append(stamp)
            truth.traits.append("ĐẾN")
        }
        if random.chance(0.35) {
            var seal = DrawnStamp(text: "", look: .seal)
            (seal.x, seal.y) = (random.around(300, 200), random.chance(0.5) ? random.around(120, 60) : random.around(600, 80))
            seal.strength = random.around(0.7, 0.2)
            stamps.append(seal)
            truth.traits.append("seal")
        }
        if random.chance(0.25) {
            for _ in 0..<Int.random(in: 2...5, using: &random) {
                var scrawl = DrawnStamp(text: "", look: .scrawl)
                (scrawl.x, scrawl.y) = (random.around(130, 80), random.around(170, 120))
                scrawl.ink = random.from([.blue, .black])
                stamps.append(scrawl)
            }
            truth.traits.append("handwriting")
        }
    }
}
