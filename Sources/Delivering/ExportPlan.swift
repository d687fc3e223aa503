import Records
import Store
import Texts

/// What an export to a target would do.
public struct ExportPlan: Sendable {
    /// The target's path, symbolic links resolved: what the books know it by.
    public let target: String
    /// What had to be looked at, or was asked for by name.
    public let dossiers: [PlannedDossier]
    /// Further settled dossiers: the target has them, and nothing has changed since.
    public let untouched: Int
    /// Folders the books know that are no longer at the target: taken away by their receiver, or lost. Their dossiers
    /// count as delivered; `Exporter.redeliverMissing` delivers them again.
    public let missingFolders: [String]

    /// What will be delivered.
    public var due: [PlannedDossier] { dossiers.filter(\.isDue) }
    public var alreadyDelivered: Int { untouched + dossiers.count { if case .alreadyDelivered = $0.standing { true } else { false } } }
    /// Dossiers whose contents were read for this plan: what planning costs.
    public var lookedAt: Int { dossiers.count { $0.basis != nil } }
    public var notReady: [PlannedDossier] { dossiers.filter { if case .notReady = $0.standing { true } else { false } } }
    /// Looked at, and found as it was delivered.
    var unchanged: [(dossier: DossierID, version: Int, basis: DeliveryBasis)] {
        dossiers.compactMap { dossier in
            guard case .alreadyDelivered(let version, _) = dossier.standing, let basis = dossier.basis else { return nil }
            return (dossier.id, version, basis)
        }
    }
    /// Page images that will be delivered.
    public var duePages: Int { due.map(\.pages).reduce(0, +) }
    /// Pages of those dossiers that stay out, because they are withheld.
    public var withheldPages: Int { due.map(\.withheldPages).reduce(0, +) }
}

public struct PlannedDossier: Sendable, Hashable {
    public enum Standing: Sendable, Hashable {
        case ready
        /// Delivered before and changed since: goes out whole, as this version in place of the one in that folder.
        case redelivery(version: Int, supersedes: String)
        case alreadyDelivered(version: Int, folder: String)
        case notReady(NotReady)
    }

    public enum NotReady: Sendable, Hashable {
        case notFinished
        case waitsForOCR(pages: Int)
        /// Of pages that the machine could neither read nor look at nobody has said that they bear no mark of secrecy.
        case waitsForLook(pages: Int)
        /// As a whole, or every page of it.
        case withheld

        /// Nil for a dossier that may be delivered.
        init?(_ summary: DossierSummary) {
            if summary.isWhollyWithheld {
                self = .withheld
            } else if !summary.standing.isSettled || summary.counts.pages == 0 {
                self = .notFinished
            } else if summary.counts.ocrWaiting > 0 {
                self = .waitsForOCR(pages: summary.counts.ocrWaiting)
            } else if summary.counts.notSeen > 0 {
                self = .waitsForLook(pages: summary.counts.notSeen)
            } else {
                return nil
            }
        }

        public var phrase: Phrase {
            switch self {
            case .notFinished: Text.notFinishedYet.phrase
            case .withheld: Text.withheldNotDelivered.phrase
            case .waitsForOCR(let count): Text.waitsForOCR.with(["count": String(count)])
            case .waitsForLook(let count): Text.waitsForLook.with(["count": String(count)])
            }
        }
    }

    public let id: DossierID
    public let code: DossierCode
    public let standing: Standing
    /// 0 for one that was not looked at.
    public let documents: Int
    public let pages: Int
    /// Of its pages in use those that stay out, because they are withheld.
    public let withheldPages: Int
    /// Of the stored images; 0 for one that was not looked at.
    public let bytes: Int
    /// Of everything its files depend on; empty for one that was not looked at.
    public let contentHash: String
    /// What the content was made from; nil when it was not looked at.
    let basis: DeliveryBasis?

    public var isDue: Bool {
        switch standing {
        case .ready, .redelivery: true
        case .alreadyDelivered, .notReady: false
        }
    }

    var version: Int {
        switch standing {
        case .ready, .notReady: 1
        case .redelivery(let version, _), .alreadyDelivered(let version, _): version
        }
    }

    var supersedes: String? {
        if case .redelivery(_, let folder) = standing { folder } else { nil }
    }

    /// One that was not looked at.
    init(_ summary: DossierSummary, _ standing: Standing) {
        (id, code) = (summary.id, summary.code)
        self.standing = standing
        (documents, pages, bytes) = (0, summary.counts.pages, 0)
        withheldPages = summary.counts.withheld
        contentHash = ""
        basis = nil
    }

    /// - Parameter metadata: of this snapshot in this format.
    init(_ snapshot: DossierSnapshot, _ metadata: DossierMetadata, _ standing: Standing, format: DeliveryFormat) {
        let summary = snapshot.contents.summary
        (id, code) = (summary.id, summary.code)
        self.standing = standing
        (documents, pages) = (metadata.totalDoc, metadata.images)
        withheldPages = summary.counts.withheld
        bytes = snapshot.contents.pages.map(\.facts.byteCount).reduce(0, +)
        contentHash = metadata.contentSHA256
        // Read before the readings: a later one makes another revision, and the dossier is looked at again.
        basis = DeliveryBasis(revision: summary.revision, format: format.signature)
    }
}

/// How far an export is.
public struct ExportProgress: Sendable, Hashable {
    public enum Phase: String, Sendable {
        case planning, dossiers, lists, database, verifying, done
    }

    public var phase: Phase
    public var dossiers = 0
    public var totalDossiers = 0
    /// Page images written.
    public var pages = 0
    public var totalPages = 0
}

public struct DeliveredDossier: Sendable, Hashable {
    public let code: DossierCode
    public let version: Int
    /// The folder of the version before; nil for the first.
    public let supersedes: String?
    public let documents: Int
    public let pages: Int
    /// Pages that are in the files without text, because OCR failed on them.
    public let pagesWithoutText: Int
    /// Pages that are not in the files, because they are withheld.
    public let withheldPages: Int
}

/// What an export did.
public struct ExportResult: Sendable {
    public let plan: ExportPlan
    /// Path of the delivery; nil when there was nothing to deliver.
    public var folder: String?
    /// True when an interrupted delivery was completed.
    public var resumed = false
    /// Folders delivered earlier that still lacked their `DONE` and have it now.
    public var completedFolders: [String] = []
    public var delivered: [DeliveredDossier] = []
    /// Dossiers that could not be delivered; the others were.
    public var problems: [DeliveringError] = []

    public var pages: Int { delivered.map(\.pages).reduce(0, +) }
    public var exitCode: ExitCode { problems.isEmpty ? .done : .badData }
}
