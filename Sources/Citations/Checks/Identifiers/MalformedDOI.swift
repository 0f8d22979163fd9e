/// I001, I002, I003: DOIs that cannot be, that stand with the address of a resolver, or that the URL contradicts.
///
/// In BibTeX files the reader reports addresses, labels and full stops itself.
/// Source: DOI Handbook, 2.2 "Syntax of a DOI name".
enum MalformedDOI: EntryCheck {
  static let malformed = Rule("I001", "malformed-doi", .warning, "a DOI is of no known form")
  static let address = Rule(
    "I002", "doi-with-resolver", .note, "a DOI stands with an address or a label")
  static let contradiction = Rule(
    "I003", "doi-and-url-differ", .warning, "the URL leads to another DOI than the one given")
  static let rules = [malformed, address, contradiction]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(.doi, of: entry) else {
      return checkAddress(entry, bibliography, &findings)
    }
    let bytes = Array(value.text.utf8)[...]
    let bare = bare(bytes)
    // The reader of BibTeX takes the DOI from an address that stands in another field.
    let isOwn = entry.field(of: .text(.doi)) != nil || entry.fields.isEmpty
    checkSpelling(of: bare, entry, bibliography, &findings)
    if bare.count < bytes.count, isOwn {
      findings.append(
        Diagnostic(
          address, "\"\(value.text)\" is more than a DOI; expected \"\(bare.string)\"",
          at: value.range, key: entry.key,
          fixes: value.fixes("write the DOI alone", .safe, with: bare.string)))
    }
    if isOwn, let problem = problem(bare) {
      findings.append(
        Diagnostic(
          malformed, "\"\(bare.string)\" is no DOI: \(problem)", at: value.range, key: entry.key,
          fixes: trimmed(bare, value)))
    }
    compare(bare, entry, bibliography, &findings)
  }

  /// An address before the DOI that the reader of the format took away.
  private static func checkSpelling(
    of doi: ArraySlice<UInt8>, _ entry: CheckedEntry, _ bibliography: CheckedBibliography,
    _ findings: inout [Diagnostic]
  ) {
    guard let written = DOIAsWritten.range(of: doi, in: entry, of: bibliography) else { return }
    let text = bibliography.source.bytes[Int(written.start)..<Int(written.end)]
    let bare = bare(text)
    guard bare.count < text.count else { return }
    findings.append(
      Diagnostic(
        address, "\"\(text.string)\" is more than a DOI; expected \"\(bare.string)\"",
        at: written, key: entry.key,
        fixes: [FixIt("write the DOI alone", .safe, replace: written, with: bare.string)]))
  }

  /// An address of the resolver whose DOI cannot be, in an entry that has no DOI else.
  private static func checkAddress(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    guard let url = bibliography.value(.url, of: entry) else { return }
    let bytes = Array(url.text.utf8)[...]
    let bare = bare(bytes)
    guard bare.count < bytes.count, bare.starts(with: "10." as StaticString),
      let problem = problem(bare)
    else { return }
    findings.append(
      Diagnostic(
        malformed, "\"\(bare.string)\" is no DOI: \(problem)", at: url.range, key: entry.key))
  }

  /// What is wrong with a DOI; nil for one that can be.
  private static func problem(_ doi: ArraySlice<UInt8>) -> String? {
    guard doi.starts(with: "10." as StaticString) else { return "it should begin with 10." }
    guard let slash = doi.firstIndex(of: UInt8(ascii: "/")) else {
      return "a slash should follow the registrant"
    }
    let registrant = doi[..<slash].dropFirst(3).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard registrant.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      let first = registrant.first, (4...9).contains(first.count)
    else { return "the registrant should be four to nine digits" }
    guard slash + 1 < doi.endIndex else { return "nothing follows the slash" }
    if doi.contains(where: \.isASCIISpace) { return "it has white space inside" }
    if let bracket = bracketTooMany(doi) {
      return "it ends in a \"\(bracket)\" that closes nothing"
    }
    if let last = doi.last, ",;.".utf8.contains(last) {
      return "it ends in \"\(Unicode.Scalar(last))\""
    }
    return nil
  }

  /// A closing bracket at the end without its opening one.
  private static func bracketTooMany(_ doi: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let last = doi.last else { return nil }
    let pairs: [UInt8: UInt8] = [0x29: 0x28, 0x5D: 0x5B, 0x7D: 0x7B]
    guard let open = pairs[last],
      doi.count(where: { $0 == last }) > doi.count(where: { $0 == open })
    else { return nil }
    return Unicode.Scalar(last)
  }

  /// The fix that takes punctuation from the end of a DOI that is right without it.
  private static func trimmed(_ doi: ArraySlice<UInt8>, _ value: PlacedValue) -> [FixIt] {
    var rest = doi
    while let last = rest.last, ",;. ".utf8.contains(last) || bracketTooMany(rest) != nil {
      rest = rest.dropLast()
    }
    guard rest.count < doi.count, problem(rest) == nil else { return [] }
    return value.fixes("leave the punctuation out", .suggested, with: rest.string)
  }

  private static func compare(
    _ doi: ArraySlice<UInt8>, _ entry: CheckedEntry, _ bibliography: CheckedBibliography,
    _ findings: inout [Diagnostic]
  ) {
    guard let url = bibliography.value(.url, of: entry), problem(doi) == nil else { return }
    let target = Array(url.text.utf8)[...]
    let other = self.bare(target)
    guard other.count < target.count, problem(other) == nil, !isSame(other, doi) else { return }
    findings.append(
      Diagnostic(
        contradiction, "\"\(url.text)\" leads to another DOI than \"\(doi.string)\"", at: url.range,
        key: entry.key))
  }

  /// Whether two DOIs are the same: case does not count, and an address may have its signs escaped or lead on into the work.
  private static func isSame(_ address: ArraySlice<UInt8>, _ doi: ArraySlice<UInt8>) -> Bool {
    address.contains(UInt8(ascii: "%"))
      || address.map(\.asciiLowercased).starts(with: doi.map(\.asciiLowercased))
  }

  /// What follows the address of a resolver or a label; all of a text without one.
  static func bare(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text.trimmedASCIISpace
    let lower = rest.map(\.asciiLowercased)
    for prefix in [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
      "https://www.doi.org/", "http://www.doi.org/", "doi.org/", "dx.doi.org/", "doi:", "doi ",
    ] where lower.starts(with: prefix.utf8) {
      return rest.dropFirst(prefix.utf8.count).trimmedASCIISpace
    }
    // Publishers have resolvers of their own: "http://doi.acm.org/10.1145/…".
    if lower.starts(with: "http".utf8),
      let place = rest.firstRange(of: "/10."), rest[..<place].firstRange(of: "doi") != nil
    {
      rest = rest[(place + 1)...]
    }
    return rest
  }
}

extension ArraySlice<UInt8> {
  /// The offset of the first place where a text stands.
  fileprivate func firstRange(of text: StaticString) -> Int? {
    indices.first { self[$0...].starts(with: text) }
  }
}
