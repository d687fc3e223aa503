import Printing

/// First pages for the measurement of marks of secrecy: short, as only their upper half matters.
extension BoundaryPen {
    /// The sheet itself, then each stamp with letters on a page of its own.
    mutating func draw(_ drawn: SecrecySheet) throws {
        switch drawn.page {
        case .other(let piece) where drawn.typed == nil: try draw(piece)
        default:
            beginPage()
            if let typed = drawn.typed { try type(typed) }
            switch drawn.page {
            case .first(let era): try head(of: era, isAboutSecrets: false)
            case .aboutSecrets(let era): try head(of: era, isAboutSecrets: true)
            case .other: break
            }
            sheet.endPage()
        }
        for stamp in drawn.stamps where stamp.hasLetters {
            let face = PrintFace(family: stamp.family, size: stamp.size, isBold: true)
            _ = try sheet.write(stamp.text, face, x: 100, y: 100, width: 400, alignment: stamp.text.contains("\n") ? .left : .centre)
            sheet.endPage()
        }
    }

    private mutating func type(_ typed: SecrecySheet.Typed) throws {
        let face = PrintFace(family: random.from(["DejaVu Sans Mono", "Nimbus Mono PS", "DejaVu Serif"]), size: random.around(13, 1.5), isBold: random.chance(0.6))
        // Room for TUYỆT MẬT letter by letter: no typist breaks it.
        let (width, top) = (260.0, max(14, y - 28))
        let x = typed.isRight ? 560 - width : left
        let bottom = try sheet.write(typed.text, face, x: x, y: top, width: width, alignment: typed.isRight ? .centre : .left)
        if typed.isUnderlined { sheet.bar(x: x, y: bottom, width: 60, height: 0.8) }
        y = max(y, bottom + 6)
    }

    private mutating func head(of era: BoundaryDossier.Era, isAboutSecrets: Bool) throws {
        let type = random.chance(0.35) ? nil : random.from(BoundaryTexts.types)
        try head(era, hasNumber: true, type: type)
        if let type {
            try centred(isAboutSecrets ? random.from(SecrecyTexts.headings) : type.heading, size: size + 1.5)
            try centred("Về việc " + random.from(isAboutSecrets ? SecrecyTexts.subjects : BoundaryTexts.subjects))
        } else {
            y = try write("V/v \(random.from(isAboutSecrets ? SecrecyTexts.subjects : BoundaryTexts.subjects))", width: 190, size: size - 1, .centre) + 12
            try centred("Kính gửi: " + random.from(["Ủy ban nhân dân các huyện, thị xã;", "Các sở, ban, ngành tỉnh.", "Phòng Bảo mật, Công an tỉnh"]), bold: false)
        }
        y += 8
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            try paragraph(random.from(isAboutSecrets && random.chance(0.7) ? SecrecyTexts.sentences : BoundaryTexts.sentences))
        }
        if random.chance(0.3) { try signature() }
    }
}
