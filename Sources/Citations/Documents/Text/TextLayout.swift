/// A plain text taken apart into lines, and how its lines make paragraphs.
struct TextLayout: Sendable {
  /// The text.
  let bytes: [UInt8]
  /// Its lines without blank ones, page numbers and running heads.
  let lines: [TextLine]
  /// Whether the text was made of pages.
  let isPaged: Bool
  /// Whether paragraphs are wrapped over several lines; otherwise each line is one.
  let isWrapped: Bool
  /// For each line, whether a paragraph begins with it.
  private(set) var startsParagraph: [Bool]
  /// For each line, the label that it begins with.
  let labels: [LineLabel?]

  /// Lays out a text.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8], lines given: [TextLine]? = nil) {
    self.bytes = bytes
    var (lines, isPaged) = given.map { ($0, true) } ?? TextLine.lines(of: bytes)
    if isPaged { lines = PageFurniture.removed(from: lines, in: bytes) }
    self.lines = GutenbergNotes.split(lines, in: bytes)
    self.isPaged = isPaged
    labels = self.lines.map { LineLabel(bytes, in: $0.range) }
    isWrapped = isPaged || Self.isWrapped(self.lines, labels, bytes)
    startsParagraph = []
    startsParagraph = self.lines.indices.map { paragraphStarts(at: $0) }
  }

  /// Whether lines go on with one another more often than they end: e-mail, Project Gutenberg.
  private static func isWrapped(
    _ lines: [TextLine], _ labels: [LineLabel?], _ bytes: [UInt8]
  ) -> Bool {
    var pairs = 0
    var joins = 0
    var long = 0
    for index in lines.indices {
      let line = lines[index]
      if line.end - line.start > 120, bytes.scalarCount(in: line.range.prefix(480)) > 120 {
        long += 1
      }
      guard index > 0, !line.hasBlankBefore, !line.continuesLine, labels[index] == nil else {
        continue
      }
      pairs += 1
      let before = lines[index - 1]
      let goesOn =
        bytes.isLowercase(at: line.start)
        || !bytes.endsSentence(before: before.end, from: before.start)
      if goesOn, before.end - before.start > 20 { joins += 1 }
    }
    return pairs > 0 && joins * 10 >= pairs * 4 && long * 20 <= lines.count
  }

  private func paragraphStarts(at index: Int) -> Bool {
    let line = lines[index]
    if line.continuesLine { return false }
    if index == 0 || line.hasBlankBefore || !isWrapped { return true }
    let before = lines[index - 1]
    guard line.page == before.page, bytes.endsSentence(before: before.end, from: before.start)
    else {
      return line.page != before.page
    }
    return line.indent > before.indent + 1 && line.indent <= before.indent + 10
  }

  /// The first line after `index` that begins a paragraph, at most `end`.
  func paragraphEnd(after index: Int, end: Int) -> Int {
    var next = index + 1
    while next < end, !startsParagraph[next] { next += 1 }
    return next
  }

  /// Whether a line is nothing but a rule: `-----`, `* * *`.
  func isRule(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.end - line.start >= 3, line.end - line.start <= 200 else { return false }
    return bytes[line.range].allSatisfy {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "=")
        || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "~") || $0 == 0x20
    }
  }

  /// Whether a line underlines the line before it.
  func isUnderline(_ index: Int) -> Bool {
    guard index > 0, isRule(index), !lines[index].hasBlankBefore,
      bytes[lines[index].start] != UInt8(ascii: "*")
    else { return false }
    return lines[index - 1].end - lines[index - 1].start <= 100 && !isRule(index - 1)
  }

  /// Whether a line looks like a heading: alone, short, beginning with a capital or number, without a final mark.
  func isHeading(_ index: Int) -> Bool {
    let line = lines[index]
    let length = line.end - line.start
    guard length <= 320, !line.continuesLine, startsParagraph[index] else { return false }
    if headingHashes(index) != nil { return true }
    let next = index + 1
    if next < lines.count, isUnderline(next) { return !isRule(index) }
    guard next == lines.count || startsParagraph[next], length <= 160,
      bytes.scalarCount(in: line.range) <= 80
    else { return false }
    if index > 0, !line.hasBlankBefore {
      // A short line under a short line is verse or an address.
      let before = lines[index - 1]
      if before.end - before.start <= 80,
        !bytes.endsSentence(before: before.end, from: before.start)
      {
        return false
      }
    }
    if let label = labels[index], label.style != .letter {
      // "2. Method" is a heading where it stands apart and an item of a list where it does not.
      let isApart = line.hasBlankBefore && (next == lines.count || lines[next].hasBlankBefore)
      guard isApart, bytes.isUppercase(at: label.text) else { return false }
    }
    guard
      bytes.isUppercase(at: line.start) || bytes[line.start].isASCIIDigit
        || isOpeningQuote(line.start)
    else { return false }
    guard !holdsSentenceEnd(line.range), let last = bytes.scalar(before: line.end)?.scalar,
      bytes[line.range].contains(where: { $0.isASCIILetter || $0 >= 0x80 })
    else { return false }
    switch last {
    case ".", ",", ";", ":", "…", "-", "–", "—": return false
    case "”", "’", "\"", "'", "»", ")", "]", "0"..."9", "¹", "²", "³", "⁰"..."⁹", "*", "†", "‡":
      return !bytes.endsSentence(before: line.end, from: line.start)
    default: return true
    }
  }

  /// Whether a word of some length with a full stop after it stands within a line.
  private func holdsSentenceEnd(_ range: Range<Int>) -> Bool {
    var letters = 0
    for offset in range {
      if bytes[offset] == UInt8(ascii: "."), letters >= 4 { return true }
      letters = bytes[offset].isASCIILower || bytes[offset] >= 0x80 ? letters + 1 : 0
    }
    return false
  }

  private func isOpeningQuote(_ offset: Int) -> Bool {
    switch bytes.scalar(at: offset).scalar {
    case "“", "„", "«", "‘", "\"", "'", "¿", "¡": true
    default: false
    }
  }

  /// The number of hashes that make a line a heading in the manner of Markdown, or nil.
  func headingHashes(_ index: Int) -> Int? {
    let line = lines[index]
    var count = 0
    while line.start + count < line.end, bytes[line.start + count] == UInt8(ascii: "#") {
      count += 1
    }
    guard (1...6).contains(count), line.start + count < line.end,
      bytes[line.start + count] == 0x20
    else { return nil }
    return count
  }
}
