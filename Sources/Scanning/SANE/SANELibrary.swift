import CSANE

/// SANE, from `sane_init` to `sane_exit`. One at a time in a process, used by one thread: backends do not survive being
/// started again or called from two.
final class SANELibrary {
    init() throws(SANEFailure) {
        var version: SANE_Int = 0
        try SANELibrary.check(sane_init(&version, nil), "sane_init", note: String(version, radix: 16))
    }

    deinit {
        sane_exit()
        CallLog.write("sane_exit")
    }

    /// The devices that are found; a search on the network may take long.
    func devices(localOnly: Bool) throws(SANEFailure) -> [DeviceDescription] {
        var list: UnsafeMutablePointer<UnsafePointer<SANE_Device>?>?
        try SANELibrary.check(
            sane_get_devices(&list, localOnly ? SANE_TRUE : SANE_FALSE), "sane_get_devices(local \(localOnly))")
        var found: [DeviceDescription] = []
        var next = list
        while let device = next?.pointee?.pointee {
            let description = DeviceDescription(
                name: String(cString: device.name), kind: .sane, vendor: text(device.vendor), model: text(device.model))
            CallLog.write("  \(description.name): \(description.vendor) \(description.model), \(text(device.type))")
            found.append(description)
            next = next.map { $0 + 1 }
        }
        return found
    }

    func open(_ name: String) throws(SANEFailure) -> SANEDevice {
        var handle: SANE_Handle?
        try SANELibrary.check(sane_open(name, &handle), "sane_open(\(name))")
        guard let handle else { throw SANEFailure(call: "sane_open", status: SANE_STATUS_INVAL) }
        return SANEDevice(handle: handle, name: name, library: self)
    }

    /// Logs a call with its result, and throws unless that is good.
    static func check(_ status: SANE_Status, _ call: String, note: String = "") throws(SANEFailure) {
        CallLog.write("\(call) = \(status.name)" + (note.isEmpty ? "" : ", \(note)"))
        guard status == SANE_STATUS_GOOD else {
            throw SANEFailure(call: String(call.prefix { $0 != "(" }), status: status)
        }
    }

    private func text(_ string: SANE_String_Const?) -> String {
        string.map { String(cString: $0) } ?? ""
    }
}
