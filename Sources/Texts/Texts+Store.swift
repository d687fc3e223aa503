extension Text {
    public static let notAFolder = Text("“{path}” không phải là thư mục.", en: "“{path}” is not a folder.")
    public static let folderOfSomeoneElse = Text(
        "Thư mục dữ liệu {path} thuộc người dùng khác.", en: "The data folder {path} belongs to somebody else.")
    public static let folderOnNetwork = Text(
        "Thư mục dữ liệu {path} nằm trên ổ mạng; khóa tệp ở đó không tin được.",
        en: "The data folder {path} is on a network drive, where file locks cannot be trusted.")
    public static let folderReadOnly = Text(
        "Không ghi được vào thư mục dữ liệu {path}.", en: "The data folder {path} cannot be written to.")
    public static let folderCannotBeMade = Text(
        "Không tạo được thư mục {path}.", en: "The folder {path} cannot be created.")
    public static let diskIsFull = Text("Đĩa đã đầy.", en: "The disk is full.")
    public static let databaseIsNewer = Text(
        "Dữ liệu do phiên bản chương trình mới hơn ghi.", en: "The data was written by a newer version of the program.")
    public static let databaseIsDamaged = Text(
        "Tệp cơ sở dữ liệu station.sqlite bị hỏng.", en: "The database file station.sqlite is damaged.")
    public static let databaseNotDurable = Text(
        "SQLite không nhận chế độ ghi an toàn (synchronous={mode}).", en: "SQLite refused its safe mode (synchronous={mode}).")
    public static let databaseIsBusy = Text(
        "Cơ sở dữ liệu đang bận vì chương trình khác.", en: "The database is busy with another program.")
    public static let databaseFailed = Text("Lỗi cơ sở dữ liệu: {what}.", en: "Database error: {what}.")
    public static let noSuchDossier = Text("Không có hồ sơ “{code}”.", en: "There is no dossier “{code}”.")
    public static let dossierExists = Text("Hồ sơ “{code}” đã có.", en: "The dossier “{code}” already exists.")
    public static let invalidDossierCode = Text(
        "Mã hồ sơ “{code}” không hợp lệ: {why}.", en: "The dossier code “{code}” is not valid: {why}.")
    public static let noSuchPage = Text("Không có trang “{page}”.", en: "There is no page “{page}”.")
    public static let noSuchDocument = Text("Không có văn bản “{document}”.", en: "There is no document “{document}”.")
    public static let dossierFinishedBefore = Text(
        "Trong chồng có bìa của hồ sơ {code}, hồ sơ này đã xong.", en: "The stack holds the cover of dossier {code}, which is finished.")
    public static let takeStackOut = Text(
        "Lấy phần giấy từ bìa đó ra; các trang từ bìa đó đã vào hồ sơ đang quét thì bỏ (x, hay l cả lượt). Nếu đúng là còn tờ của hồ sơ ấy, mở nó bằng F6 rồi quét thêm.",
        en: "Take the paper from that cover on out; drop the pages from that cover on that went into the dossier on the desk (x, or l the whole run). If sheets of it are really to come, open it with F6 and scan more.")
    public static let dossierInUse = Text(
        "Hồ sơ “{code}” đang mở ở trạm khác.", en: "The dossier “{code}” is open at another station.")
    public static let deviceInUse = Text(
        "Máy quét “{device}” đang do trạm khác dùng.", en: "The scanner “{device}” is in use by another station.")
    public static let dispatcherRunning = Text(
        "Một chương trình khác đang chạy hàng đợi OCR của thư mục này.", en: "Another program is running this folder's OCR queue.")
    public static let fileOperationFailed = Text(
        "Không thực hiện được {call} trên {path} (lỗi {errno}).", en: "{call} failed on {path} (error {errno}).")
    public static let dossierHasPlaceholders = Text(
        "Hồ sơ {code}: còn {count} chỗ giữ chưa quét.", en: "Dossier {code}: {count} reserved places are not captured.")
    public static let dossierOtherSheets = Text(
        "Hồ sơ {code}: bìa, mục lục, tờ kết thúc lệch {count} tờ so với số đếm.",
        en: "Dossier {code}: covers, contents and closing sheets differ by {count} from the count.")
    public static let completeOrOverride = Text(
        "Quét nốt, sửa số đếm, hoặc xong với lý do.", en: "Capture the rest, correct the count, or finish with a reason.")
    public static let noSuchPlaceholder = Text("Không có chỗ giữ “{place}”.", en: "There is no reserved place “{place}”.")
    public static let backsWithoutFronts = Text(
        "Không có mặt trước nào đang chờ mặt sau.", en: "There are no fronts that wait for their backs.")
    public static let placeHasPages = Text(
        "Chỗ này đã có trang: bỏ các trang đó nếu không cần.", en: "Pages lie in this place: drop them if they are not wanted.")
    public static let countsDiffer = Text(
        "Hồ sơ {code}: đếm {counted} tờ nhưng có {sheets} tờ đã quét.",
        en: "Dossier {code}: {counted} sheets were counted but {sheets} are scanned.")
    public static let notCounted = Text("Hồ sơ {code} chưa đếm số tờ.", en: "The sheets of dossier {code} have not been counted.")
    public static let dossierHasNoPages = Text("Hồ sơ {code} chưa có trang nào.", en: "Dossier {code} has no pages yet.")
    public static let invalidValue = Text("Giá trị “{value}” không hợp lệ cho {field}.", en: "“{value}” is not valid for {field}.")
    public static let undoOvertaken = Text(
        "Không hoàn tác được: trang đã bị thay đổi sau bước đó.", en: "Cannot undo: the pages were changed after that step.")
    public static let correctionOvertaken = Text(
        "Chữ này vừa được người khác sửa; bản của họ được giữ.", en: "Somebody else has just changed this word; theirs is kept.")
    public static let lookAgainAndCorrect = Text("Xem lại trang và sửa tiếp nếu cần.", en: "Look at the page again and correct it if need be.")
    public static let undoPastDelivery = Text(
        "Không hoàn tác được: hồ sơ đã xuất sau bước đó.", en: "Cannot undo: the dossier was exported after that step.")
    public static let pathCollision = Text(
        "Hai mã hồ sơ cho cùng một tên tệp: “{a}” và “{b}”.", en: "Two dossier codes give the same file name: “{a}” and “{b}”.")
    public static let askAdministratorForGroup = Text(
        "Chạy bằng tài khoản chủ thư mục, hoặc nhờ quản trị cho nhóm dùng chung thư mục (chmod 2770) và thêm bạn vào nhóm.",
        en: "Run as the folder's owner, or ask the administrator to share it with a group (chmod 2770) and add you to that group.")
    public static let chooseLocalFolder = Text(
        "Chọn thư mục trên đĩa của máy này bằng --data.", en: "Choose a folder on this machine's own disk with --data.")
    public static let chooseWritableFolder = Text(
        "Chọn thư mục ghi được bằng --data, hoặc nhờ quản trị cấp quyền.",
        en: "Choose a folder you can write to with --data, or ask the administrator for permission.")
    public static let freeDiskSpace = Text(
        "Giải phóng chỗ trên đĩa rồi làm tiếp.", en: "Free some disk space, then go on.")
    public static let useNewerProgram = Text(
        "Dùng phiên bản tramquet mới hơn.", en: "Use a newer version of tramquet.")
    public static let restoreFromExport = Text(
        "Dừng quét; nhờ quản trị khôi phục từ bản sao store/station.sqlite trong thư mục xuất gần nhất. Ảnh trong vault/ vẫn còn.",
        en: "Stop scanning; have the administrator restore store/station.sqlite from the latest export folder. Images in vault/ are kept.")
    public static let reportToAdministrator = Text("Báo quản trị, kèm tệp trong log/.", en: "Tell the administrator, with the files in log/.")
    public static let seeDossierList = Text("Xem danh mục bằng F6 hoặc `tramquet dossier list`.", en: "See the register: F6 or `tramquet dossier list`.")
    public static let openExistingDossier = Text("Mở hồ sơ đã có, hoặc chọn mã khác.", en: "Open the existing one or choose another code.")
    public static let closeOtherStation = Text("Đóng ở trạm kia rồi thử lại.", en: "Close it there, then try again.")
    public static let recountOrOverride = Text(
        "Đếm lại số tờ, quét tờ còn thiếu, hoặc ghi lý do (--override).",
        en: "Recount the sheets, scan the missing ones, or give a reason (--override).")
    public static let keyCountedSheets = Text("Nhập số tờ đã đếm trước.", en: "Key the counted sheets first.")
    public static let scanFirst = Text("Quét trước đã.", en: "Scan it first.")
    public static let correctByNewAction = Text("Sửa bằng một thao tác mới.", en: "Correct it with a new action.")
    public static let renameOneCode = Text("Đổi một trong hai mã.", en: "Change one of the two codes.")
    public static let pageAlreadyDropped = Text("Trang này đã bỏ rồi.", en: "That page is dropped already.")
    public static let pageNotDropped = Text("Trang này chưa bị bỏ.", en: "That page is not dropped.")
    public static let documentStartsHere = Text("Văn bản đã bắt đầu ở trang này.", en: "A document starts at this page already.")
    public static let firstDocumentCannotMerge = Text(
        "Đây là văn bản đầu tiên, không có văn bản trước để gộp.", en: "This is the first document; there is none before it to join.")
    public static let transferToItself = Text("Các trang này đã ở trong hồ sơ đó.", en: "These pages lie in that dossier already.")
    public static let transferIntoFinished = Text(
        "Hồ sơ {code} đã xong, không nhận thêm trang. Nếu các tờ này là của nó: mở nó, bỏ “xong” bằng u rồi chuyển lại; đã giao rồi thì quét bổ sung các tờ ấy vào nó.",
        en: "Dossier {code} is finished and takes no pages. If the sheets are its own: open it, take finishing back with u and move them again; if it was delivered, scan them into it.")
    public static let transferBacksFirst = Text(
        "Các tờ này còn chờ mặt sau: quét mặt sau trước (m), rồi chuyển.", en: "The backs of these sheets are still to come: scan them first (m), then move.")
    public static let transferCutsSheet = Text(
        "Một tờ có trang ở cả hai phía của chỗ cắt. Đưa các trang của tờ ấy về cạnh nhau (, .) rồi chuyển lại.",
        en: "A sheet has pages on both sides of the cut. Put the pages of that sheet together (, .) and move them again.")
    public static let pageCannotMoveThere = Text("Không chuyển trang tới đó được.", en: "The page cannot be moved there.")
}
