/// The key of an entry.
extension BibTeXParser {
  /// Reads the key and the comma behind it; an empty range where there is none.
  ///
  /// A key goes up to white space or a comma, whatever else it holds. Source: bibtex.web 0.99d, "Scan the entry's database key".
  mutating func readKey(_ closer: UInt8) -> SourceRange {
    passSpace()
    let start = position
    let end = keyEnd(from: start, closer)
    let next = bytes.skippingSpace(from: end)
    let byte = next < bytes.count ? bytes[next] : 0
    if end == start || isField(start, end, next) {
      report(.missingKey, "the entry has no key", start, max(start, min(start + 1, bytes.count)))
      if byte == UInt8(ascii: ","), end == start { position = next + 1 }
      return SourceRange(start, start)
    }
    if byte == UInt8(ascii: ",") {
      position = next + 1
      return checked(SourceRange(start, end))
    }
    if next >= bytes.count || byte == closer || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "@")
    {
      position = next
      return checked(SourceRange(start, end))
    }
    if let comma = commaOfSpacedKey(from: next) {
      position = comma + 1
      return checked(SourceRange(start, bytes.trimmedEnd(from: start, to: comma)))
    }
    position = end
    missingComma(at: end)
    return checked(SourceRange(start, end))
  }

  private func keyEnd(from start: Int, _ closer: UInt8) -> Int {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "}"): return offset
      case UInt8(ascii: "{") where offset == start || bytes[offset - 1] == UInt8(ascii: "="):
        return offset
      case UInt8(ascii: ")") where closer == UInt8(ascii: ")"): return offset
      case let byte where byte.isASCIISpace: return offset
      default: offset += 1
      }
    }
    return offset
  }

  /// Whether a field begins where the key should: `title = {t}` or `title={t}`.
  private func isField(_ start: Int, _ end: Int, _ next: Int) -> Bool {
    let nameEnd = bytes.nameEnd(from: start)
    guard nameEnd > start, nameEnd <= end else { return false }
    if nameEnd == end { return next < bytes.count && bytes[next] == UInt8(ascii: "=") }
    guard bytes[nameEnd] == UInt8(ascii: "=") else { return false }
    let value = bytes.skippingSpace(from: nameEnd + 1)
    guard value < bytes.count else { return false }
    return bytes[value] == UInt8(ascii: "{") || bytes[value] == UInt8(ascii: "\"")
  }

  /// The comma behind further words on the same line, if no field begins before it.
  private func commaOfSpacedKey(from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","): return offset
      case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""),
        UInt8(ascii: "@"), 0x0A, 0x0D:
        return nil
      default: offset += 1
      }
    }
    return nil
  }

  /// Reports what BibTeX or biber do not read in a key.
  private mutating func checked(_ key: SourceRange) -> SourceRange {
    let text = tree[key]
    let name = excerpt(Int(key.start), Int(key.end))
    if text.contains(where: \.isASCIISpace) {
      trouble.isRepaired = true
      report(.badKey, "the key \(name) has a space in it", Int(key.start), Int(key.end))
    } else if text.contains(where: { Self.isBad($0) }) {
      report(
        .badKey, "the key \(name) has a sign in it that not every program reads", Int(key.start),
        Int(key.end))
    }
    if text.contains(where: { $0 >= 0x80 }) {
      report(
        .nonASCIIKey, "the key \(name) has letters that BibTeX does not know", Int(key.start),
        Int(key.end))
    }
    return key
  }

  /// Source: biblatex manual 3.20, 2.1; TeX ends or expands a key at each of these.
  private static func isBad(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "#"),
      UInt8(ascii: "%"), UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
