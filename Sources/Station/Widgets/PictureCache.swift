import Records
import Terminal

/// Pictures of pages as cells. `update` asks for those that are seen and not here; drawing happens elsewhere.
public struct PictureCache: Equatable, Sendable {
    public enum Entry: Equatable, Sendable {
        case asked
        case drawn(Surface)
        /// The image cannot be shown.
        case unavailable

        var isThere: Bool { self != .asked }
    }

    private var entries: [PictureRequest: Entry] = [:]
    /// Oldest first, for forgetting.
    private var order: [PictureRequest.Purpose: [PictureRequest]] = [:]

    /// Enough for the contact strip and a grid on the largest screen, and the last few large pictures (100 kB each).
    private static func capacity(_ purpose: PictureRequest.Purpose) -> Int {
        switch purpose {
        case .tile: 240
        case .page: 8
        case .strip: 24
        }
    }

    public init() {}

    subscript(request: PictureRequest) -> Entry? { entries[request] }

    func surface(_ request: PictureRequest) -> Surface? {
        guard case .drawn(let surface) = entries[request] else { return nil }
        return surface
    }

    mutating func set(_ entry: Entry, for request: PictureRequest) {
        guard entries.updateValue(entry, forKey: request) == nil else { return }
        order[request.purpose, default: []].append(request)
        let tooMany = (order[request.purpose]?.count ?? 0) - PictureCache.capacity(request.purpose)
        guard tooMany > 0, let oldest = order[request.purpose]?.prefix(tooMany) else { return }
        for old in oldest { entries[old] = nil }
        order[request.purpose]?.removeFirst(tooMany)
    }

    /// Forgets every picture of these pages.
    mutating func forget(_ pages: Set<PageID>) {
        entries = entries.filter { !pages.contains($0.key.page) }
        order = order.mapValues { requests in requests.filter { !pages.contains($0.page) } }
    }

    /// A large picture that was asked for and is not wanted any more may never come (`Effect.replaces`).
    mutating func forgetAskedLargePicture(except wanted: PictureRequest?) {
        guard let asked, asked != wanted else { return }
        self.asked = nil
        if entries[asked] == .asked {
            entries[asked] = nil
            order[.page]?.removeAll { $0 == asked }
        }
    }

    /// The large picture asked for last.
    private var asked: PictureRequest?

    /// Marks as asked what is not here yet and returns it.
    mutating func ask(for wanted: [PictureRequest]) -> [PictureRequest] {
        let large = wanted.first { $0.purpose == .page }
        forgetAskedLargePicture(except: large)
        let new = wanted.filter { entries[$0] == nil }
        for request in new {
            set(.asked, for: request)
            if request.purpose == .page { asked = request }
        }
        return new
    }
}
