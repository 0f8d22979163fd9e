/// A line of a source: its bytes without the line end, and where the next line begins.
struct SourceLine: Sendable, Hashable {
  var start: Int
  var end: Int
  var next: Int

  var range: Range<Int> { start..<end }
}

/// The lines of a stretch of bytes, read one by one; LF, CR LF and a lone CR end a line.
struct SourceLines: Sequence, IteratorProtocol, Sendable {
  private let bytes: [UInt8]
  private let limit: Int
  private(set) var position: Int

  init(_ bytes: [UInt8], from start: Int = 0, to limit: Int? = nil) {
    self.bytes = bytes
    self.limit = limit ?? bytes.count
    position = start
  }

  mutating func next() -> SourceLine? {
    guard position < limit else { return nil }
    var end = position
    while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    var next = end
    if next < limit {
      next += bytes[end] == 0x0D && end + 1 < limit && bytes[end + 1] == 0x0A ? 2 : 1
    }
    defer { position = next }
    return SourceLine(start: position, end: end, next: next)
  }
}

extension Array where Element == UInt8 {
  /// Whether there is nothing but white space in `range`.
  func isBlank(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if !self[index].isASCIISpace { return false }
      index += 1
    }
    return true
  }

  /// Whether `text` stands at `offset`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    offset >= 0 && offset <= count && self[offset...].starts(with: text)
  }

  /// The columns of white space at the beginning of a line, a tab filling up to four, and the offset after it.
  func indent(of line: SourceLine, from start: Int? = nil) -> (columns: Int, content: Int) {
    var columns = 0
    var index = start ?? line.start
    while index < line.end {
      if self[index] == 0x20 {
        columns += 1
      } else if self[index] == 0x09 {
        columns += 4 - columns % 4
      } else {
        break
      }
      index += 1
    }
    return (columns, index)
  }

  /// The end of the run of `byte` that begins at `offset`.
  func runEnd(of byte: UInt8, from offset: Int, to limit: Int? = nil) -> Int {
    let limit = limit ?? count
    var index = offset
    while index < limit, self[index] == byte { index += 1 }
    return index
  }

  /// The first offset in `start..<limit` that holds `byte`, or nil.
  func firstByte(_ byte: UInt8, from start: Int, to limit: Int) -> Int? {
    var index = start
    let limit = Swift.min(limit, count)
    while index < limit {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The offset after the spaces and tabs, and line ends too if `lines`, that begin at `offset`.
  func skippingSpace(from offset: Int, to limit: Int? = nil, lines: Bool = true) -> Int {
    let limit = limit ?? count
    var index = offset
    while index < limit,
      lines ? self[index].isASCIISpace : self[index] == 0x20 || self[index] == 0x09
    {
      index += 1
    }
    return index
  }

  /// Whether white space or the beginning of the text stands before `offset`.
  func isSpace(before offset: Int) -> Bool {
    offset == 0 || self[offset - 1].isASCIISpace
  }

  /// Whether white space or the end of the text stands at `offset`.
  func isSpace(at offset: Int) -> Bool {
    offset == count || self[offset].isASCIISpace
  }

  /// Whether the byte before `offset` belongs to a word; bytes above ASCII are looked up as scalars.
  func isWord(before offset: Int) -> Bool {
    guard let found = scalar(before: offset) else { return false }
    return found.scalar.isWordScalar
  }

  /// Whether a word goes on at `offset`.
  func isWord(at offset: Int) -> Bool {
    offset < count && scalar(at: offset).scalar.isWordScalar
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter or a digit.
  var isWordScalar: Bool {
    if value < 0x80 { return UInt8(value).isASCIIAlphanumeric }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// Whether the scalar is punctuation or a symbol.
  var isPunctuationScalar: Bool {
    if value < 0x80 { return value > 0x20 && value < 0x7F && !UInt8(value).isASCIIAlphanumeric }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }

  /// Whether the scalar is white space.
  var isSpaceScalar: Bool {
    value < 0x80 ? UInt8(value).isASCIISpace : properties.isWhitespace
  }
}
