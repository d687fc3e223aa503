// Samples of lines that two people type: `tramquet sample text`, the screen Gõ mẫu, and what comes out of them.

extension Text {
    // MARK: The screen

    public static let commandGoSample = Text("Gõ mẫu", en: "Type sample")
    public static let commandGoSampleHelp = Text(
        "Gõ lại từng dòng của mẫu (sample) đã rút ngẫu nhiên, chỉ nhìn ảnh, để đo tỷ lệ ký tự đúng.",
        en: "Types lines of a random sample from their pictures alone, to measure how many characters are right.")
    public static let scopeSampleDecide = Text("Gõ mẫu: hai bản khác nhau", en: "Type sample: two texts that differ")
    public static let commandSampleTake = Text("Nhận", en: "Take")
    public static let commandSampleTakeHelp = Text("Ghi dòng vừa gõ và sang dòng khác.", en: "Keeps the line as typed and goes on to another.")
    public static let commandSampleIllegible = Text("Không đọc được", en: "Illegible")
    public static let commandSampleIllegibleHelp = Text(
        "Ảnh dòng này không đọc được. Hai người cùng nói vậy thì dòng ra khỏi mẫu.",
        en: "The picture cannot be read. Where two people say so, the line leaves the sample.")
    public static let commandSampleNothing = Text("Không có chữ", en: "No text here")
    public static let commandSampleNothingHelp = Text(
        "Trên ảnh không có chữ nào: vết bẩn, đường kẻ.", en: "The picture shows no text: dirt, a rule.")
    public static let commandSampleBack = Text("Sửa dòng trước", en: "Line before")
    public static let commandSampleBackHelp = Text("Lấy lại dòng vừa gõ để sửa.", en: "Takes back the line that was typed last.")
    public static let commandSampleNextPart = Text("Đoạn sau", en: "Next part")
    public static let commandSamplePreviousPart = Text("Đoạn trước", en: "Part before")
    public static let commandSamplePartHelp = Text(
        "Dòng dài hơn màn hình: xem đoạn sau, đoạn trước của ảnh.", en: "A line longer than the screen: shows the next part of its picture, the one before.")
    public static let commandSampleLarger = Text("Ảnh to hơn", en: "Larger picture")
    public static let commandSampleSmaller = Text("Ảnh nhỏ hơn", en: "Smaller picture")
    public static let commandSampleSizeHelp = Text("Phóng to ảnh, hay thu nhỏ để thấy nhiều chữ hơn.", en: "Enlarges the picture, or shrinks it so that more is seen.")
    public static let commandSampleLeave = Text("Nghỉ", en: "Leave")
    public static let commandSampleLeaveHelp = Text("Rời màn hình; chữ đang gõ dở được giữ lại.", en: "Leaves the screen; what is half typed is kept.")
    public static let commandSampleFirst = Text("Bản 1 đúng", en: "First is right")
    public static let commandSampleSecond = Text("Bản 2 đúng", en: "Second is right")
    public static let commandSampleChooseHelp = Text(
        "Bản này đúng với ảnh; dòng xong, sang dòng khác.", en: "This text is what the picture says; the line is settled, on to another.")
    public static let commandSampleOther = Text("Gõ bản khác", en: "Type another")
    public static let commandSampleOtherHelp = Text("Cả hai bản đều sai: gõ bản đúng.", en: "Both texts are wrong: types the right one.")
    public static let commandSampleClose = Text("Thôi", en: "Never mind")

