// What the scan desk opens over itself: findings, contact sheet, pencil numbers, places, the turned stack.

extension Text {
    // MARK: Findings
    public static let findingsTitle = Text("Trang cần xem lại", en: "Pages to look at")
    public static let findingsSummary = Text("{count} điều, người quyết định", en: "{count} findings; you decide")
    public static let findingPlace = Text("tr. {page} tờ {sheet}", en: "p. {page} sheet {sheet}")
    public static let findingsBeforeFinish = Text(
        "{count} điều cần xem: ↓ xem tiếp, Enter nhận, a cả loại; xem hết mới xong.",
        en: "{count} to look at: ↓ next, Enter accepts, a all alike. All must be seen first.")
    public static let backsBeforeFinish = Text(
        "Còn {count} mặt sau chưa quét. Nhấn 0 nếu các tờ này không có mặt sau.",
        en: "{count} backs are not scanned. Press 0 if there are none.")
    public static let numbersCompare = Text(
        "Đã đếm {counted} tờ, có {sheets}: so số bút chì với số dưới ảnh, gõ số đúng.",
        en: "{counted} sheets counted, {sheets} there: compare the pencil numbers, type the right one.")
    public static let numbersUnproved = Text(
        "Số dưới ảnh là số máy đếm: so với số bút chì.", en: "The numbers below are counted by the program: compare them with the pencil's.")
    public static let wasUpsideDown = Text(
        "Trang {page} nằm ngược: đã tự xoay · f: xem lại", en: "Page {page} lay upside down: turned by itself · f: look at it")
    public static let wasSideways = Text(
        "Trang {page} nằm ngang: đã tự xoay · f: xem lại", en: "Page {page} lay sideways: turned by itself · f: look at it")
    public static let wasUpsideDownBehind = Text("Trang {page} nằm ngược: đã tự xoay.", en: "Page {page} lay upside down: turned by itself.")
    public static let wasSidewaysBehind = Text("Trang {page} nằm ngang: đã tự xoay.", en: "Page {page} lay sideways: turned by itself.")
    public static let wasTurnedElsewhere = Text(
        "Trang {page} của {code} nằm sai chiều: đã tự xoay · mở lại, f: xem",
        en: "Page {page} of {code} lay wrong: turned by itself · open it, f: look")
    public static let liesTurnedElsewhere = Text(
        "Trang {page} của {code} nằm sai chiều, đã giao như vậy · mở lại, f: xem",
        en: "Page {page} of {code} lies wrong and was delivered so · open it, f: look")
    public static let didAcceptAlike = Text("Đã chấp nhận {count} điều cùng loại · u: xem lại", en: "{count} findings of a kind accepted · u: undo")
    public static let noFindings = Text("Không có điều gì cần xem lại.", en: "There is nothing to look at.")
    public static let notSkewed = Text("Trang này không bị nghiêng.", en: "This page is not skewed.")
    public static let commandFindings = Text("Xem lại", en: "Findings")
    public static let commandFindingsHelp = Text(
        "Những trang máy thấy có vấn đề: nghiêng, mờ, mất chữ ở mép, thiếu phần dưới…",
        en: "Pages with findings: skewed, blurred, cut off, lower part missing…")
    public static let commandFindingsAccept = Text("Chấp nhận", en: "Accept")
    public static let commandFindingsAcceptHelp = Text("Đã xem, để nguyên như vậy.", en: "Looked at; it stays as it is.")
    public static let commandFindingsAcceptAlike = Text("Cả loại", en: "All alike")
    public static let commandFindingsAcceptAlikeHelp = Text("Chấp nhận mọi điều cùng loại.", en: "Accept every finding of this kind.")
    public static let commandDeskew = Text("Chỉnh thẳng", en: "Straighten")
    public static let commandDeskewHelp = Text(
        "Chỉnh trang nghiêng cho thẳng khi xem và khi xuất; ảnh gốc giữ nguyên. Nhấn lại để bỏ.",
        en: "Show and deliver the skewed page level; its image is untouched. Again: undo that.")
    public static let commandGoToPage = Text("Tới trang", en: "Go to page")
    public static let commandGoToPageHelp = Text("Về bàn quét, tại trang này.", en: "Back to the desk, at this page.")
    public static let commandRescan = Text("Quét lại", en: "Scan again")
    public static let commandRescanHelp = Text(
        "Dấu cách lần tới quét lại tờ này vào đúng chỗ; trang cũ lấy lại được bằng u.",
        en: "The next Space scans this sheet again in its place; u brings the old page back.")
    public static let rescanOn = Text(
        "Đặt lại tờ {sheet} (trang {page}) vào máy rồi nhấn Dấu cách. r hoặc Esc để thôi.",
        en: "Put sheet {sheet} (page {page}) into the scanner and press Space. r or Esc to cancel.")
    public static let rescanDone = Text(
        "Đã quét lại tờ này; trang cũ nằm trong các trang đã bỏ · u: lấy trang cũ", en: "The sheet was scanned again; the old page is among the dropped · u: bring it back")
    public static let placeCaptured = Text(
        "Đã quét vào chỗ giữ. Dấu cách: ảnh nữa của tờ này · Esc: xong tờ này", en: "Captured into its place. Space: another shot of this sheet · Esc: done")
    public static let nextRescan = Text("DẤU CÁCH  QUÉT LẠI TRANG {page} (TỜ {sheet})", en: "SPACE  SCAN PAGE {page} AGAIN (SHEET {sheet})")

