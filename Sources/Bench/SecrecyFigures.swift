import Extraction
import Foundation
import Measuring
import Recognition
import Records

/// How well marks of secrecy are found on read sheets, how often something else is taken for one, and what the search costs.
struct SecrecyFigures {
    private var found: [String: FindingFigures.Share] = [:]
    private var stopped: [String: FindingFigures.Share] = [:]
    private var recall = FindingFigures.Share()
    private var byWords = FindingFigures.Share()
    private var byPicture = FindingFigures.Share()
    private var rightLevel = FindingFigures.Share()
    private var lifted = FindingFigures.Share()
    private var falseStops = FindingFigures.Share()
    private var milliseconds: [Double] = []
    /// Of pages where nothing was seen.
    private var plainMilliseconds: [Double] = []
    private var mistakes: [String] = []

    mutating func measure(_ sheets: [ReadSecrecySheet]) throws {
        let looks = try concurrently(sheets, workers: 2) { sheet in try SecrecyFigures.look(at: sheet) }
        for (sheet, (sightings, cost)) in zip(sheets, looks) {
            milliseconds.append(cost)
            if sightings.isEmpty { plainMilliseconds.append(cost) }
            count(sheet, sightings)
        }
    }

    private mutating func count(_ sheet: ReadSecrecySheet, _ sightings: [MarkSighting]) {
        let marks = SecrecyMarks()
        let find = { (page: RecognisedPage, sightings: [MarkSighting]) in
            marks.find(page, sightings: sightings, width: sheet.width, height: sheet.height, quarterTurns: sheet.quarterTurns)
        }
        let mark = find(sheet.reading, sightings)
        if let truth = sheet.truth.mark {
            recall.add(mark != nil)
            byWords.add(find(sheet.reading, []) != nil)
            byPicture.add(mark?.evidence.contains(.picture) == true)
            if let mark { rightLevel.add(mark.text(.vi) == truth) }
            if sheet.truth.traits.contains("with GIẢI MẬT"), let mark { lifted.add(mark.isLifted) }
            for trait in sheet.truth.traits { found[trait, default: .init()].add(mark != nil) }
        } else {
            falseStops.add(mark != nil)
            for trait in sheet.truth.traits { stopped[trait, default: .init()].add(mark != nil) }
        }
        let isWrong = sheet.truth.mark == nil ? mark != nil : mark == nil || mark?.text(.vi) != sheet.truth.mark
        guard isWrong else { return }
        let texts = sightings.map { "(\($0.box.x),\($0.box.y)) \($0.level.map { "\($0)" } ?? "lifted") \($0.chance) \($0.lines)" }
        mistakes.append(
            "\(sheet.truth.mark == nil ? "false" : mark == nil ? "missed" : "level") \(sheet.truth.traits) \((sheet.file as NSString).lastPathComponent) "
                + "\(mark.map { $0.text(.vi) } ?? "–") \(mark.map { "\($0.box)" } ?? "")\n    "
                + texts.joined(separator: "\n    "))
    }

    private static func look(at sheet: ReadSecrecySheet) throws -> ([MarkSighting], Double) {
        guard sheet.quarterTurns == 0 else { return ([], 0) }
        var start = 0.0
        let sightings = try TesseractRecogniser().sightings(inFile: sheet.file, words: sheet.reading) { start = threadSeconds() }
        return (sightings, (threadSeconds() - start) * 1000)
    }

    func report(withMistakes: Bool) -> String {
        var lines = ["Wilson intervals of 95 %", "", Self.line("sheets with", "marks found", "false stops without a mark")]
        for trait in Set(found.keys).union(stopped.keys).sorted() { lines.append(Self.line(trait, found[trait]?.text ?? "–", stopped[trait]?.text ?? "–")) }
        lines += [
            "", "recall:             \(recall.text)", "  by words alone:   \(byWords.text)", "  in the picture:   \(byPicture.text)",
            "  right mark:       \(rightLevel.text)", "  GIẢI MẬT told:    \(lifted.text)", "false stops:        \(falseStops.text)",
            "processor time beyond OCR: median \((milliseconds.median ?? 0).text(1)) ms, 95 % \((milliseconds.percentile(0.95) ?? 0).text(1)) ms a page; "
                + "where nothing was seen (\(plainMilliseconds.count) pages) median \((plainMilliseconds.median ?? 0).text(1)) ms, most \((plainMilliseconds.max() ?? 0).text(1)) ms",
        ]
        return (lines + (withMistakes ? [""] + mistakes : [])).joined(separator: "\n")
    }

    private static func line(_ first: String, _ rest: String...) -> String {
        ([first.padding(toLength: 24, withPad: " ", startingAt: 0)] + rest.map { $0.padding(toLength: 32, withPad: " ", startingAt: 0) })
            .joined(separator: " ")
    }
}
