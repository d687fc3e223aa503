// Scan profiles on the screen.

extension Text {
    public static let profilesTitle = Text("Chế độ quét", en: "Scan profile")
    public static let commandProfile = Text("Chế độ quét", en: "Scan profile")
    public static let commandProfileHelp = Text(
        "Chọn cách quét cho loại giấy này: màu, dpi, khổ, độ sáng.", en: "How this kind of paper is scanned: colour, dpi, size, brightness.")
    public static let commandProfilesAccept = Text("Dùng", en: "Use it")
    public static let commandProfilesAcceptHelp = Text(
        "Dùng chế độ này từ lần quét tới, và giữ cho trạm.", en: "Scan this way from the next run on; the station keeps it.")
    public static let noProfiles = Text("Chưa có chế độ quét nào.", en: "There are no scan profiles.")
    public static let profileAsSettings = Text("Theo cấu hình [scanner]", en: "As in [scanner] of the settings")
    public static let profileChosen = Text("Chế độ quét: {name}.", en: "Scan profile: {name}.")
    public static let profileNone = Text(
        "Quét theo cấu hình [scanner] của trạm.", en: "Scanning as the station's [scanner] settings say.")

    // MARK: Hands-free
    public static let startedByPaper = Text("Có giấy trong khay: tự quét.", en: "Paper in the feeder: scanning by itself.")
    public static let startedByButton = Text("Nút quét trên máy: tự quét.", en: "The scanner's button: scanning by itself.")

    // What a profile sets, in one line.
    public static let summaryDPI = Text("{dpi} dpi", en: "{dpi} dpi")
    public static let summaryFloor = Text("ít nhất {dpi} dpi", en: "at least {dpi} dpi")
    public static let summaryBrightness = Text("sáng {percent}", en: "brightness {percent}")
    public static let summaryContrast = Text("tương phản {percent}", en: "contrast {percent}")
    public static let summaryThreshold = Text("ngưỡng {percent}", en: "threshold {percent}")
    public static let summaryLargest = Text("hết mặt kính", en: "all of the glass")
    public static let sourceADF = Text("khay, một mặt", en: "feeder, one side")
    public static let sourceDuplex = Text("khay, hai mặt", en: "feeder, both sides")
    public static let sourceFlatbed = Text("mặt kính", en: "glass")
    public static let sourceManualDuplex = Text("khay, lật tay", en: "feeder, turned by hand")
}
