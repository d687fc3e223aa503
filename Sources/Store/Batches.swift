import Foundation
import GRDB
import Records
import Vietnamese

/// A batch and what it brought.
public struct BatchRecord: Sendable, Hashable, Identifiable {
    public let id: BatchID
    public let fields: BatchFields
    /// Boxes that came with it, and how many of them did not go back.
    public let boxes: Int
    public let boxesHere: Int
    /// As counted when they came; sheets of the boxes whose sheets were counted.
    public let dossiers: Int
    public let sheets: Int
}

extension StationStore {
    /// Adds a batch. Its number is one of a kind.
    @discardableResult
    public func addBatch(_ fields: BatchFields, by actor: Actor) throws(StoreError) -> BatchID {
        let fields = try checked(fields)
        let id: BatchID = identifiers.make()
        try write { db in
            try self.refuseDoubled(db, fields, but: id)
            try db.execute(
                sql: "INSERT INTO batches VALUES (?, ?, ?, ?)",
                arguments: [id.description, fields.number, try JSON.text(fields), self.clock.now().milliseconds])
            try self.record(db, "batch.added", subject: "batch:\(fields.number)", by: actor, ["fields": try JSON.text(fields)])
        }
        return id
    }

    /// Changes what is written down of a batch, its number too.
    /// - Parameter change: of what is written there at that moment.
    public func setBatch(_ id: BatchID, by actor: Actor, _ change: @Sendable (inout BatchFields) throws -> Void) throws(StoreError) {
        try write { db in
            let batch = try self.batch(db, id)
            let before = batch.fields
            var fields = before
            try change(&fields)
            fields = try self.checked(fields)
            if fields.returnedMetres != before.returnedMetres {
                fields.returnedMetresOf = fields.returnedMetres == nil ? nil : batch.boxes - batch.boxesHere
            }
            guard before != fields else { return }
            try self.refuseDoubled(db, fields, but: id)
            try self.replace(db, id, before, with: fields, by: actor)
        }
    }

    /// The newest first.
    public func batches() throws(StoreError) -> [BatchRecord] {
        try read { db in
            try Row.fetchAll(db, sql: StationStore.batchSQL + " GROUP BY b.id ORDER BY b.created DESC, b.id DESC").map { try BatchRecord($0) }
        }
    }

    public func batch(number: String) throws(StoreError) -> BatchRecord {
        let number = number.label
        return try read { db in
            guard let row = try Row.fetchOne(db, sql: StationStore.batchSQL + " WHERE b.number = ? GROUP BY b.id", arguments: [number])
            else { throw StoreError.handover(.noSuchBatch(number)) }
            return try BatchRecord(row)
        }
    }

    public func batch(_ id: BatchID) throws(StoreError) -> BatchRecord {
        try read { db in try self.batch(db, id) }
    }

    func batch(_ db: Database, _ id: BatchID) throws -> BatchRecord {
        guard let row = try Row.fetchOne(db, sql: StationStore.batchSQL + " WHERE b.id = ? GROUP BY b.id", arguments: [id.description])
        else { throw StoreError.handover(.noSuchBatch(id.description)) }
        return try BatchRecord(row)
    }

    private static let batchSQL = """
        SELECT b.id, b.fields, count(*) FILTER (WHERE c.kind = 'entry') AS boxes, count(*) FILTER (WHERE c.kind = 'return') AS gone,
               coalesce(sum(c.dossiers) FILTER (WHERE c.kind = 'entry'), 0) AS dossiers,
               coalesce(sum(c.sheets) FILTER (WHERE c.kind = 'entry'), 0) AS sheets
        FROM batches b LEFT JOIN box_counts c ON c.batch_id = b.id AND c.replaced_at IS NULL
        """

    /// The return minutes of a batch get their number with the first box that goes back: the next of the station.
    func numberReturn(_ db: Database, of id: BatchID, by actor: Actor) throws {
        let fields = try batch(db, id).fields
        guard fields.returnNumber == nil else { return }
        let numbers = try String.fetchAll(db, sql: "SELECT fields ->> 'returnNumber' FROM batches WHERE fields ->> 'returnNumber' IS NOT NULL")
        let next = (numbers.compactMap { Int($0) }.max() ?? 0) + 1
        var numbered = fields
        numbered.returnNumber = String(format: "%02d", next)
        try replace(db, id, fields, with: numbered, by: actor)
    }

    private func replace(_ db: Database, _ id: BatchID, _ before: BatchFields, with fields: BatchFields, by actor: Actor) throws {
        try db.execute(
            sql: "UPDATE batches SET number = ?, fields = ? WHERE id = ?", arguments: [fields.number, try JSON.text(fields), id.description])
        try record(
            db, "batch.changed", subject: "batch:\(before.number)", by: actor,
            ["before": try JSON.text(before), "after": try JSON.text(fields)])
    }

    /// One batch has a number, and one its return minutes.
    private func refuseDoubled(_ db: Database, _ fields: BatchFields, but id: BatchID) throws {
        func isTaken(_ column: String, _ value: String) throws -> Bool {
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM batches WHERE \(column) = ? AND id <> ?)", arguments: [value, id.description]) == true
        }
        if try isTaken("number", fields.number) { throw StoreError.handover(.batchExists(fields.number)) }
        guard let number = fields.returnNumber, try isTaken("fields ->> 'returnNumber'", number) else { return }
        throw StoreError.handover(.returnNumberExists(number))
    }

    private func checked(_ fields: BatchFields) throws(StoreError) -> BatchFields {
        let fields = fields.normal
        if fields.number.isEmpty { throw .invalidValue(field: "number", value: "") }
        // JSON has no number for what is none; more than this is a typing error.
        for metres in [fields.shelfMetres, fields.returnedMetres].compactMap({ $0 }) where !(0...10_000).contains(metres) {
            throw .invalidValue(field: "shelf_metres", value: "\(metres)")
        }
        return fields
    }
}

extension BatchRecord {
    init(_ row: Row) throws {
        id = try row.id("id")
        fields = try JSON.value(BatchFields.self, from: row["fields"])
        boxes = row["boxes"]
        boxesHere = boxes - (row["gone"] as Int)
        dossiers = row["dossiers"]
        sheets = row["sheets"]
    }
}

extension BatchFields {
    /// All texts in NFC, without blanks around.
    fileprivate var normal: BatchFields {
        var fields = self
        fields.number = number.label
        fields.name = name.label
        fields.giver = giver.normal
        fields.receiver = receiver.normal
        fields.place = place.label
        // An empty number is none: the next return gives one.
        fields.returnNumber = returnNumber.map(\.label).flatMap { $0.isEmpty ? nil : $0 }
        fields.basis = basis.label
        fields.note = note.label
        return fields
    }
}

extension Party {
    fileprivate var normal: Party { Party(unit: unit.label, person: person.label, post: post.label) }
}
