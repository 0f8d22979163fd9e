/// Writes text with styles, and keeps the capitals of names and acronyms in titles from being lowered.
///
/// A word that keeps its case by rule, since it looks like a name or an acronym, stands in one pair of braces. One for which
/// the text says so although the rule does stands in two, which means the same to BibTeX and lets our reader tell them apart.
struct BibTeXMarkup {
  let encoder: LaTeXEncoder

  /// The fields in which the case of words is protected by rule.
  static let protectedFields: Set<String> = ["title", "shorttitle", "booktitle", "maintitle"]

  /// Whether BibTeX must be kept from lowering the whole field where the language is not English.
  static func isWhollyProtected(_ field: String) -> Bool {
    field == "title" || field == "shorttitle"
  }

  /// Whether titles follow the English way of capitals: no language, or English.
  static func isEnglish(_ language: String?) -> Bool {
    guard let language, !language.isEmpty else { return true }
    return language.utf8.prefix(2).map(\.asciiLowercased).elementsEqual("en".utf8)
  }

  /// The text with styles as LaTeX commands.
  func text(_ value: RichText) -> String { text(value, automatic: [], isDoubled: { _ in false }) }

  /// A title, in which words that must keep their capitals stand in braces.
  func title(_ value: RichText, isEnglish: Bool) -> String {
    guard isEnglish else { return text(value) }
    let automatic = TitleCapitals.protectedRanges(Array(value.plain.utf8))
    // A word with a style that ends inside of it could not be told from one that the text protects.
    let added = automatic.filter { range in
      value.spans.allSatisfy { span in
        !span.range.overlaps(range)
          || span.style != .noCase && (span.range.contains(range) || range.contains(span.range))
      }
    }
    return text(value, automatic: added, isDoubled: automatic.contains)
  }

  /// A title that BibTeX would lower as a whole, in braces.
  func whole(_ value: RichText) -> String {
    let range = 0..<value.plain.utf8.count
    return "{" + text(value, automatic: [], isDoubled: { $0 == range }) + "}"
  }

  private func text(
    _ value: RichText, automatic: [Range<Int>], isDoubled: (Range<Int>) -> Bool
  ) -> String {
    guard !value.spans.isEmpty || !automatic.isEmpty else { return encoder.encode(value.plain) }
    var marked = value
    marked.spans += automatic.map { .init($0, .noCase) }
    let kept = value.spans.filter { $0.style == .noCase && isDoubled($0.range) }.map(
      \.range.lowerBound)
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
        let isDoubled = style == .noCase && kept.contains(offset)
        open.append(isDoubled)
        session.append(
          markup: Self.command(style) + (isDoubled ? "{{" : "{"), opensGroup: style == .noCase)
      case .close: session.append(markup: open.popLast() == true ? "}}" : "}")
      }
    }
    return session.output
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
