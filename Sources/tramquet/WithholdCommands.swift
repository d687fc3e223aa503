import ArgumentParser
import Delivering
import Files
import Foundation
import Printing
import Records
import Store
import Texts

extension WithholdingReason: ExpressibleByArgument {
    public init?(argument: String) { self.init(typed: argument) }
}

/// A dossier, or one document or page of it.
struct WithheldChoice: ParsableArguments {
    @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
    @Option(help: "Chỉ văn bản số N, hoặc mã văn bản. (Only this document.)") var document: String?
    @Option(help: "Chỉ trang thứ N (từ 1), hoặc mã trang. (Only this page.)") var page: PageChoice?

    func validate() throws {
        if document != nil, page != nil { throw ValidationError("--document | --page") }
    }

    func target(in contents: DossierContents) throws(StoreError) -> WithheldTarget {
        if let page { return .page(try page.page(in: contents).id) }
        guard let document else { return .dossier(contents.summary.id) }
        let found = contents.documents.first { $0.id.description == document || $0.number == Int(document) }
        guard let found else { throw .noSuchDocument(document) }
        return .document(found.id)
    }
}

struct WithholdCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "withhold",
        abstract: "Giữ lại hồ sơ, văn bản hoặc trang: không xem, không tìm, không xuất. (Keep back from views, search and exports.)")
    @OptionGroup var choice: WithheldChoice
    @Option(help: "unsuitable | restricted | damaged | suspected_secret") var reason: WithholdingReason
    @Option(help: "Ghi thêm bằng lời; chỉ lưu tại trạm. (In words; stays at the station.)") var detail: String?
    @Option(help: "In phiếu thay thế vào tệp PDF này. (Writes a replacement slip.)") var slip: String?
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let actor = context.actor(configuration)
        let contents = try store.contents(try store.dossier(try context.code(choice.dossier)).id)
        let target = try choice.target(in: contents)
        // Nobody is waited for: whoever has the dossier open sees it at once.
        try store.withhold(target, for: reason, detail: detail, by: actor)
        let output = Output(context)
        // First of all: what is out has to be called back, whatever else goes wrong.
        let copies = try store.deliveredPlaces(of: contents.summary.id)
        if !copies.isEmpty {
            output.note(Text.withheldWasDelivered.with([
                "code": contents.summary.code.text, "places": copies.joined(separator: ", "), "count": String(copies.count),
            ]))
            output.note(Text.recallDelivered.phrase)
        }
        if let slip {
            let parts = context.clock.now().parts(in: TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice)
            let day = String(format: "%02d/%02d/%04d", parts.day, parts.month, parts.year)
            try write(contents.slip(for: target, reason, detail, by: actor.person, on: day), to: slip, context)
            output.note(Text.slipWritten.with(["path": slip]))
        }
        if let standing = try store.withholding(of: target), output.json {
            let marks = try store.secrecyMarks(of: contents.summary.id)
            return output.object(WithholdingJSON(standing, in: contents, marks: marks.filter { $0.withholding == standing.id }.map { ($0.page, $0.mark) }))
        }
        output.line(Text.withheldDone.with([
            "what": contents.name(of: target, context.language), "reason": reason.text(context.language).lowercased(),
        ]))
    }

    private func write(_ slip: ReplacementSlip, to path: String, _ context: Context) throws {
        _ = try PrintDocument(title: "Trạm Quét", created: context.clock.now(), sections: [slip.section(context.language)]).write(to: path)
    }
}

struct ReleaseCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Thôi giữ lại. (End a withholding.)")
    @OptionGroup var choice: WithheldChoice
    @Option(help: "Ai quyết định, vì sao. (Who decided so, and why.)") var detail: String
    @Flag(help: "Cả những gì đã tách, chuyển ra từ đó. (With what was split or moved out of it.)") var carried = false
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let actor = context.actor(try context.configuration(store.folder.path))
        let contents = try store.contents(try store.dossier(try context.code(choice.dossier)).id)
        let target = try choice.target(in: contents)
        guard let standing = try store.withholding(of: target) else { throw try refusal(store, target, context) }
        try store.releaseWithheld(standing.id, detail: detail, isWithCarried: carried, by: actor)
        let output = Output(context)
        if output.json { return output.object(DossierLineJSON(try store.dossier(contents.summary.id))) }
        output.line(Text.releasedDone.with(["what": contents.name(of: target, context.language)]))
    }

    /// A page that its document keeps back is released with that.
    private func refusal(_ store: StationStore, _ target: WithheldTarget, _ context: Context) throws -> StoreError {
        guard case .page(let page) = target, let wider = try store.withholding(covering: page) else {
            return .actionImpossible(Text.withheldNotThere.phrase)
        }
        return .actionImpossible(Text.withheldByWider.with(["scope": wider.target.scope.text(context.language).lowercased()]))
    }
}

