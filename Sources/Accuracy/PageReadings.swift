import Foundation
import Measuring
import Recognition
import Records

/// A page as the station reads it: OCR knows neither its text nor how it lies.
struct ReadPage: Sendable {
    let truth: TruthPage
    let reading: UprightReading
}

/// What every table is made from: all pages, read once.
struct PageReadings: Sendable {
    let language: String
    let workers: Int
    /// Where readings are kept so that a table can be had again in seconds; nil: every page is read now.
    let cache: ResultCache?

    func read(_ pages: [TruthPage]) throws -> [ReadPage] {
        try concurrently(pages, workers: workers) { page in
            ReadPage(truth: page, reading: try reading(page.file))
        }
    }

    private func reading(_ file: String) throws -> UprightReading {
        // What an earlier version of the program kept may say less: the page is read again.
        if let kept = cache?.value(of: file).flatMap({ try? JSONDecoder().decode(UprightReading.self, from: $0) }) { return kept }
        let order = RecognitionOrder(
            page: PageID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 0)), file: file, findsTurn: true, language: language, fence: 0,
            timeLimit: 300)
        let reading = try TesseractRecogniser().recognise(order)
        try cache?.keep(JSONEncoder().encode(reading), of: file)
        return reading
    }
}

/// Results that take long to make, one file for each page.
struct ResultCache: Sendable {
    private let folder: String

    /// - Parameter name: of what is kept, such as a program's.
    init(folder: String, name: String) throws {
        self.folder = folder + "/" + name
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    }

    func value(of page: String) -> Data? { FileManager.default.contents(atPath: path(page)) }

    func keep(_ value: Data, of page: String) throws {
        try value.write(to: URL(fileURLWithPath: path(page)), options: .atomic)
    }

    private func path(_ page: String) -> String {
        folder + "/" + page.split(separator: "/").suffix(4).joined(separator: "-")
    }
}
