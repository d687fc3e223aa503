import Foundation
import Testing
@testable import Vietnamese

@Suite struct ComposerTests {
    private func expect(_ keys: String, _ text: String, _ method: InputMethod = .telex, ending end: String = " ") {
        #expect(Typist.typed(keys + end, method) == text + end)
    }

    @Test(arguments: [
        ("dduwowcj", "được"), ("duocwdj", "được"), ("dduocjw", "được"), ("duocdwj", "được"), ("dad", "đa"), ("did", "đi"), ("dungd", "đung"),
        ("tieengs", "tiếng"), ("tieesng", "tiếng"), ("tiesnge", "tiếng"), ("tiengse", "tiếng"),
        ("nguwowif", "người"), ("nguoiwf", "người"), ("nguwoif", "người"), ("nguowfi", "người"),
        ("huow", "huơ"), ("huowng", "hương"), ("thuowr", "thuở"), ("thuowng", "thương"), ("quow", "quơ"), ("ruouwj", "rượu"), ("uonws", "ướn"),
        ("duw", "dư"), ("uwa", "ưa"), ("uaw", "ưa"), ("muaw", "mưa"), ("huuw", "hưu"), ("quawnj", "quặn"), ("hoawcj", "hoặc"),
        ("w", "ư"), ("twf", "từ"), ("nhwng", "nhưng"), ("wowcs", "ước"), ("uwowcs", "ước"), ("hwux", "hữu"),
        ("hoaf", "hòa"), ("hofa", "hòa"), ("hoafn", "hoàn"), ("hofan", "hoàn"), ("thuys", "thúy"), ("thuysee", "thuyế"), ("ngoeor", "ngoẻo"),
        ("khuyur", "khuỷu"), ("gif", "gì"), ("gifa", "già"), ("giuwx", "giữ"), ("gieengs", "giếng"), ("quys", "quý"), ("qusy", "quý"),
        ("quoocs", "quốc"), ("xoong", "xông"), ("xooong", "xoong"), ("mooocs", "moóc"), ("khoeof", "khoèo"), ("ngoaos", "ngoáo"),
        ("aaw", "ă"), ("awa", "â"), ("oow", "ơ"), ("owo", "ô"), ("thuwowoc", "thuôc"), ("muoonw", "mươn"),
        ("Bawcs Kanj", "Bắc Kạn"), ("DDawks Lawks", "Đắk Lắk"), ("Krong", "Krong"), ("Kroong", "Krông"),
    ])
    func telex(keys: String, text: String) {
        #expect(Typist.typed(keys) == text)
    }

