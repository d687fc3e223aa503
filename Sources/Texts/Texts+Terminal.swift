extension Text {
    public static let notATerminal = Text(
        "Màn hình trạm cần một cửa sổ dòng lệnh; ở đây không có.",
        en: "The station needs a terminal, and there is none here.")
    public static let unknownTerminalType = Text(
        "Máy này không biết loại cửa sổ dòng lệnh “{type}” (biến TERM).",
        en: "This machine does not know the terminal type “{type}” (variable TERM).")
    public static let terminalTooPlain = Text(
        "Loại cửa sổ dòng lệnh “{type}” không vẽ được toàn màn hình (biến TERM).",
        en: "The terminal type “{type}” cannot show a full screen (variable TERM).")
    public static let startInATerminal = Text(
        "Mở cửa sổ dòng lệnh rồi chạy lại, không qua ống dẫn.",
        en: "Open a terminal and start again, not through a pipe.")
    public static let setTerminalType = Text(
        "Đặt TERM cho đúng, ví dụ: TERM=xterm-256color tramquet",
        en: "Set TERM to the right type, for example: TERM=xterm-256color tramquet")

    public static let themeUnknown = Text("Không có bộ màu “{name}”.", en: "There is no theme “{name}”.")
    public static let themeSyntax = Text("Dòng {line}: không đọc được: {what}", en: "Line {line}: cannot be read: {what}")
    public static let themeUnreadable = Text("Không đọc được tệp.", en: "The file cannot be read.")
    public static let themeCircle = Text(
        "Bộ màu kế thừa chính nó qua “{name}”.", en: "The theme inherits itself through “{name}”.")
    public static let themeUnknownKey = Text("Mục không có trong bộ màu.", en: "A theme has no such entry.")
    public static let themeUnknownColor = Text(
        "Không hiểu màu “{value}”; viết #rrggbb, default hoặc một tên màu.",
        en: "The colour “{value}” is not understood; write #rrggbb, default or the name of a colour.")
    public static let themeWrongType = Text("Giá trị phải là {expected}.", en: "The value must be {expected}.")
    public static let themeWarning = Text("Bộ màu {file} {key}: {what}", en: "Theme {file} {key}: {what}")
}
