import Vietnamese

/// A field as a composer sees it: text that grows and shrinks at its end.
struct Typist {
    var composer: Composer
    private(set) var text = ""

    init(_ method: InputMethod, _ placement: TonePlacement = .onFirstVowel) { composer = Composer(method: method, placement: placement) }

    /// Keys; `⌫` is Backspace.
    mutating func type(_ keys: String) {
        for key in keys { apply(key == "⌫" ? composer.backspace() : composer.type(key)) }
    }

    mutating func finish() { apply(composer.finish()) }

    private mutating func apply(_ edit: Composer.Edit) {
        text.removeLast(min(edit.deletions, text.count))
        text += edit.insertion
    }

    static func typed(_ keys: String, _ method: InputMethod = .telex, _ placement: TonePlacement = .onFirstVowel) -> String {
        var typist = Typist(method, placement)
        typist.type(keys)
        return typist.text
    }
}
