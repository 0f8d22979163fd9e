internal import Citations

/// What the columns of positions count.
///
/// Source: Language Server Protocol 3.17, "PositionEncodingKind".
enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// How much the scalar counts whose first byte is `lead`.
  func width(ofLead lead: UInt8) -> Int {
    switch self {
    case .utf8: lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    case .utf16: lead < 0xF0 ? 1 : 2
    }
  }
}

/// A place in a text: both numbers count from 0.
struct Position: Sendable, Hashable {
  var line: Int
  var character: Int

  init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// The position in a message; nil where it is none.
  init?(_ value: JSONValue?) {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer,
      line >= 0, character >= 0
    else { return nil }
    self.init(line: line, character: character)
  }

  var json: JSONValue {
    .members(["line": .number(line), "character": .number(character)])
  }
}

/// A text with its lines, and what positions in it mean.
struct PositionTable: Sendable {
  let bytes: [UInt8]
  let lines: LineIndex
  let encoding: PositionEncoding

  init(_ source: SourceFile, _ encoding: PositionEncoding) {
    bytes = source.bytes
    lines = source.lines
    self.encoding = encoding
  }

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.bytes = bytes
    lines = LineIndex(bytes)
    self.encoding = encoding
  }

  /// The byte offset of a position: the end of the line for one behind it, the end of the text for a line that is not there.
  ///
  /// A position inside of a character means its beginning.
  func offset(of position: Position) -> Int {
    guard position.line < lines.count else { return bytes.count }
    var offset = lines.start(ofLine: position.line + 1)
    let end = lineEnd(position.line)
    var rest = position.character
    while offset < end {
      let width = encoding.width(ofLead: bytes[offset])
      guard width <= rest else { break }
      rest -= width
      offset = next(after: offset)
    }
    return min(offset, end)
  }

  /// The position of a byte offset.
  func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset) - 1
    var place = lines.start(ofLine: line + 1)
    var character = 0
    while place < offset {
      let following = next(after: place)
      guard following <= offset else { break }
      character += encoding.width(ofLead: bytes[place])
      place = following
    }
    return Position(line: line, character: character)
  }

  /// A range as messages have it.
  func json(_ range: SourceRange) -> JSONValue {
    .members([
      "start": position(of: Int(range.start)).json, "end": position(of: Int(range.end)).json,
    ])
  }

  /// The byte offsets of a range in a message; nil where it is none.
  func range(_ value: JSONValue?) -> Range<Int>? {
    guard let start = Position(value?["start"]), let end = Position(value?["end"]) else {
      return nil
    }
    let low = offset(of: start)
    return low..<max(low, offset(of: end))
  }

  /// Where the text of a line ends, counted from 0.
  private func lineEnd(_ line: Int) -> Int {
    guard line + 1 < lines.count else { return bytes.count }
    var end = lines.start(ofLine: line + 2)
    let start = lines.start(ofLine: line + 1)
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The offset of the scalar after the one at `offset`.
  private func next(after offset: Int) -> Int {
    var next = offset + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
