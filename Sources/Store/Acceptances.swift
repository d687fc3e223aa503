import GRDB
import Records

/// Whose word an acceptance is.
public enum AcceptanceSource: String, Sendable, Codable {
    /// A person who looked at what was delivered.
    case person
    /// The verdict of an inspection.
    case verdict
}

/// What was done to a dossier after it was delivered.
public enum DossierChange: Sendable, Hashable {
    case command(CommandKind)
    /// A step was taken back, or made again.
    case undo, redo
    /// Title, dates, box and other fields.
    case fields
    case scanned
    /// Pages came from or went to another dossier.
    case pagesMoved
    case withheld

    /// nil: the row of the trail is of no change.
    fileprivate init?(action: String) {
        switch action {
        case "dossier.described": self = .fields
        case "run.ended": self = .scanned
        case "pages.transferred": self = .pagesMoved
        case "material.withheld", "material.released": self = .withheld
        case "pages.undone": self = .undo
        case "pages.redone": self = .redo
        default:
            // Finishing it again changes nothing of what it holds.
            guard let command = CommandKind.allCases.first(where: { $0.action == action }), command != .finish else { return nil }
            self = .command(command)
        }
    }
}

extension StationStore {
    /// Writes down that dossiers are accepted as they were delivered. A later change or delivery of other content makes them
    /// unaccepted by itself; the same content again is accepted again. All of them or none.
    public func accept(_ dossiers: [DossierID], source: AcceptanceSource = .person, by actor: Actor) throws(StoreError) {
        do {
            try write { db in
                for id in dossiers {
                    guard try self.accept(db, id, source, by: actor) else { throw StoreError.handover(try self.refusalToAccept(db, id)) }
                }
            }
        } catch StoreError.handover(.changedSince(let code, _)) {
            throw .handover(.changedSince(code: code, try changesSinceDelivery(of: [code])))
        }
    }

    /// Accepts what can be accepted in a box.
    /// - Returns: codes of the dossiers that were accepted now, and of those that could not be, in the order of their numbers.
    public func acceptBox(_ label: String, by actor: Actor) throws(StoreError) -> (accepted: [DossierCode], left: [DossierCode]) {
        let label = label.label
        let (accepted, open) = try write { db in
            _ = try self.standing(db, label)
            let open = (try self.boxDossiers(db, [label])[label] ?? []).filter { !$0.isAccepted && $0.asideReason == nil }
            var accepted: [DossierCode] = []
            for dossier in open where dossier.issues == [.notAccepted] {
                if try self.accept(db, dossier.id, .person, by: actor) { accepted.append(dossier.code) }
            }
            return (accepted, open)
        }
        if accepted.isEmpty, !open.isEmpty {
            let changed = open.filter { $0.issues.first == .changedSince }.map(\.code.text)
            throw .handover(.nothingToAccept(
                box: label, issues: StationStore.firstIssues(open), changes: try changesSinceDelivery(of: changed)))
        }
        return (accepted, open.map(\.code).filter { !accepted.contains($0) })
    }

    /// Takes an acceptance back.
    public func withdrawAcceptance(of dossier: DossierID, by actor: Actor) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE acceptances SET withdrawn_at = ? WHERE dossier_id = ? AND withdrawn_at IS NULL",
                arguments: [self.clock.now().milliseconds, dossier.description])
            guard db.changesCount > 0 else { return }
            try self.record(db, "dossier.acceptance_withdrawn", subject: "dossier:\(try self.dossier(db, dossier).code)", by: actor)
        }
    }

    /// What comes first of each dossier, and of how many.
    private static func firstIssues(_ dossiers: [BoxDossier]) -> [BoxIssue] {
        let first = dossiers.compactMap(\.issues.first)
        return BoxIssueCode.allCases.compactMap { code in
            let count = first.count { $0 == code }
            return count > 0 ? BoxIssue(code, count: count) : nil
        }
    }

    private func refusalToAccept(_ db: Database, _ id: DossierID) throws -> HandoverRefusal {
        let dossier = try dossier(db, id)
        guard dossier.standing.state.isFinished else { return .notFinished(code: dossier.code.text) }
        let isDelivered = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM delivery_items WHERE dossier_id = ?)", arguments: [id.description])
        guard isDelivered == true else { return .notDelivered(code: dossier.code.text) }
        return .changedSince(code: dossier.code.text, [])
    }

    /// What the trail says was done to dossiers after their last delivery, the newest first, each once. Outside of the transaction
    /// that was refused: the trail is long, and whoever scans waits for that one.
    private func changesSinceDelivery(of codes: [String]) throws(StoreError) -> [DossierChange] {
        if codes.isEmpty { return [] }
        return try read { db in
            var delivered: Set<String> = []
            var found: [DossierChange] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT subject, action FROM audit WHERE subject IN (SELECT value FROM json_each(?))
                    AND (action <> 'run.ended' OR EXISTS (SELECT 1 FROM sheets h WHERE h.run_id = detail ->> 'run'))
                    ORDER BY sequence DESC
                    """, arguments: [try JSON.text(codes.map { "dossier:\($0)" })])
            while delivered.count < codes.count, let row = try rows.next() {
                let (subject, action) = (row["subject"] as String, row["action"] as String)
                if action == "dossier.delivered" { delivered.insert(subject) }
                guard !delivered.contains(subject), let change = DossierChange(action: action), !found.contains(change) else { continue }
                found.append(change)
            }
            return found
        }
    }

    /// - Returns: false when it is not delivered as it is now.
    private func accept(_ db: Database, _ id: DossierID, _ source: AcceptanceSource, by actor: Actor) throws -> Bool {
        guard let item = try Row.fetchOne(
            db,
            sql: """
                SELECT d.code, i.target, i.version, i.content_hash FROM delivery_items i
                JOIN dossiers d ON d.id = i.dossier_id JOIN summaries s ON s.dossier_id = d.id
                WHERE d.id = ? AND \(StationStore.finishedSQL) AND \(StationStore.currentItemSQL) ORDER BY i.delivered DESC, i.target LIMIT 1
                """, arguments: [id.description])
        else { return false }
        let (code, target, version, content) = (item["code"] as String, item["target"] as String, item["version"] as Int, item["content_hash"] as String)
        try db.execute(
            sql: """
                INSERT INTO acceptances (dossier_id, target, version, content_hash, source, person, station, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [id.description, target, version, content, source.rawValue, actor.person, actor.station, clock.now().milliseconds])
        guard db.changesCount > 0 else { return true }
        try record(
            db, "dossier.accepted", subject: "dossier:\(code)", by: actor,
            ["target": target, "version": String(version), "content": content, "source": source.rawValue])
        return true
    }
}
