/// A reference as the grammar reads it: values, the words that they come from, and what speaks for the reading.
struct Reading {
  var reference = Reference(type: .document)
  var fields: [Cite.Field] = []
  var locator: Locator?
  /// The tokens that it covers.
  var range: Range<Int>
  var score = 0.0
  var form: Cite.ShortForm?
  /// The label of the note that it points to.
  ///
  /// "n. 57".
  var refersTo: String?
  /// Words that belong to the cite after it: "(emphasis added)".
  var suffix = ""
  /// Whether it only names a source.
  var isMention = false

  // What was seen, for types and for telling full references from short ones.
  var isQuoted = false
  var isPart = false
  var hasImprint = false
  /// Whether the date stood between authors and title, as in author-date manners.
  var hasLeadingDate = false
  /// Whether the first name stood family name first, so that there is no doubt which it is.
  var hasInvertedNames = false
  var hasNumbering = false
  var hasDay = false
  /// Whether a range of pages followed a date in brackets and a colon, as in journals.
  var hasPagesAfterDate = false
  var hasAuthors = false
  var genre: ItemType?
  var title: Range<Int>?
  var container: Range<Int>?

  init(start: Int) { range = start..<start }

  /// Whether enough stands there to find the work without any other reference.
  var isFull: Bool {
    guard form == nil, !isMention else { return false }
    let hasDate = reference[.issued] != nil
    let hasAddress = reference[.url] != nil || reference[.doi] != nil
    return (title != nil || container != nil)
      && (hasDate || hasAddress || hasNumbering || genre != nil || hasImprint)
  }

  /// How sure the reading is, from 0 to 1, by its score.
  var confidence: Double {
    let value = min(0.99, 0.45 + score * 0.05)
    return (max(0.3, value) * 100).rounded() / 100
  }
}

extension Reading {
  /// Sets a text variable to the words of some tokens.
  mutating func set(_ variable: TextVariable, _ tokens: Range<Int>, _ note: NoteText) {
    let tokens = note.trimmed(tokens)
    guard !tokens.isEmpty, reference[variable] == nil else { return }
    reference[variable] = note.richText(tokens)
    fields.append(Cite.Field(variable.rawValue, note.bytes(tokens)))
  }

  /// Sets a number variable to the words of some tokens.
  mutating func set(_ variable: NumberVariable, _ tokens: Range<Int>, _ note: NoteText) {
    guard !tokens.isEmpty, reference[variable] == nil else { return }
    reference[variable] = note.string(tokens)
    fields.append(Cite.Field(variable.rawValue, note.bytes(tokens)))
  }

  /// Sets a date variable.
  mutating func set(
    _ variable: DateVariable, _ date: DateValue, _ tokens: Range<Int>, _ note: NoteText
  ) {
    guard reference[variable] == nil else { return }
    reference[variable] = date
    fields.append(Cite.Field(variable.rawValue, note.bytes(tokens)))
  }

  /// Adds names to a name variable.
  mutating func add(_ variable: NameVariable, _ list: NameReader.FoundList, _ note: NoteText) {
    reference[variable] += list.names.map(\.name)
    for name in list.names { fields.append(Cite.Field(variable.rawValue, note.bytes(name.range))) }
  }

  /// Sets the locator.
  mutating func set(_ found: LocatorReader.Found, _ note: NoteText) {
    guard locator == nil else { return }
    locator = Locator(found.label, note.string(found.value))
    fields.append(Cite.Field("locator", note.bytes(found.value)))
  }

  /// Sets the range of pages that the work occupies, written out: "201–9" is 201-209.
  mutating func setPages(_ tokens: Range<Int>, _ note: NoteText) {
    guard reference[.page] == nil else { return }
    reference[.page] = PageRange.expanded(note.string(tokens))
    fields.append(Cite.Field("page", note.bytes(tokens)))
  }

