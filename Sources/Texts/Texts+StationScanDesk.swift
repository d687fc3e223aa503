// Bàn quét and its dialogs.

extension Text {
    // MARK: Panes
    public static let deskDossier = Text("Hồ sơ {code}", en: "Dossier {code}")
    public static let deskNoDossier = Text("Hồ sơ", en: "Dossier")
    public static let deskPickDossier = Text(
        "Chưa có hồ sơ trên bàn. Nhấn F6 để chọn hồ sơ trong danh mục.",
        en: "No dossier on the desk. Press F6 to pick one from the register.")
    public static let documentUntitled = Text("(chưa biên mục)", en: "(not described yet)")
    public static let pageCount = Text("{pages} tr.", en: "{pages} p.")
    public static let deskPage = Text("Trang", en: "Page")
    public static let deskPages = Text("Các trang", en: "Pages")
    public static let deskPagesAt = Text("Các trang · {page}/{pages}", en: "Pages · {page}/{pages}")
    public static let droppedCount = Text("đã bỏ {pages} (d)", en: "{pages} dropped (d)")
    public static let deskNoPages = Text("Chưa có trang nào", en: "No pages yet")
    public static let deskPageTitle = Text("Trang {page} · tờ {sheet} {side}", en: "Page {page} · sheet {sheet} {side}")
    public static let deskLivePage = Text("Trang {page} ▸ đang quét", en: "Page {page} ▸ scanning")
    public static let zoomed = Text("phóng to", en: "zoomed")
    public static let pictureUnavailable = Text("Không xem được ảnh này", en: "This picture cannot be shown")
    public static let pageAndSheet = Text("trang {page} · tờ {sheet}", en: "page {page} · sheet {sheet}")

    // MARK: Counter
    public static let counter = Text("Đếm tờ", en: "Count")
    public static let counterTitle = Text("Tờ {sheets} · mặt {sides}", en: "Sheets {sheets} · sides {sides}")
    public static let counterUncounted = Text("Tờ {sheets} · mặt {sides}", en: "Sheets {sheets} · sides {sides}")
    public static let sheetsUnit = Text("tờ", en: "sheets")
    public static let sheetsNotCounted = Text("chưa nhập số tờ (s)", en: "sheets not counted yet (s)")
    public static let noDevice = Text("chưa chọn máy quét (F8)", en: "no scanner chosen (F8)")
    public static let runIdle = Text("sẵn sàng", en: "ready")
    public static let runStarting = Text("đang khởi động máy…", en: "starting the scanner…")
    public static let runRunning = Text("▸ đang quét trang {page}", en: "▸ scanning page {page}")
    public static let runStopping = Text("đang dừng…", en: "stopping…")
    public static let counterFindings = Text("f {count} cần xem", en: "f {count} to look at")
    public static let counterIncoming = Text("a {count} tệp chờ nhận", en: "a {count} files waiting")
    public static let counterBlanks = Text("b {count} trắng", en: "b {count} blank")
    public static let notePage = Text("tr. {page}", en: "p. {page}")
    public static let findingSkew = Text("nghiêng {angle}°", en: "skewed {angle}°")
    public static let findingBlank = Text("trang trắng?", en: "blank?")
    public static let findingCutShort = Text("thiếu phần dưới", en: "lower part missing")
    public static let findingFlatRest = Text("phần dưới một màu", en: "lower part flat")
    public static let findingLowResolution = Text("chỉ {dpi} dpi", en: "only {dpi} dpi")
    public static let findingBlur = Text("mờ, nhòe", en: "blurred")
    public static let findingTooDark = Text("quá tối", en: "too dark")
    public static let findingTooLight = Text("quá nhạt", en: "too light")
    public static let findingBlackBorder = Text("viền đen", en: "black border")
    public static let findingCutOff = Text("mất chữ ở mép", en: "cut off at an edge")
    public static let findingCutOffTop = Text("mất chữ mép trên", en: "cut off at the top")
    public static let findingCutOffRight = Text("mất chữ mép phải", en: "cut off at the right")
    public static let findingCutOffBottom = Text("mất chữ mép dưới", en: "cut off at the bottom")
    public static let findingCutOffLeft = Text("mất chữ mép trái", en: "cut off at the left")
    public static let findingWrongSize = Text("sai cỡ? {length} mm", en: "wrong size? {length} mm")
    public static let findingBackMissing = Text("thiếu mặt sau", en: "back missing")
    public static let findingRepeated = Text("giống trang {page}", en: "same as page {page}")
    public static let findingRepeatedSome = Text("giống một trang trước", en: "same as one before")
    public static let findingTurned = Text("tự xoay {degrees}°", en: "self-turned {degrees}°")
    public static let findingLiesTurned = Text("cần xoay {degrees}°?", en: "to be turned {degrees}°?")
    public static let findingStrangeText = Text("không phải chữ Việt?", en: "not Vietnamese?")
    public static let findingDamagedCode = Text("mã phiếu hỏng", en: "sheet code damaged")
    public static let findingOtherDossier = Text("của hồ sơ khác", en: "other dossier's cover")
    public static let findingNewDossier = Text("phiếu hồ sơ mới", en: "new dossier sheet")
    public static let findingBesideCode = Text("phiếu có chữ", en: "print beside a code")

