import Foundation
import Records

/// Writes a searchable PDF/A document: page images as they are, the text invisible over them.
///
///     let writer = try PDFWriter(path: "…/H99.2008.01.QD.0000001.pdf", info: info)
///     for page in pages { try writer.add(page) }
///     try writer.finish()
///
/// One page image is in memory at a time. The same input gives the same bytes. Until `finish` returns there is only
/// `<path>.part`, which goes away with an unfinished writer. Not thread-safe; use one writer per document.
public final class PDFWriter {
    private let info: PDFDocumentInfo
    private let file: ObjectFile
    private let catalog: Int
    private let pagesRoot: Int
    private let metadata: Int
    private let profile: Int
    private var font: FontObjects?
    private var codes = CharacterCodes()
    private var groups: [PageGroup] = []
    private var pageCount = 0
    private var failure: PDFError?

    private struct PageGroup {
        let number: Int
        var pages: [Int] = []
    }

    /// PDF 1.4 readers take arrays of at most 8191 elements (ISO 19005-1, 6.1.12): pages hang in groups under the root.
    private static let groupSize = 100

    /// - Throws: `alreadyExists`, `cannotWrite`.
    public init(path: String, info: PDFDocumentInfo) throws(PDFError) {
        self.info = info
        file = try ObjectFile(path: path, version: info.conformance == .a2u ? "1.7" : "1.4")
        catalog = file.reserve()
        pagesRoot = file.reserve()
        metadata = file.reserve()
        profile = file.reserve()
        // Metadata stay readable to programs that know nothing of PDF: no compression.
        try file.write(metadata, stream: XMPPacket(info: info).bytes, entries: "/Type /Metadata /Subtype /XML")
        try file.write(profile, deflating: SRGBProfile.bytes(), entries: "/N 3")
    }

    /// Writes a whole document.
    /// - Returns: number of pages.
    @discardableResult
    public static func write(_ pages: some Sequence<PDFPage>, info: PDFDocumentInfo, to path: String) throws(PDFError) -> Int {
        let writer = try PDFWriter(path: path, info: info)
        for page in pages { try writer.add(page) }
        try writer.finish()
        return writer.pageCount
    }

    /// Adds the next page. After an error the document cannot be finished.
    public func add(_ page: PDFPage) throws(PDFError) {
        if let failure { throw failure }
        do {
            try write(page)
        } catch {
            failure = error
            throw error
        }
    }

    /// Completes the file, brings it to the disk and gives it its name. Call once.
    public func finish() throws(PDFError) {
        if let failure { throw failure }
        guard pageCount > 0 else { throw .noPages }
        try writePageTree()
        if let font { try font.write(codes, to: file) }
        try writeCatalog()
        try file.finish(root: catalog)
    }

    private func write(_ page: PDFPage) throws(PDFError) {
        let image = try ImageStream(page.image, page: pageCount + 1)
        let paper = try paperSize(of: image, page: page)
        let frame = UprightFrame(width: image.width, height: image.height, quarterTurns: page.quarterTurns, deskew: page.deskew)
        let text = TextLayer(words: page.words, on: frame, codes: &codes)
        let content = PageContent(frame: frame, dpi: page.dpi, lines: text.lines)

        if groups.last.map({ $0.pages.count == PDFWriter.groupSize }) ?? true { groups.append(PageGroup(number: file.reserve())) }
        let (pageNumber, imageNumber, contentNumber) = (file.reserve(), file.reserve(), file.reserve())
        try file.write(
            imageNumber, stream: image.data,
            entries: "/Type /XObject /Subtype /Image /Width \(image.width) /Height \(image.height) \(image.entries)")
        try file.write(contentNumber, deflating: content.bytes)
        let parent = groups[groups.count - 1].number
        try file.write(
            pageNumber,
            """
            << /Type /Page /Parent \(parent) 0 R /MediaBox [0 0 \(paper)] \
            /Resources << /XObject << /I \(imageNumber) 0 R >>\(fontResource(needed: !text.lines.isEmpty)) >> \
            /Contents \(contentNumber) 0 R >>
            """)
        groups[groups.count - 1].pages.append(pageNumber)
        pageCount += 1
    }

