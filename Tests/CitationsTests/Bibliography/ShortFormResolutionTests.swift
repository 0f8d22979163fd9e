import Testing

@testable import Citations

/// What short forms of all kinds point to, and what is said where they point to nothing.
@Suite struct ShortFormResolutionTests {
  private static let fell =
    "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112."
  private static let lowe =
    "Harriet Lowe, “A Dyke Too Far,” Fenland Quarterly 31, no. 2 (1999): 88–104."

  // MARK: Ibid.

  @Test func ibidIsTheOnlyWorkOfTheNoteBefore() {
    let read = extraction(ofNotes: [Self.fell, "Ibid., 113.", "Ibid."])
    #expect(read.cited == ["fell1974", "fell1974", "fell1974"])
    #expect(read.notes[2].cites.first?.refersTo == "1")
    #expect(read.notes[1].cites.first?.locator == Locator(.page, "113"))
    #expect(read.findings("N010", "N011", "N012") == [])
  }

  @Test func ibidIsTheCitationBeforeItInItsNote() {
    let read = extraction(ofNotes: [
      Self.lowe,
      "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 1; ibid., 7.",
    ])
    #expect(read.cited == ["lowe1999", "fell1974 fell1974"])
  }

  @Test func ibidAfterOneWorkCitedTwiceIsThatWork() {
    let read = extraction(ofNotes: [Self.fell + " See also Fell, Salt Roads, 9.", "Ibid., 10."])
    #expect(read.cited == ["fell1974 fell1974", "fell1974"])
  }

