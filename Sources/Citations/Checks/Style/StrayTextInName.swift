/// S061, S062, S063 and others: names with what belongs to none, bodies as persons, people who stand in a list twice.
enum StrayTextInName: EntryCheck {
  static let stray = Rule(
    "S061", "stray-text-in-name", .warning, "a name has words or signs that belong to no name")
  static let body = Rule(
    "S062", "body-as-person", .warning, "the name of a body is read as that of a person")
  static let twice = Rule(
    "S063", "name-given-twice", .warning, "one name stands twice in a list of names")
  static let rules = [stray, body, twice]
  static let rulesOfOthers: [Rule] = [SuspiciousName.etAl, .danglingAnd, .lowercaseName]

  /// So many names of a list are compared with those before them.
  private static let mostCompared = 100

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    for (variable, names) in entry.reference.names {
      let field = entry.field(of: .name(variable))
      for (index, name) in names.enumerated() {
        let isLast = index == names.count - 1
        guard
          let (rule, message) = problem(
            name, isLast: isLast,
            isRepeated: index < mostCompared && names[..<index].contains(name), bibliography)
        else { continue }
        let part =
          name.literal.isEmpty ? (name.family.isEmpty ? name.given : name.family) : name.literal
        let value = bibliography.placed(part, in: field, of: entry)
        findings.append(
          Diagnostic(rule, "\"\(name.display)\" \(message)", at: value.range, key: entry.key))
      }
    }
  }

  private static func problem(
    _ name: Name, isLast: Bool, isRepeated: Bool, _ bibliography: CheckedBibliography
  ) -> (Rule, String)? {
    let isBibTeX = bibliography.tree != nil
    if isBibTeX, name.literal == "others" {
      return isLast
        ? nil : (SuspiciousName.etAl, "is not the last of the names, where it is read as a name")
    }
    if bibliography.format == "csl-json", name == Name(family: "") {
      return (.danglingAnd, "is an empty name")
    }
    if isRepeated { return (twice, "stands twice among the names") }
    if let problem = strayText(name) { return (stray, problem) }
    if bibliography.format == "csl-json", name.literal.isEmpty,
      name.family.utf8.contains(UInt8(ascii: ","))
    {
      return (stray, "has a comma in the family name; expected the given name apart")
    }
    if !isBibTeX, name.literal.isEmpty, !name.given.isEmpty, !hasCapital(name) {
      return (.lowercaseName, "has no capital")
    }
    if isBibTeX, isBody(name) {
      return (body, "is a body, which BibTeX takes for a person; expected it in braces of its own")
    }
    return nil
  }

  private static func hasCapital(_ name: Name) -> Bool {
    // Scripts without capitals have none to lack.
    name.display.unicodeScalars.contains {
      $0.properties.isUppercase || !$0.properties.isLowercase && $0.properties.isAlphabetic
    }
  }

  // MARK: What belongs to no name

  private static func strayText(_ name: Name) -> String? {
    // Nearly all names have none of these signs.
    guard mayHaveMore(name.family) || mayHaveMore(name.given) || mayHaveMore(name.literal) else {
      return nil
    }
    let text = name.display
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "@")), bytes.contains(UInt8(ascii: ".")) {
      return "has an address for mail"
    }
    if bytes.firstOffset(of: Array("://".utf8), from: 0) != nil {
      return "has the address of a page"
    }
    guard name.literal.isEmpty else { return nil }
    if name.family.unicodeScalars.last.map({ marks.contains($0) }) ?? false
      || name.given.unicodeScalars.last.map({ marks.contains($0) }) ?? false
    {
      return "has the mark of a footnote"
    }
    let words = Folding.words(text)
    if bytes.contains(UInt8(ascii: "(")), words.contains(where: roles.contains) {
      return "has a role, which has a field of its own"
    }
    if bytes.contains(UInt8(ascii: "(")), words.contains(where: affiliations.contains) {
      return "has the place where somebody works, which is no part of it"
    }
    if name.given.hasPrefix("By ") || name.given.hasPrefix("by ") || name.given == "By" {
      return "begins with \"by\""
    }
    return nil
  }

  private static func mayHaveMore(_ text: String) -> Bool {
    let bytes = text.utf8
    // The signs of footnotes begin with one of the two bytes beyond ASCII.
    return bytes.contains { $0 == 0xC2 || $0 == 0xE2 || "@:(*".utf8.contains($0) }
      || bytes.starts(with: "By".utf8) || bytes.starts(with: "by".utf8)
  }

  private static let affiliations = Set(kinds.map { Folding.key($0) })

  private static let marks: Set<Unicode.Scalar> = ["*", "†", "‡", "§", "¶"]

  private static let roles: Set<String> = [
    "ed", "eds", "editor", "editors", "hg", "hrsg", "trans", "translator", "comp", "author", "dir",
  ]

  // MARK: Bodies

  /// Words that end or begin the names of bodies and are no names of people.
  private static let kinds: Set<String> = [
    "University", "Institute", "Organization", "Organisation", "Association", "Committee",
    "Ministry", "Foundation", "Corporation", "Consortium", "Department", "Collaboration", "Council",
    "Commission", "Federation", "Society", "Agency", "Laboratory", "Laboratories", "Authority",
    "Universität", "Institut", "Ministerium", "Universidad", "Université", "Bureau",
  ]

  private static let legalForms: Set<String> = [
    "Inc", "Inc.", "Ltd", "Ltd.", "LLC", "GmbH", "Corp.", "Corp", "AG", "PLC", "plc", "S.A.", "Co.",
  ]

  private static let longestForm = legalForms.map(\.utf8.count).max() ?? 0

  private static func isBody(_ name: Name) -> Bool {
    guard name.literal.isEmpty, !name.given.isEmpty else { return false }
    // The shortest of the words have two letters without a full stop, or six.
    guard name.given.utf8.count > 1 else { return false }
    if [name.given, name.family].contains(where: {
      $0.utf8.count <= longestForm && legalForms.contains($0)
    }) {
      return true
    }
    let isLast = name.family.utf8.count > 5 && kinds.contains(name.family)
    guard isLast || name.given.utf8.count > 5 else { return false }
    let given = name.given.split(separator: " ")
    return isLast && !given.allSatisfy { isInitial($0) }
      || given.contains { $0.utf8.count > 5 && kinds.contains(String($0)) }
  }

  private static func isInitial(_ word: Substring) -> Bool {
    word.utf8.count == 1 || word.utf8.last == UInt8(ascii: ".")
  }
}
