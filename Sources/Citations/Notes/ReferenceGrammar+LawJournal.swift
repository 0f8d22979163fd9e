extension ReferenceGrammar {
  /// A volume, an abbreviated journal and the first page, as tokens.
  struct LawJournal {
    var volume: Range<Int>?
    var journal: Range<Int>
    var year: DateReader.Found?
    var yearRange: Range<Int>?
    var page: Int
    /// The place meant in it.
    var place: LocatorReader.Found?
    var end: Int
  }

  /// Reads a journal as lawyers of the United States cite it.
  ///
  /// "55 Harv. L. Rev. 12, 20".
  ///
  /// Source: The Bluebook, 21st ed., rule 16.4.
  func volumeFirstJournal(at index: Int) -> LawJournal? {
    guard note.kind(index) == .number, !note.tokens[index].isOrdinal, note.isCapital(index + 1)
    else { return nil }
    var next = index + 1
    var isJournal = false
    while next < note.count, next - index < 14 {
      let token = note.tokens[next]
      guard
        token.kind == .word && (token.isCapitalized || note.isFunctionWord(next))
          || token.kind == .dot || token.kind == .other && token.lower == "&"
      else { break }
      if token.kind == .dot || token.has(.journal) { isJournal = true }
      next += 1
    }
    guard isJournal, note.kind(next) == .number, !note.tokens[next].isOrdinal,
      note.tokens[next].isSpaced
    else { return nil }
    let after = next + 1
    guard [.comma, .openBracket, .dot, .semicolon, nil].contains(note.kind(after)) else {
      return nil
    }
    var found = LawJournal(
      volume: index..<index + 1, journal: index + 1..<next, page: next, end: after)
    if note.kind(after) == .comma, let place = locators.locator(at: after + 1, bare: true) {
      found.place = place
      found.end = place.end
    }
    // A journal is dated in brackets: "2 Maple Rd. 12" is an address.
    guard note.kind(found.end) == .openBracket,
      let group = imprints.group(at: found.end), group.isDateOnly
    else { return nil }
    return found
  }

  /// "NJW 2001, 1234 (1236)", "AcP 204 (2004), 12, 15", as German lawyers cite journals.
  ///
  /// Source: Byrd and Lehmann, Zitierfibel für Juristen, "Zeitschriften".
  func abbreviatedJournal(at index: Int) -> LawJournal? {
    guard note.kind(index) == .word, note.kind(index + 1) == .number, isAbbreviation(index) else {
      return nil
    }
    var found = LawJournal(journal: index..<index + 1, page: 0, end: 0)
    var next = index + 2
    if let year = dates.year(at: index + 1), year.end == index + 2 {
      found.year = year
      found.yearRange = index + 1..<index + 2
    } else {
      found.volume = index + 1..<index + 2
      guard let group = imprints.group(at: next), group.isDateOnly, let date = group.date else {
        return nil
      }
      found.year = date
      found.yearRange = group.dateRange
      next = group.end
    }
    guard note.kind(next) == .comma else { return nil }
    next += 1
    if note.word(next) == "s", note.kind(next + 1) == .dot { next += 2 }
    guard note.kind(next) == .number, note.kind(next + 1) != .dash else { return nil }
    found.page = next
    found.end = next + 1
    let open = note.kind(found.end) == .openBracket || note.kind(found.end) == .comma
    if open, let place = locators.locator(at: found.end + 1, bare: true) {
      if note.kind(found.end) == .comma {
        found.place = place
        found.end = place.end
      } else if note.kind(place.end) == .closeBracket {
        found.place = place
        found.end = place.end + 1
      }
    }
    return found
  }

  /// "NJW", "JZ", "AcP", "NVwZ": a word with several capitals.
  private func isAbbreviation(_ index: Int) -> Bool {
    let capitals = note.text.utf8[note.tokens[index].range].count { $0.isASCIIUpper }
    return capitals >= 2 && note.tokens[index].range.count <= 8 && !note.tokens[index].isRoman
  }

  /// Takes over what such a citation says.
  func take(_ found: LawJournal, _ reading: inout Reading) -> Int {
    reading.container = found.journal
    reading.set(.containerTitle, note.trimmedKeepingDot(found.journal), note)
    if let volume = found.volume { reading.set(.volume, volume, note) }
    if let year = found.year, let range = found.yearRange {
      reading.set(.issued, year.date, range, note)
    }
    reading.hasNumbering = true
    reading.isPart = true
    // "*Harris v. Weather Bureau*, 211 U.S. 45": the report of a case.
    let isCase = reading.title?.contains { ["v", "vs"].contains(note.word($0)) } ?? false
    reading.genre = isCase ? .legalCase : .articleJournal
    reading.setPages(found.page..<found.page + 1, note)
    if let place = found.place { reading.set(place, note) }
    reading.score += 4
    return found.end
  }
}

extension NoteText {
  /// The range without a comma at its end; the dot of an abbreviation stays.
  func trimmedKeepingDot(_ range: Range<Int>) -> Range<Int> {
    var high = range.upperBound
    while high > range.lowerBound, kind(high - 1) == .comma { high -= 1 }
    return range.lowerBound..<high
  }
}
