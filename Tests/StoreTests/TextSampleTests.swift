import Foundation
import GRDB
import Records
import Testing
@testable import Store

extension StoreTests {
    @Suite("Lines that two people type") struct TextSampleTests {
        let station: Station
        let dossier: DossierID
        let pages: [PageID]
        let lease: Lease
        var store: StationStore { station.store }
        let hoa = Actor(person: "hoa", station: "Trạm 01"), lan = Actor(person: "lan", station: "Trạm 02"), ba = Actor(person: "ba", station: "Trạm 02")

        /// Five pages: three lines, two, no reading, and two that are read like the first.
        init() throws {
            station = try Station()
            dossier = try station.dossier("H.1")
            pages = try station.scan(5, into: dossier)
            lease = try station.store.leaseDispatcher()
            try station.read("Ủy ban nhân dân\nquyet dinh\nphường", lease: lease, as: pages[0])
            try station.read("một hai\nba bốn", lease: lease, as: pages[1])
        }

        private func draw(_ lines: Int = 200, seed: UInt64 = 1, of scope: SampleScope = .all, isKept: Bool = true) throws -> DrawnSample {
            try store.drawTextSample(of: scope, lines: lines, seed: seed, isKept: isKept, by: hoa)
        }

        private func sample(_ lines: Int = 200, seed: UInt64 = 1) throws -> Int64 { try #require(try draw(lines, seed: seed).sample).id }

        private func lines(_ sample: Int64) throws -> [SampledLine] { try store.sampledLines(of: sample) }

        /// Types every line that waits for this person: as the machine read it, or otherwise.
        private func typeAll(_ actor: Actor, _ text: (SampledLine) -> LineAnswer = { .text($0.machine) }) throws {
            while let task = try store.lineTasks(for: actor).first {
                let line = try #require(try lines(task.sample).first { $0.id == task.id })
                try store.answer(task.id, text(line), isDecision: task.purpose != .type, by: actor)
            }
        }

        private func change(_ page: PageID, _ change: (inout RevisedPage) throws -> Void) throws {
            let words = try #require(try store.words(of: page))
            var new = words.revised
            try change(&new)
            try store.correct([PageCorrection(page: page, change: PageChange(from: words.revised, to: new), reading: words.reading)], in: dossier, by: hoa)
        }

        // MARK: Drawing

        @Test func linesAreKeptAsTheyWereDrawn() throws {
            try change(pages[0]) { try $0.replace(4, with: "quyết") }
            let id = try sample()
            try change(pages[0]) { try $0.replace(5, with: "định") }
            let lines = try lines(id)
            #expect(lines.count == 5, "no more than there are")
            let line = try #require(lines.first { $0.page == pages[0] && $0.line == 1 })
            #expect(line.machine == "quyet dinh" && line.corrected == "quyết dinh" && line.boxes.count == 2 && line.dossier == "H.1")
            #expect(lines.map(\.place) == [1, 2, 3, 4, 5] && Set(lines.map { "\($0.page) \($0.line)" }).count == 5)
        }

        @Test func theSameSeedDrawsTheSameLines() throws {
            let kept = try draw(3, seed: 77)
            let again = try draw(3, seed: 77, isKept: false)
            #expect(kept.places == again.places && kept.frame.hash == again.frame.hash && again.sample == nil)
            #expect(try store.textSamples().map(\.seed) == [77])
            let id = try #require(kept.sample?.id)
            #expect(try lines(id).map { DrawnSample.Place(page: $0.page, line: $0.line) } == kept.places)
            #expect(try (1...20).contains { try draw(3, seed: $0, isKept: false).places != kept.places })
            try change(pages[1]) { try $0.splitLine(before: 1) }
            #expect(try draw(3, seed: 77, isKept: false).frame.hash != kept.frame.hash, "it says that the lines are others now")
        }

        @Test func whatIsNoTextIsLeftOutAndCounted() throws {
            let more = try station.scan(4, into: dossier)
            for page in more { try station.read("chữ", lease: lease, as: page) }
            try change(more[0]) { $0.settlement = .handwritten }
            try change(more[3]) { $0.settlement = .foreignText }
            try store.setBlank([more[1]], .confirmed, by: hoa)
            try store.withhold(.page(more[2]), for: .restricted, by: hoa)
            try change(pages[1]) { $0.settlement = .machineText }
            let late = try station.scan(1, into: dossier)
            let frame = try draw(isKept: false).frame
            #expect(frame.lines == 5 && frame.pageCount == 2, "a page whose machine text was accepted is measured")
            #expect(frame.leftOut == SampleFrame.LeftOut(blank: 4, settled: 2, unread: late.count), "nothing was read on three")
        }

        @Test func whatCannotBeDrawnIsSaid() throws {
            #expect(throws: StoreError.sample(.noSuchFonds("H99", known: []))) { try draw(of: .fonds("H99")) }
            #expect(throws: StoreError.noSuchDossier("H.9")) { try draw(of: .dossier(DossierCode("H.9"))) }
            let empty = try station.dossier("H.2")
            try station.scan(2, into: empty)
            #expect(throws: StoreError.sample(.nothingRead(SampleFrame.LeftOut(blank: 0, settled: 0, unread: 2)))) {
                try draw(of: .dossier(DossierCode("H.2")))
            }
            #expect(try draw(of: .dossier(DossierCode("H.1"))).places.count == 5)
        }

