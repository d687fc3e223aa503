import Foundation
import Records
import Vietnamese

/// A page whose text is known.
struct TruthPage: Sendable {
    /// Path of the image.
    let file: String
    /// What it is measured with: its folder, and its age and state where the truth says so.
    let kind: String
    /// In reading order, a line each.
    let lines: [String]
    /// As the image lies wrong, in degrees; 0 for an upright one.
    let turn: Int

    var text: String { lines.joined(separator: "\n") }
    /// A page number, a note: the rates of so few letters would say nothing.
    var isSmall: Bool { text.unicodeScalars.count < 60 }
}

extension TruthPage {
    /// Of a folder and the folders in it, in natural order: `…/pages/NAME.jpg` with `…/gt/NAME.json`, and `NAME-p01.jpg`
    /// with `gt/NAME-p1.txt`. Pages without text are left out.
    static func all(below folder: String) throws -> [TruthPage] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let images = files.filter { ["jpg", "jpeg", "png", "tif", "tiff"].contains(($0 as NSString).pathExtension.lowercased()) }
        return try images.sorted(by: NaturalOrder.precedes).compactMap { try page($0, in: folder) }
    }

    private static func page(_ path: String, in folder: String) throws -> TruthPage? {
        let place = parent(of: path)
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let file = folder + "/" + path
        if place == "pages" || place.hasSuffix("/pages") {
            let dossier = parent(of: place)
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(dossier)/gt/\(name).json") else { return nil }
            let known = try JSONDecoder().decode(Known.self, from: data)
            let set = parent(of: dossier)
            return known.blank ? nil : TruthPage(
                file: file, kind: ([kind(set, in: folder)] + known.traits).joined(separator: " "), lines: lines(known.text), turn: known.turn ?? 0)
        }
        let number = name.replacing(/-p0+([1-9])/) { "-p\($0.1)" }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(place)/gt/\(number).txt") else { return nil }
        return TruthPage(file: file, kind: kind(place, in: folder), lines: lines(String(decoding: data, as: UTF8.self)), turn: 0)
    }

    /// Empty in the folder itself: Foundation's own stops the program there.
    private static func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

    private static func kind(_ place: String, in folder: String) -> String {
        let name = place.isEmpty ? folder : place
        return (name as NSString).lastPathComponent
    }

    private static func lines(_ text: String) -> [String] {
        text.nfc.split(whereSeparator: \.isNewline).map(String.init)
    }

    private struct Known: Decodable {
        var text: String
        var blank: Bool
        var turn: Int?
        var era: String?
        var level: String?

        var traits: [String] { [era, level].compactMap { $0 } }
    }
}
