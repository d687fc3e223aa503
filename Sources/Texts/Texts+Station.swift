// The frame of the station: title line, keys, help, why a command does not work now.

extension Text {
    // MARK: Frame
    public static let programName = Text("Trạm Quét", en: "Trạm Quét")
    public static let titleDoneOfPlan = Text("hôm nay {done}/{plan} hồ sơ", en: "today {done}/{plan} dossiers")
    public static let titleDone = Text("hôm nay {done} hồ sơ", en: "today {done} dossiers")
    public static let titlePaceStands = Text("hồ sơ này {time} (tạm dừng)", en: "this dossier {time} (paused)")
    public static let titlePace = Text("hồ sơ này {time}", en: "this dossier {time}")
    public static let titleReadingWaiting = Text("OCR còn {pages} trang", en: "OCR {pages} pages to go")
    public static let titleReadingDone = Text("OCR xong", en: "OCR done")
    public static let titleReadingFailed = Text("OCR lỗi {pages}", en: "OCR failed {pages}")
    public static let windowTooSmall = Text(
        "Cửa sổ quá nhỏ, hãy mở rộng ra.", en: "The window is too small; make it larger.")
    public static let sheetsShort = Text("tờ {sheets}", en: "sheets {sheets}")
    public static let scanningShort = Text("đang quét", en: "scanning")
    public static let leaving = Text("Đang kết thúc những việc còn dở…", en: "Finishing what is under way…")
    public static let keySpace = Text("Dấu cách", en: "Space")

    // MARK: Help and palette
    public static let helpTitle = Text("Trợ giúp", en: "Help")
    public static let helpKeyColumn = Text("Phím", en: "Key")
    public static let helpNameColumn = Text("Lệnh", en: "Command")
    public static let helpTextColumn = Text("Làm gì", en: "What it does")
    public static let scopeAlways = Text("Ở bất cứ đâu", en: "Anywhere")
    public static let scopeScreens = Text("Trên mọi màn hình", en: "On every screen")
    public static let paletteTitle = Text("Tìm lệnh", en: "Find a command")
    public static let paletteNothing = Text("Không có lệnh nào như vậy.", en: "No such command.")

    // MARK: Notices and questions
    public static let noticeTitle = Text("Có sự cố", en: "Something went wrong")
    public static let questionTitle = Text("Xác nhận", en: "Please confirm")
    public static let questionLeave = Text(
        "Máy quét hoặc việc xuất còn đang chạy. Dừng lại và thoát?",
        en: "The scanner or an export is still running. Stop it and leave?")
    public static let questionRecoverLostPages = Text(
        "Lần trước chương trình dừng đột ngột: có {count} trang đã tới mà chưa vào sổ ({codes}). Đưa vào đúng chỗ? Nên đưa vào trước khi quét tiếp. (Không: vẫn giữ nguyên, hỏi lại lần sau.)",
        en: "The program ended suddenly last time: {count} pages had arrived and are not entered ({codes}). Enter them at their places? Better before you scan on. (No: they are kept, and asked about next time.)")
    public static let questionDiscardSettings = Text(
        "Cài đặt đã sửa mà chưa lưu. Bỏ các thay đổi?",
        en: "The settings were changed and not saved. Discard the changes?")

    public static let questionUndoOlder = Text(
        "Sau việc “{what}” đã quét thêm {count} trang (bỏ lượt quét: l). Vẫn hoàn tác “{what}”?",
        en: "{count} pages were scanned since “{what}” (to drop the run: l). Undo “{what}” all the same?")
    public static let questionDropRun = Text(
        "Bỏ cả {count} trang của lượt quét đã cho trang này? Ảnh vẫn giữ, u lấy lại.",
        en: "Drop all {count} pages of the run that brought this one? The images stay, u brings them back.")
    public static let questionScanFinished = Text(
        "Hồ sơ này đã xong. Quét thêm vào nó? Quét xong phải nhấn Enter để chốt lại.",
        en: "This dossier is finished. Scan more into it? It must be finished with Enter again.")

