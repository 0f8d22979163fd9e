/// Writes JSON text, either in one line or indented by two spaces.
///
/// In strings CR, U+0085, U+2028, U+2029 and the C0 controls are always escaped, so that a compact text is one line for
/// every program that splits lines.
/// Source: RFC 8259; our `extract --ndjson`.
public struct JSONWriter: Sendable {
  /// How a text is laid out.
  public struct Layout: Sendable, Hashable {
    /// Whether every member and element has a line of its own.
    public var isPretty = true
    /// Whether everything beyond ASCII is written as `\u` escapes.
    public var asciiOnly = false

    /// Indented Unicode text.
    public init() {}

    /// One line without spaces that are not needed.
    public static let compact: Layout = {
      var layout = Layout()
      layout.isPretty = false
      return layout
    }()
  }

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  /// Whether something stands already in the container that is open.
  private var hasContent = false

  /// A writer with nothing written.
  public init(_ layout: Layout = Layout()) {
    self.layout = layout
  }

  /// Makes room for a text of about `count` bytes in all.
  mutating func reserve(_ count: Int) {
    // A little more, so that a text that is longer than expected does not have to move.
    bytes.reserveCapacity(count + count / 8)
  }

  /// The text of `value`, ended by a line feed.
  public static func text(of value: JSONValue, _ layout: Layout = Layout()) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.write(value)
    writer.endLine()
    return writer.bytes
  }

  /// Writes a value: an element of the open array, the value of the open member, or the whole text.
  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let value): raw(value ? "true" : "false")
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): string(text)
    case .array(let elements):
      // A list of plain values reads better in one line.
      let isFlat = elements.allSatisfy(\.isScalar)
      begin(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if isFlat {
          if index > 0 { raw(layout.isPretty ? ", " : ",") }
        } else {
          separate()
        }
        write(element)
      }
      end(UInt8(ascii: "]"), isFlat: isFlat)
    case .object(let members):
      beginObject()
      for member in members {
        name(member.name)
        write(member.value)
      }
      endObject()
    }
  }

  /// Writes a string: an element of the open array or the value of the open member.
  public mutating func write(_ text: String) { string(text) }

  /// Begins an object; each of its members is a `name` and a value.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Ends the open object.
  public mutating func endObject() { end(UInt8(ascii: "}"), isFlat: false) }

  /// Begins an array; each element follows a call of `separate`.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Ends the open array.
  public mutating func endArray() { end(UInt8(ascii: "]"), isFlat: false) }

  /// Makes place for the next element of the open array.
  public mutating func separate() {
    if hasContent { bytes.append(UInt8(ascii: ",")) }
    newLine()
    hasContent = true
  }

  /// Writes the name of the open object's next member.
  public mutating func name(_ name: String) {
    separate()
    string(name)
    raw(layout.isPretty ? ": " : ":")
  }

  /// Ends the text with a line feed.
  public mutating func endLine() { bytes.append(0x0A) }

  private mutating func begin(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    hasContent = false
  }

  private mutating func end(_ bracket: UInt8, isFlat: Bool) {
    depth -= 1
    if hasContent, !isFlat { newLine() }
    bytes.append(bracket)
    hasContent = true
  }

  private mutating func newLine() {
    guard layout.isPretty else { return }
    bytes.append(0x0A)
    var count = depth * 2
    // The buffer of a static string outlives the call.
    Self.spaces.withUTF8Buffer { spaces in
      while count > 0 {
        let run = min(count, spaces.count)
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: spaces[..<run]))
        count -= run
      }
    }
  }

  private static let spaces: StaticString = "                                "

  private mutating func raw(_ text: StaticString) {
    // The buffer of a static string outlives the call.
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func string(_ text: String) {
    bytes.append(0x22)
    let asciiOnly = layout.asciiOnly
    // The buffer is the string's own and is only read during the call.
    let isPlain = unsafe text.utf8.withContiguousStorageIfAvailable { source in
      // Every byte is looked at, without a way out, so that the compiler can take many at once.
      let isPlain = unsafe source.reduce(true) { Self.isPlain($1, asciiOnly: asciiOnly) && $0 }
      if isPlain { unsafe bytes.append(contentsOf: source) }
      return isPlain
    }
    if isPlain != true { escaped(Array(text.utf8)) }
    bytes.append(0x22)
  }

  /// Whether a byte stands for itself whatever follows it: most strings hold nothing else.
  ///
  /// The line ends of Unicode begin with C2 or E2.
  private static func isPlain(_ byte: UInt8, asciiOnly: Bool) -> Bool {
    (byte >= 0x20) && (byte != 0x22) && (byte != 0x5C) && (byte != 0xC2) && (byte != 0xE2)
      && (byte < 0x80 || !asciiOnly)
  }

  private mutating func escaped(_ source: [UInt8]) {
    var plain = 0
    var index = 0
    while index < source.count {
      let byte = source[index]
      guard !Self.isPlain(byte, asciiOnly: layout.asciiOnly) else {
        index += 1
        continue
      }
      let found = source.scalar(at: index)
      guard byte < 0x80 || needsEscape(found.scalar) else {
        index += found.length
        continue
      }
      bytes.append(contentsOf: source[plain..<index])
      escape(found.scalar)
      index += found.length
      plain = index
    }
    bytes.append(contentsOf: source[plain...])
  }

  private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    layout.asciiOnly || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": raw("\\\"")
    case "\\": raw("\\\\")
    case "\n": raw("\\n")
    case "\r": raw("\\r")
    case "\t": raw("\\t")
    default: for unit in String(scalar).utf16 { appendUnit(unit) }
    }
  }

  private mutating func appendUnit(_ unit: UInt16) {
    raw("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 0xF
      bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }
}

extension JSONValue {
  /// Whether the value is neither an array nor an object.
  var isScalar: Bool {
    switch self {
    case .array, .object: false
    case .null, .bool, .number, .string: true
    }
  }
}
