/// X001: a value that an export to the format asked for would not keep.
enum ExportLoss: BibliographyCheck {
  static let rule = Rule("X001", "export-loss", .note, "an export would not keep a value")
  static let rules = [rule]

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard let format = bibliography.options.export else { return }
    let references = bibliography.entries.map(\.reference)
    var places: [String: Int] = [:]
    for (index, entry) in bibliography.entries.enumerated() where places[entry.key] == nil {
      places[entry.key] = index
    }
    for loss in format.write(references)?.losses ?? [] {
      let entry = places[loss.key].map { bibliography.entries[$0] }
      let field = entry.flatMap { Self.field(of: loss, in: $0) }
      findings.append(
        Diagnostic(
          rule,
          "\(format.name) would have \(field?.name ?? loss.field) \(loss.kind.rawValue): \(loss.reason)",
          at: field?.range ?? entry?.keyRange, key: loss.key))
    }
  }

  /// The field that holds what is lost; those without a variable are `format.name`.
  private static func field(of loss: Loss, in entry: CheckedEntry) -> CheckedEntry.Field? {
    if let variable = AnyVariable(loss.field) { return entry.field(of: variable) }
    let name = loss.field.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()
    return entry.field((String(name) ?? "").lowercased())
  }
}
