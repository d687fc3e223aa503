extension Text {
    public static let tomlUnreadable = Text("Không đọc được {file}.", en: "{file} cannot be read.")
    public static let tomlUnwritable = Text("Không ghi được {file}.", en: "{file} cannot be written.")
    public static let tomlTooLarge = Text("{file} quá lớn.", en: "{file} is too large.")
    public static let tomlNotUTF8 = Text("{file} không phải UTF-8.", en: "{file} is not UTF-8.")
    public static let tomlSyntax = Text("{file}, dòng {line}: {what}", en: "{file}, line {line}: {what}")
    public static let tomlWrongType = Text("{file}: {key} phải là {expected}.", en: "{file}: {key} must be a {expected}.")
    public static let tomlOutOfRange = Text("{file}: {key} phải trong {range}.", en: "{file}: {key} must be within {range}.")
    public static let tomlUnknownKey = Text("{file}: không có khóa {key}.", en: "{file}: there is no key {key}.")
    public static let tomlBadText = Text(
        "{file}: {key} trống, quá dài hoặc có ký tự điều khiển.", en: "{file}: {key} is empty, too long or has control characters.")
    public static let tomlDuplicate = Text("{file}: {key} = “{value}” có hai lần.", en: "{file}: {key} = “{value}” is there twice.")
    public static let noSuchProfile = Text(
        "Không có chế độ quét “{name}”. Có: {known}.", en: "There is no scan profile “{name}”. There are: {known}.")
    public static let configProfile = Text(
        "Chế độ quét đang dùng, một tên trong các [[profile]]; trống: theo các khóa trên.",
        en: "Scan profile in use, the name of a [[profile]]; empty: the keys above.")
    public static let configImportFolder = Text(
        "Thư mục mà máy photocopy quét vào: tệp ở đó chờ nhận vào hồ sơ trên bàn quét (phím a)",
        en: "Folder that copiers scan to: its files wait to be taken into the dossier on the desk (key a)")
    public static let configHandsFree = Text(
        "Tự quét khi giấy được đặt vào khay hoặc nút trên máy được bấm.",
        en: "Scan by itself when paper is put in or the scanner's button is pressed.")
    public static let profileExplained = Text(
        "Chế độ quét: mỗi bảng [[profile]] một chế độ; khóa không ghi thì theo [scanner].",
        en: "Scan profiles: a [[profile]] table each; keys left out are as in [scanner].")
    public static let profileBuiltIn = Text(
        "Có sẵn; ghi lại cùng tên để thay:", en: "Built in; write one of the same name to replace it:")
    public static let profileName = Text("Tên, đến 60 chữ.", en: "Name, up to 60 characters.")
    public static let profileSource = Text(
        "Nguồn giấy: adf, duplex, flatbed, manual-duplex.", en: "Paper source: adf, duplex, flatbed, manual-duplex.")
    public static let profileMode = Text("Chế độ màu: color, gray, lineart.", en: "color, gray, lineart.")
    public static let profilePaper = Text(
        "Khổ giấy: a5, a4, a3, a2, f4 (210 × 330), legal, largest (hết mặt kính).",
        en: "Paper: a5, a4, a3, a2, f4 (210 × 330), legal, largest (all of the glass).")
    public static let profileBrightness = Text("Độ sáng, −100…100 %.", en: "Brightness, −100…100 %.")
    public static let profileContrast = Text("Tương phản, −100…100 %.", en: "Contrast, −100…100 %.")
    public static let profileThreshold = Text("Ngưỡng đen trắng, 0…100 %.", en: "Threshold of line art, 0…100 %.")
    public static let profileFloor = Text(
        "Trang dưới bấy nhiêu dpi bị báo (200; bản đồ, bản vẽ 300).", en: "A page of fewer dpi is a finding (200; maps, drawings 300).")
    public static let profileOptions = Text(
        "Tùy chọn riêng của máy, tên = giá trị.", en: "Options of the device, name = value.")
    public static let tomlCorrect = Text(
        "Sửa tệp cấu hình; xem các khóa bằng `tramquet config show`.",
        en: "Correct the configuration file; `tramquet config show` lists the keys.")
    public static let configStationName = Text("Tên trạm, ghi vào nhật ký.", en: "Name of the station, kept in the audit trail.")
    public static let configPersonName = Text("Tên người làm, hiện trên màn hình.", en: "Name of the person, shown on the screen.")
    public static let configDailyPlan = Text("Số hồ sơ mỗi ngày theo kế hoạch; 0: không có.", en: "Dossiers a day in the plan; 0: none.")
    public static let configTimeZone = Text("Múi giờ để hiện giờ và đặt tên thư mục xuất.", en: "Time zone for times shown and for export folders.")
    public static let configDevice = Text("Máy quét, như `tramquet devices` liệt kê.", en: "Scanner, as `tramquet devices` lists it.")
    public static let configDPI = Text("Độ phân giải quét, dpi (TT 05/2025: từ 200; bản đồ từ 300).", en: "Resolution, dpi (TT 05/2025: 200 or more; maps 300).")
    public static let configMode = Text("Chế độ màu: color, gray hoặc lineart (TT 05/2025: màu).", en: "color, gray or lineart (TT 05/2025: colour).")
    public static let configSource = Text("Nguồn giấy: adf, duplex, flatbed; trống: theo máy.", en: "Paper source: adf, duplex, flatbed; empty: the device's own.")
    public static let configQuality = Text("Chất lượng JPEG của ảnh lưu.", en: "JPEG quality of stored images.")
    public static let configStartSeconds = Text("Chờ máy quét mở, làm nóng, nạp tờ tối đa, giây.", en: "Longest wait for a scanner to open, warm up or draw a sheet in, seconds.")
    public static let configTargets = Text("Các thư mục nhận bản xuất hằng đêm.", en: "Folders that receive the nightly export.")
    public static let configTemplate = Text("Mẫu tên tệp PDF.", en: "Template of PDF file names.")
    public static let configPDFA = Text("Chuẩn PDF/A khai trong tệp: 2u hoặc 1b.", en: "PDF/A level the files claim: 2u or 1b.")
    public static let configOCRLanguage = Text("Ngôn ngữ OCR, như vie hoặc vie+eng.", en: "OCR languages, such as vie or vie+eng.")
    public static let configFondsLanguages = Text(
        "Ngôn ngữ OCR riêng của phông, mỗi phông một mục “mã phông=ngôn ngữ”, như \"P001=vie+fra\".",
        en: "OCR languages of single fonds, each as “code of fonds=languages”, such as \"P001=vie+fra\".")
    public static let configOCRWorkers = Text("Số tiến trình OCR; 0: bằng số nhân.", en: "OCR processes; 0: as many as cores.")
    public static let configAutoTurn = Text(
        "Tự xoay trang nằm ngang hay nằm ngược sau khi OCR đọc; trang người đã xoay thì giữ nguyên.",
        en: "Set pages upright that lie sideways or upside down, once read; pages a person turned are left alone.")
    public static let configTheme = Text("Bộ màu: dark, light, high-contrast, mono hoặc tệp riêng.", en: "Theme: dark, light, high-contrast, mono or one of your own.")
    public static let configPreview = Text("Cách vẽ trang: ascii, blocks, braille; trống: tự chọn.", en: "How pages are drawn: ascii, blocks, braille; empty: automatic.")
    public static let configBell = Text("Chuông khi máy dừng hoặc có sự cố.", en: "Bell when the scanner stops or has trouble.")
    public static let configInputMethod = Text(
        "Bộ gõ tiếng Việt: telex, vni, off (tắt).", en: "Vietnamese input method: telex, vni, off.")
    public static let configToneStyle = Text(
        "Chỗ đặt dấu thanh khi gõ: first (hòa, thúy) hoặc main (hoà, thuý).",
        en: "Where the tone stands when typing: first (hòa, thúy) or main (hoà, thuý).")
}
