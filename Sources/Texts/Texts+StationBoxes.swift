// The screen of boxes: where each stands, what comes and goes.

extension Text {
    // MARK: Commands
    public static let commandGoBoxes = Text("Hộp", en: "Boxes")
    public static let commandGoBoxesHelp = Text(
        "Hộp trong kho: xong, chưa xong; đếm nhận, trả, nghiệm thu, biên bản.", en: "Boxes: done or not; receive, return, accept, minutes.")
    public static let commandBoxesOpen = Text("Hồ sơ của hộp", en: "Its dossiers")
    public static let commandBoxesOpenHelp = Text("Mở danh mục, chỉ hồ sơ của hộp này.", en: "The register, only the dossiers of this box.")
    public static let commandBoxesReceive = Text("Đếm nhận", en: "Receive")
    public static let commandBoxesReceiveHelp = Text(
        "Nhận hộp vào một đợt, đã đếm; hộp đang ở đây thì đếm lại.", en: "The box comes with a batch, counted; one that is here is counted again.")
    public static let commandBoxesReturn = Text("Trả hộp", en: "Return")
    public static let commandBoxesReturnHelp = Text(
        "Đếm và trả hộp về kho; hộp chưa xong thì phải ghi lý do.", en: "Count the box and give it back; one that is not done needs a reason.")
    public static let commandBoxesAccept = Text("Nghiệm thu", en: "Accept")
    public static let commandBoxesAcceptHelp = Text("Nghiệm thu mọi hồ sơ đã giao của hộp.", en: "Accept all delivered dossiers of the box.")
    public static let commandBoxesMinutes = Text("Biên bản", en: "Minutes")
    public static let commandBoxesMinutesHelp = Text(
        "In biên bản của đợt: hoàn trả khi đã trả hộp nào, không thì giao nhận.",
        en: "Minutes of the batch: of the return once a box went back, else of the receipt.")
    public static let commandBoxesSlips = Text("Phiếu lấy lại", en: "Retrieval slips")
    public static let commandBoxesSlipsHelp = Text(
        "In phiếu lấy lại hồ sơ chưa xong của các hộp đã trả, theo kho, giá, hộp.",
        en: "Slips for dossiers not done whose boxes went back, by room, shelf and box.")
    public static let commandBoxesColour = Text("Lọc", en: "Filter")
    public static let commandBoxesColourHelp = Text(
        "Chỉ hộp chưa xong, đã xong, chưa làm, rồi lại mọi hộp.", en: "Only boxes not done, done, untouched, then all again.")
    public static let commandBoxesBack = Text("Quay lại", en: "Back")
    public static let commandBoxesBackHelp = Text("Bỏ lọc, rồi về bàn quét.", en: "Clear the filter, then back to the scan desk.")
    public static let commandHandoverAccept = Text("Ghi", en: "Write down")
    public static let commandHandoverAcceptHelp = Text("Ghi số đã đếm của hộp.", en: "Write down what was counted in the box.")
    public static let commandHandoverNext = Text("Ô khác", en: "Other field")
    public static let commandHandoverNextHelp = Text("Sang ô sau.", en: "The next field.")
    public static let commandHandoverPreviousHelp = Text("Về ô trước.", en: "The field before.")
    public static let commandHandoverChoice = Text("Chọn", en: "Choose")
    public static let commandHandoverChoiceHelp = Text("Chọn đợt, hoặc lý do trả sớm.", en: "Choose the batch, or the reason.")
    public static let commandHandoverClose = Text("Thôi", en: "Leave it")
    public static let commandHandoverCloseHelp = Text("Đóng, không ghi gì.", en: "Close without writing anything down.")

