import Station
import StationFakes
import Terminal
import Testing
import Texts

struct CommandTableTests {
    @Test func everyKeyMeansOneThingInAScope() {
        for scope in Scope.allCases {
            var owners: [Key: CommandID] = [:]
            for command in CommandTable.commands(in: scope) {
                for key in command.keys {
                    #expect(owners[key] == nil, "\(key) is both \(String(describing: owners[key])) and \(command.id) in \(scope)")
                    owners[key] = command.id
                }
            }
        }
    }

    @Test func noKeyOfAScreenHidesOneThatWorksEverywhere() {
        let everywhere = Set((CommandTable.commands(in: .always) + CommandTable.commands(in: .screens)).flatMap(\.keys))
        for command in CommandTable.all where ![.always, .screens].contains(command.scope) {
            for key in command.keys { #expect(!everywhere.contains(key), "\(command.id) hides \(key)") }
        }
    }

    @Test func everyCommandIsNamedAndExplainedInBothLanguages() {
        for command in CommandTable.all {
            for language in Language.allCases {
                #expect(!command.name(language).isEmpty && !command.help(language).isEmpty)
                #expect(!command.keys.isEmpty && !command.keys[0].label(language).isEmpty)
                #expect(command.name(language).count <= 20, "\(command.id): \(command.name(language))")
            }
        }
    }

    @Test func everyCommandIsInTheTableOnce() {
        let ids = CommandTable.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids) == Set(CommandID.allCases))
    }

    @Test func lettersAreMatchedByTheirBase() {
        #expect(CommandTable.command(for: .character("Ì"), in: .scanDesk)?.id == .insert)
        #expect(CommandTable.command(for: .character("X"), in: .scanDesk)?.id == .drop)
        #expect(CommandTable.command(for: .character("đ"), in: .scanDesk)?.id == .dropped)
    }

    @Test func footerShowsOnlyWhatWorksNow() {
        let scene = Scene(language: .vi)
        for command in CommandTable.footer(for: scene.model) { #expect(command.availability(in: scene.model) == .available) }
        let desk = Scene.desk()
        let shown = CommandTable.footer(for: desk.model).map(\.id)
        #expect(shown.contains(.scan) && shown.contains(.finish) && !shown.contains(.stop) && !shown.contains(.undo))
    }

    @Test func aKeyThatDoesNotWorkNowSaysWhy() {
        var scene = Scene(language: .vi)
        scene.press(.function(2), .character(" "))
        #expect(scene.effects.isEmpty)
        #expect(scene.model.message == MessageLine(kind: .warning, phrase: Text.noDossierOnDesk.phrase))
    }

    @Test func readmeListHoldsEveryCommand() {
        let list = CommandTable.markdown(.vi)
        for command in CommandTable.all { #expect(list.contains(command.help(.vi))) }
    }
}
