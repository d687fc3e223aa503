/// Which onsets go with which rhymes, and how the pair is written.
///
/// Rules: Quy định về chính tả tiếng Việt (1984) and what dictionaries list. `c/k/qu`, `g/gh` and `ng/ngh` are one sound each,
/// written by what follows; a rhyme that begins with a glide (`oa`, `uê` …) follows `c` only as `qu`, and lip sounds only in a
/// few loan words.
enum SyllableTable {
    struct Entry: Hashable, Sendable {
        let onset: String
        let rhyme: String
    }

    /// Every legal spelling, without tone.
    static let entries: [[Letter]: Entry] = {
        var result: [[Letter]: Entry] = [:]
        for onset in onsets {
            for rhyme in rhymes(after: onset) {
                let entry = Entry(onset: onset, rhyme: rhyme)
                guard let letters = Spelling(written(entry))?.letters else { continue }
                if result[letters] == nil { result[letters] = entry }
            }
        }
        return result
    }()

    /// `gi` and a rhyme in i share the letter: gì, giếng.
    static func written(_ entry: Entry) -> String {
        entry.onset == "gi" && entry.rhyme.hasPrefix("i") ? "g" + entry.rhyme : entry.onset + entry.rhyme
    }

    private static let onsets = words(
        " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x", keepingEmpty: true)

    // MARK: Rhymes

    /// Begin with a back vowel.
    private static let back = words("""
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
        u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt \
        ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        """)
    /// Begin with e or ê.
    private static let front = words("e ec em en eng eo ep et ê êch êm ên ênh êp êt êu")
    /// Begin with i after a consonant.
    private static let afterConsonant = words("i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu")
    /// Begin with i where nothing stands before.
    private static let alone = words("i ia ich im in inh ip it iu y yêm yên yêng yêt yêu")
    private static let gliding = words("""
        oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet \
        uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
        """)
    private static let afterQu = words("""
        a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây \
        e en eo et ê êch ên ênh êt êu i it ôc ơ y ych ynh yt yên yêt
        """)
    /// `i` joins the `i` of the onset.
    private static let afterGi = words("i ich im in ip iêc iêng iêt")

    /// Onsets after which the single vowel i may be written y: hy, kỳ, lý, mỹ, sỹ, tỷ, and names.
    private static let beforeY: Set = ["h", "k", "l", "m", "n", "s", "t", "th", "v"]
    private static let beforeGlide: Set = ["", "ch", "d", "đ", "h", "kh", "l", "n", "ng", "nh", "r", "s", "t", "th", "tr", "x"]
    /// Loan words: tiền boa, xe buýt, moay-ơ, thùng phuy, vải voan, gioăng; and goá.
    private static let glidingLoans = ["b": ["oa", "uyt"], "m": ["oay"], "ph": ["uy"], "v": ["oan"], "gi": ["oăng"], "g": ["oa"]]

    private static func rhymes(after onset: String) -> [String] {
        let glides = beforeGlide.contains(onset) ? gliding : glidingLoans[onset] ?? []
        switch onset {
        case "": return back + front + alone + glides
        case "qu": return afterQu
        case "gi": return afterGi + back + front + glides
        case "c", "g", "ng": return back + glides
        case "gh", "ngh": return front + afterConsonant
        case "k": return front + afterConsonant + ["y"]
        default: return back + front + afterConsonant + glides + (beforeY.contains(onset) ? ["y"] : [])
        }
    }

    private static func words(_ list: String, keepingEmpty: Bool = false) -> [String] {
        list.split(separator: " ", omittingEmptySubsequences: !keepingEmpty).map { String($0).nfc }
    }
}
