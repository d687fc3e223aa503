/// What stands on the pages that `boundaries` measures with: names, types and sentences of administrative papers.
enum BoundaryTexts {
    static let provinces = [
        "Đồng Nai", "Quảng Ngãi", "Hà Tĩnh", "Sơn La", "Bắc Giang", "Cần Thơ", "Thừa Thiên Huế", "Lâm Đồng", "Kiên Giang", "Nghệ An",
        "Hà Nội", "Bình Định", "Vĩnh Phúc", "Đắk Lắk", "An Giang",
    ]

    static let districts = ["Long Thành", "Đức Phổ", "Kỳ Anh", "Mộc Châu", "Yên Thế", "Phú Vang", "Bảo Lộc", "Hòn Đất", "Diễn Châu"]

    /// Of one word, `#` is the province.
    static let issuers: [(superior: String, name: String, symbol: String)] = [
        ("", "ỦY BAN NHÂN DÂN\nTỈNH #", "UBND"), ("UBND TỈNH #", "SỞ NỘI VỤ", "SNV"), ("ỦY BAN NHÂN DÂN TỈNH #", "SỞ TÀI CHÍNH", "STC"),
        ("UBND TỈNH #", "SỞ NÔNG NGHIỆP VÀ\nPHÁT TRIỂN NÔNG THÔN", "SNN"), ("", "HỘI ĐỒNG NHÂN DÂN\nTỈNH #", "HĐND"),
        ("", "BỘ NỘI VỤ", "BNV"), ("BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ\nLƯU TRỮ NHÀ NƯỚC", "VTLTNN"), ("", "CHÍNH PHỦ", "CP"),
        ("SỞ Y TẾ #", "BỆNH VIỆN ĐA KHOA", "BVĐK"), ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ #", "VĂN PHÒNG", "VP"),
        ("TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH #", "CT"), ("", "THỦ TƯỚNG CHÍNH PHỦ", "TTg"),
    ]

    static let types: [(heading: String, symbol: String)] = [
        ("QUYẾT ĐỊNH", "QĐ"), ("KẾ HOẠCH", "KH"), ("BÁO CÁO", "BC"), ("TỜ TRÌNH", "TTr"), ("THÔNG BÁO", "TB"), ("CHỈ THỊ", "CT"),
        ("NGHỊ QUYẾT", "NQ"), ("CHƯƠNG TRÌNH", "CTr"), ("HƯỚNG DẪN", "HD"), ("GIẤY MỜI", "GM"), ("BIÊN BẢN", "BB"), ("QUY ĐỊNH", "QyĐ"),
        ("THÔNG TƯ", "TT"), ("CÔNG ĐIỆN", "CĐ"),
    ]

    static let subjects = [
        "phê duyệt danh mục hồ sơ, tài liệu hết giá trị", "giao chỉ tiêu kế hoạch đầu tư công", "tăng cường công tác văn thư, lưu trữ",
        "bổ nhiệm cán bộ lãnh đạo, quản lý", "thu hồi đất để thực hiện dự án đường tỉnh", "cấp giấy chứng nhận quyền sử dụng đất",
        "triển khai công tác phòng, chống thiên tai và tìm kiếm cứu nạn", "điều chỉnh dự toán ngân sách địa phương",
        "kiểm tra việc thực hiện chế độ báo cáo thống kê", "phân bổ kinh phí sự nghiệp giáo dục", "thành lập Ban Chỉ đạo cải cách hành chính",
        "xếp lương cán bộ, công chức", "cho phép thành lập hợp tác xã nông nghiệp",
    ]

