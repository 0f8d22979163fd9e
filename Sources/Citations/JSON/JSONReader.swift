/// Reads a JSON text token by token, without building a tree.
///
/// Strings and numbers are handed out as ranges of the text; a `String` is made only for those that are kept. The
/// grammar is checked on the way: what `next()` returns is always well nested, and an object's names and values alternate.
/// Source: RFC 8259.
struct JSONReader {
  /// A string of the text: its bytes between the quotes.
  struct Text: Sendable, Hashable {
    /// The bytes between the quotes.
    var range: Range<Int>
    /// Whether there are backslashes to resolve.
    var hasEscapes: Bool
  }

  /// What comes next in the text.
  enum Token: Sendable, Hashable {
    case beginObject, endObject, beginArray, endArray
    /// The name of an object's member; its value follows.
    case name(Text)
    case string(Text)
    case number(Range<Int>)
    case bool(Bool)
    case null
    /// The text is over; given only once the value is complete.
    case end
  }

  /// How deep arrays and objects may nest.
  static let depthLimit = 512

  private enum State {
    case value, firstElement, afterElement, firstName, afterMember, end
  }

  let bytes: [UInt8]
  private(set) var position: Int
  private var state = State.value
  /// Whether each open container is an object, outermost first.
  private var containers: [Bool] = []

  /// Begins to read at `start`.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
    if start == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      position = 3
    }
  }

  /// The next token.
  mutating func next() throws(JSONError) -> Token {
    skipSpace()
    switch state {
    case .end:
      guard position == bytes.count else {
        throw JSONError("text after the value", at: position)
      }
      return .end
    case .value: return try value()
    case .firstElement:
      if peek == UInt8(ascii: "]") { return close(.endArray) }
      return try value()
    case .firstName:
      if peek == UInt8(ascii: "}") { return close(.endObject) }
      return try name()
    case .afterElement:
      if peek == UInt8(ascii: "]") { return close(.endArray) }
      guard peek == UInt8(ascii: ",") else { throw unexpected("',' or ']'") }
      position += 1
      skipSpace()
      return try value()
    case .afterMember:
      if peek == UInt8(ascii: "}") { return close(.endObject) }
      guard peek == UInt8(ascii: ",") else { throw unexpected("',' or '}'") }
      position += 1
      skipSpace()
      return try name()
    }
  }

  /// Passes over the value that begins with `token`, the last one that `next()` gave.
  mutating func skip(_ token: Token) throws(JSONError) {
    switch token {
    case .beginArray, .beginObject:
      let depth = containers.count
      while containers.count >= depth { _ = try next() }
    default: return
    }
  }

  /// Passes over a value that the caller has read from the text itself: the one that is due next, ending before `end`.
  mutating func passValue(to end: Int) {
    position = end
    valueEnded()
  }

  /// The string between the quotes, escapes resolved.
  func text(_ text: Text) -> String {
    text.hasEscapes ? unescaped(text.range) : self.text(text.range)
  }

  /// The bytes in `range` as a string.
  func text(_ range: Range<Int>) -> String { bytes[range].string }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  private func unexpected(_ expected: String) -> JSONError {
    guard position < bytes.count else {
      return JSONError("the text ends where \(expected) was expected", at: position)
    }
    let found = bytes.scalar(at: position).scalar
    let shown =
      found.value < 0x20 || found.value == 0x7F
      ? "a control character" : "'\(String(String.UnicodeScalarView([found])))'"
    return JSONError("found \(shown), expected \(expected)", at: position)
  }

  private mutating func close(_ token: Token) -> Token {
    position += 1
    containers.removeLast()
    valueEnded()
    return token
  }

  private mutating func valueEnded() {
    guard let isObject = containers.last else {
      state = .end
      return
    }
    state = isObject ? .afterMember : .afterElement
  }

  private mutating func open(_ token: Token, isObject: Bool) throws(JSONError) -> Token {
    guard containers.count < Self.depthLimit else {
      throw JSONError("nested deeper than \(Self.depthLimit) levels", at: position)
    }
    position += 1
    containers.append(isObject)
    state = isObject ? .firstName : .firstElement
    return token
  }

  private mutating func name() throws(JSONError) -> Token {
    guard peek == UInt8(ascii: "\"") else { throw unexpected("a member's name in quotes") }
    let name = try string()
    skipSpace()
    guard peek == UInt8(ascii: ":") else { throw unexpected("':'") }
    position += 1
    state = .value
    return .name(name)
  }

  private mutating func value() throws(JSONError) -> Token {
    guard let byte = peek else { throw unexpected("a value") }
    let token: Token
    switch byte {
    case UInt8(ascii: "\""): token = .string(try string())
    case UInt8(ascii: "{"): return try open(.beginObject, isObject: true)
    case UInt8(ascii: "["): return try open(.beginArray, isObject: false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): token = .number(try number())
    case UInt8(ascii: "t"): token = try word("true", .bool(true))
    case UInt8(ascii: "f"): token = try word("false", .bool(false))
    case UInt8(ascii: "n"): token = try word("null", .null)
    default: throw unexpected("a value")
    }
    valueEnded()
    return token
  }

  private mutating func word(_ word: StaticString, _ token: Token) throws(JSONError) -> Token {
    guard bytes[position...].starts(with: word) else { throw unexpected("a value") }
    position += word.utf8CodeUnitCount
    return token
  }

  private mutating func number() throws(JSONError) -> Range<Int> {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits()
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return start..<position
  }

  private mutating func digits() throws(JSONError) {
    guard let byte = peek, byte.isASCIIDigit else { throw unexpected("a digit") }
    while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
  }

  /// Passes over a string from its opening quote, checking escapes and UTF-8.
  private mutating func string() throws(JSONError) -> Text {
    let opening = position
    var index = position + 1
    var hasEscapes = false
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      // Nearly all bytes are plain ASCII and leave the loop here.
      if byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5C {
        index += 1
      } else if byte == 0x22 {
        position = index + 1
        return Text(range: opening + 1..<index, hasEscapes: hasEscapes)
      } else if byte == 0x5C {
        hasEscapes = true
        index = try escapeEnd(at: index)
      } else if byte >= 0x80 {
        index += try sequenceLength(at: index)
      } else {
        throw JSONError("a control character in a string must be escaped", at: index)
      }
    }
    throw JSONError("the string that begins here has no closing quote", at: opening)
  }

  private func sequenceLength(at index: Int) throws(JSONError) -> Int {
    let found = bytes.scalar(at: index)
    // The decoder accepts spellings that are longer than needed; they are no UTF-8.
    let needed =
      found.scalar.value < 0x80
      ? 1
      : found.scalar.value < 0x800
        ? 2
        : found.scalar.value < 0x10000 ? 3 : 4
    let isReplacement = bytes[index] == 0xEF && found.length == 3
    guard found.length == needed, found.scalar != "\u{FFFD}" || isReplacement,
      found.length > 1
    else { throw JSONError("the bytes are no UTF-8", at: index) }
    if isReplacement, found.scalar == "\u{FFFD}" {
      guard bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD else {
        throw JSONError("the bytes are no UTF-8", at: index)
      }
    }
    return found.length
  }
}
