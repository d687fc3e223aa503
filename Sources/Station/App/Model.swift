import Records
import Terminal
import Texts
import Vietnamese

/// Everything the screen shows, as a plain value. Only `update` changes it.
public struct Model: Equatable, Sendable {
    public var language: Language
    public var size: Size
    public var theme: Theme
    /// What the terminal can draw at best.
    public var colors: ColorDepth
    /// The moment of the last tick.
    public var now: Timestamp
    public var settings: StationSettings
    /// How pictures are drawn by wish of the command line, over what the settings say.
    public var previewWish: PictureMode?
    /// How Vietnamese is typed now: as the settings or the command line say, until F9 or an outside input method changes it.
    public var typing: Typing
    /// By wish of the command line, over what the settings say.
    public var inputMethodWish: InputMethod?
    public var status: StationStatus
    public var screen: Screen
    /// Dialogs over the screen, the top one last.
    public var layers: [Layer]
    public var message: MessageLine?
    /// What was found amiss before the screen came up; shown until the first key.
    public var startWarnings: [Phrase]
    public var pictures: PictureCache
    /// Pages withheld just now: nothing of them is shown until the station has answered.
    public var hidden: Set<PageID> = []
    /// Pages that somebody asked the machine to read again.
    var rereading = Rereading()

    public var desk: DeskState
    /// The scanner's sensors, watched between runs.
    public var watch: WatchState
    public var reader: ReaderState
    public var correction: CorrectionState
    public var sample: SampleState
    public var register: RegisterState
    public var boxes: BoxesState
    public var search: SearchState
    public var queue: QueueState
    public var withheldAll: WithheldAllState
    public var export: ExportState
    public var setup: SetupState
    /// The person asked to leave; the runtime ends when the effects under way have.
    public var isLeaving: Bool

    public init(language: Language, size: Size, theme: Theme, colors: ColorDepth, now: Timestamp) {
        self.language = language
        self.size = size
        self.theme = theme
        self.colors = colors
        self.now = now
        settings = StationSettings()
        typing = settings.typing
        status = StationStatus()
        screen = .scanDesk
        layers = []
        message = nil
        startWarnings = []
        pictures = PictureCache()
        desk = DeskState()
        watch = .off
        reader = ReaderState()
        correction = CorrectionState()
        sample = SampleState()
        register = RegisterState()
        boxes = BoxesState()
        search = SearchState()
        queue = QueueState()
        withheldAll = WithheldAllState()
        export = ExportState()
        setup = SetupState()
        isLeaving = false
    }
}

public enum Screen: String, Sendable, Equatable, CaseIterable {
    case setup, scanDesk, reader, correction, sample, register, boxes, search, queue, withheldAll, export

    var scope: Scope {
        switch self {
        case .setup: .setup
        case .scanDesk: .scanDesk
        case .reader: .reader
        case .correction: .correction
        case .sample: .sample
        case .register: .register
        case .boxes: .boxes
        case .search: .search
        case .queue: .queue
        case .withheldAll: .withheldAll
        case .export: .export
        }
    }
}

/// A dialog over the screen. Layers are modal: only the commands of `Scope.always` pass through them.
public enum Layer: Equatable, Sendable {
    /// Lines scrolled, and the scopes it explains.
    case help(scroll: Int)
    case palette(PaletteState)
    case countSheets(CountState)
    /// Findings nobody has looked at.
    case findings(ListState)
    /// All pages as small pictures.
    case contactSheet(ListState)
    /// The corners with the pencil numbers (dải số tờ).
    case numbers(NumbersState)
    /// Sheets that left the stack.
    case places(ListState)
    /// Manual duplex: the stack has to be turned over.
    case flipStack(FlipState)
    case finishDossier(FinishState)
    case runStopped(RunStop)
    /// The cursor among the pages in question.
    case blanks(ListState)
    case dropped(ListState)
    case notice(Failure)
    case question(Question)
    case newDossier(NewDossierState)
    /// The cursor among the scan profiles.
    case profiles(ListState)
    /// Pages at which documents may start.
    case boundaries(ListState)
    /// Whose pages lie behind the cursor.
    case transfer(TransferState)
    /// Right after the panic key: how much, and why.
    case withhold(WithholdState)
    /// What is withheld in the dossier on the desk.
    case withheld(WithheldState)
    /// A box is counted as it comes or goes back.
    case handover(HandoverState)
    /// Words that read the same are corrected in one go.
    case alike(AlikeState)
    /// The cursor among the ways to settle a page without correcting its words.
    case settle(ListState)

