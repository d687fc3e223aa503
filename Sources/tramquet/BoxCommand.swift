import ArgumentParser
import Foundation
import Printing
import Records
import Station
import Store
import Texts

struct BoxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "box", abstract: "Hộp: đã nhận, đã xong, hoàn trả. (Boxes: received, done, returned.)",
        subcommands: [
            List.self, Show.self, Set.self, Count.self, Accept.self, Return.self, Withdraw.self, Slips.self,
        ])

    struct List: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê hộp theo kho, giá, hộp. (List boxes by their places.)")
        @Argument(help: "Từ cần có trong hộp, kho, giá. (Words in box, room or shelf.)") var query: [String] = []
        @Option(help: "green | red | untouched") var colour: BoxColour?
        @Option(help: "Chỉ hộp của đợt này. (Of this batch only.)") var batch: String?
        @Option(help: "Nhiều nhất bấy nhiêu. (At most so many.)") var limit = Int.max
        @Option(help: "Bỏ qua bấy nhiêu. (Leave out so many.)") var offset = 0
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            guard limit >= 0, offset >= 0 else { throw ValidationError(Text.usageNotNegative(Context(global).language)) }
        }

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let output = Output(context)
            let batch = try batch.map { try store.batch(number: $0).id }
            let found = try store.boxes(matching: query.joined(separator: " "), colour: colour, batch: batch, limit: limit, offset: offset)
            if output.json { return output.object(BoxListJSON(boxes: found.boxes.map { BoxJSON($0, context.language) }, total: found.total)) }
            BoxCommand.table(found.boxes, output)
        }
    }

    struct Show: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Xem một hộp: còn gì chưa xong. (Show a box: what is not done.)")
        @Argument(help: "Hộp. (Box.)") var box: String
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws { try BoxCommand.show(try context.openStore(), box, context) }
    }

    struct Set: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: "Ghi hộp nằm ở kho, giá nào. (Where the box stands.)")
        @Argument(help: "Hộp. (Box.)") var box: String
        @Option(help: "Kho. (Store room.)") var room: String?
        @Option(help: "Giá. (Shelf.)") var shelf: String?
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            try BoxCommand.place(store, box, room: room, shelf: shelf, by: context.actor(try context.configuration(store.folder.path)))
            try BoxCommand.show(store, box, context)
        }
    }

    struct Count: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "count", abstract: "Đếm lại: lúc nhận nếu hộp còn ở đây, lúc trả nếu đã trả. (Count again what came, or what went back.)")
        @Argument(help: "Hộp. (Box.)") var box: String
        @OptionGroup var counted: BatchCommand.CountOptions
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            try store.recount(box, try counted.count(), by: context.actor(try context.configuration(store.folder.path)))
            try BoxCommand.show(store, box, context)
        }
    }

    struct Accept: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Nghiệm thu hồ sơ đã giao của hộp. (Accept what is delivered of a box.)")
        @Argument(help: "Hộp. (Box.)") var box: String
        @Option(parsing: .upToNextOption, help: "Chỉ các hồ sơ này. (These dossiers only.)") var dossiers: [String] = []
        @Flag(help: "Thôi nghiệm thu các hồ sơ đó. (Take it back of these dossiers.)") var withdraw = false
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if withdraw, dossiers.isEmpty { throw ValidationError(Text.usageWithdrawWhich(Context(global).language)) }
        }

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            let inBox = try store.box(box).dossiers
            let chosen = try dossiers.map { text in
                let code = try context.code(text)
                guard let dossier = inBox.first(where: { $0.code == code }) else { throw StoreError.noSuchDossier(text) }
                return dossier.id
            }
            if withdraw {
                for id in chosen { try store.withdrawAcceptance(of: id, by: actor) }
            } else if chosen.isEmpty {
                _ = try store.acceptBox(box, by: actor)
            } else {
                try store.accept(chosen, by: actor)
            }
            try BoxCommand.show(store, box, context)
        }
    }

    struct Return: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: "Hoàn trả hộp, đã đếm. (A box goes back, counted.)")
        @Argument(help: "Hộp. (Box.)") var box: String
        @OptionGroup var counted: BatchCommand.CountOptions
        @Option(help: "Lý do trả khi chưa nghiệm thu hết: 'mượn lại', 'theo yêu cầu', 'khác: …'. (Reason when not all is accepted: borrowed_back, on_request, 'other: …'.)")
        var reason: String?
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            var why: EarlyReturnReason?
            if let reason {
                why = EarlyReturnReason(typed: reason)
                if why == nil { throw StoreError.invalidValue(field: "reason", value: reason) }
            }
            try store.returnBox(box, try counted.count(), reason: why, by: actor)
            try BoxCommand.show(store, box, context)
        }
    }

    struct Withdraw: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Lấy lại lần nhận hay lần trả nhập nhầm. (Take back a receipt or a return keyed by mistake.)")
        @Argument(help: "Hộp. (Box.)") var box: String
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            try store.withdrawHandover(box, by: context.actor(try context.configuration(store.folder.path)))
            let output = Output(context)
            if output.json { output.object(["box": box]) } else { output.line(Text.handoverWithdrawn.with(["box": box])) }
        }
    }

    struct Slips: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "slips", abstract: "Phiếu lấy lại hồ sơ chưa xong của hộp đã trả. (Slips for dossiers not done whose boxes went back.)")
        @Argument(help: "Chỉ các hộp này, kể cả hộp chưa nhận. (These boxes only, also if they never came.)") var boxes: [String] = []
        @Flag(name: .customLong("not-received"), help: "Cả các hộp chưa nhận. (Also of boxes that never came.)") var notReceived = false
        @Option(help: "Tệp PDF. (The PDF.)") var to: String?
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let slips = try store.retrievalSlips(ofBoxes: boxes.isEmpty ? nil : boxes, notReceived: notReceived)
            let output = Output(context)
            var pages: Int?
            if let to, !slips.isEmpty {
                let zone = context.zone(try context.configuration(store.folder.path))
                pages = try RetrievalSlips(language: context.language, zone: zone).document(slips, made: context.clock.now()).write(to: to)
            }
            if output.json {
                return output.object(SlipsJSON(file: pages == nil ? nil : to, pages: pages, slips: slips.map(SlipsJSON.Slip.init)))
            }
            if slips.isEmpty { return output.line(Text.noSlips) }
            if let to, let pages { return output.line(Text.separatorsDone.with(["pages": String(pages), "path": to])) }
            BoxCommand.table(slips, output)
        }
    }

    // MARK: - What is shown

    static func place(_ store: StationStore, _ box: String, room: String?, shelf: String?, by actor: Actor) throws {
        guard room != nil || shelf != nil else { return }
        let old = try store.box(box).standing
        try store.setBox(box, room: room ?? old.room, shelf: shelf ?? old.shelf, by: actor)
    }

    static func table(_ boxes: [BoxStanding], _ output: Output) {
        output.table(
            [.handoverRoom, .handoverShelf, .columnBox, .columnColour, .columnPresence, .columnDone, .columnWhy],
            boxes.map { box in
                [
                    box.room, box.shelf, box.label, box.colour.text(output.language), box.presence.text(output.language),
                    "\(box.progress.done)/\(box.progress.dossiers)", box.issues.map { $0.words(output.language) }.joined(separator: ", "),
                ]
            })
    }

    private static func table(_ slips: [RetrievalSlip], _ output: Output) {
        output.table(
            [.handoverRoom, .handoverShelf, .columnBox, .columnNumber, .columnCode, .columnWhy],
            slips.map { slip in
                [
                    slip.room, slip.shelf, slip.box, slip.numberInBox.map(String.init) ?? "–", slip.code.text,
                    slip.issues.map { $0.text(output.language) }.joined(separator: ", "),
                ]
            })
    }

    static func show(_ store: StationStore, _ label: String, _ context: Context) throws {
        let output = Output(context)
        let box = try store.box(label)
        if output.json { return output.object(BoxDetailJSON(box, context.language)) }
        table([box.standing], output)
        for difference in box.standing.entryDifferences + (box.visits.first?.returnDifferences ?? []) {
            output.line("  – " + difference.words(output.language))
        }
        for dossier in box.dossiers where !dossier.issues.isEmpty {
            output.line("  – \(dossier.code): " + dossier.issues.map { $0.text(output.language) }.joined(separator: ", "))
        }
    }
}

extension BoxColour: ExpressibleByArgument {}