  @Test func ibidAfterTwoWorksIsAFinding() {
    let read = extraction(ofNotes: [
      "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112; " + Self.lowe,
      "Ibid., 113.",
    ])
    #expect(read.cited == ["fell1974 lowe1999", "?"])
    #expect(
      read.findings("N012") == [
        "2:1 error N012 \"Ibid., 113\" has no antecedent: the note before cites 2 works; "
          + "name the work"
      ])
  }

  @Test func ibidAfterCommentaryIsAFinding() {
    let read = extraction(ofNotes: [Self.fell, "The roads were sold in 1911.", "Ibid., 113."])
    #expect(read.cited == ["fell1974", "", "?"])
    #expect(
      read.findings("N012") == [
        "3:1 error N012 \"Ibid., 113\" has no antecedent: the note before cites nothing; "
          + "name the work"
      ])
  }

  @Test func ibidInTheFirstNoteIsAFinding() {
    #expect(
      extraction(ofNotes: ["Ibid., 4."]).findings("N012") == [
        "1:1 error N012 \"Ibid., 4\" has no antecedent: the note before cites nothing; name the work"
      ])
  }

  @Test func ibidNeverCrossesWhatIsNotResolved() {
    let read = extraction(ofNotes: [Self.fell, "Quill, Angler’s Year, 7.", "Ibid., 113."])
    #expect(read.cited == ["fell1974", "?", "?"])
    #expect(
      read.findings("N012") == [
        "3:1 error N012 \"Ibid., 113\" has no antecedent: the reference before it is not resolved; "
          + "name the work"
      ])
    #expect(read.findings("N010").count == 1)
  }

  @Test func ibidAfterAMentionIsAFinding() {
    let read = extraction(ofNotes: [
      Self.fell + " See Hester Vane on the same question.", "Ibid., 113.",
    ])
    #expect(read.notes[1].cites.first?.work == nil)
    #expect(read.findings("N012").count == 1)
  }

  @Test(arguments: ["Ebd., S. 5.", "Ibídem, p. 5.", "Ivi, p. 5.", "Id., 5.", "Ibid. 5."])
  func ibidInOtherWords(_ note: String) {
    #expect(extraction(ofNotes: [Self.fell, note]).cited == ["fell1974", "fell1974"])
  }

  // MARK: Op. cit. and notes that are named

  @Test func opCitIsTheOnlyWorkOfItsAuthor() {
    let read = extraction(ofNotes: [Self.fell, Self.lowe, "Fell, op. cit., 88."])
    #expect(read.cited == ["fell1974", "lowe1999", "fell1974"])
    #expect(read.notes[2].cites.first?.refersTo == "1")
  }

  @Test func opCitOfSeveralWorksIsAFinding() {
    let read = extraction(ofNotes: [
      Self.fell, "Margery Fell, Drovers (Hull: Estuary Books, 1980), 3.", "Fell, op. cit., 88.",
    ])
    #expect(read.cited == ["fell1974", "fell1980", "?"])
    #expect(
      read.findings("N011") == [
        "3:1 error N011 \"Fell, op. cit., 88\" can mean any of 2 works (note 1, note 2); "
          + "add words of the title"
      ])
  }

  @Test func aNoteThatIsNamedDecides() {
    let read = extraction(ofNotes: [
      Self.fell, "Margery Fell, Drovers (Hull: Estuary Books, 1980), 3.", "Fell (n 2) 88.",
      "Fell, supra note 1, at 7.",
    ])
    #expect(read.cited == ["fell1974", "fell1980", "fell1980", "fell1974"])
  }

  @Test func aNamedNoteThatIsNotThereIsAFinding() {
    let read = extraction(ofNotes: [Self.fell, "Lowe (n 7) 88."])
    #expect(read.cited == ["fell1974", "?"])
    #expect(read.findings("N010").count == 1)
  }

  // MARK: Author and title

  @Test func wordsOfTheTitleAreEnough() {
    let read = extraction(ofNotes: [
      Self.fell, Self.lowe, "Fell, Salt Roads, 130.", "Lowe, “Dyke,” 91.",
    ])
    #expect(read.cited == ["fell1974", "lowe1999", "fell1974", "lowe1999"])
    #expect(read.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func aTitleThatNobodyCitedIsAFinding() {
    let read = extraction(ofNotes: [Self.fell, "Fell, Drove Ways, 130."])
    #expect(read.cited == ["fell1974", "?"])
    #expect(
      read.findings("N010") == [
        "2:1 error N010 \"Fell, Drove Ways, 130\" points to no work that the notes cite in full; "
          + "give the full reference"
      ])
  }

  @Test func aTitleThatTwoWorksHaveIsAFinding() {
    let read = extraction(ofNotes: [
      "Margery Fell, Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112.",
      "Margery Fell, Salt Roads of Holderness (Hull: Estuary Books, 1979), 3.",
      "Fell, Salt Roads, 130.", "Fell, Salt Roads of Holderness, 8.",
    ])
    #expect(read.cited == ["fell1974", "fell1979", "?", "fell1979"])
    #expect(
      read.findings("N011") == [
        "3:1 error N011 \"Fell, Salt Roads, 130\" can mean any of 2 works (note 1, note 2); "
          + "add words of the title"
      ])
  }

  @Test func theBeginningOfATitleCountsMoreThanItsMiddle() {
    let read = extraction(ofNotes: [
      "Margery Fell, Salt and Its Roads (Hull: Estuary Books, 1974), 112.",
      "Margery Fell, A History of Salt (Hull: Estuary Books, 1979), 3.", "Fell, Salt, 130.",
    ])
    #expect(read.cited.last == "fell1974")
  }

  @Test func personsOfOneNameAreToldApartByTheTitle() {
    let read = extraction(ofNotes: [
      "Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44.",
      "Ben Mercer, The Weir (Leeds: Fell Press, 1935), 3.", "Mercer, Weir, 9.", "Mercer, Mill, 2.",
      "Mercer, op. cit., 2.",
    ])
    #expect(read.cited == ["mercer1931", "mercer1935", "mercer1935", "mercer1931", "?"])
    #expect(read.findings("N011").count == 1)
  }

  @Test func aForwardReferenceIsResolved() {
    let read = extraction(ofNotes: ["Fell, Salt Roads, 130.", Self.fell])
    #expect(read.cited == ["fell1974", "fell1974"])
    #expect(read.notes[0].cites.first?.refersTo == "2")
    #expect(read.findings("N010", "N011", "N012") == [])
  }

  @Test func doubleFamilyNamesAreOneName() {
    let read = extraction(ofNotes: [
      "Manuel García Lorca, La sal (Madrid: Faro, 1995), 2.", "García Lorca, La sal, 5.",
      "García Lorca, op. cit., 6.",
    ])
    #expect(read.cited == ["garcialorca1995", "garcialorca1995", "garcialorca1995"])
    #expect(read.notes[1].cites.first?.reference[.author].first?.family == "García Lorca")
  }

  @Test(arguments: [
    ("Rosa Iglesias Prat", "Iglesias Prat"), ("Marta Díaz Benítez", "Díaz Benítez"),
    ("Nkechi Obi Eze", "Obi Eze"),
  ])
  func aDoubleFamilyNameThatOnlyTheShortFormShowsIsResolved(_ full: String, _ short: String) {
    let read = extraction(ofNotes: [
      full + ", Las salinas del sur (Madrid: Faro, 1991), 23.", short + ", Las salinas, 24.",
    ])
    #expect(read.cited[1] == read.cited[0])
  }

  @Test func severalAuthorsMustAllFit() {
    let read = extraction(ofNotes: [
      "Akiko Mori and Jens Dahl, Salt in the Archive (Hull: Estuary Books, 2018), 4.",
      "Mori and Dahl, Salt, 8.", "Mori and Lund, Salt, 8.",
    ])
    #expect(read.cited == ["mori2018", "mori2018", "?"])
  }

  @Test func authorAndYear() {
    let read = extraction(ofNotes: [
      Self.fell, "Margery Fell, Drovers (Hull: Estuary Books, 1980), 3.", "Fell 1980, 4.",
      "Fell 1999, 4.",
    ])
    #expect(read.cited == ["fell1974", "fell1980", "fell1980", "?"])
    #expect(read.findings("N010").count == 1)
  }
}
