/// What stands in a field for pages and is no page.
enum MalformedPages {
  /// What is wrong, and what should stand there where that is known.
  struct Problem {
    var message: String
    var better: String?
  }

  /// What is wrong with pages; nil for pages that can be.
  static func problem(_ text: String, _ type: ItemType) -> Problem? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return nil }
    if isDash(bytes, atEnd: true), first.isASCIIDigit {
      return Problem(message: "has no last page")
    }
    if isNoPage(text) || isPlaceholder(bytes) {
      return Problem(message: "is no page; leave the field out until it is known")
    }
    if isDash(bytes, atEnd: false), last.isASCIIDigit {
      return Problem(message: "has no first page")
    }
    if let place = bytes.firstOffset(of: Array("---".utf8), from: 0), place > 0 {
      let better = bytes[..<place] + bytes[place...].drop { $0 == UInt8(ascii: "-") }
      return Problem(
        message: "has a dash of three hyphens",
        better: isNumber(bytes[..<place]) && isNumber(bytes[place...].drop { $0 == 0x2D })
          ? (bytes[..<place] + Array("--".utf8) + better[place...]).string : nil)
    }
    let parts = bytes.split { $0 == UInt8(ascii: "-") }
    if parts.count == 3, parts.allSatisfy({ isNumber($0.trimmedASCIISpace) }) {
      return Problem(message: "is three pages with hyphens between; expected a first and a last")
    }
    if let pages = toRange(bytes) {
      return Problem(message: "is no range; expected \"\(pages)\"", better: pages)
    }
    if isCount(bytes), ofParts.contains(type) {
      return Problem(message: "says how many pages there are; expected the first and the last")
    }
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == 0x2C && $1 == 0x2C }) {
      return Problem(message: "has two commas in a row")
    }
    if last == UInt8(ascii: "."), bytes.dropLast().last?.isASCIIDigit == true,
      bytes.dropLast().allSatisfy({ $0.isASCIIDigit || "-, ".utf8.contains($0) || $0 >= 0x80 })
    {
      return Problem(message: "ends in a full stop", better: bytes.dropLast().string)
    }
    return nil
  }

  /// Types of works that are a part of a whole.
  private static let ofParts: Set<ItemType> = [
    .articleJournal, .articleMagazine, .articleNewspaper, .chapter, .paperConference,
  ]

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(\.isASCIIDigit)
  }

  /// Whether a text begins or ends with a hyphen or a dash.
  private static func isDash(_ bytes: [UInt8], atEnd: Bool) -> Bool {
    let dash = Array("\u{2013}".utf8)
    return atEnd
      ? bytes.last == UInt8(ascii: "-") || bytes.suffix(dash.count).elementsEqual(dash)
      : bytes.first == UInt8(ascii: "-") || bytes.starts(with: dash)
  }

  private static func isNoPage(_ text: String) -> Bool {
    let folded = Folding.key(text)
    return folded.isEmpty
      || [
        "na", "none", "unknown", "tba", "tbd", "toappear", "inpress", "forthcoming", "nn", "xx",
        "0", "00", "inprint",
      ].contains(folded) || isWord(text) || text.utf8.allSatisfy { "-. x".utf8.contains($0) }
  }

  /// A single word of small letters that is no Roman numeral.
  private static func isWord(_ text: String) -> Bool {
    text.utf8.count > 1 && text.utf8.allSatisfy(\.isASCIILower)
      && !text.utf8.allSatisfy { "ivxlcdm".utf8.contains($0) }
  }

  /// Words in brackets, or question marks, for what nobody knew: "[pages]", "??--??".
  private static func isPlaceholder(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(where: \.isASCIIDigit) else { return false }
    let isEnclosed =
      bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
      || bytes.first == UInt8(ascii: "<") && bytes.last == UInt8(ascii: ">")
    let inner = bytes.filter { !"[]<>".utf8.contains($0) }
    let isRoman = inner.allSatisfy { "ivxlcdmIVXLCDM- ".utf8.contains($0) || $0 >= 0x80 }
    return isEnclosed && !isRoman || bytes.contains(UInt8(ascii: "?"))
  }

  /// "1 to 9" as a range.
  private static func toRange(_ bytes: [UInt8]) -> String? {
    let words = bytes.split(separator: 0x20)
    guard words.count == 3, words[0].allSatisfy(\.isASCIIDigit),
      words[2].allSatisfy(\.isASCIIDigit),
      ["to", "bis", "until", "till"].contains(words[1].map(\.asciiLowercased).string)
    else { return nil }
    return words[0].string + "--" + words[2].string
  }

  /// "9 pages", "12 pp.", "9p".
  private static func isCount(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.prefix(while: \.isASCIIDigit)
    let rest = bytes[digits.endIndex...].drop { $0 == 0x20 || $0 == UInt8(ascii: "~") }
    return !digits.isEmpty
      && ["pages", "page", "pp.", "pp", "pgs", "p.", "p", "seiten"].contains(
        rest.map(\.asciiLowercased).string)
  }
}
