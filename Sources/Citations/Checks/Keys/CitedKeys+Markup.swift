extension CitedKeys {
  /// The references of a JATS article that its text points to.
  ///
  /// Source: JATS 1.4 Tag Library, `xref`, attributes `ref-type` and `rid`.
  mutating func scanJATS() {
    var previousEnd: Int?
    for tag in MarkupTags(bytes) {
      if let id = tag.value("id") { identifiers.insert(bytes[id].string) }
      guard tag.name.elementsEqual("xref".utf8), let rid = tag.value("rid"),
        let kind = tag.value("ref-type"), bytes[kind].elementsEqual("bibr".utf8)
      else { continue }
      if let previousEnd, isRange(between: previousEnd, and: tag.range.lowerBound) {
        // The references between the two are cited as well, and have no word here.
        asksForAll = true
      }
      previousEnd = tag.range.upperBound
      for range in words(rid, isSeparator: \.isASCIISpace) { addUse(range) }
    }
  }

  /// Whether nothing but a dash stands between two references: what the first one says, and the end of its element.
  private func isRange(between start: Int, and end: Int) -> Bool {
    let text = bytes[start..<end]
    guard text.count < 80, let close = text.firstIndex(of: UInt8(ascii: "<")) else { return false }
    var rest = text[close...]
    var result: [UInt8] = []
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") {
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else {
        if !byte.isASCIISpace { result.append(byte) }
        rest = rest.dropFirst()
      }
    }
    return [
      "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "&#x2013;",
      "&#8211;",
      "&ndash;",
    ].contains(result.string)
  }

  /// The keys that a page names: `data-cites` of Pandoc's pages, and `d-cite` of Distill's.
  ///
  /// Source: Pandoc's manual, "Citations in HTML"; Distill, "Citations".
  mutating func scanHTML() {
    for tag in MarkupTags(bytes) {
      if let cites = tag.value("data-cites") {
        for range in words(cites, isSeparator: \.isASCIISpace) { addUse(range) }
      }
      if tag.name.elementsEqual("d-cite".utf8) || tag.name.elementsEqual("dt-cite".utf8),
        let keys = tag.value("key") ?? tag.value("bibtex-key")
      {
        for range in words(keys, isSeparator: { $0.isASCIISpace || $0 == UInt8(ascii: ",") }) {
          addUse(range)
        }
      }
    }
  }

  private func words(_ range: Range<Int>, isSeparator: (UInt8) -> Bool) -> [Range<Int>] {
    bytes[range].split(whereSeparator: isSeparator).map { $0.startIndex..<$0.endIndex }
  }

  private mutating func addUse(_ range: Range<Int>) {
    uses.append(
      Use(key: bytes[range].string, range: SourceRange(range.lowerBound, range.upperBound)))
  }
}
