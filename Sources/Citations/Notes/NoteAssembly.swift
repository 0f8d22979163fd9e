/// Puts the readings of a note together: signals, suffixes, mentions, and the parts that are the whole text.
struct NoteAssembly {
  private let note: Note
  private let text: NoteText
  private let readings: [Reading]

  init(_ note: Note, _ text: NoteText, _ readings: [Reading]) {
    self.note = note
    self.text = text
    self.readings = readings
  }

  func result() -> ReadNote {
    var cites: [(cite: Cite, signal: Range<Int>?)] = []
    var floor = 0
    for reading in readings {
      let signal = signal(before: reading.range.lowerBound, floor)
      cites.append((cite(reading, signal), signal.map(text.bytes)))
      floor = reading.range.upperBound
    }
    for found in mentions() {
      let signal = found.signal.isEmpty ? nil : found.signal
      cites.append((cite(found.reading, signal), signal.map(text.bytes)))
    }
    for given in note.structured { cites.append(structured(given)) }
    cites.sort { $0.cite.range.lowerBound < $1.cite.range.lowerBound }
    return assembled(cites)
  }

  // MARK: Parts

  private func assembled(_ found: [(cite: Cite, signal: Range<Int>?)]) -> ReadNote {
    var parts: [ReadNote.Part] = []
    var cites: [Cite] = []
    var position = 0
    var hasProse = false
    for (cite, signal) in found where cite.range.lowerBound >= position {
      let before = position..<(signal?.lowerBound ?? cite.range.lowerBound)
      if !before.isEmpty {
        parts.append(.prose(before))
        hasProse = hasProse || isCommentary(before)
      }
      if let signal {
        parts.append(.signal(signal))
        if signal.upperBound < cite.range.lowerBound {
          parts.append(.prose(signal.upperBound..<cite.range.lowerBound))
        }
      }
      parts.append(.cite(cites.count))
      cites.append(cite)
      position = cite.range.upperBound
    }
    if position < note.text.count {
      parts.append(.prose(position..<note.text.count))
      hasProse = hasProse || isCommentary(position..<note.text.count)
    }
    let kind: ReadNote.Kind = cites.isEmpty ? .commentary : hasProse ? .mixed : .citation
    return ReadNote(note: note, parts: parts, cites: cites, kind: kind)
  }

  /// Words that link citations and say nothing by themselves.
  private static let links: Set<String> = [
    "and", "und", "et", "sowie", "y", "e", "or", "oder", "ou", "also", "but", "with", "for",
    "example", "eg", "g", "among", "others", "respectively", "as", "well", "both", "the", "to",
  ]

  /// Whether a stretch of prose says something: a word that is no mere link between citations.
  private func isCommentary(_ range: Range<Int>) -> Bool {
    var index = text.firstToken(from: range.lowerBound)
    while index < text.count, text.tokens[index].range.lowerBound < range.upperBound {
      let token = text.tokens[index]
      if token.kind == .word || token.kind == .number, !Self.links.contains(token.lower),
        !token.has(.signalStart) || Lexicon.signals.value(of: token.lower) == nil
      {
        return true
      }
      index += 1
    }
    return false
  }

  // MARK: Citations

  private func cite(_ reading: Reading, _ signal: Range<Int>?) -> Cite {
    let isPointer =
      reading.form == .ibid
      || reading.form == .opCit && reading.reference.names.isEmpty && reading.title == nil
    let kind: Cite.Kind =
      reading.isMention
      ? .mention
      : reading.form == nil || reading.form == .idem && reading.reference[.issued] != nil
        ? .full : reading.form == .ibid && isPointer ? .ibid : .short
    let suffix = suffix(after: reading.range.upperBound)
    var range = text.bytes(trimmedEnd(reading.range))
    if let suffix { range = range.lowerBound..<text.bytes(suffix).upperBound }
    var cite = Cite(
      range: range, kind: kind, reference: reading.reference, reader: "grammar",
      confidence: reading.confidence)
    cite.form = reading.form
    cite.locator = reading.locator
    cite.prefix = signal.map(text.string) ?? ""
    cite.suffix = suffix.map(text.string) ?? ""
    cite.fields = reading.fields.sorted { $0.range.lowerBound < $1.range.lowerBound }
    cite.refersTo = reading.refersTo
    cite.isCut = isCut(reading, after: suffix?.upperBound ?? reading.range.upperBound)
    return cite
  }

