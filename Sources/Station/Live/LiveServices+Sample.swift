import Records
import Store
import Texts

extension LiveServices {
    func actOnSample(_ effect: Effect, _ send: (Event) -> Void) throws {
        switch effect {
        case .loadSample: try tellSample(nil, nil, send)
        case .answerLine(let line, let answer, let isDecision):
            var refused: Int64?
            var failed: Failure?
            var unsaved: UnsavedLine?
            do { try store.answer(line, answer, isDecision: isDecision, by: actor) } catch {
                switch error {
                // The next line is all the answer there is to it.
                case StoreError.sample(.lineClosed), StoreError.sample(.lineNotThere), StoreError.sample(.ownLine), StoreError.pageWithheld: refused = line
                default:
                    failed = failure(error)
                    if case .text(let text) = answer { unsaved = UnsavedLine(line: line, text: text) }
                }
            }
            // In any case: the screen has gone on.
            try tellSample(refused, unsaved, send)
            if let failed { send(.failed(failed)) }
        case .takeBackLine(let line):
            var refused: Int64?
            var failed: Failure?
            do { try store.takeBackAnswer(line, by: actor) } catch {
                if case StoreError.sample = error { refused = line } else { failed = failure(error) }
            }
            try tellSample(refused, nil, send)
            if let failed { send(.failed(failed)) }
        case .keepLineDraft(let line, let text): try store.keepDraft(of: line, text, by: actor)
        default: break
        }
    }

    /// The screen waits for an answer, whatever it is.
    private func tellSample(_ refused: Int64?, _ unsaved: UnsavedLine?, _ send: (Event) -> Void) throws {
        do {
            var desk = try sampleDesk(refused)
            desk.unsaved = unsaved
            send(.sample(desk))
        } catch {
            send(.sample(SampleDesk(refused: refused, unsaved: unsaved)))
            throw error
        }
    }

    private func sampleDesk(_ refused: Int64? = nil) throws -> SampleDesk {
        let tasks = try store.lineTasks(for: actor)
        // Comparing all texts of a sample takes longer than a key may: only where there is nothing else to show.
        let summaries = tasks.isEmpty ? try store.sampleFigures().map { SampleSummary($0.sample, $0.figures) } : []
        return SampleDesk(tasks: tasks, progress: try store.sampleProgress(for: actor), summaries: summaries, refused: refused)
    }
}

extension SampleSummary {
    fileprivate init(_ sample: TextSample, _ figures: SampleFigures) {
        let title = Text.sampleTitle.filled {
            ["sample": String(sample.id), "scope": sample.scope.phrase($0), "lines": String(figures.drawn)]
        }
        let counts = Text.sampleCounts.with([
            "settled": String(figures.settled), "illegible": String(figures.illegible), "withheld": String(figures.withheld),
        ])
        let untyped = figures.drawn - figures.withheld - figures.typedOnce - figures.typedTwice
        let waiting = Text.sampleWaitsForOthers.with([
            "first": String(untyped), "second": String(figures.typedOnce), "third": String(figures.undecided),
        ])
        self.init(title: title, counts: counts, waiting: figures.isComplete ? nil : waiting, figures: figures.phrase)
    }
}

extension SampleFigures {
    fileprivate var phrase: Phrase? {
        guard let machine, let corrected else { return nil }
        return Text.sampleFigures.filled { language in
            [
                "machine": language.percent(machine.share), "corrected": language.percent(corrected.share), "low": language.percent(corrected.low),
                "high": language.percent(corrected.high, .up), "verdict": verdict().text(language),
            ]
        }
    }
}
