/// Reading the markup of texts in CSL-YAML: pandoc's Markdown within a line, and the HTML tags that processors know.
///
/// What does not match is text, as it stands. Quotes stay as they are; two and three hyphens and three dots become the
/// signs they stand for.
extension PandocMarkup {
  /// The text without its markup, and what that says.
  ///
  /// - Complexity: O(*n*).
  static func read(_ text: String) -> RichText {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x80 || byte.isASCIIAlphanumeric || " ,;:()'\"/!?+=%|{}".utf8.contains(byte)
    }
    if isPlain { return RichText(text) }
    var parser = PandocMarkupParser(Array(text.utf8))
    return parser.parse()
  }

  /// The words of a value that has no styles.
  static func plain(_ text: String) -> String { read(text).plain }

  /// An address or identifier, in which only backslashes before signs are markup.
  static func verbatim(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x5C) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x5C, index + 1 < bytes.count, bytes[index + 1].isMarkupSign { index += 1 }
      result.append(bytes[index])
      index += 1
    }
    return result.string
  }
}

extension UInt8 {
  /// A sign of ASCII: what a backslash can escape.
  var isMarkupSign: Bool { self > 0x20 && self < 0x7F && !isASCIIAlphanumeric }
}