    private func fontResource(needed: Bool) -> String {
        guard needed else { return "" }
        let font = font ?? FontObjects(file)
        self.font = font
        return " /Font << /F \(font.font) 0 R >>"
    }

    /// Width and height of the upright page in points. ISO 32000-1, Annex C: 3 to 14 400 units a side.
    private func paperSize(of image: ImageStream, page: PDFPage) throws(PDFError) -> String {
        let impossible = PDFError.impossibleSize(
            page: pageCount + 1, width: image.width, height: image.height, dpi: page.dpi)
        guard image.width > 0, image.height > 0, page.dpi > 0 else { throw impossible }
        let frame = UprightFrame(width: image.width, height: image.height, quarterTurns: page.quarterTurns)
        var size = ByteBuilder()
        for side in [frame.width, frame.height] {
            let points = side * 72 / Double(page.dpi)
            guard (3...14_400).contains(points) else { throw impossible }
            if !size.bytes.isEmpty { size.text(" ") }
            size.number(points, decimals: 3)
        }
        return String(decoding: size.bytes, as: UTF8.self)
    }

    private func writePageTree() throws(PDFError) {
        for group in groups {
            let kids = group.pages.map { "\($0) 0 R" }.joined(separator: " ")
            try file.write(
                group.number, "<< /Type /Pages /Parent \(pagesRoot) 0 R /Count \(group.pages.count) /Kids [\(kids)] >>")
        }
        let kids = groups.map { "\($0.number) 0 R" }.joined(separator: " ")
        try file.write(pagesRoot, "<< /Type /Pages /Count \(pageCount) /Kids [\(kids)] >>")
    }

    private func writeCatalog() throws(PDFError) {
        let language = info.language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let condition = SRGBProfile.description
        try file.write(
            catalog,
            """
            << /Type /Catalog /Pages \(pagesRoot) 0 R /Metadata \(metadata) 0 R /Lang (\(language)) \
            /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (\(condition)) \
            /Info (\(condition)) /DestOutputProfile \(profile) 0 R >>] >>
            """)
    }
}

/// The objects of the document's one font, written when all its characters are known.
private struct FontObjects {
    let font: Int
    private let descendant: Int
    private let descriptor: Int
    private let program: Int
    private let toUnicode: Int

    init(_ file: ObjectFile) {
        font = file.reserve()
        descendant = file.reserve()
        descriptor = file.reserve()
        program = file.reserve()
        toUnicode = file.reserve()
    }

    func write(_ codes: CharacterCodes, to file: ObjectFile) throws(PDFError) {
        let name = InvisibleFont.name
        try file.write(
            font,
            """
            << /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /Identity-H \
            /DescendantFonts [\(descendant) 0 R] /ToUnicode \(toUnicode) 0 R >>
            """)
        try file.write(
            descendant,
            """
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /\(name) \
            /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
            /FontDescriptor \(descriptor) 0 R /CIDToGIDMap /Identity /DW \(InvisibleFont.width) \
            /W [\(CharacterCodes.space) [\(InvisibleFont.spaceWidth)]] >>
            """)
        let (ascent, descent, width) = (InvisibleFont.ascent, InvisibleFont.descent, InvisibleFont.width)
        try file.write(
            descriptor,
            """
            << /Type /FontDescriptor /FontName /\(name) /Flags 4 /FontBBox [0 \(descent) \(width) \(ascent)] \
            /ItalicAngle 0 /Ascent \(ascent) /Descent \(descent) /CapHeight \(ascent) /StemV 80 /FontFile2 \(program) 0 R >>
            """)
        let trueType = InvisibleFont.trueType(codes: codes.count)
        try file.write(program, deflating: trueType, entries: "/Length1 \(trueType.count)")
        try file.write(toUnicode, deflating: codes.toUnicode)
    }
}
