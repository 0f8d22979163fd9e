/// Makes a reference of a citation template.
struct WikiCitation {
  private let bytes: [UInt8]
  private let template: WikiTemplate
  private var reference = Reference(type: .document)
  private var locator: Locator?
  private var chapter: RichText?
  private var container: RichText?
  private var onePage: String?
  private var pages: String?
  private var year: String?
  private var month: String?
  private var nameParts: [NameKey: Name] = [:]
  private var nameOrder: [NameKey] = []

  private struct NameKey: Hashable {
    var variable: NameVariable
    var index: Int
  }

  /// The reference and locator of `template`, or nil if it is no citation template.
  static func read(
    _ template: WikiTemplate, in bytes: [UInt8]
  ) -> (reference: Reference, locator: Locator?)? {
    guard WikiCitationTable.isCitation(template.name) else { return nil }
    var reader = Self(bytes: bytes, template: template)
    for parameter in template.parameters where !parameter.value.isEmpty {
      reader.read(parameter)
    }
    reader.finish(WikiCitationTable.types[template.name])
    return (reader.reference, reader.locator)
  }

  private init(bytes: [UInt8], template: WikiTemplate) {
    self.bytes = bytes
    self.template = template
  }

  private mutating func read(_ parameter: WikiTemplate.Parameter) {
    let value = WikiValue.richText(bytes[parameter.value])
    guard !value.isEmpty else { return }
    let digits = parameter.name.utf8.filter(\.isASCIIDigit)
    let base = String(decoding: parameter.name.utf8.filter { !$0.isASCIIDigit }, as: UTF8.self)
    let index = Int(Array(digits).string) ?? 1
    guard !base.isEmpty,
      let role = WikiCitationTable.role(of: parameter.name)
        ?? WikiCitationTable.role(of: base)
    else {
      keep(parameter.name, value.plain)
      return
    }
    switch role {
    case .text(let variable):
      if reference[variable] == nil {
        reference[variable] = value
      } else {
        keep(parameter.name, value.plain)
      }
    case .number(let variable):
      if reference[variable] == nil {
        reference[variable] = value.plain
      } else {
        keep(parameter.name, value.plain)
      }
    case .date(let variable): reference[variable] = WikiDate.read(value.plain)
    case .name(let variable, let part): addName(value.plain, variable, part, index)
    case .title: reference[.title] = value
    case .subtitle: addSubtitle(value)
    case .chapter: chapter = value
    case .container: container = container ?? value
    case .onePage: onePage = value.plain
    case .pages: pages = value.plain
    case .place:
      let text = Array(value.plain.utf8)
      if let found = LocatorText.read(text, at: 0, to: text.count, needsLabel: true),
        found.end == text.count
      {
        locator = found.locator
      } else {
        keep(parameter.name, value.plain)
      }
    case .year: year = value.plain
    case .month: month = value.plain
    case .ignored: break
    }
  }

  private mutating func keep(_ name: String, _ value: String) {
    reference.extras.append(Reference.ExtraField(format: "wikitext", name: name, value: value))
  }

  private mutating func addSubtitle(_ value: RichText) {
    guard var title = reference[.title] else {
      reference[.title] = value
      return
    }
    let offset = title.plain.utf8.count + 2
    title.plain += ": " + value.plain
    title.spans += value.spans.map {
      RichText.Span($0.range.lowerBound + offset..<$0.range.upperBound + offset, $0.style)
    }
    reference[.title] = title
  }

  // MARK: Names

  private mutating func addName(
    _ text: String, _ variable: NameVariable, _ part: WikiCitationTable.NamePart, _ index: Int
  ) {
    if part == .list {
      for (place, name) in WikiName.list(text).enumerated() {
        set(NameKey(variable: variable, index: index + place)) { $0 = name }
      }
      return
    }
    set(NameKey(variable: variable, index: index)) { name in
      switch part {
      case .family: name.family = text
      case .given: name.given = text
      case .whole, .list: name = WikiName.whole(text)
      }
    }
  }

  private mutating func set(_ key: NameKey, _ change: (inout Name) -> Void) {
    if nameParts[key] == nil { nameOrder.append(key) }
    change(&nameParts[key, default: Name(family: "")])
  }

  private mutating func finishNames() {
    for key in nameOrder.sorted(by: { $0.index < $1.index }) {
      guard var name = nameParts[key] else { continue }
      if name.family.isEmpty, name.literal.isEmpty, !name.given.isEmpty {
        name = Name(literal: name.given)
      }
      reference[key.variable] = reference[key.variable] + [name]
    }
  }

  // MARK: The type and what depends on it

  private mutating func finish(_ given: ItemType?) {
    finishNames()
    finishDate()
    var type = given ?? inferredType
    if type == .book, chapter != nil { type = .chapter }
    reference.type = type
    placeTitles(type)
    placePages(type)
    let isJournal = [.articleJournal, .articleMagazine, .articleNewspaper].contains(type)
    if isJournal, reference[.issue] == nil, let number = reference[.number] {
      reference[.issue] = number
      reference[.number] = nil
    }
    if let url = reference[.url], url.plain.utf8.contains(0x20),
      let first = url.plain.utf8.split(separator: 0x20).first
    {
      reference[.url] = RichText(Array(first).string)
    }
  }

  private var inferredType: ItemType {
    let names = Set(template.parameters.filter { !$0.value.isEmpty }.map(\.name))
    if names.contains("newspaper") { return .articleNewspaper }
    if names.contains("magazine") { return .articleMagazine }
    if names.contains("journal") || names.contains("periodical") || names.contains("zeitschrift") {
      return .articleJournal
    }
    if names.contains("sammelwerk") {
      let isBook = !names.isDisjoint(with: ["isbn", "verlag", "hrsg"])
      return isBook ? .chapter : .articleJournal
    }
    if chapter != nil { return .chapter }
    if !names.isDisjoint(with: ["encyclopedia", "dictionary"]) { return .entryEncyclopedia }
    if !names.isDisjoint(with: ["publisher", "isbn", "edition", "verlag", "location", "ort"]) {
      return .book
    }
    return names.contains("url") || names.contains("website") ? .webpage : .document
  }

  private mutating func placeTitles(_ type: ItemType) {
    if let part = chapter {
      // The part is what is cited; the title is that of the whole.
      let whole = reference[.title] ?? container
      if whole != nil, reference[.title] != nil, let container {
        keep("work", container.plain)
      }
      reference[.title] = part
      reference[.containerTitle] = whole
    } else if let container {
      if reference[.title] == nil {
        reference[.title] = container
      } else {
        reference[.containerTitle] = container
      }
    }
  }

  private mutating func placePages(_ type: ItemType) {
    let isWhole = ![
      .articleJournal, .articleMagazine, .articleNewspaper, .chapter, .paperConference,
      .entryEncyclopedia, .entryDictionary,
    ].contains(type)
    if let pages {
      if isWhole { locator = place(pages) } else { reference[.page] = PageRange.expanded(pages) }
    }
    if let onePage {
      if type == .articleNewspaper, pages == nil {
        reference[.page] = onePage
      } else {
        locator = place(onePage)
      }
    }
  }

  private func place(_ text: String) -> Locator {
    let bytes = Array(text.utf8)
    if let found = LocatorText.read(bytes, at: 0, to: bytes.count), found.end == bytes.count {
      return found.locator
    }
    return Locator(.page, text)
  }

  private mutating func finishDate() {
    if reference[.issued] == nil, let year {
      reference[.issued] = WikiDate.read(month.map { $0 + " " + year } ?? year)
    }
  }
}
