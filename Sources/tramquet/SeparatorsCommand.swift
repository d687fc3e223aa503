import ArgumentParser
import Foundation
import Printing
import Records
import Station
import Store
import Texts

struct SeparatorsCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "separators", abstract: "In phiếu để trong chồng giấy: bìa hồ sơ, văn bản mới, hồ sơ mới, giữ chỗ, chuẩn bị. (Sheets for the stack, as a PDF.)")

    @Option(help: "Tệp PDF. (The PDF.)") var to: String
    @Option(parsing: .upToNextOption, help: "Bìa của các hồ sơ này. (Covers of these dossiers.)") var dossiers: [String] = []
    @Option(name: .customLong("from-box"), help: "Bìa của mọi hồ sơ trong hộp. (Covers of a box.)") var box: String?
    @Flag(help: "Bìa của cả danh mục. (Covers of the whole register.)") var all = false
    @Option(help: "Số phiếu văn bản mới. (So many new-document sheets.)") var documents = 0
    @Option(name: .customLong("new-dossiers"), help: "Số phiếu hồ sơ mới, chưa có tên. (So many sheets for dossiers without a cover.)") var newDossiers = 0
    @Option(help: "Số phiếu giữ chỗ. (So many placeholders.)") var places = 0
    @Option(help: "fragile | large | folded | slip | map; mặc định: mỗi loại. (Kind of the placeholders; default: of each.)") var kind: PlaceholderKind?
    @Option(name: .customLong("numbered-from"), help: "Phiếu giữ chỗ có số riêng, từ N. (Placeholders numbered from N.)") var firstNumber: Int?
    @Option(parsing: .upToNextOption, help: "Phiếu chuẩn bị của các hồ sơ này. (Preparation sheets.)") var preparation: [String] = []
    @OptionGroup var global: GlobalOptions

    /// More than a person prints in one go.
    private static let mostSheets = 1000

    func validate() throws {
        guard (0...SeparatorsCommand.mostSheets).contains(documents) else { throw ValidationError("--documents 0…\(SeparatorsCommand.mostSheets)") }
        guard (0...SeparatorsCommand.mostSheets).contains(newDossiers) else { throw ValidationError("--new-dossiers 0…\(SeparatorsCommand.mostSheets)") }
        guard (0...SeparatorsCommand.mostSheets).contains(places) else { throw ValidationError("--places 0…\(SeparatorsCommand.mostSheets)") }
        if places == 0, kind != nil || firstNumber != nil { throw ValidationError("--places N") }
        if let firstNumber {
            let last = firstNumber + placeholderKinds.count * places - 1
            guard SheetCode.numbers.contains(firstNumber), SheetCode.numbers.contains(last) else {
                throw ValidationError("--numbered-from \(SheetCode.numbers.lowerBound)…\(SheetCode.numbers.upperBound)")
            }
        }
        if dossiers.isEmpty, box == nil, !all, documents == 0, newDossiers == 0, places == 0, preparation.isEmpty {
            throw ValidationError("--dossiers | --from-box | --all | --documents | --new-dossiers | --places | --preparation")
        }
    }

    private var placeholderKinds: [PlaceholderKind] { kind.map { [$0] } ?? PlaceholderKind.allCases }

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let sheets = SeparatorSheets(language: context.language)
        let covered = try coveredDossiers(store, context)
        guard covered.count <= SeparatorsCommand.mostSheets else {
            throw StoreError.invalidValue(field: "--all, --from-box", value: "\(covered.count) > \(SeparatorsCommand.mostSheets)")
        }
        let covers = covered.map { sheets.cover(SheetDossier($0)) }
        let prepared = try preparation.map { sheets.preparation(SheetDossier(try store.dossier(try context.code($0)))) }
        let kinds = placeholderKinds.flatMap { Array(repeating: $0, count: places) }
        let kept = kinds.enumerated().map { index, kind in sheets.placeholder(kind, number: firstNumber.map { $0 + index }) }
        let new = Array(repeating: sheets.newDocument(), count: documents)
        let unnamed = Array(repeating: sheets.newDossier(), count: newDossiers)
        let pages = try PrintDocument(title: "Trạm Quét", created: context.clock.now(), sections: covers + prepared + new + unnamed + kept).write(to: to)
        let output = Output(context)
        if output.json {
            output.object(ResultJSON(
                file: to, pages: pages, covers: covers.count, preparations: prepared.count, documents: new.count, new_dossiers: unnamed.count, places: kept.count))
        } else {
            output.line(Text.separatorsDone.with(["pages": String(pages), "path": to]))
        }
    }

    /// In the order asked for; the register's own otherwise.
    private func coveredDossiers(_ store: StationStore, _ context: Context) throws -> [DossierSummary] {
        if all { return try store.register(limit: .max).lines }
        let named = try dossiers.map { try store.dossier(try context.code($0)) }
        let boxed = try box.map { try store.register(box: $0, limit: .max).lines } ?? []
        return named + boxed.filter { dossier in !named.contains { $0.id == dossier.id } }
    }

    private struct ResultJSON: Encodable {
        let file: String
        let pages: Int
        let covers: Int
        let preparations: Int
        let documents: Int
        let new_dossiers: Int
        let places: Int
    }
}

extension SheetDossier {
    fileprivate init(_ summary: DossierSummary) {
        self.init(code: summary.code, fields: summary.fields, countedSheets: summary.countedSheets)
    }
}