  /// Whether what was read as a short form goes on with words like those of a full reference.
  ///
  /// "Jane Hale, “Peat” (a talk at Galway, 2012)", "Conti, *La torba*, XII, 12".
  private func isCut(_ reading: Reading, after end: Int) -> Bool {
    guard reading.form == .short, reading.locator == nil else { return false }
    var index = end
    if [.comma, .colon, .dot].contains(text.kind(index)) {
      if text.kind(index) == .dot, !text.isContainerAhead(index + 1) { return false }
      index += 1
    }
    switch text.kind(index) {
    case .openBracket:
      guard let close = text.groupEnd(index) else { return false }
      return (index..<close).contains {
        text.tokens[$0].isYear || text.has(.genreStart, $0) || text.has(.thesisStart, $0)
      }
    case .number, .openQuote: return true
    case .word:
      return text.isCapital(index) && !text.isSentenceEnd(index - 1)
        || text.tokens[index].isItalic || text.isContainerAhead(index)
        || text.has(.genreStart, index) || text.has(.thesisStart, index)
    default: return false
    }
  }

  /// A reference does not end in a separator; the dot of an abbreviation stays.
  private func trimmedEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1 {
      let kind = text.kind(end - 1)
      guard
        kind == .comma || kind == .semicolon || kind == .colon
          || kind == .dot && !text.isAbbreviationDot(end - 1)
      else { break }
      end -= 1
    }
    return range.lowerBound..<end
  }

  /// "(emphasis added)" and the like right after a reference.
  private func suffix(after index: Int) -> Range<Int>? {
    guard text.kind(index) == .openBracket, let end = text.groupEnd(index), end - index <= 10 else {
      return nil
    }
    let words = Set((index..<end).map(text.word))
    let cues: Set<String> = [
      "emphasis", "italics", "translation", "mine", "added", "original", "hervorhebung", "herv",
      "kursiv", "souligné", "nous", "traduction", "author's", "trans",
      "my", "our", "übersetzung", "cursiva", "énfasis", "corsivo", "omitted", "quotation",
      "internal",
    ]
    guard !words.isDisjoint(with: cues), !(index..<end).contains(where: { text.tokens[$0].isYear })
    else { return nil }
    return index..<end
  }

  private func structured(_ given: StructuredCite) -> (cite: Cite, signal: Range<Int>?) {
    var reference = given.reference ?? Reference(type: .document)
    if reference.id.isEmpty { reference.id = given.key ?? "" }
    let start = text.firstToken(from: given.range.lowerBound)
    let signal = signal(before: start, 0)
    var cite = Cite(
      range: given.range, kind: given.reference == nil ? .short : .full, reference: reference,
      reader: "markup", confidence: 1)
    cite.form = given.reference == nil ? .key : nil
    cite.locator = given.locator
    cite.prefix = signal.map(text.string) ?? ""
    return (cite, signal.map(text.bytes))
  }

  // MARK: Signals

  /// The signal that ends just before the token at `index`, a comma or colon between them or not; none before `floor`.
  private func signal(before index: Int, _ floor: Int) -> Range<Int>? {
    var ends = [index]
    if text.kind(index - 1) == .comma || text.kind(index - 1) == .colon { ends.append(index - 1) }
    var best: Range<Int>?
    var start = index - 1
    while start >= max(floor, 0), index - start <= 9 {
      defer { start -= 1 }
      guard text.kind(start) == .word, let match = chain(from: start, ends),
        isPlausible(start..<match, index)
      else { continue }
      best = start..<match
    }
    return best
  }

  /// The end of the signals that begin at `start` and lead up to one of `ends`: "See, for example,".
  private func chain(from start: Int, _ ends: [Int]) -> Int? {
    var place = start
    while let match = Lexicon.signals.match(text.tokens, at: place) {
      if ends.contains(match.end) { return match.end }
      place = text.kind(match.end) == .comma ? match.end + 1 : match.end
      while [
        "auch", "also", "aussi", "anche", "etwa", "nur", "again", "too", "noch", "schon", "también",
      ].contains(text.word(place)) {
        place += 1
        if ends.contains(place) { return place }
      }
      if place >= (ends.first ?? 0) { return nil }
    }
    return nil
  }

  /// Short words are signals only where a clause begins.
  private func isPlausible(_ range: Range<Int>, _ index: Int) -> Bool {
    let word = text.word(range.lowerBound)
    guard
      [
        "in", "from", "nach", "bei", "s", "v", "so", "etwa", "contra", "pace", "compare", "a",
        "laut", "ver", "selon", "for",
      ].contains(word), range.count <= 2
    else { return true }
    guard range.lowerBound > 0 else { return true }
    switch text.kind(range.lowerBound - 1) {
    case .semicolon, .openBracket, .exclamation, .closeQuote: return true
    case .dot: return text.isSentenceEnd(range.lowerBound - 1)
    case .comma: return word != "in" && word != "s"
    default: return word == "bei" || word == "nach"
    }
  }

  // MARK: Mentions

  /// Persons that a signal sends the reader to without saying to what: "See Nikole Hannah-Jones on …".
  private func mentions() -> [(reading: Reading, signal: Range<Int>)] {
    let references = ReferenceGrammar(text)
    var result: [(Reading, Range<Int>)] = []
    for index in 0..<text.count where isClauseStart(index) {
      guard let signal = Lexicon.signals.match(text.tokens, at: index),
        ["see", "compare", "german", "french", "spanish", "italian", "dutch"].contains(
          signal.value),
        signal.end < text.count, !isTaken(signal.end), !text.tokens[signal.end].isItalic
      else { continue }
      let next = text.kind(signal.end) == .comma ? signal.end + 1 : signal.end
      guard let list = references.names.list(at: next, inverted: false),
        !list.isFamilyOnly || list.strength > 0,
        !(next..<list.end).contains(where: { text.has(.innerReference, $0) || text.has(.body, $0) }
        ),
        followsAsMention(list.end)
      else { continue }
      var reading = Reading(start: next)
      reading.isMention = true
      reading.add(.author, list, text)
      reading.range = next..<mentionEnd(list.end)
      reading.score = 2
      result.append((reading, index..<signal.end))
    }
    for index in 0..<text.count where text.kind(index) == .url && !isTaken(index) {
      // An address alone: something is meant, but not said what.
      var reading = Reading(start: index)
      reading.isMention = true
      reading.range = index..<index + 1
      reading.reference.type = .webpage
      reading.set(.url, index..<index + 1, text)
      reading.score = 2
      result.append((reading, signal(before: index, 0) ?? index..<index))
    }
    return result
  }

  private func isClauseStart(_ index: Int) -> Bool {
    guard text.kind(index) == .word else { return false }
    guard index > 0 else { return true }
    return text.kind(index - 1) == .semicolon || text.kind(index - 1) == .openBracket
      || text.isSentenceEnd(index - 1)
  }

  private func isTaken(_ index: Int) -> Bool {
    // Readings and structured citations ascend and do not overlap.
    let reading = readings.partitionPoint { $0.range.upperBound <= index }
    if reading < readings.count, readings[reading].range.contains(index) { return true }
    let range = text.tokens[index].range
    let given = note.structured.partitionPoint { $0.range.upperBound <= range.lowerBound }
    return given < note.structured.count && note.structured[given].range.overlaps(range)
  }

  /// A small word or the end follows a mention; a comma would begin a title.
  private func followsAsMention(_ index: Int) -> Bool {
    switch text.kind(index) {
    case nil, .dot, .semicolon, .closeBracket, .exclamation: true
    case .word: !text.tokens[index].isCapitalized
    default: false
    }
  }

  private func mentionEnd(_ start: Int) -> Int {
    var index = start
    while index < text.count, index - start < 30, !isTaken(index) {
      if text.kind(index) == .semicolon || text.kind(index) == .closeBracket { return index }
      if text.kind(index) == .dot, text.isSentenceEnd(index) { return index }
      index += 1
    }
    return index
  }
}

extension NoteText {
  /// Whether "In:" with a colon stands at `index`, where German references go on after a full stop.
  func isContainerAhead(_ index: Int) -> Bool {
    ["in", "dans"].contains(word(index)) && (kind(index + 1) == .colon || isCapital(index))
  }
}
