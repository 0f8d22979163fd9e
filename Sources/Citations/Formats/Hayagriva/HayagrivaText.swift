/// Texts that Hayagriva formats: braces keep the case of what is inside, dollar signs hold mathematics.
///
/// Source: Hayagriva, "The Hayagriva YAML File Format", "Formattable String".
enum HayagrivaText {
  /// The text with its stretches of fixed case in braces; other styles have no mark.
  static func text(_ value: RichText) -> String {
    var result = ""
    var depth = 0
    for piece in value.pieces {
      switch piece {
      case .text(let text): result += escaped(text)
      case .open(.noCase):
        if depth == 0 { result += "{" }
        depth += 1
      case .close(.noCase):
        depth -= 1
        if depth == 0 { result += "}" }
      default: continue
      }
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: isControl) else { return text }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      // A backslash means itself before any other character.
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      if isControl(byte), byte != 0x5C || next == nil || next.map(isControl) == true {
        result.append(0x5C)
      }
      result.append(byte)
    }
    return result.string
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x5C || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "$")
  }

  /// The text without braces and backslashes; mathematics keeps its dollar signs.
  static func read(_ text: String) -> RichText {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: isControl) else { return RichText(text) }
    var plain: [UInt8] = []
    var spans: [RichText.Span] = []
    var depth = 0
    var start = 0
    var isMath = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x5C where index < bytes.count && isControl(bytes[index]):
        plain.append(bytes[index])
        index += 1
      case UInt8(ascii: "{") where !isMath:
        if depth == 0 { start = plain.count }
        depth += 1
      case UInt8(ascii: "}") where !isMath && depth > 0:
        depth -= 1
        if depth == 0, plain.count > start { spans.append(.init(start..<plain.count, .noCase)) }
      case UInt8(ascii: "$"):
        isMath.toggle()
        plain.append(byte)
      default: plain.append(byte)
      }
    }
    if depth > 0, plain.count > start { spans.append(.init(start..<plain.count, .noCase)) }
    return RichText(plain.string, spans: spans)
  }

  /// Whether the text holds mathematics, which a text of ours would not be again.
  static func hasMath(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains {
      bytes[$0] == UInt8(ascii: "$") && ($0 == 0 || bytes[$0 - 1] != 0x5C)
    }
  }
}
