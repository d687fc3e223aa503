// Printed sheets that lie in the stack for the station: what stands on them, and what is said when they come through.

extension Text {
    // MARK: A cover that was not there
    public static let coverAfter = Text("{code} (sau {before})", en: "{code} (behind {before})")
    public static let coversMissing = Text(
        "Trong chồng giấy không thấy bìa của: {codes}. Theo danh mục, chỗ của nó ở giữa các hồ sơ vừa quét.",
        en: "The stack had no cover of: {codes}. By the register they lie between the dossiers just scanned.")
    public static let coversMissingKept = Text(
        "Mọi trang đã lưu. Nếu giấy của nó có trong chồng, giấy ấy đang ở cuối hồ sơ đứng trước.",
        en: "Every page is kept. If their paper was in the stack, it lies at the end of the dossier before.")
    public static let coversMissingTodo = Text(
        "Mở hồ sơ đứng trước, tới tờ đầu của phần ấy rồi bấm h để chuyển sang đúng hồ sơ. Bàn quét và danh mục còn nhắc tới khi xong.",
        en: "Open the dossier before, go to the first sheet of that part and press h to move it to its own. Desk and register remind you until then.")
    public static let counterCoverSuspected = Text("h thiếu bìa của {code}?", en: "h no cover of {code}?")
    public static let counterCoversSuspected = Text("h thiếu bìa của {code}? +{others}", en: "h no cover of {code}? +{others}")
    public static let coverSuspectedLine = Text(
        "có thể lẫn giấy của hồ sơ {code} ở cuối (thiếu bìa): tramquet page transfer", en: "sheets of {code} may lie at its end (no cover): tramquet page transfer")
    public static let stageCoverSuspected = Text("thiếu bìa số {number}?", en: "no cover no. {number}?")
    public static let transferred = Text(
        "Đã chuyển {sheets} tờ, {pages} trang sang {code} · lấy lại: mở ra, bấm h",
        en: "{sheets} sheets, {pages} pages moved to {code} · to undo: open it, press h")

    // MARK: A dossier without a name
    public static let dossiersUnnamed = Text(
        "Hồ sơ {code} còn {count} phần sau phiếu hồ sơ mới chưa đặt tên, từ trang {page}.",
        en: "{count} parts of {code} behind sheets “new dossier” have no name yet, from page {page}.")
    public static let nameDossiersFirst = Text(
        "Đặt tên: phím h ở bàn quét, hoặc tramquet page transfer. Không phải hồ sơ mới: phím f rồi Enter, hoặc tramquet page accept.",
        en: "Name them: h at the scan desk, or tramquet page transfer. If it is no other dossier: f, then Enter, or tramquet page accept.")
    public static let scanUnnamed = Text(
        "{count} phần sau phiếu hồ sơ mới chưa đặt tên: bàn quét, phím h, hoặc tramquet page transfer.",
        en: "{count} parts behind sheets “new dossier” have no name: h at the scan desk, or tramquet page transfer.")
    public static let unnamedLine = Text(
        "từ trang {page}: {sheets} tờ, {pages} trang sau phiếu hồ sơ mới chưa đặt tên: tramquet page transfer",
        en: "from page {page}: {sheets} sheets, {pages} pages behind a sheet “new dossier” have no name: tramquet page transfer")
    public static let counterUnnamed = Text("h tr. {page}: hồ sơ mới?", en: "h p. {page}: new dossier?")
    public static let nextUnnamed = Text("HỒ SƠ MỚI CHƯA ĐẶT TÊN    ·    h  ĐẶT TÊN", en: "NEW DOSSIER WITHOUT A NAME    ·    h  NAME IT")
    public static let unnamedBeforeFinish = Text(
        "Còn hồ sơ mới chưa đặt tên: chọn hồ sơ của các trang này trước khi xong.",
        en: "A new dossier has no name yet: choose whose these pages are before finishing.")
    public static let separatorIsNoPage = Text(
        "Đây là phiếu hồ sơ mới, không phải trang: Enter nếu không có hồ sơ mới, Esc rồi h để đặt tên.",
        en: "This is a sheet “new dossier”, no page: Enter if there is no other dossier, Esc then h to name it.")

