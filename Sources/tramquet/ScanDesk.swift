import Capture
import Foundation
import Records
import Store
import Synchronization
import Texts

/// Where one `scan` command works: what its runs share, and what it tells of them.
struct ScanDesk: Sendable {
    let context: Context
    let store: StationStore
    let actor: Actor
    let patience: CaptureRun.Patience
    let dossier: DossierSummary
    let lease: Lease

    private var output: Output { Output(context) }

    /// The paper of this dossier went back to the store with its box: what is scanned now may be another's.
    func warnIfAway(_ id: DossierID) throws {
        guard try store.isReturned(id), let box = try store.dossier(id).fields.box else { return }
        output.note(Text.boxWentBack.with(["box": box]))
    }

    /// One run to its end. An interrupt stops it in order.
    func run(_ order: CaptureOrder) async throws -> CaptureEnd {
        let run = CaptureRun(
            store: store, actor: actor, order: order, launcher: context.launcher(store), patience: patience,
            logger: context.logger("capture", store))
        let interrupts = Interrupts { run.cancel() }
        defer { interrupts.end() }
        let current = Current(try store.dossier(dossier.id))
        let end = try await offMain {
            try run.run(holding: lease) { event in
                if case .waiting(let wait) = event { output.progress(wait.text.phrase) }
                if case .opened(_, let chosen) = event {
                    for wish in chosen.unmet { output.note(wish.message) }
                }
                if case .turned(let next, _) = event {
                    current.dossier.withLock { $0 = next }
                    try? warnIfAway(next.id)
                    if output.json { output.object(TurnEvent(dossier: next.code.text)) } else { output.note(Text.stackTurned.with(["code": next.code.text])) }
                }
                guard case .pageStored(let page) = event else { return }
                let dossier = current.dossier.withLock { $0 }
                let sheet = store.sheet(of: page, in: dossier.id, at: order.insertion, sheetsBefore: dossier.counts.sheets)
                tell(page, of: dossier.code, sheet: sheet)
            }
        }
        output.endProgress()
        return end
    }

    /// The dossier whose sheets come through the feeder, as it was before them.
    private final class Current: Sendable {
        let dossier: Mutex<DossierSummary>

        init(_ dossier: DossierSummary) { self.dossier = Mutex(dossier) }
    }

    private func tell(_ page: StoredPage, of dossier: DossierCode, sheet: Int) {
        if output.json {
            output.object(PageEvent(page, dossier: dossier, sheet: sheet))
        } else {
            output.progress(Text.scanProgressLine.with(["sheet": String(sheet), "page": String(page.sequence)]))
            if let said = page.separation?.phrase(context.language) { output.note(said) }
        }
    }

    /// What the command came to.
    func report(_ ends: [CaptureEnd], backs: BackCount?) throws {
        guard let last = ends.last else { return }
        let parts = try self.parts(of: ends)
        let after = try store.dossier(dossier.id)
        let pages = ends.map(\.pages.count).reduce(0, +)
        let separators = ends.map(\.marks.separators).reduce(0, +)
        let missing = try store.coversMissing(inStackOf: ends.flatMap(\.dossiers).map(\.dossier))
        let unnamed = try Set(ends.flatMap(\.dossiers).map(\.dossier)).map { try store.contents($0).unnamedParts.count }.reduce(0, +)
        let sheets = backs.map { $0.sheets(of: ends) } ?? last.sheets
        if output.json {
            output.object(EndEvent(
                pages: pages, sheets: sheets, counted: after.countedSheets, complete: parts.allSatisfy(\.complete) && backs?.isEven != false,
                stop: last.reason.rawValue, chosen: last.chosen.map { ChosenJSON($0, context.language) }, separators: separators,
                dossiers: parts.count > 1 ? parts : nil, missingCovers: missing.map(\.code.text), unnamedParts: unnamed, backs: backs))
        } else {
            output.line(Text.scanDoneLine.with([
                "pages": String(pages), "sheets": String(sheets), "code": dossier.code.text, "stop": last.reason.text(context.language),
            ]))
            for part in parts where parts.count > 1 {
                output.line(Text.scanPartLine.with([
                    "code": part.code, "pages": String(part.pages), "sheets": String(part.sheets), "counted": part.counted.map(String.init) ?? "–",
                ]))
            }
            if parts.count == 1, let counted = after.countedSheets {
                output.line(Text.scanCountLine.with(["counted": String(counted), "sheets": String(after.counts.sheets)]))
            }
        }
        if !missing.isEmpty { output.note(Text.coversMissing.with(["codes": missing.map { $0.words(context.language) }.joined(separator: ", ")])) }
        if unnamed > 0 { output.note(Text.scanUnnamed.with(["count": String(unnamed)])) }
        if let backs, backs.awaited > 0 { output.note(Text.scanBacksAwaited.with(["count": String(backs.awaited)])) }
        if let backs, backs.unpaired > 0 { output.note(Text.scanBacksUnpaired.with(["count": String(backs.unpaired)])) }
        if let fault = last.fault { throw fault }
    }

