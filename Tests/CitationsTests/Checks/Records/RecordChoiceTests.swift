import Testing

@testable import Citations

@Suite struct RecordChoiceTests {
  private func record(
    _ title: String, _ family: String = "", _ year: Int? = nil, container: String? = nil,
    doi: String? = nil
  ) -> SourceRecord {
    SourceRecord(source: "s", reference: reference(title, family, year, container, doi))
  }

  private func reference(
    _ title: String, _ family: String = "", _ year: Int? = nil, _ container: String? = nil,
    _ doi: String? = nil
  ) -> Reference {
    var reference = Reference(type: .articleJournal)
    reference[.title] = RichText(title)
    if !family.isEmpty { reference[.author] = [Name(family: family, given: "Ada")] }
    reference[.issued] = year.map { DateValue(DateValue.Point($0)) }
    reference[.containerTitle] = container.map { RichText($0) }
    reference[.doi] = doi.map { RichText($0) }
    return reference
  }

  @Test func titleNamesAndYearTell() {
    let records = [
      record("Introduction", "Fell", 1931), record("Introduction", "Mercer", 1931),
      record("Introduction", "Mercer", 1960),
    ]
    #expect(
      RecordChoice.choose(for: reference("Introduction", "Mercer", 1931), among: records) == .one(1)
    )
  }

  @Test func aShortTitleAloneTellsNothing() {
    let records = [record("Introduction", "Fell", 1931)]
    #expect(
      RecordChoice.choose(for: reference("Introduction"), among: records) == .none(alike: 0))
    #expect(
      RecordChoice.choose(for: reference("Introduction", "Mercer", 1931), among: records)
        == .none(alike: 0))
  }

  @Test func aLongTitleTellsEvenWhereTheNamesAreWrong() {
    let records = [record("The Mill at Hallam and Its Accounts", "Mercer", 1931)]
    #expect(
      RecordChoice.choose(
        for: reference("The mill at Hallam and its accounts", "Fell", 1931), among: records)
        == .one(0))
  }

  @Test func whatCannotBeToldApartIsNotTaken() {
    let records = [
      record("The Mill at Hallam", "Mercer", 1931, doi: "10.5555/a"),
      record("The Mill at Hallam", "Mercer", 1931, doi: "10.5555/b"),
    ]
    let wanted = reference("The Mill at Hallam", "Mercer", 1932)
    #expect(RecordChoice.choose(for: wanted, among: records) == .none(alike: 2))
    // Where one says just what the reference says, the work is there.
    let agreeing = reference("The Mill at Hallam", "Mercer", 1931)
    #expect(RecordChoice.choose(for: agreeing, among: records) == .one(0))
    var early = records[0]
    early.publishedDOI = "10.5555/b"
    #expect(RecordChoice.choose(for: agreeing, among: [early, records[1]]) == .one(1))
    let sameTwice = [records[0], records[0]]
    #expect(RecordChoice.choose(for: wanted, among: sameTwice) == .one(0))
    let inTheSameWords = [
      record("The Mill at Hallam", "Mercer", 1931), record("The Mill at Hallam", "Mercer", 1931),
    ]
    #expect(RecordChoice.choose(for: wanted, among: inTheSameWords) == .one(0))
  }

  @Test func worksWithoutNamesAreToldByTitleAndYear() {
    let records = [record("Mills Act", "", 1931), record("Mills Act", "", 1960)]
    #expect(RecordChoice.choose(for: reference("Mills Act", "", 1931), among: records) == .one(0))
  }

  @Test func ofWorksWithOneIdentifierTheNearestIsTaken() {
    let records = [record("Carts", "Fell", 1931), record("Wheels", "Fell", 1931)]
    #expect(RecordChoice.nearest(to: reference("Wheels", "Fell"), among: records) == 1)
    #expect(RecordChoice.nearest(to: reference("Other"), among: records) == 0)
    #expect(RecordChoice.nearest(to: reference("Other"), among: []) == nil)
  }

  @Test func theJournalDecidesBetweenVersions() {
    let records = [
      record("The Mill at Hallam", "Mercer", 1931, doi: "10.5555/a"),
      record("The Mill at Hallam", "Mercer", 1931, container: "Lindsey Review", doi: "10.5555/b"),
    ]
    #expect(
      RecordChoice.choose(
        for: reference("The Mill at Hallam", "Mercer", 1931, "Lindsey Rev."), among: records)
        == .one(1))
  }

  @Test func aSlipInTitleOrNameIsForgiven() {
    let records = [record("The Mill at Hallam and Its Accounts", "Mercer", 1931)]
    #expect(
      RecordChoice.choose(
        for: reference("The Mills at Hallam and Its Accounts", "Marcer", 1931), among: records)
        == .one(0))
  }
}
