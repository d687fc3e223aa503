import ArgumentParser
import Foundation
import Measuring

/// Prints how right the texts are that the station makes of pages whose truth is known.
@main
struct Accuracy: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "accuracy")

    @Argument(help: "Pages with their truth: …/pages/NAME.jpg with …/gt/NAME.json, or NAME-p01.jpg with gt/NAME-p1.txt.")
    var folder: String

    @Option(help: "Tesseract's language set.")
    var language = "vie"

    @Option(help: "Pages read at a time.")
    var workers = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Other programs to read the same pages: \(Peer.allCases.map(\.rawValue).joined(separator: ", ")).")
    var peer: [String] = []

    @Option(help: "A folder in which the peers' results are kept and found again.")
    var peerCache: String?

    @Option(help: "A folder in which our own readings are kept and found again, whatever the program is by then.")
    var readingCache: String?

    @Flag(help: "Every page as a row of its own.")
    var pageByPage = false

    @Flag(help: "Doubts and suggestions as well: how well wrong words are found and put right.")
    var words = false

    @Option(help: "A file for the signs by which each word is judged, to fit their weights again.")
    var signs: String?

    @Flag(help: "With --words: the wrong words whose meaning is not among the first five suggestions.")
    var missed = false

    @Flag(help: "Keys as well: what it costs to correct the pages on the correction screen.")
    var keys = false

    func run() throws {
        let pages = try TruthPage.all(below: folder)
        guard !pages.isEmpty else { throw ValidationError("no pages with truth in \(folder)") }
        let readings = PageReadings(language: language, workers: workers, cache: try cache(readingCache, "tramquet"))
        let read = try readings.read(pages)
        let peers = try self.peers.map { peer in
            (peer.rawValue, try peer.texts(of: pages, language: language, workers: workers, cache: cache(peerCache, peer.rawValue)))
        }
        print(ReadingTable(read, peers: peers).report(pageByPage: pageByPage))
        if words || signs != nil {
            let tables = ProofreadingTables(read)
            print("\n" + tables.report)
            if missed { print("\n" + tables.missed.joined(separator: "\n")) }
            if let signs { try Data(tables.signs.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: signs)) }
        }
        if keys { print("\n" + CorrectionTable(read).report) }
    }

    private var peers: [Peer] {
        get throws {
            try peer.map { name in
                guard let peer = Peer(rawValue: name) else { throw ValidationError("no such peer: \(name)") }
                return peer
            }
        }
    }

    private func cache(_ folder: String?, _ name: String) throws -> ResultCache? {
        try folder.map { try ResultCache(folder: $0, name: name) }
    }
}
