import CSystem
import Files
import Foundation
import GRDB
import Records

/// An image on the disk that no page row knows: a page that had arrived when the program died.
public struct Orphan: Sendable, Hashable {
    public let page: PageID
    public let path: String
    /// Where it belongs, from the arrival row that was written before it; nil when nothing is known of it.
    public let place: Place?

    public struct Place: Sendable, Hashable {
        public let dossier: DossierID
        public let code: DossierCode
        public let run: RunID
        public let device: String
        public let sequence: Int
        public let side: SheetSide
        public let origin: SheetOrigin
        /// No later run of this device into the dossier: its tray still is as this run left it.
        public let isOfLatestRun: Bool
        /// The file it is a page of, as `ArrivedPage.sourceName`; nil: it came from a device.
        public var source: String? = nil
    }
}

/// What starting up finds. Orphans are offered to a person.
public struct RecoveryReport: Sendable, Hashable {
    public var orphans: [Orphan] = []
}

extension StationStore {
    /// Looks for images without rows. Run at start, when no run of this program is under way. Pages of dossiers that another
    /// process has open are left out: they are arriving, not lost.
    ///
    /// - Parameter everything: also looks at every file of the vault (`verify`); otherwise only at the spool and at pages
    ///   whose arrival is still open, which is all that a sudden end can leave.
    /// - Parameter held: dossier leases of the caller, whose pages are looked at all the same.
    public func lookForLostPages(everything: Bool = false, holding held: [Lease] = []) throws(StoreError) -> RecoveryReport {
        let spooled = vault.spoolFiles().filter { !($0.path as NSString).lastPathComponent.contains(".grey.") }
        var orphans = try self.orphans(among: spooled, holding: held)
        if everything {
            for shelf in vault.shelves() { orphans += try self.orphans(among: vault.images(onShelf: shelf), holding: held) }
        } else {
            orphans += try self.orphans(among: arrivedImages(), holding: held)
        }
        orphans.sort { ($0.place?.run.description ?? "", $0.place?.sequence ?? 0) < ($1.place?.run.description ?? "", $1.place?.sequence ?? 0) }
        return RecoveryReport(orphans: orphans)
    }

    /// Images in the vault of pages that are still expected.
    private func arrivedImages() throws(StoreError) -> [(page: PageID, path: String)] {
        try openArrivals().flatMap { page in
            ImageFormat.allCases.map { (page, vault.imagePath(page, format: $0)) }.filter { FileManager.default.fileExists(atPath: $0.1) }
        }
    }

    private func orphans(among files: [(page: PageID, path: String)], holding held: [Lease]) throws(StoreError) -> [Orphan] {
        var orphans: [Orphan] = []
        for file in files {
            guard let orphan = try orphan(file.page, file.path) else { continue }
            if let place = orphan.place, isOpenElsewhere(place.dossier, holding: held) { continue }
            orphans.append(orphan)
        }
        return orphans
    }

    /// Moves grey copies to their place that were left in the spool because the program died between the commit of their
    /// page and that move.
    public func takeInLeftPreviews() throws(StoreError) {
        for file in vault.spoolFiles() where file.path.hasSuffix(".grey.part") {
            let isEntered = try read { db in
                try Bool.fetchOne(db, sql: "SELECT 1 FROM pages WHERE id = ?", arguments: [file.page.description]) == true
            }
            if isEntered { vault.takeInPreview(file.path, as: file.page) }
        }
    }

    /// What is known of an image now; nil: it has been entered.
    public func lostPage(_ page: PageID, at path: String) throws(StoreError) -> Orphan? { try orphan(page, path) }

    /// The program died when it had a cover and had not begun the run into its dossier: that is begun now, so that the cover is
    /// obeyed and what came behind it is entered where it belongs. Nothing where the stack would not have gone on either: pages
    /// between pages, a dossier that cannot be had, or one it went on with already.
    /// - Parameter held: leases of the caller.
    /// - Returns: the lease of that dossier, if it was not held.
    public func goOn(
        behind cover: Orphan, into code: DossierCode, holding held: [Lease], by actor: Actor
    ) throws(StoreError) -> Lease? {
        guard let place = cover.place, place.device != "import", place.code != code, let lease = held.first(where: { $0.isOf(place.dossier) }),
            try goesOn(place.run, with: code)
        else { return nil }
        let next: DossierSummary
        do throws(StoreError) { next = try dossier(code) } catch { return nil }
        if next.standing.isSettled { return nil }
        let known = held.first { $0.isOf(next.id) }
        guard let nextLease = known ?? (try? leaseDossier(next.id, code: code)) else { return nil }
        let run = RunRecord(id: place.run, dossier: place.dossier, device: place.device, insertion: .end, fence: lease.fence)
        _ = try continueRun(run, behind: place.side.sheet, into: next.id, under: nextLease, by: actor)
        return known == nil ? nextLease : nil
    }

