/// Finds what belongs to the pages and not to their text: page numbers and running heads.
enum PageFurniture {
  /// The lines without page numbers and without the heads and feet that come back from page to page.
  ///
  /// Only for texts with form feeds. A page number is a number alone on the last line of a page, or on the first
  /// with a blank line after it. A running head is a first or last line whose letters come back on another page and
  /// whose number, if it has one, counts the pages.
  static func removed(from lines: [TextLine], in bytes: [UInt8]) -> [TextLine] {
    var drop = [Bool](repeating: false, count: lines.count)
    let pages = pages(of: lines)
    for page in pages {
      if isPageNumber(bytes[lines[page.upperBound - 1].range]) {
        drop[page.upperBound - 1] = true
      }
      let isApart = page.count == 1 || lines[page.lowerBound + 1].hasBlankBefore
      if page.count > 1, isApart, isPageNumber(bytes[lines[page.lowerBound].range]) {
        drop[page.lowerBound] = true
      }
    }
    if pages.count > 1 {
      dropRepeated(pages.map { $0.first { !drop[$0] } }, 2, lines, bytes, &drop)
      dropRepeated(pages.map { $0.last { !drop[$0] } }, 3, lines, bytes, &drop)
    }
    var result: [TextLine] = []
    result.reserveCapacity(lines.count)
    var blank = false
    for (index, line) in lines.enumerated() {
      if drop[index] {
        blank = blank || line.hasBlankBefore
        continue
      }
      result.append(line)
      if blank { result[result.count - 1].hasBlankBefore = true }
      blank = false
    }
    return result
  }

  /// The ranges of lines that make up the pages that hold any.
  static func pages(of lines: [TextLine]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in lines.indices
    where index + 1 == lines.count || lines[index + 1].page != lines[index].page {
      result.append(start..<index + 1)
      start = index + 1
    }
    return result
  }

  /// Whether a line is a page number: "17", "- 17 -", "[17]", "xvii", "Page 17".
  static func isPageNumber(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 16 else { return false }
    var core = line.filter { $0.isASCIIAlphanumeric || $0 >= 0x80 }
    if core.count > 4, core.map(\.asciiLowercased).starts(with: "page") { core.removeFirst(4) }
    guard !core.isEmpty, line.count - core.count <= 8 else { return false }
    return (core.count <= 5 && core.allSatisfy(\.isASCIIDigit))
      || core.allSatisfy { "ivxlc".utf8.contains($0) }
  }

  private struct Key: Hashable {
    var letters: [UInt8]
    /// The number on the line less the page that it stands on; nil without a number.
    var offset: Int?
  }

  private static func dropRepeated(
    _ places: [Int?], _ least: Int, _ lines: [TextLine], _ bytes: [UInt8], _ drop: inout [Bool]
  ) {
    var counts: [Key: Int] = [:]
    let keys = places.map { place in place.flatMap { key(bytes, lines[$0]) } }
    for case let key? in keys { counts[key, default: 0] += 1 }
    for (place, key) in zip(places, keys) {
      // The title on the first page is no running head, though the heads of the other pages repeat it.
      guard let place, let key, counts[key, default: 0] >= least else { continue }
      drop[place] = key.offset != nil || lines[place].page > 0
    }
  }

  private static func key(_ bytes: [UInt8], _ line: TextLine) -> Key? {
    guard line.end - line.start <= 120 else { return nil }
    let text = bytes[line.range]
    let letters = text.filter { !$0.isASCIIDigit && !$0.isBlankInText }.map(\.asciiLowercased)
    guard letters.count >= 3 else { return nil }
    let leading = text.prefix { $0.isASCIIDigit }
    let trailing = text.reversed().prefix { $0.isASCIIDigit }.reversed()
    let digits = leading.isEmpty ? Array(trailing) : Array(leading)
    guard !digits.isEmpty else { return Key(letters: letters, offset: nil) }
    guard let number = digits.number(at: 0, end: digits.count) else { return nil }
    return Key(letters: letters, offset: number.value - line.page)
  }
}
