import Capture
import Configuration
import Records
import Scanning
import Store
import Texts
import Vietnamese

// MARK: - Values of the modules as the screen shows them

extension DossierStage {
    init(_ summary: DossierSummary) { self = summary.withheld == nil ? DossierStage(summary.standing.state) : .withheld }

    init(_ state: DossierState) {
        switch state {
        case .listed: self = .listed
        case .prepared: self = .prepared
        case .scanning: self = .scanning
        case .scanned: self = .scanned
        case .corrected: self = .corrected
        }
    }
}

extension DossierLine {
    init(_ summary: DossierSummary) {
        self.init(
            id: summary.id, code: summary.code.text, title: summary.fields.title, box: summary.fields.box,
            // On the desk it can be scanned on; in a list nothing of it can be seen.
            number: summary.fields.numberInBox.map(String.init), stage: summary.isWhollyWithheld ? .withheld : DossierStage(summary),
            countedSheets: summary.countedSheets, sheets: summary.counts.sheets, pages: summary.counts.pages,
            openFindings: summary.counts.openFindings)
    }
}

extension PageTile {
    init(_ page: PageRecord) {
        let reading: PageReadingState
        switch page.ocr {
        case .waiting: reading = .waiting
        case .done: reading = .done
        case .failed: reading = .failed
        }
        self.init(
            id: page.id, index: page.index, sheetLabel: page.label, side: page.side, document: page.document,
            findings: page.withheld == nil ? page.findings : [], blank: page.blank, reading: reading, turn: page.turn * 90, countsAs: page.countsAs,
            width: page.facts.width, height: page.facts.height, sheet: page.sheetID, isLabelled: page.isLabelled, role: page.role,
            deskew: page.deskew, run: page.run)
        withheld = page.withheld
    }
}

extension DeskPart {
    init?(_ part: UnnamedPart, in contents: DossierContents) {
        guard let first = part.pages.first, let page = contents.pages.first(where: { $0.id == first }) else { return nil }
        self.init(separators: part.separators, page: first, firstPage: page.index, pages: part.pages.count, sheets: part.sheets)
    }
}

extension PageTile {
    /// Of a sheet that is no page of a dossier.
    init(_ sheet: PreparationSheet) {
        self.init(
            id: sheet.page, index: 0, sheetLabel: "", side: .front, document: DocumentID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 0)),
            turn: sheet.turn * 90, width: sheet.width, height: sheet.height, role: .separator)
        withheld = sheet.withheld
    }
}

/// Where dropped pages would stand: the store keeps their order, but numbers only pages in use.
struct DroppedPlaces {
    private let contents: DossierContents

    init(_ contents: DossierContents) { self.contents = contents }

    func tiles() -> [PageTile] {
        contents.dropped.map { page in
            var tile = PageTile(page)
            let before = neighbour(of: page)
            tile.index = (before?.index ?? 0) + 1
            if page.label.isEmpty {
                tile.sheetLabel = page.sheet > 0 ? String(page.sheet) : String((before?.sheet ?? 0) + 1)
            }
            return tile
        }
    }

    /// The page in use in front of a dropped one: the other side of its sheet, or what its run captured before it.
    private func neighbour(of page: PageRecord) -> PageRecord? {
        if let sibling = contents.pages.first(where: { $0.sheetID == page.sheetID }) {
            return page.side == .front && sibling.index > 1 ? contents.pages[sibling.index - 2] : page.side == .front ? nil : sibling
        }
        if let before = contents.pages.last(where: { $0.run == page.run && $0.id < page.id }) { return before }
        guard let after = contents.pages.first(where: { $0.run == page.run && $0.id > page.id }) else {
            return contents.pages.last { $0.capturedAt <= page.capturedAt }
        }
        return after.index > 1 ? contents.pages[after.index - 2] : nil
    }
}

extension DeskPlace {
    init(_ place: PlaceholderRecord) {
        self.init(id: place.id, kind: place.kind, label: place.label, pagesBefore: place.pagesBefore, isOpen: place.isOpen)
    }
}

extension DeskCounts {
    init(_ summary: DossierSummary) {
        self.init(
            sheets: summary.counts.sheets, countedSheets: summary.countedSheets, sides: summary.counts.pages,
            readingWaiting: summary.counts.ocrWaiting, readingFailed: summary.counts.ocrFailed,
            missing: summary.standing.missing.map { MissingItem(code: $0.code.rawValue, message: $0.phrase) },
            roles: summary.counts.roles, countedRoles: summary.countedRoles)
    }
}

extension OverrideReason {
    init(_ override: FinishOverride) {
        switch override {
        case .recounted(let count): self = .recounted(count)
        case .missingBefore: self = .missingBefore
        case .doubledNumber: self = .doubledNumber
        case .other(let text): self = .other(text)
        }
    }
}

extension ColorMode {
    var text: Text {
        switch self {
        case .color: .modeColor
        case .gray: .modeGray
        case .lineart: .modeLineart
        }
    }
}

extension Typing {
    init(_ configuration: StationConfiguration) {
        self.init(
            method: InputMethod(rawValue: configuration.inputMethod) ?? .telex,
            placement: configuration.toneStyle == StationConfiguration.mainVowel ? .onMainVowel : .onFirstVowel)
    }
}
