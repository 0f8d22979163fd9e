import Testing

@testable import Citations

@Suite struct CFFReaderTests {
  private func read(_ bytes: [UInt8]) -> ReadBibliography {
    CFFReader.read(SourceFile(name: "CITATION.cff", bytes: bytes))
  }

  private func read(_ text: String) -> ReadBibliography { read(Array(text.utf8)) }

  @Test(arguments: [1, 2] as [UInt64])
  func generatedReferencesComeBack(_ seed: UInt64) throws {
    let references = GeneratedReferences.all(seed: seed, count: 3)
    let trip = try #require(RoundTrip(references, through: .cff))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty)
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
  }

  @Test func aFileOfAProgramIsRead() throws {
    let found = read(Shared.fixture("Formats/CFF/CITATION.cff") ?? [])
    #expect(found.diagnostics.isEmpty)
    #expect(
      found.references.map(\.type) == [
        .software, .articleJournal, .paperConference, .thesis, .software,
      ])
    let program = found.references[0]
    #expect(program[.version] == "0.10")
    #expect(
      program[.author] == [
        Name(family: "Mercer", given: "Ada"), Name(literal: "The Weir developers"),
      ])
    #expect(program[.issued]?.edtf == "2031-05-02")
    #expect(program[.keyword]?.plain == "mills, water")
    #expect(
      program.extras.map(\.name) == [
        "authors-details", "message", "repository-code", "license", "identifiers",
      ])
    let article = found.references[1]
    #expect(article[.author].first?.nonDroppingParticle == "van der")
    #expect(article[.page] == "12–19")
    #expect(article[.issued]?.edtf == "2030-04")
    #expect(article.extras.map(\.name) == ["preferred-citation"])
    let paper = found.references[2]
    #expect(paper[.containerTitle]?.plain == "Proceedings of Mills")
    #expect(paper[.eventDate]?.edtf == "1931-05-02/1931-05-04")
    #expect(paper[.page] == "12-19")
    #expect(paper.extras.map(\.name) == ["publisher", "conference"])
    let thesis = found.references[3]
    #expect(thesis[.genre]?.plain == "PhD thesis")
    #expect(thesis[.publisher]?.plain == "University of Leeds")
    #expect(thesis[.note]?.plain == "Reprinted.")
    #expect(thesis[.dimensions]?.plain == "24 cm")
    #expect(thesis[.numberOfPages] == "200")
    #expect(thesis[.author] == [Name(literal: "miller")])
    #expect(found.references[4][.author].isEmpty)
    #expect(found.references[4][.doi]?.plain == "10.5072/mill")
  }

  @Test func whatIsReadIsWrittenBack() throws {
    let first = read(Shared.fixture("Formats/CFF/CITATION.cff") ?? [])
    let written = try #require(BibliographyFormat.cff.write(first.references))
    golden(written.bytes, "Formats/CFF/CITATION-rewritten.cff")
    #expect(written.losses.isEmpty, "\(written.losses)")
    let second = read(written.bytes).references
    #expect(second.count == first.references.count)
    for (before, after) in zip(first.references, second) {
      #expect(after.texts == before.texts && after.numbers == before.numbers)
      #expect(after.names == before.names && after.dates == before.dates)
      #expect(after.type == before.type)
      #expect(Set(after.extras) == Set(before.extras))
    }
  }

  @Test func whatIsNoReferenceIsReported() {
    let found = read("cff-version: 1.2.0\nreferences:\n- 5\n- {type: book, title: x}\n")
    #expect(found.references.map { $0[.title]?.plain } == ["x"])
    #expect(found.diagnostics.map(\.rule) == [.noCFFReference])
    #expect(read("title: x\n").diagnostics.map(\.rule) == [.noCFFVersion])
    #expect(CFFReader.sniff(Array("cff-version: 1.2.0\n".utf8)[...]) == 100)
    #expect(CFFReader.sniff(Array("version: 1.2.0\n".utf8)[...]) == 0)
  }

  @Test func notesOfPeopleAreNotTakenForVariables() {
    for note in ["Reprint: 1931", "see: b\n\nmore: c", "volume", "type:x"] {
      let (kept, patch) = CFFNotes.read(note)
      #expect(kept == note)
      #expect(patch == nil)
    }
  }

  @Test func everyTruncationAndChangeIsRead() {
    let text = Shared.fixture("Formats/CFF/CITATION.cff") ?? []
    for length in 0...text.count { _ = read(Array(text[..<length])) }
    for index in text.indices {
      var changed = text
      changed[index] ^= UInt8(1 << (index % 8))
      _ = read(changed)
    }
  }

  @Test func aRootThatSaysMoreThanOursIsAWork() throws {
    let text =
      "cff-version: 1.2.0\nmessage: \(CFFWriter.message)\ntitle: References\nauthors:\n- name: Mill\nversion: 2\n"
    let read = try #require(
      BibliographyFormat.cff.read(SourceFile(name: "t", bytes: Array(text.utf8))))
    #expect(read.references.count == 1)
  }
}
