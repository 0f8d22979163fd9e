/// A file of a run, read and checked by itself.
///
/// It depends on nothing but the file and the choices of the caller, so it can be kept as long as these stay the same.
public struct FileInCheck: Sendable {
  /// The file, decoded.
  public let source: SourceFile
  /// How it was read.
  public let input: CheckInput
  /// The rules that the caller chose.
  private let rules: RuleSelection
  /// What becomes of their findings here; nil where the keys alone were read.
  private var table: RuleSelection.Table?
  /// What was found, before the selection of rules and the comments in the file are looked at.
  var findings: [Diagnostic]
  /// What the comparison of its works with the sources came to.
  private(set) var verdicts: [RecordVerdict: Int] = [:]
  /// Where its entries or notes stand, ascending.
  private var units: [SourceRange]
  /// The keys that a document cites; nil for a bibliography.
  public private(set) var citedKeys: CitedKeys?
  /// The entries of a bibliography with their keys.
  public private(set) var entries: [KeyedEntry] = []

  /// The names of the strings that a BibTeX file defines, in small letters.
  private(set) var strings: Set<[UInt8]> = []

  /// A work that a note describes in full.
  struct NotedWork: Sendable {
    var reference: Reference
    /// The words of the reference in the document.
    var range: SourceRange
    /// The label of the note.
    var note: String?
  }

  /// The works that the notes of a document describe, for comparison with the entries of other files.
  private(set) var works: [NotedWork] = []

  /// The notes of a document, where they were to be kept.
  public private(set) var extraction: Extraction?

  /// Whether the file is a bibliography.
  public var isBibliography: Bool {
    if case .bibliography = input { return true }
    return false
  }

  /// Reads and checks a file; never fails.
  ///
  /// - Parameters:
  ///   - raw: The file's bytes in any of the encodings of `TextEncoding`.
  ///   - name: The name to use in reports, and to guess the format from.
  ///   - input: How to read it; nil to guess from the name and the content.
  ///   - options: What to check.
  ///   - sources: Where its works are looked up, the first one first; empty for no such checks.
  public init(
    _ raw: [UInt8], name: String, as input: CheckInput? = nil, _ options: CheckOptions,
    against sources: [any RecordSource] = []
  ) {
    var records = RecordCheck(sources)
    let table = options.rules.table(for: CheckedFile.path(ofFileNamed: name))
    rules = options.rules
    self.table = table
    let decoded = DecodedText(raw)
    let input = input ?? CheckInput.guess(name: name, bytes: decoded.bytes)
    self.input = input
    switch input {
    case .document(let format):
      let extraction = Extraction(of: raw, name: name, as: format, options: options.extraction)
      source = extraction.document.source
      findings =
        extraction.diagnostics + records.findings(in: extraction)
        + NotedWorks.findings(in: extraction, options.ofBibliographies) { table[$0] != nil }
      if table[MissingLocator.rule] != nil { findings += MissingLocator.findings(in: extraction) }
      units = extraction.document.notes.map(\.range)
      if options.keepsNotes { self.extraction = extraction }
      works = Self.works(of: extraction)
      readKeys(of: format)
      if format.name == "jats" { checkReferences(options, table) }
    case .bibliography(let format):
      source = SourceFile(name: name, bytes: decoded.bytes)
      let (read, bibliography) = CheckedBibliography.reading(
        source, format, options.reader, options.ofBibliographies)
      findings = read.diagnostics
      if let diagnostic = decoded.diagnostic { findings.insert(diagnostic, at: 0) }
      units = read.ranges
      findings += BibliographyChecks.findings(in: bibliography) { table[$0] != nil }
      findings += records.findings(in: bibliography)
      BibliographyChecks.addKeys(to: &findings, in: bibliography)
      BibliographyChecks.leaveOutCustoms(of: bibliography, from: &findings)
      strings = bibliography.tree.map(UndefinedStrings.defined) ?? []
      BibTeXFixes.add(to: &findings, in: bibliography)
      if format.name == "jats" {
        findings += Self.findings(CitedKeys(in: source, format: format.name), in: bibliography)
      }
      entries = KeyedEntry.entries(of: bibliography)
      readKeysOfBody(format)
    }
    if let types = options.documentTypes, isJATS,
      DocumentTypeCheck.rules.contains(where: { table[$0] != nil })
    {
      DocumentTypeCheck.add(to: &findings, in: source, types)
    }
    verdicts = records.verdicts
    units.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Reads the keys of a file and nothing else: it has no findings of its own, but takes part in those between files.
  ///
  /// - Parameters:
  ///   - raw: The file's bytes in any of the encodings of `TextEncoding`.
  ///   - name: The name to use in reports, and to guess the format from.
  ///   - input: How to read it; nil to guess from the name and the content.
  ///   - options: How bibliographies are read.
  public init(
    keysOf raw: [UInt8], name: String, as input: CheckInput? = nil, _ options: CheckOptions
  ) {
    let decoded = DecodedText(raw)
    source = SourceFile(name: name, bytes: decoded.bytes)
    let input = input ?? CheckInput.guess(name: name, bytes: decoded.bytes)
    self.input = input
    rules = options.rules
    findings = []
    units = []
    switch input {
    case .document(let format):
      readKeys(of: format)
      // Those of an article lead to its own list of references.
      if format.name == "jats" { citedKeys = nil }
    case .bibliography(let format):
      entries = KeyedEntry.entries(
        of: CheckedBibliography.reading(
          source, format, options.reader, options.ofBibliographies
        ).checked)
      readKeysOfBody(format)
    }
  }

  /// Whether the file is an article of JATS, or a list of its references.
  private var isJATS: Bool {
    switch input {
    case .document(let format): format.name == "jats"
    case .bibliography(let format): format.name == "jats"
    }
  }

  /// How comments begin in the file.
  private var comments: CommentSyntax {
    guard case .document(let format) = input,
      CitedKeys.format(of: format, named: source.name) == "latex"
    else { return input.comments }
    return CommentSyntax(formatName: "latex")
  }

  /// The comment that leaves the findings of a rule out where `finding` is; nil in formats that have none for it.
  ///
  /// It is a line of its own before the entry, the note or the line that the finding stands in.
  public func suppression(of finding: Diagnostic) -> SourceEdit? {
    guard let offset = finding.range?.start,
      let comment = comments.line("citecli: ignore \(finding.rule.id)")
    else { return nil }
    let unit = units.last { $0.start <= offset && offset < $0.end }
    let start = source.lines.start(ofLine: source.lines.line(at: Int(unit?.start ?? offset)))
    let indent = source.bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }
    let place = SourceRange(start, start)
    return SourceEdit(place, Array(indent) + Array(comment.utf8) + source.bytes.lineEnding)
  }

