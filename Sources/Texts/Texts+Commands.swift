extension Text {
    public static let dossierCountsLine = Text(
        "  {state} · tờ {sheets}/{counted} · {pages} mặt · bỏ {dropped}", en: "  {state} · sheets {sheets}/{counted} · {pages} sides · {dropped} dropped")
    public static let documentLine = Text("  {number}  {pages} trang", en: "  {number}  {pages} pages")
    public static let scanDoneLine = Text(
        "Đã lưu {pages} mặt ({sheets} tờ) vào {code}, an toàn trên đĩa. Máy dừng: {stop}.",
        en: "{pages} sides ({sheets} sheets) of {code} are stored, safe on disk. Stopped: {stop}.")
    public static let scanCountLine = Text("Đếm {counted} tờ, có {sheets} tờ.", en: "{counted} sheets counted, {sheets} present.")
    public static let turnStackOver = Text(
        "Mặt trước đã xong. Lật cả chồng giấy, đặt lại vào khay, rồi bấm Enter để quét mặt sau (Ctrl-C: để sau).",
        en: "The fronts are done. Turn the whole stack over, put it back and press Enter to scan the backs (Ctrl-C: later).")
    public static let scanBacksAwaited = Text(
        "{count} tờ chưa có mặt sau: lật chồng giấy rồi `tramquet scan --source manual-duplex --backs reversed` (hoặc same); tờ một mặt thì thôi.",
        en: "{count} sheets have no back yet: turn the stack over and run `tramquet scan --source manual-duplex --backs reversed` (or same); not for sheets of one side.")
    public static let scanBacksUnpaired = Text(
        "Thừa {count} mặt sau so với số mặt trước: để thành tờ riêng ở cuối. Xem lại thứ tự, bỏ lượt mặt sau và quét lại nếu lệch.",
        en: "{count} backs more than fronts: they are sheets of their own at the end. Look at the order; drop the backs and scan them again if they are off.")
    public static let noSkewMeasured = Text("Trang này không đo thấy nghiêng: cho số độ.", en: "No skew was measured on that page: give the degrees.")
    public static let openPlaceLine = Text("  [tờ {label}] {kind}, sau trang {after}: chưa quét", en: "  [sheet {label}] {kind}, behind page {after}: not captured")
    public static let scanProgressLine = Text("tờ {sheet} · mặt {page}", en: "sheet {sheet} · side {page}")
    public static let importDoneLine = Text("Đã nhập {pages} ảnh vào {code}.", en: "{pages} images are in {code}.")
    public static let importDoneButRefusedLine = Text(
        "Đã nhập {pages} ảnh vào {code}; {refused} tệp không nhận được.", en: "{pages} images are in {code}; {refused} files were refused.")
    public static let importRefusedLine = Text("{file}: {why}", en: "{file}: {why}")
    public static let watchBeganLine = Text(
        "Đang chờ tệp trong {path}. Ctrl-C để dừng.", en: "Waiting for files in {path}. Ctrl-C ends it.")
    public static let watchFileLine = Text("{file}: {pages} trang, vào {code}.", en: "{file}: {pages} pages, into {code}.")
    public static let watchDuplicatesLine = Text(
        "{file}: {count} trang trùng với trang đã có.", en: "{file}: {count} pages are the same as others already there.")
    public static let watchWaitingLine = Text("{file}: để lại, {reason}.", en: "{file}: left where it is, {reason}.")
    public static let watchDoneLine = Text(
        "Đã nhận {files} tệp, {pages} trang; {refused} tệp không nhận được.",
        en: "{files} files taken in, {pages} pages; {refused} files were refused.")
    public static let importDuplicateLine = Text("{path}: trùng với ảnh đã có.", en: "{path}: same image as one already there.")
    public static let recogniseProgressLine = Text("Đã đọc {done}, còn {waiting} trang.", en: "{done} read, {waiting} waiting.")
    public static let recogniseDoneLine = Text(
        "Đã đọc {done} trang, lỗi {failed}, còn {waiting}.", en: "{done} pages read, {failed} failed, {waiting} waiting.")
    public static let recogniseWithheldLine = Text(
        "{pages} trang có dấu độ mật: văn bản của chúng đã được giữ lại; xem: `tramquet withheld list`.",
        en: "{pages} pages bear a mark of secrecy: their documents are withheld; see `tramquet withheld list`.")
    public static let recogniseRecallLine = Text(
        "Hồ sơ {code} đã giao trước khi giữ lại: bản đã giao phải thu hồi bằng tay.",
        en: "Dossier {code} was delivered before that: the delivered copies have to be called back by hand.")
    public static let recogniseTurnedLine = Text(
        "Đã tự xoay {turned} trang nằm ngang hay ngược; xem lại: phím f, hay mã `turned` của `dossier show --json`.",
        en: "{turned} pages that lay sideways or upside down were turned; look at them: key f, or `turned` in `dossier show --json`.")
    public static let undoneLine = Text("Đã hoàn tác: {what}.", en: "Undone: {what}.")
    public static let redoneLine = Text("Đã làm lại: {what}.", en: "Done again: {what}.")
    public static let auditHolds = Text("Nhật ký nguyên vẹn: {rows} dòng, mã cuối {head}.", en: "The audit trail holds: {rows} rows, head {head}.")
    public static let auditBrokenFrom = Text("Nhật ký bị sửa từ dòng {row}.", en: "The audit trail is broken from row {row}.")
    public static let reportFonds = Text("Phông", en: "Fonds")
    public static let reportDossier = Text("Hồ sơ", en: "Dossier")
    public static let reportPages = Text("Trang", en: "Pages")
    public static let reportRight = Text("Đúng (ước tính)", en: "Right (estimated)")
    public static let reportHuman = Text("Người đã xem", en: "Seen by people")
    public static let reportDoubts = Text("Chữ nghi ngờ", en: "Doubtful words")
    public static let reportSettled = Text("Đã chốt", en: "Settled")
    public static let reportUnknown = Text("Chưa rõ", en: "Unknown")
    public static let reportEstimateNote = Text(
        "Ước tính theo độ tin cậy của từng chữ, không thay cho việc kiểm tra; yêu cầu 98% ký tự (CV 7197). Chưa rõ: chưa đọc, đọc bằng bản cũ, hoặc không có chữ mà chưa ai xác nhận là trang trắng.",
        en: "Estimated from the confidence of each word, no substitute for a check; 98 % of characters are asked for (CV 7197). Unknown: not read yet, read by an older version, or without words and not confirmed as blank.")
    public static let recoverNothing = Text("Không có trang nào chờ khôi phục.", en: "No page is waiting to be recovered.")
    public static let recoverFound = Text("Trang {page} của hồ sơ {code}: {path}", en: "Page {page} of dossier {code}: {path}")
    public static let recoverDone = Text(
        "Đã đưa {adopted} trang vào hồ sơ, để riêng {aside} tệp.", en: "{adopted} pages entered, {aside} files set aside.")
    public static let recoverHow = Text("Đưa vào bằng `tramquet recover --adopt`.", en: "Enter them with `tramquet recover --adopt`.")
    public static let doctorGood = Text("tốt", en: "ok")
    public static let doctorBad = Text("LỖI", en: "FAULT")
    public static let doctorWarning = Text("chú ý", en: "warning")
    public static let stationNeedsTerminal = Text(
        "Trạm cần một màn hình (terminal).", en: "The station needs a terminal.")
    public static let stationEndedBadly = Text(
        "Trạm dừng đột ngột. Mọi trang đã báo “an toàn” vẫn còn trên đĩa; mở lại để làm tiếp. Nhật ký: {path}",
        en: "The station ended suddenly. Every page told as safe is on the disk; start it again to go on. Log: {path}")

    public static let stateListed = Text("danh mục", en: "listed")
    public static let statePrepared = Text("đã đếm tờ", en: "prepared")
    public static let stateScanning = Text("đang quét", en: "scanning")
    public static let stateScanned = Text("đủ tờ", en: "scanned")
    public static let stateCorrected = Text("đã hiệu đính", en: "corrected")

    public static let missingCountedSheets = Text("chưa đếm số tờ", en: "sheets not counted")
    public static let missingPages = Text("chưa có trang nào", en: "no pages yet")
    public static let missingSheets = Text("còn thiếu {count} tờ", en: "{count} sheets missing")
    public static let missingSheetsTooMany = Text("thừa {count} tờ so với số đếm", en: "{count} sheets more than counted")
    public static let missingOtherSheets = Text(
        "bìa, mục lục, tờ kết thúc lệch {count} tờ so với số đếm", en: "covers, contents and closing sheets differ by {count} from the count")
    public static let missingPlaceholders = Text("{count} chỗ giữ chưa quét", en: "{count} reserved places not captured")
    public static let missingFinish = Text("chưa bấm Xong hồ sơ", en: "not finished yet")
    public static let missingOCR = Text("{count} trang chờ OCR", en: "{count} pages wait for OCR")
    public static let missingOCRFailed = Text("{count} trang OCR lỗi", en: "{count} pages failed OCR")
    public static let missingLook = Text(
        "{count} trang chưa ai xem có dấu độ mật không", en: "{count} pages that nobody has looked at for a mark of secrecy")

    public static let stopWordEmpty = Text("khay hết giấy", en: "feeder empty")
    public static let stopWordMax = Text("đủ số mặt yêu cầu", en: "as many as asked for")
    public static let stopWordJam = Text("kẹt giấy", en: "paper jam")
    public static let stopWordCoverOpen = Text("nắp mở", en: "cover open")
    public static let stopWordHang = Text("máy không trả lời", en: "no answer from the scanner")
    public static let stopWordCancelled = Text("người dùng dừng", en: "stopped by a person")
    public static let stopWordError = Text("lỗi", en: "error")

    public static let kindCount = Text("nhập số tờ", en: "counted sheets")
    public static let kindSplit = Text("tách văn bản", en: "split")
    public static let kindMerge = Text("gộp văn bản", en: "merge")
    public static let kindDrop = Text("bỏ trang", en: "drop")
    public static let kindRestore = Text("lấy lại trang", en: "restore")
    public static let kindMove = Text("chuyển trang", en: "move")
    public static let kindTurn = Text("xoay trang", en: "turn")
    public static let kindFinish = Text("xong hồ sơ", en: "finish")
    public static let kindBlank = Text("xếp loại trang trắng", en: "blank class")
    public static let kindLabel = Text("tờ số", en: "sheet label")
    public static let kindRole = Text("loại tờ", en: "sheet role")
    public static let kindCountsAs = Text("số trang tính", en: "pages counted")
    public static let kindDeskew = Text("chỉnh nghiêng", en: "deskew")
    public static let kindAccept = Text("chấp nhận lỗi phát hiện", en: "accept findings")
    public static let kindDismissHead = Text("không tách văn bản", en: "no document starts here")
    public static let kindCorrect = Text("hiệu đính", en: "correct the text")
    public static let kindReserve = Text("giữ chỗ", en: "reserve a place")
    public static let kindRelease = Text("bỏ chỗ giữ", en: "release a place")
    public static let kindReplace = Text("quét lại", en: "scan again")

}

