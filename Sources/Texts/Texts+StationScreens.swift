// Register, reader, queue, export and settings.

extension Text {
    // MARK: Register
    public static let registerFind = Text("Tìm hồ sơ", en: "Find a dossier")
    public static let registerWords = Text("Chữ", en: "Words")
    public static let registerBox = Text("Hộp", en: "Box")
    public static let registerNumber = Text("Số", en: "No.")
    public static let registerCount = Text("Danh mục · {dossiers} hồ sơ", en: "Register · {dossiers} dossiers")
    public static let registerNothing = Text(
        "Không có hồ sơ nào khớp. Ctrl-N để thêm hồ sơ mới, Esc để xóa ô tìm.",
        en: "No dossier matches. Ctrl-N adds a new one, Esc clears the search.")
    public static let severalDossiersMatch = Text(
        "Có nhiều hồ sơ khớp: chọn một hồ sơ rồi nhấn Enter.", en: "Several dossiers match: choose one and press Enter.")
    public static let registerEmpty = Text(
        "Danh mục còn trống. Ctrl-N để thêm hồ sơ, hoặc dùng lệnh: tramquet dossier add",
        en: "The register is empty. Ctrl-N adds a dossier, or use the command: tramquet dossier add")
    public static let columnBox = Text("Hộp", en: "Box")
    public static let columnNumber = Text("Số", en: "No.")
    public static let columnCode = Text("Mã hồ sơ", en: "Code")
    public static let columnTitle = Text("Tiêu đề", en: "Title")
    public static let columnSheets = Text("Tờ", en: "Sheets")
    public static let columnStage = Text("Tình trạng", en: "State")
    public static let newDossierTitle = Text("Thêm hồ sơ", en: "Add a dossier")
    public static let newDossierExplained = Text(
        "Mã hồ sơ giữ đúng như ghi trên bìa, ví dụ H19.2008.01.QD.",
        en: "The code exactly as on the cover, such as H19.2008.01.QD.")
    public static let newDossierCode = Text("Mã hồ sơ:", en: "Code:")
    public static let newDossierName = Text("Tiêu đề:", en: "Title:")
    public static let codeTooLong = Text(
        "Mã hồ sơ dài quá {longest} ký tự.", en: "The code is longer than {longest} characters.")
    public static let codeForbiddenCharacter = Text(
        "Mã hồ sơ không được có ký tự “{character}”.", en: "The code must not contain “{character}”.")
    public static let codeMisplacedDot = Text(
        "Mã hồ sơ không được bắt đầu hay kết thúc bằng dấu chấm.", en: "The code must not begin or end with a dot.")

    // MARK: Reader
    public static let readerTitle = Text("{code} · trang {page}/{pages}", en: "{code} · page {page}/{pages}")
    public static let readerPicture = Text("Ảnh", en: "Picture")
    public static let readerLoading = Text("Đang mở trang…", en: "Opening the page…")
    public static let readerWaiting = Text(
        "Trang này đang chờ nhận dạng chữ. Chữ sẽ hiện ra ở đây khi xong.",
        en: "This page waits for OCR. Its text will appear here.")
    public static let readerFailed = Text(
        "Không nhận dạng được trang này. Ảnh vẫn còn nguyên; xem F12.",
        en: "This page could not be read. Its picture is safe; see F12.")
    public static let readerNoWords = Text("(trang không có chữ)", en: "(no text on this page)")

    // MARK: OCR queue
    public static let queueFigures = Text(
        "Đang chờ {waiting} trang · đang đọc {running} trang", en: "{waiting} pages waiting · {running} being read")
    public static let queueFailed = Text(
        "{failed} trang lỗi: nhấn r để đọc lại", en: "{failed} pages failed: press r to read them again")
    public static let queueNoneFailed = Text("Không có trang nào lỗi", en: "No page failed")
    public static let queuePages = Text("Các trang", en: "Pages")
    public static let queueEmpty = Text(
        "Hàng chờ trống: mọi trang đã được nhận dạng.", en: "The queue is empty: every page has been read.")
    public static let didRetryFailed = Text("{count} trang lỗi chờ đọc lại.", en: "{count} failed pages wait to be read again.")
    public static let queueStateWaiting = Text("đang chờ", en: "waiting")
    public static let queueStateRunning = Text("đang đọc", en: "being read")
    public static let queueStateFailed = Text("lỗi", en: "failed")