    // MARK: The list
    public static let boxesFind = Text("Tìm hộp, kho, giá", en: "Find box, room, shelf")
    public static let boxCount = Text("Hộp · {boxes}", en: "Boxes · {boxes}")
    public static let everyColour = Text("mọi hộp", en: "all boxes")
    public static let onlyColour = Text("chỉ: {colour}", en: "only: {colour}")
    public static let boxesNothing = Text("Không có hộp nào như vậy. Esc để bỏ lọc.", en: "No such box. Esc clears the filter.")
    public static let boxesEmpty = Text(
        "Chưa có hộp nào. Hộp đến từ danh mục, hoặc từ lần nhận đầu tiên (Ins).",
        en: "There is no box yet. Boxes come with the register, or when the first is received (Ins).")
    public static let columnColour = Text("Màu", en: "Colour")
    public static let columnPlace = Text("Kho / giá", en: "Place")
    public static let columnPresence = Text("Ở đâu", en: "Where")
    public static let columnBatch = Text("Đợt", en: "Batch")
    public static let columnProgress = Text("HS: xong/giao/NT", en: "Dos: fin/del/acc")
    public static let columnBoxSheets = Text("Tờ đếm/quét", en: "Shts cnt/scn")

    // MARK: The selected box
    public static let boxDetailTitle = Text("Hộp {box}", en: "Box {box}")
    public static let boxAllDone = Text("Mọi hồ sơ đã xong, đã giao, đã nghiệm thu: trả được.", en: "Every dossier is finished, delivered and accepted: it may go back.")
    public static let boxAllDoneAway = Text("Mọi hồ sơ đã xong, đã giao, đã nghiệm thu.", en: "Every dossier is finished, delivered and accepted.")
    public static let boxWhy = Text("Còn: {why}", en: "Open: {why}")
    public static let boxDifferences = Text("Chênh lệch: {what}", en: "Differences: {what}")
    public static let boxCame = Text("Đợt {batch}: nhận {count}", en: "Batch {batch}: came with {count}")
    public static let boxWent = Text("trả {count}", en: "went back with {count}")
    public static let countedDossiersOf = Text("{dossiers} hồ sơ", en: "{dossiers} dossiers")
    public static let countedSheetsOf = Text("{sheets} tờ", en: "{sheets} sheets")
    public static let moreDossiers = Text("… còn {count} hồ sơ nữa (Enter xem hết)", en: "… {count} dossiers more (Enter shows all)")

    // MARK: Counting
    public static let handoverReceiptTitle = Text("Đếm nhận hộp {box}", en: "Box {box} comes")
    public static let handoverRecountTitle = Text("Đếm lại hộp {box}", en: "Box {box} counted again")
    public static let handoverReturnTitle = Text("Trả hộp {box}", en: "Box {box} goes back")
    public static let handoverDialog = Text("Đếm hộp", en: "Counting a box")
    public static let handoverUnknownBox = Text(
        "Hộp gõ tay: chưa có trong danh sách thì sẽ hỏi lại.", en: "A typed label: one that nobody knows will be asked about.")
    public static let handoverRegisterHas = Text(
        "Danh mục: {dossiers} hồ sơ, {sheets} tờ đã đếm.", en: "Register: {dossiers} dossiers, {sheets} sheets counted.")
    public static let handoverEntryWas = Text("Khi nhận: {dossiers} hồ sơ, {sheets} tờ.", en: "At entry: {dossiers} dossiers, {sheets} sheets.")
    public static let handoverEarly = Text("Hộp CHƯA XONG: {why}. Trả sớm phải có lý do.", en: "The box is NOT DONE: {why}. Give a reason to return it early.")
    public static let handoverDossiers = Text("Số hồ sơ đếm được", en: "Dossiers counted")
    public static let handoverSheets = Text("Số tờ đếm được", en: "Sheets counted")
    public static let handoverCondition = Text("Tình trạng giấy", en: "State of the paper")
    public static let handoverRoom = Text("Kho", en: "Room")
    public static let handoverShelf = Text("Giá", en: "Shelf")
    public static let handoverNewBatch = Text("đợt mới", en: "a new batch")
    public static let handoverBatchNumber = Text("Số đợt mới", en: "Number of it")
    public static let handoverBatchName = Text("Tên khối tài liệu", en: "What the papers are")
    public static let handoverReason = Text("Lý do trả sớm", en: "Why early")
    public static let handoverReasonDetail = Text("Cụ thể", en: "Namely")
    public static let handoverNoReason = Text("chưa chọn", en: "not chosen")
    public static let conditionHint = Text(
        "tốt | rách, mốc, ố, dính, khác: …", en: "good | torn, mouldy, stained, stuck, other: …")

