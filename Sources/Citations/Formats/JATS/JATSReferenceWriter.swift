/// Writes one reference as an `element-citation`.
///
/// Source: JATS 1.4 Publishing DTD; JATS4R "Citations" 1.0.
struct JATSReferenceWriter {
  private let reference: Reference
  private let context: JATSContext
  /// What is said beside the elements, because they cannot.
  private let record: JATSRecord
  /// Whether links declare their prefix themselves, as in a fragment without its article.
  private let declaresPrefix: Bool

  init(_ reference: Reference, record: JATSRecord, declaresPrefix: Bool = false) {
    self.reference = reference
    self.context = JATSContext(reference)
    self.record = record
    self.declaresPrefix = declaresPrefix
  }

  /// Writes the citation; it has at least one element, as the DTD asks.
  func write(to writer: inout XMLWriter) {
    let language = reference[.language].flatMap { Self.languageTag($0) }
    writer.start("element-citation", attributes(language: language))
    writeNames(of: .author, to: &writer)
    for field in JATSField.all {
      switch field.variable {
      case "edition": writeOtherNames(to: &writer)
      case "collection-title":
        if let issued = reference[.issued] { JATSDates.writeIssued(issued, to: &writer) }
      case "number-of-pages": writePages(to: &writer)
      default: break
      }
      write(field, to: &writer)
    }
    for (variable, date) in reference.dates where variable != .issued {
      JATSDates.write(date, as: variable, to: &writer)
    }
    writeComments(hasLanguage: language != nil, to: &writer)
    writeExtras(to: &writer)
    if !record.isEmpty {
      writer.element(
        "named-content",
        [("content-type", JATSRecord.contentType), ("specific-use", record.text)])
    } else if isEmpty(hasLanguage: language != nil) {
      writer.element("comment")
    }
    writer.end()
  }

  private func attributes(language: String?) -> [(name: String, value: String)] {
    var attributes = JATSType.attributes(of: reference)
    for extra in reference.extras where extra.format == JATSExtra.format {
      let name = String(extra.name.dropFirst())
      guard extra.name.utf8.first == UInt8(ascii: "@"),
        !attributes.contains(where: { $0.name == name }), JATSExtra.attributes.contains(name)
      else { continue }
      attributes.append((name, extra.value))
    }
    if let language { attributes.append(("xml:lang", language)) }
    return attributes
  }

  private func isEmpty(hasLanguage: Bool) -> Bool {
    reference.texts.count == (hasLanguage ? 1 : 0) && reference.numbers.isEmpty
      && reference.dates.isEmpty && reference.names.isEmpty && reference.extras.isEmpty
  }

  /// Writes the variable of a row, if it is there and the row is the one for it.
  private func write(_ field: JATSField, to writer: inout XMLWriter) {
    guard let chosen = JATSField.row(of: field.variable, in: context),
      chosen.element == field.element, chosen.condition == field.condition,
      let value = value(of: field)
    else { return }
    var attributes = field.attribute.map { [$0] } ?? []
    if field.hasDesignator { attributes.append(("designator", value.plain)) }
    if field.element == "ext-link" { attributes += link(value.plain) }
    if field.element == "patent", let country { attributes.append(("country", country)) }
    writer.start(field.element, attributes, mixed: true)
    JATSInline(value).write(to: &writer, in: field.content)
    writer.end()
  }

  private func link(_ address: String) -> [(name: String, value: String)] {
    let prefix = declaresPrefix ? [(name: "xmlns:xlink", value: JATSWriter.xlink)] : []
    return prefix + [("xlink:href", address)]
  }

  /// The jurisdiction of a patent with a number, which is an attribute of that.
  private var country: String? {
    guard reference.type == .patent, reference[.number] != nil else { return nil }
    return reference[.jurisdiction].flatMap { $0.spans.isEmpty ? $0.plain : nil }
  }

  private func value(of field: JATSField) -> RichText? {
    if let key = TextVariable(rawValue: field.variable) { return reference[key] }
    return NumberVariable(rawValue: field.variable).flatMap { reference[$0] }.map { RichText($0) }
  }

  private func writePages(to writer: inout XMLWriter) {
    guard let page = reference[.page] else {
      let mark = [(name: "content-type", value: NumberVariable.pageFirst.rawValue)]
      if let first = reference[.pageFirst] { writer.element("fpage", mark, text: first) }
      return
    }
    let pages = JATSPages(page)
    if let pages {
      writer.element("fpage", text: pages.first)
      if let last = pages.last { writer.element("lpage", text: last) }
    }
    // Readers write ranges their own way; the words of this one are kept beside.
    let isUsual = PageRange.expanded(page) == page
    guard pages == nil || !isUsual else { return }
    let mark = isUsual ? [] : [(name: "specific-use", value: JATSPages.literalMark)]
    writer.element("page-range", mark, text: page)
  }

