import Foundation
import Vietnamese

/// One thing a person did at the keyboard or with the mouse.
public enum Key: Hashable, Sendable {
    /// A printable character, composed (NFC).
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 is `.function(1)`.
    case function(Int)
    /// Ctrl with a lower-case letter.
    case control(Character)
    /// Alt with a character.
    case alt(Character)
    case mouse(MouseEvent)
    /// Pasted text, line ends as `\n`, control characters left out.
    case paste(String)
}

extension Key {
    /// The key as a command outside text fields: letters become their base letter in lower case, so that commands
    /// survive an outside Vietnamese input method and Caps Lock (`i` then `x` may arrive as `ĩ`; see decisions.md, Keys).
    public var command: Key {
        switch self {
        case .character(let character): .character(Key.baseLetter(character))
        case .alt(let character): .alt(Key.baseLetter(character))
        default: self
        }
    }

    /// Whether it would write something.
    public var isText: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }

    static func baseLetter(_ character: Character) -> Character {
        let folded = String(character).folded
        return folded.count == 1 ? folded.first ?? character : character
    }
}

/// A press, release, drag or turn of the wheel, at a cell counted from 0.
public struct MouseEvent: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
        case press, release, drag, wheelUp, wheelDown
    }

    public enum Button: Hashable, Sendable {
        case left, middle, right, none
    }

    public let action: Action
    public let button: Button
    public let x: Int
    public let y: Int

    public init(action: Action, button: Button = .none, x: Int, y: Int) {
        self.action = action
        self.button = button
        self.x = x
        self.y = y
    }
}
