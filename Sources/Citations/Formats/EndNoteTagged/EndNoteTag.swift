/// The tags of EndNote's import and export format: a percent sign and a letter or sign.
///
/// Source: EndNote, "EndNote Import Format"; the tags of refer, from which they come.
enum EndNoteTag {
  /// The fields in the order in which they are written, each with its tag.
  static let all: [(slot: EndNoteSlot, tag: UInt8)] = {
    let data: StaticString = """
      author A
      secondaryAuthor E
      tertiaryAuthor Y
      subsidiaryAuthor ?
      translatedAuthor H
      year D
      date 8
      title T
      secondaryTitle B
      fullTitle J
      tertiaryTitle S
      alternateTitle O
      shortTitle !
      translatedTitle Q
      volume V
      number N
      numberOfVolumes 6
      pages P
      section &
      edition 7
      place C
      publisher I
      isbn @
      doi R
      workType 9
      originalPublication (
      reprintEdition )
      reviewedItem *
      custom1 1
      custom2 2
      custom3 3
      custom4 4
      custom5 #
      custom6 $
      custom7 ]
      language G
      accessionNumber M
      callNumber L
      database ~
      databaseProvider W
      url U
      accessDate [
      keywords K
      address +
      caption ^
      abstract X
      notes Z
      researchNotes <
      """
    return data.description.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let slot = EndNoteSlot(rawValue: String(words[0])),
        let tag = words[1].utf8.first
      else { return nil }
      return (slot, tag)
    }
  }()

  private static let slots = Dictionary(uniqueKeysWithValues: all.map { ($0.tag, $0.slot) })
  /// The place of each field in the order of writing.
  static let ranks = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($0.element.slot, $0.offset) })

  /// The field that a tag means, or nil.
  static func slot(of tag: UInt8) -> EndNoteSlot? { slots[tag] }

  /// The field that a tag with its percent sign means, or nil.
  static func slot(named name: String, in group: EndNoteGroup) -> EndNoteSlot? {
    name.utf8.dropFirst().first.flatMap { slots[$0] }
  }

  /// The tag of a field for a group of types: what stands in a periodical is `%J`.
  static func tag(for slot: EndNoteSlot, in group: EndNoteGroup) -> UInt8? {
    if slot == .secondaryTitle, group == .serial { return UInt8(ascii: "J") }
    return ranks[slot].map { all[$0].tag }
  }

  /// The tag that holds the citation key, which EndNote calls the label.
  static let key = UInt8(ascii: "F")

  /// The tag of a line, or nil: a percent sign, a sign that is no space, and a space or the end.
  static func tag(_ line: ArraySlice<UInt8>) -> UInt8? {
    guard line.count >= 2, line.first == UInt8(ascii: "%") else { return nil }
    let tag = line[line.startIndex + 1]
    guard tag > 0x20, tag < 0x7F else { return nil }
    guard line.count == 2 || line[line.startIndex + 2].isASCIISpace else { return nil }
    return tag
  }
}
