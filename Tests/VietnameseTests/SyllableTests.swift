import Foundation
import Testing
@testable import Vietnamese

@Suite struct SyllableTests {
    @Test(arguments: [
        ("nguyễn", "ng", "uyên", Tone.tilde), ("gì", "gi", "i", .grave), ("giếng", "gi", "iêng", .acute), ("gìn", "gi", "in", .grave),
        ("già", "gi", "a", .grave), ("giữ", "gi", "ư", .tilde), ("quốc", "qu", "ôc", .acute), ("quyển", "qu", "yên", .hook),
        ("quý", "qu", "y", .acute), ("quỵt", "qu", "yt", .dot), ("nghiêng", "ngh", "iêng", .level), ("ghế", "gh", "ê", .acute),
        ("kỷ", "k", "y", .hook), ("ý", "", "y", .acute), ("yểng", "", "yêng", .hook), ("ỉa", "", "ia", .hook), ("khuỷu", "kh", "uyu", .hook),
        ("khuếch", "kh", "uêch", .acute), ("ngoẻo", "ng", "oeo", .hook), ("xoong", "x", "oong", .level), ("khuya", "kh", "uya", .level),
        ("thuở", "th", "uơ", .hook), ("ĐƯỢC", "đ", "ươc", .dot), ("Hoà", "h", "oa", .grave), ("Hòa", "h", "oa", .grave), ("buýt", "b", "uyt", .acute),
    ])
    func takenApart(text: String, onset: String, rhyme: String, tone: Tone) throws {
        for form in [text, text.decomposedStringWithCanonicalMapping] {
            let syllable = try #require(Syllable(form))
            #expect(syllable.onset == onset.nfc && syllable.rhyme == rhyme.nfc && syllable.tone == tone)
        }
    }

    @Test(arguments: [
        // Stops take two tones only.
        "cac", "mat", "hòc", "đẹch", "lãp", "tich",
        // The sound follows from what is written after it.
        "ce", "ci", "ka", "kô", "qa", "qui̇", "coa", "ge", "ghu", "nge", "ngha", "cuy", "quu",
        // No such rhymes.
        "hă", "tâ", "uyê", "thươ", "tiê", "ơng", "êng", "iê", "yên̂", "tyên", "iêng", "hưo", "ưă", "khươ", "ngêng", "cooc",
        // Tones on a wrong vowel, two tones.
        "hoán̉", "tóan", "nguờì", "cùôi", "mìên", "qúy",
        // Glides after the lips.
        "buê", "muya", "phoai",
        "", "b", "ng", "windows", "file", "UBND", "15", "a1", "zô", "wa", "中", "đđ",
    ])
    func illegal(text: String) { #expect(!Syllable.isLegal(text)) }

    @Test func allOfThemReadBack() {
        let all = Syllable.all
        #expect(all.count == 15872 && Set(all).count == all.count)
        for syllable in all {
            for placement in TonePlacement.allCases where Syllable(syllable.written(placement)) != syllable {
                Issue.record("\(syllable)")
            }
        }
        #expect(Set(all.map { $0.written(.onMainVowel) }).count == all.count)
    }

    @Test(arguments: [
        ("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuý", "thúy"), ("HOÀ", "HÒA"), ("Uỷ", "Ủy"), ("toàn", "toàn"), ("quý", "quý"), ("mùa", "mùa"),
        ("khuỷu", "khuỷu"), ("ngoài", "ngoài"), ("ngoẻo", "ngoẻo"), ("giá", "giá"), ("xoòng", "xoòng"), ("hoặc", "hoặc"), ("thuở", "thuở"),
    ])
    func bothSchools(main: String, first: String) {
        #expect(main.retoned(.onFirstVowel) == first && first.retoned(.onMainVowel) == main)
        #expect(main.retoned(.onMainVowel) == main && first.retoned(.onFirstVowel) == first)
        #expect(main.comparable == first.uppercased().decomposedStringWithCanonicalMapping.comparable)
    }

    @Test func wholeTextsAreRetoned() {
        let text = "CỘNG HOÀ – Uỷ ban/UBND 15/QĐ-UBND, tóan; Oài thuỷ-lợi 2008 (hoà)\u{7}é"
        #expect(text.retoned(.onFirstVowel) == "CỘNG HÒA – Ủy ban/UBND 15/QĐ-UBND, toán; Oài thủy-lợi 2008 (hòa)\u{7}é")
        #expect("hoa\u{300}".retoned(.onFirstVowel).unicodeScalars.count == 3)
    }
}
