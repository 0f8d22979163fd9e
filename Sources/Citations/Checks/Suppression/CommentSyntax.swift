/// How comments begin in a format, so that orders to this program can stand in them.
struct CommentSyntax: Sendable, Hashable {
  /// What stands before the words of a comment; white space may follow it.
  var openers: [String]

  /// The syntax of a format by its name; without comments where the format has none.
  init(formatName: String) {
    openers =
      switch formatName {
      case "bibtex", "biblatex": ["%", "@comment{", "@Comment{", "@COMMENT{", "@comment("]
      case "latex": ["%"]
      case "markdown", "html", "jats", "wikitext", "docbook", "tei", "mods", "endnote-xml",
        "crossref":
        ["<!--"]
      case "typst": ["//", "/*"]
      case "asciidoc": ["//"]
      case "rst": [".."]
      case "org": ["#"]
      case "djot": ["{%"]
      case "hayagriva", "csl-yaml", "cff": ["#"]
      default: []
      }
  }

  /// A line with a comment that says `words`; nil where the format has none that can stand alone on any line.
  func line(_ words: String) -> String? {
    switch openers.first {
    case "<!--": "<!-- \(words) -->"
    case "{%": "{% \(words) %}"
    // A comment of reStructuredText goes on until a blank line, which would part the text around it.
    case nil, "..": nil
    case let opener?: "\(opener) \(words)"
    }
  }

  /// The length of the comment's beginning that ends just before `offset`, white space after it included; nil where none does.
  func openerLength(before offset: Int, in bytes: [UInt8]) -> Int? {
    var end = offset
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    for opener in openers {
      let start = end - opener.utf8.count
      if start >= 0, bytes[start..<end].elementsEqual(opener.utf8) { return offset - start }
    }
    return nil
  }
}
