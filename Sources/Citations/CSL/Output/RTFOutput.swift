/// Writes formatted text as RTF, to be put into a document.
///
/// Source: Rich Text Format Specification 1.9.
enum RTFOutput {
  static func text(_ text: FormattedText) -> String {
    text.written(escape: escape, open: open, close: close)
  }

  private static func open(_ look: FormattedText.Look) -> String {
    switch look {
    case .italic: "{\\i "
    case .bold: "{\\b "
    case .smallCaps: "{\\scaps "
    case .underline: "{\\ul "
    case .superscript: "{\\super "
    case .subscript: "{\\sub "
    case .uprightStyle: "{\\i0{}"
    case .normalWeight, .light: "{\\b0{}"
    case .normalVariant: "{\\scaps0{}"
    case .noUnderline: "{\\ul0{}"
    case .baseline: "{\\nosupersub{}"
    case .undecorated: "{\\plain "
    case .link(let address):
      "{\\field{\\*\\fldinst{HYPERLINK \"" + escaped(address) + "\"}}{\\fldrslt{"
    case .block: "\\line{}"
    case .indent: "\\line\\tab{}"
    case .leftMargin: ""
    case .rightInline: "\\tab{}"
    }
  }

  private static func close(_ look: FormattedText.Look) -> String {
    switch look {
    case .link: "}}}"
    case .block, .indent: "\\line{}"
    case .leftMargin, .rightInline: ""
    default: "}"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    escape(text, into: &result)
    return result.string
  }

  private static func escape(_ text: String, into result: inout [UInt8]) {
    for unit in text.utf16 {
      switch unit {
      case 0x5C, 0x7B, 0x7D: result += [UInt8(ascii: "\\"), UInt8(unit)]
      case 0xA0: result += "\\~".utf8
      case 0x0A: result += "\\line{}".utf8
      case 0x20..<0x7F: result.append(UInt8(unit))
      default: result += "\\uc0\\u\(Int16(bitPattern: unit)){}".utf8
      }
    }
  }
}
