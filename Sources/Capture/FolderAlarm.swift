import CSystem
import Foundation

/// Wakes whoever waits when something is put into watched folders (inotify), or when it is rung by hand.
///
/// Only a sooner look: a share that is written by another machine gives no sign, and neither does a system that is out of
/// watches.
public final class FolderAlarm: Sendable {
    private let notices: Int32
    /// Of a pipe, both without waiting.
    private let bell: (hears: Int32, rings: Int32)

    public init() {
        notices = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        var ends: [Int32] = [-1, -1]
        if csys_pipe(&ends) == 0 {
            for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        }
        bell = (ends[0], ends[1])
    }

    deinit {
        for descriptor in [notices, bell.hears, bell.rings] where descriptor >= 0 { close(descriptor) }
    }

    /// Watching a folder again changes nothing.
    public func watch(_ folder: String) {
        guard notices >= 0 else { return }
        inotify_add_watch(notices, folder, UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE))
    }

    /// Ends the wait that is under way, or else the next one. May be called from any thread.
    public func ring() {
        var stroke: UInt8 = 1
        _ = write(bell.rings, &stroke, 1)
    }

    /// Returns after so many seconds, or sooner.
    public func wait(seconds: Double) {
        var heard = [notices, bell.hears].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&heard, nfds_t(heard.count), Int32((max(0, seconds) * 1000).rounded(.up)))
        // What happened does not matter: the next look sees it.
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        for descriptor in [notices, bell.hears] where descriptor >= 0 {
            while read(descriptor, &buffer, buffer.count) > 0 {}
        }
    }
}
