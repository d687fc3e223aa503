import Foundation
import GRDB
import Records
import Testing
@testable import Store

extension StoreTests {
    /// Pencil numbers, roles, counted trang, level rows, findings looked at.
    @Suite struct Sheets {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor
        /// Five sheets of a front and a back.
        let p: [PageID]

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier()
            p = try station.scan(10, into: dossier)
        }

        private func labels() throws -> [String] {
            try station.expectConsistent(dossier)
            return try store.contents(dossier).pages.filter { $0.side == .front }.map(\.label)
        }

        private func refused(_ field: String, _ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) {
            let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation, performing: body)
            guard case .invalidValue(field, _)? = error else {
                Issue.record("\(String(describing: error))", sourceLocation: sourceLocation)
                return
            }
        }

        @Test func aLabelSetsThoseBehindItRight() throws {
            #expect(try labels() == ["1", "2", "3", "4", "5"])
            try store.setLabel(ofSheetWith: p[5], "7", by: hoa)
            #expect(try labels() == ["1", "2", "7", "8", "9"])
            let contents = try store.contents(dossier)
            #expect(contents.pages.map(\.isLabelled) == [false, false, false, false, true, true, false, false, false, false])
            #expect(contents.pages[4].label == "7", "both sides are one sheet's")
            #expect(contents.missingNumbers == [3, 4, 5, 6])
            try store.setLabel(ofSheetWith: p[4], " ", by: hoa)
            #expect(try labels() == ["1", "2", "3", "4", "5"])
        }

        @Test func lettersAndStrokesKeepTheirNumber() throws {
            try store.setLabel(ofSheetWith: p[2], "1a", by: hoa)
            try store.setLabel(ofSheetWith: p[6], "2/2", by: hoa)
            #expect(try labels() == ["1", "1a", "2", "2/2", "3"])
            #expect(try store.contents(dossier).missingNumbers == [])
            try store.setLabel(ofSheetWith: p[8], "2", by: hoa)
            #expect(try store.contents(dossier).doubledLabels == ["2"])
            try store.setCountedSheets(dossier, 6, by: hoa)
            #expect(try store.contents(dossier).missingNumbers == [3, 4, 5, 6])
            try store.setLabel(ofSheetWith: p[8], "bìa", by: hoa)
            #expect(try labels().last == "bìa", "without a number nothing is counted")
        }

        @Test(arguments: ["1234567890123", "12;3", "1 2", "\u{1B}[2J", "10000", "99999999999a"]) func whatIsNoPencilNumberIsRefused(label: String) {
            refused("label") { try store.setLabel(ofSheetWith: p[0], label, by: hoa) }
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
        }

        @Test func labelsAreNFC() throws {
            try store.setLabel(ofSheetWith: p[0], "e\u{302}", by: hoa)
            #expect(try store.contents(dossier).pages[0].label.unicodeScalars.map(\.value) == [0xEA])
        }

        @Test func coversAreOutsideTheNumberedRun() throws {
            try store.setLabel(ofSheetWith: p[0], "9", by: hoa)
            try store.setRole(ofSheetWith: p[1], .cover, by: hoa)
            try store.setRole(ofSheetWith: p[9], .closing, by: hoa)
            #expect(try labels() == ["", "1", "2", "3", ""])
            let counts = try store.dossier(dossier).counts
            #expect((counts.sheets, counts.roles) == (3, RoleCounts(cover: 1, closing: 1)))
            #expect(try store.undo(dossier, by: hoa) == .role)
            #expect(try store.undo(dossier, by: hoa) == .role)
            #expect(try labels() == ["9", "10", "11", "12", "13"])
            try store.redo(dossier, by: hoa)
            try store.redo(dossier, by: hoa)
            #expect(try labels() == ["", "1", "2", "3", ""])
            let rows = try store.auditEntries(last: 9).filter { $0.action == "pages.role" }
            #expect(rows.contains { $0.detail.contains("\"closing\"") }, "the trail says what it became: \(rows)")
        }

        @Test func countedRolesBlockFinishing() throws {
            try store.setRole(ofSheetWith: p[0], .cover, by: hoa)
            try store.setCountedSheets(dossier, 4, by: hoa)
            try store.setCountedRoles(dossier, RoleCounts(cover: 1, contents: 2), by: hoa)
            #expect(try store.dossier(dossier).standing.missing.contains(MissingItem(.otherSheets, count: 2)))
            let error = #expect(throws: StoreError.self) { try store.finish(dossier, by: hoa) }
            #expect(error?.code == "other_sheets")
            try store.finish(dossier, override: .other("mục lục rời"), by: hoa)
            #expect(try store.dossier(dossier).standing.state == .scanned)
            try store.undo(dossier, by: hoa)
            try store.setCountedRoles(dossier, RoleCounts(cover: 1), by: hoa)
            try store.finish(dossier, by: hoa)
            #expect(try store.dossier(dossier).standing.isSettled)
            try store.setRole(ofSheetWith: p[0], .closing, by: hoa)
            #expect(try store.dossier(dossier).standing.state == .scanning, "as many sheets, but not those that were counted")
            try station.expectConsistent(dossier)
            refused("counted_sheets") { try store.setCountedRoles(dossier, RoleCounts(other: -1), by: hoa) }
            for _ in 0..<5 { try store.undo(dossier, by: hoa) }
            #expect(try store.dossier(dossier).countedRoles == nil)
        }

        @Test func whatAPageCountsAs() throws {
            try store.setCountsAs(p[3], 2, by: hoa)
            try store.setCountsAs(p[4], 0, by: hoa)
            #expect(try store.contents(dossier).pages.map(\.countsAs) == [1, 1, 1, 2, 0, 1, 1, 1, 1, 1])
            refused("counts_as") { try store.setCountsAs(p[0], 3, by: hoa) }
            refused("counts_as") { try store.setCountsAs(p[0], -1, by: hoa) }
            try store.setCountsAs(p[4], 0, by: hoa)
            #expect(try store.undo(dossier, by: hoa) == .countsAs)
            #expect(try store.undo(dossier, by: hoa) == .countsAs)
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
        }

        @Test func settingAPageStraightSettlesItsSkew() throws {
            try store.note(Finding(.skew, value: 1.4), on: p[2])
            try store.note(Finding(.blur, value: 0.2), on: p[2])
            #expect(try store.dossier(dossier).counts.openFindings == 2)
            try store.setDeskew(p[2], 1.4, by: hoa)
            let page = try store.contents(dossier).pages[2]
            #expect((page.deskew, page.findings.map(\.code)) == (1.4, [.blur]))
            #expect(try store.dossier(dossier).counts.openFindings == 1)
            try store.undo(dossier, by: hoa)
            #expect(try store.contents(dossier).pages[2].findings.map(\.code) == [.skew, .blur])
            #expect(try store.contents(dossier).pages[2].deskew == 0)
            try store.redo(dossier, by: hoa)
            #expect(try store.contents(dossier).pages[2].deskew == 1.4)
            for degrees in [15.1, -90, .nan, .infinity] { refused("deskew") { try store.setDeskew(p[0], degrees, by: hoa) } }
            try station.expectConsistent(dossier)
        }

        @Test func findingsThatSomebodyHasLookedAt() throws {
            for page in [p[1], p[4]] { try store.note(Finding(.tooLight, value: 0.3), on: page) }
            try store.accept([(p[1], .tooLight), (p[4], .tooLight)], by: hoa)
            #expect(try store.dossier(dossier).counts.openFindings == 0)
            #expect(try store.undo(dossier, by: hoa) == .accept)
            #expect(try store.dossier(dossier).counts.openFindings == 2)
            #expect(throws: StoreError.noSuchPage(p[0].description)) { try store.accept([(p[1], .tooLight), (p[0], .tooLight)], by: hoa) }
            #expect(try store.dossier(dossier).counts.openFindings == 2, "all or nothing")
            try store.drop([p[1]], by: hoa)
            #expect(try store.dossier(dossier).counts.openFindings == 1)
            try station.expectConsistent(dossier)
        }

        @Test func blankSidesAreNoOpenFindings() throws {
            try store.note(Finding(.maybeBlank), on: p[0])
            #expect(try store.dossier(dossier).counts.openFindings == 0)
            try station.expectConsistent(dossier)
        }

        @Test func unknownPagesAreRefused() throws {
            let nobody: PageID = station.identifiers.make()
            let error = StoreError.noSuchPage(nobody.description)
            #expect(throws: error) { try store.setLabel(ofSheetWith: nobody, "1", by: hoa) }
            #expect(throws: error) { try store.setRole(ofSheetWith: nobody, .cover, by: hoa) }
            #expect(throws: error) { try store.setCountsAs(nobody, 1, by: hoa) }
            #expect(throws: error) { try store.setDeskew(nobody, 1, by: hoa) }
            #expect(throws: error) { try store.accept([(nobody, .skew)], by: hoa) }
            #expect(throws: error) { try store.note(Finding(.skew), on: nobody) }
        }

        /// Steps written by a program that knew nothing of all this.
        @Test func stepsOfBeforeAreTakenBack() throws {
            try store.setBlank([p[1]], .confirmed, by: hoa)
            try store.setDeskew(p[1], 2, by: hoa)
            try store.setLabel(ofSheetWith: p[1], "5", by: hoa)
            try store.execute(
                """
                UPDATE commands SET change = json_remove(change, '$.before.facts', '$.after.facts', '$.before.placements[0].deskew',
                '$.after.placements[0].deskew') WHERE kind = 'blank'
                """)
            // What came since is there still, as in a store of before that was gone on with.
            try store.execute("DELETE FROM commands WHERE kind <> 'blank'")
            #expect(try store.undo(dossier, by: hoa) == .blank)
            let page = try store.contents(dossier).pages[1]
            #expect((page.blank, page.deskew, page.label) == (.notBlank, 2, "5"))
            try store.redo(dossier, by: hoa)
            #expect(try store.contents(dossier).pages[1].blank == .confirmed)
        }

        @Test func whatWasChangedSinceIsNotDestroyed() throws {
            try store.setLabel(ofSheetWith: p[0], "5", by: hoa)
            try store.execute("UPDATE sheets SET label = '6' WHERE label = '5'")
            #expect(throws: StoreError.undoOvertaken) { try store.undo(dossier, by: hoa) }
            #expect(try labels().first == "6")
        }

        /// A store as each earlier program left it.
        @Test(arguments: ["1 core", "2 revisions", "3 beginnings of words"], ["waiting", "failed"])
        func aStoreOfBeforeIsBroughtUpToDate(last: String, reading: String) throws {
            let place = try TemporaryFolder()
            let folder = try DataFolder(preparing: place.path)
            let queue = try DatabaseQueue(path: folder.database)
            try Schema.migrator.migrate(queue, upTo: last)
            let (dossier, page) = ("01J00000000000000000000001", "01J00000000000000000000005")
            try queue.write { db in
                for sql in [
                    "INSERT INTO dossiers (id, code, path_name, fields, folded, created, counted_sheets) VALUES ('\(dossier)', 'A', 'A', '{\"title\":\"T\"}', 'a', 1, 1)",
                    "INSERT INTO summaries VALUES ('\(dossier)', 1, 1, 0, 0, \(reading == "failed" ? "0, 1" : "1, 0"), 'scanning')",
                    "INSERT INTO runs VALUES ('01J00000000000000000000003', '\(dossier)', 'import', '{\"mode\":\"color\",\"dpi\":300,\"jpegQuality\":92}', 'end', 'hoa', '1', 1, 2, 'empty', NULL)",
                    "INSERT INTO sheets VALUES ('01J00000000000000000000004', '\(dossier)', '01J00000000000000000000003', 1, NULL, 'document', 'imported', 1)",
                    "INSERT INTO pages VALUES (1, '\(page)', '01J00000000000000000000003', 1, '01J00000000000000000000004', 'front', 'x', 1, 2, 3, 300, 'color', 'jpeg', 0, NULL, 1)",
                    "INSERT INTO documents (id, dossier_id) VALUES ('01J00000000000000000000006', '\(dossier)')",
                    "INSERT INTO placements VALUES ('\(page)', '\(dossier)', '01J00000000000000000000006', 100, 0, 1, 'no', NULL)",
                    "INSERT INTO findings (page_id, code, value) VALUES ('\(page)', 'skew', 1.5), ('\(page)', 'blank', NULL)",
                    "INSERT INTO jobs (kind, page_id, dossier_id, state, error, updated) VALUES ('ocr', '\(page)', '\(dossier)', '\(reading)', '\(OCRJob.notSeen)', 1)",
                ] { try db.execute(sql: sql) }
            }
            try queue.close()
            let store = try StationStore(folder: folder, clock: station.clock)
            #expect(try store.wrongSummaries() == [])
            let summary = try store.dossier(try DossierCode("A"))
            #expect((summary.counts.openFindings, summary.counts.placeholders, summary.countedRoles) == (1, 0, nil))
            #expect(summary.counts.notSeen == (reading == "failed" ? 1 : 0))
            let contents = try store.contents(summary.id)
            #expect(contents.pages.map(\.label) == ["1"])
            try store.setDeskew(contents.pages[0].id, 1.5, by: hoa)
            #expect(try store.wrongSummaries() == [])
            try store.finish(summary.id, by: hoa)
        }
    }
}
