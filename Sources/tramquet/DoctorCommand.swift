import ArgumentParser
import Capture
import Codes
import Configuration
import Foundation
import Records
import Recognition
import Store
import Terminal
import Texts

struct DoctorCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Kiểm tra máy này có làm việc được không. (Check whether this machine can do the work.)")
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let output = Output(context)
        let checks = try await Doctor(context).checks()
        if output.json {
            output.object(["checks": checks.map { ["code": $0.code, "state": $0.state.rawValue, "message": $0.message(context.language)] }])
        } else {
            for check in checks {
                output.line("\(check.state.text(context.language).padding(toLength: 7, withPad: " ", startingAt: 0)) \(check.message(context.language))")
            }
        }
        if checks.contains(where: { $0.state == .fault }) { throw ExitCode.configuration }
    }
}

/// One thing looked at.
struct DoctorCheck: Sendable {
    enum State: String, Sendable {
        case good, warning, fault
        var text: Text {
            switch self {
            case .good: .doctorGood
            case .warning: .doctorWarning
            case .fault: .doctorBad
            }
        }
    }
    let code: String
    let state: State
    let message: Phrase
}

/// Looks at everything the work needs. Each check says what it saw and, when it is bad, what to do.
struct Doctor {
    private let context: Context
    init(_ context: Context) { self.context = context }

    func checks() async throws -> [DoctorCheck] {
        var checks: [DoctorCheck] = [terminal(), clock()]
        do {
            let store = try context.openStore()
            checks.append(DoctorCheck(code: "data", state: .good, message: Text.doctorData.with(["path": store.folder.path])))
            checks.append(disk(store))
            checks += try database(store)
            let configuration = try configurationCheck(store, &checks)
            checks += targets(configuration)
            checks += scanners(store, configuration)
            checks += Set([configuration.ocrLanguage] + configuration.fondsLanguages.values).sorted().map(language)
            if let words = words(store.folder) { checks.append(words) }
            checks.append(codes())
        } catch let error as any ReportableError {
            checks.append(DoctorCheck(code: error.code, state: .fault, message: error.message))
        }
        return checks
    }

    private func terminal() -> DoctorCheck {
        let type = context.environment["TERM"] ?? ""
        let isGood = isatty(1) == 1 && !type.isEmpty && type != "dumb"
        return DoctorCheck(
            code: "terminal", state: isGood ? .good : .warning,
            message: (isGood ? Text.doctorTerminal : .doctorNoTerminal).with(["type": type.isEmpty ? "–" : type]))
    }

    private func clock() -> DoctorCheck {
        let now = context.clock.now()
        // The program was written in 2026: an earlier clock has lost its battery.
        let isGood = now.milliseconds > 1_767_225_600_000
        return DoctorCheck(code: "clock", state: isGood ? .good : .fault, message: (isGood ? Text.doctorClock : .doctorClockWrong).with(["time": now.iso8601]))
    }

    private func disk(_ store: StationStore) -> DoctorCheck {
        var info = statvfs()
        guard statvfs(store.folder.path, &info) == 0 else {
            return DoctorCheck(code: "disk", state: .fault, message: Text.doctorDiskLow.with(["free": "?"]))
        }
        let free = Double(info.f_bavail) * Double(info.f_frsize) / 1e9
        // A day's work is 90 dossiers of some 35 pages of 1.5 MB.
        let state: DoctorCheck.State = free < 1 ? .fault : free < 10 ? .warning : .good
        return DoctorCheck(
            code: "disk", state: state,
            message: (state == .good ? Text.doctorDisk : .doctorDiskLow).with(["free": String(format: "%.1f", free)]))
    }

