import Files
import Foundation
import Imaging
import Records
import Workers
import Store

/// One image to be taken in, as bytes, with what its container says of it.
struct PageImage {
    let data: Data
    /// From the container; nil: as the image itself says.
    let dpi: Int?
}

/// A file split into the images of its pages: an image is itself; of a TIFF with several pages each is kept lossless; of a
/// PDF each page's scan as it lies in the file, or, when a page is more than one scan, the page drawn at 300 dpi.
struct PageSource {
    private let path: String
    private let name: String
    private let data: Data

    /// - Parameter name: what errors call it; nil: its path.
    init(path: String, name: String? = nil) throws(ImportError) {
        let name = name ?? path
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(name) }
        (self.path, self.name, self.data) = (path, name, data)
    }

    /// Calls `body` with the images one after another; one is in memory at a time.
    /// - Parameter first: so many pages are left out.
    func forEachPage(after first: Int = 0, _ body: (PageImage) throws -> Void) throws {
        if data.starts(with: Data("%PDF".utf8)) { return try PDFPages(path: path, name: name).forEachPage(after: first, body) }
        let header = try ImageHeader.read(data)
        guard header.imageCount > first else { return }
        if header.imageCount == 1 { return try body(PageImage(data: data, dpi: nil)) }
        guard header.imageCount <= PageSource.mostPages else { throw ImportError.tooManyPages(name, header.imageCount) }
        for number in first + 1...header.imageCount {
            let image = try Image.decode(data, page: number)
            try body(PageImage(data: try image.encoded(as: image.mode == .lineart ? .tiff : .png), dpi: nil))
        }
    }

    /// More than any dossier has; a file that claims more is damaged or hostile.
    static let mostPages = 5000
}

/// The pages of a PDF, through poppler's tools.
private struct PDFPages {
    let path: String
    /// In errors.
    let name: String
    /// At which a page is drawn that is not one scan: TT 05/2025's floor for maps, well above that for papers.
    private static let drawingDPI = 300

    private struct Scan {
        var isJPEGOrLossless: Bool
        var dpi: Int
        var coversPage: Bool
    }

    /// The tools say little of why they failed, or leave half a picture: when their folder is full, that is why.
    func forEachPage(after first: Int, _ body: (PageImage) throws -> Void) throws {
        let place = FileManager.default.temporaryDirectory
        do { try forEachPage(after: first, in: place, body) } catch where !(error is StoreError) && Files.isFull(place.path) {
            throw StoreError.diskFull
        }
    }

    private func forEachPage(after first: Int, in place: URL, _ body: (PageImage) throws -> Void) throws {
        let info = try run("pdfinfo", ["-f", "1", "-l", String(PageSource.mostPages), path])
        let lines = info.split(separator: "\n")
        let count = lines.first { $0.hasPrefix("Pages:") }.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
        guard count > 0 else { throw ImportError.pdf(name) }
        guard count <= PageSource.mostPages else { throw ImportError.tooManyPages(name, count) }
        guard count > first else { return }
        let folder = place.appendingPathComponent("tramquet-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for number in first + 1...count {
            try body(try scan(number, upright: isUpright(number, lines), size: size(number, lines), in: folder) ?? drawn(number, in: folder))
        }
    }

    /// The page's own scan, untouched, when the page is nothing else.
    private func scan(_ number: Int, upright: Bool, size: Double?, in folder: String) throws -> PageImage? {
        let range = ["-f", String(number), "-l", String(number)]
        let rows = try run("pdfimages", ["-list"] + range + [path]).split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
        guard upright, rows.count == 1, let row = rows.first, row.count >= 14, row[2] == "image", let dpi = Int(row[12]),
            let width = Double(row[3]), let size, dpi > 0, abs(width / Double(dpi) * 72 - size) < size * 0.03
        else { return nil }
        let prefix = "\(folder)/p\(number)"
        _ = try run("pdfimages", ["-all"] + range + [path, prefix])
        let file = try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("p\(number)-") }
        defer { if let file { try? FileManager.default.removeItem(atPath: "\(folder)/\(file)") } }
        guard let file, ["jpg", "png", "tif"].contains((file as NSString).pathExtension),
            let data = FileManager.default.contents(atPath: "\(folder)/\(file)")
        else { return nil }
        return PageImage(data: data, dpi: dpi)
    }

    private func drawn(_ number: Int, in folder: String) throws -> PageImage {
        let prefix = "\(folder)/drawn"
        let page = String(number)
        _ = try run("pdftoppm", ["-png", "-singlefile", "-r", String(PDFPages.drawingDPI), "-f", page, "-l", page, path, prefix])
        guard let data = FileManager.default.contents(atPath: prefix + ".png") else { throw ImportError.pdf(name) }
        return PageImage(data: data, dpi: PDFPages.drawingDPI)
    }

    private func isUpright(_ number: Int, _ lines: [Substring]) -> Bool {
        words(of: number, lines, "rot:").last == "0"
    }

    /// Width of the page in points.
    private func size(_ number: Int, _ lines: [Substring]) -> Double? {
        let words = words(of: number, lines, "size:")
        return words.count > 3 ? Double(words[3]) : nil
    }

    /// `Page    3 size:  595 x 842 pts` or `Page    3 rot:   0` in words.
    private func words(of number: Int, _ lines: [Substring], _ what: Substring) -> [Substring] {
        lines.lazy.map { $0.split(separator: " ") }.first { $0.count > 3 && $0[0] == "Page" && $0[1] == String(number) && $0[2] == what } ?? []
    }

    private func run(_ tool: String, _ arguments: [String]) throws -> String {
        let ended: (ending: ChildProcess.Ending, output: Data)
        do throws(SpawnError) {
            ended = try OutsideProgram.run("/usr/bin/\(tool)", arguments, within: PDFPages.longestPage)
        } catch {
            throw ImportError.toolMissing(tool)
        }
        // Damaged and encrypted files end here, and such as would never end.
        guard ended.ending == .exited(0) else { throw ImportError.pdf(name) }
        return String(decoding: ended.output, as: UTF8.self)
    }

    /// Seconds in which the tools must come to an end with a page.
    private static let longestPage = 120.0
}
