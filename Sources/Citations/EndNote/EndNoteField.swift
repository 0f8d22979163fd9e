/// One line of the table that says which field holds a variable; it serves reading and writing.
///
/// A variable is written to the first of its fields that is read as that variable in the group; a field is read
/// as the first variable that names it with the group, or else without one.
/// Source: EndNote, "Reference Types"; the fields that Zotero uses for what EndNote leaves open.
struct EndNoteField: Sendable {
  /// A field, and the group for which it holds the variable.
  struct Target: Sendable, Hashable {
    var slot: EndNoteSlot
    /// Nil for every group that has nothing else for the field.
    var group: EndNoteGroup?
  }

  let variable: AnyVariable
  let targets: [Target]

  /// Pages, dates and standard numbers are read and written by rules of their own and are not all listed.
  static let all: [EndNoteField] = {
    let data: StaticString = """
      author author
      director author@film
      editor secondaryAuthor author@edited tertiaryAuthor@book editor
      collection-editor secondaryAuthor@book tertiaryAuthor
      producer tertiaryAuthor@film
      performer subsidiaryAuthor@film secondaryAuthor@sound
      recipient secondaryAuthor@letter
      contributor subsidiaryAuthor@paper subsidiaryAuthor@court tertiaryAuthor@thesis
      translator subsidiaryAuthor
      title title
      container-title secondaryTitle fullTitle secondaryAuthor@court
      event-title secondaryTitle@talk
      division secondaryTitle@thesis
      section secondaryTitle@hearing section
      collection-title secondaryTitle@book secondaryTitle@report secondaryTitle@map secondaryTitle@computer tertiaryTitle
      authority tertiaryTitle@hearing tertiaryTitle@bill publisher@court secondaryAuthor@patent
      container-title-short alternateTitle
      title-short shortTitle
      reviewed-title reviewedItem
      publisher publisher
      publisher-place place
      volume volume
      issue number misc1@serial
      collection-number number@book number@part
      number isbn@report isbn@patent number@report number@court custom7@serial misc1
      number-of-volumes numberOfVolumes
      edition edition
      version edition@computer
      chapter-number edition@bill edition@statute edition@hearing section@part
      references originalPublication@bill originalPublication@statute originalPublication@court originalPublication@hearing custom5@patent
      genre workType
      medium custom5@film custom5@sound
      scale custom1@map
      dimensions custom3@art
      jurisdiction custom3@patent
      status custom6@patent
      submitted custom1@patent
      call-number callNumber misc1@patent
      accessed accessDate
      DOI doi
      PMCID custom2@serial
      archive database
      source databaseProvider
      archive_location accessionNumber
      language language
      URL url
      abstract abstract
      note notes
      annote researchNotes
      keyword keywords
      citation-label label
      """
    return data.description.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let name = words.first, let variable = AnyVariable(String(name)) else { return nil }
      return EndNoteField(
        variable: variable,
        targets: words.dropFirst().compactMap { word in
          let halves = word.split(separator: "@")
          return EndNoteSlot(rawValue: String(halves[0])).map { slot in
            let group = halves.count == 2 ? EndNoteGroup(rawValue: String(halves[1])) : nil
            return Target(slot: slot, group: group)
          }
        })
    }
  }()

  private static let byTarget: [Target: AnyVariable] = {
    var result: [Target: AnyVariable] = [:]
    for row in all {
      for target in row.targets where result[target] == nil { result[target] = row.variable }
    }
    return result
  }()

  /// The variable that a field holds in a group, or nil.
  static func variable(of slot: EndNoteSlot, in group: EndNoteGroup) -> AnyVariable? {
    byTarget[.init(slot: slot, group: group)]
      ?? group.parent.flatMap { byTarget[.init(slot: slot, group: $0)] }
      ?? byTarget[.init(slot: slot, group: nil)]
  }

  /// The field that the variable is written to in a group, or nil.
  func slot(in group: EndNoteGroup) -> EndNoteSlot? {
    targets.first { Self.variable(of: $0.slot, in: group) == variable }?.slot
  }
}
