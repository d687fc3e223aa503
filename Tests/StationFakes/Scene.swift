import Records
import Station
import Terminal
import Texts

/// A model driven by hand: keys and events in, state and effects out.
public struct Scene {
    public var model: Model
    /// Effects of the last message, pictures left out.
    public private(set) var effects: [Effect] = []

    public init(language: Language = .vi, columns: Int = 120, rows: Int = 40, preview: PictureMode = .blocks) {
        let theme = ThemeLibrary(folder: nil).theme("dark", colors: .palette256).theme
        model = Model(
            language: language, size: Size(columns: columns, rows: rows), theme: theme, colors: .palette256, now: Sample.now)
        model.previewWish = preview
        send(.event(.status(StationStatus(doneToday: 37, readingWaiting: 14))))
        send(.event(.settings(Sample.settings, isFirstRun: false)))
    }

    /// With a dossier on the desk.
    public static func desk(
        pages: Int = 24, counted: Int? = 42, language: Language = .vi, columns: Int = 120, rows: Int = 40,
        preview: PictureMode = .blocks
    ) -> Scene {
        var scene = Scene(language: language, columns: columns, rows: rows, preview: preview)
        scene.send(.event(.dossierOpened(Sample.dossier(pages: pages, counted: counted))))
        return scene
    }

    public mutating func send(_ message: Message) {
        let all = update(&model, message)
        effects = all.filter { if case .loadPicture = $0 { false } else { true } }
        for case .loadPicture(let request) in all { wanted.append(request) }
    }

    public mutating func event(_ event: Event) { send(.event(event)) }
    public mutating func press(_ keys: Key...) { for key in keys { send(.input(key)) } }
    public mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    /// Pictures asked for and not answered.
    public private(set) var wanted: [PictureRequest] = []

    /// Answers every request for a picture.
    public mutating func loadPictures() {
        while !wanted.isEmpty {
            let request = wanted.removeFirst()
            let number = Int(request.page.ulid.low) - 10_000
            send(.event(.pageImage(request, Sample.image(number, isBlank: number % 14 == 0))))
        }
    }

    public var screen: [String] { view(model).text }
    public var text: String { screen.joined(separator: "\n") }
}
