/// B015, C037, C038: fields that cannot stand beside each other, or have a value of another kind than their dialect's.
///
/// Source: plain.bst 0.99b, functions `either.or.check` and `format.number.series`; blx-dm.def of biblatex 3.18, data types and
/// constraints.
enum FieldConflict: EntryCheck {
  static let exclusive = Rule(
    "C037", "fields-exclude-each-other", .warning,
    "BibTeX's styles cannot use two fields beside each other")
  static let dataType = Rule(
    "C038", "field-datatype", .warning,
    "a field has not the form that BibLaTeX's data model asks for")
  static let rules = [Rule.duplicateField, exclusive, dataType]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil, entry.hasKnownType else { return }
    checkAliases(entry, bibliography, &findings)
    switch bibliography.options.profile {
    case .bibtex: checkExclusive(entry, &findings)
    case .biblatex: checkDataTypes(entry, bibliography, &findings)
    default: return
    }
  }

  // MARK: Two names of one field

  /// Two names of one field with different values: one of them is lost.
  private static func checkAliases(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    guard bibliography.dialect == .biblatex else { return }
    for field in entry.fields {
      guard let name = BibTeXFieldTable.aliases[field.name], name != field.name,
        let other = entry.field(name),
        !bibliography.bytes(of: other).elementsEqual(bibliography.bytes(of: field))
      else { continue }
      findings.append(
        Diagnostic(
          .duplicateField,
          "\"\(field.name)\" is another name of \"\(name)\", which the entry has with another value",
          at: field.nameRange, key: entry.key))
    }
  }

  // MARK: BibTeX

  private static let books: Set<String> = [
    "book", "inbook", "incollection", "inproceedings", "conference", "proceedings",
  ]

  private static func checkExclusive(_ entry: CheckedEntry, _ findings: inout [Diagnostic]) {
    let type = entry.entryType
    func report(_ field: CheckedEntry.Field, _ message: String) {
      findings.append(Diagnostic(exclusive, message, at: field.nameRange, key: entry.key))
    }
    if type == "book" || type == "inbook", entry.field("author") != nil,
      let editor = entry.field("editor")
    {
      report(editor, "a @\(type) of BibTeX has an author or an editor, and not both")
    }
    guard let number = entry.field("number") else { return }
    let volume = entry.field("volume")
    if type == "article", volume == nil {
      report(number, "there is a number and no volume; BibTeX's styles print neither")
    } else if books.contains(type), volume != nil {
      report(number, "a @\(type) of BibTeX has a volume or a number, and not both")
    } else if books.contains(type), entry.field("series") == nil {
      report(number, "there is a number and no series that it belongs to")
    }
  }

  // MARK: BibLaTeX

  private static let integers: Set<String> = ["sortyear", "volume", "volumes"]
  private static let genders: Set<String> = ["sf", "sm", "sn", "pf", "pm", "pn", "pp"]

  private static func checkDataTypes(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    for field in entry.fields {
      let value = bibliography.text(of: field)
      if integers.contains(field.name), field.isWhole, !isInteger(value) {
        findings.append(
          Diagnostic(
            dataType,
            "\"\(value)\" in \(field.name) is no integer, as biblatex's data model asks for",
            at: field.range, key: entry.key))
      } else if field.name == "gender", !genders.contains(value) {
        findings.append(
          Diagnostic(
            dataType,
            "\"\(value)\" is no gender of biblatex; expected one of \(genders.sorted().joined(separator: ", "))",
            at: field.range, key: entry.key))
      }
    }
  }

  /// Digits, or a Roman number, which biber reads as one.
  private static func isInteger(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty
      && (digits.allSatisfy(\.isASCIIDigit)
        || digits.allSatisfy { "ivxlcdmIVXLCDM".utf8.contains($0) })
  }
}
