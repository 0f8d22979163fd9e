/// Writes text with styles, and keeps the capitals of names and acronyms in titles from being lowered.
///
/// Letters that keep their case because the text says so stand in one pair of braces, those that only look like a name or
/// an acronym in two, which means the same to BibTeX and lets our reader tell them apart.
struct BibTeXMarkup {
  let encoder: LaTeXEncoder

  /// The text with styles as LaTeX commands.
  func text(_ value: RichText, automatic: [Range<Int>] = []) -> String {
    guard !value.spans.isEmpty || !automatic.isEmpty else { return encoder.encode(value.plain) }
    var marked = value
    marked.spans += automatic.map { .init($0, .noCase) }
    let doubled = Set(automatic.map(\.lowerBound))
    var offset = 0
    var open: [Bool] = []
    var session = LaTeXEncoder.Session()
    let pieces = marked.pieces
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        let isLast = index + 1 == pieces.count || pieces[index + 1].isClose
        encoder.append(text, to: &session, isLast: isLast)
        offset += text.utf8.count
      case .open(let style):
        let isDoubled = style == .noCase && doubled.contains(offset)
        open.append(isDoubled)
        session.append(
          markup: Self.command(style) + (isDoubled ? "{{" : "{"), opensGroup: style == .noCase)
      case .close: session.append(markup: open.popLast() == true ? "}}" : "}")
      }
    }
    return String(session.output)
  }

  /// A title, in which words that must keep their capitals stand in braces.
  func title(_ value: RichText, isEnglish: Bool) -> String {
    guard isEnglish else { return text(value) }
    // A word with a style that ends inside of it could not be told from one that the text protects.
    let automatic = TitleCapitals.protectedRanges(Array(value.plain.utf8)).filter { range in
      value.spans.allSatisfy { span in
        !span.range.overlaps(range)
          || span.style != .noCase && (span.range.contains(range) || range.contains(span.range))
      }
    }
    return text(value, automatic: automatic)
  }

  private static func command(_ style: TextStyle) -> String {
    switch style {
    case .italic: "\\emph"
    case .bold: "\\textbf"
    case .smallCaps: "\\textsc"
    case .superscript: "\\textsuperscript"
    case .subscript: "\\textsubscript"
    case .underline: "\\underline"
    case .strikethrough: "\\sout"
    case .code: "\\texttt"
    case .noCase: ""
    }
  }
}

extension RichText.Piece {
  fileprivate var isClose: Bool {
    if case .close = self { return true }
    return false
  }
}
