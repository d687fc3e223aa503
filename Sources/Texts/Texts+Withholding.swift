// Material that is kept back: why, how much, and what is said about it.

extension Text {
    public static let withheldUnsuitable = Text("Không phù hợp", en: "Unsuitable")
    public static let withheldRestricted = Text("Hạn chế", en: "Restricted")
    public static let withheldDamaged = Text("Hỏng nặng", en: "Badly damaged")
    public static let withheldSecret = Text("Nghi mật", en: "Suspected secret")
    public static let scopeDossier = Text("Cả hồ sơ", en: "The whole dossier")
    public static let scopeDocument = Text("Cả văn bản", en: "The whole document")
    public static let scopePage = Text("Chỉ trang này", en: "This page only")

    public static let withheldNotThere = Text(
        "Không có gì đang giữ lại ở đó.", en: "Nothing is withheld there.")
    public static let withheldElsewhere = Text("đã có lệnh giữ lại khác ở đó", en: "another withholding stands there")
    public static let pageIsWithheld = Text("Trang {page} đang giữ lại.", en: "Page {page} is withheld.")
    public static let dossierIsWithheld = Text("Hồ sơ {code} đang giữ lại.", en: "Dossier {code} is withheld.")
    public static let withheldKept = Text(
        "Ảnh và văn bản đã đọc còn nguyên trong kho.", en: "Image and text are kept in the store as they were.")
    public static let releaseFirst = Text(
        "Người có trách nhiệm xem bản giấy; nếu được thì dùng: tramquet release.",
        en: "Whoever is responsible looks at the paper; if it may go on: tramquet release.")

    // MARK: In lists and deliveries

    public static let withheldNotDelivered = Text("đang giữ lại", en: "withheld")
    public static let withheldNote = Text("Giữ lại {count} trang ({reasons})", en: "{count} pages withheld ({reasons})")
    public static let withheldPagesLine = Text("Đang giữ lại {count} trang.", en: "{count} pages are withheld.")
    public static let withheldDossierLine = Text("Cả hồ sơ đang giữ lại: {reason}.", en: "The whole dossier is withheld: {reason}.")
    public static let withheldDone = Text("Đã giữ lại {what}: {reason}.", en: "{what} withheld: {reason}.")
    public static let releasedDone = Text("Đã thôi giữ lại {what}.", en: "{what} released.")
    public static let withheldNone = Text("Không giữ lại gì.", en: "Nothing is withheld.")
    public static let withheldByWider = Text(
        "Trang này giữ lại theo phạm vi rộng hơn ({scope}).", en: "This page is withheld with something wider ({scope}).")
    public static let withheldThingDossier = Text("hồ sơ {code}", en: "dossier {code}")
    public static let withheldThingDocument = Text("văn bản {document} của hồ sơ {code}", en: "document {document} of dossier {code}")
    public static let withheldThingPage = Text("trang {page} của hồ sơ {code}", en: "page {page} of dossier {code}")
    public static let textLeavesOutWithheld = Text(
        "Không in {count} trang đang giữ lại.", en: "{count} withheld pages are left out.")

    // MARK: The slip that lies in the place of withheld paper

    public static let counterWithheld = Text("y {count} đang giữ lại", en: "y {count} withheld")
    public static let withheldListChanged = Text(
        "Danh sách vừa thay đổi ở máy khác: xem lại rồi ghi lại lời quyết định.",
        en: "The list has changed at another terminal: look again and type the words again.")
    public static let replacementSlipTitle = Text("PHIẾU THAY THẾ", en: "REPLACEMENT SLIP")
    public static let slipDossier = Text("Mã hồ sơ", en: "Dossier")
    public static let slipDocument = Text("Số thứ tự văn bản", en: "Document no.")
    public static let slipSheets = Text("Tờ số", en: "Sheet no.")
    public static let slipSheetCount = Text("Số tờ lấy ra", en: "Sheets taken out")
    public static let slipReason = Text("Lý do", en: "Reason")
    public static let slipDay = Text("Ngày lấy ra", en: "Taken out on")
    public static let slipKeeper = Text("Người giữ", en: "Kept by")
    public static let slipKeptAt = Text("Nơi để", en: "Kept at")
    public static let slipSignature = Text("Ký, họ tên", en: "Signature, name")
    public static let slipUse = Text(
        "Đặt vào đúng chỗ của giấy tờ được lấy ra. Trả giấy tờ về chỗ này thì bỏ phiếu.",
        en: "Lies where the paper was taken out. When the paper is put back here, the slip goes.")
    public static let slipWritten = Text("Đã ghi phiếu thay thế: {path}", en: "Replacement slip written: {path}")

    // MARK: At the station

