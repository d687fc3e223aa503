import Foundation
import Records

/// Walks the directories of a TIFF file (TIFF 6.0, section 2).
enum TIFFHeader {
    /// Far more directories than a scanned file has.
    private static let mostImages = 100_000

    static func read(_ data: Data, page: Int) throws(ImagingError) -> ImageHeader {
        let view = ByteView(data, isBigEndian: data.first == 0x4D)
        let directories = try self.directories(view)
        guard page >= 1, page <= directories.count else { throw .noSuchPage(number: page, of: directories.count) }
        let tags = Directory(view, at: directories[page - 1])
        guard let width = tags[256], let height = tags[257] else { throw .damaged }
        let bits = tags[258] ?? 1
        let channels = tags[277] ?? 1
        let isPalette = tags[262] == 3
        guard tags[262] != 5 else { throw .unsupported("TIFF CMYK") }
        guard bits <= 8 || (bits == 16 && channels == 1) else { throw .unsupported("TIFF \(bits) bit") }
        guard tags.pixelsLieWithin(view.count) else { throw .truncated }
        return ImageHeader(
            format: .tiff, width: width, height: height, dpi: tags.dpi,
            mode: channels > 2 || isPalette ? .color : (bits == 1 ? .lineart : .gray),
            imageCount: directories.count, byteCount: view.count, channels: channels > 2 ? min(channels, 4) : 1)
    }

    private static func directories(_ view: ByteView) throws(ImagingError) -> [Int] {
        guard var offset = view.long(4) else { throw .truncated }
        var found: [Int] = []
        var met: Set<Int> = []
        while offset != 0 {
            guard let entries = view.short(offset), let next = view.long(offset + 2 + 12 * entries) else {
                throw .truncated
            }
            // A chain that comes back to itself has no end.
            guard found.count < mostImages, met.insert(offset).inserted else { throw .damaged }
            found.append(offset)
            offset = next
        }
        guard !found.isEmpty else { throw .damaged }
        return found
    }

    /// The numbers of one directory by their tag.
    private struct Directory {
        private let view: ByteView
        private let start: Int

        init(_ view: ByteView, at start: Int) {
            self.view = view
            self.start = start
        }

        /// The first value of a tag whose values are short or long.
        subscript(tag: Int) -> Int? {
            guard let entry = entry(tag), let type = view.short(entry + 2), let count = view.long(entry + 4) else {
                return nil
            }
            switch type {
            case 3 where count <= 2: return view.short(entry + 8)
            case 3: return view.long(entry + 8).flatMap(view.short)
            case 4: return view.long(entry + 8)
            default: return nil
            }
        }

        /// Whether the file is long enough for the strips or tiles its directory lists. The library would fill up a
        /// Group 4 image with white.
        func pixelsLieWithin(_ fileLength: Int) -> Bool {
            let isTiled = entry(324) != nil
            let offsets = values(isTiled ? 324 : 273), lengths = values(isTiled ? 325 : 279)
            // Old files may leave the lengths out.
            guard !offsets.isEmpty else { return false }
            return zip(offsets, lengths).allSatisfy { $0 + $1 <= fileLength } && offsets.allSatisfy { $0 < fileLength }
        }

        private func values(_ tag: Int) -> [Int] {
            guard let entry = entry(tag), let type = view.short(entry + 2), let count = view.long(entry + 4),
                type == 3 || type == 4, count <= view.count
            else { return [] }
            let size = type == 3 ? 2 : 4
            let start = count * size <= 4 ? entry + 8 : view.long(entry + 8) ?? view.count
            return (0..<count).compactMap { type == 3 ? view.short(start + $0 * size) : view.long(start + $0 * size) }
        }

        /// 0 when the file states no unit of length.
        var dpi: Int {
            guard let entry = entry(282), let at = view.long(entry + 8), let top = view.long(at),
                let bottom = view.long(at + 4), bottom > 0
            else { return 0 }
            let perUnit = Double(top) / Double(bottom)
            guard perUnit < 100_000 else { return 0 }
            switch self[296] ?? 2 {
            case 2: return Int(perUnit.rounded())
            case 3: return Int((perUnit * 2.54).rounded())
            default: return 0
            }
        }

        private func entry(_ tag: Int) -> Int? {
            let entries = view.short(start) ?? 0
            return (0..<entries).lazy.map { start + 2 + 12 * $0 }.first { view.short($0) == tag }
        }
    }
}