    // MARK: Export
    public static let exportTitle = Text("Xuất", en: "Export")
    public static let exportTarget = Text("Thư mục đích", en: "Target folder")
    public static let exportTargetExplained = Text(
        "Trong đó tạo một thư mục theo ngày; DONE được ghi sau cùng.",
        en: "A folder named by the date is made in it; DONE is written last.")
    public static let exportOutcome = Text("Kết quả", en: "Result")
    public static let exportWhat = Text("Sẽ xuất", en: "To deliver")
    public static let exportPlanning = Text("Đang xem có gì để xuất…", en: "Looking for what is ready…")
    public static let exportReady = Text(
        "{dossiers} hồ sơ · {documents} văn bản · {pages} trang",
        en: "{dossiers} dossiers · {documents} documents · {pages} pages")
    public static let exportNothingReady = Text(
        "Không có hồ sơ nào mới để xuất.", en: "No dossier is ready and undelivered.")
    public static let exportReadingWaiting = Text(
        "! Hồ sơ khác còn {count} trang chờ OCR, để lần sau.", en: "! Other dossiers have {count} pages waiting for OCR; they wait.")
    public static let exportLookWaiting = Text(
        "! {count} trang máy không nhìn được: có dấu mật thì F10, không thì F3 rồi h.",
        en: "! {count} pages nobody has seen: with a mark of secrecy F10, without F3, then h.")
    public static let exportNotReady = Text(
        "{count} hồ sơ chưa xong, để lần sau.", en: "{count} dossiers are not finished; they wait.")
    public static let exportAlready = Text(
        "{count} hồ sơ đã giao vào đây và không đổi.", en: "{count} dossiers were delivered here and have not changed.")
    public static let exportWithheldPages = Text(
        "{count} trang đang giữ lại: không xuất.", en: "{count} pages are withheld: they are not exported.")
    public static let exportWithheldDossiers = Text(
        "{count} hồ sơ đang giữ lại cả: không xuất.", en: "{count} dossiers are withheld: they are not exported.")
    public static let exportStarted = Text("Đang xuất…", en: "Exporting…")
    public static let exportProgress = Text("{done}/{total} trang", en: "{done}/{total} pages")
    public static let exportStopping = Text("Đang dừng sau hồ sơ này…", en: "Stopping after this dossier…")
    public static let exportResult = Text(
        "Đã xuất {dossiers} hồ sơ, {documents} văn bản, {pages} trang vào:",
        en: "{dossiers} dossiers, {documents} documents, {pages} pages delivered to:")
    public static let exportChecked = Text(
        "Mọi tệp đã được đọc lại và so với manifest-sha256.txt.",
        en: "Every file was read back and compared with manifest-sha256.txt.")
    public static let exportDone = Text(
        "Đã xuất {dossiers} hồ sơ vào {folder}.", en: "{dossiers} dossiers delivered to {folder}.")
    public static let exportNothingNew = Text(
        "Không có gì mới: mọi hồ sơ đã xong đều đã giao.", en: "Nothing new: every finished dossier has been delivered.")
    public static let exportBarGo = Text("ENTER  XUẤT", en: "ENTER  EXPORT")
    public static let exportBarNothing = Text("KHÔNG CÓ GÌ ĐỂ XUẤT", en: "NOTHING TO EXPORT")
    public static let exportBarRunning = Text("ĐANG XUẤT    ·    CTRL-X  DỪNG", en: "EXPORTING    ·    CTRL-X  STOP")
    public static let exportBarDone = Text("XUẤT XONG", en: "EXPORT DONE")
    public static let exportBarAgain = Text("ENTER  THỬ LẠI", en: "ENTER  TRY AGAIN")

