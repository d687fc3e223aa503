import Records
import Terminal

extension PictureRequest {
    /// The picture as cells, upright, as large as fits into the size wanted. Takes milliseconds for a large one.
    func draw(_ image: PageImage, theme: Theme) -> Surface {
        let upright = image.turned(turn)
        let size = purpose == .strip ? size : PagePicture.fitted(upright, in: size)
        return PagePicture.render(
            upright, columns: size.columns, rows: size.rows, mode: mode, paper: theme[.paper], notYet: theme[.notYet])
    }
}

extension PageImage {
    /// Turned clockwise by 0, 90, 180 or 270 degrees.
    func turned(_ degrees: Int) -> PageImage {
        guard degrees != 0, knownRows == height, width > 0 else { return self }
        let swaps = degrees == 90 || degrees == 270
        let (newWidth, newHeight) = swaps ? (height, width) : (width, height)
        var turned = [UInt8](repeating: 255, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let (newX, newY) =
                    switch degrees {
                    case 90: (height - 1 - y, x)
                    case 180: (width - 1 - x, height - 1 - y)
                    default: (y, width - 1 - x)
                    }
                turned[newY * newWidth + newX] = pixels[y * width + x]
            }
        }
        return PageImage(width: newWidth, height: newHeight, pixels: turned)
    }
}

extension Model {
    /// Draws the page under way again, from the rows that are here.
    mutating func redrawLivePage() {
        guard let live = desk.live, screen == .scanDesk, let room = deskLayout.picture?.inside.size, !room.isEmpty else { return }
        let image = live.image
        let size = PagePicture.fitted(image, in: room)
        let drawn = PagePicture.render(
            image, columns: size.columns, rows: size.rows, mode: pictureMode, paper: theme[.paper], notYet: theme[.notYet])
        desk.live?.drawn = drawn
    }

    /// The pictures that are seen now.
    func wantedPictures() -> [PictureRequest] {
        guard !isTooSmall else { return [] }
        let behind: [PictureRequest] =
            switch screen {
            case .scanDesk: deskPictures()
            case .reader: readerPicture().map { [$0] } ?? []
            case .correction: correctionPictures()
            case .sample: samplePictures()
            default: []
            }
        switch layers.last {
        case .blanks(let list): return blankPictures(list) + behind.filter { $0.purpose == .page }
        case .dropped(let list): return droppedPictures(list) + behind
        case .runStopped(let stop): return stopPictures(stop) + behind
        case .countSheets(let count): return countPictures(count) + behind
        case .findings(let list): return findingPictures(list)
        case .boundaries(let list): return boundaryPictures(list)
        case .contactSheet(let list): return contactPictures(list)
        case .numbers(let numbers): return numberPictures(numbers)
        default: return behind
        }
    }

    func tileRequest(_ page: PageTile, size: Size) -> PictureRequest {
        PictureRequest(page: page.id, purpose: .tile, turn: page.turn, deskew: page.deskew, size: size, mode: pictureMode)
    }

    private func deskPictures() -> [PictureRequest] {
        let layout = deskLayout
        var requests: [PictureRequest] = []
        if let inside = layout.picture?.inside, !inside.isEmpty {
            requests += shownPages(in: inside).map { pageRequest($0.page, room: $0.room.size) }
        }
        return requests + stripPictures(layout)
    }
}
