/// I014, I015: numbers of PubMed and of PubMed Central that cannot be.
enum MalformedPubMed: EntryCheck {
  static let pmid = Rule("I014", "malformed-pmid", .warning, "a PMID is no number of PubMed")
  static let pmcid = Rule(
    "I015", "malformed-pmcid", .warning, "a PMCID is no number of PubMed Central")
  static let rules = [pmid, pmcid]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    if let value = bibliography.value(.pmid, of: entry), !isPMID(Array(value.text.utf8)[...]) {
      findings.append(
        Diagnostic(
          pmid, "\"\(value.text)\" is no PMID; expected one to eight digits", at: value.range,
          key: entry.key, fixes: bare(value, label: "pmid", isPMID)))
    }
    if let value = bibliography.value(.pmcid, of: entry), !isPMCID(Array(value.text.utf8)[...]) {
      findings.append(
        Diagnostic(
          pmcid, "\"\(value.text)\" is no PMCID; expected PMC and digits", at: value.range,
          key: entry.key, fixes: bare(value, label: "pmcid", isPMCID)))
    }
  }

  private static func isPMID(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...8).contains(bytes.count) && bytes.allSatisfy(\.isASCIIDigit) && bytes.first != 0x30
  }

  /// Digits alone are what some programs keep.
  private static func isPMCID(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isLabelled = bytes.prefix(3).map(\.asciiLowercased).elementsEqual("pmc".utf8)
    let digits = isLabelled ? bytes.dropFirst(3) : bytes
    // A version may follow a full stop.
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.count <= 9 && $0.allSatisfy(\.isASCIIDigit) }
  }

  /// The fix that takes a label from before the number.
  private static func bare(
    _ value: PlacedValue, label: String, _ isGood: (ArraySlice<UInt8>) -> Bool
  ) -> [FixIt] {
    let bytes = Array(value.text.utf8)
    let count = label.utf8.count
    guard bytes.prefix(count).map(\.asciiLowercased).elementsEqual(label.utf8) else { return [] }
    let rest = bytes.dropFirst(count).drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    return isGood(rest) ? value.fixes("write the number alone", .safe, with: rest.string) : []
  }
}
