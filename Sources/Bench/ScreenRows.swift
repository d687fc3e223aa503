import Foundation
import Imaging
import Measuring
import Records
import Station
import Terminal

/// What a person at the screen waits for.
extension Workbench {
    /// From starting the program to a screen that shows everything and is at rest.
    func firstFrame() throws -> Row {
        let data = fresh("demo")
        let start = ContinuousClock.now
        try tramquet(["demo", "--prepare-only"], data: data).run()
        let prepared = start.seconds
        let (first, rest) = try frames(of: ["demo"], on: data, quiet: 0.4)
        let seen = first.median ?? 0
        return Row(
            "first frame of the demo", ours: "\(seen.text(0)) ms", aim: "≤ 150 ms", isMet: seen <= 150,
            note: "process start to the whole first screen on a terminal, median of 9; best \((first.min() ?? 0).text(0)) ms, worst \((first.max() ?? 0).text(0)) ms; "
                + "at rest with the store's figures \((rest.median ?? 0).text(0)) ms; making the demo's data the first time takes \((prepared * 1000).text(0)) ms more")
    }

    /// The station on a store of any size: its first frame, and its memory once it is at rest.
    func station(on data: String) throws -> [Row] {
        var peak = 0
        let (first, rest) = try frames(of: ["station"], on: data, quiet: 0.5) { terminal in
            peak = max(peak, terminal.peakMemory(of: "station --lang") ?? 0)
        }
        let seen = first.median ?? 0
        return [
            Row(
                "first frame, large store", ours: "\(seen.text(0)) ms", aim: "≤ 150 ms", isMet: seen <= 150,
                note: "median of 9; best \((first.min() ?? 0).text(0)) ms, worst \((first.max() ?? 0).text(0)) ms; at rest \((rest.median ?? 0).text(0)) ms"),
            Row("memory of the station, large store", ours: "\(peak / 1_000_000) MB", aim: "≤ 100 MB", isMet: peak <= 100_000_000),
        ]
    }

    /// From process start, in milliseconds: each time's first whole screen, and when the program was at rest.
    private func frames(
        of arguments: [String], on data: String, quiet: Double, atRest: (Pseudoterminal) -> Void = { _ in }
    ) throws -> (first: [Double], rest: [Double]) {
        var (first, rest): ([Double], [Double]) = ([], [])
        for _ in 0..<9 {
            let terminal = try Pseudoterminal(tramquet(arguments, data: data))
            // The footer is the last line drawn, help its last command.
            let frame = terminal.read(quiet: 5) { $0.contains("F1") }
            guard frame.contains("F1") else { throw Missing("a first frame; the program drew \(frame.bytes.count) bytes") }
            first.append(frame.last * 1000)
            let more = terminal.read(quiet: quiet, limit: 3)
            rest.append(max(frame.last, more.last) * 1000)
            atRest(terminal)
            terminal.end()
        }
        return (first, rest)
    }

    /// A large dossier on the screen: keys, with the OCR queue at rest and at work.
    func keyToFrame() throws -> [Row] {
        let models = try models()
        let read = try largeDossier(models, isRead: true)
        let waiting = try largeDossier(models, isRead: false)
        let off = try keyTimes(read)
        let on = try keyTimes(waiting)
        let (p99off, p99on) = (off.percentile(0.99) ?? 0, on.percentile(0.99) ?? 0)
        func row(_ what: String, _ p99: Double, _ times: [Double], _ ratio: String, _ note: String) -> Row {
            Row(
                what, ours: "p99 \(p99.text(1)) ms", ratio: ratio, aim: "≤ 16 ms", isMet: p99 <= 16,
                note: "\(times.count) keys, median \((times.median ?? 0).text(1)) ms, worst \((times.max() ?? 0).text(1)) ms; " + note)
        }
        return [
            row("key to frame, 500 pages, OCR off", p99off, off, "–", "CursesTerminal on a pseudoterminal of 120×40, from writing the key to the end of doupdate"),
            row("key to frame, 500 pages, OCR running", p99on, on, "\((p99on / max(p99off, 0.01)).text(1)) of OCR off", "the station's own queue at work on the same dossier"),
            try memory(read),
        ]
    }

    private static let largeCode = "H99.2026.99.DAI"

    private func largeDossier(_ models: [SyntheticStore.Model], isRead: Bool) throws -> String {
        let data = fresh(isRead ? "large-read" : "large-waiting")
        try tramquet(["demo", "--prepare-only"], data: data).run()
        let store = try SyntheticStore(path: data, models: models)
        try store.addDossier(Workbench.largeCode, pages: 500, files: true) { isRead ? models[$0 % models.count].reading : nil }
        return data
    }

    /// Waits for the dossier to be on the screen and goes to its first page; two keys.
    private func open(_ terminal: Pseudoterminal) {
        _ = terminal.read(quiet: 1.5, patience: 10)
        for key in [Workbench.right, Workbench.home] {
            terminal.type(key)
            _ = terminal.read(quiet: 0.5)
        }
    }

