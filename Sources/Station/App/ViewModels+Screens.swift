import Records
import Terminal
import Texts

// MARK: Reading, search, queue

/// The text of one page and its neighbours in its dossier.
public struct PageText: Sendable, Equatable {
    public var page: PageTile
    public var dossier: DossierID
    public var code: String
    public var title: String
    public var pageCount: Int
    public var previous: PageID?
    public var next: PageID?
    /// nil until it has been read, or when reading failed (`page.reading` says which).
    public var recognised: RecognisedPage?
    /// Where in the words of `recognised` what was searched for stands, in their order.
    public var found: [Range<Int>]

    public init(
        page: PageTile, dossier: DossierID, code: String, title: String, pageCount: Int, previous: PageID? = nil,
        next: PageID? = nil, recognised: RecognisedPage? = nil, found: [Range<Int>] = []
    ) {
        self.found = found
        self.page = page
        self.dossier = dossier
        self.code = code
        self.title = title
        self.pageCount = pageCount
        self.previous = previous
        self.next = next
        self.recognised = recognised
    }
}

public struct SearchHit: Sendable, Equatable {
    public var page: PageID
    public var code: String
    public var title: String
    public var pageIndex: Int
    /// The text around the first place in pieces; found words are shown bright.
    public var snippet: [SnippetPart]
    /// Places on the page.
    public var places: Int
    /// The first of them, among the page's words.
    public var firstWord: Int?

    public init(page: PageID, code: String, title: String, pageIndex: Int, snippet: [SnippetPart], places: Int = 1, firstWord: Int? = nil) {
        (self.page, self.code, self.title, self.pageIndex, self.snippet) = (page, code, title, pageIndex, snippet)
        (self.places, self.firstWord) = (places, firstWord)
    }
}

/// A dossier that is found by its code, its title or its box.
public struct SearchDossier: Sendable, Equatable {
    public var code: String
    public var title: String
    public var box: String?
    public var pages: Int
    /// nil: there is none that may be seen.
    public var firstPage: PageID?

    public init(code: String, title: String, box: String? = nil, pages: Int, firstPage: PageID? = nil) {
        (self.code, self.title, self.box, self.pages, self.firstPage) = (code, title, box, pages, firstPage)
    }
}

public struct SnippetPart: Sendable, Equatable {
    public var text: String
    public var isMatch: Bool

    public init(_ text: String, isMatch: Bool = false) {
        (self.text, self.isMatch) = (text, isMatch)
    }
}

public struct SearchResults: Sendable, Equatable {
    public var query: String
    public var dossiers: [SearchDossier]
    public var hits: [SearchHit]
    /// All pages found, as far as they are counted; `hits` may hold only the first of them.
    public var total: Int
    /// There are more than `total`.
    public var isMore: Bool
    /// Why the query was not understood.
    public var refusal: Phrase?

    public init(
        query: String, dossiers: [SearchDossier] = [], hits: [SearchHit], total: Int, isMore: Bool = false, refusal: Phrase? = nil
    ) {
        (self.query, self.dossiers, self.hits, self.total) = (query, dossiers, hits, total)
        (self.isMore, self.refusal) = (isMore, refusal)
    }
}

/// One page that waits for OCR, is being read, or failed.
public struct QueueLine: Sendable, Equatable {
    public enum State: String, Sendable, Equatable {
        case waiting, running, failed
    }
    public var page: PageID
    public var code: String
    public var pageIndex: Int
    public var state: State
    /// Why it failed.
    public var reason: Phrase?

    public init(page: PageID, code: String, pageIndex: Int, state: State, reason: Phrase? = nil) {
        (self.page, self.code, self.pageIndex, self.state, self.reason) = (page, code, pageIndex, state, reason)
    }
}

public struct QueueStatus: Sendable, Equatable {
    public var waiting: Int
    public var running: Int
    public var failed: Int
    /// Failed first, then running, then the next that wait; at most 200.
    public var lines: [QueueLine]

    public init(waiting: Int = 0, running: Int = 0, failed: Int = 0, lines: [QueueLine] = []) {
        (self.waiting, self.running, self.failed, self.lines) = (waiting, running, failed, lines)
    }
}

/// The figures of the title line.
public struct StationStatus: Sendable, Equatable {
    /// Dossiers finished today at this station.
    public var doneToday: Int
    /// Pages that wait for OCR, those being read included.
    public var readingWaiting: Int
    public var readingFailed: Int

