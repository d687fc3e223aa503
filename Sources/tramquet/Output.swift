import Files
import Foundation
import Texts

/// Standard output and standard error of a command: results here, everything else there.
struct Output {
    let language: Language
    let json: Bool

    init(_ context: Context) {
        language = context.language
        json = context.options.json
    }

    /// A line of the result for people.
    func line(_ text: String) { write(text + "\n", to: 1) }
    func line(_ phrase: Phrase) { line(phrase(language)) }
    func line(_ text: Text) { line(text(language)) }

    /// A table for people: its columns one under the other on a terminal, apart by tabs in a pipe.
    func table(_ heads: [Text], _ rows: [[String]]) {
        let lines = [heads.map { $0(language) }] + rows
        guard isatty(1) == 1 else {
            for line in lines { self.line(line.joined(separator: "\t")) }
            return
        }
        let widths = heads.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        for line in lines {
            let cells = zip(line, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
            self.line(cells.joined(separator: "  "))
        }
    }

    /// The machine-readable result: one object, one line.
    func object(_ value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return }
        write(String(decoding: data, as: UTF8.self) + "\n", to: 1)
    }

    /// What a person at the terminal wants to know meanwhile; nothing in a pipe.
    func progress(_ phrase: Phrase) {
        if isatty(2) == 1 { write("\r\u{1B}[K" + phrase(language), to: 2) }
    }

    func endProgress() {
        if isatty(2) == 1 { write("\r\u{1B}[K", to: 2) }
    }

    func note(_ phrase: Phrase) { write(phrase(language) + "\n", to: 2) }

    /// What happened, what was kept, what to do; with `--json` on standard output too.
    func report(_ error: any ReportableError) {
        tell(error)
        if json { object(ErrorJSON(error: ErrorJSON.Inner(error, language))) }
    }

    func tell(_ error: any ReportableError) {
        write("tramquet: \(error.message(language))\n  \(error.kept(language))\n  \(error.todo(language))\n", to: 2)
    }

    /// Unbuffered, whole: a reader of `scan --json` sees each line as soon as its page is safe.
    private func write(_ text: String, to descriptor: Int32) {
        // A reader that has gone away is no fault of ours, and there is nobody else to tell.
        try? Files.write(Array(text.utf8), to: descriptor)
    }
}

struct ErrorJSON: Encodable {
    struct Inner: Encodable {
        let code: String
        let message: String
        let kept: String
        let todo: String

        init(_ error: any ReportableError, _ language: Language) {
            code = error.code
            (message, kept, todo) = (error.message(language), error.kept(language), error.todo(language))
        }
    }
    let error: Inner
}
