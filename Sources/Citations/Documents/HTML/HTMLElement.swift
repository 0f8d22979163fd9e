/// What an HTML element is to a reader that looks for notes.
///
/// Source: HTML Living Standard, "The elements of HTML"; the user-agent style sheet decides what is a block.
enum HTMLElement: UInt8, Sendable {
  case text
  /// Phrasing content, and every element that is not known.
  case inline
  /// A block that may be a note or hold several: `p`, `div`, `aside`.
  case block
  /// What holds the whole page: never a note.
  case root
  case heading
  /// `ol`, `ul`, `dl`, tables: holds notes, is none.
  case list
  case item
  case row
  case cell
  case quote
  case verbatim
  case lineBreak
  case rule
  /// Figures and pictures: a link to one is no note.
  case figure
  /// Not shown, or not part of the text.
  case hidden

  private static let byName: [String: HTMLElement] = {
    let names: [(HTMLElement, [String])] = [
      (
        .block,
        [
          "p", "div", "aside", "section", "address", "figcaption", "center", "footer", "header",
          "form",
          "fieldset", "details", "summary", "caption", "dialog", "legend", "hgroup",
        ]
      ),
      (.root, ["html", "body", "main", "article"]),
      (.heading, ["h1", "h2", "h3", "h4", "h5", "h6"]),
      (.list, ["ol", "ul", "dl", "menu", "table", "tbody", "thead", "tfoot"]),
      (.item, ["li", "dd", "dt"]), (.row, ["tr"]), (.cell, ["td", "th"]),
      (.quote, ["blockquote"]), (.verbatim, ["pre", "listing", "xmp"]),
      (.lineBreak, ["br"]), (.rule, ["hr"]), (.figure, ["figure", "img", "picture"]),
      (
        .hidden,
        [
          "script", "style", "nav", "noscript", "template", "head", "title", "meta", "link", "svg",
          "iframe", "select", "option", "textarea", "object", "canvas", "audio", "video",
          "datalist",
          "input", "map",
        ]
      ),
    ]
    var result: [String: HTMLElement] = [:]
    for (kind, list) in names {
      for name in list { result[name] = kind }
    }
    return result
  }()

  /// What the element of that name is.
  init(named name: String) { self = Self.byName[name] ?? .inline }

  /// Whether it begins and ends a line of its own.
  var isBlock: Bool {
    switch self {
    case .text, .inline, .lineBreak, .hidden: false
    default: true
    }
  }

  /// Whether it can be all of one note.
  var canBeNote: Bool {
    switch self {
    case .inline, .block, .item, .row, .cell, .quote: true
    default: false
    }
  }
}
