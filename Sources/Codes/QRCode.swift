import CZint

/// A QR code as its modules, for whoever draws it.
public struct QRCode: Sendable, Hashable {
    /// Modules each way, without the quiet zone.
    public let size: Int
    /// Row by row from the top left; true is dark.
    private let modules: [Bool]

    /// Modules of white that a reader wants all around (ISO/IEC 18004).
    public static let quietZone = 4

    public subscript(row: Int, column: Int) -> Bool { modules[row * size + column] }

    /// - Parameter text: ASCII, so that no reader has to guess how it is written. A quarter of the code may be lost.
    public init(_ text: String) throws(CodesError) {
        guard let symbol = ZBarcode_Create() else { throw .cannotEncode(text) }
        defer { ZBarcode_Delete(symbol) }
        symbol.pointee.symbology = Int32(BARCODE_QRCODE)
        symbol.pointee.input_mode = Int32(DATA_MODE)
        // Level Q of L, M, Q, H.
        symbol.pointee.option_1 = 3
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, ZBarcode_Encode(symbol, bytes, Int32(bytes.count)) < Int32(ZINT_ERROR),
            symbol.pointee.rows == symbol.pointee.width
        else { throw .cannotEncode(text) }
        let size = Int(symbol.pointee.rows)
        self.size = size
        modules = (0..<(size * size)).map { czint_is_dark(symbol, Int32($0 / size), Int32($0 % size)) != 0 }
    }
}
