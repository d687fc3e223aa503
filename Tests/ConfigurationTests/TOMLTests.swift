import Foundation
import Testing
@testable import Configuration

@Suite struct TOMLTests {
    private func document(_ text: String) throws -> TOMLDocument { try TOMLDocument(text: text, name: "config.toml") }

    @Test func values() throws {
        let toml = try document("""
            title = "Trạm 01"
            [ocr]
            workers = 2
            big = 9_000_000_000
            share = 0.5
            on = true
            list = [1, "hai", [3]]
            day = 2026-11-21
            [a.b]
            "c d" = 'x'
            """)
        #expect(try toml.string("title") == "Trạm 01")
        #expect(try toml.integer("ocr.workers", in: 1...8) == 2)
        #expect(try toml.integer("ocr.big", in: 0...Int.max) == 9_000_000_000)
        #expect(toml.value("ocr.share") == .real(0.5))
        #expect(try toml.boolean("ocr.on") == true)
        #expect(toml.value("ocr.list") == .array([.integer(1), .string("hai"), .array([.integer(3)])]))
        #expect(toml.value("ocr.day") == .string("2026-11-21"))
        #expect(try toml.string("a.b.c d") == "x")
        #expect(toml.value("a.b") == .table(["c d": .string("x")]))
    }

    @Test func whatIsAbsentIsNil() throws {
        let toml = try document("a = 1")
        #expect(try toml.string("b") == nil)
        #expect(try toml.integer("a.b", in: 0...1) == nil)
        #expect(try toml.boolean("x.y.z") == nil)
        #expect(toml.value("") == nil)
        #expect(try document("").root == [:])
    }

    @Test func theWrongTypeIsNamed() throws {
        let toml = try document("a = 1\nb = \"x\"\nc = 1.0")
        #expect(throws: TOMLFailure.wrongType(file: "config.toml", line: 1, key: "a", expected: "string")) { try toml.string("a") }
        #expect(throws: TOMLFailure.wrongType(file: "config.toml", line: 2, key: "b", expected: "integer")) { try toml.integer("b", in: 0...1) }
        #expect(throws: TOMLFailure.wrongType(file: "config.toml", line: 3, key: "c", expected: "integer")) { try toml.integer("c", in: 0...1) }
        #expect(throws: TOMLFailure.wrongType(file: "config.toml", line: 1, key: "a", expected: "boolean")) { try toml.boolean("a") }
    }

    @Test func theRangeIsNamed() throws {
        let toml = try document("[ocr]\nworkers = 99")
        #expect(throws: TOMLFailure.outOfRange(file: "config.toml", line: 2, key: "ocr.workers", range: "1…64")) {
            try toml.integer("ocr.workers", in: 1...64)
        }
    }

    @Test(arguments: [
        ("a = ", 1), ("a = 1\nb = = 2", 2), ("a = 1\n\n[table\nb = 2", 3), ("a = 1\na = 2", 2), ("a = \"x\nb = 1", 1), ("\n\n\nab", 4),
        ("a = 99999999999999999999", 1),
    ])
    func aSyntaxErrorNamesItsLine(text: String, line: Int) {
        let error = #expect(throws: TOMLFailure.self) { try document(text) }
        guard case .syntax("config.toml", let found, let what)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == line)
        #expect(!what.isEmpty)
    }

    @Test func files() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tramquet-toml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("config.toml").path
        #expect(throws: TOMLFailure.unreadable(file: path)) { try TOMLDocument(path: path) }
        try Data([0x61, 0x3D, 0xFF]).write(to: URL(fileURLWithPath: path))
        #expect(throws: TOMLFailure.notUTF8(file: path)) { try TOMLDocument(path: path) }
        try Data(repeating: 0x0A, count: 1 << 20 + 1).write(to: URL(fileURLWithPath: path))
        #expect(throws: TOMLFailure.tooLarge(file: path)) { try TOMLDocument(path: path) }
        try Data("a = 1".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try TOMLDocument(path: path).integer("a", in: 0...9) == 1)
        #expect(try TOMLDocument(path: path).name == path)
    }
}
