import CSANE

/// An open device. Its handle never leaves this class, and it is closed with it.
final class SANEDevice {
    let name: String
    private let handle: SANE_Handle
    /// Keeps SANE itself open as long as the device is.
    private let library: SANELibrary

    init(handle: SANE_Handle, name: String, library: SANELibrary) {
        self.handle = handle
        self.name = name
        self.library = library
    }

    deinit {
        sane_close(handle)
        CallLog.write("sane_close(\(name))")
    }

    func start() throws(SANEFailure) {
        try SANELibrary.check(sane_start(handle), "sane_start")
    }

    /// Starts the cancelling of what is under way. Some drivers need it after a complete batch, too.
    func cancel() {
        sane_cancel(handle)
        CallLog.write("sane_cancel")
    }

    /// The frame that was started; before that only an estimate. Nil when it is none that a page can be made of.
    func frame() throws(SANEFailure) -> Frame? {
        var p = SANE_Parameters()
        let status = sane_get_parameters(handle, &p)
        try SANELibrary.check(
            status, "sane_get_parameters",
            note:
                "format \(p.format.rawValue) last \(p.last_frame) bytes \(p.bytes_per_line) pixels \(p.pixels_per_line)"
                + " lines \(p.lines) depth \(p.depth)")
        return Frame(p)
    }

    /// Reads what there is, at most the size of the buffer. Not logged: there are hundreds a page.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> (count: Int, status: SANE_Status) {
        var count: SANE_Int = 0
        let bytes = buffer.baseAddress?.assumingMemoryBound(to: SANE_Byte.self)
        let status = sane_read(handle, bytes, SANE_Int(clamping: buffer.count), &count)
        return (max(0, Int(count)), status)
    }

    func descriptor(_ index: SANE_Int) -> SANE_Option_Descriptor? {
        sane_get_option_descriptor(handle, index)?.pointee
    }

    /// Gets or sets an option; the result says what else changed by it.
    @discardableResult
    func control(_ index: SANE_Int, _ action: SANE_Action, _ value: UnsafeMutableRawPointer?) -> (
        status: SANE_Status, info: SANE_Int
    ) {
        var info: SANE_Int = 0
        let status = sane_control_option(handle, index, action, value, &info)
        return (status, info)
    }
}

extension Frame {
    /// Wider than an A0 sheet in 16-bit colour at 1200 dpi, padding and all.
    private static let mostBytesPerLine = 1 << 24

    /// Nil for frames this program cannot read, and for measures that cannot be.
    init?(_ parameters: SANE_Parameters) {
        switch parameters.format {
        case SANE_FRAME_GRAY: kind = .gray
        case SANE_FRAME_RGB: kind = .rgb
        case SANE_FRAME_RED: kind = .plane(0)
        case SANE_FRAME_GREEN: kind = .plane(1)
        case SANE_FRAME_BLUE: kind = .plane(2)
        default: return nil
        }
        depth = Int(parameters.depth)
        width = Int(parameters.pixels_per_line)
        bytesPerLine = Int(parameters.bytes_per_line)
        lines = parameters.lines > 0 ? Int(parameters.lines) : nil
        isLast = parameters.last_frame != SANE_FALSE
        guard [1, 8, 16].contains(depth), width > 0, width <= 1 << 20,
            bytesPerLine >= neededBytesPerLine, bytesPerLine <= Frame.mostBytesPerLine
        else { return nil }
    }
}
