import Terminal
import Texts
import Vietnamese

/// The form of the first run and of F8.
public struct SetupState: Equatable, Sendable {
    public enum Field: Int, Equatable, Sendable, CaseIterable {
        case agency, fondsCode, fondsTitle, station, person, device, exportFolder, dailyPlan, bell, preview, inputMethod

        fileprivate var content: TextField.Content {
            switch self {
            case .fondsCode, .device, .exportFolder: .code
            case .dailyPlan: .digits
            case .agency, .fondsTitle, .station, .person, .bell, .preview, .inputMethod: .text
            }
        }
    }

    public var isFirstRun = false
    public var field: Field = .agency
    public var fields: [TextField]
    public var bell = true
    public var preview: PictureMode = .blocks
    public var inputMethod = InputMethod.telex
    public var devices: [DeviceLine] = []
    public var deviceTrouble: [Phrase] = []
    public var isLookingForDevices = false
    /// What the form was filled from, to see whether anything changed.
    public var original = StationSettings()

    public init() {
        fields = Field.allCases.map { TextField(content: $0.content, limit: $0 == .dailyPlan ? 4 : 300) }
    }

    mutating func fill(from settings: StationSettings) {
        original = settings
        let values: [Field: String] = [
            .agency: settings.agency, .fondsCode: settings.fondsCode, .fondsTitle: settings.fondsTitle,
            .station: settings.station, .person: settings.person, .device: settings.device,
            .exportFolder: settings.exportFolder, .dailyPlan: settings.dailyPlan == 0 ? "" : String(settings.dailyPlan),
        ]
        for field in Field.allCases { fields[field.rawValue].replace(with: values[field] ?? "") }
        bell = settings.bell
        preview = settings.preview
        inputMethod = settings.typing.method
    }

    subscript(field: Field) -> TextField {
        get { fields[field.rawValue] }
        set { fields[field.rawValue] = newValue }
    }

    /// What is not on the form stays as it was.
    var settings: StationSettings {
        var settings = original
        settings.agency = self[.agency].text
        settings.fondsCode = self[.fondsCode].text
        settings.fondsTitle = self[.fondsTitle].text
        settings.station = self[.station].text
        settings.person = self[.person].text
        settings.device = self[.device].text
        settings.exportFolder = self[.exportFolder].text
        settings.dailyPlan = self[.dailyPlan].number ?? 0
        settings.bell = bell
        settings.preview = preview
        settings.typing.method = inputMethod
        return settings
    }

    var isChanged: Bool { settings != original }

    /// The first field that must be filled and is not.
    var firstEmpty: Field? {
        [.agency, .fondsCode, .station, .person].first { self[$0].text.allSatisfy { $0 == " " } }
    }

    /// Whether the field is chosen from a list with ← → rather than typed.
    var isChoice: Bool { field == .bell || field == .preview || field == .inputMethod }

    mutating func move(_ step: Int) {
        let all = Field.allCases
        field = all[max(0, min(field.rawValue + step, all.count - 1))]
    }
}