    // MARK: Contact sheet, two pages
    public static let contactTitle = Text("Tất cả các trang", en: "All pages")
    public static let commandContact = Text("Tất cả trang", en: "All pages")
    public static let commandContactHelp = Text(
        "Bảng ảnh nhỏ của mọi trang: tách, gộp, bỏ, xoay, đổi chỗ.", en: "Small pictures of all pages: split, join, drop, turn, move.")
    public static let commandTwoPages = Text("Hai trang", en: "Two pages")
    public static let commandTwoPagesHelp = Text(
        "Xem hai mặt của tờ, hoặc trang này và trang sau, cạnh nhau.", en: "Both sides of the sheet, or this page and the next, side by side.")
    public static let countsAs = Text("tính {count} trang", en: "counts as {count}")
    public static let commandCountsAs = Text("Tính trang", en: "Counts as")
    public static let commandCountsAsHelp = Text(
        "Trang này tính là 1, 2 (tờ gấp) hay 0 trang (ảnh chụp thêm của cùng mặt).",
        en: "This page counts as 1, 2 (folded leaf) or 0 (a further shot of a side).")

    // MARK: Pencil numbers
    public static let numbersTitle = Text("Dải số tờ: góc phải trên của từng tờ", en: "Sheet numbers: the top right corner of each sheet")
    public static let numbersMissing = Text("Không thấy tờ: {sheets}", en: "Not there: {sheets}")
    public static let numbersDoubled = Text("Trùng số: {sheets}", en: "Twice: {sheets}")
    public static let numbersWhole = Text("Các số tờ liền nhau, không thiếu, không trùng.", en: "The numbers follow each other: none missing, none twice.")
    public static let numberOfSheet = Text("tờ {sheet} · tr. {page}", en: "sheet {sheet} · p. {page}")
    public static let sheetFollowsOrder = Text("Tờ này đang theo số thứ tự.", en: "This sheet follows the order already.")
    public static let commandNumbers = Text("Dải số tờ", en: "Sheet numbers")
    public static let commandNumbersHelp = Text(
        "Góc phải trên của mọi tờ với số bút chì: thấy ngay tờ thiếu, tờ trùng.",
        en: "The corner of every sheet with its pencil number: a missing or doubled sheet is seen at once.")
    public static let commandNumbersAccept = Text("Ghi số, tờ sau", en: "Take, next")
    public static let commandNumbersAcceptHelp = Text(
        "Gõ số bút chì đúng như trên giấy (12, 12a); các tờ sau đếm tiếp từ đó.",
        en: "Type the pencil number as on the paper (12, 12a); the sheets behind count on from there.")
    public static let commandNumbersZoom = Text("To, nhỏ", en: "Larger")
    public static let commandNumbersZoomHelp = Text(
        "Góc giấy to hơn và ít hơn trên màn hình, hoặc trở lại.", en: "Corners larger and fewer on the screen, or back.")
    public static let commandNumbersRole = Text("Loại tờ", en: "Role")
    public static let commandNumbersRoleHelp = Text(
        "Đổi loại tờ: văn bản, bìa, mục lục văn bản, tờ kết thúc, khác.", en: "The sheet's role: document, cover, contents, closing sheet, other.")
    public static let commandNumbersClear = Text("Theo thứ tự", en: "By order")
    public static let commandNumbersClearHelp = Text("Bỏ số đã ghi: tờ theo số của tờ trước.", en: "Forget the number: it follows the sheet before.")
    public static let roleDocument = Text("văn bản", en: "document")
    public static let roleCover = Text("bìa", en: "cover")
    public static let roleContents = Text("mục lục", en: "contents")
    public static let roleClosing = Text("tờ kết thúc", en: "closing sheet")
    public static let roleOther = Text("tờ khác", en: "other")
    public static let roleSeparator = Text("phiếu", en: "separator")

