import Foundation
import ProgramKit

/// Kills the program, or a worker of it, at random moments while it scans and reads, opens the data again, and looks
/// whether everything it had reported is there: once, readable, in order.
///
/// The random moments follow from the seed; what they hit also depends on the machine.
public final class FaultLoop {
    /// What is killed, and during what.
    public enum Victim: String, CaseIterable, Sendable {
        case scan, scanWorker, recognise, recogniseWorker
    }

    public struct Figures: Sendable {
        public var kills: [Victim: Int] = [:]
        /// Attempts in which the victim had ended before its moment came.
        public var missed = 0
        public var pagesReported = 0
        /// Pages in the database whose line had not been printed yet.
        public var storedUnreported = 0
        public var adopted = 0
        public var setAside = 0
        public var pagesInTheEnd = 0
        /// Everything that should not be; empty when the program keeps its promise.
        public var problems: [String] = []

        public var totalKills: Int { kills.values.reduce(0, +) }

        public var table: String {
            let kinds = Victim.allCases.map { "\($0.rawValue) \(kills[$0] ?? 0)" }.joined(separator: ", ")
            return """
                kills                          \(totalKills) (\(kinds)); \(missed) came too late
                pages reported before a kill   \(pagesReported)
                stored, not yet reported       \(storedUnreported)
                orphans adopted / set aside    \(adopted) / \(setAside)
                pages in the end               \(pagesInTheEnd)
                problems                       \(problems.count)
                """
        }
    }

    /// Sides in the feeder of every round.
    private static let sides = 16

    private let office: Office
    private var random: Random
    private let device: String
    private let say: (String) -> Void
    private var round = 0
    private var figures = Figures()
    /// Milliseconds that an undisturbed scan and an undisturbed reading take.
    private var scanTime = 0.0
    private var readTime = 0.0

    public init(seed: UInt64, say: @escaping (String) -> Void = { _ in }) throws {
        office = try Office()
        random = Random(seed: seed)
        device = try office.feeder(FaultLoop.sides)
        self.say = say
        let script = try office.write(#"[{"action": "read", "text": "chữ đã đọc", "seconds": 0.01}]"#, to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
    }

    /// So many problems say enough.
    private static let mostProblems = 50

    /// Goes on until so many kills have hit.
    public func run(kills: Int) throws -> Figures {
        try measure()
        while figures.totalKills < kills, figures.problems.count < FaultLoop.mostProblems {
            round += 1
            let victim = Victim.allCases[random.below(Victim.allCases.count)]
            let before = figures.problems.count
            let hasHit =
                switch victim {
                case .scan, .scanWorker: try scanRound(victim)
                case .recognise, .recogniseWorker: try readingRound(victim)
                }
            if hasHit { figures.kills[victim, default: 0] += 1 } else { figures.missed += 1 }
            for problem in figures.problems[before...] { say(problem) }
            if figures.totalKills % 20 == 0, hasHit { say("\(figures.totalKills) kills, \(figures.problems.count) problems") }
        }
        let before = figures.problems.count
        try lookAtEverything()
        for problem in figures.problems[before...] { say(problem) }
        return figures
    }

    private func measure() throws {
        scanTime = try milliseconds { try add("M"); _ = try scan("M").end() }
        readTime = try milliseconds { _ = try recognise().end() }
        say("a scan of \(FaultLoop.sides) sides takes \(Int(scanTime)) ms, reading them \(Int(readTime)) ms")
    }

    private func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        return start.duration(to: .now) / .milliseconds(1)
    }

    // MARK: Scanning

    private func scanRound(_ victim: Victim) throws -> Bool {
        let code = "R\(round)"
        try add(code)
        let program = try scan(code)
        pass(milliseconds: Double.random(in: 0...scanTime * 1.05, using: &random))
        let workers = program.descendants
        let hasHit: Bool
        if victim == .scan {
            hasHit = !program.hasEnded
            program.signal(SIGKILL)
        } else {
            hasHit = !workers.isEmpty
            for worker in workers { kill(worker, SIGKILL) }
        }
        let outcome = try program.end()
        try waitUntil("the workers' end", within: 15) { workers.allSatisfy { !isRunning($0) } }
        if victim == .scanWorker, ![0, 69].contains(outcome.code) { problem("exit code \(outcome.code): \(outcome.errors)") }
        let reported = program.lines.map { JSONValue($0) }.filter { $0["event"].text == "page" }
        figures.pagesReported += reported.count
        let stored = try check(code, reported: reported)
        figures.storedUnreported += stored - reported.count
        if victim == .scanWorker, stored != reported.count { problem("\(code): \(stored) stored, \(reported.count) reported") }
        // Whether a person takes the orphans in or feeds their paper again, the dossier comes out whole.
        let adopts = random.below(2) == 0
        if adopts { try adopt(code, reported: reported) }
        let rest = try scan(code).end()
        if ![0, 66].contains(rest.code) { problem("\(code): going on: \(rest)") }
        let all = try check(code, reported: reported)
        if all != FaultLoop.sides { problem("\(code): \(all) of \(FaultLoop.sides) sides after going on, adopted: \(adopts)") }
        let sheets = try office.show(code)["counts"]["sheets"].int
        if sheets != FaultLoop.sides / 2 { problem("\(code): \(sheets ?? -1) sheets, adopted: \(adopts)") }
        if !adopts { _ = try recover() }
        return hasHit
    }

