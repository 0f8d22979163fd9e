extension ReferenceGrammar {
  struct FoundTitle {
    var range: Range<Int>
    /// The token after it, its quotation mark included.
    var end: Int
    var isQuoted: Bool
    var isItalic: Bool
  }

  /// The title that begins at `index`: in quotation marks, in italics, or plain up to the next element that is known.
  func title(at index: Int, allowsPlain: Bool, isBibliography: Bool) -> FoundTitle? {
    // "Art. „Fischerei“": an entry of a work of reference.
    let quote =
      ["art", "artikel", "lemma", "stichwort", "article"].contains(note.word(index))
      ? (note.kind(index + 1) == .dot ? index + 2 : index + 1) : index
    if note.kind(quote) == .openQuote, let end = note.groupEnd(quote) {
      guard end - quote > 2 else { return nil }
      return FoundTitle(range: quote + 1..<end - 1, end: end, isQuoted: true, isItalic: false)
    }
    // "*op. cit.*" in italics is no title.
    if let back = Lexicon.backReferences.match(note.tokens, at: index), back.value != "idem",
      isBackReference(back, from: index) || back.value == "ibid"
    {
      return nil
    }
    if note.tokens[index].isItalic, index == 0 || !note.tokens[index - 1].isItalic {
      var end = index
      while end < note.count, note.tokens[end].isItalic || isInsideItalics(end) { end += 1 }
      let range = note.trimmed(index..<end)
      if !range.isEmpty {
        return FoundTitle(
          range: range, end: max(range.upperBound, end), isQuoted: false, isItalic: true)
      }
    }
    // A date is no title: "Le Monde, 12 mars 1984".
    if let date = dates.date(at: index), endsElement(date.end) { return nil }
    if let place = locators.locator(at: index, bare: true), place.label == .book,
      endsCite(place.end)
    {
      return nil
    }
    // Neither is a number of a series, a volume or an edition.
    if imprints.edition(at: index) != nil || isNumbered(index) { return nil }
    guard allowsPlain,
      let end = plainEnd(from: index, isContainer: false, isBibliography: isBibliography),
      end > index, !isNumberAlone(index..<end)
    else { return nil }
    return FoundTitle(range: index..<end, end: end, isQuoted: false, isItalic: false)
  }

  /// "Jane Smith, 14": a page is no title; a year may be one.
  private func isNumberAlone(_ range: Range<Int>) -> Bool {
    range.allSatisfy { [.number, .dash, .comma, .dot].contains(note.kind($0)) }
      && !note.tokens[range.lowerBound].isYear && endsCite(range.upperBound)
  }

  /// A mark or a roman word between italic ones belongs to the title: "*Reading* Hamlet *Today*" is left alone, "*A*: *B*" is one.
  private func isInsideItalics(_ index: Int) -> Bool {
    note.kind(index) == .colon && index + 1 < note.count && note.tokens[index + 1].isItalic
  }

  /// Where a plain title or container ends: before the first separator or bracket that a known element follows.
  func plainEnd(from start: Int, isContainer: Bool, isBibliography: Bool) -> Int? {
    guard start < note.count,
      ![.comma, .dot, .semicolon, .colon, .openBracket, .closeBracket, .closeQuote].contains(
        note.kind(start))
    else {
      return nil
    }
    let depth = note.tokens[start].depth
    var index = start
    while index < note.count, index - start <= Self.longestTitle {
      let token = note.tokens[index]
      if token.depth < depth { return index }
      switch token.kind {
      case .semicolon: return index
      case .url, .doi: return index
      case .openQuote:
        guard let end = note.groupEnd(index) else { return nil }
        index = end
        continue
      case .openBracket:
        if token.isSpaced || isContainer, index > start, isBracketElement(index),
          !isPeriodOfTitle(index)
        {
          return index
        }
        guard let end = note.groupEnd(index) else { return nil }
        if end - index > 24 { return index }
        index = end
        continue
      case .closeBracket: return index
      case .comma:
        if isElement(index + 1, isContainer: isContainer) { return index }
      case .colon:
        if isContainer, locators.number(at: index + 1) != nil { return index }
      case .dot, .exclamation, .closeQuote:
        if token.kind == .dot, note.isAbbreviationDot(index),
          !isBibliography || !note.isSentenceEndAfterDot(index)
        {
          break
        }
        if isElement(index + 1, isContainer: isContainer) && note.tokens[index].kind != .closeQuote
        {
          return index + (token.kind == .exclamation ? 1 : 0)
        }
        if note.isSentenceEnd(index) {
          guard goesOn(after: index, isContainer: isContainer) else {
            return index + (token.kind == .exclamation && !isContainer ? 1 : 0)
          }
        }
      case .dash where token.isSpaced && index > start:
        // "Title – Subtitle" goes on; a dash before a known element ends the title.
        if isElement(index + 1, isContainer: isContainer) { return index }
      case .number, .word:
        if index > start, isContainer, isNumbering(index), !endsTitle(index) { return index }
        if index > start, token.kind == .number, !token.isYear, isDivision(index) { return index }
        if index > start, token.kind == .word, endsPlain(index, isContainer) { return index }
      default: break
      }
      index += 1
    }
    return index >= note.count ? note.count : nil
  }

  /// "The Blockade (1939–1945) (London, 1999)": the first brackets belong to the title.
  private func isPeriodOfTitle(_ index: Int) -> Bool {
    guard let group = imprints.group(at: index), group.isDateOnly else { return false }
    if let next = imprints.group(at: group.end) { return next.date != nil }
    // "Comptes du chapitre (1640–1702), Paris, 2011"
    guard group.date?.date.end != nil, note.kind(group.end) == .comma else { return false }
    return imprints.bare(at: group.end + 1)?.date != nil
  }

  /// "2.40", "1:126" at the end of a reference: book and chapter, volume and page.
  private func isDivision(_ index: Int) -> Bool {
    guard note.kind(index + 1) == .dot || note.kind(index + 1) == .colon,
      let found = locators.locator(at: index, bare: true), found.end > index + 2
    else { return false }
    return endsCite(found.end)
  }

  /// Whether an element begins that needs no separator before it.
  ///
  /// Elements that need no separator before them: "Titel hg. v. …", "Title trans. …", "Title, in", "Luhmann 1969 S. 5".
  private func endsPlain(_ index: Int, _ isContainer: Bool) -> Bool {
    if isContainer, let date = dates.date(at: index), date.hasMonth { return true }
    if isContainer, ["vom", "v", "du", "del", "of", "from"].contains(note.word(index)),
      dates.date(at: index + 1)?.hasMonth ?? false
    {
      return true
    }
    guard let cue = Lexicon.roleCues.match(note.tokens, at: index), cue.end > index + 1,
      !note.tokens[index].isCapitalized
    else {
      if let label = Lexicon.locatorLabels.match(note.tokens, at: index), label.end > index + 1,
        !note.tokens[index].isCapitalized || note.word(index) == "s"
      {
        return locators.locator(at: index, bare: false) != nil
      }
      return false
    }
    return names.list(at: cue.end, inverted: false) != nil
  }

  /// Whether a title goes on after a full stop, question or exclamation mark: an imprint follows before anything else begins.
  private func goesOn(after index: Int, isContainer: Bool) -> Bool {
    guard
      Lexicon.signals.match(note.tokens, at: index + 1) == nil
        || !note.has(.strongSignal, index + 1)
    else { return false }
    if let list = names.list(at: index + 1), [.comma, .colon].contains(note.kind(list.end)),
      list.strength > 0 || imprints.bare(at: index + 1) == nil,
      !list.isFamilyOnly || roleCue(at: list.end + 1) == nil
    {
      return false
    }
    if note.kind(index + 1) == .openQuote { return false }
    var place = index + 1
    var sentences = 0
    while place < min(index + 30, note.count) {
      switch note.kind(place) {
      case .semicolon, .openQuote: return false
      case .openBracket:
        return isBracketElement(place)
          && (imprints.group(at: place).map { !$0.isDateOnly } ?? false)
      case .comma:
        if note.word(place + 1) == "in", note.kind(place + 2) == .colon { return true }
        if imprints.bare(at: place + 1) != nil || imprints.edition(at: place + 1) != nil
          || roleCue(at: place + 1) != nil
        {
          return true
        }
        place += 1
      case .dot where !note.isAbbreviationDot(place):
        if note.word(place + 1) == "in", note.kind(place + 2) == .colon { return true }
        if imprints.bare(at: place + 1)?.date != nil || imprints.edition(at: place + 1) != nil {
          return true
        }
        // "In: Goethes Werke. Hamburger Ausgabe. Bd. 3. Hg. von …": parts of the name of an edition.
        guard isContainer, sentences < 2 else { return false }
        if isNumbered(place + 1) || roleCue(at: place + 1) != nil || isVolume(place + 1) {
          return true
        }
        sentences += 1
        place += 1
      default: place += 1
      }
    }
    return false
  }

  /// Whether a volume with its number begins at a token, whatever follows.
  ///
  /// "Bd. 3"
  private func isVolume(_ index: Int) -> Bool {
    guard let cue = Lexicon.numberCues.match(note.tokens, at: index) else { return false }
    return cue.value == "volume" && (note.kind(cue.end) == .number || note.isRomanAt(cue.end))
  }

  /// Whether the brackets that open at `index` hold an imprint, a date, a thesis, a series or the like.
  func isBracketElement(_ index: Int) -> Bool {
    imprints.group(at: index) != nil || isAddressGroup(index) || isAccessGroup(index)
      || isPlaceGroup(index) || isGenreGroup(index) || noteInBrackets(at: index) != nil
      || eventCue(at: index) != nil
  }

  /// Whether the brackets that open at a token hold a place in the work.
  ///
  /// "(pp. 215–224)"
  func isPlaceGroup(_ index: Int) -> Bool {
    guard let end = note.groupEnd(index), let place = locators.locator(at: index + 1, bare: false)
    else { return false }
    return place.end == end - 1
  }

  /// Whether the brackets that open at a token say what kind of thing stands before them.
  ///
  /// "Wet Feet (blog)"
  func isGenreGroup(_ index: Int) -> Bool {
    guard let end = note.groupEnd(index), end - index <= 4 else { return false }
    return [
      "blog", "weblog", "podcast", "newsletter", "video", "website", "web", "film", "dvd", "online",
      "database", "app", "masch", "maschinenschr", "ungedr", "unveröff", "unpublished", "dactyl",
    ].contains(note.word(index + 1))
  }

  func isAddressGroup(_ index: Int) -> Bool {
    [.url, .doi].contains(note.kind(index + 1)) || note.kind(index + 2) == .url
  }

  func isAccessGroup(_ index: Int) -> Bool {
    Lexicon.accessCues.match(note.tokens, at: index + 1) != nil
  }

  /// Whether an element that can follow a title begins at `index`.
  func isElement(_ index: Int, isContainer: Bool) -> Bool {
    guard index < note.count else { return true }
    switch note.kind(index) {
    case .url, .doi: return true
    case .openBracket: return isBracketElement(index)
    case .openQuote: return false
    default: break
    }
    if roleCue(at: index) != nil { return true }
    if imprints.volumeCount(at: index) != nil { return true }
    if imprints.edition(at: index) != nil { return true }
    if let cue = Lexicon.numberCues.match(note.tokens, at: index),
      locators.number(at: cue.end) != nil || note.isCapitalRoman(cue.end)
    {
      return true
    }
    if locators.locator(at: index, bare: false) != nil { return true }
    if Lexicon.accessCues.match(note.tokens, at: index) != nil { return true }
    if let cue = Lexicon.changeCues.match(note.tokens, at: index),
      dates.date(at: note.kind(cue.end) == .colon ? cue.end + 1 : cue.end) != nil
    {
      return true
    }
    if Lexicon.theses.match(note.tokens, at: index) != nil { return true }
    if reportCue(at: index) != nil { return true }
    if Lexicon.reviews.match(note.tokens, at: index) != nil, note.kind(index - 1) == .comma {
      return true
    }
    if volumeFirstJournal(at: index) != nil || abbreviatedJournal(at: index) != nil { return true }
    if let date = dates.date(at: index), date.hasMonth, endsElement(date.end) { return true }
    if containerCue(at: index) != nil { return true }
    if let back = Lexicon.backReferences.match(note.tokens, at: index),
      isBackReference(back, from: index)
    {
      return true
    }
    if isContainer, isNumbering(index) { return true }
    if let year = dates.year(at: index), endsElement(year.end) { return true }
    if let number = locators.locator(at: index, bare: true),
      note.kind(index) == .number || note.isRomanAt(index), endsCite(number.end),
      !note.tokens[index].isYear
    {
      return true
    }
    if let series = imprints.series(at: index, note.count),
      series.number != nil || note.kind(series.end) == .openBracket,
      [.openBracket, .comma, .dot, nil].contains(note.kind(series.end))
    {
      return true
    }
    if let dateless = Lexicon.datelessPhrases.match(note.tokens, at: index),
      endsElement(dateless.end)
    {
      return true
    }
    return imprints.bare(at: index) != nil
  }

  /// Whether a back reference stands at a token as an element of its own.
  ///
  /// Whether a back reference ("op. cit.") stands at `index` as an element of its own.
  func isBackReference(_ back: (value: String, end: Int), from index: Int) -> Bool {
    guard back.value == "opcit" else {
      return back.value == "idem" && note.word(index) == "id" && note.kind(index + 1) == .dot
    }
    if note.word(index) == "above" || note.word(index) == "supra" {
      return Lexicon.locatorLabels.match(note.tokens, at: back.end)?.value == "note"
    }
    return true
  }

  /// A cue before names of editors, translators and the like; the token of the first name.
  func roleCue(at index: Int) -> (value: String, end: Int)? {
    // "trad. de l’anglais par", "aus dem Russischen übersetzt von": words between the cue and its preposition.
    if [
      "trad", "traduit", "traduite", "traduction", "translated", "übersetzt", "übers", "traducción",
      "tradotto", "traducido", "aus",
    ].contains(note.word(index)) {
      var next = index + 1
      while next < min(index + 8, note.count),
        note.kind(next) == .word || note.kind(next) == .dot && !note.tokens[next].isSpaced
          || note.kind(next) == .openBracket || note.kind(next) == .closeBracket
      {
        if next > index + 1, ["par", "by", "von", "da", "por"].contains(note.word(next)),
          names.list(at: next + 1, inverted: false) != nil
        {
          return ("translator", next + 1)
        }
        next += 1
      }
    }
    guard let cue = Lexicon.roleCues.match(note.tokens, at: index), isRoleCue(cue, from: index)
    else { return nil }
    return cue
  }

  /// What a report calls itself, with a number or in more than one word.
  func reportCue(at index: Int) -> (value: String, end: Int)? {
    guard let report = Lexicon.reports.match(note.tokens, at: index) else { return nil }
    let isNumbered =
      note.kind(report.end) == .number
      || Lexicon.numberCues.match(note.tokens, at: report.end).map { note.kind($0.end) == .number }
        ?? false
    return report.end > index + 1 && note.kind(report.end - 1) != .dot || isNumbered ? report : nil
  }

  /// Whether names follow a role cue, so that "ed" is not a word of a title.
  func isRoleCue(_ cue: (value: String, end: Int), from index: Int) -> Bool {
    guard let list = names.list(at: cue.end, inverted: false) else { return false }
    return note.kind(cue.end - 1) == .dot || cue.end - index > 1 || !list.isFamilyOnly
  }

  /// "in" before the container of a part; the token after it.
  func containerCue(at index: Int) -> Int? {
    guard let cue = Lexicon.containerCues.match(note.tokens, at: index) else { return nil }
    let next = note.kind(cue.end) == .colon || note.kind(cue.end) == .dot ? cue.end + 1 : cue.end
    guard next < note.count else { return nil }
    if next > cue.end { return next }
    let isName =
      note.isCapital(next) || note.kind(next) == .openQuote || note.tokens[next].isItalic
      || note.has(.particle, next)
    return isName ? next : nil
  }

  /// "La España de los años 70, Madrid, 1974": a number before an imprint ends a title.
  private func endsTitle(_ index: Int) -> Bool {
    note.kind(index + 1) == .comma && imprints.bare(at: index + 2)?.place != nil
  }

  /// Whether a number of a series, a volume or the like begins at a token.
  ///
  /// "vol. 3", "5th ser.", "Abt. 301" begins at `index`.
  private func isNumbered(_ index: Int) -> Bool {
    if note.kind(index) == .number, note.tokens[index].isOrdinal || note.kind(index + 1) == .dot {
      let next = note.kind(index + 1) == .dot ? index + 2 : index + 1
      return Lexicon.numberCues.match(note.tokens, at: next) != nil
    }
    guard let cue = Lexicon.numberCues.match(note.tokens, at: index) else { return false }
    return note.kind(cue.end) == .number && cue.end > index + 1
  }

  /// Whether the numbers of a journal's volume begin at `index`.
  func isNumbering(_ index: Int) -> Bool {
    if let cue = Lexicon.numberCues.match(note.tokens, at: index), cue.value != "part",
      cue.value != "series",
      note.kind(cue.end) == .number || note.isRomanAt(cue.end)
    {
      return true
    }
    if dates.date(at: index) != nil { return false }
    // "Verhandlungen der 48. Versammlung": an ordinal number inside a title.
    if note.kind(index) == .number, note.kind(index + 1) == .dot, note.isCapital(index + 2),
      note.isFunctionWord(index - 1)
    {
      return false
    }
    guard
      note.kind(index) == .number
        || note.tokens[index].isRoman && note.tokens[index].lower.utf8.count > 1,
      !note.tokens[index].isOrdinal
    else { return false }
    switch note.kind(index + 1) {
    case .comma, .openBracket, .colon, .slash, .dot, nil, .semicolon: return true
    case .dash: return note.kind(index + 2) == .number
    case .word: return Lexicon.numberCues.match(note.tokens, at: index + 1) != nil
    default: return false
    }
  }

  /// Whether an element may end before the token at `index`.
  func endsElement(_ index: Int) -> Bool {
    switch note.kind(index) {
    case nil, .comma, .dot, .semicolon, .closeBracket, .closeQuote, .exclamation: return true
    case .word:
      return ["and", "und", "et", "sowie", "y", "e", "p", "pp", "s"].contains(note.word(index))
        || locators.locator(at: index, bare: false) != nil
    case .openBracket: return isAddressGroup(index) || isAccessGroup(index)
    default: return false
    }
  }

  /// Whether a whole reference may end before the token at `index`.
  func endsCite(_ index: Int) -> Bool {
    switch note.kind(index) {
    case nil, .semicolon, .closeBracket: true
    case .dot, .exclamation: note.isSentenceEnd(index)
    case .comma:
      endsCite(index + 1)
        || ["and", "und", "et", "sowie", "y", "e", "but", "see", "vgl", "cf", "quoted", "cited"]
          .contains(note.word(index + 1))
    case .word: ["and", "und", "et", "sowie", "y", "e"].contains(note.word(index))
    case .openBracket: true
    default: false
    }
  }
}
