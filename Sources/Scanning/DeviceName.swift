/// A device as a person names it.
enum DeviceName: Equatable {
    case folder(path: String)
    case sane(String)

    /// `folder:PATH`, `sane:NAME` or a bare SANE name.
    init(_ name: String) {
        if name.hasPrefix("folder:") {
            self = .folder(path: String(name.dropFirst("folder:".count)))
        } else if name.hasPrefix("sane:") {
            self = .sane(String(name.dropFirst("sane:".count)))
        } else {
            self = .sane(name)
        }
    }
}
