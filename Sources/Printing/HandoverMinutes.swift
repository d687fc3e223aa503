import Foundation
import Records
import Texts

/// Biên bản giao nhận hồ sơ, tài liệu with the fields of NĐ 30/2020, PL V, and biên bản hoàn trả of the same form, in which
/// what went back stands against what came.
public struct HandoverMinutes: Sendable {
    private let language: Language
    private let zone: TimeZone

    /// - Parameter zone: of the days and hours that are printed.
    public init(language: Language, zone: TimeZone) {
        (self.language, self.zone) = (language, zone)
    }

    public func document(_ report: HandoverReport) -> PrintDocument {
        let isReceipt = report.kind == .receipt
        let title = say(.minutesTitleOf, ["title": say(isReceipt ? .minutesReceiptTitle : .minutesReturnTitle), "number": report.batch.number])
        let blocks = head(report) + parties(report) + contents(report) + [.table(table(report)), signatures(report)]
        let foot = say(.minutesFoot, ["time": HandoverMinutes.moment(report.made, zone), "head": String(report.auditHead.prefix(16))])
        return PrintDocument(
            title: title, created: report.made, typeface: .serif,
            sections: [PrintSection(margins: .administrative, foot: foot, blocks)])
    }

    // MARK: Head

    private func head(_ report: HandoverReport) -> [PrintBlock] {
        let issuer = report.kind == .receipt ? report.receiver.unit : report.giver.unit
        let unit = issuer == report.agencyName ? "" : issuer
        let left: [PrintBlock] = [
            .paragraph(report.agencyName.uppercased(), centred(12, bold: unit.isEmpty)),
            unit.isEmpty ? .space(0) : .paragraph(unit.uppercased(), centred(12, bold: true)),
            .shortRule(share: 0.35), .space(4), .paragraph(number(report), centred(13)),
        ]
        let right: [PrintBlock] = [
            .paragraph(say(.minutesNation), oneLine(12)), .paragraph(say(.minutesMotto), oneLine(13)),
            .shortRule(share: 0.6), .space(4),
            .paragraph(placeAndDay(report), PrintStyle(size: 13, isItalic: true, alignment: .centre, isOneLine: true)),
        ]
        let title = say(report.kind == .receipt ? .minutesReceipt : .minutesReturn)
        return [
            .columns([PrintColumn(share: 4, left), PrintColumn(share: 6, right)]), .space(6), .heading(title, centred(14, bold: true)), .space(8),
        ]
    }

    private func number(_ report: HandoverReport) -> String {
        switch report.kind {
        case .receipt: say(.minutesNumber, ["number": report.batch.number])
        case .return: say(.minutesReturnNumber, ["number": report.batch.returnNumber ?? "……"])
        }
    }

    private func placeAndDay(_ report: HandoverReport) -> String {
        let day = report.day(in: zone)
        func part(_ value: Int?, _ digits: Int) -> String { value.map { String(format: "%0\(digits)d", $0) } ?? "……" }
        let place = report.batch.place.isEmpty ? "……………" : report.batch.place
        return say(.minutesPlaceDate, [
            "place": place, "day": part(day?.day, 2), "month": part(day?.month, 2), "year": part(day?.year, 4),
        ])
    }

    private func parties(_ report: HandoverReport) -> [PrintBlock] {
        let basis = report.batch.basis.isEmpty ? [] : [PrintBlock.paragraph(say(.minutesBasis, ["basis": report.batch.basis]), body(italic: true))]
        return basis + [.heading(say(.minutesWe), body())] + party(report.giver, .minutesGiver) + party(report.receiver, .minutesReceiver)
    }

    /// What is not known is left open, to be written by hand.
    private func party(_ party: Party, _ title: Text) -> [PrintBlock] {
        func known(_ text: String) -> String { text.isEmpty ? "……………………………………" : text }
        return [
            .together([
                .paragraph(say(title, ["unit": known(party.unit)]), PrintStyle(size: 13, isBold: true)),
                .columns([
                    PrintColumn([.paragraph(say(.minutesPerson, ["person": known(party.person)]), body())]),
                    PrintColumn([.paragraph(say(.minutesPost, ["post": known(party.post)]), body())]),
                ]),
            ]),
        ]
    }

    // MARK: What is handed over