  /// Whether the findings of a rule are wanted in the file, as far as that is known before they are reported.
  func mayReport(_ rule: Rule) -> Bool { table.map { $0[rule] != nil } ?? true }

  private static func works(of extraction: Extraction) -> [NotedWork] {
    extraction.notes.flatMap { note in
      note.cites.filter { $0.kind == .full && $0.form != .key }.map { cite in
        NotedWork(
          reference: cite.reference, range: note.note.text.sourceRange(of: cite.range),
          note: note.note.label)
      }
    }
  }

  /// Notes the keys that a document cites.
  ///
  /// LaTeX is no format whose notes are read, so nothing but its keys is looked at.
  private mutating func readKeys(of format: DocumentFormat) {
    let keys = CitedKeys.format(of: format, named: source.name)
    citedKeys = CitedKeys(in: source, format: keys)
    entries = (citedKeys?.items ?? []).map { KeyedEntry($0) }
    if keys == "latex", format.name == "text" { findings.removeAll { $0.rule.id.hasPrefix("N") } }
  }

  /// Notes the keys that a Markdown file cites whose head is a bibliography.
  private mutating func readKeysOfBody(_ format: BibliographyFormat) {
    let ending = FileName.fileExtension(of: source.name)
    if format.name == "csl-yaml", DocumentFormat.markdown.extensions.contains(ending) {
      citedKeys = CitedKeys(in: source, format: "markdown")
    }
  }

  /// Checks the list of references of a JATS article and what its text says of it.
  ///
  /// Its keys are those of the article alone: "r1" of another one is another work.
  private mutating func checkReferences(_ options: CheckOptions, _ table: RuleSelection.Table) {
    let (read, bibliography) = CheckedBibliography.reading(
      source, .jats, options.reader, options.ofBibliographies)
    guard !read.references.isEmpty else { return }
    var found = BibliographyChecks.findings(in: bibliography) { table[$0] != nil }
    if let citedKeys { found += Self.findings(citedKeys, in: bibliography) }
    BibliographyChecks.addKeys(to: &found, in: bibliography)
    // What is wrong with the markup was said by the reader of the document already.
    let said = Set(findings.compactMap(\.range))
    found += read.diagnostics.filter { $0.range.map { !said.contains($0) } ?? false }
    findings.removeAll { $0.rule == NoNotes.rule }
    findings += found
    units += read.ranges
    citedKeys = nil
  }

  /// What the text of a JATS article says of its references.
  private static func findings(
    _ keys: CitedKeys, in bibliography: CheckedBibliography
  ) -> [Diagnostic] {
    if keys.uses.isEmpty { return [] }
    return KeyChecks.findings(keys, among: KeyedEntry.entries(of: bibliography))
  }

  /// The findings that are reported, with their severities, in order of place.
  func reported() -> CheckedFile {
    var file = CheckedFile(source, [])
    file.units = units
    let table = table ?? rules.table(for: file.path)
    let suppressions = Suppressions(in: source, comments, units: units)
    var findings = Checks.sorted(findings)
    UndefinedStrings.gather(&findings, in: source, definesStrings: !strings.isEmpty)
    for var finding in findings {
      guard let severity = table[finding.rule], !suppressions.hides(finding) else { continue }
      // A reader may know better than its rule how much a single finding matters.
      if severity != finding.rule.severity { finding.severity = severity }
      file.findings.append(finding)
    }
    return file
  }
}

extension CitedKeys {
  /// The name of the format whose keys are looked for in a document.
  ///
  /// LaTeX is told by the ending of its name alone.
  public static func format(of format: DocumentFormat, named name: String) -> String {
    let isLaTeX = ["tex", "ltx"].contains(FileName.fileExtension(of: name))
    return isLaTeX ? "latex" : format.name
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
    options.journals = journals
    options.fileIsThere = fileIsThere
    return options
  }
}