    @Test(arguments: [
        ("d9u7o7c5", "được"), ("duoc795", "được"), ("duoc579", "được"), ("nguoi72", "người"), ("ngu7oi2", "người"), ("huo7", "huơ"),
        ("huo7ng", "hương"), ("ua7", "ưa"), ("uu7", "ưu"), ("hoa8c5", "hoặc"), ("tie6ng1 Vie65t", "tiếng Việt"), ("Uy3", "Ủy"),
        ("hoa2n", "hoàn"), ("a6a8", "a6a8"), ("a68", "ă"), ("o67", "ơ"), ("o76", "ô"), ("xoong2", "xoòng"), ("w", "w"), ("aa", "aa"), ("dd", "dd"),
        ("uo6i2", "uồi"), ("ruou75", "rượu"), ("QD9", "QĐ"),
    ])
    func vni(keys: String, text: String) { #expect(Typist.typed(keys, .vni) == text) }

    @Test(arguments: [
        ("aaa", "aa"), ("eee", "ee"), ("ooo", "oo"), ("ddd", "dd"), ("DDD", "DD"), ("ww", "w"), ("Ww", "W"), ("uww", "uw"), ("aww", "aw"), ("oww", "ow"),
        ("tww", "tw"), ("tess", "tes"), ("tesst", "test"), ("herr", "her"), ("off", "of"), ("hoaff", "hoaf"), ("hoafff", "hoaff"), ("ass", "as"),
        ("maxx", "max"), ("hojj", "hoj"), ("dadd", "dad"), ("duowngw", "duongw"), ("caanaf", "canaf"), ("NDDD", "NDD"), ("xooong", "xoong"), ("mooos", "moos"),
    ])
    func aMarkTypedAgainIsCancelled(keys: String, text: String) { expect(keys, text) }

    @Test(arguments: [
        ("a11", "a1"), ("hoa22", "hoa2"), ("a66", "a6"), ("d99", "d9"), ("o77", "o7"), ("a88", "a8"), ("tin33", "tin3"), ("u7o77", "uo7"), ("QD99", "QD9"),
    ])
    func cancelledDigits(keys: String, text: String) { expect(keys, text, .vni) }

    @Test(arguments: [("hoasf", "hòa"), ("hoasz", "hoa"), ("hoazs", "hoazs"), ("tieengsz", "tiêng"), ("dduocjwz", "đươc")])
    func tonesAreReplacedAndTakenAway(keys: String, text: String) { #expect(Typist.typed(keys) == text) }

    @Test func zeroTakesTheToneAway() {
        #expect(Typist.typed("hoa10", .vni) == "hoa" && Typist.typed("hoa12", .vni) == "hòa" && Typist.typed("10", .vni) == "10")
    }

    @Test(arguments: [
        ("DDoongf", "Đồng"), ("Ddoongf", "Đồng"), ("dDoongf", "đồng"), ("DDOONGF", "ĐỒNG"), ("AA", "Â"), ("Aa", "Â"), ("aA", "â"), ("EEs", "Ế"),
        ("W", "Ư"), ("UW", "Ư"), ("Uw", "Ư"), ("UWOWNG", "ƯƠNG"), ("Uowng", "Ương"), ("NguyeenX", "Nguyễn"), ("UYR", "ỦY"), ("QUYEETS", "QUYẾT"),
    ])
    func capitals(keys: String, text: String) { expect(keys, text) }

    @Test(arguments: [
        "UBND", "15", "2008", "HCM", "KH", "USD", "TP", "CNXH", "A4", "H19.2008.01", "3.500", "22/UBND-VP", "PDF", "ASEAN", "WTO", "UNESCO", "WB", "FDI", "ODA",
        "windows", "Windows", "file", "express", "Express", "office", "Word", "Excel", "user", "users", "email", "internet", "website", "Google",
        "zalo", "Facebook", "photo", "data", "canada", "server", "scan", "computer", "issue", "error", "message", "mission", "coffee", "wow", "wifi",
        "http://www.danang.gov.vn/vanban?id=15", "https://", "admin@danang.gov.vn", "C:\\Users\\hoa", "master", "tests", "lists", "uses", "reference", "trusts", "nguyen.van@x.vn", "daddy",
    ])
    func whatIsNotVietnameseStaysAsTyped(word: String) { expect(word, word) }

    @Test(arguments: [
        ("15/QDD-UBND", "15/QĐ-UBND"), ("HDDND", "HĐND"), ("NDD-CP", "NĐ-CP"), ("LDDTBXH", "LĐTBXH"), ("GD&DDT", "GD&ĐT"), ("DDHQG", "ĐHQG"), ("TDDC", "TĐC"),
        ("QDDD", "QDD"), ("dd/c", "đ/c"), ("TTg", "TTg"), ("07/2012/TT-BNV", "07/2012/TT-BNV"), ("số 15QDD", "số 15QĐ"),
        // These are words: who means the foreign one doubles the tone.
        ("test", "tét"), ("tesst", "test"), ("list", "lít"), ("lisst", "list"),
        ("add", "add"), ("middle", "middle"),
    ])
    func codes(keys: String, text: String) { expect(keys, text) }

    @Test(arguments: [
        ("toans⌫", "tóa"), ("toans⌫⌫", "tó"), ("toans⌫⌫⌫", "t"), ("toans⌫⌫⌫⌫", ""), ("toans⌫⌫⌫⌫mas", "má"), ("tuaans⌫t", "tuất"),
        ("nguowif⌫", "ngườ"), ("nguowif⌫⌫⌫", "ng"), ("teest⌫", "tế"), ("tests⌫", "tét"), ("thuowngk", "thuowngk"), ("thuowngk⌫", "thương"),
        ("QDD⌫", "Q"), ("QDD⌫DD", "QĐ"), ("office⌫⌫", "offi"), ("offi⌫", "off"), ("tesst⌫", "tes"), ("tesst⌫⌫s", "té"), ("windows⌫", "window"),
        ("hoaf⌫e", "hòe"), ("a ⌫⌫⌫b", "b"), ("dd⌫", ""), ("w⌫", ""), ("tow1⌫", "tơ"), ("tow1⌫f", "tờ"),
        // What ended the word is taken away, and the word goes on.
        ("hoa ⌫s", "hóa"), ("vieet ⌫", "vieet"), ("vieet ⌫j", "việt"), ("user,⌫s ", "users "), ("user ⌫⌫", "úe"), ("hoa  ⌫⌫s", "hoas"), ("hoa b⌫⌫s", "hoas"),
        ("QDD-⌫D", "QDD"), ("a.⌫⌫b", "b"),
    ])
    func backspace(keys: String, text: String) { #expect(Typist.typed(keys) == text) }

    @Test func editsTouchNoMoreThanTheyMust() {
        var composer = Composer(method: .telex)
        var edits = "toan".map { composer.type($0) }
        #expect(edits == ["t", "o", "a", "n"].map { Composer.Edit(deletions: 0, insertion: $0) })
        edits = [composer.type("s"), composer.type("k"), composer.backspace(), composer.type(" ")]
        #expect(edits[0] == Composer.Edit(deletions: 2, insertion: "án"))
        #expect(edits[1] == Composer.Edit(deletions: 2, insertion: "ansk"))
        #expect(edits[2] == Composer.Edit(deletions: 4, insertion: "án"))
        #expect(edits[3] == Composer.Edit(deletions: 0, insertion: " "))
    }

    @Test func afterAResetNothingIsKnownOfTheWord() {
        var typist = Typist(.telex)
        typist.type("hoa")
        typist.composer.reset()
        typist.type("s")
        #expect(typist.text == "hoas")
    }

    @Test(arguments: [("hoa", "f", "hòa"), ("TOÀN", "s", "TOÁN"), ("QD", "D", "QĐ"), ("test", "s", "tests"), ("", "aa", "â")])
    func aWordIsGoneOnWith(before: String, keys: String, after: String) {
        var typist = Typist(.telex)
        typist.composer.resume(before)
        var text = before
        for key in keys {
            let edit = typist.composer.type(key)
            text = text.dropLast(edit.deletions) + edit.insertion
        }
        #expect(text == after)
    }

    @Test func enterEndsTheWord() {
        var typist = Typist(.telex)
        typist.type("user")
        #expect(typist.text == "ủe")
        typist.finish()
        #expect(typist.text == "user")
        typist.type("s")
        #expect(typist.text == "users")
    }

    @Test func lettersThatComeReadyMadeAreTaken() {
        #expect(Typist.typed("tiếngs") == "tiếngs" && Typist.typed("đươc") == "đươc" && Typist.typed("aé中a") == "aé中a")
    }

    @Test func offIsOff() { #expect(Typist.typed("tieengs DDoongf", .off) == "tieengs DDoongf") }

    @Test func theSchoolDecidesWhereTheToneStands() {
        #expect(Typist.typed("hoaf khoer thuys uyr quys", .telex, .onMainVowel) == "hoà khoẻ thuý uỷ quý")
        #expect(Typist.typed("hoaf khoer thuys uyr quys") == "hòa khỏe thúy ủy quý")
    }

    /// Whatever is typed: as many letters as are shown can be taken back, and nothing breaks.
    @Test func anyKeysAtAll() {
        var state: UInt64 = 7
        func random(_ below: Int) -> Int {
            state = state &* 6364136223846793005 &+ 1442695040888963407
            return Int((state >> 33) % UInt64(below))
        }
        let keys = Array("aaeioouuywwsfrxjzddhngtcpqkmb019678 -⌫⌫ADWếđ🙂\u{301}")
        for method in [InputMethod.telex, .vni] {
            for _ in 0..<2000 {
                var typist = Typist(method)
                let typed = String((0..<random(20)).map { _ in keys[random(keys.count)] })
                typist.type(typed)
                let shown = typist.text
                typist.finish()
                #expect(typist.text.unicodeScalars.elementsEqual(typist.text.nfc.unicodeScalars), "\(typed) → \(shown)")
                for _ in 0..<typist.text.count { typist.type("⌫") }
                #expect(typist.text.isEmpty, "\(typed) → \(shown)")
            }
        }
    }
}
