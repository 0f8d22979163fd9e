/// Fills an entry with the variables of a reference, by the field table of the dialect.
struct BibTeXEntryBuilder {
  let reference: Reference
  let dialect: BibTeXDialect
  let encoder: LaTeXEncoder
  var entry: BibTeXEntry
  /// What each field is read as.
  let table: BibTeXFieldTable
  /// Whether values are read as they stand.
  var isOwn = false
  /// Names of values that stand in the supplement although they have a field, since that says less.
  var supplemented: Set<String> = []
  /// The variables that have a place.
  private var placed: Set<AnyVariable> = []
  /// Items of the supplement.
  private var supplement: [String] = []

  init(
    _ reference: Reference, _ dialect: BibTeXDialect, _ encoder: LaTeXEncoder, _ entry: BibTeXEntry,
    _ table: BibTeXFieldTable
  ) {
    self.table = table
    self.reference = reference
    self.dialect = dialect
    self.encoder = encoder
    self.entry = entry
  }

  private var markup: BibTeXMarkup { BibTeXMarkup(encoder: encoder) }
  private var nameWriter: BibTeXNames { BibTeXNames(encoder: encoder) }

  private var isEnglish: Bool { BibTeXMarkup.isEnglish(reference[.language]?.plain) }

  private var exact: BibTeXExact { BibTeXExact(asciiOnly: encoder.asciiOnly) }

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
    placeEprint()
    if dialect == .biblatex, usesParticle {
      entry.add("options", .latex("useprefix=true"))
    }
    placeRest()
    placeExtras()
    if reference.id != entry.key { add("id", exact.text(RichText(reference.id))) }
    writeSupplement()
  }

  private func encode(_ text: String) -> String { encoder.encode(BibTeXText.cleaned(text)) }

  // MARK: Variables with a row

  private mutating func place(_ row: BibTeXFieldRow) -> Bool {
    if row.variable == .date(.issued) { return placeIssued() }
    for target in row.targets {
      guard target.group?.contains(entry.type) ?? true, !isTaken(target.field),
        dialect.allows(target.field, in: entry.type)
      else { continue }
      guard let latex = value(of: row.variable, for: target.field) else { continue }
      if target.field == "eprint" {
        entry.add("eprinttype", .latex(row.variable == .text(.pmid) ? "pubmed" : "pmc"))
      } else if table.reads(target.field) != row.variable {
        supplement.append("\(encode(row.variable.name)) @ \(target.field)")
      }
      return entry.add(target.field, .latex(latex))
    }
    return false
  }

  /// Whether the entry has a field, or one that is another name for it.
  private func isTaken(_ field: String) -> Bool {
    let name = BibTeXFieldTable.aliases[field] ?? field
    return entry.fields.contains { (BibTeXFieldTable.aliases[$0.name] ?? $0.name) == name }
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
      // The classic styles lower every title, whatever its language.
      return dialect == .bibtex && !isEnglish && BibTeXMarkup.isWhollyProtected(field)
        ? markup.whole(text) : markup.title(text, isEnglish: isEnglish)
    case "abstract", "annotation", "annote", "note":
      var encoder = encoder
      encoder.keepsLines = true
      return BibTeXMarkup(encoder: encoder).text(text)
    case "isbn" where dialect == .biblatex:
      return StandardNumber.isISBN(text.plain) ? text.plain : nil
    case "issn" where dialect == .biblatex:
      return StandardNumber.isISSN(text.plain) ? text.plain : nil
    case "langid":
      return BibTeXLanguages.name(for: text.plain)
    case "publisher", "institution", "organization", "location", "origpublisher", "origlocation":
      let latex = markup.text(text)
      let isOneGroup = text.spans.contains { $0.range.count == text.plain.utf8.count }
      return dialect == .biblatex && (isOneGroup || BibTeXText.hasAnd(text.plain))
        ? "{\(latex)}" : latex
    default:
      return markup.text(text)
    }
  }

  private func number(_ number: String, for field: String) -> String? {
    switch field {
    case "pages":
      return BibTeXText.pages(number, encoder)
        ?? (dialect == .bibtex ? encode(number) : nil)
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
      if let literal = date.literal, literal != text {
        add("issued.words", exact.text(RichText(literal)))
      }
    } else if let state = date.literal.flatMap(BibTeXDates.publicationState),
      dialect.allows("pubstate", in: entry.type)
    {
      entry.add("pubstate", .latex(state))
      supplement.append("issued @ pubstate")
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
    case (.bibtex, "techreport"): entry.add("type", .latex("Report"))
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

  /// Places in archives that have a field of their own.
  private mutating func placeEprint() {
    guard dialect == .biblatex, !entry.has("eprint"), let archive = reference[.archive]?.plain,
      let place = reference[.archiveLocation]?.plain, !place.isEmpty,
      let type = BibTeXEntryReader.archives.first(where: { $0.1 == archive })?.0
    else { return }
    entry.add("eprint", .latex(BibTeXText.verbatim(place, asciiOnly: encoder.asciiOnly)))
    entry.add("eprinttype", .latex(type))
    placed.insert(.text(.archive))
    placed.insert(.text(.archiveLocation))
  }

  private mutating func placeRest() {
    for (variable, names) in reference.names {
      leave(.name(variable), exact.names(names), nameWriter.text(names))
    }
    for (variable, text) in reference.texts where !text.isEmpty {
      leave(.text(variable), exact.text(text), markup.text(text))
    }
    for (variable, number) in reference.numbers where !number.isEmpty {
      if !placed.contains(.number(variable)) { placeInNote(number, of: variable) }
      leave(.number(variable), exact.text(RichText(number)), encode(number))
    }
    for (variable, date) in reference.dates {
      let text = exact.text(RichText(date.edtf ?? date.writtenOut))
      leave(.date(variable), text, text)
      if date.edtf == nil, let parts = exact.parts(date), isInSupplement(.date(variable)) {
        add(variable.rawValue + ".parts", parts)
      }
      if let literal = date.literal, date.start != nil || date.end != nil,
        isInSupplement(.date(variable))
      {
        add(variable.rawValue + ".words", exact.text(RichText(literal)))
      }
    }
    for name in BibTeXFieldTable.variableNames where supplemented.contains(name) {
      if let variable = AnyVariable(name), !reference.has(variable) { add(name, "") }
    }
  }

  /// A volume that is no whole number has no field in the data model, but readers must see it.
  private mutating func placeInNote(_ number: String, of variable: NumberVariable) {
    guard dialect == .biblatex, dialect.allows("volume", in: entry.type) else { return }
    switch variable {
    case .volume: entry.append("vol.~" + encode(number), to: "note", separator: ", ")
    case .numberOfVolumes: entry.append(encode(number) + "~vols.", to: "note", separator: ", ")
    default: return
    }
  }

  private mutating func placeExtras() {
    for extra in reference.extras {
      if extra.format == "biblatex", extra.name == "entrytype", extra.value == entry.type {
        continue
      }
      if !supplemented.contains("custom"), extra.format == "biblatex", isField(extra) {
        entry.add(extra.name, .latex(extra.value))
      } else {
        add(extra.format + "." + extra.name, exact.text(RichText(extra.value)))
      }
    }
  }

  /// Whether an extra field can stand in the entry as it is.
  private func isField(_ extra: Reference.ExtraField) -> Bool {
    let name = extra.name.utf8
    let isName = name.allSatisfy { byte in
      byte.isASCIILower || byte.isASCIIDigit || "-_+:./".utf8.contains(byte)
    }
    let isText = extra.value.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
    return isName && name.first?.isASCIILower == true && isText && extra.name != "entrytype"
      && BibTeXText.isBalanced(extra.value) && !entry.has(extra.name)
      && dialect.allows(extra.name, in: entry.type)
      && (!encoder.asciiOnly || extra.value.utf8.allSatisfy { $0 < 0x80 })
  }

  // MARK: The supplement

  private func isInSupplement(_ variable: AnyVariable) -> Bool {
    !placed.contains(variable) && dialect == .biblatex || supplemented.contains(variable.name)
  }

  /// Keeps a variable that has no field, or one that says less than it: in the supplement, or for BibTeX, which passes over
  /// unknown fields, as a field of that name.
  private mutating func leave(_ variable: AnyVariable, _ exact: String, _ latex: String) {
    if isInSupplement(variable) { return add(variable.name, exact) }
    guard !placed.contains(variable) else { return }
    if entry.has(variable.name) || table.reads(variable.name) != variable {
      add(variable.name, exact)
    } else {
      entry.add(variable.name, .latex(latex))
    }
  }

  private mutating func add(_ name: String, _ latex: String) {
    supplement.append("\(encode(name)) = {\(latex)}")
  }

  private mutating func writeSupplement() {
    guard !supplement.isEmpty else { return }
    let list = supplement.joined(separator: "; ")
    if dialect == .bibtex {
      entry.add("csl", .latex(list))
    } else {
      entry.append("[csl: \(list)]", to: "annotation", separator: " ")
    }
  }
}
