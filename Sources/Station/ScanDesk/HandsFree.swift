import Records
import Texts

/// What the sensors of the watched scanner said last.
public struct Sensors: Equatable, Sendable {
    public var paper: Bool?
    public var button: String?

    public init(paper: Bool? = nil, button: String? = nil) { (self.paper, self.button) = (paper, button) }
}

/// Whether the scanner's sensors are watched, between runs only: a driver has one user.
///
///     off ──followPaper──▶ on ──run, no dossier, complete──▶ off
///                          └──the device is gone──▶ failed ──a run that starts, saved settings──▶ off
public enum WatchState: Equatable, Sendable {
    case off
    /// Nil until the first word: what lies in the tray then was not put in just now.
    case on(Sensors?)
    /// Not tried again until something shows that the scanner is there.
    case failed
}

extension Model {
    /// Begins or ends the watch as the state of the desk asks; called after every message.
    mutating func followPaper() -> [Effect] {
        switch (wantsWatch, watch) {
        case (true, .off):
            watch = .on(nil)
            return [.watchPaper]
        case (false, .on):
            watch = .off
            // A run takes the scanner over; a program that ends lets it go.
            return desk.run.isUnderWay || isLeaving ? [] : [.stopWatching]
        default: return []
        }
    }

    /// Sheets are still to come, and nobody else needs the scanner. Where a person is on another screen or in a dialog the
    /// watch goes on, because opening a device takes seconds; what it sees then starts nothing.
    private var wantsWatch: Bool {
        guard settings.handsFree, !settings.device.isEmpty, screen != .setup, !isLeaving, !desk.run.isUnderWay,
            let dossier = desk.dossier, !dossier.stage.isFinished, let counted = dossier.counts.countedSheets
        else { return false }
        return dossier.counts.sheets < counted
    }

    /// Paper that is put in, or a button that goes down, is the space bar.
    mutating func sensed(_ now: Sensors) -> [Effect] {
        guard case .on(let before) = watch else { return [] }
        watch = .on(now)
        guard let before, screen == .scanDesk, layers.isEmpty, wantsWatch else { return [] }
        let isPaperNew = before.paper == false && now.paper == true
        let isButtonNew = before.button == nil && now.button != nil
        guard isPaperNew || isButtonNew, desk.insertion.isOfStack, !awaitsBacks else { return [] }
        let effects = startScan()
        say(.done, isButtonNew ? Text.startedByButton : .startedByPaper)
        return effects
    }

    /// The stack of fronts is to be turned over: what is laid in now may be either.
    private var awaitsBacks: Bool {
        if case .backs = desk.insertion { return false }
        return desk.frontsAwaiting > 0
    }

    mutating func watchEnded(_ why: Phrase) {
        guard case .on = watch else { return }
        watch = .failed
        say(.warning, why)
    }
}

extension ScanPosition {
    /// Paper laid into the feeder is meant for it; a single sheet is started by hand.
    fileprivate var isOfStack: Bool {
        switch self {
        case .end, .before, .backs: true
        case .replacing, .into: false
        }
    }
}
