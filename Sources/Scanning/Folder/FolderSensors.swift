import Foundation

/// The sensors of a folder that acts as a scanner: a file that is there is paper that lies ready, another is a button that
/// is held down.
struct FolderSensors: Sensors {
    static let paperFile = "paper-loaded"
    static let buttonFile = "scan-button"

    let folder: String

    func read() throws(ScanFault) -> Sensed {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { throw .watchLost(device: folder) }
        return Sensed(
            paper: names.contains(FolderSensors.paperFile), button: names.contains(FolderSensors.buttonFile) ? "scan" : nil)
    }
}
