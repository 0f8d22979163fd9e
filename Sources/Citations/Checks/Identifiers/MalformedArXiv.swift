/// I016: an arXiv number that cannot be.
///
/// Source: arXiv, "Understanding the arXiv identifier": until March 2007 `hep-th/9901001`, then `0704.0001`, with five digits
/// since January 2015.
enum MalformedArXiv: EntryCheck {
  static let rule = Rule("I016", "malformed-arxiv", .warning, "an arXiv number is of no known form")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let reference = entry.reference
    guard reference[.archive]?.plain.lowercased() == "arxiv",
      let text = reference[.archiveLocation]?.plain, !text.isEmpty
    else { return }
    let value = bibliography.placed(text, in: entry.field("eprint", "archive_location"), of: entry)
    var bytes = Array(text.utf8)[...]
    if bytes.prefix(6).map(\.asciiLowercased).elementsEqual("arxiv:".utf8) {
      bytes = bytes.dropFirst(6)
    }
    // The class may follow in brackets.
    if let space = bytes.firstIndex(of: 0x20),
      bytes[space...].dropFirst().first == UInt8(ascii: "[")
    {
      bytes = bytes[..<space]
    }
    guard !isNew(bytes), !isOld(bytes) else { return }
    findings.append(
      Diagnostic(
        rule, "\"\(text)\" is no arXiv number; expected one like 2101.00001 or hep-th/9901001",
        at: value.range, key: entry.key))
  }

  private static func isNew(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = withoutVersion(bytes).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, isMonth(parts[0]), parts[1].allSatisfy(\.isASCIIDigit) else {
      return false
    }
    return parts[1].count == (parts[0].string >= "1501" ? 5 : 4)
  }

  private static func isOld(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = withoutVersion(bytes).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 7, parts[1].allSatisfy(\.isASCIIDigit),
      isMonth(parts[1].prefix(4)), !parts[0].isEmpty
    else { return false }
    return parts[0].allSatisfy {
      $0.isASCIILetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  private static func isMonth(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 4, digits.allSatisfy(\.isASCIIDigit) else { return false }
    return (1...12).contains(Int(digits.dropFirst(2).string) ?? 0)
  }

  private static func withoutVersion(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "v")) else { return bytes }
    let digits = bytes[(mark + 1)...]
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit) ? bytes[..<mark] : bytes
  }
}
