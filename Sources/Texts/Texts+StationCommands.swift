// Names and help lines of the commands of the station; `CommandTable` joins them to keys.

extension Text {
    // MARK: Commands of every screen
    public static let commandHelp = Text("Trợ giúp", en: "Help")
    public static let commandHelpHelp = Text(
        "Các phím dùng được ở đây và chúng làm gì.",
        en: "The keys that work here and what they do.")
    public static let commandPalette = Text("Lệnh", en: "Commands")
    public static let commandPaletteHelp = Text(
        "Gõ vài chữ để tìm một lệnh, có dấu hay không dấu.",
        en: "Type a few letters to find a command, with or without marks.")
    public static let commandInputMethod = Text("Bộ gõ", en: "Input method")
    public static let commandInputMethodHelp = Text(
        "Đổi cách gõ tiếng Việt: Telex, VNI, tắt. Cách đang dùng hiện ở góc phải trên.",
        en: "Change how Vietnamese is typed: Telex, VNI, off. The one in use stands at the top right.")
    public static let didChooseInputMethod = Text("Cách gõ tiếng Việt: {method}.", en: "Typing Vietnamese: {method}.")
    public static let outsideInputMethod = Text(
        "Có bộ gõ bên ngoài: bộ gõ ở đây tự tắt, kẻo dấu gõ hai lần. F9 bật lại.",
        en: "An outside input method is at work, so ours is off. F9 turns it on again.")
    public static let inputMethodTelex = Text("Telex", en: "Telex")
    public static let inputMethodVNI = Text("VNI", en: "VNI")
    public static let inputMethodOff = Text("Bộ gõ tắt", en: "Input method off")
    public static let commandQuit = Text("Thoát", en: "Quit")
    public static let commandQuitHelp = Text(
        "Rời chương trình. Mọi trang đã lưu vẫn còn.",
        en: "Leave the program. Every stored page stays.")
    public static let commandGoScanDesk = Text("Bàn quét", en: "Scan desk")
    public static let commandGoScanDeskHelp = Text(
        "Về bàn quét, với hồ sơ đang mở.",
        en: "To the scan desk, with the dossier that is open.")
    public static let commandGoReader = Text("Xem chữ", en: "Read text")
    public static let commandGoReaderHelp = Text(
        "Ảnh và chữ đã nhận dạng của trang đang chọn.",
        en: "Picture and recognised text of the page at the cursor.")
    public static let commandGoRegister = Text("Danh mục", en: "Register")
    public static let commandGoRegisterHelp = Text(
        "Chọn hồ sơ: tìm theo chữ, hoặc theo hộp và số.",
        en: "Pick a dossier: by words, or by box and number.")
    public static let commandGoExport = Text("Xuất", en: "Export")
    public static let commandGoExportHelp = Text(
        "Xuất các hồ sơ đã xong ra thư mục đích.",
        en: "Deliver finished dossiers to the target folder.")
    public static let commandGoSettings = Text("Cài đặt", en: "Settings")
    public static let commandGoSettingsHelp = Text(
        "Cơ quan, phông, trạm, người quét, máy quét, nơi xuất.",
        en: "Agency, fonds, station, person, scanner, export folder.")
    public static let commandGoSearch = Text("Tìm", en: "Search")
    public static let commandGoSearchHelp = Text(
        "Tìm trong chữ của mọi trang, có dấu hay không dấu.",
        en: "Search the text of all pages, with or without marks.")
    public static let commandGoQueue = Text("Hàng chờ OCR", en: "OCR queue")
    public static let commandGoQueueHelp = Text(
        "Những trang đang chờ nhận dạng hoặc bị lỗi.",
        en: "Pages that wait for OCR or failed.")

