/// Something a check noticed about a page. But for `turned`, a finding never changes a page by itself.
public enum FindingCode: String, Sendable, Codable, CaseIterable {
    /// Rows are not level; the value is the angle in degrees, positive when the page must be turned clockwise to be level.
    case skew
    /// Hardly any ink: to be confirmed as a blank side by a person.
    case blank
    /// Ink that could be dust, a seal showing through, or a note: a doubtful blank.
    case maybeBlank = "maybe_blank"
    /// Fewer lines arrived than the device announced; the value is the share that is missing, 0…1.
    case cutShort = "cut_short"
    /// The lower part of the page is one flat colour, as a driver leaves it that lost its data; the value is its share, 0…1.
    case flatRest = "flat_rest"
    /// Below the floor of TT 05/2025, Điều 8.2a; the value is the resolution in dpi.
    case lowResolution = "low_resolution"
    /// Print without a sharp edge anywhere; the value is how far its edges spread, in millimetres of paper.
    case blur
    /// The paper itself is dark; the value is its grey, 0 for black … 1 for white.
    case tooDark = "too_dark"
    /// Print hardly darker than its paper; the value is by what share it is darker, 0…1.
    case tooLight = "too_light"
    /// The scanner's bed or a shadow along an edge; the value is its share of the image, 0…1.
    case blackBorder = "black_border"
    /// Letters run into an edge of the image; the value is the edge where most do, as stored: a `PageEdge`.
    case cutOff = "cut_off"
    /// Size and resolution do not agree with each other, with the text or with the paper asked for; the value is the
    /// longer side in millimetres, as the resolution has it.
    case wrongSize = "wrong_size"
    /// The same image as a recent page; a sheet may have been fed twice. The value is the place of that page among those in use,
    /// from 1, nil when it is not in use any more; in the database, the number of that page.
    case repeated
    /// A run of both sides ended on this front: its back did not come.
    case backMissing = "back_missing"
    /// Its text was read in another direction than the page lay in the scanner; the value is the degrees clockwise that set
    /// it upright: 90, 180 or 270. The page is shown so already, unless it had been delivered before.
    case turned
    /// Hardly a word of it was read as Vietnamese: Chinese characters, another language, handwriting, or worn beyond reading; the
    /// value is the share of its words that are doubtful, 0…1.
    case strangeText = "strange_text"
    /// A QR code of the station's own sheets whose check does not hold: what it was to say has to be done by hand.
    case damagedCode = "damaged_code"
    /// The cover or preparation sheet of another dossier: from here on the stack is not this one's.
    case otherDossier = "other_dossier"
    /// A left-out sheet "hồ sơ mới": the pages behind it are of a dossier that nobody has named.
    case newDossier = "new_dossier"
    /// The other side of a separator sheet has something on it: a page, or an old print of no use.
    case besideCode = "beside_code"
}

extension FindingCode {
    /// Blank sides have their own grid; everything else is worth a look in the list of findings.
    public var isWarning: Bool { self != .blank && self != .maybeBlank }
}

public struct Finding: Sendable, Hashable, Codable {
    public var code: FindingCode
    /// The measure behind it, in the unit its code states; nil where there is none.
    public var value: Double?

    public init(_ code: FindingCode, value: Double? = nil) {
        self.code = code
        self.value = value
    }
}

/// Whether a side is blank. A class a person confirms in one go, not a reason to drop a page.
public enum BlankClass: String, Sendable, Codable, CaseIterable {
    case notBlank = "no"
    /// The check found no ink worth a look.
    case suspected
    /// The check cannot tell dust or a bleeding seal from a note.
    case doubtful
    /// A person said so.
    case confirmed
}