    public static let withheldTile = Text("GIỮ LẠI", en: "WITHHELD")
    public static let readerWithheld = Text("Trang đang giữ lại: không xem được.", en: "The page is withheld and cannot be read.")
    public static let commandWithhold = Text("Giữ lại", en: "Withhold")
    public static let commandWithholdHelp = Text(
        "Nghi mật: giữ lại ngay văn bản đang thấy, rồi mới hỏi. Ở danh mục: giữ lại cả hồ sơ.",
        en: "Suspected secret: withhold the document in sight at once, then ask. In the register: the whole dossier.")
    public static let commandWithheldList = Text("Đang giữ lại", en: "Withheld")
    public static let commandWithheldListHelp = Text(
        "Những gì đang giữ lại trong hồ sơ; thôi giữ lại khi có người quyết định.",
        en: "What is withheld in the dossier; released once somebody has decided so.")
    public static let commandWithholdAccept = Text("Giữ lại như thế", en: "Withhold so")
    public static let commandWithholdAcceptHelp = Text(
        "Giữ lại đúng phạm vi và lý do đang chọn.", en: "Withhold what is chosen, for the reason chosen.")
    public static let commandWithholdReasonHelp = Text("Chọn lý do giữ lại.", en: "Choose the reason.")
    public static let commandWithholdScope = Text("Phạm vi", en: "How much")
    public static let commandWithholdScopeHelp = Text(
        "Chỉ trang này, cả văn bản, hay cả hồ sơ.", en: "This page, the document, or the dossier.")
    public static let commandWithholdCloseHelp = Text(
        "Đóng; những gì đã giữ lại vẫn giữ lại.", en: "Close; what is withheld stays so.")
    public static let commandWithholdMistake = Text("bấm nhầm", en: "by mistake")
    public static let commandWithholdMistakeHelp = Text(
        "Vừa bấm nhầm: thôi giữ lại ngay.", en: "The key was pressed by mistake: release at once.")
    public static let withheldWasDelivered = Text(
        "Hồ sơ {code} đã được giao, {count} lần: {places}.", en: "Dossier {code} has been delivered, {count} times: {places}.")
    public static let withheldFromNowOn = Text("Từ nay phần giữ lại không ra khỏi trạm.", en: "From now on what is withheld does not leave the station.")
    public static let recallDelivered = Text("Báo nơi nhận để thu hồi các bản đã giao.", en: "Tell the receivers to give back what was delivered.")
    public static let withheldByMistake = Text("bấm nhầm", en: "pressed by mistake")
    public static let commandWithheldRelease = Text("Thôi giữ lại", en: "Release")
    public static let commandWithheldReleaseHelp = Text(
        "Thôi giữ lại dòng đang chọn, sau khi ghi ai quyết định và vì sao.",
        en: "Release what is selected, once it is written who decided so and why.")
    public static let withholdTitle = Text("Giữ lại", en: "Withhold")
    public static let withholdDone = Text(
        "Cả văn bản đã giữ lại (nghi mật). Nếu khác thì chọn, Esc thì để vậy.",
        en: "The whole document is withheld (suspected secret). Choose otherwise, or Esc.")
    public static let withholdPlace = Text("{code} · trang {page}", en: "{code} · page {page}")
    public static let undoIsNoRelease = Text("Trang này đang giữ lại: y để xem, thôi giữ lại.", en: "This page is withheld: y shows it and releases it.")
    public static let withholdDossierDone = Text(
        "Cả hồ sơ {code} đã giữ lại (nghi mật). Nếu lý do khác thì chọn, Esc thì để vậy.",
        en: "Dossier {code} is withheld (suspected secret). Choose another reason, or leave it with Esc.")
    public static let withheldTitle = Text("Đang giữ lại", en: "Withheld")
    public static let withheldExplained = Text(
        "Không xem, không tìm, không xuất cho tới khi có người quyết định.", en: "Not shown, found or delivered until somebody decides.")
    public static let withheldWords = Text("Ai quyết định, vì sao:", en: "Who decided, and why:")
    public static let withheldLineDocument = Text("Văn bản {document}", en: "Document {document}")
    public static let withheldLinePage = Text("Trang {page}", en: "Page {page}")
    public static let nothingWithheld = Text("Hồ sơ này không giữ lại gì.", en: "Nothing is withheld in this dossier.")
    public static let alreadyWithheld = Text(
        "Đang giữ lại rồi; ở bàn quét, y để xem.", en: "It is withheld already; y at the scan desk shows it.")
    public static let nothingToWithhold = Text("Ở đây không có trang hay hồ sơ nào để giữ lại.", en: "There is no page or dossier here to withhold.")
    public static let typeWhoDecided = Text("Ghi ai quyết định và vì sao.", en: "Write who decided so, and why.")
    public static let didWithhold = Text("Đã giữ lại cả văn bản: nghi mật.", en: "The whole document is withheld: suspected secret.")
    public static let didWithholdGoOn = Text(
        "Đã giữ lại cả văn bản: nghi mật. Tiếp theo: trang {page}.", en: "The whole document is withheld: suspected secret. Next: page {page}.")
    public static let didWithholdDossier = Text("Đã giữ lại cả hồ sơ {code}: nghi mật.", en: "Dossier {code} is withheld: suspected secret.")
    public static let didWithholdAs = Text("Đã giữ lại: {what}, {reason}.", en: "Withheld: {what}, {reason}.")
    public static let didReleaseWithheld = Text("Đã thôi giữ lại.", en: "Released.")

