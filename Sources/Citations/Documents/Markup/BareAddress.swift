/// Finds web addresses that stand in running text without any markup.
enum BareAddress {
  /// The end of the address that begins at `offset`, or nil where none begins.
  ///
  /// Punctuation at the end and a closing bracket without its partner belong to the sentence.
  /// Source: GitHub Flavored Markdown 0.29, 6.9 "Autolinks (extension)".
  static func end(_ bytes: [UInt8], at offset: Int) -> Int? {
    let scheme = bytes.has("https://", at: offset) ? 8 : bytes.has("http://", at: offset) ? 7 : 0
    guard scheme > 0, offset == 0 || !bytes[offset - 1].isASCIIAlphanumeric else { return nil }
    var end = offset + scheme
    var open = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte.isASCIISpace || stops.contains(byte) || isQuote(bytes, end) { break }
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      end += 1
    }
    while end > offset + scheme, trailing.contains(bytes[end - 1]) { end -= 1 }
    return end > offset + scheme ? end : nil
  }

  private static let stops: Set<UInt8> = Set("<>[]{}|\"`\\^".utf8)
  private static let trailing: Set<UInt8> = Set(".,;:!?'*_~".utf8)

  /// Whether a quotation mark of U+2018...U+201F or a guillemet stands at `offset`.
  private static func isQuote(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard bytes[offset] >= 0xC2 else { return false }
    let value = bytes.scalar(at: offset).scalar.value
    return value >= 0x2018 && value <= 0x201F || value == 0xAB || value == 0xBB
  }
}
