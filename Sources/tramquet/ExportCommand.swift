import ArgumentParser
import Configuration
import Delivering
import Foundation
import Records
import Store
import Texts

struct ExportCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Xuất những hồ sơ đã xong và chưa giao tới thư mục này. (Deliver what is ready.)")
    @Option(help: "Thư mục đích. (Target folder.)") var to: String?
    @Option(help: "Chỉ hồ sơ này; lặp lại được. (This dossier only; may be repeated.)") var dossier: [String] = []
    @Flag(name: .customLong("dry-run"), help: "Chỉ nói sẽ xuất gì. (Only say what would be delivered.)") var dryRun = false
    @Option(help: "simple") var profile: ExportProfile = .simple
    @Option(help: "2u | 1b") var pdfa: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let pdfa, !["2u", "1b"].contains(pdfa) { throw ValidationError("--pdfa 2u | 1b") }
    }

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let output = Output(context)
        guard let target = to ?? configuration.exportTargets.first else { throw DeliveringError.targetMissing(path: "export.targets") }
        // A folder named on the command line is made when its parent is there; a configured one that is missing is a disk
        // that is not mounted, and must not be made up.
        if to != nil, !dryRun { mkdir(target, 0o750) }
        let exporter = try Exporter(store: store, configuration, profile: profile, pdfa: pdfa, by: context.actor(configuration))
        let only = dossier.isEmpty ? nil : try dossier.map { try context.code($0) }
        let dryRun = dryRun
        let stop = StopFlag()
        let interrupts = Interrupts { stop.set() }
        defer { interrupts.end() }
        let result = try await offMain {
            try exporter.export(to: target, only: only, dryRun: dryRun) { progress in
                output.progress(Text.exportProgressLine.with(["done": String(progress.pages), "total": String(progress.totalPages)]))
            } isCancelled: { stop.isSet }
        }
        output.endProgress()
        if output.json { output.object(ExportJSON(result, context.language)) } else { ExportCommand.say(result, output) }
        for problem in result.problems { output.note(problem.message) }
        if result.exitCode != .done { throw result.exitCode }
    }

    static func say(_ result: ExportResult, _ output: Output) {
        for dossier in result.plan.notReady {
            if case .notReady(let why) = dossier.standing {
                output.line(Text.exportNotReadyLine.with(["code": dossier.code.text, "why": why.phrase(output.language)]))
            }
        }
        if let folder = result.folder {
            output.line(Text.exportDoneLine.with([
                "folder": folder, "dossiers": String(result.delivered.count),
                "documents": String(result.delivered.map(\.documents).reduce(0, +)), "pages": String(result.pages),
            ]))
        } else {
            let nothing = result.plan.alreadyDelivered > 0 && result.plan.notReady.isEmpty ? Text.exportNothingNew : .exportNothingReady
            output.line((result.plan.due.isEmpty ? nothing : .exportWouldDeliver).with(["dossiers": String(result.plan.due.count)]))
        }
    }
}

extension ExportProfile: ExpressibleByArgument {}

extension Exporter {
    init(
        store: StationStore, _ configuration: StationConfiguration, profile: ExportProfile = .simple, pdfa: String? = nil, by actor: Actor
    ) throws {
        self.init(
            store: store, actor: actor, zone: TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice, profile: profile,
            conformance: (pdfa ?? configuration.pdfa) == "1b" ? .a1b : .a2u, template: try FileNameTemplate(configuration.exportTemplate))
    }
}

struct ExportJSON: Encodable {
    struct Dossier: Encodable {
        let code: String
        let version: Int
        let supersedes: String?
        let documents: Int
        let pages: Int
        let pages_without_text: Int
        let withheld_pages: Int
    }

    struct NotReady: Encodable {
        let code: String
        let reason: String
    }

    struct Problem: Encodable {
        let code: String
        let message: String
    }

    let target: String
    let folder: String?
    let would_deliver: [String]
    let delivered: [Dossier]
    let already_delivered: Int
    let not_ready: [NotReady]
    let problems: [Problem]

    init(_ result: ExportResult, _ language: Language) {
        target = result.plan.target
        folder = result.folder
        would_deliver = result.plan.due.map(\.code.text)
        delivered = result.delivered.map {
            Dossier(
                code: $0.code.text, version: $0.version, supersedes: $0.supersedes, documents: $0.documents, pages: $0.pages,
                pages_without_text: $0.pagesWithoutText, withheld_pages: $0.withheldPages)
        }
        already_delivered = result.plan.alreadyDelivered
        not_ready = result.plan.notReady.compactMap { dossier in
            guard case .notReady(let why) = dossier.standing else { return nil }
            return NotReady(code: dossier.code.text, reason: why.phrase(language))
        }
        problems = result.problems.map { Problem(code: $0.code, message: $0.message(language)) }
    }

    enum CodingKeys: String, CodingKey { case target, folder, would_deliver, delivered, already_delivered, not_ready, problems }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(target, forKey: .target)
        try container.encode(folder, forKey: .folder)
        try container.encode(would_deliver, forKey: .would_deliver)
        try container.encode(delivered, forKey: .delivered)
        try container.encode(already_delivered, forKey: .already_delivered)
        try container.encode(not_ready, forKey: .not_ready)
        try container.encode(problems, forKey: .problems)
    }
}

/// A flag one thread sets and others look at.
///
/// `@unchecked Sendable`: guarded by `lock`.
final class StopFlag: @unchecked Sendable {
    private var value = false
    private let lock = NSLock()
    var isSet: Bool { lock.withLock { value } }
    func set() { lock.withLock { value = true } }
}
