/// What our own writer puts beside the fields of an entry, since it has no field or one that says less.
///
/// In BibLaTeX it stands at the end of `annotation`, `[csl: name = {value}; variable @ field]`, in BibTeX in a field of its
/// own, `csl`. An item gives a value, or says which variable a field holds that is commonly for another one.
enum BibTeXSupplement {
  /// An item.
  enum Item: Equatable {
    /// A variable, `variable.words`, `format.name` or `id`, and its value.
    case value(name: Range<Int>, value: Range<Int>)
    /// A variable and the field that holds it.
    case assignment(variable: Range<Int>, field: Range<Int>)
  }

  static let opening: StaticString = "[csl: "

  /// Where the supplement begins that a value ends in; nil where it has none.
  static func start(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let last = bytes[range].last, last == UInt8(ascii: "]") else { return nil }
    var depth = 0
    for index in range {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0, bytes[index] == UInt8(ascii: "["),
        bytes[index..<range.upperBound].starts(with: opening)
      {
        return index
      }
    }
    return nil
  }

  /// The items in a stretch, without the brackets around it.
  static func items(_ bytes: [UInt8], _ range: Range<Int>) -> [Item] {
    var items: [Item] = []
    var start = range.lowerBound
    var depth = 0
    for index in range.lowerBound...range.upperBound {
      if index < range.upperBound {
        if bytes[index] == UInt8(ascii: "{") { depth += 1 }
        if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
        guard depth == 0, bytes[index] == UInt8(ascii: ";") else { continue }
      }
      if let item = item(bytes, start..<index) { items.append(item) }
      start = index + 1
    }
    return items
  }

  private static func item(_ bytes: [UInt8], _ range: Range<Int>) -> Item? {
    guard
      let sign = bytes[range].firstIndex(where: {
        $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "@")
      })
    else { return nil }
    let name = bytes[range.lowerBound..<sign].trimmedASCIISpace
    let rest = bytes[(sign + 1)..<range.upperBound].trimmedASCIISpace
    guard !name.isEmpty else { return nil }
    if bytes[sign] == UInt8(ascii: "@") {
      return .assignment(
        variable: name.startIndex..<name.endIndex, field: rest.startIndex..<rest.endIndex)
    }
    guard rest.count >= 2, rest.first == UInt8(ascii: "{"), rest.last == UInt8(ascii: "}") else {
      return nil
    }
    return .value(
      name: name.startIndex..<name.endIndex, value: (rest.startIndex + 1)..<(rest.endIndex - 1))
  }
}

extension BibTeXEntryReader {
  private static let annotation = Int32(BibTeXFieldTable.number("annotation"))
  private static let csl = Int32(BibTeXFieldTable.number("csl"))

  /// Reads the supplement of the entry, where the field holds it.
  mutating func readSupplement(_ field: Field) {
    guard field.number == Self.annotation || field.number == Self.csl else { return }
    let range = trimmed(range(field))
    var inside = range
    if field.number == Self.annotation {
      guard let start = BibTeXSupplement.start(bytes, range) else { return }
      inside = (start + BibTeXSupplement.opening.utf8CodeUnitCount)..<(range.upperBound - 1)
    }
    for item in BibTeXSupplement.items(bytes, inside) {
      switch item {
      case .value(let name, let value): overrides.append((decoded(bytes[name]), value))
      case .assignment(let variable, let name):
        if let variable = AnyVariable(decoded(bytes[variable])) {
          assignments.append((bytes[name].string, variable))
        }
      }
    }
  }

  /// The variable that the supplement gives to a field.
  func assignment(of field: Field) -> AnyVariable? {
    let name = resolver.name(of: field)
    return assignments.first { $0.field == name }?.variable
  }

  /// Claims the annotation for its variable, without the supplement at its end.
  mutating func readAnnotation() {
    _ = pop(.csl)
    guard var field = pop(.annotation) else { return }
    let range = trimmed(range(field))
    if let start = BibTeXSupplement.start(bytes, range) {
      let rest = bytes[range.lowerBound..<start].trimmedASCIISpace
      guard !rest.isEmpty else { return }
      field.value = SourceRange(rest.startIndex, rest.endIndex)
    }
    claim(.text(.annote), 0, field)
  }

  /// Puts in the values of the supplement.
  mutating func applyOverrides() {
    guard !overrides.isEmpty else { return }
    var exact = LaTeXDecoder()
    exact.isExact = true
    exact.readsHTML = false
    let isLiteral = nameReader.isLiteral
    nameReader.isLiteral = true
    defer { nameReader.isLiteral = isLiteral }
    for (name, value) in overrides {
      exact.decode(bytes, value)
      if name == "id" {
        reference.id = exact.output.string
      } else if let variable = AnyVariable(name) {
        set(variable, exact, value)
      } else {
        setExtra(name, exact.output.string)
      }
    }
  }

  private mutating func set(
    _ variable: AnyVariable, _ decoder: borrowing LaTeXDecoder, _ value: Range<Int>
  ) {
    let text = decoder.output.string
    switch variable {
    case .text(let variable): reference[variable] = text.isEmpty ? nil : RichText(decoder)
    case .number(let variable): reference[variable] = text.isEmpty ? nil : text
    case .name(let variable): reference[variable] = nameReader.read(bytes, value)
    case .date(let variable):
      reference[variable] =
        text.isEmpty ? nil : BibTeXDateReader.edtf(text) ?? DateValue(literal: text)
    }
  }

  /// A date's words beside it, or a field of a format.
  private mutating func setExtra(_ name: String, _ text: String) {
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    guard parts.count == 2 else { return }
    if parts[1] == "parts", let variable = DateVariable(rawValue: parts[0]) {
      reference[variable] = BibTeXExact.date(parts: text)
    } else if parts[1] == "words", let variable = DateVariable(rawValue: parts[0]) {
      if reference[variable] == nil { reference[variable] = DateValue(literal: text) }
      reference[variable]?.literal = text
    } else {
      reference.extras.append(.init(format: parts[0], name: parts[1], value: text))
    }
  }
}
