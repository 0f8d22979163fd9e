import Testing

/// `citecli check --source`: dumps.
@Suite struct SourceTests {
  static let mill = """
    {"DOI":"10.5555/hallam.mill","type":"journal-article","title":["The Mill at Hallam"],\
    "author":[{"given":"Ada","family":"Mercer"}],"container-title":["Lindsey Review"],\
    "issued":{"date-parts":[[1931]]},"volume":"12","page":"145-169"}
    """

  private let scratch = Scratch()
  private let cache = Scratch()

  static func entry(year: String = "1931", doi: String = "10.5555/hallam.mill") -> String {
    """
    @article{a, author = {Mercer, Ada}, title = {The Mill at Hallam}, journal = {Lindsey Review},
      year = {\(year)}, volume = {12}, pages = {145--169}, doi = {\(doi)}}

    """
  }

  private func check(_ arguments: String...) -> Command.Result {
    Command(environment: ["CITECLI_CACHE=\(cache.path)/c"], workingFolder: scratch.path)
      .run(["check", "--select", "T", "--format", "concise"] + arguments)
  }

  private func remove() { _ = Command(path: "/bin/rm").run(["-r", "\(cache.path)/c"]) }

  @Test func conflictsAreFoundAndMended() {
    defer { remove() }
    _ = scratch.file("works.ndjson", Self.mill + "\n")
    _ = scratch.file("refs.bib", Self.entry(year: "1913"))
    let first = check("refs.bib", "--source", "works.ndjson")
    #expect(first.status == 0)
    #expect(
      first.lines == [
        "refs.bib:2:11: warning: the year \"1913\" is \"1931\" in works.ndjson [T003 year-differs]"
      ])
    #expect(first.errors.contains("works.ndjson: 1 records indexed\n"))
    #expect(first.errors.contains("1 work looked up: 1 conflict\n"))
    // The text is never overwritten unasked, nor by safe fixes.
    #expect(!check("refs.bib", "--source", "works.ndjson", "--fix").errors.contains("fixed"))
    let again = check("refs.bib", "--source", "works.ndjson", "--unsafe-fixes")
    #expect(again.text == "")
    #expect(again.errors.contains("1 match"))
    #expect(!again.errors.contains("indexed"))
    #expect(scratch.text("refs.bib") == Self.entry())
  }

  @Test func everyOutputHasTheFixWithItsSource() {
    defer { remove() }
    _ = scratch.file("works.ndjson", Self.mill + "\n")
    _ = scratch.file("refs.bib", Self.entry(year: "1913"))
    for format in ["sarif", "rdjson", "json"] {
      let result = Command(
        environment: ["CITECLI_CACHE=\(cache.path)/c"], workingFolder: scratch.path
      ).run(["check", "refs.bib", "--source", "works.ndjson", "--format", format])
      #expect(result.text.contains("T003"), "\(format)")
      #expect(result.text.contains("1931"), "\(format)")
    }
  }

  @Test func aSourceThatCannotBeReadIsNoError() {
    _ = scratch.file("refs.bib", Self.entry(year: "1913"))
    let result = check("refs.bib", "--source", "none.ndjson", "--isolated")
    #expect(result.status == 0)
    #expect(result.text == "")
    #expect(result.errors.contains("citecli: none.ndjson: no such file\n"))
    #expect(result.errors.contains("1 unavailable"))
  }

  @Test func brokenLinesAreNamed() {
    defer { remove() }
    _ = scratch.file("works.ndjson", "{\"DOI\": \n\(Self.mill)\nnonsense\n\(Self.mill)\n")
    _ = scratch.file("refs.bib", Self.entry())
    let result = check("refs.bib", "--source", "works.ndjson")
    #expect(result.status == 0)
    #expect(result.errors.contains("citecli: works.ndjson:1: "))
    #expect(result.errors.contains("citecli: works.ndjson:3: found no record\n"))
  }

  @Test func aConfigurationNamesSourcesBesideItself() {
    defer { remove() }
    scratch.folder("house")
    scratch.folder("house/text")
    _ = scratch.file("house/works.ndjson", Self.mill + "\n")
    _ = scratch.file("house/citecli.yaml", "sources: [works.ndjson]\nmailto: a@example.org\n")
    _ = scratch.file("house/text/refs.bib", Self.entry(year: "1913"))
    let command = Command(
      environment: ["CITECLI_CACHE=\(cache.path)/c"], workingFolder: scratch.path + "/house/text")
    #expect(command.run(["check", "refs.bib", "--format", "concise"]).text.contains("T003"))
    let shown = command.run(["config", "show"]).text
    #expect(shown.contains("sources:       [\"works.ndjson\"]  # ../citecli.yaml:1"))
    #expect(shown.contains("mailto:        \"a@example.org\"  # ../citecli.yaml:2"))
    #expect(!command.run(["check", "refs.bib", "--isolated"]).text.contains("T003"))
  }

  @Test(arguments: ["mailto: nobody\n", "sources: {a: b}\n", "mailto: \"a@b\\nX: y\"\n"])
  func settingsThatCannotBeAreRefused(_ text: String) {
    let config = scratch.file("wrong.yaml", text)
    _ = scratch.file("refs.bib", Self.entry())
    #expect(check("refs.bib", "--config", config).status == 2)
  }

  @Test func withoutASourceNothingIsWritten() {
    _ = scratch.file("refs.bib", Self.entry())
    #expect(check("refs.bib", "--isolated").status == 0)
    #expect(cache.names == [])
  }
}
