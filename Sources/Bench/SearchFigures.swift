import Foundation
import Measuring
import Records
import Store
import Vietnamese

/// One value at a time from one thread to another.
private final class Handover<Value: Sendable>: @unchecked Sendable {
    // Guarded by `condition`.
    private var value: Result<Value, any Error>?
    private let condition = NSCondition()

    func put(_ new: Result<Value, any Error>) {
        condition.withLock {
            while value != nil { condition.wait() }
            value = new
            condition.broadcast()
        }
    }

    func take() -> Result<Value, any Error> {
        condition.withLock {
            while true {
                if let value {
                    self.value = nil
                    condition.broadcast()
                    return value
                }
                condition.wait()
            }
        }
    }
}

/// A generated archive on the disk, made once and searched as often as wanted.
struct SearchFigures {
    private static let batch = 150
    private let store: StationStore

    init(path: String) throws { store = try StationStore(folder: try DataFolder(preparing: path)) }

    /// Brings the store to so many pages.
    func fill(pages count: Int, say: @escaping (String) -> Void) throws {
        let wanted = count / GeneratedArchive.pagesInDossier
        let have = try store.register(limit: 1).total
        guard have < wanted else { return }
        let actor = Actor(person: "bench", station: "bench")
        let fonds = try (1...6).map { try store.saveFonds(code: "P\($0)", name: "Phông \($0)", agencyCode: "P\($0)", agencyName: "Cơ quan \($0)", by: actor) }
        try store.gatherIndex(bytes: 192 << 20)
        let begin = ContinuousClock.now
        let starts = Array(stride(from: have, to: wanted, by: SearchFigures.batch))
        let made = Handover<[GeneratedDossier]>()
        // The next texts are made while these are written.
        Thread.detachNewThread {
            for first in starts {
                made.put(Result { try SearchFigures.dossiers(first..<min(wanted, first + SearchFigures.batch), fonds, of: wanted) })
            }
        }
        for first in starts {
            let dossiers = try made.take().get()
            try store.addGenerated(dossiers)
            say("\(first + dossiers.count) of \(wanted) dossiers, \(begin.seconds.text(0)) s")
        }
        try store.gatherIndex(bytes: nil)
    }

    /// Each batch has its own seed.
    private static func dossiers(_ numbers: Range<Int>, _ fonds: [FondsID], of count: Int) throws -> [GeneratedDossier] {
        let facts = ImageFacts(
            width: 2480, height: 3508, dpi: 300, mode: .color, format: .jpeg, byteCount: 900_000, sha256: String(repeating: "0", count: 64))
        var archive = GeneratedArchive(seed: UInt64(numbers.lowerBound))
        return try numbers.map { number in
            let year = 1976 + number * 50 / max(1, count)
            let house = number * fonds.count / max(1, count)
            let fields = DossierFields(
                title: archive.title(), startDate: PartialDate("\(year)"), endDate: PartialDate("\(year)"), box: "Hộp \(number / 20 + 1)",
                numberInBox: number % 20 + 1)
            return GeneratedDossier(
                code: try DossierCode("P\(house + 1).\(year).\(number)"), fields: fields, fonds: fonds[house],
                pages: (0..<GeneratedArchive.pagesInDossier).map { _ in archive.page() }, pagesInDocument: 7, facts: facts)
        }
    }
}
