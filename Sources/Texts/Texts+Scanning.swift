extension Text {
    public static let scanFeederEmpty = Text("Khay nạp không có giấy.", en: "The feeder has no paper.")
    public static let scanJam = Text(
        "Kẹt giấy ở tờ thứ {sheet} của lượt quét này.", en: "Paper jam at sheet {sheet} of this run.")
    public static let scanCoverOpen = Text(
        "Nắp máy quét đang mở (tờ thứ {sheet} của lượt quét này).",
        en: "The scanner's cover is open (sheet {sheet} of this run).")
    public static let scanHang = Text(
        "Máy quét không trả lời (tờ thứ {sheet} của lượt quét này).",
        en: "The scanner does not answer (sheet {sheet} of this run).")
    public static let scanWorkerDied = Text(
        "Trình điều khiển máy quét dừng đột ngột (tờ thứ {sheet} của lượt quét này).",
        en: "The scanner's driver stopped suddenly (sheet {sheet} of this run).")
    public static let scanBusy = Text("Máy quét {device} đang bận.", en: "The scanner {device} is busy.")
    public static let scanAccessDenied = Text(
        "Không có quyền dùng máy quét {device}.", en: "No permission to use the scanner {device}.")
    public static let scanCannotOpen = Text(
        "Không mở được máy quét {device}.", en: "The scanner {device} cannot be opened.")
    public static let scanDeviceError = Text(
        "Mất kết nối với máy quét (tờ thứ {sheet} của lượt quét này).",
        en: "The connection to the scanner broke (sheet {sheet} of this run).")
    public static let scanOutOfMemory = Text("Không đủ bộ nhớ để quét.", en: "Not enough memory to scan.")
    public static let scanRefused = Text(
        "Máy quét không làm theo được yêu cầu.", en: "The scanner could not do what it was asked.")
    public static let scanSearchTooLong = Text(
        "Tìm máy quét quá {seconds} giây: một trình điều khiển không trả lời.",
        en: "The search for scanners took more than {seconds} s: a driver does not answer.")
    public static let scanSearchFailed = Text(
        "Không tìm được máy quét: trình điều khiển không khởi động.",
        en: "Scanners could not be searched: the drivers did not start.")
    public static let scanNoSuchSource = Text(
        "Máy quét không có nguồn giấy “{asked}”. Máy có: {offered}.",
        en: "The scanner has no source “{asked}”. It has: {offered}.")
    public static let scanNoSuchMode = Text(
        "Máy quét không có chế độ màu “{asked}”. Máy có: {offered}.",
        en: "The scanner has no mode “{asked}”. It has: {offered}.")
    public static let scanBadOption = Text(
        "Máy quét không nhận tùy chọn {name} = {value}.", en: "The scanner does not take the option {name} = {value}.")
    public static let scanFolderMissing = Text(
        "Không có thư mục ảnh {path}, hoặc không đọc được.",
        en: "There is no image folder {path}, or it cannot be read.")
    public static let scanDamagedImage = Text("Tệp ảnh bị hỏng: {file}.", en: "Damaged image file: {file}.")
    public static let scanFaultPlanUnreadable = Text(
        "Không đọc được tệp {file}.", en: "The file {file} cannot be read.")
    public static let scanFaultPlanSyntax = Text(
        "{file}, dòng {line}: sai cú pháp TOML ({what}).", en: "{file}, line {line}: not TOML ({what}).")
    public static let scanFaultPlanUnknownKey = Text(
        "{file}: không có khóa “{key}”. Các khóa: {known}.", en: "{file}: there is no key “{key}”. The keys: {known}.")
    public static let scanFaultPlanBadValue = Text(
        "{file}: “{key}” phải là số nguyên trong khoảng {range}, hoặc danh sách các số như vậy.",
        en: "{file}: “{key}” must be a whole number in {range}, or a list of such numbers.")
    public static let scanCannotWrite = Text(
        "Không ghi được tệp {file} (lỗi {errno}).", en: "The file {file} cannot be written (error {errno}).")
    public static let scanCannotEncode = Text(
        "Không nén được ảnh của trang {page}.", en: "The image of page {page} cannot be encoded.")

    public static let scanAbsurdImage = Text(
        "Máy quét báo kích thước ảnh vô lý ở tờ thứ {sheet} của lượt quét này.",
        en: "The scanner reports an absurd image size at sheet {sheet} of this run.")

    public static let scanNoSensors = Text(
        "Máy quét {device} không có cảm biến giấy hay nút quét: bấm dấu cách để quét.",
        en: "The scanner {device} has no paper sensor and no scan button: press Space to scan.")
    public static let scanWatchLost = Text(
        "Mất kết nối với máy quét {device}; thôi chờ giấy.", en: "The scanner {device} is gone; it is no longer watched for paper.")
    public static let scanPressSpace = Text("Bấm dấu cách để quét.", en: "Press Space to scan.")

    // What the device does otherwise than asked.
    public static let unmetResolution = Text("máy chọn {got} dpi thay cho {asked}", en: "the scanner chose {got} dpi instead of {asked}")
    public static let unmetPaper = Text(
        "máy chỉ quét được {width} × {height} mm, nhỏ hơn {asked}", en: "the scanner takes in only {width} × {height} mm, less than {asked}")
    public static let unmetBrightness = Text("máy không chỉnh được độ sáng", en: "the scanner has no brightness")
    public static let unmetContrast = Text("máy không chỉnh được tương phản", en: "the scanner has no contrast")
    public static let unmetThreshold = Text("máy không chỉnh được ngưỡng đen trắng", en: "the scanner has no threshold")
    public static let unmetResolutionNote = Text("{got} dpi thay cho {asked}", en: "{got} dpi, not {asked}")
    public static let unmetPaperNote = Text("chỉ {width} × {height} mm", en: "only {width} × {height} mm")
    public static let unmetBrightnessNote = Text("không chỉnh được sáng", en: "no brightness")
    public static let unmetContrastNote = Text("không chỉnh tương phản", en: "no contrast")
    public static let unmetThresholdNote = Text("không chỉnh được ngưỡng", en: "no threshold")

    // Short: the narrowest screen has 25 columns for them and the seconds.
    public static let scanWaitOpening = Text("đang mở máy quét…", en: "opening scanner…")
    public static let scanWaitWarmingUp = Text("máy đang làm nóng…", en: "warming up…")
    public static let scanWaitNextSheet = Text("chờ nạp tờ kế tiếp…", en: "waiting for sheet…")
    public static let scanWaitOccupied = Text("máy bận, thử lại…", en: "busy, trying again…")

    public static let scanPagesBeforeKept = Text(
        "Các trang quét trước đó vẫn còn; tờ đang quét dở bị bỏ.",
        en: "The pages before it are kept; the sheet under way was dropped.")

    public static let scanLoadPaper = Text(
        "Nạp giấy vào khay rồi quét tiếp.", en: "Load the feeder, then go on scanning.")
    public static let scanClearJam = Text(
        "Gỡ giấy kẹt, đặt lại từ tờ đang quét dở rồi quét tiếp.",
        en: "Clear the jam, lay the stack back from the sheet under way, then go on scanning.")
    public static let scanCloseCover = Text(
        "Đóng nắp, đặt lại từ tờ đang quét dở rồi quét tiếp.",
        en: "Close the cover, lay the stack back from the sheet under way, then go on scanning.")
    public static let scanRestartDevice = Text(
        "Tắt rồi bật lại máy quét, đặt lại từ tờ đang quét dở rồi quét tiếp.",
        en: "Switch the scanner off and on, lay the stack back from the sheet under way, then go on scanning.")
    public static let scanCheckConnection = Text(
        "Kiểm tra nguồn điện, dây nối hoặc mạng của máy quét rồi thử lại.",
        en: "Check the scanner's power, cable or network, then try again.")
    public static let scanFreeDevice = Text(
        "Đóng chương trình khác đang dùng máy quét rồi thử lại.",
        en: "Close the other program that uses the scanner, then try again.")
    public static let scanAskAdministrator = Text(
        "Nhờ quản trị thêm người dùng này vào nhóm “scanner”.",
        en: "Ask the administrator to add this user to the group “scanner”.")
    public static let scanCheckDeviceName = Text(
        "Xem tên máy bằng lệnh `tramquet devices`, kiểm tra nguồn điện và dây nối.",
        en: "See the names with `tramquet devices`; check power and cable.")
    public static let scanNameDevice = Text(
        "Ghi tên máy quét vào Cài đặt (F8), hoặc kiểm tra máy quét mạng rồi tìm lại.",
        en: "Name the scanner in the settings (F8), or check network scanners and search again.")
    public static let scanChooseAnother = Text("Chọn một giá trị máy có.", en: "Choose one that the scanner has.")
    public static let scanCheckFolder = Text("Kiểm tra lại đường dẫn thư mục.", en: "Check the folder's path.")
    public static let scanReplaceImage = Text(
        "Thay hoặc bỏ tệp này rồi quét tiếp.", en: "Replace or remove this file, then go on scanning.")
    public static let scanFixFaultPlan = Text("Sửa tệp này rồi quét lại.", en: "Correct this file, then scan again.")
    public static let scanFreeSpace = Text(
        "Kiểm tra ổ đĩa và quyền ghi rồi quét tiếp.",
        en: "Check the disk and the permissions, then go on scanning.")
    public static let scanCloseOthers = Text(
        "Đóng bớt chương trình khác rồi thử lại.", en: "Close other programs, then try again.")
}
