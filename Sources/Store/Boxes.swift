import Foundation
import GRDB
import Records
import Vietnamese

/// A box with everything known of it.
public struct BoxDetail: Sendable, Hashable {
    public let standing: BoxStanding
    /// In the order of their numbers in the box.
    public let dossiers: [BoxDossier]
    /// The newest first.
    public let visits: [BoxVisit]
}

extension StationStore {
    // MARK: - Looking

    /// Boxes by kho, giá and label, as a person counts: box 2 before box 10.
    /// - Parameters:
    ///   - matching: words that must all stand in label, kho or giá, marks optional.
    ///   - colour: only those; all of them have to be looked at then.
    ///   - batch: only boxes that came with it.
    /// - Returns: the boxes from `offset` on, and how many match in all.
    public func boxes(
        matching text: String = "", colour: BoxColour? = nil, batch: BatchID? = nil, limit: Int, offset: Int = 0
    ) throws(StoreError) -> (boxes: [BoxStanding], total: Int) {
        let words = text.folded.split(separator: " ").map(String.init)
        return try read { db in
            let places = try self.boxPlaces(db, batch: batch).filter { place in words.allSatisfy { place.folded.contains($0) } }
            guard let colour else { return (try self.standings(db, Array(places.dropFirst(offset).prefix(limit))), places.count) }
            let found = try self.standings(db, places).filter { $0.colour == colour }
            return (Array(found.dropFirst(offset).prefix(limit)), found.count)
        }
    }

    /// How many boxes there are of each colour.
    public func boxCounts() throws(StoreError) -> [BoxColour: Int] {
        try read { db in
            Dictionary(try self.standings(db, try self.boxPlaces(db)).map { ($0.colour, 1) }, uniquingKeysWith: +)
        }
    }

    public func box(_ label: String) throws(StoreError) -> BoxDetail {
        let label = label.label
        return try read { db in
            let standing = try self.standing(db, label)
            return BoxDetail(
                standing: standing, dossiers: try self.boxDossiers(db, [label])[label] ?? [], visits: try self.visits(db, [label])[label] ?? [])
        }
    }

    /// Whether the paper of a dossier went back with its box: the desk says so when it is opened. A box that never came is none
    /// that went back.
    public func isReturned(_ dossier: DossierID) throws(StoreError) -> Bool {
        try read { db in
            guard let box = try self.dossier(db, dossier).fields.box else { return false }
            return try self.visits(db, [box])[box]?.first?.exit != nil
        }
    }

    // MARK: - Doing

    /// Writes down where a box stands in the store.
    public func setBox(_ label: String, room: String, shelf: String, by actor: Actor) throws(StoreError) {
        let (label, room, shelf) = (label.label, room.label, shelf.label)
        try write { db in
            let before = try self.standing(db, label)
            guard (before.room, before.shelf) != (room, shelf) else { return }
            try db.execute(
                sql: "INSERT INTO boxes VALUES (?, ?, ?) ON CONFLICT (label) DO UPDATE SET room = excluded.room, shelf = excluded.shelf",
                arguments: [label, room, shelf])
            try self.record(
                db, "box.placed", subject: "box:\(label)", by: actor,
                ["room": room, "shelf": shelf, "room_before": before.room, "shelf_before": before.shelf])
        }
    }

    /// Whether the register names a box or a batch brought it.
    public func knowsBox(_ label: String) throws(StoreError) -> Bool {
        let label = label.label
        return try read { db in try self.knows(db, box: label) }
    }

    /// The box whose label is most like this one; nil: none is.
    public func nearestBox(_ label: String) throws(StoreError) -> String? {
        let label = label.label
        return try read { db in try self.nearestBox(db, label) }
    }

    private func nearestBox(_ db: Database, _ label: String) throws -> String? {
        label.nearest(among: try String.fetchAll(db, sql: StationStore.boxLabelsSQL))
    }

    /// A box comes with a batch, counted; given once more while it is here, the count replaces the one before.
    /// - Parameter isNew: it may be one that neither the register nor a batch knows, and exists from now on. Else such a label is
    ///   refused: it was mistyped.
    public func receive(_ label: String, with batch: BatchID, _ count: BoxCount, isNew: Bool = false, by actor: Actor) throws(StoreError) {
        let (label, count) = (label.label, try checked(count))
        if label.isEmpty { throw .invalidValue(field: "box", value: "") }
        try write { db in
            let number = try self.batch(db, batch).fields.number
            guard try isNew || self.knows(db, box: label) else {
                throw StoreError.handover(.unknownBox(label, nearest: try self.nearestBox(db, label)))
            }
            let visits = try self.visits(db, [label])[label] ?? []
            if let open = visits.first, open.exit == nil {
                guard open.batch == batch else { throw StoreError.handover(.boxIsHere(label, batch: open.batchNumber)) }
                return try self.replace(db, open, number: visits.count, of: label, count, by: actor)
            }
            if visits.contains(where: { $0.batch == batch }) { throw StoreError.handover(.boxCameBefore(label, batch: number)) }
            try self.enter(db, .entry, of: label, visit: visits.count + 1, batch, count, reason: nil, by: actor)
            try self.record(db, "box.received", subject: "box:\(label)", by: actor, try StationStore.detail(count, batch: number))
        }
    }

