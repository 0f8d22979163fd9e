import Testing

@testable import Citations

/// Which citations are of one work, and which are not.
@Suite struct GatheringTests {
  private let fell = "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112."

  @Test func theSameReferenceIsOneWork() {
    let read = extraction(ofNotes: [
      fell, "See Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 12–13.",
    ])
    #expect(read.cited == ["fell1974", "fell1974"])
    #expect(read.works.map(\.id) == ["fell1974"])
    #expect(read.findings("D001") == [])
  }

  @Test func initialsCanBeTheSamePersonAndTheFullNameIsKept() {
    let read = extraction(ofNotes: [
      "M. Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 3.", fell,
    ])
    #expect(read.works.count == 1)
    #expect(read.works.first?[.author].first?.given == "Margery")
  }

  @Test func aWorkIsCompletedByLaterCitations() {
    let read = extraction(ofNotes: [
      "Margery Fell, The Salt Roads of Lindsey (Hull, 1974), 3.", fell,
    ])
    #expect(read.works.count == 1)
    #expect(read.works.first?[.publisher]?.plain == "Estuary Books")
  }

  @Test func caseAndPunctuationMakeNoOtherWork() {
    let read = extraction(ofNotes: [
      "Margery Fell, Salt Roads: A History (Hull: Estuary Books, 1974), 3.",
      "Margery Fell, Salt Roads. A history (Hull: Estuary Books, 1974), 7.",
    ])
    #expect(read.works.count == 1)
  }

  @Test func anotherYearIsAnotherWorkAndIsReported() {
    let read = extraction(ofNotes: [
      fell, "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1981), 12.",
    ])
    #expect(read.works.map(\.id) == ["fell1974", "fell1981"])
    #expect(
      read.findings("D001") == [
        "2:1 warning D001 \"The Salt Roads of Lindsey\" looks like the work of note 1 but differs "
          + "from it in year (\"1981\", before \"1974\"); make the two references agree"
      ])
  }

  @Test func anotherEditionPublisherOrPersonIsAnotherWork() {
    for other in [
      "Margery Fell, The Salt Roads of Lindsey, 2nd ed. (Hull: Estuary Books, 1974), 4; Margery "
        + "Fell, The Salt Roads of Lindsey, 3rd ed. (Hull: Estuary Books, 1974), 4.",
      "Margery Fell, The Salt Roads of Lindsey (Hull: Other House, 1974), 4.",
      "Martin Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 4.",
    ] {
      let read = extraction(ofNotes: [fell, other])
      #expect(read.works.count == 2, "\(other)")
      #expect(Set(read.works.map(\.id)) == ["fell1974", "fell1974a"], "\(other)")
    }
  }

  @Test func aSubtitleIsReportedNotMerged() {
    let read = extraction(ofNotes: [
      fell,
      "Margery Fell, The Salt Roads of Lindsey: A History (Hull: Estuary Books, 1974), 12.",
    ])
    #expect(read.works.count == 2)
    #expect(read.findings("D001").count == 1)
  }

  @Test(arguments: [
    "Margery Fell, Salt Roads of Lindsey (Hull: Estuary Books, 1974), 12.",
    "Margery Fel, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 12.",
    "Margery Fell, The Salt Road of Lindsey (Hull: Estuary Books, 1974), 12.",
  ])
  func aSlipIsReportedAsALikelyDuplicate(_ other: String) {
    let read = extraction(ofNotes: [fell, other])
    #expect(read.works.count == 2)
    #expect(read.findings("D001").count == 1)
  }

  @Test func aNameWithoutAGivenNameIsNotMergedWithTwoPersons() {
    let read = extraction(ofNotes: [
      "Margery Fell, Salt (Hull: Estuary Books, 1974), 1.",
      "Martin Fell, Salt (Hull: Estuary Books, 1974), 1.",
      "Fell, Salt (Hull: Estuary Books, 1974), 1.",
    ])
    #expect(read.works.count >= 2)
    #expect(read.notes[2].cites.first?.work != read.notes[0].cites.first?.work)
  }

  @Test func volumesOfAWorkAreNotMerged() {
    let read = extraction(ofNotes: [
      "Edward Standish, Eastern Ports, vol. 1 (Oxford: Wherry Press, 1967), 3.",
      "Edward Standish, Eastern Ports, vol. 2 (Oxford: Wherry Press, 1967), 4.",
    ])
    #expect(read.works.map(\.id) == ["standish1967", "standish1967a"])
  }

  @Test func partsOfDifferentBooksAreDifferentWorks() {
    let read = extraction(ofNotes: [
      "Nell Audley, “Introduction,” in Thatch and Tile, ed. Giles Oram (York: Minster, 1964), 1–9.",
      "Nell Audley, “Introduction,” in Reed and Rush, ed. Giles Oram (York: Minster, 1964), 1–9.",
    ])
    #expect(read.works.map(\.id) == ["audley1964", "audley1964a"])
  }

  @Test func worksStandInOrderOfFirstCitation() {
    let read = extraction(ofNotes: [
      "Zoe Zander, Quays (Hull: Estuary Books, 1990), 1.", fell,
      "Anna Abel, Wharves (Hull: Estuary Books, 1950), 3.",
    ])
    #expect(read.works.map(\.id) == ["zander1990", "fell1974", "abel1950"])
  }

  @Test func idemRepeatsTheAuthor() {
    let read = extraction(ofNotes: [
      "Gesine Wolters, Warften, Husum: Nordufer 1980, S. 14; dies., Priele, Husum: Nordufer 1982, S. 3."
    ])
    #expect(read.works.map(\.id) == ["wolters1980", "wolters1982"])
    #expect(read.works.last?[.author].map(\.family) == ["Wolters"])
  }

  @Test func mentionsAreNoWorks() {
    let read = extraction(ofNotes: ["The point is old. See Hester Vane on the same question."])
    #expect(read.works == [])
    #expect(read.cited == ["?"])
  }
}
