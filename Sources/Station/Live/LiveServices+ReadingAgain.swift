import Records
import Store
import Texts

extension LiveServices {
    /// - Parameter pages: nil: all of the dossier.
    func readAgain(_ id: DossierID, _ pages: [PageID]?, _ isOnDesk: Bool, _ send: (Event) -> Void) throws {
        let count: Int
        do { count = try store.readAgain(pages, of: id, by: actor) } catch {
            // The screen took them for waiting.
            send(.notReadAgain(id))
            if let pages = try? correctionDossier(id).pages, let marks = try? store.readingMarks(id) {
                send(.correctionRead(id, pages, readings: marks.compactMapValues(\.reading)))
            }
            throw error
        }
        session.withLock { $0.dispatcher }?.wake()
        if isOnDesk { send(.desk(try desk(id))) }
        if count == 0 {
            send(.did(Text.noneToBeReadAgain.phrase))
        } else if pages == nil {
            send(.did(Text.pagesWillBeReadAgain.with(["count": String(count)])))
        }
    }

    /// Readings that this or another process' queue commits for the dossier that is being corrected, which need not be the one on the desk.
    func tellCorrectionIfRead() {
        guard let (id, known) = session.withLock({ $0.correcting }), let marks = try? store.readingMarks(id) else { return }
        let gone = known.keys.filter { marks[$0] == nil && (try? store.withholdingReason(of: $0)) != nil }
        if !gone.isEmpty {
            session.withLock { session in
                if session.correcting?.dossier == id { for page in gone { session.correcting?.marks[page] = nil } }
            }
            tell.yield(.withheldElsewhere(Set(gone)))
        }
        let changed = Set(marks.filter { known[$0.key] != $0.value }.keys)
        guard !changed.isEmpty, let pages = try? correctionDossier(id).pages.filter({ changed.contains($0.tile.id) }) else { return }
        session.withLock { session in
            if session.correcting?.dossier == id { session.correcting?.marks = marks }
        }
        tell.yield(.correctionRead(id, pages, readings: marks.compactMapValues(\.reading)))
    }
}
