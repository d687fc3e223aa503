import Records
import Store

/// What whoever prepared a dossier says of it, and its scanned sheet; null where there is neither.
struct PreparationJSON: Encodable {
    let keyed: KeyedPreparation?
    let sheet: PreparationSheet?

    init(_ keyed: KeyedPreparation?, sheet: PreparationSheet?) { (self.keyed, self.sheet) = (keyed, sheet) }

    enum CodingKeys: String, CodingKey { case preparer, large, torn, folded, doubled, missing, keyed_by, keyed_at, page, wanted }

    func encode(to encoder: any Encoder) throws {
        guard keyed != nil || sheet != nil else {
            var container = encoder.singleValueContainer()
            return try container.encodeNil()
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(keyed?.said.preparer, forKey: .preparer)
        let lines: [(PreparedCount, CodingKeys)] = [
            (.large, .large), (.torn, .torn), (.folded, .folded), (.doubled, .doubled), (.missing, .missing),
        ]
        for (line, key) in lines { try container.encode(keyed?.said[line], forKey: key) }
        try container.encode(keyed?.person, forKey: .keyed_by)
        try container.encode(keyed?.at.iso8601, forKey: .keyed_at)
        try container.encode((keyed?.sheet ?? sheet?.page)?.description, forKey: .page)
        try container.encode(sheet?.isKeyed == false, forKey: .wanted)
    }
}
