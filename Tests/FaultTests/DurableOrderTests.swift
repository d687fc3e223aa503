import Foundation
import ProgramKit
import Testing

/// A page is on the disk before anybody is told of it. Killing a process proves nothing about that, as the kernel keeps
/// what was written: the system calls do.
@Suite struct DurableOrderTests {
    @Test func everyPageIsWrittenSyncedRenamedSyncedCommittedAndOnlyThenReported() throws {
        let office = try Office()
        try office.run("dossier", "add", "HS1")
        let trace = office.path + "/trace"
        let calls = "trace=write,pwrite64,fsync,fdatasync,mkdir,mkdirat,rename,renameat,renameat2"
        let command = ["-f", "-y", "-s", "300", "-e", calls, "-o", trace, Office.program, "scan", "--dossier", "HS1", "--json"]
        let outcome = try office.start(tool: "strace", command + ["--device", try office.feeder(6)]).end()
        try #require(outcome.code == 0, "\(outcome)")
        let log = CallLog(try String(contentsOfFile: trace, encoding: .utf8))
        let pages = outcome.events.dropLast().compactMap { $0["page"].text }
        #expect(pages.count == 6)
        for page in pages {
            let shelf = "/vault/\(page.suffix(2).lowercased())"
            let written = try log.last("write", "/spool/\(page).part>")
            let synced = try log.first("fsync", "/spool/\(page).part>", after: written)
            let renamed = try log.first("rename", "\(shelf)/\(page).jpg", after: synced)
            let placed = try log.first("fsync", "\(shelf)>)", after: renamed)
            let entered = try log.first("pwrite64", "station.sqlite-wal>", after: placed)
            let committed = try log.first("fdatasync", "station.sqlite-wal>", after: entered)
            let reported = try log.first("write(1<", #"page\":\"\#(page)"#)
            #expect(reported.start > committed.end, "\(page) was reported before its commit was on the disk")
            if let made = log.calls.first(where: { $0.text.hasPrefix("mkdir") && $0.text.contains(shelf + "\"") && $0.text.hasSuffix("= 0") }) {
                let named = try log.first("fsync", "/vault>)", after: made)
                #expect(named.end < committed.start, "the folder of \(page) may be missing after a power cut")
            }
        }
    }
}

/// What strace saw, calls of all threads in one order.
private struct CallLog {
    struct Call {
        var text: String
        /// Lines of the log at which the call began and returned.
        var start: Int
        var end: Int
    }

    struct NotSeen: Error {
        let what: String
    }

    private(set) var calls: [Call] = []

    init(_ log: String) {
        var open: [Substring: Call] = [:]
        for (index, line) in log.split(separator: "\n").enumerated() {
            guard let space = line.firstIndex(of: " ") else { continue }
            let (thread, text) = (line[..<space], line[space...].trimmingCharacters(in: .whitespaces))
            if text.hasSuffix("<unfinished ...>") {
                open[thread] = Call(text: text, start: index, end: .max)
            } else if text.hasPrefix("<..."), var call = open.removeValue(forKey: thread) {
                call.text = call.text.replacingOccurrences(of: " <unfinished ...>", with: "") + (text.components(separatedBy: " resumed>").last ?? "")
                call.end = index
                calls.append(call)
            } else {
                calls.append(Call(text: text, start: index, end: index))
            }
        }
        calls.sort { $0.start < $1.start }
    }

    /// The first call of this name that mentions `what` and began after another had returned. It has succeeded.
    func first(_ name: String, _ what: String, after: Call? = nil) throws -> Call {
        let found = calls.first { $0.start > after?.end ?? -1 && $0.text.hasPrefix(name) && $0.text.contains(what) && !$0.text.contains("= -1") }
        guard let found else { throw NotSeen(what: "\(name) \(what) after line \(after?.end ?? 0)") }
        return found
    }

    func last(_ name: String, _ what: String) throws -> Call {
        guard let found = calls.last(where: { $0.text.hasPrefix(name) && $0.text.contains(what) }) else { throw NotSeen(what: "\(name) \(what)") }
        return found
    }
}