    /// The pages of a dossier: the reported ones first and all there, images whole and as the database says, in the order
    /// of the paper with none twice.
    /// - Returns: how many there are.
    private func check(_ code: String, reported: [JSONValue]) throws -> Int {
        let pages = try office.show(code)["pages"].list
        for (index, line) in reported.enumerated() {
            let page = index < pages.count ? pages[index] : .null
            if page["id"] != line["page"] || page["sha256"] != line["sha256"] {
                problem("\(code): reported page \(index + 1) \(line["page"]) is not there: \(page["id"])")
            }
        }
        let paths = pages.map { office.imagePath($0["id"].text ?? "?") }
        for (index, path) in paths.enumerated() {
            let number = Side.number(ofFile: path)
            if number != index + 1 { problem("\(code): page \(index + 1) shows side \(number.map(String.init) ?? "unreadable")") }
        }
        if !paths.isEmpty {
            let sums = try office.start(tool: "sha256sum", paths).end().output.split(separator: "\n").map { String($0.prefix(64)) }
            if sums != pages.map({ $0["sha256"].text }) { problem("\(code): images differ from their checksums") }
        }
        let audit = try office.run("audit", "verify", "--json").json
        if !audit["holds"].isTrue { problem("\(code): the audit chain is broken: \(audit)") }
        return pages.count
    }

    private func adopt(_ code: String, reported: [JSONValue]) throws {
        _ = try recover()
        _ = try check(code, reported: reported)
        let left = try office.run("recover", "--json").json["orphans"].list.count
        if left != 0 { problem("\(code): \(left) orphans after adopting") }
    }

    private func recover() throws -> JSONValue {
        let result = try office.run("recover", "--adopt", "--json")
        if result.code != 0 { problem("recover: \(result)") }
        figures.adopted += result.json["adopted"].list.count
        figures.setAside += result.json["set_aside"].list.count
        return result.json
    }

    // MARK: Reading

    private func readingRound(_ victim: Victim) throws -> Bool {
        let code = "R\(round)"
        try add(code)
        if try scan(code).end().code != 0 { problem("\(code): a scan nobody disturbed failed") }
        let program = try recognise()
        pass(milliseconds: Double.random(in: 0...readTime, using: &random))
        let workers = program.descendants
        var hasHit = !program.hasEnded
        if victim == .recognise {
            program.signal(SIGKILL)
        } else {
            hasHit = workers.randomElement(using: &random).map { kill($0, SIGKILL) == 0 } ?? false
        }
        _ = try program.end()
        try waitUntil("the workers' end", within: 15) { workers.allSatisfy { !isRunning($0) } }
        let again = try recognise().end()
        if again.code != 0 { problem("\(code): reading again: \(again)") }
        _ = try check(code, reported: [])
        let states = try office.show(code)["pages"].list.map { $0["ocr"].text }
        if states != Array(repeating: "done", count: FaultLoop.sides) { problem("\(code): not all is read: \(states)") }
        let twice = try office.tool(
            "sqlite3", office.data + "/station.sqlite", "SELECT page_id FROM readings GROUP BY page_id HAVING count(*) > 1").output
        if !twice.isEmpty { problem("\(code): read twice: \(twice)") }
        return hasHit
    }

    // MARK: Everything

    private func lookAtEverything() throws {
        if try recognise().end().code != 0 { problem("the queue does not run dry") }
        let verdict = try office.run("verify", "--json", within: 300)
        if !verdict.json["sound"].isTrue { problem("verify: \(verdict)") }
        let integrity = try office.tool("sqlite3", office.data + "/station.sqlite", "PRAGMA integrity_check").output
        if integrity != "ok\n" { problem("database: \(integrity)") }
        let dossiers = try office.run("dossier", "list", "--json").json["dossiers"].list
        figures.pagesInTheEnd = dossiers.compactMap { $0["counts"]["pages"].int }.reduce(0, +)
        let spool = office.files(below: office.data + "/spool").filter { !$0.hasPrefix("set-aside/") }
        if !spool.isEmpty { problem("left in the spool: \(spool)") }
    }

    private func add(_ code: String) throws {
        let outcome = try office.run("dossier", "add", code, "--sheets", String(FaultLoop.sides / 2))
        if outcome.code != 0 { problem("\(code): \(outcome)") }
    }

    private func scan(_ code: String) throws -> RunningProgram {
        try office.start(["scan", "--dossier", code, "--device", device, "--json"])
    }

    private func recognise() throws -> RunningProgram { try office.start(["recognise", "--until-idle", "--workers", "2", "--json"]) }

    private func isRunning(_ pid: pid_t) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return false }
        return !(stat.split(separator: ")").last?.hasPrefix(" Z") ?? true)
    }

    private func problem(_ text: String) { figures.problems.append("round \(round): \(text)") }
}
