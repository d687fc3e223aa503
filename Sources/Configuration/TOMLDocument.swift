import Foundation
import TOMLKit

/// A TOML file read with errors a person can act on: file, line, key, what was expected. Nothing else sees TOMLKit.
public struct TOMLDocument: Sendable {
    public indirect enum Value: Sendable, Equatable {
        case string(String)
        case integer(Int)
        case real(Double)
        case boolean(Bool)
        case array([Value])
        case table([String: Value])
    }

    public let name: String
    public let root: [String: Value]
    private let lines: TOMLLines
    /// Where in the file `root` stands, such as `profile[2].`; empty for the whole file.
    private let place: String

    /// - Parameter name: how the file is called in errors.
    public init(text: String, name: String) throws(TOMLFailure) {
        self.name = name
        lines = TOMLLines(text)
        place = ""
        do {
            root = TOMLDocument.table(try TOMLTable(string: text))
        } catch let error as TOMLParseError {
            throw .syntax(file: name, line: Int(error.source.begin.line), what: error.description)
        } catch {
            throw .syntax(file: name, line: 0, what: "\(error)")
        }
    }

    public init(path: String) throws(TOMLFailure) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: path) }
        guard data.count <= 1 << 20 else { throw .tooLarge(file: path) }
        guard let text = String(data: data, encoding: .utf8) else { throw .notUTF8(file: path) }
        try self.init(text: text, name: path)
    }

    private init(part root: [String: Value], of whole: TOMLDocument, at place: String) {
        (self.root, name, lines, self.place) = (root, whole.name, whole.lines, place)
    }

    /// The tables of an array of tables, each as a document of its own. Nil when there is no such key.
    public func tables(_ key: String) throws(TOMLFailure) -> [TOMLDocument]? {
        guard let value = value(key) else { return nil }
        guard case .array(let items) = value else { throw wrongType(key, expected: "[[\(key)]]") }
        var tables: [TOMLDocument] = []
        for (index, item) in items.enumerated() {
            guard case .table(let table) = item else { throw wrongType(key, expected: "[[\(key)]]") }
            tables.append(TOMLDocument(part: table, of: self, at: "\(place)\(key)[\(index + 1)]."))
        }
        return tables
    }

    // MARK: Failures at a key

    public func wrongType(_ key: String, expected: String) -> TOMLFailure {
        .wrongType(file: name, line: line(key), key: place + key, expected: expected)
    }

    public func outOfRange(_ key: String, range: String) -> TOMLFailure {
        .outOfRange(file: name, line: line(key), key: place + key, range: range)
    }

    public func unknownKey(_ key: String) -> TOMLFailure { .unknownKey(file: name, line: line(key), key: place + key) }
    public func badText(_ key: String) -> TOMLFailure { .badText(file: name, line: line(key), key: place + key) }

    public func duplicate(_ key: String, value: String) -> TOMLFailure {
        .duplicate(file: name, line: line(key), key: place + key, value: value)
    }

    private func line(_ key: String) -> Int { lines.line(of: place + key) }

    // MARK: Values

    /// The value at a dotted key such as `station.name`.
    public func value(_ key: String) -> Value? {
        var table = root
        let path = key.split(separator: ".").map(String.init)
        for name in path.dropLast() {
            guard case .table(let inner)? = table[name] else { return nil }
            table = inner
        }
        return path.last.flatMap { table[$0] }
    }

    public func string(_ key: String) throws(TOMLFailure) -> String? {
        switch value(key) {
        case nil: nil
        case .string(let text): text
        default: throw wrongType(key, expected: "string")
        }
    }

    /// A string a person reads: composed, without control characters.
    /// - Parameter lengths: of characters.
    public func plainText(_ key: String, lengths: ClosedRange<Int>) throws(TOMLFailure) -> String? {
        guard let text = try string(key)?.precomposedStringWithCanonicalMapping else { return nil }
        guard lengths.contains(text.count), !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw badText(key)
        }
        return text
    }

    /// One of some words.
    public func word(_ key: String, among words: [String]) throws(TOMLFailure) -> String? {
        guard let value = try string(key) else { return nil }
        guard words.contains(value) else { throw outOfRange(key, range: words.map { "\"\($0)\"" }.joined(separator: ", ")) }
        return value
    }

    public func integer(_ key: String, in range: ClosedRange<Int>) throws(TOMLFailure) -> Int? {
        switch value(key) {
        case nil: return nil
        case .integer(let number):
            guard range.contains(number) else {
                throw outOfRange(key, range: "\(range.lowerBound)…\(range.upperBound)")
            }
            return number
        default: throw wrongType(key, expected: "integer")
        }
    }

    public func boolean(_ key: String) throws(TOMLFailure) -> Bool? {
        switch value(key) {
        case nil: nil
        case .boolean(let flag): flag
        default: throw wrongType(key, expected: "boolean")
        }
    }

    public func strings(_ key: String) throws(TOMLFailure) -> [String]? {
        guard let value = value(key) else { return nil }
        guard case .array(let items) = value else { throw wrongType(key, expected: "array of strings") }
        var texts: [String] = []
        for item in items {
            guard case .string(let text) = item else { throw wrongType(key, expected: "array of strings") }
            texts.append(text)
        }
        return texts
    }

    /// The dotted names of all values that are not tables, sorted.
    public var leafKeys: [String] {
        func leaves(_ table: [String: Value], _ prefix: String) -> [String] {
            table.flatMap { key, value in
                if case .table(let inner) = value { leaves(inner, prefix + key + ".") } else { [prefix + key] }
            }
        }
        return leaves(root, "").sorted()
    }

    private static func table(_ table: TOMLTable) -> [String: Value] {
        var result: [String: Value] = [:]
        for (key, value) in table { result[key] = convert(value) }
        return result
    }

    private static func convert(_ value: any TOMLValueConvertible) -> Value {
        switch value.type {
        case .table: .table(value.table.map(table) ?? [:])
        case .array: .array(value.array.map { $0.map(convert) } ?? [])
        case .bool: .boolean(value.bool ?? false)
        case .int: .integer(value.int ?? 0)
        case .double: .real(value.double ?? 0)
        default: .string(value.string ?? value.debugDescription)
        }
    }
}