    public static let sampleYourLines = Text("Mẫu {sample} · bạn đã gõ {done}/{lines} dòng", en: "Sample {sample} · you typed {done}/{lines} lines")
    public static let sampleWhole = Text("cả mẫu xong {settled}/{lines}", en: "{settled}/{lines} settled in all")
    public static let sampleHow = Text(
        "Gõ đúng như trên ảnh, giữa hai ngoặc, kể cả chỗ giấy viết sai:", en: "Type what the picture shows between the brackets, mistakes of the paper too:")
    public static let samplePart = Text("đoạn {part}/{parts}", en: "part {part}/{parts}")
    public static let sampleDecideHow = Text("Hai người gõ khác nhau. Bản nào đúng với ảnh?", en: "Two people typed it differently. Which is what the picture says?")
    public static let sampleSaidIllegible = Text("(không đọc được)", en: "(illegible)")
    public static let sampleSaidNothing = Text("(không có chữ)", en: "(no text here)")
    public static let sampleNoneWaits = Text("Không còn dòng nào chờ bạn.", en: "No line waits for you.")
    public static let sampleNoneDrawn = Text("Chưa rút mẫu nào. Rút mẫu: tramquet sample text draw.", en: "No sample is drawn. Draw one: tramquet sample text draw.")
    public static let sampleWaitsForOthers = Text(
        "{first} dòng chờ người gõ, {second} chờ người thứ hai, {third} chờ người thứ ba.",
        en: "{first} lines wait for a typist, {second} for a second one, {third} for a third.")
    public static let sampleTypeFirst = Text(
        "Chưa gõ gì. Trên ảnh không có chữ: Ctrl-N; không đọc được: Ctrl-O.", en: "Nothing is typed. No text in the picture: Ctrl-N; illegible: Ctrl-O.")
    public static let sampleDidType = Text("Đã ghi dòng.", en: "The line is kept.")
    public static let sampleTooLate = Text("Dòng đó không còn chờ bạn nữa; đây là dòng khác.", en: "That line waits for you no longer; here is another.")
    public static let sampleNothingBefore = Text("Không có dòng nào vừa gõ để lấy lại.", en: "No line was typed just now.")
    public static let sampleNoPartMore = Text("Cả dòng đang ở trên ảnh.", en: "The whole line is in the picture.")
    public static let sampleTitle = Text("Mẫu {sample} · {scope} · rút {lines} dòng", en: "Sample {sample} · {scope} · {lines} lines drawn")
    public static let sampleCounts = Text(
        "xong {settled}, không đọc được {illegible}, giữ lại {withheld}", en: "{settled} settled, {illegible} illegible, {withheld} withheld")
    public static let sampleFigures = Text(
        "máy {machine} · đã hiệu đính {corrected} ({low}–{high}) · {verdict}", en: "machine {machine} · as corrected {corrected} ({low}–{high}) · {verdict}")

    // MARK: Figures

    public static let scopeWholeStore = Text("mọi hồ sơ", en: "all dossiers")
    public static let scopeFonds = Text("phông {code}", en: "fonds {code}")
    public static let scopeOfDossier = Text("hồ sơ {code}", en: "dossier {code}")
    public static let sampleReaches = Text("đạt 98%", en: "reaches 98 %")
    public static let sampleFallsShort = Text("không đạt 98%", en: "falls short of 98 %")
    public static let sampleUnsure = Text("chưa đủ để kết luận", en: "not enough to tell")
    public static let reportMeasured = Text("Đo được", en: "Measured")
    public static let reportInterval = Text("Khoảng 95%", en: "95 % interval")
    public static let reportVerdict = Text("So với 98%", en: "Against 98 %")
    public static let reportMeasuredNote = Text(
        "Đo được: trên các dòng rút ngẫu nhiên, hai người gõ lại độc lập (tramquet sample text).",
        en: "Measured: on lines drawn by lot that two people typed independently (tramquet sample text).")

    // MARK: Commands

