import GRDB
import Records

/// Whose word an acceptance is.
public enum AcceptanceSource: String, Sendable, Codable {
    /// A person who looked at what was delivered.
    case person
    /// The verdict of an inspection.
    case verdict
}

extension StationStore {
    /// Writes down that dossiers are accepted as they were delivered. A later change or delivery of other content makes them
    /// unaccepted by itself; the same content again is accepted again. All of them or none.
    public func accept(_ dossiers: [DossierID], source: AcceptanceSource = .person, by actor: Actor) throws(StoreError) {
        try write { db in
            for id in dossiers {
                guard try self.accept(db, id, source, by: actor) else {
                    throw StoreError.handover(.notDelivered(code: try self.dossier(db, id).code.text))
                }
            }
        }
    }

    /// Accepts what can be accepted in a box.
    /// - Returns: codes of the dossiers that were accepted now, and of those that could not be, in the order of their numbers.
    public func acceptBox(_ label: String, by actor: Actor) throws(StoreError) -> (accepted: [DossierCode], left: [DossierCode]) {
        let label = label.label
        return try write { db in
            _ = try self.standing(db, label)
            let open = (try self.boxDossiers(db, [label])[label] ?? []).filter { !$0.isAccepted && $0.asideReason == nil }
            var accepted: [DossierCode] = []
            for dossier in open where dossier.issues == [.notAccepted] {
                if try self.accept(db, dossier.id, .person, by: actor) { accepted.append(dossier.code) }
            }
            if accepted.isEmpty, !open.isEmpty { throw StoreError.handover(.nothingToAccept(box: label)) }
            return (accepted, open.map(\.code).filter { !accepted.contains($0) })
        }
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

    /// - Returns: false when it is not delivered as it is now.
    private func accept(_ db: Database, _ id: DossierID, _ source: AcceptanceSource, by actor: Actor) throws -> Bool {
        guard let item = try Row.fetchOne(
            db,
            sql: """
                SELECT d.code, i.target, i.version, i.content_hash FROM delivery_items i
                JOIN dossiers d ON d.id = i.dossier_id JOIN summaries s ON s.dossier_id = d.id
                WHERE d.id = ? AND s.state = 'scanned' AND \(StationStore.currentItemSQL) ORDER BY i.delivered DESC, i.target LIMIT 1
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