    // MARK: All that is withheld

    public static let commandGoWithheld = Text("Giữ lại ở trạm", en: "Withheld here")
    public static let commandGoWithheldHelp = Text(
        "Tất cả những gì đang giữ lại ở trạm, mới nhất trước.", en: "All that is withheld at the station, newest first.")
    public static let withheldAllFigures = Text("Đang giữ lại {count} mục, trong {dossiers} hồ sơ.", en: "{count} withheld, in {dossiers} dossiers.")
    public static let withheldAllExplained = Text(
        "Không xem, tìm, xuất cho đến khi người có trách nhiệm thôi giữ lại.",
        en: "Neither viewed nor found nor exported until whoever is responsible releases it.")
    public static let withheldAllTitle = Text("Mới nhất trước", en: "Newest first")
    public static let withheldAllPages = Text("tr. {pages}", en: "p. {pages}")
    public static let nothingWithheldAnywhere = Text("Cả trạm không giữ lại gì.", en: "Nothing is withheld at this station.")
    public static let commandWithheldAllOpen = Text("Mở ở bàn quét", en: "Open at the desk")
    public static let commandWithheldAllOpenHelp = Text(
        "Mở hồ sơ ở bàn quét, với danh sách giữ lại của nó: xem lý do, thôi giữ lại.",
        en: "Opens the dossier at the scan desk with what is withheld in it: its reason, its release.")
    public static let commandWithheldSlip = Text("In phiếu thay thế", en: "Print the slip")
    public static let commandWithheldSlipHelp = Text(
        "In phiếu thay thế của mục đang chọn thành tệp PDF, để vào chỗ bản giấy đã lấy ra.",
        en: "Prints the replacement slip of the selected entry as a PDF, to lie where the paper was taken out.")
    public static let replacementSlipWritten = Text("Đã in phiếu thay thế: {path}", en: "Replacement slip printed: {path}")

    // MARK: Marks of secrecy that the program found

    public static let secrecyTop = Text("TUYỆT MẬT", en: "TUYỆT MẬT")
    public static let secrecyMiddle = Text("TỐI MẬT", en: "TỐI MẬT")
    public static let secrecyLow = Text("MẬT", en: "MẬT")
    public static let secrecyLifted = Text("GIẢI MẬT", en: "GIẢI MẬT")
    public static let secrecyFound = Text(
        "Trang {page} có dấu {mark}: văn bản đã được giữ lại, các văn bản khác làm tiếp.",
        en: "Page {page} bears {mark}: its document is withheld, the others go on.")
    public static let secrecyFoundElsewhere = Text(
        "Hồ sơ {code}, trang {page} có dấu {mark}: văn bản đã được giữ lại.",
        en: "Dossier {code}, page {page} bears {mark}: its document is withheld.")
    public static let secrecyKept = Text(
        "Văn bản không còn trong xem trước, tìm kiếm và bản xuất.", en: "The document has left previews, search and exports.")
    public static let secrecyTodo = Text(
        "Lấy bản giấy ra, để phiếu thay thế vào chỗ đó, giao người có trách nhiệm. Mở hồ sơ {code} ở bàn quét: y để xem hoặc thôi giữ lại.",
        en: "Take the paper out, put a replacement slip in its place, give it to whoever is responsible. Open dossier {code} at the desk: y to look or release.")
    public static let correctionWithheldKept = Text("Những chữ đã nhận vẫn còn.", en: "The words that were taken are kept.")
    public static let correctionWithheldTodo = Text("Sang trang tiếp theo.", en: "Go on with the next page.")
    public static let correctionWithheldMeanwhile = Text(
        "Trang vừa bị giữ lại: chữ chưa nhận ở đó không được ghi.", en: "The page was withheld just now: words not taken yet are not kept.")
    public static let nextSecrecy = Text("DẤU {mark} · TRANG {page}   ·   LẤY RA, RỒI BẤM y", en: "{mark} · PAGE {page}   ·   TAKE IT OUT, THEN y")
    public static let withheldByProgram = Text("máy tìm thấy", en: "found by the program")
    public static let withheldOtherMark = Text("{mark}, tr. {page}", en: "{mark}, p. {page}")
    public static let withheldMark = Text("dấu {mark}, tr. {page}", en: "{mark}, p. {page}")
}
