import Texts

// What counts, differences and reasons are called, on paper and on the screen alike.

extension ConditionCode {
    public var text: Text {
        switch self {
        case .good: .conditionGood
        case .torn: .conditionTorn
        case .mouldy: .conditionMouldy
        case .stained: .conditionStained
        case .stuck: .conditionStuck
        case .other: .conditionOther
        }
    }
}

extension PhysicalCondition {
    /// `rách, giòn; mốc: góc dưới`. The counter's own words stand for `other`; empty when nobody said.
    public func words(_ language: Language) -> String {
        let coded = codes.filter { $0 != .other }.map { $0.text(language) }.joined(separator: "; ")
        return [coded, detail].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

extension EarlyReturnReason {
    public func words(_ language: Language) -> String {
        switch self {
        case .borrowedBack: Text.earlyBorrowedBack(language)
        case .onRequest: Text.earlyOnRequest(language)
        case .other(let text): text
        }
    }
}

extension CountDifference {
    /// `thiếu 2 tờ so với danh mục`.
    public func words(_ language: Language) -> String {
        switch self {
        case .dossiers(let basis, let expected, let found):
            CountDifference.words(found < expected ? .dossiersMissing : .dossiersOver, abs(found - expected), basis, language)
        case .sheets(let basis, let expected, let found):
            CountDifference.words(found < expected ? .sheetsMissing : .sheetsOver, abs(found - expected), basis, language)
        case .condition(let before, let now):
            Text.conditionChanged.with(["before": before.wordsOrUnsaid(language), "now": now.wordsOrUnsaid(language)])(language)
        }
    }

    private static func words(_ text: Text, _ count: Int, _ basis: Basis, _ language: Language) -> String {
        text.with(["count": String(count), "basis": basis.text(language)])(language)
    }
}

extension PhysicalCondition {
    fileprivate func wordsOrUnsaid(_ language: Language) -> String {
        self == .unsaid ? Text.conditionUnsaid(language) : words(language)
    }
}

extension CountDifference.Basis {
    public var text: Text {
        switch self {
        case .register: .basisRegister
        case .scanned: .basisScanned
        case .entry: .basisEntry
        }
    }
}

extension BoxIssueCode {
    public var text: Text {
        switch self {
        case .noDossiers: .issueNoDossiers
        case .dossiersDiffer: .issueDossiersDiffer
        case .sheetsDiffer: .issueSheetsDiffer
        case .notScanned: .issueNotScanned
        case .notFinished: .issueNotFinished
        case .pagesWaiting: .issuePagesWaiting
        case .placesOpen: .issuePlacesOpen
        case .findingsOpen: .issueFindingsOpen
        case .notDelivered: .issueNotDelivered
        case .changedSince: .issueChangedSince
        case .notAccepted: .issueNotAccepted
        }
    }
}

extension BoxIssue {
    /// `chưa giao (3)`.
    public func words(_ language: Language) -> String { count > 0 ? "\(code.text(language)) (\(count))" : code.text(language) }
}

extension BoxColour {
    public var text: Text {
        switch self {
        case .green: .boxGreen
        case .red: .boxRed
        case .untouched: .boxUntouched
        }
    }
}

extension BoxPresence {
    public var text: Text {
        switch self {
        case .notReceived: .boxNotReceived
        case .here: .boxHere
        case .returned: .boxReturned
        }
    }
}
