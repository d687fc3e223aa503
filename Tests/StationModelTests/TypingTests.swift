import Station
import StationFakes
import Terminal
import Testing
import Texts
import Vietnamese

/// Vietnamese typed into fields: by our input method, by one outside, and never by both.
struct TypingTests {
    // MARK: A field

    private func typed(_ keys: String, _ method: InputMethod = .telex, _ content: TextField.Content = .text) -> TextField {
        var field = TextField(content: content)
        for key in keys { _ = field.handle(key == "⌫" ? .backspace : key == "◂" ? .left : .character(key), typing: Typing(method: method)) }
        return field
    }

    @Test(arguments: [
        ("Quyeets ddinhj 15/QDD-UBND", "Quyết định 15/QĐ-UBND"), ("hoaf", "hòa"), ("toans⌫t", "toát"), ("hoa ⌫f", "hòa"), ("hoa  ⌫f", "hoa f"), ("vieet ⌫j", "việt"), ("hoa  ⌫⌫f", "hòa"),
        // The cursor moved: what stands there is not gone on with.
        ("hoa◂s", "hosa"), ("hoan◂◂s", "hosan"), ("hoan◂⌫s", "hón"),
    ])
    func aTextFieldComposes(keys: String, text: String) { #expect(typed(keys).text == text) }

    @Test func vniAndTheOtherSchool() {
        #expect(typed("Quye6t1 d9inh5", .vni).text == "Quyết định")
        var field = TextField()
        for key in "hoaf" { _ = field.handle(.character(key), typing: Typing(method: .telex, placement: .onMainVowel)) }
        #expect(field.text == "hoà")
    }

    @Test func codesAndDigitsStayAsTyped() {
        #expect(typed("QDDaas", .telex, .code).text == "QDDaas")
        #expect(typed("a1d9", .vni, .code).text == "a1d9")
        #expect(typed("1s2", .telex, .digits).text == "12")
        #expect(typed("Quyeets H19.2008.DDas quyeets", .telex, .lookup).text == "Quyết H19.2008.DDas quyết")
    }

    @Test func signsOfPapersKeepTheirCapitals() {
        #expect(typed("NQ/TW 12-CT/TW", .telex, .text).text == "NQ/TW 12-CT/TW")
        #expect(typed("15/QDD-UBND", .telex, .text).text == "15/QĐ-UBND")
        #expect(typed("TW VAANS", .telex, .text).text == "TƯ VẤN")
        #expect(typed("Thieen-Huees", .telex, .text).text == "Thiên-Huế")
    }

    /// A barcode reader types a code as a person types words.
    @Test func theKeysBehindAComposedTextAreKept() {
        for code in ["TW.2008.01", "HOSO.001", "HS.DD.AS"] {
            let field = typed(code, .telex, .lookup)
            #expect(field.text != code && field.typedKeys == code)
        }
        #expect(typed("BA1", .vni, .lookup).typedKeys == "BA1")
        #expect(typed("H19.2008.01", .telex, .lookup).typedKeys == nil, "nothing else than the text")
        var field = typed("quyeets", .telex, .lookup)
        #expect(RegisterQuery(text: field.text, keys: field.typedKeys) == RegisterQuery(text: "quyết", keys: "quyeets"))
        _ = field.handle(.backspace, typing: Typing(method: .telex))
        #expect(field.typedKeys == nil, "what was edited is no longer what was typed")
        #expect(TextField("có sẵn").typedKeys == nil)
    }

    @Test func aWordInTheMiddleIsComposedInPlace() {
        var field = TextField("một  ba")
        for _ in 0..<3 { _ = field.handle(.left, typing: .plain) }
        for key in "haisf" { _ = field.handle(.character(key), typing: Typing(method: .telex)) }
        #expect(field.text == "một hài ba" && field.cursor == 7)
    }

    @Test func whatIsPastedIsNeverComposed() {
        var field = TextField()
        let telex = Typing(method: .telex)
        _ = field.handle(.character("a"), typing: telex)
        _ = field.handle(.paste("as Quye\u{302}\u{301}ts"), typing: telex)
        _ = field.handle(.character("s"), typing: telex)
        #expect(field.text == "aas Quyếtss")
    }

    @Test func theLimitHoldsWhileMarksGoOn() {
        var field = TextField(limit: 3)
        for key in "tienesn" { _ = field.handle(.character(key), typing: Typing(method: .telex)) }
        #expect(field.text == "tiế" && field.cursor == 3)
        field = TextField(limit: 3)
        for key in "user" { _ = field.handle(.character(key), typing: Typing(method: .telex)) }
        field.endWord()
        #expect(field.text == "ủe", "what was typed has no room")
    }

    @Test func leavingTheFieldEndsTheWord() {
        var field = typed("user")
        #expect(field.text == "ủe")
        let isTaken = field.handle(.enter, typing: Typing(method: .telex))
        #expect(!isTaken && field.text == "ủe", "whoever takes the key says whether it leads away")
        #expect(field.endWord() && field.text == "user")
        let again = field.endWord()
        #expect(!again)
    }

    // MARK: The screens

    private func onNewDossier() -> Scene {
        var scene = Scene()
        scene.press(.function(6), .control("n"))
        return scene
    }

    @Test func theTitleIsTypedInTelexAndTheCodeAsItIs() {
        var scene = onNewDossier()
        scene.type("H19.2008.DDS")
        scene.press(.tab)
        scene.type("Taapj luwu quyeets ddinhj user")
        scene.press(.enter)
        #expect(scene.effects == [.addDossier(code: "H19.2008.DDS", title: "Tập lưu quyết định user")])
    }

    @Test func searchesAreTypedInTelex() {
        var scene = Scene()
        scene.press(.control("f"))
        scene.type("quyeets")
        #expect(scene.effects == [.search("quyết")])
        scene.press(.function(6))
        scene.type("dda")
        #expect(scene.effects.contains { if case .loadRegister(let query) = $0 { query.text == "đa" } else { false } })
    }

    @Test func f9ChangesTheMethodOverAnyDialog() {
        var scene = onNewDossier()
        scene.press(.tab)
        #expect(scene.screen[0].hasSuffix("Telex"))
        scene.press(.function(9))
        #expect(scene.model.typing.method == .vni && scene.screen[0].hasSuffix("VNI"))
        scene.type("d9a2")
        scene.press(.function(9))
        #expect(scene.model.typing.method == .off && scene.screen[0].hasSuffix("Bộ gõ tắt"))
        scene.type(" d9as")
        scene.press(.function(9))
        #expect(scene.model.typing.method == .telex)
        scene.type(" ddaf")
        scene.press(.enter)
        #expect(scene.model.layers.contains { if case .newDossier(let new) = $0 { new.title.text == "đà d9as đà" } else { false } })
    }

    @Test func theSettingsSayHowItIsTypedAndTheCommandLineOverThem() {
        var scene = Scene()
        var settings = Sample.settings
        settings.typing = Typing(method: .vni, placement: .onMainVowel)
        scene.event(.settings(settings, isFirstRun: false))
        #expect(scene.model.typing == settings.typing)
        scene.model.inputMethodWish = .off
        scene.event(.settings(settings, isFirstRun: false))
        #expect(scene.model.typing == Typing(method: .off, placement: .onMainVowel))
    }

    @Test func theSettingsScreenChoosesIt() {
        var scene = Scene()
        scene.press(.function(8))
        for _ in SetupState.Field.allCases.dropFirst() { scene.press(.down) }
        #expect(scene.model.setup.field == .inputMethod)
        scene.press(.right, .control("s"))
        var saved = Sample.settings
        saved.typing.method = .vni
        #expect(scene.effects == [.saveSettings(saved)])
        scene.event(.settingsSaved(saved))
        #expect(scene.model.typing.method == .vni)
    }

    // MARK: Outside input methods

    /// The keys that arrive when bytes come in these reads.
    private func keys(_ reads: [String]) -> [Key] {
        var decoder = KeyDecoder()
        return reads.flatMap { decoder.feed($0.utf8) } + decoder.flush()
    }

    /// What outside methods send for *tiếng Việt ạ*: each reads differently and means the same.
    private static let streams: [(String, [String])] = [
        ("a word at once, when it is over", ["tiếng ", "Việt ", "ạ"]),
        ("letters taken back with DEL", ["t", "i", "e", "\u{7F}ê", "n", "g", "\u{7F}\u{7F}\u{7F}ếng", " ", "V", "i", "e", "\u{7F}ê", "t", "\u{7F}\u{7F}ệt", " ", "a", "\u{7F}ạ"]),
        ("letters taken back with BS", ["t", "i", "e", "\u{8}", "ê", "\u{8}ế", "n", "g", " ", "V", "i", "e", "\u{8}ê", "\u{8}ệ", "t", " ", "a", "\u{8}", "ạ"]),
        ("marks after their letters", ["tie\u{302}\u{301}ng Vie", "\u{323}", "\u{302}", "t a\u{323}"]),
        ("a word that is sent again whole", ["tie", "\u{7F}\u{7F}\u{7F}tiê", "n", "\u{7F}\u{7F}\u{7F}\u{7F}tiến", "g ", "Vieet", "\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}Việt", " a", "\u{7F}ạ"]),
    ]

    @Test(arguments: streams)
    func marksAreNeverAppliedTwice(name: String, reads: [String]) {
        for field in [Key.tab, .left] {
            var scene = onNewDossier()
            scene.press(field)
            for key in keys(reads) { scene.press(key) }
            guard case .newDossier(let new)? = scene.model.layers.last else {
                Issue.record("no dialog")
                continue
            }
            let text = field == .tab ? new.title.text : new.code.text
            #expect(text == "tiếng Việt ạ", "\(name)")
            #expect(text.unicodeScalars.elementsEqual("tiếng Việt ạ".nfc.unicodeScalars))
            #expect(scene.model.typing.method == .off)
            #expect(scene.text.contains("Có bộ gõ bên ngoài"))
        }
    }

    /// A letter cut in two by the read that brought it.
    @Test func aSplitLetterIsOneLetter() {
        let bytes = Array("tiếng".utf8)
        for cut in 0...bytes.count {
            var scene = onNewDossier(), decoder = KeyDecoder()
            scene.press(.tab)
            for key in decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) { scene.press(key) }
            #expect(scene.model.layers.contains { if case .newDossier(let new) = $0 { new.title.text == "tiếng" } else { false } })
        }
    }

