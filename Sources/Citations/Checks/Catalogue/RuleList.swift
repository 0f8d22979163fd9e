/// A list of rules, for people and for programs.
public struct RuleList: Sendable {
  /// Begins the JSON form, so that readers know what they have.
  private static let schema = "citations/rules/1"

  private let rules: [Rule]

  /// A list of `rules` in the order given.
  public init(_ rules: [Rule] = Rules.all) {
    self.rules = rules
  }

  /// A line for each rule: id, name, severity, title.
  public var text: String {
    let width = rules.map(\.name.utf8.count).max() ?? 0
    return rules.map { rule in
      "\(rule.id)  \(Self.padded(rule.name, width))  \(Self.padded(rule.severity.rawValue, 7))  "
        + "\(rule.title)\(rule.isOptional ? " (only where asked for)" : "")\n"
    }.joined()
  }

  /// `{"schema": "citations/rules/1", "rules": [{"id", "name", "severity", "title", "default", "why"}, …]}`.
  public var json: [UInt8] {
    JSONWriter.text(
      of: .object([
        .init("schema", .string(Self.schema)),
        .init("rules", .array(rules.map(Self.value))),
      ]))
  }

  /// The index of the reference in Markdown: a table for each family, linked to the pages.
  public static var markdown: String {
    var result = """
      # Rules

      The ids are stable and never used again. `error`: meaning is lost; `warning`: likely wrong; `note`: something to know.
      Rules with a star are checked only where they are asked for. This page and those behind it are written by `scripts/rules`.

      """
    for family in RuleFamily.all where !family.rules.isEmpty {
      result += "\n## \(family.letter): \(family.title)\n\n"
      result += "| id | name | severity | finds |\n| --- | --- | --- | --- |\n"
      for rule in family.rules {
        result +=
          "| [\(rule.id)](rules/\(rule.id).md)\(rule.isOptional ? " \\*" : "") | \(rule.name) "
        result += "| \(rule.severity.rawValue) | \(rule.title) |\n"
      }
    }
    return result
  }

  private static func value(_ rule: Rule) -> JSONValue {
    .object([
      .init("id", .string(rule.id)), .init("name", .string(rule.name)),
      .init("severity", .string(rule.severity.rawValue)), .init("title", .string(rule.title)),
      .init("default", .bool(!rule.isOptional)),
      .init("why", .string(rule.explanation?.why ?? "")),
    ])
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
