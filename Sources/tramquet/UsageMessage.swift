import ArgumentParser
import Texts

/// What the argument parser has to say of a command that was typed wrong, in the reader's language: it speaks English only.
struct UsageMessage {
    private let english: String

    init(_ english: String) { self.english = english }

    func text(_ language: Language) -> String {
        guard language != .en else { return english }
        return english.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            UsageMessage.heads.first { line.hasPrefix($0.english) }.map { head in
                head.text(language) + UsageMessage.sentence(line.dropFirst(head.english.count), language)
            } ?? UsageMessage.sentence(line, language)
        }.joined(separator: "\n")
    }

    private static let heads: [(english: String, text: Text)] = [
        ("Error: ", .usageError), ("Usage: ", .usageUsage), ("Help:  ", .usageHelp),
    ]

    /// As the parser has them, `*` for what it fills in; a more special one stands before a more general.
    private static let sentences: [(pattern: String, text: Text)] = [
        ("Missing expected argument '*'", .usageMissing), ("Missing one of: '*'", .usageMissingOne),
        ("Missing value for '*'", .usageMissingValue), ("Missing required subcommand.", .usageMissingCommand),
        ("Unknown option '*'. Did you mean '*'?", .usageUnknownOptionNear), ("Unknown option '*'", .usageUnknownOption),
        ("Invalid option: *", .usageUnknownOption), ("Unexpected argument '*'", .usageUnexpected),
        ("* unexpected arguments: '*'", .usageUnexpectedMany),
        ("The value '*' is invalid for '*'. Please provide one of *.", .usageInvalidOneOf),
        ("The value '*' is invalid for '*': *", .usageInvalidBecause), ("The value '*' is invalid for '*'", .usageInvalid),
        ("The option '*' does not take any value, but '*' was specified.", .usageNoValue),
        ("Value to be set with * had already been set with *", .usageTwice), ("  See '*' for more information.", .usageSee),
    ]

    private static func sentence(_ line: Substring, _ language: Language) -> String {
        for (pattern, text) in sentences {
            guard let parts = fillings(of: line, pattern) else { continue }
            let named = parts.enumerated().map { ("\($0 + 1)", String($1)) }
            return text.with(Dictionary(uniqueKeysWithValues: named))(language)
        }
        return String(line)
    }

    /// What stands for each `*`; nil when the line is of another pattern.
    private static func fillings(of line: Substring, _ pattern: String) -> [Substring]? {
        let fixed = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = fixed.first, let last = fixed.last, line.hasPrefix(first) else { return nil }
        guard fixed.count > 1 else { return line == first ? [] : nil }
        var rest = line.dropFirst(first.count)
        guard rest.hasSuffix(last) else { return nil }
        rest = rest.dropLast(last.count)
        var found: [Substring] = []
        for part in fixed.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: part) else { return nil }
            found.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return found + [rest]
    }
}
