/// Writes text with styles, and keeps the capitals of names and acronyms in titles from being lowered.
struct BibTeXMarkup {
  let encoder: LaTeXEncoder

  /// The text with styles as LaTeX commands.
  func text(_ value: RichText) -> String {
    value.pieces.map { piece in
      switch piece {
      case .text(let text): encoder.encode(BibTeXText.cleaned(text))
      case .open(let style): Self.command(style) + "{"
      case .close: "}"
      }
    }.joined()
  }

  /// A title, in which words that must keep their capitals stand in braces.
  func title(_ value: RichText, isEnglish: Bool) -> String {
    guard isEnglish else { return text(value) }
    var title = value
    let kept = value.spans.filter { $0.style == .noCase }.map(\.range)
    for range in TitleCapitals.protectedRanges(Array(value.plain.utf8))
    where !kept.contains(where: {
      $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound
    }) {
      title.spans.append(.init(range, .noCase))
    }
    return text(title)
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
