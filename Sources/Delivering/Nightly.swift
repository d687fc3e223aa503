import Foundation
import Records
import Store
import Texts

/// The nightly run: look whether the store is sound, deliver to every target, say how it went. Safe to run again: what is
/// delivered is not delivered twice, what was interrupted is completed.
public struct Nightly: Sendable {
    /// In this many nights every image of the vault is read once.
    public static let nightsPerRound = 14

    private let exporter: Exporter

    public init(exporter: Exporter) { self.exporter = exporter }

    /// - Parameters:
    ///   - targets: each gets its own delivery; one that is missing or full is reported and the others go on.
    ///   - progress: with the target under way; from several threads, one call at a time.
    /// - Throws: `cancelled`, and faults of the store that leave nothing to do.
    public func run(
        targets: [String], progress: @escaping @Sendable (_ target: String, ExportProgress) -> Void = { _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(DeliveringError) -> NightlyReport {
        let store = exporter.store
        let started = store.clock.now()
        let night = Int(started.milliseconds / 86_400_000)
        let verification = try Verifier(isCancelled: isCancelled)
            .verify(store, depth: .part(night % Nightly.nightsPerRound, of: Nightly.nightsPerRound))
        var report = NightlyReport(started: started, verification: verification)
        for target in targets {
            // Copies of a damaged database must not take the place of good ones.
            if let damage = verification.problems.first(where: { $0.code == .databaseDamaged }) {
                report.targets.append(.init(target: target, outcome: .failure(.databaseCopyDamaged(damage.detail))))
                continue
            }
            do throws(DeliveringError) {
                let result = try exporter.export(to: target, progress: { progress(target, $0) }, isCancelled: isCancelled)
                report.targets.append(.init(target: target, outcome: .success(result)))
            } catch {
                if error == .cancelled { throw error }
                report.targets.append(.init(target: target, outcome: .failure(error)))
            }
        }
        return report
    }
}

public struct NightlyReport: Sendable {
    public struct TargetReport: Sendable {
        /// As it was given.
        public let target: String
        public let outcome: Result<ExportResult, DeliveringError>
    }

    public let started: Timestamp
    public let verification: VerifyReport
    public internal(set) var targets: [TargetReport] = []

    /// 0 when everything went well; else the first fault's, the store's before the targets'.
    public var exitCode: ExitCode {
        if verification.exitCode != .done { return verification.exitCode }
        for target in targets {
            switch target.outcome {
            case .success(let result) where result.exitCode != .done: return result.exitCode
            case .failure(let error): return error.exitCode
            case .success: continue
            }
        }
        return .done
    }
}