        // MARK: Typing

        @Test func nobodyGetsALineTwice() throws {
            let id = try sample()
            try typeAll(hoa)
            #expect(try store.lineTasks(for: hoa).isEmpty)
            let first = try #require(try lines(id).first)
            #expect(throws: StoreError.sample(.ownLine)) { try store.answer(first.id, .text("khác"), by: hoa) }
            #expect(try store.lineTasks(for: lan, 9).count == 5)
            try typeAll(lan)
            #expect(try store.lineTasks(for: lan).isEmpty && store.lineTasks(for: ba).isEmpty, "two that agree want no third")
            #expect(try store.sampleFigures().first?.figures.isComplete == true)
            #expect(throws: StoreError.sample(.lineClosed)) { try store.answer(first.id, .text("khác"), by: ba) }
            #expect(throws: StoreError.sample(.noName)) { try store.lineTasks(for: Actor(person: " ", station: "")) }
        }

        @Test func whatOneHasTypedIsTypedNextByAnother() throws {
            _ = try sample()
            let first = try #require(try store.lineTasks(for: hoa).first)
            try store.answer(first.id, .text("một"), by: hoa)
            #expect(try store.lineTasks(for: lan).first?.id == first.id)
            #expect(try store.lineTasks(for: lan, 9).map(\.id).dropFirst() != store.lineTasks(for: ba, 9).map(\.id).dropFirst(), "the rest by lot")
        }

        @Test func aThirdPersonDecidesBetweenTwoThatDiffer() throws {
            let id = try sample()
            try typeAll(hoa)
            try typeAll(lan) { $0.page == pages[0] && $0.line == 1 ? .text("Quyết định") : .text("  \($0.machine)  ") }
            #expect(try store.lineTasks(for: hoa).isEmpty && store.lineTasks(for: lan).isEmpty)
            let task = try #require(try store.lineTasks(for: ba).first)
            #expect(task.purpose == .decide(.text("quyet dinh"), .text("Quyết định")))
            #expect(try store.lineTasks(for: ba).count == 1)
            #expect(throws: StoreError.sample(.lineClosed), "who has not seen both does not decide") { try store.answer(task.id, .text("gì"), by: ba) }
            try store.answer(task.id, .text("Quyết định"), isDecision: true, by: ba)
            #expect(try lines(id).first { $0.id == task.id }?.standing == .settled("Quyết định"))
            let figures = try #require(try store.sampleFigures().first?.figures)
            #expect(figures.isComplete && figures.settled == 5 && figures.typedTwice == 5)
            #expect(figures.machine?.errors == 4 && figures.corrected?.errors == 4, "Q, ế, đ, ị")
        }

        @Test func whatNobodyCanReadLeavesTheSample() throws {
            _ = try sample()
            try typeAll(hoa) { $0.line == 0 ? .illegible : .text($0.machine) }
            try typeAll(lan) { $0.line == 0 ? .illegible : .text($0.machine) }
            let figures = try #require(try store.sampleFigures().first?.figures)
            #expect(figures.illegible == 2 && figures.settled == 3 && figures.isComplete && figures.machine?.lines == 3)
        }

        /// Of three at once, one has typed for nothing and is told so.
        @Test func whoComesTooLateChangesNothing() throws {
            _ = try sample(1)
            let task = try #require(try store.lineTasks(for: hoa).first)
            try store.answer(task.id, .text("một"), by: hoa)
            try store.answer(task.id, .text("hai"), by: lan)
            #expect(throws: StoreError.sample(.lineClosed)) { try store.answer(task.id, .text("ba"), by: ba) }
            #expect(try store.sampleFigures().first?.figures.undecided == 1)
        }

        @Test func whatIsHalfTypedIsKept() throws {
            _ = try sample()
            let last = try #require(try store.lineTasks(for: hoa, 9).last)
            try store.keepDraft(of: last.id, "nửa chừng", by: hoa)
            #expect(try store.lineTasks(for: hoa).first?.draft == "nửa chừng" && store.lineTasks(for: hoa).first?.id == last.id)
            #expect(try store.lineTasks(for: lan, 9).allSatisfy { $0.draft == nil })
            #expect(try store.sampleFigures().first?.figures.typedOnce == 0)
            try store.keepDraft(of: last.id, " ", by: hoa)
            #expect(try store.lineTasks(for: hoa, 9).allSatisfy { $0.draft == nil })
            try store.answer(last.id, .text("xong"), by: hoa)
            try store.keepDraft(of: last.id, "muộn", by: hoa)
            #expect(try store.sampleFigures().first?.figures.typedOnce == 1)
        }

