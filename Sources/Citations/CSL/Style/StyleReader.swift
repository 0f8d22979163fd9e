/// Reads the XML of a style or a locale into typed values, with a reason for each thing that is wrong.
struct StyleReader {
  let source: SourceFile
  let tree: MarkupTree
  var diagnostics: [Diagnostic] = []
  var termNames = TermNames.standard
  var macroIndices: [String: Int] = [:]
  /// The macros that each macro calls, and where.
  var calls: [[(macro: Int, node: Int)]] = []
  /// The macro that is being read.
  var currentMacro: Int?
  var placesYearSuffix = false

  /// How deep elements may nest.
  static let depthLimit = 100

  init(_ source: SourceFile) {
    self.source = source
    tree = MarkupParser.parseXML(source.bytes)
  }

  /// The root element named `name`.
  ///
  /// - Throws: ``StyleError`` where the XML is not well-formed or the root is another.
  mutating func root(_ name: String) throws(StyleError) -> Int {
    if let problem = tree.problems.first(where: { $0.isFatal }) {
      let message = "the file is no well-formed XML: \(problem.message)"
      report(.notAStyle, message, at: SourceRange(problem.source, problem.source))
      throw StyleError(source, diagnostics)
    }
    guard let root = tree.nodes.firstIndex(where: { $0.kind == .element }) else {
      report(.notAStyle, "the file has no elements; expected <\(name)>", at: SourceRange(0, 0))
      throw StyleError(source, diagnostics)
    }
    guard elementName(root) == name else {
      report(
        .notAStyle, "the file begins with <\(tree.nodes[root].name)>; expected <\(name)>", at: root)
      throw StyleError(source, diagnostics)
    }
    return root
  }

  /// The name of an element without a prefix.
  func elementName(_ node: Int) -> String {
    let name = tree.nodes[node].name
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  /// The child elements of a node in order.
  func elements(of node: Int) -> [Int] {
    tree.children(of: node).filter { tree.nodes[$0].kind == .element }
  }

  /// The first child element with a name.
  func child(_ name: String, of node: Int) -> Int? {
    elements(of: node).first { elementName($0) == name }
  }

  func attribute(_ name: String, _ node: Int) -> String? { tree.attribute(name, of: node) }

  func bytes(_ name: String, _ node: Int) -> [UInt8]? {
    attribute(name, node).map { Array($0.utf8) }
  }

  mutating func report(_ rule: Rule, _ message: String, at node: Int) {
    let found = tree.nodes[node]
    report(rule, message, at: SourceRange(found.source, found.source + 1))
  }

  mutating func report(_ rule: Rule, _ message: String, at range: SourceRange) {
    guard diagnostics.count < 100 else { return }
    diagnostics.append(Diagnostic(rule, message, at: range))
  }

  /// The value of an attribute that has a fixed set of values.
  mutating func value<Value: RawRepresentable<String>>(
    _ type: Value.Type, _ name: String, _ node: Int
  ) -> Value? {
    guard let text = attribute(name, node), !text.isEmpty else { return nil }
    if let value = Value(rawValue: text) { return value }
    let element = tree.nodes[node].name
    report(
      .styleValue, "\"\(text)\" is no value of `\(name)` on <\(element)>; see the specification",
      at: node)
    return nil
  }

  mutating func flag(_ name: String, _ node: Int) -> Bool? {
    guard let text = attribute(name, node), !text.isEmpty else { return nil }
    if text == "true" { return true }
    if text == "false" { return false }
    report(.styleValue, "\"\(text)\" is no value of `\(name)`; expected true or false", at: node)
    return nil
  }

  mutating func integer(_ name: String, _ node: Int) -> Int? {
    guard let text = attribute(name, node), !text.isEmpty else { return nil }
    let digits = Array(text.utf8).trimmedASCIISpace.string
    if let number = Int(digits), number >= 0 { return min(number, 1_000_000) }
    report(.styleValue, "\"\(text)\" is no value of `\(name)`; expected a whole number", at: node)
    return nil
  }

  /// The words of an attribute that holds a list.
  func words(_ name: String, _ node: Int) -> [String] {
    guard let text = attribute(name, node) else { return [] }
    return text.utf8.split { $0.isASCIISpace }.map { String(Substring($0)) }
  }

  /// Warns of attributes that CSL does not have; those of other namespaces are let alone.
  mutating func checkAttributes(_ node: Int) {
    for attribute in tree.nodes[node].attributes
    where !Self.knownAttributes.contains(attribute.name)
      && !attribute.name.utf8.contains(UInt8(ascii: ":"))
    {
      report(
        .unknownStyleAttribute,
        "`\(attribute.name)` on <\(tree.nodes[node].name)> is no attribute of CSL and has no effect",
        at: node)
    }
  }

  private static let knownAttributes: Set<String> = Set(
    """
    after-collapse-delimiter and bibliography citation-number cite-group-delimiter class collapse
    date-parts default-locale delimiter delimiter-precedes-et-al delimiter-precedes-last
    demote-non-dropping-particle disambiguate disambiguate-add-givenname disambiguate-add-names
    disambiguate-add-year-suffix display entry-spacing et-al-min et-al-subsequent-min
    et-al-subsequent-use-first et-al-use-first et-al-use-last font-style font-variant font-weight form
    gender gender-form givenname-disambiguation-rule hanging-indent initialize initialize-with
    initialize-with-hyphen is-numeric is-uncertain-date limit-day-ordinals-to-day-1 line-spacing
    locator macro match name name-as-sort-order name-delimiter name-form names-delimiter names-min
    names-use-first names-use-last near-note-distance page-range-format plural position prefix
    punctuation-in-quote quotes range-delimiter second-field-align sort sort-separator strip-periods
    subsequent-author-substitute subsequent-author-substitute-rule suffix term text-case
    text-decoration type value variable version vertical-align xmlns year-suffix-delimiter lang
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
