// What was counted by whoever prepared a dossier: the phiếu chuẩn bị, keyed.

extension Text {
    // MARK: The dialog
    public static let preparationTitle = Text("Phiếu chuẩn bị", en: "Preparation sheet")
    public static let preparationExplained = Text(
        "Ghi như trên phiếu. Chỉ số tờ là bắt buộc.", en: "As the sheet has it. Only the counted sheets are required.")
    public static let preparationNoSheet = Text("Chưa quét phiếu chuẩn bị.", en: "No preparation sheet was scanned.")
    public static let preparationBeforeFinish = Text(
        "Phiếu chuẩn bị chưa nhập số liệu: Enter lưu, Esc để sau rồi bấm Enter lần nữa để xong hồ sơ.",
        en: "The preparation sheet is not keyed: Enter saves; Esc leaves it, then Enter again finishes.")
    public static let commandCountLarger = Text("Xem gần", en: "Closer")
    public static let commandCountSmaller = Text("Xem cả phiếu", en: "Farther")
    public static let commandCountZoomHelp = Text(
        "Xem cả phiếu, bảng kê, hay ô đang nhập.", en: "The whole sheet, its table, or the figure that is keyed.")
    public static let commandCountTurn = Text("Xoay ảnh", en: "Turn it")
    public static let commandCountTurnHelp = Text(
        "Xoay ảnh phiếu quét ngược, chỉ để xem.", en: "Turn the picture of a sheet fed the other way, to look at.")

    // MARK: The desk
    public static let counterPreparation = Text("s nhập phiếu chuẩn bị", en: "s preparation sheet")
    public static let nextPreparation = Text(
        "PHIẾU CHUẨN BỊ: s  NHẬP SỐ LIỆU    ·    DẤU CÁCH  QUÉT TIẾP", en: "PREPARATION SHEET: s  KEY IT    ·    SPACE  SCAN ON")
    public static let separatorPreparation = Text(
        "Phiếu chuẩn bị: đã lưu, để ngoài hồ sơ. s: nhập số liệu.", en: "Preparation sheet: stored, kept out of the dossier. s: key it.")
    public static let preparationShort = Text(
        "{what}: đếm {counted}, để riêng {places}", en: "{what}: {counted} counted, {places} set apart")
    public static let counterPreparationShort = Text("c để riêng {places}/{counted} {what}", en: "c {places}/{counted} {what} apart")
    public static let didKeyPreparation = Text("Đã ghi phiếu chuẩn bị · u: lấy lại", en: "The preparation sheet is keyed · u: undo")
    public static let finishedShort = Text(
        "Xong hồ sơ {code}. Xem lại phiếu chuẩn bị – {short}.", en: "Dossier {code} is finished. Look at its preparation sheet again – {short}.")

    // MARK: Commands
    public static let preparationLine = Text("  Chuẩn bị: {preparer} · {counts}", en: "  Prepared by {preparer} · {counts}")
    public static let preparationCount = Text("{what} {count}", en: "{what} {count}")
    public static let preparationScanners = Text("  Quét: {people}", en: "  Scanned by {people}")
    public static let preparationWantedLine = Text(
        "số liệu phiếu chuẩn bị chưa nhập: bàn quét, phím s, hoặc tramquet dossier set",
        en: "the preparation sheet is not keyed: s at the scan desk, or tramquet dossier set")
    public static let preparationShortLine = Text("phiếu chuẩn bị – {short}", en: "preparation sheet – {short}")

    // MARK: Values that do not fit
    public static let fieldPreparer = Text("người chuẩn bị", en: "the preparer")
    public static let writePreparer = Text("Nhiều nhất 80 chữ.", en: "At most 80 characters.")
}
