import Testing

@testable import Citations

@Suite struct EndNoteFieldTests {
  @Test func everyTypeHasARow() {
    for type in ItemType.all where type != .document {
      let row = EndNoteType.of(type)
      #expect(row.itemType == type || row.code != "JOUR" || [.review, .reviewBook].contains(type))
      #expect(EndNoteType.read(row.code) == row)
    }
    #expect(EndNoteType.all.count == Set(EndNoteType.all.map(\.code)).count)
    #expect(EndNoteType.read("journal article")?.code == "JOUR")
    #expect(EndNoteType.read(name: "Music")?.code == "SOUND")
    #expect(EndNoteType.read("QUUX") == nil)
  }

  /// What a field is written to is read as the same variable.
  @Test func writingAndReadingAgree() {
    var isUsed = false
    for row in EndNoteType.all {
      for field in EndNoteField.all {
        guard let slot = field.slot(in: row.group) else { continue }
        #expect(EndNoteField.variable(of: slot, in: row.group) == field.variable)
        isUsed = true
      }
    }
    #expect(isUsed)
  }

  @Test func everyFieldOfTheTableHasATag() {
    for field in EndNoteField.all {
      for target in field.targets {
        #expect(RISTag.ranks[target.slot] != nil, "\(target.slot)")
      }
    }
  }
}
