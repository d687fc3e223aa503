import Records
import Texts

/// Something an order asked that the device does otherwise. The run goes on; the person is told.
public enum UnmetWish: Codable, Sendable, Hashable {
    case resolution(asked: Int, got: Int)
    /// The device takes in less than the paper; `got` in millimetres.
    case paper(asked: PaperFormat, got: PaperSize)
    /// The device has no such option now.
    case adjustment(Adjustment)

    /// What a picture is made of before it is stored.
    public enum Adjustment: String, Codable, Sendable, CaseIterable {
        case brightness, contrast, threshold
    }

    /// Stable, for `--json`.
    public var code: String {
        switch self {
        case .resolution: "resolution"
        case .paper: "paper"
        case .adjustment(let adjustment): adjustment.rawValue
        }
    }

    /// As a note in the narrow counter of the scan desk: some 25 columns.
    public var note: Phrase {
        switch self {
        case .resolution(let asked, let got): Text.unmetResolutionNote.with(["asked": String(asked), "got": String(got)])
        case .paper(_, let got):
            Text.unmetPaperNote.with(["width": String(Int(got.width.rounded())), "height": String(Int(got.height.rounded()))])
        case .adjustment(.brightness): Text.unmetBrightnessNote.phrase
        case .adjustment(.contrast): Text.unmetContrastNote.phrase
        case .adjustment(.threshold): Text.unmetThresholdNote.phrase
        }
    }

    /// What a person is told.
    public var message: Phrase {
        switch self {
        case .resolution(let asked, let got): Text.unmetResolution.with(["asked": String(asked), "got": String(got)])
        case .paper(let asked, let got):
            Text.unmetPaper.with([
                "asked": asked.rawValue.uppercased(), "width": String(Int(got.width.rounded())), "height": String(Int(got.height.rounded())),
            ])
        case .adjustment(.brightness): Text.unmetBrightness.phrase
        case .adjustment(.contrast): Text.unmetContrast.phrase
        case .adjustment(.threshold): Text.unmetThreshold.phrase
        }
    }
}
