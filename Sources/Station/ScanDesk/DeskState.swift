import Records
import Terminal
import Texts

/// The state of Bàn quét. What the feeder does (`run`, `live`) and where the cursor stands (`cursor`) are two things.
public struct DeskState: Equatable, Sendable {
    public var dossier: DeskDossier?
    public private(set) var cursor: Int = 0
    /// What was told of single pages and is newer than the dossier as a whole.
    private var news: [PageID: LaterNews] = [:]
    /// Whose counts are shown.
    private var countsAsOf = Moment.start
    /// The cursor goes along with the newest page, until the person moves it.
    public var followsFeeder = true
    public var run: RunState = .idle
    public var device: DeviceLine?
    public var deviceSettings: Phrase?
    /// What the device does otherwise than asked.
    public var unmet: [Phrase] = []
    public var live: LivePage?
    /// What the run waits for, outside of pages.
    public var wait: DeskWait?
    /// When the dossier came onto the desk.
    public var openedAt: Timestamp?
    public var insertion: ScanPosition = .end
    /// Files of the import folder that wait for a dossier.
    public var incoming = 0
    /// The run under way brings files, not paper.
    public var takesIncoming = false
    /// Fronts that had no back when the run began.
    public var frontsAtStart = 0
    public var zoom = Zoom()
    /// Findings whose page and list line somebody has had before her eyes.
    public private(set) var seenFindings: Set<OpenFinding> = []
    /// Withholdings that were listed since the dossier was opened.
    private var seenMarks: Set<WithholdingID> = []
    /// Pages at which a document may start, and that were in the list somebody opened.
    var seenProposals: Set<PageID> = []
    /// The phiếu chuẩn bị that was laid before whoever finishes, so that it is not laid there twice.
    var seenPreparation: PageID?
    /// What the contents sheet names and the dossier has not was told when it was to be finished.
    var toldMissing: [ClosedRange<Int>] = []
    /// Manual duplex: somebody said that the fronts scanned so far have no backs.
    public var isWithoutBacks = false
    /// The picture shows the page at the cursor and its neighbour.
    public var showsTwoPages = false
    /// When the device stopped in trouble: the pace clock stands until it goes on.
    public var pausedAt: Timestamp?
    /// Seconds the pace clock stood before.
    public var pausedSeconds = 0.0

    public init() {}

    public var page: PageTile? {
        guard let pages = dossier?.pages, pages.indices.contains(cursor) else { return nil }
        return pages[cursor]
    }

    /// The document the cursor stands in, as an index.
    var documentIndex: Int? {
        guard let dossier, let page else { return nil }
        return dossier.documents.firstIndex { $0.id == page.document }
    }

    mutating func moveCursor(to index: Int) {
        let count = dossier?.pages.count ?? 0
        let target = max(0, min(index, count - 1))
        if target != cursor { zoom = Zoom() }
        cursor = target
        followsFeeder = target >= count - 1
    }

    /// A page of the dossier on the desk, in use or dropped.
    func tile(of page: PageID) -> PageTile? {
        dossier.flatMap { dossier in dossier.pages.first { $0.id == page } ?? dossier.dropped.first { $0.id == page } }
    }

    /// Takes a new state of the dossier; the cursor stays on its page, or where it was when that page is gone.
    mutating func take(_ new: DeskDossier) {
        // Answers of several threads may overtake each other.
        if let known = dossier, known.id == new.id, new.asOf < known.asOf { return }
        let stood = page?.id
        let wasAtEnd = followsFeeder
        let previous = cursor
        if dossier?.id != new.id { news = [:] }
        (dossier, countsAsOf) = (new, new.asOf)
        news = news.filter { $0.value.news.asOf > new.asOf }
        for later in news.values.sorted(by: { $0.news.asOf < $1.news.asOf }) { enter(later) }
        let pages = dossier?.pages ?? []
        if run.isUnderWay, wasAtEnd {
            cursor = max(0, pages.count - 1)
        } else if let stood, let index = pages.firstIndex(where: { $0.id == stood }) {
            cursor = index
        } else {
            cursor = max(0, min(previous, pages.count - 1))
        }
        followsFeeder = cursor >= pages.count - 1
        forgetLostInsertion()
    }

