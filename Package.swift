// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

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
    .target(name: "Citations", dependencies: ["CLibXML2"], swiftSettings: settings),
    .executableTarget(
      name: "citecli",
      dependencies: [
        "Citations",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CitationsTests", dependencies: ["Citations"],
      exclude: ["Fixtures"], swiftSettings: settings),
  ]
)
