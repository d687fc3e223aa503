import Crypto
import Foundation
import GRDB
import Records

/// Of what lines are drawn.
public enum SampleScope: Sendable, Hashable {
    case all
    /// Its code.
    case fonds(String)
    case dossier(DossierCode)
}

/// All lines that a sample may be drawn from: those of the texts as they stand, of pages in use that are read and not withheld,
/// whatever their state.
///
/// A line that the machine missed and nobody has added is in no text and cannot be drawn.
public struct SampleFrame: Sendable, Hashable {
    /// Pages without lines to be drawn.
    public struct LeftOut: Sendable, Hashable {
        /// By what a person said, or as nothing was read there.
        public var blank = 0
        /// As illegible, handwritten or in another language.
        public var settled = 0
        public var unread = 0
    }

    struct Page: Sendable, Hashable {
        let id: PageID
        let lines: Int
    }

    /// With lines, in the order of their identifiers.
    let pages: [Page]
    public let leftOut: LeftOut
    /// SHA-256, in hexadecimal, of a row `page reading revision lines` for each page in order, ended by a line feed, `-` for what there is
    /// not: the same as long as the same lines would be drawn by the same seed.
    public let hash: String

    public var pageCount: Int { pages.count }
    public var lines: Int { pages.map(\.lines).reduce(0, +) }

    /// - Parameters:
    ///   - fonds: nil: of all.
    ///   - dossier: nil: all of them.
    init(_ db: Database, fonds: String?, dossier: String?) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.page_id, p.blank, t.settlement, t.revision, coalesce(v.reading_id, r.id) AS reading, coalesce(t.words, r.words) AS words
                FROM placements p JOIN dossiers d ON d.id = p.dossier_id
                    LEFT JOIN texts t ON t.page_id = p.page_id LEFT JOIN revisions v ON v.id = t.revision
                    LEFT JOIN readings r ON r.id = (SELECT max(id) FROM readings WHERE page_id = p.page_id)
                WHERE p.dropped_at IS NULL AND p.withheld IS NULL AND d.deleted_at IS NULL
                    AND (:fonds IS NULL OR d.fonds_id = :fonds) AND (:dossier IS NULL OR d.id = :dossier)
                ORDER BY p.page_id
                """, arguments: ["fonds": fonds, "dossier": dossier])
        var (pages, left, hash) = ([Page](), LeftOut(), SHA256())
        while let row = try rows.next() {
            let settlement = (row["settlement"] as String?).flatMap(PageSettlement.init)
            if (row["blank"] as String) == BlankClass.confirmed.rawValue {
                left.blank += 1
            } else if settlement?.hasNoText == true {
                left.settled += 1
            } else if let words = row["words"] as Data? {
                let lines = RevisedPage(try RecognisedPage(compact: words)).lines.count
                guard lines > 0 else {
                    left.blank += 1
                    continue
                }
                pages.append(Page(id: try row.id("page_id"), lines: lines))
                let numbers = [row["reading"] as Int64?, row["revision"]].map { $0.map(String.init) ?? "-" }
                hash.update(data: Data("\(pages[pages.count - 1].id) \(numbers.joined(separator: " ")) \(lines)\n".utf8))
            } else {
                left.unread += 1
            }
        }
        (self.pages, leftOut, self.hash) = (pages, left, hash.finalize().hexadecimal)
    }
}

/// A line as it was when it was drawn.
struct DrawnLine: Sendable, Hashable {
    let page: PageID
    let reading: Int64?
    let revision: Int64?
    /// Of the page, from 0.
    let line: Int
    /// Of its words, in pixels of the stored image.
    let boxes: [Box]
    /// What the machine read there.
    let machine: String
    /// As people have left it.
    let corrected: String

    /// - Parameters:
    ///   - words: the text of the page as it stands.
    ///   - reading: what the machine read on it; nil: nothing.
    init(_ page: PageID, line: Int, of words: PageWords, reading: RecognisedPage?) {
        (self.page, self.line, self.reading, revision) = (page, line, words.reading, words.revision)
        let text = words.revised
        let lines = text.lines
        let own = text.words[lines[line]]
        boxes = own.map(\.box)
        corrected = own.map(\.text).joined(separator: " ")
        guard words.isHuman else {
            machine = corrected
            return
        }
        // A word that was read belongs to the line with the word that lies on it, whatever people made of that.
        machine = (reading?.words ?? []).filter { read in
            let overlaps = text.words.indices.map { text.words[$0].box.overlap(read.box) }
            guard let most = overlaps.max(), most > 0, let place = overlaps.firstIndex(of: most) else { return false }
            return lines[line].contains(place)
        }.map(\.text).joined(separator: " ")
    }
}

extension Box {
    /// In pixels.
    fileprivate func overlap(_ other: Box) -> Int {
        let wide = min(x + width, other.x + other.width) - max(x, other.x), high = min(y + height, other.y + other.height) - max(y, other.y)
        return max(0, wide) * max(0, high)
    }
}
