/// What stands in the imprint of a work: place, publisher, year, edition and the like.
struct Imprint {
  var place: Range<Int>?
  var publisher: Range<Int>?
  var date: DateReader.Found?
  var dateRange: Range<Int>?
  var originalDate: DateValue?
  var originalRange: Range<Int>?
  var edition: Range<Int>?
  /// Words in place of a date, "forthcoming", "n.d.".
  var dateless: (range: Range<Int>, isStatus: Bool)?
  /// The genre of a thesis or other genre, with its CSL type.
  var genre: (range: Range<Int>, type: ItemType)?
  var roles: [(role: String, list: NameReader.FoundList)] = []
  var volumes: Range<Int>?
  var volume: Range<Int>?
  /// The series and its number.
  var series: (title: Range<Int>, number: Range<Int>?)?
  /// The token after it.
  var end: Int

  /// Whether it holds nothing but a date.
  var isDateOnly: Bool {
    date != nil && place == nil && publisher == nil && edition == nil && genre == nil
      && roles.isEmpty && series == nil
      && originalDate == nil && volume == nil && volumes == nil
  }
}

/// Reads imprints, in brackets ("(Leeds: Fell Press, 1931)") and without ("Paris, Gallimard, 1975", "Berlin 1998").
struct ImprintReader {
  let note: NoteText
  let names: NameReader
  let dates: DateReader

  init(_ note: NoteText) {
    self.note = note
    names = NameReader(note: note)
    dates = DateReader(note: note)
  }

  /// The imprint in the brackets that open at `open`, or nil if what stands there is none.
  func group(at open: Int) -> Imprint? {
    guard note.kind(open) == .openBracket, let end = note.groupEnd(open), end - open < 80 else {
      return nil
    }
    var imprint = Imprint(end: end)
    var texts: [Range<Int>] = []
    var index = open + 1
    let limit = end - 1
    while index < limit {
      switch note.kind(index) {
      case .comma, .semicolon, .colon, .dot, .dash, .slash:
        if note.kind(index) == .colon, let place = texts.popLast() {
          setPlace(&imprint, place, &texts)
        }
        index += 1
        continue
      default: break
      }
      guard let next = element(at: index, limit, &imprint, &texts) else { return nil }
      index = next
    }
    settle(&imprint, texts)
    guard
      imprint.date != nil || imprint.dateless != nil || imprint.genre != nil
        || imprint.edition != nil || !imprint.roles.isEmpty
        || imprint.series != nil || imprint.originalDate != nil
        || (imprint.place != nil && imprint.publisher != nil)
        || imprint.volumes != nil
    else { return nil }
    return imprint
  }

  /// Reads one element of an imprint into `imprint`, or a piece of text into `texts`; the token after it, or nil.
  private func element(
    at index: Int, _ limit: Int, _ imprint: inout Imprint, _ texts: inout [Range<Int>]
  ) -> Int? {
    if let thesis = Lexicon.theses.match(note.tokens, at: index) {
      imprint.genre = (index..<thesis.end, .thesis)
      return thesis.end
    }
    if let genre = Lexicon.genres.match(note.tokens, at: index), imprint.genre == nil {
      imprint.genre = (index..<genre.end, ItemType(rawValue: genre.value))
      return genre.end
    }
    if let original = originalYear(at: index, &imprint) { return original }
    if let edition = edition(at: index) {
      imprint.edition = edition
      return edition.upperBound
    }
    if let cue = Lexicon.roleCues.match(note.tokens, at: index),
      let list = names.list(at: cue.end, inverted: false), list.end <= limit
    {
      imprint.roles.append((cue.value, list))
      return list.end
    }
    if let volumes = volumeCount(at: index) {
      imprint.volumes = volumes.value
      return volumes.end
    }
    if let cue = Lexicon.numberCues.match(note.tokens, at: index), cue.value == "volume",
      note.kind(cue.end) == .number || note.isRomanAt(cue.end)
    {
      imprint.volume = cue.end..<cue.end + 1
      return cue.end + 1
    }
    if let dateless = Lexicon.datelessPhrases.match(note.tokens, at: index) {
      imprint.dateless = (index..<dateless.end, dateless.value == "status")
      return dateless.end
    }
    if let date = dates.date(at: index) ?? yearInBrackets(at: index) ?? dates.year(at: index),
      date.end <= limit
    {
      if imprint.date != nil, imprint.originalDate == nil, note.kind(index) == .openBracket {
        imprint.originalDate = date.date
        imprint.originalRange = index..<date.end
      } else if imprint.date == nil {
        imprint.date = date
        imprint.dateRange = index..<date.end
      } else if imprint.originalDate == nil,
        note.kind(index - 1) == .comma || note.kind(index - 1) == .semicolon
          || note.kind(index - 1) == .word
      {
        // "(1651; Cambridge: Cambridge University Press, 1996)"
        imprint.originalDate = imprint.date?.date
        imprint.originalRange = imprint.dateRange
        imprint.date = date
        imprint.dateRange = index..<date.end
      } else {
        return nil
      }
      return date.end
    }
    if let series = series(at: index, limit) {
      imprint.series = (series.title, series.number)
      return series.end
    }
    guard let end = textEnd(at: index, limit) else { return nil }
    texts.append(index..<end)
    return end
  }

