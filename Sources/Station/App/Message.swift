import Records
import Terminal
import Texts

/// Everything that can happen to the station. `update` takes one after another.
public enum Message: Sendable, Equatable {
    case input(Key)
    /// The terminal has another size now.
    case resized(Size)
    /// Once a second, for the pace clock.
    case tick(Timestamp)
    case event(Event)
    /// A picture drawn from a grey picture, off the main thread (by the runtime).
    case pictureDrawn(PictureRequest, Surface)
}

/// What the outside tells the station: answers to effects, and news nobody asked for.
public enum Event: Sendable, Equatable {
    // The station
    /// `isFirstRun`: nothing was configured yet; the settings are proposals to be confirmed.
    case settings(StationSettings, isFirstRun: Bool)
    case settingsSaved(StationSettings)
    case profileChosen(String)
    /// The devices found, and what could not be asked.
    case devices([DeviceLine], trouble: [Phrase])
    case status(StationStatus)
    /// Pages that had arrived when the program last died, with the codes of their dossiers: a person is asked.
    case lostPages(count: Int, dossiers: [String])
    /// For the message line: what an action did, such as "Đã tách văn bản từ trang 5."
    case did(Phrase)
    /// For the message line as well, unless something weightier stands there: what happened by itself.
    case noticed(Phrase)
    case failed(Failure)

    // Register
    case register(RegisterLines)
    case dossierOpened(DeskDossier)
    /// After `.dossierOpened`, where sheets are still to come: what lies in it last, to be compared with the stack.
    case resumed(DossierID, RunStop?)

    /// After `.dossierOpened`: its paper is not here, as its box went back.
    case boxIsAway(DossierID, box: String)

    // Boxes
    case boxes(BoxLines)
    case boxCounts([BoxColour: Int])
    case box(BoxInFull)
    /// The newest first.
    case batches([BatchLine])
    /// A box came, went back or was accepted, with what is to be said of it.
    case boxChanged(BoxInFull, Phrase)
    /// A label that is to be received is known to nobody; `nearest` is most like it.
    case boxUnknown(String, nearest: String?)
    /// Nor this one: it is here already, and was to come.
    case boxIsHere(BoxStanding)
    /// It goes back only with a reason.
    case boxNotDone(BoxInFull)
    /// nil: there is nothing to print.
    case printed(PrintedPaper?)

    // Scan desk
    /// The dossier as it is now, after any change to it.
    case desk(DeskDossier)
    /// One page changed (a reading or a check came in); its place did not.
    case pageChanged(DossierID, PageNews)
    /// What `findOthers` found for this text, without the dossier itself.
    case others(text: String, [DossierLine])
    case run(RunEvent)
    /// What the watched scanner's sensors say now; `paper` nil where it has none.
    case sensed(paper: Bool?, button: String?)
    /// The watch ended without being asked to.
    case watchEnded(Phrase)
    /// So many files of the import folder could be taken into the dossier on the desk.
    case incoming(Int)
    case incomingTaken(IncomingTaken)
    case countMismatch(CountMismatch)
    /// Counts settled; its code for the message line.
    case finished(DossierID, code: String)

    /// These pages are withheld now, in answer for those asked; none where it could not be done.
    case withheld(Set<PageID>, asked: Set<PageID>)
    /// It could not be done.
    case notWithheld(asked: Set<PageID>)

    /// A page of the dossier on the desk was read that bears a mark of secrecy; after the `.desk` in which it is withheld.
    case secrecyFound(DossierID, page: Int, SecrecyMark)
    /// The same of another dossier.
    /// - pages: all of that dossier that are withheld now.
    case secrecyFoundElsewhere(Failure, pages: Set<PageID>)

    // Pictures, texts, queue, export
    case pageImage(PictureRequest, PageImage)
    case pictureUnavailable(PictureRequest, Phrase)
    case text(PageText)
    case correction(CorrectionDossier, for: CorrectionState.Target)
    case correctionText(CorrectionText)
    case corrected(CorrectionAnswer)
    case alike(text: String, [AlikeLine])
    /// Of a word as it stood when they were asked for.
    case suggestions(PageID, RevisedWord, [String])
    /// nil: no other dossier has anything to correct.
    case nextToCorrect(after: DossierID, CorrectionNext?)
    /// Pages that were read while their dossier is being corrected, with the newest reading of each.
    /// Pages of it were asked to be read again, and nothing came of it.
    case notReadAgain(DossierID)
    /// By another process: nothing of them stays on the screen.
    case withheldElsewhere(Set<PageID>)
    case correctionRead(DossierID, [CorrectionPage], readings: [PageID: Int64])
    case sample(SampleDesk)
    case searchResults(SearchResults)
    case queue(QueueStatus)
    case withheldAll(WithheldLines)
    case exportPlan(ExportPlan)
    case exportProgress(ExportProgress)
    case exportFinished(ExportResult)
    case exportFailed(Failure)
}