  /// Takes over what an imprint says.
  mutating func apply(_ imprint: Imprint, _ note: NoteText) {
    if let place = imprint.place {
      // "“Widows of the Quay” (London Review, 2011)": what stands there is the journal.
      let isSerial =
        isQuoted && container == nil && imprint.publisher == nil
        && place.contains {
          note.has(.journal, $0) || note.has(.magazine, $0) || note.has(.newspaper, $0)
        }
      if isSerial {
        container = place
        set(.containerTitle, place, note)
      } else {
        set(.publisherPlace, place, note)
      }
    }
    if let publisher = imprint.publisher { set(.publisher, publisher, note) }
    if let date = imprint.date, let range = imprint.dateRange {
      set(.issued, date.date, range, note)
      hasDay = hasDay || date.hasDay
    }
    if let date = imprint.originalDate, let range = imprint.originalRange {
      set(.originalDate, date, range, note)
    }
    if let edition = imprint.edition { setEdition(edition, note) }
    if let dateless = imprint.dateless {
      if dateless.isStatus {
        set(.status, dateless.range, note)
      }
      set(.issued, DateValue(literal: note.string(dateless.range)), dateless.range, note)
    }
    if let genre = imprint.genre {
      set(.genre, genre.range, note)
      self.genre = genre.type
    }
    for (role, list) in imprint.roles { add(role: role, list, note) }
    if let volume = imprint.volume { set(.volume, volume, note) }
    if let volumes = imprint.volumes { set(.numberOfVolumes, volumes, note) }
    if let series = imprint.series {
      set(.collectionTitle, series.title, note)
      if let number = series.number { set(.collectionNumber, number, note) }
    }
    hasImprint = hasImprint || !imprint.isDateOnly
    range = range.lowerBound..<max(range.upperBound, imprint.end)
    score +=
      imprint.place != nil && imprint.publisher != nil
      ? 5 : imprint.place != nil || imprint.publisher != nil ? 3.5 : 2.5
  }

  /// Adds names by the role that a cue gave them.
  mutating func add(role: String, _ list: NameReader.FoundList, _ note: NoteText) {
    switch role {
    case "editor": add(.editor, list, note)
    case "translator": add(.translator, list, note)
    case "compiler": add(.compiler, list, note)
    case "director":
      add(.director, list, note)
      genre = .motionPicture
    case "illustrator": add(.illustrator, list, note)
    case "edtrans":
      add(.editor, list, note)
      reference[.translator] += list.names.map(\.name)
    default: add(.contributor, list, note)
    }
    score += 1.5
  }

  /// Sets the edition: its number where it has one, else its words.
  mutating func setEdition(_ tokens: Range<Int>, _ note: NoteText) {
    guard let first = tokens.first else { return }
    let isPlain =
      note.tokens[first].kind == .number
      && tokens.dropFirst().allSatisfy {
        note.kind($0) == .dot || Lexicon.editions.contains(note.word($0))
      }
    set(.edition, isPlain ? first..<first + 1 : tokens, note)
    if isPlain, let value = note.tokens[first].value { reference[.edition] = String(value) }
    score += 1
  }
}

extension NoteText {
  /// The words of some tokens with the styles that part of them has; a style over all of them is the place's, not the words'.
  func richText(_ range: Range<Int>) -> RichText {
    let bytes = bytes(range)
    let plain = string(range)
    guard plain.utf8.count == bytes.count else { return RichText(plain) }
    // A style that began before the words covers more than them.
    var spans: [RichText.Span] = []
    var index = styles.partitionPoint { $0.range.lowerBound < bytes.lowerBound }
    while index < styles.count, styles[index].range.lowerBound < bytes.upperBound {
      let part = styles[index].range.clamped(to: bytes)
      let style = styles[index].style
      index += 1
      // The comma or stop after a title in italics is no reason to mark the rest.
      guard bytes.count - part.count > 2, style != .code, style != .underline else { continue }
      spans.append(
        .init(part.lowerBound - bytes.lowerBound..<part.upperBound - bytes.lowerBound, style))
    }
    return RichText(
      plain,
      spans: spans.sorted {
        ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
      })
  }
}
