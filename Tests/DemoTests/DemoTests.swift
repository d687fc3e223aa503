import Foundation
import Records
import Testing

@testable import Demo

@Suite struct DemoTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "tramquet-demo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func thePagesFillTheFirstDossierExactly() throws {
        try withFolder { folder in
            let names = try Demo.copyPages(to: folder + "/stack")
            #expect(names == (1...16).map { String(format: "%04d.jpg", $0) })
            #expect(Demo.dossiers[0].countedSheets == names.count / 2)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/stack").sorted() == names)
        }
    }

    @Test func everyPageIsASmallJPEGThatNamesItsResolution() throws {
        let folder = try Demo.sampleFolder()
        for number in 1...16 {
            let page = try Data(contentsOf: URL(fileURLWithPath: String(format: "%@/%04d.jpg", folder, number)))
            #expect(page.count <= 250_000)
            #expect(page.starts(with: [0xFF, 0xD8, 0xFF, 0xE0]) && page.suffix(2) == Data([0xFF, 0xD9]))
            // JFIF: unit 1 is dots per inch, then both densities.
            #expect(Array(page[13..<18]) == [1, 0, 200, 0, 200])
        }
    }

    @Test func copyingAgainKeepsWhatIsThere() throws {
        try withFolder { folder in
            try Demo.copyPages(to: folder)
            try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/0003.jpg"))
            try Demo.copyPages(to: folder)
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/0003.jpg")) == Data("mine".utf8))
        }
    }

    @Test func aFolderThatCannotBeMadeIsReported() {
        #expect(throws: DemoError.cannotCopy(path: "/dev/null/stack")) { try Demo.copyPages(to: "/dev/null/stack") }
    }

    @Test func theRegisterIsSound() throws {
        #expect(Demo.dossiers.count >= 4)
        #expect(try Set(Demo.dossiers.map { try DossierCode($0.code).pathName }).count == Demo.dossiers.count)
        for dossier in Demo.dossiers {
            #expect(dossier.title == dossier.title.precomposedStringWithCanonicalMapping)
            #expect(["01", "02", "03", "04", "05", "06", "07"].contains(dossier.retention))
            #expect(dossier.startYear <= dossier.endYear)
            #expect(dossier.code.hasPrefix(Demo.fondsCode + "."))
        }
    }
}
