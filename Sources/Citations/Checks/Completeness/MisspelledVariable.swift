/// C031, F023: members of CSL items that are no variable but nearly one, and types that CSL does not have.
///
/// Source: CSL 1.0.2, appendix III "Types", appendix IV "Variables".
enum MisspelledVariable: EntryCheck {
  static let rules: [Rule] = []
  static let rulesOfOthers: [Rule] = [MisspelledField.rule, .unknownReferenceType]

  private static let formats = ["csl-json", "csl-yaml"]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard formats.contains(bibliography.format) else { return }
    checkType(entry, bibliography, &findings)
    for extra in entry.reference.extras where extra.format == CSLJSONPointer.format {
      let steps = CSLJSONPointer.steps(extra.name)
      guard let name = steps.last, let better = meaning(of: steps) else { continue }
      let place = nameRange(name, entry, bibliography)
      findings.append(
        Diagnostic(
          MisspelledField.rule, "\"\(name)\" is not known; \"\(better)\" is",
          at: place ?? entry.keyRange, key: entry.key,
          fixes: place.map {
            [FixIt("write \"\(better)\"", .suggested, replace: $0, with: better)]
          } ?? []))
    }
  }

  /// Whether a member of an item is a misspelled name of a variable.
  static func means(
    _ variable: AnyVariable, in entry: CheckedEntry, of bibliography: CheckedBibliography
  ) -> Bool {
    formats.contains(bibliography.format)
      && entry.reference.extras.contains { extra in
        extra.format == CSLJSONPointer.format
          && meaning(of: CSLJSONPointer.steps(extra.name)) == variable.name
      }
  }

  // MARK: Members

  private static let variables: [String] =
    TextVariable.allCases.map(\.rawValue) + NumberVariable.allCases.map(\.rawValue)
    + DateVariable.allCases.map(\.rawValue) + NameVariable.allCases.map(\.rawValue)

  /// Variables by their letters, without capitals and signs between words.
  private static let byLetters: [String: String] = Dictionary(
    variables.map { (letters($0), $0) }, uniquingKeysWith: { first, _ in first })

  private static func letters(_ name: String) -> String {
    name.utf8.filter { !"-_ ".utf8.contains($0) }.map(\.asciiLowercased).string
  }

  /// The member that was meant; nil for one that may be meant as it is.
  private static func meaning(of steps: [String]) -> String? {
    guard let name = steps.last else { return nil }
    if steps.count == 2, DateVariable(rawValue: steps[0]) != nil {
      return name != "date-parts" && EditDistance.isWithin(2, name, "date-parts")
        ? "date-parts" : nil
    }
    guard steps.count == 1, VariableNames.shared[Array(name.utf8)[...]] == nil else { return nil }
    let plain = letters(name)
    if let same = byLetters[plain] { return same }
    if plain.hasSuffix("s"), let single = byLetters[String(plain.dropLast())] { return single }
    guard plain.utf8.count > 5 else { return nil }
    return variables.first { EditDistance.isWithin(1, plain, letters($0)) }
  }

  /// Where a member's name stands: its own place, or where the quoted word stands in the item.
  private static func nameRange(
    _ name: String, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> SourceRange? {
    let bytes = bibliography.source.bytes
    if let field = entry.fields.first(where: {
      bytes[Int($0.nameRange.start)..<Int($0.nameRange.end)].elementsEqual(name.utf8)
    }) {
      return field.nameRange
    }
    let words = bibliography.format == "csl-json" ? "\"\(name)\"" : name + ":"
    return bytes.firstOffset(
      of: Array(words.utf8), from: Int(entry.range.start),
      to: min(Int(entry.range.end), bytes.count)
    ).map { start in
      let first = bibliography.format == "csl-json" ? start + 1 : start
      return SourceRange(first, first + name.utf8.count)
    }
  }

  // MARK: Types

  /// The names that registries have for types.
  private static let ofRegistries = [
    "journal-article": "article-journal", "book-chapter": "chapter", "monograph": "book",
    "proceedings-article": "paper-conference", "posted-content": "article",
    "dissertation": "thesis", "edited-book": "book", "reference-entry": "entry",
    "journal": "article-journal", "conference-paper": "paper-conference",
    "magazine-article": "article-magazine", "newspaper-article": "article-newspaper",
    "incollection": "chapter", "inproceedings": "paper-conference", "misc": "document",
    "phdthesis": "thesis", "techreport": "report", "website": "webpage", "online": "webpage",
  ]

  private static func checkType(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    let type = entry.reference.type
    guard !type.isKnown else { return }
    let better =
      ofRegistries[type.rawValue]
      ?? ItemType.all.map(\.rawValue).first { EditDistance.isWithin(2, $0, type.rawValue) }
    let field = entry.field("type")
    let expected = better.map { "; expected \"\($0)\"" } ?? ""
    findings.append(
      Diagnostic(
        .unknownReferenceType, "\"\(type.rawValue)\" is no type of CSL\(expected)",
        at: field?.range ?? entry.keyRange, key: entry.key,
        fixes: better.flatMap { better in
          field.map { [FixIt("write \"\(better)\"", .suggested, replace: $0.range, with: better)] }
        } ?? []))
  }
}
