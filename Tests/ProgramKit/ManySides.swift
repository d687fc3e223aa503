import Foundation

/// Files of several sides, as copiers make them.
public enum ManySides {
    /// A grey TIFF without compression, each directory behind its image.
    public static func tiff(_ numbers: some Collection<Int>) -> Data {
        var file = Data("II".utf8) + little(42, 2)
        for number in numbers {
            let pixels = Data(Side.pixels(number))
            // The header's offset, or that of the directory before: to the next directory, behind the image.
            let image = file.count + 4
            file += little(image + pixels.count, 4) + pixels
            let tags: [(tag: Int, type: Int, value: Int)] = [
                (256, 4, Side.width), (257, 4, Side.height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, image), (278, 4, Side.height),
                (279, 4, pixels.count),
            ]
            file += little(tags.count, 2)
            for tag in tags { file += little(tag.tag, 2) + little(tag.type, 2) + little(1, 4) + little(tag.value, 4) }
        }
        return file + little(0, 4)
    }

    /// A PDF whose pages are these sides' JPEG scans.
    public static func pdf(_ numbers: some Collection<Int>) throws -> Data {
        var objects: [Data] = [
            Data("<< /Type /Catalog /Pages 2 0 R >>".utf8),
            Data("<< /Type /Pages /Count \(numbers.count) /Kids [\(numbers.indices.enumerated().map { "\(3 + 3 * $0.offset) 0 R" }.joined(separator: " "))] >>".utf8),
        ]
        let (width, height) = (Double(Side.width) * 0.72, Double(Side.height) * 0.72)
        for number in numbers {
            let first = objects.count + 1
            let jpeg = try Side.draw(number)
            let drawing = "\(width) 0 0 \(height) 0 0 cm /Im Do"
            objects.append(Data("""
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(first + 1) 0 R \
                /Resources << /XObject << /Im \(first + 2) 0 R >> >> >>
                """.utf8))
            objects.append(stream("", Data(drawing.utf8)))
            objects.append(stream(
                "/Type /XObject /Subtype /Image /Width \(Side.width) /Height \(Side.height) /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpeg))
        }
        var file = Data("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Data("\(index + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let table = file.count
        file += Data("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets { file += Data((String(10_000_000_000 + offset).dropFirst() + " 00000 n \n").utf8) }
        return file + Data("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8)
    }

    private static func stream(_ keys: String, _ bytes: Data) -> Data {
        Data("<< \(keys) /Length \(bytes.count) >>\nstream\n".utf8) + bytes + Data("\nendstream".utf8)
    }

    private static func little(_ value: Int, _ bytes: Int) -> Data { Data((0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) }) }
}
