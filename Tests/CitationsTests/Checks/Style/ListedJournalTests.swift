import Testing

@testable import Citations

@Suite struct ListedJournalTests {
  private func list(_ text: String, name: String = "journals.txt") throws -> JournalList {
    var list = JournalList()
    try list.add(SourceFile(name: name, bytes: Array(text.utf8)))
    return list
  }

  @Test(arguments: [
    ("j.txt", "Estuary Papers;Est. Pap.\nFen Review\n"),
    ("j.txt", "% JabRef\nEstuary Papers = Est. Pap.\r\nFen Review\r\n"),
    ("j.tsv", "Estuary Papers\tEst. Pap.\nFen Review\n"),
    ("j.csv", "\"Estuary Papers\",\"Est. Pap.\",,M\nFen Review,\n"),
    ("j.csv", "Estuary Papers;Est. Pap.\nFen Review"),
    (
      "j.json",
      "{\"default\": {\"container-title\": {\"Estuary Papers\": \"Est. Pap.\", \"Fen Review\": \"\"}}}"
    ),
  ])
  func listsAreReadInTheFormsThatThereAre(_ name: String, _ text: String) throws {
    let list = try list(text, name: name)
    #expect(list.journals.map(\.name) == ["Estuary Papers", "Fen Review"])
    #expect(list.journals.first?.abbreviations.first == "Est. Pap.")
    #expect(list.journal("Est. Pap.")?.name == "Estuary Papers")
  }

  @Test func aCommaInANameIsNoSeparatorInText() throws {
    let list = try list("Fens, Marshes, and Moors;Fens Marsh. Moors\n\"Salt; Peat\";S. P.\n")
    #expect(list.journals.map(\.name) == ["Fens, Marshes, and Moors", "Salt; Peat"])
  }

  @Test func brokenJSONIsSaid() {
    #expect(throws: JSONError.self) { try list("{\"default\": [", name: "j.json") }
  }

  @Test func anyBytesAreAList() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in "a;,\"=\t \n\r#é{".utf8.randomElement(using: &random) ?? 0 }
      var list = JournalList()
      try? list.add(SourceFile(name: "j.csv", bytes: bytes))
      for journal in list.journals { #expect(list.journal(journal.name) == journal) }
    }
  }

  private func findings(_ journal: String, _ rules: String...) throws -> [String] {
    var options = CheckOptions()
    options.rules.select = rules
    options.journals = try list(
      "Estuary Papers;Est. Pap.\nFen & Marsh;F. & M.\nZeitschrift für Moore")
    let text =
      "@article{a, author = {Fell, M.}, title = {Salt}, journal = {\(journal)}, volume = 3, pages = {1}, year = 1974}\n"
    return lines(of: check(text, name: "a.bib", options: options))
  }

  @Test(arguments: [
    ("Estuary Papers", nil), ("Est. Pap.", nil), ("Estuary  Papers", nil), ("Fen \\& Marsh", nil),
    ("estuary papers", "; the list has \"Estuary Papers\""),
    ("Estuary Paper", "; the list has \"Estuary Papers\""),
    ("Zeitschrift fur Moore", "; the list has \"Zeitschrift für Moore\""),
    ("Moor Review", ""),
  ])
  func journalsThatTheListHasNotAreSaid(_ journal: String, _ hint: String?) throws {
    #expect(
      try findings(journal, "S056")
        == (hint.map { ["1:61 note S056 \"\(journal)\" is not in the list of journals\($0)"] } ?? [])
    )
  }

  @Test func theFormIsSaidWhereItIsAskedFor() throws {
    #expect(
      try findings("Est. Pap.", "S057") == [
        "1:61 note S057 \"Est. Pap.\" is abbreviated; the list has \"Estuary Papers\""
      ])
    #expect(
      try findings("Estuary Papers", "S058") == [
        "1:61 note S058 \"Estuary Papers\" is in full; the list abbreviates it \"Est. Pap.\""
      ])
    #expect(try findings("Estuary Papers", "S057") == [])
    #expect(try findings("Zeitschrift für Moore", "S058") == [])
  }

  @Test func aFixHasNoSignsThatMeanSomething() throws {
    var options = CheckOptions()
    options.journals = try list("Fen & Marsh\nFen and Marsh Notes")
    for (journal, count) in [("Fen Marsh", 0), ("Fen and Marsh Note", 1)] {
      let text = "@article{a, title = {Salt}, journal = {\(journal)}}\n"
      let found = check(text, name: "a.bib", options: options).findings.filter {
        $0.rule.id == "S056"
      }
      #expect(found.count == 1 && found.first?.fixes.count == count, "\(journal)")
    }
  }

  @Test func withoutAListNothingIsSaid() {
    let text = "@article{a, title = {Salt}, journal = {Moor Review}}\n"
    #expect(!check(text, name: "a.bib").findings.contains { $0.rule.id == "S056" })
  }
}
