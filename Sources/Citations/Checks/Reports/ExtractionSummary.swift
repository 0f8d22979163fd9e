/// What was found in documents, in numbers.
public struct ExtractionSummary: Sendable, Hashable {
  /// How many documents were read.
  public private(set) var documents = 0
  /// How many notes they have.
  public private(set) var notes = 0
  /// How many markers their bodies have.
  public private(set) var markers = 0
  /// Markers with a note, by the way in which the two were brought together: link, number, order.
  public private(set) var pairings: [Pairing: Int] = [:]
  /// Markers without a note.
  public private(set) var unpairedMarkers = 0
  /// Notes without a marker.
  public private(set) var unpairedNotes = 0
  /// Citations by the way in which they refer to a work.
  public private(set) var cites: [Cite.Kind: Int] = [:]
  /// Short forms whose work is known.
  public private(set) var resolved = 0
  /// Distinct works, document by document.
  public private(set) var works = 0
  /// Pieces of text after the last note.
  public private(set) var trailing = 0
  /// Findings by severity.
  public private(set) var findings: [Severity: Int] = [:]

  /// Counts what is in `extractions`.
  public init(of extractions: [Extraction]) {
    for extraction in extractions { add(extraction) }
  }

  /// Counts one document more.
  public mutating func add(_ extraction: Extraction) {
    documents += 1
    notes += extraction.document.notes.count
    markers += extraction.document.markers.count
    var hasMarker = [Bool](repeating: false, count: extraction.document.notes.count)
    for marker in extraction.document.markers {
      guard let note = marker.note, let pairing = marker.pairing else {
        unpairedMarkers += 1
        continue
      }
      pairings[pairing, default: 0] += 1
      if hasMarker.indices.contains(note) { hasMarker[note] = true }
    }
    unpairedNotes += hasMarker.count { !$0 }
    for cite in extraction.notes.lazy.flatMap(\.cites) {
      cites[cite.kind, default: 0] += 1
      if cite.isShortForm, cite.work != nil { resolved += 1 }
    }
    works += extraction.works.count
    trailing += extraction.document.trailing.count
    for diagnostic in extraction.diagnostics { findings[diagnostic.severity, default: 0] += 1 }
  }

  /// Short forms, resolved or not.
  public var shortForms: Int { cites[.short, default: 0] + cites[.ibid, default: 0] }

  /// The findings in one line: "1 error, 2 warnings", or "no findings".
  public var findingsLine: String { Self.line(of: findings) }

  /// Findings by severity in one line: "1 error, 2 warnings", or "no findings".
  public static func line(of findings: [Severity: Int]) -> String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      guard let count = findings[severity], count > 0 else { return nil }
      return counted(count, severity.rawValue)
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  /// The numbers in a few lines of text, each ended by a line feed.
  public var text: String {
    var rows: [(String, String)] = []
    if documents != 1 { rows.append(("documents", String(documents))) }
    rows.append(("notes", "\(notes)\(pairingWords)"))
    rows.append(("citations", "\(cites.values.reduce(0, +))\(citeWords)"))
    rows.append(("works", String(works)))
    if shortForms > 0 { rows.append(("short forms", "\(resolved) of \(shortForms) resolved")) }
    if trailing > 0 {
      rows.append(("left alone", "\(counted(trailing, "piece")) of text after the notes"))
    }
    rows.append(("findings", findings.isEmpty ? "none" : findingsLine))
    return rows.map { row in
      row.0 + String(repeating: " ", count: 13 - row.0.utf8.count) + row.1 + "\n"
    }.joined()
  }

  private var pairingWords: String {
    var words = [Pairing.link, .number, .order].compactMap { pairing -> String? in
      pairings[pairing].map { "\($0) by \(pairing.rawValue)" }
    }
    if unpairedNotes > 0 { words.append("\(unpairedNotes) without a marker") }
    if unpairedMarkers > 0 { words.append("\(counted(unpairedMarkers, "marker")) without a note") }
    return words.isEmpty ? "" : " (paired: " + words.joined(separator: ", ") + ")"
  }

  private var citeWords: String {
    let words = [Cite.Kind.full, .short, .ibid, .mention].compactMap { kind -> String? in
      cites[kind].map { "\($0) \(kind.rawValue)" }
    }
    return words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
  }
}

extension Cite {
  fileprivate var isShortForm: Bool { kind == .short || kind == .ibid }
}

/// A number with its noun: "1 note", "2 notes".
private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
