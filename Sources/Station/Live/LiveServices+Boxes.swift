import Foundation
import Printing
import Records
import Store
import Texts

extension LiveServices {
    func actOnBoxes(_ effect: Effect, _ send: @Sendable (Event) -> Void) throws {
        switch effect {
        case .loadBoxes(let query):
            let found = try store.boxes(matching: query.text, colour: query.colour, limit: query.limit, offset: query.offset)
            send(.boxes(BoxLines(query: query, boxes: found.boxes, total: found.total)))
        case .countBoxes: send(.boxCounts(try store.boxCounts()))
        case .loadBox(let label): send(.box(try box(label)))
        case .loadBatches: send(.batches(try batches()))
        case .receiveBox(let receipt): try receive(receipt, send)
        case .returnBox(let label, let count, let reason): try returnBox(label, count, reason, send)
        case .recountBox(let label, let count):
            try store.recount(label, count, by: actor)
            send(.boxChanged(try box(label), Text.didRecountBox.with(["box": label])))
        case .acceptBox(let label):
            let result = try store.acceptBox(label, by: actor)
            let counts = ["box": label, "count": String(result.accepted.count), "left": String(result.left.count)]
            send(.boxChanged(try box(label), Text.didAcceptBox.with(counts)))
        case .printMinutes(let batch): send(.printed(try printMinutes(batch)))
        case .printSlips: send(.printed(try printSlips()))
        default: break
        }
    }

    /// The desk is told when the paper of its dossier is not here any more.
    func tellIfAway(_ id: DossierID, _ send: @Sendable (Event) -> Void) throws {
        guard try store.isReturned(id), let box = try store.dossier(id).fields.box else { return }
        send(.boxIsAway(id, box: box))
    }

    /// Those of which the box went back, with it: their paper came through the feeder all the same.
    func boxesAway(of dossiers: [DossierID]) throws -> [String] {
        try dossiers.filter { try store.isReturned($0) }.map { id in
            let dossier = try store.dossier(id)
            return Text.dossierOfBox.with(["code": dossier.code.text, "box": dossier.fields.box ?? ""])(language)
        }
    }

    private func box(_ label: String) throws -> BoxInFull {
        let box = try store.box(label)
        return BoxInFull(box.standing, dossiers: box.dossiers)
    }

    private func batches() throws -> [BatchLine] {
        try store.batches().map { BatchLine(id: $0.id, number: $0.fields.number, name: $0.fields.name) }
    }

    // MARK: - Coming and going

    private func receive(_ receipt: BoxReceipt, _ send: @Sendable (Event) -> Void) throws {
        // Before its batch is made.
        guard try receipt.isNew || store.knowsBox(receipt.label) else {
            return send(.boxUnknown(receipt.label, nearest: try store.nearestBox(receipt.label)))
        }
        if !receipt.isRecount, !receipt.isNew {
            let standing = try box(receipt.label).standing
            if standing.presence == .here { return send(.boxIsHere(standing)) }
        }
        let batch: BatchID
        switch receipt.batch {
        case .known(let id): batch = id
        case .new(let number, let name):
            let parts = store.clock.now().parts(in: zone)
            let today = PartialDate(year: parts.year, month: parts.month, day: parts.day)
            batch = try store.addBatch(BatchFields(number: number, name: name, receivedOn: today), by: actor)
            // Whatever comes of the box: the batch is there.
            send(.batches(try batches()))
        }
        try store.receive(receipt.label, with: batch, receipt.count, isNew: receipt.isNew, by: actor)
        let received = try box(receipt.label)
        if receipt.room != nil || receipt.shelf != nil {
            let before = received.standing
            try store.setBox(before.label, room: receipt.room ?? before.room, shelf: receipt.shelf ?? before.shelf, by: actor)
        }
        let now = try box(received.standing.label)
        send(.boxChanged(now, Text.didReceiveBox.with(["box": now.standing.label, "batch": now.standing.visit?.batchNumber ?? ""])))
    }

    private func returnBox(_ label: String, _ count: BoxCount, _ reason: EarlyReturnReason?, _ send: @Sendable (Event) -> Void) throws {
        do {
            try store.returnBox(label, count, reason: reason, by: actor)
        } catch {
            guard error.isBoxNotDone else { throw error }
            return send(.boxNotDone(try box(label)))
        }
        let now = try box(label)
        send(.boxChanged(now, Text.didReturnBox.with(["box": label, "batch": now.standing.visit?.batchNumber ?? ""])))
    }

    // MARK: - Papers

    private func printMinutes(_ id: BatchID) throws -> PrintedPaper {
        let batch = try store.batch(id)
        let kind: HandoverReport.Kind = batch.boxesHere < batch.boxes ? .return : .receipt
        let report = try store.handover(kind, of: id)
        let path = newPath((kind == .return ? "hoan-tra" : "giao-nhan") + "-dot-" + batch.fields.number.asFileName, report.made)
        _ = try HandoverMinutes(language: language, zone: zone).document(report).write(to: path)
        return PrintedPaper(.minutes(kind, batch: batch.fields.number), path: path)
    }

    private func printSlips() throws -> PrintedPaper? {
        let slips = try store.retrievalSlips()
        guard !slips.isEmpty else { return nil }
        let now = store.clock.now()
        let path = newPath("phieu-lay-lai", now)
        _ = try RetrievalSlips(language: language, zone: zone).document(slips, made: now).write(to: path)
        return PrintedPaper(.slips(slips.count), path: path)
    }

    var zone: TimeZone { TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice }

    /// What was signed may lie there already: the name carries the minute, and no print takes another's place.
    func newPath(_ name: String, _ made: Timestamp) -> String {
        let parts = made.parts(in: zone)
        let moment = String(format: "%04d-%02d-%02d-%02d%02d", parts.year, parts.month, parts.day, parts.hour, parts.minute)
        let stem = store.folder.minutes + "/" + name + "-" + moment
        let names = [stem + ".pdf"] + (2...99).map { "\(stem)-\($0).pdf" }
        return names.first { !FileManager.default.fileExists(atPath: $0) } ?? stem + ".pdf"
    }
}

extension StoreError {
    fileprivate var isBoxNotDone: Bool {
        guard case .handover(let refusal) = self, case .boxNotDone = refusal else { return false }
        return true
    }
}

extension String {
    /// As a part of a file's name: letters, digits, hyphens; `Đ` as `D`, anything else a hyphen.
    var asFileName: String {
        let plain = replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "Đ", with: "D")
            .folding(options: .diacriticInsensitive, locale: nil)
        return String(plain.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}
