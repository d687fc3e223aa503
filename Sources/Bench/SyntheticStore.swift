import Foundation
import Measuring
import Records
import Store

/// Stores of any size, made through the store's own interface from a few real pages and their readings.
struct SyntheticStore {
    /// A real page to take after.
    struct Model {
        let image: String
        let preview: String
        let facts: ImageFacts
        let reading: RecognisedPage?
    }

    let store: StationStore
    let models: [Model]
    private let actor = Actor(person: "bench", station: "bench")

    init(path: String, models: [Model]) throws {
        store = try StationStore(folder: try DataFolder(preparing: path))
        self.models = models
    }

    /// The pages of a data folder as models.
    static func models(of data: String) throws -> [Model] {
        let store = try StationStore(folder: try DataFolder(preparing: data))
        return try store.register(limit: .max).lines.flatMap { try store.contents($0.id).pages }.map { page in
            Model(
                image: store.vault.imagePath(page.id, format: page.facts.format), preview: store.vault.previewPath(page.id),
                facts: page.facts, reading: try store.reading(of: page.id))
        }
    }

    /// Adds a dossier of `count` pages.
    /// - Parameters:
    ///   - files: whether the vault gets images and grey copies (links to the models'), or empty files.
    ///   - text: the reading of the page at an index; nil leaves it waiting for OCR.
    func addDossier(_ code: String, pages count: Int, files: Bool, text: (Int) -> RecognisedPage?) throws {
        let id = try store.addDossier(
            code: try DossierCode(code), fields: DossierFields(title: "Hồ sơ \(code)"), countedSheets: count, by: actor)
        let run = try store.beginRun(dossier: id, device: "bench", settings: ScanSettings(), by: actor)
        let lease = try store.leaseDispatcher()
        for index in 0..<count {
            let page: PageID = store.identifiers.make()
            try store.expectPage(page, sequence: index + 1, at: SheetSide(sheet: index + 1, side: .front), in: run)
            try store.enter(try arrived(page, index, files: files), in: run, by: actor)
            if let text = text(index), let job = try store.claimJob(lease, preferring: id) {
                try store.saveReading(text, for: job, engine: "bench", milliseconds: 1)
            }
        }
        try store.endRun(run, stop: .empty, fault: nil, by: actor)
    }

    private func arrived(_ page: PageID, _ index: Int, files: Bool) throws -> ArrivedPage {
        let model = models[index % models.count]
        let image = store.vault.spoolPath("\(page).part")
        let preview = store.vault.spoolPath("\(page).grey.part")
        if files {
            // Links: the bench needs the names, not the space.
            guard link(model.image, image) == 0, link(model.preview, preview) == 0 else {
                throw Command.Failure(command: "link \(model.image)", status: errno)
            }
        } else {
            close(open(image, O_CREAT | O_WRONLY, 0o600))
        }
        return ArrivedPage(
            page: page, sequence: index + 1, sheetOrdinal: index + 1, side: .front, spoolFile: image,
            previewFile: files ? preview : nil, facts: model.facts, findings: [], blank: .notBlank, fingerprint: 0, sourceName: nil,
            origin: .feeder)
    }
}

/// Texts that look like those of a large archive: real pages, with words of other pages strewn in.
struct SyntheticText {
    private let pages: [RecognisedPage]
    private let words: [String]
    private var random = SplitMix(state: 2026)

    init?(_ models: [SyntheticStore.Model]) {
        pages = models.compactMap(\.reading).filter { $0.words.count >= 20 }
        words = pages.flatMap { $0.words.map(\.text) }
        if words.isEmpty { return nil }
    }

    mutating func page() -> RecognisedPage {
        var page = pages[Int.random(in: 0..<pages.count, using: &random)]
        for index in page.words.indices {
            switch Int.random(in: 0..<100, using: &random) {
            case ..<30: page.words[index].text = words[Int.random(in: 0..<words.count, using: &random)]
            case ..<35: page.words[index].text = String(Int.random(in: 0..<100_000, using: &random))
            default: break
            }
        }
        return page
    }

    /// Neighbouring words of a real page, letters only.
    mutating func words(_ count: Int) -> [String] {
        while true {
            let page = pages[Int.random(in: 0..<pages.count, using: &random)]
            let start = Int.random(in: 0..<page.words.count, using: &random)
            let some = page.words[start...].prefix(count).map(\.text)
            if some.count == count, some.allSatisfy({ $0.count > 1 && $0.allSatisfy(\.isLetter) }) { return some }
        }
    }

    mutating func number() -> String { String(Int.random(in: 10_000..<100_000, using: &random)) }
}
