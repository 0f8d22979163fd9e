internal import Citations

/// How a document format writes a citation by its key.
enum CitationSyntax: String, Sendable {
  case markdown, djot, org, typst, asciidoc

  /// The citation of a key with a place in the work and the words around it.
  ///
  /// Source: Pandoc's manual, "Citation syntax"; Org manual, "Citations"; Typst reference, "cite"; asciidoctor-bibtex.
  func citation(of key: String, _ cite: Cite) -> String {
    let place = cite.locator.map(Self.words) ?? ""
    let before = cite.prefix.isEmpty ? "" : Self.lowercasedFirst(cite.prefix) + " "
    let after = cite.suffix
    switch self {
    case .markdown, .djot:
      let name = Server.isKey(key) ? "@" + key : "@{" + key + "}"
      return "[" + before
        + ([name] + [place, after].filter { !$0.isEmpty }).joined(separator: ", ")
        + "]"
    case .org:
      let parts = ["@" + key, place].filter { !$0.isEmpty }.joined(separator: " ")
      return "[cite:" + before + ([parts, after].filter { !$0.isEmpty }).joined(separator: ", ")
        + "]"
    case .typst:
      let parts = [place, after].filter { !$0.isEmpty }.joined(separator: ", ")
      return before + "@" + key + (parts.isEmpty ? "" : "[\(parts)]")
    case .asciidoc:
      let isPage = cite.locator?.label == .page
      let pages = isPage ? cite.locator?.value ?? "" : place
      return before + "cite:[" + key + (pages.isEmpty ? "" : "(\(pages))") + "]"
        + (after.isEmpty ? "" : ", " + after)
    }
  }

  /// A locator with the abbreviation that processors of citations know.
  private static func words(_ locator: Locator) -> String {
    let isSeveral = locator.value.unicodeScalars.contains {
      "-\u{2013},&".unicodeScalars.contains($0)
    }
    let (one, several) = abbreviations[locator.label] ?? (locator.label.rawValue, nil)
    return (isSeveral ? several ?? one : one) + " " + locator.value
  }

  private static let abbreviations: [Locator.Label: (String, String?)] = [
    .page: ("p.", "pp."), .chapter: ("chap.", "chaps."), .volume: ("vol.", "vols."),
    .section: ("sec.", "secs."), .figure: ("fig.", "figs."), .note: ("n.", "nn."),
    .column: ("col.", "cols."), .line: ("l.", "ll."), .verse: ("v.", "vv."), .book: ("bk.", "bks."),
    .part: ("pt.", "pts."), .paragraph: ("para.", "paras."), .folio: ("fol.", "fols."),
    .issue: ("no.", "nos."), .subVerbo: ("s.v.", "s.vv."), .opus: ("op.", "opp."),
  ]

  /// "See" begins a sentence in a note, and none inside of one.
  private static func lowercasedFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
