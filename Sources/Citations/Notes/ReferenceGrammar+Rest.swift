extension ReferenceGrammar {
  /// Takes every element after the title that is known, in any order.
  func rest(_ start: Reading, isBibliography: Bool) -> Reading {
    var reading = start
    var elements = 0
    while elements < 24, let index = afterSeparators(reading, isBibliography),
      let next = element(at: index, &reading), next > index
    {
      reading.range = reading.range.lowerBound..<next
      elements += 1
    }
    return reading
  }

  /// The token after the commas, colons and stops that stand between two elements, or nil at the end of the reference.
  private func afterSeparators(_ reading: Reading, _ isBibliography: Bool) -> Int? {
    var index = reading.range.upperBound
    let depth = note.tokens[reading.range.lowerBound].depth
    while index < note.count {
      guard note.tokens[index].depth >= depth else { return nil }
      switch note.kind(index) {
      case .comma, .colon: index += 1
      case .other where note.word(index) == "<" || note.word(index) == ">": index += 1
      case .dash where note.tokens[index].isSpaced && isElement(index + 1, isContainer: false):
        index += 1
      case .dot, .exclamation:
        let isEnd = note.isSentenceEnd(index) || index + 1 >= note.count
        if isEnd, !isBibliography,
          reading.reference[.issued] != nil || !isElement(index + 1, isContainer: reading.isPart)
        {
          guard !isAddress(index + 1), Lexicon.accessCues.match(note.tokens, at: index + 1) == nil
          else { return index + 1 }
          return nil
        }
        if isEnd, isBibliography, !isElement(index + 1, isContainer: true),
          !(reading.isPart && reading.container == nil)
        {
          return nil
        }
        index += 1
      case .semicolon, .closeBracket, .closeQuote: return nil
      default: return index
      }
    }
    return nil
  }

  /// Reads the element that begins at `index`; the token after it, or nil where nothing known begins.
  private func element(at index: Int, _ reading: inout Reading) -> Int? {
    if let end = address(at: index, &reading) ?? access(at: index, &reading) { return end }
    if let end = standardNumber(at: index, &reading) { return end }
    if note.kind(index) == .openBracket { return group(at: index, &reading) }
    if let end = backReference(at: index, &reading) { return end }
    if let cue = roleCue(at: index), let list = names.list(at: cue.end, inverted: false) {
      reading.add(role: cue.value, list, note)
      return list.end
    }
    if let edition = imprints.edition(at: index) {
      reading.setEdition(edition, note)
      return edition.upperBound
    }
    if reading.container == nil, !reading.hasImprint, let start = containerCue(at: index),
      let end = container(at: start, &reading)
    {
      return end
    }
    if reading.isQuoted, let end = reviewed(at: index, &reading) { return end }
    if let end = genre(at: index, &reading) { return end }
    if reading.genre == .thesis, reading.reference[.publisher] == nil,
      let school = school(at: index)
    {
      reading.set(.publisher, school, note)
      return school.upperBound
    }
    if reading.container == nil, !reading.hasImprint,
      let found = volumeFirstJournal(at: index) ?? abbreviatedJournal(at: index)
    {
      return take(found, &reading)
    }
    if let end = quotedJournal(at: index, &reading) { return end }
    if reading.isQuoted || reading.hasLeadingDate, reading.container == nil, !reading.hasImprint,
      reading.reference[.issued] == nil || reading.hasLeadingDate,
      let end = journal(at: index, &reading)
    {
      return end
    }
    if let volumes = imprints.volumeCount(at: index) {
      reading.set(.numberOfVolumes, volumes.value, note)
      return volumes.end
    }
    if let end = numbering(at: index, &reading) { return end }
    if let end = date(at: index, &reading) { return end }
    if let end = pages(at: index, &reading, bare: false) { return end }
    if reading.reference[.collectionTitle] == nil,
      let series = imprints.series(at: index, note.count), !reading.hasNumbering,
      series.number != nil || note.kind(series.end) == .openBracket
    {
      reading.set(.collectionTitle, series.title, note)
      if let number = series.number { reading.set(.collectionNumber, number, note) }
      reading.score += 1.5
      return series.end
    }
    if reading.reference[.publisherPlace] == nil, reading.reference[.publisher] == nil,
      let imprint = imprints.bare(at: index)
        ?? (isAfterMarkedTitle(reading) ? imprints.unknown(at: index) : nil)
    {
      moveFirstDate(before: imprint, &reading)
      reading.apply(imprint, note)
      return imprint.end
    }
    if let end = pages(at: index, &reading, bare: true) { return end }
    return yearAlone(at: index, &reading)
  }

  /// Whether the title before is in italics, so that plain words after it are something else.
  private func isAfterMarkedTitle(_ reading: Reading) -> Bool {
    guard let title = reading.container ?? reading.title, let last = title.last else {
      return false
    }
    return note.tokens[last].isItalic && (reading.container == nil || !reading.hasNumbering)
  }

  /// "[1965], Paris, La Découverte, 1990": a year before the imprint is that of the first edition.
  private func moveFirstDate(before imprint: Imprint, _ reading: inout Reading) {
    guard imprint.date != nil, let first = reading.reference[.issued],
      reading.reference[.originalDate] == nil,
      !reading.hasDay, let field = reading.fields.firstIndex(where: { $0.variable == "issued" })
    else { return }
    reading.reference[.issued] = nil
    reading.reference[.originalDate] = first
    reading.fields[field].variable = "original-date"
  }

  /// What stands in brackets after the title: imprint, date, series, address, date of access.
  private func group(at index: Int, _ reading: inout Reading) -> Int? {
    guard let end = note.groupEnd(index) else { return nil }
    if isAddressGroup(index) || isAccessGroup(index) {
      var next = index + 1
      var found = false
      while next < end - 1, let after = address(at: next, &reading) ?? access(at: next, &reading) {
        found = true
        next = note.kind(after) == .comma ? after + 1 : after
      }
      return found ? end : nil
    }
    if let label = noteInBrackets(at: index), !reading.isFull {
      reading.form = .opCit
      reading.refersTo = label.value
      reading.score += 4
      return label.end
    }
    if let place = locators.locator(at: index + 1, bare: false), place.end == end - 1,
      reading.isFull
    {
      if place.label == .page, place.isRange, reading.container != nil,
        reading.reference[.page] == nil, !reading.hasImprint, !reading.hasNumbering
      {
        // "(pp. 215–224)" before the imprint: the pages of the part.
        reading.setPages(place.value, note)
        return end
      }
      // "pp. 131–56 (p. 140)"
      guard reading.locator == nil else { return nil }
      reading.set(place, note)
      return end
    }
    if isGenreGroup(index) {
      reading.set(.genre, index + 1..<end - 1, note)
      return end
    }
    guard let imprint = imprints.group(at: index) else {
      return event(at: index, &reading) ?? translation(at: index, reading)
    }
    if imprint.date != nil, reading.genre == .personalCommunication,
      let written = reading.reference[.issued], reading.reference[.originalDate] == nil,
      let field = reading.fields.firstIndex(where: { $0.variable == "issued" })
    {
      // A letter has its own date and that of the book in which it is printed.
      reading.reference[.issued] = nil
      reading.reference[.originalDate] = written
      reading.fields[field].variable = "original-date"
      reading.apply(imprint, note)
      return end
    }
    if imprint.date != nil, reading.reference[.issued] != nil {
      // "Berlin 1998 (zuerst 1931)" and "[1931]" give the first edition; a second imprint is another matter.
      guard imprint.isDateOnly, reading.reference[.originalDate] == nil, let date = imprint.date,
        let range = imprint.dateRange
      else { return nil }
      reading.set(.originalDate, date.date, range, note)
      return end
    }
    if imprint.isDateOnly, reading.isQuoted, reading.container == nil {
      var trial = reading
      trial.apply(imprint, note)
      if let journal = yearFirstJournal(trial, at: end) {
        reading = journal
        return journal.range.upperBound
      }
    }
    reading.apply(imprint, note)
    if imprint.isDateOnly, reading.hasNumbering { reading.score += 1 }
    return end
  }

  /// Reads what points to a reference made before.
  ///
  /// "op. cit., n. 57", "supra note 3": the title before it, if any, is a short form.
  private func backReference(at index: Int, _ reading: inout Reading) -> Int? {
    guard let back = Lexicon.backReferences.match(note.tokens, at: index),
      isBackReference(back, from: index)
    else { return nil }
    reading.form = back.value == "opcit" ? .opCit : .ibid
    reading.score += 4
    return noteNumber(at: back.end, &reading) ?? back.end
  }

  /// Reads brackets that point to a note.
  ///
  /// "(wie Anm. 1)", "(n. 3)", "(see note 12)": the number, and the token after the brackets.
  func noteInBrackets(at index: Int) -> (value: String, end: Int)? {
    guard note.kind(index) == .openBracket, let end = note.groupEnd(index), end - index <= 7 else {
      return nil
    }
    var next = index + 1
    while ["wie", "as", "in", "see", "siehe", "s", "above", "supra", "cf", "vgl", "oben", "voir"]
      .contains(note.word(next))
    {
      next += 1
      if note.kind(next) == .dot { next += 1 }
    }
    guard let label = Lexicon.locatorLabels.match(note.tokens, at: next), label.value == "note",
      note.kind(label.end) == .number,
      label.end + 2 == end
    else { return nil }
    return (note.word(label.end), end)
  }

  /// Reads the number of the note that a back reference points to.
  ///
  /// ", n. 57", "note 3", "Anm. 12": the note that a back reference points to.
  func noteNumber(at index: Int, _ reading: inout Reading) -> Int? {
    var next = index
    if note.kind(next) == .openBracket, let group = imprints.group(at: next), group.isDateOnly {
      reading.apply(group, note)
      next = group.end
    }
    let isBracketed = note.kind(next) == .openBracket
    let start = note.kind(next) == .comma || isBracketed ? next + 1 : next
    guard let label = Lexicon.locatorLabels.match(note.tokens, at: start), label.value == "note",
      note.kind(label.end) == .number
    else {
      return next > index ? next : nil
    }
    reading.refersTo = note.word(label.end)
    let end = label.end + 1
    return isBracketed && note.kind(end) == .closeBracket ? end + 1 : end
  }

  /// Reads what a thesis or a report calls itself.
  ///
  /// "PhD diss.", "working paper no. 12", "unpublished manuscript".
  private func genre(at index: Int, _ reading: inout Reading) -> Int? {
    guard reading.reference[.genre] == nil else { return nil }
    if var thesis = Lexicon.theses.match(note.tokens, at: index) {
      // "thèse de doctorat en histoire moderne": the subject belongs to the kind.
      var subject = thesis.end
      while subject < min(thesis.end + 7, note.count),
        note.kind(subject) == .word && !note.tokens[subject].isCapitalized
          || note.kind(subject) == .number && !note.tokens[subject].isYear
      {
        subject += 1
      }
      if note.kind(subject) == .comma { thesis.end = subject }
      reading.set(.genre, index..<thesis.end, note)
      reading.genre = .thesis
      reading.score += 2
      if let school = school(at: thesis.end + 1) {
        reading.set(.publisher, school, note)
        return school.upperBound
      }
      if note.kind(thesis.end) == .comma,
        let place = imprints.textEnd(at: thesis.end + 1, note.count), place - thesis.end < 14
      {
        // "PhD diss., University of Leeds, 1931", "Diss. phil. Berlin 1931".
        reading.set(.publisher, thesis.end + 1..<place, note)
        return place
      }
      return thesis.end
    }
    if let report = reportCue(at: index) {
      reading.set(.genre, index..<report.end, note)
      reading.genre = .report
      reading.score += 1.5
      guard note.kind(report.end) != .openBracket else { return report.end }
      let next = Lexicon.numberCues.match(note.tokens, at: report.end)?.end ?? report.end
      if note.kind(next) == .number {
        reading.set(.number, next..<next + 1, note)
        return next + 1
      }
      return report.end
    }
    return nil
  }

  /// A university with its number: "université Lyon 2", "Université de Paris IV-Sorbonne".
  private func school(at start: Int) -> Range<Int>? {
    guard note.kind(start - 1) == .comma, note.word(start).hasPrefix("univ") else { return nil }
    var end = start
    while end < min(start + 12, note.count), note.kind(end) != .comma,
      note.kind(end) != .semicolon, !note.tokens[end].isYear, !note.isSentenceEnd(end)
    {
      end += 1
    }
    return note.kind(end) == .comma ? start..<end : nil
  }

  private func date(at start: Int, _ reading: inout Reading) -> Int? {
    // "Emder Zeitung vom 3. Februar 1962"
    var index =
      ["vom", "v", "du", "del", "of", "from"].contains(note.word(start)) ? start + 1 : start
    if let cue = Lexicon.changeCues.match(note.tokens, at: start) {
      index = note.kind(cue.end) == .colon ? cue.end + 1 : cue.end
    }
    guard reading.reference[.issued] == nil, let date = dates.date(at: index), date.hasMonth else {
      return nil
    }
    reading.set(.issued, date.date, index..<date.end, note)
    reading.hasDay = date.hasDay
    reading.score += 2
    return date.end
  }

  private func yearAlone(at index: Int, _ reading: inout Reading) -> Int? {
    guard reading.reference[.issued] == nil else { return nil }
    if let dateless = Lexicon.datelessPhrases.match(note.tokens, at: index),
      endsElement(dateless.end)
    {
      reading.set(
        .issued, DateValue(literal: note.string(index..<dateless.end)), index..<dateless.end, note)
      return dateless.end
    }
    guard let year = dates.year(at: index), endsElement(year.end) || reading.container != nil else {
      return nil
    }
    reading.set(.issued, year.date, index..<year.end, note)
    reading.score += 1.5
    return year.end
  }

  /// Pages of the work or the place meant in it.
  private func pages(at index: Int, _ reading: inout Reading, bare: Bool) -> Int? {
    let allowsBare =
      bare
      && (reading.hasImprint || reading.reference[.issued] != nil || reading.hasNumbering
        || reading.form == .opCit || endsAfterNumber(index))
    guard let found = locators.locator(at: index, bare: allowsBare) else { return nil }
    if !found.isLabelled, !found.isPassage, note.tokens[index].isYear,
      note.kind(index + 1) != .dash, reading.reference[.issued] == nil
    {
      return nil
    }
    let isWithin = (reading.hasNumbering || reading.container != nil) && reading.title != nil
    let isExtent =
      found.label == .page && isWithin && !found.isPassage && found.isRange
      && reading.reference[.page] == nil && reading.form == nil
    if isExtent, let colon = found.value.first(where: { note.kind($0) == .colon }),
      reading.reference[.volume] == nil
    {
      // "1:33–60" of a work in several volumes.
      reading.set(.volume, found.value.lowerBound..<colon, note)
      reading.setPages(colon + 1..<found.value.upperBound, note)
      return found.end
    }
    if isExtent {
      reading.setPages(found.value, note)
      reading.score += 1
      return found.end
    }
    if found.isPassage, let whole = reading.locator, whole.label == .page,
      reading.reference[.page] == nil,
      let field = reading.fields.firstIndex(where: { $0.variable == "locator" }),
      whole.value.utf8.contains(where: { !$0.isASCIIDigit })
    {
      // "S. 349–375, hier 354": what was read as the place is the extent of the part.
      reading.reference[.page] = PageRange.expanded(whole.value)
      reading.fields[field].variable = "page"
      reading.locator = nil
    }
    guard reading.locator == nil else { return nil }
    if found.isRange, !found.isLabelled, note.kind(index - 1) == .colon,
      note.kind(index - 2) == .closeBracket, !reading.hasImprint, reading.hasAuthors
    {
      reading.hasPagesAfterDate = true
    }
    reading.set(found, note)
    reading.score += 1
    return found.end
  }

  /// Whether a bare number at `index` is the last thing of the reference, as in "Mercer, Mill, 51".
  private func endsAfterNumber(_ index: Int) -> Bool {
    guard let found = locators.locator(at: index, bare: true) else { return false }
    return endsCite(found.end) && (!note.tokens[index].isYear || found.isRange)
  }
}
