import Testing

@testable import Citations

@Suite struct LostMarkersTests {
  /// What the checks of pairing say about a text.
  private func findings(_ text: String) -> [String] {
    let extraction = Extraction(
      document: DocumentFormat.text.read(SourceFile(name: "test", bytes: Array(text.utf8))))
    let found =
      MarkerWithoutNote.findings(in: extraction) + NoteWithoutMarker.findings(in: extraction)
      + OutOfOrder.findings(in: extraction)
    return found.map { "\($0.rule.id) \($0.message.prefix { $0 != ";" })" }
  }

  @Test func markersWithoutNotesAreReported() {
    let text = """
      The mill closed.[1] It burned.[3] It rose.[2] End.[5]

      [1] Mercer.
      [2] Okri.
      [3] Hall.
      [4] Fell.
      """
    #expect(
      findings(text) == [
        "N001 marker \"5\" has no note", "N002 no marker in the text points to note \"4\"",
        "N004 marker \"3\" follows \"1\"", "N004 marker \"2\" stands after \"3\"",
      ])
  }

  @Test func gluedMarkersOutOfOrderAreReported() {
    let text = "Closed.1 Burned.3 Rose.2\n\nNotes\n\n1. Mercer.\n2. Okri.\n3. Hall.\n"
    #expect(
      findings(text) == [
        "N004 marker \"3\" follows \"1\"", "N004 marker \"2\" stands after \"3\"",
      ])
  }

  @Test(arguments: [
    "It closed.[1] In [1931] the [12] men and the [2] boys left.\n\n[1] Mercer.\n",
    "It closed.¹ It was 3 km² wide, 10³ deep, with E = mc² in all.\n\n¹ Mercer.\n",
    "It closed.1 See Section 1.2 of Luke 4.2, p.2 on B2B and H2O.\n\nNotes\n\n1. Mercer.\n",
    "It closed.* There was a † for the dead and *all* of them.\n\n* Mercer.\n",
  ])
  func numbersOfTheTextStayText(_ text: String) {
    #expect(findings(text).isEmpty)
  }
}
