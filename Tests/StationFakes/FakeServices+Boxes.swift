import Records
import Station
import Texts

extension FakeServices {
    func answerBoxes(_ effect: Effect, _ send: (Event) -> Void) {
        switch effect {
        case .loadBoxes(let query): send(.boxes(Boxes.lines(query)))
        case .countBoxes: send(.boxCounts(Boxes.counts))
        case .loadBox(let label): send(.box(Boxes.inFull(label)))
        case .loadBatches: send(.batches(Boxes.batches))
        case .receiveBox(let receipt): send(.boxChanged(Boxes.inFull(receipt.label), Text.didReceiveBox.with(["box": receipt.label, "batch": "3"])))
        case .returnBox(let label, _, let reason):
            let box = Boxes.inFull(label)
            if reason == nil, !box.standing.isGreen { return send(.boxNotDone(box)) }
            send(.boxChanged(box, Text.didReturnBox.with(["box": label, "batch": "3"])))
        case .acceptBox(let label): send(.boxChanged(Boxes.inFull(label), Text.didAcceptBox.with(["box": label, "count": "2", "left": "0"])))
        case .printMinutes: send(.printed(PrintedPaper(.minutes(.receipt, batch: "3"), path: "/srv/bien-ban/giao-nhan-dot-3.pdf")))
        case .printSlips: send(.printed(nil))
        default: break
        }
    }
}

/// Boxes of a store, the same at every run: green, red, gone back too early, never come.
public enum Boxes {
    public static let all: [BoxStanding] = (1...40).map(standing)

    public static func lines(_ query: BoxesQuery) -> BoxLines {
        let found = all.filter { (query.text.isEmpty || $0.label.hasPrefix(query.text)) && (query.colour == nil || $0.colour == query.colour) }
        return BoxLines(query: query, boxes: Array(found.dropFirst(query.offset).prefix(query.limit)), total: found.count)
    }

    public static let counts = Dictionary(all.map { ($0.colour, 1) }, uniquingKeysWith: +)

    public static let batches = [
        BatchLine(id: Sample.id(3), number: "3", name: "Quyết định 2007–2009"), BatchLine(id: Sample.id(2), number: "2", name: "Công văn 2006"),
    ]

    public static func inFull(_ label: String) -> BoxInFull {
        let standing = all.first { $0.label == label } ?? standing(Int(label) ?? 0)
        let dossiers = (0..<standing.progress.dossiers).map { place -> BoxDossier in
            let isDone = place < standing.progress.done
            let issue: BoxIssueCode = place < standing.progress.delivered ? .notAccepted : place < standing.progress.finished ? .notDelivered : .notScanned
            return BoxDossier(
                id: Sample.id(2000 + place), code: code(place), title: "Tập lưu quyết định", numberInBox: place + 1,
                state: place < standing.progress.finished ? .scanned : .listed, countedSheets: 30, scannedSheets: place < standing.progress.finished ? 30 : 0,
                isDelivered: place < standing.progress.delivered, isAccepted: isDone, asideReason: nil, issues: isDone ? [] : [issue])
        }
        return BoxInFull(standing, dossiers: dossiers)
    }

    private static func code(_ place: Int) -> DossierCode {
        guard let code = try? DossierCode("H19.2008.\(String(101 + place).suffix(2)).QD") else { preconditionFailure("a code that is none") }
        return code
    }

    /// 1 is green, 2 waits for acceptance, 3 is half scanned, 4 went back early, the others never came; and round again.
    public static func standing(_ number: Int) -> BoxStanding {
        let kind = (number - 1) % 5
        var progress = BoxProgress()
        progress.dossiers = 12
        progress.countedSheets = 360
        progress.finished = [12, 12, 8, 8, 0][max(0, kind)]
        progress.delivered = [12, 12, 6, 8, 0][max(0, kind)]
        progress.accepted = [12, 10, 4, 4, 0][max(0, kind)]
        progress.durable = progress.finished
        progress.done = progress.accepted
        progress.scannedSheets = 30 * progress.finished
        progress.pages = 2 * progress.scannedSheets
        let issues = [
            BoxIssue(.notScanned, count: 12 - progress.finished), BoxIssue(.notDelivered, count: progress.finished - progress.delivered),
            BoxIssue(.notAccepted, count: progress.delivered - progress.accepted),
        ].filter { $0.count > 0 }
        let entry = CountRecord(
            count: BoxCount(dossiers: 12, sheets: kind == 2 ? 358 : 360, condition: .good), person: "hoa", at: Sample.now)
        let exit = CountRecord(count: BoxCount(dossiers: 11, sheets: 330, condition: .good), person: "hoa", at: Sample.now, reason: .borrowedBack)
        let visit = kind == 4 ? nil : BoxVisit(batch: Sample.id(3), batchNumber: "3", entry: entry, exit: kind == 3 ? exit : nil)
        return BoxStanding(
            label: String(number), room: "K1", shelf: "G\(1 + number / 8)", visit: visit, progress: progress, issues: issues)
    }
}