    // MARK: The next action
    public static let nextPickDossier = Text("F6  CHỌN HỒ SƠ", en: "F6  PICK A DOSSIER")
    public static let nextCountOrScan = Text(
        "s  NHẬP SỐ TỜ    ·    DẤU CÁCH  QUÉT", en: "s  KEY THE SHEETS    ·    SPACE  SCAN")
    public static let nextCountSheets = Text(
        "s  NHẬP SỐ TỜ    ·    DẤU CÁCH  QUÉT TIẾP", en: "s  KEY THE SHEETS    ·    SPACE  SCAN ON")
    public static let nextScan = Text("DẤU CÁCH  QUÉT", en: "SPACE  SCAN")
    public static let nextScanOn = Text(
        "DẤU CÁCH  QUÉT TIẾP    ·    CÒN {sheets} TỜ", en: "SPACE  SCAN ON    ·    {sheets} SHEETS LEFT")
    public static let nextInsert = Text("DẤU CÁCH  QUÉT CHÈN TRƯỚC TRANG {page}", en: "SPACE  SCAN IN BEFORE PAGE {page}")
    public static let nextStarting = Text("ĐANG KHỞI ĐỘNG MÁY QUÉT…", en: "STARTING THE SCANNER…")
    public static let nextRunning = Text(
        "ĐANG QUÉT TRANG {page}    ·    ESC  DỪNG", en: "SCANNING PAGE {page}    ·    ESC  STOP")
    public static let nextStopping = Text(
        "ĐANG QUÉT NỐT TỜ NÀY    ·    ESC  DỪNG NGAY", en: "FINISHING THIS SHEET    ·    ESC  STOP AT ONCE")
    public static let nextFinish = Text("ĐỦ TỜ    ·    ENTER  XONG HỒ SƠ", en: "ALL SHEETS THERE    ·    ENTER  FINISH")
    public static let nextWithheld = Text("ĐANG GIỮ LẠI    ·    y  XEM", en: "WITHHELD    ·    y  LOOK")
    public static let nextTooMany = Text(
        "THỪA {sheets} TỜ    ·    XEM LẠI HOẶC s  NHẬP SỐ TỜ",
        en: "{sheets} SHEETS TOO MANY    ·    CHECK, OR s  KEY THE SHEETS")
    public static let nextOfAnother = Text(
        "THỪA {sheets} TỜ  ·  h  CỦA {code}?  ·  s  NHẬP SỐ TỜ", en: "{sheets} SHEETS TOO MANY  ·  h  OF {code}?  ·  s  KEY THE SHEETS")

    public static let nextFinished = Text("ĐÃ XONG    ·    F6  HỒ SƠ KHÁC", en: "FINISHED    ·    F6  ANOTHER DOSSIER")
    public static let nextFinishedShort = Text(
        "ĐÃ XONG, CHỐT THIẾU {sheets} TỜ    ·    F6  HỒ SƠ KHÁC", en: "FINISHED {sheets} SHEETS SHORT    ·    F6  ANOTHER DOSSIER")
    public static let nextFinishedOver = Text(
        "ĐÃ XONG, CHỐT THỪA {sheets} TỜ    ·    F6  HỒ SƠ KHÁC", en: "FINISHED {sheets} SHEETS OVER    ·    F6  ANOTHER DOSSIER")
    public static let nextChooseScanner = Text("F8  CHỌN MÁY QUÉT", en: "F8  CHOOSE A SCANNER")

