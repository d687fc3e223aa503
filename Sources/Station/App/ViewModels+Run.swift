import Records
import Texts

/// Where new pages go in the order of the dossier.
public enum ScanPosition: Sendable, Equatable {
    case end
    case before(PageID)
    /// The sheet of this page once more, in its place.
    case replacing(PageID)
    case into(PlaceholderID)
    /// Manual duplex, second pass. `reversed`: the last sheet comes first.
    case backs(reversed: Bool)
}

// MARK: Scan run

public struct DeviceLine: Sendable, Equatable, Identifiable {
    /// The name that opens it: `folder:…` or SANE's own.
    public var name: String
    /// What a person calls it: `fujitsu fi-7160`.
    public var title: String
    public var id: String { name }

    public init(name: String, title: String) {
        (self.name, self.title) = (name, title)
    }
}

/// Why and how a run ended, for the dialog and the message line.
public struct RunStop: Sendable, Equatable {
    public var reason: StopReason
    /// nil for an ordinary end (empty, max, cancelled).
    public var failure: Failure?
    /// Pages this run stored.
    public var pages: Int
    /// The last three good pages, oldest first: what the person compares with the paper in hand.
    public var lastGood: [PageTile]
    /// The sheet to take back and lay on the stack again, such as `13`; nil when there is none.
    public var takeBack: String?
    /// What the first line of each last good page says, as far as it has been read.
    public var firstLines: [PageID: String]
    /// Manual duplex: fronts whose backs are to come.
    public var frontsAwaiting: Int
    /// Codes of dossiers that the register has between those of the stack, and whose cover did not come.
    public var coversMissing: [String]
    /// Dossiers the stack turned to although their boxes had gone back: `H19.2008.02 (hộp 7)`.
    public var boxesAway: [String]
    /// Not a stop that has just come: the dossier was opened again in the middle of its stack, after lunch, another's shift or
    /// a sudden end.
    public var isResumed: Bool

    public init(
        reason: StopReason, failure: Failure? = nil, pages: Int, lastGood: [PageTile] = [], takeBack: String? = nil,
        firstLines: [PageID: String] = [:], frontsAwaiting: Int = 0, coversMissing: [String] = [], boxesAway: [String] = [],
        isResumed: Bool = false
    ) {
        self.coversMissing = coversMissing
        self.boxesAway = boxesAway
        self.isResumed = isResumed
        self.firstLines = firstLines
        self.frontsAwaiting = frontsAwaiting
        self.reason = reason
        self.failure = failure
        self.pages = pages
        self.lastGood = lastGood
        self.takeBack = takeBack
    }

    /// The person pressed Space before the paper was in: nothing is wrong with the scanner.
    var isEmptyFromTheStart: Bool { failure?.code == "feeder_empty" && pages == 0 }

    /// Jam, cover, hang or error: worth a dialog and the bell.
    public var isTrouble: Bool {
        switch reason {
        case .jam, .coverOpen, .hang, .error: true
        case .empty, .max, .cancelled, .nextDossier: false
        }
    }
}

/// What taking in files of the import folder came to. Its pages were told like those of a scan run.
public struct IncomingTaken: Sendable, Equatable {
    public var files: Int
    public var pages: Int
    /// Files that were put aside, with the reason beside them.
    public var refused: [String]
    /// What ended it before it was through; the rest waits.
    public var failure: Failure?

    public init(files: Int = 0, pages: Int = 0, refused: [String] = [], failure: Failure? = nil) {
        (self.files, self.pages, self.refused, self.failure) = (files, pages, refused, failure)
    }
}
