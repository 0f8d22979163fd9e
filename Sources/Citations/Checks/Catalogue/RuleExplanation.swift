/// Why a rule is there, with examples.
public struct RuleExplanation: Sendable, Hashable {
  /// A small file that shows the rule.
  public struct Example: Sendable, Hashable {
    /// The file's name, whose ending tells the format.
    public var name: String
    /// The file.
    public var text: String
  }

  /// What goes wrong without the rule, in one paragraph.
  public fileprivate(set) var why = ""
  /// A file that breaks the rule.
  public fileprivate(set) var bad: Example?
  /// The same file as it should be.
  public fileprivate(set) var good: Example?
}

extension Rule {
  /// Why the rule is there, with examples; nil for a rule of another program.
  public var explanation: RuleExplanation? { RuleExplanations.table[id] }
}

/// The explanations of all rules, kept as text.
///
/// A line `=== C012` begins a rule; the paragraph after it says why. A line `--- bad NAME` or `--- good NAME` begins an
/// example, the file called NAME.
enum RuleExplanations {
  static let table: [String: RuleExplanation] = {
    var result: [String: RuleExplanation] = [:]
    for text in [
      bibtexSyntax, bibtexMeaning, completeness, duplicates, files, identifiers, notes, records,
      style,
    ] {
      read(text, into: &result)
    }
    return result
  }()

  private static func read(_ text: StaticString, into table: inout [String: RuleExplanation]) {
    var id = ""
    var example: WritableKeyPath<RuleExplanation, RuleExplanation.Example?>?
    for bytes in text.description.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(bytes) ?? ""
      if line.hasPrefix("=== ") {
        id = String(line.dropFirst(4))
        example = nil
        table[id] = RuleExplanation()
      } else if line.hasPrefix("--- bad ") {
        example = \.bad
        table[id]?.bad = .init(name: String(line.dropFirst(8)), text: "")
      } else if line.hasPrefix("--- good ") {
        example = \.good
        table[id]?.good = .init(name: String(line.dropFirst(9)), text: "")
      } else if let example {
        table[id]?[keyPath: example]?.text += line + "\n"
      } else if !line.isEmpty {
        table[id, default: RuleExplanation()].why +=
          (table[id]?.why.isEmpty ?? true) ? line : " " + line
      }
    }
  }
}
