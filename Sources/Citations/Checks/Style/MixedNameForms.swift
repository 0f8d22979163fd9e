/// S017, S018, S019: names of BibTeX in two orders, with a second comma, or shortened to initials.
enum MixedNameForms: EntryCheck {
  static let order = Rule(
    "S017", "mixed-name-order", .note, "names of one field stand in two orders")
  static let comma = Rule(
    "S018", "second-comma-in-name", .warning, "a second comma makes a name of a suffix")
  static let initials = Rule(
    "S019", "given-names-as-initials", .note, "a given name is shortened to initials")
  static let rules = [order, comma, initials]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil else { return }
    for (variable, names) in entry.reference.names {
      guard let field = entry.field(of: .name(variable)), field.isWhole else { continue }
      checkOrder(field, entry, bibliography, &findings)
      for name in names {
        checkSuffix(name, field, entry, bibliography, &findings)
        guard !name.given.isEmpty, isInitials(name.given) else { continue }
        let value = bibliography.placed(name.given, in: field, of: entry)
        findings.append(
          Diagnostic(
            initials, "\"\(name.display)\" has initials; expected the given names",
            at: value.range, key: entry.key))
      }
    }
  }

  /// The first name whose order is not that of the first one of the field.
  private static func checkOrder(
    _ field: CheckedEntry.Field, _ entry: CheckedEntry, _ bibliography: CheckedBibliography,
    _ findings: inout [Diagnostic]
  ) {
    var usual: Bool?
    for name in BibTeXNameList.names(in: bibliography.bytes(of: field)) {
      // Names in braces and single words have no order.
      guard let hasComma = BibTeXNameList.hasComma(name) else { continue }
      guard let first = usual, first != hasComma else {
        usual = hasComma
        continue
      }
      let form = first ? "\"Family, Given\"" : "\"Given Family\""
      findings.append(
        Diagnostic(
          order, "\"\(name.string)\" stands in another order than the name before it, \(form)",
          at: SourceRange(name.startIndex, name.endIndex), key: entry.key))
      return
    }
  }

  private static let suffixes: Set<String> = [
    "jr", "sr", "jun", "sen", "junior", "senior", "esq", "phd", "md", "dr", "mba", "jd", "obe",
    "filho", "neto", "fils", "pere", "st", "nd", "rd", "th", "sj", "op", "osb",
  ]

  /// "Vane, Hester, Reed" is Reed's Hester Vane for BibTeX.
  private static func checkSuffix(
    _ name: Name, _ field: CheckedEntry.Field, _ entry: CheckedEntry,
    _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    // Several names in one are another finding.
    guard !UnseparatedNames.hasCommas(name) else { return }
    guard !name.suffix.isEmpty, name.literal.isEmpty, name.hasCommaSuffix || !name.given.isEmpty
    else { return }
    let folded = Folding.key(name.suffix)
    let isNumeral = folded.utf8.allSatisfy { "ivx".utf8.contains($0) }
    let first = Folding.words(name.suffix).first ?? ""
    // A part with an equals sign is one of biber's names in parts.
    guard !suffixes.contains(folded), !suffixes.contains(first), !isNumeral, folded.utf8.count > 1,
      folded.utf8.first?.isASCIIDigit == false, !name.suffix.utf8.contains(UInt8(ascii: "="))
    else { return }
    let value = bibliography.placed(name.suffix, in: field, of: entry)
    findings.append(
      Diagnostic(
        comma,
        "\"\(name.suffix)\" between two commas is read as a suffix like \"Jr.\"; part names by \"and\"",
        at: value.range, key: entry.key))
  }

  private static func isInitials(_ given: String) -> Bool {
    let words = Folding.words(given)
    return !words.isEmpty && words.allSatisfy { $0.unicodeScalars.count == 1 }
  }
}

/// The names of a field as they stand in a BibTeX file.
enum BibTeXNameList {
  /// The names that the word "and" parts outside of braces, without white space around them.
  ///
  /// - Complexity: O(*n*).
  static func names(in value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = value.startIndex
    var index = value.startIndex
    while index < value.endIndex {
      let byte = value[index]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      let word = value[index...].prefix(5)
      if depth == 0, word.count == 5, byte.isASCIISpace, word.last?.isASCIISpace == true,
        word.dropFirst().prefix(3).map(\.asciiLowercased).elementsEqual("and".utf8)
      {
        result.append(value[start..<index].trimmedASCIISpace)
        index += 4
        start = index
      } else {
        index += 1
      }
    }
    result.append(value[start...].trimmedASCIISpace)
    return result.filter { !$0.isEmpty && !$0.elementsEqual("others".utf8) }
  }

  /// Whether a name has a comma outside of braces; nil for one that has no order.
  static func hasComma(_ name: ArraySlice<UInt8>) -> Bool? {
    var depth = 0
    var hasSpace = false
    for byte in name {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      guard depth == 0 else { continue }
      if byte == UInt8(ascii: ",") { return true }
      if byte.isASCIISpace { hasSpace = true }
    }
    return hasSpace ? false : nil
  }
}
