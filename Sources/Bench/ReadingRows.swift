import Foundation
import Measuring

/// From pages to searchable PDF.
extension Workbench {
    func wholePipeline() throws -> Row {
        let times = times(pages: pages.count)
        var last = ""
        let (ours, peer) = try alternating(
            times,
            ours: {
                last = fresh("pipeline")
                return try deliver(to: last)
            }, peer: ocrmypdf)
        readStore = last
        let rate = Double(pages.count) * 60
        return Row(
            "pages → searchable PDF, 2 workers", ours: "\((rate / ours.seconds).text(0)) pages/min",
            peer: peer.map { "ocrmypdf \((rate / $0.seconds).text(0)) pages/min" } ?? Peers.missing,
            ratio: peer.map { "×\(($0.seconds / ours.seconds).text(2))" } ?? "–", aim: "≥ ×3",
            isMet: peer.map { $0.seconds / ours.seconds >= 3 },
            note: "\(pages.count) pages, \(times)×; import-pages, recognise, finish and export against img2pdf and ocrmypdf -l vie --jobs 2"
                + (peer.map { "; processor time ×\(($0.processor / ours.processor).text(2))" } ?? ""))
    }

    private func deliver(to data: String) throws -> Cost {
        let code = Workbench.dossier
        let commands = [
            ["dossier", "add", code, "--title", "Bench", "--sheets", String(pages.count)],
            ["import-pages", "--dossier", code] + pages.map(\.path),
            ["recognise", "--until-idle", "--workers", "2"],
            ["dossier", "finish", code],
            ["export", "--to", data + "-export"],
        ]
        var cost = Cost()
        // Damaged or doubtful pages are reported by a status of 65; the rest is done all the same.
        for command in commands { cost = cost + (try tramquet(command, data: data).run(allowed: [0, 65]).cost) }
        return cost
    }

    private var ocrmypdf: (() throws -> Cost)? {
        let input = fresh("peer.pdf")
        guard let collect = peer("img2pdf", ["-o", input] + pages.map(\.path)),
            let read = peer("ocrmypdf", ["-q", "-l", "vie", "--jobs", "2", input, fresh("peer-read.pdf")])
        else { return nil }
        return { try collect.run().cost + (try read.run().cost) }
    }

    /// Reading alone, on the pages as captured.
    func readingAlone() throws -> [Row] {
        let sharp = pages.filter { $0.header.dpi >= 290 }
        let chosen = sharp.isEmpty ? pages : sharp
        let times = times(pages: chosen.count)
        let prepared = try imported(chosen, name: "reading")
        let (ours, peer) = try alternating(
            times,
            ours: {
                let data = fresh("reading-copy")
                try Command(program: "/bin/cp", arguments: ["-a", prepared, data]).run()
                return try tramquet(["recognise", "--until-idle", "--workers", "2"], data: data).run().cost
            }, peer: tesseract(chosen))
        let ratio = peer.map { ours.seconds / $0.seconds }
        return [
            Row(
                "OCR queue, 2 workers", ours: "\((ours.seconds / Double(chosen.count)).text(2)) s/page",
                peer: peer.map { "tesseract -P2 \(($0.seconds / Double(chosen.count)).text(2)) s/page" } ?? Peers.missing,
                ratio: ratio.map { "\($0.text(2)) of its time" } ?? "–", aim: "≤ 1.00", isMet: ratio.map { $0 <= 1 },
                note: "\(chosen.count) pages of \(sharp.isEmpty ? "any" : "300") dpi, \(times)×; bare tesseract with OMP_THREAD_LIMIT=1, two at a time"
                    + (peer.map { "; processor time \((ours.processor / $0.processor).text(2))" } ?? "")),
            Row(
                "memory of one OCR worker", ours: "\(ours.peakMemory / 1_000_000) MB",
                peer: peer.map { "tesseract \($0.peakMemory / 1_000_000) MB" } ?? Peers.missing, aim: "≤ 400 MB",
                isMet: ours.peakMemory <= 400_000_000, note: "highest resident size over the same run"),
        ]
    }

    private func tesseract(_ pages: [BenchPage]) -> (() throws -> Cost)? {
        guard Command.find("tesseract") != nil else { return nil }
        let list = fresh("pages.txt")
        try? pages.map(\.path).joined(separator: "\0").write(toFile: list, atomically: false, encoding: .utf8)
        let script = "xargs -0 -a \(list) -P 2 -I{} tesseract {} - -l vie"
        return {
            try Command(
                program: "/bin/sh", arguments: ["-c", script], environment: self.environment.merging(["OMP_THREAD_LIMIT": "1"]) { $1 }
            ).run().cost
        }
    }

    /// A second delivery of what is ready, to a new target.
    func export() throws -> Row {
        guard let data = readStore else { throw Missing("the first row's store") }
        let images = BenchPage.all(below: data + "/vault").map(\.path)
        let img2pdf = peer("img2pdf", ["-o", fresh("img2pdf.pdf")] + images)
        let (ours, peer) = try alternating(
            5, ours: { try tramquet(["export", "--to", fresh("target")], data: data).run().cost },
            peer: img2pdf.map { command in { try command.run().cost } })
        let count = Double(images.count)
        let ratio = peer.map { $0.seconds / ours.seconds }
        return Row(
            "export", ours: "\((count / ours.seconds).text(0)) pages/s",
            peer: peer.map { "img2pdf \((count / $0.seconds).text(0)) pages/s" } ?? Peers.missing,
            ratio: ratio.map { "×\($0.text(2))" } ?? "–", aim: "≥ ×0.7", isMet: ratio.map { $0 >= 0.7 },
            note: "\(images.count) pages, 5×; ours with text, lists, a copy of the database, every file synced and read back; "
                + "processor time ×\(((peer?.processor ?? 0) / ours.processor).text(2))")
    }
}

/// Something an earlier row should have left.
struct Missing: Error, CustomStringConvertible {
    let description: String
    init(_ what: String) { description = "not there: " + what }
}
