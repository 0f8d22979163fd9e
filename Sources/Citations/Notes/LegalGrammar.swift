/// Reads cases and statutes as lawyers cite them.
///
/// "Balfour v. Balfour [1919] 2 K.B. 571", "Trade Practices Act 1974 (Cwth.), s. 52".
///
/// Source: OSCOLA 4th ed., 2.1 "Cases" and 2.4 "Primary legislation"; The Bluebook, rule 10.
struct LegalGrammar {
  let note: NoteText
  let references: ReferenceGrammar

  init(_ references: ReferenceGrammar) {
    note = references.note
    self.references = references
  }

  /// The case or statute that begins at `start`, or nil.
  func reading(at start: Int) -> Reading? {
    guard note.isCapital(start) else { return nil }
    return caseReading(at: start) ?? germanCase(at: start) ?? statute(at: start)
  }

  /// "BVerfGE 7, 198 (205)", "BGH, Urteil vom 12.3.1984, NJW 1984, 1545 (1546)".
  ///
  /// Source: Byrd and Lehmann, Zitierfibel für Juristen, "Gerichtsentscheidungen".
  private func germanCase(at start: Int) -> Reading? {
    let word = note.string(start..<start + 1)
    var reading = Reading(start: start)
    reading.genre = .legalCase
    reading.reference.type = .legalCase
    var index = start
    // "OLG Hamm, Urt. v. …": the court and its town.
    let court =
      note.kind(start + 1) == .word && note.isCapital(start + 1) && note.kind(start + 2) == .comma
      ? start + 2 : start + 1
    if note.kind(court) == .comma,
      let decision = note.kind(court + 1) == .word ? court + 1 : nil,
      ["urteil", "beschluss", "beschluß", "urt", "beschl", "entscheidung"].contains(
        note.word(decision)),
      note.tokens[start].isAllCaps || word.hasSuffix("G") || word.hasPrefix("OLG")
        || word.hasPrefix("LG")
    {
      var next = note.kind(decision + 1) == .dot ? decision + 2 : decision + 1
      if ["vom", "v"].contains(note.word(next)) { next += note.kind(next + 1) == .dot ? 2 : 1 }
      guard let date = references.dates.date(at: next) else { return nil }
      reading.set(.authority, start..<court, note)
      reading.set(.issued, date.date, next..<date.end, note)
      reading.title = decision..<date.end
      reading.set(.title, decision..<date.end, note)
      let end = docket(after: date.end, &reading) ?? date.end
      reading.range = start..<end
      reading.score = 9
      let report =
        note.kind(end) == .comma || note.word(end) == "=" ? end + 1 : end
      guard note.isCapital(report), note.kind(report + 1) == .number else { return reading }
      index = report
    } else {
      guard word.utf8.count >= 3,
        word.hasSuffix("GE") || word.hasSuffix("GHZ") || word.hasSuffix("GHSt")
          || word.hasSuffix("GSt") || word == "RGZ"
      else { return nil }
      reading.score = 5
    }
    // The reporter: name, volume or year, first page, place.
    guard note.kind(index + 1) == .number, note.kind(index + 2) == .comma,
      note.kind(index + 3) == .number
    else { return index > start ? reading : nil }
    reading.container = index..<index + 1
    reading.set(.containerTitle, index..<index + 1, note)
    reading.set(.volume, index + 1..<index + 2, note)
    reading.setPages(index + 3..<index + 4, note)
    reading.hasNumbering = true
    reading.range = start..<index + 4
    if note.kind(index + 4) == .openBracket,
      let place = references.locators.locator(at: index + 5, bare: true),
      note.kind(place.end) == .closeBracket
    {
      reading.set(place, note)
      reading.range = start..<place.end + 1
    }
    return reading
  }

  /// "– II ZR 12/00": the number under which a court deals with a case; the token after it.
  private func docket(after index: Int, _ reading: inout Reading) -> Int? {
    guard let mark = note.kind(index), [.dash, .comma, .openBracket].contains(mark) else {
      return nil
    }
    let start =
      note.word(index + 1) == "az" ? index + (note.kind(index + 2) == .dot ? 3 : 2) : index + 1
    var end = start
    while end < min(start + 9, note.count),
      [.word, .number, .slash, .dot].contains(note.kind(end)),
      note.kind(end) != .dot || !note.isSentenceEnd(end)
    {
      end += 1
    }
    guard (start..<end).contains(where: { note.kind($0) == .slash }), note.kind(end - 1) == .number
    else { return nil }
    reading.set(.number, start..<end, note)
    if mark == .openBracket, note.kind(end) == .closeBracket { return end + 1 }
    if mark == .dash, note.kind(end) == .dash { return end + 1 }
    return end
  }