    // MARK: What was done to a page
    public static let didSplit = Text("Văn bản mới bắt đầu từ trang {page} · u: gộp lại", en: "A new document begins at page {page} · u: undo")
    public static let didMerge = Text(
        "Đã gộp văn bản của trang {page} vào văn bản trước · u: tách lại",
        en: "The document of page {page} joined the one before · u: undo")
    public static let didDrop = Text("Đã bỏ trang {page} · u: lấy lại", en: "Page {page} dropped · u: bring it back")
    public static let didDropRun = Text("Đã bỏ {count} trang của lượt quét · u: lấy lại", en: "{count} pages of the run dropped · u: bring them back")
    public static let didRestore = Text("Đã lấy lại trang {page} · u: bỏ lại", en: "Page {page} is back · u: drop it again")
    public static let didMove = Text(
        "Đã chuyển trang {page} thành trang {to} · u: chuyển về", en: "Page {page} is page {to} now · u: move it back")
    public static let didTurnLeft = Text("Đã xoay trang {page} sang trái · u: xoay lại", en: "Page {page} turned left · u: turn it back")
    public static let didTurnRight = Text("Đã xoay trang {page} sang phải · u: xoay lại", en: "Page {page} turned right · u: turn it back")
    public static let didConfirmBlank = Text("Trang {page} là mặt trắng · u: xem lại", en: "Page {page} is blank · u: undo")
    public static let didAccept = Text("Đã xem lỗi của trang {page} · u: xem lại", en: "Finding on page {page} accepted · u: undo")
    public static let didDeskew = Text("Đã chỉnh thẳng trang {page}, ảnh gốc giữ nguyên · u: bỏ chỉnh", en: "Page {page} set straight, the image untouched · u: undo")
    public static let didSkewAgain = Text("Trang {page} như lúc quét · u: chỉnh lại", en: "Page {page} as it was captured · u: undo")
    public static let didLabel = Text("Tờ của trang {page} là tờ {value} · u: đánh số lại", en: "The sheet of page {page} is {value} · u: undo")
    public static let didUnlabel = Text("Tờ của trang {page} theo số thứ tự · u: trả số cũ", en: "The sheet of page {page} follows the order · u: undo")
    public static let didRole = Text("Đã đổi loại tờ của trang {page} · u: đổi lại", en: "The role of page {page}'s sheet changed · u: undo")
    public static let didCountAs = Text("Trang {page} tính là {value} trang · u: tính lại", en: "Page {page} counts as {value} · u: undo")
    public static let didMarkNotBlank = Text("Trang {page} không trắng · u: xem lại", en: "Page {page} is not blank · u: undo")

    // MARK: Messages
    public static let openingDossier = Text("Đang mở hồ sơ {code}…", en: "Opening dossier {code}…")
    public static let dossierOpened = Text("Đã mở hồ sơ {code}.", en: "Dossier {code} is open.")
    public static let dossierFinishedUnread = Text(
        "Xong hồ sơ {code}. Chọn hồ sơ tiếp theo; {count} trang còn đang đọc chữ.",
        en: "Dossier {code} is finished. Pick the next one; {count} pages are still being read.")
    public static let dossierFinished = Text(
        "Xong hồ sơ {code}. Chọn hồ sơ tiếp theo.", en: "Dossier {code} is finished. Pick the next one.")
    public static let startingScanner = Text("Đang khởi động máy quét…", en: "Starting the scanner…")
    public static let stoppingScanner = Text(
        "Quét nốt tờ này (cả hai mặt) rồi dừng · Esc lần nữa: dừng ngay",
        en: "This sheet is finished (both sides), then the scanner stops · Esc again: at once")
    public static let stoppingAtOnce = Text("Đang dừng ngay…", en: "Stopping at once…")
    public static let feederWasEmpty = Text(
        "Khay chưa có giấy: xếp giấy rồi bấm dấu cách.", en: "The feeder is empty: lay the paper in and press Space.")
    public static let pagesStored = Text(
        "Đã lưu {pages} trang, an toàn trên đĩa.", en: "{pages} pages stored, safe on disk.")
    public static let pagesStoredWithheld = Text(
        "Đã lưu {pages} trang; trang này giữ lại cùng văn bản vừa giữ lại.",
        en: "{pages} pages stored; this one is withheld with the document before it.")
    public static let runEnded = Text(
        "{why} Lượt này đã lưu {pages} trang, an toàn trên đĩa.", en: "{why} This run stored {pages} pages, safe on disk.")
    public static let insertionOn = Text(
        "Lần quét tới chèn trước trang {page}. Nhấn i hoặc Esc để thôi.",
        en: "The next scan goes in before page {page}. Press i or Esc to cancel.")
    public static let insertionOff = Text(
        "Lần quét tới nối vào cuối hồ sơ.", en: "The next scan goes to the end of the dossier.")

