/// What Hayagriva takes for a number, where it takes nothing else.
///
/// Source: Hayagriva, "The Hayagriva YAML File Format", "Numeric".
enum HayagrivaNumeric {
  /// Whether the text is one number in digits, or several with single signs between them.
  ///
  /// Hayagriva takes a bit more, words glued to a number among them; that is not written.
  static func isNumeric(_ text: String) -> Bool {
    let parts = Array(text.utf8).split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "-")
    }
    return parts.allSatisfy { part in
      let digits = part.trimmedASCIISpace
      return !digits.isEmpty && digits.count < 9 && digits.allSatisfy(\.isASCIIDigit)
    }
  }

  /// Whether Hayagriva takes the text for an address: a scheme, a colon and no spaces.
  static func isAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for scheme in ["https://", "http://", "ftp://"] where text.hasPrefix(scheme) {
      let host = bytes.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
      return !host.isEmpty && host.allSatisfy { $0.isASCIIAlphanumeric || ".-".utf8.contains($0) }
        && host.first != UInt8(ascii: ".") && host.last.map { $0.isASCIIAlphanumeric } == true
        && !host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains([])
        && host.contains(where: \.isASCIILetter)
        && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
    return false
  }

  /// Whether Hayagriva takes the text for a language: a language, perhaps a script and a region.
  static func isLanguage(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(\.isASCIILower)
    else { return false }
    var rest = parts.dropFirst()
    if let script = rest.first, script.count == 4, script.allSatisfy(\.isASCIILetter) {
      guard script.first?.isASCIIUpper == true, script.dropFirst().allSatisfy(\.isASCIILower) else {
        return false
      }
      rest = rest.dropFirst()
    }
    if let region = rest.first {
      guard region.count == 2 && region.allSatisfy(\.isASCIIUpper) else { return false }
      rest = rest.dropFirst()
    }
    return rest.isEmpty
  }
}
