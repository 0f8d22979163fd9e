/// The elements of one citation, and what of the reference they lack.
struct CrossrefCitation {
  /// An element with its text; where there are names in `inner`, it stands in each of these elements inside.
  struct Element: Sendable {
    var name: String
    var inner: [String] = []
    var text: String
  }

  private(set) var elements: [Element] = []
  private(set) var losses: [Loss] = []
  private let reference: Reference
  private let shape: CrossrefShape
  /// Variables whose value stands in an element as it is.
  private var kept: Set<AnyVariable> = []
  /// Variables of which a part stands in an element, and why not all.
  private var narrowed: [AnyVariable: String] = [:]

  /// Takes what Crossref has elements for.
  init(_ reference: Reference) {
    self.reference = reference
    shape = CrossrefShape.of(reference.type)
    takeNumbers()
    takeAuthor()
    takeTitles()
    takeYear()
    let words = shape == .other ? CrossrefCitation.words(reference) : nil
    if let words, !words.text.isEmpty { add("unstructured_citation", words.text) }
    report(moved: words?.variables ?? [])
  }

  private mutating func add(_ name: String, inner: [String] = [], _ text: String) {
    elements.append(Element(name: name, inner: inner, text: text))
  }

  // MARK: Elements

  private mutating func take(
    _ variable: TextVariable, _ name: String, inner: [String] = [],
    if isAllowed: (String) -> Bool = { _ in true }
  ) {
    guard let text = reference[variable], !text.isEmpty, isAllowed(text.plain),
      !elements.contains(where: { $0.name == name })
    else { return }
    add(name, inner: inner, text.plain)
    if text.spans.isEmpty {
      kept.insert(.text(variable))
    } else {
      narrowed[.text(variable)] = "the element '\(name)' has no styles"
    }
  }

  private mutating func take(_ variable: NumberVariable, _ name: String, upTo limit: Int) {
    guard let text = reference[variable], !text.isEmpty, text.unicodeScalars.count <= limit,
      !elements.contains(where: { $0.name == name })
    else { return }
    add(name, text)
    kept.insert(.number(variable))
  }

  private mutating func takeNumbers() {
    take(.doi, "doi", if: CrossrefRules.isDOI)
    take(.issn, "issn", if: CrossrefRules.isISSN)
    take(.isbn, "isbn", if: CrossrefRules.isISBN)
    take(.volume, "volume", upTo: 32)
    take(.issue, "issue", upTo: 32)
    take(.edition, "edition_number", upTo: 15)
    take(.chapterNumber, "component_number", upTo: 50)
    guard let pages = reference[.page], !pages.isEmpty else { return }
    if CrossrefRules.isArticleNumber(pages) {
      add("elocation_id", pages)
      kept.insert(.number(.page))
      return
    }
    let first = String(
      pages.prefix { !"–-,".unicodeScalars.contains($0.unicodeScalars.first ?? " ") })
    guard !first.isEmpty, first.unicodeScalars.count <= 32 else { return }
    add("first_page", first)
    if first == pages {
      kept.insert(.number(.page))
    } else {
      narrowed[.number(.page)] = "only the first page has an element"
    }
  }

  private mutating func takeAuthor() {
    guard let first = reference[.author].first else { return }
    let family = [first.nonDroppingParticle, first.family].filter { !$0.isEmpty }
      .joined(separator: " ")
    let text = !first.literal.isEmpty ? first.literal : family.isEmpty ? first.given : family
    guard !text.isEmpty else { return }
    add("author", text)
    let isWhole =
      reference[.author] == [Name(literal: text)] || reference[.author] == [Name(family: text)]
    if isWhole {
      kept.insert(.name(.author))
    } else {
      narrowed[.name(.author)] = "only the family name of the first author has an element"
    }
  }

  private mutating func takeTitles() {
    switch shape {
    case .article:
      take(.title, "article_title")
      take(.containerTitle, "journal_title")
    case .part:
      take(.title, "article_title")
      take(.containerTitle, "volume_title")
    case .whole: take(.title, "volume_title")
    case .standard:
      take(.title, "volume_title")
      if let number = reference[.number], (2...150).contains(number.unicodeScalars.count) {
        add("std_designator", number)
        kept.insert(.number(.number))
      }
      // The schema wants an acronym as well: a body that is known by one word has it.
      take(
        .publisher, "standards_body",
        inner: ["standards_body_name", "standards_body_acronym"],
        if: { !$0.utf8.contains(0x20) && $0.utf8.count <= 20 })
    case .other: take(.title, "article_title")
    }
    take(.collectionTitle, "series_title")
  }

  private mutating func takeYear() {
    guard let date = reference[.issued], let year = date.year else { return }
    add("cYear", year > 0 ? String(year) : DateValue(.init(year)).edtf ?? String(year))
    if date == DateValue(.init(year)) {
      kept.insert(.date(.issued))
    } else {
      narrowed[.date(.issued)] = "only the year has an element"
    }
  }

  /// A citation in words for what has no elements, and the variables whose values are in it.
  private static func words(_ reference: Reference) -> (text: String, variables: Set<AnyVariable>) {
    var parts: [String] = []
    var variables: Set<AnyVariable> = []
    let authors = reference[.author].map(\.display).filter { !$0.isEmpty }
    if !authors.isEmpty {
      parts.append(authors.joined(separator: ", "))
      variables.insert(.name(.author))
    }
    for variable in [TextVariable.title, .containerTitle, .genre, .publisher, .publisherPlace] {
      guard let text = reference[variable], !text.isEmpty else { continue }
      parts.append(text.plain)
      variables.insert(.text(variable))
    }
    if let number = reference[.number], !number.isEmpty {
      parts.append(number)
      variables.insert(.number(.number))
    }
    if let date = reference[.issued] {
      parts.append(date.writtenOut)
      variables.insert(.date(.issued))
    }
    if let url = reference[.url], !url.isEmpty {
      parts.append(url.plain)
      variables.insert(.text(.url))
    }
    return (parts.joined(separator: ". "), variables)
  }

  // MARK: Losses

  private mutating func report(moved: Set<AnyVariable>) {
    if !CrossrefShape.implied.contains(reference.type) {
      lose(.dropped, "type", reference.type.rawValue, "a citation of Crossref has no type")
    }
    for (variable, text) in reference.texts where !text.isEmpty {
      report(.text(variable), text.plain, moved)
    }
    for (variable, number) in reference.numbers where !number.isEmpty {
      report(.number(variable), number, moved)
    }
    for (variable, date) in reference.dates { report(.date(variable), date.writtenOut, moved) }
    for (variable, names) in reference.names where !names.isEmpty {
      report(.name(variable), names.map(\.display).joined(separator: "; "), moved)
    }
    for extra in reference.extras {
      lose(.dropped, extra.qualifiedName, extra.value, "Crossref has no element for it")
    }
  }

  private mutating func report(_ variable: AnyVariable, _ value: String, _ moved: Set<AnyVariable>)
  {
    guard !kept.contains(variable) else { return }
    if moved.contains(variable) {
      lose(.moved, variable.name, value, "it stands in the unstructured citation")
    } else if let reason = narrowed[variable] {
      lose(.narrowed, variable.name, value, reason)
    } else {
      lose(.dropped, variable.name, value, "Crossref has no element for it")
    }
  }

  private mutating func lose(_ kind: Loss.Kind, _ field: String, _ value: String, _ reason: String)
  {
    losses.append(Loss(kind, key: reference.id, field: field, value: value, reason: reason))
  }
}