    // MARK: Why a run ended
    public static let stopEmpty = Text("Khay đã hết giấy.", en: "The feeder is empty.")
    public static let stopMax = Text("Đã đủ số trang yêu cầu.", en: "As many pages as were asked for.")
    public static let stopJam = Text("Kẹt giấy.", en: "Paper jam.")
    public static let stopCoverOpen = Text("Nắp máy đang mở.", en: "The cover is open.")
    public static let stopHang = Text("Máy quét không trả lời.", en: "The scanner does not answer.")
    public static let stopCancelled = Text("Đã dừng.", en: "Stopped.")
    public static let stopError = Text("Máy quét báo lỗi.", en: "The scanner reports an error.")
    public static let stopTitle = Text("Máy quét đã dừng", en: "The scanner stopped")
    public static let stopTakeBack = Text(
        "Lấy lại tờ {sheet} và các tờ sau nó, xếp lên khay, rồi nhấn Dấu cách.",
        en: "Take back sheet {sheet} and those after it, lay them on the stack, then press Space.")
    public static let stopLastGood = Text(
        "Những trang tốt cuối cùng, so với giấy trên tay:", en: "The last good pages, to compare with the paper in hand:")

    // MARK: Counting sheets
    public static let countSheetsTitle = Text("Số tờ của hồ sơ", en: "Sheets of the dossier")
    public static let countSheetsExplained = Text(
        "Số tờ đã đếm bằng tay khi chuẩn bị. Chỉ con số này chứng tỏ không sót trang nào.",
        en: "The sheets counted by hand. Only this number proves that no page is missing.")
    public static let countSheetsLabel = Text("Số tờ đã đếm:", en: "Sheets counted:")

    // MARK: Counts disagree
    public static let mismatchTitle = Text("Chưa khớp số tờ", en: "The counts disagree")
    public static let mismatchMissing = Text(
        "Thiếu {difference} tờ: đã đếm {counted}, đã quét {scanned}.",
        en: "{difference} sheets are missing: {counted} counted, {scanned} scanned.")
    public static let mismatchTooMany = Text(
        "Thừa {difference} tờ: đã đếm {counted}, đã quét {scanned}.",
        en: "{difference} sheets too many: {counted} counted, {scanned} scanned.")
    public static let mismatchOther = Text(
        "Đã đếm {counted} tờ, đã quét {scanned} tờ, nhưng hồ sơ chưa đủ.",
        en: "{counted} sheets counted, {scanned} scanned, but the dossier is not complete.")
    public static let mismatchUncounted = Text(
        "Chưa nhập số tờ đã đếm của hồ sơ này.", en: "The sheets of this dossier have not been counted yet.")
    public static let mismatchSheets = Text("Tờ chưa thấy: {sheets}", en: "Sheets not there: {sheets}")
    public static let mismatchTodo = Text(
        "Nhấn Esc để về bàn quét và quét thêm, hoặc chọn lý do:",
        en: "Press Esc to go back and scan more, or choose the reason:")
    public static let mismatchTodoTooMany = Text(
        "Nhấn Esc để về bàn quét và bỏ trang thừa, hoặc chọn lý do:",
        en: "Press Esc to go back and drop what is too many, or choose the reason:")
    public static let finishRecounted = Text("Đếm lại, số đúng là:", en: "Counted again; the right number is:")
    public static let finishMissingBefore = Text("Thiếu từ trước khi nhận", en: "Missing since before it came")
    public static let finishDoubledNumber = Text("Trùng số tờ", en: "A sheet number occurs twice")
    public static let finishOther = Text("Lý do khác:", en: "Another reason:")

    // MARK: Blank sides and dropped pages
    public static let blanksTitle = Text("Mặt nghi trắng", en: "Suspected blank sides")
    public static let blanksSummary = Text(
        "{clear} mặt trắng rõ · {doubtful} mặt đáng ngờ (?)", en: "{clear} clear · {doubtful} doubtful (?)")
    public static let blanksConfirmed = Text("Đã xác nhận {count} mặt trắng.", en: "{count} blank sides confirmed.")
    public static let doubtfulBlanksLeft = Text(
        "Còn {count} mặt đáng ngờ: b nếu trắng, k nếu không.", en: "{count} doubtful sides left: b if blank, k if not.")
    public static let blanksBeforeFinish = Text(
        "Còn {count} mặt nghi trắng: Enter nhận các mặt trắng rõ; b trắng, k không trắng.",
        en: "{count} suspected blanks: Enter takes the clear ones; b blank, k not blank.")
    public static let droppedTitle = Text("Trang đã bỏ", en: "Dropped pages")
    public static let droppedExplained = Text(
        "Không trang nào mất: chọn một trang để lấy lại.", en: "No page is lost: choose one to bring it back.")
}
