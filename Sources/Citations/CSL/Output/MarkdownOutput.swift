/// Writes formatted text as Markdown; what has no sign there is HTML, which Markdown takes.
enum MarkdownOutput {
  static func text(_ text: FormattedText) -> String {
    text.written(
      escape: escape, open: { mark($0, isOpen: true) }, close: { mark($0, isOpen: false) })
  }

  private static func mark(_ look: FormattedText.Look, isOpen: Bool) -> String {
    switch look {
    case .italic: return "*"
    case .bold: return "**"
    // Upright inside italic: the emphasis ends and begins again.
    case .uprightStyle: return "*"
    case .normalWeight: return "**"
    case .superscript: return isOpen ? "<sup>" : "</sup>"
    case .subscript: return isOpen ? "<sub>" : "</sub>"
    case .smallCaps: return isOpen ? "<span style=\"font-variant:small-caps;\">" : "</span>"
    case .normalVariant: return isOpen ? "<span style=\"font-variant:normal;\">" : "</span>"
    case .underline: return isOpen ? "<u>" : "</u>"
    case .link(let address): return isOpen ? "[" : "](<\(address)>)"
    case .block, .indent: return isOpen ? "\n\n" : "\n\n"
    case .leftMargin: return isOpen ? "" : " "
    case .light, .noUnderline, .baseline, .undecorated, .rightInline: return ""
    }
  }

  private static func escape(_ text: String, into result: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "^"),
        UInt8(ascii: "|"), UInt8(ascii: "&"):
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      default: result.append(byte)
      }
    }
  }
}
