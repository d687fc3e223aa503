import Records
import Station
import StationFakes
import Terminal
import Testing
import Texts

struct Frame: Sendable, CustomTestStringConvertible {
    let columns: Int
    let rows: Int
    var language = Language.vi
    var preview = PictureMode.blocks

    var name: String { "\(columns)x\(rows)-\(language.rawValue)-\(preview.rawValue)" }
    var testDescription: String { name }

    static let all = [
        Frame(columns: 80, rows: 24), Frame(columns: 80, rows: 24, language: .en, preview: .ascii),
        Frame(columns: 120, rows: 40), Frame(columns: 120, rows: 40, language: .en),
        Frame(columns: 200, rows: 60, preview: .ascii), Frame(columns: 60, rows: 16),
    ]
    static let usual = [Frame(columns: 80, rows: 24), Frame(columns: 120, rows: 40, language: .en)]

    func scene() -> Scene { Scene(language: language, columns: columns, rows: rows, preview: preview) }
    func desk(pages: Int = 24, counted: Int? = 42) -> Scene {
        Scene.desk(pages: pages, counted: counted, language: language, columns: columns, rows: rows, preview: preview)
    }
}

struct ScreenTests {
    @Test(arguments: Frame.all) func deskIdle(_ frame: Frame) { Golden.check(frame.desk(), "desk-idle-\(frame.name)") }

    @Test(arguments: Frame.all) func deskWithCursorElsewhere(_ frame: Frame) {
        var scene = frame.desk(pages: 30)
        scene.press(.home, .right, .right)
        Golden.check(scene, "desk-cursor-\(frame.name)")
    }

