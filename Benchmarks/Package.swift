// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .strictMemorySafety(),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that it costs the product nothing. Run it by `scripts/bench`.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Citations", path: "..")],
  targets: [
    // Reads a file again and again inside one process, for what no run of the program shows by itself.
    .executableTarget(
      name: "reading", dependencies: [.product(name: "Citations", package: "Citations")],
      swiftSettings: settings),
    .executableTarget(
      name: "bench", swiftSettings: settings),
  ]
)
