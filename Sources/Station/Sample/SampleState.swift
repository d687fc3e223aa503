import Records
import Terminal
import Texts

/// What the station has for this person to type.
public struct SampleDesk: Sendable, Equatable {
    /// The line that waits for her, and the one that comes next.
    public var tasks: [LineTask]
    /// Of each sample in use.
    public var progress: [SampleProgress]
    /// What comes out of each; told only where no line waits.
    public var summaries: [SampleSummary]
    /// The line with which nothing was done, as others were quicker.
    public var refused: Int64?
    /// The line whose text could not be written, and the text.
    public var unsaved: UnsavedLine?

    public init(
        tasks: [LineTask] = [], progress: [SampleProgress] = [], summaries: [SampleSummary] = [], refused: Int64? = nil, unsaved: UnsavedLine? = nil
    ) {
        (self.tasks, self.progress, self.summaries, self.refused, self.unsaved) = (tasks, progress, summaries, refused, unsaved)
    }
}

/// What was typed and did not reach the disk.
public struct UnsavedLine: Sendable, Equatable {
    public var line: Int64
    public var text: String

    public init(line: Int64, text: String) { (self.line, self.text) = (line, text) }
}

/// A sample in a few lines.
public struct SampleSummary: Sendable, Equatable {
    public var title: Phrase
    public var counts: Phrase
    /// Whom lines wait for; nil: for nobody.
    public var waiting: Phrase?
    /// Nil while no line is settled.
    public var figures: Phrase?

    public init(title: Phrase, counts: Phrase, waiting: Phrase?, figures: Phrase?) {
        (self.title, self.counts, self.waiting, self.figures) = (title, counts, waiting, figures)
    }
}

/// The screen on which lines of a sample are typed. The machine's text never comes here.
public struct SampleState: Equatable, Sendable {
    /// Nil until the station has told what waits.
    public internal(set) var desk: SampleDesk?
    /// The line in hand.
    public internal(set) var task: LineTask?
    public internal(set) var field = SampleState.field()
    /// Of a line that two typed differently: whether she types a third text.
    public internal(set) var isTypingOther = false
    /// The first part of the line that is shown. It follows what is typed.
    var part = 0
    /// 0: as high as every mark is seen; more: larger; less: more of the line is seen.
    var zoom = 0
    /// Lines typed since the screen was opened, the last one last: they can be taken back.
    var typed: [Int64] = []
    /// Texts of lines that could not be written: they are there when the line comes again.
    var unsaved: [Int64: String] = [:]
    /// Answers that are on their way.
    var pending = 0
    public internal(set) var cameFrom = Screen.scanDesk

    public init() {}

    /// Longer than any line of print: comparing takes as long as the square of it.
    static func field(_ text: String? = nil) -> TextField { TextField(text ?? "", limit: 1000) }

    /// Takes the line in hand, with what was half typed of it.
    mutating func begin(_ task: LineTask?) {
        self.task = task
        field = SampleState.field(task?.draft)
        isTypingOther = task?.purpose != .type && task?.draft?.isEmpty == false
        part = 0
    }

    /// Of the sample of the line in hand.
    var progress: SampleProgress? { desk?.progress.first { $0.sample == task?.sample } }

    /// What did not reach the disk stands in the lines it was typed for.
    func withUnsaved(_ desk: SampleDesk) -> SampleDesk {
        var desk = desk
        for index in desk.tasks.indices {
            if let text = unsaved[desk.tasks[index].id] { desk.tasks[index].draft = text }
        }
        return desk
    }

    /// Pages that are withheld now: nothing of them is typed.
    mutating func forget(_ pages: Set<PageID>) {
        desk?.tasks.removeAll { pages.contains($0.page) }
        if let task, pages.contains(task.page) { begin(nil) }
    }
}
