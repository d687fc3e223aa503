import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    @Suite struct Audit {
        let station: Station
        let store: StationStore

        init() throws {
            station = try Station()
            store = station.store
        }

        @Test func anEmptyTrailHolds() throws {
            #expect(try store.auditHead() == String(repeating: "0", count: 64))
            #expect(try store.firstBrokenAuditRow() == nil)
        }

        @Test func everyChangeIsARowOfTheChain() throws {
            let dossier = try station.dossier(title: "dòng một\ndòng hai \\ \"x\"")
            let pages = try station.scan(2, into: dossier)
            try store.drop([pages[0]], by: station.hoa)
            try store.undo(dossier, by: station.hoa)
            let entries = try store.auditEntries(last: 100)
            #expect(entries.map(\.action) == [
                "dossier.added", "run.started", "page.entered", "page.entered", "run.ended", "pages.drop", "pages.undone",
            ])
            #expect(entries.map(\.sequence) == Array(1...7))
            #expect(Set(entries.map(\.person)) == ["hoa"])
            for (entry, next) in zip(entries, entries.dropFirst()) { #expect(next.previous == entry.hash) }
            #expect(try store.auditHead() == entries.last?.hash)
            #expect(try store.auditEntries(last: 2) == Array(entries.suffix(2)))
            #expect(try store.firstBrokenAuditRow() == nil)
        }

        /// Recomputed here from the documented canonical bytes, with other code.
        @Test func theHashIsWhatTheDocumentationSays() {
            let hash = AuditEntry.hash(
                sequence: 1, at: Timestamp(milliseconds: 1000), person: "hoa", station: "01", action: "a", subject: "b\nc", detail: "d\\e",
                previous: AuditEntry.firstPrevious)
            // printf '1\n1000\nhoa\n01\na\nb\\nc\nd\\\\e\n%064d\n' 0 | sha256sum
            #expect(hash == "e94f7e4a3f1027b370b7f02bcac43ee01b62f8c3c0bb8ff90348863ddadb6848")
        }

        @Test func rowsCannotBeChanged() throws {
            _ = try station.dossier()
            let head = try store.auditHead()
            for sql in [
                "UPDATE audit SET person = 'x'", "DELETE FROM audit",
                "INSERT OR REPLACE INTO audit VALUES (1, 0, 'x', 'x', 'x', 'x', 'x', 'x', 'x')",
                "INSERT INTO audit VALUES (9, 0, 'x', 'x', 'x', 'x', 'x', 'x', 'x')",
            ] {
                #expect(throws: StoreError.self, "\(sql)") { try store.execute(sql) }
            }
            #expect(try store.auditHead() == head)
            #expect(try store.firstBrokenAuditRow() == nil)
        }

        @Test(arguments: ["at = at + 1", "person = 'x'", "station = 'x'", "action = 'x'", "subject = 'x'", "detail = '{}'", "previous = 'x'", "hash = 'x'"])
        func aChangedRowIsFound(change: String) throws {
            try station.scan(4, into: station.dossier())
            try store.execute("DROP TRIGGER audit_is_append_only_update")
            try store.execute("UPDATE audit SET \(change) WHERE sequence = 3")
            #expect(try store.firstBrokenAuditRow() == 3)
        }

        @Test func aMissingRowIsFoundAtTheNext() throws {
            try station.scan(4, into: station.dossier())
            try store.execute("DROP TRIGGER audit_is_append_only_delete")
            try store.execute("DELETE FROM audit WHERE sequence = 4")
            #expect(try store.firstBrokenAuditRow() == 5)
        }

        @Test func aFactThatFailsLeavesNoRow() throws {
            let dossier = try station.dossier()
            let pages = try station.scan(1, into: dossier)
            let head = try store.auditHead()
            #expect(throws: StoreError.self) { try store.split(before: pages[0], by: station.hoa) }
            #expect(throws: StoreError.self) { try store.finish(dossier, by: station.hoa) }
            #expect(try store.auditHead() == head)
        }
    }
}
