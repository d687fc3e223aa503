import CSANE
import Foundation
import Records
import Testing
import Texts

@testable import Scanning

@Suite struct OptionNamesTests {
    /// Names as drivers really give them.
    @Test(
        arguments: [
            ("Flatbed", ScanSource.flatbed), ("FlatBed", .flatbed), ("FB", .flatbed), ("Platen", .flatbed),
            ("Document Table", .flatbed),
            ("Normal", .flatbed), ("ADF", .adf), ("ADF Front", .adf), ("ADF Simplex", .adf),
            ("Automatic Document Feeder", .adf),
            ("Automatic Document Feeder(left aligned)", .adf), ("Automatic Document Feeder(centrally aligned)", .adf),
            ("Document Feeder", .adf), ("ADF Duplex", .duplex), ("Duplex", .duplex), ("ADF - Duplex", .duplex),
            ("Adf-duplex", .duplex),
            ("Automatic Document Feeder(left aligned,Duplex)", .duplex), ("ADF Both Sides", .duplex),
            ("Feeder (two sided)", .duplex),
            ("ADF Back", nil), ("Transparency Adapter", nil), ("TPU8x10", nil), ("Negative Film", nil),
            ("Slide(s)", nil),
            ("Card Front", nil), ("Card Duplex", nil), ("Auto", nil),
        ] as [(String, ScanSource?)])
    func sources(name: String, meaning: ScanSource?) {
        #expect(OptionNames.meaning(ofSource: name) == meaning)
    }

    @Test(
        arguments: [
            (["Flatbed", "ADF", "ADF Duplex"], ScanSource.duplex, "ADF Duplex"),
            (["Flatbed", "ADF", "ADF Duplex"], .adf, "ADF"),
            (["Flatbed", "ADF", "ADF Duplex"], .manualDuplex, "ADF"),
            (["ADF Front", "ADF Back", "ADF Duplex"], .adf, "ADF Front"),
            (["ADF Front", "ADF Back", "ADF Duplex"], .flatbed, nil), (["Flatbed", "ADF"], .duplex, nil),
        ] as [([String], ScanSource, String?)])
    func picksASource(names: [String], wanted: ScanSource, picked: String?) {
        #expect(OptionNames.source(wanted, among: names) == picked)
    }

    @Test(
        arguments: [
            (["Lineart", "Gray", "Color"], ["Lineart", "Gray", "Color"]),
            (
                ["Black & White", "Gray[Error Diffusion]", "True Gray", "24bit Color", "24bit Color[Fast]"],
                ["Black & White", "True Gray", "24bit Color"]
            ),
            (["lineart", "halftone", "gray", "color"], ["lineart", "gray", "color"]),
            (
                ["Binary", "Grayscale", "Colour"],
                ["Binary", "Grayscale", "Colour"]
            ), (["Gray", "Color"], [nil, "Gray", "Color"]),
        ] as [([String], [String?])])
    func picksModes(names: [String], picked: [String?]) {
        #expect([.lineart, .gray, .color].map { OptionNames.mode($0, among: names) } == picked)
    }

    @Test func picksSides() {
        #expect(OptionNames.sides(duplex: true, among: ["Simplex", "Duplex"]) == "Duplex")
        #expect(OptionNames.sides(duplex: false, among: ["Simplex", "Duplex"]) == "Simplex")
        #expect(OptionNames.sides(duplex: true, among: ["Simplex"]) == nil)
    }
}

@Suite struct SidesTests {
    @Test(
        arguments: [
            ("ADF Duplex", [], true), ("ADF", [], false), ("ADF", [true], true), ("ADF", [false], false),
            ("Flatbed", [true], false), (nil, [true], true), (nil, [], nil),
        ] as [(String?, [Bool], Bool?)])
    func bothComeAsTheDeviceSays(source: String?, sides: [Bool], duplex: Bool?) {
        #expect(OptionNames.isDuplex(source: source, sides: sides) == duplex)
    }
}

@Suite struct DeviceOptionTests {
    @Test(arguments: [
        (DeviceOption.Constraint.range(least: 75, most: 600, step: 1), 300.0, 300.0),
        (.range(least: 75, most: 600, step: 0), 1200, 600), (.range(least: 50, most: 600, step: 50), 290, 300),
        (.range(least: 0, most: 215.9, step: 0), 210, 210), (.range(least: 0, most: 10, step: 4), 10, 8),
        (.numbers([75, 150, 300, 600]), 200, 150), (.numbers([75, 150, 300, 600]), 1000, 600), (.none, 123, 123),
    ])
    func nearest(constraint: DeviceOption.Constraint, asked: Double, chosen: Double) {
        #expect(DeviceOption("resolution", kind: .integer, constraint: constraint).nearest(to: asked) == chosen)
    }
}

