// Giao nhận: the words of counts and differences, and what stands on the printed minutes and slips.

extension Text {
    // MARK: Physical state
    public static let conditionGood = Text("tốt", en: "good")
    public static let conditionTorn = Text("rách, giòn", en: "torn, brittle")
    public static let conditionMouldy = Text("mốc", en: "mouldy")
    public static let conditionStained = Text("ố, phai mực", en: "stained, faded")
    public static let conditionStuck = Text("dính, bết", en: "stuck together")
    public static let conditionOther = Text("khác", en: "other")
    public static let conditionUnsaid = Text("không ghi", en: "not said")

    // MARK: Differences
    public static let dossiersMissing = Text("thiếu {count} hồ sơ so với {basis}", en: "{count} dossiers short of {basis}")
    public static let dossiersOver = Text("thừa {count} hồ sơ so với {basis}", en: "{count} dossiers more than {basis}")
    public static let sheetsMissing = Text("thiếu {count} tờ so với {basis}", en: "{count} sheets short of {basis}")
    public static let sheetsOver = Text("thừa {count} tờ so với {basis}", en: "{count} sheets more than {basis}")
    public static let conditionChanged = Text("tình trạng: khi nhận {before}, khi trả {now}", en: "state: came {before}, went back {now}")
    public static let basisRegister = Text("danh mục", en: "the register")
    public static let basisScanned = Text("số đã quét", en: "the scan")
    public static let basisEntry = Text("khi nhận", en: "the entry")

    // MARK: Early return
    public static let earlyBorrowedBack = Text("kho mượn lại", en: "borrowed back by the store")
    public static let earlyOnRequest = Text("theo yêu cầu", en: "on request")

    // MARK: What keeps a box from being done
    public static let issueNoDossiers = Text("danh mục không có hồ sơ nào", en: "no dossier in the register")
    public static let issueDossiersDiffer = Text("số hồ sơ khác danh mục", en: "dossiers differ from the register")
    public static let issueSheetsDiffer = Text("số tờ khác số đã quét", en: "sheets differ from the scan")
    public static let issueNotScanned = Text("chưa quét", en: "not scanned")
    public static let issueNotFinished = Text("quét chưa xong", en: "not finished")
    public static let issuePagesWaiting = Text("trang chưa vào kho", en: "pages not entered")
    public static let issuePlacesOpen = Text("còn giữ chỗ", en: "places open")
    public static let issueFindingsOpen = Text("còn lỗi chưa xem", en: "findings unseen")
    public static let issueNotDelivered = Text("chưa giao", en: "not delivered")
    public static let issueChangedSince = Text("đã đổi sau khi giao", en: "changed since delivery")
    public static let issueNotAccepted = Text("chưa nghiệm thu", en: "not accepted")

