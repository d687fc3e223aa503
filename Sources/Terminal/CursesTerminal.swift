import CNcurses
import CSystem
import Dispatch
import Foundation

/// The real terminal. ncurses draws and knows the terminal type; the bytes that come in are decoded by `KeyDecoder`.
///
/// Needs the main actor to run on the main Dispatch queue, as it does in a program with an asynchronous `main`.
/// One at a time: the library keeps its state in globals.
@MainActor
public final class CursesTerminal: TerminalDevice {
    public private(set) var size: Size
    public let colors: ColorDepth
    public let events: AsyncStream<TerminalEvent>

    private let continuation: AsyncStream<TerminalEvent>.Continuation
    private let line: TerminalLine
    private let screen: CursesScreen
    private var decoder: KeyDecoder
    private var shown: Surface?
    private var sources: [any DispatchSourceProtocol] = []
    private var reading: (any DispatchSourceRead)?
    private var flushing: Task<Void, Never>?
    private var state = State.running

    private enum State { case running, suspended, closed }

    /// Takes the terminal: standard input and output if they are one, otherwise `/dev/tty`.
    public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(TerminalError) {
        CursesTerminal.chooseLocale()
        let line = try TerminalLine()
        // Before ncurses starts, so that it installs no handler of its own; ignored signals still reach Dispatch.
        signal(SIGWINCH, SIG_IGN)
        csys_restore_terminal_on_crash(line.output)
        let screen = try CursesScreen(line: line, environment: environment)
        (events, continuation) = AsyncStream.makeStream(of: TerminalEvent.self)
        self.line = line
        self.screen = screen
        colors = screen.colors
        decoder = KeyDecoder(sequences: screen.keySequences)
        size = line.size ?? screen.size
        screen.enter()
        screen.resize(size)
        watch()
    }

    isolated deinit { close() }

    // MARK: Drawing

    public func draw(_ surface: Surface) {
        var next = Surface(size: size)
        next.draw(surface, at: Point(x: 0, y: 0))
        let changes = next.changes(from: shown)
        let cursorMoved = shown?.cursor != next.cursor
        shown = next
        guard state == .running, cursorMoved || !changes.isEmpty else { return }
        screen.draw(changes, cursor: next.cursor.flatMap { next.bounds.contains(x: $0.x, y: $0.y) ? $0 : nil })
    }

    public func bell() {
        if state == .running { screen.bell() }
    }

    public func suspend() {
        guard state == .running else { return }
        state = .suspended
        reading?.suspend()
        screen.leave()
    }

    public func resume() {
        guard state == .suspended else { return }
        state = .running
        screen.enter()
        takeSize()
        redraw()
        reading?.resume()
    }

    public func close() {
        guard state != .closed else { return }
        // A suspended Dispatch source must not be released.
        if state == .suspended { reading?.resume() } else { screen.leave() }
        state = .closed
        flushing?.cancel()
        for source in sources { source.cancel() }
        sources = []
        reading = nil
        screen.end()
        line.restore()
        continuation.finish()
    }

    private func redraw() {
        guard let shown else { return }
        self.shown = nil
        screen.forget()
        draw(shown)
    }

    // MARK: Keys and signals

    private func watch() {
        let reading = DispatchSource.makeReadSource(fileDescriptor: line.input, queue: .main)
        reading.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.read() } }
        reading.activate()
        self.reading = reading
        let resized = DispatchSource.makeSignalSource(signal: SIGWINCH, queue: .main)
        resized.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.takeSize() } }
        let continued = DispatchSource.makeSignalSource(signal: SIGCONT, queue: .main)
        continued.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.wakeUp() } }
        resized.activate()
        continued.activate()
        sources = [reading, resized, continued]
    }

    private func read() {
        guard state == .running else { return }
        guard let bytes = line.read() else {
            reading?.cancel()
            continuation.yield(.closed)
            return
        }
        send(decoder.feed(bytes))
        flushing?.cancel()
        guard let patience = CursesTerminal.patience(decoder.waiting) else { return }
        flushing = Task { [weak self] in
            do { try await Task.sleep(for: patience) } catch { return }
            self?.flush()
        }
    }

    private func flush() {
        if state == .running { send(decoder.flush()) }
    }

    private func send(_ keys: [Key]) {
        for key in keys { continuation.yield(.key(key)) }
    }

    /// How long to wait for the rest of what has begun. Escape alone is a key that must answer at once; what has
    /// surely begun may be cut by a slow network.
    private static func patience(_ waiting: KeyDecoder.Waiting) -> Duration? {
        switch waiting {
        case .nothing: nil
        case .escape: .milliseconds(25)
        case .sequence: .milliseconds(250)
        case .character: .seconds(1)
        case .paste: .seconds(2)
        }
    }

    private func takeSize() {
        guard state == .running, let new = line.size, new != size else { return }
        size = new
        shown = nil
        screen.resize(new)
        continuation.yield(.resized(new))
    }

    /// After a stop from outside the shell has changed the terminal's modes.
    private func wakeUp() {
        guard state == .running else { return }
        screen.enter()
        takeSize()
        redraw()
    }

    /// UTF-8 whatever the environment says (`C.UTF-8` is on every Debian), and decimals with a point, since C
    /// libraries print and parse them by the locale.
    private static func chooseLocale() {
        let named = setlocale(LC_ALL, "") != nil
        if !named || String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_ALL, "C.UTF-8") }
        setlocale(LC_NUMERIC, "C")
    }
}
