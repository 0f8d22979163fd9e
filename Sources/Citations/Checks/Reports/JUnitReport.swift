/// Findings as the XML that JUnit made common and that all servers of continuous integration read.
///
/// A file is a test suite and a finding a test case: failed where it makes the run fail, else passed with its words as
/// output. A file without findings is one passed test, so that servers do not take the report for empty.
/// Source: Jenkins xUnit plugin, junit-10.xsd.
enum JUnitReport {
  /// One report over all files.
  static func text(of files: [CheckedFile], failing: Severity?) -> [UInt8] {
    var writer = XMLWriter()
    writer.declaration()
    let suites = files.map { suite(of: $0, failing) }
    writer.start(
      "testsuites",
      [
        ("name", "citecli"), ("tests", String(suites.reduce(0) { $0 + $1.tests })),
        ("failures", String(suites.reduce(0) { $0 + $1.failures })), ("errors", "0"),
      ])
    for (file, suite) in zip(files, suites) {
      writer.start(
        "testsuite",
        [
          ("name", file.path), ("tests", String(suite.tests)),
          ("failures", String(suite.failures)), ("errors", "0"), ("skipped", "0"),
        ])
      writeCases(of: file, failing, to: &writer)
      writer.end()
    }
    return writer.finish()
  }

  private static func suite(
    of file: CheckedFile, _ failing: Severity?
  ) -> (tests: Int, failures: Int) {
    (max(file.findings.count, 1), file.findings.count { isFailure($0, failing) })
  }

  private static func isFailure(_ finding: Diagnostic, _ failing: Severity?) -> Bool {
    failing.map { finding.severity >= $0 } ?? false
  }

  private static func writeCases(
    of file: CheckedFile, _ failing: Severity?, to writer: inout XMLWriter
  ) {
    guard !file.findings.isEmpty else {
      writer.start("testcase", [("name", "no findings"), ("classname", file.path)])
      return writer.end()
    }
    var places = ReportPlace.Finder(file.source)
    var seen: [String: Int] = [:]
    for finding in file.findings {
      let place = finding.range.map { places.place(of: $0).start }
      let position = place.map { ":\($0.line):\($0.column)" } ?? ""
      let words = "\(file.path)\(position): \(finding.severity.rawValue): \(finding.fullMessage)"
      var name = "\(finding.rule.id) \(finding.rule.name)\(position)"
      seen[name, default: 0] += 1
      // Servers take two cases of one name for two runs of one test.
      if let count = seen[name], count > 1 { name += " (\(count))" }
      writer.start("testcase", [("name", name), ("classname", file.path)])
      if isFailure(finding, failing) {
        writer.element(
          "failure", [("message", finding.fullMessage), ("type", finding.severity.rawValue)],
          text: words)
      } else {
        writer.element("system-out", text: words)
      }
      writer.end()
    }
  }
}
