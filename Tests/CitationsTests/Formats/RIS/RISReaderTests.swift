import Testing

@testable import Citations

@Suite struct RISReaderTests {
  private func read(_ text: String) -> ReadBibliography {
    RISReader.read(SourceFile(name: "test.ris", bytes: Array(text.utf8)))
  }

  private func first(_ text: String) throws -> Reference {
    try #require(read(text).references.first)
  }

  /// Rule, line, and severity where it is not the rule's own.
  private func outline(_ found: ReadBibliography) -> [String] {
    found.diagnostics.map { diagnostic in
      let line = found.source.lines.line(at: Int(diagnostic.range?.start ?? 0))
      let isUsual = diagnostic.severity == diagnostic.rule.severity
      return "\(diagnostic.rule.id):\(line)" + (isUsual ? "" : " \(diagnostic.severity)")
    }
  }

  @Test func whatIsWrongHasItsPlace() throws {
    let raw = try #require(Shared.fixture("Formats/RIS/dialects/mess.ris"))
    let found = RISReader.read(SourceFile(name: "mess", bytes: raw))
    #expect(
      outline(found) == [
        "F024:5", "F020:10", "F021:11", "F023:16", "F021:26", "F022:26", "F024:27",
        "F021:30", "F022:30",
      ])
  }

  @Test(arguments: [
    ("", 0, ["F026:1"]), ("\n\n", 0, ["F026:1"]), ("words only", 0, ["F020:1", "F026:1"]),
    ("ER  - \n", 0, ["F020:1", "F026:1"]), ("TY  - JOUR", 1, ["F021:1"]),
    ("TY  - JOUR\nER  -", 1, []), ("TY  - \nER  - ", 1, ["F022:1"]),
  ])
  func littleIsRead(_ text: String, _ count: Int, _ problems: [String]) {
    #expect(read(text).references.count == count)
    #expect(outline(read(text)) == problems)
  }

  @Test(arguments: [
    ("PY  - 2004", "2004"), ("Y1  - 2004/06/11/", "2004-06-11"), ("Y1  - 2004/6/1", "2004-06-01"),
    ("DA  - 2004/06//", "2004-06"), ("PY  - 2004///Spring", "2004-21"),
    ("DA  - 2004-06-11", "2004-06-11"),
    ("PY  - 2004\nDA  - Jun 11", "2004-06-11"), ("DA  - 11 June 2004", "2004-06-11"),
    ("PY  - 2004\nDA  - May-Jun", "2004-05/2004-06"), ("PY  - 1998-99", "1998/1999"),
    ("PY  - 2004\nY1  - 2004/06/11/", "2004-06-11"), ("DA  - 20040611", "2004-06-11"),
    ("PY  - 2005\nDA  - 2004/06/11/", "2005"), ("PY  - 2004/Jun/11", "2004-06-11"),
  ])
  func datesAreRead(_ lines: String, _ expected: String) throws {
    #expect(try first("TY  - JOUR\n\(lines)\nER  - ")[.issued]?.edtf == expected)
  }

  @Test(arguments: [
    ("SP  - 12\nEP  - 19", "12-19"), ("SP  - 12-19", "12-19"), ("SP  - 12-19\nEP  - 19", "12-19"),
    ("SP  - 12\nEP  - 12", "12"), ("EP  - 19\nSP  - 12", "12-19"), ("EP  - 19", "19"),
    ("SP  - e17", "e17"),
  ])
  func pagesAreRead(_ lines: String, _ expected: String) throws {
    #expect(try first("TY  - JOUR\n\(lines)\nER  - ")[.page] == expected)
  }

  @Test(arguments: [
    ("Mercer, Ada", "Mercer|Ada||||"), ("Mercer,A.J.,Jr.", "Mercer|A.J.|||Jr.|"),
    ("van der Berg, Jan", "Berg|Jan||van der||"),
    ("Beethoven, Ludwig van", "Beethoven|Ludwig|van|||"),
    ("d'Alembert, Jean", "Alembert|Jean||d'||"), ("al-Rashid, Harun", "al-Rashid|Harun||||"),
    ("Plato", "Plato|||||"), ("Okri B", "Okri|B||||"),
    ("World Mill Society", "|||||World Mill Society"),
    ("UNMILL,", "|||||UNMILL"), ("Weir Works AG", "|||||Weir Works AG"),
    ("Société des moulins", "|||||Société des moulins"),
  ])
  func namesAreRead(_ text: String, _ expected: String) throws {
    let name = try #require(try first("TY  - JOUR\nAU  - \(text)\nER  - ")[.author].first)
    let parts = [
      name.family, name.given, name.droppingParticle, name.nonDroppingParticle, name.suffix,
      name.literal,
    ]
    #expect(parts.joined(separator: "|") == expected)
  }

  @Test func typesSayWhatFieldsMean() throws {
    let book = try first("TY  - EDBOOK\nAU  - Okri, Ben\nTI  - T\nT2  - S\nER  - ")
    #expect(book[.editor].map(\.family) == ["Okri"] && book[.author].isEmpty)
    #expect(book[.collectionTitle] == "S")
    #expect(book.extras == [.init(format: "ris", name: "TY", value: "EDBOOK")])
    let report = try first("TY  - RPRT\nSN  - TR-1\nT2  - S\nER  - ")
    #expect(report[.number] == "TR-1" && report[.collectionTitle] == "S")
    let letter = try first("TY  - PCOMM\nA2  - Okri, Ben\nER  - ")
    #expect(letter[.recipient].map(\.family) == ["Okri"])
  }

  @Test func unknownTagsAreKeptAndWrittenBack() throws {
    let text = "TY  - JOUR\nTI  - T\nU2  - own\nX9  - what\nC1  - legal\nER  - \n"
    #expect(
      try first(text).extras.map { "\($0.format).\($0.name)=\($0.value)" } == [
        "ris.U2=own", "ris.X9=what", "ris.C1=legal",
      ])
    #expect(BibliographyFormat.ris.write(read(text).references)?.bytes.text == text)
  }

  @Test func textThatLooksLikeATagStaysText() throws {
    var reference = Reference(id: "a", type: .book)
    reference[.title] = "One\nTwo"
    reference[.abstract] = "First\nER  - \nTY  - JOUR\n\nLast\u{0}"
    reference[.note] = "  indented"
    let trip = try #require(RoundTrip([reference], through: .ris))
    #expect(trip.differences.isEmpty, "\(trip.differences)")
    #expect(trip.read.references == [reference] && trip.losses.isEmpty)
  }

  @Test func aLineThatDoesNotFitItsFieldIsPassedOver() throws {
    var reference = Reference(id: "a", type: .book)
    reference[.issued] = DateValue(edtf: "1900~")
    let text = try #require(BibliographyFormat.ris.write([reference])?.bytes.text)
    #expect(text == "TY  - BOOK\nPY  - 1900\nM2  - issued: 1900~\nID  - a\nER  - \n")
    let changed = read("TY  - BOOK\nPY  - 1901\nM2  - issued: 1900~\nID  - a\nER  - \n")
    #expect(changed.references.first?[.issued]?.edtf == "1901")
    #expect(changed.diagnostics.map(\.rule.id) == ["F025"])
  }

  @Test func manyLinesAndLongFieldsAreLinear() {
    let lines = String(repeating: "a line that goes on\n", count: 50_000)
    let found = read("TY  - JOUR\nAB  - \(lines)ER  - \n")
    #expect(found.references.first?[.abstract]?.plain.utf8.count == lines.utf8.count - 1)
  }
}
