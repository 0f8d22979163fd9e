internal import ArgumentParser
internal import Citations

/// The bibliography format that a command writes, and where it goes.
enum OutputFormat {
  /// The format called `name`, or the one that the name of the output file tells.
  ///
  /// - Throws: `ValidationError` where the format is not known, cannot be written, or cannot be told.
  static func named(
    _ name: String?, orTold file: String?, among isOffered: (BibliographyFormat) -> Bool
  ) throws -> BibliographyFormat {
    let offered = BibliographyFormat.all.filter(isOffered)
    let choice = Choice.sentence(offered.map(\.name))
    if let name {
      guard let format = offered.first(where: { $0.name == name }) else {
        throw ValidationError("There is no bibliography format '\(name)' to write. \(choice)")
      }
      return format
    }
    guard let file else {
      throw ValidationError("Give the format of the output by --to or by the name of -o. \(choice)")
    }
    guard let format = BibliographyFormat.forFile(named: file), isOffered(format) else {
      throw ValidationError(
        "The name '\(file)' does not tell a format; give it by --to. \(choice)")
    }
    return format
  }

  /// Refuses a part that the format cannot write alone.
  static func check(_ fragment: String?, of format: BibliographyFormat) throws {
    guard let fragment, !format.fragments.contains(fragment) else { return }
    throw ValidationError(
      format.fragments.isEmpty
        ? "--fragment cannot be used with \(format.name), which is written whole"
        : "'\(fragment)' is no part of \(format.name). \(Choice.sentence(format.fragments))")
  }

  /// Writes to the file, or to standard output where there is none.
  static func put(_ bytes: [UInt8], in file: OutputFile?) throws {
    if let file {
      try file.replace(with: bytes)
    } else {
      try FileIO.write(bytes, to: FileIO.standardOutput, name: "standard output")
    }
  }
}
