import CSystem
import Files
import Foundation
import Records
import Store
import Texts

/// What is told while files of a watched folder are taken in. Pages are told when they are durable, files when they are filed.
public enum IntakeEvent: Sendable {
    case page(StoredPage, file: String)
    /// - Parameter pages: all of the file's, also those that were entered before an interruption.
    case taken(file: String, pages: Int, duplicates: Int)
    case refused(file: String, RefusedIncoming)
    /// It cannot be claimed and stays where it is.
    case left(file: String, IntakeError)
}

/// How the files of a watched folder go into a dossier.
public struct IntakeOrder: Sendable {
    public var insertion = InsertionPoint.end
    public var duplex = false
    /// The last batch of the same stack went into this dossier: when it ended with a front, its back comes now.
    public var goesOn = false
    /// Files of several dossiers lie in the folder, in subfolders of their names: so do they where they are filed.
    public var hasSubfolders = false

    public init() {}
}

/// Takes complete files of a watched folder into dossiers, so that each page comes in once, whatever ends the program when.
///
/// A file is *claimed* by moving it to `.dang-nhan/STORE/DOSSIER/ULID~NAME`, then its pages are entered under that name, then it is
/// filed in `da-nhan/DAY` or, with the reason beside it, in `loi`. A claim that is found again is gone on with behind
/// the pages the store has under its name. Claims carry a mark of the store, as several stations with data folders of their own may watch one
/// share; between programs on one data folder the dossier's lease decides.
public struct FolderIntake: Sendable {
    public let folder: String
    private let store: StationStore
    private let actor: Actor
    private let zone: TimeZone

    /// - Parameter zone: of the days that files are filed by.
    /// - Throws: unless files can be moved within the folder.
    public init(folder: String, store: StationStore, actor: Actor, zone: TimeZone) throws(IntakeError) {
        (self.folder, self.store, self.actor, self.zone) = (folder, store, actor, zone)
        var status = stat()
        guard stat(folder, &status) == 0 else { throw .noSuchFolder(folder) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(folder) }
        guard (try? makeFolders([IncomingFolder.Own.claimed])) != nil, access(folder, R_OK | W_OK | X_OK) == 0 else { throw .notWritable(folder) }
    }

    private struct Claim {
        var file: ImportFile
        let name: String
        let shown: String
    }

    /// Claims these files and takes them in, behind those that were claimed before and not brought to an end.
    /// - Parameters:
    ///   - files: complete, in order. Those that are gone by now are left out.
    ///   - lease: of the dossier.
    ///   - isStopped: asked before each page; the rest stays claimed.
    /// - Throws: what has to do with the station, not with a file. What was claimed stays so, for the next call.
    public func take(
        _ files: [IncomingFile], into dossier: DossierSummary, holding lease: Lease, _ order: IntakeOrder = IntakeOrder(),
        until isStopped: () -> Bool = { false }, tell: (IntakeEvent) -> Void
    ) throws {
        defer {
            // Empty ones would have to be looked through for ever.
            if let root = try? claimsFolder(of: dossier) { rmdir(root) }
            withExtendedLifetime(lease) {}
        }
        let left = try leftClaims(of: dossier, holding: lease, order)
        let claims = try left + claim(files, for: dossier, tell)
        guard !claims.isEmpty else { return }
        let goesOn = order.goesOn || left.contains { $0.file.entered > 0 }
        var run = try ImportRun(
            store: store, actor: actor, into: dossier.id, under: lease, at: order.insertion, duplex: order.duplex,
            startsWithBack: order.duplex && goesOn && store.endsWithFront(dossier.id, device: Importer.device))
        do {
            for claim in claims {
                let result = try run.enter(claim.file, until: isStopped) { tell(.page($0, file: claim.shown)) }
                if result.isStopped { return try run.end(.cancelled) }
                try file(claim, result, dossier, order, tell)
            }
        } catch {
            run.end(because: error as? StoreError ?? .database("\(error)"))
            throw error
        }
        try run.end()
    }

    /// Where a file goes that has been gone through.
    private func file(
        _ claim: Claim, _ result: ImportedFile, _ dossier: DossierSummary, _ order: IntakeOrder, _ tell: (IntakeEvent) -> Void
    ) throws {
        let pages = claim.file.entered + result.pages
        let place = order.hasSubfolders ? [dossier.code.pathName] : []
        guard let cause = result.refusal else {
            _ = try move(claim, to: [IncomingFolder.Own.received, store.clock.now().day(in: zone)] + place)
            return tell(.taken(file: claim.shown, pages: pages, duplicates: result.duplicates))
        }
        // Not the file's fault.
        if let cause = cause as? ImportError, case .toolMissing = cause { throw cause }
        let name = try move(claim, to: [IncomingFolder.Own.refused] + place)
        let path = ([IncomingFolder.Own.refused] + place + [name]).joined(separator: "/")
        let refusal = RefusedIncoming(cause: cause, path: path, pages: pages)
        // Whoever finds the file finds the reason; without it, the file still lies among the refused.
        try? Files.create("\(folder)/\(path).txt", Array(refusal.note(of: claim.name).utf8), mode: 0o666, replacing: true, flush: false)
        tell(.refused(file: claim.shown, refusal))
    }

    // MARK: - Claims

    /// Path names of dossiers that files are claimed for.
    public func claimedDossiers() throws -> [String] {
        let root = try claimsFolder()
        return ((try? IncomingFolder.names(in: root)) ?? []).filter { name in
            !name.hasPrefix(".") && !((try? IncomingFolder.names(in: "\(root)/\(name)")) ?? []).allSatisfy { !$0.contains("~") }
        }.sorted(by: NaturalOrder.precedes)
    }

