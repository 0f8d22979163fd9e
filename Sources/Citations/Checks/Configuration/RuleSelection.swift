/// Which rules are checked, and how severe their findings are.
///
/// A selector is the id of a rule (`C012`), the beginning of ids (`C`), a name (`missing-publisher`) or `all`. Where one
/// selector chooses a rule and another one leaves it out, the more exact one wins; equally exact, leaving out does.
public struct RuleSelection: Sendable, Hashable {
  /// A severity for the rules that a selector names.
  public struct Override: Sendable, Hashable {
    /// Which rules.
    public var selector: String
    /// Their severity.
    public var severity: Severity

    /// The severity of the rules that `selector` names.
    public init(_ selector: String, _ severity: Severity) {
      self.selector = selector
      self.severity = severity
    }
  }

  /// Selectors of rules to leave out in some files.
  public struct PerFile: Sendable, Hashable {
    /// The pattern of the paths.
    public var pattern: String
    /// Selectors of the rules to leave out.
    public var ignore: [String]

    /// The rules of `ignore` are left out in files that `pattern` fits.
    public init(_ pattern: String, ignore: [String]) {
      self.pattern = pattern
      self.ignore = ignore
    }
  }

  /// Selectors of the rules to check; empty for all that are not optional.
  public var select: [String] = []
  /// Selectors of rules to check beside those.
  public var extendSelect: [String] = []
  /// Selectors of rules to leave out.
  public var ignore: [String] = []
  /// Severities that differ from the rules' own; later ones win over earlier ones.
  public var severities: [Override] = []
  /// Rules to leave out in some files.
  public var perFile: [PerFile] = []

  /// All rules that are not optional, with their own severities.
  public init() {}

  /// The selectors among all that name no rule, in order.
  public var unknownSelectors: [String] {
    (select + extendSelect + ignore + severities.map(\.selector) + perFile.flatMap(\.ignore))
      .filter { Rules.matching($0).isEmpty }
  }

  /// What becomes of each rule's findings in one file.
  struct Table: Sendable {
    /// The severities of all rules, in their order; nil for one that is not checked.
    private var severities: [Severity?]

    /// The severity of a rule's findings; nil where it is not checked.
    subscript(rule: Rule) -> Severity? { Rules.places[rule.id].flatMap { severities[$0] } }

    fileprivate init(_ severities: [Severity?]) { self.severities = severities }
  }

  /// What becomes of findings in the file at `path`.
  func table(for path: String) -> Table {
    let left = ignore + perFile.filter { PathPattern($0.pattern).matches(path) }.flatMap(\.ignore)
    return Table(
      Rules.all.map { rule in
        let chosen = max(
          rule.exactness(of: select) ?? (select.isEmpty && !rule.isOptional ? 0 : -1),
          rule.exactness(of: extendSelect) ?? -1)
        guard chosen > (rule.exactness(of: left) ?? -1) else { return nil }
        return severities.last { rule.exactness(of: [$0.selector]) != nil }?.severity
          ?? rule.severity
      })
  }
}

extension Rule {
  /// How exactly the best of the selectors names the rule: 5 by its name, else by as many letters of its id, 0 for `all`.
  fileprivate func exactness(of selectors: [String]) -> Int? {
    selectors.compactMap { selector -> Int? in
      let wanted = selector.lowercased()
      if wanted == "all" { return 0 }
      if wanted == name { return 5 }
      return !wanted.isEmpty && id.lowercased().hasPrefix(wanted) ? wanted.utf8.count : nil
    }.max()
  }
}
