/// Checks that need all files of a run.
enum CrossFileChecks {
  /// Adds to the files what is found between them.
  static func run(on files: inout [FileInCheck]) {}
}
