import Codes
import Crypto
import Foundation
import Imaging
import Records
import Store
import Texts

/// What is found out about an image file that did not come through the scan worker: an imported one, or an orphan.
struct PageFile {
    let facts: ImageFacts
    let examination: PageExamination
    /// What a code of ours on it says.
    let code: SheetCode?
    let grey: GreyImage

    /// Decodes the whole file, so that a damaged one is refused before it is taken in.
    /// - Parameter dpi: what is known better than by the file itself.
    init(data: Data, dpi: Int? = nil) throws(ImagingError) {
        let header = try ImageHeader.read(data)
        // Reduction on decoding is enough for the checks and the grey copy, and also meets every coded block.
        let reduction = header.dpi >= 2 * PageChecks.greyDPI ? 2 : 1
        grey = try GreyImage.decode(data, reduction: reduction)
        facts = ImageFacts(
            width: header.width, height: header.height, dpi: dpi ?? header.dpi, mode: header.mode, format: header.format,
            byteCount: data.count, sha256: SHA256.hash(data: data).hexadecimal)
        var examination = try PageChecks.examine(grey: grey, facts: facts)
        code = examination.take(CodeReader.sheetCode(on: grey, of: facts))
        self.examination = examination
    }

    var fingerprint: UInt64 { examination.fingerprint?.bits ?? 0 }
}
