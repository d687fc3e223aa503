import GRDB
import Records
import Texts

/// What was moved from one dossier to another.
public struct Transfer: Sendable, Hashable {
    public let from: DossierCode
    public let to: DossierCode
    /// Sheets with a page in use among those moved, and those pages.
    public let sheets: Int
    public let pages: Int
    /// The first of them in its new place; nil when none is in use.
    public let first: PageID?
}

extension Transfer {
    public var phrase: Phrase { Text.transferred.with(["sheets": String(sheets), "pages": String(pages), "code": to.text]) }
}

extension StationStore {
    /// Moves a page's sheet and everything behind it to the end of another dossier: a cover was missing from the stack, or
    /// could not be read, and the feeder went on into the wrong one. Up to the next sheet "hồ sơ mới" that waits for a name; of a
    /// page behind such a sheet, up to the end of that part, and the sheet comes along: its dossier has a name then. Where its
    /// pages go back to the dossier it was scanned into, it waits again.
    ///
    /// Pages, their sheets, places kept among them and their findings, readings and queue go along; what belongs together in
    /// documents stays so. A sheet of ours at the beginning whose code was damaged is left out there, as it would have been.
    /// It is taken back by moving the pages back: the steps of undo of both dossiers end here, as they would seat pages anew.
    /// Both dossiers have to be held by the caller.
    /// - Throws: `actionImpossible` when the other dossier is the same one or is settled, a sheet has pages in use on both
    ///   sides of the cut, or its back is still to come.
    @discardableResult
    public func transfer(from page: PageID, to target: DossierID, by actor: Actor) throws(StoreError) -> Transfer {
        let awaiting = try frontsAwaitingBacks(dossier(of: page)).map(\.description)
        return try write { db in
            let source = try self.dossier(db, of: page)
            let (from, to) = (try self.dossier(db, source), try self.dossier(db, target))
            if source == target { throw StoreError.actionImpossible(Text.transferToItself.phrase) }
            if to.standing.isSettled { throw StoreError.actionImpossible(Text.transferIntoFinished.with(["code": to.code.text])) }
            let (moved, left) = try self.tail(db, from: page, of: source)
            guard moved.allSatisfy({ !awaiting.contains($0.sheet) }) else { throw StoreError.actionImpossible(Text.transferBacksFirst.phrase) }
            try self.move(db, moved, from: source, to: target)
            try self.leaveOutDamagedCover(db, moved)
            try self.settleNewDossiers(db, moved, in: target)
            for separator in left { try self.closeNewDossiers(db, "page_id = ?", [separator.page]) }
            try self.carryWithholdings(db, of: moved.map(\.page), to: target)
            try db.execute(
                sql: """
                    UPDATE commands SET state = CASE state WHEN 'done' THEN 'ended' ELSE 'abandoned' END
                    WHERE dossier_id IN (?, ?) AND state IN ('done', 'undone')
                    """, arguments: [source.description, target.description])
            for dossier in [source, target] { try self.noteChange(db, dossier) }
            let transfer = try self.transfer(db, of: moved, from.code, to.code)
            let detail = [
                "from": from.code.text, "to": to.code.text, "sheets": String(transfer.sheets), "pages": moved.map(\.page).joined(separator: " "),
            ]
            for code in [from.code, to.code] { try self.record(db, "pages.transferred", subject: "dossier:\(code)", by: actor, detail) }
            return transfer
        }
    }

    /// The pages of the sheet of `page` and those behind them, in order. Sides of theirs that were left out before the cut come
    /// along, and sheets "hồ sơ mới" right in front of it; `left` are those that cannot, having a page of the part before on their
    /// other side.
    private func tail(_ db: Database, from page: PageID, of dossier: DossierID) throws -> (moved: [PartRow], left: [PartRow]) {
        let order = try Row.fetchAll(db, sql: PartRow.sql, arguments: [dossier.description]).map(PartRow.init)
        guard let at = order.firstIndex(where: { $0.page == page.description }) else { throw StoreError.noSuchPage(page.description) }
        var cut = at
        while cut > 0, order[cut - 1].sheet == order[at].sheet { cut -= 1 }
        let parts = order.openParts
        let end = parts.first { $0.contains(at) }?.upperBound ?? order.indices.first { $0 > at && order[$0].opensPart } ?? order.count
        var lead = cut
        var index = cut
        while index > 0, !order[index - 1].isInUse, !order[index - 1].isCover {
            index -= 1
            if order[index].isNewDossier { lead = index }
        }
        let leading = Set(order[lead..<cut].map(\.sheet))
        let isHeld = order[..<lead].contains { $0.isInUse && leading.contains($0.sheet) }
        let left = isHeld ? order[lead..<cut].filter(\.isNewDossier) : []
        if isHeld { lead = cut }
        let sheets = Set(order[lead..<end].map(\.sheet))
        let before = order[..<lead].filter { sheets.contains($0.sheet) }
        let behind = order[end...].filter { sheets.contains($0.sheet) }
        if (before + behind).contains(where: \.isInUse) { throw StoreError.actionImpossible(Text.transferCutsSheet.phrase) }
        return (before + order[lead..<end] + behind, left)
    }

