import Records
import Terminal
import Texts
import Vietnamese

/// What the command line says about the station.
public struct StationOptions: Sendable {
    public var language: Language
    public var theme: Theme
    /// How pictures are drawn, over what the settings say; nil for the settings.
    public var preview: PictureMode?
    /// How Vietnamese is typed, over what the settings say; nil for the settings.
    public var inputMethod: InputMethod?
    /// What was found amiss before the screen came up, such as a theme that cannot be read.
    public var warnings: [Phrase]
    /// For tests: where to tell busy and idle (`TRAMQUET_BUSY_FILE`).
    public var busyFile: String?

    public init(
        language: Language, theme: Theme, preview: PictureMode? = nil, inputMethod: InputMethod? = nil, warnings: [Phrase] = [],
        busyFile: String? = nil
    ) {
        self.language = language
        self.theme = theme
        self.preview = preview
        self.inputMethod = inputMethod
        self.warnings = warnings
        self.busyFile = busyFile
    }
}

/// The main loop: takes messages, updates the model, has effects performed, and shows what changed.
@MainActor
public final class Runtime {
    private enum Item: Sendable {
        case message(Message)
        case effectEnded
        case terminalClosed
        /// Waiting for the last effects has taken too long.
        case gaveUp
    }

    public private(set) var model: Model
    private let device: any TerminalDevice
    private let services: any StationServices
    private let clock: any Clock
    private let mailbox = Mailbox<Item>()
    private let effects: EffectRunner
    private let busy: BusyCounter
    private var messages = 0
    private var shown: Surface?
    private var isDone = false

    /// How long leaving waits for effects that do not end, such as a driver that hangs.
    private static let patience = Duration.seconds(10)

    public init(device: any TerminalDevice, services: any StationServices, clock: any Clock, options: StationOptions) {
        self.device = device
        self.services = services
        self.clock = clock
        model = Model(
            language: options.language, size: device.size, theme: options.theme, colors: device.colors, now: clock.now())
        model.previewWish = options.preview
        model.inputMethodWish = options.inputMethod
        model.startWarnings = options.warnings
        busy = BusyCounter(path: options.busyFile)
        let mailbox = mailbox
        let theme = options.theme
        effects = EffectRunner(
            services: services, send: { mailbox.post(.message(Runtime.message($0, theme))) },
            ended: { mailbox.post(.effectEnded) })
    }

    /// Runs until the person leaves or the terminal is gone. The device is closed by its owner.
    public func run() async {
        let sources = startSources()
        draw()
        perform([.start])
        while !isDone {
            let items = await mailbox.take()
            for item in items { handle(item) }
            draw()
            busy.report(isIdle: effects.count == 0, messages: messages)
        }
        for source in sources { source.cancel() }
    }

    /// Pictures are drawn on the thread that brings them, so that the main one stays free for keys.
    private nonisolated static func message(_ event: Event, _ theme: Theme) -> Message {
        guard case .pageImage(let request, let image) = event else { return .event(event) }
        return .pictureDrawn(request, request.draw(image, theme: theme))
    }

    private func startSources() -> [Task<Void, Never>] {
        let mailbox = mailbox
        let (device, services, clock) = (device, services, clock)
        let theme = model.theme
        return [
            Task {
                for await event in device.events {
                    switch event {
                    case .key(let key): mailbox.post(.message(.input(key)))
                    case .resized(let size): mailbox.post(.message(.resized(size)))
                    case .closed: mailbox.post(.terminalClosed)
                    }
                }
                // Also when the terminal was closed from our side, by a signal.
                mailbox.post(.terminalClosed)
            },
            Task.detached {
                for await event in services.news() { mailbox.post(.message(Runtime.message(event, theme))) }
            },
            Task.detached {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(1))
                    mailbox.post(.message(.tick(clock.now())))
                }
            },
        ]
    }

    private func handle(_ item: Item) {
        switch item {
        case .message(let message):
            if case .tick = message {} else { messages += 1 }
            if model.isLeaving, case .input = message { return }
            perform(update(&model, message))
        case .effectEnded:
            effects.settle()
            if model.isLeaving, effects.count == 0 { isDone = true }
        case .terminalClosed:
            if !model.isLeaving { perform(model.leaveNow()) }
        case .gaveUp: isDone = true
        }
    }

    private func perform(_ wanted: [Effect]) {
        for effect in wanted {
            switch effect {
            case .bell: device.bell()
            case .quit: finish()
            default: effects.perform(effect)
            }
        }
    }

    /// Ends when the effects under way have, or after a while without them.
    private func finish() {
        if effects.count == 0 {
            isDone = true
            return
        }
        model.say(.working, Text.leaving)
        let mailbox = mailbox
        Task.detached {
            try? await Task.sleep(for: Runtime.patience)
            mailbox.post(.gaveUp)
        }
    }

    private func draw() {
        let surface = view(model)
        guard surface != shown else { return }
        shown = surface
        device.draw(surface)
    }
}