    static let sentences = [
        "Các cơ quan, đơn vị nghiêm túc tổ chức triển khai thực hiện, bảo đảm đúng tiến độ và chất lượng theo kế hoạch đã được phê duyệt.",
        "Kinh phí thực hiện được bố trí trong dự toán ngân sách hằng năm theo phân cấp ngân sách hiện hành và các nguồn hợp pháp khác.",
        "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh về Văn phòng để tổng hợp, trình xem xét, quyết định.",
        "Giao Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và Ủy ban nhân dân các huyện theo dõi, đôn đốc, kiểm tra việc thực hiện.",
        "Tài liệu đưa ra số hóa phải được chỉnh lý hoàn chỉnh, xác định giá trị và thống kê thành mục lục hồ sơ.",
        "Căn cứ Quyết định số 15/2008/QĐ-UBND ngày 12 tháng 5 năm 2008 của Ủy ban nhân dân tỉnh về việc ban hành quy chế làm việc;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 215/TTr-STC ngày 28 tháng 11 năm 2011,",
        "Diện tích đất thu hồi là 12.450 m2, thuộc các thửa số 15, 17, 18 tờ bản đồ số 4, xã Bình Minh.",
        "Thời gian thực hiện từ ngày 01 tháng 7 đến ngày 31 tháng 12 hằng năm; báo cáo kết quả trước ngày 20 tháng 12.",
        "Thủ trưởng các cơ quan, đơn vị và các cá nhân có liên quan chịu trách nhiệm thi hành.",
        "Hội nghị thống nhất đánh giá cao kết quả đạt được, đồng thời chỉ ra một số tồn tại, hạn chế cần tập trung khắc phục.",
        "Chế độ công tác phí được thanh toán theo quy định hiện hành của Bộ Tài chính và Nghị quyết của Hội đồng nhân dân tỉnh.",
        "Số lượng hồ sơ thu thập được là 1.250 hồ sơ, trong đó hồ sơ bảo quản vĩnh viễn chiếm 38%, còn lại là hồ sơ có thời hạn.",
    ]

    /// Sentences that name what a head consists of.
    static let quotations = [
        "Quốc hiệu ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” và Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” được trình bày ở góc trên bên phải.",
        "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam là nhà nước pháp quyền xã hội chủ nghĩa của Nhân dân, do Nhân dân, vì Nhân dân.",
        "Điều lệ Đảng Cộng sản Việt Nam và nghị quyết của Ban Thường vụ Tỉnh ủy là căn cứ để các cấp ủy đảng lãnh đạo thực hiện.",
        "Công dân nước Cộng hòa xã hội chủ nghĩa Việt Nam đủ mười tám tuổi trở lên có quyền bầu cử theo quy định của pháp luật.",
    ]

    static let names = [
        "Nguyễn Văn Hùng", "Trần Thị Lan", "Lê Quang Minh", "Phạm Ngọc Thạch", "Hoàng Thị Nguyệt", "Võ Đình Trọng", "Bùi Thanh Sơn", "Đỗ Xuân Hòa",
    ]

    static let posts = ["CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TL. BỘ TRƯỞNG\nCỤC TRƯỞNG", "GIÁM ĐỐC", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ"]

    static let partyBodies = [
        ("TỈNH ỦY #", "TU"), ("TỈNH ỦY #\nBAN TỔ CHỨC", "BTCTU"), ("HUYỆN ỦY @", "HU"), ("ĐẢNG BỘ TỈNH #\nỦY BAN KIỂM TRA", "UBKTTU"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG", "VPTW"), ("ĐẢNG ỦY XÃ @\nCHI BỘ VĂN PHÒNG", "CB"),
    ]

    static let oldBodies = ["ỦY BAN HÀNH CHÍNH\nTỈNH #", "BỘ NỘI VỤ", "PHỦ THỦ TƯỚNG", "ỦY BAN HÀNH CHÍNH\nKHU TỰ TRỊ TÂY BẮC", "TY GIÁO DỤC #"]
    static let southBodies = ["ỦY BAN NHÂN DÂN\nCÁCH MẠNG TỈNH #", "CHÍNH PHỦ CÁCH MẠNG LÂM THỜI", "ỦY BAN QUÂN QUẢN #"]
}