extension Text {
    public static let noScannerFound = Text(
        "Không thấy máy quét SANE nào. Kiểm tra điện, cáp, rồi thử lại; hoặc dùng --device folder:THƯ-MỤC.",
        en: "No SANE scanner found. Check power and cable and try again; or use --device folder:PATH.")
}

extension Text {
    public static let exportProgressLine = Text("xuất {done}/{total} trang", en: "exporting {done}/{total} pages")
    public static let openBeforeFinish = Text(
        "Chưa xem: {findings} cảnh báo, {blanks} mặt trắng, {proposals} chỗ có thể là văn bản mới; {unread} trang chưa đọc chữ.",
        en: "Nobody has seen: {findings} findings, {blanks} blank sides, {proposals} places where documents may start; {unread} pages are not read.")
    public static let seeOpenWork = Text(
        "Đọc chữ: tramquet recognise. Xem: tramquet dossier show, boundaries; chấp nhận: page accept, page blank.",
        en: "Read: tramquet recognise. Look: tramquet dossier show, boundaries; settle: page accept, page blank.")
    public static let exportNotReadyLine = Text("{code}: chưa xuất, {why}", en: "{code}: not exported, {why}")
    public static let exportDoneLine = Text(
        "Đã xuất {dossiers} hồ sơ, {documents} văn bản, {pages} trang vào {folder}.",
        en: "{dossiers} dossiers, {documents} documents, {pages} pages are in {folder}.")
    public static let exportWouldDeliver = Text("Sẽ xuất {dossiers} hồ sơ.", en: "{dossiers} dossiers would be delivered.")
    public static let demoPrepared = Text("Dữ liệu thử ở {path}.", en: "The demo data is in {path}.")
    public static let demoStation = Text("Trạm 01", en: "Station 01")
    public static let demoPerson = Text("Nguyễn Thị Hoa", en: "Nguyễn Thị Hoa")
}

