import CNcurses
import CSystem
import Foundation

/// Owns the ncurses screen; every call of the library is in here.
@MainActor
final class CursesScreen {
    let colors: ColorDepth
    private let line: TerminalLine
    private let outputFile: UnsafeMutablePointer<FILE>?
    private let inputFile: UnsafeMutablePointer<FILE>?
    private var screen: OpaquePointer?
    private let hasMouse: Bool

    init(line: TerminalLine, environment: [String: String]) throws(TerminalError) {
        let type = environment["TERM"] ?? ""
        self.line = line
        outputFile = fdopen(dup(line.output), "w")
        inputFile = fdopen(dup(line.input), "r")
        guard !type.isEmpty, let screen = CursesScreen.start(type, environment, outputFile, inputFile) else {
            CursesScreen.close(outputFile, inputFile)
            throw .unknownType(type)
        }
        self.screen = screen
        hasMouse = CursesScreen.capability("kmous") != nil
        colors = CursesScreen.startColors(environment)
        guard CursesScreen.capability("cup") != nil, CursesScreen.capability("clear") != nil else {
            endwin()
            delscreen(screen)
            CursesScreen.close(outputFile, inputFile)
            line.restore()
            throw .tooPlain(type)
        }
        prepare()
    }

    var size: Size {
        Size(columns: max(1, Int(getmaxx(cn_stdscr()))), rows: max(1, Int(getmaxy(cn_stdscr()))))
    }

    // MARK: Starting and leaving

    /// Tries the direct-colour twin of the type first when the terminal says that it has 24-bit colour: ncurses can
    /// only send what a terminfo entry describes, and the entries of the `ncurses-term` package may not be there.
    private static func start(
        _ type: String, _ environment: [String: String], _ output: UnsafeMutablePointer<FILE>?,
        _ input: UnsafeMutablePointer<FILE>?
    ) -> OpaquePointer? {
        let says = environment["COLORTERM"] ?? ""
        if ["truecolor", "24bit"].contains(says), !isColorless(environment), type.hasSuffix("-256color") {
            let direct = type.dropLast("-256color".count) + "-direct"
            if let screen = newterm(String(direct), output, input) { return screen }
        }
        return newterm(type, output, input)
    }

    private static func startColors(_ environment: [String: String]) -> ColorDepth {
        guard !isColorless(environment), has_colors() else { return .mono }
        start_color()
        use_default_colors()
        return ColorDepth(terminfo: Int(cn_colors()))
    }

    /// `NO_COLOR` set to anything but nothing (no-color.org).
    private static func isColorless(_ environment: [String: String]) -> Bool {
        environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    }

    private func prepare() {
        raw()
        noecho()
        nonl()
        keypad(cn_stdscr(), true)
        scrollok(cn_stdscr(), false)
        leaveok(cn_stdscr(), false)
        // Keys that wait must not hold back a picture.
        typeahead(-1)
        def_prog_mode()
    }

    /// Goes to the full screen, also after `leave()`.
    func enter() {
        reset_prog_mode()
        clearok(cn_stdscr(), true)
        wrefresh(cn_stdscr())
        line.write(CursesScreen.pasteOn)
        if hasMouse { line.write(CursesScreen.mouseOn) }
    }

    /// Gives the terminal back; `enter()` returns.
    func leave() {
        if hasMouse { line.write(CursesScreen.mouseOff) }
        line.write(CursesScreen.pasteOff)
        curs_set(1)
        endwin()
    }

    /// Frees everything. After `leave()`.
    func end() {
        guard let screen else { return }
        self.screen = nil
        delscreen(screen)
        CursesScreen.close(outputFile, inputFile)
    }

    private static func close(_ files: UnsafeMutablePointer<FILE>?...) {
        for case let file? in files { fclose(file) }
    }

    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    /// Buttons, drags, and coordinates as numbers; terminals without the last send the old form.
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

    // MARK: Drawing

    func resize(_ size: Size) {
        resizeterm(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
        forget()
    }

    /// What is on the terminal is not known any more; the next draw sends everything.
    func forget() {
        werase(cn_stdscr())
        clearok(cn_stdscr(), true)
    }

    func draw(_ changes: [Surface.Change], cursor: Point?) {
        var style: Style?
        var look = Look()
        for change in changes {
            if change.cell.style != style {
                style = change.cell.style
                look = Look(change.cell.style, depth: colors)
            }
            place(change, look)
        }
        // Hidden before it moves, shown after, so that it does not flicker across the screen.
        if cursor == nil { curs_set(0) }
        if let cursor { wmove(cn_stdscr(), Int32(cursor.y), Int32(cursor.x)) }
        wrefresh(cn_stdscr())
        if cursor != nil { curs_set(1) }
    }

    private func place(_ change: Surface.Change, _ look: Look) {
        var letters = CursesScreen.letters(change.cell)
        letters.append(0)
        var pair = look.pair
        var packed = cchar_t()
        // Colour pairs above a short go through the last argument.
        setcchar(&packed, letters, look.attributes, Int16(clamping: pair), &pair)
        // ERR for the last cell of the last row is normal: it is drawn, only the cursor cannot go on.
        mvwadd_wch(cn_stdscr(), Int32(change.y), Int32(change.x), &packed)
    }

    /// The scalars as ncurses will measure them: where this C library disagrees about the width, `?` stands instead,
    /// or everything to the right would shift.
    private static func letters(_ cell: Cell) -> [wchar_t] {
        var letters: [wchar_t] = []
        for scalar in cell.character.unicodeScalars {
            let letter = wchar_t(scalar.value)
            let width = csys_character_width(scalar.value)
            if letters.isEmpty {
                letters.append(width == Int32(cell.width) ? letter : question(cell.width))
            } else if width == 0, letters.count < Int(CCHARW_MAX) - 1 {
                letters.append(letter)
            }
        }
        return letters
    }

    /// `?`, or the fullwidth `？`.
    private static func question(_ width: Int) -> wchar_t { width == 2 ? 0xFF1F : 0x3F }

    func bell() { beep() }

    /// Attributes and colour pair of a style on this terminal.
    private struct Look {
        var attributes: attr_t = 0
        var pair: Int32 = 0

        init() {}

        init(_ style: Style, depth: ColorDepth) {
            let reduced = ReducedStyle(style, depth: depth)
            if reduced.bold { attributes |= CN_BOLD }
            if reduced.underline { attributes |= CN_UNDERLINE }
            if reduced.reverse { attributes |= CN_REVERSE }
            if reduced.dim { attributes |= CN_DIM }
            guard depth != .mono, reduced.foreground >= 0 || reduced.background >= 0 else { return }
            pair = max(0, alloc_pair(reduced.foreground, reduced.background))
        }
    }

    // MARK: Terminfo

    /// The sequences that this terminal's entry gives for our keys.
    var keySequences: [[UInt8]: Key] {
        var result: [[UInt8]: Key] = [:]
        for (name, key) in CursesScreen.keyNames {
            guard let bytes = CursesScreen.capability(name), bytes.count > 1, bytes[0] == Byte.escape else { continue }
            result[bytes] = key
        }
        return result
    }

    private static let keyNames: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .insert), ("kcbt", .backTab),
            ("kent", .enter), ("kbs", .backspace),
        ] + (1...24).map { ("kf\($0)", .function($0)) }

    /// A string of the terminfo entry, or nil when it has none.
    private static func capability(_ name: String) -> [UInt8]? {
        // tigetstr answers -1 for a name that is no string capability.
        guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
        let bytes = Array(String(cString: value).utf8)
        return bytes.isEmpty ? nil : bytes
    }
}
