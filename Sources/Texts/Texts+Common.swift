extension Text {
    public static let unexpectedError = Text("Lỗi bất ngờ: {what}", en: "Unexpected error: {what}")
    public static let nothingLost = Text("Không mất gì.", en: "Nothing was lost.")
    public static let nothingChanged = Text("Chưa thay đổi gì.", en: "Nothing was changed.")
    public static let storedPagesKept = Text(
        "Mọi trang đã lưu vẫn còn nguyên.", en: "Every page already stored is still there.")
    public static let tryAgainSoon = Text("Đợi một lát rồi thử lại.", en: "Wait a moment and try again.")
    public static let seeLog = Text("Xem chi tiết trong nhật ký {path}.", en: "See the log {path} for details.")
    public static let checkTheValue = Text("Kiểm tra lại giá trị rồi thử lại.", en: "Check the value and try again.")
}
