/// The paper a run is asked to take in, by the name people have for it.
public enum PaperFormat: String, Sendable, Codable, CaseIterable {
    case a5, a4, a3, a2
    /// Foolscap as Vietnamese offices bought it: 210 × 330 mm, longer than A4.
    case f4
    /// US legal, 8½ × 14 inches: old typewriter paper.
    case legal
    /// All the device takes in: maps, drawings, newspapers.
    case largest

    /// Upright; nil for `largest`, which is the device's.
    public var size: PaperSize? {
        switch self {
        case .a5: .a5
        case .a4: .a4
        case .a3: .a3
        // ISO 216.
        case .a2: PaperSize(width: 420, height: 594)
        case .f4: PaperSize(width: 210, height: 330)
        case .legal: PaperSize(width: 215.9, height: 355.6)
        case .largest: nil
        }
    }
}
