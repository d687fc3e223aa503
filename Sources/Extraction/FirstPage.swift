import Records
import Texts

/// What a page says about being the first of a document: found by itself, without its neighbours.
public struct FirstPage: Sendable, Hashable, Codable {
    /// What the page is, by its head.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Quốc hiệu of today (since 1976).
        case administrative
        /// ĐẢNG CỘNG SẢN VIỆT NAM.
        case party
        /// Việt Nam Dân chủ Cộng hòa, Cộng hòa miền Nam Việt Nam.
        case before1976 = "before_1976"
        /// A head of number, date and issuer without quốc hiệu.
        case plain
        /// Phụ lục, or issued with a document.
        case annex
        /// A blank form (`Mẫu số …`), mostly inside an annex.
        case form
        /// Mục lục văn bản.
        case contentsSheet = "contents_sheet"
        case cover
        /// Tờ kết thúc.
        case closingSheet = "closing_sheet"
        /// None of these: a page that goes on.
        case none

        /// Outside the numbered run.
        public var isOutsideDocuments: Bool { [.contentsSheet, .cover, .closingSheet].contains(self) }
    }

    /// Something on the page that speaks for or against a beginning, and where it was read.
    public struct Signal: Sendable, Hashable, Codable {
        public enum Kind: String, Sendable, Codable, CaseIterable {
            /// Quốc hiệu, or the name of the Party in its place.
            case title
            /// Tiêu ngữ.
            case motto
            /// Số with its ký hiệu.
            case number
            /// Số without a legible ký hiệu.
            case bareNumber = "bare_number"
            /// Địa danh, ngày tháng năm.
            case date
            case issuer
            /// Tên loại.
            case heading
            /// V/v, Kính gửi.
            case address
            /// PHỤ LỤC.
            case annex
            /// (Ban hành kèm theo …)
            case issuedWith = "issued_with"
            /// Mẫu số …
            case formLabel = "form_label"
            /// Dotted lines to be filled in.
            case blanks
            /// 2 and more, at the top.
            case pageNumber = "page_number"
            /// The page begins in the middle of a text.
            case runningText = "running_text"
            /// Nơi nhận: the document ends here.
            case ending
        }

        public var kind: Kind
        /// In pixels of the stored image.
        public var box: Box
        /// How surely it is this, 0…1.
        public var strength: Double

        public init(_ kind: Kind, box: Box, strength: Double = 1) {
            (self.kind, self.box, self.strength) = (kind, box, strength)
        }
    }

    public var kind: Kind
    /// That a document begins here, 0…1, as far as this page alone tells.
    public var confidence: Double
    public var signals: [Signal]

    public init(kind: Kind, confidence: Double, signals: [Signal] = []) {
        (self.kind, self.confidence, self.signals) = (kind, confidence, signals)
    }

    /// A page of which nothing is known.
    public static let unread = FirstPage(kind: .none, confidence: 0)

    public func has(_ kind: Signal.Kind) -> Bool { signals.contains { $0.kind == kind } }

    func strength(_ kind: Signal.Kind) -> Double { signals.filter { $0.kind == kind }.map(\.strength).max() ?? 0 }
}
