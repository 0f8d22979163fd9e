/// Fills an entry with the variables of a reference, by the field table of the dialect.
struct BibTeXEntryBuilder {
  let reference: Reference
  let dialect: BibTeXDialect
  let encoder: LaTeXEncoder
  var entry: BibTeXEntry
  /// The variables that have a place.
  private var placed: Set<AnyVariable> = []
  /// What has no field in BibLaTeX: a name and LaTeX with balanced braces.
  private var leftovers: [(name: String, latex: String)] = []

  init(
    _ reference: Reference, _ dialect: BibTeXDialect, _ encoder: LaTeXEncoder, _ entry: BibTeXEntry
  ) {
    self.reference = reference
    self.dialect = dialect
    self.encoder = encoder
    self.entry = entry
  }

  private var markup: BibTeXMarkup { BibTeXMarkup(encoder: encoder) }
  private var nameWriter: BibTeXNames { BibTeXNames(encoder: encoder) }

  /// Whether titles follow the English way of capitals: no language, or English.
  private var isEnglish: Bool {
    guard let language = reference[.language]?.plain.lowercased(), !language.isEmpty else {
      return true
    }
    return language.hasPrefix("en")
  }

  /// Places every variable, then what is left over.
  mutating func build() {
    if reference[.citationKey]?.plain == entry.key { placed.insert(.text(.citationKey)) }
    for row in dialect.rows where reference.has(row.variable) {
      if place(row) { placed.insert(row.variable) }
    }
    passOverTwins()
    placeSubtype()
    placeDefaults()
    placeFurtherNames()
    if dialect == .biblatex, usesParticle {
      entry.add("options", .latex("useprefix=true"))
    }
    placeRest()
    placeExtras()
    if !reference.id.isEmpty, reference.id != entry.key { leave("id", encode(reference.id)) }
    writeLeftovers()
  }

  private func encode(_ text: String) -> String { encoder.encode(BibTeXText.cleaned(text)) }

  // MARK: Variables with a row

  private mutating func place(_ row: BibTeXFieldRow) -> Bool {
    if row.variable == .date(.issued) { return placeIssued() }
    for target in row.targets {
      guard target.group?.contains(entry.type) ?? true, !entry.has(target.field),
        dialect.allows(target.field, in: entry.type)
      else { continue }
      guard let latex = value(of: row.variable, for: target.field) else { continue }
      if target.field == "eprint" {
        entry.add("eprinttype", .latex(row.variable == .text(.pmid) ? "pubmed" : "pmc"))
      }
      return entry.add(target.field, .latex(latex))
    }
    return false
  }

  /// The variable's value in LaTeX as `field` takes it; nil where it cannot hold it.
  private func value(of variable: AnyVariable, for field: String) -> String? {
    switch variable {
    case .text(let variable): reference[variable].flatMap { text($0, for: field) }
    case .number(let variable): reference[variable].flatMap { number($0, for: field) }
    case .name(let variable): nameWriter.text(reference[variable])
    case .date(let variable): reference[variable].flatMap(dateText)
    }
  }

  /// A date in EDTF; nil for words, and for words that are more than the date, which must be kept beside it.
  private func dateText(_ date: DateValue) -> String? {
    let text = dialect == .bibtex ? date.edtf : BibTeXDates.biblatex(date)
    guard let text else { return dialect == .bibtex ? encode(date.writtenOut) : nil }
    return date.literal == nil || date.literal == text ? text : nil
  }

  /// Passes over variables that only repeat another one.
  private mutating func passOverTwins() {
    let twins: [(TextVariable, TextVariable)] = [
      (.shortTitle, .titleShort), (.journalAbbreviation, .containerTitleShort),
      (.containerTitleShort, .journalAbbreviation), (.event, .eventTitle),
    ]
    for (variable, other) in twins
    where placed.contains(.text(other)) && reference[variable] == reference[other] {
      placed.insert(.text(variable))
    }
    if placed.contains(.number(.page)), let first = reference[.pageFirst],
      let page = reference[.page], page.utf8.starts(with: first.utf8)
    {
      placed.insert(.number(.pageFirst))
    }
  }

  private func text(_ text: RichText, for field: String) -> String? {
    switch field {
    case "doi", "url", "eprint":
      return BibTeXText.verbatim(text.plain, asciiOnly: encoder.asciiOnly)
    case "title", "shorttitle", "booktitle", "maintitle":
      let title = markup.title(text, isEnglish: isEnglish)
      // The classic styles lower every title, whatever its language.
      return dialect == .bibtex && !isEnglish && field != "booktitle" ? "{\(title)}" : title
    case "isbn" where dialect == .biblatex:
      return StandardNumber.isISBN(text.plain) ? text.plain : nil
    case "issn" where dialect == .biblatex:
      return StandardNumber.isISSN(text.plain) ? text.plain : nil
    case "langid":
      return BibTeXLanguages.name(for: text.plain)
    case "publisher", "institution", "organization", "location", "origpublisher", "origlocation":
      let latex = markup.text(text)
      return BibTeXText.hasAnd(text.plain) && dialect == .biblatex ? "{\(latex)}" : latex
    default:
      return markup.text(text)
    }
  }

  private func number(_ number: String, for field: String) -> String? {
    switch field {
    case "pages":
      return BibTeXText.pages(number, encoder) ?? (dialect == .bibtex ? encode(number) : nil)
    case "volume" where dialect == .biblatex, "volumes" where dialect == .biblatex:
      return !number.isEmpty && number.utf8.allSatisfy(\.isASCIIDigit) ? number : nil
    default: return encode(number)
    }
  }

