import FaultLoop
import Foundation

// swift run fault-loop [KILLS] [SEED]: the long form of the test of the same name.
let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
guard !arguments.contains(nil), arguments.count <= 2 else {
    print("usage: fault-loop [KILLS] [SEED]")
    exit(64)
}
let kills = arguments.first.flatMap { $0 } ?? 200
let seed = arguments.dropFirst().first.flatMap { $0 } ?? 1
/// At once, also into a pipe.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
say("seed \(seed)")
let start = ContinuousClock.now
let figures = try FaultLoop(seed: seed) { say($0) }.run(kills: Int(kills))
say(figures.table)
say("seconds                        \(Int(start.duration(to: .now) / .seconds(1)))")
exit(figures.problems.isEmpty ? 0 : 1)
