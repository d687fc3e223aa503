import Files
import Foundation
import Imaging
import Records

/// The images of a folder in the order a person would lay them into a feeder.
struct FolderImages {
    /// One image; a TIFF file may hold several.
    struct Entry: Equatable {
        var path: String
        /// From 1.
        var page: Int
    }

    private static let extensions: Set<String> = ["jpg", "jpeg", "png", "tif", "tiff"]

    let entries: [Entry]

    /// Hidden files and everything that does not claim to be an image are left out.
    init(folder: String) throws(ScanFault) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .folderMissing(path: folder)
        }
        entries =
            names
            .filter { !$0.hasPrefix(".") && FolderImages.extensions.contains(FolderImages.fileExtension($0)) }
            .sorted(by: NaturalOrder.precedes)
            .flatMap { FolderImages.images(in: "\(folder)/\($0)") }
    }

    private static func fileExtension(_ name: String) -> String {
        URL(fileURLWithPath: name).pathExtension.lowercased()
    }

    /// A file that cannot be read still counts as an image: it is reported when its turn comes.
    private static func images(in path: String) -> [Entry] {
        guard fileExtension(path).hasPrefix("tif"), let header = try? ImageHeader.read(path: path) else {
            return [Entry(path: path, page: 1)]
        }
        return (1...max(1, header.imageCount)).map { Entry(path: path, page: $0) }
    }
}

/// One image as rows in the mode that was asked for. Like a scanner it can leave colour away but not invent it.
struct FolderImage {
    let format: PageFormat
    private let source: Source

    private enum Source {
        case image(Image)
        /// Rows as they are delivered.
        case bytes([UInt8])
    }

    init(_ entry: FolderImages.Entry, settings: ScanSettings) throws(ScanFault) {
        do throws(ImagingError) {
            let image = try Image.decode(try FolderImage.data(of: entry.path), page: entry.page)
            let mode = FolderImage.mode(asked: settings.mode, has: image.mode)
            // A file that does not say was scanned as ordered, as far as anybody knows.
            let dpi = image.dpi > 0 ? image.dpi : settings.dpi
            format = PageFormat(width: image.width, height: image.height, mode: mode, dpi: dpi)
            switch mode {
            case image.mode: source = .image(image)
            case .lineart: source = .bytes(FolderImage.bits(of: try image.grey()))
            default: source = .bytes(try image.grey().pixels)
            }
        } catch {
            CallLog.write("folder image \(entry.path) page \(entry.page): \(error)")
            if case .outOfMemory = error { throw .outOfMemory }
            throw .damagedImage(file: entry.path)
        }
    }

    private static func data(of path: String) throws(ImagingError) -> Data {
        do throws(SystemError) { return try Files.data(of: path).data } catch {
            throw .unreadable(path: path, errno: error.errno)
        }
    }

    func copyRows(_ rows: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
        switch source {
        case .image(let image):
            image.copyRows(rows, to: target)
        case .bytes(let bytes):
            let length = format.mode.bytesPerLine(width: format.width)
            bytes.withUnsafeBytes {
                target.copyMemory(from: .init(rebasing: $0[rows.lowerBound * length..<rows.upperBound * length]))
            }
        }
    }

    private static func mode(asked: ColorMode, has: ColorMode) -> ColorMode {
        switch (asked, has) {
        case (.lineart, _), (_, .lineart): .lineart
        case (.gray, _), (_, .gray): .gray
        default: .color
        }
    }

    /// One bit a pixel, 1 for the darker half.
    private static func bits(of grey: GreyImage) -> [UInt8] {
        let length = ColorMode.lineart.bytesPerLine(width: grey.width)
        var bits = [UInt8](repeating: 0, count: length * grey.height)
        for y in 0..<grey.height {
            for x in 0..<grey.width where grey.pixels[y * grey.width + x] < 128 {
                bits[y * length + x >> 3] |= 0x80 >> UInt8(x & 7)
            }
        }
        return bits
    }
}
