// The search over all texts: the screen, and what is said of a query.

extension Text {
    // MARK: The screen
    public static let searchTitle = Text("Tìm trong chữ của mọi trang", en: "Search the text of all pages")
    public static let searchResults = Text("Kết quả", en: "Results")
    public static let searchFound = Text("Kết quả · {pages} trang", en: "Results · {pages} pages")
    public static let searchFoundMore = Text("Kết quả · hơn {pages} trang", en: "Results · more than {pages} pages")
    public static let searchFoundDossiers = Text(" · {dossiers} hồ sơ", en: " · {dossiers} dossiers")
    public static let searchExplained = Text(
        "Gõ vài từ. Không dấu thì tìm mọi dấu: “trich yeu” tìm được “trích yếu”; có dấu thì tìm đúng dấu đó.",
        en: "Type a few words. Without marks any marks are found: “trich yeu” finds “trích yếu”; with marks only these.")
    public static let searchExplainedPhrases = Text(
        "“…” tìm cả cụm từ, dấu * thay phần cuối của từ: \"tờ trình\", quyết*, 15/QĐ-UBND.",
        en: "“…” finds a phrase, * stands for the rest of a word: \"tờ trình\", quyết*, 15/QĐ-UBND.")
    public static let searchExplainedFilters = Text(
        "Chỉ tìm trong một số hồ sơ: phông:H99, hộp:12, năm:2008, từ:2005 đến:2008, hồ sơ:H99.2008; một loại văn bản: loại:QĐ (kể cả khi không có từ nào).",
        en: "Only in some dossiers: fonds:H99, box:12, year:2008, from:2005 to:2008, dossier:H99.2008; documents of a kind: type:QĐ (even without a word).")
    public static let searchNothing = Text(
        "Không tìm thấy trang nào. Trang chưa nhận dạng thì chưa tìm được.",
        en: "No page was found. Pages still waiting for OCR cannot be found yet.")
    public static let searchHit = Text("{code} · trang {page}", en: "{code} · page {page}")
    public static let searchHitPlaces = Text("{count} chỗ", en: "{count} places")
    public static let searchDossier = Text("{code} · hồ sơ, {pages} trang", en: "{code} · dossier, {pages} pages")
    public static let searchDossierBox = Text("hộp {box}", en: "box {box}")
    public static let searchDossierWithoutPages = Text(
        "Hồ sơ này chưa có trang nào xem được.", en: "This dossier has no page that can be seen yet.")

    // MARK: On the page
    public static let readerFound = Text("chỗ {place}/{count}", en: "place {place}/{count}")
    public static let noFoundBehind = Text("Trang này không còn chỗ nào nữa.", en: "There is no further place on this page.")
    public static let noFoundBefore = Text("Trước đó trên trang này không có chỗ nào.", en: "There is no place before it on this page.")
    public static let nothingFoundHere = Text(
        "Trang này không mở từ kết quả tìm. Ctrl-F để tìm.", en: "This page was not opened from a search. Ctrl-F searches.")

    // MARK: Refusals
    public static let searchHowTo = Text(
        "Ví dụ: quyết định năm:2008 hộp:12 — các điều kiện: phông:, hồ sơ:, hộp:, năm:, từ:, đến:, loại:.",
        en: "For example: quyết định year:2008 box:12 — the conditions are fonds:, dossier:, box:, year:, from:, to:, type:.")
    public static let searchNoWords = Text(
        "Mới có điều kiện, chưa có từ nào để tìm: hãy gõ thêm từ (chỉ loại: được đứng một mình).",
        en: "There are conditions but no word to search for: add a word (only type: may stand alone).")
    public static let searchStarInside = Text(
        "“{text}”: dấu * chỉ đặt ở cuối từ, hay ở cuối cụm từ.", en: "“{text}”: * stands only at the end of a word or of a phrase.")
    public static let searchBeginningTooShort = Text(
        "“{text}”: trước dấu * cần ít nhất hai chữ.", en: "“{text}”: * needs at least two letters before it.")
    public static let searchNoDate = Text(
        "“{key}:{value}”: không phải năm, tháng hay ngày. Viết 2008, 05/2008 hoặc 12/05/2008.",
        en: "“{key}:{value}” is no year, month or day. Write 2008, 05/2008 or 12/05/2008.")
    public static let searchFromAfterTo = Text("Từ ngày lại sau đến ngày.", en: "The first date is after the last.")
    public static let searchNoValue = Text("“{key}:” còn thiếu giá trị ngay sau dấu hai chấm.", en: "“{key}:” has no value behind its colon.")
    public static let searchNoFonds = Text("Trạm này chưa khai phông nào (F8).", en: "No fonds has been entered at this station (F8).")
    public static let searchNoSuchFonds = Text("Không có phông “{value}”. Các phông: {known}.", en: "There is no fonds “{value}”. There are: {known}.")
    public static let searchNoSuchBox = Text("Không có hộp “{value}” trong danh mục.", en: "There is no box “{value}” in the register.")
    public static let searchNoSuchDossier = Text(
        "Không có hồ sơ nào mà mã bắt đầu bằng “{value}”.", en: "No dossier has a code that begins with “{value}”.")
    public static let searchNoSuchKind = Text(
        "Không có loại văn bản “{value}”. Viết tên loại hay chữ viết tắt (QĐ): {known}.",
        en: "There is no kind of document “{value}”. Write its name or its part of a symbol (QĐ): {known}.")
}
