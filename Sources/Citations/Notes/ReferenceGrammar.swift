/// Reads one reference that begins at a given token, in the shapes of Chicago, MHRA, Turabian, MLA, OSCOLA and the common German,
/// French, Spanish and Italian manners.
///
/// These manners share an order: who, what, in what, with what further marks, where and when, which pages. The grammar reads who
/// and what, then takes each further element that it knows, in any order, until it meets something that it does not know.
struct ReferenceGrammar {
  let note: NoteText
  let names: NameReader
  let dates: DateReader
  let locators: LocatorReader
  let imprints: ImprintReader
  /// How far a title may reach, in tokens.
  static let longestTitle = 70

  init(_ note: NoteText) {
    self.note = note
    names = NameReader(note: note)
    dates = DateReader(note: note)
    locators = LocatorReader(note: note)
    imprints = ImprintReader(note)
  }

  /// The best reading of a reference that begins at `start`, or nil.
  ///
  /// - Parameters:
  ///   - start: The token to begin at.
  ///   - allowsPlainTitle: Whether a title may begin there that has neither a name before it nor a mark around it.
  /// - Returns: The reading with the highest score.
  func reading(at start: Int, allowsPlainTitle: Bool) -> Reading? {
    var best: Reading?
    func offer(_ reading: Reading?) {
      guard let reading else { return }
      if best.map({ reading.score > $0.score }) ?? true { best = reading }
    }
    if let list = names.list(at: start) {
      offer(withAuthors(list, from: start))
      // "Smith, Jones and the Law": the list may have taken words of the title.
      if list.names.count > 1, list.strength == 0, let first = names.name(at: start) {
        offer(withAuthors(.init(names: [first], end: first.range.upperBound), from: start))
      }
    }
    offer(withPossessive(from: start))
    offer(withBody(from: start))
    offer(withoutAuthors(from: start, allowsPlain: allowsPlainTitle))
    offer(yearFirst(from: start))
    offer(issueOfNewspaper(from: start))
    offer(authorAndPlace(from: start))
    guard var found = best else { return nil }
    TypeInference.settle(&found, note)
    return found
  }

  /// Who stands first: names, then what they are, then a separator, then the title.
  private func withAuthors(_ list: NameReader.FoundList, from start: Int) -> Reading? {
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.score = min(list.strength, 3) * 0.8 + (list.isFamilyOnly ? 0.3 : 1.2)
    var next = list.end
    if let role = roleMark(at: next) {
      reading.add(role: role.value, list, note)
      next = role.end
    } else {
      reading.add(.author, list, note)
    }
    let isInverted = list.names.first?.isInverted ?? false
    if let letter = letter(reading, after: next) ?? message(reading, after: next) { return letter }
    // APA and the like: "Mercer, A. (1931). The mill."
    if note.kind(next) == .openBracket, let group = imprints.group(at: next), group.isDateOnly,
      [.dot, .colon, .comma].contains(note.kind(group.end)) || isInverted,
      isInverted || note.kind(group.end) == .dot || note.kind(group.end) == .colon
    {
      reading.apply(group, note)
      reading.hasLeadingDate = true
      next = group.end
    } else if isInverted, note.kind(next - 1) == .dot || note.kind(next) == .dot {
      // "Li, Y., and Liddell, H. 2000. Recognising tides."
      let place = note.kind(next) == .dot ? next + 1 : next
      if let year = dates.year(at: place), note.kind(year.end) == .dot {
        reading.set(.issued, year.date, place..<year.end, note)
        reading.hasLeadingDate = true
        next = year.end
      }
    }
    let bare = reading.hasLeadingDate && note.isCapital(next) ? next : nil
    guard let title = bare ?? titleStart(after: next, isInverted: isInverted, list) else {
      return nil
    }
    return withTitle(
      reading, at: title, allowsPlain: true,
      isBibliography: isInverted && note.kind(title - 1) == .dot || reading.hasLeadingDate)
  }

