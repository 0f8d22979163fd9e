/// Text taken out of a source: its characters, its styles, its links, and where each piece stood.
///
/// A note's text is not a slice of its file: markup is gone, lines are joined, entities are decoded. `SourceText` keeps
/// the way back, so that every reading of the text can name its place in the file. All offsets in the text are UTF-8
/// byte offsets.
public struct SourceText: Sendable, Hashable {
  /// A piece that stands in the source as it stands in the text, byte for byte, up to the next piece.
  public struct Piece: Sendable, Hashable {
    /// Offset in the text of the first byte.
    public var offset: UInt32
    /// Offset in the source of the first byte.
    public var source: UInt32
  }

  /// A stretch of text in one style.
  public struct StyleSpan: Sendable, Hashable {
    /// The stretch, in byte offsets of the text.
    public var range: Range<Int>
    /// Its style.
    public var style: TextStyle
  }

  /// A stretch of text that links to an address.
  public struct Link: Sendable, Hashable {
    /// The stretch, in byte offsets of the text.
    public var range: Range<Int>
    /// The address as it stands in the source.
    public var target: String
  }

  /// The text in UTF-8.
  public private(set) var utf8: [UInt8] = []
  /// Where the text comes from, ascending by offset.
  public private(set) var pieces: [Piece] = []
  /// Styled stretches, in the order in which they end.
  public private(set) var styles: [StyleSpan] = []
  /// Linked stretches, in the order in which they end.
  public private(set) var links: [Link] = []

  /// An empty text.
  public init() {}

  /// A text that stands in its source, byte for byte, at `source`.
  public init(_ text: String, source: Int = 0) {
    append(Array(text.utf8), source: source)
  }

  /// The text as a string.
  public var string: String { utf8.string }
  /// The length in UTF-8 bytes.
  public var count: Int { utf8.count }
  /// Whether there is no text.
  public var isEmpty: Bool { utf8.isEmpty }

  /// Appends bytes that stand at `source` in the source.
  public mutating func append(_ bytes: some Collection<UInt8>, source: Int) {
    guard !bytes.isEmpty else { return }
    if let last = pieces.last,
      Int(last.source) + utf8.count - Int(last.offset) == source
    {
      utf8.append(contentsOf: bytes)
      return
    }
    pieces.append(Piece(offset: UInt32(utf8.count), source: UInt32(clamping: source)))
    utf8.append(contentsOf: bytes)
  }

  /// Appends one space for white space that stands at `source`, unless the text is empty or ends in a space.
  public mutating func appendSpace(source: Int) {
    guard let last = utf8.last, last != 0x20 else { return }
    append(CollectionOfOne(0x20), source: source)
  }

  /// Appends `bytes` with every run of ASCII white space made one space, none at the start of the text.
  public mutating func appendCollapsed(_ bytes: some RandomAccessCollection<UInt8>, source: Int) {
    var runStart = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isASCIISpace else {
        index = bytes.index(after: index)
        continue
      }
      append(
        bytes[runStart..<index],
        source: source + bytes.distance(from: bytes.startIndex, to: runStart))
      appendSpace(source: source + bytes.distance(from: bytes.startIndex, to: index))
      while index < bytes.endIndex, bytes[index].isASCIISpace { index = bytes.index(after: index) }
      runStart = index
    }
    append(
      bytes[runStart..<index], source: source + bytes.distance(from: bytes.startIndex, to: runStart)
    )
  }

  /// Marks a stretch of the text as styled; an empty stretch is not kept.
  public mutating func addStyle(_ style: TextStyle, _ range: Range<Int>) {
    if !range.isEmpty { styles.append(StyleSpan(range: range, style: style)) }
  }

  /// Marks a stretch of the text as a link; an empty stretch is not kept.
  public mutating func addLink(_ target: String, _ range: Range<Int>) {
    if !range.isEmpty { links.append(Link(range: range, target: target)) }
  }

  /// The source offset of the byte at `offset` of the text (of its end, for `count`).
  ///
  /// - Complexity: O(log pieces).
  public func sourceOffset(of offset: Int) -> Int {
    guard !pieces.isEmpty else { return 0 }
    let piece = pieces[pieceIndex(at: offset)]
    return Int(piece.source) + max(0, offset - Int(piece.offset))
  }

  /// The index of the piece that holds the byte at `offset`; 0 where there are no pieces.
  ///
  /// - Complexity: O(log pieces).
  func pieceIndex(at offset: Int) -> Int {
    max(pieces.partitionPoint { Int($0.offset) <= offset } - 1, 0)
  }

  /// The source range of a range of the text; its end follows its last byte.
  public func sourceRange(of range: Range<Int>) -> SourceRange {
    let start = sourceOffset(of: range.lowerBound)
    guard range.upperBound > range.lowerBound else { return SourceRange(start, start) }
    return SourceRange(start, max(start, sourceOffset(of: range.upperBound - 1) + 1))
  }

  /// The part of the text in `range`, with its styles, links and places.
  public func slice(_ range: Range<Int>) -> SourceText {
    var result = SourceText()
    let range = range.clamped(to: 0..<utf8.count)
    var index = pieces.lastIndex { Int($0.offset) <= range.lowerBound } ?? 0
    while index < pieces.count, Int(pieces[index].offset) < range.upperBound {
      let start = max(Int(pieces[index].offset), range.lowerBound)
      let end =
        index + 1 < pieces.count
        ? min(Int(pieces[index + 1].offset), range.upperBound) : range.upperBound
      if start < end {
        result.append(
          utf8[start..<end], source: Int(pieces[index].source) + start - Int(pieces[index].offset))
      }
      index += 1
    }
    for span in styles {
      let part = span.range.clamped(to: range)
      if !part.isEmpty {
        result.addStyle(
          span.style, part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound)
      }
    }
    for link in links {
      let part = link.range.clamped(to: range)
      if !part.isEmpty {
        result.addLink(
          link.target, part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound)
      }
    }
    return result
  }

  /// The text without white space at either end.
  public var trimmed: SourceText {
    let inner = utf8.trimmedASCIISpace
    return inner.count == utf8.count ? self : slice(inner.startIndex..<inner.endIndex)
  }
}
