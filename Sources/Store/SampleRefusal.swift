import Texts

/// Why a sample of lines cannot be drawn, or a line not be taken.
public enum SampleRefusal: Error, Sendable, Hashable {
    case noSuchFonds(String, known: [String])
    case nothingRead(SampleFrame.LeftOut)
    case noSuchSample(String)
    /// Two people have to be told apart.
    case noName
    /// One person never types a line twice.
    case ownLine
    /// Others were quicker.
    case lineClosed
    case lineNotThere

    public var code: String {
        switch self {
        case .noSuchFonds: "no_such_fonds"
        case .nothingRead: "nothing_read"
        case .noSuchSample: "no_such_sample"
        case .noName: "no_name"
        case .ownLine: "own_line"
        case .lineClosed: "line_closed"
        case .lineNotThere: "no_such_line"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .noSuchFonds, .noSuchSample, .lineNotThere: .missingInput
        case .nothingRead: .badData
        case .noName: .usage
        case .ownLine: .notPermitted
        case .lineClosed: .tryAgain
        }
    }

    public var message: Phrase {
        switch self {
        case .noSuchFonds(let code, let known):
            (known.isEmpty ? Text.sampleNoFonds : .sampleNoSuchFonds).with(["code": code, "known": known.joined(separator: ", ")])
        case .nothingRead(let left):
            Text.sampleNothingRead.with(["unread": String(left.unread), "blank": String(left.blank), "settled": String(left.settled)])
        case .noSuchSample(let number): Text.sampleNoSuch.with(["sample": number])
        case .noName: Text.sampleNoName.phrase
        case .ownLine: Text.sampleOwnLine.phrase
        case .lineClosed: Text.sampleLineClosed.phrase
        case .lineNotThere: Text.sampleLineNotHere.phrase
        }
    }

    public var todo: Phrase {
        switch self {
        case .nothingRead: Text.sampleReadFirst.phrase
        case .noSuchSample, .lineNotThere: Text.sampleSeeList.phrase
        case .noName: Text.sampleGiveName.phrase
        case .noSuchFonds, .ownLine, .lineClosed: Text.checkTheValue.phrase
        }
    }
}
