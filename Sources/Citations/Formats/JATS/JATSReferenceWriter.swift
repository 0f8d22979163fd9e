/// Writes one reference as an `element-citation`.
///
/// Source: JATS 1.4 Publishing DTD; JATS4R "Citations" 1.0.
struct JATSReferenceWriter {
  private let reference: Reference
  private let context: JATSContext
  /// Whether links declare their prefix themselves, as in a fragment without its article.
  private let declaresPrefix: Bool

  init(_ reference: Reference, declaresPrefix: Bool = false) {
    self.reference = reference
    self.context = JATSContext(reference)
    self.declaresPrefix = declaresPrefix
  }

  /// Writes the citation; it has at least one element, as the DTD asks.
  func write(to writer: inout XMLWriter) {
    var attributes = JATSType.attributes(of: reference)
    let language = reference[.language].flatMap { Self.languageTag($0) }
    if let language { attributes.append(("xml:lang", language)) }
    writer.start("element-citation", attributes)
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
    if reference.texts.count == (language == nil ? 0 : 1), reference.numbers.isEmpty,
      reference.dates.isEmpty, reference.names.isEmpty, reference.extras.isEmpty
    {
      writer.element("comment")
    }
    writer.end()
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
    writer.start(field.element, attributes, mixed: true)
    JATSInline(value).write(to: &writer, in: field.content)
    writer.end()
  }

  private func link(_ address: String) -> [(name: String, value: String)] {
    let prefix = declaresPrefix ? [(name: "xmlns:xlink", value: JATSWriter.xlink)] : []
    return prefix + [("xlink:href", address)]
  }

  private func value(of field: JATSField) -> RichText? {
    if let key = TextVariable(rawValue: field.variable) { return reference[key] }
    return NumberVariable(rawValue: field.variable).flatMap { reference[$0] }.map { RichText($0) }
  }

  private func writePages(to writer: inout XMLWriter) {
    if let page = reference[.page] {
      if let pages = JATSPages(page) {
        writer.element("fpage", text: pages.first)
        if let last = pages.last { writer.element("lpage", text: last) }
      } else {
        writer.element("page-range", text: page)
      }
    } else if let first = reference[.pageFirst] {
      writer.element("fpage", text: first)
    }
  }

  /// Everything that has no element of its own.
  private func writeComments(hasLanguage: Bool, to writer: inout XMLWriter) {
    for (variable, value) in reference.texts
    where JATSField.row(of: variable.rawValue, in: context) == nil
      && !(variable == .language && hasLanguage)
    {
      writer.start("comment", [("content-type", variable.rawValue)], mixed: true)
      JATSInline(value).write(to: &writer)
      writer.end()
    }
    for (variable, value) in reference.numbers
    where JATSField.row(of: variable.rawValue, in: context) == nil && variable != .page {
      if variable == .pageFirst, reference[.page] == nil { continue }
      writer.element("comment", [("content-type", variable.rawValue)], text: value)
    }
    for extra in reference.extras {
      writer.element(
        "comment", [("content-type", extra.format + ":" + extra.name)], text: extra.value)
    }
  }

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
    writer.end()
  }

  /// A name; JATS has no particles, so those that stay go with the surname, the others with the given names.
  private static func write(_ name: Name, to writer: inout XMLWriter) {
    if !name.literal.isEmpty {
      writer.element("collab", text: name.literal)
      return
    }
    let surname = joined(name.nonDroppingParticle, name.family)
    let given = joined(name.given, name.droppingParticle)
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
    writer.start("name", attributes)
    if !surname.isEmpty { writer.element("surname", text: surname) }
    if !given.isEmpty { writer.element("given-names", text: given) }
    if !name.suffix.isEmpty {
      writer.element(
        "suffix", name.hasCommaSuffix ? [("content-type", "comma")] : [], text: name.suffix)
    }
    writer.end()
  }

  /// Two parts with a space between, none after an apostrophe or a hyphen.
  private static func joined(_ first: String, _ second: String) -> String {
    guard !first.isEmpty, !second.isEmpty else { return first + second }
    let isBound = [0x27, 0x2D].contains(first.utf8.last ?? 0) || first.unicodeScalars.last == "’"
    return isBound ? first + second : first + " " + second
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
