/// What the schema of Crossref allows in identifiers.
///
/// Source: Crossref deposit schema 5.3.1, common5.3.1.xsd.
enum CrossrefRules {
  /// A prefix of four to nine digits, and up to 200 characters after the slash.
  static func isDOI(_ text: String) -> Bool {
    guard text.utf8.starts(with: "10.".utf8),
      let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
    else {
      return false
    }
    let prefix = text.utf8[..<slash].dropFirst(3)
    let suffix = text.unicodeScalars[text.utf8.index(after: slash)...]
    return (4...9).contains(prefix.count) && prefix.allSatisfy(\.isASCIIDigit)
      && (1...200).contains(suffix.count) && !text.utf8.contains(0x0A) && !text.utf8.contains(0x0D)
  }

  /// Seven digits and one more or X, with or without a hyphen after the fourth.
  static func isISSN(_ text: String) -> Bool {
    var bytes = Array(text.utf8)
    if bytes.count == 9, bytes[4] == UInt8(ascii: "-") { bytes.remove(at: 4) }
    return bytes.count == 8 && bytes[..<7].allSatisfy(\.isASCIIDigit)
      && (bytes[7].isASCIIDigit || bytes[7] == UInt8(ascii: "X"))
  }

  /// Digits, hyphens and spaces that end with a digit or X; 10 to 17 characters.
  static func isISBN(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (10...17).contains(bytes.count), bytes[0].isASCIIDigit, let last = bytes.last,
      last.isASCIIDigit || last == UInt8(ascii: "X")
    else { return false }
    return bytes[1..<(bytes.count - 1)].allSatisfy {
      $0.isASCIIDigit || $0 == 0x20 || $0 == UInt8(ascii: "-")
    }
  }

  /// The number of an article that has no pages: "e" and digits.
  static func isArticleNumber(_ text: String) -> Bool {
    text.utf8.first?.asciiLowercased == UInt8(ascii: "e") && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy(\.isASCIIDigit)
  }
}