        @Test func aLineIsTakenBackUntilItIsDecided() throws {
            let id = try sample(1)
            let task = try #require(try store.lineTasks(for: hoa).first)
            try store.answer(task.id, .text("sai"), by: hoa)
            try store.answer(task.id, .text("sai"), by: lan)
            try store.takeBackAnswer(task.id, by: hoa)
            #expect(try lines(id)[0].standing == .waitsForSecond && store.lineTasks(for: hoa).first?.draft == "sai")
            try store.answer(task.id, .text("đúng"), by: hoa)
            try store.answer(task.id, .text("đúng"), isDecision: true, by: ba)
            #expect(throws: StoreError.sample(.lineClosed)) { try store.takeBackAnswer(task.id, by: lan) }
            try store.takeBackAnswer(task.id, by: ba)
            #expect(try lines(id)[0].standing == .differs)
        }

        // MARK: Withheld, dropped

        @Test func whatIsWithheldIsNeitherTypedNorCopiedNorCounted() throws {
            let id = try sample()
            try typeAll(hoa) { .text("bimat \($0.machine)") }
            let secret = try #require(try lines(id).first { $0.page == pages[0] })
            try store.keepDraft(of: secret.id, "bimat nua", by: lan)
            try store.withhold(.page(pages[0]), for: .restricted, by: hoa)
            #expect(try store.lineTasks(for: lan, 9).map(\.page) == [pages[1], pages[1]])
            #expect(throws: StoreError.pageWithheld(pages[0].description)) { try store.answer(secret.id, .text("bimat"), by: lan) }
            try typeAll(lan) { .text("bimat \($0.machine)") }
            let figures = try #require(try store.sampleFigures().first?.figures)
            #expect(figures.withheld == 3 && figures.settled == 2 && figures.isComplete)
            let path = station.place.path + "/copy.sqlite"
            try store.copyDatabaseWithoutWithheld(to: path)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(bytes.range(of: Data("bimat quyet".utf8)) == nil && bytes.range(of: Data("bimat nua".utf8)) == nil)
            #expect(bytes.range(of: Data("bimat một".utf8)) != nil, "the others go with the copy")
            let copy = try DatabaseQueue(path: path)
            try copy.read { db throws in
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM sampled_lines") == 2)
                #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
                #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
            }
            try copy.close()
        }

        @Test func noWordOfItStandsInTheTrail() throws {
            _ = try sample()
            try typeAll(hoa) { _ in .text("lời kín") }
            #expect(try store.auditEntries(last: 100).allSatisfy { !$0.detail.contains("kín") && !$0.detail.contains("quyet") })
        }

        @Test func aSampleOutOfUseAsksNobody() throws {
            let id = try sample()
            try store.dropTextSample(id, by: hoa)
            #expect(try store.lineTasks(for: hoa).isEmpty && store.sampleFigures().isEmpty && store.textSample(id).dropped != nil)
            #expect(throws: StoreError.sample(.noSuchSample("9"))) { try store.dropTextSample(9, by: hoa) }
        }

        // MARK: Figures

        @Test func aReportTakesTheSampleThatTellsMost() throws {
            let whole = try sample()
            try typeAll(hoa)
            try typeAll(lan)
            let begun = try sample(seed: 2)
            let task = try #require(try store.lineTasks(for: hoa).first)
            try store.answer(task.id, .text("một"), by: hoa)
            #expect(begun != whole)
            #expect(try store.measuredAccuracy()[""]?.sample == whole, "a complete one before one that is being typed")
            #expect(try store.measuredAccuracy(dossiersOf: "")["H.1"]?.sample == whole)
            try typeAll(lan)
            try typeAll(ba)
            try typeAll(hoa)
            #expect(try store.measuredAccuracy()[""]?.sample == begun, "the newest of those that are complete")
            let own = try #require(try draw(seed: 3, of: .dossier(DossierCode("H.1"))).sample).id
            try typeAll(hoa)
            try typeAll(lan)
            #expect(try store.measuredAccuracy(dossiersOf: "")["H.1"]?.sample == own)
            #expect(try store.measuredAccuracy()[""]?.sample != own, "one dossier does not speak for a fonds")
            #expect(try store.measuredAccuracy(dossiersOf: "khác").isEmpty)
        }
    }
}