    /// News of one page: that it is durable now, at the end of the dossier, or that it changed in its place.
    mutating func take(_ kind: PageNewsKind, _ told: PageNews) {
        guard let asOf = dossier?.asOf, told.asOf >= asOf else { return }
        var later = LaterNews(kind: kind, news: told)
        if let known = news[told.page.id] {
            if known.news.asOf > told.asOf {
                // Read, and perhaps turned, before the screen had heard that it is there.
                guard kind == .new, known.kind == .changed else { return }
                later.news = known.news
            }
            if known.kind == .new { later.kind = .new }
        }
        news[told.page.id] = later
        enter(later)
        if kind == .new, followsFeeder { cursor = max(0, (dossier?.pages.count ?? 0) - 1) }
    }

    private mutating func enter(_ later: LaterNews) {
        guard var changed = dossier.take() else { return }
        let page = later.news.page
        let hint = page.index - 1
        let at = changed.pages.indices.contains(hint) && changed.pages[hint].id == page.id ? hint : changed.pages.firstIndex { $0.id == page.id }
        if let at {
            changed.pages[at] = page
        } else if later.kind == .new {
            changed.pages.append(page)
            changed.pagesSinceUndo += 1
            if let last = changed.documents.indices.last, changed.documents[last].id == page.document {
                changed.documents[last].pageCount += 1
            } else {
                changed.documents.append(DeskDocument(
                    id: page.document, number: changed.documents.count + 1, pageCount: 1, firstPage: changed.pages.count - 1))
            }
        }
        if later.news.asOf >= countsAsOf { (changed.counts, countsAsOf) = (later.news.counts, later.news.asOf) }
        dossier = changed
    }

    private mutating func forgetLostInsertion() {
        switch insertion {
        case .before(let page), .replacing(let page):
            if dossier?.pages.contains(where: { $0.id == page }) != true { insertion = .end }
        case .into(let place):
            if dossier?.places.contains(where: { $0.id == place }) != true { insertion = .end }
        case .end, .backs: break
        }
    }

    /// Seconds the person has had the dossier, without those in which the device stood.
    func pace(at now: Timestamp) -> Double? {
        guard let openedAt, dossier != nil else { return nil }
        return (pausedAt ?? now).seconds(since: openedAt) - pausedSeconds
    }

    mutating func resumePace(at now: Timestamp) {
        if let pausedAt { pausedSeconds += now.seconds(since: pausedAt) }
        pausedAt = nil
    }

    /// The two pages shown beside each other: both sides of the sheet at the cursor, or the page and the next.
    var pagePair: [PageTile] {
        guard let page, let pages = dossier?.pages else { return [] }
        if page.side == .back, cursor > 0, pages[cursor - 1].sheet == page.sheet, page.sheet != nil { return [pages[cursor - 1], page] }
        if cursor + 1 < pages.count { return [page, pages[cursor + 1]] }
        return cursor > 0 ? [pages[cursor - 1], page] : [page]
    }

    /// Findings nobody has looked at, in the order of the pages, sheets "hồ sơ mới" in front of theirs; blank sides have a grid
    /// of their own.
    var openFindings: [(page: PageTile, finding: Finding)] {
        guard let dossier else { return [] }
        let onPages = dossier.pages.flatMap { page in page.findings.filter(\.code.isWarning).map { (page, $0) } }
        guard !dossier.unnamed.isEmpty else { return onPages }
        let ofParts = dossier.unnamed.flatMap { part in
            dossier.dropped.filter { part.separators.contains($0.id) }.map { separator in
                var tile = separator
                tile.index = part.firstPage
                return (tile, Finding(.newDossier))
            }
        }
        let all = (ofParts + onPages).enumerated().sorted { ($0.element.0.index, $0.offset) < ($1.element.0.index, $1.offset) }
        return all.map { (page: $0.element.0, finding: $0.element.1) }
    }

    /// Pages at which a document may start, with their places, as the dossier stands now.
    var proposals: [(page: PageTile, proposal: DocumentProposal)] {
        guard let dossier, !dossier.proposals.isEmpty else { return [] }
        let proposals = Dictionary(dossier.proposals.map { ($0.page, $0) }) { first, _ in first }
        return dossier.pages.enumerated().compactMap { index, page in
            proposals[page.id].flatMap { isFirstOfDocument(at: index) ? nil : (page, $0) }
        }
    }

    /// Pages that OCR has not read: whether a document starts there nobody knows yet.
    var unreadPages: Int {
        dossier?.pages.count { $0.reading == .waiting && $0.withheld == nil && $0.blank != .confirmed } ?? 0
    }

    /// The pages in use that came with a page, in one run of the scanner.
    func pages(ofRunWith page: PageTile) -> [PageTile] {
        page.run == nil ? [page] : dossier?.pages.filter { $0.run == page.run } ?? []
    }

