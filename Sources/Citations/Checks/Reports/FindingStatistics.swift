/// How often each rule found something.
public struct FindingStatistics: Sendable {
  private struct Row {
    var rule: Rule
    var severity: Severity
    var count = 0
    var fixable = 0
  }

  private let rows: [Row]

  /// Counts the findings of `files`: the rule with most of them first, equal ones by id.
  public init(of files: [CheckedFile]) {
    var rows: [String: Row] = [:]
    for finding in files.lazy.flatMap(\.findings) {
      var row = rows[finding.rule.id] ?? Row(rule: finding.rule, severity: finding.severity)
      row.severity = max(row.severity, finding.severity)
      row.count += 1
      if finding.fixes.contains(where: { $0.safety == .safe }) { row.fixable += 1 }
      rows[finding.rule.id] = row
    }
    self.rows = rows.values.sorted { ($1.count, $0.rule.id) < ($0.count, $1.rule.id) }
  }

  /// A line for each rule: how often, id, name, severity, how many of its findings `--fix` mends.
  public var text: String {
    let width = rows.map { String($0.count).utf8.count }.max() ?? 0
    let nameWidth = rows.map(\.rule.name.utf8.count).max() ?? 0
    return rows.map { row in
      let count = String(row.count)
      let fix = row.fixable == 0 ? "" : "  \(row.fixable) to be fixed by --fix"
      let name = row.rule.name + String(repeating: " ", count: nameWidth - row.rule.name.utf8.count)
      return String(repeating: " ", count: width - count.utf8.count)
        + "\(count)  \(row.rule.id)  \(name)  \(row.severity.rawValue)\(fix)\n"
    }.joined()
  }

  /// `{"schema": "citations/statistics/1", "rules": [{"rule", "name", "severity", "count", "fixable"}, …]}`.
  public var json: [UInt8] {
    JSONWriter.text(
      of: .object([
        .init("schema", .string("citations/statistics/1")),
        .init(
          "rules",
          .array(
            rows.map { row in
              .object([
                .init("rule", .string(row.rule.id)), .init("name", .string(row.rule.name)),
                .init("severity", .string(row.severity.rawValue)),
                .init("count", .number(row.count)), .init("fixable", .number(row.fixable)),
              ])
            })),
      ]))
  }
}
