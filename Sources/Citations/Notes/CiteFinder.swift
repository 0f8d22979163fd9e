/// Finds every place in a note where a reference may begin, and reads it.
struct CiteFinder {
  private let note: NoteText
  private let references: ReferenceGrammar
  private let shortForms: ShortFormGrammar
  private let laws: LegalGrammar
  private let structured: [StructuredCite]

  /// Words that give the work after them to the author before.
  private static let possessives: Set<String> = [
    "his", "her", "their", "sein", "seine", "seinem", "ihr", "ihre", "son", "sa", "author's",
  ]

  /// How likely a reference begins at a token, by what stands before it.
  private enum Start {
    /// The note's or a sentence's beginning, after a semicolon or a signal.
    case boundary
    /// After "and" and the like.
    case link
    /// Anywhere else in a sentence.
    case middle
    /// After ", in:", where a reference goes on.
    case container
  }

  init(_ note: NoteText, structured: [StructuredCite]) {
    self.note = note
    self.structured = structured
    references = ReferenceGrammar(note)
    shortForms = ShortFormGrammar(references)
    laws = LegalGrammar(references)
  }

  /// All readings that are sure enough to stand, overlapping or not.
  func candidates() -> [Reading] {
    var result: [Reading] = []
    var quotations: [Int] = []
    // Where the names after "ed. by" end: none of them begins a reference.
    var named = 0
    for index in 0..<note.count {
      if note.has(.roleCueStart, index), let cue = references.roleCue(at: index),
        let list = references.names.list(at: cue.end, inverted: false)
      {
        named = max(named, list.end)
      }
      while let end = quotations.last, end <= index { quotations.removeLast() }
      defer {
        if note.kind(index) == .openQuote, let end = note.tokens[index].partner {
          quotations.append(end)
        }
      }
      guard quotations.isEmpty, index >= named, canStart(index), !isStructured(index) else {
        continue
      }
      let start = start(at: index)
      let people = references.names.list(at: index, inverted: false)
      // "also his Les ports normands (Rouen: Cagniard, 1892)": the author is the one before.
      let isPossessed =
        Self.possessives.contains(note.word(index - 1)) || standsForAuthor(before: index)
      if var reading = references.reading(
        at: index, allowsPlainTitle: start == .boundary || isPossessed, people: people)
      {
        if isPossessed, !reading.hasAuthors, reading.isFull {
          reading.form = .idem
          reading.score += 4
        }
        if let kept = weighed(reading, start) { result.append(kept) }
      }
      if let reading = shortForms.reading(at: index, people: people),
        let kept = weighed(reading, start)
      {
        result.append(kept)
      }
      if let reading = laws.reading(at: index), let kept = weighed(reading, start) {
        result.append(kept)
      }
    }
    return result
  }

  /// Whether a run of dashes with a comma after it stands before a token in the place of the author: "———, *Towers*".
  private func standsForAuthor(before index: Int) -> Bool {
    guard index >= 2, note.kind(index - 1) == .comma || note.kind(index - 1) == .dot else {
      return false
    }
    var place = index - 2
    while place > 0, note.kind(place - 1) == .dash, !note.tokens[place].isSpaced { place -= 1 }
    guard note.kind(place) == .dash,
      index - 1 - place >= 2 || note.tokens[place].range.count == 3
    else { return false }
    return place == 0 || note.kind(place - 1) == .semicolon || note.isSentenceEnd(place - 1)
      || endsSignal(place)
  }

  private func isStructured(_ index: Int) -> Bool {
    let range = note.tokens[index].range
    let given = structured.partitionPoint { $0.range.upperBound <= range.lowerBound }
    return given < structured.count && structured[given].range.overlaps(range)
  }

