// swift-tools-version: 6.0
import PackageDescription

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// The C interface of the same SQLite.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// Where Debian keeps the headers of Pango, Cairo and what they stand on. Their pkg-config files name flags that the package
/// manager warns of.
#if arch(arm64)
let machine = "aarch64-linux-gnu"
#else
let machine = "x86_64-linux-gnu"
#endif
let pangoHeaders = ["pango-1.0", "glib-2.0", "harfbuzz", "cairo"].map { "-I/usr/include/\($0)" }
    + ["-I/usr/lib/\(machine)/glib-2.0/include"]

/// C libraries of Debian, each behind one module of ours; and what Swift cannot embed.
let cLibraries: [Target] = ["CNcurses", "CSANE", "CLeptonica", "CTurboJPEG", "CPNG", "CZlib", "CZint"].map {
    .systemLibrary(name: $0, path: "Sources/CLibraries/\($0)")
} + [
    .target(name: "CSystem", path: "Sources/CLibraries/CSystem"),
    .target(name: "CTesseract", path: "Sources/CLibraries/CTesseract"),
    .target(name: "CZBar", path: "Sources/CLibraries/CZBar"),
    .target(name: "CWordModel", path: "Sources/CLibraries/CWordModel", exclude: ["word-model.bin"]),
    .target(name: "CStampModel", path: "Sources/CLibraries/CStampModel", exclude: ["stamp-model.bin"]),
    .target(name: "CPango", path: "Sources/CLibraries/CPango", cSettings: [.unsafeFlags(pangoHeaders)]),
]