    // MARK: Why not now
    public static let alreadyHere = Text("Đang ở màn hình này rồi.", en: "This is that screen already.")
    public static let saveSettingsFirst = Text(
        "Trước hết hãy lưu cài đặt (Ctrl-S).", en: "Save the settings first (Ctrl-S).")
    public static let noPageToRead = Text("Chưa có trang nào để xem.", en: "There is no page to read.")
    public static let noDossierOnDesk = Text(
        "Chưa có hồ sơ trên bàn: nhấn F6 để chọn.", en: "No dossier on the desk: press F6 to pick one.")
    public static let noDossierSelected = Text("Chưa chọn hồ sơ nào.", en: "No dossier is selected.")
    public static let noPagesYet = Text("Hồ sơ chưa có trang nào.", en: "The dossier has no pages yet.")
    public static let alreadyFinished = Text(
        "Hồ sơ này đã xong: nhấn F6 để chọn hồ sơ khác.", en: "This dossier is finished: press F6 to pick another.")
    public static let noDeviceChosen = Text("Chưa chọn máy quét: nhấn F8.", en: "No scanner is chosen: press F8.")
    public static let alreadyScanning = Text("Máy đang quét.", en: "The scanner is running.")
    public static let stillStopping = Text("Máy đang dừng, đợi một chút.", en: "The scanner is stopping; one moment.")
    public static let stopScanningFirst = Text(
        "Máy đang quét: nhấn Esc để dừng trước.", en: "The scanner is running: press Esc to stop it first.")
    public static let nothingToStop = Text("Không có gì đang chạy.", en: "Nothing is running.")
    public static let alreadyFirstOfDocument = Text(
        "Trang này đã là trang đầu của văn bản.", en: "This page is the first of its document already.")
    public static let noDocumentBefore = Text(
        "Không có văn bản nào đứng trước.", en: "There is no document before this one.")
    public static let noRunKnown = Text("Trang này vừa tới, chờ quét xong.", en: "This page has just come: wait for the end of the run.")
    public static let nothingDropped = Text("Chưa bỏ trang nào.", en: "No page was dropped.")
    public static let noBlanksInQuestion = Text("Không có mặt nào nghi là trắng.", en: "No side is suspected to be blank.")
    public static let onlyDoubtfulLeft = Text(
        "Chỉ còn mặt đáng ngờ: xem từng mặt, b nếu trắng, k nếu không.",
        en: "Only doubtful sides are left: look at each, b if blank, k if not.")
    public static let nothingToUndo = Text("Không có gì để hoàn tác.", en: "There is nothing to undo.")
    public static let nothingToRedo = Text("Không có gì để làm lại.", en: "There is nothing to redo.")
    public static let wholePageShown = Text("Đang thấy cả trang rồi.", en: "The whole page is shown already.")
    public static let atTheStart = Text("Đây là trang đầu.", en: "This is the first page.")
    public static let atTheEnd = Text("Đây là trang cuối.", en: "This is the last page.")
    public static let nothingFound = Text("Chưa tìm thấy trang nào.", en: "No page was found.")
    public static let nothingFailed = Text("Không có trang nào lỗi.", en: "No page failed.")
    public static let queueIsEmpty = Text("Hàng chờ trống.", en: "The queue is empty.")
    public static let exportUnderWay = Text("Đang xuất.", en: "The export is running.")
    public static let noTargetFolder = Text("Hãy nhập thư mục đích.", en: "Type the target folder.")
    public static let notAChoice = Text("Ô này gõ chữ vào, không chọn.", en: "This field is typed, not chosen.")
    public static let typeTheNumber = Text("Hãy gõ số tờ.", en: "Type the number of sheets.")
    public static let typeTheReason = Text("Hãy gõ lý do.", en: "Type the reason.")
    public static let typeTheCode = Text("Hãy gõ mã hồ sơ.", en: "Type the code of the dossier.")
    public static let fillThisField = Text("Ô này cần được điền.", en: "This field must be filled.")

    // MARK: Values
    public static let sideFront = Text("mặt trước", en: "front")
    public static let sideBack = Text("mặt sau", en: "back")
    public static let stageListed = Text("danh mục", en: "listed")
    public static let stagePrepared = Text("đã đếm tờ", en: "counted")
    public static let stageScanning = Text("đang quét", en: "scanning")
    public static let stageScanned = Text("đủ tờ", en: "all sheets")
    public static let stageToLookAt = Text("{count} xem lại", en: "{count} to see")
    public static let stageSettledShort = Text("chốt thiếu {sheets} tờ", en: "closed {sheets} short")
    public static let stageSettledOver = Text("chốt thừa {sheets} tờ", en: "closed {sheets} over")
    public static let stageCorrected = Text("đã hiệu đính", en: "corrected")
    public static let stageDescribed = Text("đã biên mục", en: "described")
    public static let stageAccepted = Text("đạt", en: "accepted")
    public static let stageSigned = Text("đã ký", en: "signed")
    public static let stagePackaged = Text("đã đóng gói", en: "packaged")
    public static let stageDelivered = Text("đã giao", en: "handed over")
    public static let stageWithheld = Text("giữ lại", en: "withheld")
    public static let stageOnDesk = Text("trên bàn", en: "on the desk")
    public static let stageHeld = Text("trạm khác mở", en: "open elsewhere")
    public static let choiceOn = Text("bật", en: "on")
    public static let choiceOff = Text("tắt", en: "off")
    public static let pictureModeASCII = Text("ký tự ASCII (máy nào cũng được)", en: "ASCII characters (works anywhere)")
    public static let pictureModeBlocks = Text("nửa ô xám", en: "half blocks in grey")
    public static let pictureModeBraille = Text("chấm nổi (phông chữ phải có)", en: "braille dots (the font must have them)")
}
