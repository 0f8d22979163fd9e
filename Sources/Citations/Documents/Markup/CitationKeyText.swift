/// Reads citation keys as Pandoc and Org write them: `@mercer1931`, `@{key with spaces}`.
///
/// Source: Pandoc User's Guide, "Citation syntax".
enum CitationKeyText {
  private static let inner = Set(":.#$%&-+?<>~/".utf8)

  /// The key that begins with the `@` at `offset`, and its end; nil where none begins.
  static func read(_ bytes: [UInt8], at offset: Int) -> (key: String, end: Int)? {
    guard offset == 0 || !bytes.isWord(before: offset) else { return nil }
    var index = offset + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "{") {
      let limit = min(bytes.count, index + 400)
      guard let end = bytes.firstByte(UInt8(ascii: "}"), from: index + 1, to: limit),
        end > index + 1, !bytes[index..<end].contains(where: \.isASCIISpace)
      else { return nil }
      return (bytes[index + 1..<end].string, end + 1)
    }
    var end = index
    while index < bytes.count, index - offset < 400 {
      if bytes[index].isASCIIAlphanumeric || bytes[index] == 0x5F {
        index += 1
        end = index
      } else if bytes[index] >= 0x80 {
        let found = bytes.scalar(at: index)
        guard found.scalar.properties.isAlphabetic else { break }
        index += found.length
        end = index
      } else if inner.contains(bytes[index]), end == index, end > offset + 1 {
        index += 1
      } else {
        break
      }
    }
    return end > offset + 1 ? (bytes[offset + 1..<end].string, end) : nil
  }

  /// The citation that begins with the `@` at `offset`: its key, the locator after it, and its end.
  static func readCite(_ bytes: [UInt8], at offset: Int) -> (cite: StructuredCite, end: Int)? {
    guard let (key, keyEnd) = read(bytes, at: offset) else { return nil }
    var cite = StructuredCite(range: offset..<keyEnd, key: key)
    var end = keyEnd
    let limit = min(bytes.count, keyEnd + 120)
    let next = bytes.skippingSpace(from: keyEnd, to: limit)
    if next < limit, bytes[next] == UInt8(ascii: "["),
      let found = LocatorText.read(bytes, at: next + 1, to: limit)
    {
      let close = bytes.skippingSpace(from: found.end, to: limit)
      if close < limit, bytes[close] == UInt8(ascii: "]") {
        cite.locator = found.locator
        end = close + 1
      }
    } else if next < limit, bytes[next] == UInt8(ascii: ",") {
      let place = bytes.skippingSpace(from: next + 1, to: limit)
      if place < limit, bytes[place] == UInt8(ascii: "{"),
        let close = bytes.firstByte(UInt8(ascii: "}"), from: place, to: limit)
      {
        let found = LocatorText.read(bytes, at: place + 1, to: close)
        cite.locator =
          found?.locator ?? Locator(.page, LocatorText.collapsed(bytes[place + 1..<close]))
        end = close + 1
      } else if let found = LocatorText.read(bytes, at: place, to: limit) {
        cite.locator = found.locator
        end = found.end
      }
    } else if let found = LocatorText.read(bytes, at: next, to: limit, needsLabel: true) {
      cite.locator = found.locator
      end = found.end
    }
    cite.range = offset..<end
    return (cite, end)
  }
}
