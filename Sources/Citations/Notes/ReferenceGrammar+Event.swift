extension ReferenceGrammar {
  /// What the brackets that open at a token say that something is, where more words follow it: the token after the cue.
  ///
  /// "(paper presented at the annual meeting of the Bog Society, Galway, May 4–6, 2012)".
  func eventCue(at index: Int) -> (value: String, end: Int)? {
    guard note.kind(index) == .openBracket, note.groupEnd(index) != nil else { return nil }
    var start = index + 1
    if note.word(start) == "a" || note.word(start) == "unpublished" { start += 1 }
    return Lexicon.genres.match(note.tokens, at: start)
      ?? Lexicon.theses.match(note.tokens, at: start).map { ("thesis", $0.end) }
  }

  /// Reads a talk, an interview or the like that brackets describe in words; the token after them.
  func event(at index: Int, _ reading: inout Reading) -> Int? {
    guard let cue = eventCue(at: index), let end = note.groupEnd(index),
      reading.reference[.genre] == nil
    else { return nil }
    reading.set(.genre, index + 1..<cue.end, note)
    reading.genre = cue.value == "thesis" ? .thesis : ItemType(rawValue: cue.value)
    var last = end - 1
    for place in cue.end..<end - 1 {
      if let date = dates.date(at: place) ?? dates.year(at: place), date.end <= end - 1 {
        reading.set(.issued, date.date, place..<date.end, note)
        last = place
        break
      }
    }
    let words = note.trimmed(cue.end..<last)
    if !words.isEmpty {
      reading.set(reading.genre == .thesis ? .publisher : .eventTitle, words, note)
    }
    reading.score += 3
    return end
  }

  /// Passes over the translation of a title, "[The bog]", right behind it.
  func translation(at index: Int, _ reading: Reading) -> Int? {
    guard note.word(index) == "[", reading.range.upperBound == index, reading.title != nil,
      !reading.hasImprint, reading.reference[.issued] == nil, let end = note.groupEnd(index),
      note.kind(index + 1) == .word || note.kind(index + 1) == .openQuote,
      !(index..<end).contains(where: { note.tokens[$0].isYear })
    else { return nil }
    return end
  }
}
