/// Reads a BibTeX file into a syntax tree.
///
/// A block is read at most five times: as it stands, and where it does not end as it should, again in the manners that repair
/// it. What is read again is counted, so that reading stays linear in the length of the file.
struct BibTeXParser {
  /// How braces and quotation marks are counted.
  enum Manner {
    /// As BibTeX counts.
    case standard
    /// A brace or quotation mark behind a backslash is text.
    case escapes
    /// A value ends before what looks like the next field.
    case cuts
  }

  let bytes: [UInt8]
  var tree: BibTeXSyntax
  var position = 0
  var manner = Manner.standard
  /// Whether a line that looks like an entry ends a value.
  var endsAtEntryLines = false
  /// What went wrong in the block at hand.
  var trouble = BibTeXTrouble()
  /// How many bytes have been read again.
  private var reread = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tree = BibTeXSyntax(bytes: bytes)
    tree.blocks.reserveCapacity(bytes.count / 300)
    tree.fields.reserveCapacity(bytes.count / 50)
    tree.pieces.reserveCapacity(bytes.count / 50)
  }

  /// Whether so much has been read again that no second reading is tried any more.
  var isSpent: Bool { reread > 4 * bytes.count }

  /// Counts bytes that will be read again.
  mutating func spend(_ count: Int) { reread += count }

  /// The tree of the bytes.
  static func parse(_ bytes: [UInt8]) -> BibTeXSyntax {
    var parser = BibTeXParser(bytes)
    parser.readBlocks()
    parser.reportDuplicates()
    parser.tree.sortDiagnostics()
    return parser.tree
  }

  private mutating func readBlocks() {
    var textStart = 0
    while let start = nextStart(textStart) {
      endText(textStart, start.at)
      read(start)
      textStart = position
    }
    endText(textStart, bytes.count)
  }

  /// Passes over free text up to the next block; notes the first at sign in it.
  private mutating func nextStart(_ textStart: Int) -> BibTeXBlockStart? {
    var isNoted = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "@") {
        if let start = blockStart(at: position) { return start }
        if !isNoted {
          report(
            .atSignInText, "\"@\" begins no entry here; BibTeX expects one", position, position + 1)
          isNoted = true
        }
      } else if byte == UInt8(ascii: "%"), position == textStart || bytes[position - 1].isASCIISpace
      {
        passComment()
        continue
      }
      position += 1
    }
    return nil
  }

  private func blockStart(at offset: Int) -> BibTeXBlockStart? {
    if let start = BibTeXBlockStart(bytes, at: offset) {
      return start.isLikely(in: bytes) ? start : nil
    }
    return BibTeXBlockStart(bytes, withoutOpenerAt: offset)
  }

  /// Passes over a line behind `%`.
  private mutating func passComment() {
    let end = bytes.lineEnd(from: position)
    var offset = position
    while offset < end {
      if bytes[offset] == UInt8(ascii: "@"), let start = BibTeXBlockStart(bytes, at: offset),
        let opener = start.opener, opener < end, start.isLikely(in: bytes)
      {
        report(
          .commentedEntry, "\(excerpt(offset, opener + 1)) stands behind \"%\"; BibTeX reads it",
          offset, opener + 1)
        break
      }
      offset += 1
    }
    position = end
  }

  private mutating func endText(_ start: Int, _ end: Int) {
    guard end > start else { return }
    let range = SourceRange(start, end)
    let empty = SourceRange(start, start)
    tree.blocks.append(
      BibTeXSyntax.Block(kind: .text, range: range, type: empty, key: empty, body: range))
    let first = bytes.skippingSpace(from: start)
    if start > 0, first < end, bytes[first] == UInt8(ascii: "}") {
      report(.strayBrace, "\"}\" closes nothing", first, first + 1)
    }
  }

  /// Reads a block and leaves the position behind it.
  private mutating func read(_ start: BibTeXBlockStart) {
    if start.word == .comment {
      readComment(start)
    } else {
      readRepairing(start)
    }
  }

  /// Reads a block as it stands, and then, where that goes wrong, in the manners that may repair it; keeps the best.
  private mutating func readRepairing(_ start: BibTeXBlockStart) {
    let mark = BibTeXMark(tree)
    var best = attempt(start, .standard, atEntryLines: isSpent, from: mark)
    var last = best
    guard !best.trouble.isNone, !best.endsAtEntryLines else { return }
    func needed(_ manner: Manner) -> Bool {
      switch manner {
      case .standard: best.trouble.crossedEntryLine
      case .escapes: best.trouble.sawEscape
      case .cuts: true
      }
    }
    for manner in [Manner.standard, .escapes, .cuts] where !best.trouble.isNone && needed(manner) {
      last = attempt(start, manner, atEntryLines: true, from: mark)
      if last.trouble <= best.trouble { best = last }
    }
    if best != last {
      _ = attempt(start, best.manner, atEntryLines: best.endsAtEntryLines, from: mark)
    }
  }

  private mutating func attempt(
    _ start: BibTeXBlockStart, _ manner: Manner, atEntryLines: Bool, from mark: BibTeXMark
  ) -> BibTeXAttempt {
    spend(max(0, position - start.at))
    mark.restore(&tree)
    self.manner = manner
    endsAtEntryLines = atEntryLines
    trouble = BibTeXTrouble()
    readBody(start)
    return BibTeXAttempt(manner: manner, endsAtEntryLines: atEntryLines, trouble: trouble)
  }
}
