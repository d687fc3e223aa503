import ArgumentParser
import Records
import Store
import Texts

/// A page as a person names it: its place among the pages in use from 1, or its identifier.
struct PageChoice: ExpressibleByArgument {
    let text: String

    init(_ text: String) { self.text = text }
    init?(argument: String) { text = argument }

    func page(in contents: DossierContents) throws(StoreError) -> PageRecord {
        if let place = Int(text), (1...max(1, contents.pages.count)).contains(place), !contents.pages.isEmpty {
            return contents.pages[place - 1]
        }
        if let id = PageID(text), let page = (contents.pages + contents.dropped).first(where: { $0.id == id }) { return page }
        throw .noSuchPage(text)
    }

    /// Among the dropped pages: its place there from 1, or its identifier.
    func droppedPage(in contents: DossierContents) throws(StoreError) -> PageRecord {
        if let place = Int(text), (1...max(1, contents.dropped.count)).contains(place), !contents.dropped.isEmpty {
            return contents.dropped[place - 1]
        }
        if let id = PageID(text), let page = contents.dropped.first(where: { $0.id == id }) { return page }
        throw .noSuchPage(text)
    }
}

struct PageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Thao tác trang như ở bàn quét. (Page work, as at the scan desk.)",
        subcommands: [
            Split.self, Merge.self, Drop.self, Restore.self, Move.self, Turn.self, Blank.self, Label.self, Role.self, CountsAs.self, Deskew.self,
            Accept.self, Reserve.self, Release.self, Transfer.self,
        ])

    struct Target: ParsableArguments {
        @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
        @Option(help: "Trang thứ N (từ 1) hoặc mã trang. (Page number from 1, or its id.)") var page: PageChoice
    }

    /// Opens the dossier for work, does one action, shows what came of it.
    static func act(
        _ context: Context, dossier: String, _ body: (StationStore, DossierContents, Actor) throws -> Void
    ) throws {
        let store = try context.openStore()
        let actor = context.actor(try context.configuration(store.folder.path))
        let summary = try store.dossier(try context.code(dossier))
        let lease = try store.leaseDossier(summary.id, code: summary.code)
        defer { withExtendedLifetime(lease) {} }
        try body(store, try store.contents(summary.id), actor)
        try DossierCommand.show(store, summary.id, context)
    }

    struct Split: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "split", abstract: "Văn bản mới bắt đầu ở trang này. (A document starts here.)")
        @OptionGroup var target: Target
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                try store.split(before: try target.page.page(in: contents).id, by: actor)
            }
        }
    }

    struct Merge: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "merge", abstract: "Gộp văn bản của trang vào văn bản trước. (Join the document to the one before.)")
        @OptionGroup var target: Target
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                try store.merge(documentOf: try target.page.page(in: contents).id, by: actor)
            }
        }
    }

    struct Drop: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "drop", abstract: "Bỏ trang; ảnh vẫn giữ. (Leave the page out; its image stays.)")
        @OptionGroup var target: Target
        @Flag(help: "Cả lượt quét đã cho trang này. (All that its run of the scanner brought.)") var run = false
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                let page = try target.page.page(in: contents).id
                if run { try store.dropRun(of: page, by: actor) } else { try store.drop([page], by: actor) }
            }
        }
    }

    struct Restore: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "restore", abstract: "Lấy lại trang đã bỏ: thứ N trong các trang đã bỏ, hoặc mã trang. (Bring back the Nth dropped page, or by id.)")
        @OptionGroup var target: Target
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                try store.restore([try target.page.droppedPage(in: contents).id], by: actor)
            }
        }
    }

    struct Move: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "move", abstract: "Chuyển trang tới vị trí N. (Move the page to place N.)")
        @OptionGroup var target: Target
        @Option(help: "Vị trí mới, từ 1. (New place, from 1.)") var to: Int
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                let page = try target.page.page(in: contents)
                guard (1...contents.pages.count).contains(to) else { throw StoreError.invalidValue(field: "to", value: String(to)) }
                if page.index == to { return }
                let others = contents.pages.filter { $0.id != page.id }
                try store.move(page.id, to: .after(to == 1 ? nil : others[to - 2].id), by: actor)
            }
        }
    }

    struct Transfer: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "transfer",
            abstract: "Từ tờ của trang này đến hết, hoặc đến phiếu hồ sơ mới kế tiếp, là của hồ sơ khác. (From this page's sheet to the end, or to the next sheet of a new dossier, it is another dossier.)")
        @OptionGroup var target: Target
        @Option(help: "Mã hồ sơ nhận. (Code of the other dossier.)") var to: String
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                let other = try store.dossier(try context.code(to))
                let lease = other.id == contents.summary.id ? nil : try store.leaseDossier(other.id, code: other.code)
                defer { withExtendedLifetime(lease) {} }
                let moved = try store.transfer(from: try target.page.page(in: contents).id, to: other.id, by: actor)
                Output(context).note(moved.phrase)
            }
        }
    }

    struct Turn: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "turn", abstract: "Xoay trang theo chiều kim đồng hồ. (Turn the page clockwise.)")
        @OptionGroup var target: Target
        @Option(name: [.long, .customLong("by")], parsing: .unconditional, help: "90, 180 hoặc 270; có thể âm. (Degrees.)") var degrees = 90
        @OptionGroup var global: GlobalOptions
        func validate() throws {
            if degrees % 90 != 0 { throw ValidationError("--degrees 90 | 180 | 270") }
        }
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                try store.turn(try target.page.page(in: contents).id, quarterTurns: degrees / 90, by: actor)
            }
        }
    }

    struct Blank: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "blank", abstract: "Xếp loại trang trắng: confirmed hoặc no. (Blank class.)")
        @OptionGroup var target: Target
        @Argument(help: "confirmed | no") var value: String
        @OptionGroup var global: GlobalOptions
        func validate() throws {
            if !["confirmed", "no"].contains(value) { throw ValidationError("confirmed | no") }
        }
        func perform(_ context: Context) async throws {
            try act(context, dossier: target.dossier) { store, contents, actor in
                let blank = BlankClass(rawValue: value) ?? .notBlank
                try store.setBlank([try target.page.page(in: contents).id], blank, by: actor)
            }
        }
    }
}

struct UndoCommand: StationSubcommand {
    static let configuration = CommandConfiguration(commandName: "undo", abstract: "Hoàn tác bước cuối của hồ sơ. (Undo the last step.)")
    @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
    @OptionGroup var global: GlobalOptions
    func perform(_ context: Context) async throws {
        try PageCommand.act(context, dossier: dossier) { store, contents, actor in
            let kind = try store.undo(contents.summary.id, by: actor)
            Output(context).note(Text.undoneLine.with(["what": kind.text(context.language)]))
        }
    }
}

struct RedoCommand: StationSubcommand {
    static let configuration = CommandConfiguration(commandName: "redo", abstract: "Làm lại bước vừa hoàn tác. (Redo.)")
    @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
    @OptionGroup var global: GlobalOptions
    func perform(_ context: Context) async throws {
        try PageCommand.act(context, dossier: dossier) { store, contents, actor in
            let kind = try store.redo(contents.summary.id, by: actor)
            Output(context).note(Text.redoneLine.with(["what": kind.text(context.language)]))
        }
    }
}
