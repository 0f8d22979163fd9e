public import Citations

/// Runs tests of the conformance suite of CSL.
public struct SuiteRunner: Sendable {
  private let locales: LocaleSet

  /// A runner with the locales of the suite.
  public init(locales: LocaleSet) { self.locales = locales }

  /// What a test gave.
  public struct Outcome: Sendable {
    /// The text that was expected.
    public var expected: String
    /// The text that came out, or why nothing did.
    public var actual: String
    /// Whether the two are the same, byte for byte.
    public var isPassed: Bool { Array(expected.utf8) == Array(actual.utf8) }
  }

  /// Runs one test.
  public func run(_ fixture: Fixture) -> Outcome {
    let expected = fixture["RESULT"] ?? ""
    do {
      return Outcome(expected: expected, actual: try output(fixture))
    } catch let error as StyleError {
      let reasons = error.diagnostics.map(\.message).joined(separator: "; ")
      return Outcome(expected: expected, actual: "style refused: " + reasons)
    } catch {
      return Outcome(expected: expected, actual: "error: \(error)")
    }
  }

  private func output(_ fixture: Fixture) throws -> String {
    let style = try Style(SourceFile(name: "style", bytes: Array((fixture["CSL"] ?? "").utf8)))
    let input = SourceFile(name: "input", bytes: Array((fixture["INPUT"] ?? "").utf8))
    let references = BibliographyFormat.cslJSON.read(input)?.references ?? []
    var processor = Processor(style: style, locales: locales)
    processor.add(references)
    let mode = fixture["MODE"]?.split(separator: "\n").first.map(String.init) ?? "citation"
    if let text = fixture["CITATIONS"] {
      return try edits(text, &processor, isBibliography: mode == "bibliography")
    }
    processor.list(references.map(\.id))
    let citations = try citations(fixture["CITATION-ITEMS"], processor)
    let texts = processor.texts(of: citations).map { $0.output(.html) }
    if mode == "bibliography" { return processor.bibliography()?.output(.html) ?? "" }
    return texts.joined(separator: "\n")
  }

  /// The citations of a test without edits: as given, or one of all items in the order of the bibliography.
  private func citations(_ text: String?, _ processor: Processor) throws -> [Citation] {
    guard let text else {
      return [Citation(id: "0", items: processor.listedIDs().map { CitationItem(id: $0) })]
    }
    let clusters = try JSONValue.parse(Array(text.utf8)).array ?? []
    return clusters.enumerated().map { index, cluster in
      Citation(id: "\(index)", items: (cluster.array ?? []).compactMap(CitationItem.init(json:)))
    }
  }

  // MARK: Edits

  /// Replays edits of a document and prints all citations with a mark for each: new by the last edit, or not.
  private func edits(_ text: String, _ processor: inout Processor, isBibliography: Bool) throws
    -> String
  {
    var known: [String: Citation] = [:]
    var changed: Set<String> = []
    for edit in try JSONValue.parse(Array(text.utf8)).array ?? [] {
      guard let parts = edit.array, parts.count == 3 else { continue }
      let citation = SuiteJSON.citation(parts[0])
      known[citation.id] = citation
      var order: [(id: String, note: Int)] = SuiteJSON.places(parts[1])
      order.append((citation.id, citation.noteNumber))
      order += SuiteJSON.places(parts[2])
      let document = order.compactMap { place -> Citation? in
        guard var citation = known[place.id] else { return nil }
        citation.noteNumber = place.note
        known[place.id] = citation
        return citation
      }
      changed = Set(processor.setCitations(document, edited: citation.id).map(\.id))
    }
    if isBibliography { return processor.bibliography()?.output(.html) ?? "" }
    let lines = zip(processor.citations, processor.texts).enumerated().map { index, pair in
      (changed.contains(pair.0.id) ? ">>" : "..") + "[\(index)] " + pair.1.output(.html)
    }
    return lines.joined(separator: "\n")
  }
}
