/// Writes YAML in block style, as people write it by hand.
///
/// Whatever a reader of YAML 1.1 or 1.2 might take for something else than a text is quoted; texts come back exactly.
/// The text of a number is written as it is, so a caller can have any word written without quotes.
/// Source: YAML 1.2.2, 7 "Flow Style Productions" and 8 "Block Style Productions".
struct YAMLWriter: Sendable {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  /// Whether everything beyond ASCII is written as an escape.
  private let asciiOnly: Bool

  init(asciiOnly: Bool = false) {
    self.asciiOnly = asciiOnly
  }

  /// The text of `value` as a document.
  static func text(of value: JSONValue, asciiOnly: Bool = false) -> [UInt8] {
    var writer = YAMLWriter(asciiOnly: asciiOnly)
    writer.document(value)
    return writer.bytes
  }

  /// Writes a value that is a whole document.
  mutating func document(_ value: JSONValue) {
    if value.isBlock {
      block(value, indent: 0)
    } else {
      scalar(value, indent: 0)
      bytes.append(0x0A)
    }
  }

  /// Writes a key that stands at the beginning of a line, and a colon; what follows is the caller's.
  mutating func key(_ name: String, indent: Int = 0) {
    spaces(indent)
    writeKey(name)
  }

  /// Writes the value after a key: in the same line, or in lines of its own.
  mutating func value(_ value: JSONValue, indent: Int = 0) {
    switch value {
    case .array where value.isBlock:
      bytes.append(0x0A)
      block(value, indent: indent)
    case .object where value.isBlock:
      bytes.append(0x0A)
      block(value, indent: indent + 2)
    default:
      bytes.append(0x20)
      scalar(value, indent: indent)
      bytes.append(0x0A)
    }
  }

  /// Writes an item of a list; its dash stands at `indent`.
  mutating func item(_ value: JSONValue, indent: Int = 0) {
    spaces(indent)
    bytes += "- ".utf8
    if value.isBlock {
      block(value, indent: indent + 2, isInline: true)
    } else {
      scalar(value, indent: indent)
      bytes.append(0x0A)
    }
  }

  /// Ends a line.
  mutating func endLine() { bytes.append(0x0A) }

  private mutating func spaces(_ count: Int) {
    bytes.append(contentsOf: repeatElement(0x20, count: count))
  }

  /// Writes a sequence or mapping that is not empty; the first line is indented already where it is inline.
  private mutating func block(_ value: JSONValue, indent: Int, isInline: Bool = false) {
    var isFirst = isInline
    for element in value.array ?? [] {
      if isFirst {
        bytes += "- ".utf8
        isFirst = false
        if element.isBlock {
          block(element, indent: indent + 2, isInline: true)
        } else {
          scalar(element, indent: indent)
          bytes.append(0x0A)
        }
      } else {
        item(element, indent: indent)
      }
    }
    for member in value.object ?? [] {
      if !isFirst { spaces(indent) }
      isFirst = false
      writeKey(member.name, indent: indent)
      self.value(member.value, indent: indent)
    }
  }

  private mutating func writeKey(_ name: String, indent: Int = 0) {
    // A key that is longer, or takes several lines, needs a mark before it.
    let isLong = name.utf8.count > 200
    if isLong { bytes += "? ".utf8 }
    text(name, indent: indent, isKey: true)
    if isLong {
      bytes.append(0x0A)
      spaces(indent)
    }
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func scalar(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): self.text(text, indent: indent, isKey: false)
    case .array: bytes += "[]".utf8
    case .object: bytes += "{}".utf8
    }
  }

  private mutating func text(_ text: String, indent: Int, isKey: Bool) {
    let source = Array(text.utf8)
    switch YAMLTextStyle(source, asciiOnly: asciiOnly, isKey: isKey) {
    case .plain: bytes += source
    case .singleQuoted:
      bytes.append(0x27)
      for byte in source {
        bytes.append(byte)
        if byte == 0x27 { bytes.append(byte) }
      }
      bytes.append(0x27)
    case .doubleQuoted: doubleQuoted(source)
    case .literal: literal(source, indent: indent + 2)
    }
  }

  private mutating func literal(_ source: [UInt8], indent: Int) {
    bytes += (source.last == 0x0A ? "|" : "|-").utf8
    let end = source.last == 0x0A ? source.count - 1 : source.count
    for line in source[..<end].split(separator: 0x0A, omittingEmptySubsequences: false) {
      bytes.append(0x0A)
      if !line.isEmpty { spaces(indent) }
      bytes += line
    }
  }

  private mutating func doubleQuoted(_ source: [UInt8]) {
    bytes.append(0x22)
    var plain = 0
    var index = 0
    while index < source.count {
      let found = source.scalar(at: index)
      defer { index += found.length }
      guard YAMLTextStyle.needsEscape(found.scalar, asciiOnly: asciiOnly) else { continue }
      bytes += source[plain..<index]
      escape(found.scalar)
      plain = index + found.length
    }
    bytes += source[plain...]
    bytes.append(0x22)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let (mark, width) =
        scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
      bytes += "\\\(mark)".utf8
      bytes += repeatElement(0x30, count: width - digits.utf8.count)
      bytes += digits.utf8
    }
  }
}

extension JSONValue {
  /// Whether the value takes lines of its own in block style.
  fileprivate var isBlock: Bool {
    switch self {
    case .array(let elements): !elements.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }
}
