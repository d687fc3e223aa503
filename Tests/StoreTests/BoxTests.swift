import Foundation
import GRDB
import Records
import Testing
@testable import Store

extension StoreTests {
    /// Batches, boxes, what is counted of them, and when a box may go back.
    @Suite struct Boxes {
        let station: Station
        let store: StationStore
        let hoa: Actor

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
        }

        // MARK: What tests do

        @discardableResult
        private func dossier(_ code: String, box: String?, number: Int? = nil, counted: Int? = 1) throws -> DossierID {
            try store.addDossier(
                code: DossierCode(code), fields: DossierFields(title: "Hồ sơ \(code)", box: box, numberInBox: number), countedSheets: counted, by: hoa)
        }

        private func batch(_ number: String = "1") throws -> BatchID { try store.addBatch(BatchFields(number: number), by: hoa) }

        private func receive(_ box: String, with batch: BatchID, dossiers: Int = 1, sheets: Int? = nil) throws {
            try store.receive(box, with: batch, BoxCount(dossiers: dossiers, sheets: sheets), isNew: true, by: hoa)
        }

        private func finish(_ id: DossierID) throws {
            try station.scan(2, into: id)
            try store.finish(id, by: hoa)
        }

        private func deliver(_ id: DossierID, to target: String = "usb", version: Int = 1, content: String = "h") throws {
            let basis = DeliveryBasis(revision: try store.dossier(id).revision, format: "1")
            try store.recordDelivery(
                station.identifiers.make(), target: target, folder: "\(version)", profile: "simple", started: station.clock.now(),
                items: [DeliveryItem(dossier: id, version: version, contentHash: content, basis: basis, files: [])], by: hoa)
        }

        private func standing(_ box: String) throws -> BoxStanding { try store.box(box).standing }
        private func issues(_ box: String) throws -> [BoxIssue] { try standing(box).issues }

        /// A box with one dossier that is delivered and accepted.
        @discardableResult
        private func greenBox(_ box: String, code: String) throws -> DossierID {
            let id = try dossier(code, box: box)
            try finish(id)
            try deliver(id)
            try store.accept([id], by: hoa)
            return id
        }

        // MARK: Batches

