/// F013: values of CSL-JSON of another kind than CSL gives them: names that are no list, dates that are no object.
///
/// Source: csl-data.json of CSL 1.0.2.
enum CSLValueKind: EntryCheck {
  static let rule = Rule(
    "F013", "value-of-other-kind", .warning, "a value of CSL-JSON is of another kind than CSL wants"
  )
  static let rules = [rule]

  private static let names = Set(NameVariable.allCases.map { $0.rawValue.lowercased() })
  private static let dates = Set(DateVariable.allCases.map { $0.rawValue.lowercased() })

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.format == "csl-json" else { return }
    for field in entry.fields {
      let bytes = bibliography.bytes(of: field)
      if names.contains(field.name), bytes.first != UInt8(ascii: "["), !isNull(bytes) {
        report("is no list of names", field, bytes, entry, &findings)
      }
      if dates.contains(field.name), bytes.first != UInt8(ascii: "{"), !isNull(bytes) {
        report("is no object with date-parts", field, bytes, entry, &findings)
      }
    }
  }

  private static func isNull(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.isEmpty || bytes.elementsEqual("null".utf8)
  }

  private static func report(
    _ problem: String, _ field: CheckedEntry.Field, _ bytes: ArraySlice<UInt8>,
    _ entry: CheckedEntry, _ findings: inout [Diagnostic]
  ) {
    findings.append(
      Diagnostic(
        rule, "\"\(bytes.string)\" in \(field.name) \(problem), which programs do not read",
        at: field.range, key: entry.key))
  }
}
