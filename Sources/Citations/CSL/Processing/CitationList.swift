/// The citations of a document as a JSON file lists them.
///
/// The file is an array. Each element is a citation (`{"citationItems": [{"id": "a"}], "properties": {"noteIndex": 1}}`),
/// an array of cites (`[{"id": "a", "locator": "12"}]`), or an edit of a document (`[citation, before, after]`, where the
/// other two are arrays of `[citationID, noteIndex]`). Edits are replayed; what counts is the document after the last.
/// Source: csl-citation.json of CSL 1.0.2; "CITATIONS" of the CSL test suite.
public struct CitationList: Sendable {
  /// The file.
  public let source: SourceFile
  /// The citations in the order of the document.
  public private(set) var citations: [Citation] = []
  /// Where each of `citations` stands in the file.
  public private(set) var ranges: [SourceRange] = []
  /// What is wrong with the file; what could not be read is left out.
  public private(set) var diagnostics: [Diagnostic] = []

  private let isInNotes: Bool
  /// The citations of edits by their ids, and where they stand.
  private var known: [String: (citation: Citation, range: SourceRange)] = [:]

  /// Reads a file; a citation without a note gets the next one where the style is one of notes.
  public init(_ source: SourceFile, styleClass: Style.Class) {
    self.source = source
    isInNotes = styleClass == .note
    do throws(JSONError) {
      try read()
    } catch {
      let end = min(error.offset + 1, source.bytes.count)
      report(.brokenCitations, error.message, at: SourceRange(min(error.offset, end), end))
    }
  }

  /// A finding for each cite whose work is not among `ids`, with those that may be meant.
  public func unknownWorks(among ids: [String]) -> [Diagnostic] {
    let known = Set(ids)
    var result: [Diagnostic] = []
    for (citation, range) in zip(citations, ranges) {
      for item in citation.items where !known.contains(item.id) {
        let nearest = NearestNames.of(item.id, among: ids).map { "'\($0)'" }
        let advice =
          nearest.isEmpty ? "" : "; did you mean " + nearest.joined(separator: " or ") + "?"
        result.append(
          Diagnostic(
            .unknownWork, "no reference has the id '\(item.id)'" + advice, at: range))
      }
    }
    return result
  }

  private mutating func read() throws(JSONError) {
    var reader = JSONReader(source.bytes)
    guard case .beginArray = try reader.next() else {
      throw JSONError("expected an array of citations", at: 0)
    }
    while true {
      let token = try reader.next()
      if case .endArray = token { break }
      let start = reader.position - 1
      let value = try JSONValue(from: token, &reader)
      add(value, at: SourceRange(start, reader.position))
    }
    _ = try reader.next()
  }

  private mutating func add(_ value: JSONValue, at range: SourceRange) {
    switch value {
    case .object where value["citationItems"] != nil: append(citation(value, range), range)
    case .array(let elements) where elements.count == 3 && elements[1].array != nil:
      edit(citation(elements[0], range), range, elements[1], elements[2])
    case .array(let elements): append((items(elements, range), "", nil, .normal), range)
    default:
      report(
        .brokenCitations,
        "found no citation; expected an object with `citationItems` or an array of cites",
        at: range)
    }
  }

  /// A citation as it is written; the note is nil where none is given.
  private typealias Written = (items: [CitationItem], id: String, note: Int?, mode: Citation.Mode)

  private mutating func citation(_ value: JSONValue, _ range: SourceRange) -> Written {
    let properties = value["properties"]
    if value["citationItems"]?.array == nil {
      report(.brokenCitations, "a citation has no array `citationItems`", at: range)
    }
    var mode = Citation.Mode.normal
    if let name = properties?["mode"]?.scalarText {
      if let found = Citation.Mode(rawValue: name) {
        mode = found
      } else {
        report(
          .unusedCitationPart,
          "'\(name)' is no mode; expected author-only, suppress-author or composite", at: range)
      }
    }
    return (
      items(value["citationItems"]?.array ?? [], range), value["citationID"]?.scalarText ?? "",
      properties?["noteIndex"]?.scalarText.flatMap { Int($0) }, mode
    )
  }

  private mutating func append(_ written: Written, _ range: SourceRange) {
    let next = isInNotes ? (citations.last?.noteNumber ?? 0) + 1 : 0
    var citation = Citation(
      id: written.id.isEmpty ? "#\(citations.count)" : written.id, items: written.items,
      noteNumber: written.note ?? next)
    citation.mode = written.mode
    citations.append(citation)
    ranges.append(range)
  }

  private mutating func edit(
    _ written: Written, _ range: SourceRange, _ before: JSONValue, _ after: JSONValue
  ) {
    var citation = Citation(
      id: written.id, items: written.items, noteNumber: written.note ?? 0)
    citation.mode = written.mode
    known[citation.id] = (citation, range)
    let places =
      (before.array ?? []) + [.array([.string(citation.id), .number(citation.noteNumber)])]
      + (after.array ?? [])
    citations = []
    ranges = []
    for place in places {
      guard let parts = place.array, let id = parts.first?.scalarText, var found = known[id] else {
        report(.brokenCitations, "an edit names a citation that is not there", at: range)
        continue
      }
      if let note = parts.dropFirst().first?.scalarText.flatMap({ Int($0) }) {
        found.citation.noteNumber = note
      }
      citations.append(found.citation)
      ranges.append(found.range)
    }
  }

  private mutating func items(_ values: [JSONValue], _ range: SourceRange) -> [CitationItem] {
    var result: [CitationItem] = []
    for value in values {
      guard let item = CitationItem(json: value) else {
        report(.brokenCitations, "a cite has no `id`", at: range)
        continue
      }
      for problem in CitationItem.unused(of: value) {
        report(.unusedCitationPart, problem, at: range)
      }
      result.append(item)
    }
    return result
  }

  private mutating func report(_ rule: Rule, _ message: String, at range: SourceRange) {
    diagnostics.append(Diagnostic(rule, message, at: range))
  }
}

extension Rule {
  /// Something that is no citation stands among the citations.
  public static let brokenCitations = Rule(
    "L010", "broken-citations", .error, "something among the citations is none")
  /// A cite of a work that is not in the bibliography.
  public static let unknownWork = Rule(
    "L011", "unknown-work", .error, "a cite names a work that is not there")
  /// Something in a citation has no effect.
  public static let unusedCitationPart = Rule(
    "L012", "unused-citation-part", .warning, "a part of a citation has no effect")
  /// A citation of a note is not in the formatted notes.
  public static let citeLeftOut = Rule(
    "L013", "cite-left-out", .warning, "a citation is left out of the formatted notes")
}
