import ArgumentParser
import Capture
import Configuration
import Delivering
import Foundation
import Records
import Store
import Texts

struct WatchCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Nhận tệp mà máy photocopy quét vào một thư mục. (Take in files that copiers scan to a folder.)",
        discussion: """
            Không có --dossier: mỗi thư mục con mang mã hồ sơ (hay tên thư mục của nó) là một hồ sơ. Tệp đã nhận nằm ở da-nhan/, tệp không \
            nhận được ở loi/ với lý do bên cạnh. (Without --dossier, subfolders named by dossier codes are the dossiers.)
            """)
    @Argument(help: "Thư mục các máy quét vào. (Folder that is scanned to.)") var folder: String
    @Option(help: "Mã hồ sơ mà mọi tệp thuộc về. (Code of the dossier all files belong to.)") var dossier: String?
    @Flag(help: "Các trang lần lượt là mặt trước, mặt sau. (Pages are fronts and backs in turn.)") var duplex = false
    @Option(help: "Vào chỗ giữ thứ N hoặc mã chỗ giữ. (Into the Nth reserved place, or by its id.)") var into: PlaceChoice?
    @Flag(help: "Kết thúc khi không còn tệp nào sắp xong. (End when no file is about to be complete.)") var untilIdle = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if into != nil, dossier == nil { throw ValidationError("--into: --dossier") }
    }

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let actor = context.actor(configuration)
        let path = (folder as NSString).standardizingPath
        let intake = try FolderIntake(
            folder: path, store: store, actor: actor, zone: TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice)
        var order = IntakeOrder()
        (order.duplex, order.hasSubfolders) = (duplex, dossier == nil)
        let only = try dossier.map { try store.dossier(context.code($0)) }
        if let into, let only { order.insertion = .into(try into.place(in: store.contents(only.id)).id) }
        let watch = FolderWatch(context: context, store: store, intake: intake, dossier: only, order: order, untilIdle: untilIdle)
        let interrupts = Interrupts { watch.stop() }
        defer { interrupts.end() }
        try await offMain { try watch.run() }
    }
}