    // MARK: On the sheets
    public static let sheetCover = Text("HỒ SƠ", en: "DOSSIER")
    public static let sheetNewDocument = Text("VĂN BẢN MỚI", en: "NEW DOCUMENT")
    public static let sheetNewDossier = Text("HỒ SƠ MỚI", en: "NEW DOSSIER")
    public static let sheetPlaceholder = Text("PHIẾU GIỮ CHỖ", en: "PLACEHOLDER")
    public static let sheetPreparation = Text("PHIẾU CHUẨN BỊ", en: "PREPARATION SHEET")
    public static let sheetCoverUse = Text(
        "Đặt trước tờ đầu của hồ sơ. Mặt nào lên trên, xuôi hay ngược đều được. Phiếu không vào hồ sơ.",
        en: "Goes in front of the dossier's first sheet, either side up, either end first. It is no part of the dossier.")
    public static let sheetNewDocumentUse = Text(
        "Đặt trước tờ đầu của mỗi văn bản. Mặt nào lên trên, xuôi hay ngược đều được. Dùng lại nhiều lần.",
        en: "Goes in front of the first sheet of each document, either side up, either end first. May be used again.")
    public static let sheetNewDossierUse = Text(
        "Đặt trước tờ đầu của hồ sơ chưa có tờ bìa in sẵn; tên hồ sơ đặt sau khi quét. Mặt nào lên trên, xuôi hay ngược đều được. Dùng lại nhiều lần.",
        en: "Goes in front of the first sheet of a dossier without a printed cover; it is named after scanning. Either side up, either end first. May be used again.")
    public static let sheetPlaceholderUse = Text(
        "Đặt vào đúng chỗ của tờ được lấy ra để quét riêng. Mặt nào lên trên, xuôi hay ngược đều được. Quét xong tờ để riêng thì trả tờ đó về chỗ này.",
        en: "Goes where a sheet was taken out to be captured apart, either side up, either end first. When that sheet is captured, put it back here.")
    public static let sheetPreparationUse = Text(
        "Người chuẩn bị ghi, rồi đặt trước tờ đầu của hồ sơ. Phiếu được quét và giữ lại, không vào hồ sơ.",
        en: "Filled in by the preparer and put in front of the dossier's first sheet. It is scanned and kept, and no part of the dossier.")
    public static let sheetNumber = Text("Phiếu số {number}", en: "Sheet no. {number}")
    public static let sheetBox = Text("Hộp", en: "Box")
    public static let sheetNumberInBox = Text("Hồ sơ số", en: "No. in the box")
    public static let sheetDates = Text("Thời gian", en: "Dates")
    public static let sheetCounted = Text("Số tờ", en: "Sheets")
    public static let sheetForDossier = Text("Hồ sơ", en: "Dossier")
    public static let sheetForSheet = Text("Tờ số", en: "Sheet no.")
    public static let sheetNote = Text("Ghi chú", en: "Note")
    public static let sheetFinding = Text("Nội dung", en: "What")
    public static let sheetQuantity = Text("Số lượng", en: "How many")
    public static let sheetWhich = Text("Tờ số", en: "Which sheets")
    public static let sheetRowSheets = Text("Số tờ đã đếm", en: "Sheets counted")
    public static let sheetRowRoles = Text("Bìa / mục lục / tờ kết thúc", en: "Covers / contents / closing")
    public static let sheetRowLarge = Text("Khổ lớn, A3 trở lên", en: "Large, A3 and up")
    public static let sheetRowTorn = Text("Rách, giòn", en: "Torn, brittle")
    public static let sheetRowFolded = Text("Gấp, có phiếu dán, bản đồ", en: "Folded, slips, maps")
    public static let sheetRowDoubled = Text("Trùng số", en: "Numbers doubled")
    public static let sheetRowMissing = Text("Khuyết số", en: "Numbers missing")
    public static let sheetDoneUnpinned = Text("Đã tháo ghim, làm phẳng", en: "Pins out, flattened")
    public static let sheetDoneNumbered = Text("Đã đánh số tờ", en: "Sheets numbered")
    public static let sheetDonePlaced = Text("Đã đặt phiếu giữ chỗ", en: "Placeholders put in")
    public static let sheetPreparer = Text("Người chuẩn bị", en: "Prepared by")
    public static let sheetScanner = Text("Người quét", en: "Scanned by")
    public static let sheetDaySignature = Text("Ngày, ký tên", en: "Date, signature")

