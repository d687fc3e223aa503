import GRDB
import Records

extension StationStore {
    /// What the minutes of a batch say at this moment.
    /// - Throws: `batchIsEmpty` when no box came, or none went back.
    public func handover(_ kind: HandoverReport.Kind, of batch: BatchID) throws(StoreError) -> HandoverReport {
        try read { db in
            let fields = try self.batch(db, batch).fields
            let standings = try self.standings(db, try self.boxPlaces(db, batch: batch))
            let visits = try self.visits(db, standings.map(\.label)).mapValues { $0.first { $0.batch == batch } }
            let lines = standings.compactMap { box in
                visits[box.label]??.line(kind, of: box)
            }
            if lines.isEmpty { throw StoreError.handover(.batchIsEmpty(fields.number)) }
            let remaining = kind == .receipt ? [] : standings.map(\.label).filter { label in !lines.contains { $0.label == label } }
            let fonds = try Row.fetchOne(db, sql: "SELECT name, agency_name FROM fonds ORDER BY created LIMIT 1")
            let head = try String.fetchOne(db, sql: "SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1")
            var report = HandoverReport(
                kind: kind, batch: fields, agencyName: fonds?["agency_name"] ?? "", fondsName: fonds?["name"] ?? "", lines: lines,
                remaining: remaining, made: self.clock.now(), auditHead: head ?? AuditEntry.firstPrevious)
            report.prepared = .init(try self.preparations(db, inBoxes: lines.map(\.label)))
            return report
        }
    }

    /// Dossiers that are not done and whose box is not here, by kho, giá, hộp and number.
    /// - Parameters:
    ///   - labels: only of these boxes, those too that never came; nil: of all that went back.
    ///   - notReceived: of boxes that never came as well, without naming them.
    public func retrievalSlips(ofBoxes labels: [String]? = nil, notReceived: Bool = false) throws(StoreError) -> [RetrievalSlip] {
        let labels = labels.map { $0.map(\.label) }
        return try read { db in
            for label in labels ?? [] { _ = try self.standing(db, label) }
            let wanted = try self.boxPlaces(db).filter { place in labels?.contains(place.label) ?? true }
            let boxes = try self.standings(db, wanted).filter { box in
                let isAway = box.presence == .returned || box.presence == .notReceived && (labels != nil || notReceived)
                return isAway && !box.isGreen
            }
            let dossiers = try self.boxDossiers(db, boxes.map(\.label))
            return boxes.flatMap { box in
                (dossiers[box.label] ?? []).filter(\.needsPaper).map { RetrievalSlip(box, $0) }
            }
        }
    }
}

extension BoxVisit {
    /// nil: these minutes have no line for it.
    fileprivate func line(_ kind: HandoverReport.Kind, of box: BoxStanding) -> HandoverLine? {
        switch kind {
        case .receipt:
            // A box that came again since is compared with its register now, not with its newer count.
            let now = BoxStanding(label: box.label, room: "", shelf: "", visit: self, progress: box.progress, issues: [])
            let registered = now.entryDifferences.filter { if case .sheets(.scanned, _, _) = $0 { false } else { true } }
            return HandoverLine(
                label: box.label, room: box.room, shelf: box.shelf, count: entry.count, at: entry.at, cameAt: entry.at, entry: nil, differences: registered,
                earlyReason: nil)
        case .return:
            guard let exit else { return nil }
            return HandoverLine(
                label: box.label, room: box.room, shelf: box.shelf, count: exit.count, at: exit.at, cameAt: entry.at, entry: entry.count,
                differences: returnDifferences, earlyReason: exit.reason)
        }
    }
}

extension BoxDossier {
    /// Something of it is still to be done with the paper; waiting for a delivery or for somebody's eyes needs none.
    fileprivate var needsPaper: Bool {
        issues.contains { [.notScanned, .notFinished, .placesOpen, .findingsOpen, .pagesWaiting].contains($0) }
    }
}

extension RetrievalSlip {
    fileprivate init(_ box: BoxStanding, _ dossier: BoxDossier) {
        self.init(
            room: box.room, shelf: box.shelf, box: box.label, numberInBox: dossier.numberInBox, code: dossier.code, title: dossier.title,
            presence: box.presence, batchNumber: box.visit?.batchNumber, returnedAt: box.visit?.exit?.at, issues: dossier.issues)
    }
}
