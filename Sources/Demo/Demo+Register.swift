extension Demo {
    /// A dossier as the demo's worklist (danh mục số hóa) gives it.
    public struct Dossier: Sendable, Hashable {
        /// Accepted by `DossierCode`.
        public let code: String
        public let title: String
        public let startYear: Int
        public let endYear: Int
        /// TT 05/2025: 01 vĩnh viễn, 02 70 năm, 03 50 năm, 04 30 năm, 05 20 năm, 06 10 năm, 07 khác.
        public let retention: String
        /// As the closing sheet states it; nil: not counted yet.
        public let countedSheets: Int?
        public let box: String
    }

    /// Everything here is invented: there is no such province, district or commune.
    public static let agency = "Ủy ban nhân dân huyện Thạnh Khê"
    public static let fondsCode = "H99"
    public static let fondsTitle = "Phông Ủy ban nhân dân huyện Thạnh Khê, tỉnh Hưng Giang"

    /// The first dossier is the one whose papers lie in the sample folder.
    public static let dossiers = [
        Dossier(
            code: "H99.2008.01.QD",
            title: "Hồ sơ về việc đầu tư xây dựng công trình cầu dân sinh Bến Lở, xã Phước Lộc Hạ năm 2008",
            startYear: 2008, endYear: 2008, retention: "01", countedSheets: 8, box: "12"),
        Dossier(
            code: "H99.2008.02.NV",
            title: "Hồ sơ về việc tuyển dụng, bổ nhiệm cán bộ, công chức các phòng chuyên môn năm 2008",
            startYear: 2008, endYear: 2008, retention: "02", countedSheets: 46, box: "12"),
        Dossier(
            code: "H99.2008.03.DD",
            title: "Hồ sơ giải quyết khiếu nại về đất đai của công dân xã Phước Lộc Thượng",
            startYear: 2006, endYear: 2008, retention: "01", countedSheets: 31, box: "13"),
        Dossier(
            code: "H99.2009.01.VX",
            title: "Hồ sơ về việc phòng, chống lụt bão và tìm kiếm cứu nạn năm 2009",
            startYear: 2009, endYear: 2009, retention: "05", countedSheets: 58, box: "13"),
        Dossier(
            code: "H99.2009.02.TC",
            title: "Hồ sơ về việc giao chỉ tiêu thu, chi ngân sách cho các xã, thị trấn năm 2009",
            startYear: 2008, endYear: 2009, retention: "01", countedSheets: nil, box: "14"),
        Dossier(
            code: "H99.2009.03.TH",
            title: "Lịch công tác tuần và giấy mời họp năm 2009",
            startYear: 2009, endYear: 2009, retention: "07", countedSheets: 22, box: "14"),
    ]
}