    // MARK: Places
    public static let placesTitle = Text("Tờ để riêng, quét sau", en: "Sheets set apart, captured later")
    public static let placesNewAfter = Text("Chỗ mới được giữ sau trang {page}.", en: "A new place is kept behind page {page}.")
    public static let placesNewFirst = Text("Chỗ mới được giữ ở đầu hồ sơ.", en: "A new place is kept at the beginning.")
    public static let stripPlace = Text("tờ {sheet}", en: "sh. {sheet}")
    public static let placeLine = Text("tờ {sheet} · {kind} · sau trang {page} · {state}", en: "sheet {sheet} · {kind} · behind page {page} · {state}")
    public static let placeNew = Text("+ giữ chỗ: {kind}", en: "+ keep a place: {kind}")
    public static let placeOpen = Text("CHƯA QUÉT", en: "NOT CAPTURED")
    public static let placeFilled = Text("đã quét", en: "captured")
    public static let placeFragile = Text("tờ rách, giòn", en: "torn or brittle leaf")
    public static let placeLarge = Text("khổ lớn (A3 trở lên)", en: "large (A3 and up)")
    public static let placeFolded = Text("tờ gấp, 1 tờ 4 trang", en: "folded leaf of four pages")
    public static let placeSlip = Text("có phiếu dán, chụp hai lần", en: "glued slip, two shots")
    public static let placeMap = Text("bản đồ, bản vẽ, chụp nhiều ảnh", en: "map or drawing, several shots")
    public static let placeTaken = Text(
        "Dấu cách quét vào chỗ của tờ {sheet}, mỗi lần một ảnh; Esc khi xong.",
        en: "Space captures sheet {sheet} into its place, a shot each time; Esc when done.")
    public static let didReserve = Text("Đã giữ chỗ: {kind} · c: quét vào chỗ này · u: bỏ", en: "Place kept: {kind} · c: capture it · u: undo")
    public static let didRelease = Text("Đã bỏ chỗ giữ · u: giữ lại", en: "Place given up · u: keep it again")
    public static let onlyOpenPlaces = Text("Chỉ bỏ được chỗ chưa quét.", en: "Only a place without pages can be given up.")
    public static let nextPlace = Text("DẤU CÁCH  QUÉT TỜ {sheet} VÀO CHỖ GIỮ    ·    ESC  XONG TỜ NÀY", en: "SPACE  CAPTURE SHEET {sheet} INTO ITS PLACE    ·    ESC  DONE")
    public static let nextPlaces = Text("c  CÒN {places} TỜ ĐỂ RIÊNG CHƯA QUÉT", en: "c  {places} SHEETS SET APART TO CAPTURE")
    public static let commandPlaces = Text("Tờ để riêng", en: "Set apart")
    public static let commandPlacesHelp = Text(
        "Giữ chỗ cho tờ không qua khay (rách, khổ lớn, bản đồ) và quét sau bằng mặt kính.",
        en: "Keep a place for a sheet that cannot go through the feeder, and capture it later from the glass.")
    public static let commandPlacesTake = Text("Giữ / quét", en: "Keep / capture")
    public static let commandPlacesTakeHelp = Text(
        "Giữ chỗ mới, hoặc chọn chỗ đã giữ để quét vào.", en: "Keep a new place, or choose a kept one to capture into.")
    public static let commandPlacesRelease = Text("Bỏ chỗ", en: "Give up")
    public static let commandPlacesReleaseHelp = Text("Bỏ chỗ chưa quét.", en: "Give up a place without pages.")