  private mutating func placeIssued() -> Bool {
    guard let date = reference[.issued] else { return false }
    guard dialect == .biblatex else {
      for (field, value) in BibTeXDates.bibtex(date) { entry.add(field, value) }
      return true
    }
    if let text = BibTeXDates.biblatex(date) {
      entry.add("date", .latex(text))
      if let literal = date.literal, literal != text { leave("issued", encode(literal)) }
    } else if let state = date.literal.flatMap(BibTeXDates.publicationState),
      dialect.allows("pubstate", in: entry.type)
    {
      entry.add("pubstate", .latex(state))
    } else {
      // Words are printed as they are; biber only warns that they do not sort.
      entry.add("year", .text(date.writtenOut))
    }
    return true
  }

  // MARK: What follows from the type

  private mutating func placeSubtype() {
    let meaning = dialect.types.meaning(of: entry.type)
    if let subtype = BibTeXSubtypes.subtype(of: reference.type, meaning: meaning) {
      entry.add("entrysubtype", .text(subtype))
    }
  }

  /// The kind of a thesis or report where the reference does not say it, since it is mandatory.
  private mutating func placeDefaults() {
    switch (dialect, entry.type) {
    case (.biblatex, "thesis"): entry.add("type", .latex("thesis"))
    case (.biblatex, "report"): entry.add("type", .latex("report"))
    case (.bibtex, "phdthesis"):
      // Without it the styles print "PhD thesis", which nobody said.
      let genre = reference[.genre]?.plain.lowercased() ?? ""
      if genre.hasPrefix("master") { entry.type = "mastersthesis" }
      entry.add("type", .latex("Thesis"))
    default: return
    }
  }

  private var usesParticle: Bool {
    reference.names.contains { $0.value.contains { !$0.nonDroppingParticle.isEmpty } }
  }

  // MARK: Variables without a row, and other formats' fields

  /// Gives names in roles that BibLaTeX has no field for one of its three free lists.
  private mutating func placeFurtherNames() {
    guard dialect == .biblatex else { return }
    var free = ["namea", "nameb", "namec"][...]
    for (variable, names) in reference.names where !placed.contains(.name(variable)) {
      guard let field = free.popFirst() else { return }
      entry.add(field, .latex(nameWriter.text(names)))
      entry.add(field + "type", .latex(variable.rawValue))
      placed.insert(.name(variable))
    }
  }

  private mutating func placeRest() {
    for (variable, names) in reference.names where !placed.contains(.name(variable)) {
      leave(variable.rawValue, nameWriter.text(names))
    }
    for (variable, text) in reference.texts
    where !placed.contains(.text(variable)) && !text.isEmpty {
      leave(variable.rawValue, markup.text(text))
    }
    for (variable, number) in reference.numbers
    where !placed.contains(.number(variable)) && !number.isEmpty {
      placeNumber(number, of: variable)
    }
    for (variable, date) in reference.dates where !placed.contains(.date(variable)) {
      if let edtf = date.edtf, let literal = date.literal, literal != edtf {
        leave(variable.rawValue + ".words", encode(literal))
        leave(variable.rawValue, edtf)
      } else {
        leave(variable.rawValue, encode(date.writtenOut))
      }
    }
  }

  /// A volume that is no whole number has no field in the data model, but readers must see it.
  private mutating func placeNumber(_ number: String, of variable: NumberVariable) {
    let allowed = dialect.allows("volume", in: entry.type) && dialect == .biblatex
    switch variable {
    case .volume where allowed:
      entry.append("vol.~" + encode(number), to: "note", separator: ", ")
    case .numberOfVolumes where allowed:
      entry.append(encode(number) + "~vols.", to: "note", separator: ", ")
    default: leave(variable.rawValue, encode(number))
    }
  }

  private mutating func placeExtras() {
    for extra in reference.extras {
      let isOurs = extra.format == "bibtex" || extra.format == "biblatex"
      let value =
        isOurs && BibTeXText.isBalanced(extra.value)
        ? BibTeXText.cleaned(extra.value) : encode(extra.value)
      let isName = extra.name.utf8.allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
      if isOurs, isName, !extra.name.isEmpty, !entry.has(extra.name),
        dialect.allows(extra.name.lowercased(), in: entry.type)
      {
        entry.add(extra.name, .latex(value))
      } else {
        leave(isOurs ? extra.name : extra.format + "." + extra.name, value)
      }
    }
  }

  // MARK: What is left over

  /// Keeps a value that has no field: in BibTeX as a field of that name, in BibLaTeX for the end of `annotation`.
  private mutating func leave(_ name: String, _ latex: String) {
    guard dialect == .bibtex else {
      leftovers.append((name, latex))
      return
    }
    let bytes = name.utf8.map { byte in
      byte.isASCIIAlphanumeric || "-_.".utf8.contains(byte) ? byte : UInt8(ascii: "-")
    }
    let field = bytes.first.map(\.isASCIILetter) == true ? bytes.string : "csl-" + bytes.string
    var unique = entry.has(field) ? "csl-" + field : field
    while entry.has(unique) { unique += "x" }
    entry.add(unique, .latex(latex))
  }

  private mutating func writeLeftovers() {
    guard !leftovers.isEmpty else { return }
    let list = leftovers.map { "\(encode($0.name)) = {\($0.latex)}" }.joined(separator: "; ")
    entry.append("[csl: \(list)]", to: "annotation", separator: " ")
  }
}