/// What a scan run tells. Rows come at most 20 times a second; pages are told only once they are durable.
public enum RunEvent: Sendable, Equatable {
    /// What the device was really set to, such as `300 dpi · màu · A4`.
    case started(RunID, device: DeviceLine, settings: Phrase)
    /// What the device does otherwise than the settings ask; after `.started`.
    case unmet([Phrase])
    /// The device is at something that may take long, such as warming up.
    case waiting(Text)
    /// A side begins to come out. `height` is nil while the length is unknown.
    case pageBegan(width: Int, height: Int?)
    /// Further rows of the page under way, 8-bit grey, 255 is white, `rows.count` a multiple of the width told by
    /// `pageBegan`. Small: about 400 pixels wide is enough.
    case rows([UInt8])
    /// On disk and in the database. `atEnd` false: it went in before other pages and a `.desk` follows.
    case pageStored(PageNews, atEnd: Bool)
    /// A side of a separator sheet is stored, and no page of the dossier; what came of it, if anything.
    case separated(Phrase?, DeskCounts)
    /// A cover came through: the feeder goes on into this dossier.
    case turned(DeskDossier)
    case stopped(RunStop)
}

/// Which picture is wanted: one page, or part of it, at one size. Two equal requests give the same picture, so it is
/// also the key of the picture cache.
public struct PictureRequest: Sendable, Hashable {
    public enum Purpose: Sendable, Hashable {
        /// The large picture of the page at the cursor.
        case page
        /// A small picture of the contact strip or a grid.
        case tile
        /// A part of a line of text, as large as the cells: nothing is left over.
        case strip
    }
    public var page: PageID
    public var purpose: Purpose
    /// The part wanted, seen upright (after turn).
    public var region: PageRegion
    /// Degrees clockwise; the station turns the picture itself.
    public var turn: Int
    /// Degrees clockwise that set it straight: the services do that.
    public var deskew: Double
    /// In cells.
    public var size: Size
    public var mode: PictureMode

    public init(
        page: PageID, purpose: Purpose, region: PageRegion = .whole, turn: Int = 0, deskew: Double = 0, size: Size, mode: PictureMode
    ) {
        self.deskew = deskew
        self.page = page
        self.purpose = purpose
        self.region = region
        self.turn = turn
        self.size = size
        self.mode = mode
    }

    /// The same part in the stored image, before turn: what the services cut out. They may return it at any scale; see
    /// `reduction(ofWidth:)`.
    public var storedRegion: PageRegion {
        switch turn {
        case 90: PageRegion(x: region.y, y: 1 - region.x - region.width, width: region.height, height: region.width)
        case 180:
            PageRegion(
                x: 1 - region.x - region.width, y: 1 - region.y - region.height, width: region.width, height: region.height)
        case 270: PageRegion(x: 1 - region.y - region.height, y: region.x, width: region.height, height: region.width)
        default: region
        }
    }

    /// By what an image may be reduced while it is decoded and still show everything the cells can.
    ///
    /// A cell is two dots of braille wide, and a dot wants about three pixels or thin strokes fade.
    /// - Parameter width: of the stored image, in pixels.
    /// - Returns: 1, 2, 4 or 8.
    public func reduction(ofWidth width: Int) -> Int {
        let fields = turn % 180 == 0 ? size.columns : 2 * size.rows
        let there = Int(Double(width) * storedRegion.width)
        return [8, 4, 2].first { there / $0 >= PictureRequest.pixelsPerCell * max(1, fields) } ?? 1
    }

    /// Whether an image of this width, in pixels, shows everything the cells can; the small copy of a whole page does.
    public func isShown(byWidth width: Int) -> Bool {
        let fields = turn % 180 == 0 ? size.columns : 2 * size.rows
        return region == .whole || Int(Double(width) * storedRegion.width) >= PictureRequest.pixelsPerCell * fields
    }

    private static let pixelsPerCell = 5
}
