import Records
import Store

/// A run for one sheet: scanned again in its place, or into the place that was kept for it. The rest of the stack stays
/// where it is.
extension CaptureOrder {
    /// The sheet of a page comes once more. One that was set apart comes from the glass again.
    public mutating func takeAgain(_ page: PageID, in contents: DossierContents) {
        insertion = .replacing(page)
        let sheet = contents.pages.first { $0.id == page }?.sheetID
        if let place = contents.placeholders.first(where: { $0.sheet == sheet }) {
            lieOnTheGlass(place.kind)
        } else if settings.source == nil, !isFolder {
            // What the device does by itself is not known here: a sheet that came with both sides comes with both again.
            let sides = Set(contents.pages.filter { $0.sheetID == sheet }.map(\.side))
            settings.source = sides.count == 2 ? .duplex : .adf
        }
        limitToOneSheet()
    }

    /// A sheet that left the stack comes into its place, from the glass where there is one.
    public mutating func take(into place: PlaceholderRecord) {
        insertion = .into(place.id)
        lieOnTheGlass(place.kind)
        limitToOneSheet()
    }

    /// The same for a device that has no such source as was asked for one sheet: as it is set up to scan.
    public func withSource(of usual: ScanSettings) -> CaptureOrder {
        var order = self
        order.settings.source = usual.source
        order.limitToOneSheet()
        return order
    }

    /// At most the sides of one sheet; fronts and backs by turns are a matter of whole stacks.
    public mutating func limitToOneSheet() {
        if settings.source == .manualDuplex { settings.source = .adf }
        let givesBothSides = settings.source == .duplex || (settings.source == nil && isFolder)
        maxPages = givesBothSides ? 2 : 1
    }

    private var isFolder: Bool { device.hasPrefix("folder:") }

    private mutating func lieOnTheGlass(_ kind: PlaceholderKind) {
        if !isFolder { settings.source = .flatbed }
        switch kind {
        case .large, .folded: settings.paper = .largest
        case .map:
            settings.paper = .largest
            // TT 05/2025, Điều 8.2a: maps and drawings.
            settings.dpi = max(settings.dpi, 300)
            settings.dpiFloor = max(settings.dpiFloor, 300)
        case .fragile, .slip: break
        }
    }
}
