/// Styles of text as CSL-JSON writes them, in a small set of HTML tags.
///
/// Underlined, struck and verbatim text have no tag there; their characters stay, without the style.
/// Source: citeproc-js, "CSL-JSON markup"; CSL 1.0.2, "Rich text".
enum CSLJSONMarkup {
  /// The text with its styles as tags.
  static func text(_ value: RichText) -> String {
    guard !value.spans.isEmpty else { return value.plain }
    var result = ""
    for piece in value.pieces {
      switch piece {
      case .text(let text): result += text
      case .open(let style): result += tags(style).open
      case .close(let style): result += tags(style).close
      }
    }
    return result
  }

  /// Whether a style has a tag.
  static func holds(_ style: TextStyle) -> Bool { !tags(style).open.isEmpty }

  private static func tags(_ style: TextStyle) -> (open: String, close: String) {
    switch style {
    case .italic: ("<i>", "</i>")
    case .bold: ("<b>", "</b>")
    case .smallCaps: ("<span style=\"font-variant:small-caps;\">", "</span>")
    case .superscript: ("<sup>", "</sup>")
    case .subscript: ("<sub>", "</sub>")
    case .noCase: ("<span class=\"nocase\">", "</span>")
    case .underline, .strikethrough, .code: ("", "")
    }
  }
}