    // MARK: Commands of the scan desk
    public static let commandScan = Text("Quét", en: "Scan")
    public static let commandScanHelp = Text(
        "Bắt đầu quét, hoặc quét tiếp sau khi dừng.",
        en: "Start scanning, or go on after a stop.")
    public static let commandStop = Text("Dừng", en: "Stop")
    public static let commandStopHelp = Text(
        "Quét nốt tờ đang chạy rồi dừng; nhấn lần nữa: dừng ngay.",
        en: "Finish the sheet under way, then stop; again: stop at once.")
    public static let commandStopAtOnce = Text("Dừng ngay", en: "Stop at once")
    public static let commandInsertOff = Text("Thôi chèn", en: "Do not insert")
    public static let commandRescanOff = Text("Thôi quét lại", en: "Do not rescan")
    public static let commandPlaceOff = Text("Xong tờ này", en: "Done with it")
    public static let commandBacksOff = Text("Thôi mặt sau", en: "No backs now")
    public static let commandDropRun = Text("Bỏ lượt quét", en: "Drop the run")
    public static let commandDropRunHelp = Text(
        "Bỏ mọi trang của lượt quét đã cho trang này; lấy lại được bằng u.",
        en: "Drop every page of the run that brought this one; u brings them back.")
    public static let commandWholePage = Text("Cả trang", en: "Whole page")
    public static let commandFinish = Text("Xong hồ sơ", en: "Finish")
    public static let commandFinishHelp = Text(
        "Đối chiếu số tờ đã đếm rồi kết thúc hồ sơ.",
        en: "Compare with the counted sheets and finish the dossier.")
    public static let commandCountSheets = Text("Số tờ", en: "Sheets")
    public static let commandCountSheetsHelp = Text(
        "Nhập số tờ đã đếm khi chuẩn bị; số này canh giữ không sót trang.",
        en: "Key the sheets counted by hand; this number guards against loss.")
    public static let commandInsert = Text("Chèn", en: "Insert")
    public static let commandInsertHelp = Text(
        "Lần quét tới chèn vào trước trang đang chọn. Nhấn lại để thôi.",
        en: "The next scan goes in before this page. Press again to cancel.")
    public static let commandPreviousPage = Text("Trang trước", en: "Previous page")
    public static let commandPreviousPageHelp = Text(
        "Đưa con trỏ về trang trước.",
        en: "Move the cursor to the previous page.")
    public static let commandNextPage = Text("Trang sau", en: "Next page")
    public static let commandNextPageHelp = Text("Đưa con trỏ tới trang sau.", en: "Move the cursor to the next page.")
    public static let commandPreviousDocument = Text("Văn bản trước", en: "Previous document")
    public static let commandPreviousDocumentHelp = Text(
        "Về đầu văn bản này hoặc văn bản trước; khi phóng to: lên trên.",
        en: "To the start of this or the previous document; when zoomed: up.")
    public static let commandNextDocument = Text("Văn bản sau", en: "Next document")
    public static let commandNextDocumentHelp = Text(
        "Tới văn bản sau; khi phóng to: xuống dưới.",
        en: "To the next document; when zoomed: down.")
    public static let commandFirstPage = Text("Trang đầu", en: "First page")
    public static let commandFirstPageHelp = Text("Tới trang đầu hồ sơ.", en: "To the first page of the dossier.")
    public static let commandLastPage = Text("Trang cuối", en: "Last page")
    public static let commandLastPageHelp = Text(
        "Tới trang mới nhất và theo máy quét.",
        en: "To the newest page, and follow the scanner.")
    public static let commandSplit = Text("Tách văn bản", en: "Split")
    public static let commandSplitHelp = Text("Văn bản mới bắt đầu từ trang này.", en: "A new document begins at this page.")
    public static let commandMerge = Text("Gộp", en: "Merge")
    public static let commandMergeHelp = Text(
        "Gộp văn bản này vào văn bản đứng trước.",
        en: "Join this document to the one before it.")
    public static let commandDrop = Text("Bỏ trang", en: "Drop page")
    public static let commandDropHelp = Text(
        "Bỏ trang này khỏi hồ sơ. Lấy lại được bằng d hoặc u.",
        en: "Take this page out of the dossier. d or u brings it back.")
    public static let commandDropped = Text("Trang đã bỏ", en: "Dropped")
    public static let commandDroppedHelp = Text(
        "Danh sách trang đã bỏ, để lấy lại.",
        en: "The dropped pages, to bring them back.")
    public static let commandBlanks = Text("Trang trắng", en: "Blanks")
    public static let commandBlanksHelp = Text(
        "Xem mọi mặt nghi trắng trong một bảng và xác nhận một lần.",
        en: "All suspected blank sides in one grid, confirmed in one go.")
    public static let commandTurnLeft = Text("Xoay trái", en: "Turn left")
    public static let commandTurnLeftHelp = Text(
        "Xoay trang 90° ngược chiều kim đồng hồ.",
        en: "Turn the page 90° anticlockwise.")
    public static let commandTurnRight = Text("Xoay phải", en: "Turn right")
    public static let commandTurnRightHelp = Text(
        "Xoay trang 90° theo chiều kim đồng hồ.",
        en: "Turn the page 90° clockwise.")
    public static let commandMoveUp = Text("Chuyển lên", en: "Move up")
    public static let commandMoveUpHelp = Text(
        "Đổi chỗ trang này với trang trước.",
        en: "Change places with the page before.")
    public static let commandMoveDown = Text("Chuyển xuống", en: "Move down")
    public static let commandMoveDownHelp = Text(
        "Đổi chỗ trang này với trang sau.",
        en: "Change places with the page after.")
    public static let commandUndo = Text("Hoàn tác", en: "Undo")
    public static let commandUndoHelp = Text("Lấy lại việc vừa làm.", en: "Take back what was done last.")
    public static let commandRedo = Text("Làm lại", en: "Redo")
    public static let commandRedoHelp = Text("Làm lại việc vừa hoàn tác.", en: "Do again what was undone.")
    public static let commandZoomIn = Text("Phóng to", en: "Zoom in")
    public static let commandZoomInHelp = Text(
        "Xem gần hơn; mũi tên lên xuống để di chuyển.",
        en: "Look closer; the arrows up and down move about.")
    public static let commandZoomOut = Text("Thu nhỏ", en: "Zoom out")
    public static let commandZoomOutHelp = Text("Xem xa hơn, đến hết trang.", en: "Look from farther, up to the whole page.")

