import Records
import Terminal
import Texts
import Vietnamese

// What the values of a list are called on the screen.
extension Text {
    static func side(_ side: Side) -> Text { side == .front ? .sideFront : .sideBack }

    /// What was done to a page, with the number it had, or for a move the number it has now.
    static func done(_ action: PageAction, page: Int, of dossier: DeskDossier) -> Phrase {
        let text: Text =
            switch action {
            case .split: .didSplit
            case .merge: .didMerge
            case .drop, .dropRun: .didDrop
            case .restore: .didRestore
            case .moveUp, .moveDown: .didMove
            case .turn(let degrees): degrees == 270 ? .didTurnLeft : .didTurnRight
            case .confirmBlank: .didConfirmBlank
            case .markNotBlank: .didMarkNotBlank
            case .accept: .didAccept
            case .deskew(let degrees): degrees == 0 ? .didSkewAgain : .didDeskew
            case .label(let label): label == nil ? .didUnlabel : .didLabel
            case .role: .didRole
            case .countsAs: .didCountAs
            }
        var to = page
        if action == .moveUp { to = max(1, page - 1) }
        if action == .moveDown { to = min(dossier.pages.count, page + 1) }
        var arguments = ["page": String(page), "to": String(to)]
        if case .label(let label?) = action { arguments["value"] = label }
        if case .countsAs(let count) = action { arguments["value"] = String(count) }
        return text.with(arguments)
    }

    static func role(_ role: SheetRole) -> Text {
        switch role {
        case .cover: .roleCover
        case .contents: .roleContents
        case .document: .roleDocument
        case .closing: .roleClosing
        case .other: .roleOther
        case .separator: .roleSeparator
        }
    }

    /// Of a page that was set upright.
    /// - Parameter onDesk: the key that opens the findings works there only.
    static func setUpright(_ finding: Finding, onDesk: Bool) -> Text {
        switch (finding.value == 180, onDesk) {
        case (true, true): .wasUpsideDown
        case (true, false): .wasUpsideDownBehind
        case (false, true): .wasSideways
        case (false, false): .wasSidewaysBehind
        }
    }

    static func runStoppedMessage(_ reason: StopReason) -> Text {
        switch reason {
        case .empty: .stopEmpty
        case .max: .stopMax
        case .jam: .stopJam
        case .coverOpen: .stopCoverOpen
        case .hang: .stopHang
        case .cancelled, .nextDossier: .stopCancelled
        case .error: .stopError
        }
    }

    static func stage(_ stage: DossierStage) -> Text {
        switch stage {
        case .listed: .stageListed
        case .prepared: .stagePrepared
        case .scanning: .stageScanning
        case .scanned: .stageScanned
        case .corrected: .stageCorrected
        case .described: .stageDescribed
        case .accepted: .stageAccepted
        case .signed: .stageSigned
        case .packaged: .stagePackaged
        case .delivered: .stageDelivered
        case .withheld: .stageWithheld
        }
    }

    static func finishChoice(_ choice: FinishState.Choice) -> Text {
        switch choice {
        case .recounted: .finishRecounted
        case .missingBefore: .finishMissingBefore
        case .doubledNumber: .finishDoubledNumber
        case .other: .finishOther
        }
    }

    static func pictureMode(_ mode: PictureMode) -> Text {
        switch mode {
        case .ascii: .pictureModeASCII
        case .blocks: .pictureModeBlocks
        case .braille: .pictureModeBraille
        }
    }

    static func inputMethod(_ method: InputMethod) -> Text {
        switch method {
        case .telex: .inputMethodTelex
        case .vni: .inputMethodVNI
        case .off: .inputMethodOff
        }
    }

    static func setupLabel(_ field: SetupState.Field) -> Text {
        switch field {
        case .agency: .setupAgency
        case .fondsCode: .setupFondsCode
        case .fondsTitle: .setupFondsTitle
        case .station: .setupStation
        case .person: .setupPerson
        case .device: .setupDevice
        case .exportFolder: .setupExportFolder
        case .dailyPlan: .setupDailyPlan
        case .bell: .setupBell
        case .preview: .setupPreview
        case .inputMethod: .setupInputMethod
        }
    }

    static func setupExplained(_ field: SetupState.Field) -> Text {
        switch field {
        case .agency: .setupAgencyExplained
        case .fondsCode: .setupFondsCodeExplained
        case .fondsTitle: .setupFondsTitleExplained
        case .station: .setupStationExplained
        case .person: .setupPersonExplained
        case .device: .setupDeviceExplained
        case .exportFolder: .setupExportFolderExplained
        case .dailyPlan: .setupDailyPlanExplained
        case .bell: .setupBellExplained
        case .preview: .setupPreviewExplained
        case .inputMethod: .setupInputMethodExplained
        }
    }
}

extension Int {
    /// With thousands apart: `35.000`, in English `35,000`.
    func grouped(_ language: Language) -> String {
        var digits = String(magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: language == .vi ? "." : ",")
    }
}
