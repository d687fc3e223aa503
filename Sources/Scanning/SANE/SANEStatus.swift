import CSANE

/// A call to SANE that did not succeed.
struct SANEFailure: Error, Equatable {
    var call: String
    var status: SANE_Status

    /// What it means for a run that is under way.
    /// - Parameter hasWorked: the device took the same call before. One that is unplugged then calls it invalid.
    func trouble(device: String, hasWorked: Bool = false) -> DeviceTrouble {
        switch status {
        case SANE_STATUS_JAMMED: .jam
        case SANE_STATUS_COVER_OPEN: .coverOpen
        case SANE_STATUS_CANCELLED: .cancelled
        case SANE_STATUS_IO_ERROR: .connectionLost
        case SANE_STATUS_INVAL where hasWorked: .connectionLost
        case SANE_STATUS_NO_DOCS: .fault(.feederEmpty)
        case SANE_STATUS_NO_MEM: .fault(.outOfMemory)
        case SANE_STATUS_ACCESS_DENIED: .fault(.accessDenied(device: device))
        case _ where status.isBusy: .fault(.busy(device: device))
        default: .fault(.refusedByDriver(call: call))
        }
    }

    /// What it means for opening a device: drivers report a device that is not there in many ways.
    func openingFault(device: String) -> ScanFault {
        switch status {
        case SANE_STATUS_NO_MEM: .outOfMemory
        case SANE_STATUS_ACCESS_DENIED: .accessDenied(device: device)
        case _ where status.isBusy: .busy(device: device)
        default: .cannotOpen(device: device)
        }
    }
}

extension SANE_Status {
    /// Worth another try. Drivers newer than this header also say that the lamp warms up (12) or the transport is
    /// locked (13).
    var isBusy: Bool { self == SANE_STATUS_DEVICE_BUSY || isWarmingUp || rawValue == 13 }
    var isWarmingUp: Bool { rawValue == 12 }

    var name: String {
        switch self {
        case SANE_STATUS_GOOD: "GOOD"
        case SANE_STATUS_UNSUPPORTED: "UNSUPPORTED"
        case SANE_STATUS_CANCELLED: "CANCELLED"
        case SANE_STATUS_DEVICE_BUSY: "DEVICE_BUSY"
        case SANE_STATUS_INVAL: "INVAL"
        case SANE_STATUS_EOF: "EOF"
        case SANE_STATUS_JAMMED: "JAMMED"
        case SANE_STATUS_NO_DOCS: "NO_DOCS"
        case SANE_STATUS_COVER_OPEN: "COVER_OPEN"
        case SANE_STATUS_IO_ERROR: "IO_ERROR"
        case SANE_STATUS_NO_MEM: "NO_MEM"
        case SANE_STATUS_ACCESS_DENIED: "ACCESS_DENIED"
        default: "status \(rawValue)"
        }
    }
}
