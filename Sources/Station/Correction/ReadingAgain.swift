import Records
import Terminal
import Texts

/// Pages that somebody asked the machine to read again, so that it can be told when they are.
struct Rereading: Equatable, Sendable {
    private(set) var dossier: DossierID?
    /// Those that are still to be read, with their places.
    private(set) var pages: [PageID: Int] = [:]
    private(set) var count = 0

    mutating func add(_ tiles: [PageTile], of dossier: DossierID) {
        if self.dossier != dossier || pages.isEmpty { self = Rereading() }
        self.dossier = dossier
        for tile in tiles where pages.updateValue(tile.index, forKey: tile.id) == nil { count += 1 }
    }

    mutating func forget(_ dossier: DossierID) {
        if self.dossier == dossier { self = Rereading() }
    }

    /// - Returns: whether any of them was waited for and none is left.
    mutating func note(_ tiles: [PageTile]) -> Bool {
        if pages.isEmpty { return false }
        for tile in tiles where tile.reading != .waiting { pages[tile.id] = nil }
        return pages.isEmpty
    }
}

extension CommandTable {
    static let readingAgainOnDesk: [Command] = [
        Command(
            .readPageAgain, in: .scanDesk, keys: [.alt("m")], name: .commandReadPageAgain, help: .commandReadPageAgainHelp,
            when: { model in
                guard let page = model.desk.page else { return model.needsPage }
                if model.isHidden(page) { return .notNow(.alreadyWithheld) }
                return page.reading == .waiting ? .notNow(.waitsToBeRead) : .available
            },
            run: { model in
                guard let dossier = model.desk.dossier, let page = model.desk.page else { return [] }
                return model.readAgain([page], of: dossier.id, isAll: false)
            }),
        Command(
            .readDossierAgain, in: .scanDesk, keys: [.alt("o")], name: .commandReadDossierAgain, help: .commandReadDossierAgainHelp,
            when: \.needsPage,
            run: { model in
                guard let dossier = model.desk.dossier else { return [] }
                return model.readAgain(dossier.pages, of: dossier.id, isAll: true)
            }),
    ]

    static let readingAgain: [Command] = [
        Command(
            .correctionReadPage, in: .correction, keys: [.character("m"), .alt("m")], name: .commandReadPageAgain, help: .commandReadPageAgainHelp,
            footer: 31, footerNow: footer(.correctionReadPage),
            when: { model in
                guard let page = model.correction.pageInHand else { return .notNow(.noPageToCorrect) }
                return page.tile.reading == .waiting ? .notNow(.waitsToBeRead) : .available
            },
            run: { model in
                guard let dossier = model.correction.dossier, let page = model.correction.pageInHand else { return [] }
                return model.readAgain([page.tile], of: dossier.id, isAll: false)
            }),
        Command(
            .correctionReadDossier, in: .correction, keys: [.alt("o")], name: .commandReadDossierAgain, help: .commandReadDossierAgainHelp,
            when: { $0.correction.pageInHand == nil ? .notNow(.noPageToCorrect) : .available },
            run: { model in
                guard let dossier = model.correction.dossier else { return [] }
                return model.readAgain(dossier.pages.map(\.tile), of: dossier.id, isAll: true)
            }),
    ]
}

extension Model {
    /// The machine reads pages once more. Those that wait anyway or are withheld are no matter.
    fileprivate mutating func readAgain(_ tiles: [PageTile], of dossier: DossierID, isAll: Bool) -> [Effect] {
        let tiles = tiles.filter { $0.reading != .waiting && !isHidden($0) }
        rereading.add(tiles, of: dossier)
        let ids = Set(tiles.map(\.id))
        correction.waitForReading(of: ids)
        let isOnDesk = desk.dossier?.id == dossier
        if isOnDesk {
            for at in desk.dossier?.pages.indices ?? 0..<0 where desk.dossier.map({ ids.contains($0.pages[at].id) }) == true {
                desk.dossier?.pages[at].reading = .waiting
            }
        }
        if !isAll, let tile = tiles.first {
            let isOfPeople = screen == .correction && correction.hasHumanText(tile.id)
            say(.done, (isOfPeople ? Text.pageOfPeopleWillBeReadAgain : .pageWillBeReadAgain).with(["page": String(tile.index)]))
        }
        return [.readAgain(dossier, isAll ? nil : tiles.map(\.id), isOnDesk: isOnDesk)]
    }

    /// Pages may have been read: what was asked to be read again is told once all of it is there.
    mutating func noteRead(_ tiles: [PageTile]) {
        let asked = rereading.pages
        guard rereading.note(tiles) else { return }
        guard rereading.count == 1, let (page, index) = asked.first else {
            return notice(Text.pagesWereReadAgain.with(["count": String(rereading.count)]))
        }
        let hasFailed = tiles.contains { $0.id == page && $0.reading == .failed }
        let isOfPeople = screen == .correction && correction.hasHumanText(page)
        let text = hasFailed ? Text.pageCannotBeReadAgain : isOfPeople ? .pageOfPeopleWasReadAgain : .pageWasReadAgain
        notice(text.with(["page": String(index)]))
    }
}

extension CorrectionState {
    fileprivate mutating func waitForReading(of pages: Set<PageID>) {
        for at in dossier?.pages.indices ?? 0..<0 where dossier.map({ pages.contains($0.pages[at].tile.id) }) == true {
            dossier?.pages[at].tile.reading = .waiting
        }
    }

    /// As far as the text is here.
    fileprivate func hasHumanText(_ page: PageID) -> Bool { texts[page].map { $0.text.settlement != nil || $0.text.words.contains { !$0.isMachine } } ?? false }
}
