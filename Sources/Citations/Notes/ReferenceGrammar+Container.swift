extension ReferenceGrammar {
  /// What a part stands in, after "in": editors before or after it, its title; the token after it, or nil.
  func container(at start: Int, _ reading: inout Reading) -> Int? {
    if let back = Lexicon.backReferences.match(note.tokens, at: start), back.value != "opcit" {
      let isPlace =
        note.kind(back.end) == nil
        || note.kind(back.end) == .comma
          && locators.locator(at: back.end + 1, bare: true) != nil
      guard isPlace else {
        return editedContainer(at: back.end, idem: true, &reading)
      }
      reading.form = .ibid
      reading.score += 2
      return back.end
    }
    return editedContainer(at: start, idem: false, &reading)
  }

  private func editedContainer(at start: Int, idem: Bool, _ reading: inout Reading) -> Int? {
    var index = start
    var trial = reading
    if idem, let mark = bracketRole(at: index) ?? commaRole(at: index) {
      index = mark.end
    } else if let list = names.list(at: index),
      let mark = bracketRole(at: list.end) ?? commaRole(at: list.end)
    {
      trial.add(role: mark.value, list, note)
      index = mark.end
    } else if let list = names.list(at: index), list.strength >= 1,
      note.kind(list.end) == .comma || note.kind(list.end) == .colon,
      list.end + 1 < note.count,
      note.tokens[list.end + 1].isItalic || note.kind(list.end) == .colon
        || list.strength >= 2 && !list.isFamilyOnly
          && hasPlainContainer(at: list.end + 1)
    {
      // "in Hans Müller: Titel" names the author of the whole.
      trial.add(.containerAuthor, list, note)
      index = list.end
    }
    while note.kind(index) == .comma || note.kind(index) == .colon { index += 1 }
    if let back = Lexicon.backReferences.match(note.tokens, at: index),
      isBackReference(back, from: index)
    {
      // "in Thornton (ed.), op. cit., n. 4": the whole stands in another note.
      trial.form = .opCit
      trial.score += 2
      let end = noteNumber(at: back.end, &trial) ?? back.end
      reading = trial
      return end
    }
    guard index < note.count,
      let title = title(at: index, allowsPlain: true, isBibliography: false).flatMap({
        isLikelyContainer($0) ? $0 : nil
      })
        ?? plainContainer(at: index)
    else { return nil }
    trial.container = title.range
    trial.hasImprint =
      trial.hasImprint
      || title.range.contains {
        Lexicon.encyclopediaWords.contains(note.word($0))
          || Lexicon.dictionaryWords.contains(note.word($0))
      }
    trial.isPart = true
    trial.set(.containerTitle, title.range, note)
    trial.score += 2
    reading = trial
    return title.end
  }

  private func isLikelyContainer(_ title: FoundTitle) -> Bool {
    title.isQuoted || title.isItalic
  }

  private func plainContainer(at index: Int) -> FoundTitle? {
    guard note.isCapital(index) || note.kind(index) == .number,
      let end = plainEnd(from: index, isContainer: true, isBibliography: false), end > index,
      end - index < 40
    else { return nil }
    return FoundTitle(range: index..<end, end: end, isQuoted: false, isItalic: false)
  }

  /// Whether a plain title with an element after it begins at `index`.
  private func hasPlainContainer(at index: Int) -> Bool {
    guard let title = plainContainer(at: index) else { return false }
    return isElementAfterContainer(title.end)
  }

  private func bracketRole(at index: Int) -> (value: String, end: Int)? {
    guard note.kind(index) == .openBracket, let end = note.groupEnd(index), end - index <= 8,
      let mark = Lexicon.roleMarks.match(note.tokens, at: index + 1), mark.end <= end
    else { return nil }
    return (mark.value, end)
  }

  private func commaRole(at index: Int) -> (value: String, end: Int)? {
    let start = note.kind(index) == .comma ? index + 1 : index
    guard let mark = Lexicon.roleMarks.match(note.tokens, at: start),
      [.comma, .colon].contains(note.kind(mark.end))
    else { return nil }
    return mark
  }

  /// A journal, newspaper or site right after a title in quotation marks; the token after it, or nil.
  func journal(at index: Int, _ reading: inout Reading) -> Int? {
    guard note.isCapital(index) || note.tokens[index].isItalic || note.kind(index) == .openQuote,
      !imprints.isKnownPlaceImprint(at: index)
    else { return nil }
    if Lexicon.theses.match(note.tokens, at: index) != nil
      || Lexicon.reports.match(note.tokens, at: index).map({ $0.end > index + 1 }) ?? false
    {
      return nil
    }
    let found: FoundTitle
    if note.tokens[index].isItalic,
      let italic = title(at: index, allowsPlain: false, isBibliography: false)
    {
      found = italic
    } else if note.kind(index) != .openQuote,
      let end = plainEnd(from: index, isContainer: true, isBibliography: false), end > index,
      end - index < 24
    {
      found = FoundTitle(range: index..<end, end: end, isQuoted: false, isItalic: false)
    } else {
      return nil
    }
    let small = found.range.filter {
      note.kind($0) == .word && !note.tokens[$0].isCapitalized && !note.isFunctionWord($0)
    }.count
    guard
      found.isItalic || small * 2 <= found.range.count || note.has(.journal, found.range.lowerBound)
    else { return nil }
    // What follows must be an element; a plain run up to the end of a sentence is prose.
    guard found.isItalic || found.end >= note.count || isElementAfterContainer(found.end) else {
      return nil
    }
    reading.container = found.range
    reading.set(.containerTitle, found.range, note)
    reading.score += found.isItalic ? 2 : 1
    return found.end
  }

  /// Reads a journal in quotation marks after a title in italics, as Italians write it.
  ///
  /// "Anna Conti, *La torba*, «Rivista friulana», XII, 1988".
  func quotedJournal(at index: Int, _ reading: inout Reading) -> Int? {
    guard !reading.isQuoted, reading.container == nil, !reading.hasImprint,
      note.kind(index) == .openQuote, let end = note.groupEnd(index), end - index > 2,
      isElementAfterContainer(end) || series(after: end) != nil
        || note.kind(end) == .comma && note.isRomanAt(end + 1)
    else { return nil }
    reading.container = index + 1..<end - 1
    reading.set(.containerTitle, index + 1..<end - 1, note)
    reading.isQuoted = true
    reading.isPart = true
    reading.score += 2
    return series(after: end) ?? end
  }

  /// Passes over the series of a journal.
  ///
  /// ", s. V"
  private func series(after index: Int) -> Int? {
    guard note.kind(index) == .comma, ["s", "ser", "serie"].contains(note.word(index + 1)) else {
      return nil
    }
    let number = note.kind(index + 2) == .dot ? index + 3 : index + 2
    return note.isRomanAt(number) || note.kind(number) == .number ? number + 1 : nil
  }

  private func isElementAfterContainer(_ index: Int) -> Bool {
    switch note.kind(index) {
    case .comma, .colon, .dot: isElement(index + 1, isContainer: true)
    case .openBracket: isBracketElement(index)
    default: isElement(index, isContainer: true)
    }
  }

  /// Reads the numbers of a volume.
  ///
  /// The numbers of a volume: "12, no. 3", "66, 3", "vol. 12", "12/3", "12 (3)", "Jg. 12, H. 3"; the token after them.
  func numbering(at index: Int, _ reading: inout Reading) -> Int? {
    if let ordinal = ordinalVolume(at: index, &reading) { return ordinal }
    if let cue = Lexicon.numberCues.match(note.tokens, at: index),
      let end = locators.number(at: cue.end) ?? (note.isCapitalRoman(cue.end) ? cue.end + 1 : nil)
    {
      guard !(cue.value == "part" && reading.container == nil),
        !(note.word(index) == "n" && note.kind(cue.end) == .number && reading.container == nil)
      else { return nil }
      let value = rangeEnd(cue.end, end)
      switch cue.value {
      case "volume": reading.set(.volume, value, note)
      // "in *The Complete Poems* (Boston, 1960), no. 986": the number of a poem.
      case "issue" where reading.container != nil && reading.hasImprint: return nil
      case "issue" where reading.container != nil || reading.isQuoted:
        reading.set(.issue, value, note)
      case "issue" where reading.reference[.collectionTitle] != nil:
        reading.set(.collectionNumber, value, note)
      case "issue": reading.set(.number, value, note)
      case "part": reading.set(.part, value, note)
      default: return nil
      }
      if reading.container != nil { reading.hasNumbering = true }
      reading.score += 1.5
      // "vol. 2, The Age of Herring (Oxford: …)"
      if cue.value == "volume", reading.container == nil, !reading.hasImprint,
        note.kind(value.upperBound) == .comma, note.isCapital(value.upperBound + 1),
        !isElement(value.upperBound + 1, isContainer: false),
        let end = plainEnd(from: value.upperBound + 1, isContainer: false, isBibliography: false),
        imprints.group(at: end).map({ $0.place != nil }) ?? false
      {
        reading.set(.volumeTitle, value.upperBound + 1..<end, note)
        return end
      }
      // "t. I, *La République*, Paris"
      if cue.value == "volume", reading.container == nil, !reading.hasImprint,
        note.kind(value.upperBound) == .comma, value.upperBound + 1 < note.count,
        note.tokens[value.upperBound + 1].isItalic,
        let title = title(at: value.upperBound + 1, allowsPlain: false, isBibliography: false)
      {
        reading.set(.volumeTitle, title.range, note)
        return title.end
      }
      // "vol. 3 of Histoire du littoral"
      if cue.value == "volume", reading.container == nil, note.kind(value.upperBound) == .colon,
        note.isCapital(value.upperBound + 1),
        let end = plainEnd(from: value.upperBound + 1, isContainer: false, isBibliography: false),
        end > value.upperBound + 1
      {
        // "tome 1 : L’intrigue"
        reading.set(.volumeTitle, value.upperBound + 1..<end, note)
        return end
      }
      if cue.value == "volume", reading.container == nil, note.word(value.upperBound) == "of",
        let end = plainEnd(from: value.upperBound + 1, isContainer: false, isBibliography: false),
        end > value.upperBound + 1
      {
        reading.set(.collectionTitle, value.upperBound + 1..<end, note)
        return end
      }
      return value.upperBound
    }
    // "«Rivista friulana», XII, 1988": the volume before the year.
    if reading.container != nil, reading.reference[.volume] == nil, note.isRomanAt(index),
      note.kind(index + 1) == .comma, dates.year(at: index + 2) != nil
    {
      reading.set(.volume, index..<index + 1, note)
      reading.hasNumbering = true
      reading.score += 2
      return index + 1
    }
    // "II, pp. 301–22": the volume of a work in several, before the pages.
    if reading.reference[.volume] == nil, note.tokens[index].isRoman || note.isCapitalRoman(index),
      note.kind(index + 1) == .comma,
      let label = Lexicon.locatorLabels.match(note.tokens, at: index + 2), label.value == "page"
    {
      reading.set(.volume, index..<index + 1, note)
      return index + 1
    }
    guard reading.container != nil, !reading.hasNumbering, reading.reference[.volume] == nil,
      reading.reference[.issued] == nil || reading.hasLeadingDate, isNumbering(index),
      !isPageList(index)
    else { return nil }
    // A year that stands for the volume is the date.
    if note.tokens[index].isYear, note.kind(index + 1) == .comma || note.kind(index + 1) == nil {
      return nil
    }
    var end = rangeEnd(index, index + 1).upperBound
    reading.set(.volume, index..<end, note)
    reading.hasNumbering = true
    reading.score += 2
    if let issue = issue(at: end) {
      reading.set(.issue, issue.value, note)
      end = issue.end
    }
    return end
  }

  /// Reads a volume whose number comes first.
  ///
  /// "12. Jg.", "3. Bd.".
  private func ordinalVolume(at index: Int, _ reading: inout Reading) -> Int? {
    guard note.kind(index) == .number, note.kind(index + 1) == .dot,
      let cue = Lexicon.numberCues.match(note.tokens, at: index + 2), cue.value == "volume",
      note.word(index + 2) != "t", note.kind(cue.end) != .number
    else { return nil }
    reading.set(.volume, index..<index + 1, note)
    if reading.container != nil { reading.hasNumbering = true }
    reading.score += 1.5
    return cue.end
  }

  /// A range of volumes or issues: "3–4", "1/2".
  private func rangeEnd(_ start: Int, _ end: Int) -> Range<Int> {
    guard note.kind(end) == .dash || note.kind(end) == .slash, end + 1 < note.count,
      !note.tokens[end].isSpaced, !note.tokens[end + 1].isSpaced,
      note.kind(end) == .dash || false, locators.number(at: end + 1) != nil
    else { return start..<end }
    return start..<end + 2
  }

  /// The issue after a volume's number: ", 3 (", "/3", ".3", "(3)", ":3 (".
  private func issue(at index: Int) -> (value: Range<Int>, end: Int)? {
    switch note.kind(index) {
    case .comma:
      guard note.kind(index + 1) == .number, !note.tokens[index + 1].isYear else { return nil }
      let value = rangeEnd(index + 1, index + 2)
      guard
        note.kind(value.upperBound) == .openBracket
          || (note.kind(value.upperBound) == .comma
            && dates.date(at: value.upperBound + 1) ?? dates.year(at: value.upperBound + 1) != nil)
      else { return nil }
      return (value, value.upperBound)
    case .slash, .dot:
      guard note.kind(index + 1) == .number, index + 1 < note.count,
        !note.tokens[index + 1].isSpaced, !note.tokens[index + 1].isYear
      else { return nil }
      let value = rangeEnd(index + 1, index + 2)
      return (value, value.upperBound)
    case .colon:
      guard note.kind(index + 1) == .number, note.kind(index + 2) == .openBracket,
        imprints.group(at: index + 2)?.isDateOnly ?? false
      else { return nil }
      return (index + 1..<index + 2, index + 2)
    case .openBracket:
      guard let end = note.groupEnd(index), note.kind(index + 1) == .number,
        !note.tokens[index + 1].isYear, end - index <= 5
      else { return nil }
      return (index + 1..<end - 1, end)
    default: return nil
    }
  }

  /// "44, 51" at the end of a reference is two pages, not volume and issue.
  private func isPageList(_ index: Int) -> Bool {
    guard let found = locators.locator(at: index, bare: true) else { return false }
    return endsCite(found.end)
      && (found.isRange || note.kind(found.end) != .openBracket && note.kind(index + 1) != .slash)
  }

  /// "27 Political Studies 183, 185" after a year in brackets: volume, journal, first page, place.
  func yearFirstJournal(_ start: Reading, at index: Int) -> Reading? {
    var reading = start
    var next = index
    if note.kind(next) == .number, !note.tokens[next].isOrdinal {
      reading.set(.volume, next..<next + 1, note)
      next += 1
      if note.kind(next) == .openBracket, let issue = issue(at: next) {
        reading.set(.issue, issue.value, note)
        next = issue.end
      }
    }
    let first = next
    while next < note.count, next - first < 16 {
      let token = note.tokens[next]
      guard
        token.kind == .word && (token.isCapitalized || note.isFunctionWord(next))
          || token.kind == .dot || token.kind == .other && token.lower == "&" || token.kind == .dash
      else { break }
      if token.kind == .dot, note.isSentenceEnd(next), !note.isAbbreviationDot(next) { break }
      next += 1
    }
    if note.kind(next) == .comma { next += 1 }
    guard next > first, note.isCapital(first), let page = locators.locator(at: next, bare: true),
      page.label == .page
    else { return nil }
    reading.container = first..<next
    reading.set(.containerTitle, note.trimmed(first..<next), note)
    reading.hasNumbering = true
    // The first number is where the work begins; what follows after a comma is the place meant.
    let comma = page.value.first { note.kind($0) == .comma }
    reading.setPages(page.value.lowerBound..<(comma ?? page.value.upperBound), note)
    if let comma, let place = locators.locator(at: comma + 1, bare: true) {
      reading.set(place, note)
    }
    reading.range = reading.range.lowerBound..<page.end
    reading.score += 4
    return reading
  }
}

extension ImprintReader {
  /// Whether a known city begins an imprint at `index`, so that it is no journal.
  func isKnownPlaceImprint(at index: Int) -> Bool {
    guard let imprint = bare(at: index), let place = imprint.place else { return false }
    return isKnownPlace(place)
  }
}
