import Records
import Texts

extension Model {
    mutating func opened(_ dossier: DeskDossier) {
        desk = DeskState(keepingDeviceOf: desk)
        // What the device did otherwise is of the run that is over.
        desk.unmet = []
        desk.take(dossier)
        desk.moveCursor(to: dossier.pages.count - 1)
        desk.openedAt = now
        screen = .scanDesk
        closeDialogsOfTheDesk()
        register.clearFilter()
        say(.done, Text.dossierOpened.with(["code": dossier.code]))
        showOpenedWithheld()
        // Under a question that came before it: what is asked first is answered first.
        if dossier.counts.countedSheets == nil, dossier.pages.isEmpty { layers.insert(.countSheets(CountState(dossier.counts, dossier.preparation)), at: 0) }
    }

    /// Dialogs belong to the dossier that was there; what went wrong and what is asked of the person stays.
    mutating func closeDialogsOfTheDesk() {
        layers.removeAll { layer in
            switch layer {
            case .notice: false
            case .question(let question): question.subject.isAboutDesk
            default: true
            }
        }
    }
}
