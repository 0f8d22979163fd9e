/// Values as the supplement has them: exactly, whatever they hold.
struct BibTeXExact {
  private let markup: BibTeXMarkup

  init(asciiOnly: Bool) {
    var encoder = LaTeXEncoder(asciiOnly: asciiOnly)
    encoder.isExact = true
    markup = BibTeXMarkup(encoder: encoder)
  }

  func text(_ text: RichText) -> String { markup.text(text) }

  /// Names in BibLaTeX's extended format, with parts of our own for what that has not.
  func names(_ names: [Name]) -> String {
    names.map { name in
      if !name.literal.isEmpty { return part("literal", name.literal) }
      var parts = [
        ("family", name.family), ("given", name.given), ("dropping", name.droppingParticle),
        ("prefix", name.nonDroppingParticle), ("suffix", name.suffix),
      ].filter { !$0.1.isEmpty }.map { part($0.0, $0.1) }
      if parts.isEmpty { parts = ["family={}"] }
      if !name.nonDroppingParticle.isEmpty { parts.append("useprefix=true") }
      if name.hasCommaSuffix { parts.append("comma=true") }
      if name.hasStaticOrdering { parts.append("static=true") }
      return parts.joined(separator: ", ")
    }.joined(separator: " and ")
  }

  /// The numbers of a date that no calendar has, such as a 13th month; nil for words alone, and dates with more in them.
  func parts(_ date: DateValue) -> String? {
    guard date.start != nil || date.end != nil else { return nil }
    return [date.start, date.end].compactMap { $0 }.map { bound in
      guard case .point(let point) = bound else { return bound == .open ? ".." : "" }
      return [point.year, point.month ?? (point.day == nil ? nil : 0), point.day]
        .compactMap { $0 }.map(String.init).joined(separator: ",")
    }.joined(separator: "/")
  }

  /// The date that `parts` wrote.
  static func date(parts text: String) -> DateValue {
    let bounds = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { side -> DateValue.Bound in
        let numbers = side.split(separator: UInt8(ascii: ",")).compactMap { Int(Array($0).string) }
        guard let year = numbers.first else { return side.isEmpty ? .unknown : .open }
        let month = numbers.count > 1 && numbers[1] != 0 ? numbers[1] : nil
        return .point(.init(year, month, numbers.count > 2 ? numbers[2] : nil))
      }
    guard case .point(let point) = bounds.first, bounds.count == 1 else {
      return DateValue(from: bounds.first ?? .unknown, to: bounds.last ?? .unknown)
    }
    return DateValue(point)
  }

  private func part(_ name: String, _ text: String) -> String {
    "\(name)={\(markup.text(RichText(text)))}"
  }
}

/// What is not the same in a reference and in what was read again.
enum BibTeXComparison {
  /// The names of the values that differ: CSL names, `id`, `type`, and `custom` for extra fields.
  static func differences(
    _ before: Reference, _ after: Reference?, in dialect: BibTeXDialect = .biblatex
  ) -> [String] {
    guard let after else { return ["id"] }
    var names: [String] = []
    if before.id != after.id { names.append("id") }
    if before.type != after.type { names.append("type") }
    for variable in TextVariable.allCases {
      let old = before[variable] ?? ""
      let new = after[variable] ?? ""
      if old.plain != new.plain || !(old.spans.isEmpty && new.spans.isEmpty),
        old.normalized != new.normalized
      {
        names.append(variable.rawValue)
      }
    }
    for variable in NumberVariable.allCases
    where (before[variable] ?? "") != (after[variable] ?? "") {
      names.append(variable.rawValue)
    }
    for variable in DateVariable.allCases where before[variable] != after[variable] {
      names.append(variable.rawValue)
    }
    for variable in NameVariable.allCases where before[variable] != after[variable] {
      names.append(variable.rawValue)
    }
    if before.extras != after.extras, counts(before, dialect) != counts(after, dialect) {
      names.append("custom")
    }
    return names
  }

  /// How often each extra field is there; an entry type that the entry itself has is left out.
  private static func counts(
    _ reference: Reference, _ dialect: BibTeXDialect
  ) -> [Reference.ExtraField: Int] {
    reference.extras.reduce(into: [:]) { counts, extra in
      let isType = extra.format == "biblatex" && extra.name == "entrytype"
      if !(isType && dialect.hasType(extra.value)) { counts[extra, default: 0] += 1 }
    }
  }

  /// The report of a difference that no supplement makes good.
  static func loss(_ name: String, of before: Reference, _ after: Reference?) -> Loss {
    var value = ""
    if name == "id" { value = before.id }
    if name == "type" { value = before.type.rawValue }
    switch AnyVariable(name) {
    case .text(let variable): value = before[variable]?.plain ?? ""
    case .number(let variable): value = before[variable] ?? ""
    case .date(let variable): value = before[variable]?.writtenOut ?? ""
    case .name(let variable): value = before[variable].map(\.display).joined(separator: "; ")
    case nil: break
    }
    return Loss(
      .narrowed, key: before.id, field: name, value: value,
      reason: "BibTeX has no way to write all of it")
  }
}
