import Crypto
import Foundation
import GRDB
import Records

/// One row of the trail. `hash` is the SHA-256 of the canonical bytes: the fields in this order, each ended by a line
/// feed, UTF-8: sequence, at (milliseconds), person, station, action, subject, detail, previous. A line feed inside a
/// field is written `\n`, a backslash `\\`. The first row's `previous` is 64 zeros.
public struct AuditEntry: Sendable, Hashable, Codable, FetchableRecord {
    public let sequence: Int64
    public let at: Timestamp
    public let person: String
    public let station: String
    public let action: String
    /// What it is about: `dossier:CODE`, `page:ULID`, …
    public let subject: String
    /// A JSON object with sorted keys.
    public let detail: String
    public let previous: String
    public let hash: String

    static let firstPrevious = String(repeating: "0", count: 64)

    static func hash(
        sequence: Int64, at: Timestamp, person: String, station: String, action: String, subject: String, detail: String,
        previous: String
    ) -> String {
        let fields = [String(sequence), String(at.milliseconds), person, station, action, subject, detail, previous]
        let canonical = fields.map {
            $0.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n") + "\n"
        }.joined()
        return SHA256.hash(data: Data(canonical.utf8)).hexadecimal
    }

    var expectedHash: String {
        AuditEntry.hash(
            sequence: sequence, at: at, person: person, station: station, action: action, subject: subject, detail: detail,
            previous: previous)
    }
}

extension StationStore {
    /// Appends to the trail inside the transaction of the fact it records.
    func record(
        _ db: Database, _ action: String, subject: String, by actor: Actor, _ detail: [String: String] = [:]
    ) throws {
        let last = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")
        let sequence: Int64 = (last?["sequence"] ?? 0) + 1
        let previous: String = last?["hash"] ?? AuditEntry.firstPrevious
        let at = clock.now()
        let detail = try JSON.text(detail)
        let hash = AuditEntry.hash(
            sequence: sequence, at: at, person: actor.person, station: actor.station, action: action, subject: subject,
            detail: detail, previous: previous)
        try db.execute(
            sql: "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                sequence, at.milliseconds, actor.person, actor.station, action, subject, detail, previous, hash,
            ])
    }

    /// A few letters that tell this store from others, whatever folder it lies in: of the hash of its first row.
    public func mark() throws(StoreError) -> String {
        try read { db in
            String((try String.fetchOne(db, sql: "SELECT hash FROM audit ORDER BY sequence LIMIT 1") ?? AuditEntry.firstPrevious).prefix(12))
        }
    }

    /// The hash of the newest row: what a manifest anchors. 64 zeros while the trail is empty.
    public func auditHead() throws(StoreError) -> String {
        try read { db in
            try String.fetchOne(db, sql: "SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1") ?? AuditEntry.firstPrevious
        }
    }

    /// The newest rows, oldest of them first.
    public func auditEntries(last count: Int) throws(StoreError) -> [AuditEntry] {
        try read { db in
            try AuditEntry.fetchAll(db, sql: "SELECT * FROM audit ORDER BY sequence DESC LIMIT ?", arguments: [count]).reversed()
        }
    }

    /// Recomputes the whole chain. Nil when it holds, else the sequence of the first row that does not.
    public func firstBrokenAuditRow() throws(StoreError) -> Int64? {
        try read { db in
            var previous = AuditEntry.firstPrevious
            var expected: Int64 = 1
            let rows = try AuditEntry.fetchCursor(db, sql: "SELECT * FROM audit ORDER BY sequence")
            while let row = try rows.next() {
                if row.sequence != expected || row.previous != previous || row.hash != row.expectedHash { return row.sequence }
                previous = row.hash
                expected += 1
            }
            return nil
        }
    }
}

/// JSON with sorted keys, so that equal values have equal texts.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