  // MARK: Cases

  private func caseReading(at start: Int) -> Reading? {
    guard let versus = partyEnd(start), ["v", "vs", "gegen"].contains(note.word(versus)) else {
      return nil
    }
    let second = note.kind(versus + 1) == .dot ? versus + 2 : versus + 1
    guard let end = partyEnd(second), end > second else { return nil }
    var reading = Reading(start: start)
    reading.title = start..<end
    reading.set(.title, start..<end, note)
    reading.genre = .legalCase
    reading.range = start..<end
    reading.score = 2.5
    let next = note.kind(end) == .comma ? end + 1 : end
    guard let found = yearAndReport(reading, at: next) ?? reportAndYear(reading, at: next) else {
      reading.form = .short
      if let found = place(reading, at: end) { return settled(found) }
      return nil
    }
    return settled(found)
  }

  private func settled(_ reading: Reading) -> Reading {
    var reading = reading
    reading.reference.type = .legalCase
    return reading
  }

  /// The end of a party's name: capitalised words, abbreviations and small words between them.
  private func partyEnd(_ start: Int) -> Int? {
    guard note.isCapital(start) else { return nil }
    var end = start
    var last = start
    while end < note.count, end - start < 14 {
      let token = note.tokens[end]
      switch token.kind {
      case .word:
        if ["v", "vs"].contains(token.lower) { return last }
        guard
          token.isCapitalized
            || [
              "of", "the", "and", "for", "de", "la", "du", "van", "von", "ex", "parte", "re", "plc",
              "ltd", "llp", "gmbh", "on", "in", "to",
            ].contains(token.lower)
        else { return last }
        if Lexicon.signals.match(note.tokens, at: end) != nil, token.has(.strongSignal) {
          return last
        }
        if token.isCapitalized || ["plc", "ltd", "llp", "gmbh"].contains(token.lower) {
          last = end + 1
        }
      case .dot
      where note.isAbbreviationDot(end) && !note.isSentenceEndAfterDot(end)
        || note.tokens[end - 1].isInitial:
        last = end + 1
      case .other where token.lower == "&": break
      case .openBracket:
        // "Smith (No. 2)"
        guard let group = note.groupEnd(end), note.word(end + 1) == "no", group - end < 7 else {
          return last
        }
        end = group
        last = end
        continue
      default: return last
      }
      end += 1
    }
    return last
  }

  /// Reads a year in brackets and a report.
  ///
  /// "[1919] 2 K.B. 571", "(1996) 39 N.S.W.L.R. 577 (N.S.W.C.A.)".
  private func yearAndReport(_ start: Reading, at index: Int) -> Reading? {
    guard note.kind(index) == .openBracket, let group = references.imprints.group(at: index),
      group.isDateOnly, let date = group.date, let range = group.dateRange
    else { return nil }
    var reading = start
    reading.set(.issued, date.date, range, note)
    reading.range = start.range.lowerBound..<group.end
    guard let found = report(reading, at: group.end) else { return nil }
    return court(found)
  }

  /// Reads a report and a year in brackets.
  ///
  /// "83 U.S. (16 Wall) 130 (1873)".
  private func reportAndYear(_ start: Reading, at index: Int) -> Reading? {
    guard note.kind(index) == .number, var reading = report(start, at: index) else { return nil }
    let next =
      note.kind(reading.range.upperBound) == .comma
      ? reading.range.upperBound + 1 : reading.range.upperBound
    guard note.kind(next) == .openBracket, let end = note.groupEnd(next), end - next <= 8,
      let year = (next + 1..<end - 1).last(where: { note.tokens[$0].isYear }),
      let date = references.dates.year(at: year)
    else { return nil }
    reading.set(.issued, date.date, year..<year + 1, note)
    if year > next + 1 { reading.set(.authority, next + 1..<year, note) }
    reading.range = reading.range.lowerBound..<end
    return reading
  }