    // MARK: Files of copiers

    public static let commandTakeIncoming = Text("Nhận tệp", en: "Take files in")
    public static let commandTakeIncomingHelp = Text(
        "Nhận các tệp mà máy photocopy đã quét vào thư mục chung: vào cuối, trước trang đang chèn, hoặc vào chỗ giữ.",
        en: "Take in files that copiers scanned to the folder: at the end, before a page, or into a kept place.")
    public static let noIncoming = Text("Không có tệp nào chờ nhận.", en: "No files are waiting.")
    public static let incomingNotHere = Text("Quét lại hay quét mặt sau thì không nhận tệp.", en: "Files are not taken in for a rescan or a pass of backs.")
    public static let takingIncoming = Text("Đang nhận tệp…", en: "Taking files in…")
    public static let stoppingIncoming = Text("Đang dừng sau trang này; phần còn lại chờ nhận tiếp.", en: "Stopping after this page; the rest waits.")
    public static let nextTakingIncoming = Text("ĐANG NHẬN TỆP  ·  ESC  DỪNG", en: "TAKING FILES IN  ·  ESC  STOPS")
    public static let runTakingIncoming = Text("đang nhận tệp · Esc dừng", en: "taking files in · Esc stops")
    public static let incomingTaken = Text("Đã nhận {files} tệp, {pages} trang.", en: "{files} files taken in, {pages} pages.")
    public static let incomingTakenButRefused = Text(
        "Đã nhận {files} tệp, {pages} trang. Không nhận được, nằm trong loi/: {refused}.",
        en: "{files} files taken in, {pages} pages. Refused, in loi/: {refused}.")

