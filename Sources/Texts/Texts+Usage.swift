// What is said of a command that was typed wrong. English: as the argument parser says it; `{1}`, `{2}` are what it fills in.

extension Text {
    public static let usageError = Text("Lỗi: ", en: "Error: ")
    public static let usageUsage = Text("Cách dùng: ", en: "Usage: ")
    public static let usageHelp = Text("Giải thích: ", en: "Help:  ")
    public static let usageMissing = Text("Thiếu {1}.", en: "Missing expected argument '{1}'")
    public static let usageMissingOne = Text("Thiếu một trong: {1}.", en: "Missing one of: '{1}'")
    public static let usageMissingValue = Text("Thiếu giá trị cho {1}.", en: "Missing value for '{1}'")
    public static let usageMissingCommand = Text("Thiếu lệnh con.", en: "Missing required subcommand.")
    public static let usageUnknownOptionNear = Text(
        "Không có tùy chọn {1}. Có phải {2}?", en: "Unknown option '{1}'. Did you mean '{2}'?")
    public static let usageUnknownOption = Text("Không có tùy chọn {1}.", en: "Unknown option '{1}'")
    public static let usageUnexpected = Text("Không nhận “{1}”: không có lệnh hay đối số như vậy.", en: "Unexpected argument '{1}'")
    public static let usageUnexpectedMany = Text("Thừa {1} đối số: {2}.", en: "{1} unexpected arguments: '{2}'")
    public static let usageInvalid = Text("“{1}” không dùng được cho {2}.", en: "The value '{1}' is invalid for '{2}'")
    public static let usageInvalidBecause = Text("“{1}” không dùng được cho {2}: {3}", en: "The value '{1}' is invalid for '{2}': {3}")
    public static let usageInvalidOneOf = Text(
        "“{1}” không dùng được cho {2}. Chọn một trong: {3}.", en: "The value '{1}' is invalid for '{2}'. Please provide one of {3}.")
    public static let usageNoValue = Text(
        "Tùy chọn {1} không kèm giá trị, mà lại có “{2}”.", en: "The option '{1}' does not take any value, but '{2}' was specified.")
    public static let usageTwice = Text("Nhập hai lần: {1} và {2}.", en: "Value to be set with {1} had already been set with {2}")
    public static let usageSee = Text("  Xem `{1}` để biết thêm.", en: "  See '{1}' for more information.")

    // MARK: What a command asks for itself
    public static let usageNotNegative = Text("--limit và --offset không được âm.", en: "--limit and --offset must not be negative.")
    public static let usageWithdrawWhich = Text(
        "--withdraw cần --dossiers: thôi nghiệm thu hồ sơ nào.", en: "--withdraw needs --dossiers: of which dossiers.")
}
