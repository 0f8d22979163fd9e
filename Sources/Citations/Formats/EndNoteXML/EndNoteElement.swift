/// The elements of EndNote's XML, each with the field that it holds; the table serves reading and writing.
///
/// Source: EndNote, RSXML.dtd.
enum EndNoteElement {
  /// An element by its path inside the record.
  struct Row: Sendable {
    /// Nil for elements that no type has a variable for.
    var slot: EndNoteSlot?
    var path: String
    /// Whether it is read only.
    var isAlias = false
  }

  /// In the order of the document type; a path that begins with `=` is another name of its field.
  static let all: [Row] = {
    let data: StaticString = """
      author contributors/authors/author
      secondaryAuthor contributors/secondary-authors/author
      tertiaryAuthor contributors/tertiary-authors/author
      subsidiaryAuthor contributors/subsidiary-authors/author
      translatedAuthor contributors/translated-authors/author
      address auth-address
      title titles/title
      secondaryTitle titles/secondary-title
      tertiaryTitle titles/tertiary-title
      alternateTitle titles/alt-title
      shortTitle titles/short-title
      translatedTitle titles/translated-title
      fullTitle periodical/full-title
      alternateTitle =periodical/abbr-1
      pages pages
      volume volume
      number number
      number =issue
      numberOfVolumes num-vols
      edition edition
      section section
      reprintEdition reprint-edition
      keywords keywords/keyword
      year dates/year
      date dates/pub-dates/date
      place pub-location
      publisher publisher
      originalPublication orig-pub
      isbn isbn
      accessionNumber accession-num
      callNumber call-num
      doi electronic-resource-num
      abstract abstract
      caption caption
      notes notes
      researchNotes research-notes
      workType work-type
      workType =misc2
      reviewedItem reviewed-item
      database remote-database-name
      databaseProvider remote-database-provider
      language language
      url urls/web-urls/url
      url =urls/related-urls/url
      accessDate access-date
      custom1 custom1
      custom2 custom2
      custom3 custom3
      custom4 custom4
      custom5 custom5
      custom6 custom6
      custom7 custom7
      misc1 misc1
      """
    return data.description.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let slot = EndNoteSlot(rawValue: String(words[0])) else { return nil }
      let isAlias = words[1].hasPrefix("=")
      return Row(slot: slot, path: String(words[1].drop { $0 == "=" }), isAlias: isAlias)
    }
  }()

  private static let slots = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.slot) })
  private static let rows: [EndNoteSlot: (rank: Int, path: String)] = {
    var result: [EndNoteSlot: (rank: Int, path: String)] = [:]
    for (rank, row) in all.enumerated() {
      if let slot = row.slot, !row.isAlias { result[slot] = (rank, row.path) }
    }
    return result
  }()

  /// The element that holds the citation key.
  static let key = "label"
  /// The element that holds member lines; EndNote has no name for it.
  static let lines = "misc3"
  /// Elements that say where a record was kept, not what it describes.
  static let administration: Set<String> = [
    "database", "source-app", "rec-number", "foreign-keys", "foreign-keys/key",
  ]

  /// The field that an element means, or nil.
  static func slot(of path: String, in group: EndNoteGroup) -> EndNoteSlot? {
    slots[path].flatMap(\.self)
  }

  /// The path of the element that a field is written to, and its place in the order.
  static func row(for slot: EndNoteSlot, in group: EndNoteGroup) -> (rank: Int, path: String)? {
    if slot == .alternateTitle, group == .serial, let full = rows[.fullTitle] {
      // What programs take for the abbreviation of a periodical's name.
      return (full.rank, "periodical/abbr-1")
    }
    return rows[slot]
  }

  /// Whether an extra field may stand as an element with its name.
  static func isElement(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...3).contains(names.count), ![key, lines, "ref-type", "record"].contains(path),
      !administration.contains(path)
    else { return false }
    return names.allSatisfy { name in
      guard let first = name.utf8.first, first.isASCIILetter, name != "style" else { return false }
      return name.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
    }
  }

  /// Whether line ends in an element part paragraphs.
  static func keepsLines(_ path: String) -> Bool {
    ["abstract", "notes", "research-notes", "isbn", lines, "auth-address", "caption"].contains(path)
      || path.hasPrefix("urls/") || path.hasPrefix("keywords/")
  }
}

/// The styles of EndNote's `style` elements.
enum EndNoteFace {
  private static let faces: [(style: TextStyle, name: String)] = [
    (.bold, "bold"), (.italic, "italic"), (.underline, "underline"),
    (.superscript, "superscript"), (.subscript, "subscript"),
  ]

  /// The styles that a `face` attribute lists.
  static func styles(_ face: String) -> [TextStyle] {
    let words = face.split(separator: " ")
    return faces.filter { pair in words.contains { $0 == pair.name } }.map(\.style)
  }

  /// The `face` attribute for styles; those without a face are left out.
  static func text(_ styles: [TextStyle]) -> String {
    let names = faces.filter { styles.contains($0.style) }.map(\.name)
    return names.isEmpty ? "normal" : names.joined(separator: " ")
  }
}
