/// Findings as a code quality report of GitLab.
///
/// Source: GitLab Docs, "Code Quality", "Code Quality report format": fingerprints are unique in a report, paths are
/// relative to the repository and do not begin with `./`.
enum GitLabReport {
  /// One array over all files.
  static func text(of files: [CheckedFile]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for file in files {
      var places = ReportPlace.Finder(file.source)
      for (finding, identity) in zip(file.findings, FindingIdentity.of(file)) {
        let line = finding.range.map { places.place(of: $0).start.line } ?? 1
        writer.separate()
        writer.write(value(finding, identity, file.path, line))
      }
    }
    writer.endArray()
    writer.endLine()
    return writer.bytes
  }

  private static func value(
    _ finding: Diagnostic, _ identity: FindingIdentity, _ path: String, _ line: Int
  ) -> JSONValue {
    .object([
      .init("description", .string("\(finding.fullMessage) [\(finding.rule.id)]")),
      .init("check_name", .string(finding.rule.name)),
      .init("fingerprint", .string(identity.fingerprint)),
      .init("severity", .string(word(for: finding.severity))),
      .init(
        "location",
        .object([
          .init("path", .string(path)), .init("lines", .object([.init("begin", .number(line))])),
        ])),
    ])
  }

  private static func word(for severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
