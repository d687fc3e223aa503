import Records

extension DeskDossier {
    /// What the dossier will most likely be after an action, shown at once so that quick keys act on the right page.
    /// The store's answer (`Event.desk`) replaces it.
    mutating func predict(_ action: PageAction, on page: PageID) {
        guard let at = pages.firstIndex(where: { $0.id == page }) else {
            if action == .restore { predictRestore(page) }
            if action == .accept(.newDossier) { unnamed.removeAll { $0.separators == [page] } }
            return
        }
        switch action {
        case .split: predictSplit(at)
        case .merge: predictMerge(at)
        case .drop:
            dropped.insert(pages.remove(at: at), at: 0)
            counts.sides -= 1
        case .dropRun:
            let gone = pages.filter { $0.id == page || $0.run != nil && $0.run == pages[at].run }
            let ids = Set(gone.map(\.id))
            pages.removeAll { ids.contains($0.id) }
            dropped.insert(contentsOf: gone.reversed(), at: 0)
            counts.sides -= gone.count
        case .moveUp where at > 0 && pages[at - 1].document == pages[at].document: pages.swapAt(at - 1, at)
        case .moveDown where at + 1 < pages.count && pages[at + 1].document == pages[at].document: pages.swapAt(at, at + 1)
        case .turn(let degrees): pages[at].turn = (pages[at].turn + degrees) % 360
        case .confirmBlank: pages[at].blank = .confirmed
        case .markNotBlank: pages[at].blank = .notBlank
        case .accept(let code): pages[at].findings.removeAll { $0.code == code }
        case .deskew(let degrees):
            pages[at].deskew = degrees
            pages[at].findings.removeAll { $0.code == .skew }
        case .countsAs(let count): pages[at].countsAs = count
        case .label(let label):
            if let label { pages[at].sheetLabel = label }
            pages[at].isLabelled = label != nil
        case .role(let role):
            let sheet = pages[at].sheet
            for index in pages.indices where index == at || (sheet != nil && pages[index].sheet == sheet) { pages[index].role = role }
        case .restore, .moveUp, .moveDown: return
        }
        renumber()
    }

    mutating func predictAccepted(_ findings: [OpenFinding]) {
        let accepted = Set(findings)
        for index in pages.indices {
            let page = pages[index].id
            pages[index].findings.removeAll { accepted.contains(OpenFinding(page: page, code: $0.code)) }
        }
        unnamed.removeAll { $0.separators.allSatisfy { accepted.contains(OpenFinding(page: $0, code: .newDossier)) } }
    }

    mutating func predictBlanks(_ confirmed: [PageID]) {
        let confirmed = Set(confirmed)
        for index in pages.indices where confirmed.contains(pages[index].id) { pages[index].blank = .confirmed }
    }

    private mutating func predictRestore(_ page: PageID) {
        guard let at = dropped.firstIndex(where: { $0.id == page }) else { return }
        let tile = dropped.remove(at: at)
        pages.insert(tile, at: max(0, min(tile.index - 1, pages.count)))
        counts.sides += 1
        renumber()
    }

    /// The new document's identifier is not known yet: its first page's stands for it.
    private mutating func predictSplit(_ at: Int) {
        let old = pages[at].document
        let new = DocumentID(pages[at].id.ulid)
        for index in at..<pages.count {
            guard pages[index].document == old else { break }
            pages[index].document = new
        }
    }

    private mutating func predictMerge(_ at: Int) {
        let old = pages[at].document
        guard let before = pages[..<at].last(where: { $0.document != old })?.document else { return }
        for index in pages.indices where pages[index].document == old { pages[index].document = before }
    }

    /// Numbers pages and documents by their order.
    private mutating func renumber() {
        let titles = Dictionary(documents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        documents = []
        for index in pages.indices {
            pages[index].index = index + 1
            let id = pages[index].document
            if let last = documents.indices.last, documents[last].id == id {
                documents[last].pageCount += 1
            } else {
                documents.append(
                    DeskDocument(id: id, number: documents.count + 1, title: titles[id] ?? "", pageCount: 1, firstPage: index))
            }
        }
    }
}
