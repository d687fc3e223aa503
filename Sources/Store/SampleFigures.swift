import Vietnamese

/// How right the texts of a sample are, by the lines that two people agree on or a third has decided.
public struct SampleFigures: Sendable, Hashable {
    /// Lines that were drawn; what is counted below are those of them that are not withheld.
    public var drawn = 0
    public var withheld = 0
    public var typedOnce = 0
    /// By two, whether or not they agree.
    public var typedTwice = 0
    public var settled = 0
    /// Out of the sample: nobody can read them.
    public var illegible = 0
    /// On which two differ and nobody has decided.
    public var undecided = 0
    /// Of the machine's text, and of the text as people had left it when the sample was drawn; nil while nothing is settled.
    public let machine: RightShare?
    public let corrected: RightShare?
    /// The share of characters that are the same in what two people typed; nil while none has been typed twice.
    public let agreement: Double?

    /// Whether nobody is wanted any more.
    public var isComplete: Bool { settled + illegible + withheld == drawn }

    public func verdict(wanted: Double = TextAccuracy.wanted) -> SampleVerdict { corrected?.verdict(wanted: wanted) ?? .unsure }

    public init(_ lines: [SampledLine]) {
        var (read, kept) = ([RightShare.Line](), [RightShare.Line]())
        var (differing, compared) = (0, 0)
        drawn = lines.count
        for line in lines {
            if line.isWithheld {
                withheld += 1
                continue
            }
            switch line.typed.count {
            case 0: break
            case 1: typedOnce += 1
            default: typedTwice += 1
            }
            if line.typed.count > 1, case .text(let a) = line.typed[0], case .text(let b) = line.typed[1] {
                let (a, b) = (a.compared, b.compared)
                differing += EditDistance.whole(a, b)
                compared += max(a.count, b.count)
            }
            switch line.standing {
            case .waitsForFirst, .waitsForSecond: break
            case .differs: undecided += 1
            case .illegible: illegible += 1
            case .settled(let truth):
                settled += 1
                let truth = truth.compared
                read.append(RightShare.Line(characters: truth.count, errors: EditDistance.whole(truth, line.machine.compared)))
                kept.append(
                    line.machine == line.corrected
                        ? read[read.count - 1]
                        : RightShare.Line(characters: truth.count, errors: EditDistance.whole(truth, line.corrected.compared)))
            }
        }
        (machine, corrected) = (RightShare(read), RightShare(kept))
        agreement = compared == 0 ? nil : 1 - Double(differing) / Double(compared)
    }
}

/// What a sample says of a fonds or a dossier.
public struct MeasuredAccuracy: Sendable, Hashable {
    public let sample: Int64
    public let figures: SampleFigures
}

extension StationStore {
    /// The figures of each sample in use, the newest first.
    public func sampleFigures() throws(StoreError) -> [(sample: TextSample, figures: SampleFigures)] {
        let lines = Dictionary(grouping: try linesInUse()) { $0.sample }
        return try textSamples().filter { $0.dropped == nil }.map { ($0, SampleFigures(lines[$0.id] ?? [])) }
    }

    /// For each fonds, or each dossier of one, by its code, what the sample says that tells most of it: a complete one before one that is
    /// being typed, one drawn of just this before one of more, the newest. Nothing where no line of it is settled.
    /// - Parameter fonds: code of the fonds whose dossiers are wanted; nil: all fonds.
    public func measuredAccuracy(dossiersOf fonds: String? = nil) throws(StoreError) -> [String: MeasuredAccuracy] {
        let samples = Dictionary(try textSamples().map { ($0.id, $0) }) { first, _ in first }
        var best: [String: (rank: (Int, Int, Int64), measured: MeasuredAccuracy)] = [:]
        let lines = try linesInUse().filter { fonds == nil || $0.fonds == fonds }
        let groups = Dictionary(grouping: lines) { SampleGroup(sample: $0.sample, code: fonds == nil ? $0.fonds : $0.dossier) }
        for (group, lines) in groups {
            guard let scope = samples[group.sample]?.scope, fonds != nil || !scope.isOfDossier else { continue }
            let figures = SampleFigures(lines)
            guard figures.settled > 0 else { continue }
            let rank = (figures.isComplete ? 1 : 0, scope.isExactly(group.code, isDossier: fonds != nil) ? 1 : 0, group.sample)
            if let other = best[group.code], other.rank > rank { continue }
            best[group.code] = (rank, MeasuredAccuracy(sample: group.sample, figures: figures))
        }
        return best.mapValues(\.measured)
    }

    private func linesInUse() throws(StoreError) -> [SampledLine] {
        try read { db in try StationStore.sampledLines(db, "l.sample_id IN (SELECT id FROM text_samples WHERE dropped_at IS NULL)") }
    }
}

private struct SampleGroup: Hashable {
    let sample: Int64
    let code: String
}

extension SampleScope {
    fileprivate var isOfDossier: Bool {
        if case .dossier = self { true } else { false }
    }

    fileprivate func isExactly(_ code: String, isDossier: Bool) -> Bool {
        switch self {
        case .all: false
        case .fonds(let own): !isDossier && own == code
        case .dossier(let own): isDossier && own.text == code
        }
    }
}
