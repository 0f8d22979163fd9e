// swift-tools-version: 6.2
import PackageDescription

var settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// `scripts/test` sets this: a warning is a failure there, and no obstacle for those who only build.
if Context.environment["CITATIONS_STRICT"] == "1" {
  settings.append(.treatAllWarnings(as: .error))
}

let package = Package(
  name: "Citations",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Citations", targets: ["Citations"]),
    .executable(name: "citecli", targets: ["citecli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .yum(["libxml2-devel"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .yum(["libyaml-devel"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .yum(["sqlite-devel"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"]), .brew(["zlib"])]),
    .target(
      name: "Citations", dependencies: ["CLibXML2", "CYAML", "CStyles"], swiftSettings: settings,
      // `rounded()` is a call of libm, which no import of the library's own asks for.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    // Other programs, started and listened to.
    .target(name: "Programs", swiftSettings: settings),
    .target(name: "LanguageServer", dependencies: ["Citations"], swiftSettings: settings),
    .executableTarget(
      name: "citecli",
      dependencies: [
        "Citations", "LanguageServer", "Programs", "ReferenceSources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Where works are looked up: dumps of registries, and the registries. The library itself needs neither SQLite nor a network.
    .target(
      name: "ReferenceSources", dependencies: ["Citations", "CSQLite", "CZlib", "Programs"],
      swiftSettings: settings),
    // Our CSL styles and locales, inside the binary: no file beside it is needed at run time.
    .target(name: "CStyles", path: "styles", sources: ["styles.c"]),
    // The library alone, as another program uses it; the tests run it and look at what it links.
    .executableTarget(
      name: "PrintBibTeX", dependencies: ["Citations"], path: "Examples/PrintBibTeX",
      swiftSettings: settings),
    // The conformance suite of CSL: what runs it, for the tests and for a command of the package that is not installed.
    .target(name: "CSLSuite", dependencies: ["Citations"], swiftSettings: settings),
    .executableTarget(
      name: "csl-conformance", dependencies: ["CSLSuite"], swiftSettings: settings),
    .testTarget(
      name: "CitationsTests", dependencies: ["Citations", "CSLSuite"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ReferenceSourcesTests", dependencies: ["ReferenceSources", "Citations", "CZlib"],
      swiftSettings: settings),
    .testTarget(
      name: "citecliTests", dependencies: ["citecli", "LanguageServer", "PrintBibTeX"],
      swiftSettings: settings),
  ]
)
