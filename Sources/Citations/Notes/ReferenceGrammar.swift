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
  ///   - people: The names in natural order that begin there, read once for all grammars.
  /// - Returns: The reading with the highest score.
  func reading(at start: Int, allowsPlainTitle: Bool, people: NameReader.FoundList?) -> Reading? {
    var best: Reading?
    func offer(_ reading: Reading?) {
      guard let reading else { return }
      if best.map({ reading.score > $0.score }) ?? true { best = reading }
    }
    if let list = names.invertedList(at: start) ?? people {
      offer(withAuthors(list, from: start))
      // "Wolters, Deiche (wie Anm. 1)" only looks like "Mercer, Ada (ed.)".
      if list.names[0].isInverted, let people { offer(withAuthors(people, from: start)) }
      // "Smith, Jones and the Law": the list may have taken words of the title.
      if list.names.count > 1, list.strength == 0, let first = names.name(at: start) {
        offer(withAuthors(.init(names: [first], end: first.range.upperBound), from: start))
      }
    }
    offer(withBracketedAuthors(from: start))
    if let people {
      offer(withPossessive(people, from: start))
      offer(authorAndPlace(people, from: start))
    }
    offer(withBody(from: start))
    // A full reference with its authors is not read again as a title that begins with them.
    let isRead = best.map { $0.isFull && $0.hasAuthors && $0.score > 5 } ?? false
    offer(withoutAuthors(from: start, allowsPlain: allowsPlainTitle && !isRead))
    offer(yearFirst(from: start))
    offer(issueOfNewspaper(from: start))
    guard var found = best else { return nil }
    TypeInference.settle(&found, note)
    return found
  }

  /// Who stands first: names, then what they are, then a separator, then the title.
  private func withAuthors(_ list: NameReader.FoundList, from start: Int) -> Reading? {
    var reading = Reading(start: start)
    reading.hasAuthors = true
    reading.score = min(list.strength, 3) * 0.8 + (list.isFamilyOnly ? 0.3 : 1.2)
    var next = pseudonymEnd(list.end) ?? list.end
    if let role = roleMark(at: next) {
      reading.add(role: role.value, list, note)
      next = role.end
    } else {
      reading.add(.author, list, note)
    }
    // "Moor, JZ 1999, 44": lawyers leave the titles of articles out.
    if note.kind(next) == .comma || note.kind(next) == .colon,
      let journal = abbreviatedJournal(at: next + 1)
    {
      let end = take(journal, &reading)
      reading.range = reading.range.lowerBound..<end
      return finish(reading)
    }
    // "Whitfield’s “Fishermen”" is the business of `withPossessive`.
    guard !note.word(list.end - 1).hasSuffix("'s") || note.kind(list.end - 1) != .word else {
      return nil
    }
    // "*Paradise Lost*, IX. 342": what stands in italics is no author of something plain.
    if note.tokens[start].isItalic, note.tokens[list.end - 1].isItalic, list.strength < 2,
      next + 1 < note.count, !note.tokens[next + 1].isItalic, note.kind(next + 1) != .openQuote
    {
      return nil
    }
    if list.strength < 2, isTitleInItalics(from: start, past: next) { return nil }
    let isInverted = list.names.first?.isInverted ?? false
    reading.hasInvertedNames = isInverted
    if let letter = letter(reading, after: next) ?? message(reading, after: next) { return letter }
    if note.kind(next) == .comma || note.kind(next) == .colon,
      let review = review(reading, at: next + 1)
    {
      return review
    }
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

  /// "*Calendar of State Papers, Domestic*, 1603": what one stretch of italics holds is a title, its commas included.
  private func isTitleInItalics(from start: Int, past comma: Int) -> Bool {
    guard comma + 1 < note.count, start == 0 || !note.tokens[start - 1].isItalic else {
      return false
    }
    var end = start
    while end < note.count, note.tokens[end].isItalic { end += 1 }
    return end > comma + 1 && end + 1 < note.count && note.kind(end) != .dot
  }

  /// The token after a name in brackets beside the name.
  ///
  /// "[A. Clerk, pseud.]"
  private func pseudonymEnd(_ index: Int) -> Int? {
    guard note.kind(index) == .openBracket, let end = note.groupEnd(index), end - index < 12,
      (index..<end).contains(where: {
        ["pseud", "pseudonym", "alias", "née", "geb", "sic"].contains(note.word($0))
      })
    else { return nil }
    return end
  }

  /// "[Adam Kerr], *My Sluice*": authors who are not named on the title page.
  private func withBracketedAuthors(from start: Int) -> Reading? {
    guard note.kind(start) == .openBracket, note.word(start) == "[", let end = note.groupEnd(start),
      var list = names.list(at: start + 1), list.end == end - 1, !list.isFamilyOnly
    else { return nil }
    list.end = end
    return withAuthors(list, from: start)
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
    // "“Haizao shi” 海藻史": the title again in its own script.
    var end = title.end
    while end < note.count, note.isEastAsian(end) { end += 1 }
    reading.range = reading.range.lowerBound..<end
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
    guard !reading.hasInvertedNames else { return }
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
  func finish(_ reading: Reading) -> Reading? {
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
    // "BArch, R 43 I/1234": a title has a word in it.
    if reading.form == .short, let title = reading.title,
      !title.contains(where: {
        note.kind($0) == .word && note.tokens[$0].lower.utf8.count > 2 || note.tokens[$0].isItalic
      }), title.contains(where: { note.kind($0) == .slash })
    {
      return nil
    }
    if reading.form == .short, let title = reading.title, !reading.isQuoted,
      title.contains(where: { Lexicon.archiveWords.contains(note.word($0)) })
    {
      return nil
    }
    settleFamilies(&reading)
    // "(Liberal, Leeds West)" in brackets is no reference.
    if reading.locator == nil, !reading.isQuoted,
      note.kind(reading.range.lowerBound - 1) == .openBracket
    {
      return nil
    }
    if reading.locator == nil, !reading.isQuoted {
      reading.score += fillsClause(reading) ? 0.6 : -1
    }
    return reading
  }
}

extension NoteText {
  /// Whether a word is written in Chinese, Japanese or Korean.
  func isEastAsian(_ index: Int) -> Bool {
    guard kind(index) == .word, let first = tokens[index].lower.unicodeScalars.first else {
      return false
    }
    return (0x3040...0x9FFF).contains(first.value) || (0xAC00...0xD7AF).contains(first.value)
  }
}
