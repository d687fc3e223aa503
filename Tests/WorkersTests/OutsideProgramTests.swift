import Foundation
import Testing

@testable import Workers

/// Programs of others, run to their end.
@Suite struct OutsideProgramTests {
    @Test func whatItWroteAndHowItEnded() throws {
        let ended = try OutsideProgram.run("/bin/sh", ["-c", "echo chữ; echo never shown >&2; exit 3"], within: 30)
        #expect(ended.ending == .exited(3) && String(decoding: ended.output, as: UTF8.self) == "chữ\n")
    }

    @Test func moreThanAPipeHolds() throws {
        let ended = try OutsideProgram.run("/bin/sh", ["-c", "head -c 300000 /dev/zero"], within: 30)
        #expect(ended.ending == .exited(0) && ended.output.count == 300_000)
    }

    /// A child of its own that keeps the pipe open is killed with it.
    @Test func whatNeverEndsIsKilled() throws {
        let begin = ContinuousClock.now
        let ended = try OutsideProgram.run("/bin/sh", ["-c", "echo begun; cat /dev/zero > /dev/null & wait"], within: 0.3)
        #expect(ended.ending == .signalled(SIGKILL) && String(decoding: ended.output, as: UTF8.self) == "begun\n")
        #expect(ContinuousClock.now - begin < .seconds(20))
    }

    @Test func aMissingProgramIsAnError() {
        #expect(throws: SpawnError.self) { try OutsideProgram.run("/usr/bin/khong-co", [], within: 1) }
    }
}
