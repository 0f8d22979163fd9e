/// Reads references that point to another one.
///
/// "Ibid., 44", "Vogel, op. cit., n. 7", "Luhmann 1969, S. 12".
struct ShortFormGrammar {
  let note: NoteText
  let references: ReferenceGrammar

  init(_ references: ReferenceGrammar) {
    note = references.note
    self.references = references
  }

  /// The short form that begins at a token, or nil.
  ///
  /// A short form of author and title is the business of `ReferenceGrammar`.
  ///
  /// - Parameters:
  ///   - start: The token to begin at.
  ///   - people: The names in natural order that begin there, read once for all grammars.
  /// - Returns: The first form that fits.
  func reading(at start: Int, people: NameReader.FoundList?) -> Reading? {
    if let back = backReference(at: start) { return back }
    guard let people else { return nil }
    return namedBackReference(people, from: start) ?? authorDate(people, from: start)
  }

  /// Reads what stands for a reference alone.
  ///
  /// "Ibid., 44", "Ebd.", "Id. at 12", "op. cit., 5", and "Ders., Title (…)" as a full reference by the author before.
  private func backReference(at start: Int) -> Reading? {
    guard let back = Lexicon.backReferences.match(note.tokens, at: start) else { return nil }
    if back.value == "opcit",
      note.word(start) == "above" || note.word(start) == "supra" || note.word(start) == "cit"
    {
      guard Lexicon.locatorLabels.match(note.tokens, at: back.end)?.value == "note" else {
        return nil
      }
    }
    if back.value == "idem", let full = sameAuthor(after: back.end, from: start) { return full }
    guard back.value != "idem" || isAlone(back.end) else { return nil }
    var reading = Reading(start: start)
    reading.form = back.value == "ibid" ? .ibid : back.value == "idem" ? .ibid : .opCit
    reading.score = back.value == "idem" && note.kind(back.end - 1) != .dot ? 4 : 5
    reading.range = start..<back.end
    return withPlace(reading, after: back.end)
  }

  /// Whether "id" is followed by what follows a back reference, and is no word of a sentence.
  private func isAlone(_ index: Int) -> Bool {
    switch note.kind(index) {
    case nil, .comma, .semicolon, .closeBracket, .dot: true
    default:
      note.kind(index - 1) == .dot
        && (references.locators.locator(at: index, bare: true) != nil
          || note.isSentenceEnd(index - 1))
    }
  }

  /// "Ders., Titel, Ort 1999": a full reference whose author stands in the one before.
  private func sameAuthor(after index: Int, from start: Int) -> Reading? {
    var next = index
    if note.kind(next) == .openBracket, let group = note.groupEnd(next),
      Lexicon.roleMarks.match(note.tokens, at: next + 1) != nil
    {
      next = group
    }
    guard
      note.kind(next) == .comma || note.kind(next) == .colon || note.kind(next) == .openQuote
        || next < note.count && note.tokens[next].isItalic
    else { return nil }
    if note.kind(next) == .comma || note.kind(next) == .colon { next += 1 }
    guard references.locators.locator(at: next, bare: true) == nil, next < note.count else {
      return nil
    }
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.score = 2
    guard var found = references.withTitle(reading, at: next, allowsPlain: true),
      found.isFull || found.locator != nil
    else { return nil }
    found.form = .idem
    TypeInference.settle(&found, note)
    return found
  }

