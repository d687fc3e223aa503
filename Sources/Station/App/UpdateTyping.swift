import Terminal
import Texts
import Vietnamese

// Typing Vietnamese, with our input method or one outside.
extension Model {
    /// Whether words can be typed here.
    var isTyping: Bool {
        switch layers.last {
        case .countSheets(let count): count.isOnName
        case .palette, .finishDossier, .newDossier, .transfer, .withheld, .handover, .alike: true
        case nil: isEditingWord || isTypingLine || [.register, .boxes, .search, .setup].contains(screen)
        default: false
        }
    }

    /// Telex, VNI, off, and round again.
    mutating func changeInputMethod() -> [Effect] {
        typing.method = typing.method.stepped(1)
        say(.done, Text.didChooseInputMethod.with(["method": Text.inputMethod(typing.method)(language)]))
        return []
    }

    /// A letter that came with its marks: an outside input method is at work, and ours is switched off, or marks would be
    /// applied twice. What outside methods take back they take back with Backspace, and such a letter follows at once.
    mutating func noticeOutsideInputMethod(_ key: Key) {
        guard case .character(let character) = key, InputMethod.isComposed(character), typing.method != .off else { return }
        typing.method = .off
        notice(Text.outsideInputMethod.phrase)
    }

    /// The word that is being typed is over, as another key does something.
    mutating func endWord() -> [Effect] {
        switch layers.last {
        case .palette(var palette):
            palette.field.endWord()
            layers[layers.count - 1] = .palette(palette)
        case .countSheets(var count):
            count.endWord()
            layers[layers.count - 1] = .countSheets(count)
        case .finishDossier(var finish):
            finish.reason.endWord()
            layers[layers.count - 1] = .finishDossier(finish)
        case .newDossier(var new):
            new.title.endWord()
            layers[layers.count - 1] = .newDossier(new)
        case .withheld(var withheld):
            withheld.words.endWord()
            layers[layers.count - 1] = .withheld(withheld)
        case .transfer(var state):
            guard state.field.endWord() else { break }
            layers[layers.count - 1] = .transfer(state)
            return searchOthers(state)
        case .handover(var state):
            state.endWord()
            layers[layers.count - 1] = .handover(state)
        case .alike(var state):
            state.field.endWord()
            layers[layers.count - 1] = .alike(state)
        case nil: return endWordOnScreen()
        default: break
        }
        return []
    }

    private mutating func endWordOnScreen() -> [Effect] {
        switch screen {
        case .register: return register.text.endWord() ? [.loadRegister(register.query)] : []
        case .boxes: return boxes.field.endWord() ? [.loadBoxes(boxes.query)] : []
        case .search: return search.field.endWord() ? searchAgain() : []
        case .setup:
            if !setup.isChoice { setup[setup.field].endWord() }
            return []
        case .correction:
            correction.edit?.field.endWord()
            return []
        case .sample:
            sample.field.endWord()
            return []
        case .scanDesk, .reader, .queue, .withheldAll, .export: return []
        }
    }
}
