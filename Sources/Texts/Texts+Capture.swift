extension Text {
    public static let importUnreadable = Text("Không đọc được tệp {path}.", en: "The file {path} cannot be read.")
    public static let importPDF = Text("Không đọc được PDF {path}: hỏng hoặc có mật khẩu.", en: "The PDF {path} cannot be read: it is damaged or has a password.")
    public static let importTooManyPages = Text("{path} có {count} trang, quá nhiều cho một tệp.", en: "{path} has {count} pages, too many for one file.")
    public static let importToolMissing = Text("Thiếu chương trình {tool}.", en: "The program {tool} is missing.")
    public static let importInstallPoppler = Text("Cài gói poppler-utils rồi nhập lại.", en: "Install the package poppler-utils and import again.")
    public static let importOthersKept = Text("Các tệp khác vẫn được nhập.", en: "The other files are taken in.")
    public static let importSplitFirst = Text("Mở khóa hay tách tệp trước, rồi nhập lại.", en: "Unlock or split the file first, then import it.")
}

// A watched folder.
extension Text {
    public static let incomingEmpty = Text("tệp rỗng (0 byte)", en: "the file is empty (0 bytes)")
    public static let incomingNoEnd = Text("thiếu phần cuối: chưa ghi xong, hoặc bị cắt", en: "its end is missing: still being written, or cut off")
    public static let incomingUnreadable = Text("không có quyền đọc", en: "not permitted to read it")
    public static let incomingNoDossier = Text(
        "không hồ sơ nào mang mã là tên thư mục này", en: "no dossier has the name of this folder for its code")
    public static let incomingOutsideDossiers = Text(
        "không nằm trong thư mục của hồ sơ nào", en: "it does not lie in the folder of a dossier")
    public static let incomingNoFolder = Text("Không có thư mục “{path}”.", en: "There is no folder “{path}”.")
    public static let incomingNotWritable = Text(
        "Không được phép chuyển tệp trong thư mục “{path}”.", en: "Files in the folder “{path}” cannot be moved.")
    public static let incomingNotMovable = Text("Không chuyển được tệp {file} (lỗi {errno}).", en: "The file {file} cannot be moved (error {errno}).")
    public static let incomingNotReadable = Text(
        "Không đọc được thư mục “{path}” (lỗi {errno}).", en: "The folder “{path}” cannot be read (error {errno}).")
    public static let incomingAllKept = Text(
        "Các tệp còn nguyên; trang đã nhận vẫn được lưu.", en: "All files are as they were; pages that were taken in are kept.")
    public static let incomingCheckFolder = Text("Kiểm tra đường dẫn và kết nối tới thư mục.", en: "Check the path and the connection to the folder.")
    public static let incomingAllowMoving = Text(
        "Cho người dùng của trạm quyền ghi vào thư mục này.", en: "Allow the station's user to write to this folder.")
    public static let incomingRefusedKept = Text(
        "Tệp nằm ở {path}; chưa trang nào của nó vào hồ sơ.", en: "The file is in {path}; none of its pages is in the dossier.")
    public static let incomingRefusedBegun = Text(
        "Tệp nằm ở {path}; {pages} trang đầu của nó đã vào hồ sơ.", en: "The file is in {path}; its first {pages} pages are in the dossier.")
}

extension Text {
    public static let chosenSettings = Text("{dpi} dpi · {mode} · {sides}", en: "{dpi} dpi · {mode} · {sides}")
    public static let oneSide = Text("một mặt", en: "one side")
    public static let twoSides = Text("hai mặt", en: "both sides")
    public static let modeColor = Text("màu", en: "colour")
    public static let modeGray = Text("xám", en: "grey")
    public static let modeLineart = Text("đen trắng", en: "black and white")
}
