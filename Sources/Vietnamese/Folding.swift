import Foundation

extension String {
    /// Text as it is searched: NFC, no marks, `đ` as `d`, lower case, so that `trich yeu` finds `Trích yếu`.
    /// (SQLite's `remove_diacritics` leaves `đ` as it is.)
    public var folded: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        fold(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `folded` as UTF-8, behind the bytes that are there: who folds thousands of words needs no string for each.
    public func fold(into bytes: inout [UInt8]) {
        // Bytes: appending scalars to a string takes several times as long.
        let start = bytes.count
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: bytes.append(UInt8(scalar.value + 32))
            case 0..<0x80: bytes.append(UInt8(scalar.value))
            case 0x300...0x36F: continue
            // Dashes, quotation marks, dots: neither letters nor composed of any.
            case 0x2010...0x2027: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default:
                guard let letter = LatinLetters.folded(scalar) else {
                    bytes.replaceSubrange(start..., with: foldedByUnicode.utf8)
                    return
                }
                if letter.isASCII { bytes.append(UInt8(letter.value)) } else { bytes.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter) }
            }
        }
    }

    /// The same for any script; Vietnamese needs it only to fill the table.
    var foldedByUnicode: String {
        var result = String.UnicodeScalarView()
        for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x110, 0x111: result.append("d")
            case 0x300...0x36F: continue
            default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(result).precomposedStringWithCanonicalMapping
    }

    /// The form in which all text is stored and compared.
    public var nfc: String { precomposedStringWithCanonicalMapping }
}

/// Folding of the Latin letters with marks, worked out once: a search folds thousands of words.
private enum LatinLetters {
    private static let blocks: [ClosedRange<UInt32>] = [0x80...0x24F, 0x1E00...0x1EFF]
    private static let tables: [[Unicode.Scalar?]] = blocks.map { block in
        block.map { value in
            let letters = Unicode.Scalar(value).map { String($0).foldedByUnicode.unicodeScalars }
            return letters?.count == 1 ? letters?.first : nil
        }
    }

    /// Nil for what is not in the table.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        for (block, table) in zip(blocks, tables) where block.contains(scalar.value) {
            return table[Int(scalar.value - block.lowerBound)]
        }
        return nil
    }
}
