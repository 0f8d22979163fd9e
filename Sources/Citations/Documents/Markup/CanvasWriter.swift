/// Writes the clean text of a canvas from left to right and remembers which raw byte went where.
struct CanvasWriter {
  private let raw: SourceText
  private(set) var text = SourceText()
  private(set) var markers: [Block.MarkerPlace] = []
  /// Raw offset of white space that is written once a word follows it.
  private var pendingSpace: Int?
  /// Where raw text begins to stand in the output, ascending; up to the next one it stands there byte for byte.
  private var runs: [(raw: Int, output: Int)] = []
  private var piece: Int

  init(_ raw: SourceText, from start: Int) {
    self.raw = raw
    piece = raw.pieceIndex(at: start)
  }

  /// Writes raw text with its white space collapsed.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      if raw.utf8[index].isASCIISpace {
        if pendingSpace == nil, !text.isEmpty { pendingSpace = index }
        index += 1
        continue
      }
      let source = sourceOffset(index)
      var end = index + 1
      let limit = min(range.upperBound, pieceEnd)
      while end < limit, !raw.utf8[end].isASCIISpace { end += 1 }
      writeSpace()
      note(index)
      text.append(raw.utf8[index..<end], source: source)
      index = end
    }
  }

  /// Writes bytes that stand for the raw text at `place`.
  mutating func insert(_ bytes: [UInt8], at place: Int) {
    guard bytes.contains(where: { !$0.isASCIISpace }) else {
      if !bytes.isEmpty, pendingSpace == nil, !text.isEmpty { pendingSpace = place }
      return
    }
    writeSpace()
    note(place)
    text.append(bytes, source: sourceOffset(place))
  }

  mutating func placeMarker(_ marker: Int, swallowsSpace: Bool) {
    if swallowsSpace { pendingSpace = nil }
    markers.append(Block.MarkerPlace(offset: text.count, marker: marker))
  }

  /// Where the text of a raw range stands in the output, without white space at its ends.
  func outputRange(of range: Range<Int>) -> Range<Int> {
    var low = outputOffset(of: range.lowerBound)
    var high = outputOffset(of: range.upperBound)
    while low < high, text.utf8[low] == 0x20 { low += 1 }
    while high > low, text.utf8[high - 1] == 0x20 { high -= 1 }
    return low..<max(low, high)
  }

  private func outputOffset(of offset: Int) -> Int {
    let later = runs.partitionPoint { $0.raw <= offset }
    guard later > 0 else { return 0 }
    let next = later < runs.count ? runs[later].output : text.count
    return min(runs[later - 1].output + offset - runs[later - 1].raw, next)
  }

  private mutating func note(_ offset: Int) {
    if let last = runs.last, last.output - last.raw == text.count - offset { return }
    runs.append((offset, text.count))
  }

  private mutating func writeSpace() {
    guard let place = pendingSpace else { return }
    pendingSpace = nil
    note(place)
    // The space may stand before words already passed over: look its source up apart from the cursor.
    text.append(CollectionOfOne(0x20), source: raw.sourceOffset(of: place))
  }

  private var pieceEnd: Int {
    piece + 1 < raw.pieces.count ? Int(raw.pieces[piece + 1].offset) : raw.count
  }

  private mutating func sourceOffset(_ offset: Int) -> Int {
    while piece + 1 < raw.pieces.count, Int(raw.pieces[piece + 1].offset) <= offset { piece += 1 }
    guard !raw.pieces.isEmpty else { return 0 }
    return Int(raw.pieces[piece].source) + offset - Int(raw.pieces[piece].offset)
  }
}