    private func contents(_ report: HandoverReport) -> [PrintBlock] {
        let isReceipt = report.kind == .receipt
        let batch = report.batch
        let day = report.day(in: zone)?.shown ?? "……/……/………"
        var lines = [say(isReceipt ? .minutesAgreeReceipt : .minutesAgreeReturn), say(.minutesBatchName, ["name": batch.name.isEmpty ? "………………" : batch.name])]
        if !report.fondsName.isEmpty { lines.append(say(.minutesFonds, ["fonds": report.fondsName])) }
        lines.append(say(isReceipt ? .minutesTimeReceipt : .minutesTimeReturn, [
            "day": day, "received": report.dayOfReceipt(in: zone)?.shown ?? "……", "number": batch.number,
        ]))
        lines.append(([say(.minutesFigures)] + figures(report).map { "– " + $0 }).joined(separator: "\n"))
        lines += [[condition(report), prepared(report)].compactMap { $0 }.joined(separator: " "), differences(report)] + after(report)
        if !batch.note.isEmpty { lines.append(say(.minutesNote, ["note": batch.note])) }
        return lines.map { .paragraph($0, body()) } + [.heading(say(.minutesInventory), body())]
    }

    private func figures(_ report: HandoverReport) -> [String] {
        let (now, entry) = (report.totals, report.entryTotals)
        func line(_ text: Text, _ now: String, _ before: String?) -> String {
            let text = say(text, ["count": now])
            return before.map { say(.minutesEntryWas, ["line": text, "count": $0]) } ?? text
        }
        // The store's list names each box once; only what is in them can differ.
        let counts = [
            say(.minutesBoxes, ["count": String(now.boxes)]), line(.minutesDossiers, String(now.dossiers), entry.map { String($0.dossiers) }),
            line(.minutesSheets, sheets(now), entry.map(sheets)),
        ]
        return counts + (report.shelfMetres.map { [metres($0, of: report)] } ?? [])
    }

    /// The sum, and the boxes that are not in it.
    private func sheets(_ totals: HandoverReport.Totals) -> String {
        if totals.isWithoutSheets { return say(.minutesSheetsUncounted) }
        guard !totals.uncounted.isEmpty else { return String(totals.sheets) }
        return say(.minutesSheetsPartly, [
            "count": String(totals.sheets), "number": String(totals.uncounted.count), "boxes": totals.uncounted.joined(separator: ", "),
        ])
    }

    private func metres(_ metres: HandoverReport.ShelfMetres, of report: HandoverReport) -> String {
        let figure = String(format: "%.2f", metres.metres).replacingOccurrences(of: ".", with: language == .vi ? "," : ".")
        guard metres.isByBoxes else { return say(.minutesMetres, ["metres": figure]) }
        let (part, all) = (report.lines.count, report.lines.count + report.remaining.count)
        return say(.minutesMetresByBoxes, ["metres": figure, "part": String(part), "all": String(all)])
    }

    /// How many boxes are in which state, most frequent first.
    private func condition(_ report: HandoverReport) -> String {
        let words = report.lines.map { line in
            line.count.condition == .unsaid ? say(.conditionUnsaid) : line.count.condition.codes.map { $0.text(language) }.joined(separator: ", ")
        }
        let counts = Dictionary(grouping: words) { $0 }.mapValues(\.count).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let said = counts.map { say(.minutesConditionCount, ["condition": $0.key, "count": String($0.value)]) }.joined(separator: "; ")
        return say(.minutesCondition, ["condition": said.isEmpty ? say(.conditionUnsaid) : said])
    }

    /// What was counted when the dossiers were prepared; nil: none was keyed, or nothing needs care.
    private func prepared(_ report: HandoverReport) -> String? {
        guard let prepared = report.prepared, !prepared.counts.isEmpty else { return nil }
        let counts = PreparedCount.allCases.compactMap { line in
            prepared.counts[line].map { say(.preparationCount, ["what": line.text(language), "count": String($0)]) }
        }
        return say(.minutesPrepared, ["count": String(prepared.dossiers), "counts": counts.joined(separator: "; ")])
    }

    private func differences(_ report: HandoverReport) -> String {
        let count = report.lines.count { !$0.differences.isEmpty }
        let found = count == 0 ? say(.minutesNoDifference) : say(.minutesDifferent, ["count": String(count)])
        let open = report.kind == .receipt ? [] : report.lines.filter { !$0.hasSheetsToCompare }.map(\.label)
        if open.isEmpty { return found }
        return found + " " + say(.minutesNotCompared, ["count": String(open.count), "boxes": open.joined(separator: ", ")])
    }

    /// Only in return minutes: what went back early, and what is still here.
    private func after(_ report: HandoverReport) -> [String] {
        var lines: [String] = []
        let early = report.lines.count { $0.earlyReason != nil }
        if early > 0 { lines.append(say(.minutesEarly, ["count": String(early)])) }
        if !report.remaining.isEmpty {
            let boxes = report.remaining.joined(separator: ", ")
            lines.append(say(.minutesRemaining, ["number": String(6 + lines.count), "count": String(report.remaining.count), "boxes": boxes]))
        }
        if report.isOfManyDays(in: zone) { lines.append(say(.minutesReplaceEarlier)) }
        return lines
    }

