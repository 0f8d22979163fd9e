import Testing

@testable import Citations

@Suite struct BibliographyChecksTests {
  private func options(_ select: String...) -> CheckOptions {
    var options = CheckOptions()
    options.rules.select = select
    options.rules.ignore = ["D004", "S048"]
    options.today = DateValue.Point(2026, 11, 25)
    return options
  }

  @Test(arguments: ["clean.bib", "clean.json"]) func nothingIsSaidAboutCleanEntries(_ name: String)
    throws
  {
    let bytes = try #require(Shared.fixture("Checks/Bibliographies/\(name)"))
    let file = check(bytes.text, name: name, options: options())
    #expect(lines(of: file) == [])
  }

  @Test func duplicatesHaveReasonsAndAScore() {
    let text = """
      @article{a, author = {Fell, Margery}, title = {The Salt Roads of Lindsey}, journal = {Fen}, year = 1974, pages = {1--9}}
      @article{b, author = {Fell, M.}, title = {The salt roads of Lindsay}, journal = {Fen}, year = 1974, pages = {1--9}}
      @article{c, author = {Fell, Margery}, title = {The Salt Roads of Lindsey}, journal = {Fen}, year = 1981, pages = {30--39}}

      """
    #expect(
      lines(of: check(text, name: "a.bib", options: options("D"))) == [
        "2:10 warning D001 \"b\" looks like \"a\" (95 of 100: nearly the same title, same names, same year, "
          + "same page); they differ in title"
      ])
  }

  @Test(arguments: [
    "@book{a, author = {A B}, title = {A Long History}, year = 1974, volume = 1}\n@book{b, author = {A B}, title = {A Long History}, year = 1974, volume = 2}\n",
    "@book{a, author = {A B}, title = {A Long History}, year = 1974, edition = {2}}\n@book{b, author = {A B}, title = {A Long History}, year = 1980, edition = {3}}\n",
    "@article{a, author = {A B}, title = {Introduction}, journal = {X}, year = 1974}\n@article{b, author = {C D}, title = {Introduction}, journal = {X}, year = 1980}\n",
    "@article{a, author = {A B}, title = {Greetings}, journal = {X}, year = 1974, volume = 3, pages = 1}\n@article{b, author = {A B}, title = {Greetings}, journal = {X}, year = 1974, volume = 3, pages = 1}\n",
    "@article{a, author = {A B}, title = {A Long History}, journal = {X}, year = 1974}\n@techreport{b, author = {A B}, title = {A Long History}, institution = {Y}, year = 1973}\n",
  ])
  func otherVolumesEditionsAndKindsAreNoDuplicates(_ text: String) {
    #expect(lines(of: check(text, name: "a.bib", options: options("D"))) == [])
  }

  @Test func anInheritedFieldIsNotMissing() {
    let text = """
      @inproceedings{a, author = {A B}, title = {T}, crossref = {b}}
      @proceedings{b, title = {Proceedings}, booktitle = {Proceedings}, year = 1999}

      """
    #expect(lines(of: check(text, name: "a.bib", options: options("C"))) == [])
  }

  @Test(arguments: [
    (CompletenessProfile.bibtex, ["C012"]), (.biblatex, []), (.standard, ["C012"]),
    (.chicagoNotes, ["C006", "C012"]),
  ])
  func profilesAskForDifferentThings(_ profile: CompletenessProfile, _ rules: [String]) {
    var options = options("C")
    options.profile = profile
    let text = "@book{a, author = {A B}, title = {T}, year = 1974}\n"
    #expect(check(text, name: "a.bib", options: options).findings.map(\.rule.id) == rules)
  }

  @Test func datesAreComparedWithTheDayThatIsGiven() {
    let text = "@misc{a, title = {T}, year = 2030}\n"
    #expect(check(text, name: "a.bib", options: options("S")).findings.map(\.rule.id) == ["S001"])
    var without = options("S")
    without.today = nil
    #expect(check(text, name: "a.bib", options: without).findings == [])
  }

  @Test(arguments: [
    ("Ã©", "é"), ("Ã¼", "ü"), ("â€™", "\u{2019}"), ("â€“", "\u{2013}"), ("Å¡", "š"), ("Â©", "©"),
  ])
  func damagedLettersAreFound(_ damaged: String, _ meant: String) throws {
    let text = "@misc{a, title = {x\(damaged)y}}\n"
    let finding = try #require(check(text, name: "a.bib", options: options("S040")).findings.first)
    let edit = try #require(finding.fixes.first?.edits.first)
    #expect(edit.replacement.text == meant)
  }

  @Test(arguments: [
    "São Paulo", "LIBERTÉ»", "Ä“", "l'été… »", "“Ö”", "Ærø", "Ångström", "ÂGE", "北京 “大学”", "Ελλάδα",
    "Ça «là»",
  ])
  func goodLettersAreLeftAlone(_ words: String) {
    let text = "@misc{a, title = {x \(words) y}}\n"
    #expect(lines(of: check(text, name: "a.bib", options: options("S"))) == [])
  }

  @Test func findingsOfReadersNameTheirEntry() {
    let text = "@misc{a, title = {T}}\n@misc{b, title = {T}, note = {}}\n"
    #expect(check(text, name: "a.bib", options: options("B")).findings.map(\.key) == ["b"])
  }

  @Test(arguments: [(12, 12), (13, 0)]) func aCustomOfTheFileIsNoSlip(_ count: Int, _ found: Int) {
    let entries = (1...count).map { "@misc{a\($0), title = {T}, pages = {\($0)--\($0)}}\n" }
    let file = check(entries.joined(), name: "a.bib", options: options("S035"))
    #expect(file.findings.count == found)
  }

  @Test func whatAnExportLosesIsSaidWhereItIsAskedFor() {
    let text =
      "@book{a, author = {A B}, title = {T}, year = 1974, publisher = {P}, abstract = {Words}}\n"
    var options = options("X")
    #expect(check(text, name: "a.bib", options: options).findings == [])
    options.export = .ris
    let kept = check(text, name: "a.bib", options: options).findings
    options.export = .jats
    let lost = check(text, name: "a.bib", options: options).findings
    #expect(lost.count >= kept.count)
    #expect(lost.allSatisfy { $0.rule.id == "X001" && $0.key == "a" })
  }

  @Test(arguments: ["ris", "nbib", "endnote-tagged", "endnote-xml"])
  func whatOnlyOurOwnReadersFindAgainIsNotKept(_ format: String) {
    let text =
      "@book{a, author = {A B}, commentator = {C D}, title = {T}, date = {1974/}, publisher = {P}}\n"
    var options = options("X")
    options.export = BibliographyFormat.all.first { $0.name == format }
    let findings = check(text, name: "a.bib", options: options).findings
    #expect(findings.contains { $0.message.contains("would have date moved") })
  }

  /// Every piece of a file with a byte changed is checked without a crash, and so is every beginning of it.
  @Test func brokenFilesAreNoCrash() throws {
    let bytes = try #require(Shared.fixture("Checks/Bibliographies/clean.bib"))
    var random = SeededRandom(seed: 7)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      _ = check(Array(bytes[..<length]).text, name: "a.bib")
    }
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<8 {
        damaged[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      var run = CheckRun()
      run.add(damaged, name: "a.bib")
      #expect(run.finish().count == 1)
    }
  }
}
