// The desk's dialog that gives pages to the dossier they belong to.

extension Text {
    public static let commandTransfer = Text("Sang hồ sơ khác", en: "To another dossier")
    public static let commandTransferHelp = Text(
        "Từ tờ này đến hết là của hồ sơ khác (thiếu tờ bìa, mã không đọc được): chuyển sang đúng hồ sơ.",
        en: "From this sheet to the end it is another dossier (no cover, or one that could not be read): move it there.")
    public static let commandTransferAccept = Text("Chuyển", en: "Move")
    public static let commandTransferAcceptHelp = Text("Chuyển sang hồ sơ đang chọn.", en: "Move to the selected dossier.")
    public static let commandTransferNew = Text("Thêm hồ sơ", en: "Add a dossier")
    public static let commandTransferNewHelp = Text(
        "Hồ sơ chưa có trong danh mục: thêm mã, rồi chuyển sang đó.", en: "A dossier the register does not have: add its code, and move the pages there.")
    public static let commandNameDossier = Text("Đặt tên hồ sơ mới", en: "Name the new dossier")
    public static let nameDossierTitle = Text("Hồ sơ mới: của hồ sơ nào?", en: "A new dossier: which one?")
    public static let nameDossierWhat = Text(
        "Sau phiếu hồ sơ mới, từ trang {page}: {sheets} tờ, {pages} trang. Là hồ sơ nào?",
        en: "Behind a sheet “new dossier”, from page {page}: {sheets} sheets, {pages} pages. Which dossier is it?")
    public static let transferTitle = Text("Chuyển sang hồ sơ khác", en: "Move to another dossier")
    public static let transferWhat = Text(
        "Từ trang {page} đến hết: {sheets} tờ, {pages} trang. Là của hồ sơ nào?",
        en: "From page {page} to the end: {sheets} sheets, {pages} pages. Whose are they?")
    public static let transferFind = Text("Mã hoặc tiêu đề:", en: "Code or title:")
    public static let transferNothingFound = Text("Không có hồ sơ nào như vậy trong danh mục.", en: "The register has no such dossier.")
    public static let transferChoose = Text("Chọn hồ sơ bằng mũi tên, hoặc gõ mã.", en: "Choose a dossier with the arrows, or type its code.")
    public static let transferring = Text("Đang chuyển sang {code}…", en: "Moving to {code}…")
}
