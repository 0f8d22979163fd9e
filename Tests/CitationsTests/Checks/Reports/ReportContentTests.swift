import Testing

@testable import Citations

/// What other programs read in the reports is what was found, whatever its words are.
@Suite struct ReportContentTests {
  private static let files = ReportSample.files + ReportSample.hardFiles

  private func output(_ format: FindingsFormat) -> [UInt8] {
    FindingsPrinter(format).output(of: Self.files)
  }

  @Test(arguments: [FindingsFormat.sarif, .gitlab, .rdjson, .json])
  func jsonFitsItsSchema(_ format: FindingsFormat) throws {
    let name = format == .json ? "findings" : format.rawValue
    let schema = try #require(Shared.fixture("Checks/Reports/\(name).schema.json"))
    guard Tool.works("python3 -c 'import jsonschema'") else {
      return print("skipped: python3 with jsonschema is not installed")
    }
    let script =
      "import json, jsonschema\n"
      + "jsonschema.validate(json.load(open('report.json')), json.load(open('schema.json')))\n"
    let result = try #require(
      Tool.run(
        "python3 validate.py", needs: "python3",
        files: [
          ("schema.json", schema), ("validate.py", Array(script.utf8)),
          ("report.json", output(format)),
        ]))
    #expect(result.status == 0, "\(result.output.suffix(1500))")
  }

  @Test func junitFitsItsSchema() throws {
    let schema = try #require(Shared.fixture("Checks/Reports/junit.xsd"))
    guard
      let result = Tool.run(
        "xmllint --noout --schema schema.xsd report.xml", needs: "xmllint",
        files: [("schema.xsd", schema), ("report.xml", output(.junit))])
    else { return }
    #expect(result.status == 0, "\(result.output)")
  }

  /// The script reads each report with the readers of Python, and makes the fixes of those that have them.
  @Test func anotherProgramReadsTheSame() throws {
    let script = try #require(Shared.fixture("Checks/Reports/read-reports.py"))
    let reports = FindingsFormat.allCases.map { ("\($0.rawValue).out", output($0)) }
    guard
      let result = Tool.run(
        "python3 read-reports.py", needs: "python3",
        files: reports + [("read-reports.py", script), ("expected.json", expected())])
    else { return }
    #expect(result.status == 0, "\(result.output.suffix(2500))")
  }

  /// What the reports hold, in a form of its own.
  private func expected() -> [UInt8] {
    let files = Self.files.map { file in
      JSONValue.object([
        .init("name", .string(file.source.name)), .init("path", .string(file.path)),
        .init("source", .string(file.source.bytes.text)),
        .init("findings", .array(file.findings.map { finding($0, file) })),
      ])
    }
    return JSONWriter.text(of: .array(files))
  }

  private func finding(_ finding: Diagnostic, _ file: CheckedFile) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(finding.rule.id)), .init("name", .string(finding.rule.name)),
      .init("severity", .string(finding.severity.rawValue)),
      .init("message", .string(finding.message)), .init("full", .string(finding.fullMessage)),
      .init(
        "fixed",
        .array(
          finding.fixes.map {
            .string(SourceEdit.apply($0.edits, to: file.source.bytes).text)
          })),
    ]
    if let range = finding.range {
      let bytes = file.source.bytes[Int(range.start)..<Int(range.end)]
      members.append(.init("before", .string(file.source.bytes[..<Int(range.start)].string)))
      members.append(.init("words", .string(bytes.string)))
    }
    return .object(members)
  }
}
