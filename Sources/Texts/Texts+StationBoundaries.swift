// Pages at which documents seem to start, confirmed or refused by a person.

extension Text {
    public static let commandBoundaries = Text("Văn bản mới?", en: "New documents?")
    public static let commandBoundariesHelp = Text(
        "Những trang mà chữ cho thấy một văn bản bắt đầu: tách một lần, hoặc bỏ từng đề xuất.",
        en: "Pages whose text shows that a document starts: split them in one go, or refuse them one by one.")
    public static let commandBoundariesAccept = Text("Tách hết chỗ rõ", en: "Split all clear ones")
    public static let commandBoundariesAcceptHelp = Text(
        "Tách văn bản ở mọi trang rõ ràng; chỗ còn ngờ (?) để lại để xem từng trang.",
        en: "Documents start at all clear pages; the doubtful ones (?) stay to be looked at.")
    public static let commandBoundariesYes = Text("Tách", en: "Split")
    public static let commandBoundariesYesHelp = Text("Văn bản mới bắt đầu ở trang này.", en: "A document starts at this page.")
    public static let commandBoundariesNo = Text("Không tách", en: "No")
    public static let commandBoundariesNoHelp = Text(
        "Không có văn bản nào bắt đầu ở trang này; không đề xuất nữa.", en: "No document starts at this page; it is not proposed again.")
    public static let boundariesTitle = Text("Văn bản mới bắt đầu ở đây?", en: "Do documents start here?")
    public static let boundariesSummary = Text("{count} đề xuất, {sure} rõ ràng", en: "{count} proposals, {sure} of them clear")
    public static let boundariesUnread = Text("; {count} chưa đọc", en: "; {count} unread")
    public static let boundariesSettled = Text("Hồ sơ có {documents} văn bản.", en: "The dossier has {documents} documents.")
    public static let boundariesLeft = Text(
        "Hồ sơ có {documents} văn bản; còn {count} chỗ chưa xem.", en: "The dossier has {documents} documents; {count} proposals are left.")
    public static let boundaryDismissed = Text("Trang {page} không bắt đầu văn bản mới.", en: "No document starts at page {page}.")
    public static let boundariesBeforeFinish = Text(
        "Còn {count} trang có vẻ bắt đầu văn bản mới. Xem xong thì nhấn Enter lần nữa.",
        en: "{count} pages seem to start documents. When you have seen them press Enter again.")
    public static let boundariesBeforeFinishUnread = Text(
        "Còn {count} trang có vẻ bắt đầu văn bản mới, {unread} trang chưa đọc chữ. Xem xong thì nhấn Enter lần nữa.",
        en: "{count} pages seem to start documents, {unread} are not read yet. When you have seen them press Enter again.")
    public static let boundariesFoundLate = Text(
        "Hồ sơ {code} đọc chữ xong: {count} trang có vẻ bắt đầu văn bản mới. Mở lại rồi nhấn e để xem.",
        en: "Dossier {code} has been read: {count} pages seem to start documents. Open it and press e.")
    public static let exportUnseenStarts = Text(
        "{count} hồ sơ có trang có vẻ bắt đầu văn bản mới, chưa ai xem (mở hồ sơ, nhấn e).",
        en: "{count} dossiers have pages that seem to start documents, seen by nobody (open, press e).")
    public static let contentsBeforeFinish = Text("Enter lần nữa để xong. {comparison}.", en: "Enter again to finish. {comparison}.")
    public static let onlyDoubtfulBoundariesLeft = Text(
        "Chỉ còn chỗ chưa rõ: xem từng trang, t là tách, k là không.", en: "Only doubtful ones are left: look at each, t splits, k does not.")
    public static let noBoundaries = Text("Không có đề xuất tách văn bản nào.", en: "No documents are proposed.")
    public static let noBoundariesYet = Text(
        "Chưa có đề xuất tách văn bản nào: còn trang đang đọc chữ.", en: "No documents are proposed yet: pages are still being read.")
    public static let counterBoundaries = Text("e {count} văn bản mới?", en: "e {count} new documents?")
}
