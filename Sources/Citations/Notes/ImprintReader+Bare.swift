extension ImprintReader {
  /// The imprint without brackets that begins at `index`, or nil.
  ///
  /// Read are "Place: Publisher, Year", "Place: Publisher Year", "Place Year", "Place, Year", "Place, Publisher, Year",
  /// "Publisher, Year" and "Place, Publisher". A list of two names that are neither known nor look like place and
  /// publisher is left to the title.
  func bare(at index: Int) -> Imprint? {
    guard index < note.count, let first = piece(at: index) else { return nil }
    var imprint = Imprint(end: first.upperBound)
    switch note.kind(first.upperBound) {
    case .number, .other:
      // "Berlin 1998": two words at most, or a known city.
      guard first.count <= 6, isPlaceLike(first), let date = year(at: first.upperBound),
        isKnownPlace(first) || date.date.end == nil && !note.isFunctionWord(first.lowerBound + 1)
      else {
        return nil
      }
      imprint.place = note.trimmed(first)
      apply(date, at: first.upperBound, &imprint)
      return imprint
    case .colon:
      return afterColon(first)
    case .comma:
      // "Köln, Weimar, Wien 2009"
      if let places = cities(from: first), let date = year(at: places.upperBound) {
        imprint.place = note.trimmed(places)
        apply(date, at: places.upperBound, &imprint)
        return imprint
      }
      return afterComma(first)
    default:
      // "Berlin o. J."
      guard isPlaceLike(first),
        let dateless = Lexicon.datelessPhrases.match(note.tokens, at: first.upperBound)
      else { return nil }
      imprint.place = note.trimmed(first)
      imprint.dateless = (first.upperBound..<dateless.end, dateless.value == "status")
      imprint.end = dateless.end
      return imprint
    }
  }

  /// Two known cities or more with commas between them, the last before a year or a colon.
  private func cities(from first: Range<Int>) -> Range<Int>? {
    var last = first
    while isKnownPlace(last), note.kind(last.upperBound) == .comma,
      let next = piece(at: last.upperBound + 1), isKnownPlace(next)
    {
      last = next
    }
    return last == first || note.kind(last.upperBound) != .number
      ? nil : first.lowerBound..<last.upperBound
  }

  /// "Leeds: Fell Press, 1931".
  private func afterColon(_ place: Range<Int>) -> Imprint? {
    guard isPlaceLike(place), let publisher = piece(at: place.upperBound + 1), publisher.count <= 12
    else { return nil }
    var imprint = Imprint(end: publisher.upperBound)
    imprint.place = note.trimmed(place)
    imprint.publisher = note.trimmed(publisher)
    let next =
      note.kind(publisher.upperBound) == .comma ? publisher.upperBound + 1 : publisher.upperBound
    if let date = year(at: next) {
      apply(date, at: next, &imprint)
      return imprint
    }
    if let dateless = Lexicon.datelessPhrases.match(note.tokens, at: next) {
      imprint.dateless = (next..<dateless.end, dateless.value == "status")
      imprint.end = dateless.end
      return imprint
    }
    return (isKnownPlace(place) || isPublisher(publisher)) && endsImprint(publisher.upperBound)
      ? imprint : nil
  }

  /// "Paris, 1975", "Paris, Gallimard, 1975", "Gallimard, 1975", "Cambridge, MA: MIT Press, 1990".
  private func afterComma(_ first: Range<Int>) -> Imprint? {
    var imprint = Imprint(end: first.upperBound)
    let next = first.upperBound + 1
    if let date = year(at: next), endsImprint(date.end) {
      let isHouse = isPublisher(first) && !isKnownPlace(first)
      guard isHouse || isKnownPlace(first) || first.count <= 2 && !endsImprintNumber(date.end)
      else { return nil }
      if isHouse {
        imprint.publisher = note.trimmed(first)
      } else {
        imprint.place = note.trimmed(first)
      }
      apply(date, at: next, &imprint)
      return imprint
    }
    guard let second = piece(at: next) else { return nil }
    if isRegion(second), note.kind(second.upperBound) == .colon, let rest = afterColon(second),
      let place = rest.place
    {
      imprint = rest
      imprint.place = first.lowerBound..<place.upperBound
      return imprint
    }
    let isSure = isKnownPlace(first)
    guard
      isSure || (!isKnownPlace(second) && isPublisher(second) && first.count <= 4)
        || isPublisher(first) && isKnownPlace(second)
    else { return nil }
    let isHouseFirst = !isSure && isPublisher(first) && isKnownPlace(second)
    imprint.place = note.trimmed(isHouseFirst ? second : first)
    imprint.publisher = note.trimmed(isHouseFirst ? first : second)
    var end = second.upperBound
    // "Paris, Gallimard, « Folio essais », 1990", "Paris, Seuil (coll. « Points »), 1998"
    if note.kind(end) == .comma, note.kind(end + 1) == .openQuote,
      let close = note.groupEnd(end + 1)
    {
      imprint.series = (end + 2..<close - 1, nil)
      end = close
    } else if note.kind(end) == .openBracket, ["coll", "collection"].contains(note.word(end + 1)),
      let close = note.groupEnd(end),
      let quote = (end + 1..<close).first(where: { note.kind($0) == .openQuote }),
      let last = note.groupEnd(quote)
    {
      imprint.series = (quote + 1..<last - 1, nil)
      end = close
    }
    // "Paris, Gallimard, coll. « Tel », 1975"
    if note.kind(end) == .comma, ["coll", "collection"].contains(note.word(end + 1)) {
      let open = note.kind(end + 2) == .dot ? end + 3 : end + 2
      if let close = note.groupEnd(open) {
        imprint.series = (open + 1..<close - 1, nil)
        end = close
        // ", n° 9"
        if note.kind(end) == .comma, let cue = Lexicon.numberCues.match(note.tokens, at: end + 1),
          note.kind(cue.end) == .number
        {
          imprint.series?.number = cue.end..<cue.end + 1
          end = cue.end + 1
        }
      }
    }
    let place =
      note.kind(end) == .comma || note.kind(end) == .number
      ? (note.kind(end) == .comma ? end + 1 : end) : end
    guard let date = year(at: place), endsImprint(date.end) else { return nil }
    apply(date, at: place, &imprint)
    return imprint
  }

  /// "Brest, CRBC, 1988" where neither the place nor the house is known.
  func unknown(at index: Int) -> Imprint? {
    guard index < note.count, !note.tokens[index].isItalic, let place = piece(at: index),
      place.count <= 3, note.kind(place.upperBound) == .comma,
      let publisher = piece(at: place.upperBound + 1), publisher.count <= 6,
      note.kind(publisher.upperBound) == .comma
    else { return nil }
    let next = publisher.upperBound + 1
    guard let date = year(at: next), endsImprint(date.end) else { return nil }
    var imprint = Imprint(end: date.end)
    imprint.place = note.trimmed(place)
    imprint.publisher = note.trimmed(publisher)
    apply(date, at: next, &imprint)
    return imprint
  }

  private func apply(_ date: DateReader.Found, at index: Int, _ imprint: inout Imprint) {
    imprint.date = date
    imprint.dateRange = index..<date.end
    imprint.end = date.end
    // "1975 [1966]", "1975 (1966)", "1975 (1re éd. 1966)"
    if note.kind(date.end) == .openBracket, let close = note.groupEnd(date.end),
      close - date.end <= 7,
      let inner = (date.end + 1..<close).first(where: { note.tokens[$0].isYear }),
      inner + 2 == close,
      let original = dates.year(at: inner)
    {
      imprint.originalDate = original.date
      imprint.originalRange = inner..<inner + 1
      imprint.end = close
    }
  }

  /// Reads a year as it stands at the end of an imprint.
  ///
  /// A year, "[1931]" or "c. 1931", with an edition's small number before it ("²1998", "2/1998") passed over.
  private func year(at index: Int) -> DateReader.Found? {
    if note.kind(index) == .openBracket, let close = note.groupEnd(index),
      var year = dates.year(at: index + 1), year.end == close - 1
    {
      year.end = close
      return year
    }
    if note.kind(index) == .other, Self.isRaisedDigit(note.word(index)) {
      return dates.year(at: index + 1)
    }
    return dates.year(at: index)
  }

  /// Whether an imprint can end before the token at `index`: punctuation or the end, not a word or an opening bracket.
  private func endsImprint(_ index: Int) -> Bool {
    switch note.kind(index) {
    case nil, .comma, .dot, .semicolon, .closeBracket, .colon: true
    case .word: ["and", "und", "et", "y", "e", "p", "pp", "s"].contains(note.word(index))
    case .openBracket: true
    default: false
    }
  }

  private func endsImprintNumber(_ index: Int) -> Bool { note.kind(index) == .openBracket }

  private func isPlaceLike(_ range: Range<Int>) -> Bool {
    if isKnownPlace(range) { return true }
    let words = range.filter { note.kind($0) == .word }
    guard let first = words.first, words.count <= 3, note.isCapital(first) else { return false }
    let isEvent =
      Lexicon.months.contains(note.word(first)) || Lexicon.seasons.contains(note.word(first))
      || note.isFunctionWord(first)
    return !isEvent && !isPublisher(range)
  }

  /// A run of words up to a comma, colon or year, as a range.
  private func piece(at index: Int) -> Range<Int>? {
    guard let end = textEnd(at: index, min(note.count, index + 20)), end > index else { return nil }
    // A sentence that ends inside is no name.
    for place in index..<end where note.kind(place) == .dot && note.isSentenceEnd(place) {
      return nil
    }
    return index..<end
  }
}
