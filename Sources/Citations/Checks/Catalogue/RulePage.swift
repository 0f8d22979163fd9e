/// A rule with its explanation, for a terminal and as a page of the reference.
public struct RulePage: Sendable {
  private let rule: Rule
  private let explanation: RuleExplanation

  /// The page of `rule`.
  public init(_ rule: Rule) {
    self.rule = rule
    explanation = rule.explanation ?? RuleExplanation()
  }

  /// The page for a terminal: a heading, why the rule is there, a bad and a good example.
  public var text: String {
    var result = "\(rule.id) \(rule.name) (\(rule.severity.rawValue))\n\n"
    result += Self.sentence(rule.title) + "\n"
    if !explanation.why.isEmpty { result += "\n" + Self.wrapped(explanation.why, at: 78) }
    if let bad = explanation.bad { result += "\nBad, \(bad.name):\n\n" + Self.indented(bad.text) }
    if let good = explanation.good {
      result += "\nGood, \(good.name):\n\n" + Self.indented(good.text)
    }
    result += "\nDo without it: --ignore \(rule.id), or a comment 'citecli: ignore \(rule.id)'.\n"
    return result
  }

  /// The page in Markdown, as it stands in `docs/rules`.
  public var markdown: String {
    var result = "# \(rule.id) \(rule.name)\n\n"
    result += Self.sentence(rule.title) + " Severity: \(rule.severity.rawValue)"
    result += rule.isOptional ? "; checked only where it is asked for.\n" : ".\n"
    if !explanation.why.isEmpty { result += "\n" + explanation.why + "\n" }
    if let bad = explanation.bad { result += "\n## Bad\n\n" + Self.fenced(bad) }
    if let good = explanation.good { result += "\n## Good\n\n" + Self.fenced(good) }
    return result
  }

  /// A title as a sentence: a capital first, a full stop last.
  private static func sentence(_ title: String) -> String {
    title.prefix(1).uppercased() + title.dropFirst() + "."
  }

  private static func fenced(_ example: RuleExplanation.Example) -> String {
    let ending = example.name.split(separator: ".").last.map(String.init) ?? ""
    return "`````\(ending)\n\(example.text)`````\n"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  /// A paragraph in lines of at most `width` bytes, longer words apart.
  private static func wrapped(_ text: String, at width: Int) -> String {
    var result = ""
    var column = 0
    for word in text.split(separator: " ") {
      let length = word.utf8.count
      if column > 0, column + 1 + length > width {
        result += "\n"
        column = 0
      }
      result += column > 0 ? " " + word : String(word)
      column += length + (column > 0 ? 1 : 0)
    }
    return result + "\n"
  }
}
