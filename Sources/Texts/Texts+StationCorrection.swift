// The correction screen (Hiệu đính).

extension Text {
    public static let commandGoCorrection = Text("Hiệu đính", en: "Correct text")
    public static let commandGoCorrectionHelp = Text(
        "Sửa chữ đã đọc: ảnh của dòng ngay trên chữ, đi từ chỗ nghi ngờ này sang chỗ khác.",
        en: "Corrects recognised text: the line's picture right above it, from one doubtful word to the next.")
    public static let commandCorrectionAccept = Text("Đúng", en: "Right")
    public static let commandCorrectionAcceptHelp = Text(
        "Chữ này đúng, sang chỗ nghi ngờ tiếp theo; khi đọc hết: mọi chữ trong khung ảnh đều đúng.",
        en: "The word is right, on to the next doubtful one; reading everything: all that the picture shows is right.")
    public static let commandCorrectionAcceptSeen = Text("Khung đúng", en: "All seen right")
    public static let commandCorrectionAcceptSeenHelp = Text(
        "Mọi chữ từ đây đến hết khung ảnh đều đúng, sang chỗ nghi ngờ tiếp theo.",
        en: "Every word from here to the end of the picture is right, on to the next doubtful one.")
    public static let commandCorrectionType = Text("Gõ lại", en: "Retype")
    public static let commandCorrectionTypeHelp = Text("Gõ chữ khác thay cho chữ này.", en: "Types another word in place of this one.")
    public static let commandCorrectionEdit = Text("Sửa / tách", en: "Edit / split")
    public static let commandCorrectionEditHelp = Text(
        "Sửa chữ đang có; gõ dấu cách vào giữa để tách thành hai chữ.", en: "Edits the word as it is; a space in it makes it two words.")
    public static let commandCorrectionRemove = Text("Xóa chữ", en: "Delete")
    public static let commandCorrectionRemoveHelp = Text("Xóa chữ này khỏi văn bản (vết bẩn, dấu).", en: "Takes the word out of the text (dirt, stamps).")
    public static let commandCorrectionJoin = Text("Ghép chữ sau", en: "Join next")
    public static let commandCorrectionJoinHelp = Text("Ghép chữ này với chữ đứng sau thành một.", en: "Makes one word of this and the next.")
    public static let commandCorrectionSplitLine = Text("Ngắt dòng", en: "Break line")
    public static let commandCorrectionSplitLineHelp = Text("Dòng mới bắt đầu từ chữ này.", en: "A line begins with this word.")
    public static let commandCorrectionJoinLine = Text("Nối dòng trên", en: "Join line above")
    public static let commandCorrectionJoinLineHelp = Text("Nối dòng này vào dòng trên.", en: "The line goes on where the one above ended.")
    public static let commandCorrectionAddWord = Text("Thêm chữ", en: "Add words")
    public static let commandCorrectionAddWordHelp = Text("Thêm chữ máy bỏ sót sau chữ này.", en: "Adds words that were missed behind this one.")
    public static let commandCorrectionAddLine = Text("Thêm dòng", en: "Add line")
    public static let commandCorrectionAddLineHelp = Text("Thêm một dòng máy bỏ sót dưới dòng này.", en: "Adds a line that was missed below this one.")
    public static let commandCorrectionAlike = Text("Sửa giống nhau", en: "All alike")
    public static let commandCorrectionAlikeHelp = Text(
        "Sửa mọi chữ giống hệt trong hồ sơ hoặc trang; cho xem trước và đếm.",
        en: "Corrects every word that reads the same in the dossier or page, with count and preview.")
    public static let commandCorrectionNext = Text("Chỗ sau", en: "Next doubt")
    public static let commandCorrectionNextHelp = Text("Sang chỗ nghi ngờ tiếp theo, kể cả ở trang sau.", en: "To the next doubtful word, also on later pages.")
    public static let commandCorrectionPrevious = Text("Chỗ trước", en: "Last doubt")
    public static let commandCorrectionPreviousHelp = Text("Về chỗ nghi ngờ trước.", en: "Back to the doubtful word before.")
    public static let commandCorrectionMove = Text("Đi theo chữ, dòng", en: "By word, line")
    public static let commandCorrectionMoveHelp = Text(
        "Sang chữ bên cạnh, dòng trên, dòng dưới, đầu dòng, cuối dòng.", en: "To the next word, the line above or below, the ends of the line.")
    public static let commandCorrectionPage = Text("Đi theo trang", en: "By page")
    public static let commandCorrectionPageHelp = Text("Sang trang trước, trang sau.", en: "To the page before or after.")
    public static let commandCorrectionSaveNext = Text("Lưu, trang sau", en: "Save, next page")
    public static let commandCorrectionNextPage = Text("Trang sau", en: "Next page")
    public static let commandCorrectionNextDossier = Text("Hồ sơ sau", en: "Next dossier")
    public static let commandCorrectionSaveNextHelp = Text(
        "Nhận chữ đang gõ và sang trang kế tiếp còn chỗ nghi ngờ, hết hồ sơ này thì sang hồ sơ kế tiếp. Mọi thứ đã sửa đều đã lưu.",
        en: "Takes what is typed and goes to the next page with doubtful words, behind the last to the next dossier. What is corrected is saved already.")
    public static let commandReadPageAgain = Text("Đọc lại trang", en: "Read page again")
    public static let commandReadPageAgainHelp = Text(
        "Máy đọc lại chữ của trang này; chữ người đã sửa giữ nguyên.", en: "The machine reads this page again; what people corrected stays.")
    public static let commandReadDossierAgain = Text("Đọc lại hồ sơ", en: "Read all again")
    public static let commandReadDossierAgainHelp = Text(
        "Máy đọc lại chữ của mọi trang trong hồ sơ; chữ người đã sửa giữ nguyên.",
        en: "The machine reads every page of the dossier again; what people corrected stays.")
    public static let commandCorrectionBack = Text("Quay lại", en: "Back")
    public static let commandCorrectionBackHelp = Text("Về nơi đã mở màn hình này.", en: "Back to where this screen was opened from.")
    public static let commandCorrectionUndoHelp = Text(
        "Hoàn tác lần sửa chữ gần nhất của bạn trong hồ sơ.", en: "Takes back your last correction in this dossier.")
    public static let commandCorrectionRedoHelp = Text("Làm lại lần sửa vừa hoàn tác.", en: "Does the correction again that was taken back.")
    public static let commandCorrectionSettle = Text("Chốt trang", en: "Settle page")
    public static let commandCorrectionSettleHelp = Text(
        "Không sửa từng chữ: không đọc được, viết tay, chữ Hán hay tiếng khác, hoặc chấp nhận OCR máy.",
        en: "Not word by word: illegible, handwritten, in another language, or the machine's text is accepted.")
    public static let commandCorrectionEverything = Text("Đọc hết", en: "Read everything")
    public static let commandCorrectionDoubtsOnly = Text("Chỉ chỗ nghi ngờ", en: "Doubts only")
    public static let commandCorrectionEverythingHelp = Text(
        "Đọc soát mọi chữ thay vì chỉ những chỗ nghi ngờ: Enter nhận cả khung ảnh.",
        en: "Reads every word instead of doubts only: Enter takes all that the picture shows.")
    public static let commandCorrectionWholePage = Text("Cả trang", en: "Whole page")
    public static let commandCorrectionWholePageHelp = Text("Xem ảnh cả trang bên cạnh chữ.", en: "Shows the whole page beside its text.")
    public static let commandCorrectionZoomIn = Text("Phóng to", en: "Zoom in")
    public static let commandCorrectionZoomInHelp = Text("Phóng to ảnh của dòng.", en: "Shows the line larger.")
    public static let commandCorrectionZoomOut = Text("Thu nhỏ", en: "Zoom out")
    public static let commandCorrectionZoomOutHelp = Text("Thu nhỏ ảnh để thấy nhiều chữ hơn.", en: "Shows more of the line.")
    public static let commandCorrectionTone = Text("Đổi dấu thanh", en: "Tone")
    public static let commandCorrectionToneHelp = Text(
        "Đổi dấu thanh của chữ: f huyền, s sắc, r hỏi, x ngã, j nặng, z không dấu.",
        en: "Another tone for the word: f grave, s acute, r hook, x tilde, j dot, z none.")
    public static let commandCorrectionTake = Text("Lấy gợi ý", en: "Suggestion")
    public static let commandCorrectionTakeHelp = Text(
        "Thay chữ bằng gợi ý số 1–9 rồi sang chỗ nghi ngờ tiếp theo.", en: "Puts suggestion 1–9 in place of the word and goes on.")
    public static let commandEditAccept = Text("Nhận", en: "Take")
    public static let commandEditAcceptHelp = Text("Nhận chữ đã gõ và sang chỗ nghi ngờ tiếp theo.", en: "Takes what is typed and goes on to the next doubt.")
    public static let commandEditStay = Text("Nhận, ở lại", en: "Take, stay")
    public static let commandEditStayHelp = Text("Nhận chữ đã gõ và ở lại chữ này.", en: "Takes what is typed and stays at the word.")
    public static let commandEditClose = Text("Thôi", en: "Leave it")
    public static let commandEditCloseHelp = Text("Bỏ chữ đang gõ, giữ chữ cũ.", en: "Leaves the word as it was.")
    public static let textChangeTakenBack = Text("(đã hoàn tác)", en: "(undone)")
    public static let commandAlikeAccept = Text("Sửa tất cả", en: "Correct all")
    public static let commandAlikeAcceptHelp = Text("Sửa mọi chữ trong danh sách; hoàn tác được.", en: "Corrects every word of the list; it can be undone.")
    public static let commandAlikeScope = Text("Hồ sơ / trang", en: "Dossier / page")
    public static let commandAlikeScopeHelp = Text("Trong cả hồ sơ, hoặc chỉ trang này.", en: "In all of the dossier, or on this page only.")
    public static let commandSettleAccept = Text("Chốt", en: "Settle")
    public static let commandSettleHelp = Text("Chốt trang như vậy và sang trang sau.", en: "Settles the page so and goes on to the next.")
    public static let scopeCorrectionEdit = Text("Đang gõ chữ", en: "Typing a word")

