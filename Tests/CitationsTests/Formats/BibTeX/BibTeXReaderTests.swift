import Testing

@testable import Citations

@Suite struct BibTeXReaderTests {
  private func read(_ text: String, _ dialect: BibTeXDialect = .biblatex) -> ReadBibliography {
    BibTeXReader.read(
      SourceFile(name: "test.bib", bytes: Array(text.utf8)), as: dialect, ReaderOptions())
  }

  private func rules(_ read: ReadBibliography) -> [String] { read.diagnostics.map(\.rule.name) }

  @Test func stringsArePutInAndJoined() {
    let found = read(
      "@string{jm = {J. Mills}} @article{a, journal = jm # { \\& } # \"Streams\", month = 3 # \"~\" # may, year = 1931}"
    )
    #expect(found.references[0][.containerTitle]?.plain == "J. Mills & Streams")
    #expect(found.references[0][.issued]?.edtf == "1931-05-03")
    #expect(rules(read("@misc{a, title = nosuch}")) == ["undefined-string"])
    #expect(read("@misc{a, title = jacm}").references[0][.title]?.plain == "Journal of the ACM")
  }

  @Test func stringsThatDoubleAtEachStepAreCutOff() {
    let steps = (1...60).map { "@string{s\($0) = s\($0 - 1) # s\($0 - 1)}\n" }.joined()
    let found = read("@string{s0 = {a long word}}\n" + steps + "@misc{k, title = s60}\n@misc{l}")
    #expect(found.references.map(\.id) == ["k", "l"])
    #expect(rules(found).contains("oversized-value"))
  }

  @Test func whatIsInNoReferenceIsReported() {
    let found = read("@preamble{{x}} @xdata{a, location = {L}} @xdata{b} @misc{k, xdata = {b}}")
    #expect(found.references.map(\.id) == ["k"])
    #expect(found.losses.map(\.field) == ["biblatex.preamble", "biblatex.xdata"])
    #expect(found.losses.map(\.key) == ["", "a"])
  }

  @Test func partsInheritFromTheirWhole() {
    let text =
      "@inbook{a, title={Part}, crossref={b}} @book{b, title={Whole}, subtitle={Sub}, author={Mercer, Ada}, crossref={c}} @mvbook{c, title={All}, publisher={Mill}, date={1931}}"
    let part = read(text).references[0]
    #expect(part[.title]?.plain == "Part")
    #expect(part[.containerTitle]?.plain == "Whole: Sub")
    #expect(part[.containerAuthor].first?.family == "Mercer")
    #expect(part[.publisher]?.plain == "Mill")
    #expect(part[.issued]?.edtf == "1931")
    // BibTeX copies fields of the same name from one level up.
    let classic = read(text, .bibtex).references[0]
    #expect(classic[.containerTitle] == nil)
    #expect(classic[.publisher] == nil)
  }

  @Test func circlesOfInheritanceEnd() {
    let text =
      "@xdata{x, xdata={y}} @xdata{y, xdata={x}} @misc{a, title={T}, xdata={x}, crossref={a}}"
    for dialect in [BibTeXDialect.bibtex, .biblatex] {
      let found = read(text, dialect)
      #expect(found.references.map(\.id) == ["a"])
      #expect(rules(found).contains("crossref-cycle"))
    }
    let chain = (0..<400).map { "@misc{k\($0), crossref={k\($0 + 1)}}" }.joined()
    #expect(read(chain).references.count == 400)
  }