    private func database(_ store: StationStore) throws -> [DoctorCheck] {
        var checks: [DoctorCheck] = []
        let problems = try store.integrityProblems()
        checks.append(DoctorCheck(
            code: "database", state: problems.isEmpty ? .good : .fault,
            message: problems.isEmpty ? Text.doctorDatabase.phrase : Text.databaseIsDamaged.phrase))
        let lost = try store.lookForLostPages()
        if !lost.orphans.isEmpty {
            checks.append(DoctorCheck(code: "lost_pages", state: .warning, message: Text.doctorLostPages.with(["count": String(lost.orphans.count)])))
        }
        let queue = try store.queueStatus()
        checks.append(DoctorCheck(
            code: "ocr_queue", state: queue.failed == 0 ? .good : .warning,
            message: Text.doctorQueue.with(["waiting": String(queue.waiting + queue.running), "failed": String(queue.failed)])))
        return checks
    }

    private func configurationCheck(_ store: StationStore, _ checks: inout [DoctorCheck]) throws -> StationConfiguration {
        do { return try context.configuration(store.folder.path) } catch {
            checks.append(DoctorCheck(code: error.code, state: .fault, message: error.message))
            return StationConfiguration()
        }
    }

    private func targets(_ configuration: StationConfiguration) -> [DoctorCheck] {
        if configuration.exportTargets.isEmpty {
            return [DoctorCheck(code: "targets", state: .warning, message: Text.doctorNoTarget.phrase)]
        }
        return configuration.exportTargets.map { path in
            let isGood = access(path, W_OK) == 0
            return DoctorCheck(
                code: "target", state: isGood ? .good : .fault, message: (isGood ? Text.doctorTarget : .doctorTargetBad).with(["path": path]))
        }
    }

    private func scanners(_ store: StationStore, _ configuration: StationConfiguration) -> [DoctorCheck] {
        let search = DeviceSearch(launcher: context.launcher(store))
        guard !configuration.device.isEmpty else {
            let found = search.devices(within: 15).devices
            return found.isEmpty
                ? [DoctorCheck(code: "scanner", state: .warning, message: Text.noScannerFound.phrase)]
                : found.map { DoctorCheck(code: "scanner", state: .good, message: Text.doctorScanner.with(["device": $0.name])) }
        }
        do {
            let device = try search.describe(configuration.device)
            return [DoctorCheck(code: "scanner", state: .good, message: Text.doctorScanner.with(["device": device.name]))]
        } catch {
            return [DoctorCheck(code: "scanner", state: .fault, message: error.message)]
        }
    }

    /// Without the library separator sheets would pass for pages.
    private func codes() -> DoctorCheck {
        guard let missing = CodeReader.missing else { return DoctorCheck(code: "codes", state: .good, message: Text.doctorCodes.phrase) }
        return DoctorCheck(code: "codes", state: .fault, message: Text.doctorNoCodes.with(["name": missing]))
    }

    /// Nil where the office has no list of words.
    private func words(_ folder: DataFolder) -> DoctorCheck? {
        let file = ["file": folder.words]
        do throws(OfficeWords.Failure) {
            let words = try OfficeWords(path: folder.words)
            if words.lexicon.isEmpty && words.bad.isEmpty { return nil }
            if words.bad.isEmpty { return DoctorCheck(code: "words", state: .good, message: Text.doctorWords.with(file)) }
            let lines = words.bad.prefix(5).map { "\($0.number) (\($0.text))" }.joined(separator: ", ") + (words.bad.count > 5 ? "…" : "")
            return DoctorCheck(
                code: "words", state: .warning,
                message: Text.doctorBadWords.with(file.merging(["count": String(words.bad.count), "lines": lines]) { first, _ in first }))
        } catch {
            let why: Text = switch error {
            case .unreadable: .wordsUnreadable
            case .notUTF8: .wordsNotUTF8
            case .tooLarge: .wordsTooLarge
            }
            return DoctorCheck(code: "words", state: .warning, message: Text.doctorNoWords.filled { language in file.merging(["why": why(language)]) { first, _ in first } })
        }
    }

    private func language(_ language: String) -> DoctorCheck {
        do {
            try TesseractRecogniser.check(language: language)
            return DoctorCheck(code: "ocr_language", state: .good, message: Text.doctorLanguage.with(["language": language]))
        } catch {
            return DoctorCheck(code: "ocr_language", state: .fault, message: error.message)
        }
    }
}
