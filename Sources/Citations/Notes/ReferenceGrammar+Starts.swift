extension ReferenceGrammar {
  /// Reads a work that a possessive brings in.
  ///
  /// "Jonathan M. Metzl’s book, Dying of Whiteness (…)".
  func withPossessive(_ people: NameReader.FoundList, from start: Int) -> Reading? {
    var list = people
    guard let last = list.names.last,
      list.end == last.range.upperBound,
      let word = note.kind(list.end - 1) == .word ? note.tokens[list.end - 1] : nil
    else { return nil }
    var end = list.end
    let bytes = Array(last.name.family.utf8)
    if word.lower.hasSuffix("'s") {
      // The mark is two or four bytes: ' or ’, and s.
      let cut =
        bytes.count - (last.name.family.utf8.last == 0x73 && bytes.dropLast().last == 0x27 ? 2 : 4)
      list.names[list.names.count - 1].name.family = bytes.prefix(max(cut, 0)).string
    } else if word.lower.hasSuffix("s"), note.word(end) == "'" || note.word(end) == "\u{2019}" {
      end += 1
    } else {
      return nil
    }
    var next = end
    var hasNoun = false
    while next < min(end + 6, note.count), note.kind(next) == .word,
      !note.tokens[next].isCapitalized, !note.tokens[next].isItalic
    {
      hasNoun = hasNoun || note.has(.workNoun, next)
      next += 1
    }
    if hasNoun, note.kind(next) == .comma || note.kind(next) == .colon { next += 1 }
    guard next < note.count,
      hasNoun || note.kind(next) == .openQuote || note.tokens[next].isItalic || note.isCapital(next)
    else { return nil }
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.score = min(list.strength, 3) * 0.5 + (hasNoun ? 1 : 0)
    reading.reference[.author] = list.names.map(\.name)
    for (index, name) in list.names.enumerated() {
      var range = note.bytes(name.range)
      if index == list.names.count - 1, word.lower.hasSuffix("'s") {
        range =
          range.lowerBound..<range.upperBound
          - (bytes.count - list.names[index].name.family.utf8.count)
      }
      reading.fields.append(Cite.Field("author", range))
    }
    guard let found = withTitle(reading, at: next, allowsPlain: true),
      found.hasImprint || found.isQuoted && found.isFull
    else { return nil }
    return found
  }

  /// A body as author: "New South Wales Law Reform Commission, De Facto Relationships (1981)".
  func withBody(from start: Int) -> Reading? {
    guard note.isCapital(start) else { return nil }
    var end = start
    var hasCue = false
    var initials = 0
    while end < min(start + 14, note.count),
      note.kind(end) == .word || note.kind(end) == .dot && note.isAbbreviationDot(end)
    {
      let token = note.tokens[end]
      if token.kind == .dot {
        end += 1
        continue
      }
      // "Chambre des députés", "Ministère de l’agriculture": French bodies have small letters.
      guard
        token.isCapitalized || note.isFunctionWord(end)
          || hasCue
            && (["de", "des", "du"].contains(note.word(end - 1)) || note.kind(end + 1) == .comma)
          || token.lower.hasPrefix("l'")
      else { break }
      if token.isInitial, note.kind(end + 1) == .dot { initials += 1 }
      hasCue =
        hasCue || initials >= 3 || token.has(.body)
        || token.isAllCaps && token.lower.utf8.count >= 3
      end += 1
    }
    if note.kind(end) == .openBracket, let group = note.groupEnd(end), group - end == 3,
      note.tokens[end + 1].isAllCaps
    {
      end = group
    }
    guard hasCue, end > start, end - start > 1 || note.tokens[start].isAllCaps,
      note.kind(end) == .comma || note.kind(end) == .colon
        || note.kind(end) == .openQuote && !note.isFunctionWord(start)
    else { return nil }
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.score = 1
    reading.reference[.author] = [Name(literal: note.string(start..<end))]
    reading.fields.append(Cite.Field("author", note.bytes(start..<end)))
    let title = note.kind(end) == .openQuote ? end : end + 1
    guard title < note.count, let found = withTitle(reading, at: title, allowsPlain: true) else {
      return nil
    }
    return found.isFull ? found : nil
  }

  /// A title alone, in quotation marks or italics, or with an imprint that cannot be anything else.
  func withoutAuthors(from start: Int, allowsPlain: Bool) -> Reading? {
    guard start < note.count else { return nil }
    let isMarked =
      note.kind(start) == .openQuote
      || note.tokens[start].isItalic && (start == 0 || !note.tokens[start - 1].isItalic)
    // "He was elected in 1910 (Liberal, Leeds West), 1912": pronouns begin sentences.
    let pronouns: Set<String> = [
      "he", "she", "it", "they", "we", "you", "i", "er", "sie", "es", "wir", "ich", "il", "elle",
      "ils", "nous", "on", "who", "which", "that",
    ]
    let isTitle =
      allowsPlain && note.isCapital(start)
      && !(pronouns.contains(note.word(start)) && note.kind(start + 1) == .word
        && !note.isCapital(start + 1))
    guard isMarked || isTitle else { return nil }
    guard let found = withTitle(Reading(start: start), at: start, allowsPlain: !isMarked) else {
      return nil
    }
    if isMarked { return found.isFull ? found : nil }
    // A plain title without anybody's name needs place, publisher and year, or journal numbers.
    let isComplete =
      found.hasImprint && found.reference[.issued] != nil
      && (found.reference[.publisher] != nil
        || found.reference[.publisherPlace] != nil && !found.reference[.editor].isEmpty
        || found.genre == .motionPicture)
    guard
      isComplete
        || found.hasNumbering && found.reference[.issued] != nil && found.reference[.page] != nil
    else { return nil }
    var weaker = found
    weaker.score -= 2
    return weaker
  }

  /// "Edith Marlowe to Clara Whitfield, 3 June 1932, in The Letters …".
  func letter(_ start: Reading, after index: Int) -> Reading? {
    guard ["to", "an", "à"].contains(note.word(index)),
      let list = names.list(at: index + 1, inverted: false), note.kind(list.end) == .comma,
      dates.date(at: list.end + 1)?.hasDay ?? false
    else { return nil }
    var reading = start
    reading.add(.recipient, list, note)
    reading.title = start.range.lowerBound..<list.end
    reading.set(.title, start.range.lowerBound..<list.end, note)
    reading.genre = .personalCommunication
    reading.score += 2
    reading.range = start.range.lowerBound..<list.end
    return finish(rest(reading, isBibliography: false))
  }

  /// "Mary Leith, email message to author, 4 June 2014".
  func message(_ start: Reading, after index: Int) -> Reading? {
    guard note.kind(index) == .comma, let genre = Lexicon.genres.match(note.tokens, at: index + 1),
      genre.value == ItemType.personalCommunication.rawValue
        || genre.value == ItemType.interview.rawValue
    else { return nil }
    var reading = start
    reading.title = index + 1..<genre.end
    reading.set(.genre, index + 1..<genre.end, note)
    reading.genre = ItemType(rawValue: genre.value)
    reading.score += 2
    reading.range = start.range.lowerBound..<genre.end
    let found = rest(reading, isBibliography: false)
    return found.reference[.issued] == nil ? nil : finish(found)
  }

  /// Reads an issue of a newspaper without an article.
  ///
  /// "Le Monde, 12 mars 1984, p. 3": an issue of a newspaper without an article.
  func issueOfNewspaper(from start: Int) -> Reading? {
    guard note.isCapital(start) else { return nil }
    var end = start
    var isKnown = false
    while end < min(start + 8, note.count), note.kind(end) == .word,
      note.isCapital(end) || note.isFunctionWord(end) && note.word(end) != "vom",
      end == start || number(at: end) == nil
    {
      isKnown = isKnown || note.has(.newspaper, end) || note.has(.magazine, end)
      end += 1
    }
    if note.kind(end) == .comma,
      (start..<end).contains(where: {
        Lexicon.dictionaryWords.contains(note.word($0))
          || Lexicon.encyclopediaWords.contains(note.word($0))
      }),
      let place = locators.locator(at: end + 1, bare: false), place.label == .subVerbo
    {
      var reading = Reading(start: start)
      reading.container = start..<end
      reading.hasImprint = true
      reading.set(.containerTitle, start..<end, note)
      reading.set(place, note)
      reading.range = start..<place.end
      reading.score = 4
      return reading
    }
    if let italic = italicPeriodical(at: start) {
      end = italic
      isKnown = true
    }
    guard isKnown || isUnknownPeriodical(start..<end) else { return nil }
    var reading = Reading(start: start)
    reading.genre = .articleNewspaper
    reading.container = start..<end
    reading.set(.containerTitle, note.trimmed(start..<end), note)
    if note.kind(end) == .openBracket, let close = note.groupEnd(end), close - end <= 4,
      note.isCapital(end + 1)
    {
      // "*The Standard* (London), 3 May 1881"
      reading.set(.publisherPlace, end + 1..<close - 1, note)
      end = close
    }
    // "Der Spiegel, Nr. 12 vom 19. 3. 1979"
    let cue = note.kind(end) == .comma ? end + 1 : end
    if let issue = number(at: cue) {
      reading.set(.issue, issue, note)
      end = issue.upperBound
    }
    let from = note.kind(end) == .comma ? end + 1 : end
    let isFrom = ["vom", "v", "du", "del", "of"].contains(note.word(from))
    let day = isFrom ? (note.kind(from + 1) == .dot ? from + 2 : from + 1) : end + 1
    guard isFrom || note.kind(end) == .comma || note.kind(end) == .openBracket,
      dates.date(at: day)?.hasMonth ?? false
    else { return nil }
    reading.range = start..<(isFrom ? day : end)
    reading.score = note.tokens[start].isItalic ? 4.5 : 2.5
    var found = rest(reading, isBibliography: false)
    if found.reference[.volume] != nil || found.title != nil { found.genre = nil }
    if let name = found.container, name.contains(where: { note.has(.magazine, $0) }),
      !name.contains(where: { note.has(.newspaper, $0) })
    {
      found.genre = nil
    }
    return finish(found)
  }

  /// The token after a periodical in italics that a day follows: "*Hull Packet*, 3 May 1833".
  private func italicPeriodical(at start: Int) -> Int? {
    guard note.tokens[start].isItalic, start == 0 || !note.tokens[start - 1].isItalic,
      let found = title(at: start, allowsPlain: false, isBibliography: false), found.isItalic,
      !found.range.contains(where: { note.has(.notName, $0) || note.has(.reportStart, $0) })
    else { return nil }
    let open = note.kind(found.end) == .openBracket ? note.groupEnd(found.end) : nil
    var next = open ?? found.end
    if note.kind(next) == .comma { next += 1 }
    if let issue = number(at: next) {
      next = note.kind(issue.upperBound) == .comma ? issue.upperBound + 1 : issue.upperBound
    }
    if ["vom", "v", "du", "del", "of"].contains(note.word(next)) {
      next += note.kind(next + 1) == .dot ? 2 : 1
    }
    if note.kind(next) == .openBracket { next += 1 }
    return dates.date(at: next)?.hasDay ?? false ? found.range.upperBound : nil
  }

  /// Whether capitalised words that no list knows are a periodical: its number or a day and a page follow, as after no name.
  private func isUnknownPeriodical(_ words: Range<Int>) -> Bool {
    // Most runs of capitals have neither a number nor a date behind them.
    guard !words.isEmpty, note.kind(words.upperBound) == .comma,
      note.kind(words.upperBound + 1) == .number || note.has(.monthStart, words.upperBound + 1)
        || note.has(.numberCueStart, words.upperBound + 1),
      !words.contains(where: { note.has(.givenName, $0) }),
      !note.has(.notName, words.lowerBound),
      !words.contains(where: { note.has(.body, $0) || Lexicon.archiveWords.contains(note.word($0)) }
      )
    else { return false }
    let next = words.upperBound + 1
    if let issue = number(at: next) {
      let from = note.kind(issue.upperBound) == .comma ? issue.upperBound + 1 : issue.upperBound
      let day =
        ["vom", "v", "du", "del", "of"].contains(note.word(from))
        ? (note.kind(from + 1) == .dot ? from + 2 : from + 1) : from
      return dates.date(at: day)?.hasDay ?? false
    }
    guard let date = dates.date(at: next), date.hasDay, note.kind(date.end) == .comma,
      let place = locators.locator(at: date.end + 1, bare: false)
    else { return false }
    return place.label == .page || place.label == .column
  }

  /// The number of an issue after its cue, or nil.
  private func number(at index: Int) -> Range<Int>? {
    guard let cue = Lexicon.numberCues.match(note.tokens, at: index), cue.value == "issue",
      note.kind(cue.end) == .number
    else { return nil }
    return cue.end..<cue.end + 1
  }

  /// Reads an author with a place and nothing else.
  ///
  /// "Finch, p. 15"
  func authorAndPlace(_ list: NameReader.FoundList, from start: Int) -> Reading? {
    // "Moor: Tang und Zins, S. 15": a title behind its author.
    guard !(note.kind(start - 1) == .colon && note.isCapital(start - 2)),
      list.isFamilyOnly || list.strength >= 2 && list.names.count == 1,
      note.kind(list.end) == .comma,
      let place = locators.locator(at: list.end + 1, bare: true), endsCite(place.end),
      place.isLabelled
        ? place.label == .page || place.label == .chapter || place.label == .folio
        : !note.tokens[list.end + 1].isYear && note.kind(list.end + 1) == .number
    else { return nil }
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.add(.author, list, note)
    reading.set(place, note)
    reading.form = .short
    reading.score = place.isLabelled ? 3 : 1.8
    reading.range = start..<place.end
    return reading
  }

  /// Reads a report of a case that begins with its year.
  ///
  /// A report of a case or the like that begins with its year: "(1992) 29 N.S.W.L.R. 188".
  func yearFirst(from start: Int) -> Reading? {
    guard note.kind(start) == .openBracket, let group = imprints.group(at: start), group.isDateOnly,
      note.kind(group.end) == .number
    else {
      return nil
    }
    var reading = Reading(start: start)
    reading.apply(group, note)
    reading.range = start..<group.end
    guard let found = yearFirstJournal(reading, at: group.end), found.reference[.page] != nil else {
      return nil
    }
    var result = found
    result.genre = .legalCase
    return finish(result)
  }
}