    public static let placeShortFragile = Text("tờ rách, giòn", en: "torn leaf")
    public static let placeShortLarge = Text("tờ khổ lớn", en: "large sheet")
    public static let placeShortFolded = Text("tờ gấp", en: "folded leaf")
    public static let placeShortSlip = Text("tờ có phiếu dán", en: "leaf with a slip")
    public static let placeShortMap = Text("bản đồ, bản vẽ", en: "map or drawing")

    // MARK: When they come through
    public static let separatorPlace = Text("Đã giữ chỗ cho {kind} sau trang {page}.", en: "A place for a {kind} is kept behind page {page}.")
    public static let separatorPlaceFirst = Text("Đã giữ chỗ cho {kind} ở đầu hồ sơ.", en: "A place for a {kind} is kept at the beginning.")
    public static let separatorBehind = Text("phiếu sau tờ {sheet}", en: "separator behind sheet {sheet}")
    public static let separatorAgain = Text(
        "Phiếu giữ chỗ số {number} đã qua một lần trong hồ sơ này: không giữ thêm chỗ.", en: "Placeholder sheet no. {number} came through before in this dossier: no second place is kept.")
    public static let separatorNewDocument = Text("Phiếu văn bản mới: văn bản mới từ trang sau.", en: "Separator: a document starts with the next page.")
    public static let separatorNewDossier = Text(
        "Phiếu hồ sơ mới: các tờ sau là hồ sơ chưa đặt tên. h: đặt tên khi quét xong.",
        en: "Sheet “new dossier”: the sheets behind it are a dossier without a name. h: name it when the scanning is done.")
    public static let separatorKeptOut = Text("Phiếu của trạm: đã lưu, để ngoài hồ sơ.", en: "A sheet of the station: stored, kept out of the dossier.")

    public static let separatorNextDossier = Text("Phiếu hồ sơ {code}: các tờ sau vào hồ sơ {code}.", en: "Cover of {code}: the sheets behind it go into {code}.")
    public static let stackTurned = Text("Sang hồ sơ {code}.", en: "Now scanning into {code}.")
    public static let scanPartLine = Text("  {code}: {pages} mặt, {sheets} tờ (đếm {counted})", en: "  {code}: {pages} sides, {sheets} sheets ({counted} counted)")
    public static let stopWordNextDossier = Text("sang hồ sơ sau", en: "on to the next dossier")

    public static let doctorCodes = Text("Đọc được mã QR của phiếu trong chồng giấy.", en: "QR codes of separator sheets can be read.")
    public static let doctorNoCodes = Text(
        "Không đọc được mã QR của phiếu: thiếu thư viện {name}. Chạy Sources/Scripts/install.",
        en: "QR codes of separator sheets cannot be read: the library {name} is missing. Run Sources/Scripts/install.")

    // MARK: Printing them
    public static let separatorsDone = Text("Đã ghi {pages} trang vào {path}.", en: "{pages} pages are in {path}.")
    public static let printingLibraryMissing = Text("Thiếu thư viện {name}.", en: "The library {name} is missing.")
    public static let printingFailed = Text("Không lập được tệp PDF: {what}.", en: "The PDF could not be made: {what}.")
    public static let printingNothingLost = Text("Không có gì thay đổi trong kho.", en: "Nothing was changed in the store.")
    public static let printingInstall = Text("Chạy Sources/Scripts/install rồi thử lại.", en: "Run Sources/Scripts/install, then try again.")
}
