extension Text {
    public static let importUnreadable = Text("Không đọc được tệp {path}.", en: "The file {path} cannot be read.")
    public static let importPDF = Text("{path} là PDF; chưa nhập trực tiếp được.", en: "{path} is a PDF, which cannot be taken in directly yet.")
    public static let importSeveralImages = Text(
        "{path} có {count} ảnh trong một tệp; chưa nhập trực tiếp được.", en: "{path} holds {count} images, which cannot be taken in directly yet.")
    public static let importOthersKept = Text("Các tệp khác vẫn được nhập.", en: "The other files are taken in.")
    public static let importSplitFirst = Text(
        "Tách thành từng ảnh trước (pdfimages -all, tiffsplit) rồi nhập lại.",
        en: "Split it into single images first (pdfimages -all, tiffsplit), then import them.")
}

extension Text {
    public static let chosenSettings = Text("{dpi} dpi · {mode} · {sides}", en: "{dpi} dpi · {mode} · {sides}")
    public static let oneSide = Text("một mặt", en: "one side")
    public static let twoSides = Text("hai mặt", en: "both sides")
    public static let modeColor = Text("màu", en: "colour")
    public static let modeGray = Text("xám", en: "grey")
    public static let modeLineart = Text("đen trắng", en: "black and white")
}
