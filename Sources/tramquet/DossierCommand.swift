import ArgumentParser
import Foundation
import Reading
import Records
import Store
import Texts

struct DossierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: "Danh mục hồ sơ. (The register of dossiers.)",
        subcommands: [Add.self, List.self, Show.self, Set.self, Finish.self])

    /// Options that describe a dossier.
    struct FieldOptions: ParsableArguments {
        @Option(help: "Tiêu đề hồ sơ. (Title.)") var title: String?
        @Option(name: [.customLong("sheets"), .customLong("counted-sheets")], help: "Số tờ đã đếm. (Counted sheets.)") var sheets: Int?
        @Option(help: "Thời hạn lưu trữ, mã 01–07. (Retention code.)") var retention: String?
        @Option(help: "Chế độ sử dụng, mã 01–03. (Access mode code.)") var mode: String?
        @Option(help: "Thời gian bắt đầu. (Start date.)") var start: String?
        @Option(help: "Thời gian kết thúc. (End date.)") var end: String?
        @Option(help: "Hộp. (Box.)") var box: String?
        @Option(help: "Số trong hộp. (Number in the box.)") var number: Int?
        @Option(help: "Ghi chú. (Note.)") var note: String?
        @Option(help: "Số tờ bìa đã đếm, ngoài số tờ. (Counted covers, not among the sheets.)") var covers: Int?
        @Option(help: "Số tờ mục lục đã đếm. (Counted sheets of contents.)") var contents: Int?
        @Option(help: "Số tờ kết thúc đã đếm. (Counted closing sheets.)") var closing: Int?
        @Option(help: "Số tờ khác đã đếm, ngoài số tờ. (Other counted sheets outside the numbers.)") var others: Int?
        @Option(help: "Người chuẩn bị, theo phiếu chuẩn bị. (Who prepared it, by the preparation sheet.)") var preparer: String?
        @Option(help: "Số tờ khổ lớn trên phiếu. (Large sheets on it.)") var large: Int?
        @Option(help: "Số tờ rách, giòn trên phiếu. (Torn leaves on it.)") var torn: Int?
        @Option(help: "Số tờ gấp, có phiếu dán, bản đồ trên phiếu. (Folded leaves, slips, maps on it.)") var folded: Int?
        @Option(help: "Số tờ trùng số trên phiếu. (Doubled numbers on it.)") var doubled: Int?
        @Option(help: "Số tờ khuyết số trên phiếu. (Missing numbers on it.)") var missing: Int?

        /// Puts the given options over what there was.
        func applied(to old: DossierFields) throws(StoreError) -> DossierFields {
            var fields = old
            if let title { fields.title = title.precomposedStringWithCanonicalMapping }
            if let retention { fields.retention = try value(retention, "retention") { Retention(rawValue: $0) } }
            if let mode { fields.accessMode = try value(mode, "mode") { AccessMode(rawValue: $0) } }
            if let start { fields.startDate = try value(start, "start") { PartialDate($0) } }
            if let end { fields.endDate = try value(end, "end") { PartialDate($0) } }
            if let box { fields.box = box.precomposedStringWithCanonicalMapping }
            if let number { fields.numberInBox = number }
            if let note { fields.note = note.precomposedStringWithCanonicalMapping }
            return fields
        }

        /// Counted sheets outside the numbered run, over what there was; nil when none is given.
        func roles(over old: RoleCounts?) -> RoleCounts? {
            guard covers != nil || contents != nil || closing != nil || others != nil else { return nil }
            let old = old ?? .none
            return RoleCounts(
                cover: covers ?? old.cover, contents: contents ?? old.contents, closing: closing ?? old.closing, other: others ?? old.other)
        }

        /// What the phiếu chuẩn bị says, over what was keyed of it; nil when nothing is given.
        func preparation(over old: Preparation?) -> Preparation? {
            let given: [(PreparedCount, Int?)] = [(.large, large), (.torn, torn), (.folded, folded), (.doubled, doubled), (.missing, missing)]
            guard preparer != nil || given.contains(where: { $0.1 != nil }) else { return nil }
            var said = old ?? Preparation()
            if let preparer { said.preparer = preparer }
            for case (let line, let count?) in given { said[line] = count }
            return said
        }

        private func value<Value>(_ text: String, _ field: String, _ read: (String) -> Value?) throws(StoreError) -> Value {
            guard let value = read(text) else { throw .invalidValue(field: field, value: text) }
            return value
        }
    }

    struct Add: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Thêm hồ sơ. (Add a dossier.)")
        @Argument(help: "Mã hồ sơ. (Code.)") var code: String
        @OptionGroup var fields: FieldOptions
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            let code = try context.code(code)
            let id = try store.addDossier(
                code: code, fields: try fields.applied(to: DossierFields(title: "")), countedSheets: fields.sheets,
                fonds: try store.fonds().first?.id, by: actor)
            if let roles = fields.roles(over: nil) { try store.setCountedRoles(id, roles, by: actor) }
            if let said = fields.preparation(over: nil) { try store.keyPreparation(id, said, from: nil, by: actor) }
            try DossierCommand.show(store, id, context)
        }
    }

    struct List: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê hồ sơ. (List dossiers.)")
        @Argument(help: "Từ cần có trong mã hay tiêu đề. (Words in code or title.)") var query: [String] = []
        @Option(help: "Chỉ hộp này. (This box only.)") var box: String?
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let output = Output(context)
            let lines = try store.register(matching: query.joined(separator: " "), box: box, limit: .max).lines
            if output.json { return output.object(["dossiers": lines.map { DossierLineJSON($0) }]) }
            for line in lines {
                let counted = line.countedSheets.map(String.init) ?? "–"
                output.line("\(line.code)\t\(DossierCommand.stage(of: line, context.language))\t\(line.counts.sheets)/\(counted)\t\(line.counts.pages)\t\(line.fields.title)")
            }
        }
    }

    struct Show: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Xem một hồ sơ. (Show a dossier.)")
        @Argument(help: "Mã hồ sơ. (Code.)") var code: String
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            try DossierCommand.show(store, try store.dossier(try context.code(code)).id, context)
        }
    }

    struct Set: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: "Sửa thông tin hồ sơ. (Change a dossier's fields.)")
        @Argument(help: "Mã hồ sơ. (Code.)") var code: String
        @OptionGroup var fields: FieldOptions
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            let dossier = try store.dossier(try context.code(code))
            let lease = try store.leaseDossier(dossier.id, code: dossier.code)
            defer { withExtendedLifetime(lease) {} }
            let changed = try fields.applied(to: dossier.fields)
            if changed != dossier.fields { try store.setFields(dossier.id, changed, by: actor) }
            if let sheets = fields.sheets { try store.setCountedSheets(dossier.id, sheets, by: actor) }
            if let roles = fields.roles(over: dossier.countedRoles) { try store.setCountedRoles(dossier.id, roles, by: actor) }
            if let said = fields.preparation(over: dossier.preparation?.said) {
                try store.keyPreparation(dossier.id, said, from: try store.preparationSheet(of: dossier.id)?.page, by: actor)
            }
            try DossierCommand.show(store, dossier.id, context)
        }
    }

    struct Finish: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "finish", abstract: "Xong hồ sơ: chốt số tờ. (Settle the counts.)")
        @Argument(help: "Mã hồ sơ. (Code.)") var code: String
        @Option(name: .customLong("override"), help: "Lý do khi số tờ không khớp: 'đếm lại: N', 'thiếu từ trước', 'trùng số', 'khác: …'. (Reason when the counts differ.)")
        var reason: String?
        @Flag(help: "Không chốt khi còn việc chưa xem. (Refuse while something is open.)") var strict = false
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            let dossier = try store.dossier(try context.code(code))
            var override: OverrideReason?
            if let reason {
                override = OverrideReason(typed: reason)
                if override == nil { throw StoreError.invalidValue(field: "override", value: reason) }
            }
            let lease = try store.leaseDossier(dossier.id, code: dossier.code)
            defer { withExtendedLifetime(lease) {} }
            if strict, let error = OpenWorkError(try OpenWork(store, dossier.id)) { throw error }
            try store.finish(dossier.id, override: override, by: actor)
            // It is finished, whatever cannot be said of it now.
            let open = try? OpenWork(store, dossier.id)
            if let words = open?.words { Output(context).note(words) }
            for short in (try? store.contents(dossier.id))?.preparationShort ?? [] {
                Output(context).note(Text.preparationShortLine.filled { ["short": short.phrase($0)] })
            }
            try DossierCommand.show(store, dossier.id, context, open: open)
        }
    }

    /// Where it stands, unless it is withheld as a whole.
    private static func stage(of line: DossierSummary, _ language: Language) -> String {
        line.withheld == nil ? line.standing.state.text(language) : Text.stageWithheld(language)
    }

    /// - Parameter open: what nobody had seen when it was finished.
    static func show(_ store: StationStore, _ id: DossierID, _ context: Context, open: OpenWork? = nil) throws {
        let output = Output(context)
        let contents = try store.contents(id)
        let suspected = try store.coversSuspected(in: [id])[id] ?? []
        let sheet = try store.preparationSheet(of: id)
        let scanners = try store.scanners(of: id)
        if output.json {
            let prepared = PreparationJSON(contents.summary.preparation, sheet: sheet)
            return output.object(DossierJSON(
                contents, coversSuspected: suspected, preparation: prepared, scannedBy: scanners, open: open, context.language))
        }
        let summary = contents.summary
        output.line("\(summary.code)  \(summary.fields.title)")
        output.line(Text.dossierCountsLine.with([
            "state": summary.standing.state.text(context.language), "sheets": String(summary.counts.sheets),
            "counted": summary.countedSheets.map(String.init) ?? "–", "pages": String(summary.counts.pages),
            "dropped": String(summary.counts.dropped),
        ]))
        if let reason = summary.withheld {
            output.line(Text.withheldDossierLine.with(["reason": reason.text(context.language).lowercased()]))
        } else if summary.counts.withheld > 0 {
            output.line(Text.withheldPagesLine.with(["count": String(summary.counts.withheld)]))
        }
        if let said = summary.preparation?.said { output.line(said.line) }
        if !scanners.isEmpty { output.line(Text.preparationScanners.with(["people": scanners.joined(separator: ", ")])) }
        if sheet?.isKeyed == false { output.line("  – " + Text.preparationWantedLine(context.language)) }
        for short in contents.preparationShort { output.line("  – " + Text.preparationShortLine.with(["short": short.phrase(context.language)])(context.language)) }
        for item in summary.standing.missing { output.line("  – " + item.phrase(context.language)) }
        for cover in suspected { output.line("  – " + Text.coverSuspectedLine.with(["code": cover.code.text])(context.language)) }
        for part in contents.unnamedParts {
            let first = contents.pages.first { $0.id == part.pages.first }?.index ?? 0
            output.line("  – " + Text.unnamedLine.with([
                "page": String(first), "sheets": String(part.sheets), "pages": String(part.pages.count),
            ])(context.language))
        }
        for place in contents.placeholders where place.isOpen {
            output.line(Text.openPlaceLine.with([
                "label": place.label, "kind": place.kind.text(context.language), "after": String(place.pagesBefore),
            ]))
        }
        for document in contents.documents {
            output.line(Text.documentLine.with(["number": String(format: "%04d", document.number), "pages": String(document.pages.count)]))
        }
    }
}

extension Preparation {
    /// What it says, the lines left empty apart.
    fileprivate var line: Phrase {
        Text.preparationLine.filled { language in
            let counts = PreparedCount.allCases.compactMap { line in
                self[line].map { Text.preparationCount.with(["what": line.text(language), "count": String($0)])(language) }
            }
            return ["preparer": preparer ?? "–", "counts": counts.isEmpty ? "–" : counts.joined(separator: " · ")]
        }
    }
}
