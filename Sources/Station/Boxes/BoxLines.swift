import Records

// What the services tell of boxes and batches.

/// Which boxes are wanted. Words are matched without marks, over box, kho and giá.
public struct BoxesQuery: Sendable, Equatable {
    public var text: String
    public var colour: BoxColour?
    /// Lines wanted from `offset`; the list is paged as the register is.
    public var offset: Int
    public var limit: Int

    public init(text: String = "", colour: BoxColour? = nil, offset: Int = 0, limit: Int = BoxesState.pageSize) {
        (self.text, self.colour, self.offset, self.limit) = (text, colour, offset, limit)
    }
}

/// The answer to a query: the boxes from its offset on, by kho, giá and hộp, and how many match in all.
public struct BoxLines: Sendable, Equatable {
    public var query: BoxesQuery
    public var boxes: [BoxStanding]
    public var total: Int

    public init(query: BoxesQuery, boxes: [BoxStanding], total: Int) {
        (self.query, self.boxes, self.total) = (query, boxes, total)
    }
}

/// A box with its dossiers, in the order of their numbers in the box.
public struct BoxInFull: Sendable, Equatable {
    public var standing: BoxStanding
    public var dossiers: [BoxDossier]

    public init(_ standing: BoxStanding, dossiers: [BoxDossier]) {
        (self.standing, self.dossiers) = (standing, dossiers)
    }
}

/// A batch to choose.
public struct BatchLine: Sendable, Equatable, Identifiable {
    public var id: BatchID
    public var number: String
    public var name: String

    public init(id: BatchID, number: String, name: String) {
        (self.id, self.number, self.name) = (id, number, name)
    }
}

/// A box that comes, counted.
public struct BoxReceipt: Sendable, Equatable {
    public enum Batch: Sendable, Equatable {
        case known(BatchID)
        /// It is made first.
        case new(number: String, name: String)
    }
    public var label: String
    public var batch: Batch
    public var count: BoxCount
    /// nil: as they were.
    public var room: String?
    public var shelf: String?
    /// The person says that it is a box nobody knew until now.
    public var isNew: Bool
    /// The person knows that it is here already, and counts it again.
    public var isRecount: Bool

    public init(
        label: String, batch: Batch, count: BoxCount, room: String? = nil, shelf: String? = nil, isNew: Bool = false, isRecount: Bool = false
    ) {
        (self.label, self.batch, self.count, self.room, self.shelf) = (label, batch, count, room, shelf)
        (self.isNew, self.isRecount) = (isNew, isRecount)
    }
}

/// A paper that was printed.
public struct PrintedPaper: Sendable, Equatable {
    public enum What: Sendable, Equatable {
        case minutes(HandoverReport.Kind, batch: String)
        case slips(Int)
    }
    public var what: What
    /// Absolute path of the PDF.
    public var path: String

    public init(_ what: What, path: String) { (self.what, self.path) = (what, path) }
}
