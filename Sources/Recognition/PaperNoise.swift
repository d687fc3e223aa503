import Imaging

/// The grain of blank paper, which Tesseract takes for ink: its threshold always halves the shades there are, so on a
/// page without ink it cuts through the paper itself, and the millions of specks keep it busy for more than a minute
/// (measured on clean backs of colour scans; one to two seconds for a full page of text).
enum PaperNoise {
    /// How much darker than the paper, in levels of 256, the faintest ink is. Grain on real pages stays below.
    private static let faintestInk = 30
    /// Ink as faint as that never covers as much of a page; the darker half of the grain does.
    private static let mostFaintInk = 0.2
    /// What stands off so little is grain, however little of the page it covers.
    private static let mostGrain = 12.0

    /// The page with its paper made white, when it shows hardly anything but paper; what is darker stays as it is.
    /// Any other page comes back untouched.
    static func cleared(_ page: GreyImage) throws(ImagingError) -> GreyImage {
        let shades = Histogram(page)
        let (contrast, darkShare) = shades.parted
        let isGrain = contrast < mostGrain || (contrast < Double(faintestInk) && darkShare > mostFaintInk)
        guard isGrain else { return page }
        let lightestInk = shades.median - faintestInk
        return try GreyImage(
            width: page.width, height: page.height, pixels: page.pixels.map { Int($0) > lightestInk ? 255 : $0 })
    }
}

/// How many pixels have each of the 256 shades.
struct Histogram {
    private let counts: [Int]
    private let total: Int

    init(_ image: GreyImage) {
        var counts = [Int](repeating: 0, count: 256)
        for shade in image.pixels { counts[Int(shade)] += 1 }
        self.counts = counts
        total = image.pixels.count
    }

    var median: Int {
        var sum = 0
        for shade in 0..<256 {
            sum += counts[shade]
            if sum * 2 >= total { return shade }
        }
        return 255
    }

    /// The dark and the light pixels, parted where they differ most (N. Otsu, 1979): the distance of their mean shades,
    /// in levels, and the share of the dark ones, 0…1.
    var parted: (contrast: Double, darkShare: Double) {
        let weightedTotal = counts.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) }
        var (dark, weightedDark, best) = (0.0, 0.0, 0.0)
        var parted = (contrast: 0.0, darkShare: 0.0)
        for shade in 0..<256 {
            dark += Double(counts[shade])
            weightedDark += Double(shade * counts[shade])
            let light = Double(total) - dark
            guard dark > 0, light > 0 else { continue }
            let contrast = (weightedTotal - weightedDark) / light - weightedDark / dark
            let between = dark * light * contrast * contrast
            if between > best { (best, parted) = (between, (contrast, dark / Double(total))) }
        }
        return parted
    }
}
