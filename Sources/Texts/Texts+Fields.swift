// What the fields of commands are called when a value does not fit, and how they are written.

extension Text {
    /// nil: it goes by its own name.
    public static func field(_ name: String) -> Text? { fields[name] }
    /// nil: nothing to add to what is wrong with it.
    public static func howToWrite(_ name: String) -> Text? { hints[name] }

    private static let fields = [
        "received": fieldReceived, "returned": fieldReturned, "start": fieldStart, "end": fieldEnd, "condition": fieldCondition,
        "reason": fieldReason, "override": fieldOverride, "number": fieldNumber, "shelf_metres": fieldShelfMetres, "box": fieldBox,
        "dossiers": fieldDossiers, "sheets": fieldSheets, "counted_sheets": fieldCountedSheets, "label": fieldLabel, "role": fieldRole,
        "counts_as": fieldCountsAs, "deskew": fieldDeskew, "retention": fieldRetention, "mode": fieldMode, "finding": fieldFinding,
        "preparer": fieldPreparer, "large": sheetRowLarge, "torn": sheetRowTorn, "folded": sheetRowFolded, "doubled": sheetRowDoubled,
        "missing": sheetRowMissing,
    ]
    private static let hints = [
        "received": writeDay, "returned": writeDay, "start": writeDay, "end": writeDay, "condition": writeCondition,
        "reason": writeReason, "dossiers": writeDossiers, "sheets": writeSheets, "shelf_metres": writeShelfMetres,
        "preparer": writePreparer, "large": writeDossiers, "torn": writeDossiers, "folded": writeDossiers, "doubled": writeDossiers,
        "missing": writeDossiers,
    ]

    // MARK: Names
    private static let fieldReceived = Text("ngày nhận", en: "the day of receipt")
    private static let fieldReturned = Text("ngày hoàn trả", en: "the day of return")
    private static let fieldStart = Text("thời gian bắt đầu", en: "the start")
    private static let fieldEnd = Text("thời gian kết thúc", en: "the end")
    private static let fieldCondition = Text("tình trạng giấy", en: "the state of the paper")
    private static let fieldReason = Text("lý do", en: "the reason")
    private static let fieldOverride = Text("lý do", en: "the reason")
    private static let fieldNumber = Text("số đợt", en: "the number of the batch")
    private static let fieldShelfMetres = Text("mét giá", en: "the metres of shelf")
    private static let fieldBox = Text("hộp", en: "the box")
    private static let fieldDossiers = Text("số hồ sơ", en: "the number of dossiers")
    private static let fieldSheets = Text("số tờ", en: "the number of sheets")
    private static let fieldCountedSheets = Text("số tờ đã đếm", en: "the counted sheets")
    private static let fieldLabel = Text("số tờ bút chì", en: "the sheet label")
    private static let fieldRole = Text("vai của tờ", en: "the role of the sheet")
    private static let fieldCountsAs = Text("số trang được tính", en: "the trang it counts as")
    private static let fieldDeskew = Text("độ chỉnh nghiêng", en: "the deskew")
    private static let fieldRetention = Text("thời hạn lưu trữ", en: "the retention")
    private static let fieldMode = Text("chế độ sử dụng", en: "the access mode")
    private static let fieldFinding = Text("mã lỗi", en: "the finding")

    // MARK: How they are written
    private static let writeDay = Text(
        "Viết ngày như 05/11/2026, 11/2026 hoặc 2026.", en: "Write the day as 05/11/2026, 11/2026 or 2026.")
    private static let writeCondition = Text(
        "Viết: tốt; hoặc rách, mốc, ố, dính; hoặc khác: kèm lời.", en: "Write good; or torn, mouldy, stained, stuck; or other: with words.")
    private static let writeReason = Text("Viết: mượn lại, theo yêu cầu, hoặc khác: kèm lời.", en: "Write borrowed_back, on_request, or other: with words.")
    private static let writeDossiers = Text("Từ 0 đến 9999.", en: "From 0 to 9999.")
    private static let writeSheets = Text("Từ 0 đến 999999.", en: "From 0 to 999999.")
    private static let writeShelfMetres = Text("Từ 0 đến 10000, như 1,5.", en: "From 0 to 10000, such as 1.5.")
}
