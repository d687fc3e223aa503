import GRDB
import Records

/// A value of a dossier that steps of undo put back and that is not of a placement: one column of one row. Steps keep it
/// under its name; a value that is not there is null.
enum Fact {
    case label(sheet: String)
    case role(sheet: String)
    /// Whether a place was given up, and when.
    case removal(placeholder: String)
    case finding(page: String, code: String)
    case countedRoles
    /// What was keyed off the phiếu chuẩn bị.
    case preparation
    /// Whether a person said that no document starts at a page, and when.
    case dismissal(page: String)
    /// Which of its revisions is the text of a page.
    case revision(page: String)

    var name: String {
        switch self {
        case .label(let sheet): "label/\(sheet)"
        case .role(let sheet): "role/\(sheet)"
        case .removal(let placeholder): "removal/\(placeholder)"
        case .finding(let page, let code): "finding/\(page)/\(code)"
        case .countedRoles: "counted_roles"
        case .preparation: "preparation"
        case .dismissal(let page): "dismissal/\(page)"
        case .revision(let page): "revision/\(page)"
        }
    }

    init?(name: String) {
        let parts = name.split(separator: "/").map(String.init)
        switch (parts.first, parts.count) {
        case ("label", 2): self = .label(sheet: parts[1])
        case ("role", 2): self = .role(sheet: parts[1])
        case ("removal", 2): self = .removal(placeholder: parts[1])
        case ("finding", 3): self = .finding(page: parts[1], code: parts[2])
        case ("counted_roles", 1): self = .countedRoles
        case ("preparation", 1): self = .preparation
        case ("dismissal", 2): self = .dismissal(page: parts[1])
        case ("revision", 2): self = .revision(page: parts[1])
        default: return nil
        }
    }

    /// All of a dossier that are not null.
    static func all(_ db: Database, _ dossier: DossierID) throws -> [String: String] {
        var facts: [String: String] = [:]
        let of: StatementArguments = [dossier.description]
        for row in try Row.fetchAll(db, sql: "SELECT id, label, role FROM sheets WHERE dossier_id = ?", arguments: of) {
            facts[Fact.label(sheet: row["id"]).name] = row["label"]
            facts[Fact.role(sheet: row["id"]).name] = row["role"]
        }
        for row in try Row.fetchAll(db, sql: "SELECT id, removed_at FROM placeholders WHERE dossier_id = ?", arguments: of) {
            facts[Fact.removal(placeholder: row["id"]).name] = (row["removed_at"] as Int64?).map(String.init)
        }
        let findings = "SELECT f.page_id, f.code, f.state FROM findings f JOIN placements p ON p.page_id = f.page_id WHERE p.dossier_id = ?"
        for row in try Row.fetchAll(db, sql: findings, arguments: of) {
            facts[Fact.finding(page: row["page_id"], code: row["code"]).name] = row["state"]
        }
        let dismissals = "SELECT h.page_id, h.dismissed_at FROM heads h JOIN placements p ON p.page_id = h.page_id WHERE p.dossier_id = ? AND h.dismissed_at IS NOT NULL"
        for row in try Row.fetchAll(db, sql: dismissals, arguments: of) {
            facts[Fact.dismissal(page: row["page_id"]).name] = (row["dismissed_at"] as Int64?).map(String.init)
        }
        let revisions = "SELECT t.page_id, t.revision FROM texts t JOIN placements p ON p.page_id = t.page_id WHERE p.dossier_id = ?"
        for row in try Row.fetchAll(db, sql: revisions, arguments: of) {
            facts[Fact.revision(page: row["page_id"]).name] = String(row["revision"] as Int64)
        }
        let own = try Row.fetchOne(db, sql: "SELECT counted_roles, preparation FROM dossiers WHERE id = ?", arguments: of)
        facts[Fact.countedRoles.name] = own?["counted_roles"]
        facts[Fact.preparation.name] = own?["preparation"]
        return facts
    }

    /// Brings the facts that differ between two states from one to the other, provided they still stand as in the first.
    static func step(_ db: Database, _ dossier: DossierID, from old: [String: String], to new: [String: String], now: [String: String], in store: StationStore) throws {
        for name in Set(old.keys).union(new.keys).sorted() {
            guard now[name] == old[name], let fact = Fact(name: name) else { throw StoreError.undoOvertaken }
            try fact.set(db, dossier, new[name], in: store)
        }
    }

    private func set(_ db: Database, _ dossier: DossierID, _ value: String?, in store: StationStore) throws {
        switch self {
        case .label(let sheet): try db.execute(sql: "UPDATE sheets SET label = ? WHERE id = ?", arguments: [value, sheet])
        case .role(let sheet): try db.execute(sql: "UPDATE sheets SET role = ? WHERE id = ?", arguments: [value, sheet])
        case .removal(let placeholder):
            try db.execute(sql: "UPDATE placeholders SET removed_at = ? WHERE id = ?", arguments: [value.flatMap { Int64($0) }, placeholder])
        case .finding(let page, let code):
            try db.execute(sql: "UPDATE findings SET state = ? WHERE page_id = ? AND code = ?", arguments: [value, page, code])
        case .dismissal(let page):
            try db.execute(sql: "UPDATE heads SET dismissed_at = ? WHERE page_id = ?", arguments: [value.flatMap { Int64($0) }, page])
        case .revision(let page): try store.setRevision(db, page, value.flatMap { Int64($0) })
        case .countedRoles:
            try db.execute(sql: "UPDATE dossiers SET counted_roles = ? WHERE id = ?", arguments: [value, dossier.description])
        case .preparation:
            try db.execute(sql: "UPDATE dossiers SET preparation = ? WHERE id = ?", arguments: [value, dossier.description])
        }
    }
}