    /// Counts a box again: what came while it is here, what went back when it is gone, on the day it did. The count before
    /// stays in the trail.
    public func recount(_ label: String, _ count: BoxCount, by actor: Actor) throws(StoreError) {
        let (label, count) = (label.label, try checked(count))
        try write { db in
            let visits = try self.visits(db, [label])[label] ?? []
            guard let visit = visits.first else { throw StoreError.handover(.boxNotHere(label)) }
            try self.replace(db, visit, number: visits.count, of: label, count, by: actor)
        }
    }

    /// A box goes back, counted. One of which not all is durable, delivered and accepted goes only with a reason, which the
    /// minutes tell.
    public func returnBox(
        _ label: String, _ count: BoxCount, reason: EarlyReturnReason? = nil, by actor: Actor
    ) throws(StoreError) {
        let (label, count) = (label.label, try checked(count))
        if let reason, EarlyReturnReason(code: reason.code, detail: reason.detail) != reason {
            throw .invalidValue(field: "reason", value: reason.detail ?? "")
        }
        try write { db in
            let visits = try self.visits(db, [label])[label] ?? []
            guard let visit = visits.first, visit.exit == nil else { throw StoreError.handover(.boxNotHere(label)) }
            let standing = try self.standing(db, label)
            if !standing.isGreen, reason == nil {
                throw StoreError.handover(.boxNotDone(label, open: standing.progress.dossiers - standing.progress.done))
            }
            let kept = standing.isGreen ? nil : reason
            try self.enter(db, .exit, of: label, visit: visits.count, visit.batch, count, reason: kept, by: actor)
            try self.numberReturn(db, of: visit.batch, by: actor)
            var detail = try StationStore.detail(count, batch: visit.batchNumber)
            if let kept { (detail["reason"], detail["reason_detail"]) = (kept.code, kept.detail?.nfc ?? "") }
            try self.record(db, "box.returned", subject: "box:\(label)", by: actor, detail)
        }
    }

    /// Takes back that a box came, or went back: the last of the two, keyed by mistake.
    public func withdrawHandover(_ label: String, by actor: Actor) throws(StoreError) {
        let label = label.label
        try write { db in
            let visits = try self.visits(db, [label])[label] ?? []
            guard let visit = visits.first else { throw StoreError.handover(.boxNotHere(label)) }
            let kind: CountKind = visit.exit == nil ? .entry : .exit
            try self.end(db, kind, of: label, visit: visits.count)
            try self.record(
                db, kind == .entry ? "box.receipt_withdrawn" : "box.return_withdrawn", subject: "box:\(label)", by: actor,
                try StationStore.detail(visit.exit?.count ?? visit.entry.count, batch: visit.batchNumber))
        }
    }

    // MARK: - Rows

    private enum CountKind: String {
        case entry
        case exit = "return"
    }

    private func enter(
        _ db: Database, _ kind: CountKind, of label: String, visit: Int, _ batch: BatchID, _ count: BoxCount, reason: EarlyReturnReason?,
        at time: Timestamp? = nil, by actor: Actor
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO box_counts (
                    batch_id, box, visit, kind, dossiers, sheets, condition, note, reason_code, reason_detail, person, station, at
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                batch.description, label, visit, kind.rawValue, count.dossiers, count.sheets, try JSON.text(count.condition), count.note,
                reason?.code, reason?.detail?.nfc, actor.person, actor.station, (time ?? self.clock.now()).milliseconds,
            ])
    }

    private func end(_ db: Database, _ kind: CountKind, of label: String, visit: Int) throws {
        try db.execute(
            sql: "UPDATE box_counts SET replaced_at = ? WHERE box = ? AND visit = ? AND kind = ? AND replaced_at IS NULL",
            arguments: [self.clock.now().milliseconds, label, visit, kind.rawValue])
    }

    /// - Parameter visit: the box came and went when it did: counting it again moves neither day.
    private func replace(_ db: Database, _ visit: BoxVisit, number: Int, of label: String, _ count: BoxCount, by actor: Actor) throws {
        let kind: CountKind = visit.exit == nil ? .entry : .exit
        // Who counts again and says nothing of the state has not seen another.
        var count = count
        if count.condition == .unsaid { count.condition = (visit.exit ?? visit.entry).count.condition }
        try end(db, kind, of: label, visit: number)
        try enter(
            db, kind, of: label, visit: number, visit.batch, count, reason: visit.exit?.reason, at: (visit.exit ?? visit.entry).at, by: actor)
        var detail = try StationStore.detail(count, batch: visit.batchNumber)
        detail["of"] = kind.rawValue
        try record(db, "box.recounted", subject: "box:\(label)", by: actor, detail)
    }

    private static func detail(_ count: BoxCount, batch: String) throws -> [String: String] {
        [
            "batch": batch, "dossiers": String(count.dossiers), "sheets": count.sheets.map(String.init) ?? "",
            "condition": try JSON.text(count.condition), "note": count.note,
        ]
    }

    /// More than lie in any box: a typing error.
    private static let mostDossiers = 9999
    private static let mostBoxSheets = 999_999

    private func checked(_ count: BoxCount) throws(StoreError) -> BoxCount {
        guard (0...StationStore.mostDossiers).contains(count.dossiers) else {
            throw .invalidValue(field: "dossiers", value: String(count.dossiers))
        }
        if let sheets = count.sheets, !(0...StationStore.mostBoxSheets).contains(sheets) {
            throw .invalidValue(field: "sheets", value: String(sheets))
        }
        var count = count
        count.note = count.note.label
        return count
    }
}