        @Test func aNumberIsThereOnce() throws {
            let first = try store.addBatch(BatchFields(number: " 01/2026 ", name: "Khối"), by: hoa)
            #expect(throws: StoreError.handover(.batchExists("01/2026"))) { try store.addBatch(BatchFields(number: "01/2026"), by: hoa) }
            let second = try batch("2")
            #expect(throws: StoreError.handover(.batchExists("01/2026"))) { try store.setBatch(second, by: hoa) { $0.number = "01/2026" } }
            try store.setBatch(first, by: hoa) { $0.name = "Khối nghiệp vụ".decomposedStringWithCanonicalMapping }
            #expect(Array(try store.batch(number: "01/2026").fields.name.unicodeScalars) == Array("Khối nghiệp vụ".unicodeScalars))
            #expect(throws: StoreError.handover(.noSuchBatch("3"))) { try store.batch(number: "3") }
            #expect(throws: StoreError.invalidValue(field: "number", value: "")) { try store.addBatch(BatchFields(number: "  "), by: hoa) }
            #expect(throws: StoreError.invalidValue(field: "shelf_metres", value: "nan")) {
                try store.addBatch(BatchFields(number: "4", shelfMetres: .nan), by: hoa)
            }
        }

        @Test func aBatchKnowsWhatItBrought() throws {
            let batch = try batch()
            try receive("1", with: batch, dossiers: 3, sheets: 40)
            try receive("2", with: batch, dossiers: 2)
            try store.returnBox("1", BoxCount(dossiers: 3, sheets: 40), reason: .borrowedBack, by: hoa)
            let record = try store.batch(batch)
            #expect((record.boxes, record.boxesHere, record.dossiers, record.sheets) == (2, 1, 5, 40))
            #expect(try store.batches() == [record])
        }

        @Test func returnMinutesAreNumberedWithTheFirstBoxThatGoesBack() throws {
            let (first, second) = (try batch("1"), try batch("2"))
            try receive("5", with: first)
            try receive("6", with: first)
            try receive("7", with: second)
            #expect(try store.batch(first).fields.returnNumber == nil)
            for box in ["5", "7", "6"] { try store.returnBox(box, BoxCount(dossiers: 1), reason: .onRequest, by: hoa) }
            #expect(try [first, second].map { try store.batch($0).fields.returnNumber } == ["01", "02"])
            #expect(throws: StoreError.handover(.returnNumberExists("01"))) { try store.setBatch(second, by: hoa) { $0.returnNumber = "01" } }
            #expect(try store.handover(.return, of: second).batch.returnNumber == "02")
        }

        @Test func aMeasureIsOfTheBoxesThatHadGoneBack() throws {
            let batch = try batch()
            for box in ["5", "6", "7"] { try receive(box, with: batch) }
            func metres() throws -> HandoverReport.ShelfMetres? { try store.handover(.return, of: batch).shelfMetres }
            try store.returnBox("5", BoxCount(dossiers: 1), reason: .onRequest, by: hoa)
            try store.setBatch(batch, by: hoa) { $0.returnedMetres = 0.4 }
            #expect(try metres() == HandoverReport.ShelfMetres(metres: 0.4, isByBoxes: false))
            try store.returnBox("6", BoxCount(dossiers: 1), reason: .onRequest, by: hoa)
            #expect(try metres() == nil, "it was of one box")
            try store.setBatch(batch, by: hoa) { $0.shelfMetres = 3 }
            #expect(try metres() == HandoverReport.ShelfMetres(metres: 2, isByBoxes: true))
            try store.setBatch(batch, by: hoa) { $0.returnedMetres = nil }
            #expect(try store.batch(batch).fields.returnedMetresOf == nil)
        }

        // MARK: Which boxes there are

        @Test func aBoxIsWhatTheRegisterNamesOrABatchBrought() throws {
            try dossier("A", box: " 10 ")
            try dossier("B", box: "2")
            try dossier("C", box: "")
            try dossier("D", box: nil)
            try receive("7", with: try batch())
            #expect(try store.boxes(limit: 10).boxes.map(\.label) == ["2", "7", "10"])
            #expect(try standing("7").issues == [BoxIssue(.noDossiers, count: 0)])
            #expect(throws: StoreError.handover(.noSuchBox("99"))) { try store.box("99") }
            #expect(throws: StoreError.handover(.noSuchBox("99"))) { try store.setBox("99", room: "K", shelf: "1", by: hoa) }
        }

        @Test func boxesStandInTheOrderOfTheirPlaces() throws {
            for (index, (box, room, shelf)) in [("1", "Kho 2", "3"), ("12", "Kho 1", "10"), ("3", "Kho 1", "10"), ("9", "Kho 1", "2")].enumerated() {
                try dossier("A\(index)", box: box)
                try store.setBox(box, room: room, shelf: shelf, by: hoa)
            }
            #expect(try store.boxes(limit: 10).boxes.map(\.label) == ["9", "3", "12", "1"])
            #expect(try store.boxes(limit: 2, offset: 1).boxes.map(\.label) == ["3", "12"])
            #expect(try store.boxes(limit: 2, offset: 1).total == 4)
            #expect(try store.boxes(matching: "kho 1 10", limit: 10).boxes.map(\.label) == ["3", "12"])
        }

        @Test func boxesAreFoundByColourAndBatch() throws {
            try greenBox("1", code: "A")
            let begun = try dossier("B", box: "2")
            try station.scan(2, into: begun)
            try dossier("C", box: "3")
            let batch = try batch()
            try receive("2", with: batch)
            #expect(try store.boxCounts() == [.green: 1, .red: 1, .untouched: 1])
            #expect(try store.boxes(colour: .green, limit: 10).boxes.map(\.label) == ["1"])
            #expect(try store.boxes(colour: .untouched, limit: 10).boxes.map(\.label) == ["3"])
            #expect(try store.boxes(batch: batch, limit: 10).boxes.map(\.label) == ["2"])
        }

        // MARK: Counting

        @Test func aRecountReplacesTheCountAndTheTrailKeepsBoth() throws {
            let batch = try batch()
            try dossier("A", box: "1")
            try store.receive("1", with: batch, BoxCount(dossiers: 2, sheets: 30, condition: .good), isNew: true, by: hoa)
            let came = try #require(try standing("1").visit?.entry.at)
            let lan = Actor(person: "lan", station: "Trạm 02")
            try store.receive("1", with: batch, BoxCount(dossiers: 1, sheets: 31), isNew: true, by: lan)
            let visit = try #require(try standing("1").visit)
            #expect(visit.entry.count == BoxCount(dossiers: 1, sheets: 31, condition: .good) && visit.entry.person == "lan" && visit.entry.at == came)
            #expect(try store.batch(batch).boxes == 1)
            let trail = try store.auditEntries(last: 2)
            #expect(trail.map(\.action) == ["box.received", "box.recounted"])
            #expect(trail[0].detail.contains(#""sheets":"30""#) && trail[1].detail.contains(#""sheets":"31""#))
            #expect(try store.number("SELECT count(*) FROM box_counts") == 2)
            #expect(try store.firstBrokenAuditRow() == nil)
        }

        @Test func entryIsHeldAgainstRegisterAndScan() throws {
            let batch = try batch()
            let first = try dossier("A", box: "1")
            try dossier("B", box: "1", counted: 2)
            try receive("1", with: batch, dossiers: 3, sheets: 5)
            #expect(try standing("1").entryDifferences == [
                .dossiers(against: .register, expected: 2, found: 3), .sheets(against: .register, expected: 3, found: 5),
            ])
            #expect(try issues("1").contains(BoxIssue(.dossiersDiffer, count: 1)))
            try store.recount("1", BoxCount(dossiers: 2, sheets: 5), by: hoa)
            try finish(first)
            #expect(!(try issues("1")).contains { $0.code == .sheetsDiffer }, "what is not scanned yet is no difference")
            let second = try store.dossier(DossierCode("B")).id
            try station.scan(4, into: second)
            try store.finish(second, by: hoa)
            #expect(try issues("1").contains(BoxIssue(.sheetsDiffer, count: 2)))
            #expect(try standing("1").entryDifferences.contains(.sheets(against: .scanned, expected: 3, found: 5)))
            try store.recount("1", BoxCount(dossiers: 2, sheets: 3), by: hoa)
            #expect(try standing("1").entryDifferences == [])
        }

        @Test func returnIsHeldAgainstEntry() throws {
            let batch = try batch()
            try store.receive("1", with: batch, BoxCount(dossiers: 2, sheets: 30, condition: .good), isNew: true, by: hoa)
            let torn = try #require(PhysicalCondition([.torn]))
            try store.returnBox("1", BoxCount(dossiers: 1, sheets: 29, condition: torn), reason: .other("kho dọn"), by: hoa)
            #expect(try standing("1").visit?.returnDifferences == [
                .dossiers(against: .entry, expected: 2, found: 1), .sheets(against: .entry, expected: 30, found: 29),
                .condition(before: .good, now: torn),
            ])
            let left = try #require(try standing("1").visit?.exit?.at)
            try store.recount("1", BoxCount(dossiers: 2), by: hoa)
            #expect(try standing("1").visit?.returnDifferences == [.condition(before: .good, now: torn)], "what was said of its state stands")
            try store.recount("1", BoxCount(dossiers: 2, condition: .good), by: hoa)
            let visit = try #require(try standing("1").visit)
            #expect(visit.returnDifferences == [], "nobody counted the sheets")
            #expect(visit.exit?.reason == .other("kho dọn"))
            #expect(visit.exit?.at == left, "it went when it went")
        }

        @Test(arguments: [BoxCount(dossiers: -1), BoxCount(dossiers: 10_000), BoxCount(dossiers: 1, sheets: -1), BoxCount(dossiers: 1, sheets: 1_000_000)])
        func countsThatCannotBeAreRefused(count: BoxCount) throws {
            let batch = try batch()
            #expect(throws: StoreError.self) { try store.receive("1", with: batch, count, isNew: true, by: hoa) }
            #expect(try store.batch(batch).boxes == 0)
        }

        @Test func aBoxIsInOneBatchAtATime() throws {
            let (first, second) = (try batch("1"), try batch("2"))
            try receive("5", with: first)
            #expect(throws: StoreError.handover(.boxIsHere("5", batch: "1"))) { try receive("5", with: second) }
            try store.returnBox("5", BoxCount(dossiers: 1), reason: .onRequest, by: hoa)
            #expect(throws: StoreError.handover(.boxNotHere("5"))) { try store.returnBox("5", BoxCount(dossiers: 1), reason: .onRequest, by: hoa) }
            #expect(throws: StoreError.handover(.boxCameBefore("5", batch: "1"))) { try receive("5", with: first) }
            try receive("5", with: second, dossiers: 4)
            let visits = try store.box("5").visits
            #expect(visits.map(\.batchNumber) == ["2", "1"])
            #expect(visits.map { $0.exit == nil } == [true, false])
            #expect(try standing("5").presence == .here)
        }

        @Test func aMistypedLabelMakesNoBox() throws {
            try dossier("A", box: "H-99")
            let batch = try batch()
            let count = BoxCount(dossiers: 1)
            #expect(throws: StoreError.handover(.unknownBox("H-89", nearest: "H-99"))) { try store.receive("H-89", with: batch, count, by: hoa) }
            #expect(throws: StoreError.handover(.unknownBox("Kho 7", nearest: nil))) { try store.receive("Kho 7", with: batch, count, by: hoa) }
            #expect(try store.batch(batch).boxes == 0 && !store.knowsBox("H-89"))
            try store.receive("H-89", with: batch, count, isNew: true, by: hoa)
            try store.receive(" H-89 ", with: batch, BoxCount(dossiers: 2), by: hoa)
            try store.receive("H-99", with: batch, count, by: hoa)
            #expect(try store.batch(batch).boxes == 2)
        }

        @Test(arguments: [
            ("h99", "H-99"), ("H-9 9", "H-99"), ("H-98", "H-99"), ("hop 12a", "Hộp 12"), ("21", "12"), ("Hộp 21", "Hộp 12"), ("H-4711", nil), ("", nil),
        ] as [(String, String?)])
        func theNearestLabelIsTheOneThatWasMeant(typed: String, nearest: String?) {
            #expect(typed.nearest(among: ["H-99", "Hộp 12", "12", "Kho lưu trữ"]) == nearest)
        }

        @Test func ofSeveralThatAreEquallyNearNoneIsNamed() {
            #expect("412".nearest(among: (1...400).map(String.init)) == nil)
            #expect("Hộp 041".nearest(among: ["Hộp 40", "Hộp 41", "Hộp 42"]) == "Hộp 41")
        }

        @Test func aWrongBoxIsTakenOutOfTheBatch() throws {
            let batch = try batch()
            try receive("21", with: batch)
            try store.withdrawHandover("21", by: hoa)
            #expect(try store.batch(batch).boxes == 0)
            #expect(throws: StoreError.handover(.noSuchBox("21"))) { try store.box("21") }
            try receive("12", with: batch)
            try store.returnBox("12", BoxCount(dossiers: 1), reason: .borrowedBack, by: hoa)
            try store.withdrawHandover("12", by: hoa)
            #expect(try standing("12").presence == .here)
            try store.withdrawHandover("12", by: hoa)
            try receive("12", with: batch)
            #expect(try store.batch(batch).boxes == 1)
            #expect(throws: StoreError.handover(.boxNotHere("99"))) { try store.withdrawHandover("99", by: hoa) }
        }

        // MARK: Green and red

        @Test func aBoxTurnsGreenStepByStep() throws {
            let id = try dossier("A", box: "1")
            #expect(try standing("1").colour == .untouched)
            #expect(try issues("1") == [BoxIssue(.notScanned, count: 1)])
            try station.scan(2, into: id)
            #expect(try standing("1").colour == .red)
            #expect(try issues("1") == [BoxIssue(.notFinished, count: 1)])
            try store.finish(id, by: hoa)
            #expect(try issues("1") == [BoxIssue(.notDelivered, count: 1)])
            try deliver(id)
            #expect(try issues("1") == [BoxIssue(.notAccepted, count: 1)])
            try store.accept([id], by: hoa)
            let green = try standing("1")
            #expect(green.isGreen && green.colour == .green && green.issues == [])
            let progress = green.progress
            #expect((progress.dossiers, progress.finished, progress.durable, progress.delivered, progress.accepted, progress.done) == (1, 1, 1, 1, 1, 1))
            #expect(try store.box("1").dossiers.map(\.issues) == [[]])
        }

        @Test func oneDossierKeepsItRed() throws {
            try greenBox("1", code: "A")
            try dossier("B", box: "1", number: 2)
            #expect(try standing("1").colour == .red)
            #expect(try store.box("1").dossiers.first { $0.code.text == "B" }?.issues == [.notScanned])
        }

        @Test func anEmptyBoxIsNotGreen() throws {
            try receive("1", with: try batch(), dossiers: 0, sheets: 0)
            #expect(try standing("1").colour == .red)
            #expect(try issues("1") == [BoxIssue(.noDossiers, count: 0)])
        }

        @Test func whatIsNotDurableKeepsItRed() throws {
            let id = try greenBox("1", code: "A")
            // A page that came out of the scanner and was never entered: nobody knows of it but its arrival row.
            let run = try station.run(id)
            _ = try station.arrival(run, 1)
            #expect(try issues("1") == [BoxIssue(.pagesWaiting, count: 1)])
            #expect(try standing("1").progress.durable == 0)
            try store.endRun(run, stop: .empty, fault: nil, by: hoa)
            #expect(try standing("1").isGreen)
        }

        @Test func openPlacesAndFindingsKeepItRed() throws {
            let id = try dossier("A", box: "1")
            try station.scan(2, into: id)
            try store.reserve(.map, in: id, after: nil, by: hoa)
            try store.finish(id, override: .missingBefore, by: hoa)
            #expect(try issues("1").map(\.code) == [.placesOpen, .notDelivered])
            let run = try station.run(try dossier("B", box: "2"))
            var arrived = try station.arrival(run, 1)
            arrived.findings = [Finding(.blur)]
            try store.enter(arrived, in: run, by: hoa)
            try store.endRun(run, stop: .empty, fault: nil, by: hoa)
            #expect(try issues("2").map(\.code) == [.notFinished, .findingsOpen])
        }

        // MARK: Accepting

        @Test func whatKeepsADossierFromBeingAcceptedIsSaid() throws {
            let id = try dossier("A", box: "1")
            #expect(throws: StoreError.handover(.notFinished(code: "A"))) { try store.accept([id], by: hoa) }
            try finish(id)
            #expect(throws: StoreError.handover(.notDelivered(code: "A"))) { try store.accept([id], by: hoa) }
            try deliver(id)
            try store.setFields(id, DossierFields(title: "Khác", box: "1"), by: hoa)
            let page = try #require(try store.contents(id).pages.first)
            try store.turn(page.id, quarterTurns: 1, by: hoa)
            try store.undo(id, by: hoa)
            let why = HandoverRefusal.changedSince(code: "A", [.undo, .command(.turn), .fields])
            #expect(throws: StoreError.handover(why)) { try store.accept([id], by: hoa) }
            #expect(StoreError.handover(why).message(.vi).contains("đã đổi sau khi giao: hoàn tác một bước, "))
            try dossier("B", box: "1")
            let none = HandoverRefusal.nothingToAccept(
                box: "1", issues: [BoxIssue(.notScanned, count: 1), BoxIssue(.changedSince, count: 1)], changes: [.undo, .command(.turn), .fields])
            #expect(throws: StoreError.handover(none)) { try store.acceptBox("1", by: hoa) }
            #expect(none.message(.vi).contains("chưa quét (1), đã đổi sau khi giao (1): hoàn tác một bước"))
        }

        @Test func aChangeMakesItUnacceptedAndANewDeliveryDoesNotHealIt() throws {
            let id = try greenBox("1", code: "A")
            try store.setFields(id, DossierFields(title: "Khác", box: "1"), by: hoa)
            #expect(try issues("1") == [BoxIssue(.changedSince, count: 1)])
            try deliver(id, version: 2, content: "other")
            #expect(try issues("1") == [BoxIssue(.notAccepted, count: 1)])
            try store.accept([id], by: hoa)
            #expect(try standing("1").isGreen)
        }

        /// The next export looks at it and finds the files to be the same.
        @Test func theSameContentIsStillAccepted() throws {
            let id = try greenBox("1", code: "A")
            try store.setFields(id, DossierFields(title: "Hồ sơ A", box: "1", note: "x"), by: hoa)
            #expect(!(try standing("1").isGreen))
            let basis = DeliveryBasis(revision: try store.dossier(id).revision, format: "1")
            try store.noteUnchanged([(id, 1, basis)], at: "usb")
            #expect(try standing("1").isGreen)
            try deliver(id, to: "disk")
            #expect(try standing("1").isGreen, "the same content at a second target")
        }

        @Test func anOlderVersionIsNotWhatWasDelivered() throws {
            let id = try greenBox("1", code: "A")
            // Another format of the program: other files of the same revision.
            try deliver(id, version: 2, content: "other format")
            #expect(try issues("1") == [BoxIssue(.notAccepted, count: 1)])
        }

        @Test func onlyWhatIsDeliveredIsAccepted() throws {
            let id = try dossier("A", box: "1")
            #expect(throws: StoreError.handover(.notFinished(code: "A"))) { try store.accept([id], by: hoa) }
            try finish(id)
            let none = HandoverRefusal.nothingToAccept(box: "1", issues: [BoxIssue(.notDelivered, count: 1)], changes: [])
            #expect(throws: StoreError.handover(none)) { try store.acceptBox("1", by: hoa) }
            let second = try dossier("B", box: "1", number: 2)
            try finish(second)
            try deliver(second)
            #expect(throws: StoreError.handover(.notDelivered(code: "A"))) { try store.accept([second, id], by: hoa) }
            #expect(try store.box("1").dossiers.filter(\.isAccepted).isEmpty, "all or none")
            let (accepted, left) = try store.acceptBox("1", by: hoa)
            #expect(accepted.map(\.text) == ["B"] && left.map(\.text) == ["A"])
        }

        @Test func anAcceptanceIsWrittenOnceAndTakenBack() throws {
            let id = try greenBox("1", code: "A")
            let head = try store.auditHead()
            try store.accept([id], source: .verdict, by: hoa)
            #expect(try store.acceptBox("1", by: hoa).accepted == [])
            #expect(try store.auditHead() == head)
            try store.withdrawAcceptance(of: id, by: hoa)
            #expect(try issues("1") == [BoxIssue(.notAccepted, count: 1)])
            try store.accept([id], by: hoa)
            #expect(try standing("1").isGreen)
        }

        // MARK: Going back

        @Test func aGreenBoxGoesBackWithoutAReason() throws {
            let id = try greenBox("1", code: "A")
            try receive("1", with: try batch(), sheets: 1)
            #expect(!(try store.isReturned(id)))
            try store.returnBox("1", BoxCount(dossiers: 1, sheets: 1), reason: .onRequest, by: hoa)
            #expect(try standing("1").visit?.exit?.reason == nil, "a reason that was not needed is none")
            #expect(try standing("1").presence == .returned)
            #expect(try store.isReturned(id))
        }

        @Test func anUnacceptedBoxGoesBackOnlyWithAReason() throws {
            let id = try dossier("A", box: "1")
            let batch = try batch()
            try receive("1", with: batch)
            #expect(throws: StoreError.handover(.boxNotDone("1", open: 1))) { try store.returnBox("1", BoxCount(dossiers: 1), by: hoa) }
            #expect(throws: StoreError.invalidValue(field: "reason", value: "")) {
                try store.returnBox("1", BoxCount(dossiers: 1), reason: .other(""), by: hoa)
            }
            #expect(!(try store.isReturned(id)))
            try store.returnBox("1", BoxCount(dossiers: 1), reason: .other("kho kiểm kê"), by: hoa)
            let report = try store.handover(.return, of: batch)
            #expect(report.lines.map(\.earlyReason) == [.other("kho kiểm kê")])
            try receive("1", with: try self.batch("2"))
            #expect(!(try store.isReturned(id)), "it came again")
        }

        @Test func minutesSayWhatWasCounted() throws {
            try store.saveFonds(code: "F", name: "Phông UBND", agencyCode: "H", agencyName: "UBND tỉnh", by: hoa)
            let batch = try batch("3")
            #expect(throws: StoreError.handover(.batchIsEmpty("3"))) { try store.handover(.receipt, of: batch) }
            try dossier("A", box: "10")
            try receive("10", with: batch, dossiers: 2, sheets: 9)
            try receive("2", with: batch, dossiers: 1)
            let receipt = try store.handover(.receipt, of: batch)
            #expect(receipt.lines.map(\.label) == ["2", "10"] && receipt.agencyName == "UBND tỉnh" && receipt.fondsName == "Phông UBND")
            #expect(receipt.lines[1].differences == [
                .dossiers(against: .register, expected: 1, found: 2), .sheets(against: .register, expected: 1, found: 9),
            ])
            #expect((receipt.totals.dossiers, receipt.totals.sheets, receipt.totals.uncounted.count) == (3, 9, 1))
            #expect(receipt.auditHead == (try store.auditHead()))
            #expect(throws: StoreError.handover(.batchIsEmpty("3"))) { try store.handover(.return, of: batch) }
            try store.returnBox("10", BoxCount(dossiers: 2, sheets: 8), reason: .borrowedBack, by: hoa)
            let back = try store.handover(.return, of: batch)
            #expect(back.lines.map(\.label) == ["10"] && back.remaining == ["2"])
            #expect(back.lines[0].entry == BoxCount(dossiers: 2, sheets: 9) && back.lines[0].earlyReason == .borrowedBack)
            #expect(back.lines[0].differences == [.sheets(against: .entry, expected: 9, found: 8)])
            // Its minutes stay what they were when it comes again.
            try receive("10", with: try self.batch("4"), dossiers: 1, sheets: 1)
            #expect(try store.handover(.return, of: batch).lines == back.lines)
        }

        @Test func slipsAreForPaperThatIsAwayAndWanted() throws {
            let batch = try batch()
            for (index, (box, room, shelf)) in [("2", "Kho 2", "1"), ("10", "Kho 1", "1"), ("9", "Kho 1", "1"), ("4", "", "")].enumerated() {
                try dossier("B\(index)", box: box, number: 2)
                try dossier("A\(index)", box: box, number: 10)
                try receive(box, with: batch, dossiers: 2)
                try store.setBox(box, room: room, shelf: shelf, by: hoa)
                if box != "4" { try store.returnBox(box, BoxCount(dossiers: 2), reason: .borrowedBack, by: hoa) }
            }
            try dossier("C", box: "5")
            let done = try store.dossier(DossierCode("B0")).id
            try finish(done)
            let slips = try store.retrievalSlips()
            #expect(slips.map { "\($0.box)/\($0.code)" } == ["9/B2", "9/A2", "10/B1", "10/A1", "2/A0"], "what waits only for a delivery needs no paper")
            #expect(slips.allSatisfy { $0.presence == .returned && $0.batchNumber == "1" && $0.returnedAt != nil && $0.issues == [.notScanned] })
            #expect(try store.retrievalSlips(ofBoxes: ["5", "4"]).map(\.code.text) == ["C"], "box 4 is here")
            #expect(try store.retrievalSlips(notReceived: true).contains { $0.code.text == "C" && $0.presence == .notReceived })
            #expect(throws: StoreError.handover(.noSuchBox("99"))) { try store.retrievalSlips(ofBoxes: ["99"]) }
        }

        // MARK: How it is found

        /// A page of boxes costs its own dossiers, not the register.
        @Test func boxesAreReadByTheirIndexes() throws {
            let plan = try store.plan(StationStore.progressSQL.replacingOccurrences(of: "?", with: "'[\"1\"]'"))
            #expect(plan.contains("SEARCH d USING INDEX dossiers_of_boxes (box=?"), "\(plan)")
            #expect(plan.contains("delivery_items_by_revision (dossier_id=? AND revision=?)"), "\(plan)")
            #expect(plan.contains("acceptances_by_dossier (dossier_id=?"), "\(plan)")
            #expect(!plan.contains("SCAN d") && !plan.contains("SCAN s"), "\(plan)")
            #expect(try store.plan(StationStore.boxLabelsSQL).contains("USING COVERING INDEX dossiers_of_boxes"))
        }
    }
}
