extension Text {
    public static let importUnreadable = Text("Không đọc được tệp {path}.", en: "The file {path} cannot be read.")
    public static let importPDF = Text("Không đọc được PDF {path}: hỏng hoặc có mật khẩu.", en: "The PDF {path} cannot be read: it is damaged or has a password.")
    public static let importTooManyPages = Text("{path} có {count} trang, quá nhiều cho một tệp.", en: "{path} has {count} pages, too many for one file.")
    public static let importToolMissing = Text("Thiếu chương trình {tool}.", en: "The program {tool} is missing.")
    public static let importInstallPoppler = Text("Cài gói poppler-utils rồi nhập lại.", en: "Install the package poppler-utils and import again.")
    public static let importOthersKept = Text("Các tệp khác vẫn được nhập.", en: "The other files are taken in.")
    public static let importSplitFirst = Text("Mở khóa hay tách tệp trước, rồi nhập lại.", en: "Unlock or split the file first, then import it.")
}

extension Text {
    public static let chosenSettings = Text("{dpi} dpi · {mode} · {sides}", en: "{dpi} dpi · {mode} · {sides}")
    public static let oneSide = Text("một mặt", en: "one side")
    public static let twoSides = Text("hai mặt", en: "both sides")
    public static let modeColor = Text("màu", en: "colour")
    public static let modeGray = Text("xám", en: "grey")
    public static let modeLineart = Text("đen trắng", en: "black and white")
}
