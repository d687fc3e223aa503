import CSANE
import Foundation

/// The options of an open device, by name. Setting one may change all others, so they are described anew whenever the
/// driver says so.
struct SANEOptions {
    private let device: SANEDevice
    private var byName: [String: DeviceOption] = [:]

    init(_ device: SANEDevice) {
        self.device = device
        reload()
    }

    /// Dots per inch the device is set to; nil when it does not say.
    var resolution: Int? { OptionNames.resolution.lazy.compactMap(number).first.map { Int($0.rounded()) } }

    /// All that are described now, in the driver's order.
    var all: [DeviceOption] { byName.values.sorted { $0.index < $1.index } }

    /// An option that can be set now.
    func settable(_ name: String) -> DeviceOption? {
        byName[name].flatMap { $0.isSettable ? $0 : nil }
    }

    /// An option that has a value now.
    func active(_ name: String) -> DeviceOption? {
        byName[name].flatMap { $0.isActive ? $0 : nil }
    }

    // MARK: Reading

    func number(_ name: String) -> Double? {
        guard let option = active(name), option.size == 4, option.kind == .integer || option.kind == .fixed else {
            return nil
        }
        guard let word = word(of: option) else { return nil }
        return option.kind == .fixed ? Double(word) / 65536 : Double(word)
    }

    func boolean(_ name: String) -> Bool? {
        guard let option = active(name), option.kind == .boolean else { return nil }
        return word(of: option).map { $0 != 0 }
    }

    /// A sensor. A device that is busy with something else says nothing, which is no.
    /// - Throws: when the device does not answer as one that is there.
    func isOn(_ sensor: DeviceOption) throws(SANEFailure) -> Bool {
        var word: SANE_Word = 0
        let status = device.control(sensor.index, SANE_ACTION_GET_VALUE, &word).status
        if status.isBusy { return false }
        guard status == SANE_STATUS_GOOD else { throw SANEFailure(call: "sane_control_option", status: status) }
        return word != 0
    }

    func string(_ name: String) -> String? {
        guard let option = active(name), option.kind == .string, option.size > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: option.size + 1)
        let status = bytes.withUnsafeMutableBytes {
            device.control(option.index, SANE_ACTION_GET_VALUE, $0.baseAddress).status
        }
        guard status == SANE_STATUS_GOOD else { return nil }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    // MARK: Setting

    /// Sets a number to the nearest value the device accepts.
    /// - Returns: what it really chose; nil when it has no such option now.
    @discardableResult
    mutating func set(_ name: String, number value: Double) throws(SANEFailure) -> Double? {
        guard let option = settable(name), option.size == 4, option.kind == .integer || option.kind == .fixed else {
            return nil
        }
        let nearest = option.nearest(to: value)
        let scaled = option.kind == .fixed ? nearest * 65536 : nearest
        try set(option, word: SANE_Word(clamping: Int(scaled.rounded())), shown: "\(nearest)")
        return number(name) ?? nearest
    }

    mutating func set(_ name: String, boolean value: Bool) throws(SANEFailure) {
        guard let option = settable(name), option.kind == .boolean else { return }
        try set(option, word: value ? SANE_TRUE : SANE_FALSE, shown: "\(value)")
    }

    mutating func set(_ name: String, string value: String) throws(SANEFailure) {
        guard let option = settable(name), option.kind == .string else { return }
        var bytes = Array(value.utf8.prefix(max(0, option.size - 1)))
        bytes += [UInt8](repeating: 0, count: max(1, option.size - bytes.count))
        let result = bytes.withUnsafeMutableBytes {
            device.control(option.index, SANE_ACTION_SET_VALUE, $0.baseAddress)
        }
        try finish(option, result, shown: value)
    }

    /// Sets an option from the text a person gives, as `scanimage` takes it.
    mutating func set(_ name: String, text: String) throws(ScanFault) {
        guard let option = settable(name) else { throw .badOption(name: name, value: text) }
        do {
            switch option.kind {
            case .boolean:
                guard let value = SANEOptions.truth[text.lowercased()] else {
                    throw ScanFault.badOption(name: name, value: text)
                }
                try set(name, boolean: value)
            case .integer, .fixed:
                guard option.size == 4, let value = Double(text), value.isFinite else {
                    throw ScanFault.badOption(name: name, value: text)
                }
                try set(name, number: value)
            case .string:
                let offered = option.names.first { $0.caseInsensitiveCompare(text) == .orderedSame }
                guard option.names.isEmpty || offered != nil else { throw ScanFault.badOption(name: name, value: text) }
                try set(name, string: offered ?? text)
            case .other:
                throw ScanFault.badOption(name: name, value: text)
            }
        } catch {
            throw .badOption(name: name, value: text)
        }
    }

    private static let truth = ["yes": true, "true": true, "1": true, "no": false, "false": false, "0": false]

    private func word(of option: DeviceOption) -> SANE_Word? {
        var word: SANE_Word = 0
        guard device.control(option.index, SANE_ACTION_GET_VALUE, &word).status == SANE_STATUS_GOOD else { return nil }
        return word
    }

    private mutating func set(_ option: DeviceOption, word: SANE_Word, shown: String) throws(SANEFailure) {
        var word = word
        try finish(option, device.control(option.index, SANE_ACTION_SET_VALUE, &word), shown: shown)
    }

    private mutating func finish(
        _ option: DeviceOption, _ result: (status: SANE_Status, info: SANE_Int), shown: String
    ) throws(SANEFailure) {
        // Before the options are read anew, so that the log has the cause before its effects.
        try SANELibrary.check(
            result.status, "sane_control_option(\(option.name), \(shown))", note: SANEOptions.text(ofInfo: result.info))
        if result.info & SANE_INFO_RELOAD_OPTIONS != 0 { reload() }
        if result.info & SANE_INFO_INEXACT != 0 { CallLog.write("  \(option.name) is \(value(of: option))") }
    }

    private static func text(ofInfo info: SANE_Int) -> String {
        let flags = [
            (SANE_INFO_INEXACT, "inexact"), (SANE_INFO_RELOAD_OPTIONS, "reload options"), (SANE_INFO_RELOAD_PARAMS, "reload parameters"),
        ]
        return flags.filter { info & $0.0 != 0 }.map(\.1).joined(separator: ", ")
    }

    /// For the log.
    private func value(of option: DeviceOption) -> String {
        switch option.kind {
        case .boolean: boolean(option.name).map { "\($0)" } ?? "?"
        case .integer, .fixed: number(option.name).map { "\($0)" } ?? "?"
        case .string: string(option.name) ?? "?"
        case .other: "-"
        }
    }

    /// Describes all options anew, and logs those that are not as they were: the whole device when it is opened.
    private mutating func reload() {
        let before = byName
        defer {
            for option in all where before[option.name] != option { CallLog.write("  \(option): \(value(of: option))") }
            for option in before.values.sorted(by: { $0.index < $1.index }) where byName[option.name] == nil {
                CallLog.write("  option \(option.index) \(option.name) is gone")
            }
        }
        byName = [:]
        var count: SANE_Int = 0
        guard device.control(0, SANE_ACTION_GET_VALUE, &count).status == SANE_STATUS_GOOD, count > 1 else { return }
        for index in 1..<count {
            guard let option = device.descriptor(index).flatMap({ DeviceOption(index: index, $0) }) else { continue }
            // A few drivers use a name twice, for different sources: the one that is active counts.
            if let other = byName[option.name], other.isActive { continue }
            byName[option.name] = option
        }
    }
}
