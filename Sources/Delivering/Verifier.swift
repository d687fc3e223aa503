import Foundation
import Records
import Store

/// Looks whether everything is still what it was: the station's store, or a delivery's folder.
public struct Verifier: Sendable {
    /// How much of the vault is read.
    public enum Depth: Sendable, Hashable {
        /// Every image is looked for, none is read.
        case quick
        /// Reads one part of all images; in `of` nights with the parts 0, 1, … each image comes once.
        case part(Int, of: Int)
        /// Reads every byte.
        case everything
    }

    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void
    private let isCancelled: @Sendable () -> Bool
    /// Images looked at before the next rows are fetched.
    var rowsAtATime = 2000

    /// Both closures are called from several threads.
    public init(
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.progress = progress
        self.isCancelled = isCancelled
    }

    // MARK: - The store

    /// - Throws: `cancelled`, and what keeps the database from being read at all. What is wrong stands in the report.
    public func verify(_ store: StationStore, depth: Depth = .everything) throws(DeliveringError) -> VerifyReport {
        var report = VerifyReport()
        report.runsForAll = depth.runsForAll
        do throws(StoreError) {
            for problem in try store.integrityProblems() { report.note(.databaseDamaged, "station.sqlite", problem) }
            // What a damaged file still says is no basis for the other checks.
            guard report.problems.isEmpty else { return report }
            if let row = try store.firstBrokenAuditRow() { report.note(.auditBroken, String(row)) }
            for code in try store.wrongSummaries() { report.note(.summaryWrong, code.text) }
            for code in try store.wrongWithholdings() { report.note(.withheldWrong, code.text) }
            for orphan in try store.lookForLostPages(everything: true).orphans {
                report.note(.orphan, orphan.page.description, orphan.place.map(\.code.text) ?? orphan.path)
            }
        } catch {
            if case .damagedDatabase(let what) = error {
                report.note(.databaseDamaged, "station.sqlite", what)
                return report
            }
            throw .store(error)
        }
        try verifyImages(of: store, depth, &report)
        return report
    }

    private struct ImageOutcome: Sendable {
        var code: VerifyReport.ProblemCode?
        var bytes: Int?
    }

    private func verifyImages(of store: StationStore, _ depth: Depth, _ report: inout VerifyReport) throws(DeliveringError) {
        let total: Int
        do { total = try store.pageCount() } catch { throw .store(error) }
        let counter = Counter(total: total, report: progress)
        var last: Int64 = 0
        while true {
            let images: [PageFile]
            do { images = try store.pageFiles(after: last, limit: rowsAtATime) } catch { throw .store(error) }
            guard let newest = images.last else { return }
            try verify(images, of: store, depth, counter, &report)
            last = newest.number
        }
    }

    private func verify(
        _ images: [PageFile], of store: StationStore, _ depth: Depth, _ counter: Counter, _ report: inout VerifyReport
    ) throws(DeliveringError) {
        let vault = store.vault
        let outcomes = try Parallel.map(images) { (image) throws(DeliveringError) -> ImageOutcome in
            if isCancelled() { throw .cancelled }
            defer { counter.step() }
            let path = vault.imagePath(image.page, format: image.format)
            guard depth.reads(image.page) else { return ImageOutcome(code: FileTree.exists(path) ? nil : .imageMissing) }
            guard FileTree.exists(path), let found = try? FileTree.sha256(of: path) else { return ImageOutcome(code: .imageMissing) }
            return ImageOutcome(code: found.sha256 == image.sha256 ? nil : .imageDiffers, bytes: found.byteCount)
        }
        for (image, outcome) in zip(images, outcomes) {
            if let code = outcome.code {
                report.note(code, image.page.description, try whereabouts(of: image.page, format: image.format, in: store))
            }
            report.filesSeen += 1
            report.filesRead += outcome.bytes == nil ? 0 : 1
            report.bytesRead += outcome.bytes ?? 0
        }
    }

    /// The dossier and the file, so that a person knows what to scan again and an administrator what to restore.
    private func whereabouts(of page: PageID, format: ImageFormat, in store: StationStore) throws(DeliveringError) -> String {
        do throws(StoreError) {
            return try store.dossier(store.dossier(of: page)).code.text + ", " + store.vault.imagePath(page, format: format)
        } catch { throw .store(error) }
    }

    // MARK: - A delivery

    /// The deliveries at a path, oldest first: the folder itself when it is one, else those in it.
    public static func deliveries(at path: String) -> [String] {
        func isDelivery(_ folder: String) -> Bool {
            [DeliveryNames.claim, DeliveryNames.manifest, DeliveryNames.done].contains { FileTree.exists(folder + "/" + $0) }
        }
        if isDelivery(path) { return [path] }
        let folders = FileTree.names(in: path).sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        return folders.map { path + "/" + $0 }.filter(isDelivery)
    }

    /// Reads every file of a delivery's folder and compares it with the manifest. Knows nothing of the store: it also runs
    /// where the delivery was received.
    ///
    /// - Throws: `targetMissing`, `targetNotAFolder`, `cancelled`.
    public func verify(folder path: String) throws(DeliveringError) -> VerifyReport {
        guard FileTree.exists(path) else { throw .targetMissing(path: path) }
        let folder = (path as NSString).resolvingSymlinksInPath
        guard FileTree.isFolder(folder) else { throw .targetNotAFolder(path: path) }
        var report = VerifyReport()
        let done = FileTree.bytes(of: folder + "/" + DeliveryNames.done).map { String(decoding: $0, as: UTF8.self) }
        if done == nil { report.note(.doneMissing, path) }
        guard let manifest = Manifest(reading: folder + "/" + DeliveryNames.manifest) else {
            report.note(.manifestMissing, path)
            return report
        }
        if let done, done.prefix(64) != manifest.sha256 { report.note(.manifestDiffers, path) }
        let counter = Counter(total: manifest.entries.count, report: progress)
        let differences = try manifest.differences(in: folder) { () throws(DeliveringError) in
            if isCancelled() { throw .cancelled }
            counter.step()
        }
        for difference in differences {
            switch difference {
            case .missing(let file): report.note(.fileMissing, file)
            case .differs(let file): report.note(.fileDiffers, file)
            case .extra(let file): report.note(.fileExtra, file)
            }
        }
        let missing = Set(report.problems.filter { $0.code == .fileMissing }.map(\.subject))
        for entry in manifest.entries where !missing.contains(entry.path) {
            report.filesRead += 1
            report.bytesRead += FileTree.size(of: folder + "/" + entry.path)
            if entry.path.hasSuffix(".pdf"), !Verifier.isPDF(folder + "/" + entry.path) { report.note(.notAPDF, entry.path) }
        }
        report.filesSeen = manifest.entries.count
        return report
    }

    private static func isPDF(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var start = [UInt8](repeating: 0, count: 5)
        return read(descriptor, &start, 5) == 5 && start == Array("%PDF-".utf8)
    }
}

extension Verifier.Depth {
    /// In how many runs of this depth every image is read; nil: never.
    var runsForAll: Int? {
        switch self {
        case .quick: nil
        case .part(_, let count): max(1, count)
        case .everything: 1
        }
    }

    /// The random end of an identifier spreads the pages evenly over the parts.
    func reads(_ page: PageID) -> Bool {
        switch self {
        case .quick: false
        case .part(let part, let count): count < 1 || page.ulid.low % UInt64(count) == UInt64(max(0, part)) % UInt64(count)
        case .everything: true
        }
    }
}
