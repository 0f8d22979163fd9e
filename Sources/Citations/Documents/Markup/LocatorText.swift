/// Reads a locator as writers of citation keys give it.
///
/// Examples: "p. 33", "chap. 2", "44–46".
///
/// Source: Pandoc User's Guide, "Citation syntax"; Org Mode Manual, "Citations".
enum LocatorText {
  private static let labels: [String: Locator.Label] = [
    "p": .page, "pp": .page, "page": .page, "pages": .page, "s": .page, "seite": .page,
    "seiten": .page, "pag": .page, "pág": .page,
    "chap": .chapter, "chaps": .chapter, "ch": .chapter, "chapter": .chapter,
    "chapters": .chapter, "kap": .chapter, "kapitel": .chapter, "chapitre": .chapter,
    "vol": .volume, "vols": .volume, "volume": .volume, "bd": .volume, "band": .volume,
    "sec": .section, "secs": .section, "section": .section, "sections": .section, "§": .section,
    "§§": .section, "abschnitt": .section, "abschn": .section,
    "para": .paragraph, "paras": .paragraph, "paragraph": .paragraph, "¶": .paragraph,
    "¶¶": .paragraph, "n": .note, "nn": .note, "note": .note, "notes": .note, "anm": .note,
    "fig": .figure, "figs": .figure, "figure": .figure, "abb": .figure,
    "no": .issue, "nos": .issue, "nr": .issue, "issue": .issue, "l": .line, "ll": .line,
    "line": .line, "lines": .line, "v": .verse, "vv": .verse, "verse": .verse, "col": .column,
    "cols": .column, "column": .column, "sp": .column, "fol": .folio, "fols": .folio,
    "folio": .folio, "bk": .book, "bks": .book, "book": .book, "pt": .part, "pts": .part,
    "part": .part, "teil": .part, "s.v": .subVerbo, "sv": .subVerbo, "art": .articleLocator,
    "app": .appendix, "appendix": .appendix, "tab": .table, "table": .table, "op": .opus,
    "timestamp": .timestamp, "canon": .canon,
  ]

  /// The locator that begins at `offset`, after any label, and its end; nil where none begins.
  ///
  /// A bare number is no locator where it needs a label.
  static func read(
    _ bytes: [UInt8], at offset: Int, to limit: Int, needsLabel: Bool = false
  ) -> (locator: Locator, end: Int)? {
    var index = bytes.skippingSpace(from: offset, to: limit)
    var label = Locator.Label.page
    if let word = labelWord(bytes, at: index, to: limit) {
      label = word.label
      index = bytes.skippingSpace(from: word.end, to: limit)
    } else if needsLabel {
      return nil
    }
    let start = index
    guard let end = valueEnd(bytes, at: start, to: limit) else { return nil }
    return (Locator(label, collapsed(bytes[start..<end])), end)
  }

  /// The text with its white space collapsed.
  static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split(whereSeparator: \.isASCIISpace).map(\.string).joined(separator: " ")
  }

  private static func labelWord(
    _ bytes: [UInt8], at offset: Int, to limit: Int
  ) -> (label: Locator.Label, end: Int)? {
    var end = offset
    while end < limit, end - offset < 12,
      bytes[end].isASCIILetter || bytes[end] >= 0x80
        || bytes[end] == 0x2E && end + 1 < limit && bytes[end + 1].isASCIILetter
    {
      end += 1
    }
    guard end > offset, let label = labels[bytes[offset..<end].string.lowercased()] else {
      return nil
    }
    if end < limit, bytes[end] == 0x2E { end += 1 }
    // A sign or a label needs its number: "v" alone is a word.
    return bytes.skippingSpace(from: end, to: limit) < limit ? (label, end) : nil
  }

  /// The end of numbers and ranges joined by dashes and commas, with "f." or "ff." after them.
  private static func valueEnd(_ bytes: [UInt8], at offset: Int, to limit: Int) -> Int? {
    guard var end = numberEnd(bytes, at: offset, to: limit) else { return nil }
    while true {
      let joint = bytes.skippingSpace(from: end, to: limit)
      if let dash = dashEnd(bytes, at: joint, to: limit),
        let next = numberEnd(bytes, at: bytes.skippingSpace(from: dash, to: limit), to: limit)
      {
        end = next
      } else if joint < limit, bytes[joint] == 0x2C || bytes[joint] == 0x26,
        let next = numberEnd(bytes, at: bytes.skippingSpace(from: joint + 1, to: limit), to: limit),
        next - joint <= 12
      {
        end = next
      } else {
        break
      }
    }
    let tail = bytes.skippingSpace(from: end, to: limit)
    if tail < limit, bytes[tail] == UInt8(ascii: "f") {
      let last = bytes.runEnd(of: UInt8(ascii: "f"), from: tail, to: limit)
      if last - tail <= 2, last == limit || !bytes.isWord(at: last) {
        end = last < limit && bytes[last] == 0x2E ? last + 1 : last
      }
    }
    return end
  }

  private static func dashEnd(_ bytes: [UInt8], at offset: Int, to limit: Int) -> Int? {
    guard offset < limit else { return nil }
    if bytes[offset] == UInt8(ascii: "-") {
      return bytes.runEnd(of: UInt8(ascii: "-"), from: offset, to: limit)
    }
    guard bytes[offset] == 0xE2 else { return nil }
    let found = bytes.scalar(at: offset)
    return found.scalar.value >= 0x2010 && found.scalar.value <= 0x2014
      ? offset + found.length : nil
  }

  /// The end of "44", "44a", "xii", "3.2".
  private static func numberEnd(_ bytes: [UInt8], at offset: Int, to limit: Int) -> Int? {
    var end = offset
    while end < limit, bytes[end].isASCIIAlphanumeric { end += 1 }
    guard end > offset else { return nil }
    let body = bytes[offset..<end]
    guard bytes[offset].isASCIIDigit || isRoman(body) else { return nil }
    while end + 1 < limit, bytes[end] == 0x2E || bytes[end] == 0x3A, bytes[end + 1].isASCIIDigit {
      end += 1
      while end < limit, bytes[end].isASCIIDigit { end += 1 }
    }
    return end
  }

  /// Whether letters are a Roman number as pages have them: all small or, if more than one, all capital.
  private static func isRoman(_ word: ArraySlice<UInt8>) -> Bool {
    let isSmall = word.allSatisfy(\.isASCIILower)
    guard isSmall || word.count > 1 && word.allSatisfy(\.isASCIIUpper) else { return false }
    var rest = word.map(\.asciiLowercased)[...]
    // Hundreds, tens and ones in this order; no page number has the letters of 500 and 1,000.
    for (one, five, ten) in [("c", "", ""), ("x", "l", "c"), ("i", "v", "x")] {
      let pairs = [one + ten, one + five].filter { $0.utf8.count == 2 }
      if let pair = pairs.first(where: { rest.starts(with: $0.utf8) }) {
        rest = rest.dropFirst(pair.utf8.count)
        continue
      }
      if !five.isEmpty, rest.starts(with: five.utf8) { rest = rest.dropFirst() }
      let count = rest.prefix { $0 == one.utf8.first }.count
      guard count <= 3 else { return false }
      rest = rest.dropFirst(count)
    }
    return rest.isEmpty
  }
}
