import Testing

@testable import Citations

@Suite struct RecordCheckTests {
  private let sample = SampleRecords([SampleRecords.mill])

  private func rules(_ text: String, name: String = "refs.bib", _ sources: [any RecordSource])
    -> [String]
  {
    check(text, name: name, options: options, against: sources).findings.map(\.rule.id)
  }

  private var options: CheckOptions {
    var options = CheckOptions()
    options.rules.select = ["T"]
    return options
  }

  private func entry(
    title: String = "The Mill at Hallam and Its Accounts", year: String = "1931",
    doi: String = "doi = {10.5555/hallam.mill},"
  ) -> String {
    """
    @article{a, author = {Mercer, Ada}, title = {\(title)}, \(doi)
      journal = {Lindsey Review}, year = {\(year)}, volume = {12}, pages = {145--169}}

    """
  }

  @Test func aMatchIsNotWorthAWord() {
    #expect(rules(entry(), [sample]).isEmpty)
    #expect(rules(entry(doi: ""), [sample]).isEmpty)
  }

  @Test func withoutASourceNothingIsSaid() {
    #expect(rules(entry(title: "Another"), []).isEmpty)
  }

  @Test func aConflictSaysBothAndOffersTheRecord() throws {
    let text = entry(title: "The Mills at Hallam and Its Accounts")
    let file = check(text, name: "refs.bib", options: options, against: [sample])
    let finding = try #require(file.findings.first)
    #expect(finding.rule == .titleDiffers)
    #expect(
      finding.message
        == "the title \"The Mills at Hallam and Its Accounts\" is \"The Mill at Hallam and Its Accounts\" in sample.ndjson"
    )
    let fix = try #require(finding.fixes.first)
    #expect(fix.safety == .suggested)
    #expect(fix.title.hasSuffix("as sample.ndjson has it"))
    let fixed = try #require(
      CheckRun(options: options).fix(
        Array(text.utf8), name: "refs.bib", includingSuggested: true,
        against: [sample]))
    #expect(fixed.bytes.string == entry())
  }

  /// Each fault alone, in BibTeX and in CSL-JSON: the rule, and after the fix nothing.
  @Test(arguments: [
    ("author = {Mercer, Ada}", "author = {Marcer, Ada}", "T002"),
    ("year = {1931}", "year = {1913}", "T003"),
    ("journal = {Lindsey Review}", "journal = {Lincoln Review}", "T004"),
    ("volume = {12}", "volume = {21}", "T005"),
    ("pages = {145--169}", "pages = {145--196}", "T006"),
    ("10.5555/hallam.mill", "10.5555/hallam.mil", "T007"),
  ])
  func eachFieldIsCompared(_ right: String, _ wrong: String, _ rule: String) throws {
    let text = try #require(entry().replacingFirst(right, wrong))
    #expect(rules(text, [sample]) == [rule])
    let fixed = try #require(
      CheckRun(options: options).fix(
        Array(text.utf8), name: "refs.bib", includingSuggested: true,
        against: [sample]))
    #expect(fixed.bytes.string == entry())
    #expect(fixed.count == 1)
  }

  @Test(arguments: [
    ("145--169", "145-169", "104567", true), ("104567", "145-169", "104567", true),
    ("1--12", nil, "104567", true), ("104568", nil, "104567", false),
    ("104567", nil, "104567", true),
  ])
  func numbersOfArticlesStandForPages(
    _ said: String, _ pages: String?, _ number: String, _ agrees: Bool
  ) {
    var record = SampleRecords.mill
    record.reference[.page] = pages
    record.reference[.number] = number
    let text = "@article{a, pages = {\(said)}, doi = {10.5555/hallam.mill}}\n"
    #expect(rules(text, [SampleRecords([record])]) == (agrees ? [] : ["T006"]))
  }

  @Test func fieldsOfCSLJSONAreMendedInTheirStrings() throws {
    let text = """
      [{"id": "a", "type": "article-journal", "title": "The Mill at Hallam", "volume": "21",
        "DOI": "10.5555/hallam.mill"}]

      """
    let file = check(text, name: "a.json", options: options, against: [sample])
    #expect(file.findings.map(\.rule.id) == ["T001", "T005"])
    let fixed = FixSelection.applying(to: file, includingSuggested: true)
    #expect(fixed.bytes.string.contains("\"title\": \"The Mill at Hallam and Its Accounts\""))
    #expect(fixed.bytes.string.contains("\"volume\": \"12\""))
  }

  @Test func anIdentifierOfAnotherWorkIsOneFindingWithTheRightOne() throws {
    var other = SampleRecords.mill
    other.reference[.doi] = "10.5555/salt"
    other.reference[.title] = "Salt Roads"
    other.reference[.author] = [Name(family: "Fell", given: "Margery")]
    other.titles = ["Salt Roads"]
    let source = SampleRecords([SampleRecords.mill, other])
    let text = entry(doi: "doi = {10.5555/salt},")
    let file = check(text, name: "refs.bib", options: options, against: [source])
    #expect(file.findings.map(\.rule.id) == ["T008"])
    let fixed = FixSelection.applying(to: file, includingSuggested: true)
    #expect(fixed.bytes.string == entry())
  }

  @Test func whatIsNotThereIsANoteAndNoError() throws {
    let text = entry(title: "Salt Roads of the Lower Trent", doi: "")
    let file = check(text, name: "refs.bib", options: options, against: [sample])
    let finding = try #require(file.findings.first)
    #expect(finding.rule == .notInSources)
    #expect(finding.severity == .note)
    #expect(finding.message == "\"Salt Roads of the Lower Trent\" is not in sample.ndjson")
    #expect(rules("@online{a, title = {Salt Roads of the Lower Trent}}\n", [sample]).isEmpty)
  }

  @Test func aSourceThatDoesNotAnswerMakesNothingMissing() {
    let silent = SampleRecords([], name: "silent")
    silent.isUnavailable = true
    let text = entry(title: "Salt Roads of the Lower Trent", doi: "")
    var run = CheckRun(options: options)
    run.add(Array(text.utf8), name: "refs.bib", against: [silent, sample])
    #expect(run.verdicts == [.unavailable: 1])
    #expect(run.finish()[0].findings.isEmpty)
    // What another source has is compared all the same.
    #expect(rules(entry(year: "1913"), [silent, sample]) == ["T003"])
  }

  @Test func everyWorkHasAVerdict() {
    var run = CheckRun(options: options)
    let text =
      entry() + entry(year: "1913") + entry(title: "Salt Roads of the Lower Trent", doi: "")
    run.add(Array(text.utf8), name: "refs.bib", against: [sample])
    #expect(run.verdicts == [.match: 1, .conflict: 1, .notFound: 1])
  }

  @Test func retractionsAndPreprintsAreFindingsOfTheirOwn() {
    var record = SampleRecords.mill
    record.notice = .retraction
    record.noticeDOI = "10.5555/notice"
    record.publishedDOI = "10.5555/published"
    let file = check(
      entry(), name: "refs.bib", options: options, against: [SampleRecords([record])])
    #expect(file.findings.map(\.rule.id) == ["T010", "T011"])
    #expect(file.findings[0].message.hasSuffix("see \"10.5555/notice\""))
    let knowing = entry(title: "RETRACTED: The Mill at Hallam and Its Accounts")
    // The title says so itself, and the source is not repeated.
    #expect(rules(knowing, [SampleRecords([record])]) == ["T010", "T011"])
    record.notice = .concern
    record.publishedDOI = nil
    #expect(rules(entry(), [SampleRecords([record])]) == ["T010"])
    record.notice = nil
    record.titles = ["RETRACTED: The Mill at Hallam and Its Accounts"]
    #expect(rules(entry(), [SampleRecords([record])]) == ["T010"])
  }

  @Test func aChapterWithTheISBNOfItsBookIsComparedWithTheBook() {
    var book = Reference(type: .book)
    book[.title] = "Mills of the North"
    book[.author] = [Name(family: "Quill", given: "Ida")]
    book[.isbn] = "9780306406157"
    book[.issued] = DateValue(DateValue.Point(1950))
    let source = SampleRecords([SourceRecord(source: "s", reference: book)])
    let chapter = """
      @incollection{a, author = {Mercer, Ada}, title = {Hallam}, booktitle = {Mills of the North},
        isbn = {0-306-40615-2}, year = {1950}}

      """
    #expect(rules(chapter, [source]).isEmpty)
    #expect(rules(chapter.replacingFirst("{1950}", "{1960}") ?? "", [source]) == ["T003"])
  }

  @Test func worksOfNotesAreComparedOnceWhereTheyStand() throws {
    let text = """
      One.[^1] Two.[^2]

      [^1]: Ada Mercer, "The Mill at Hallam and Its Accounts," *Lindsey Review* 12 (1913): 145–169.

      [^2]: Mercer, "Mill at Hallam," 150.

      """
    let file = check(text, name: "essay.md", options: options, against: [sample])
    #expect(file.findings.map(\.rule.id) == ["T003"])
    let finding = try #require(file.findings.first)
    #expect(finding.note == "1")
    let range = try #require(finding.range)
    #expect(file.source.bytes[Int(range.start)..<Int(range.end)].string == "1913")
    let fixed = FixSelection.applying(to: file, includingSuggested: true)
    #expect(fixed.bytes.string.contains("(1931)"))
  }

  @Test func findingsOfSourcesAreSuppressedLikeOthers() {
    let text = "% citecli: ignore T003\n" + entry(year: "1913")
    #expect(rules(text, [sample]).isEmpty)
  }
}

extension String {
  /// The text with the first `old` replaced; nil where it does not stand there.
  fileprivate func replacingFirst(_ old: String, _ new: String) -> String? {
    let bytes = Array(utf8)
    guard let place = bytes.firstOffset(of: Array(old.utf8), from: 0) else { return nil }
    return (bytes[..<place] + new.utf8 + bytes[(place + old.utf8.count)...]).string
  }
}
