import Foundation
import Records
import Vietnamese

/// Of what kind a document (văn bản) is: those of NĐ 30/2020 and what letters are called. The raw value is the kind's part of a
/// document's symbol.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
    case resolution = "NQ", decision = "QĐ", directive = "CT", statute = "QC", regulation = "QyĐ", communique = "TC", notice = "TB"
    case guidance = "HD", programme = "CTr", plan = "KH", scheme = "PA", project = "ĐA", undertaking = "DA", report = "BC"
    case minutes = "BB", submission = "TTr", contract = "HĐ", telegram = "CĐ", memorandum = "BGN", agreement = "BTT"
    case mandate = "GUQ", invitation = "GM", introduction = "GGT", leave = "GNP", slip = "PG", transferSlip = "PC", reportSlip = "PB"
    case letter = "CV"

    /// As it stands above a document of it, in small letters.
    public var name: String {
        switch self {
        case .resolution: "nghị quyết"
        case .decision: "quyết định"
        case .directive: "chỉ thị"
        case .statute: "quy chế"
        case .regulation: "quy định"
        case .communique: "thông cáo"
        case .notice: "thông báo"
        case .guidance: "hướng dẫn"
        case .programme: "chương trình"
        case .plan: "kế hoạch"
        case .scheme: "phương án"
        case .project: "đề án"
        case .undertaking: "dự án"
        case .report: "báo cáo"
        case .minutes: "biên bản"
        case .submission: "tờ trình"
        case .contract: "hợp đồng"
        case .telegram: "công điện"
        case .memorandum: "bản ghi nhớ"
        case .agreement: "bản thỏa thuận"
        case .mandate: "giấy ủy quyền"
        case .invitation: "giấy mời"
        case .introduction: "giấy giới thiệu"
        case .leave: "giấy nghỉ phép"
        case .slip: "phiếu gửi"
        case .transferSlip: "phiếu chuyển"
        case .reportSlip: "phiếu báo"
        case .letter: "công văn"
        }
    }

    /// As a person types it: with marks or none, the name or its part of a symbol. `HD` is one, `hd` may be two.
    public static func called(_ text: String) -> [DocumentKind] {
        let text = text.nfc
        if let exact = DocumentKind(rawValue: text) { return [exact] }
        let wanted = text.folded.split { !$0.isLetter }.joined(separator: " ")
        return allCases.filter { $0.rawValue.folded == wanted || $0.name.folded == wanted }
    }

    /// What stands in the index of full text for every page of such a document: no word, as it begins with a sign of private use.
    /// - Parameter stored: a raw value, of this version or of another.
    static func sign(of stored: String) -> String { "\u{E000}" + stored.lowercased() }

    fileprivate static let titles = allCases.filter { $0 != .letter }.map { kind in
        (kind: kind, words: kind.name.split(separator: " ").map { String($0).nfc.searched }, bare: kind.name.folded.split(separator: " ").map(String.init))
    }
    fileprivate static let symbols = Dictionary(allCases.map { ($0.rawValue.lowercased(), $0) }) { first, _ in first }
    /// Without `Đ`, which OCR loses, where that leaves no doubt.
    fileprivate static let bareSymbols = Dictionary(grouping: allCases) { $0.rawValue.folded }.compactMapValues { $0.count == 1 ? $0[0] : nil }
    /// Kinds that are none of an office's own: laws, decrees, circulars.
    fileprivate static let foreign: Set<String> = ["nđ", "nd", "tt", "ttlt", "l", "lct", "pl", "ul", "sl", "qh", "vbhn"]
}

extension String {
    /// As it is searched with its marks.
    fileprivate var searched: String { markedWords.first ?? folded }
}

extension RecognisedPage {
    /// Lines from the top in which a title or a symbol may stand.
    static let linesOfHead = 16

    /// The kind of the document that the head of this page tells: by its symbol (`15/QĐ-UBND`), else by its title, a line of capitals
    /// below it. A symbol that begins with an agency is that of a letter.
    public var documentKind: DocumentKind? { toldKind?.kind }

    /// The same with the words that tell it: its title, or the symbol of what has none.
    var toldKind: (kind: DocumentKind, words: Range<Int>)? {
        var lines: [[String]] = [], starts: [Int] = []
        var line: Int?
        for (index, word) in words.enumerated() {
            if word.line != line {
                if lines.count == RecognisedPage.linesOfHead { break }
                lines.append([])
                starts.append(index)
                line = word.line
            }
            lines[lines.count - 1].append(word.text)
        }
        let numbered = lines.firstIndex(where: DocumentKind.isNumber)
        let symbol = numbered.flatMap { place in
            DocumentKind.symbol(lines[place]).map { (kind: $0.kind, words: starts[place] + $0.word..<starts[place] + $0.word + 1) }
        }
        for place in (numbered.map { $0 + 1 } ?? 0)..<lines.count {
            // The second line of a name: Phòng Tài chính - Kế hoạch.
            if place > 0, let end = lines[place - 1].last, end.last == "-" || end.last == "–" { continue }
            guard let title = DocumentKind.title(lines[place]) else { continue }
            if let symbol, symbol.kind != .letter, symbol.kind != title.kind { continue }
            return (title.kind, starts[place]..<starts[place] + min(title.count, lines[place].count))
        }
        return symbol
    }
}

extension DocumentKind {
    /// With the number of its words.
    fileprivate static func title(_ line: [String]) -> (kind: DocumentKind, count: Int)? {
        // QUYẾT ĐỊNH: stands before the articles, on a later page where there is much to be considered.
        if line.last?.last == ":" { return nil }
        let first = line.prefix(4).joined(separator: " ").nfc
        guard !first.contains(where: \.isLowercase) else { return nil }
        let words = first.split { !$0.isLetter }.map(String.init)
        // OCR may have lost all marks of a word: PHƯỜNG AN BÌNH is no phương án.
        return titles.first { title in
            words.count >= title.words.count && zip(words, zip(title.words, title.bare)).allSatisfy { $0.searched == $1.0 || $0.searched == $1.1 }
        }.map { ($0.kind, $0.words.count) }
    }

    /// `Số: …` with a figure behind it.
    fileprivate static func isNumber(_ line: [String]) -> Bool {
        guard let first = line.first?.folded, first == "so" || first.hasPrefix("so:") || first.hasPrefix("so.") else { return false }
        return line.prefix(3).contains { $0.contains("/") }
    }

    /// With its place in the line.
    fileprivate static func symbol(_ line: [String]) -> (kind: DocumentKind, word: Int)? {
        guard let word = line.prefix(3).firstIndex(where: { $0.contains("/") }) else { return nil }
        let symbol = line[word]
        // The number is first, whatever OCR made of it, and then perhaps a year.
        let parts = symbol.nfc.lowercased().split { $0 == "/" || $0 == "-" }.dropFirst().map { $0.filter(\.isLetter) }
        guard let part = parts.first(where: { !$0.isEmpty }) else { return nil }
        // 123/QĐUB
        for name in [part] + ["ubnd", "ub", "hđnd"].compactMap({ part.hasSuffix($0) ? String(part.dropLast($0.count)) : nil }) {
            if foreign.contains(name) { return nil }
            if let kind = symbols[name] ?? bareSymbols[name] { return (kind, word) }
        }
        return (.letter, word)
    }
}
