internal import ArgumentParser
internal import Citations

/// `citecli rules`: which rules there are.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or search in them.",
    discussion: """
      Examples:
        citecli rules                 all rules
        citecli rules doi             those with 'doi' in name, title or explanation
        citecli rules --format json   for other programs
      """)

  /// How the list is printed.
  enum Output: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case markdown
  }

  @Argument(help: "Words that the rules must have.")
  var words: [String] = []

  @Option(
    name: .long, help: "How the list is printed; markdown is the index of the reference.")
  var format = Output.text

  func validate() throws {
    if format == .markdown, !words.isEmpty {
      throw ValidationError("The index of the reference has all rules; leave the words out")
    }
  }

  func run() throws {
    let list = RuleList(Rules.search(words))
    let output =
      switch format {
      case .text: Array(list.text.utf8)
      case .json: list.json
      case .markdown: Array(RuleList.markdown.utf8)
      }
    try FileIO.write(output, to: FileIO.standardOutput, name: "standard output")
  }
}

/// `citecli explain`: why a rule is there.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a rule, with a bad and a good example.",
    discussion: """
      Examples:
        citecli explain C012
        citecli explain missing-publisher
        citecli explain C012 --format markdown
      """)

  /// How the page is printed.
  enum Output: String, CaseIterable, ExpressibleByArgument {
    case text
    case markdown
  }

  @Argument(
    help: ArgumentHelp("The id or the name of a rule.", valueName: "rule"),
    completion: .list(Rules.all.map(\.id)))
  var name: String

  @Option(name: .long, help: "How the page is printed.")
  var format = Output.text

  func validate() throws { _ = try rule() }

  func run() throws {
    let page = RulePage(try rule())
    try FileIO.write(
      Array((format == .markdown ? page.markdown : page.text).utf8), to: FileIO.standardOutput,
      name: "standard output")
  }

  private func rule() throws -> Rule {
    if let rule = Rules.named(name) { return rule }
    let alike = Rules.search([name]).prefix(5).map { "\($0.id) \($0.name)" }
    throw ValidationError(
      "There is no rule '\(name)'"
        + (alike.isEmpty
          ? "; 'citecli rules' lists them" : ". Did you mean: \(alike.joined(separator: ", "))?"))
  }
}
