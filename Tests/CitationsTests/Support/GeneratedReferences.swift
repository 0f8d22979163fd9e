@testable import Citations

/// References made from a seed, of every type, with every variable, for tests of round trips.
///
/// Their values are what CSL-JSON can say: they have been through its writer and reader.
struct GeneratedReferences {
  private var state: UInt64

  private init(seed: UInt64) { state = seed &* 2_654_435_761 | 1 }

  /// For each type one reference with all variables, one with none, and `count` with some of them.
  static func all(seed: UInt64 = 1, count: Int = 6) -> [Reference] {
    var generator = GeneratedReferences(seed: seed)
    var references: [Reference] = []
    for type in ItemType.all {
      references.append(generator.reference(type, "full", chance: 100))
      references.append(Reference(id: "empty-" + type.rawValue, type: type))
      for index in 0..<count {
        references.append(generator.reference(type, String(index), chance: 8 + UInt64(index) * 9))
      }
    }
    return throughCSLJSON(references)
  }

  /// What is left of references after CSL-JSON.
  static func throughCSLJSON(_ references: [Reference]) -> [Reference] {
    let bytes = BibliographyFormat.cslJSON.write(references)?.bytes ?? []
    let source = SourceFile(name: "test.json", bytes: bytes)
    return BibliographyFormat.cslJSON.read(source)?.references ?? []
  }

  /// Xorshift: the same numbers everywhere.
  private mutating func next(_ limit: UInt64) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11 % limit)
  }

  private mutating func pick<T>(_ list: [T]) -> T { list[next(UInt64(list.count))] }

  private mutating func reference(_ type: ItemType, _ name: String, chance: UInt64) -> Reference {
    var reference = Reference(id: "\(name)-\(type.rawValue)", type: type)
    for variable in TextVariable.allCases where next(100) < chance {
      reference[variable] = text(variable)
    }
    for variable in NumberVariable.allCases where next(100) < chance {
      reference[variable] =
        variable == .page || variable == .locator ? pick(Self.pages) : pick(Self.numbers)
    }
    for variable in DateVariable.allCases where next(100) < chance {
      reference[variable] = pick(Self.dates)
    }
    for variable in NameVariable.allCases where next(100) < chance {
      reference[variable] = (0...next(3)).map { _ in pick(Self.names) }
    }
    if next(100) < chance / 2 { reference.extras = Self.extras }
    return reference
  }

  private mutating func text(_ variable: TextVariable) -> RichText {
    switch variable {
    case .doi: return RichText(pick(["10.1000/182", "10.1002/(SICI)1097<1::AID>3.0.CO;2-#"]))
    case .isbn: return RichText(pick(["978-3-16-148410-0", "0-306-40615-2", "9783161484100"]))
    case .issn: return RichText(pick(["0378-5955", "2049-3630"]))
    case .url: return RichText(pick(Self.addresses))
    case .pmid: return RichText(String(10_000 + next(90_000)))
    case .pmcid: return RichText("PMC\(10_000 + next(90_000))")
    case .abstract, .note, .annote: return pick(Self.texts + Self.paragraphs)
    case .language: return RichText(pick(["en", "de-DE", "fr", "grc", "in French", "zh-Hans"]))
    default: return pick(Self.texts)
    }
  }

  private static let addresses = [
    "https://example.org/", "https://example.org/a_b?c=%20&d=#e", "http://example.org/~ä/{x}",
  ]

  private static let extras: [Reference.ExtraField] = [
    .init(format: "biblatex", name: "file", value: "a_b.pdf"),
    .init(format: "ris", name: "C1", value: "50% of {it}"),
    .init(format: "csl-json", name: "/categories", value: "[\"mills\"]"),
    .init(format: "csl-json", name: "/custom/rank", value: "{\"of\":[1,2.50]}"),
  ]

  private static let texts: [RichText] = [
    "The mill", "Mills & streams: 100% of #1_2 {a} ~b^c\\d $5 \"quoted\" 'single'",
    "Über die Mühle „am Fluß“ – Żółć — “curly” ‘one’", "Мельница на реке", "水车", "طاحونة",
    "Why NASA and McDonald left iPhones in Paris", "what is lower case", "A", "12",
    RichText("On Drosophila and H2O", spans: [.init(3..<13, .italic), .init(19..<20, .subscript)]),
    RichText("bold and sup", spans: [.init(0..<4, .bold), .init(9..<12, .superscript)]),
    RichText("small caps, iOS", spans: [.init(0..<10, .smallCaps), .init(12..<15, .noCase)]),
    RichText(
      "nested deep text",
      spans: [.init(0..<16, .italic), .init(0..<11, .bold), .init(7..<11, .noCase)]),
    "A title. With periods? And: more; and, commas", "and", "Sand and Gravel", "a -- b --- c",
    "<not a tag> & <3", "e\u{301}tude a\u{304}", "ends in backslash \\", "-- leading", "@book{x,",
    "Key: value", "{}", "A and B and others", "né en 1900 à Lyon; mort en 1950",
  ]

  /// Texts whose white space means something.
  private static let paragraphs: [RichText] = [
    "First line\nsecond line", "A paragraph.\n\nAnother one, with two  spaces.", " led by a space",
    "tab\tand end ",
  ]

  private static let numbers = ["1", "12", "xii", "2nd", "3a", "IV", "5–7", "12, 14", "iii & iv"]

  private static let pages = [
    "44", "201–209", "201-9", "xii–xx", "S12–S15", "e1234", "1-9, 12", "12 f.", "A12", "209-201",
  ]

  private static let dates: [DateValue] = {
    var dates = [
      DateValue(.init(2004)), DateValue(.init(2004, 6)), DateValue(.init(2004, 6, 11)),
      DateValue(.init(1931, season: 2)), DateValue(literal: "forthcoming"),
      DateValue(literal: "Michaelmas 1850"), DateValue(.init(-43)), DateValue(.init(800)),
      DateValue(from: .point(.init(1931)), to: .point(.init(1933))),
      DateValue(from: .point(.init(1931, 4, 30)), to: .point(.init(1931, 5, 2))),
    ]
    dates += ["2004/..", "../2004", "1900~", "1900?", "198X", "2004-06~/2005-01~", "/1950"]
      .compactMap { DateValue(edtf: $0) }
    return dates
  }()

  private static let names: [Name] = {
    var still = Name(family: "Mao", given: "Zedong")
    still.hasStaticOrdering = true
    var comma = Name(family: "King", given: "Martin Luther", suffix: "Jr.")
    comma.hasCommaSuffix = true
    return [
      Name(family: "Mercer", given: "Ada"), Name(family: "Okri", given: "B. J."),
      Name(family: "Beethoven", given: "Ludwig", droppingParticle: "van"),
      Name(family: "Gaulle", given: "Charles", nonDroppingParticle: "de"),
      Name(
        family: "Berg", given: "Jan", droppingParticle: "von", nonDroppingParticle: "der",
        suffix: "III"),
      Name(family: "King", given: "Martin", suffix: "Jr."), still, comma,
      Name(literal: "World Health Organization"), Name(literal: "Fell & Sons and Co., Ltd."),
      Name(family: "Plato"), Name(family: "", given: "Voltaire"),
      Name(family: "Ortega y Gasset", given: "José"), Name(family: "García Márquez", given: "G."),
      Name(family: "Иванов", given: "Пётр"), Name(family: "Ó Briain", given: "Seán"),
      Name(family: "al-Rashid", given: "Harun"), Name(family: "de la Cruz", given: "Juana"),
      Name(family: "Alembert", given: "Jean", nonDroppingParticle: "d’"),
    ]
  }()
}