    public init(doneToday: Int = 0, readingWaiting: Int = 0, readingFailed: Int = 0) {
        (self.doneToday, self.readingWaiting, self.readingFailed) = (doneToday, readingWaiting, readingFailed)
    }
}

// MARK: Export

/// What an export to a folder would deliver now.
public struct ExportPlan: Sendable, Equatable {
    public var target: String
    public var dossiers: Int
    public var documents: Int
    public var pages: Int
    /// Dossiers already delivered there and unchanged since.
    public var alreadyDelivered: Int
    /// Dossiers that are not finished.
    public var notReady: Int
    /// Pages of ready dossiers still without text.
    public var readingWaiting: Int
    /// Pages of ready dossiers that were neither read nor looked at for a mark of secrecy.
    public var lookWaiting: Int
    /// Dossiers that are withheld as a whole, and pages of ready ones that are: they stay here.
    public var withheldDossiers: Int
    public var withheldPages: Int
    /// Ready dossiers with pages that seem to start documents, which nobody has looked at.
    public var unseenStarts: Int

    public init(
        target: String, dossiers: Int, documents: Int, pages: Int, alreadyDelivered: Int = 0, notReady: Int = 0,
        readingWaiting: Int = 0, lookWaiting: Int = 0, withheldDossiers: Int = 0, withheldPages: Int = 0, unseenStarts: Int = 0
    ) {
        (self.withheldDossiers, self.withheldPages, self.unseenStarts) = (withheldDossiers, withheldPages, unseenStarts)
        self.target = target
        self.dossiers = dossiers
        self.documents = documents
        self.pages = pages
        self.alreadyDelivered = alreadyDelivered
        self.notReady = notReady
        self.readingWaiting = readingWaiting
        self.lookWaiting = lookWaiting
    }
}

public struct ExportProgress: Sendable, Equatable {
    public var done: Int
    public var total: Int
    /// What is under way, such as the code of a dossier.
    public var current: String

    public init(done: Int, total: Int, current: String) {
        (self.done, self.total, self.current) = (done, total, current)
    }
}

public struct ExportResult: Sendable, Equatable {
    /// The folder written, or nil when there was nothing new.
    public var folder: String?
    public var dossiers: Int
    public var documents: Int
    public var pages: Int
    /// What was left out and why.
    public var notes: [Phrase]

    public init(folder: String?, dossiers: Int, documents: Int, pages: Int, notes: [Phrase] = []) {
        (self.folder, self.dossiers, self.documents, self.pages, self.notes) = (folder, dossiers, documents, pages, notes)
    }
}

// MARK: Settings

/// What the station asks on its first run; F8 changes it later.
public struct StationSettings: Sendable, Equatable {
    public var agency: String
    public var fondsCode: String
    public var fondsTitle: String
    public var station: String
    public var person: String
    /// Device name; empty when none was chosen yet.
    public var device: String
    /// Absolute path; empty when none was chosen yet.
    public var exportFolder: String
    /// Dossiers a day; 0 when there is no plan.
    public var dailyPlan: Int
    public var bell: Bool
    public var preview: PictureMode
    public var typing: Typing
    /// The scan profiles there are; the first, without a name, stands for the settings as they are.
    public var profiles: [ProfileLine]
    /// The name of the one in use.
    public var profile: String
    /// A run begins when paper is put in.
    public var handsFree: Bool

    public init(
        agency: String = "", fondsCode: String = "", fondsTitle: String = "", station: String = "", person: String = "",
        device: String = "", exportFolder: String = "", dailyPlan: Int = 0, bell: Bool = true, preview: PictureMode = .blocks,
        typing: Typing = Typing(), profiles: [ProfileLine] = [], profile: String = "", handsFree: Bool = false
    ) {
        self.agency = agency
        self.fondsCode = fondsCode
        self.fondsTitle = fondsTitle
        self.station = station
        self.person = person
        self.device = device
        self.exportFolder = exportFolder
        self.dailyPlan = dailyPlan
        self.bell = bell
        self.preview = preview
        self.typing = typing
        self.profiles = profiles
        self.profile = profile
        self.handsFree = handsFree
    }
}

/// A scan profile as the chooser lists it.
public struct ProfileLine: Sendable, Equatable {
    public var name: String
    /// What it sets.
    public var summary: Phrase

    public init(name: String, summary: Phrase) {
        (self.name, self.summary) = (name, summary)
    }
}