@Suite("Drawing and measuring lines") struct LineMeasureTests {
    @Test func everyLineIsDrawnOnceAndBySeed() {
        let all = LineDraw.draw(9, from: [3, 0, 2], seed: 5)
        #expect(Set(all) == Set([(0, 0), (0, 1), (0, 2), (2, 0), (2, 1)].map { LineDraw.Place(page: $0.0, line: $0.1) }) && all.count == 5)
        #expect(LineDraw.draw(3, from: [3, 0, 2], seed: 5) == Array(all.prefix(3)), "who draws more draws the same and others")
        #expect(LineDraw.draw(3, from: [], seed: 5).isEmpty)
    }

    /// 6000 draws of one line of five: 1200 each, give or take four standard deviations.
    @Test func everyLineIsAsLikely() {
        var counts: [LineDraw.Place: Int] = [:]
        for seed in 0..<6000 as Range<UInt64> { for place in LineDraw.draw(1, from: [1, 3, 0, 1], seed: seed) { counts[place, default: 0] += 1 } }
        #expect(counts.count == 5 && counts.values.allSatisfy { abs($0 - 1200) < 124 })
    }

    private func share(_ lines: [(Int, Int)]) -> RightShare? { RightShare(lines.map { RightShare.Line(characters: $0.0, errors: $0.1) }) }

    /// By hand: r = 4/100; residuals 0.6 −0.8 0.8 −0.6, their squares 2; v = 4/3 · 2/100² = 0.000267, worth 144 characters, but there are
    /// no more than 100; three lines with errors, so t = 4.303; Wilson's interval of 4 % of 100 is then 0.62…21.75 %.
    @Test func errorsThatSpreadAreWorthEveryCharacter() throws {
        let share = try #require(self.share([(10, 1), (20, 0), (30, 2), (40, 1)]))
        #expect(share.characters == 100 && share.errors == 4 && abs(share.share - 0.96) < 1e-9)
        #expect(abs(share.low - 0.782474) < 1e-5 && abs(share.high - 0.993794) < 1e-5)
    }

    /// By hand: r = 12/600; residuals −2 −2 −2 4 0 2, their squares 32; v = 6/5 · 32/600² = 0.000107, worth 0.02 · 0.98 / v = 183.75
    /// characters; t = 4.303; Wilson's interval of 2 % is then 0.29…12.50 %. Of 600 characters drawn one by one it would be 1.15…3.46 %.
    @Test func errorsThatKeepTogetherAreWorthLess() throws {
        let share = try #require(self.share([(100, 0), (100, 0), (100, 0), (100, 6), (100, 2), (100, 4)]))
        #expect(abs(share.low - 0.875028) < 1e-5 && abs(share.high - 0.997092) < 1e-5)
        #expect(abs(RightShare.student(10) - 2.228) < 1e-3 && abs(RightShare.student(5) - 2.571) < 5e-3 && abs(RightShare.student(500) - 1.965) < 1e-3)
    }

    @Test func withoutErrorsALineIsOneObservation() throws {
        let share = try #require(self.share(Array(repeating: (100, 0), count: 40)))
        #expect(share.share == 1 && share.high == 1 && abs(share.low - 0.912378) < 1e-5)
        #expect(share.verdict(wanted: 0.98) == .unsure)
        #expect(self.share(Array(repeating: (100, 0), count: 400))?.verdict(wanted: 0.98) == .reached)
    }

    @Test func theVerdictFollowsTheInterval() {
        #expect(share(Array(repeating: (100, 10), count: 100))?.verdict(wanted: 0.98) == .missed)
        #expect(share(Array(repeating: (100, 10), count: 20))?.verdict(wanted: 0.98) == .unsure, "of few lines nothing follows")
        #expect(share([]) == nil && share([(0, 3)]) == nil)
        #expect(share([(2, 9)])?.share == 0)
    }

    @Test func readersTellTextsApartAsPeopleDo() {
        #expect(LineAnswer.text(" Ủy  ban “hoà” – ").isSame(.text("U\u{309}y ban \"hòa\" -")))
        #expect(!LineAnswer.text("Ủy ban").isSame(.text("Uỷ bán")) && !LineAnswer.text("").isSame(.illegible))
        #expect(LineStanding(typed: [], decided: nil) == .waitsForFirst && LineStanding(typed: [.text("a")], decided: nil) == .waitsForSecond)
        #expect(LineStanding(typed: [.text("a"), .illegible], decided: nil) == .differs)
        #expect(LineStanding(typed: [.text("a"), .text("b")], decided: .text("c")) == .settled("c"))
        #expect(LineStanding(typed: [.illegible, .illegible], decided: nil) == .illegible)
        #expect(LineStanding(typed: [.text(""), .text(" ")], decided: nil) == .settled(""), "dirt that was read as text")
    }
}
