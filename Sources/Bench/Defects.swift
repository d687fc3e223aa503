import Foundation
import Imaging
import Measuring
import Records

/// A page as a scanner would have delivered it: grey at full resolution, and what is said about it.
struct ScannedPage {
    var image: GreyImage
    /// As the device tells it, which may be a lie.
    var dpi: Int

    var facts: ImageFacts {
        ImageFacts(width: image.width, height: image.height, dpi: dpi, mode: .gray, format: .jpeg, byteCount: 0, sha256: "")
    }

    /// What the checks are given at capture.
    var copy: GreyImage { image.reduced(by: GreyAccumulator.factor(dpi: dpi, target: PageChecks.greyDPI)) }
}

/// A way to spoil a page.
struct Defect: Sendable {
    /// What the checks should say.
    let code: FindingCode
    /// How strongly, for the table.
    let strength: String
    /// Nil where a page cannot have it: no blur without print.
    let spoil: @Sendable (_ page: ScannedPage, _ clean: PageExamination) throws -> ScannedPage?

    private init(
        _ code: FindingCode, _ strength: String, needsText: Bool = true,
        _ spoil: @escaping @Sendable (ScannedPage) throws -> ScannedPage?
    ) {
        (self.code, self.strength) = (code, strength)
        self.spoil = { page, clean in needsText && clean.blank != .notBlank ? nil : try spoil(page) }
    }

    static let all = skews + blurs + tones + borders + cuts + sizes + losses

    // MARK: Place

    private static let skews = [-3.0, -1, -0.3, 0.3, 1, 3].map { angle in
        Defect(.skew, angle: angle)
    }

    /// A page that is a little skewed already may be level afterwards: what counts is the sum.
    private init(_ code: FindingCode, angle: Double) {
        self.code = code
        strength = "\(angle)°"
        spoil = { page, clean in
            guard let own = clean.skew, abs(own - angle) >= PageChecks.leastSkew + 0.1 else { return nil }
            var page = page
            page.image = try page.image.deskewed(degreesClockwise: angle)
            return page
        }
    }

    private static let cuts = PageEdge.allCases.map { edge in
        Defect(.cutOff, "\(edge)") { page in
            try page.image.cutThroughText(at: edge).map { ScannedPage(image: $0, dpi: page.dpi) }
        }
    }

    private static let borders: [Defect] = [
        ("2 mm left", 2.0, [PageEdge.left], false), ("4 mm right", 4, [.right], false), ("3 mm all round", 3, PageEdge.allCases, false),
        ("wedge of 4 mm, top", 4, [.top], true), ("wedge of 5 mm, left and bottom", 5, [.left, .bottom], true),
    ].flatMap { name, depth, edges, isWedge in
        [UInt8(0), 70].map { grey in
            Defect(.blackBorder, "\(name), grey \(grey)", needsText: false) { page in
                var page = page
                for edge in edges {
                    page.image = try page.image.bordered(at: edge, depth: depth * Double(page.dpi) / 25.4, isWedge: isWedge, grey: grey)
                }
                return page
            }
        }
    }

    // MARK: Picture

    private static let blurs = [1.5, 2, 3, 4].map { sigma in
        Defect(.blur, "σ \(sigma) px at 300 dpi") { page in
            var page = page
            page.image = try page.image.blurred(sigma: sigma * Double(page.dpi) / 300)
            return page
        }
    }

    /// A lamp that fails darkens by a factor; a worn ribbon or a setting too bright lifts the ink. A gamma leaves black and
    /// white as they are: no page becomes illegible by it.
    private static let tones: [Defect] =
        [0.5, 0.4, 0.3, 0.2].map { factor in toned(.tooDark, "lamp × \(factor)", needsText: false) { $0 * factor } }
        + [0.5, 0.4, 0.3].map { share in toned(.tooLight, "ink × \(share)") { 1 - (1 - $0) * share } }
        + [0.5, 0.6, 0.7].map { more in toned(.tooLight, "brightness + \(more)") { $0 + more } }

    /// Nil where it changes nothing.
    private static func toned(
        _ code: FindingCode, _ strength: String, needsText: Bool = true, _ curve: @escaping @Sendable (Double) -> Double
    ) -> Defect {
        Defect(code, strength, needsText: needsText) { page in
            var page = page
            let old = page.image
            page.image = try old.mapped(curve)
            return page.image == old ? nil : page
        }
    }

    // MARK: Size

    private static let sizes: [Defect] =
        [0.5, 2 / 3, 1.5, 2].map { factor in
            Defect(.wrongSize, "dpi told × \(factor.text(2))") { page in
                ScannedPage(image: page.image, dpi: Int((Double(page.dpi) * factor).rounded()))
            }
        }
        + [
            Defect(.lowResolution, "half the dots", needsText: false) { page in
                page.dpi / 2 >= PageChecks.leastDPI ? nil : ScannedPage(image: page.image.reduced(by: 2), dpi: page.dpi / 2)
            }
        ]

    // MARK: Loss

    private static let losses = [(0.1, UInt8(128)), (0.4, 128), (0.4, 255), (0.4, 0)].map { share, grey in
        Defect(.flatRest, "\(share) of grey \(grey)", needsText: false) { page in
            var page = page
            page.image = try page.image.flattened(share: share, grey: grey)
            return page
        }
    }
}