struct WithheldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withheld", abstract: "Những gì đang giữ lại. (What is withheld.)", subcommands: [List.self], defaultSubcommand: List.self)

    struct List: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Danh sách, cũ nhất trước. (Oldest first.)")
        @Option(help: "Chỉ của hồ sơ này. (Only of this dossier.)") var dossier: String?
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let output = Output(context)
            let only = try dossier.map { try store.dossier(try context.code($0)).id }
            var known: [DossierID: DossierContents] = [:]
            var lines: [(withholding: Withholding, contents: DossierContents)] = []
            let marks = Dictionary(grouping: try store.secrecyMarks(of: only)) { $0.withholding }.mapValues { $0.map { ($0.page, $0.mark) } }
            for withholding in try store.withholdings(of: only) {
                let contents = try known[withholding.dossier] ?? store.contents(withholding.dossier)
                known[withholding.dossier] = contents
                lines.append((withholding, contents))
            }
            if output.json { return output.object(["withheld": lines.map { WithholdingJSON($0.withholding, in: $0.contents, marks: marks[$0.withholding.id] ?? []) }]) }
            if lines.isEmpty { output.line(Text.withheldNone) }
            for (withholding, contents) in lines {
                let words = [
                    withholding.at.iso8601, contents.name(of: withholding.target, context.language),
                    withholding.reason.text(context.language).lowercased(),
                    withholding.isByProgram ? Text.withheldByProgram(context.language) : withholding.person,
                    marks[withholding.id]?.map(\.1).min { $0.order < $1.order }?.text(context.language) ?? withholding.detail ?? "",
                ]
                output.line(words.joined(separator: "\t"))
            }
        }
    }
}

struct WithholdingJSON: Encodable {
    let id: String
    let dossier: String
    let scope: String
    /// Số thứ tự; null for another scope, or a document without pages in use.
    let document: Int?
    /// Place among the pages in use; 0 for one that was left out.
    let page: Int?
    let reason: String
    let detail: String?
    let person: String
    let at: String
    /// `program` or `person`.
    let by: String
    let found: [FoundJSON]

    /// A mark of secrecy on a page of it.
    struct FoundJSON: Encodable {
        /// Place among the pages in use; 0 for one that was left out.
        let page: Int
        /// `top_secret`, `secret`, `confidential`; null: GIẢI MẬT alone.
        let level: String?
        let lifted: Bool
        /// `words`, `picture`.
        let evidence: [String]
        /// x, y, width, height in pixels of the stored image.
        let box: [Int]

        enum CodingKeys: String, CodingKey { case page, level, lifted, evidence, box }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(page, forKey: .page)
            try container.encode(level, forKey: .level)
            try container.encode(lifted, forKey: .lifted)
            try container.encode(evidence, forKey: .evidence)
            try container.encode(box, forKey: .box)
        }
    }

    init(_ withholding: Withholding, in contents: DossierContents, marks: [(page: PageID, mark: SecrecyMark)]) {
        by = withholding.isByProgram ? "program" : "person"
        found = marks.map { page, mark in
            FoundJSON(
                page: (contents.pages + contents.dropped).first { $0.id == page }?.index ?? 0, level: mark.level?.rawValue, lifted: mark.isLifted,
                evidence: mark.evidence.map(\.rawValue), box: [mark.box.x, mark.box.y, mark.box.width, mark.box.height])
        }
        id = withholding.id.description
        dossier = contents.summary.code.text
        scope = withholding.target.scope.rawValue
        (document, page) = contents.place(of: withholding.target)
        reason = withholding.reason.rawValue
        detail = withholding.detail
        person = withholding.person
        at = withholding.at.iso8601
    }

    enum CodingKeys: String, CodingKey { case id, dossier, scope, document, page, reason, detail, person, at, by, found }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(dossier, forKey: .dossier)
        try container.encode(scope, forKey: .scope)
        try container.encode(document, forKey: .document)
        try container.encode(page, forKey: .page)
        try container.encode(reason, forKey: .reason)
        try container.encode(detail, forKey: .detail)
        try container.encode(person, forKey: .person)
        try container.encode(at, forKey: .at)
        try container.encode(by, forKey: .by)
        try container.encode(found, forKey: .found)
    }
}

extension DossierContents {
    fileprivate func place(of target: WithheldTarget) -> (document: Int?, page: Int?) {
        switch target {
        case .dossier: (nil, nil)
        case .document(let id): (documents.first { $0.id == id }?.number, nil)
        case .page(let id): (nil, (pages + dropped).first { $0.id == id }?.index)
        }
    }

    fileprivate func name(of target: WithheldTarget, _ language: Language) -> String {
        let place = place(of: target)
        let code = summary.code.text
        return switch target {
        case .dossier: Text.withheldThingDossier.with(["code": code])(language)
        case .document:
            Text.withheldThingDocument.with(["document": place.document.map { String(format: "%04d", $0) } ?? "–", "code": code])(language)
        case .page: Text.withheldThingPage.with(["page": place.page.map(String.init) ?? "–", "code": code])(language)
        }
    }
}