    // MARK: Commands of the reader
    public static let commandReaderPrevious = Text("Trang trước", en: "Previous page")
    public static let commandReaderPreviousHelp = Text(
        "Chữ của trang trước trong hồ sơ.",
        en: "The text of the previous page of the dossier.")
    public static let commandReaderNext = Text("Trang sau", en: "Next page")
    public static let commandReaderNextHelp = Text(
        "Chữ của trang sau trong hồ sơ.",
        en: "The text of the next page of the dossier.")
    public static let commandReaderZoomIn = Text("Phóng to", en: "Zoom in")
    public static let commandReaderZoomInHelp = Text("Phóng to ảnh.", en: "Zoom into the picture.")
    public static let commandReaderZoomOut = Text("Thu nhỏ", en: "Zoom out")
    public static let commandReaderZoomOutHelp = Text("Thu nhỏ ảnh.", en: "Zoom out of the picture.")
    public static let commandReaderUp = Text("Lên", en: "Up")
    public static let commandReaderUpHelp = Text("Cuộn chữ lên một dòng.", en: "Scroll the text up one line.")
    public static let commandReaderDown = Text("Xuống", en: "Down")
    public static let commandReaderDownHelp = Text("Cuộn chữ xuống một dòng.", en: "Scroll the text down one line.")
    public static let commandReaderPageUp = Text("Lên trang", en: "Page up")
    public static let commandReaderPageUpHelp = Text("Cuộn chữ lên nửa màn hình.", en: "Scroll the text up half a screen.")
    public static let commandReaderPageDown = Text("Xuống trang", en: "Page down")
    public static let commandReaderPageDownHelp = Text(
        "Cuộn chữ xuống nửa màn hình.",
        en: "Scroll the text down half a screen.")
    public static let commandReaderBack = Text("Quay lại", en: "Back")
    public static let commandReaderBackHelp = Text("Về nơi đã mở trang này.", en: "Back to where this page was opened from.")

    // MARK: Commands of lists
    public static let commandListUp = Text("Lên", en: "Up")
    public static let commandListUpHelp = Text("Lên một dòng.", en: "Up one line.")
    public static let commandListDown = Text("Xuống", en: "Down")
    public static let commandListDownHelp = Text("Xuống một dòng.", en: "Down one line.")
    public static let commandListPageUp = Text("Lên trang", en: "Page up")
    public static let commandListPageUpHelp = Text("Lên mười dòng.", en: "Up ten lines.")
    public static let commandListPageDown = Text("Xuống trang", en: "Page down")
    public static let commandListPageDownHelp = Text("Xuống mười dòng.", en: "Down ten lines.")

