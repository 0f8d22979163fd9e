internal import Citations

/// A place in a document at which a citation key is being written.
struct CitationCursor: Sendable, Hashable {
  /// What stands there of the key, up to its end.
  var range: Range<Int>
  /// What stands there before the cursor.
  var typed: String
  /// Whether the key stands behind an at sign without braces, where it ends at the first sign that is none of a key's.
  private var isBareKey: Bool

  /// Whether a key cannot stand here as it is.
  func needsBraces(around key: String) -> Bool { isBareKey && !Server.isKey(key) }

  /// The key at `offset`; nil where none could stand there.
  ///
  /// The text is read with a letter more there and the bracket closed: if that is a key, one is being written.
  ///
  /// - Complexity: O(*n*).
  init?(in text: [UInt8], at offset: Int, format: String) {
    guard let use = Self.use(in: text, at: offset, format: format) else { return nil }
    let start = Int(use.range.start)
    var rest = offset
    while rest < text.count, Self.canContinue(text[rest]) { rest += 1 }
    range = start..<rest
    isBareKey =
      ["markdown", "djot"].contains(format) && start > 0 && text[start - 1] == UInt8(ascii: "@")
    typed = String(decoding: text[start..<offset], as: UTF8.self)
  }

  /// The key that ends with the letter more.
  private static func use(in text: [UInt8], at offset: Int, format: String) -> CitedKeys.Use? {
    for closing in closings(format) {
      var bytes = text
      bytes.insert(contentsOf: [probe] + Array(closing.utf8), at: offset)
      let keys = CitedKeys(in: SourceFile(name: "", bytes: bytes), format: format)
      if let use = keys.uses.last(where: { Int($0.range.end) == offset + 1 }) { return use }
    }
    return nil
  }

  private static let probe = UInt8(ascii: "x")

  /// Letters, digits, and the signs that keys have inside in every format.
  private static func canContinue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}

/// What may end a citation that is open.
private func closings(_ format: String) -> [String] {
  switch format {
  // A key of Markdown can also stand in a role of MyST, which ends in a backtick.
  case "markdown", "djot": ["}", "`"]
  case "latex": ["}"]
  case "org", "asciidoc": ["]"]
  case "typst": [">"]
  case "rst": ["`"]
  default: [""]
  }
}
