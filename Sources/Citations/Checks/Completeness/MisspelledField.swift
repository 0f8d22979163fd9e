/// C031: a field of a BibTeX entry whose name is nearly that of another one.
enum MisspelledField: BibliographyCheck {
  static let rule = Rule("C031", "misspelled-field", .warning, "a field's name looks misspelled")
  static let rules = [rule]

  /// - Complexity: O(fields); each name is compared with those of its length once.
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard bibliography.tree != nil else { return }
    var meant: [String: String] = [:]
    var seen: Set<String> = []
    for entry in bibliography.entries where entry.hasKnownType {
      for field in entry.fields {
        if seen.insert(field.name).inserted { meant[field.name] = meaning(of: field.name) }
        guard let better = meant[field.name], !entry.fields.contains(where: { $0.name == better })
        else { continue }
        findings.append(
          Diagnostic(
            rule, "the field \"\(field.name)\" is not known; \"\(better)\" is", at: field.nameRange,
            key: entry.key,
            fixes: [
              FixIt("write \"\(better)\"", .suggested, replace: field.nameRange, with: better)
            ]))
      }
    }
  }

  /// The field that a name was meant for; nil for a name that is known or may be meant as it is.
  static func meaning(of name: String) -> String? {
    if let single = endings[name] { return single }
    guard name.utf8.count >= 4, !known.contains(name) else { return nil }
    return BibTeXFieldNames.nearest(to: name)
  }

  /// Names of which a letter more or less at the end is a slip, and no field of another program.
  private static let endings = [
    "page": "pages", "authors": "author", "editors": "editor", "volumne": "volume",
    "titles": "title", "publishers": "publisher", "journals": "journal", "years": "year",
  ]

  /// Fields of other programs that differ little from one that is known.
  private static let known: Set<String> = [
    "name", "names", "keyword", "keywords", "date-added",
    "date-modified",
    "urls", "notes",
    "file", "files", "isbn13", "isbn10", "issn1", "pagenum", "lists", "comment",
    "comments", "topics",
    "place", "places", "country", "city", "state", "email", "timestamp", "owner", "review",
    "rating", "group",
    "groups", "abbr", "code", "data", "slides", "venue", "acronym", "sortname", "nationality",
    "booktitles",
    "bibdate", "bibsource", "biburl", "interhash", "intrahash", "printed", "printer", "coden",
    "lccn", "isan", "ismn", "isrn", "iswc", "istc", "eissn", "pissn", "eisbn",
    "rank", "year2", "author2", "title2", "origyear", "series2", "sponsor", "subject", "subjects",
    "pubmed",
  ]
}

/// The names of fields that BibTeX, BibLaTeX and this program know.
enum BibTeXFieldNames {
  private static let all: Set<String> = Set(BibTeXFieldTable.names.words.map(\.string))
  /// Names by their first letters and lengths, so that few are compared.
  private static let byLength: [Int: [String]] = Dictionary(
    grouping: all.sorted(), by: \.utf8.count)

  /// The known name that differs in one letter; nil for a name that is known or has no such neighbour.
  static func nearest(to name: String) -> String? {
    guard !all.contains(name) else { return nil }
    let count = name.utf8.count
    let near = [count, count - 1, count + 1].flatMap { byLength[$0] ?? [] }
    // A plural or another ending may be meant as it is.
    return near.first { isSlip(name, for: $0) }
  }

  /// Whether one name is a slip for another: a plural, a letter put before it or a hyphen less may be meant as it is.
  private static func isSlip(_ name: String, for other: String) -> Bool {
    EditDistance.isWithin(1, name, other) && other + "s" != name && name + "s" != other
      && name.utf8.dropFirst().string != other && !other.utf8.contains(UInt8(ascii: "-"))
      && name != "sorttitle"
  }
}
