import ArgumentParser
import Records
import Store
import Texts

/// A place kept for a sheet as a person names it: which one of the dossier's places, from 1, or its identifier.
struct PlaceChoice: ExpressibleByArgument {
    let text: String

    init?(argument: String) { text = argument }

    func place(in contents: DossierContents) throws(StoreError) -> PlaceholderRecord {
        if let number = Int(text), contents.placeholders.indices.contains(number - 1) { return contents.placeholders[number - 1] }
        if let id = PlaceholderID(text), let place = contents.placeholders.first(where: { $0.id == id }) { return place }
        throw .noSuchPlaceholder(text)
    }
}

extension SheetRole: ExpressibleByArgument {}
extension PlaceholderKind: ExpressibleByArgument {}

extension PageCommand {
    struct Label: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "label", abstract: "Ghi tờ số bút chì; các tờ sau đếm tiếp theo. (Pencil number of the sheet; those behind follow.)")
        @OptionGroup var target: Target
        @Option(help: "Như 12, 12a, 12/2; \"\": theo tờ trước. (\"\": follows the sheet before it.)") var to: String
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                try store.setLabel(ofSheetWith: try target.page.page(in: contents).id, to, by: actor)
            }
        }
    }

    struct Role: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Tờ là gì trong hồ sơ. (What the sheet is to its dossier.)")
        @OptionGroup var target: Target
        @Option(help: "cover | contents | document | closing | other") var to: SheetRole
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                try store.setRole(ofSheetWith: try target.page.page(in: contents).id, to, by: actor)
            }
        }
    }

    struct CountsAs: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "counts-as", abstract: "Mặt này tính là mấy trang. (How many trang the side counts as.)")
        @OptionGroup var target: Target
        @Option(help: "0: ảnh thêm của một mặt; 1; 2: tờ gấp. (0 further shot, 2 folded leaf.)") var to: Int
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                try store.setCountsAs(try target.page.page(in: contents).id, to, by: actor)
            }
        }
    }

    struct Deskew: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "deskew", abstract: "Chỉnh trang cho thẳng dòng; ảnh gốc giữ nguyên. (Make the rows level; the image stays.)")
        @OptionGroup var target: Target
        @Option(parsing: .unconditional, help: "Độ, theo chiều kim đồng hồ, có thể âm; mặc định: độ nghiêng máy đo được. (Degrees clockwise; default: as measured.)")
        var degrees: DecimalNumber?
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                let page = try target.page.page(in: contents)
                let measured = page.findings.first { $0.code == .skew }?.value
                guard let degrees = degrees?.value ?? measured else { throw StoreError.actionImpossible(Text.noSkewMeasured.phrase) }
                try store.setDeskew(page.id, degrees, by: actor)
            }
        }
    }

    struct Accept: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Đã xem lỗi phát hiện, để như vậy. (Take a finding as it is.)")
        @OptionGroup var target: Target
        @Option(help: "Mã lỗi, hoặc all. (Its code, or all.)") var finding: String
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                let page = try target.page.page(in: contents)
                let chosen = page.findings.map(\.code).filter { finding == "all" || $0.rawValue == finding }
                guard finding == "all" || !chosen.isEmpty else { throw StoreError.invalidValue(field: "finding", value: finding) }
                try store.accept(chosen.map { (page.id, $0) }, by: actor)
            }
        }
    }

    struct Reserve: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "reserve", abstract: "Giữ chỗ cho tờ quét sau. (Keep a place for a sheet captured later.)")
        @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
        @Option(help: "fragile | large | folded | slip | map") var kind: PlaceholderKind
        @Option(help: "Sau trang thứ N; 0: lên đầu; mặc định: cuối. (Behind page N; 0: at the beginning; default: at the end.)") var after: Int?
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: dossier) { store, contents, actor in
                let page = after == 0 ? nil : try after.map { try PageChoice(String($0)).page(in: contents) } ?? contents.pages.last
                try store.reserve(kind, in: contents.summary.id, after: page?.id, by: actor)
            }
        }
    }

    struct Release: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Bỏ chỗ giữ chưa quét. (Give up a place nothing was captured into.)")
        @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
        @Option(help: "Chỗ giữ thứ N (từ 1) hoặc mã. (The Nth place, or its id.)") var place: PlaceChoice
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: dossier) { store, contents, actor in
                try store.release(try place.place(in: contents).id, by: actor)
            }
        }
    }
}
