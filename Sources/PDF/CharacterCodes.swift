/// Gives each distinct character of a document a code of its own, from 1 up in order of appearance, and maps the codes
/// back to Unicode exactly. A ready-made Identity range could not carry characters beyond the basic plane, would show
/// `.notdef` for code 0, and maps codes that no text uses.
struct CharacterCodes {
    static let space: UInt16 = 1

    /// A "character" is what Swift calls one: a base with its combining marks. Marks that have no precomposed form then
    /// share their base's code, and no reader can tear them apart.
    private var codes: [Character: UInt16] = [" ": space]
    private var characters: [Character] = [" "]
    /// Codes of scalars that stand alone, by value; 0: none yet. Spares the dictionary for nearly all Vietnamese text.
    private var common = [UInt16](repeating: 0, count: CharacterCodes.commonEnd)

    var count: Int { characters.count }

    /// Codes of a word, without any for what must not stand in a text layer. Inner white space becomes a space.
    mutating func codes(of word: String) -> [UInt16] {
        if let codes = plainCodes(of: word) { return codes }
        var result: [UInt16] = []
        for character in WordText.clean(word) { result.append(code(of: character)) }
        return result
    }

    /// The quick way: every scalar is printable, composed, and stands alone. Nil if one is not.
    private mutating func plainCodes(of word: String) -> [UInt16]? {
        guard word.unicodeScalars.allSatisfy({ CharacterCodes.standsAlone(Int($0.value)) }) else { return nil }
        var result: [UInt16] = []
        result.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars {
            let value = Int(scalar.value)
            if common[value] == 0 { common[value] = code(of: Character(scalar)) }
            result.append(common[value])
        }
        return result
    }

    /// Printable ASCII, the letters of Latin-1, Extended-A and -B, and Vietnamese's Extended Additional: none of these
    /// combines with a neighbour or changes in NFC.
    private static func standsAlone(_ value: Int) -> Bool {
        (0x21...0x7E).contains(value) || (0xC0...0x24F).contains(value) || (0x1EA0...0x1EF9).contains(value)
    }

    private static let commonEnd = 0x1EFA

    private mutating func code(of character: Character) -> UInt16 {
        if let code = codes[character] { return code }
        guard characters.count < Int(UInt16.max) else { return code(ofLast: "\u{FFFD}") }
        characters.append(character)
        let code = UInt16(characters.count)
        codes[character] = code
        return code
    }

    /// When all codes are given out (no real document comes near), the rest are unreadable rather than wrong.
    private func code(ofLast replacement: Character) -> UInt16 {
        codes[replacement] ?? CharacterCodes.space
    }

    /// The ToUnicode CMap (Adobe Technical Note 5411).
    var toUnicode: [UInt8] {
        var map = ByteBuilder()
        map.text(CharacterCodes.head)
        for start in stride(from: 0, to: characters.count, by: 100) {
            let block = characters[start..<min(start + 100, characters.count)]
            map.text("\(block.count) beginbfchar\n")
            for (index, character) in block.enumerated() {
                map.text("<")
                map.hex(UInt16(start + index + 1))
                map.text("> <")
                for unit in character.utf16 { map.hex(unit) }
                map.text(">\n")
            }
            map.text("endbfchar\n")
        }
        map.text("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return map.bytes
    }

    private static let head = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange

        """
}
