/// The content stream of a page: its picture, then its words, invisible. Inside, one unit is one pixel.
struct PageContent {
    let frame: UprightFrame
    let dpi: Int
    let lines: [TextLayer.Line]

    var bytes: [UInt8] {
        var content = ByteBuilder()
        let scale = 72 / Double(dpi)
        content.number(scale, decimals: 6)
        content.text(" 0 0 ")
        content.number(scale, decimals: 6)
        content.text(" 0 0 cm\nq ")
        if let levelling = frame.levelling {
            for value in levelling {
                content.number(value, decimals: 6)
                content.text(" ")
            }
            content.text("cm ")
        }
        content.text("\(frame.imageMatrix) cm /I Do Q\n")
        for line in lines { write(line, to: &content) }
        return content.bytes
    }

    /// One text block a line: poppler forgets the stretch between blocks.
    private func write(_ line: TextLayer.Line, to content: inout ByteBuilder) {
        content.text("BT 3 Tr\n")
        var size = 0.0
        for (index, word) in line.words.enumerated() {
            if word.size != size {
                size = word.size
                content.text("/F ")
                content.number(size)
                content.text(" Tf\n")
            }
            write(word, isLast: index == line.words.count - 1, to: &content)
        }
        content.text("ET\n")
    }

    private func write(_ word: TextLayer.PlacedWord, isLast: Bool, to content: inout ByteBuilder) {
        let natural = word.codes.reduce(0) { $0 + PageContent.width(of: $1) }
        content.number(100 * word.width / (natural * word.size), decimals: 3)
        content.text(" Tz 1 0 0 1 ")
        content.number(word.x)
        content.text(" ")
        content.number(frame.height - word.baseline)
        content.text(" Tm ")
        // A string holds at most 32 767 bytes (ISO 19005-2, 6.1.13).
        for start in stride(from: 0, to: word.codes.count, by: 8000) {
            content.text("<")
            for code in word.codes[start..<min(start + 8000, word.codes.count)] { content.hex(code) }
            if !isLast && start + 8000 >= word.codes.count { content.hex(CharacterCodes.space) }
            content.text("> Tj\n")
        }
    }

    private static func width(of code: UInt16) -> Double {
        let width = code == CharacterCodes.space ? InvisibleFont.spaceWidth : InvisibleFont.width
        return Double(width) / Double(InvisibleFont.unitsPerEm)
    }
}
