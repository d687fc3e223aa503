import Codes
import Foundation
import Imaging
import Measuring
import Records

/// Separator sheets on the way of a page.
extension Workbench {
    /// What looking for a code costs on the scan worker's path: on pages as they are, and on the same with a code on them.
    func codesOnPages() throws -> [Row] {
        let code = SheetCode.cover(try DossierCode("H99.2008.01.QD"))
        let stamp = try QRCode(code.text)
        var plain: [Double] = [], stamped: [Double] = []
        var (found, wrong) = (0, 0)
        for page in pages {
            guard let data = FileManager.default.contents(atPath: page.path), page.header.dpi > 0 else { continue }
            let factor = GreyAccumulator.factor(dpi: page.header.dpi, target: PageChecks.greyDPI)
            let copy = try GreyImage.decode(data).reduced(by: factor)
            let dpi = Double(page.header.dpi) / Double(factor)
            var reading: SheetCode.Reading?
            plain.append(milliseconds { reading = CodeReader.sheetCode(on: copy, dpi: dpi) })
            if reading != nil { wrong += 1 }
            guard let with = try copy.stamped(with: stamp, millimetres: 70, dpi: dpi) else { continue }
            stamped.append(milliseconds { reading = CodeReader.sheetCode(on: with, dpi: dpi) })
            if reading == .sheet(code) { found += 1 }
        }
        return [
            row("looking for a code, pages without", plain, "\(plain.count) pages, \(wrong) taken for separators"),
            row("looking for a code, pages with one", stamped, "the same with a cover's code of 70 mm printed over them, \(found) of \(stamped.count) read"),
        ]
    }

    private func row(_ what: String, _ times: [Double], _ note: String) -> Row {
        let worst = times.max() ?? 0
        return Row(
            what, ours: "\((times.median ?? 0).text(1)) ms, at most \(worst.text(1)) ms", aim: "≤ 30 ms CPU a page", isMet: worst <= 30,
            note: note + "; processor time, from the grey copy of the checks")
    }

    private func milliseconds(_ body: () -> Void) -> Double {
        func spent() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
        }
        let before = spent()
        body()
        return spent() - before
    }
}

extension GreyImage {
    /// With a code printed in the middle; nil when it has no room there.
    fileprivate func stamped(with code: QRCode, millimetres: Double, dpi: Double) throws -> GreyImage? {
        let size = Int(millimetres / 25.4 * dpi)
        let (left, top) = ((width - size) / 2, (height - size) / 2)
        guard left > 0, top > 0 else { return nil }
        var pixels = pixels
        let modules = code.size + 2 * QRCode.quietZone
        for y in 0..<size {
            for x in 0..<size {
                let (row, column) = (y * modules / size - QRCode.quietZone, x * modules / size - QRCode.quietZone)
                let isDark = (0..<code.size).contains(row) && (0..<code.size).contains(column) && code[row, column]
                pixels[(top + y) * width + left + x] = isDark ? 45 : 235
            }
        }
        return try GreyImage(width: width, height: height, pixels: pixels)
    }
}
