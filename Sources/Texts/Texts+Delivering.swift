extension Text {
    // MARK: Faults

    public static let targetMissing = Text(
        "Không thấy thư mục đích {path}; có thể ổ đĩa chưa được gắn.", en: "The target folder {path} is not there; its drive may not be connected.")
    public static let targetReadOnly = Text("Không ghi được vào đích {path}.", en: "The target {path} cannot be written to.")
    public static let targetInsideData = Text(
        "Đích {path} nằm trong thư mục dữ liệu của trạm.", en: "The target {path} lies inside the station's data folder.")
    public static let targetFull = Text("Ổ đĩa đích đã đầy khi ghi {path}.", en: "The target disk is full, writing {path}.")
    public static let targetTooSmall = Text(
        "Đích {path} không đủ chỗ: cần {needed}, còn {free}.", en: "The target {path} has too little room: {needed} needed, {free} free.")
    public static let readBackDiffers = Text(
        "Đọc lại {path} khác với nội dung đã ghi.", en: "{path} reads back differently from what was written.")
    public static let databaseCopyDamaged = Text(
        "Bản sao cơ sở dữ liệu bị lỗi: {what}.", en: "The copy of the database is damaged: {what}.")
    public static let exportRunning = Text("Đang có một lượt xuất khác chạy.", en: "Another export is running.")
    public static let exportCancelled = Text("Đã dừng xuất theo yêu cầu.", en: "The export was stopped as asked.")
    public static let badTemplate = Text(
        "Mẫu tên tệp “{template}” không hợp lệ.", en: "The file name template “{template}” is not valid.")
    public static let imageMissing = Text(
        "Hồ sơ {code}, trang {page}: không đọc được ảnh {path} trong kho.",
        en: "Dossier {code}, page {page}: the image {path} in the vault cannot be read.")
    public static let imageDiffers = Text(
        "Hồ sơ {code}, trang {page}: ảnh {path} không còn như lúc quét (sai mã kiểm tra).",
        en: "Dossier {code}, page {page}: the image {path} is not what was scanned (its checksum differs).")
    public static let imageUnusable = Text(
        "Hồ sơ {code}, trang {page}: không đưa ảnh vào PDF được. {why}",
        en: "Dossier {code}, page {page}: the image cannot go into a PDF. {why}")
    public static let changedMeanwhile = Text(
        "Hồ sơ {code} đang được sửa trong lúc xuất.", en: "Dossier {code} is being changed while it is exported.")

    public static let nothingMarkedDelivered = Text(
        "Chưa hồ sơ nào của lượt này bị ghi là đã xuất; dữ liệu ở trạm còn nguyên.",
        en: "No dossier of this run was marked as delivered; the station's data is untouched.")
    public static let otherDossiersGoOn = Text(
        "Hồ sơ này chưa xuất; các hồ sơ khác vẫn tiếp tục.", en: "This dossier was not delivered; the others go on.")

    public static let connectTarget = Text(
        "Gắn ổ đĩa hoặc tạo thư mục đích, rồi xuất lại.", en: "Connect the drive or make the folder, then export again.")
    public static let chooseAnotherTarget = Text(
        "Chọn thư mục đích khác, hoặc nhờ quản trị cấp quyền ghi.", en: "Choose another target, or ask the administrator for permission to write.")
    public static let freeTargetSpace = Text(
        "Giải phóng chỗ ở đích hoặc thay ổ đĩa, rồi xuất lại; phần đã ghi được dùng tiếp.",
        en: "Free space on the target or change the disk, then export again; what was written is used again.")
    public static let checkTargetDisk = Text(
        "Kiểm tra ổ đĩa đích, rồi xuất lại.", en: "Check the target disk, then export again.")
    public static let runVerify = Text("Chạy `tramquet verify`.", en: "Run `tramquet verify`.")
    public static let exportGoesOn = Text("Xuất lại để làm tiếp.", en: "Export again to go on.")
    public static let templateExample = Text(
        "Mẫu phải có {stt} và kết thúc bằng .pdf, ví dụ {maHoSo}.{stt:7}.pdf.",
        en: "A template has {stt} in it and ends with .pdf, such as {maHoSo}.{stt:7}.pdf.")
    public static let restoreImage = Text(
        "Chạy `tramquet verify`; khôi phục ảnh từ bản sao lưu hoặc quét lại trang.",
        en: "Run `tramquet verify`; restore the image from a backup or scan the page again.")

    // MARK: What keeps a dossier from being delivered

    public static let waitsForLook = Text(
        "{count} trang máy không đọc, không nhìn được: xem bản giấy; có dấu độ mật thì giữ lại (F10), không có thì F3, h, hoặc quét lại",
        en: "the machine could neither read nor look at {count} pages: see the paper; with a mark of secrecy withhold it (F10), without one F3, h, or scan again")
    public static let waitsForOCR = Text("còn {count} trang chờ OCR", en: "{count} pages wait for OCR")
    public static let notFinishedYet = Text("chưa chốt số tờ (xong)", en: "not finished: its counts are not settled")

    // MARK: What a check of the store or of a delivery finds

    public static let databaseProblem = Text("Cơ sở dữ liệu lỗi: {detail}", en: "The database is damaged: {detail}")
    public static let auditBroken = Text(
        "Chuỗi nhật ký kiểm toán đứt ở dòng {subject}.", en: "The audit chain is broken at row {subject}.")
    public static let summaryWrong = Text(
        "Bảng tổng hợp của hồ sơ {subject} khác với dữ kiện.", en: "The summary of dossier {subject} differs from the facts.")
    public static let withheldWrong = Text(
        "Trang giữ lại của hồ sơ {subject} khác với quyết định giữ lại.", en: "The withheld pages of dossier {subject} differ from what was decided.")
    public static let vaultFileMissing = Text(
        "Thiếu ảnh trong kho: {subject} ({detail}).", en: "An image is missing from the vault: {subject} ({detail}).")
    public static let vaultFileDiffers = Text(
        "Ảnh trong kho không còn như lúc quét: {subject} ({detail}).", en: "An image in the vault is not what was scanned: {subject} ({detail}).")
    public static let orphanFound = Text(
        "Ảnh {subject} chưa thuộc hồ sơ nào ({detail}).", en: "The image {subject} belongs to no dossier yet ({detail}).")
    public static let doneMissing = Text(
        "Thư mục {subject} không có DONE: chưa phải là một lượt giao.", en: "The folder {subject} has no DONE: it is not a delivery.")
    public static let manifestMissing = Text(
        "Thư mục {subject} không có manifest-sha256.txt đọc được.", en: "The folder {subject} has no readable manifest-sha256.txt.")
    public static let manifestDiffers = Text(
        "manifest-sha256.txt không khớp với DONE.", en: "manifest-sha256.txt does not agree with DONE.")
    public static let deliveredFileMissing = Text("Thiếu tệp {subject}.", en: "The file {subject} is missing.")
    public static let deliveredFileDiffers = Text(
        "Tệp {subject} khác với manifest.", en: "The file {subject} differs from the manifest.")
    public static let deliveredFileExtra = Text(
        "Tệp {subject} không có trong manifest.", en: "The file {subject} is not in the manifest.")
    public static let notAPDF = Text("Tệp {subject} không phải là PDF.", en: "The file {subject} is not a PDF.")

    // MARK: In the delivered lists (Vietnamese: the receiver's language)

    public static let blankSidesNote = Text("{count} mặt trắng", en: "{count} blank sides")
    public static let withoutTextNote = Text("{count} trang không có văn bản OCR", en: "{count} pages without text")
    public static let supersedesNote = Text("Phiên bản {version}, thay thế {folder}", en: "Version {version}, supersedes {folder}")
    public static let overrideNote = Text("Chốt số tờ: {reason}", en: "Counts settled: {reason}")
    public static let recountedNote = Text("đếm lại {count} tờ", en: "recounted, {count} sheets")
    public static let missingBeforeNote = Text("thiếu từ trước", en: "sheets were missing before")
    public static let doubledNumberNote = Text("trùng số", en: "doubled number")
    public static let deliveryLogDossier = Text(
        "Xuất hồ sơ số hóa {code}: {documents} văn bản, {pages} trang", en: "Digitised dossier {code}: {documents} documents, {pages} pages")
    public static let deliveryLogDatabase = Text(
        "Sao chép toàn bộ cơ sở dữ liệu", en: "Full copy of the database")
}