  /// A text before a colon is the place; with a state or a second city before it, all of them are.
  private func setPlace(_ imprint: inout Imprint, _ place: Range<Int>, _ texts: inout [Range<Int>])
  {
    guard imprint.place == nil else {
      texts.append(place)
      return
    }
    var place = place
    while let before = texts.last, isRegion(place) || isKnownPlace(before) {
      place = before.lowerBound..<place.upperBound
      texts.removeLast()
    }
    imprint.place = place
  }

  /// Gives the texts that no colon decided to place and publisher.
  private func settle(_ imprint: inout Imprint, _ texts: [Range<Int>]) {
    var texts = texts
    if imprint.place == nil, let first = texts.first {
      var place = first
      if texts.count > 1, isRegion(texts[1]) {
        place = first.lowerBound..<texts[1].upperBound
        texts.remove(at: 1)
      }
      let isLone = texts.count == 1
      if isLone, !isKnownPlace(place), isPublisher(place) || imprint.genre != nil {
        imprint.publisher = place
        texts.removeFirst()
      } else if texts.count > 1, isPublisher(first), isKnownPlace(texts[1]) {
        imprint.publisher = first
        imprint.place = texts[1]
        texts.removeFirst(2)
      } else {
        imprint.place = place
        texts.removeFirst()
      }
    }
    if imprint.publisher == nil, let first = texts.first, let last = texts.last {
      // "Basic Books, Inc.", "Allen & Unwin, for the Society": the pieces belong together.
      imprint.publisher = first.lowerBound..<last.upperBound
    }
  }

  /// Reads a first or a later edition.
  ///
  /// "1969; repr.", "orig. 1931", "first published 1931", "repr. 1999".
  private func originalYear(at index: Int, _ imprint: inout Imprint) -> Int? {
    guard let cue = Lexicon.reprintCues.match(note.tokens, at: index) else { return nil }
    var next = cue.end
    while note.kind(next) == .comma || ["in", "as", "of", "by"].contains(note.word(next)) {
      next += 1
    }
    if cue.value == "original", let year = dates.year(at: next) {
      imprint.originalDate = year.date
      imprint.originalRange = next..<year.end
      return year.end
    }
    if cue.value == "reprint", let date = imprint.date {
      imprint.originalDate = date.date
      imprint.originalRange = imprint.dateRange
      imprint.date = nil
      imprint.dateRange = nil
    }
    return next
  }

  /// "[1931]" inside an imprint.
  private func yearInBrackets(at index: Int) -> DateReader.Found? {
    guard note.kind(index) == .openBracket, let end = note.groupEnd(index),
      var year = dates.year(at: index + 1), year.end == end - 1
    else { return nil }
    year.end = end
    return year
  }

  /// "3 vols.", "2 Bde.".
  func volumeCount(at index: Int) -> (value: Range<Int>, end: Int)? {
    guard
      note.kind(index) == .number
        || ["two", "three", "four", "five", "six", "zwei", "drei", "deux", "trois"].contains(
          note.word(index)),
      let cue = Lexicon.numberCues.match(note.tokens, at: index + 1), cue.value == "volume",
      note.kind(cue.end) != .number
    else { return nil }
    return (index..<index + 1, cue.end)
  }

