/// A page variable taken apart: "201–9" is the pages 201 to 209.
struct JATSPages: Sendable, Hashable {
  var first: String
  /// The last page, written in full; nil for a single page.
  var last: String?
  /// Whether the last page was shortened in the text.
  var wasShortened = false

  /// The mark of `specific-use` that says that a `page-range` is to be kept as it is.
  static let literalMark = "literal"

  /// The first and the last page of a single range or page; nil for lists ("1–9, 12") and other words.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let low = bytes.prefix { $0.isASCIIAlphanumeric }
    guard !low.isEmpty, low.contains(where: \.isASCIIDigit) || Self.isRoman(low) else { return nil }
    first = low.string
    var rest = bytes.dropFirst(low.count).trimmedASCIISpace
    guard !rest.isEmpty else { return }
    var sawDash = false
    while let length = Self.dashLength(rest) {
      rest = rest.dropFirst(length).trimmedASCIISpace
      sawDash = true
    }
    guard sawDash, !rest.isEmpty, rest.allSatisfy(\.isASCIIAlphanumeric),
      rest.contains(where: \.isASCIIDigit) || Self.isRoman(rest)
    else { return nil }
    if rest.count < low.count, rest.allSatisfy(\.isASCIIDigit),
      low.suffix(rest.count).allSatisfy(\.isASCIIDigit)
    {
      wasShortened = true
      last = (low.dropLast(rest.count) + rest).string
    } else {
      last = rest.string
    }
    // A last page below the first one is no range that a reader of JATS accepts.
    if let last, let low = Int(first), let high = Int(last), high < low { return nil }
  }

  private static func isRoman(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { "ivxlcdm".utf8.contains($0.asciiLowercased) }
  }

  /// The length of the dash that the bytes begin with: hyphen, figure dash, en dash, em dash, minus.
  static func dashLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.first == UInt8(ascii: "-") { return 1 }
    let isDash =
      bytes.starts(with: [0xE2, 0x80] as [UInt8]) && bytes.count >= 3
      && (0x90...0x95).contains(bytes[bytes.startIndex + 2])
    return isDash || bytes.starts(with: [0xE2, 0x88, 0x92] as [UInt8]) ? 3 : nil
  }
}
