extension Text {
    public static let pdfNoPages = Text(
        "Tài liệu không còn trang nào để ghi ra PDF.", en: "The document has no page left to write as PDF.")
    public static let pdfImageUnreadable = Text(
        "Không đọc được ảnh của trang {page}: {path} (lỗi {errno}).",
        en: "The image of page {page} cannot be read: {path} (error {errno}).")
    public static let pdfNotAnImage = Text(
        "Ảnh của trang {page} không đúng định dạng đã ghi.", en: "The image of page {page} is not in the format on record.")
    public static let pdfImageDamaged = Text("Ảnh của trang {page} bị hỏng.", en: "The image of page {page} is damaged.")
    public static let pdfImageUnsupported = Text(
        "Ảnh của trang {page} có kiểu mà PDF/A không nhận ({feature}).",
        en: "The image of page {page} is of a kind PDF/A does not take ({feature}).")
    public static let pdfImpossibleSize = Text(
        "Trang {page} có khổ không thể có: {width} × {height} điểm ảnh ở {dpi} dpi.",
        en: "Page {page} has an impossible size: {width} × {height} pixels at {dpi} dpi.")
    public static let pdfAlreadyExists = Text("Đã có tệp {path}; không ghi đè.", en: "{path} exists and is not overwritten.")
    public static let pdfCannotWrite = Text("Không ghi được {path} (lỗi {errno}).", en: "{path} cannot be written (error {errno}).")
    public static let pdfTooLarge = Text("Tệp PDF {path} vượt quá 10 GB.", en: "The PDF file {path} would be over 10 GB.")
    public static let pdfCompressionFailed = Text("Hết bộ nhớ khi nén PDF.", en: "Out of memory while compressing a PDF.")
    public static let pdfRestoreAPage = Text(
        "Khôi phục ít nhất một trang của tài liệu.", en: "Restore at least one page of the document.")
    public static let pdfVerifyStore = Text("Chạy tramquet verify để kiểm tra kho.", en: "Run tramquet verify to check the store.")
    public static let pdfScanAgain = Text(
        "Quét lại trang này, hoặc chuyển ảnh sang JPEG rồi nhập lại.",
        en: "Scan this page again, or convert its image to JPEG and import it again.")
    public static let pdfMoveAway = Text("Chuyển tệp cũ đi nơi khác rồi chạy lại.", en: "Move the old file away and run again.")
    public static let pdfCheckTarget = Text(
        "Kiểm tra ổ đĩa đích còn chỗ và cho phép ghi, rồi chạy lại.",
        en: "Check that the target has room and may be written, then run again.")
    public static let pdfSplit = Text("Tách thành nhiều tài liệu.", en: "Split it into several documents.")
}
