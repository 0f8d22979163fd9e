/// C020: a note sends the reader to somebody without saying to which work.
enum IncompleteMention: Check {
  static let rule = Rule(
    "C020", "incomplete-mention", .error, "a source is named but not described")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    extraction.notes.flatMap { note in
      note.cites.filter { $0.kind == .mention && !isDescribed($0, note) }.map { cite in
        let words = note.note.text.utf8[cite.range].string
        let missing = missing(cite.reference).joined(separator: ", ")
        return Diagnostic(
          rule, "\"\(words)\" is incomplete: \(missing); give the work that is meant",
          at: note.note.text.sourceRange(of: cite.range), note: note.note.label)
      }
    }
  }

  /// Whether an address ends a clause that says what is to be found there, in a form that was not read.
  private static func isDescribed(_ cite: Cite, _ note: ReadNote) -> Bool {
    guard cite.reference[.url] != nil else { return false }
    let bytes = note.note.text.utf8
    var start = cite.range.lowerBound
    while start > 0, bytes[start - 1] != UInt8(ascii: ";"), !endsSentence(bytes, start) {
      start -= 1
    }
    let words = bytes[start..<cite.range.lowerBound].trimmedASCIISpace
    if note.cites.contains(where: { $0.range.upperBound > start && $0.range != cite.range }),
      words.count > 0, !words.allSatisfy({ !$0.isASCIILetter })
    {
      return true
    }
    // A capital that does not begin the clause, a quotation, a number: more than "see" or "available at".
    return words.contains(UInt8(ascii: "\""))
      || zip(words, words.dropFirst()).contains { before, byte in
        before == 0x20 && (byte.isASCIIUpper || byte.isASCIIDigit)
          || before == 0xE2 && byte == 0x80 || before == 0xC2 && byte == 0xAB
      }
  }

  private static func endsSentence(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset >= 2 && bytes[offset - 1] == 0x20
      && [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[offset - 2])
      && offset < bytes.count && bytes[offset].isASCIIUpper
  }

  private static func missing(_ reference: Reference) -> [String] {
    var result: [String] = []
    if reference[.title] == nil { result.append("no title") }
    if reference[.issued] == nil { result.append("no date") }
    if reference[.containerTitle] == nil, reference[.publisher] == nil, reference[.url] == nil {
      result.append("no source")
    }
    return result
  }
}
