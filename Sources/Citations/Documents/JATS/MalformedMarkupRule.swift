extension Rule {
  /// XML that is not well-formed; what could be read was read.
  public static let malformedMarkup = Rule(
    "F061", "malformed-markup", .warning, "the markup is not well-formed")
}

/// Turns the complaints of the XML parser into findings.
enum MalformedMarkup {
  /// The first complaints of a parsed document, at most ten.
  static func check(_ tree: MarkupTree) -> [Diagnostic] {
    tree.problems.prefix(10).map { problem in
      var bytes = Array(problem.message.utf8)
      if let first = bytes.first { bytes[0] = first.asciiLowercased }
      return Diagnostic(
        .malformedMarkup, "the markup is not well-formed: " + bytes.string,
        at: SourceRange(problem.source, problem.source))
    }
  }
}