    public static let sampleDrawn = Text(
        "Mẫu {sample}: {lines} dòng rút từ {all} dòng của {pages} trang, hạt giống {seed}. Để ngoài: {blank} trang trắng, {settled} trang chốt không đọc được, viết tay hay tiếng khác, {unread} trang chưa đọc.",
        en: "Sample {sample}: {lines} lines drawn from {all} lines of {pages} pages, seed {seed}. Left out: {blank} blank pages, {settled} settled as illegible, handwritten or in another language, {unread} not read.")
    public static let sampleWouldDraw = Text(
        "Sẽ rút {lines} dòng từ {all} dòng của {pages} trang, hạt giống {seed}; chưa ghi gì.",
        en: "{lines} lines of {all} of {pages} pages would be drawn, seed {seed}; nothing is kept.")
    public static let sampleFewer = Text("Chỉ có {lines} dòng, ít hơn số muốn rút.", en: "There are only {lines} lines, fewer than were asked for.")
    public static let sampleTypeNow = Text("Gõ: màn hình Gõ mẫu (Alt-g, hay Ctrl-P “gõ mẫu”), hai người khác nhau.", en: "To type it: the screen Type sample (Alt-g, or Ctrl-P “sample”), two different people.")
    public static let sampleDropped = Text("Mẫu {sample} không dùng nữa; những gì đã gõ còn trong kho.", en: "Sample {sample} is out of use; what was typed is kept.")
    public static let sampleHead = Text("Mẫu", en: "Sample")
    public static let sampleScopeHead = Text("Của", en: "Of")
    public static let sampleSeedHead = Text("Hạt giống", en: "Seed")
    public static let sampleLinesHead = Text("Dòng", en: "Lines")
    public static let sampleOnceHead = Text("Gõ một lần", en: "Typed once")
    public static let sampleTwiceHead = Text("Hai lần", en: "Twice")
    public static let sampleSettledHead = Text("Xong", en: "Settled")
    public static let sampleIllegibleHead = Text("Không đọc được", en: "Illegible")
    public static let sampleLettersHead = Text("Ký tự", en: "Characters")
    public static let sampleMachineHead = Text("Máy đọc", en: "Machine")
    public static let sampleCorrectedHead = Text("Đã hiệu đính", en: "As corrected")
    public static let sampleAgreementHead = Text("Hai người giống nhau", en: "Typists agree")
    public static let samplePlaceHead = Text("Số", en: "No.")
    public static let samplePageHead = Text("Trang", en: "Page")
    public static let sampleLineHead = Text("Dòng số", en: "Line")
    public static let sampleStateHead = Text("Tình trạng", en: "State")
    public static let sampleTruthHead = Text("Bản đúng", en: "Truth")
    public static let lineWaitsFirst = Text("chờ gõ", en: "to be typed")
    public static let lineWaitsSecond = Text("chờ người thứ hai", en: "waits for a second typist")
    public static let lineDiffers = Text("chờ người thứ ba", en: "waits for a third person")
    public static let lineSettled = Text("xong", en: "settled")
    public static let lineIllegible = Text("không đọc được", en: "illegible")
    public static let lineWithheld = Text("giữ lại", en: "withheld")

    // MARK: Refusals

    public static let sampleNoSuchFonds = Text("Không có phông {code}. Có: {known}.", en: "There is no fonds {code}. There are: {known}.")
    public static let sampleNoFonds = Text("Không có phông {code}; trạm chưa có phông nào.", en: "There is no fonds {code}; the station has none.")
    public static let sampleNothingRead = Text(
        "Không có dòng nào để rút: chưa trang nào được đọc ({unread} chưa đọc, {blank} trắng, {settled} chốt không đọc được, viết tay hay tiếng khác).",
        en: "No line to draw: no page is read ({unread} not read, {blank} blank, {settled} settled as illegible, handwritten or in another language).")
    public static let sampleReadFirst = Text("Đọc chữ trước: tramquet recognise.", en: "Have pages read first: tramquet recognise.")
    public static let sampleNoSuch = Text("Không có mẫu {sample}.", en: "There is no sample {sample}.")
    public static let sampleSeeList = Text("Xem: tramquet sample text list.", en: "See: tramquet sample text list.")
    public static let sampleNoName = Text("Không biết ai đang gõ.", en: "Nobody knows who is typing.")
    public static let sampleGiveName = Text("Cho biết tên: --as TÊN.", en: "Say who: --as NAME.")
    public static let sampleOwnLine = Text("Bạn đã gõ dòng này rồi; phải là người khác.", en: "You have typed this line already; it takes another person.")
    public static let sampleLineClosed = Text("Dòng này đã đủ người gõ.", en: "This line needs no more typists.")
    public static let sampleLineNotHere = Text("Dòng này không còn trong mẫu nào.", en: "This line is in no sample any more.")
}
