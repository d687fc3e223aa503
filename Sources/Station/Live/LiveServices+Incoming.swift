import Capture
import Configuration
import Foundation
import Records
import Scanning
import Store
import Synchronization
import Texts

extension LiveServices {
    func startLookingForFiles(_ send: @Sendable (Event) -> Void) {
        let configuration = configuration
        guard !configuration.importFolder.isEmpty else { return }
        do {
            let intake = try FolderIntake(
                folder: (configuration.importFolder as NSString).standardizingPath, store: store, actor: actor,
                zone: TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice)
            let told = Mutex(0)
            let desk = IncomingDesk(intake) { [weak self] ready, lacking in
                guard let self else { return }
                for (file, lack) in lacking {
                    tell.yield(.noticed(Text.watchWaitingLine.with(["file": file.shown, "reason": lack.message(language)])))
                }
                let count = ready.count + claimCount(intake)
                if told.withLock({ last in
                    defer { last = count }
                    return last != count
                }) { tell.yield(.incoming(count)) }
            }
            session.withLock { $0.incoming = desk }
        } catch {
            note("import folder", error)
            send(.noticed(failure(error).message))
        }
    }

    /// Files that were claimed for the dossier on the desk and not brought to an end.
    private func claimCount(_ intake: FolderIntake) -> Int {
        guard let id = session.withLock({ $0.dossier?.id }), let dossier = try? store.dossier(id) else { return 0 }
        return (try? intake.claimCount(of: dossier)) ?? 0
    }

    func takeIncoming(_ id: DossierID, _ position: ScanPosition, _ send: @escaping @Sendable (Event) -> Void) {
        stopWatch()
        var taken = IncomingTaken()
        do { try take(id, position, &taken, send) } catch {
            note("import", error)
            taken.failure = failure(error)
        }
        if let desk = try? desk(id) { send(.desk(desk)) }
        send(.incomingTaken(taken))
        if let status = try? status() { send(.status(status)) }
        session.withLock { $0.incoming }?.lookAgain()
    }

    private func take(
        _ id: DossierID, _ position: ScanPosition, _ taken: inout IncomingTaken, _ send: @escaping @Sendable (Event) -> Void
    ) throws {
        let (held, incoming) = session.withLock { session in
            session.incomingIsStopped = session.isEnding
            return (session.dossier, session.incoming)
        }
        guard let incoming else { return }
        let before = try store.contents(id)
        guard let held, held.id == id else { throw StoreError.dossierInUse(before.summary.code.text) }
        var place = CaptureOrder(dossier: id, device: "", settings: ScanSettings())
        try self.place(&place, position, in: before)
        var order = IntakeOrder()
        order.insertion = place.insertion
        let narrator = RunNarrator(
            services: self, dossier: id, sheetsBefore: place.insertion == .end ? before.summary.counts.sheets : nil, send: send)
        try incoming.intake.take(
            incoming.ready, into: before.summary, holding: held.lease, order, until: { session.withLock { $0.incomingIsStopped } }
        ) { event in
            switch event {
            case .page(let page, _):
                if page.separation == nil { taken.pages += 1 }
                narrator.tell(.pageStored(page))
            case .taken: taken.files += 1
            case .refused(let file, let error):
                taken.refused.append(file)
                note(file, error)
            case .left(let file, let error):
                taken.failure = Failure(error)
                note(file, error)
            }
        }
    }
}
