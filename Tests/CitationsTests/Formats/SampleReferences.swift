@testable import Citations

/// References for the tests of writers.
enum SampleReferences {
  /// One of each CSL type with a value for every variable.
  static let everything: [Reference] = ItemType.all.map { type in
    var reference = full(type)
    reference.id = "all-" + type.rawValue
    return reference
  }

  /// One of each CSL type with what such a thing usually has.
  static let usual: [Reference] = ItemType.all.map { type in
    var reference = Reference(id: "usual-" + type.rawValue, type: type)
    reference[.author] = [Name(family: "Mercer", given: "Ada")]
    reference[.title] = "The mill at Fell"
    reference[.issued] = DateValue(.init(1931, 4, 3))
    reference[.publisher] = "Fell Press"
    reference[.publisherPlace] = "Leeds"
    if type != .book { reference[.containerTitle] = "Papers of the Mill" }
    if type == .chapter { reference[.editor] = [Name(family: "Okri", given: "Ben")] }
    reference[.volume] = "3"
    reference[.issue] = "2"
    reference[.page] = "12\u{2013}19"
    reference[.number] = "17"
    reference[.url] = "https://example.org/a_b?c=%20&d=#e"
    return reference
  }

  /// Every variable has a value.
  static func full(_ type: ItemType) -> Reference {
    var reference = Reference(id: "x", type: type)
    for variable in TextVariable.allCases {
      reference[variable] = RichText("Value of \(variable.rawValue) & 50% {x} and_y")
    }
    reference[.doi] = "10.1000/a_b(c)<d>"
    reference[.url] = "https://example.org/a_b?c=%20&d=#e"
    reference[.isbn] = "978-3-16-148410-0"
    reference[.issn] = "0378-5955"
    reference[.language] = "en"
    reference[.citationKey] = "key"
    for variable in NumberVariable.allCases { reference[variable] = "7" }
    reference[.page] = "xii, 201\u{2013}209"
    for variable in DateVariable.allCases { reference[variable] = DateValue(.init(1999, 2, 28)) }
    for (index, variable) in NameVariable.allCases.enumerated() {
      reference[variable] = [
        Name(family: "Name\(index)", given: "A."), Name(literal: "Office of This and That"),
      ]
    }
    reference.extras = [
      .init(format: "ris", name: "C1", value: "50% {"),
      .init(format: "biblatex", name: "shorthand", value: "\\emph{M}"),
      .init(format: "biblatex", name: "unknownfield", value: "a}b"),
    ]
    return reference
  }

  /// Hand-made references with what is difficult in names, titles and dates.
  static let difficult: [Reference] = {
    var list: [Reference] = []
    func add(_ id: String, _ type: ItemType, _ body: (inout Reference) -> Void) {
      var reference = Reference(id: id, type: type)
      reference[.author] = [Name(family: "Mercer", given: "Ada")]
      reference[.title] = "The Mill"
      reference[.issued] = DateValue(.init(1931))
      body(&reference)
      list.append(reference)
    }
    add("names", .book) {
      $0[.author] = [
        Name(family: "Berg", given: "Jan", nonDroppingParticle: "van der"),
        Name(family: "Beethoven", given: "Ludwig", droppingParticle: "van"),
        Name(family: "King", given: "Martin Luther", suffix: "Jr."),
        Name(family: "Ortega y Gasset", given: "José"),
        Name(family: "Alembert", given: "Jean", nonDroppingParticle: "d\u{2019}"),
        Name(family: "Sand and Gravel, Ltd", given: "The"),
        Name(family: "Plato"), Name(family: "", given: "Voltaire"),
        Name(family: "De la Cruz"), Name(family: "King", suffix: "Jr."),
        Name(literal: "Ministry of Food and {Drink}"), Name(literal: "others"),
      ]
    }
    add("titles", .articleJournal) {
      $0[.containerTitle] = "Journal of Mills & Streams"
      $0[.title] = RichText(
        "What eBay did to the MAGA mills: An iPhone in H2O, Vitamin C and I",
        spans: [.init(5..<9, .italic), .init(17..<25, .bold), .init(47..<48, .subscript)])
    }
    add("sentence", .articleJournal) {
      $0[.containerTitle] = "Journal"
      $0[.title] = "The long road from Leeds to the mills of northern Italy: Notes on a walk"
    }
    add("shouted", .articleJournal) {
      $0[.containerTitle] = "Journal"
      $0[.title] = "THE MILL AND THE RIVER"
    }
    add("german", .book) {
      $0[.language] = "de"
      $0[.title] = "Über die Mühle \u{201E}am Fluß\u{201C}"
    }
    add("odd} {key,=", .book) { $0[.title] = "100% {of} _it_ ~ ^ \\ # $x$ \"q\" } and }" }
    add("Names", .book) { $0[.publisher] = "Sand and Sons" }
    add("editor", .book) {
      $0[.author] = []
      $0[.editor] = [Name(family: "Okri", given: "Ben")]
      $0[.volume] = "IV"
      $0[.numberOfVolumes] = "6 and index"
      $0[.isbn] = "978-3-16-148410-1"
      $0[.note] = "Reprint"
    }
    add("blog", .postWeblog) {
      $0[.author] = []
      $0[.containerTitle] = "Infrared Substack"
      $0[.issued] = DateValue(.init(2022, 9, 18))
    }
    add("thesis", .thesis) {
      $0[.genre] = "Master’s thesis"
      $0[.publisher] = "University of Leeds"
    }
    add("untyped", .thesis) { $0[.publisher] = "University of Leeds" }
    add("dates", .book) {
      $0[.issued] = DateValue(from: .point(.init(1931, 4)), to: .open)
      $0[.originalDate] = DateValue(.init(-43))
      $0[.accessed] = DateValue(.init(2020, 2, 3))
    }
    let points: [(String, DateValue)] = [
      ("range", DateValue(from: .point(.init(1931)), to: .point(.init(1933)))),
      ("season", DateValue(.init(1999, season: 2))),
      ("unknown", DateValue(from: .unknown, to: .point(.init(2004)))),
      ("words", DateValue(literal: "in press")),
      ("long", DateValue(.init(17_000))),
    ]
    for (id, date) in points { add(id, .book) { $0[.issued] = date } }
    add("circa", .book) {
      var point = DateValue.Point(1850)
      point.isApproximate = true
      point.isUncertain = true
      $0[.issued] = DateValue(point)
    }
    add("century", .book) {
      var point = DateValue.Point(1900)
      point.unspecifiedYearDigits = 2
      $0[.issued] = DateValue(point)
    }
    return list
  }()
}