    /// What the runs brought to each dossier of the stack, in the order of their covers.
    private func parts(of ends: [CaptureEnd]) throws(StoreError) -> [PartJSON] {
        var parts: [PartJSON] = []
        var seen: Set<DossierID> = []
        for place in ends.flatMap(\.dossiers) where seen.insert(place.dossier).inserted {
            let runs = Set(ends.flatMap(\.dossiers).filter { $0.dossier == place.dossier }.map(\.run))
            let pages = ends.flatMap(\.pages).filter { runs.contains($0.run) }
            let after = try store.dossier(place.dossier)
            parts.append(PartJSON(
                code: after.code.text, pages: pages.count, sheets: Set(pages.map { [$0.run.description, String($0.sheetOrdinal)] }).count,
                counted: after.countedSheets, complete: after.standing.isAllThere))
        }
        return parts
    }
}

/// One dossier of a stack that held several.
struct PartJSON: Encodable {
    let code: String
    let pages: Int
    let sheets: Int
    let counted: Int?
    let complete: Bool

    enum CodingKeys: String, CodingKey { case code, pages, sheets, counted, complete }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(pages, forKey: .pages)
        try container.encode(sheets, forKey: .sheets)
        try container.encode(counted, forKey: .counted)
        try container.encode(complete, forKey: .complete)
    }
}

/// The stack goes on with another dossier.
private struct TurnEvent: Encodable {
    let event = "dossier"
    let dossier: String
}

/// Manual duplex: how fronts and backs came out.
struct BackCount {
    /// Sheets of the stack whose backs did not come.
    var awaited = 0
    /// Sides that came after the back of the last sheet.
    var unpaired = 0

    var isEven: Bool { awaited == 0 && unpaired == 0 }

    /// Backs lie on the sheets of the fronts.
    func sheets(of ends: [CaptureEnd]) -> Int {
        guard let first = ends.first, ends.count > 1 else { return ends.first?.sheets ?? 0 }
        return first.sheets + unpaired
    }
}

extension DossierStanding {
    /// The sheets are those that were counted, and no place is open.
    fileprivate var isAllThere: Bool {
        missing.allSatisfy { [.notFinished, .ocrWaiting, .ocrFailed, .notSeen].contains($0.code) }
    }
}

private struct EndEvent: Encodable {
    let event = "end"
    let pages: Int
    let sheets: Int
    let counted: Int?
    let complete: Bool
    let stop: String
    /// Null when the device could not be opened.
    let chosen: ChosenJSON?
    /// Separator sheets; no side of them is among the pages.
    let separators: Int
    /// Of a stack that held several: `counted` is of the first, the other figures of all.
    let dossiers: [PartJSON]?
    /// Codes of dossiers that the register has between those of the stack.
    let missingCovers: [String]
    /// Parts behind sheets "hồ sơ mới" that nobody has named.
    let unnamedParts: Int
    let backs: BackCount?

    enum CodingKeys: String, CodingKey { case event, pages, sheets, counted, complete, stop, chosen, separators, dossiers, missing_covers, unnamed_parts, awaiting_backs, unpaired_backs }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(event, forKey: .event)
        try container.encode(pages, forKey: .pages)
        try container.encode(sheets, forKey: .sheets)
        try container.encode(counted, forKey: .counted)
        try container.encode(complete, forKey: .complete)
        try container.encode(stop, forKey: .stop)
        try container.encode(chosen, forKey: .chosen)
        try container.encodeIfPresent(dossiers, forKey: .dossiers)
        if separators > 0 { try container.encode(separators, forKey: .separators) }
        if !missingCovers.isEmpty { try container.encode(missingCovers, forKey: .missing_covers) }
        if unnamedParts > 0 { try container.encode(unnamedParts, forKey: .unnamed_parts) }
        // Of manual duplex only.
        try container.encodeIfPresent(backs?.awaited, forKey: .awaiting_backs)
        try container.encodeIfPresent(backs?.unpaired, forKey: .unpaired_backs)
    }
}