    // MARK: Commands of the other screens
    public static let commandRegisterOpen = Text("Mở hồ sơ", en: "Open")
    public static let commandRegisterOpenHelp = Text(
        "Đưa hồ sơ đang chọn lên bàn quét.",
        en: "Put the selected dossier on the scan desk.")
    public static let commandRegisterNextField = Text("Ô kế tiếp", en: "Next field")
    public static let commandRegisterNextFieldHelp = Text(
        "Chuyển giữa ô tìm chữ, ô hộp và ô số.",
        en: "Change between the fields words, box and number.")
    public static let commandRegisterAdd = Text("Thêm hồ sơ", en: "Add")
    public static let commandRegisterAddHelp = Text(
        "Thêm một hồ sơ chưa có trong danh mục.",
        en: "Add a dossier that is not in the register.")
    public static let commandRegisterBack = Text("Quay lại", en: "Back")
    public static let commandRegisterBackHelp = Text(
        "Xóa ô tìm, hoặc về bàn quét.",
        en: "Clear the search, or go back to the scan desk.")
    public static let commandSearchOpen = Text("Mở trang", en: "Open page")
    public static let commandSearchOpenHelp = Text(
        "Xem trang tìm được: ảnh và chữ.",
        en: "See the page that was found: picture and text.")
    public static let commandReaderNextFound = Text("Chỗ sau", en: "Next place")
    public static let commandReaderNextFoundHelp = Text(
        "Tới chỗ tìm thấy tiếp theo trên trang; hết thì sang trang kết quả sau.",
        en: "The next place that was found on the page; behind the last the next page found.")
    public static let commandReaderPreviousFound = Text("Chỗ trước", en: "Place before")
    public static let commandReaderPreviousFoundHelp = Text(
        "Về chỗ tìm thấy trước đó trên trang.", en: "The place before it that was found on the page.")
    public static let commandSearchBack = Text("Quay lại", en: "Back")
    public static let commandSearchBackHelp = Text(
        "Xóa ô tìm, hoặc về bàn quét.",
        en: "Clear the search, or go back to the scan desk.")
    public static let commandQueueRetry = Text("Thử lại", en: "Retry")
    public static let commandQueueRetryHelp = Text("Nhận dạng lại mọi trang bị lỗi.", en: "Read all failed pages once more.")
    public static let commandQueueOpen = Text("Mở trang", en: "Open page")
    public static let commandQueueOpenHelp = Text("Xem trang đang chọn.", en: "See the selected page.")
    public static let commandQueueBack = Text("Quay lại", en: "Back")
    public static let commandQueueBackHelp = Text("Về màn hình vừa rời.", en: "Back to the screen you came from.")
    public static let commandExportRun = Text("Xuất", en: "Export")
    public static let commandExportRunHelp = Text(
        "Xuất mọi hồ sơ đã xong và chưa giao vào thư mục này.",
        en: "Deliver every finished dossier not yet delivered to this folder.")
    public static let commandExportAgain = Text("Thử lại", en: "Try again")
    public static let commandExportStop = Text("Dừng", en: "Stop")
    public static let commandExportStopHelp = Text(
        "Dừng sau hồ sơ đang xuất. Lần sau xuất tiếp.",
        en: "Stop after the dossier under way. The next export goes on.")
    public static let commandExportBack = Text("Quay lại", en: "Back")
    public static let commandExportBackHelp = Text("Về bàn quét.", en: "Back to the scan desk.")
    public static let commandSetupNext = Text("Ô sau", en: "Next field")
    public static let commandSetupNextHelp = Text(
        "Sang ô sau; ở ô cuối thì lưu.",
        en: "To the next field; from the last one: save.")
    public static let commandSetupPrevious = Text("Ô trước", en: "Previous field")
    public static let commandSetupPreviousHelp = Text("Về ô trước.", en: "To the previous field.")
    public static let commandSetupChoiceBefore = Text("Lựa chọn trước", en: "Previous choice")
    public static let commandSetupChoiceBeforeHelp = Text("Chọn giá trị trước.", en: "Take the previous value.")
    public static let commandSetupChoiceAfter = Text("Lựa chọn sau", en: "Next choice")
    public static let commandSetupChoiceAfterHelp = Text("Chọn giá trị sau.", en: "Take the next value.")
    public static let commandSetupSave = Text("Lưu", en: "Save")
    public static let commandSetupSaveHelp = Text("Lưu cài đặt và tiếp tục.", en: "Save the settings and go on.")
    public static let commandSetupDevices = Text("Tìm máy quét", en: "Find scanners")
    public static let commandSetupDevicesHelp = Text(
        "Tìm lại các máy quét; nhấn nữa để chọn máy kế tiếp.",
        en: "Look for scanners again; again to take the next one.")
    public static let commandSetupBack = Text("Quay lại", en: "Back")
    public static let commandSetupBackHelp = Text("Về mà không lưu.", en: "Back without saving.")

