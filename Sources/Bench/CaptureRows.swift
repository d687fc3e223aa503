import Foundation
import Imaging
import Measuring

/// From the device to a durable page.
extension Workbench {
    private struct PageLine: Decodable {
        let event: String
    }

    /// A folder scanner's hopper with this many pages: colour and sharp ones first choice, again and again.
    private func hopper(_ count: Int, faults: String = "") throws -> (folder: String, what: String) {
        let colour = pages.filter { $0.header.mode == .color }
        let sharp = colour.filter { $0.header.dpi >= 290 }
        let chosen = [sharp, colour, pages].first { !$0.isEmpty } ?? []
        guard let first = chosen.first else { throw Missing("pages") }
        let folder = fresh("hopper")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for index in 0..<count {
            let page = chosen[index % chosen.count].path
            try FileManager.default.copyItem(atPath: page, toPath: "\(folder)/\(1000 + index).\((page as NSString).pathExtension)")
        }
        if !faults.isEmpty { try faults.write(toFile: folder + "/faults.toml", atomically: false, encoding: .utf8) }
        return (folder, "\(count) pages, \(first.header.mode.rawValue) \(first.header.dpi) dpi")
    }

    private func newData(_ name: String, quality: Int = 75) throws -> String {
        let data = fresh(name)
        try tramquet(["dossier", "add", Workbench.dossier, "--title", "Bench"], data: data).run()
        // scanimage writes JPEG of quality 75 and cannot be told otherwise.
        try "[scanner]\njpeg_quality = \(quality)\n".write(toFile: data + "/config.toml", atomically: false, encoding: .utf8)
        return data
    }

    private func scan(_ device: String, data: String, _ more: [String] = [], environment: [String: String] = [:], into moments: inout [Double]) throws -> Cost {
        let command = tramquet(
            ["scan", "--dossier", Workbench.dossier, "--device", device, "--json", "--dpi", "300", "--mode", "color"] + more, data: data,
            environment: environment)
        let (cost, lines) = try command.run()
        moments = lines.filter { line in
            (try? JSONDecoder().decode(PageLine.self, from: Data(line.text.utf8)))?.event == "page"
        }.map(\.seconds)
        return cost
    }

    /// All checks of a captured page, on the grey copy they are given.
    func pageChecks() throws -> Row {
        let milliseconds = try pages.map { page in
            let image = try GreyImage.decode(try Data(contentsOf: URL(fileURLWithPath: page.path)))
            let scanned = ScannedPage(image: image, dpi: page.header.dpi)
            let copy = scanned.copy
            let start = threadSeconds()
            _ = try PageChecks.examine(grey: copy, facts: scanned.facts)
            return (threadSeconds() - start) * 1000
        }
        let (half, most) = (milliseconds.median ?? 0, milliseconds.max() ?? 0)
        let dpi = Set(pages.map { String($0.header.dpi) }).sorted().joined(separator: ", ")
        return Row(
            "page checks, processor time a page", ours: "\(half.text(0)) ms, most \(most.text(0)) ms", aim: "≤ 120 ms", isMet: most <= 120,
            note: "\(pages.count) pages of \(dpi) dpi, one thread; how much they find: bench findings")
    }

    /// As fast as pages come out of a folder.
    func unpacedCapture() throws -> Row {
        let count = 40
        let (folder, what) = try hopper(count)
        var rates: [Double] = []
        for _ in 0..<3 {
            var moments: [Double] = []
            let cost = try scan("folder:" + folder, data: try newData("unpaced"), ["--source", "adf"], into: &moments)
            guard moments.count == count else { throw Missing("\(count - moments.count) pages of the run") }
            rates.append(Double(count) * 60 / cost.seconds)
        }
        let rate = rates.median ?? 0
        return Row(
            "capture, folder scanner unpaced", ours: "\(rate.text(0)) pages/min", aim: "≥ 100 pages/min", isMet: rate >= 100,
            note: "\(what), 3×; the whole command from its start; each page decoded, encoded, checked, synced and committed; no OCR beside it")
    }

    /// A device of 60 pages a minute while the OCR queue works.
    func pacedCapture() throws -> Row {
        let count = 30
        let (folder, what) = try hopper(count, faults: "slow_ms_per_page = 1000\n")
        let data = try newData("paced", quality: 92)
        // Enough to read for the whole run.
        let work = (0..<60).map { pages[$0 % max(1, pages.count)].path }
        let other = "H99.2026.02.BE"
        try tramquet(["dossier", "add", other, "--title", "Bench"], data: data).run()
        try tramquet(["import-pages", "--dossier", other] + work, data: data).run()
        let reading = try tramquet(["recognise", "--workers", "2"], data: data).spawn()
        defer {
            kill(reading.pid, SIGTERM)
            _ = Command.wait(reading.pid)
            close(reading.output)
        }
        var moments: [Double] = []
        _ = try scan("folder:" + folder, data: data, ["--source", "adf"], into: &moments)
        guard let first = moments.first, let last = moments.last, moments.count == count else { throw Missing("pages of the run") }
        let lag = last - first - Double(count - 1)
        return Row(
            "capture at 60 pages/min, OCR running", ours: "\(lag.text(2)) s behind after \(count) pages", aim: "≤ 1 s, not growing",
            isMet: lag <= 1, note: "\(what); two OCR workers on a backlog; from the first durable page to the last, less a second a page")
    }

