import Testing

@testable import Citations

/// Each rule about notes: a document that breaks it, and what is said; documents that break none.
@Suite struct ChecksTests {
  /// A document with all that is found in it.
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var name: String
    var text: String
    var findings: [String]

    var testDescription: String { rule }
  }

  static let clean = [
    Case(
      rule: "text", name: "clean.txt",
      text: """
        The roads were made of salt.[1] Nobody walked on them.[2]

        Notes

        [1] Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112.
        [2] Fell, Salt Roads, 9.

        """, findings: []),
    Case(
      rule: "markdown", name: "clean.md",
      text: """
        The roads were made of salt.[^a] Nobody walked on them.[^1] Or so they say.[^a]

        [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

        [^a]: This has been doubted.

        """, findings: []),
  ]

  static let broken = [
    Case(
      rule: "N001", name: "n001.txt",
      text: """
        One word here.[1] Two words here.[2] Three words here.[3]

        Notes

        [1] First note.
        [2] Second note.

        """,
      findings: ["1:55 error N001 marker \"3\" has no note; add the note or remove the marker"]),
    Case(
      rule: "N002", name: "n002.md",
      text: "One word here.[^1]\n\n[^1]: First note.\n\n[^2]: Second note.\n",
      findings: [
        "5:1 warning N002 no marker in the text points to note \"2\"; add one or remove the note"
      ]),
    Case(
      rule: "N003", name: "n003.txt",
      text: """
        One word here.[1] Two words here.[2] Three words here.[2]

        Notes

        [1] First note.
        [2] Second note.
        [2] Third note.

        """,
      findings: [
        "7:1 error N003 a second note is labelled \"2\"; give it a label of its own"
      ]),
    Case(
      rule: "N004", name: "n004.txt",
      text: """
        One word here.[1] Two words here.[3] Three words here.[2]

        Notes

        [1] First note.
        [2] Second note.
        [3] Third note.

        """,
      findings: [
        "1:34 warning N004 marker \"3\" follows \"1\"; \"2\" is missing",
        "1:55 warning N004 marker \"2\" stands after \"3\"; expected \"4\"",
      ]),
    Case(
      rule: "N005", name: "n005.html",
      text: """
        <p>One.<a href="#fn1" id="r1"><sup>1</sup></a> Two.<a href="#en1" id="r2"><sup>i</sup></a></p>
        <h2>Footnotes</h2><ol><li id="fn1">First.</li></ol>
        <h2>Endnotes</h2><ol><li id="en1">Second.</li></ol>
        """,
      findings: ["3:22 note N005 the notes are in 2 series: \"note\", \"letter\""]),
    Case(
      rule: "N006", name: "n006.txt",
      text: """
        One word here.1 Two words here.2

        Notes

        First note.
        Second note.
        What a lovely essay this was, and so long, thank you.

        """,
      findings: [
        "7:1 note N006 \"What a lovely essay this was, and so …\" is not read as a note: "
          + "after the last note"
      ]),
    Case(
      rule: "C020", name: "c020.md",
      text: "Word.[^1]\n\n[^1]: See Hester Vane on the same question.\n",
      findings: [
        "3:11 error C020 \"Hester Vane on the same question\" is incomplete: no title, no date, "
          + "no source; give the work that is meant"
      ]),
    Case(
      rule: "C012", name: "c012.md",
      text: "Word.[^1]\n\n[^1]: Margery Fell, *Salt Roads* (1974), 112.\n",
      findings: [
        "3:7 note C006 \"Margery Fell, Salt Roads (1974), 112\" has no place of publication; "
          + "a reference of type book needs one",
        "3:7 warning C012 \"Margery Fell, Salt Roads (1974), 112\" has no publisher; "
          + "a reference of type book needs one",
      ]),
    Case(
      rule: "N010", name: "n010.md",
      text: "Word.[^1]\n\n[^1]: But see Fell, *Salt Roads*, 9.\n",
      findings: [
        "3:15 error N010 \"Fell, Salt Roads, 9\" points to no work that the notes cite in full; "
          + "give the full reference"
      ]),
    Case(
      rule: "N012", name: "n012.md", text: "Word.[^1]\n\n[^1]: Ibid., 9.\n",
      findings: [
        "3:7 error N012 \"Ibid., 9\" has no antecedent: the note before cites nothing; name the work"
      ]),
  ]

  @Test(arguments: clean) func aCleanDocumentHasNoFindings(_ document: Case) {
    #expect(extraction(document.text, name: document.name).findings == [])
  }

  @Test(arguments: broken) func aBrokenRuleIsSaidWithItsPlace(_ document: Case) {
    #expect(extraction(document.text, name: document.name).findings == document.findings)
  }

  @Test func numbersThatStartAgainAreInOrder() {
    let text = """
      The first chapter.[1] It goes on.[2]

      Notes

      [1] Nobody knows.
      [2] Somebody does.

      The second chapter.[1] It ends.[2]

      Notes

      [1] Nobody cares.
      [2] Everybody does.

      """
    let read = extraction(text)
    #expect(read.document.markers.map(\.note) == [0, 1, 2, 3])
    #expect(read.findings == [])
  }

  @Test func aListOfNotesNeedsNoMarkers() {
    let read = extraction(ofNotes: ["First note.", "Second note."])
    #expect(read.findings == [])
  }

  @Test func aDoubtfulReadingIsSaid() {
    var read = extraction(ofNotes: [
      "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112."
    ])
    #expect(DoubtfulReading.findings(in: read) == [])
    read.notes[0].cites[0].confidence = 0.5
    read.diagnostics = DoubtfulReading.findings(in: read)
    #expect(
      read.findings == [
        "1:1 note P001 \"Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112\" "
          + "was read as book with little certainty; check its fields"
      ])
  }

  @Test func findingsStandInOrderOfPlaceThenRule() {
    let rules = ["B2", "A1", "C3"].map { Rule($0, "name", .note, "title") }
    let places: [SourceRange?] = [SourceRange(9, 10), SourceRange(4, 5), nil]
    let findings = places.flatMap { place in rules.map { Diagnostic($0, "x", at: place) } }
    let sorted = Checks.sorted(findings + [Diagnostic(rules[1], "y", at: SourceRange(4, 9))])
    let shown = sorted.map {
      "\($0.range.map { String($0.start) } ?? "-")\($0.rule.id)\($0.message)"
    }
    #expect(
      shown == [
        "-A1x", "-B2x", "-C3x", "4A1x", "4A1y", "4B2x", "4C3x", "9A1x", "9B2x", "9C3x",
      ])
  }

  @Test func findingsOfAllStagesStandInOrder() {
    let read = extraction(
      """
      Word.[^1] Word.[^2] Word.[^9]

      [^1]: Ibid., 9. See Hester Vane on the same question.

      [^2]: Margery Fell, *Salt Roads* (1974), 112.
      """, name: "order.md")
    let starts = read.diagnostics.map { $0.range?.start ?? 0 }
    #expect(starts == starts.sorted())
    #expect(read.diagnostics.map(\.rule.id) == ["N001", "N012", "C020", "C006", "C012"])
  }

  @Test func idsAreNotUsedTwice() {
    let rules: [Rule] = [
      .unresolvedShortForm, .ambiguousShortForm, .ibidWithoutAntecedent, .likelyDuplicate,
      .invalidEncoding, .guessedEncoding, .malformedMarkup, .controlCharacters,
      .replacementCharacters, .unclosedMarkup, NoNotes.rule, MarkerWithoutNote.rule,
      NoteWithoutMarker.rule, DuplicateLabel.rule, OutOfOrder.rule, SeveralSeries.rule,
      TrailingText.rule, IncompleteMention.rule, DoubtfulReading.rule,
      IncompleteReference.missingTitle, IncompleteReference.missingAuthor,
      IncompleteReference.missingDate, IncompleteReference.missingContainer,
      IncompleteReference.missingURL, IncompleteReference.missingPlace,
      IncompleteReference.missingVolume, IncompleteReference.missingPages,
      IncompleteReference.missingInstitution, IncompleteReference.missingPublisher,
    ]
    for rule in rules {
      #expect(rules.filter { $0.id == rule.id }.count == 1, "\(rule.id)")
      #expect(rules.filter { $0.name == rule.name }.count == 1, "\(rule.name)")
    }
  }

  @Test func findingsNameTheirNote() {
    let read = extraction(ofNotes: ["The roads were sold.", "Ibid., 9."])
    #expect(read.diagnostics.map(\.note) == ["2"])
  }
}