    // MARK: Commands of dialogs
    public static let commandClose = Text("Đóng", en: "Close")
    public static let commandCloseHelp = Text("Đóng hộp này.", en: "Close this box.")
    public static let commandHelpScroll = Text("Cuộn", en: "Scroll")
    public static let commandHelpScrollHelp = Text("Cuộn trợ giúp.", en: "Scroll the help.")
    public static let commandPaletteRun = Text("Làm", en: "Run")
    public static let commandPaletteRunHelp = Text("Làm lệnh đang chọn.", en: "Run the selected command.")
    public static let commandCountAccept = Text("Lưu số tờ", en: "Save")
    public static let commandCountAcceptHelp = Text("Lưu số tờ vừa nhập.", en: "Save the number of sheets.")
    public static let commandCountClose = Text("Để sau", en: "Later")
    public static let commandCountCloseHelp = Text(
        "Chưa nhập số tờ; nhấn s bất cứ lúc nào.",
        en: "Not now; press s at any time.")
    public static let commandFinishAccept = Text("Chấp nhận", en: "Accept")
    public static let commandFinishAcceptHelp = Text(
        "Kết thúc hồ sơ với lý do đã chọn.",
        en: "Finish the dossier for the chosen reason.")
    public static let commandFinishClose = Text("Về bàn quét", en: "Back to the desk")
    public static let commandFinishCloseHelp = Text(
        "Chưa kết thúc: về bàn quét.",
        en: "Not finished yet: back to the scan desk.")
    public static let commandStopGoOn = Text("Quét tiếp", en: "Go on")
    public static let commandStopGoOnHelp = Text(
        "Đã xếp lại giấy: quét tiếp.",
        en: "The paper is back on the stack: go on scanning.")
    public static let commandStopClose = Text("Để sau", en: "Later")
    public static let commandStopCloseHelp = Text("Đóng hộp này; quét tiếp sau.", en: "Close this box; go on later.")
    public static let commandBlanksAccept = Text("Chấp nhận", en: "Accept")
    public static let commandBlanksAcceptHelp = Text(
        "Xác nhận mọi mặt chắc chắn trắng; chỉ dừng ở mặt đáng ngờ.",
        en: "Confirm all clear blanks; stops only on doubtful ones.")
    public static let commandBlanksYes = Text("Là trắng", en: "Blank")
    public static let commandBlanksYesHelp = Text("Mặt đang chọn là mặt trắng.", en: "The selected side is blank.")
    public static let commandBlanksNo = Text("Không trắng", en: "Not blank")
    public static let commandBlanksNoHelp = Text("Mặt đang chọn có nội dung.", en: "The selected side has content.")
    public static let commandBlanksMove = Text("Chọn", en: "Choose")
    public static let commandBlanksMoveHelp = Text("Sang mặt khác.", en: "To another side.")
    public static let commandDroppedRestore = Text("Lấy lại", en: "Restore")
    public static let commandDroppedRestoreHelp = Text(
        "Đưa trang đang chọn về chỗ cũ.",
        en: "Put the selected page back in its place.")
    public static let commandNoticeClose = Text("Đã hiểu", en: "Understood")
    public static let commandNoticeCloseHelp = Text("Đóng thông báo.", en: "Close the notice.")
    public static let commandQuestionYes = Text("Có", en: "Yes")
    public static let commandQuestionYesHelp = Text("Đồng ý.", en: "Yes.")
    public static let commandQuestionNo = Text("Không", en: "No")
    public static let commandQuestionNoHelp = Text("Thôi, quay lại.", en: "No, go back.")
    public static let commandNewDossierAccept = Text("Thêm", en: "Add")
    public static let commandNewDossierAcceptHelp = Text("Thêm hồ sơ và mở nó.", en: "Add the dossier and open it.")
    public static let commandNewDossierNext = Text("Ô kế tiếp", en: "Next field")
    public static let commandNewDossierNextHelp = Text(
        "Chuyển giữa mã hồ sơ và tiêu đề.",
        en: "Change between code and title.")
    public static let commandNewDossierClose = Text("Thôi", en: "Cancel")
    public static let commandNewDossierCloseHelp = Text("Không thêm gì.", en: "Add nothing.")
}
