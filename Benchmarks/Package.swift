// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that it costs the product nothing. Run it by `scripts/bench`.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(
      name: "bench",
      swiftSettings: [
        .swiftLanguageMode(.v6), .strictMemorySafety(),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
