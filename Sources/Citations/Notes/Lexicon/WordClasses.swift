/// What the lexicon knows of a word, as bits, so that a token is looked up once and asked often.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  // Words that a phrase of a table begins with.
  static let signalStart = Self(bit: 0)
  static let backReferenceStart = Self(bit: 1)
  static let monthStart = Self(bit: 2)
  static let seasonStart = Self(bit: 3)
  static let roleCueStart = Self(bit: 4)
  static let roleMarkStart = Self(bit: 5)
  static let editionStart = Self(bit: 6)
  static let numberCueStart = Self(bit: 7)
  static let locatorLabelStart = Self(bit: 8)
  static let passageCueStart = Self(bit: 9)
  static let accessCueStart = Self(bit: 10)
  static let datelessStart = Self(bit: 11)
  static let containerCueStart = Self(bit: 12)
  static let reprintCueStart = Self(bit: 13)
  static let othersStart = Self(bit: 14)
  static let functionWord = Self(bit: 15)
  static let thesisStart = Self(bit: 16)
  static let reportStart = Self(bit: 17)
  static let genreStart = Self(bit: 18)
  static let placeStart = Self(bit: 19)
  static let reviewStart = Self(bit: 20)
  static let changeCueStart = Self(bit: 21)

  // Words that are in a set.
  static let particle = Self(bit: 32)
  static let nameLink = Self(bit: 33)
  static let nameSuffix = Self(bit: 34)
  static let honorific = Self(bit: 35)
  static let publisher = Self(bit: 36)
  static let body = Self(bit: 37)
  static let newspaper = Self(bit: 38)
  static let magazine = Self(bit: 39)
  static let journal = Self(bit: 40)
  static let series = Self(bit: 41)
  static let workNoun = Self(bit: 42)
  static let innerReference = Self(bit: 43)
  static let notName = Self(bit: 44)
  static let abbreviation = Self(bit: 45)
  static let strongSignal = Self(bit: 46)
  static let givenName = Self(bit: 47)

  /// The classes of a word in lower case.
  static func of(_ word: String) -> WordClasses {
    var classes = known[word] ?? []
    if !classes.contains(.series), word.utf8.count > 10,
      seriesEndings.contains(where: word.hasSuffix)
    {
      classes.insert(.series)
    }
    return classes
  }

  /// German compounds that name series: "Schriftenreihe", "Geschichtsstudien".
  private static let seriesEndings = [
    "schriften", "studien", "reihe", "forschungen", "bibliothek", "beiträge", "abhandlungen",
    "untersuchungen", "veröffentlichungen",
  ]

  private static let known: [String: WordClasses] = {
    var result: [String: WordClasses] = [:]
    result.reserveCapacity(4096)
    let tables: [PhraseTable] = [
      Lexicon.signals, Lexicon.backReferences, Lexicon.months, Lexicon.seasons, Lexicon.roleCues,
      Lexicon.roleMarks, Lexicon.editions, Lexicon.numberCues, Lexicon.locatorLabels,
      Lexicon.passageCues, Lexicon.accessCues, Lexicon.datelessPhrases, Lexicon.containerCues,
      Lexicon.reprintCues, Lexicon.selfPublishers, Lexicon.othersPhrases, Lexicon.functionWords,
      Lexicon.theses,
      Lexicon.reports, Lexicon.genres, Lexicon.places, Lexicon.reviews, Lexicon.changeCues,
    ]
    for table in tables {
      for word in table.firstWords { result[word, default: []].insert(table.start) }
    }
    let sets: [(WordClasses, Set<String>)] = [
      (.particle, Lexicon.particles), (.nameLink, Lexicon.nameLinks),
      (.nameSuffix, Lexicon.nameSuffixes), (.honorific, Lexicon.honorifics),
      (.publisher, Lexicon.publisherWords), (.body, Lexicon.bodyWords),
      (.newspaper, Lexicon.newspaperWords), (.magazine, Lexicon.magazineWords),
      (.journal, Lexicon.journalWords), (.series, Lexicon.seriesWords),
      (.workNoun, Lexicon.workNouns), (.innerReference, Lexicon.innerReferences),
      (.notName, Lexicon.notNames), (.abbreviation, Lexicon.abbreviations),
      (.strongSignal, Lexicon.strongSignals), (.givenName, Lexicon.givenNames),
    ]
    for (words, list) in sets {
      for word in list { result[word, default: []].insert(words) }
    }
    return result
  }()
}

extension NoteToken {
  /// Whether the word belongs to a class.
  func has(_ words: WordClasses) -> Bool { classes.contains(words) }
}

extension NoteText {
  /// Whether the word at `index` belongs to a class; false past the ends.
  func has(_ words: WordClasses, _ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].classes.contains(words)
  }
}