extension Text {
    public static let verifyProgressLine = Text("đọc lại {done}/{total} tệp", en: "re-reading {done}/{total} files")
    public static let verifySound = Text("Nguyên vẹn: đã đọc lại {files} tệp.", en: "Sound: {files} files re-read.")
    public static let verifyPartSound = Text(
        "Chưa thấy lỗi: lần này đọc lại {files} trong {seen} ảnh, các ảnh khác chỉ xem còn đủ; sau {runs} đêm mọi ảnh được đọc lại một lần.",
        en: "No fault found: {files} of {seen} images re-read this time, the others only looked for; in {runs} nights every image is re-read once.")
    public static let verifyQuickSound = Text(
        "Chưa thấy lỗi: {seen} ảnh còn đủ, không đọc lại ảnh nào.", en: "No fault found: {seen} images are there, none was re-read.")
    public static let verifyPartUnsound = Text(
        "CÓ LỖI: {problems} chỗ; lần này chỉ đọc lại {files} trong {seen} ảnh.",
        en: "NOT SOUND: {problems} faults; only {files} of {seen} images re-read this time.")
    public static let verifyUnsound = Text("CÓ LỖI: {problems} chỗ, đã đọc lại {files} tệp.", en: "NOT SOUND: {problems} faults, {files} files re-read.")
    public static let doctorTerminal = Text("Màn hình: {type}", en: "Terminal: {type}")
    public static let doctorNoTerminal = Text("Không có màn hình dùng được ({type}); lệnh không màn hình vẫn chạy.", en: "No usable terminal ({type}); headless commands still work.")
    public static let doctorClock = Text("Đồng hồ: {time}", en: "Clock: {time}")
    public static let doctorClockWrong = Text("Đồng hồ sai: {time}. Chỉnh giờ máy trước khi quét.", en: "The clock is wrong: {time}. Set it before scanning.")
    public static let doctorData = Text("Thư mục dữ liệu: {path}", en: "Data folder: {path}")
    public static let doctorDisk = Text("Đĩa còn {free} GB", en: "Disk: {free} GB free")
    public static let doctorDiskLow = Text("Đĩa chỉ còn {free} GB; giải phóng chỗ trước khi quét.", en: "Only {free} GB of disk left; free some before scanning.")
    public static let doctorDatabase = Text("Cơ sở dữ liệu nguyên vẹn", en: "The database is sound")
    public static let doctorLostPages = Text("{count} trang chờ khôi phục; xem `tramquet recover`.", en: "{count} pages wait to be recovered; see `tramquet recover`.")
    public static let doctorQueue = Text("OCR: {waiting} trang chờ, {failed} trang lỗi", en: "OCR: {waiting} pages wait, {failed} failed")
    public static let doctorNoTarget = Text("Chưa đặt thư mục xuất (export.targets).", en: "No export folder is set (export.targets).")
    public static let doctorTarget = Text("Thư mục xuất: {path}", en: "Export folder: {path}")
    public static let doctorTargetBad = Text("Thư mục xuất {path} không có hoặc không ghi được.", en: "The export folder {path} is missing or cannot be written.")
    public static let doctorScanner = Text("Máy quét: {device}", en: "Scanner: {device}")
    public static let doctorWords = Text("Từ riêng của cơ quan: {file}", en: "Words of the office: {file}")
    public static let doctorBadWords = Text(
        "{file}: {count} dòng không dùng được, các dòng khác vẫn dùng. Mỗi dòng một từ, không có dấu cách: dòng {lines}",
        en: "{file}: {count} lines cannot be used, the others are. One word a line, without blanks: line {lines}")
    public static let doctorNoWords = Text(
        "{file} không dùng được ({why}); chữ được xét theo từ vựng có sẵn.", en: "{file} cannot be used ({why}); words are judged without it.")
    public static let wordsUnreadable = Text("không đọc được", en: "unreadable")
    public static let wordsNotUTF8 = Text("không phải UTF-8", en: "not UTF-8")
    public static let wordsTooLarge = Text("quá 4 MB", en: "larger than 4 MB")
    public static let doctorLanguage = Text("Dữ liệu OCR: {language}", en: "OCR data: {language}")
}
