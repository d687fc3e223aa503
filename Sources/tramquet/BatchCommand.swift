import ArgumentParser
import Configuration
import Foundation
import Printing
import Records
import Station
import Store
import Texts

struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Đợt giao nhận tài liệu giấy. (Batches of paper, received and returned.)",
        subcommands: [Add.self, List.self, Show.self, Set.self, Receive.self, Minutes.self])

    /// What is written down of a batch.
    struct FieldOptions: ParsableArguments, Sendable {
        @Option(help: "Tên khối tài liệu. (What the papers are called.)") var name: String?
        @Option(name: .customLong("giver-unit"), help: "Bên giao: cơ quan, đơn vị. (Giver's unit.)") var giverUnit: String?
        @Option(help: "Bên giao: họ tên. (Giver.)") var giver: String?
        @Option(name: .customLong("giver-post"), help: "Bên giao: chức vụ. (Giver's post.)") var giverPost: String?
        @Option(name: .customLong("receiver-unit"), help: "Bên nhận: cơ quan, đơn vị. (Receiver's unit.)") var receiverUnit: String?
        @Option(help: "Bên nhận: họ tên. (Receiver.)") var receiver: String?
        @Option(name: .customLong("receiver-post"), help: "Bên nhận: chức vụ. (Receiver's post.)") var receiverPost: String?
        @Option(help: "Nơi giao nhận. (Place.)") var place: String?
        @Option(help: "Mét giá, như 1,5; để trống: không đo. (Metres of shelf; empty: not measured.)") var metres: DecimalNumber?
        @Option(help: "Ngày nhận. (Received on.)") var received: String?
        @Option(help: "Ngày hoàn trả. (Returned on.)") var returned: String?
        @Option(name: .customLong("return-number"), help: "Số biên bản hoàn trả; mặc định: số tiếp theo. (Number of the return minutes; default: the next.)")
        var returnNumber: String?
        @Option(name: .customLong("return-metres"), help: "Mét giá của các hộp đã trả đến nay; mặc định hay để trống: tính theo số hộp. (Metres of the boxes that went back so far; default, or empty: by boxes.)")
        var returnMetres: DecimalNumber?
        @Option(help: "Căn cứ. (On the basis of.)") var basis: String?
        @Option(help: "Ghi chú. (Note.)") var note: String?

        /// Puts the given options over what there was.
        func applied(to old: BatchFields) throws(StoreError) -> BatchFields {
            var fields = old
            if let name { fields.name = name }
            fields.giver = Party(unit: giverUnit ?? old.giver.unit, person: giver ?? old.giver.person, post: giverPost ?? old.giver.post)
            fields.receiver = Party(
                unit: receiverUnit ?? old.receiver.unit, person: receiver ?? old.receiver.person, post: receiverPost ?? old.receiver.post)
            if let place { fields.place = place }
            if let metres { fields.shelfMetres = metres.value }
            if let received { fields.receivedOn = try day(received, "received") }
            if let returned { fields.returnedOn = try day(returned, "returned") }
            if let returnNumber { fields.returnNumber = returnNumber }
            if let returnMetres { fields.returnedMetres = returnMetres.value }
            if let basis { fields.basis = basis }
            if let note { fields.note = note }
            return fields
        }

        private func day(_ text: String, _ field: String) throws(StoreError) -> PartialDate {
            guard let day = PartialDate(text) else { throw .invalidValue(field: field, value: text) }
            return day
        }
    }

    /// What was counted in a box.
    struct CountOptions: ParsableArguments {
        @Option(help: "Số hồ sơ đã đếm. (Counted dossiers.)") var dossiers: Int
        @Option(help: "Số tờ đã đếm trong hộp. (Counted sheets in the box.)") var sheets: Int?
        @Option(help: "Tình trạng: tốt | rách, mốc, ố, dính, khác; thêm lời sau dấu hai chấm. (State: good | torn, mouldy, stained, stuck, other; words behind a colon.)")
        var condition: String = ""
        @Option(name: .customLong("count-note"), help: "Ghi chú của lần đếm. (Note.)") var note: String = ""

        func count() throws(StoreError) -> BoxCount {
            guard let state = PhysicalCondition(typed: condition) else { throw .invalidValue(field: "condition", value: condition) }
            return BoxCount(dossiers: dossiers, sheets: sheets, condition: state, note: note)
        }
    }

    struct Add: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Lập đợt. (Add a batch.)")
        @Argument(help: "Số đợt. (Number.)") var number: String
        @OptionGroup var fields: FieldOptions
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            let id = try store.addBatch(try fields.applied(to: BatchFields(number: number)), by: actor)
            try BatchCommand.show(store, id, context)
        }
    }

    struct List: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê các đợt. (List batches.)")
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let output = Output(context)
            let batches = try context.openStore().batches()
            if output.json { return output.object(["batches": batches.map { BatchJSON($0) }]) }
            BatchCommand.table(batches, output)
        }
    }

    struct Show: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Xem một đợt và các hộp của đợt. (Show a batch and its boxes.)")
        @Argument(help: "Số đợt. (Number.)") var number: String
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            try BatchCommand.show(store, try store.batch(number: number).id, context)
        }
    }

    struct Set: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: "Sửa thông tin đợt. (Change what is written down of a batch.)")
        @Argument(help: "Số đợt. (Number.)") var number: String
        @Option(name: .customLong("number"), help: "Số mới. (New number.)") var newNumber: String?
        @OptionGroup var fields: FieldOptions
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            let batch = try store.batch(number: number)
            try store.setBatch(batch.id, by: actor) { [fields, newNumber] written in
                written = try fields.applied(to: written)
                if let newNumber { written.number = newNumber }
            }
            try BatchCommand.show(store, batch.id, context)
        }
    }

    struct Receive: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "receive", abstract: "Nhận một hộp vào đợt, đã đếm; nhập lại là đếm lại. (A box comes with the batch, counted; again: a recount.)")
        @Argument(help: "Số đợt. (Number.)") var number: String
        @Option(help: "Hộp. (Box.)") var box: String
        @Flag(help: "Hộp mới, danh mục và các đợt chưa có. (A box that neither the register nor a batch knows.)") var new = false
        @Option(help: "Kho. (Store room.)") var room: String?
        @Option(help: "Giá. (Shelf.)") var shelf: String?
        @OptionGroup var counted: CountOptions
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let actor = context.actor(try context.configuration(store.folder.path))
            try store.receive(box, with: try store.batch(number: number).id, try counted.count(), isNew: new, by: actor)
            try BoxCommand.place(store, box, room: room, shelf: shelf, by: actor)
            try BoxCommand.show(store, box, context)
        }
    }

    struct Minutes: StationSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "minutes", abstract: "In biên bản giao nhận hay hoàn trả. (Minutes of the handover or the return, as a PDF.)")
        @Argument(help: "Số đợt. (Number.)") var number: String
        @Flag(name: .customLong("return"), help: "Biên bản hoàn trả. (Of the return.)") var isReturn = false
        @Option(help: "Tệp PDF. (The PDF.)") var to: String
        @OptionGroup var global: GlobalOptions

        func perform(_ context: Context) async throws {
            let store = try context.openStore()
            let zone = context.zone(try context.configuration(store.folder.path))
            let report = try store.handover(isReturn ? .return : .receipt, of: try store.batch(number: number).id)
            let pages = try HandoverMinutes(language: context.language, zone: zone).document(report).write(to: to)
            let output = Output(context)
            if output.json { return output.object(PrintedJSON(file: to, pages: pages, lines: report.lines.count)) }
            output.line(Text.separatorsDone.with(["pages": String(pages), "path": to]))
        }
    }

    static func show(_ store: StationStore, _ id: BatchID, _ context: Context) throws {
        let output = Output(context)
        let batch = try store.batch(id)
        let boxes = try store.boxes(batch: id, limit: .max).boxes
        if output.json { return output.object(BatchJSON(batch, boxes: boxes.map { BoxJSON($0, context.language) })) }
        table([batch], output)
        if !boxes.isEmpty { BoxCommand.table(boxes, output) }
    }

    private static func table(_ batches: [BatchRecord], _ output: Output) {
        output.table(
            [.columnBatch, .columnBoxesHere, .columnDossiers, .columnSheets, .columnBatchName],
            batches.map { ["\($0.fields.number)", "\($0.boxesHere)/\($0.boxes)", "\($0.dossiers)", "\($0.sheets)", $0.fields.name] })
    }
}

extension Context {
    func zone(_ configuration: StationConfiguration) -> TimeZone { TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice }
}
