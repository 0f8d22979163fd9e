internal import ArgumentParser
internal import Citations

/// Whether and how what was found is mended.
struct FixOptions: ParsableArguments {
  @Flag(name: .long, help: "Make the fixes that keep the meaning, then report what is left.")
  var fix = false

  @Flag(
    name: .customLong("unsafe-fixes"), help: "Make the fixes that are only likely, too.")
  var unsafeFixes = false

  @Flag(name: .long, help: "Print what the fixes would change and change nothing.")
  var diff = false

  /// Whether fixes are made or shown.
  var isOn: Bool { fix || unsafeFixes || diff }

  /// Refuses what cannot work.
  func check(_ files: [String]) throws {
    if isOn, !diff, files.contains("-") {
      throw ValidationError("Standard input cannot be fixed in place; --diff shows the fixes")
    }
  }

  /// Mends every file in its place, or prints the changes.
  ///
  /// - Returns: Whether all files could be read and written.
  func run(
    _ input: InputOptions, _ options: CheckOptions, against sources: [any RecordSource]
  ) throws -> Bool {
    let run = CheckRun(options: options)
    return try input.forEachFile { bytes, name in
      guard
        let fixed = run.fix(
          bytes, name: name, as: input.from.flatMap(CheckInput.named),
          includingSuggested: unsafeFixes, against: sources)
      else {
        Terminal.complain("\(name): is not UTF-8 and was not fixed")
        return
      }
      guard fixed.count > 0 else { return }
      if diff {
        var output: [UInt8] = []
        UnifiedDiff(bytes, fixed.bytes).write(to: &output, from: name, to: name)
        try FileIO.write(output, to: FileIO.standardOutput, name: "standard output")
      } else {
        try OutputFile(path: name, inputs: []).replace(with: fixed.bytes)
        Terminal.say("\(name): \(fixed.count) fixed\n")
      }
    }
  }
}
