/// Ranges of pages in the formats of styles.
///
/// Source: CSL 1.0.2, "Page Ranges", appendix V.
struct PageNumbers {
  var format: StyleOptions.PageRangeFormat?
  /// The term that stands between the ends of a range.
  var delimiter: [UInt8]

  /// The first page of a text of pages.
  static func first(of pages: [UInt8]) -> [UInt8] {
    var end = 0
    while end < pages.count {
      let byte = pages[end]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "&")
      {
        break
      }
      if byte == 0xE2, end + 2 < pages.count, pages[end + 1] == 0x80, pages[end + 2] == 0x93 {
        break
      }
      end += 1
    }
    return Array(pages[..<end].trimmedASCIISpace)
  }

  /// The pages with each range in the format.
  func text(_ pages: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    for index in 0...pages.count {
      let byte = index < pages.count ? pages[index] : UInt8(ascii: ",")
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";")
      else { continue }
      let piece = pages[start..<index].trimmedASCIISpace
      let range = self.range(piece)
      if result.last == UInt8(ascii: "&"), !range.isEmpty { result.append(0x20) }
      if [UInt8(ascii: ","), UInt8(ascii: ";")].contains(result.last), !range.isEmpty {
        result.append(0x20)
      }
      result += range
      if index < pages.count {
        if byte == UInt8(ascii: "&"), !result.isEmpty { result.append(0x20) }
        result.append(byte)
      }
      start = index + 1
    }
    return result
  }

  /// The places of the hyphens and dashes of a piece.
  private func dashes(_ piece: ArraySlice<UInt8>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = piece.startIndex
    while index < piece.endIndex {
      if piece[index] == UInt8(ascii: "-") {
        var end = index + 1
        while end < piece.endIndex, piece[end] == UInt8(ascii: "-") { end += 1 }
        result.append(index..<end)
        index = end
      } else if piece[index] == 0xE2, index + 2 < piece.endIndex, piece[index + 1] == 0x80,
        piece[index + 2] == 0x93
      {
        result.append(index..<index + 3)
        index += 3
      } else {
        index += 1
      }
    }
    return result
  }

  private func range(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    let dashes = dashes(piece)
    if let escaped = Self.unescaped(piece) { return escaped }
    guard dashes.count == 1, let dash = dashes.first else { return Array(piece) }
    let first = Array(piece[..<dash.lowerBound].trimmedASCIISpace)
    let last = Array(piece[dash.upperBound...].trimmedASCIISpace)
    guard NumberText.isUnit(first), NumberText.isUnit(last) else { return Array(piece) }
    let (prefix, low) = Self.split(first)
    let (lastPrefix, high) = Self.split(last)
    guard let format, !low.isEmpty, !high.isEmpty else { return first + delimiter + last }
    // Ends that are counted in different ways are no range that could be shortened.
    guard prefix == lastPrefix else { return first + piece[dash] + last }
    let full = high.count < low.count ? Array(low.prefix(low.count - high.count)) + high : high
    let isWhole = format == .expanded
    let end = isWhole ? prefix + full : shortened(low, full, format, prefix)
    return first + delimiter + end
  }

  /// A piece in which a backslash says that the hyphen is none of a range.
  private static func unescaped(_ piece: ArraySlice<UInt8>) -> [UInt8]? {
    guard let index = piece.firstIndex(of: UInt8(ascii: "\\")), index + 1 < piece.endIndex,
      piece[index + 1] == UInt8(ascii: "-")
    else { return nil }
    return piece[..<index] + Array(piece[(index + 1)...])
  }

  /// What stands before the digits at the end, and the digits.
  private static func split(_ text: [UInt8]) -> (prefix: [UInt8], digits: [UInt8]) {
    var start = text.count
    while start > 0, text[start - 1].isASCIIDigit { start -= 1 }
    return (Array(text[..<start]), Array(text[start...]))
  }

  private func shortened(
    _ low: [UInt8], _ high: [UInt8], _ format: StyleOptions.PageRangeFormat, _ prefix: [UInt8]
  ) -> [UInt8] {
    guard low.count == high.count else { return prefix + high }
    let same = zip(low, high).prefix { $0 == $1 }.count
    let changed = Array(high[same...])
    switch format {
    case .expanded: return prefix + high
    case .minimal: return changed.isEmpty ? high : changed
    case .minimalTwo: return atLeastTwo(changed, high)
    case .chicago, .chicago15, .chicago16:
      if low.count < 3 || low.suffix(2).elementsEqual("00".utf8) { return prefix + high }
      if low[low.count - 2] == UInt8(ascii: "0") {
        return high[high.count - 2] == UInt8(ascii: "0") ? changed : atLeastTwo(changed, high)
      }
      if format != .chicago16, low.count == 4, changed.count >= 3 { return high }
      return atLeastTwo(changed, high)
    }
  }

  private func atLeastTwo(_ changed: [UInt8], _ high: [UInt8]) -> [UInt8] {
    changed.count < 2 ? Array(high.suffix(2)) : changed
  }
}