  /// Reads an edition.
  ///
  /// "2nd ed.", "2. Aufl.", "3e éd.", "rev. ed.", "3., überarb. Aufl.", "first edition".
  func edition(at index: Int) -> Range<Int>? {
    if let named = Lexicon.editions.match(note.tokens, at: index), named.value == "named" {
      return index..<named.end
    }
    guard index < note.count else { return nil }
    let token = note.tokens[index]
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "erste", "zweite",
      "dritte", "deuxième", "troisième", "segunda", "tercera", "seconda",
    ]
    guard token.kind == .number && !token.isYear || ordinals.contains(token.lower) else {
      return nil
    }
    var next = note.kind(index + 1) == .dot ? index + 2 : index + 1
    if note.kind(next) == .comma { next += 1 }
    var adjectives = 0
    while adjectives < 4, note.kind(next) == .word, !note.tokens[next].isCapitalized,
      !Lexicon.editions.contains(note.word(next))
    {
      next += note.kind(next + 1) == .dot ? 2 : 1
      if note.kind(next) == .comma { next += 1 }
      adjectives += 1
    }
    guard let cue = Lexicon.editions.match(note.tokens, at: next) else { return nil }
    return index..<cue.end
  }

  /// A series with its number: "Semiotext(e) Intervention Series 16", "Schriften zur Zeit 12"; the words begin at `index`.
  func series(at index: Int, _ limit: Int) -> (title: Range<Int>, number: Range<Int>?, end: Int)? {
    var start = index
    if note.kind(start) == .other, note.word(start) == "=" { start += 1 }
    if note.kind(start) == .openQuote,
      ["coll", "collection", "reihe"].contains(note.word(index - 1))
    {
      return nil
    }
    guard note.isCapital(start) || note.isFunctionWord(start) || start > index else { return nil }
    var end = start
    var hasCue = start > index
    while end < limit, end - start < 16 {
      let token = note.tokens[end]
      if token.kind == .number || token.kind == .comma || token.kind == .semicolon
        || token.kind == .colon
      {
        break
      }
      if token.kind == .openBracket, token.isSpaced { break }
      if token.kind == .word {
        if token.has(.series) {
          hasCue = true
        }
        if let cue = Lexicon.numberCues.match(note.tokens, at: end), note.kind(cue.end) == .number {
          break
        }
        guard
          token.isCapitalized || note.isFunctionWord(end) || token.isInitial || !token.isSpaced
            || hasGermanAdjective(token)
        else { return nil }
      }
      end += 1
    }
    guard hasCue, end > start + (start > index ? 0 : 1) else { return nil }
    let title = note.trimmed(start..<end)
    var next = end
    if note.kind(next) == .comma, let cue = Lexicon.numberCues.match(note.tokens, at: next + 1),
      note.kind(cue.end) == .number
    {
      next = cue.end
    }
    if let cue = Lexicon.numberCues.match(note.tokens, at: next), note.kind(cue.end) == .number {
      next = cue.end
    }
    // "Record Series, 14 (Leeds: …)"
    if note.kind(next) == .comma, note.kind(next + 1) == .number,
      note.kind(next + 2) == .openBracket
    {
      next += 1
    }
    guard note.kind(next) == .number, next < limit, !note.tokens[next].isYear else {
      return start > index || note.kind(end) == .openBracket && isSeriesName(title)
        ? (title, nil, end) : nil
    }
    return (title, next..<next + 1, next + 1)
  }

  /// "Oxford Studies in Maritime History", "Library of Classics": without a number, only what can hardly be a subtitle.
  private func isSeriesName(_ title: Range<Int>) -> Bool {
    guard title.count >= 3 else { return false }
    let cues: Set<String> = [
      "series", "studies", "library", "monographs", "reihe", "schriften", "studien", "classics",
      "beiträge", "forschungen", "bibliothek", "schriftenreihe",
    ]
    guard let place = title.first(where: { cues.contains(note.word($0)) }) else { return false }
    return place == title.upperBound - 1
      || place > title.lowerBound
        && ["in", "on", "of", "zur", "zum", "für", "for"].contains(note.word(place + 1))
  }

  /// Lower-case adjectives stand inside German series: "Studien zur europäischen Geschichte".
  private func hasGermanAdjective(_ token: NoteToken) -> Bool {
    ["en", "er", "es", "em"].contains { token.lower.hasSuffix($0) } && token.lower.utf8.count > 6
  }

  /// The end of a run of words that can name a place or a publisher, or nil.
  func textEnd(at start: Int, _ limit: Int) -> Int? {
    if let house = Lexicon.selfPublishers.match(note.tokens, at: start), house.end <= limit {
      return house.end
    }
    guard start < limit, note.isCapital(start) || startsSmall(start) else { return nil }
    var end = start
    // "Presses universitaires de Rennes": French houses have adjectives.
    var isHouse = false
    loop: while end < limit {
      let token = note.tokens[end]
      // "Oldenburg o. J."
      if end > start, token.has(.datelessStart),
        Lexicon.datelessPhrases.match(note.tokens, at: end) != nil
      {
        break
      }
      switch token.kind {
      case .word:
        isHouse = isHouse || token.has(.publisher) || end == start && token.has(.body)
        guard
          token.isCapitalized || note.isFunctionWord(end) || token.has(.particle)
            || token.lower.unicodeScalars.count <= 2
            || token.lower == "bei" || isHouse && end - start <= 4 && token.isSpaced
        else { return nil }
      case .number:
        if token.isYear { break loop }
        return nil
      case .comma, .semicolon, .colon: break loop
      case .openBracket:
        if ["coll", "collection"].contains(note.word(end + 1)) { break loop }
        guard let group = note.groupEnd(end), group <= limit, group - end <= 6 else { return nil }
        if dates.year(at: end + 1) != nil { break loop }
        end = group
        continue loop
      case .dot:
        if note.isSentenceEnd(end) { break loop }
      case .other where Self.isRaisedDigit(token.lower): break loop
      case .slash, .dash, .other: break
      default: return nil
      }
      end += 1
      if end - start > 16 { return nil }
    }
    let text = note.trimmed(start..<end)
    return text.isEmpty ? nil : end
  }

  /// The sign of an edition before a year: "³1995".
  static func isRaisedDigit(_ text: String) -> Bool {
    text.unicodeScalars.count == 1 && "¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains { String($0) == text }
  }

  private func startsSmall(_ index: Int) -> Bool {
    note.kind(index) == .word && note.word(index).hasPrefix("s-") || note.word(index) == "'s"
      || note.word(index).hasPrefix("universit") || note.word(index).hasPrefix("universid")
      || note.word(index) == "école" || note.word(index) == "institut"
      || ["de", "von", "van", "di", "dtv"].contains(note.word(index)) && note.isCapital(index + 1)
  }

  /// Whether a text names a city where books are published, or begins with one.
  func isKnownPlace(_ range: Range<Int>) -> Bool {
    guard let match = Lexicon.places.match(note.tokens, at: range.lowerBound) else { return false }
    if match.end >= range.upperBound { return true }
    // "London and New York", "Berlin/New York", "Frankfurt am Main u. a.".
    switch note.kind(match.end) {
    case .slash, .dash, .comma, .openBracket: return true
    default:
      return ["and", "und", "et", "&", "u", "y", "e", "am", "a", "an", "i", "im", "bei", "en"]
        .contains(note.word(match.end))
    }
  }

  /// Whether a text is a state or province after a city: "KS", "Mass.", "MA".
  func isRegion(_ range: Range<Int>) -> Bool {
    guard range.count <= 2, let first = range.first else { return false }
    let token = note.tokens[first]
    return (token.isAllCaps && token.lower.utf8.count == 2)
      || [
        "mass", "conn", "calif", "penn", "ill", "mich", "minn", "va", "md", "ga", "fla", "tex",
        "tenn", "ky", "ind", "cal", "nj", "ny", "wis", "ont", "que", "eng", "middlesex",
        "massachusetts", "connecticut", "california", "illinois",
      ].contains(token.lower)
  }

  func isPublisher(_ range: Range<Int>) -> Bool {
    range.contains { note.has(.publisher, $0) || note.tokens[$0].lower.hasSuffix("verlag") }
  }
}

extension NoteText {
  func isRomanAt(_ index: Int) -> Bool {
    index >= 0 && index < count && tokens[index].isRoman || isCapitalRoman(index)
  }

  /// "I", "V", "X" after a word such as "vol.", where a single letter is a number.
  func isCapitalRoman(_ index: Int) -> Bool {
    index >= 0 && index < count && tokens[index].kind == .word
      && ["I", "V", "X", "L", "C"].contains(string(index..<index + 1))
  }
}
