/// Prints findings for people: a line for each, and in the long form the words in the source with a mark under them.
public struct FindingsReport: Sendable {
  /// How much is printed.
  public enum Style: Sendable, Hashable {
    /// One line for each finding.
    case concise
    /// The line, then the source line with a mark under the words.
    case full
  }

  /// How much is printed.
  public var style: Style
  /// Whether severities and marks are coloured with the escape sequences of terminals.
  public var isColored: Bool

  /// A report in the given style.
  public init(_ style: Style, isColored: Bool = false) {
    self.style = style
    self.isColored = isColored
  }

  /// The findings as text, in their order: `path:line:column: severity: message [C012 missing-publisher]`; the
  /// message begins with the label of the note that it is about.
  public func text(of diagnostics: [Diagnostic], in source: SourceFile) -> [UInt8] {
    var output: [UInt8] = []
    var cursor = PositionCursor(source)
    for diagnostic in diagnostics {
      let start = diagnostic.range.map { cursor.position(at: Int($0.start)) }
      appendHeadline(of: diagnostic, at: start, in: source, to: &output)
      if style == .full, let range = diagnostic.range, let start {
        SourceExcerpt(of: range, at: start, in: source)
          .append(to: &output, mark: color(of: diagnostic.severity), reset: isColored ? reset : "")
      }
    }
    return output
  }

  private func appendHeadline(
    of diagnostic: Diagnostic, at position: SourcePosition?, in source: SourceFile,
    to output: inout [UInt8]
  ) {
    if isColored { output.append(contentsOf: bold.utf8) }
    appendPrintable(source.name, to: &output)
    if let position {
      output.append(contentsOf: ":\(position.line):\(position.column)".utf8)
    }
    output.append(contentsOf: ": ".utf8)
    if isColored { output.append(contentsOf: reset.utf8) }
    output.append(contentsOf: color(of: diagnostic.severity).utf8)
    output.append(contentsOf: "\(diagnostic.severity.rawValue): ".utf8)
    if isColored { output.append(contentsOf: reset.utf8) }
    if let note = diagnostic.note { appendPrintable("note \(note): ", to: &output) }
    appendPrintable(diagnostic.message, to: &output)
    output.append(contentsOf: " [\(diagnostic.rule.id) \(diagnostic.rule.name)]\n".utf8)
  }

  private func color(of severity: Severity) -> String {
    guard isColored else { return "" }
    return switch severity {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;35m"
    case .note: "\u{1B}[1;36m"
    }
  }
}

private let bold = "\u{1B}[1m"
private let reset = "\u{1B}[0m"

/// Appends text that a terminal must not take for orders: every control character becomes a space.
private func appendPrintable(_ text: String, to output: inout [UInt8]) {
  // Beyond ASCII control characters begin with one of these two bytes.
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
    output.append(contentsOf: text.utf8)
    return
  }
  for scalar in text.unicodeScalars {
    let shown = scalar.isControl ? " " : scalar
    output.append(contentsOf: UTF8.encode(shown).map(Array.init) ?? [])
  }
}
