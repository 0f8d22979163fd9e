/// S040, S042 and S022 in notes: letters that were decoded wrongly, HTML that shows, a word that stands twice.
///
/// The whole text is looked at, since what is broken is often what could not be read as a reference.
enum BrokenNoteText {
  /// What is found in the notes of a document.
  ///
  /// - Complexity: O(bytes of the notes).
  static func findings(in extraction: Extraction) -> [Diagnostic] {
    extraction.document.notes.flatMap { note in
      mojibake(in: note) + entities(in: note) + repeated(in: note)
    }
  }

  private static func diagnostic(
    _ rule: Rule, _ message: String, _ range: Range<Int>, _ note: Note
  ) -> Diagnostic {
    Diagnostic(rule, message, at: note.text.sourceRange(of: range), note: note.label)
  }

  private static func mojibake(in note: Note) -> [Diagnostic] {
    let bytes = note.text.utf8
    var result: [Diagnostic] = []
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == 0xC3, let found = Mojibake(bytes, offset) else {
        offset += 1
        continue
      }
      let range = offset..<offset + found.length
      result.append(
        diagnostic(
          BrokenText.mojibake,
          "\"\(bytes[range].string)\" was decoded in the wrong encoding; expected \"\(found.text)\"",
          range, note))
      offset = range.upperBound
    }
    return result
  }

  /// "&amp;" where the format of the document should have made it "&".
  private static func entities(in note: Note) -> [Diagnostic] {
    let bytes = note.text.utf8
    return ["&amp;", "&nbsp;", "&quot;", "&lt;", "&gt;", "&#8217;", "&#39;", "<i>", "</i>"].flatMap
    {
      name -> [Diagnostic] in
      guard let place = bytes.firstOffset(of: Array(name.utf8), from: 0),
        !isInAddress(bytes, place)
      else { return [] }
      return [
        diagnostic(
          BrokenText.entity, "\"\(name)\" is HTML, which readers see as it stands",
          place..<place + name.utf8.count, note)
      ]
    }
  }

  private static func isInAddress(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let start = bytes[..<offset].lastIndex(where: \.isASCIISpace) ?? -1
    return bytes[(start + 1)..<offset].contains(UInt8(ascii: "/"))
  }

  /// "of the the North": small words that never stand twice in good text.
  private static func repeated(in note: Note) -> [Diagnostic] {
    let doubled: Set<String> = [
      "the", "of", "and", "a", "in", "to", "for", "with", "und", "der", "des", "dem", "im", "zur",
      "zum", "et", "du", "le", "la", "les", "dans", "di", "del", "della", "el", "los",
    ]
    let bytes = note.text.utf8
    var result: [Diagnostic] = []
    var last: Range<Int>?
    var start = 0
    while start < bytes.count {
      guard bytes[start].isASCIILetter || bytes[start] >= 0x80 else {
        // Anything but one space between them makes them two.
        if bytes[start] != 0x20 { last = nil }
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, bytes[end].isASCIILetter || bytes[end] >= 0x80 { end += 1 }
      if let before = last, isSame(bytes[before], bytes[start..<end]),
        doubled.contains(bytes[start..<end].map(\.asciiLowercased).string)
      {
        result.append(
          diagnostic(
            SuspiciousTitle.repetition,
            "\"\(bytes[before.lowerBound..<end].string)\" has a word twice",
            before.lowerBound..<end, note))
      }
      last = start..<end
      start = end
    }
    return result
  }

  /// Whether two words are the same; "der, der" with different capitals is a sentence that begins.
  private static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.elementsEqual(right)
      || left.map(\.asciiLowercased) == right.map(\.asciiLowercased)
        && left.allSatisfy({ !$0.isASCIILower }) == right.allSatisfy({ !$0.isASCIILower })
  }
}