    @Test(arguments: Frame.all) func deskScanning(_ frame: Frame) {
        Golden.check(DeskScenes.scanning(frame), "desk-scanning-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func deskEmpty(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(2))
        Golden.check(scene, "desk-empty-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func deskComplete(_ frame: Frame) {
        Golden.check(frame.desk(pages: 84, counted: 42), "desk-complete-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func countSheets(_ frame: Frame) {
        var scene = frame.desk(pages: 0, counted: nil)
        scene.type("42")
        Golden.check(scene, "count-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func jam(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.character(" "))
        scene.event(.run(.stopped(DeskScenes.jam)))
        Golden.check(scene, "jam-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func mismatch(_ frame: Frame) {
        var scene = frame.desk()
        scene.event(
            .countMismatch(
                CountMismatch(dossier: Sample.id(1), counted: 14, scanned: 12, missingSheets: ["13", "14"])))
        scene.type("12")
        Golden.check(scene, "mismatch-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func blanks(_ frame: Frame) {
        var scene = frame.desk(pages: 84)
        scene.press(.character("b"), .right)
        Golden.check(scene, "blanks-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func findings(_ frame: Frame) {
        var scene = frame.desk(pages: 40)
        scene.press(.character("f"), .down)
        Golden.check(scene, "findings-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func withholding(_ frame: Frame) {
        var scene = frame.desk(pages: 12)
        scene.press(.home, .right, .right, .right, .right, .right)
        scene.press(.function(10))
        Golden.check(scene, "withhold-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func withheldPages(_ frame: Frame) {
        var scene = frame.desk(pages: 12)
        scene.event(.desk(Self.withheldDossier))
        scene.press(.home, .right, .right, .right, .right, .right)
        Golden.check(scene, "desk-withheld-\(frame.name)")
        scene.press(.character("y"))
        scene.type("anh Ba")
        Golden.check(scene, "withheld-\(frame.name)")
    }

    private static let withheldDossier: DeskDossier = {
        var desk = Sample.dossier(pages: 12, counted: 42)
        for index in 4..<8 { desk.pages[index].withheld = .suspectedSecret }
        desk.withheld = [
            DeskWithholding(id: Sample.id(7), scope: .document, place: 2, reason: .suspectedSecret, person: "hoa"),
            DeskWithholding(id: Sample.id(8), scope: .page, place: 7, reason: .damaged, person: "lan", detail: "rách nát"),
        ]
        return desk
    }()

    /// A mark that the program found: it stays on the bar until somebody has looked.
    @Test(arguments: Frame.usual) func markOfSecrecy(_ frame: Frame) {
        var scene = frame.desk(pages: 12)
        var desk = Self.withheldDossier
        let mark = SecrecyMark(level: .secret, box: Box(x: 160, y: 400, width: 240, height: 60), evidence: [.picture])
        desk.withheld[0].found = DeskMark(page: 5, mark: mark)
        desk.withheld[0].isByProgram = true
        scene.event(.desk(desk))
        scene.event(.secrecyFound(desk.id, page: 5, mark))
        Golden.check(scene, "secrecy-\(frame.name)")
        scene.press(.character("y"))
        Golden.check(scene, "secrecy-withheld-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func contactSheet(_ frame: Frame) {
        var scene = frame.desk(pages: 40)
        scene.press(.character("v"), .left, .left)
        Golden.check(scene, "contact-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func sheetNumbers(_ frame: Frame) {
        var scene = frame.desk(pages: 24)
        scene.event(.desk(DeskScenes.numbered()))
        scene.press(.character("n"), .right)
        scene.type("12a")
        Golden.check(scene, "numbers-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func sheetNumbersLarge(_ frame: Frame) {
        var scene = frame.desk(pages: 24)
        scene.event(.desk(DeskScenes.numbered()))
        scene.press(.character("n"), .character("+"), .right)
        Golden.check(scene, "numbers-large-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func boundaries(_ frame: Frame) {
        var scene = frame.desk()
        var dossier = Sample.dossier(pages: 12, counted: 6, documentLength: 12)
        let heads = [(3, 0.99, "15/QĐ-UBND"), (5, 0.97, ""), (9, 0.61, "51-CV/TU")]
        dossier.proposals = heads.map { number, confidence, head in
            DocumentProposal(
                page: Sample.page(number).id, confidence: confidence, isSure: confidence > 0.9, head: head,
                reasons: [Text("quốc hiệu, số và ký hiệu", en: "national title, number")])
        }
        scene.event(.desk(dossier))
        scene.press(.character("e"))
        Golden.check(scene, "boundaries-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func preparation(_ frame: Frame) {
        var scene = frame.desk()
        var dossier = Sample.dossier(pages: 12)
        dossier.preparation = DeskPreparation(sheet: Sample.page(99), isWanted: true, lastPreparer: "Lê Văn Ba")
        scene.event(.desk(dossier))
        Golden.check(scene, "desk-preparation-\(frame.name)")
        scene.press(.character("s"))
        scene.type("42")
        scene.press(.tab, .tab, .tab, .tab)
        scene.type("3")
        Golden.check(scene, "preparation-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func unnamedDossier(_ frame: Frame) {
        var scene = frame.desk()
        var dossier = Sample.dossier(pages: 12, counted: 4)
        dossier.unnamed = [DeskPart(separators: [], page: Sample.page(9).id, firstPage: 9, pages: 4, sheets: 2)]
        scene.event(.desk(dossier))
        Golden.check(scene, "desk-unnamed-\(frame.name)")
        scene.press(.character("h"))
        scene.event(.others(text: "", [3, 4].map(Sample.line)))
        scene.press(.down)
        Golden.check(scene, "unnamed-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func transfer(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.left, .left, .character("h"))
        scene.event(.others(text: "", (3..<30).map(Sample.line)))
        scene.press(.down)
        Golden.check(scene, "transfer-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func places(_ frame: Frame) {
        var scene = frame.desk(pages: 24)
        scene.event(.desk(DeskScenes.numbered()))
        scene.press(.character("c"))
        Golden.check(scene, "places-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func stripWithPlaces(_ frame: Frame) {
        var scene = frame.desk(pages: 12)
        guard var desk = scene.model.desk.dossier else { return }
        desk.places = [
            DeskPlace(id: Sample.id(701), kind: .map, label: "5", pagesBefore: 10),
            DeskPlace(id: Sample.id(702), kind: .fragile, label: "7", pagesBefore: 12),
        ]
        scene.event(.desk(desk))
        Golden.check(scene, "strip-places-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func flipStack(_ frame: Frame) {
        var scene = frame.desk(pages: 12)
        scene.press(.character(" "))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 12, frontsAwaiting: 12))))
        Golden.check(scene, "flip-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func twoPages(_ frame: Frame) {
        var scene = frame.desk(pages: 24)
        scene.press(.character("2"))
        Golden.check(scene, "two-pages-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func dropped(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.character("x"), .character("x"), .character("d"), .down)
        Golden.check(scene, "dropped-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func profiles(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.character("p"), .down)
        Golden.check(scene, "profiles-\(frame.name)")
    }

    /// The device does otherwise than the profile asks.
    @Test(arguments: Frame.usual) func unmetWishes(_ frame: Frame) {
        var scene = frame.desk()
        scene.event(.profileChosen("Bản đồ"))
        scene.press(.character(" "))
        scene.event(.run(.started(Sample.id(1), device: Sample.devices[1], settings: Text("200 dpi · màu", en: "200 dpi · colour").phrase)))
        scene.event(.run(.unmet([Text.unmetResolutionNote.with(["asked": "240", "got": "200"]), Text.unmetBrightnessNote.phrase])))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 2))))
        Golden.check(scene, "unmet-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func help(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.function(1))
        Golden.check(scene, "help-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func palette(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.control("p"))
        scene.type("trang")
        Golden.check(scene, "palette-\(frame.name)")
    }

    @Test(arguments: Frame.all) func register(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(6))
        let query = RegisterQuery()
        scene.event(.register(RegisterLines(query: query, lines: (0..<200).map(Sample.line), total: 35_000)))
        scene.press(.down, .down, .down)
        Golden.check(scene, "register-\(frame.name)")
    }

    private func boxes(_ frame: Frame, at place: Int) -> Scene {
        var scene = frame.scene()
        scene.press(.control("k"))
        scene.event(.boxes(Boxes.lines(BoxesQuery())))
        scene.event(.boxCounts(Boxes.counts))
        scene.event(.batches(Boxes.batches))
        for _ in 1..<place { scene.press(.down) }
        scene.event(.box(Boxes.inFull(String(place))))
        return scene
    }

    @Test(arguments: Frame.all) func boxes(_ frame: Frame) { Golden.check(boxes(frame, at: 3), "boxes-\(frame.name)") }

    @Test(arguments: Frame.usual) func boxComes(_ frame: Frame) {
        var scene = boxes(frame, at: 5)
        scene.press(.insert)
        scene.type("11")
        scene.press(.tab, .tab, .tab, .tab, .tab, .right, .right)
        Golden.check(scene, "box-comes-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func boxGoesBackEarly(_ frame: Frame) {
        var scene = boxes(frame, at: 3)
        scene.press(.control("t"))
        scene.type("11")
        scene.press(.enter, .right)
        Golden.check(scene, "box-early-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func registerEmpty(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(6))
        scene.event(.register(RegisterLines(query: RegisterQuery(), lines: [], total: 0)))
        Golden.check(scene, "register-empty-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func newDossier(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(6))
        scene.press(.control("n"))
        scene.type("H19.2008.77")
        Golden.check(scene, "new-dossier-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func typing(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(6), .control("n"))
        scene.type("H19.2008.77")
        scene.press(.tab)
        scene.type("Taapj luwu quyeets ddinhj 15/QDD-UBND, ")
        scene.press(.function(9))
        scene.type("na8m 2008 ho2a")
        Golden.check(scene, "typing-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func firstRun(_ frame: Frame) {
        var scene = frame.scene()
        scene.event(.settings(StationSettings(station: "Trạm 01", person: "hoa"), isFirstRun: true))
        scene.event(.devices(Sample.devices, trouble: []))
        scene.press(.paste("Ủy ban nhân dân tỉnh Đồng Nai"))
        scene.press(.enter)
        Golden.check(scene, "first-run-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func chooseScanner(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(8))
        scene.event(.devices(Sample.devices, trouble: []))
        scene.press(.control("d"))
        Golden.check(scene, "setup-scanner-\(frame.name)")
    }

    @Test(arguments: Frame.all) func reader(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.home, .character("w"))
        scene.event(.text(DeskScenes.text))
        Golden.check(scene, "reader-\(frame.name)")
    }

    /// At a doubtful word; while one is typed; and before all alike are corrected.
    @Test(arguments: Frame.all) func correction(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.home, .function(3))
        scene.event(.correction(Sample.correction, for: .page(Sample.page(1).id)))
        for page in Sample.correction.pages.prefix(2) { scene.event(.correctionText(Sample.correctionText(page.tile.id))) }
        scene.press(.character("n"))
        Golden.check(scene, "correction-\(frame.name)")
        scene.press(.character("i"))
        scene.type("nhaan")
        Golden.check(scene, "correction-typing-\(frame.name)")
        scene.press(.enter, .character("b"))
        scene.event(.alike(text: "nhan", [
            AlikeLine(page: Sample.page(1).id, pageIndex: 1, before: "Hội đồng nhân dân và Ủy ban", after: "dân ngày 26 tháng 11 năm 2003;"),
            AlikeLine(page: Sample.page(2).id, pageIndex: 2, before: "", after: "viên văn phòng"),
        ]))
        Golden.check(scene, "correction-alike-\(frame.name)")
    }

    /// At a word that is sure, with what else may be meant; when the dossier is done and another waits; and one wholly withheld.
    @Test(arguments: Frame.usual) func correctionGoingOn(_ frame: Frame) {
        var scene = frame.desk()
        scene.press(.home, .function(3))
        scene.event(.correction(Sample.correction, for: .page(Sample.page(1).id)))
        for page in Sample.correction.pages.prefix(2) { scene.event(.correctionText(Sample.correctionText(page.tile.id))) }
        scene.press(.left)
        scene.event(.suggestions(Sample.page(1).id, Sample.correctionText(Sample.page(1).id).text.words[27], ["Luận", "Luân", "luật"]))
        Golden.check(scene, "correction-sure-\(frame.name)")
        scene.press(.character("h"))
        Golden.check(scene, "correction-settle-\(frame.name)")
        scene.press(.character("4"))
        scene.event(.nextToCorrect(after: Sample.correction.id, CorrectionNext(id: Sample.id(2), code: "H19.2008.02.QD", pages: 7)))
        scene.press(.enter)
        Golden.check(scene, "correction-done-\(frame.name)")
        scene.press(.control("s"))
        let withheld = CorrectionDossier(id: Sample.id(2), code: "H19.2008.02.QD", title: "", pages: [], withheld: 7)
        scene.event(.correction(withheld, for: .dossier(Sample.id(2))))
        Golden.check(scene, "correction-withheld-\(frame.name)")
    }

    /// A line to be typed; one on which two differ; and nothing left to type.
    @Test(arguments: Frame.usual) func sample(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.alt("g"))
        scene.event(.sample(Sample.typingDesk))
        scene.type("TINHR DDOONGF")
        Golden.check(scene, "sample-\(frame.name)")
        // What is half typed stays in hand, whatever others do: the rest with an empty field.
        scene = frame.scene()
        scene.press(.alt("g"))
        scene.event(.sample(Sample.desk([Sample.lineTasks[2]])))
        Golden.check(scene, "sample-differs-\(frame.name)")
        scene.event(.sample(SampleDesk(progress: Sample.typingDesk.progress, summaries: [Sample.summary])))
        Golden.check(scene, "sample-done-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func search(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.control("f"))
        scene.type("phe duyet")
        scene.event(.searchResults(DeskScenes.results))
        Golden.check(scene, "search-\(frame.name)")
        scene.press(.down, .enter)
        scene.event(.text(DeskScenes.textFound))
        Golden.check(scene, "search-page-\(frame.name)")
        scene.press(.escape)
        scene.type(" năm:9")
        scene.event(
            .searchResults(
                SearchResults(
                    query: scene.model.search.field.text, hits: [], total: 0,
                    refusal: Text.searchNoDate.with(["key": "năm", "value": "9"]))))
        Golden.check(scene, "search-refused-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func queue(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(12))
        scene.event(.queue(DeskScenes.queue))
        Golden.check(scene, "queue-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func withheldEverywhere(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.alt("y"))
        scene.event(.withheldAll(WithheldLines(lines: [], total: 0, dossiers: 0)))
        Golden.check(scene, "withheld-none-\(frame.name)")
        scene.event(.withheldAll(DeskScenes.withheldAll))
        scene.press(.down)
        Golden.check(scene, "withheld-all-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func exportPlan(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(7))
        scene.event(.exportPlan(DeskScenes.plan))
        Golden.check(scene, "export-plan-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func exportRunning(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(7))
        scene.event(.exportPlan(DeskScenes.plan))
        scene.press(.enter)
        scene.event(.exportProgress(ExportProgress(done: 1, total: 3, current: "H19.2008.01.QD")))
        Golden.check(scene, "export-running-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func exportDone(_ frame: Frame) {
        var scene = frame.scene()
        scene.press(.function(7))
        scene.event(.exportFinished(ExportResult(folder: "/srv/giao/2026-11-21", dossiers: 3, documents: 14, pages: 62)))
        Golden.check(scene, "export-done-\(frame.name)")
    }

    @Test(arguments: Frame.usual) func notice(_ frame: Frame) {
        var scene = frame.scene()
        scene.event(.failed(DeskScenes.failure))
        Golden.check(scene, "notice-\(frame.name)")
    }

    @Test func tooSmall() {
        var scene = Scene.desk(columns: 60, rows: 16)
        let before = scene.screen
        scene.send(.resized(Size(columns: 20, rows: 5)))
        #expect(scene.screen.first?.hasPrefix("tờ 12/42") == true)
        scene.send(.resized(Size(columns: 55, rows: 5)))
        Golden.check(scene, "too-small")
        scene.send(.resized(Size(columns: 60, rows: 16)))
        #expect(scene.screen == before)
    }
}

enum DeskScenes {
    /// Sheet 5 is missing, two are number 7, the first is a cover, a map has its place.
    static func numbered() -> DeskDossier {
        var dossier = Sample.dossier(pages: 24, counted: 42)
        for index in dossier.pages.indices {
            let sheet = index / 2
            dossier.pages[index].sheet = Sample.id(800 + sheet)
            dossier.pages[index].role = sheet == 0 ? .cover : .document
            dossier.pages[index].sheetLabel = sheet == 0 ? "" : String(sheet < 5 ? sheet : sheet < 8 ? sheet + 1 : sheet)
            dossier.pages[index].isLabelled = sheet == 5 || sheet == 8
        }
        (dossier.missingNumbers, dossier.doubledLabels) = ([5] + Array(12...42), ["8"])
        dossier.places = [
            DeskPlace(id: Sample.id(701), kind: .fragile, label: "3", pagesBefore: 6, isOpen: false),
            DeskPlace(id: Sample.id(702), kind: .map, label: "12", pagesBefore: 24),
        ]
        return dossier
    }

    static func scanning(_ frame: Frame) -> Scene {
        var scene = frame.desk(pages: 23)
        scene.press(.character(" "))
        scene.event(
            .run(.started(Sample.id(1), device: Sample.devices[1], settings: Text("300 dpi · màu · A4", en: "300 dpi").phrase)))
        let image = Sample.image(24)
        scene.event(.run(.pageBegan(width: image.width, height: image.height)))
        scene.event(.run(.rows(Array(image.pixels.prefix(image.width * image.height / 2)))))
        return scene
    }

    static let failure = Failure(
        code: "held", message: Text("Trạm 02 đang mở hồ sơ này.", en: "Trạm 02 has this dossier open.").phrase,
        kept: Text.nothingChanged.phrase, todo: Text.tryAgainSoon.phrase)

    static let jam = RunStop(
        reason: .jam,
        failure: Failure(
            code: "jam", message: Text("Kẹt giấy ở tờ 13.", en: "Paper jam at sheet 13.").phrase,
            kept: Text.pagesStored.with(["pages": "24"]),
            todo: Text("Mở nắp máy, lấy tờ giấy kẹt ra nhẹ nhàng.", en: "Open the cover and take the sheet out gently.").phrase),
        pages: 24, lastGood: [22, 23, 24].map { Sample.page($0) }, takeBack: "13")

    static let text = PageText(
        page: Sample.page(1), dossier: Sample.id(1), code: "H19.2008.01.QD", title: "Tập lưu quyết định", pageCount: 24,
        next: Sample.page(2).id, recognised: Sample.recognised(1))

    static let textFound = PageText(
        page: Sample.page(1), dossier: Sample.id(1), code: "H19.2008.01.QD", title: "Tập lưu quyết định", pageCount: 24,
        next: Sample.page(2).id, recognised: Sample.recognised(1), found: [2..<4, 8..<9])

    static let results = SearchResults(
        query: "phe duyet",
        dossiers: [SearchDossier(code: "H19.2008.01.QD", title: "Quyết định phê duyệt năm 2008", box: "12", pages: 24, firstPage: Sample.page(1).id)],
        hits: (1...2).map { number in
            SearchHit(
                page: Sample.page(number).id, code: "H19.2008.0\(number).QD", title: "Tập lưu quyết định của UBND năm 2008",
                pageIndex: number,
                snippet: [SnippetPart("… Về việc "), SnippetPart("phê duyệt", isMatch: true), SnippetPart(" kế hoạch số hóa …")])
        }, total: 2)

    static let queue = QueueStatus(
        waiting: 13, running: 1, failed: 1,
        lines: [
            QueueLine(
                page: Sample.id(1), code: "H19.2008.01.QD", pageIndex: 5, state: .failed,
                reason: Text("ảnh hỏng", en: "damaged image").phrase),
            QueueLine(page: Sample.id(2), code: "H19.2008.01.QD", pageIndex: 6, state: .running),
            QueueLine(page: Sample.id(3), code: "H19.2008.01.QD", pageIndex: 7, state: .waiting),
        ])

    static let withheldAll = WithheldLines(
        lines: [
            WithheldLine(
                id: Sample.id(801), dossier: Sample.id(1), code: "H19.2008.01.QD", scope: .document, pages: 4...7, reason: .suspectedSecret,
                mark: SecrecyMark(level: .secret, box: Box(x: 1, y: 2, width: 3, height: 4), evidence: [.picture]), person: "tramquet", isByProgram: true,
                since: "27/11 09:12"),
            WithheldLine(
                id: Sample.id(802), dossier: Sample.id(2), code: "H19.2008.02.QD", scope: .page, pages: 12...12, reason: .damaged, person: "hoa", since: "26/11 16:40"),
            WithheldLine(
                id: Sample.id(803), dossier: Sample.id(3), code: "H19.2008.03.QD", scope: .dossier, pages: 1...30, reason: .restricted, person: "lan", since: "20/11 08:05"),
            WithheldLine(
                id: Sample.id(804), dossier: Sample.id(3), code: "H19.2008.03.QD", scope: .document, pages: nil, reason: .unsuitable, person: "lan", since: "20/11 08:00"),
        ], total: 4, dossiers: 3)

    static let plan = ExportPlan(
        target: "/srv/giao", dossiers: 3, documents: 14, pages: 62, alreadyDelivered: 34, notReady: 5, readingWaiting: 2, lookWaiting: 1)
}