    // MARK: Settings
    public static let setupWelcome = Text("Chào mừng đến Trạm Quét", en: "Welcome to Trạm Quét")
    public static let setupTitle = Text("Cài đặt", en: "Settings")
    public static let setupFirstRun = Text(
        "Vài điều cần biết trước khi quét. Enter sang ô sau, Ctrl-S lưu; mọi thứ sửa lại được bằng F8.",
        en: "A few things before scanning. Enter goes on, Ctrl-S saves; F8 changes everything later.")
    public static let settingsSaved = Text("Đã lưu cài đặt.", en: "The settings are saved.")
    public static let setupAgency = Text("Cơ quan", en: "Agency")
    public static let setupAgencyExplained = Text(
        "Tên cơ quan có tài liệu, như ghi trên biên bản bàn giao.",
        en: "The body whose records these are, as it stands on minutes.")
    public static let setupFondsCode = Text("Mã phông", en: "Fonds code")
    public static let setupFondsCodeExplained = Text(
        "Mã định danh của phông lưu trữ, ví dụ H19 hoặc G09.", en: "The code of the fonds, such as H19 or G09.")
    public static let setupFondsTitle = Text("Tên phông", en: "Fonds title")
    public static let setupFondsTitleExplained = Text(
        "Ví dụ: Phông Ủy ban nhân dân tỉnh. Có thể để trống.",
        en: "Such as: Fonds of the People's Committee. May stay empty.")
    public static let setupStation = Text("Tên trạm", en: "Station")
    public static let setupStationExplained = Text(
        "Để phân biệt các máy trong cùng cơ quan, ví dụ Trạm 01.",
        en: "To tell the machines of an office apart, such as Trạm 01.")
    public static let setupPerson = Text("Người quét", en: "Person")
    public static let setupPersonExplained = Text(
        "Họ tên hiện trên màn hình; nhật ký ghi tên đăng nhập của máy.",
        en: "The name shown on the screen; the audit trail keeps the login name.")
    public static let setupDevice = Text("Máy quét", en: "Scanner")
    public static let setupDeviceExplained = Text(
        "Ctrl-D lần lượt chọn các máy tìm thấy; hoặc gõ folder:ĐƯỜNG-DẪN để quét từ thư mục ảnh.",
        en: "Ctrl-D takes the scanners found in turn; or type folder:PATH to scan from a folder of images.")
    public static let setupExportFolder = Text("Nơi xuất", en: "Export folder")
    public static let setupExportFolderExplained = Text(
        "Thư mục hay ổ đĩa nhận bản giao hằng đêm, đường dẫn đầy đủ.",
        en: "The folder or disk that takes the nightly delivery, as a full path.")
    public static let setupDailyPlan = Text("Hồ sơ mỗi ngày", en: "Dossiers a day")
    public static let setupDailyPlanExplained = Text(
        "Kế hoạch mỗi ngày, hiện ở dòng đầu. Để trống nếu không có.",
        en: "The daily plan, shown in the title line. Empty if there is none.")
    public static let setupBell = Text("Chuông", en: "Bell")
    public static let setupBellExplained = Text(
        "Kêu khi máy dừng và khi có sự cố. ← → để đổi.",
        en: "Rings when the scanner stops and on trouble. ← → changes it.")
    public static let setupInputMethod = Text("Bộ gõ tiếng Việt", en: "Input method")
    public static let setupInputMethodExplained = Text(
        "Cách gõ dấu khi mở máy: Telex (aa, ow, dd, s f r x j), VNI (số 1–9), hoặc tắt nếu máy đã có bộ gõ. F9 đổi bất cứ lúc nào.",
        en: "How Vietnamese is typed from the start: Telex (aa, ow, dd, s f r x j), VNI (digits 1–9), or off where the computer has an input method. F9 changes it at any time.")
    public static let setupPreview = Text("Ảnh trang", en: "Page pictures")
    public static let setupPreviewExplained = Text(
        "Cách vẽ ảnh trang bằng ký tự. ← → để đổi.", en: "How pages are drawn from characters. ← → changes it.")
    public static let lookingForDevices = Text("Đang tìm máy quét…", en: "Looking for scanners…")
    public static let noDeviceFound = Text(
        "Không tìm thấy máy quét nào. Bật máy, cắm cáp rồi nhấn Ctrl-D.",
        en: "No scanner was found. Switch it on, plug it in, then press Ctrl-D.")
}
