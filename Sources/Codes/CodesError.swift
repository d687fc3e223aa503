/// Why no code could be made of a text: it is longer than a QR code holds, or there is no memory.
public enum CodesError: Error, Hashable, Sendable {
    case cannotEncode(String)
}
