/// Compares a document with the declarations of its document type.
///
/// Works on our own tree, so that a violation stands where the wrong child or attribute is and not only at the element around
/// it. Goes on behind what is wrong: a child too many or one left out is one violation.
/// Source: XML 1.0 (Fifth Edition), 3 "Logical Structures", the validity constraints.
struct DTDValidator {
  let tree: MarkupTree
  let source: SourceFile
  let dtd: DTD
  private(set) var violations: [DTDViolation] = []
  /// Where each id stands first.
  var ids: [String: Int] = [:]
  var references: [(id: String, attribute: String, element: String, range: Range<Int>)] = []
  /// The elements that are not declared, as far as the element around them said so.
  var reported: Set<Int> = []
  /// The names of all elements, sorted.
  private lazy var allNames = dtd.elements.keys.sorted()

  init(
    _ tree: MarkupTree, _ source: SourceFile, _ dtd: DTD
  ) {
    self.tree = tree
    self.source = source
    self.dtd = dtd
  }

  /// Compares all of the document; `root` is the name that its document type gives the root, where there is one.
  ///
  /// - Complexity: O(nodes × names in the content model of the element around each).
  mutating func validate(root: String?) {
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      let node = tree.nodes[index]
      if node.parent < 0, let root, root != node.name {
        report(
          .content, "the root is \(tag(node.name)); the document type is for \(tag(root))",
          at: startTag(of: index))
      }
      guard let element = dtd.elements[node.name], let content = element.content else {
        if reported.remove(index) == nil { reportUndeclared(index, expected: allNames) }
        continue
      }
      validateAttributes(of: index, element)
      validate(content, of: index)
    }
    for entity in tree.namedEntities { validateEntity(entity.name, before: entity.end) }
    for problem in tree.problems {
      if case .entity(let name) = problem.undeclared {
        validateEntity(name, before: problem.source)
      }
    }
    for reference in references where ids[reference.id] == nil {
      report(
        .attribute,
        "no element has the id \"\(reference.id.shortened)\", "
          + "to which \"\(reference.attribute)\" of \(tag(reference.element)) refers",
        at: reference.range)
    }
  }

  private mutating func validateEntity(_ name: String, before end: Int) {
    guard !isDeclared(name) else { return }
    report(
      .content, "the entity \"\(name.shortened)\" is not declared",
      at: max(end - name.utf8.count - 2, 0)..<end)
  }

  /// Where the parser complained of something that the document type declares, or of which a violation tells.
  var settledProblems: Set<Int> {
    Set(
      tree.problems.filter { problem in
        switch problem.undeclared {
        case .entity: true
        case .prefix(let prefix): dtd.prefixes.contains(prefix)
        case nil: false
        }
      }.map(\.source))
  }

  private func isDeclared(_ entity: String) -> Bool {
    dtd.entities[entity] != nil
  }

  mutating func report(_ kind: DTDViolation.Kind, _ message: String, at range: Range<Int>) {
    violations.append(DTDViolation(kind: kind, message: message, range: range))
  }
}