    public static let correctionPlace = Text("{code} · trang {page}/{pages}", en: "{code} · page {page}/{pages}")
    public static let correctionPageLeft = Text("còn {words} chỗ", en: "{words} doubts left")
    public static let correctionPageDone = Text("xong", en: "done")
    public static let correctionUnread = Text("chưa đọc chữ", en: "not read yet")
    public static let correctionToBeReadAgain = Text("chờ máy đọc lại", en: "to be read again")
    public static let correctionReadingFailed = Text("máy không đọc được", en: "reading failed")
    public static let correctionNoWords = Text("máy không thấy chữ nào", en: "no words were found")
    public static let correctionNoWordsHint = Text("o thêm dòng · h chốt trang · m máy đọc lại", en: "o adds a line · h settles the page · m reads it again")
    public static let correctionLeft = Text("hồ sơ còn {words} chỗ, {pages} trang", en: "dossier: {words} doubts, {pages} pages left")
    public static let correctionAllDone = Text("hồ sơ đã hiệu đính", en: "dossier corrected")
    public static let correctionReadsEverything = Text("đọc hết", en: "reading everything")
    public static let correctionLines = Text("Dòng {line}/{lines}", en: "Line {line}/{lines}")
    public static let correctionFromTheStart = Text("Đã tới cuối, quay lại chỗ còn sót.", en: "From the start again: what was left out.")
    public static let correctionDone = Text("Hồ sơ {code} không còn chỗ nghi ngờ nào.", en: "No doubtful word is left in dossier {code}.")
    public static let correctionUnreadLeft = Text(
        "Không còn chữ nghi ngờ; {count} trang chưa đọc được chữ: PgDn, h để chốt.",
        en: "No doubtful word is left; {count} pages have no text yet: PgDn, h settles them.")
    public static let correctionDoubtsHere = Text(
        "Trang này còn {count} chữ nghi ngờ: n tới đó; Ctrl-S lần nữa: hồ sơ sau.",
        en: "This page has {count} doubtful words left: n; Ctrl-S again: another dossier.")
    public static let correctionDossierDone = Text("Xong hồ sơ {code}.", en: "Dossier {code} is done.")
    public static let correctionWaitsForReading = Text(
        "{count} trang của hồ sơ {code} còn chờ máy đọc.", en: "{count} pages of dossier {code} wait to be read.")
    public static let correctionNextOffered = Text(
        "{what} Ctrl-S: sang {next}, {pages} trang chờ sửa.", en: "{what} Ctrl-S: on to {next}, {pages} pages to correct.")
    public static let correctionNothingLeft = Text(
        "{what} Không còn hồ sơ nào chờ hiệu đính.", en: "{what} No other dossier waits to be corrected.")
    public static let correctionLooksForNext = Text("Đang tìm hồ sơ tiếp theo…", en: "Looking for the next dossier…")
    public static let correctionNoneWaits = Text("Không còn hồ sơ nào chờ hiệu đính.", en: "No dossier waits to be corrected.")
    public static let correctionNoDoubtHere = Text(
        "Trang này không còn chỗ nghi ngờ; n: chỗ sau trong hồ sơ.", en: "No doubtful word on this page; n: the next one of the dossier.")
    public static let correctionPageHeld = Text(
        "Trang đang chọn bị giữ lại: mở trang {page}.", en: "The page in hand is withheld: this is page {page}.")
    public static let correctionAllWithheld = Text(
        "{count} trang của hồ sơ {code} đang bị giữ lại, không mở chữ được.", en: "{count} pages of dossier {code} are withheld: their text stays closed.")
    public static let correctionAllWithheldHint = Text(
        "Bàn quét (F2) · y: thả lại khi người có thẩm quyền đã quyết", en: "Scan desk (F2) · y lets go once somebody with the right has decided")
    public static let pageWillBeReadAgain = Text(
        "Máy sẽ đọc lại trang {page}; chữ mới hiện ra khi đọc xong.", en: "Page {page} will be read again; its new text comes by itself.")
    public static let pageOfPeopleWillBeReadAgain = Text(
        "Máy sẽ đọc lại trang {page}; chữ người đã sửa ở đây giữ nguyên.",
        en: "Page {page} will be read again; what people corrected on it stays.")
    public static let pageOfPeopleWasReadAgain = Text(
        "Trang {page} đã đọc lại; chữ người sửa giữ nguyên.", en: "Page {page} has been read again; what people corrected stays.")
    public static let pageWasReadAgain = Text("Trang {page} đã đọc lại.", en: "Page {page} has been read again.")
    public static let pagesWereReadAgain = Text("Đã đọc lại {count} trang.", en: "{count} pages have been read again.")
    public static let pageCannotBeReadAgain = Text("Trang {page}: máy không đọc được; F12 cho biết vì sao.", en: "Page {page} could not be read; F12 tells why.")
    public static let pagesWillBeReadAgain = Text(
        "Máy sẽ đọc lại {count} trang; chữ người đã sửa giữ nguyên.", en: "{count} pages will be read again; what people corrected stays.")
    public static let noneToBeReadAgain = Text("Không có trang nào để đọc lại: trang đang chờ hay bị giữ.", en: "No page to read again: they wait already, or are withheld.")
    public static let waitsToBeRead = Text("Trang này đang chờ máy đọc rồi.", en: "The page waits to be read already.")
    public static let doubtsLeftBehind = Text(
        "Trang {page} còn {count} chữ nghi ngờ chưa xem; PgUp: trang trước.", en: "Page {page} still has {count} doubtful words; PgUp: the page before.")
    public static let correctionNoneBefore = Text("Trước đó không còn chỗ nghi ngờ nào.", en: "No doubtful word stands before this one.")
    public static let noSuggestions = Text("Không có gợi ý: i gõ lại", en: "No suggestions: i retypes")
    public static let noSuchSuggestion = Text("Không có gợi ý số đó.", en: "There is no such suggestion.")
    public static let wordIsSure = Text("chữ chắc đúng", en: "a sure word")
    public static let wordIsSureBefore = Text("chắc đúng; hay là", en: "sure; or is it")
    public static let cannotTone = Text("Chữ này không đặt dấu thanh được.", en: "This word takes no tone.")
    public static let moreAlike = Text("Còn {count} chữ “{word}” trên trang này: b sửa tất cả.", en: "{count} more “{word}” on this page: b corrects all.")
    public static let onPage = Text("Trang {page}: {what}", en: "Page {page}: {what}")
    public static let wordReadsAgain = Text("“{was}” thành “{word}”.", en: "“{was}” reads “{word}”.")
    public static let moreChangedHere = Text("{what} Thêm {count} chữ ở trang này.", en: "{what} {count} more on this page.")
    public static let moreChangedElsewhere = Text("{what} Thêm {pages} trang khác.", en: "{what} On {pages} other pages too.")
    public static let moreChangedAll = Text(
        "{what} Thêm {count} chữ ở trang này và {pages} trang khác.", en: "{what} {count} more on this page, and on {pages} other pages.")
    public static let wordSeen = Text("“{word}” đã xem.", en: "“{word}” has been looked at.")
    public static let wordToSeeAgain = Text("“{word}” để xem lại.", en: "“{word}” is to be looked at again.")
    public static let noWordHere = Text("Không có chữ nào ở đây.", en: "There is no word here.")
    public static let noPageToCorrect = Text("Chưa có trang nào để hiệu đính.", en: "There is no page to correct.")
    public static let noDossierToCorrect = Text("Chưa mở hồ sơ nào: chọn trong Danh mục.", en: "No dossier is open: choose one in the register.")
    public static let closeFieldFirst = Text("Ô nhập đang mở: Enter để nhận hoặc Esc để thôi.", en: "A field is open: Enter takes it, Esc leaves it.")
    public static let finishTypingFirst = Text("Đang gõ dở: Enter để nhận hoặc Esc để thôi.", en: "A word is being typed: Enter takes it, Esc leaves it.")
    public static let closestShown = Text("Không phóng to hơn được.", en: "It cannot be shown larger.")
    public static let farthestShown = Text("Không thu nhỏ hơn được.", en: "It cannot be shown smaller.")
    public static let nothingTyped = Text("Chưa gõ chữ nào.", en: "Nothing is typed yet.")
    public static let refusedCharacter = Text("Trong chữ có ký tự không nhìn thấy được.", en: "There is an invisible character in the word.")
    public static let refusedJoin = Text("Sau chữ này không còn chữ nào trong dòng.", en: "No word of the line stands behind this one.")
    public static let refusedSplit = Text("Chữ này không tách được.", en: "This word cannot be split.")
    public static let refusedJoinLine = Text("Đây là dòng đầu.", en: "This is the first line.")
    public static let refusedSplitLine = Text("Chữ này đã đứng đầu dòng.", en: "The word begins its line already.")
    public static let editingWord = Text("Gõ chữ thay thế, Enter để nhận", en: "Type the word, Enter takes it")
    public static let editingAfter = Text("Gõ chữ thêm vào sau, Enter để nhận", en: "Type the words to add, Enter takes them")
    public static let editingLine = Text("Gõ dòng thêm vào bên dưới, Enter để nhận", en: "Type the line to add below, Enter takes it")
    public static let originMachine = Text("máy {share}%", en: "machine {share}%")
    public static let originAccepted = Text("đã xem", en: "seen")
    public static let originTyped = Text("đã sửa", en: "corrected")
    public static let alikeTitle = Text("Sửa tất cả giống nhau", en: "Correct all alike")
    public static let alikeFrom = Text("“{word}” thành", en: "“{word}” becomes")
    public static let alikeLooking = Text("Đang tìm…", en: "Looking…")
    public static let alikeCount = Text("{count} chữ {where}", en: "{count} words {where}")
    public static let alikeDossier = Text("trong cả hồ sơ", en: "in the whole dossier")
    public static let alikePage = Text("trên trang này", en: "on this page")
    public static let alikePlace = Text("tr. {page}", en: "p. {page}")
    public static let noneAlike = Text("Không có chữ nào như vậy.", en: "No word reads so.")
    public static let didCorrectAlike = Text("Đã sửa {count} chữ “{old}” thành “{new}”; u để hoàn tác.", en: "{count} words “{old}” are “{new}” now; u takes it back.")
    public static let settleTitle = Text("Chốt trang", en: "Settle the page")
    public static let settleExplained = Text("Trang này không sửa từng chữ:", en: "This page is not corrected word by word:")
    public static let settlementIllegible = Text("Không đọc được", en: "Illegible")
    public static let settlementHandwritten = Text("Viết tay", en: "Handwritten")
    public static let settlementMachine = Text("Chấp nhận OCR máy", en: "Accept machine text")
    public static let settlementForeign = Text("Chữ Hán, tiếng khác", en: "Another language")
    public static let settlementNone = Text("Sửa từng chữ", en: "Word by word")
    public static let didSettle = Text("Trang {page}: {what}.", en: "Page {page}: {what}.")
}
