internal import ArgumentParser
internal import Citations

/// The form in which formatted citations are written.
enum TextFormat {
  private static let endings: [(ending: String, format: Citations.OutputFormat)] = [
    (".html", .html), (".htm", .html), (".md", .markdown), (".markdown", .markdown),
    (".tex", .latex), (".rtf", .rtf), (".txt", .text),
  ]

  /// The form called `name`, or the one that the name of the output file tells, or plain text.
  static func named(_ name: String?, orTold file: String?) throws -> Citations.OutputFormat {
    if let name {
      guard let format = Citations.OutputFormat(rawValue: name) else {
        throw ValidationError(
          "There is no form '\(name)' of formatted text. "
            + Choice.sentence(Citations.OutputFormat.allCases.map(\.rawValue)))
      }
      return format
    }
    let file = (file ?? "").lowercased()
    return endings.first { file.hasSuffix($0.ending) }?.format ?? .text
  }
}
