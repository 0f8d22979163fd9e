/// Writes formatted text as LaTeX for an engine that reads UTF-8.
enum LaTeXOutput {
  static func text(_ text: FormattedText) -> String {
    text.written(escape: escape, open: open, close: close)
  }

  private static func open(_ look: FormattedText.Look) -> String {
    switch look {
    case .italic: "\\textit{"
    case .bold: "\\textbf{"
    case .smallCaps: "\\textsc{"
    case .underline: "\\underline{"
    case .superscript: "\\textsuperscript{"
    case .subscript: "\\textsubscript{"
    case .uprightStyle, .normalVariant: "\\textup{"
    case .normalWeight, .light: "\\textmd{"
    case .undecorated: "\\textnormal{"
    case .noUnderline, .baseline: "{"
    case .link(let address): "\\href{" + url(address) + "}{"
    case .block, .indent: "\n\n"
    case .leftMargin: ""
    case .rightInline: " "
    }
  }

  private static func close(_ look: FormattedText.Look) -> String {
    switch look {
    case .block, .indent: "\n\n"
    case .leftMargin, .rightInline: ""
    default: "}"
    }
  }

  private static func url(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "_"),
        UInt8(ascii: "$"):
        result += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "{"): result += "\\%7B".utf8
      case UInt8(ascii: "}"): result += "\\%7D".utf8
      case UInt8(ascii: "\\"): result += "\\%5C".utf8
      default: result.append(byte)
      }
    }
    return result.string
  }

  private static func escape(_ text: String, into result: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}", "$", "&", "%", "#", "_":
        result.append(UInt8(ascii: "\\"))
        result += String(scalar).utf8
      case "\\": result += "\\textbackslash{}".utf8
      case "~": result += "\\textasciitilde{}".utf8
      case "^": result += "\\textasciicircum{}".utf8
      case "\u{A0}": result += "~".utf8
      case "\u{202F}": result += "\\,".utf8
      default: result += String(scalar).utf8
      }
    }
  }
}
