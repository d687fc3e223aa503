import Foundation

/// Measures what quality.md promises and prints one table. Never fails: a figure that cannot be had says why.
@main
struct Bench {
    static let keyStation = "key-station"
    private static let findings = "findings"
    private static let orientation = "orientation"
    private static let boundaries = "boundaries"
    private static let contents = "contents"
    private static let search = "search"
    private static let secrecy = "secrecy"

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == keyStation, arguments.count == 4 {
            do { try await KeyStation.run(data: arguments[1], dossier: arguments[2], log: arguments[3]) } catch { print("\(error)") }
            return
        }
        do {
            switch arguments.first {
            case findings: try measureFindings(arguments)
            case orientation: try measureTurns(arguments)
            case boundaries: try measureBoundaries(arguments)
            case contents: try measureContents(arguments)
            case search: try measureSearch(arguments)
            case secrecy: try measureSecrecy(arguments)
            default: try measure(arguments)
            }
        } catch { print("bench: \(error)") }
    }

    /// `findings FOLDER [--truth FILE] [--every N] [--values yes]`
    private static func measureFindings(_ arguments: [String]) throws {
        let (folder, options) = parse(arguments.dropFirst())
        var figures = try FindingFigures(folder: folder, truth: options["--truth"], every: Int(options["--every"] ?? "") ?? 1)
        figures.measure()
        print(figures.report(withValues: options["--values"] != nil))
    }

    /// `orientation FOLDER [--truth FILE] [--every N]`
    private static func measureTurns(_ arguments: [String]) throws {
        let (folder, options) = parse(arguments.dropFirst())
        var figures = try TurnFigures(folder: folder, truth: options["--truth"], every: Int(options["--every"] ?? "") ?? 1)
        figures.measure()
        print(figures.report())
    }

    /// `boundaries [FOLDER] [--pages N] [--seed S] [--cache FOLDER] [--mistakes yes]`
    private static func measureBoundaries(_ arguments: [String]) throws {
        let (folder, options) = parse(arguments.dropFirst())
        let readings = readings(options)
        let seed = UInt64(options["--seed"] ?? "") ?? 2
        for (what, dossiers) in [
            ("drawn, seed \(seed)", try readings.drawn(pages: Int(options["--pages"] ?? "") ?? 2300, seed: seed)),
            (folder, folder.isEmpty ? [] : try readings.given(folder)),
        ] where !dossiers.isEmpty {
            var figures = BoundaryFigures()
            figures.measure(dossiers)
            print("\n\(dossiers.count) dossiers, \(dossiers.map(\.count).reduce(0, +)) pages: \(what)")
            print(figures.report(withMistakes: options["--mistakes"] != nil))
        }
    }

    /// `contents [FOLDER] [--pages N] [--seed S] [--cache FOLDER] [--mistakes yes]`: the folder's pages are none, nor are half as
    /// many drawn tables and pages of drawn dossiers.
    private static func measureContents(_ arguments: [String]) throws {
        let (folder, options) = parse(arguments.dropFirst())
        let (seed, pages) = (UInt64(options["--seed"] ?? "") ?? 2, Int(options["--pages"] ?? "") ?? 160)
        let readings = readings(options)
        let lists = try readings.contents(pages: pages, seed: seed)
        var figures = ContentsFigures()
        figures.measure(lists)
        figures.measure(others: try readings.otherTables(pages: pages / 2, seed: seed), behind: lists)
        figures.measure(others: try readings.drawn(pages: pages / 2, seed: seed).flatMap { $0 }, behind: lists)
        if !folder.isEmpty { figures.measure(others: try readings.given(folder).flatMap { $0 }, behind: lists) }
        print("\n\(lists.count) contents sheets, \(lists.map(\.pages.count).reduce(0, +)) pages, drawn, seed \(seed)")
        print(figures.report(withMistakes: options["--mistakes"] != nil))
    }

    /// `search FOLDER [--pages N] [--program PATH] [--peers N]`: a generated archive in FOLDER, made where it is not there yet.
    private static func measureSearch(_ arguments: [String]) throws {
        let (folder, options) = parse(arguments.dropFirst())
        let bench = try Workbench(pages: folder + "/spool", program: options["--program"] ?? "tramquet")
        defer { bench.clear() }
        let figures = try SearchFigures(path: folder)
        try figures.fill(pages: Int(options["--pages"] ?? "") ?? 1_200_000) { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
        bench.measure("search") { try figures.rows(database: folder + "/station.sqlite", peers: Int(options["--peers"] ?? "") ?? 3) { try bench.plainSeconds($0, in: folder + "/station.sqlite").map { $0 * 1000 } } }
        bench.measure("first frame") { try bench.station(on: folder) }
        print(Row.table(bench.rows))
        print(Peers.hint)
    }

    /// `secrecy [FOLDER] [--pages N] [--seed S] [--only TRAIT] [--cache FOLDER] [--mistakes yes]`
    private static func measureSecrecy(_ arguments: [String]) throws {
        let (folder, options) = parse(arguments.dropFirst())
        let readings = SecrecyReadings(cache: options["--cache"] ?? NSTemporaryDirectory() + "tramquet-bench-secrecy")
        let seed = UInt64(options["--seed"] ?? "") ?? 2
        for (what, sheets) in [
            ("drawn, seed \(seed)", try readings.drawn(pages: Int(options["--pages"] ?? "") ?? 500, seed: seed, only: options["--only"])),
            (folder, folder.isEmpty ? [] : try readings.given(folder)),
        ] where !sheets.isEmpty {
            var figures = SecrecyFigures()
            try figures.measure(sheets)
            print("\n\(sheets.count) sheets: \(what)")
            print(figures.report(withMistakes: options["--mistakes"] != nil))
        }
    }

    private static func readings(_ options: [String: String]) -> BoundaryReadings {
        BoundaryReadings(cache: options["--cache"] ?? NSTemporaryDirectory() + "tramquet-bench-boundaries")
    }

    private static func parse(_ arguments: ArraySlice<String>) -> (folder: String, options: [String: String]) {
        var options: [String: String] = [:]
        var folder = ""
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument.hasPrefix("--") { options[argument] = rest.popFirst() ?? "" } else { folder = argument }
        }
        return (folder, options)
    }

    /// `FOLDER [--program PATH] [--only WORD] [--store-pages N]`
    private static func measure(_ arguments: [String]) throws {
        let (folder, options) = parse(arguments[...])
        let bench = try Workbench(pages: folder, program: options["--program"] ?? "tramquet")
        defer { bench.clear() }
        let only = options["--only"]
        func measure(_ what: String, _ body: () throws -> [Row]) {
            if only == nil || what.contains(only ?? "") { bench.measure(what, body) }
        }
        measure("screen first frame") { [try bench.firstFrame()] }
        measure("pipeline") { [try bench.wholePipeline()] }
        measure("reading") { try bench.readingAlone() }
        measure("export") { [try bench.export()] }
        measure("capture unpaced") { [try bench.unpacedCapture()] }
        measure("capture paced") { [try bench.pacedCapture()] }
        measure("capture sane test") { [try bench.testBackend()] }
        measure("capture sane pnm") { [try bench.pnmBackend()] }
        measure("checks") { [try bench.pageChecks()] }
        measure("codes") { try bench.codesOnPages() }
        measure("screen picture") { [try bench.pagePicture()] }
        measure("screen keys") { try bench.keyToFrame() }
        measure("store") { try bench.largeStore(pages: Int(options["--store-pages"] ?? "") ?? 20_000) }
        print("\n\(bench.pages.count) pages of \(bench.source), \(ProcessInfo.processInfo.activeProcessorCount) cores\n")
        print(Row.table(bench.rows))
        print(Peers.hint)
    }
}
