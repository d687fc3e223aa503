import Records
import Texts

/// Files of copiers, taken into the dossier on the desk like sheets of a run.
extension Model {
    var incomingAvailability: Availability {
        guard let dossier = desk.dossier else { return .notNow(.noDossierOnDesk) }
        if desk.incoming == 0 { return .notNow(.noIncoming) }
        if desk.run.isUnderWay { return .notNow(.stopScanningFirst) }
        if dossier.stage.isFinished { return .notNow(.alreadyFinished) }
        return desk.insertion.takesFiles ? .available : .notNow(.incomingNotHere)
    }

    mutating func takeIncoming() -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        (desk.run, desk.takesIncoming) = (.running, true)
        desk.live = nil
        if desk.insertion == .end { desk.moveCursor(to: dossier.pages.count - 1) }
        say(.working, Text.takingIncoming)
        return [.takeIncoming(dossier.id, desk.insertion)]
    }

    /// Files that come while sheets are missing are taken as they come, where that is wished; those that lay there before
    /// wait for the key.
    mutating func incoming(_ count: Int) -> [Effect] {
        let isMore = count > desk.incoming
        desk.incoming = count
        return isMore ? takeIncomingByItself() : []
    }

    mutating func incomingTaken(_ result: IncomingTaken) -> [Effect] {
        (desk.run, desk.takesIncoming, desk.live) = (.idle, false, nil)
        if let failure = result.failure { return fail(failure) }
        // What was forgotten is in.
        if case .before = desk.insertion, result.pages > 0 { desk.insertion = .end }
        let counts = ["files": String(result.files), "pages": String(result.pages), "refused": result.refused.joined(separator: ", ")]
        if result.refused.isEmpty {
            say(.done, Text.incomingTaken.with(counts))
        } else {
            say(.warning, Text.incomingTakenButRefused.with(counts))
        }
        // More may have come meanwhile. With nothing taken, the same files would be tried for ever.
        return bellIfWanted() + (result.pages > 0 ? takeIncomingByItself() : [])
    }

    private mutating func takeIncomingByItself() -> [Effect] {
        guard settings.handsFree, !isLeaving, screen == .scanDesk, layers.isEmpty, incomingAvailability == .available, let dossier = desk.dossier,
            let counted = dossier.counts.countedSheets, dossier.counts.sheets < counted
        else { return [] }
        return takeIncoming()
    }
}

extension ScanPosition {
    fileprivate var takesFiles: Bool {
        switch self {
        case .end, .before, .into: true
        case .replacing, .backs: false
        }
    }
}
