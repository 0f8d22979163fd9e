internal import ArgumentParser
internal import Citations

/// Findings that are known and not reported again.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .customLong("baseline"),
    help: ArgumentHelp("Report only what this file does not know.", valueName: "file"),
    completion: .file())
  var path: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp(
      "Write all findings to this file, for --baseline, instead of reporting them.",
      valueName: "file"),
    completion: .file())
  var written: String?

  /// The baseline of `--baseline`, or nil without one.
  func read() throws -> Baseline? {
    guard let path else { return nil }
    let bytes = try FileIO.read(path: path)
    do throws(Baseline.Malformed) {
      return try Baseline(bytes)
    } catch {
      throw FileError(path: path, reason: error.reason)
    }
  }
}