    public func claimCount(of dossier: DossierSummary) throws -> Int {
        ((try? IncomingFolder.names(in: claimsFolder(of: dossier))) ?? []).filter { $0.contains("~") }.count
    }

    private func claimsFolder() throws(StoreError) -> String { try "\(folder)/\(IncomingFolder.Own.claimed)/\(store.mark())" }
    private func claimsFolder(of dossier: DossierSummary) throws(StoreError) -> String { try "\(claimsFolder())/\(dossier.code.pathName)" }

    /// What an earlier call, or a program that died, has left, in the order it would have gone; the file that was begun with first.
    private func leftClaims(of dossier: DossierSummary, holding lease: Lease, _ order: IntakeOrder) throws -> [Claim] {
        let root = try claimsFolder(of: dossier)
        let names = ((try? IncomingFolder.names(in: root)) ?? []).filter { $0.contains("~") }
        guard !names.isEmpty else { return [] }
        var claims = names.map { claimed in
            let name = claimed.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init) ?? claimed
            let shown = order.hasSubfolders ? "\(dossier.code.pathName)/\(name)" : name
            return Claim(file: ImportFile(path: "\(root)/\(claimed)", name: shown, sourceName: claimed), name: name, shown: shown)
        }
        try store.recoverLostPages(from: Set(claims.map(\.file.sourceName)), holding: lease, by: actor)
        for index in claims.indices {
            claims[index].file.entered = try store.pageCount(from: claims[index].file.sourceName, in: dossier.id)
        }
        return claims.sorted { a, b in
            if (a.file.entered > 0) != (b.file.entered > 0) { return a.file.entered > 0 }
            return NaturalOrder.precedes(a.name, b.name)
        }
    }

    private func claim(_ files: [IncomingFile], for dossier: DossierSummary, _ tell: (IntakeEvent) -> Void) throws -> [Claim] {
        guard let first = files.first else { return [] }
        let place = try [IncomingFolder.Own.claimed, store.mark(), dossier.code.pathName]
        do { try makeFolders(place) } catch { throw IntakeError.cannotMove(first.shown, error) }
        let root = try claimsFolder(of: dossier)
        var claims: [Claim] = []
        for file in files {
            let claimed = FileNames.shortened("\(store.identifiers.next())~\(file.name)")
            if rename(file.path, "\(root)/\(claimed)") != 0 {
                let failure = errno
                // Somebody else was sooner.
                if failure != ENOENT { tell(.left(file: file.shown, .cannotMove(file.shown, SystemError("rename", path: file.path, errno: failure)))) }
                continue
            }
            claims.append(Claim(
                file: ImportFile(path: "\(root)/\(claimed)", name: file.shown, sourceName: claimed), name: file.name, shown: file.shown))
        }
        // Pages are entered under the claims' names: those must not be lost where the pages are not. Not every share can tell.
        try? Files.syncFolder(root)
        return claims
    }

    // MARK: - Moving

    /// - Returns: the name it has there: its own unless that is taken.
    private func move(_ claim: Claim, to place: [String]) throws(IntakeError) -> String {
        do {
            try makeFolders(place)
            return try FileNames.move(claim.file.path, into: "\(folder)/\(place.joined(separator: "/"))", as: claim.name)
        } catch { throw .cannotMove(claim.shown, error) }
    }

    /// Whoever may put files into the folder may do so in these.
    private func makeFolders(_ names: [String]) throws(SystemError) {
        var status = stat()
        guard stat(folder, &status) == 0 else { throw SystemError("stat", path: folder, errno: errno) }
        var path = folder
        for name in names {
            path += "/" + name
            if mkdir(path, status.st_mode & 0o777) == 0 { continue }
            guard errno == EEXIST else { throw SystemError("mkdir", path: path, errno: errno) }
        }
    }
}

/// Names that files are given.
enum FileNames {
    /// Bytes; of all file systems in use.
    private static let longest = 255

    /// Moves a file without writing over another: `bia.jpg`, or else `bia.2.jpg` and so on.
    /// - Returns: the name it got.
    static func move(_ path: String, into folder: String, as name: String) throws(SystemError) -> String {
        for number in 1... {
            let own = number == 1 ? name : numbered(name, number)
            let target = "\(folder)/\(own)"
            var failure = csys_rename_new(path, target)
            // A file system that can neither refuse to replace nor link, such as that of Windows shares.
            if [EPERM, EOPNOTSUPP, EMLINK].contains(failure) {
                var status = stat()
                failure = lstat(target, &status) == 0 ? EEXIST : rename(path, target) == 0 ? 0 : errno
            }
            if failure == 0 { return own }
            guard failure == EEXIST else { throw SystemError("rename", path: target, errno: failure) }
        }
        return name
    }

    private static func numbered(_ name: String, _ number: Int) -> String {
        let (stem, ending) = parts(name)
        return shortened("\(stem).\(number)\(ending)")
    }

    /// With as many letters before its ending as there is room for.
    static func shortened(_ name: String) -> String {
        var (stem, ending) = parts(name)
        while stem.utf8.count + ending.utf8.count > longest, !stem.isEmpty { stem.removeLast() }
        return stem + ending
    }

    private static func parts(_ name: String) -> (stem: String, ending: String) {
        let ending = (name as NSString).pathExtension
        return ending.isEmpty || ending.utf8.count > 16 ? (name, "") : (String(name.dropLast(ending.count + 1)), "." + ending)
    }
}
