internal import Citations

/// A place in a document at which a citation key is being written.
struct CitationCursor: Sendable, Hashable {
  /// What stands there of the key, up to its end.
  var range: Range<Int>
  /// What stands there before the cursor.
  var typed: String

  /// The key at `offset`; nil where none could stand there.
  ///
  /// The text is read with a letter more there and the bracket closed: if that is a key, one is being written.
  ///
  /// - Complexity: O(*n*).
  init?(in source: SourceFile, at offset: Int, format: String) {
    var bytes = source.bytes
    bytes.insert(contentsOf: [Self.probe] + Array(closing(format).utf8), at: offset)
    let keys = CitedKeys(in: SourceFile(name: source.name, bytes: bytes), format: format)
    guard let use = keys.uses.last(where: { Int($0.range.end) == offset + 1 }) else { return nil }
    let start = Int(use.range.start)
    var rest = offset
    while rest < source.bytes.count, Self.canContinue(source.bytes[rest]) { rest += 1 }
    range = start..<rest
    typed = String(decoding: source.bytes[start..<offset], as: UTF8.self)
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

/// What ends a citation that is open.
private func closing(_ format: String) -> String {
  switch format {
  case "latex", "markdown", "djot": "}"
  case "org", "asciidoc": "]"
  case "typst": ">"
  default: ""
  }
}