    // MARK: Manual duplex
    public static let flipTitle = Text("Lật chồng giấy", en: "Turn the stack over")
    public static let flipFronts = Text("Đã quét {count} mặt trước. Giờ quét các mặt sau.", en: "{count} fronts are scanned. Now the backs.")
    public static let flipWhole = Text(
        "Lấy cả chồng ra, lật úp một lần (tờ cuối nằm trên cùng), đặt lại vào khay. Tờ cuối được quét trước; mỗi mặt sau về đúng tờ của nó.",
        en: "Take the stack out, turn it over as a whole (last sheet on top) and lay it in. The last sheet comes first; each back joins its front.")
    public static let flipEach = Text(
        "Các tờ đã được lật từng tờ, thứ tự giữ nguyên: tờ đầu được quét trước.",
        en: "The sheets were turned one by one, their order kept: the first sheet comes first.")
    public static let backsToCompare = Text(
        "Đã quét {count} mặt sau. So hai mặt của tờ này với giấy; lật sai chiều thì l bỏ lượt quét.",
        en: "{count} backs scanned. Compare both sides of this sheet with the paper; if it was turned wrongly, l drops the run.")
    public static let backsDiffer = Text(
        "{backs} mặt sau cho {fronts} mặt trước: có thể hai tờ đã đi cùng nhau, mặt sau nằm sai tờ.",
        en: "{backs} backs for {fronts} fronts: two sheets may have gone as one, and backs lie on wrong sheets.")
    public static let everyPageKept = Text("Mọi trang đã quét đều còn.", en: "Every scanned page is kept.")
    public static let backsDifferTodo = Text(
        "So từng tờ (phím 2). Để làm lại: tới một mặt sau, nhấn l bỏ cả lượt quét, rồi m quét lại các mặt sau.",
        en: "Compare the sheets (key 2). To do it over: go to a back, press l to drop the run, then m to scan the backs again.")
    public static let nextFlip = Text("m  LẬT CHỒNG GIẤY, QUÉT {sheets} MẶT SAU", en: "m  TURN THE STACK OVER, SCAN {sheets} BACKS")
    public static let nextBacks = Text("DẤU CÁCH  QUÉT TIẾP CÁC MẶT SAU", en: "SPACE  SCAN ON WITH THE BACKS")
    public static let noFrontsAwaiting = Text("Không có mặt trước nào đang chờ mặt sau.", en: "No fronts wait for their backs.")
    public static let commandFlipStack = Text("Quét mặt sau", en: "Scan the backs")
    public static let commandFlipStackHelp = Text(
        "Hai mặt thủ công: lật chồng giấy và quét các mặt sau.", en: "Manual duplex: turn the stack over and scan the backs.")
    public static let commandFlipScan = Text("Quét mặt sau", en: "Scan the backs")
    public static let commandFlipScanHelp = Text("Giấy đã vào khay: quét các mặt sau.", en: "The paper is in: scan the backs.")
    public static let commandFlipNone = Text("Không có mặt sau", en: "No backs")
    public static let commandFlipNoneHelp = Text("Các tờ này chỉ có mặt trước.", en: "These sheets have fronts only.")
    public static let didFlipNone = Text("Đã ghi: các tờ này không có mặt sau · m: quét mặt sau", en: "Noted: no backs to these sheets · m: scan backs")
    public static let commandFlipOrder = Text("Đổi thứ tự", en: "Other order")
    public static let commandFlipOrderHelp = Text("Chồng lật cả chồng, hay từng tờ.", en: "Turned over as a whole, or sheet by sheet.")

    // MARK: Counting by role, the stopped device
    public static let countCoversLabel = Text("Bìa (nếu có):", en: "Covers (if any):")
    public static let countContentsLabel = Text("Mục lục văn bản:", en: "Contents sheets:")
    public static let countClosingsLabel = Text("Tờ kết thúc:", en: "Closing sheets:")
    public static let commandCountNext = Text("Ô sau", en: "Next field")
    public static let commandCountNextHelp = Text(
        "Đếm riêng bìa, mục lục văn bản, tờ kết thúc.", en: "Count covers, contents and closing sheets apart.")
    public static let resumeTitle = Text("Quét tiếp hồ sơ đang dở", en: "Go on with a dossier half scanned")
    public static let resumeExplained = Text(
        "Hồ sơ này còn tờ chưa quét. Đối chiếu tờ cuối đã lưu với chồng giấy.",
        en: "Sheets of this dossier are still to be scanned. Compare the last one stored with the stack.")
    public static let stopFedTwice = Text(
        "Trang {page} giống trang trước nó: có thể một tờ đã vào hai lần.", en: "Page {page} is like the one before: a sheet may have been fed twice.")
    public static let stopCompareNumber = Text(
        "Số bút chì trên tờ tốt cuối cùng phải là {sheet}; khác đi là đã kéo đúp.",
        en: "The pencil number of the last good sheet must be {sheet}; if not, two sheets went as one.")
}
