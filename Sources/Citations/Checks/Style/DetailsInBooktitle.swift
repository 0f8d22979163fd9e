/// S025, S028: a container's title that repeats the year, place, publisher or pages of the entry, or lacks its beginning.
enum DetailsInBooktitle: EntryCheck {
  static let details = Rule(
    "S025", "details-in-container-title", .note, "a container's title has what other fields hold")
  static let beginning = Rule(
    "S028", "proceedings-not-named", .note, "proceedings do not begin with \"Proceedings of\"")
  static let rules = [details, beginning]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let types: Set<ItemType> = [.chapter, .paperConference, .entry, .entryEncyclopedia]
    guard types.contains(entry.reference.type),
      let value = bibliography.value(.containerTitle, of: entry)
    else { return }
    // A book of collected works may be named after one of them.
    if entry.reference.type == .paperConference, let title = entry.reference[.title]?.plain,
      Folding.key(title) == Folding.key(value.text)
    {
      return findings.append(
        Diagnostic(
          details, "\"\(value.text)\" is the title of the part, too; expected that of the whole",
          at: value.range, key: entry.key))
    }
    let bytes = Array(value.text.utf8)
    if let found = parts(of: bytes).lazy.compactMap({ part in
      repeated(part.string, entry.reference).map { (part, $0) }
    }).first {
      let (part, what) = found
      let start = bytes[..<part.startIndex].lastIndex { !$0.isASCIISpace } ?? part.startIndex
      let end = part.endIndex + (bytes[start] == UInt8(ascii: "(") ? 1 : 0)
      let isLast = end == bytes.count && bytes[start] == UInt8(ascii: ",")
      findings.append(
        Diagnostic(
          details, "\"\(part.string)\" in the title is \(what), which has a field of its own",
          at: value.place(of: part.startIndex..<part.endIndex), key: entry.key,
          fixes: isLast
            ? value.fixes("leave it out of the title", .suggested, replace: start..<end, with: "")
            : []))
    }
    if entry.reference.type == .paperConference, !value.text.lowercased().contains("proceedings") {
      findings.append(
        Diagnostic(
          beginning, "\"\(value.text)\" does not begin with \"Proceedings of\"", at: value.range,
          key: entry.key))
    }
  }

  /// What stands between commas and in parentheses behind the beginning of the title.
  private static func parts(of title: [UInt8]) -> [ArraySlice<UInt8>] {
    title.split(omittingEmptySubsequences: true) { ",()".utf8.contains($0) }
      .filter { $0.startIndex > 0 }.map(\.trimmedASCIISpace).filter { !$0.isEmpty }
  }

  /// What a part of a title repeats.
  private static func repeated(_ part: String, _ reference: Reference) -> String? {
    if let year = reference[.issued]?.year, part == String(year) || isMonth(part, of: year) {
      return "the year"
    }
    let folded = Folding.key(part)
    if let place = reference[.publisherPlace]?.plain {
      let first = place.utf8.prefix { $0 != UInt8(ascii: ",") }
      if folded == Folding.key(place) || folded == Folding.key(Array(first).string) {
        return "the place"
      }
    }
    if let publisher = reference[.publisher]?.plain, folded == Folding.key(publisher) {
      return "the publisher"
    }
    return isPages(part) ? "a range of pages" : nil
  }

  /// "June 2015".
  private static func isMonth(_ part: String, of year: Int) -> Bool {
    let words = part.split(separator: " ")
    return words.count == 2 && words[1] == String(year)
      && words[0].unicodeScalars.allSatisfy(\.properties.isAlphabetic)
      && BibTeXMonths.number(String(words[0])) != nil
  }

  private static func isPages(_ part: String) -> Bool {
    let lower = Array(part.utf8).map(\.asciiLowercased)
    return ["pp.", "pp ", "pages ", "p. "].contains { label in
      lower.starts(with: label.utf8)
        && lower.dropFirst(label.utf8.count).first { $0 != 0x20 && $0 != UInt8(ascii: "~") }?
          .isASCIIDigit == true
    }
  }
}