    @Test func aPasteIsNoInputMethod() {
        var scene = onNewDossier()
        scene.press(.tab)
        for key in keys(["\u{1B}[200~tieengs Vie\u{323}\u{302}t\u{1B}[201~"]) { scene.press(key) }
        scene.type(" aa")
        #expect(scene.model.typing.method == .telex)
        #expect(scene.model.layers.contains { if case .newDossier(let new) = $0 { new.title.text == "tieengs Việt â" } else { false } })
    }

    @Test func whoTurnsOursOnAgainIsObeyed() {
        var scene = onNewDossier()
        scene.press(.tab, .character("ế"), .function(9))
        scene.type(" aa")
        #expect(scene.model.typing.method == .telex)
        #expect(scene.model.layers.contains { if case .newDossier(let new) = $0 { new.title.text == "ế â" } else { false } })
    }

    /// Outside text fields a composed letter is the command of its base letter; the input method is noticed there, too.
    @Test(arguments: ["đ", "Đ", "D"]) func commandsAreMatchedByTheBaseLetter(letter: Character) {
        var scene = Scene.desk()
        scene.press(.character("x"), .character(letter))
        #expect(scene.model.layers == [.dropped(ListState())])
        #expect((scene.model.typing.method == .off) == !letter.isASCII)
    }
}
