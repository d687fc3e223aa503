// Giao nhận: batches, boxes, what is counted and accepted.

extension Text {
    // MARK: Refusals
    public static let noSuchBatch = Text("Không có đợt giao nhận “{number}”.", en: "There is no batch “{number}”.")
    public static let batchExists = Text("Đợt giao nhận “{number}” đã có.", en: "The batch “{number}” already exists.")
    public static let returnNumberExists = Text(
        "Biên bản hoàn trả số {number} đã có, của đợt khác.", en: "Another batch has return minutes number {number}.")
    public static let noSuchBox = Text(
        "Không có hộp “{box}”: danh mục không nhắc tới, cũng chưa đợt nào nhận.",
        en: "There is no box “{box}”: the register does not name it and no batch brought it.")
    public static let unknownBox = Text(
        "Hộp “{box}” không có trong danh mục, cũng chưa đợt nào nhận.", en: "Neither the register nor a batch knows box “{box}”.")
    public static let unknownBoxNear = Text(
        "Hộp “{box}” không có trong danh mục, cũng chưa đợt nào nhận. Gần giống: “{nearest}”.",
        en: "Neither the register nor a batch knows box “{box}”. Most like it: “{nearest}”.")
    public static let boxIsHere = Text("Hộp {box} đang ở đây, nhận từ đợt {batch}.", en: "Box {box} is here; it came with batch {batch}.")
    public static let boxCameBefore = Text(
        "Hộp {box} đã nhận và đã hoàn trả trong đợt {batch}.", en: "Box {box} came and went back with batch {batch}.")
    public static let boxNotHere = Text("Hộp {box} không ở đây: chưa nhận, hoặc đã hoàn trả.", en: "Box {box} is not here: it never came, or it went back.")
    public static let boxNotDone = Text(
        "Hộp {box} chưa được nghiệm thu hết: còn {open} hồ sơ chưa xong.", en: "Not all of box {box} is accepted: {open} dossiers are not done.")
    public static let dossierNotFinished = Text("Hồ sơ {code} quét chưa xong.", en: "Dossier {code} is not finished.")
    public static let dossierNotDelivered = Text("Hồ sơ {code} chưa giao.", en: "Dossier {code} is not delivered.")
    public static let dossierChangedSince = Text(
        "Hồ sơ {code} đã đổi sau khi giao: {what}.", en: "Dossier {code} was changed after its delivery: {what}.")
    public static let changeUndo = Text("hoàn tác một bước", en: "a step taken back")
    public static let changeRedo = Text("làm lại một bước", en: "a step made again")
    public static let changeFields = Text("tiêu đề hay thông tin hồ sơ", en: "title or other fields")
    public static let changeScanned = Text("quét thêm", en: "more was scanned")
    public static let changePagesMoved = Text("chuyển trang giữa các hồ sơ", en: "pages moved between dossiers")
    public static let changeWithheld = Text("rút ra hoặc thả lại tài liệu", en: "material withheld or released")
    public static let changeReading = Text("nội dung nhận dạng", en: "its recognised text")
    public static let nothingToAccept = Text(
        "Hộp {box} chưa có hồ sơ nào nghiệm thu được: {why}.", en: "Nothing of box {box} can be accepted: {why}.")
    public static let batchIsEmpty = Text("Đợt {number} chưa có hộp nào để ghi biên bản.", en: "Batch {number} has no box for its minutes.")

    // MARK: What to do
    public static let seeBatchList = Text("Xem `tramquet batch list`.", en: "See `tramquet batch list`.")
    public static let chooseBatchNumber = Text("Dùng đợt đã có, hoặc chọn số khác.", en: "Use the existing one or choose another number.")
    public static let chooseReturnNumber = Text("Chọn số khác.", en: "Choose another number.")
    public static let seeBoxList = Text("Xem `tramquet box list`, hoặc nhận hộp vào một đợt.", en: "See `tramquet box list`, or receive it with a batch.")
    public static let typeTheBoxAgainOrNew = Text(
        "Gõ lại tên hộp; nếu đúng là hộp mới thì thêm --new.", en: "Type the label again; if the box is really new, add --new.")
    public static let returnBoxFirst = Text(
        "Hoàn trả hộp trước; nhập nhầm thì `tramquet box withdraw`.", en: "Return it first; if that was a mistake, `tramquet box withdraw`.")
    public static let useNewBatch = Text("Nhận lại trong một đợt mới.", en: "It comes again with a new batch.")
    public static let receiveBoxFirst = Text("Nhận hộp vào một đợt trước.", en: "Receive it with a batch first.")
    public static let finishBoxOrReason = Text(
        "Xem còn gì bằng `tramquet box show`, làm nốt rồi nghiệm thu; hoặc trả sớm với lý do (mượn lại, theo yêu cầu, khác: …).",
        en: "See what is left with `tramquet box show`, finish and accept it; or return it early with a reason (borrowed_back, on_request, other: …).")
    public static let exportBeforeAccepting = Text(
        "Xong hồ sơ và xuất (F7, `tramquet export`) trước, rồi nghiệm thu.", en: "Finish and export it (F7, `tramquet export`) first, then accept it.")

    public static let exportAgainThenAccept = Text(
        "Xuất lại bản mới (F7, `tramquet export`), xem lại, rồi nghiệm thu.",
        en: "Export it again (F7, `tramquet export`), look at it, then accept it.")

    // MARK: Tables
    public static let columnBoxesHere = Text("Hộp ở đây/đã nhận", en: "Boxes here/came")
    public static let columnDossiers = Text("Hồ sơ", en: "Dossiers")
    public static let columnBatchName = Text("Tên khối tài liệu", en: "What the papers are")
    public static let columnDone = Text("Hồ sơ xong", en: "Done")
    public static let columnWhy = Text("Còn", en: "Open")

    // MARK: Standing
    public static let boxGreen = Text("xong", en: "done")
    public static let boxRed = Text("chưa xong", en: "not done")
    public static let boxUntouched = Text("chưa làm", en: "untouched")
    public static let boxNotReceived = Text("chưa nhận", en: "not received")
    public static let boxHere = Text("đang ở đây", en: "here")
    public static let boxReturned = Text("đã trả", en: "returned")
    public static let handoverWithdrawn = Text("Đã lấy lại lần giao nhận cuối của hộp {box}.", en: "The last handover of box {box} is taken back.")
    public static let noSlips = Text("Không có hồ sơ nào cần lấy lại.", en: "No dossier is wanted back.")
}
