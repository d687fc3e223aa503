import Files
import Foundation
import Printing
import Store

extension PrintDocument {
    /// Makes the PDF; an older print goes only when the new one is whole.
    /// - Returns: how many pages it has.
    /// - Throws: `PrintError`, or `StoreError` when the file cannot be written; then there is no new one.
    public func write(to path: String) throws -> Int {
        let printed = try PDFPrinter.print(self)
        let part = path + ".part"
        do throws(SystemError) {
            try Files.create(part, printed.data, mode: 0o660, replacing: true, flush: true)
            guard rename(part, path) == 0 else { throw SystemError("rename", path: path, errno: errno) }
        } catch { throw StoreError(error) }
        return printed.pages
    }
}