  @Test func nothingIsDropped() {
    let found = read(
      "@jurthesis{a, title={T}, x-own={raw \\& {B}}, editora={Okri, Ben}, editoratype={redactor}, month={Lent}}"
    )
    let extras = found.references[0].extras.map { "\($0.name)=\($0.value)" }
    #expect(
      extras == [
        "x-own=raw \\& {B}", "editora=Okri, Ben", "editoratype=redactor", "month=Lent",
        "entrytype=jurthesis",
      ])
    #expect(rules(found) == ["unknown-type"])
  }

  @Test func roomForOneValueGoesToTheBetterField() {
    let found = read(
      "@inproceedings{a, organization={Society}, publisher={Mill}, booktitle={B}, title={T}}",
      .bibtex)
    #expect(found.references[0][.publisher]?.plain == "Mill")
    #expect(found.references[0].extras.map(\.name) == ["organization"])
  }

  @Test func identifiersAreBroughtIntoOneForm() {
    let found = read(
      "@misc{a, doi={https://doi.org/10.1000/x\\_1.}, howpublished={\\url{https://example.org/a\\_b}}, note={Accessed: 2 January 2020}} @misc{b, eprint={arXiv:2101.00001}} @misc{c, eprint={123}, eprinttype={pubmed}}"
    )
    let first = found.references[0]
    #expect(first[.doi]?.plain == "10.1000/x_1")
    #expect(first[.url]?.plain == "https://example.org/a_b")
    #expect(first[.accessed]?.edtf == "2020-01-02")
    #expect(first[.note] == nil && first[.publisher] == nil)
    #expect(found.references[1][.archive]?.plain == "arXiv")
    #expect(found.references[1][.archiveLocation]?.plain == "2101.00001")
    #expect(found.references[2][.pmid]?.plain == "123")
    #expect(Set(rules(found)) == ["doi-url", "escaped-verbatim", "doi-trailing-dot"])
  }

  @Test(arguments: [
    ("https://example.org/\n   salt/\r\n\troads.html", "https://example.org/salt/roads.html"),
    ("https://example.org/salt roads", "https://example.org/salt roads"),
    (
      "https://example.org/a;\n https://example.org/b",
      "https://example.org/a;\n https://example.org/b"
    ),
    ("https://example.org/a\n ftp://example.org/b", "https://example.org/a\n ftp://example.org/b"),
  ])
  func anAddressOverSeveralLinesIsOne(_ value: String, _ address: String) {
    #expect(read("@misc{a, url = {\(value)}}").references[0][.url]?.plain == address)
  }

  @Test func attachedFilesAreTakenApart() {
    let found = read("@misc{a, file={My\\;text:C\\:\\\\mill\\\\a_b.pdf:PDF;:x.pdf:PDF;plain.pdf}}")
    #expect(
      found.references[0].attachedFiles == [
        AttachedFile(label: "My;text", path: "C:\\mill\\a_b.pdf", mediaType: "PDF"),
        AttachedFile(label: nil, path: "x.pdf", mediaType: "PDF"),
        AttachedFile(label: nil, path: "plain.pdf", mediaType: nil),
      ])
  }

  @Test func ownFilesAreReadAsTheyStand() {
    let text =
      "@misc{a, title = {The {NASA} story}, edition = {2nd}, pages = {1-5}, year = {2004a}}"
    let foreign = read(text, .bibtex).references[0]
    let own = read("% Written by citecli.\n" + text, .bibtex).references[0]
    #expect(foreign[.title]?.spans.count == 1 && own[.title]?.spans.isEmpty == true)
    #expect(foreign[.edition] == "2" && own[.edition] == "2nd")
    #expect(own[.issued]?.literal == "2004a" && foreign[.yearSuffix]?.plain == "a")
  }

  @Test(
    arguments: [
      ("@article{a, journal={J}, year=2000}", "bibtex"),
      ("@online{a, date={2000}, urldate={2001}}", "biblatex"),
      ("@comment{jabref-meta: databaseType:biblatex;}", "biblatex"),
    ]) func theDialectIsGuessed(text: String, format: String)
  {
    #expect(BibliographyFormat.guess(name: "refs.bib", bytes: Array(text.utf8))?.name == format)
  }

  /// Whatever happens to a file, reading it ends, and what stands before the damage is read.
  @Test func damagedFilesAreRead() throws {
    let whole = BibliographyFormat.biblatex.write(SampleReferences.difficult)?.bytes ?? []
    var random = SeededText(seed: 5)
    for _ in 0..<120 {
      let cut = Array(whole.prefix(random.next(whole.count)))
      _ = BibTeXReader.read(SourceFile(name: "", bytes: cut), as: .biblatex, ReaderOptions())
      var flipped = Array(whole.prefix(6000))
      for _ in 0..<8 { flipped[random.next(flipped.count)] = UInt8(random.next(256)) }
      _ = BibTeXReader.read(SourceFile(name: "", bytes: flipped), as: .bibtex, ReaderOptions())
    }
    let deep =
      "@misc{a, title={" + String(repeating: "{", count: 100_000) + "x"
      + String(repeating: "}", count: 100_000) + "}, author={"
      + String(repeating: "{", count: 50_000) + String(repeating: "}", count: 50_000) + "}}"
    #expect(read(deep).references.first?[.title]?.plain == "x")
    let long = read("@misc{a, author={" + String(repeating: "A B and ", count: 20_000) + "C}}")
    #expect(long.references[0][.author].count == 20_001)
  }
}