  /// "(ed.)", ", eds", ", Hg.": what the persons named before did; the token after it.
  private func roleMark(at index: Int) -> (value: String, end: Int)? {
    if note.kind(index) == .openBracket, let group = note.groupEnd(index), group - index <= 8,
      let mark = Lexicon.roleMarks.match(note.tokens, at: index + 1), mark.end <= group
    {
      return (mark.value, group)
    }
    let start = note.kind(index) == .comma ? index + 1 : index
    guard let mark = Lexicon.roleMarks.match(note.tokens, at: start), mark.end < note.count,
      [.comma, .colon, .openQuote].contains(note.kind(mark.end)) || note.tokens[mark.end].isItalic
        || note.kind(mark.end - 1) == .dot
    else { return nil }
    // ", ed. Karen Smith" gives the editor of the title before, not these persons' role.
    if start > index,
      names.name(at: mark.end).map({ $0.strength > 0 && note.kind($0.range.upperBound) != .comma })
        ?? false
    {
      return nil
    }
    return (mark.value, mark.end)
  }

  /// The token at which a title can begin after the names, or nil.
  private func titleStart(after index: Int, isInverted: Bool, _ list: NameReader.FoundList) -> Int?
  {
    guard index < note.count else { return nil }
    switch note.kind(index) {
    case .openQuote: return index
    case .comma, .colon:
      return index + 1 < note.count ? index + 1 : nil
    case .dot:
      // A full stop ends the names in bibliographies.
      guard
        isInverted || list.names.count > 1 || note.kind(index + 1) == .openQuote
          || note.kind(index - 1) == .closeBracket
      else { return nil }
      return index + 1 < note.count ? index + 1 : nil
    default:
      if note.tokens[index].isItalic, !note.tokens[index - 1].isItalic { return index }
      // A dot that belongs to the last name or mark may have ended the names as well.
      return note.kind(index - 1) == .dot && isInverted ? index : nil
    }
  }

  /// Reads a work that a possessive brings in.
  ///
  /// "Jonathan M. Metzl’s book, Dying of Whiteness (…)".
  private func withPossessive(from start: Int) -> Reading? {
    guard var list = names.list(at: start, inverted: false), let last = list.names.last,
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
    guard let found = withTitle(reading, at: next, allowsPlain: true), found.hasImprint else {
      return nil
    }
    return found
  }

