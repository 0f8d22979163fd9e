extension BibTeXEntryReader {
  // MARK: Options

  /// The option that particles stay with the family name; other options are kept.
  mutating func readOptions() {
    nameReader.usesPrefix = false
    guard let field = pop(.options) else { return }
    let options = resolver.value(of: field).split(separator: UInt8(ascii: ",")).map(
      \.trimmedASCIISpace)
    nameReader.usesPrefix = options.contains {
      $0.elementsEqual("useprefix=true".utf8) || $0.elementsEqual("useprefix".utf8)
    }
    if !nameReader.usesPrefix || options.count > 1 { keep(field) }
  }

  // MARK: Roles

  /// Fields for names whose role another field gives.
  mutating func readRoles() {
    let pairs: [(Special, Special)] = [
      (.editor, .editortype), (.editora, .editoratype), (.editorb, .editorbtype),
      (.editorc, .editorctype), (.namea, .nameatype), (.nameb, .namebtype), (.namec, .namectype),
    ]
    for (kind, typeKind) in pairs {
      let type = pop(typeKind)
      guard let field = pop(kind) else {
        if let type { keep(type) }
        continue
      }
      let word = type.map { plain($0) } ?? "editor"
      let variable = NameVariable(rawValue: word)
      let isFree =
        variable.map { variable in !claims.contains { $0.variable == .name(variable) } } ?? false
      if let variable, isFree, type != nil || kind == .editor {
        claim(.name(variable), 0, field)
      } else if kind == .editor {
        claim(.name(.editor), 0, field)
        if let type { keep(type) }
      } else {
        keep(field)
        if let type { keep(type) }
      }
    }
  }

  // MARK: Type words

  /// The kind of a thesis or report, which BibLaTeX gives by keys.
  mutating func readTypeWords() {
    guard let field = pop(.type) else {
      if let genre = type.genre { reference[.genre] = RichText(Self.genres[genre] ?? genre) }
      return
    }
    let text = text(field)
    let isDefault =
      manner.dialect == .biblatex
      ? text.plain == type.canonical
      : type.canonical == "thesis" && text.plain == "Thesis"
        || type.canonical == "report" && text.plain == "Report"
    if isDefault, type.canonical == "thesis" || type.canonical == "report" { return }
    reference[.genre] = manner.isOwn ? text : Self.genres[text.plain].map { RichText($0) } ?? text
  }

  /// Source: biblatex 3.18, 4.9.2.13 "Type"; english.lbx.
  private static let genres = [
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report",
    "resreport": "Research report", "software": "Software", "datacd": "CD-ROM",
    "audiocd": "Audio CD",
  ]

  // MARK: Notes, places, languages

  /// Fields that often hold something other than what they are for.
  mutating func readPlaces() {
    if let field = pop(.howpublished), !takeAddress(field) { claim(.text(.publisher), 50, field) }
    if let field = pop(.note), !takeAccess(field), !takeAddress(field) {
      claim(.text(.note), 0, field)
    }
    if let field = pop(.pubstate) {
      let words = text(field)
      reference[.status] =
        BibTeXDates.words(forPublicationState: words.plain).map { RichText($0) } ?? words
    }
    readLanguage()
  }

  /// Takes a field that is an address and nothing else for the URL, where the entry has none.
  private mutating func takeAddress(_ field: Field) -> Bool {
    guard !manner.isOwn, !claims.contains(where: { $0.variable == .text(.url) }),
      reference[.url] == nil
    else { return false }
    let value = bytes[trimmed(range(field))]
    guard value.contains(UInt8(ascii: "\\")) || value.starts(with: "http" as StaticString) else {
      return false
    }
    decoder.protects = false
    decoder.decode(bytes, value.startIndex..<value.endIndex)
    if let link = decoder.links.first {
      let address = LaTeXDecoder.unescaped(bytes[link].trimmedASCIISpace)
      let isAll = decoder.output == address
      takeURL(address.string, field)
      return isAll
    }
    let isAddress =
      (value.starts(with: "http://" as StaticString)
        || value.starts(with: "https://" as StaticString))
      && !value.contains(where: \.isASCIISpace)
    if isAddress { takeURL(LaTeXDecoder.unescaped(value).string, field) }
    return isAddress
  }

  /// Takes "Accessed: 2020-01-02" for the date of access, where the entry has none.
  private mutating func takeAccess(_ field: Field) -> Bool {
    guard !manner.isOwn, !claims.contains(where: { $0.variable == .date(.accessed) }) else {
      return false
    }
    let value = bytes[trimmed(range(field))]
    guard value.count < 50,
      value.prefix(16).map(\.asciiLowercased).firstOffset(of: Array("access".utf8), from: 0) != nil
    else { return false }
    var text = decoded(value)
    while text.last == "." { text.removeLast() }
    for words in ["last accessed", "accessed", "date accessed", "access date"] {
      guard text.lowercased().hasPrefix(words) else { continue }
      var rest = Array(text.utf8.dropFirst(words.utf8.count))[...]
      if rest.starts(with: " on " as StaticString) { rest = rest.dropFirst(3) }
      if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
      guard let date = BibTeXDateReader.written(rest.trimmedASCIISpace.string) else { continue }
      reference[.accessed] = date
      return true
    }
    return false
  }

  /// `langid` and `language`, by the names of babel or in words.
  private mutating func readLanguage() {
    if let field = pop(.langid) {
      if let other = pop(.language) { keep(other) }
      let text = plain(field)
      reference[.language] = RichText(BibTeXLanguages.tag(for: text) ?? text)
      return
    }
    guard let field = pop(.language) else { return }
    let text = text(field)
    guard !manner.isOwn else {
      reference[.language] = text
      return
    }
    let parts = Self.split(bytes, trimmed(range(field)))
    let first = parts.count > 1 ? decoded(bytes[parts[0]]) : text.plain
    reference[.language] = BibTeXLanguages.tag(for: first).map { RichText($0) } ?? text
    // A second language has no variable.
    if parts.count > 1 { keep(field) }
  }

  // MARK: Titles

  /// Joins titles and subtitles, and leaves out braces that our own writer puts by rule.
  mutating func finishTitles() {
    finishDoubled()
    let pairs: [(Special, TextVariable, String)] = [
      (.subtitle, .title, "title"), (.booksubtitle, .containerTitle, "booktitle"),
      (.mainsubtitle, .containerTitle, "maintitle"),
      (.journalsubtitle, .containerTitle, "journaltitle"),
    ]
    for (kind, variable, name) in pairs {
      guard let field = pop(kind) else { continue }
      let isTaken = claims.contains {
        $0.variable == .text(variable) && resolver.name(of: $0.field) == name
      }
      guard !manner.isOwn, isTaken, let title = reference[variable] else {
        keep(field)
        continue
      }
      reference[variable] = Self.joined(title, text(field, isTitle: true))
    }
  }

  private static func joined(_ title: RichText, _ subtitle: RichText) -> RichText {
    let endsSentence = title.plain.utf8.last.map { "?!.:".utf8.contains($0) } ?? false
    var result = title
    result.plain += endsSentence ? " " : ": "
    let offset = result.plain.utf8.count
    result.plain += subtitle.plain
    result.spans += subtitle.spans.map {
      .init($0.range.lowerBound + offset..<$0.range.upperBound + offset, $0.style)
    }
    return result
  }

  private mutating func finishDoubled() {
    let isEnglish = BibTeXMarkup.isEnglish(reference[.language]?.plain)
    for (variable, field, doubled) in doubledTitles {
      guard var title = reference[variable], !title.spans.isEmpty else { continue }
      let name = resolver.name(of: field)
      let automatic: Set<Range<Int>>
      if isEnglish {
        guard BibTeXMarkup.protectedFields.contains(name) else { continue }
        automatic = Set(TitleCapitals.protectedRanges(Array(title.plain.utf8)))
      } else {
        guard manner.dialect == .bibtex, BibTeXMarkup.isWhollyProtected(name) else { continue }
        automatic = [0..<title.plain.utf8.count]
      }
      title.spans.removeAll {
        $0.style == .noCase && automatic.contains($0.range) && !doubled.contains($0.range)
      }
      reference[variable] = title
    }
  }

  // MARK: Type

  /// The CSL type where the entry says it, and the entry type where the CSL type does not imply it.
  mutating func finishType() {
    if let field = pop(.entrysubtype) {
      let word = plain(field)
      let type = BibTeXSubtypes.type(word, in: type.canonical)
      if manner.isOwn || type.isKnown { reference.type = type } else { keep(field) }
    }
    for kind in [Special.crossref, .issued, .xdata] {
      guard let field = pop(kind) else { continue }
      if kind == .crossref { keep(field) }
    }
    keepEntryType()
  }

  /// Keeps the entry type where a writer would choose another one for the reference.
  private mutating func keepEntryType() {
    let isBibTeX = manner.dialect == .bibtex && BibTeXDialect.bibtex.hasType(type.name)
    let expected = (isBibTeX ? BibTeXTypes.bibtex : .biblatex).entryType(for: reference)
    guard BibTeXTypeAliases.canonical(expected).type != type.canonical,
      !reference.extras.contains(where: { $0.name == "entrytype" })
    else { return }
    reference.extras.append(.init(format: "biblatex", name: "entrytype", value: type.name))
  }
}
