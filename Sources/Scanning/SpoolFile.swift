import Files
import Foundation

/// Files in the spool. Everything is flushed to the medium before it is reported, but for copies that can be made again.
enum SpoolFile {
    static func pagePath(_ grant: PageGrant, in folder: String) -> String { "\(folder)/\(grant.page).part" }
    static func greyPath(_ grant: PageGrant, in folder: String) -> String { "\(folder)/\(grant.page).grey.part" }

    /// Writes a new file; nothing is left of it when that fails. The group may read and write it.
    static func write(_ data: Data, to path: String, flush: Bool) throws(ScanFault) {
        do throws(SystemError) {
            try Files.create(path, data, mode: 0o660, replacing: true, flush: flush)
        } catch {
            CallLog.write("\(error)")
            throw error.isDiskFull ? .diskFull(file: path) : .cannotWrite(file: path, errno: error.errno)
        }
    }
}
