/// The export to a folder: plan, run, result.
public struct ExportState: Equatable, Sendable {
    public enum Phase: Equatable, Sendable {
        case planning
        case running(ExportProgress)
        case stopping(ExportProgress)
        case finished(ExportResult)
        case failed(Failure)
    }
    public var target = TextField(content: .code, limit: 400)
    public var plan: ExportPlan?
    public var phase: Phase = .planning

    public init() {}

    var isRunning: Bool {
        switch phase {
        case .running, .stopping: true
        default: false
        }
    }

    /// The plan, if it is for the folder in the field.
    var currentPlan: ExportPlan? { plan?.target == target.text ? plan : nil }
}
