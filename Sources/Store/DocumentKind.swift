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

    /// What stands in the index of full text for every page of a document of this kind: a word no page has.
    var sign: String { "\u{E000}" + rawValue.lowercased() }

    private static let titles = allCases.filter { $0 != .letter }.map { (kind: $0, words: $0.name.folded.split(separator: " ").map(String.init)) }
    private static let symbols = Dictionary(allCases.map { ($0.rawValue.lowercased(), $0) }) { first, _ in first }
}

extension RecognisedPage {
    /// Lines from the top in which a title or a symbol may stand.
    static let linesOfHead = 16

    /// The kind of the document that the head of this page tells: by its title, a line of capitals, else by its symbol (`15/QĐ-UBND`). A
    /// symbol without a kind in it is that of a letter.
    public var documentKind: DocumentKind? {
        var lines: [[String]] = []
        var line: Int?
        for word in words {
            if word.line != line {
                if lines.count == RecognisedPage.linesOfHead { break }
                lines.append([])
                line = word.line
            }
            lines[lines.count - 1].append(word.text)
        }
        for line in lines {
            if let kind = DocumentKind.title(line) { return kind }
        }
        for line in lines {
            if let kind = DocumentKind.symbol(line) { return kind }
        }
        return nil
    }
}

extension DocumentKind {
    fileprivate static func title(_ line: [String]) -> DocumentKind? {
        let first = line.prefix(4).joined(separator: " ")
        guard !first.contains(where: \.isLowercase) else { return nil }
        let words = first.folded.split { !$0.isLetter }.map(String.init)
        return titles.first { words.starts(with: $0.words) }?.kind
    }

    fileprivate static func symbol(_ line: [String]) -> DocumentKind? {
        guard let first = line.first?.folded, first.hasPrefix("so") else { return nil }
        for word in line.prefix(3) {
            let symbol = word.nfc.split(separator: ":").last ?? ""
            let parts = symbol.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count > 1, parts[0].allSatisfy(\.isNumber), let last = parts.last, last.first?.isLetter == true else { continue }
            return symbols[last.prefix { $0.isLetter }.lowercased()] ?? .letter
        }
        return nil
    }
}
