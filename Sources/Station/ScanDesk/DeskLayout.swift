import Terminal

/// Where the parts of the scan desk stand on a screen of a given size.
struct DeskLayout: Equatable {
    let documents: Rect
    /// nil where there is no room for a page.
    let picture: Rect?
    let counter: Rect
    let strip: Rect
    let action: Rect

    init(body: Rect) {
        let isTall = body.height >= 30
        let (action, overStrip) = body.split(bottom: isTall ? 3 : 1)
        let (strip, panes) = overStrip.split(bottom: body.height < 18 ? 0 : body.height < 27 ? 5 : body.height < 42 ? 7 : 9)
        self.action = action
        self.strip = strip
        if body.width >= 76 {
            let (documents, rest) = panes.split(left: min(64, max(26, body.width * 35 / 100)))
            let (counter, picture) = rest.split(right: min(46, max(29, body.width * 27 / 100)))
            (self.documents, self.counter, self.picture) = (documents, counter, picture)
        } else {
            let (top, below) = panes.height >= 24 ? panes.split(top: 11) : (panes, Rect(x: 0, y: 0, width: 0, height: 0))
            let (counter, documents) = top.split(right: 29)
            (self.documents, self.counter) = (documents, counter)
            picture = below.isEmpty ? nil : below
        }
    }

    // MARK: Contact strip

    /// Rows of pictures in the strip; under them stands one row of labels.
    private var pictureRows: Int { max(0, strip.inside.height - 1) }

    /// Columns a tile takes, with a gap. A page is about as wide as 1.4 times its rows.
    var tileWidth: Int { max(7, pictureRows * 3 / 2 + 2) }

    /// Room for a page in a tile, in cells.
    var tilePicture: Size { Size(columns: tileWidth - 2, rows: pictureRows) }

    /// Tiles that fit beside each other; one place is kept for the page under way.
    var tileCount: Int { max(0, strip.inside.width / tileWidth - 1) }

    /// The tiles that are seen, of so many, around one.
    func tiles(of count: Int, around cursor: Int) -> Range<Int> {
        strip.inside.height < 2 ? 0..<0 : ListState(selected: cursor).visible(count: count, height: tileCount)
    }
}

extension Model {
    var deskLayout: DeskLayout { DeskLayout(body: body) }
}
