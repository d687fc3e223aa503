import Foundation

/// What lies on a side of paper in a tray.
public enum Face: Sendable {
    case page(Int), blank
    /// Nothing but a QR code that says this.
    case code(String)
    /// A page of a PDF of `tramquet separators`.
    case sheet(Int, upsideDown: Bool = false)
}

/// Sheets out of `tramquet separators`, printed and laid into a stack.
extension Office {
    /// - Returns: the PDF.
    public func printSheets(_ arguments: String...) throws -> String {
        let path = self.path + "/sheets.pdf"
        let outcome = try start(["separators", "--to", path, "--json"] + arguments).end()
        guard outcome.code == 0 else { throw Unprinted(outcome: outcome) }
        return path
    }

    public struct Unprinted: Error {
        let outcome: Outcome
    }

    /// A folder scanner with these sides in its tray.
    /// - Parameter sheets: the PDF that `Face.sheet` counts in.
    /// - Returns: the device's name.
    public func stack(_ faces: [Face], sheets: String, faults: String? = nil, name: String = "stack") throws -> String {
        let folder = "\(path)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (index, face) in faces.enumerated() {
            let side = "\(folder)/side\(index + 1)"
            switch face {
            case .page(let number): try Side.draw(number).write(to: URL(fileURLWithPath: side + ".jpg"))
            case .code(let text): try Side.code(text).write(to: URL(fileURLWithPath: side + ".jpg"))
            case .blank: try Side.blank().write(to: URL(fileURLWithPath: side + ".jpg"))
            case .sheet(let page, let upsideDown):
                var source = sheets
                if upsideDown {
                    source = path + "/turned.pdf"
                    try tool("qpdf", sheets, source, "--rotate=180")
                }
                let drawn = try tool("pdftoppm", "-jpeg", "-gray", "-r", "100", "-f", "\(page)", "-l", "\(page)", "-singlefile", source, side)
                guard drawn.code == 0 else { throw Unprinted(outcome: drawn) }
            }
        }
        if let faults { try write(faults, to: "\(name)/faults.toml") }
        return "folder:" + folder
    }

    /// The numbers on a dossier's pages, in order.
    public func numbers(_ code: String) throws -> [Int?] {
        try show(code)["pages"].list.map { Side.number(ofFile: imagePath($0["id"].text ?? "")) }
    }
}
