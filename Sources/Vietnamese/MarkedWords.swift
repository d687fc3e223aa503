import Foundation

extension String {
    /// The words of a text that carry marks or `đ`, as they are searched when the marks count: NFC, lower case, the tone of an
    /// open oa, oe or uy where one school puts it, so that *HÒA* and *hoà* are one. Words are runs of letters and digits.
    public var markedWords: [String] {
        // Composed text is the rule, and composing all of it takes longer than all the rest.
        let text = unicodeScalars.contains { MarkedLetters.combining.contains($0.value) } ? nfc : self
        var words: [String] = []
        // Bytes: appending scalars to a string takes several times as long.
        var word: [UInt8] = []
        var isMarked = false
        var last: Unicode.Scalar = " "
        func close() {
            if isMarked {
                let text = String(decoding: word, as: UTF8.self)
                words.append(MarkedLetters.endings.contains(last) ? text.toneInOnePlace : text)
            }
            word.removeAll(keepingCapacity: true)
            isMarked = false
        }
        func add(_ scalar: Unicode.Scalar) {
            word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            last = scalar
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: add(scalar)
            case 0x41...0x5A: add(Unicode.Scalar(UInt8(scalar.value + 32)))
            case 0..<0x80: close()
            case MarkedLetters.combining: continue
            default:
                if let letter = MarkedLetters.lower(scalar) {
                    add(letter)
                    isMarked = true
                } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    scalar.properties.lowercaseMapping.unicodeScalars.forEach(add)
                } else {
                    close()
                }
            }
        }
        close()
        return words
    }

    /// Of a word in lower case. Only of these three rhymes are there two schools.
    private var toneInOnePlace: String {
        let bare = folded
        return bare.hasSuffix("oa") || bare.hasSuffix("oe") || bare.hasSuffix("uy") ? retoned(.onMainVowel) : self
    }
}

/// Latin letters that fold to another: those with marks, and `đ`.
private enum MarkedLetters {
    static let combining: ClosedRange<UInt32> = 0x300...0x36F
    /// With which oa, oe and uy end.
    static let endings = Set("aáàảãạeéèẻẽẹyýỳỷỹỵ".unicodeScalars)
    private static let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
    private static let tables: [[Unicode.Scalar?]] = blocks.map { block in
        block.map { value in
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return nil }
            let lower = scalar.properties.lowercaseMapping
            return lower.unicodeScalars.count == 1 && lower.folded != lower ? lower.unicodeScalars.first : nil
        }
    }

    /// Nil for what carries no mark.
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        for (block, table) in zip(blocks, tables) where block.contains(scalar.value) {
            return table[Int(scalar.value - block.lowerBound)]
        }
        return nil
    }
}
