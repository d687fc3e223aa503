import CSystem
import Files
import Foundation
import Records

/// Page images by identifier, written once and never changed: `vault/ab/<page>.jpg`, `ab` being the identifier's last two
/// letters (random ones: folders fill evenly). Small grey copies for the screen lie the same way in `previews/`.
public struct Vault: Sendable {
    private let folder: DataFolder

    public init(_ folder: DataFolder) { self.folder = folder }

    public func imagePath(_ page: PageID, format: ImageFormat) -> String {
        "\(folder.vault)/\(shelf(page))/\(page).\(format.fileExtension)"
    }

    public func previewPath(_ page: PageID) -> String {
        "\(folder.previews)/\(shelf(page))/\(page).jpg"
    }

    public func spoolPath(_ name: String) -> String { folder.spool + "/" + name }

    /// Moves a finished, synced spool file to its place and syncs the folder, so that the name is on the disk too before
    /// the row that counts on it is committed. A file that is there already is never overwritten.
    public func takeIn(_ spoolFile: String, as page: PageID, format: ImageFormat) throws(StoreError) {
        let target = imagePath(page, format: format)
        let shelfPath = (target as NSString).deletingLastPathComponent
        try makeShelf(shelfPath)
        let result = csys_rename_new(spoolFile, target)
        guard result == 0 else { throw StoreError(SystemError("rename", path: target, errno: result)) }
        try syncFolder(shelfPath)
    }

    /// Takes back `takeIn`, as far as it can be: the image stays in the vault when its old name is taken.
    func giveBack(_ page: PageID, format: ImageFormat, to spoolFile: String) {
        _ = csys_rename_new(imagePath(page, format: format), spoolFile)
    }

    /// Moves the grey copy. It can be made again from the image, so it is not synced and a failure is no fault.
    public func takeInPreview(_ spoolFile: String, as page: PageID) {
        let target = previewPath(page)
        mkdir((target as NSString).deletingLastPathComponent, 0o770)
        if rename(spoolFile, target) != 0 { unlink(spoolFile) }
    }

    private func makeShelf(_ path: String) throws(StoreError) {
        if mkdir(path, 0o770) == 0 {
            try syncFolder(folder.vault)
        } else if errno != EEXIST {
            throw StoreError(SystemError("mkdir", path: path, errno: errno))
        }
    }

    private func syncFolder(_ path: String) throws(StoreError) {
        do throws(SystemError) { try Files.syncFolder(path) } catch { throw StoreError(error) }
    }

    private func shelf(_ page: PageID) -> String {
        page.description.suffix(2).lowercased()
    }

    /// The shelves of images there are, to be gone through one by one: a store has more images than should lie in memory.
    func shelves() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.vault)) ?? []).sorted()
    }

    func images(onShelf shelf: String) -> [(page: PageID, path: String)] {
        let path = folder.vault + "/" + shelf
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().compactMap { name in
            PageID((name as NSString).deletingPathExtension).map { ($0, path + "/" + name) }
        }
    }

    /// Files in the spool that carry a page's identifier.
    public func spoolFiles() -> [(page: PageID, path: String)] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.spool)) ?? []).sorted().compactMap { name in
            guard let id = PageID(String(name.prefix(26))) else { return nil }
            return (id, folder.spool + "/" + name)
        }
    }
}
