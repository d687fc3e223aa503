import Foundation
import Imaging
import Measuring
import Records

/// How well the page checks find what is wrong, and how often they cry wolf: clean pages of a folder, each spoiled in
/// every way, and two tables.
struct FindingFigures {
    /// A share with its Wilson interval of 95 %.
    struct Share {
        var hits = 0
        var total = 0

        mutating func add(_ hit: Bool) {
            total += 1
            if hit { hits += 1 }
        }

        var text: String {
            guard total > 0 else { return "–" }
            let (n, p, z) = (Double(total), Double(hits) / Double(total), 1.96)
            let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
            let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
            let (low, high) = (max(0, middle - half) * 100, min(1, middle + half) * 100)
            return "\((p * 100).text(1)) % (\(low.text(0))–\(high.text(0)))  \(hits)/\(total)"
        }
    }

    static let codes: [FindingCode] = [
        .skew, .blur, .tooDark, .tooLight, .blackBorder, .cutOff, .wrongSize, .lowResolution, .flatRest,
    ]

    /// Those whose thresholds are laid to `PageMeasures`.
    private static let measured: [FindingCode] = [.blur, .tooDark, .tooLight, .blackBorder, .cutOff, .wrongSize]

    private let pages: [BenchPage]
    /// What a person saw on the pages: `name code…`, one page a line; these are no false alarms.
    private let truth: [String: Set<String>]
    private let folder: String
    private var found: [String: Share] = [:]
    private var recall: [FindingCode: Share] = [:]
    private var alarms: [FindingCode: Share] = [:]
    /// On pages spoiled in another way.
    private var elsewhere: [FindingCode: Share] = [:]
    /// Pages of text that, spoiled, were taken for a blank side beyond doubt: a person might confirm them with the rest.
    private var lost = Share()
    private var lostHow: [String: Int] = [:]
    private var alarmed: [String] = []
    private var milliseconds: [Double] = []
    private var values: [String: [Double]] = [:]

    /// - Parameters:
    ///   - truth: a file, or nil.
    ///   - every: takes each n-th page only.
    init(folder: String, truth: String?, every: Int) throws {
        self.folder = folder
        pages = BenchPage.some(below: folder, every: every)
        self.truth = try BenchPage.truth(truth).reduce(into: [:]) { known, words in
            if let name = words.first { known[name] = Set(words.dropFirst()) }
        }
    }

    mutating func measure() {
        for page in pages {
            do { try measure(page) } catch { print("\(page.path): \(error)") }
        }
    }

    private mutating func measure(_ page: BenchPage) throws {
        let name = String(page.path.dropFirst(folder.count + 1))
        let data = try Data(contentsOf: URL(fileURLWithPath: page.path))
        let scanned = ScannedPage(image: try GreyImage.decode(data), dpi: page.header.dpi)
        let clean = try examine(scanned, "clean")
        if page.header.dpi == 300, max(page.header.width, page.header.height) < 3_600 {
            milliseconds.append(clean.milliseconds)
        }
        let known = truth[name] ?? []
        let codes = Set(clean.examination.findings.map(\.code))
        for code in Self.codes where !known.contains(code.rawValue) {
            alarms[code, default: Share()].add(codes.contains(code))
            if codes.contains(code) {
                let value = clean.examination.findings.first { $0.code == code }?.value ?? 0
                alarmed.append("\(name): \(code.rawValue) \(value.text(3))")
            }
        }
        for defect in Defect.all {
            guard let spoiled = try defect.spoil(scanned, clean.examination) else { continue }
            let result = try examine(spoiled, "\(defect.code.rawValue) \(defect.strength)")
            let now = Set(result.examination.findings.map(\.code))
            if clean.examination.blank == .notBlank {
                let isLost = result.examination.blank == .suspected
                lost.add(isLost)
                if isLost { lostHow["\(defect.code.rawValue) \(defect.strength)", default: 0] += 1 }
            }
            for code in Self.codes where !codes.contains(code) && !known.contains(code.rawValue) {
                if code == defect.code {
                    found["\(code.rawValue) \(defect.strength)", default: Share()].add(now.contains(code))
                    recall[code, default: Share()].add(now.contains(code))
                } else {
                    elsewhere[code, default: Share()].add(now.contains(code))
                }
            }
        }
    }

    private mutating func examine(_ page: ScannedPage, _ kind: String) throws -> (examination: PageExamination, milliseconds: Double) {
        let copy = page.copy
        let start = threadSeconds()
        let examination = try PageChecks.examine(grey: copy, facts: page.facts)
        let cost = (threadSeconds() - start) * 1000
        guard kind == "clean" || Self.measured.contains(where: { kind.hasPrefix($0.rawValue) }) else { return (examination, cost) }
        let measures = try PageChecks.measure(grey: copy, facts: page.facts)
        let numbers: [(String, Double?)] = [
            ("paper", measures.paper), ("contrast", measures.contrast), ("edge mm", measures.edges?.millimetres),
            ("edge px", measures.edges?.pixels), ("border", measures.border), ("cut", Double(measures.cut?.count ?? 0)),
            ("text pt", measures.textHeight),
        ]
        let isText = examination.blank == .notBlank
        for (what, value) in numbers where isText || what == "paper" || what == "border" {
            if let value { values["\(what), \(kind)", default: []].append(value) }
        }
        return (examination, cost)
    }

    /// Precision counts the clean pages' false alarms against the spoiled pages found.
    func report(withValues: Bool) -> String {
        var lines = [
            "\(pages.count) pages of \(folder); Wilson intervals of 95 %",
            "checks: median \((milliseconds.median ?? 0).text(1)) ms, most \((milliseconds.max() ?? 0).text(1)) ms of processor time per A4 page at 300 dpi (\(milliseconds.count) pages)",
            "", Self.line("finding", "recall", "false alarms on clean pages", "precision", "on pages spoiled otherwise"),
        ]
        for code in Self.codes {
            let recall = recall[code] ?? Share(), alarms = alarms[code] ?? Share()
            let precision = Share(hits: recall.hits, total: recall.hits + alarms.hits)
            lines.append(Self.line(code.rawValue, recall.text, alarms.text, precision.text, (elsewhere[code] ?? Share()).text))
        }
        lines += ["", "spoiled pages of text taken for blank beyond doubt: \(lost.text)"]
        lines += lostHow.sorted { $0.key < $1.key }.map { Self.line("  \($0.key)", String($0.value)) }
        lines += ["", Self.line("finding, how spoiled", "recall")]
        for defect in Defect.all {
            let name = "\(defect.code.rawValue) \(defect.strength)"
            if let share = found[name] { lines.append(Self.line(name, share.text)) }
        }
        lines += ["", "on clean pages:"] + alarmed
        if withValues { lines += ["", Self.line("measure", "5 %, half, 95 %")] + quantiles }
        return lines.joined(separator: "\n")
    }

    private var quantiles: [String] {
        values.sorted { $0.key < $1.key }.map { name, numbers in
            let parts = [0.05, 0.5, 0.95].map { (numbers.percentile($0) ?? 0).text(3) }
            return Self.line(name, parts.joined(separator: "  "))
        }
    }

    private static func line(_ first: String, _ rest: String...) -> String {
        ([first.padding(toLength: 42, withPad: " ", startingAt: 0)] + rest.map { $0.padding(toLength: 30, withPad: " ", startingAt: 0) })
            .joined(separator: " ")
    }
}