    /// The sheets "hồ sơ mới" at the head of what was moved have a dossier now, or wait for one again.
    private func settleNewDossiers(_ db: Database, _ moved: [PartRow], in target: DossierID) throws {
        for row in moved.prefix(while: { !$0.isInUse }) where row.isNewDossier {
            try db.execute(
                sql: """
                    UPDATE findings SET state = CASE WHEN ?1 = (
                        SELECT r.dossier_id FROM pages g JOIN runs r ON r.id = g.run_id WHERE g.id = ?2) THEN 'open' ELSE 'accepted' END
                    WHERE code = 'new_dossier' AND page_id = ?2
                    """, arguments: [target.description, row.page])
        }
    }

    private func move(_ db: Database, _ moved: [PartRow], from source: DossierID, to target: DossierID) throws {
        var rank = try Int64.fetchOne(db, sql: "SELECT max(rank) FROM placements WHERE dossier_id = ?", arguments: [target.description]) ?? 0
        var documents: [String: String] = [:]
        let gone = Set(moved.map(\.page))
        for page in moved {
            rank += Rank.step
            let document = try documents[page.document] ?? self.document(db, page.document, without: gone, in: target)
            documents[page.document] = document
            try db.execute(
                sql: "UPDATE placements SET dossier_id = ?, document_id = ?, rank = ? WHERE page_id = ?",
                arguments: [target.description, document, rank, page.page])
            // One that is being read is read again: its reading would be counted where it was.
            try db.execute(
                sql: """
                    UPDATE jobs SET dossier_id = ?1, state = CASE state WHEN 'running' THEN 'waiting' ELSE state END, fence = NULL WHERE page_id = ?2
                    """, arguments: [target.description, page.page])
            try db.execute(
                sql: "UPDATE sheets SET dossier_id = ?1 WHERE id = ?2 OR id IN (SELECT sheet_id FROM placeholders WHERE after_page = ?3)",
                arguments: [target.description, page.sheet, page.page])
            try db.execute(
                sql: "UPDATE placeholders SET dossier_id = ?1 WHERE after_page = ?2 OR sheet_id = ?3",
                arguments: [target.description, page.page, page.sheet])
        }
    }

    /// The document that holds the moved pages of another: itself when none of its pages stays and its number was never
    /// delivered, else a new one.
    private func document(_ db: Database, _ document: String, without gone: Set<String>, in target: DossierID) throws -> String {
        let pages = try String.fetchAll(db, sql: "SELECT page_id FROM placements WHERE document_id = ?", arguments: [document])
        let isFree = try Bool.fetchOne(db, sql: "SELECT stt IS NULL FROM documents WHERE id = ?", arguments: [document]) == true
        guard isFree, gone.isSuperset(of: pages) else { return try makeDocument(db, target).description }
        try db.execute(sql: "UPDATE documents SET dossier_id = ? WHERE id = ?", arguments: [target.description, document])
        return document
    }

    /// Both sides of the cover whose code nobody could read: it has done by hand what it was to say.
    private func leaveOutDamagedCover(_ db: Database, _ moved: [PartRow]) throws {
        guard let sheet = moved.first?.sheet else { return }
        let isCover = try Bool.fetchOne(
            db, sql: "SELECT 1 FROM findings f JOIN pages g ON g.id = f.page_id WHERE g.sheet_id = ? AND f.code = ?",
            arguments: [sheet, FindingCode.damagedCode.rawValue]) == true
        guard isCover else { return }
        try db.execute(
            sql: """
                UPDATE placements SET dropped_at = ?1 WHERE dropped_at IS NULL AND page_id IN (SELECT id FROM pages WHERE sheet_id = ?2)
                AND (blank IN ('suspected', 'confirmed') OR page_id IN (SELECT page_id FROM findings WHERE code = ?3))
                """, arguments: [clock.now().milliseconds, sheet, FindingCode.damagedCode.rawValue])
    }

    private func transfer(_ db: Database, of moved: [PartRow], _ from: DossierCode, _ to: DossierCode) throws -> Transfer {
        let inUse = try moved.filter { page in
            try Bool.fetchOne(db, sql: "SELECT dropped_at IS NULL FROM placements WHERE page_id = ?", arguments: [page.page]) == true
        }
        return Transfer(
            from: from, to: to, sheets: Set(inUse.map(\.sheet)).count, pages: inUse.count, first: inUse.first.flatMap { PageID($0.page) })
    }
}