    private func goesOn(_ run: RunID, with code: DossierCode) throws(StoreError) -> Bool {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT insertion, settings FROM runs WHERE id = ?", arguments: [run.description]) else { return false }
            guard try InsertionPoint(stored: row["insertion"]) == .end else { return false }
            if try JSON.value(ScanSettings.self, from: row["settings"]).source == .manualDuplex { return false }
            return try Bool.fetchOne(
                db, sql: "SELECT 1 FROM runs r JOIN dossiers d ON d.id = r.dossier_id WHERE r.continues = ? AND d.code = ?",
                arguments: [run.description, code.text]) != true
        }
    }

    private func orphan(_ page: PageID, _ path: String) throws(StoreError) -> Orphan? {
        try read { db in
            if try Bool.fetchOne(db, sql: "SELECT 1 FROM pages WHERE id = ?", arguments: [page.description]) == true { return nil }
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT a.sequence, a.sheet_ordinal, a.side, a.run_id, a.source_name, r.dossier_id, r.device, r.settings, d.code, NOT EXISTS (
                        SELECT 1 FROM runs n WHERE n.dossier_id = r.dossier_id AND n.device = r.device AND n.rowid > r.rowid
                    ) AS is_latest
                    FROM arrivals a JOIN runs r ON r.id = a.run_id JOIN dossiers d ON d.id = r.dossier_id WHERE a.page_id = ?
                    """, arguments: [page.description])
            let place = try row.map { row in
                Orphan.Place(
                    dossier: try row.id("dossier_id"), code: try DossierCode(row["code"] as String), run: try row.id("run_id"),
                    device: row["device"], sequence: row["sequence"],
                    side: SheetSide(sheet: row["sheet_ordinal"], side: try row.value("side")),
                    origin: try StationStore.origin(device: row["device"], settings: row["settings"]), isOfLatestRun: row["is_latest"],
                    source: row["source_name"])
            }
            return Orphan(page: page, path: path, place: place)
        }
    }

    /// Enters an orphan at its place in its run. The caller has looked at the image: it is whole.
    /// - Parameter hopper: what is left in the device's tray once this page counts as fed; nil leaves it as it is.
    public func adopt(
        _ orphan: Orphan, facts: ImageFacts, fingerprint: UInt64, blank: BlankClass, findings: [Finding], code: SheetCode? = nil,
        hopper: String? = nil, by actor: Actor
    ) throws(StoreError) {
        guard let place = orphan.place else { throw .noSuchPage(orphan.page.description) }
        let run = try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM runs WHERE id = ?", arguments: [place.run.description])
            else { throw StoreError.noSuchPage(orphan.page.description) }
            return RunRecord(
                id: place.run, dossier: place.dossier, device: row["device"], insertion: try InsertionPoint(stored: row["insertion"]), fence: nil)
        }
        var arrived = ArrivedPage(
            page: orphan.page, sequence: place.sequence, sheetOrdinal: place.side.sheet, side: place.side.side, spoolFile: orphan.path,
            previewFile: nil, facts: facts, findings: findings, blank: blank, fingerprint: fingerprint, sourceName: place.source,
            origin: place.origin)
        arrived.tellsSides = try tellsSides(place.run)
        arrived.code = code
        if orphan.path == vault.imagePath(orphan.page, format: facts.format) {
            _ = try commit(arrived, in: run, hopper: hopper, by: actor)
        } else {
            // The arrival is open again first: should we be cut off between the move and the commit, the file is found.
            try write { db in
                try db.execute(sql: "UPDATE arrivals SET outcome = NULL WHERE page_id = ?", arguments: [orphan.page.description])
            }
            try enter(arrived, in: run, hopper: hopper, by: actor)
        }
    }

    /// A device of both sides had a back announced as soon as its first front began.
    private func tellsSides(_ run: RunID) throws(StoreError) -> Bool {
        try read { db in
            try Bool.fetchOne(db, sql: "SELECT 1 FROM arrivals WHERE run_id = ? AND side = 'back' LIMIT 1", arguments: [run.description]) == true
        }
    }

    private static func origin(device: String, settings: String) throws -> SheetOrigin {
        if device == "import" { return .imported }
        return try JSON.value(ScanSettings.self, from: settings).source == .flatbed ? .flatbed : .feeder
    }

    /// Puts an orphan aside, in `spool/set-aside`, where nothing is ever deleted by the program.
    public func setAside(_ orphan: Orphan, by actor: Actor) throws(StoreError) {
        let folder = self.folder.spool + "/set-aside"
        mkdir(folder, 0o770)
        var target = folder + "/" + (orphan.path as NSString).lastPathComponent
        var result = csys_rename_new(orphan.path, target)
        if result == EEXIST {
            target += ".\(identifiers.next())"
            result = csys_rename_new(orphan.path, target)
        }
        guard result == 0 else { throw StoreError(SystemError("rename", path: target, errno: result)) }
        // Its grey copy can be made again from the image, should that be of use one day.
        unlink(vault.spoolPath("\(orphan.page).grey.part"))
        try write { db in
            try db.execute(sql: "UPDATE arrivals SET outcome = 'aside' WHERE page_id = ?", arguments: [orphan.page.description])
            try self.record(db, "page.set_aside", subject: "page:\(orphan.page)", by: actor)
        }
    }
}