  /// A body as author: "New South Wales Law Reform Commission, De Facto Relationships (1981)".
  private func withBody(from start: Int) -> Reading? {
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
      guard token.isCapitalized || note.isFunctionWord(end) else { break }
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
  private func withoutAuthors(from start: Int, allowsPlain: Bool) -> Reading? {
    guard start < note.count else { return nil }
    let isMarked =
      note.kind(start) == .openQuote
      || note.tokens[start].isItalic && (start == 0 || !note.tokens[start - 1].isItalic)
    guard isMarked || allowsPlain && note.isCapital(start) else { return nil }
    guard let found = withTitle(Reading(start: start), at: start, allowsPlain: !isMarked) else {
      return nil
    }
    if isMarked { return found.isFull ? found : nil }
    // A plain title without anybody's name needs place, publisher and year, or journal numbers.
    let isComplete =
      found.hasImprint && found.reference[.publisher] != nil && found.reference[.issued] != nil
    guard
      isComplete
        || found.hasNumbering && found.reference[.issued] != nil && found.reference[.page] != nil
    else { return nil }
    var weaker = found
    weaker.score -= 2
    return weaker
  }

  /// "Edith Marlowe to Clara Whitfield, 3 June 1932, in The Letters …".
  private func letter(_ start: Reading, after index: Int) -> Reading? {
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
  private func message(_ start: Reading, after index: Int) -> Reading? {
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
  private func issueOfNewspaper(from start: Int) -> Reading? {
    guard note.isCapital(start) else { return nil }
    var end = start
    var isKnown = false
    while end < min(start + 8, note.count), note.kind(end) == .word,
      note.isCapital(end) || note.isFunctionWord(end)
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
    guard isKnown, note.kind(end) == .comma || note.kind(end) == .openBracket,
      dates.date(at: end + 1)?.hasMonth ?? false
    else { return nil }
    var reading = Reading(start: start)
    reading.container = start..<end
    reading.set(.containerTitle, start..<end, note)
    reading.range = start..<end
    reading.score = 2
    return finish(rest(reading, isBibliography: false))
  }

  /// Reads an author with a place and nothing else.
  ///
  /// "Finch, p. 15"
  private func authorAndPlace(from start: Int) -> Reading? {
    guard let list = names.list(at: start, inverted: false), list.isFamilyOnly,
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
  private func yearFirst(from start: Int) -> Reading? {
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

  /// Reads the title at `index` and everything after it.
  func withTitle(_ start: Reading, at index: Int, allowsPlain: Bool, isBibliography: Bool = false)
    -> Reading?
  {
    guard index < note.count,
      let title = title(at: index, allowsPlain: allowsPlain, isBibliography: isBibliography)
    else { return nil }
    var reading = start
    reading.isQuoted = title.isQuoted
    reading.isPart = title.isQuoted
    reading.title = title.range
    reading.set(.title, title.range, note)
    guard reading.reference[.title] != nil else { return nil }
    reading.range = reading.range.lowerBound..<title.end
    reading.score += title.isQuoted || title.isItalic ? 2 : plainTitleScore(title.range)
    return finish(rest(reading, isBibliography: isBibliography))
  }

  /// Title case speaks for a title, a sentence's small words against it.
  private func plainTitleScore(_ range: Range<Int>) -> Double {
    var capitals = 0
    var small = 0
    for index in range where note.kind(index) == .word && !note.isFunctionWord(index) {
      if note.tokens[index].isCapitalized { capitals += 1 } else { small += 1 }
    }
    guard let first = range.first, note.tokens[first].isCapitalized || note.kind(first) == .number
    else { return -2 }
    if small == 0 { return capitals > 1 ? 1 : 0.5 }
    return small > capitals * 3 && range.count > 18 ? -1 : 0
  }

  /// Whether a plain short form fills its clause: a title of two words at least up to the end.
  private func fillsClause(_ reading: Reading) -> Bool {
    guard let title = reading.title, let first = title.first, note.isCapital(first),
      title.count > 1, reading.reference[.author].first?.given.isEmpty ?? false
    else { return false }
    return endsCite(reading.range.upperBound)
  }

  /// In a short form, two words without a given name that is known are a double family name: "Ponce Marrero, Canarias".
  private func settleFamilies(_ reading: inout Reading) {
    for index in reading.reference[.author].indices {
      let name = reading.reference[.author][index]
      let first =
        name.given.split(whereSeparator: { $0 == "-" || $0 == " " }).first.map { $0.lowercased() }
        ?? ""
      guard !name.given.isEmpty, name.nonDroppingParticle.isEmpty, !name.given.utf8.contains(0x2E),
        first.utf8.count > 2, !Lexicon.givenNames.contains(first)
      else { continue }
      reading.reference[.author][index] = Name(family: name.given + " " + name.family)
    }
  }

  /// Turns what was read into a result, or nil where it is not enough for any kind of reference.
  private func finish(_ reading: Reading) -> Reading? {
    var reading = reading
    if reading.isFull { return reading.score >= 3 ? reading : nil }
    // A short form: a name and a title, with or without a place in it.
    guard reading.hasAuthors, reading.title != nil else { return nil }
    if reading.form == nil { reading.form = .short }
    // "Port Anselm, Town Archive, MS Harbour 1, fol. 2r" describes a source that is no publication.
    if reading.form == .short,
      reading.range.contains(where: {
        note.word($0).hasSuffix("archiv") || note.word($0).hasSuffix("archives")
      }), !reading.isQuoted
    {
      return nil
    }
    if reading.form == .short, let title = reading.title, !reading.isQuoted,
      title.contains(where: { Lexicon.archiveWords.contains(note.word($0)) })
    {
      return nil
    }
    settleFamilies(&reading)
    if reading.locator == nil, !reading.isQuoted {
      reading.score += fillsClause(reading) ? 0.6 : -1
    }
    return reading
  }
}
