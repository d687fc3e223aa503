import Foundation
import Records
@testable import Store

extension Station {
    func beginRun(_ dossier: DossierID, at point: InsertionPoint, source: ScanSource = .flatbed) throws -> RunRecord {
        try store.beginRun(dossier: dossier, device: "sane:x", settings: ScanSettings(source: source), at: point, by: hoa)
    }

    /// A page of a device that knows no sides: announced, its image in the spool.
    func singleArrival(_ run: RunRecord, _ sequence: Int) throws -> ArrivedPage {
        var arrived = try arrival(run, sequence, announce: false)
        try store.expectPage(arrived.page, sequence: sequence, at: SheetSide(sheet: sequence, side: .front), in: run)
        (arrived.sheetOrdinal, arrived.side, arrived.tellsSides) = (sequence, .front, false)
        return arrived
    }

    /// Enters so many pages of a device that knows no sides, in a run of their own.
    @discardableResult
    func capture(_ count: Int, into dossier: DossierID, at point: InsertionPoint, source: ScanSource = .flatbed) throws -> [PageID] {
        let run = try beginRun(dossier, at: point, source: source)
        let pages = try (1...count).map { sequence in
            let arrived = try singleArrival(run, sequence)
            try store.enter(arrived, in: run, by: hoa)
            return arrived.page
        }
        try store.replaceOld(of: run.id, with: pages, by: hoa)
        try store.endRun(run, stop: .empty, fault: nil, by: hoa)
        return pages
    }

    /// What recovery does with every lost page.
    func adoptAll() throws {
        for orphan in try store.lookForLostPages().orphans {
            try store.adopt(orphan, facts: Station.facts(Data()), fingerprint: 1, blank: .notBlank, findings: [], by: hoa)
        }
    }
}
