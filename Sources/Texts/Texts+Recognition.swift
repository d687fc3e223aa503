extension Text {
    public static let imageFileMissing = Text("Không thấy tệp ảnh {path}.", en: "The image file {path} is not there.")
    public static let imageFileBad = Text("Tệp ảnh {path} bị hỏng.", en: "The image file {path} is damaged.")
    public static let imageTooLargeToRead = Text(
        "Ảnh {width} × {height} điểm ảnh quá lớn để nhận dạng.", en: "An image of {width} × {height} pixels is too large to read.")
    public static let ocrLanguageMissing = Text(
        "Máy chưa có dữ liệu OCR cho ngôn ngữ {language}.", en: "This machine has no OCR data for the language {language}.")
    public static let ocrOutOfTime = Text(
        "OCR trang này không xong trong {seconds} giây.", en: "OCR of this page did not end within {seconds} seconds.")
    public static let ocrEngineFailed = Text("Bộ máy OCR không đọc được trang này.", en: "The OCR engine could not read this page.")
    public static let runCheckOfTheStore = Text(
        "Chạy “tramquet verify” để kiểm tra kho.", en: "Run “tramquet verify” to check the store.")
    public static let rescanThePage = Text("Xem lại trang này và quét lại nếu cần.", en: "Look at this page and scan it again if need be.")
    public static let installOCRLanguage = Text(
        "Cài gói: sudo apt install {packages}", en: "Install it: sudo apt install {packages}")
    public static let readAgainOrSettle = Text(
        "Cho OCR đọc lại trang, hoặc xếp trang là “không đọc được”.", en: "Read the page again, or settle it as “not legible”.")
}

extension Text {
    public static let ocrWorkersDoNotStart = Text(
        "Không khởi động được tiến trình OCR ({why}).", en: "The OCR process does not start ({why}).")
}

extension Text {
    /// Why OCR of a page failed, from the code the queue keeps.
    public static func ocrFailureReason(_ code: String) -> Phrase {
        let text: Text = switch code {
        case "image_missing": .ocrReasonMissing
        case "bad_image": .ocrReasonBad
        case "image_too_large": .ocrReasonLarge
        case "ocr_language_missing": .ocrReasonLanguage
        case "ocr_out_of_time": .ocrReasonTime
        case "ocr_worker_died": .ocrReasonDied
        case "not_seen": .ocrReasonNotSeen
        default: .ocrReasonEngine
        }
        return text.phrase
    }

    static let ocrReasonMissing = Text("không thấy tệp ảnh", en: "image file missing")
    static let ocrReasonBad = Text("ảnh hỏng", en: "damaged image")
    static let ocrReasonLarge = Text("ảnh quá lớn", en: "image too large")
    static let ocrReasonLanguage = Text("thiếu dữ liệu ngôn ngữ OCR", en: "OCR language data missing")
    static let ocrReasonTime = Text("quá thời gian", en: "out of time")
    static let ocrReasonDied = Text("làm hỏng tiến trình OCR hai lần", en: "killed its OCR process twice")
    static let ocrReasonNotSeen = Text(
        "không đọc được, cũng không nhìn được dấu độ mật: hãy xem bản giấy", en: "neither read nor looked at for a mark of secrecy: look at the paper")
    static let ocrReasonEngine = Text("bộ OCR lỗi", en: "OCR engine failed")
}
