import Imaging
import Records

/// What the checks make of a page that was read completely.
struct Examination {
    var findings: [Finding] = []
    var blank = BlankClass.notBlank
    var fingerprint: UInt64 = 0

    init(_ job: PageFinisher.Job, dpi: Int) {
        if let missing = job.buffer.missingShare { findings.append(Finding(.cutShort, value: missing)) }
    }
}