    /// The feeder of SANE's test backend: the same bytes through both programs.
    func testBackend() throws -> Row {
        let config = try saneConfiguration(backend: "test", "geometry_max 300.0\n")
        let environment = ["SANE_CONFIG_DIR": config]
        let pages = 10.0
        let device = [
            "-d", "test:0", "--source", "Automatic Document Feeder", "--mode", "Color", "--resolution", "300", "-x", "210", "-y", "297",
            "--test-picture", "Color pattern", "--format=jpeg",
        ]
        let (ours, peer) = try alternating(
            5,
            ours: {
                var moments: [Double] = []
                let cost = try scan(
                    "sane:test:0", data: try newData("sane"), ["--source", "adf", "--option", "test-picture=Color pattern"], environment: environment,
                    into: &moments)
                guard moments.count == Int(pages) else { throw Missing("pages of the feeder: \(moments.count) came") }
                return cost
            },
            peer: try scanimageBatch(device, environment))
        return captureRow("capture, SANE test feeder", ours, peer, pages, "10 pages A4 colour 300 dpi, drawn pattern, 5×")
    }

    /// One page of real content through SANE's pnm backend, the whole program each time.
    func pnmBackend() throws -> Row {
        guard let convert = peer("convert", []) else { throw Missing("convert (apt-get install imagemagick)") }
        let config = try saneConfiguration(backend: "pnm", "")
        let environment = ["SANE_CONFIG_DIR": config]
        let chosen = pages.first { $0.header.mode == .color && $0.header.dpi >= 290 } ?? pages.first { $0.header.mode == .color }
        guard let page = chosen else { throw Missing("a colour page") }
        let image = fresh("page.ppm")
        try Command(program: convert.program, arguments: [page.path, image]).run()
        let device = ["-d", "pnm:0", "--filename", image, "--format=jpeg", "--batch-count=1"]
        let (ours, peer) = try alternating(
            5,
            ours: {
                var moments: [Double] = []
                let data = try newData("pnm")
                let cost = try scan("sane:pnm:0", data: data, ["--option", "filename=\(image)", "--max-pages", "1"], environment: environment, into: &moments)
                guard moments.count == 1 else { throw Missing("the page") }
                return cost
            }, peer: try scanimageBatch(device, environment))
        return captureRow("capture, one page through SANE pnm", ours, peer, 1, "real page \(page.header.width)×\(page.header.height), program start included, 5×")
    }

    private func captureRow(_ what: String, _ ours: Cost, _ peer: Cost?, _ pages: Double, _ note: String) -> Row {
        Row(
            what, ours: "\((ours.seconds / pages).text(3)) s/page",
            peer: peer.map { "scanimage \(($0.seconds / pages).text(3)) s/page" } ?? Peers.missing,
            ratio: peer.map { "\((ours.seconds / $0.seconds).text(2)) of its time" } ?? "–",
            note: note + "; JPEG of quality 75 from both, scanimage with sync after each page"
                + (peer.map { "; processor time \((ours.processor / $0.processor).text(2))" } ?? ""))
    }

    private func scanimageBatch(_ device: [String], _ environment: [String: String]) throws -> (() throws -> Cost)? {
        guard let scanimage = Command.find("scanimage") else { return nil }
        let folder = fresh("scanimage")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // The feeder's end is a status of 7 (SANE_STATUS_NO_DOCS) at most: both are fine.
        let script = "cd \(folder) && \"$0\" \"$@\" --batch=%d.jpg --batch-print | while read -r page; do sync \"$page\"; done"
        return {
            try Command(
                program: "/bin/sh", arguments: ["-c", script, scanimage] + device,
                environment: self.environment.merging(environment) { $1 }
            ).run(allowed: [0, 7]).cost
        }
    }

    private func saneConfiguration(backend: String, _ text: String) throws -> String {
        let folder = fresh("sane.d")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "\(backend)\n".write(toFile: folder + "/dll.conf", atomically: false, encoding: .utf8)
        try text.write(toFile: folder + "/\(backend).conf", atomically: false, encoding: .utf8)
        return folder
    }
}