    private static let home = "\u{1B}[H"
    private static let right = "\u{1B}[C"
    private static let left = "\u{1B}[D"

    private func keyTimes(_ data: String) throws -> [Double] {
        let log = fresh("frames.txt")
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let command = Command(
            program: own, arguments: [Bench.keyStation, data, Workbench.largeCode, log],
            environment: environment.merging(["TRAMQUET_EXECUTABLE": program, "OMP_THREAD_LIMIT": "1"]) { $1 })
        let terminal = try Pseudoterminal(command)
        open(terminal)
        var pressed: [UInt64] = []
        for index in 0..<400 {
            pressed.append(monotonicNanoseconds())
            // Mostly onwards, sometimes back, never past the ends.
            terminal.type(index % 5 == 4 ? Workbench.left : Workbench.right)
            _ = terminal.read(quiet: 0.04, limit: 0.05)
        }
        let screen = terminal.read(quiet: 0.5, limit: 2)
        terminal.type("\u{11}")  // Ctrl-Q
        let begin = ContinuousClock.now
        while !FileManager.default.fileExists(atPath: log), begin.seconds < 20 { _ = terminal.read(quiet: 0.1, limit: 0.2) }
        terminal.end()
        let moments = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").compactMap { line -> (Int, UInt64)? in
            let parts = line.split(separator: " ")
            return Int(parts[0]).flatMap { keys in UInt64(parts[1]).map { (keys, $0) } }
        }
        guard moments.count >= pressed.count else { throw Missing("frames: \(moments.count) of \(pressed.count); \(screen.bytes.count)") }
        return pressed.enumerated().compactMap { index, moment in
            moments.first { $0.0 > index + 2 && $0.1 > moment }.map { Double($0.1 - moment) / 1e6 }
        }
    }

    /// The program itself with the large dossier open.
    private func memory(_ data: String) throws -> Row {
        let terminal = try Pseudoterminal(tramquet(["station", "--dossier", Workbench.largeCode], data: data))
        defer { terminal.end() }
        open(terminal)
        for _ in 0..<200 {
            terminal.type(Workbench.right)
            _ = terminal.read(quiet: 0.03, limit: 0.05)
        }
        _ = terminal.read(quiet: 0.5, limit: 3)
        guard let peak = terminal.peakMemory(of: "station --lang") else { throw Missing("the station's process") }
        return Row(
            "memory of the station, 500 pages", ours: "\(peak / 1_000_000) MB", aim: "≤ 100 MB", isMet: peak <= 100_000_000,
            note: "highest resident size, shared libraries included, after 200 pages were looked at")
    }

    /// A page as cells, from the small grey copy that capture left.
    func pagePicture() throws -> Row {
        let previews = try models().prefix(8).map(\.preview)
        let (columns, rows) = (80, 57)
        let request = PictureRequest(
            page: PageID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 0)), purpose: .page, size: Size(columns: columns, rows: rows), mode: .blocks)
        var (mine, theirs, drawing): ([Double], [Double], [Double]) = ([], [], [])
        for preview in previews {
            for _ in 0..<5 {
                let begin = threadSeconds()
                guard let data = FileManager.default.contents(atPath: preview) else { throw Missing(preview) }
                let width = try ImageHeader.read(data).width
                let grey = try GreyImage.decode(data, reduction: request.reduction(ofWidth: width))
                let decoded = threadSeconds()
                let paper = Style(foreground: .rgb(red: 20, green: 20, blue: 20), background: .rgb(red: 240, green: 240, blue: 235))
                let image = PageImage(width: grey.width, height: grey.height, pixels: grey.pixels)
                let surface = PagePicture.render(image, columns: columns, rows: rows, mode: .blocks, paper: paper)
                let drawn = threadSeconds()
                mine.append((drawn - begin) * 1000)
                drawing.append((drawn - decoded) * 1000)
                guard surface.size.columns == columns else { throw Missing("a picture") }
                let chafa = peer("chafa", ["-f", "symbols", "--symbols", "vhalf", "-c", "240", "-s", "\(columns)x\(rows)", preview])
                if let chafa { theirs.append(try chafa.run().cost.processor * 1000) }
            }
        }
        let (ours, peer) = (mine.median ?? 0, theirs.median)
        return Row(
            "page picture in \(columns)×\(rows) cells", ours: "\(ours.text(1)) ms", peer: peer.map { "chafa \($0.text(1)) ms" } ?? Peers.missing,
            ratio: peer.map { "×\(($0 / ours).text(1)) faster" } ?? "–", aim: "≤ 5 ms", isMet: ours <= 5,
            note: "read, decoded and drawn from the grey copy, \(mine.count) times; drawing alone \((drawing.median ?? 0).text(1)) ms; processor time of both; chafa is a process each time")
    }
}

/// Processor time of this thread.
func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
