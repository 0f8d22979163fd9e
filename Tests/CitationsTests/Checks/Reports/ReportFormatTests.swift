import Testing

@testable import Citations

@Suite struct ReportFormatTests {
  private func output(_ format: FindingsFormat, _ files: [CheckedFile] = ReportSample.files)
    -> [UInt8]
  {
    FindingsPrinter(format).output(of: files)
  }

  private func json(_ format: FindingsFormat) throws -> JSONValue {
    try JSONValue.parse(output(format))
  }

  @Test(arguments: [FindingsFormat.sarif, .gitlab, .rdjson, .json])
  func jsonFitsItsSchema(_ format: FindingsFormat) throws {
    let name = format == .json ? "findings" : format.rawValue
    let schema = try #require(Shared.fixture("Checks/Reports/\(name).schema.json"))
    guard Tool.works("python3 -c 'import jsonschema'") else {
      return print("skipped: python3 with jsonschema is not installed")
    }
    let script = """
      import json, jsonschema
      jsonschema.Draft7Validator.check_schema(json.load(open('schema.json')))
      for name in ['report.json', 'empty.json']:
          jsonschema.validate(json.load(open(name)), json.load(open('schema.json')))
      """
    let result = try #require(
      Tool.run(
        "python3 validate.py", needs: "python3",
        files: [
          ("schema.json", schema), ("validate.py", Array(script.utf8)),
          ("report.json", output(format)), ("empty.json", output(format, [])),
        ]))
    #expect(result.status == 0, "\(result.output.suffix(1500))")
  }

  @Test func junitFitsItsSchema() throws {
    let schema = try #require(Shared.fixture("Checks/Reports/junit.xsd"))
    guard
      let result = Tool.run(
        "xmllint --noout --schema schema.xsd report.xml && xmllint --noout --schema schema.xsd empty.xml",
        needs: "xmllint",
        files: [
          ("schema.xsd", schema), ("report.xml", output(.junit)), ("empty.xml", output(.junit, [])),
        ])
    else { return }
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func junitFailsWhereTheRunFails() {
    func failures(_ failing: Severity?) -> Int {
      var printer = FindingsPrinter(.junit)
      printer.failing = failing
      return printer.output(of: ReportSample.files).text.split(separator: "<failure").count - 1
    }
    #expect([nil, .error, .warning, .note].map(failures) == [0, 2, 3, 5])
  }

  @Test func sarifPlacesCountScalars() throws {
    let run = try #require(try json(.sarif)["runs"]?.array?.first)
    let results = try #require(run["results"]?.array)
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    let rules = run["tool"]?["driver"]?["rules"]?.array ?? []
    #expect(rules.map { $0["id"]?.string } == ["C012", "N001"])
    for result in results {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(rules[index]["id"] == result["ruleId"])
    }
    let change = results[0]["fixes"]?.array?[1]["artifactChanges"]?.array?.first
    let region = change?["replacements"]?.array?[1]["deletedRegion"]
    #expect(region?["startColumn"]?.integer == 19)
    #expect(region?["endColumn"]?.integer == 20)
    let uris = results.map {
      $0["locations"]?.array?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.string
    }
    #expect(uris.first == "refs.bib")
    #expect(uris.last == "notes,%201%3A2%20%25%3F.md")
  }

  /// Source: SARIF 2.1.0, 3.11.5; rules keep their braces, which differs from the letter of it.
  @Test func sarifMessagesHaveNoPlaceholders() throws {
    var finding = Diagnostic(ReportSample.rule, "{0} and {x}")
    finding.fixes = [FixIt("write {}", .safe, replace: SourceRange(0, 0), with: "{y}")]
    let file = CheckedFile(SourceFile(name: "a", bytes: []), [finding])
    let run = try JSONValue.parse(output(.sarif, [file]))["runs"]?.array?.first
    let result = run?["results"]?.array?.first
    let fix = result?["fixes"]?.array?.first
    let replacement = fix?["artifactChanges"]?.array?.first?["replacements"]?.array?.first
    #expect(result?["message"]?["text"]?.string == "{{0}} and {{x}}")
    #expect(fix?["description"]?["text"]?.string == "write {{}}")
    #expect(replacement?["insertedContent"]?["text"]?.string == "{y}")
    let help = run?["tool"]?["driver"]?["rules"]?.array?.first?["help"]
    #expect(help?["text"]?.string?.contains("[{\"id\"") == true)
  }

  @Test func fingerprintsAreUniqueAndSurviveMovedLines() throws {
    func fingerprints(_ files: [CheckedFile]) -> [String] {
      files.flatMap { FindingIdentity.of($0).map(\.fingerprint) }
    }
    let before = fingerprints(ReportSample.files)
    #expect(Set(before).count == before.count)
    let moved = ReportSample.files.map { file in
      let lead = Array("\n% moved\n\n".utf8)
      return CheckedFile(
        SourceFile(name: file.source.name, bytes: lead + file.source.bytes),
        file.findings.map { finding in
          var finding = finding
          finding.range = finding.range.map {
            SourceRange(Int($0.start) + lead.count, Int($0.end) + lead.count)
          }
          return finding
        })
    }
    #expect(fingerprints(moved) == before)
  }

  @Test func gitHubCommandsAreEscaped() {
    let lines = output(.github).text.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "::warning file=refs.bib,line=1,endLine=1,col=7,endColumn=8,title=C012 missing-publisher::"
          + "é: \"é\" has, of 50%25 : no%0Apublisher",
        "::notice file=refs.bib,line=3,endLine=4,title=C012 missing-publisher::é: two lines",
        "::notice file=refs.bib,line=3,endLine=4,title=C012 missing-publisher::é: two lines",
        "::error file=notes%2C 1%3A2 %25?.md,line=1,endLine=1,col=5,endColumn=9,"
          + "title=N001 marker-without-note::note 1: marker \"1\" <&> has no note",
        "::error file=notes%2C 1%3A2 %25?.md,title=N001 marker-without-note::nowhere",
      ])
  }

  @Test func codeQualityHasItsOwnSeverities() throws {
    let findings = try #require(try json(.gitlab).array)
    #expect(
      findings.map { $0["severity"]?.string } == ["minor", "info", "info", "major", "major"])
    #expect(findings[0]["location"]?["path"]?.string == "refs.bib")
  }

  @Test func rdjsonCountsBytesAndHasOneEditForAFix() throws {
    let first = try #require(try json(.rdjson)["diagnostics"]?.array?.first)
    let suggestions = try #require(first["suggestions"]?.array)
    #expect(first["location"]?["range"]?["end"]?["column"]?.integer == 9)
    #expect(suggestions.map { $0["text"]?.string } == ["", "DOI = {doi:10.1/u\n"])
  }

  @Test func ndjsonHasALineForEachFinding() throws {
    let lines = output(.ndjson).split(separator: 0x0A)
    #expect(lines.count == 5)
    let first = try JSONValue.parse(Array(lines[0]))
    #expect(first["key"]?.string == "é")
    #expect(first["end"]?["column"]?.integer == 8)
    #expect(first["fixes"]?.array?.first?["edits"]?.array?.first?["column"]?.integer == 10)
  }

  @Test func statisticsCountRules() throws {
    let statistics = FindingStatistics(of: ReportSample.files)
    #expect(
      statistics.text == """
        3  C012  missing-publisher    warning  1 to be fixed by --fix
        2  N001  marker-without-note  error

        """)
    let rows = try JSONValue.parse(statistics.json)["rules"]?.array
    #expect(rows?.map { $0["count"]?.integer } == [3, 2])
  }

  @Test(arguments: FindingsFormat.allCases) func noFindingsAreAWholeReport(_ format: FindingsFormat)
  {
    let empty = output(format, [])
    switch format {
    case .text, .concise, .ndjson, .github: #expect(empty.isEmpty)
    case .json, .sarif, .gitlab, .junit, .rdjson: #expect(empty.last == 0x0A)
    }
  }
}
