import Citations

/// References made for tests: of every type, with every variable, with what is hard in them.
enum EveryVariable {
  /// A reference of `type` with every variable set; the values name their variable.
  static func full(_ type: ItemType, id: String, seed: Int = 0) -> Reference {
    var reference = Reference(id: id, type: type)
    for (index, variable) in TextVariable.allCases.enumerated() {
      reference[variable] = titles[(index + seed) % titles.count]
      reference[variable]?.plain += " " + variable.rawValue
    }
    reference[.doi] = "10.5555/a<b>&c"
    reference[.url] = "https://example.org/?a=1&b=\"2\""
    reference[.language] = seed % 2 == 0 ? "fr-CA" : "in French & Dutch"
    for variable in NumberVariable.allCases { reference[variable] = "12" }
    reference[.page] = pages[seed % pages.count]
    for (index, variable) in DateVariable.allCases.enumerated() {
      reference[variable] = dates[(index + seed) % dates.count]
    }
    for (index, variable) in NameVariable.allCases.enumerated() {
      reference[variable] = Array(names[(index % 5)...])
    }
    reference.extras = [.init(format: "biblatex", name: "file", value: "a<b>.pdf")]
    return reference
  }

  /// References with each variable on its own, by type.
  static func single(_ type: ItemType) -> [Reference] {
    let whole = full(type, id: "")
    var result: [Reference] = [Reference(id: "empty", type: type)]
    for (variable, value) in whole.texts {
      var reference = Reference(id: variable.rawValue, type: type)
      reference[variable] = value
      result.append(reference)
    }
    for (variable, value) in whole.numbers {
      var reference = Reference(id: variable.rawValue, type: type)
      reference[variable] = value
      result.append(reference)
    }
    for (variable, value) in whole.dates {
      var reference = Reference(id: variable.rawValue, type: type)
      reference[variable] = value
      result.append(reference)
    }
    for (variable, value) in whole.names {
      var reference = Reference(id: variable.rawValue, type: type)
      reference[variable] = value
      result.append(reference)
    }
    return result
  }

  static let titles: [RichText] = [
    "Plain",
    RichText("On Drosophila and H2O", spans: [.init(3..<13, .italic), .init(19..<20, .subscript)]),
    RichText("“Ä < & >” 𝔘 \u{202E}", spans: [.init(0..<9, .bold), .init(3..<5, .smallCaps)]),
    RichText("all styles", spans: TextStyle.allCases.map { .init(0..<10, $0) }),
    "a\tb\r\nc\u{1}\u{0}d\u{FFFE}",
  ]

  static let pages = [
    "201–9", "1-9, 12", "44", "xii–xx", "S12–S15", "209–201", "e1234", "A", "12 f.", "201–209",
  ]

  static let dates: [DateValue] = [
    DateValue(.init(2004, 6, 11)), DateValue(.init(2004, season: 2)),
    DateValue(literal: "forthcoming"),
    DateValue(from: .point(.init(2004)), to: .open), DateValue(.init(-44, 3)),
    DateValue(.init(2004, 13)),
    DateValue(.init(12345)), DateValue(edtf: "198X") ?? DateValue(literal: ""),
    DateValue(edtf: "1900~") ?? DateValue(literal: ""),
    DateValue(edtf: "2004-06/2005-01?") ?? DateValue(literal: ""),
  ]

  static let names: [Name] = {
    var static_ = Name(family: "Mao", given: "Zedong")
    static_.hasStaticOrdering = true
    var comma = Name(family: "King", given: "Martin Luther", suffix: "Jr.")
    comma.hasCommaSuffix = true
    return [
      Name(family: "Mercer", given: "Ada"), Name(literal: "Fell & Sons <Press>"),
      Name(family: "Beethoven", given: "Ludwig", droppingParticle: "van"),
      Name(family: "Gaulle", given: "Charles", nonDroppingParticle: "de"), static_, comma,
      Name(family: "", given: "Plato"), Name(family: "", suffix: "III"), Name(family: ""),
    ]
  }()
}
