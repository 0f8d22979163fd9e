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
      let variable = AnyVariable(loss.field)
      let place = entry.map { entry in variable.map(entry.place) ?? entry.keyRange }
      findings.append(
        Diagnostic(
          rule, "\(format.name) would have \(loss.field) \(loss.kind.rawValue): \(loss.reason)",
          at: place, key: loss.key))
    }
  }
}