  private func canStart(_ index: Int) -> Bool {
    let token = note.tokens[index]
    switch token.kind {
    case .openQuote: return true
    case .openBracket:
      let isName =
        token.lower == "[" && note.isCapital(index + 1)
        && note.groupEnd(index).map { note.kind($0) == .comma } ?? false
      return isName || note.kind(index + 1) == .number && note.tokens[index + 1].isYear
    case .word: break
    default: return false
    }
    // "See", "Vgl." introduce a reference and begin none.
    if let signal = Lexicon.signals.match(note.tokens, at: index), token.has(.strongSignal),
      signal.end > index
    {
      return false
    }
    if index > 0 {
      let before = note.tokens[index - 1]
      if !token.isSpaced, before.kind != .openBracket, before.kind != .openQuote,
        before.kind != .dash
      {
        return false
      }
      if token.isItalic, !before.isItalic { return true }
      // "*State Papers, Domestic*": a comma inside italics parts no references.
      if token.isItalic, before.kind == .comma, !endsSignal(index - 1) { return false }
      switch before.kind {
      case .word
      where before.isCapitalized && !note.isFunctionWord(index - 1)
        && !Lexicon.signals.contains(before.lower) && !before.lower.hasSuffix("'s"):
        return false
      case .dot where note.isAbbreviationDot(index - 1) && !note.isSentenceEnd(index - 1):
        // "J. Bryden": inside a name; "cf. Bryden", "vgl. Bryden", "e.g. Bryden": after a signal.
        guard index > 1, endsSignal(index) else { return false }
      default: break
      }
      // "Mercer v. Harbor Board": the second party begins nothing.
      let versus = before.kind == .dot ? index - 2 : index - 1
      if versus > 0, ["v", "vs"].contains(note.word(versus)), note.isCapital(versus - 1),
        !note.isSentenceEnd(versus - 1)
      {
        return false
      }
    }
    if token.isCapitalized || token.lower.utf8.contains(0x27) { return true }
    if Lexicon.backReferences.match(note.tokens, at: index) != nil { return true }
    return token.has(.particle) && note.isCapital(index + 1) && start(at: index) == .boundary
  }

  /// Whether a signal ends just before the token at `index`.
  private func endsSignal(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, index - place <= 8 {
      if note.kind(place) == .word, Lexicon.signals.match(note.tokens, at: place)?.end == index {
        return true
      }
      place -= 1
    }
    return false
  }

  private func start(at index: Int) -> Start {
    guard index > 0 else { return .boundary }
    var before = index - 1
    if note.kind(before) == .comma, endsSignal(before) { return .boundary }
    // "in: Otto Krahl (Hg.), …": what a part stands in belongs to the part.
    let word = note.kind(before) == .colon ? before - 1 : before
    if word > 0, ["in", "dans"].contains(note.word(word)), note.kind(word - 1) == .comma {
      return .container
    }
    switch note.kind(before) {
    case .semicolon, .openBracket, .closeQuote, .colon, .exclamation: return .boundary
    case .dot: return note.isSentenceEnd(before) || endsSignal(index) ? .boundary : .middle
    case .word:
      if endsSignal(index) { return .boundary }
      if [
        "and", "und", "et", "sowie", "or", "oder", "ou", "y", "e", "also", "but", "while", "by",
        "bei", "von", "par",
      ].contains(note.word(before)) {
        before -= 1
        return note.kind(before) == .semicolon ? .boundary : .link
      }
      return .middle
    case .closeBracket:
      return note.tokens[index].isSpaced && index > 1 && note.tokens[before].partner == 0
        ? .boundary : .middle
    default: return .middle
    }
  }

  /// The reading with its place taken into account, or nil if it is too weak for the place.
  private func weighed(_ reading: Reading, _ start: Start) -> Reading? {
    var reading = reading
    let needed: Double
    switch (start, reading.form) {
    case (.boundary, _):
      reading.score += 1
      needed = reading.isFull || reading.form == .ibid || reading.form == .opCit ? 3.5 : 2.7
    case (.link, .authorDate): needed = 2.6
    case (.link, _): needed = reading.isFull ? 4 : 2.9
    case (.middle, .ibid), (.middle, .opCit): needed = 4.5
    case (.middle, .authorDate):
      guard reading.locator != nil || reading.reference[.author].count > 1 else { return nil }
      reading.score -= 0.5
      needed = 2.9
    case (.middle, nil) where reading.isQuoted && !reading.hasAuthors:
      reading.score -= 1
      needed = 4.4
    case (.middle, .short), (.middle, .idem): needed = 5
    case (.container, _):
      reading.score -= 3
      needed = 5
    case (.middle, _):
      reading.score -= 1
      needed = 5
    }
    return reading.score >= needed ? reading : nil
  }
}
