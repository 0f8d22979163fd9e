/// Reads a dump of a registry piece by piece: plain or gzip, told by its first bytes.
///
/// Memory is bounded by the size of a piece and of the longest record.
struct DumpReader: ~Copyable {
  /// Small enough that what gzip makes of a piece is bounded, too.
  private static let pieceSize = 1 << 16
  /// How much of the text is looked at to tell how records are packed.
  private static let headLength = 1 << 20
  /// How many lines of it are looked at.
  private static let headLines = 20

  private let file: FileBytes
  private var inflater: Inflater?
  private var splitter: RecordSplitter?
  private var head: [UInt8] = []
  private var isAtEnd = false
  private var isFirst = true
  /// How many bytes of the file were read.
  private(set) var done = 0

  /// Opens the dump at `path`.
  init(_ path: String) throws(SourceTrouble) { file = try FileBytes(path) }

  /// What could not be read so far.
  var broken: BrokenLines { splitter?.broken ?? BrokenLines() }

  /// Notes a record that could not be used.
  mutating func refuse(_ record: RecordSplitter.Record, _ reason: String) {
    splitter?.refuse(record.line, reason)
  }

  /// The next records; nil at the end.
  mutating func next() throws(SourceTrouble) -> [RecordSplitter.Record]? {
    guard !isAtEnd else { return nil }
    let piece = try file.next(Self.pieceSize)
    done += piece.count
    let text = try unpacked(piece)
    if piece.isEmpty { isAtEnd = true }
    guard splitter == nil else {
      let found = splitter?.split(text) ?? []
      if isAtEnd { finish() }
      return found
    }
    head += text
    guard head.count >= Self.headLength || isAtEnd else { return [] }
    splitter = RecordSplitter(recordsAreLines: Self.recordsAreLines(head))
    let found = splitter?.split(head) ?? []
    head = []
    if isAtEnd { finish() }
    return found
  }

  private mutating func unpacked(_ piece: [UInt8]) throws(SourceTrouble) -> [UInt8] {
    if isFirst, Inflater.isGzip(piece) { inflater = try Inflater() }
    isFirst = false
    guard inflater != nil else { return piece }
    let text = inflater?.unpack(piece) ?? []
    if inflater?.isDamaged == true { isAtEnd = true }
    return text
  }

  private mutating func finish() {
    splitter?.finish()
    let line = splitter?.reachedLine ?? 1
    if inflater?.isDamaged == true {
      splitter?.refuse(line, "the gzip data is damaged from here on")
    } else if inflater?.isComplete == false {
      splitter?.refuse(line, "the gzip data ends early")
    }
  }

  /// Whether each line is a record by itself: most of the first lines begin and end with its braces.
  static func recordsAreLines(_ head: [UInt8]) -> Bool {
    let lines = head.split(separator: 0x0A, maxSplits: headLines).map { line in
      line.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    }.filter { !$0.isEmpty }.prefix(headLines)
    let whole = lines.count { line in
      line.first == UInt8(ascii: "{") && line.last { $0 > 0x20 } == UInt8(ascii: "}")
    }
    return whole * 2 > lines.count
  }
}