    var scope: Scope {
        switch self {
        case .help: .help
        case .palette: .palette
        case .countSheets: .countSheets
        case .findings: .findings
        case .contactSheet: .contactSheet
        case .numbers: .numbers
        case .places: .places
        case .flipStack: .flipStack
        case .finishDossier: .finishDossier
        case .runStopped: .runStopped
        case .blanks: .blanks
        case .dropped: .dropped
        case .notice: .notice
        case .question: .question
        case .newDossier: .newDossier
        case .profiles: .profiles
        case .transfer: .transfer
        case .boundaries: .boundaries
        case .withhold: .withhold
        case .withheld: .withheld
        case .handover: .handover
        case .alike: .alike
        case .settle: .settle
        }
    }
}

/// A question with yes and no.
public struct Question: Equatable, Sendable {
    public enum Subject: Equatable, Sendable {
        /// Leave although a run or an export is under way.
        case leave
        /// Settings were changed and not saved.
        case discardSettings
        /// Pages were found that had arrived when the program last died.
        case recoverLostPages(count: Int, dossiers: [String])
        /// Scan more into a dossier that was finished.
        case scanFinished
        /// Take back a step although pages were scanned since: scanning is no step, and she may mean that.
        case undoOlder(Phrase, pages: Int)
        /// Leave out everything that one run of the scanner brought.
        case dropRun(PageID, pages: Int)
        /// Accept what is delivered of a box.
        case acceptBox(String, dossiers: Int)
        /// Receive a box of a label that nobody knows; `nearest` is most like it.
        case newBox(String, nearest: String?)
        /// Count a box again that is here, under a label that was typed for another.
        case recountBox(BoxStanding)
    }
    public var subject: Subject

    public init(subject: Subject) { self.subject = subject }
}

extension Question.Subject {
    /// It belongs to the dossier on the desk and goes with it.
    var isAboutDesk: Bool {
        switch self {
        case .scanFinished, .dropRun, .undoOlder: true
        case .leave, .discardSettings, .recoverLostPages, .acceptBox, .newBox, .recountBox: false
        }
    }
}

/// The line that says what the last action did.
public struct MessageLine: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        case done, working, warning, trouble
    }
    public var kind: Kind
    public var phrase: Phrase

    public init(kind: Kind, phrase: Phrase) {
        (self.kind, self.phrase) = (kind, phrase)
    }
}

extension Model {
    /// Smallest terminal that shows a screen; below it only the vital counter.
    public static let smallestSize = Size(columns: 60, rows: 16)

    var isTooSmall: Bool { size.columns < Model.smallestSize.columns || size.rows < Model.smallestSize.rows }

    /// Where keys are looked up, first match wins.
    var scopes: [Scope] {
        guard let top = layers.last else { return [screenScope, .screens, .always] }
        return [top.scope, .always]
    }

    private var screenScope: Scope { isEditingWord ? .correctionEdit : isDeciding ? .sampleDecide : screen.scope }

    /// Whether letters go into a word of the text.
    var isEditingWord: Bool { screen == .correction && correction.edit != nil }

    /// How pictures are drawn: as the person chose, as far as the terminal can.
    var pictureMode: PictureMode { PictureMode.suited(to: colors, wish: previewWish ?? settings.preview) }

    mutating func say(_ kind: MessageLine.Kind, _ phrase: Phrase) { message = MessageLine(kind: kind, phrase: phrase) }
    mutating func say(_ kind: MessageLine.Kind, _ text: Text) { say(kind, text.phrase) }

    mutating func closeLayer() {
        if !layers.isEmpty { layers.removeLast() }
    }

    /// Whether something runs that leaving would cut short.
    var isWorking: Bool { desk.run.isUnderWay || export.isRunning }
}