    // MARK: Minutes
    public static let minutesNation = Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM")
    public static let minutesMotto = Text("Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness")
    public static let minutesNumber = Text("Số: {number}/BB-GN", en: "No.: {number}/GN")
    public static let minutesReturnNumber = Text("Số: {number}/BB-HT", en: "No.: {number}/HT")
    public static let minutesPlaceDate = Text("{place}, ngày {day} tháng {month} năm {year}", en: "{place}, {day}/{month}/{year}")
    public static let minutesReceipt = Text("BIÊN BẢN\nGiao nhận hồ sơ, tài liệu", en: "MINUTES\nof the handover of dossiers and documents")
    public static let minutesReturn = Text("BIÊN BẢN\nHoàn trả hồ sơ, tài liệu", en: "MINUTES\nof the return of dossiers and documents")
    public static let minutesTitleOf = Text("{title} – đợt {number}", en: "{title} – batch {number}")
    public static let minutesReceiptTitle = Text("Biên bản giao nhận hồ sơ, tài liệu", en: "Minutes of handover")
    public static let minutesReturnTitle = Text("Biên bản hoàn trả hồ sơ, tài liệu", en: "Minutes of return")
    public static let minutesBasis = Text("Căn cứ {basis};", en: "On the basis of {basis};")
    public static let minutesWe = Text("Chúng tôi gồm:", en: "We are:")
    public static let minutesGiver = Text("BÊN GIAO: {unit}", en: "GIVEN BY: {unit}")
    public static let minutesReceiver = Text("BÊN NHẬN: {unit}", en: "RECEIVED BY: {unit}")
    public static let minutesPerson = Text("Ông (bà): {person}", en: "Mr/Ms: {person}")
    public static let minutesPost = Text("Chức vụ: {post}", en: "Post: {post}")
    public static let minutesAgreeReceipt = Text("Thống nhất giao nhận hồ sơ, tài liệu với những nội dung sau:", en: "agree on the handover as follows:")
    public static let minutesAgreeReturn = Text(
        "Thống nhất hoàn trả hồ sơ, tài liệu đã số hóa với những nội dung sau:", en: "agree on the return of the digitised papers as follows:")
    public static let minutesBatchName = Text("1. Tên khối tài liệu: {name}", en: "1. Papers: {name}")
    public static let minutesFonds = Text("Phông: {fonds}", en: "Fonds: {fonds}")
    public static let minutesTimeReceipt = Text("2. Thời gian giao nhận: {day}", en: "2. Time of the handover: {day}")
    public static let minutesTimeReturn = Text(
        "2. Thời gian hoàn trả: {day} (đã nhận: {received}, biên bản giao nhận số {number}/BB-GN)",
        en: "2. Time of the return: {day} (received: {received}, minutes no. {number}/GN)")
    public static let minutesFigures = Text("3. Thành phần và số lượng tài liệu:", en: "3. What and how much:")
    public static let minutesBoxes = Text("Tổng số hộp: {count}", en: "Boxes: {count}")
    public static let minutesDossiers = Text("Tổng số hồ sơ: {count}", en: "Dossiers: {count}")
    public static let minutesSheets = Text("Tổng số tờ: {count}", en: "Sheets: {count}")
    public static let minutesSheetsPartly = Text("{count} (chưa đếm tờ {number} hộp: {boxes})", en: "{count} (not counted in {number} boxes: {boxes})")
    public static let minutesSheetsUncounted = Text("chưa đếm", en: "not counted")
    public static let minutesEntryWas = Text("{line}; khi nhận: {count}", en: "{line}; at entry: {count}")
    public static let minutesMetres = Text("Mét giá: {metres} m", en: "Shelf metres: {metres} m")
    public static let minutesMetresByBoxes = Text(
        "Mét giá: khoảng {metres} m (tính theo số hộp: {part}/{all})", en: "Shelf metres: about {metres} m (by boxes: {part} of {all})")
    public static let minutesCondition = Text("4. Tình trạng tài liệu: {condition}.", en: "4. State of the papers: {condition}.")
    public static let minutesPrepared = Text(
        "Theo phiếu chuẩn bị của {count} hồ sơ: {counts}.", en: "By the preparation sheets of {count} dossiers: {counts}.")
    public static let minutesConditionCount = Text("{condition}: {count} hộp", en: "{condition}: {count} boxes")
    public static let minutesDifferent = Text(
        "5. Chênh lệch: {count} hộp, ghi trong bảng kê.", en: "5. Differences: in {count} boxes, as listed.")
    public static let minutesNoDifference = Text("5. Chênh lệch: không.", en: "5. Differences: none.")
    public static let minutesNotCompared = Text(
        "Chưa so được số tờ {count} hộp ({boxes}): lúc nhận hoặc lúc trả chưa đếm tờ.",
        en: "Sheets not compared in {count} boxes ({boxes}): not counted at entry or at return.")
    public static let minutesSheetsNotCompared = Text("chưa so được số tờ", en: "sheets not compared")
    public static let minutesWentOn = Text("trả ngày {day}", en: "went back on {day}")
    public static let minutesEarly = Text(
        "6. Trả trước khi nghiệm thu xong: {count} hộp, lý do ghi trong bảng kê.",
        en: "6. Returned before all was accepted: {count} boxes, with the reasons in the list.")
    public static let minutesRemaining = Text("{number}. Chưa trả: {count} hộp ({boxes}).", en: "{number}. Not returned yet: {count} boxes ({boxes}).")
    public static let minutesReplaceEarlier = Text(
        "Biên bản này kê mọi hộp của đợt đã hoàn trả đến nay và thay các bản cùng số lập trước.",
        en: "These minutes list every box of the batch that went back so far and replace earlier ones of the same number.")
    public static let minutesNote = Text("Ghi chú: {note}", en: "Note: {note}")
    public static let minutesInventory = Text(
        "Có mục lục hồ sơ, tài liệu kèm theo. Bảng kê các hộp:", en: "The inventory of dossiers is attached. The boxes:")
    public static let minutesCopies = Text(
        "Biên bản này được lập thành 02 bản; bên giao giữ 01 bản, bên nhận giữ 01 bản.", en: "Made in two copies, one for either side.")
    public static let minutesGiverSigns = Text("ĐẠI DIỆN BÊN GIAO", en: "FOR THE GIVER")
    public static let minutesReceiverSigns = Text("ĐẠI DIỆN BÊN NHẬN", en: "FOR THE RECEIVER")
    public static let minutesSignHere = Text("(Ký, ghi rõ họ và tên)", en: "(Signature and full name)")
    public static let minutesTotal = Text("Cộng", en: "Total")
    public static let minutesFoot = Text("Trạm Quét · lập {time} · nhật ký {head}", en: "Trạm Quét · made {time} · audit trail {head}")
    public static let minutesRow = Text("TT", en: "No.")
    public static let minutesShelf = Text("Kho / giá", en: "Room / shelf")
    public static let minutesConditionColumn = Text("Tình trạng vật lý", en: "Physical state")
    public static let minutesDifferenceColumn = Text("Chênh lệch", en: "Difference")
    public static let minutesDossierColumn = Text("Hồ sơ", en: "Dossiers")
    public static let minutesEntryDossierColumn = Text("Hồ sơ nhận", en: "Dossiers in")
    public static let minutesEntrySheetColumn = Text("Tờ nhận", en: "Sheets in")
    public static let minutesExitDossierColumn = Text("Hồ sơ trả", en: "Dossiers out")
    public static let minutesExitSheetColumn = Text("Tờ trả", en: "Sheets out")
    public static let minutesEarlyReason = Text("trả sớm: {reason}", en: "early: {reason}")

    // MARK: Retrieval slips
    public static let slipTitle = Text("PHIẾU LẤY LẠI HỒ SƠ", en: "RETRIEVAL SLIP")
    public static let slipsTitle = Text("Phiếu lấy lại", en: "Retrieval slips")
    public static let slipPlace = Text("Kho: {room} · Giá: {shelf} · Hộp: {box}", en: "Room: {room} · Shelf: {shelf} · Box: {box}")
    public static let slipNumber = Text("Hồ sơ số {number}", en: "Dossier no. {number}")
    public static let slipNeverCame = Text("Chưa nhận lần nào.", en: "It never came.")
    public static let slipWentBack = Text("Đã trả ngày {day}, đợt {batch}.", en: "Went back on {day}, batch {batch}.")
    public static let slipWhy = Text("Cần lấy lại vì: {issues}.", en: "Wanted because: {issues}.")
    public static let slipTaken = Text("Ngày lấy: …………………   Người giao: ……………………   Người nhận: ……………………", en: "Taken on: …………………   Given by: ……………………   Received by: ……………………")
    public static let slipsFoot = Text("Trạm Quét · lập {time} · {count} phiếu, theo kho, giá, hộp", en: "Trạm Quét · made {time} · {count} slips, by room, shelf, box")
}
