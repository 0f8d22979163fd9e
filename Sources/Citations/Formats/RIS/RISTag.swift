/// A row of the table of RIS tags: a field, the tag that it is written with, and others that are read as it.
///
/// Pages (`SP`, `EP`), `ID`, `M2` and those that mean different things in different types are read by rules of their own.
/// Source: RIS Format Specifications (2001 and 2011); tags that publishers and databases use beside them.
struct RISTag: Sendable {
  let slot: EndNoteSlot
  /// The tags, the one that is written first.
  let tags: [String]

  /// In the order in which fields are written.
  static let all: [RISTag] = {
    let data: StaticString = """
      author AU A1
      secondaryAuthor A2
      editor ED
      tertiaryAuthor A3
      subsidiaryAuthor A4
      translatedAuthor TA
      year PY Y1
      date DA
      title TI T1 CT
      secondaryTitle T2 BT
      fullTitle JF
      alternateTitle J2 JA J1
      tertiaryTitle T3
      shortTitle ST
      translatedTitle TT
      volume VL VO
      number IS CP
      numberOfVolumes NV
      pages SP EP
      section SE
      edition ET
      place CY
      publisher PB
      isbn SN BN
      doi DO DI
      workType M3
      originalPublication OP
      reprintEdition RP
      reviewedItem RI
      misc1 M1
      custom1 C1
      custom2 C2
      custom3 C3
      custom4 C4
      custom5 C5
      custom6 C6
      custom7 C7
      custom8 C8
      language LA
      accessionNumber AN
      callNumber CN
      label LB
      database DB
      databaseProvider DP
      url UR LK
      accessDate Y2
      keywords KW K1
      address AD
      caption CA
      abstract AB N2
      notes N1
      researchNotes RN
      """
    return data.description.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.first.flatMap(EndNoteSlot.init).map {
        RISTag(slot: $0, tags: Array(words.dropFirst()))
      }
    }
  }()

  private static let slots: [String: EndNoteSlot] = {
    var result: [String: EndNoteSlot] = [:]
    for row in all { for tag in row.tags { result[tag] = row.slot } }
    return result
  }()

  /// The place of each field in the order of writing.
  static let ranks: [EndNoteSlot: Int] = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($0.element.slot, $0.offset) })

  /// Tags that some specification or program has, beyond those of the table.
  private static let others: Set<String> = [
    "TY", "ER", "ID", "M2", "JO", "A5", "A6", "AV", "L1", "L2", "L3", "L4", "U1", "U2", "U3", "U4",
    "U5", "CR", "RP", "SV", "PP", "N3", "RI", "AR", "C0", "C9",
  ]

  /// Whether a tag is in some specification; in capitals.
  static func isKnown(_ tag: String) -> Bool { slots[tag] != nil || others.contains(tag) }

  /// The field that a tag means for a type, or nil.
  static func slot(of tag: String, in group: EndNoteGroup) -> EndNoteSlot? {
    switch (tag, group) {
    // The specification of 2001: the title of the book itself only for whole books and unpublished works.
    case ("BT", .book), ("BT", .edited), ("BT", .manuscript): .title
    // Most programs take the second authors of a book for its editors, and the third for those of the series.
    case ("A2", .book): .editor
    case ("A3", .book): .secondaryAuthor
    case ("SV", .court): .number
    case ("PP", _): .place
    default: slots[tag]
    }
  }

  /// The tag that a field is written with for a type.
  static func tag(for slot: EndNoteSlot, in group: EndNoteGroup) -> String? {
    switch (slot, group) {
    case (.tertiaryAuthor, .book): "ED"
    case (.secondaryAuthor, .book): "A3"
    // Tags that say by themselves what they are: every program reads them in the same way.
    case (.secondaryAuthor, _)
    where EndNoteField.variable(of: slot, in: group) == .name(.editor): "ED"
    case (.secondaryTitle, .serial): "JF"
    case (.secondaryTitle, .part): "BT"
    default: ranks[slot].flatMap { all[$0].tags.first }
    }
  }

  /// Whether the lines of a value are paragraphs of their own.
  static func keepsLines(_ tag: String) -> Bool {
    ["N1", "N2", "AB", "RN", "M2", "KW", "K1", "AD", "UR", "CA"].contains(tag)
  }
}