@Suite struct DeviceNameTests {
    @Test(arguments: [
        ("folder:/a b/c", DeviceName.folder(path: "/a b/c")), ("sane:airscan:e0:HP", .sane("airscan:e0:HP")),
        ("test:0", .sane("test:0")),
    ])
    func names(name: String, device: DeviceName) {
        #expect(DeviceName(name) == device)
    }
}

@Suite struct SheetCounterTests {
    private func sides(_ counter: SheetCounter, _ count: Int) -> String {
        var counter = counter
        return (0..<count).map { _ in
            defer { counter.advance() }
            return "\(counter.sheet)\(counter.side == .front ? "f" : "b")"
        }.joined(separator: " ")
    }

    @Test func counts() {
        #expect(sides(SheetCounter(duplex: false), 3) == "1f 2f 3f")
        #expect(sides(SheetCounter(duplex: true), 4) == "1f 1b 2f 2b")
        #expect(sides(SheetCounter(duplex: true, startsOnBack: true), 3) == "0b 1f 1b")
    }
}

@Suite struct ScanFaultTests {
    private static let all: [ScanFault] = [
        .feederEmpty, .jam(sheet: 7), .coverOpen(sheet: 7), .hang(sheet: 7), .workerDied(sheet: 7), .busy(device: "d"),
        .accessDenied(device: "d"), .cannotOpen(device: "d"), .deviceError(sheet: 7), .outOfMemory, .absurdImage(sheet: 7), .noSensors(device: "d"), .watchLost(device: "d"),
        .refusedByDriver(call: "c"), .searchTookTooLong(seconds: 15), .searchFailed,
        .noSuchSource(asked: .adf, offered: ["Flatbed"]), .noSuchMode(asked: .color, offered: ["Gray"]),
        .badOption(name: "n", value: "v"), .folderMissing(path: "/p"), .damagedImage(file: "/f"),
        .badFaultPlan(file: "/f", problem: .unreadable),
        .badFaultPlan(file: "/f", problem: .syntax(line: 3, what: "w")),
        .badFaultPlan(file: "/f", problem: .unknownKey("k")),
        .badFaultPlan(file: "/f", problem: .badValue(key: "k", range: "1…2")),
        .diskFull(file: "/f"), .cannotWrite(file: "/f", errno: 5), .cannotEncode(page: WorkerSession.page(1)),
    ]

    @Test(arguments: all)
    func saysEverythingInBothLanguages(fault: ScanFault) {
        for phrase in [fault.message, fault.kept, fault.todo] {
            #expect(phrase(.vi) != phrase(.en))
            for language in Language.allCases {
                let text = phrase(language)
                #expect(!text.isEmpty && !text.contains("{"), "\(text)")
            }
        }
        #expect(fault.exitCode != .done)
    }

    /// What SANE says reaches a clerk in words: what happened, what was kept, what to do. The raw status is for the log.
    @Test(arguments: (1...13).map { $0 } + [77])
    func everyStatusIsToldInWords(rawValue: Int) throws {
        let failure = SANEFailure(call: "sane_start", status: SANE_Status(rawValue: UInt32(rawValue)))
        let inRun = failure.trouble(device: "MÁY").fault(sheet: 3)
        #expect((inRun == nil) == (failure.status == SANE_STATUS_CANCELLED))
        for fault in [inRun, failure.openingFault(device: "MÁY")].compactMap({ $0 }) {
            for phrase in [fault.message, fault.kept, fault.todo] {
                #expect(phrase(.vi) != phrase(.en))
                for text in Language.allCases.map({ phrase($0) }) {
                    #expect(!text.isEmpty && text.precomposedStringWithCanonicalMapping == text)
                    #expect(!text.contains("{") && !text.contains("sane_") && !text.contains("\(rawValue)") && !text.contains(failure.status.name), "\(text)")
                }
            }
        }
    }

    @Test func codesAreTheirOwn() {
        // The four troubles of a fault plan share one.
        #expect(Set(ScanFaultTests.all.map(\.code)).count == ScanFaultTests.all.count - 3)
    }
}