    /// The place in `openFindings` of the first that nobody has had before her eyes.
    var firstUnseenFinding: Int? {
        openFindings.firstIndex { !seenFindings.contains(OpenFinding(page: $0.page.id, code: $0.finding.code)) }
    }

    /// The first mark of secrecy that nobody has looked at: its paper is to be taken out.
    var unseenMark: DeskMark? { unseenWithMark?.found }

    private var unseenWithMark: DeskWithholding? { dossier?.withheld.first { $0.found != nil && !seenMarks.contains($0.id) } }

    /// The one that a mark was found in and nobody has looked at, else that of the page in hand.
    var withheldInHand: WithholdingID? {
        if let unseenWithMark { return unseenWithMark.id }
        guard let document = page?.document, let index = dossier?.documents.firstIndex(where: { $0.id == document }) else { return nil }
        return dossier?.withheld.first { $0.scope == .document && $0.place == index + 1 }?.id
    }

    mutating func seeMarks() { seenMarks.formUnion((dossier?.withheld ?? []).map(\.id)) }

    mutating func see(_ page: PageTile, _ finding: Finding) { seenFindings.insert(OpenFinding(page: page.id, code: finding.code)) }

    /// Manual duplex: fronts whose backs are to come, unless there are none.
    var frontsAwaiting: Int { isWithoutBacks ? 0 : dossier?.frontsAwaiting ?? 0 }

    /// Sides nobody has judged yet.
    var blanksInQuestion: [PageTile] {
        dossier?.pages.filter { ($0.blank == .suspected || $0.blank == .doubtful) && $0.withheld == nil } ?? []
    }
}

/// Something the device is at that may take long.
public struct DeskWait: Equatable, Sendable {
    public let what: Text
    public let since: Timestamp

    /// Every sheet takes a moment: that is nothing to talk of.
    private static let worthSaying = 3

    /// The wait in words with its length; nil while it is short.
    func words(at now: Timestamp, _ language: Language) -> String? {
        let seconds = Int((now.milliseconds - since.milliseconds) / 1000)
        return seconds >= DeskWait.worthSaying ? "\(what(language)) \(seconds) s" : nil
    }
}

/// The page that is coming out of the device.
public struct LivePage: Equatable, Sendable {
    /// Among the sides of the dossier, from 1.
    public var number: Int
    public let width: Int
    /// Rows expected; nil while unknown.
    public let height: Int?
    /// The rows so far, 8-bit grey.
    public private(set) var pixels: [UInt8] = []
    /// Drawn from the rows so far.
    public var drawn: Surface?
    /// Once it is stored; it stays on screen until the picture of the stored page is there.
    public var storedAs: PageID?

    init(number: Int, width: Int, height: Int?) {
        self.number = number
        self.width = width
        self.height = height
    }

    mutating func append(_ rows: [UInt8]) { pixels += rows }

    /// The page so far, in the height announced, or as A4 until it turns out longer.
    var image: PageImage {
        let known = width > 0 ? pixels.count / width : 0
        return PageImage(width: width, height: max(known, height ?? width * 1414 / 1000), pixels: pixels)
    }
}

/// What is told of one page.
enum PageNewsKind: Equatable {
    case new, changed
}

/// The newest of one page, and whether the dossier as a whole has not been told with it yet.
private struct LaterNews: Equatable {
    var kind: PageNewsKind
    var news: PageNews
}

/// What part of a page the large picture shows.
public struct Zoom: Equatable, Sendable {
    /// 0 the whole page, then half and quarter of its width.
    public private(set) var level = 0
    /// The centre, in shares.
    public private(set) var x = 0.5
    public private(set) var y = 0.5

    static let deepest = 3

    /// Looks closer at the top of the page first, where the heading is.
    mutating func closer() {
        if level == 0 { (x, y) = (0.5, 0) }
        level = min(Zoom.deepest, level + 1)
        keepInside()
    }

    /// Looks at a place, in shares of the page.
    mutating func look(atX x: Double, y: Double) {
        (self.x, self.y) = (x, y)
        keepInside()
    }

    mutating func farther() {
        level = max(0, level - 1)
        keepInside()
    }

    mutating func pan(x dx: Double, y dy: Double) {
        let step = share / 2
        (x, y) = (x + dx * step, y + dy * step)
        keepInside()
    }

    var share: Double { [1, 0.7, 0.5, 0.3][level] }

    var region: PageRegion {
        level == 0 ? .whole : PageRegion(x: x - share / 2, y: y - share / 2, width: share, height: share)
    }

    private mutating func keepInside() {
        x = min(max(x, share / 2), 1 - share / 2)
        y = min(max(y, share / 2), 1 - share / 2)
    }
}
