/// The elements that a citation in a note becomes: a `mixed-citation` over its words, and its parts inside.
///
/// The words stay as they are; each element only wraps what stands there. A work of the reference list is named by
/// `xlink:href="#id"`: `mixed-citation` has no `rid`, and an empty `xref` beside it would make a renderer print a sign.
/// A short form says so in `specific-use`.
/// Source: JATS 1.4 Publishing DTD; JATS4R "Citations".
struct JATSCiteSpans {
  private(set) var spans: [JATSInline.Span] = []
  private let bytes: [UInt8]
  private let cite: Cite
  private let reference: Reference
  private let context: JATSContext

  /// The spans of a cite in the text of its note.
  ///
  /// - Parameters:
  ///   - cite: The cite, as it was read.
  ///   - bytes: The text of the note.
  ///   - work: The work that the cite refers to, if it is known.
  ///   - href: The id of that work in the reference list.
  init(_ cite: Cite, in bytes: [UInt8], work: Reference?, href: String?) {
    self.bytes = bytes
    self.cite = cite
    var reference = cite.reference
    if cite.kind != .full, let work { reference.type = work.type }
    self.reference = reference
    context = JATSContext(reference)
    let fields = Self.usable(cite.fields, in: cite.range)
    var attributes = JATSType.attributes(of: reference, with: Set(fields.map(\.variable)))
    if cite.kind != .full {
      if let index = attributes.firstIndex(where: { $0.name == "specific-use" }) {
        attributes[index].value += " " + cite.kind.rawValue
      } else {
        attributes.insert(("specific-use", cite.kind.rawValue), at: 0)
      }
    }
    if let href { attributes.append(("xlink:href", "#" + href)) }
    spans.append(
      .init(range: cite.range, name: "mixed-citation", attributes: attributes, level: 0))
    var index = 0
    while index < fields.count {
      let field = fields[index]
      index += 1
      guard let variable = NameVariable(rawValue: field.variable) else {
        add(field)
        continue
      }
      var range = field.range
      while index < fields.count, fields[index].variable == field.variable {
        range = range.lowerBound..<fields[index].range.upperBound
        index += 1
      }
      addNames(variable, range)
    }
  }

  /// The fields inside the cite that do not overlap, ascending.
  private static func usable(_ fields: [Cite.Field], in range: Range<Int>) -> [Cite.Field] {
    var end = range.lowerBound
    return fields.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { field in
      guard field.range.lowerBound >= end, field.range.upperBound <= range.upperBound,
        !field.range.isEmpty
      else { return false }
      end = field.range.upperBound
      return true
    }
  }

  private mutating func wrap(
    _ range: Range<Int>, _ name: String, _ attributes: [(name: String, value: String)] = [],
    level: Int = 1, content: JATSField.Content = .plain
  ) {
    guard !range.isEmpty else { return }
    spans.append(
      .init(range: range, name: name, attributes: attributes, level: level, content: content))
  }

  private mutating func add(_ field: Cite.Field) {
    let text = bytes[field.range].string
    switch field.variable {
    case "issued": addIssued(field.range)
    case "page": addPages(field.range)
    case "DOI" where !text.utf8.starts(with: "10.".utf8):
      wrap(
        field.range, "ext-link", [("ext-link-type", "doi"), ("xlink:href", text)], content: .styled)
    default:
      if let variable = DateVariable(rawValue: field.variable) {
        let (name, attributes) = JATSDates.element(of: variable)
        wrap(
          field.range, name, attributes + (reference[variable].map { JATSDates.exact($0) } ?? []))
      } else if let row = JATSField.row(of: field.variable, in: context) {
        var attributes = row.attribute.map { [$0] } ?? []
        if row.hasDesignator { attributes.append(("designator", text)) }
        if row.element == "ext-link" {
          attributes.append(("xlink:href", reference[.url]?.plain ?? text))
        }
        wrap(field.range, row.element, attributes, content: row.content)
      } else {
        wrap(field.range, "named-content", [("content-type", field.variable)], content: .linked)
      }
    }
  }

  /// A year of four digits is a `year`; other dates are a `string-date` around one.
  private mutating func addIssued(_ range: Range<Int>) {
    if range.count == 4, bytes[range].allSatisfy(\.isASCIIDigit) {
      wrap(range, "year")
      return
    }
    wrap(range, "string-date", reference[.issued].map { JATSDates.exact($0) } ?? [])
    var run = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || !bytes[index].isASCIIDigit {
      if index - run == 4 { wrap(run..<index, "year", level: 2) }
      run = index + 1
    }
  }

  /// A range whose last page is written in full is `fpage` and `lpage`; others are a `page-range`, since a last page
  /// below the first one would be an error.
  private mutating func addPages(_ range: Range<Int>) {
    guard let pages = JATSPages(bytes[range].string), !pages.wasShortened else {
      wrap(range, "page-range")
      return
    }
    wrap(range.lowerBound..<range.lowerBound + pages.first.utf8.count, "fpage")
    if let last = pages.last {
      wrap(range.upperBound - last.utf8.count..<range.upperBound, "lpage")
    }
  }

  private mutating func addNames(_ variable: NameVariable, _ range: Range<Int>) {
    wrap(range, "person-group", JATSRole.attributes(of: variable, in: reference.type))
    let names = reference[variable]
    var position = range.lowerBound
    var hasAny = false
    for name in names {
      let window = position..<min(range.upperBound, position + 400)
      guard let end = add(name, in: window) else { continue }
      position = end
      hasAny = true
    }
    if !hasAny, names.count == 1 {
      wrap(range, names[0].literal.isEmpty ? "string-name" : "collab", level: 2)
    }
  }

  /// Tags a name where its words stand in `window`; returns where it ends, nil where they do not stand there.
  private mutating func add(_ name: Name, in window: Range<Int>) -> Int? {
    if !name.literal.isEmpty {
      guard let found = find([name.literal], in: window) else { return nil }
      wrap(found, "collab", level: 2, content: .linked)
      return found.upperBound
    }
    let particle = name.nonDroppingParticle
    guard
      let family = find(
        [particle + " " + name.family, particle + name.family, name.family], in: window)
    else { return nil }
    var whole = family
    let given = find([name.given + " " + name.droppingParticle, name.given], in: window)
    let isNear =
      given.map {
        !$0.overlaps(family)
          && max($0.lowerBound, family.lowerBound) - min($0.upperBound, family.upperBound) <= 24
      } ?? false
    if let given, isNear {
      whole = min(given.lowerBound, family.lowerBound)..<max(given.upperBound, family.upperBound)
      wrap(given, "given-names", level: 3)
    }
    let rest =
      whole.upperBound..<min(window.upperBound, whole.upperBound + name.suffix.utf8.count + 2)
    if let suffix = find([name.suffix], in: rest) {
      whole = whole.lowerBound..<suffix.upperBound
      wrap(suffix, "suffix", level: 3)
    }
    wrap(family, "surname", level: 3)
    wrap(whole, "string-name", level: 2)
    return whole.upperBound
  }

  /// Where the first of the texts that stands in `window` stands; empty ones and half ones are passed over.
  private func find(_ texts: [String], in window: Range<Int>) -> Range<Int>? {
    for text in texts {
      let needle = Array(text.utf8)
      guard let first = needle.first, let last = needle.last, first != 0x20, last != 0x20 else {
        continue
      }
      if let start = bytes.firstOffset(of: needle, from: window.lowerBound, to: window.upperBound) {
        return start..<start + needle.count
      }
    }
    return nil
  }
}
