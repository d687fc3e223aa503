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

    /// - Parameter name: how the file is called in errors.
    public init(text: String, name: String) throws(TOMLFailure) {
        self.name = name
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
        default: throw .wrongType(file: name, key: key, expected: "string")
        }
    }

    public func integer(_ key: String, in range: ClosedRange<Int>) throws(TOMLFailure) -> Int? {
        switch value(key) {
        case nil: return nil
        case .integer(let number):
            guard range.contains(number) else {
                throw .outOfRange(file: name, key: key, range: "\(range.lowerBound)…\(range.upperBound)")
            }
            return number
        default: throw .wrongType(file: name, key: key, expected: "integer")
        }
    }

    public func boolean(_ key: String) throws(TOMLFailure) -> Bool? {
        switch value(key) {
        case nil: nil
        case .boolean(let flag): flag
        default: throw .wrongType(file: name, key: key, expected: "boolean")
        }
    }

    public func strings(_ key: String) throws(TOMLFailure) -> [String]? {
        guard let value = value(key) else { return nil }
        guard case .array(let items) = value else { throw .wrongType(file: name, key: key, expected: "array of strings") }
        var texts: [String] = []
        for item in items {
            guard case .string(let text) = item else { throw .wrongType(file: name, key: key, expected: "array of strings") }
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