/// Pixel loops are some twenty times slower without optimisation: tests of the real program would wait for them. So would
/// those that type every syllable.
let pixelLoops: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "tramquet",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: cLibraries + [
        // Values
        .target(name: "Texts"),
        .target(name: "Records", dependencies: ["Texts"]),
        .target(
            name: "Vietnamese", dependencies: ["CWordModel"], resources: [.embedInCode("office-words.txt")], swiftSettings: pixelLoops),
        // What it is built on
        .target(name: "Files"),
        .target(name: "Configuration", dependencies: ["Files", "Records", "Texts", "TOMLKit"]),
        .target(name: "Workers", dependencies: ["Files", "CSystem"]),
        .target(name: "Logbook", dependencies: [logging]),
        .target(
            name: "Imaging", dependencies: ["Records", "Texts", "Files", "CLeptonica", "CTurboJPEG", "CPNG", "CStampModel"], swiftSettings: pixelLoops),
        .target(name: "Codes", dependencies: ["Records", "Imaging", "CZBar", "CZint"], swiftSettings: pixelLoops),
        .target(name: "Printing", dependencies: ["Records", "Texts", "Codes", "CPango"]),
        .target(name: "PDF", dependencies: ["Records", "Texts", "Files", "CZlib"]),
        .target(name: "Recognition", dependencies: ["Records", "Texts", "Workers", "Vietnamese", "Imaging", "CTesseract"]),
        .target(name: "Extraction", dependencies: ["Records", "Texts", "Vietnamese"], swiftSettings: pixelLoops),
        .target(
            name: "Scanning", dependencies: ["Records", "Texts", "Files", "Workers", "Configuration", "Imaging", "Codes", "CSANE", crypto],
            swiftSettings: pixelLoops),
        .target(name: "Store", dependencies: ["Records", "Texts", "Files", "Vietnamese", "CSystem", grdb, sqlite, crypto]),
        // What the station can do
        .target(
            name: "Capture",
            dependencies: ["Records", "Texts", "Files", "Workers", "Imaging", "Codes", "Scanning", "Store", "CSystem", crypto, logging]),
        .target(name: "Reading", dependencies: ["Records", "Texts", "Workers", "Recognition", "Extraction", "Vietnamese", "Store", logging]),
        .target(name: "Delivering", dependencies: ["Records", "Texts", "Files", "Store", "PDF", "Imaging", "CSystem", crypto]),
        .target(name: "Demo", dependencies: ["Files", "Texts"], resources: [.copy("Resources/pages")]),
        // The screen
        .target(
            name: "ThemeFiles", path: "Themes",
            resources: ["dark", "light", "high-contrast", "mono"].map { .embedInCode("\($0).toml") }),
        .target(
            name: "Terminal", dependencies: ["CNcurses", "CSystem", "Configuration", "Files", "Texts", "ThemeFiles", "Vietnamese"]),
        .target(
            name: "Station",
            dependencies: [
                "Records", "Texts", "Files", "Configuration", "Workers", "Vietnamese", "Terminal", "Imaging", "Store", "Scanning", "Capture",
                "Reading", "Extraction", "Delivering", "Printing", logging,
            ]),
        // The program
        .executableTarget(
            name: "tramquet",
            dependencies: [
                "Records", "Texts", "Files", "Configuration", "Workers", "Logbook", "Store", "Scanning", "Recognition", "Extraction", "Capture", "Reading",
                "Delivering", "Demo", "Printing", "Codes", "Terminal", "Station", "Vietnamese", "CSystem", argumentParser, logging,
            ]),
        // Measuring
        .target(name: "Measuring", dependencies: ["Vietnamese"], swiftSettings: pixelLoops),
        .executableTarget(
            name: "tramquet-accuracy",
            dependencies: ["Measuring", "Records", "Vietnamese", "Recognition", "Store", "Terminal", "Station", argumentParser], path: "Sources/Accuracy", swiftSettings: pixelLoops),
        .executableTarget(
            name: "tramquet-bench",
            dependencies: [
                "Measuring", "Records", "Texts", "Configuration", "Workers", "Vietnamese", "Store", "Scanning", "Imaging", "Codes", "Recognition",
                "Extraction", "Printing", "Terminal", "Station", logging,
            ], path: "Sources/Bench", swiftSettings: pixelLoops),
        // Tests
        .testTarget(name: "RecordsTests", dependencies: ["Records"]),
        .testTarget(name: "TextsTests", dependencies: ["Texts"]),
        .testTarget(name: "MeasuringTests", dependencies: ["Measuring", "Vietnamese"]),
        .testTarget(name: "VietnameseTests", dependencies: ["Vietnamese"]),
        .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "Records", "Texts"]),
        .testTarget(name: "FilesTests", dependencies: ["Files"]),
        .testTarget(name: "WorkersTests", dependencies: ["Workers", "CSystem", "ProgramKit"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Records", "Texts", "Vietnamese", "CSystem", "ProgramKit", grdb]),
        .testTarget(name: "ImagingTests", dependencies: ["Imaging", "Records", "CLeptonica", "CTurboJPEG"]),
        .testTarget(name: "CodesTests", dependencies: ["Codes", "Imaging", "Records"]),
        .testTarget(name: "PrintingTests", dependencies: ["Printing", "Codes", "Imaging", "Records", "ProgramKit"]),
        .testTarget(name: "PDFTests", dependencies: ["PDF", "Files", "Records", "ProgramKit"]),
        .testTarget(name: "DemoTests", dependencies: ["Demo", "Records"]),
        .testTarget(
            name: "RecognitionTests", dependencies: ["Recognition", "Imaging", "Workers", "Records", "CSystem"],
            resources: [.copy("Resources")]),
        .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "Records"]),
        .executableTarget(name: "ScanWorkerProbe", dependencies: ["Scanning"], path: "Tests/ScanWorkerProbe"),
        .testTarget(name: "ScanningTests", dependencies: ["Scanning", "CSANE", "ScanWorkerProbe"]),
        .testTarget(name: "CaptureTests", dependencies: ["Capture", "ProgramKit"]),
        .testTarget(name: "DeliveringTests", dependencies: ["Delivering", "Records", "Texts", "Store", "PDF", "Imaging", "ProgramKit"]),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Extraction", "Records", "Store", "Texts", "Workers", grdb, logging]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
        .target(name: "StationFakes", dependencies: ["Station"], path: "Tests/StationFakes"),
        .testTarget(name: "StationModelTests", dependencies: ["Station", "StationFakes"]),
        .testTarget(name: "ScreenTests", dependencies: ["Station", "StationFakes"], exclude: ["Golden"]),
        // Tests of the real program
        .target(name: "ProgramKit", dependencies: ["Codes", "Imaging", "Records", "CSystem"], path: "Tests/ProgramKit"),
        .testTarget(name: "ProgramTests", dependencies: ["ProgramKit"], resources: [.copy("Resources")]),
        .target(name: "FaultLoop", dependencies: ["ProgramKit"], path: "Tests/FaultLoop"),
        .executableTarget(name: "fault-loop", dependencies: ["FaultLoop"], path: "Tests/fault-loop"),
        .testTarget(name: "FaultTests", dependencies: ["ProgramKit", "FaultLoop"]),
        .testTarget(name: "StationTests", dependencies: ["ProgramKit"]),
    ],
    cxxLanguageStandard: .cxx17
)