  /// Reads an author with what stands for the work.
  ///
  /// "Vogel, op. cit., n. 7, pp. 80–1", "O’Donovan, supra n. 12".
  private func namedBackReference(_ list: NameReader.FoundList, from start: Int) -> Reading? {
    let index = note.kind(list.end) == .comma ? list.end + 1 : list.end
    if let label = references.noteInBrackets(at: list.end) {
      var reading = Reading(start: start)
      reading.hasAuthors = true
      reading.add(.author, list, note)
      reading.form = .opCit
      reading.refersTo = label.value
      reading.score = 5
      reading.range = start..<label.end
      return withPlace(reading, after: label.end)
    }
    guard let back = Lexicon.backReferences.match(note.tokens, at: index),
      back.value != "idem" || note.kind(back.end - 1) == .dot || note.kind(back.end) == .comma
    else { return nil }
    if note.word(index) == "above" || note.word(index) == "supra" {
      guard
        Lexicon.locatorLabels.match(note.tokens, at: back.end)?.value == "note"
          || note.kind(back.end) == .openBracket || note.kind(back.end) == .comma
      else { return nil }
    }
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.add(.author, list, note)
    reading.form = back.value == "opcit" ? .opCit : .ibid
    reading.score = 5
    reading.range = start..<back.end
    return withPlace(reading, after: back.end)
  }

  /// Reads author and year.
  ///
  /// "Geiger 1964, insbes. S. 65", "Feest/Blankenburg, 1972", "Hall (1956)".
  private func authorDate(_ list: NameReader.FoundList, from start: Int) -> Reading? {
    // "(Rouen: Cagniard, 1892)" is an imprint.
    guard !(note.tokens[start].depth > 0 && note.kind(start - 1) == .colon),
      list.names.count > 1 || list.isFamilyOnly || list.strength > 0,
      !references.imprints.isKnownPlace(start..<list.end)
    else { return nil }
    let words = start..<list.end
    // "Reichsgesetzblatt 1911, S. 33": a periodical by its year.
    let last = note.word(list.end - 1)
    guard !["blatt", "zeitung", "anzeiger", "kalender", "bericht"].contains(where: last.hasSuffix)
    else { return nil }
    guard !words.contains(where: { note.has(.body, $0) || Lexicon.seasons.contains(note.word($0)) })
    else { return nil }
    var index = list.end
    var isBracketed = false
    if note.kind(index) == .comma { index += 1 }
    if note.kind(index) == .openBracket, let end = note.groupEnd(index),
      references.dates.year(at: index + 1)?.end == end - 1
    {
      isBracketed = true
      index += 1
    }
    guard let year = references.dates.year(at: index), note.tokens[index].isSpaced || isBracketed
    else { return nil }
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.add(.author, list, note)
    reading.set(.issued, year.date, index..<year.end, note)
    reading.form = .authorDate
    reading.score = 2.6 + (list.names.count > 1 ? 0.6 : 0) + (isBracketed ? 0.5 : 0)
    let end = isBracketed ? year.end + 1 : year.end
    reading.range = start..<end
    let before = reading.locator == nil
    var result = withPlace(reading, after: end)
    if before, result.locator != nil { result.score += 1.5 }
    // "Dotterweich 1978 hat": a verb may follow; a noun with its number ("Act 1984 s. 5") may not.
    // "Mann [1995] 1 All E.R. 936" is the report of a case.
    let isReport = isBracketed && note.kind(end) == .number && note.isCapital(end + 1)
    return note.kind(end) == .dash || isReport ? nil : result
  }

  /// Adds the note number and the place that follow.
  private func withPlace(_ start: Reading, after index: Int) -> Reading {
    var reading = start
    var next = index
    if reading.form != .authorDate, let end = references.noteNumber(at: next, &reading) {
      next = end
      reading.range = reading.range.lowerBound..<end
    }
    var place = next
    if [.comma, .colon].contains(note.kind(place)) { place += 1 }
    if note.kind(place) == .dot, !note.isSentenceEnd(place) { place += 1 }
    // "Ibid. 44" and "Id. at 44": the dot belongs to the abbreviation.
    if let found = references.locators.locator(at: place, bare: true),
      !(found.value.count == 1 && note.tokens[found.value.lowerBound].isYear
        && note.kind(found.end) == .word)
    {
      reading.set(found, note)
      reading.range = reading.range.lowerBound..<found.end
    }
    return reading
  }
}
