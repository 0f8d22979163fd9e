/// A file of a run, read and checked by itself.
struct FileInCheck: Sendable {
  let source: SourceFile
  let input: CheckInput
  /// What was found, before the selection of rules and the comments in the file are looked at.
  var findings: [Diagnostic]
  /// Where its entries or notes stand, ascending.
  private var units: [SourceRange]
  /// The keys that a document cites; nil for a bibliography.
  private(set) var citedKeys: CitedKeys?
  /// The keys of a bibliography.
  private(set) var entries: [KeyChecks.Entry] = []

  /// Whether the file is a bibliography.
  var isBibliography: Bool {
    if case .bibliography = input { return true }
    return false
  }

  init(_ raw: [UInt8], name: String, as input: CheckInput?, _ options: CheckOptions) {
    let decoded = DecodedText(raw)
    let input = input ?? CheckInput.guess(name: name, bytes: decoded.bytes)
    self.input = input
    switch input {
    case .document(let format):
      let extraction = Extraction(of: raw, name: name, as: format, options: options.extraction)
      source = extraction.document.source
      findings =
        extraction.diagnostics + NotedWorks.findings(in: extraction, options.ofBibliographies)
      units = extraction.document.notes.map(\.range)
      readKeys(of: format)
    case .bibliography(let format):
      source = SourceFile(name: name, bytes: decoded.bytes)
      let read = format.read(source, options: options.reader) ?? ReadBibliography(source)
      findings = read.diagnostics
      if let diagnostic = decoded.diagnostic { findings.insert(diagnostic, at: 0) }
      units = read.ranges
      let bibliography = CheckedBibliography(read, format, options.ofBibliographies)
      findings += BibliographyChecks.findings(in: bibliography)
      BibliographyChecks.addKeys(to: &findings, in: bibliography)
      BibTeXFixes.add(to: &findings, in: bibliography)
      entries = KeyChecks.entries(of: bibliography)
    }
    units.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Notes the keys that a document cites.
  ///
  /// LaTeX is no format whose notes are read, so nothing but its keys is looked at.
  private mutating func readKeys(of format: DocumentFormat) {
    let isLaTeX = ["tex", "ltx"].contains(BibliographyFormat.fileExtension(of: source.name))
    citedKeys = CitedKeys(in: source, format: isLaTeX ? "latex" : format.name)
    if isLaTeX, format.name == "text" { findings.removeAll { $0.rule.id.hasPrefix("N") } }
  }

  /// The findings that are reported, with their severities, in order of place.
  func reported(_ rules: RuleSelection) -> CheckedFile {
    var file = CheckedFile(source, [])
    let table = rules.table(for: file.path)
    let suppressions = Suppressions(in: source, input.comments, units: units)
    for var finding in Checks.sorted(findings) {
      guard let severity = table[finding.rule], !suppressions.hides(finding) else { continue }
      // A reader may know better than its rule how much a single finding matters.
      if severity != finding.rule.severity { finding.severity = severity }
      file.findings.append(finding)
    }
    return file
  }
}

extension CheckOptions {
  /// The choices that concern bibliographies.
  fileprivate var ofBibliographies: BibliographyCheckOptions {
    var options = BibliographyCheckOptions()
    options.profile = profile
    options.today = today
    options.export = export
    options.keyPattern = extraction.keyPattern
    return options
  }
}