  /// Everything that has no element of its own.
  private func writeComments(hasLanguage: Bool, to writer: inout XMLWriter) {
    for (variable, value) in reference.texts
    where JATSField.row(of: variable.rawValue, in: context) == nil
      && !(variable == .language && hasLanguage)
      && !(variable == .jurisdiction && country != nil)
    {
      let kind = [(name: "content-type", value: variable.rawValue)]
      let isAnnotation = variable == .abstract || variable == .annote
      writer.start(isAnnotation ? "annotation" : "comment", kind, mixed: true)
      for paragraph in isAnnotation ? JATSRichText.paragraphs(of: value) : [value] {
        if isAnnotation { writer.start("p", mixed: true) }
        JATSInline(paragraph).write(to: &writer)
        if isAnnotation { writer.end() }
      }
      writer.end()
    }
    for (variable, value) in reference.numbers
    where JATSField.row(of: variable.rawValue, in: context) == nil && variable != .page {
      if variable == .pageFirst, reference[.page] == nil { continue }
      writer.element("comment", [("content-type", variable.rawValue)], text: value)
    }
  }

  // MARK: Fields of JATS without a variable

  /// Puts the fields of JATS back; those of other formats are in the record.
  private func writeExtras(to writer: inout XMLWriter) {
    for extra in reference.extras where extra.format == JATSExtra.format {
      switch extra.name {
      case JATSExtra.label where extra.value == JATSExtra.label(of: reference): continue
      case JATSExtra.etAl, JATSExtra.anonymous: writeSign(extra, to: &writer)
      case let name where name.utf8.first == UInt8(ascii: "@"): continue
      default: writeExtra(extra, to: &writer)
      }
    }
  }

  /// Writes the sign of a group that could not stand in it.
  private func writeSign(_ extra: Reference.ExtraField, to writer: inout XMLWriter) {
    if let variable = NameVariable(rawValue: extra.value), !reference[variable].isEmpty { return }
    writer.element(extra.name)
  }

  private func writeExtra(_ extra: Reference.ExtraField, to writer: inout XMLWriter) {
    if let group = JATSExtra.group(of: extra) {
      writer.start("person-group", group)
      for name in extra.value.utf8.split(separator: UInt8(ascii: ";")) {
        writer.element("string-name", text: Array(name).trimmedASCIISpace.string)
      }
      writer.end()
    } else if let element = JATSExtra.element(of: extra) {
      let needsPrefix = declaresPrefix && element.attributes.contains { $0.name == "xlink:href" }
      let prefix = needsPrefix ? [(name: "xmlns:xlink", value: JATSWriter.xlink)] : []
      writer.element(element.name, prefix + element.attributes, text: extra.value)
    } else {
      writer.element(
        "comment", [("content-type", extra.format + ":" + extra.name)], text: extra.value)
    }
  }

  /// Ends a group as it ended where it was read.
  private func writeSigns(of role: String, to writer: inout XMLWriter) {
    for extra in reference.extras
    where extra.format == JATSExtra.format && extra.value == role
      && (extra.name == JATSExtra.etAl || extra.name == JATSExtra.anonymous)
    {
      writer.element(extra.name)
    }
  }

  // MARK: Names

  private func writeOtherNames(to writer: inout XMLWriter) {
    for (variable, _) in reference.names where variable != .author {
      writeNames(of: variable, to: &writer)
    }
  }

  private func writeNames(of variable: NameVariable, to writer: inout XMLWriter) {
    let names = reference[variable]
    guard !names.isEmpty else { return }
    writer.start("person-group", JATSRole.attributes(of: variable, in: reference.type))
    for name in names { Self.write(name, to: &writer) }
    writeSigns(of: variable.rawValue, to: &writer)
    writer.end()
  }

  /// A name; JATS has no particles, so those that stay go with the surname, the others with the given names.
  private static func write(_ name: Name, to writer: inout XMLWriter) {
    if !name.literal.isEmpty {
      writer.element("collab", text: name.literal)
      return
    }
    let (surname, given) = JATSParticles.parts(of: name)
    if surname.isEmpty, given.isEmpty {
      if !name.suffix.isEmpty { writer.element("string-name", text: name.suffix) }
      return
    }
    var attributes: [(name: String, value: String)] = []
    if surname.isEmpty {
      attributes = [("name-style", "given-only")]
    } else if name.hasStaticOrdering {
      attributes = [("name-style", "eastern")]
    }
    if let mark = JATSParticles.mark(for: name) { attributes.append(("specific-use", mark)) }
    writer.start("name", attributes)
    if !surname.isEmpty { writer.element("surname", text: surname) }
    if !given.isEmpty { writer.element("given-names", text: given) }
    if !name.suffix.isEmpty {
      writer.element(
        "suffix", name.hasCommaSuffix ? [("content-type", "comma")] : [], text: name.suffix)
    }
    writer.end()
  }

  /// The value as the tag of a language, or nil: words of letters and digits, the first of two to eight letters.
  ///
  /// Source: BCP 47, 2.1 "Syntax".
  static func languageTag(_ text: RichText) -> String? { languageTag(text.plain) }

  static func languageTag(_ text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy(\.isASCIILetter),
      parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(\.isASCIIAlphanumeric) })
    else { return nil }
    return text
  }
}
