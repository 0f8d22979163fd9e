/// Styles of text as pandoc's Markdown writes them, which CSL-YAML has in its texts.
///
/// What Markdown would take for markup is escaped by backslashes. Where Markdown has no way to say a style at its place (a
/// style that ends with a space, or within a word), HTML tags say it.
/// Source: Pandoc User's Guide, "Pandoc's Markdown", "Specifying bibliographic data".
enum PandocMarkup {
  /// The text in Markdown.
  static func text(_ value: RichText) -> String {
    guard !value.spans.isEmpty else { return escaped(value.plain) }
    let pieces = value.pieces
    let marked = text(pieces, marks)
    return read(marked).pieces == pieces ? marked : text(pieces, tags)
  }

  private typealias Marks = (open: String, close: String)

  private static func text(_ pieces: [RichText.Piece], _ marks: (TextStyle) -> Marks) -> String {
    var result = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      // A sign at the end of a piece must not join with a mark.
      case .text(let text): result += escaped(text, isFirst: index == 0)
      case .open(let style): result += marks(style).open
      case .close(let style): result += marks(style).close
      }
    }
    return result
  }

  private static func marks(_ style: TextStyle) -> Marks {
    switch style {
    case .italic: ("*", "*")
    case .bold: ("**", "**")
    case .smallCaps: ("[", "]{.smallcaps}")
    case .superscript: ("^", "^")
    case .subscript: ("~", "~")
    case .underline: ("[", "]{.underline}")
    case .strikethrough: ("~~", "~~")
    case .code: ("<code>", "</code>")
    case .noCase: ("[", "]{.nocase}")
    }
  }

  private static func tags(_ style: TextStyle) -> Marks {
    switch style {
    case .italic: ("<i>", "</i>")
    case .bold: ("<b>", "</b>")
    case .smallCaps: ("<span style=\"font-variant:small-caps;\">", "</span>")
    case .superscript: ("<sup>", "</sup>")
    case .subscript: ("<sub>", "</sub>")
    case .underline: ("<u>", "</u>")
    case .strikethrough: ("<s>", "</s>")
    case .code: ("<code>", "</code>")
    case .noCase: ("<span class=\"nocase\">", "</span>")
    }
  }

  /// The words with a backslash before each sign that would be markup.
  static func escaped(_ text: String, isFirst: Bool = true) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 < 0x80 && !$0.isASCIIAlphanumeric && $0 != 0x20 }) else {
      return text
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      if needsEscape(bytes, index, isFirst: isFirst) { result.append(0x5C) }
      result.append(byte)
    }
    return result.string
  }

  private static func needsEscape(_ bytes: [UInt8], _ index: Int, isFirst: Bool) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : nil
    let before = index > 0 ? bytes[index - 1] : nil
    switch bytes[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "^"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "$"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"):
      return true
    case UInt8(ascii: "_"):
      return !(before?.isASCIIAlphanumeric ?? false) || !(next?.isASCIIAlphanumeric ?? false)
    case UInt8(ascii: "&"):
      return next == nil || next == UInt8(ascii: "#") || next?.isASCIILetter == true
    case UInt8(ascii: "#"): return index == 0 && isFirst
    case UInt8(ascii: "-"): return next == UInt8(ascii: "-") || next == nil && !isFirst
    case UInt8(ascii: "."):
      return next == UInt8(ascii: ".") && index + 2 < bytes.count
        && bytes[index + 2] == UInt8(ascii: ".")
    default: return false
    }
  }
}