  /// Reads volume, reporter, first page and the place meant.
  ///
  /// Volume, reporter, first page and the place meant: "2 K.B. 571, 579".
  private func report(_ start: Reading, at index: Int) -> Reading? {
    var reading = start
    var next = index
    if note.kind(next) == .number, !note.tokens[next].isYear {
      reading.set(.volume, next..<next + 1, note)
      next += 1
    }
    let first = next
    while next < note.count, next - first < 16 {
      let token = note.tokens[next]
      if token.kind == .openBracket, let group = note.groupEnd(next), group - next <= 5,
        !note.tokens[next + 1].isYear
      {
        next = group
        continue
      }
      guard
        token.kind == .word && token.isCapitalized || token.kind == .dot
          || token.kind == .other && token.lower == "&" || isSeriesMark(next)
      else { break }
      next += 1
    }
    guard next > first, note.isCapital(first),
      let page = references.locators.locator(at: next, bare: true), page.label == .page,
      note.kind(next) == .number
    else { return nil }
    reading.container = first..<next
    reading.set(.containerTitle, first..<next, note)
    reading.hasNumbering = true
    let comma = page.value.first { note.kind($0) == .comma }
    reading.setPages(page.value.lowerBound..<(comma ?? page.value.upperBound), note)
    if let comma, let place = references.locators.locator(at: comma + 1, bare: true) {
      reading.set(place, note)
    }
    reading.range = reading.range.lowerBound..<page.end
    reading.score += 3.5
    return place(reading, at: page.end) ?? reading
  }

  /// The "3d" of "F.3d": the series of a reporter, glued to its name.
  private func isSeriesMark(_ index: Int) -> Bool {
    note.kind(index) == .number && !note.tokens[index].isSpaced && note.kind(index - 1) == .dot
      && note.tokens[index].lower.hasSuffix("d")
  }

  /// Reads the place meant.
  ///
  /// ", at 185", ", s. 52": the place meant.
  private func place(_ start: Reading, at index: Int) -> Reading? {
    let next = note.kind(index) == .comma ? index + 1 : index
    guard
      let found = references.locators.locator(
        at: next, bare: note.kind(index) == .comma && start.locator == nil && start.container != nil
      ), start.locator == nil
    else { return nil }
    var reading = start
    reading.set(found, note)
    reading.range = reading.range.lowerBound..<found.end
    return reading
  }

  /// "(N.S.W.C.A.)": the court, in brackets after the report.
  private func court(_ start: Reading) -> Reading {
    let index = start.range.upperBound
    guard note.kind(index) == .openBracket, let end = note.groupEnd(index), end - index <= 14,
      note.isCapital(index + 1),
      (index + 1..<end - 1).allSatisfy({ note.kind($0) == .dot || note.isCapital($0) })
    else { return start }
    var reading = start
    reading.set(.authority, index + 1..<end - 1, note)
    reading.range = reading.range.lowerBound..<end
    // "(HL) 618", "(CA), 312": the place meant after the court.
    let next = note.kind(end) == .comma ? end + 1 : end
    if reading.locator == nil, note.kind(next) == .number,
      let place = references.locators.locator(at: next, bare: true)
    {
      reading.set(place, note)
      reading.range = reading.range.lowerBound..<place.end
    }
    return reading
  }

  // MARK: Statutes

  private func statute(at start: Int) -> Reading? {
    var end = start
    var nameEnd: Int?
    let kinds: Set<String> = ["act", "code", "ordinance", "regulations", "bill", "statute"]
    while end < note.count, end - start < 18 {
      let token = note.tokens[end]
      if token.kind == .openBracket, let group = note.groupEnd(end), group - end < 10,
        note.kind(group) == .word
      {
        end = group
        continue
      }
      guard
        token.kind == .word && (token.isCapitalized || note.isFunctionWord(end))
          || token.kind == .dot && note.isAbbreviationDot(end)
      else { break }
      if kinds.contains(token.lower), end > start { nameEnd = end + 1 }
      end += 1
    }
    guard let nameEnd, note.kind(nameEnd) == .number, note.tokens[nameEnd].isYear,
      let year = references.dates.year(at: nameEnd)
    else { return nil }
    var reading = Reading(start: start)
    reading.title = start..<nameEnd
    reading.set(.title, start..<nameEnd, note)
    reading.set(.issued, year.date, nameEnd..<year.end, note)
    reading.range = start..<year.end
    reading.score = 3.5
    if note.kind(year.end) == .openBracket, let group = note.groupEnd(year.end),
      group - year.end <= 9, note.isCapital(year.end + 1)
    {
      reading.set(.jurisdiction, year.end + 1..<group - 1, note)
      reading.range = start..<group
      reading.score += 1
    }
    reading.reference.type = .legislation
    var result = place(reading, at: reading.range.upperBound) ?? reading
    result.reference.type = .legislation
    return result
  }
}
