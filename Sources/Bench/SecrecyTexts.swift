/// Papers that name secrecy without being secret.
enum SecrecyTexts {
    static let headings = [
        "QUY CHẾ\nBẢO VỆ BÍ MẬT NHÀ NƯỚC", "QUYẾT ĐỊNH\nBan hành Danh mục bí mật nhà nước độ Mật", "DANH MỤC BÍ MẬT NHÀ NƯỚC",
        "KẾ HOẠCH\nTăng cường công tác bảo vệ bí mật nhà nước", "THÔNG BÁO\nVề việc giải mật tài liệu", "QUY ĐỊNH\nVỀ BẢO MẬT THÔNG TIN",
        "DANH MỤC TÀI LIỆU GIẢI MẬT", "BÁO CÁO\nMẬT ĐỘ DÂN SỐ", "NỘI QUY BẢO MẬT", "HƯỚNG DẪN\nVề dấu chỉ độ mật MẬT, TỐI MẬT, TUYỆT MẬT",
        "QUYẾT ĐỊNH\nVề danh mục bí mật nhà nước độ Tuyệt mật, Tối mật và độ Mật", "SỔ ĐĂNG KÝ VĂN BẢN MẬT ĐẾN",
    ]

    static let subjects = ["bảo vệ bí mật nhà nước", "gửi, nhận tài liệu mật", "rà soát tài liệu đã giải mật", "bảo mật hệ thống thông tin"]

    static let sentences = [
        "Tài liệu bí mật nhà nước được phân thành ba độ mật: Tuyệt mật, Tối mật và Mật; thời hạn bảo vệ lần lượt là 30 năm, 20 năm và 10 năm.",
        "Người soạn thảo đề xuất độ mật, đóng dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT vào góc trên bên trái của tờ đầu.",
        "Nghiêm cấm sao, chụp, lưu giữ tài liệu mật trên máy tính có kết nối mạng; thiết bị phải được kiểm tra bảo mật trước khi dùng.",
        "Mật độ dân số toàn tỉnh là 240 người/km2, tăng 3% so với năm trước; riêng mật độ xây dựng đạt 40%.",
        "Việc giải mật được thực hiện khi hết thời hạn bảo vệ bí mật nhà nước hoặc để đáp ứng yêu cầu thực tiễn bảo vệ lợi ích quốc gia.",
        "Bì ngoài ghi số, ký hiệu và đóng dấu C với độ Mật, B với độ Tối mật, A với độ Tuyệt mật.",
    ]
}
