import FaultLoop
import Testing

/// The short form of `swift run fault-loop`.
@Suite struct FaultLoopTests {
    @Test func nothingReportedIsLostWhateverIsKilled() throws {
        let figures = try FaultLoop(seed: 20_261_121).run(kills: 12)
        #expect(figures.problems.isEmpty, "\(figures.problems.joined(separator: "\n"))\n\(figures.table)")
        #expect(figures.totalKills == 12 && figures.pagesReported > 0)
    }
}