    // MARK: Why not, and what was done
    public static let noBoxSelected = Text("Chưa chọn hộp nào.", en: "No box is selected.")
    public static let boxIsNotHere = Text("Hộp không ở đây: chưa nhận, hoặc đã trả.", en: "The box is not here: it never came, or it went back.")
    public static let boxHasNoBatch = Text("Hộp chưa thuộc đợt nào: nhận hộp (Ins) trước.", en: "The box came with no batch: receive it (Ins) first.")
    public static let nothingAcceptable = Text("Hộp chưa có hồ sơ đã giao nào chờ nghiệm thu.", en: "No delivered dossier of the box waits to be accepted.")
    public static let typeTheBox = Text("Hãy gõ tên hộp.", en: "Type the box.")
    public static let typeTheDossiers = Text("Hãy gõ số hồ sơ đếm được.", en: "Type how many dossiers were counted.")
    public static let typeTheBatch = Text("Hãy gõ số đợt.", en: "Type the number of the batch.")
    public static let chooseEarlyReason = Text("Hộp chưa xong: chọn lý do trả sớm (← →), hoặc gõ.", en: "The box is not done: choose why it goes back early (← →), or type it.")
    public static let questionAcceptBox = Text(
        "Nghiệm thu {count} hồ sơ đã giao của hộp {box}?", en: "Accept {count} delivered dossiers of box {box}?")
    public static let questionNewBox = Text(
        "Hộp “{box}” không có trong danh mục, cũng chưa đợt nào nhận. Ghi là hộp mới?",
        en: "Neither the register nor a batch knows box “{box}”. Write it down as a new one?")
    public static let questionNewBoxNear = Text(
        "Hộp “{box}” không có trong danh mục, cũng chưa đợt nào nhận. Gần giống: “{nearest}”. Vẫn ghi là hộp mới?",
        en: "Neither the register nor a batch knows box “{box}”. Most like it: “{nearest}”. Write it down as a new one all the same?")
    public static let questionRecountBox = Text(
        "Hộp “{box}” đang ở đây, đã đếm {count}. Đếm lại hộp ấy?", en: "Box “{box}” is here and was counted: {count}. Count it again?")
    public static let didRecountBox = Text("Đã đếm lại hộp {box}.", en: "Box {box} is counted again.")
    public static let didReceiveBox = Text("Đã nhận hộp {box} vào đợt {batch}.", en: "Box {box} came with batch {batch}.")
    public static let didReturnBox = Text("Đã trả hộp {box} (đợt {batch}).", en: "Box {box} went back (batch {batch}).")
    public static let didAcceptBox = Text(
        "Hộp {box}: nghiệm thu {count} hồ sơ, còn {left} chưa được.", en: "Box {box}: {count} dossiers accepted, {left} not yet.")
    public static let printingPaper = Text("Đang in…", en: "Printing …")
    public static let printedReceipt = Text("Biên bản giao nhận đợt {batch}: {file} ({folder})", en: "Minutes of receipt, batch {batch}: {file} ({folder})")
    public static let printedReturn = Text("Biên bản hoàn trả đợt {batch}: {file} ({folder})", en: "Minutes of return, batch {batch}: {file} ({folder})")
    public static let printedSlips = Text("{count} phiếu lấy lại: {file} ({folder})", en: "{count} retrieval slips: {file} ({folder})")
    public static let dossierOfBox = Text("{code} (hộp {box})", en: "{code} (box {box})")
    public static let boxesAway = Text(
        "Hộp đã trả, mà giấy lại qua máy quét: {dossiers}.", en: "Their box went back, and yet the paper came through the scanner: {dossiers}.")
    public static let boxesAwayTodo = Text(
        "Hộp về lại thì đếm nhận (Ctrl-K, Ins); giấy sót lại thì đem trả về hộp.",
        en: "If the box came again, receive it (Ctrl-K, Ins); paper that was left behind goes back to its box.")
    public static let boxWentBack = Text(
        "Giấy không ở đây: hộp {box} đã trả. Cần quét thêm thì lấy lại hộp.", en: "The paper is not here: box {box} went back. To scan more, have it brought again.")
}
