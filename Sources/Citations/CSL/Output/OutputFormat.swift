/// A form in which citations and entries are written.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case html
  case text
  case markdown
  case latex
  case rtf
}

extension FormattedText {
  /// The text in a format, its characters escaped as that format asks for.
  public func output(_ format: OutputFormat) -> String {
    switch format {
    case .html: HTMLOutput.text(self)
    case .text: plainOutput
    case .markdown: MarkdownOutput.text(self)
    case .latex: LaTeXOutput.text(self)
    case .rtf: RTFOutput.text(self)
    }
  }

  /// The text with what a format writes for characters and for looks that begin and end.
  func written(
    escape: (String, inout [UInt8]) -> Void, open: (Look) -> String, close: (Look) -> String
  ) -> String {
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): escape(text, &result)
      case .open(let look): result += open(look).utf8
      case .close(let look): result += close(look).utf8
      }
    }
    return result.string
  }

  /// The characters; a part of an entry that stands by itself has a line of its own or a space before it.
  private var plainOutput: String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .open(.block), .open(.indent):
        if !result.isEmpty { result += "\n" }
      case .open(.rightInline):
        if let last = result.utf8.last, last != 0x20 { result += " " }
      default: break
      }
    }
    return result
  }
}