    // MARK: Table

    private func table(_ report: HandoverReport) -> PrintTable {
        let isReceipt = report.kind == .receipt
        let text = PrintStyle(size: 9)
        // A figure broken over two lines would be read as two.
        let figure = PrintStyle(size: 9, alignment: .right, isOneLine: true)
        let counts: [Text] = isReceipt
            ? [.minutesDossierColumn, .sheetCounted]
            : [.minutesEntryDossierColumn, .minutesEntrySheetColumn, .minutesExitDossierColumn, .minutesExitSheetColumn]
        var columns = [
            PrintTable.Column(say(.minutesRow), share: 4.5, style: figure), .init(say(.sheetBox), share: 6, style: text),
            .init(say(.minutesShelf), share: 7, style: text),
        ]
        columns += counts.map { .init(say($0), share: 6.5, style: figure) }
        columns += [
            .init(say(.minutesConditionColumn), share: 9, style: text), .init(say(.minutesDifferenceColumn), share: 10, style: text),
            .init(say(.sheetNote), share: 8, style: text),
        ]
        let isOfOneDay = Set(report.lines.map { $0.at.day(in: zone) }).count <= 1
        let day = isReceipt || isOfOneDay ? nil : report.day(in: zone)
        let rows = report.lines.enumerated().map { row($1, number: $0 + 1, isReceipt: isReceipt, day) }
        let sums = figures(report.entryTotals) + figures(report.totals)
        return PrintTable(columns: columns, rows: rows, total: ["", "", say(.minutesTotal)] + sums)
    }

    private func figures(_ totals: HandoverReport.Totals?) -> [String] {
        totals.map { [String($0.dossiers), $0.isWithoutSheets ? "–" : String($0.sheets)] } ?? []
    }

    /// - Parameter day: of the minutes, where not all boxes went back on the same; one that went on another says so.
    private func row(_ line: HandoverLine, number: Int, isReceipt: Bool, _ day: PartialDate?) -> [String] {
        func counts(_ count: BoxCount) -> [String] { [String(count.dossiers), count.sheets.map(String.init) ?? "–"] }
        let place = [line.room, line.shelf].filter { !$0.isEmpty }.joined(separator: " / ")
        let entry = isReceipt ? [] : line.entry.map(counts) ?? ["–", "–"]
        let early = line.earlyReason.map { say(.minutesEarlyReason, ["reason": $0.words(language)]) } ?? ""
        return [String(number), line.label, place] + entry + counts(line.count) + [
            line.count.condition.words(language), differences(of: line, isReceipt: isReceipt),
            [line.count.note, early, dayOfItsOwn(line, day)].filter { !$0.isEmpty }.joined(separator: "; "),
        ]
    }

    private func differences(of line: HandoverLine, isReceipt: Bool) -> String {
        let open = isReceipt || line.hasSheetsToCompare ? [] : [say(.minutesSheetsNotCompared)]
        return (line.differences.map { $0.words(language) } + open).joined(separator: "; ")
    }

    private func dayOfItsOwn(_ line: HandoverLine, _ day: PartialDate?) -> String {
        guard let day, let own = PartialDate(line.at.day(in: zone)), own != day else { return "" }
        return say(.minutesWentOn, ["day": own.shown])
    }

    // MARK: Signatures

    private func signatures(_ report: HandoverReport) -> PrintBlock {
        func column(_ title: Text, _ person: String) -> PrintColumn {
            PrintColumn([
                .paragraph(say(title), centred(13, bold: true)), .paragraph(say(.minutesSignHere), PrintStyle(size: 12, isItalic: true, alignment: .centre)),
                .space(70), .paragraph(person, centred(13, bold: true)),
            ])
        }
        return .together([
            .paragraph(say(.minutesCopies), body()), .space(4),
            .columns([column(.minutesGiverSigns, report.giver.person), column(.minutesReceiverSigns, report.receiver.person)]),
        ])
    }

    // MARK: Words

    private func say(_ text: Text, _ arguments: [String: String] = [:]) -> String { text.with(arguments)(language) }
    private func body(italic: Bool = false) -> PrintStyle { PrintStyle(size: 13, isItalic: italic) }
    private func centred(_ size: Double, bold: Bool = false) -> PrintStyle { PrintStyle(size: size, isBold: bold, alignment: .centre) }

    private func oneLine(_ size: Double) -> PrintStyle { PrintStyle(size: size, isBold: true, alignment: .centre, isOneLine: true) }

    /// `07:03 21/11/2026`.
    static func moment(_ time: Timestamp, _ zone: TimeZone) -> String {
        let parts = time.parts(in: zone)
        return String(format: "%02d:%02d %02d/%02d/%04d", parts.hour, parts.minute, parts.day, parts.month, parts.year)
    }
}
