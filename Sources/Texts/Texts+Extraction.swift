extension Text {
    public static let signalTitle = Text("quốc hiệu", en: "national title")
    public static let signalMotto = Text("tiêu ngữ", en: "motto")
    public static let signalNumber = Text("số, ký hiệu", en: "number and notation")
    public static let signalBareNumber = Text("số, không rõ ký hiệu", en: "number, notation not legible")
    public static let signalDate = Text("địa danh, ngày tháng", en: "place and date")
    public static let signalIssuer = Text("cơ quan ban hành", en: "issuing body")
    public static let signalHeading = Text("tên loại", en: "type of document")
    public static let signalAddress = Text("V/v, Kính gửi", en: "subject line or addressee")
    public static let signalAnnex = Text("phụ lục", en: "annex")
    public static let signalIssuedWith = Text("ban hành kèm theo", en: "issued with another")
    public static let signalFormLabel = Text("mẫu số", en: "form number")
    public static let signalBlanks = Text("chỗ trống để điền", en: "blanks to fill in")
    public static let signalPageNumber = Text("số trang từ 2", en: "page number 2 or more")
    public static let signalRunningText = Text("trang bắt đầu giữa bài", en: "page begins in running text")
    public static let signalEnding = Text("Nơi nhận", en: "recipients: the end")
    public static let boundaryFirstInDossier = Text("trang văn bản đầu tiên của hồ sơ", en: "first document page of the dossier")
    public static let boundaryOnBack = Text("nằm ở mặt sau của tờ", en: "on the back of a sheet")
    public static let boundaryInsideAnnex = Text("nằm sau phụ lục, có thể là biểu mẫu", en: "behind an annex, may be a form of it")
    public static let boundaryExpectedByContents = Text("mục lục văn bản ghi ở tờ này", en: "listed on this sheet by the contents sheet")
    public static let contentsNote = Text("mục lục: {found}/{count} văn bản", en: "contents: {found}/{count} found")
    public static let contentsNoteMissing = Text("mục lục: thiếu tờ {sheets}", en: "contents: no sheet {sheets}")
    public static let contentsCompared = Text("Mục lục ghi {count} văn bản, đã thấy {found}", en: "The contents sheet lists {count}, {found} found")
    public static let contentsComparedMissing = Text(
        "Mục lục ghi {count} văn bản, đã thấy {found}; thiếu tờ {sheets}", en: "The contents sheet lists {count}, {found} found; sheets {sheets} are missing")
    public static let contentsComparedUnread = Text(
        "Mục lục ghi {count} văn bản ({unread} dòng chưa đọc được), đã thấy {found}", en: "The contents sheet lists {count} ({unread} rows not read), {found} found")
    public static let contentsComparedUnreadMissing = Text(
        "Mục lục ghi {count} văn bản ({unread} dòng chưa đọc được), đã thấy {found}; thiếu tờ {sheets}",
        en: "The contents sheet lists {count} ({unread} rows not read), {found} found; sheets {sheets} are missing")
}
