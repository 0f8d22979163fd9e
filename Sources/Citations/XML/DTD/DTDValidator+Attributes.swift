extension DTDValidator {
  /// An attribute as it stands in a tag.
  private struct Found {
    var name: String
    var value: String
    var range: Range<Int>
  }

  /// Compares the attributes of an element with their declarations.
  mutating func validateAttributes(of index: Int, _ element: DTD.Element) {
    let name = tree.nodes[index].name
    let (range, found) = attributes(of: index)
    for attribute in found {
      guard let declared = element.attributes[attribute.name] else {
        report(
          .attribute,
          "\(tag(name)) has no attribute \"\(attribute.name.shortened)\""
            + (element.order.isEmpty
              ? "" : "; expected " + expected(element.order, near: attribute.name)),
          at: attribute.range)
        continue
      }
      validate(attribute, of: name, declared)
    }
    for missing in element.order where element.attributes[missing]?.isRequired ?? false {
      guard !found.contains(where: { $0.name == missing }) else { continue }
      var words = "\(tag(name)) lacks the attribute \"\(missing.shortened)\""
      if case .choice(let values)? = element.attributes[missing]?.kind {
        words += "; expected one with " + expected(values, near: "")
      }
      report(.attribute, words, at: range)
    }
  }

  /// The start tag of an element with its attributes, declarations of namespaces among them.
  private func attributes(of index: Int) -> (tag: Range<Int>, list: [Found]) {
    let node = tree.nodes[index]
    var tags = MarkupTags(source.bytes, from: node.source)
    guard let tag = tags.next(), tag.range.lowerBound == node.source else {
      let range = node.source..<node.source + 1
      return (range, node.attributes.map { Found(name: $0.name, value: $0.value, range: range) })
    }
    // The tree has the attributes in the same order, without the namespaces and with references resolved.
    var rest = node.attributes[...]
    let list = tag.attributes.map { attribute in
      let name = attribute.name.string
      var value = source.bytes[attribute.value].string
      if let next = rest.first, next.name == name {
        value = next.value
        rest = rest.dropFirst()
      }
      let end = min(attribute.value.upperBound + 1, source.bytes.count)
      return Found(name: name, value: value, range: attribute.name.startIndex..<end)
    }
    return (tag.range, list)
  }

  private mutating func validate(
    _ found: Found, of element: String, _ declared: DTD.Attribute
  ) {
    let tokens = found.value.utf8.split(whereSeparator: \.isASCIISpace).map { String($0) ?? "" }
    let value = declared.kind.isTokenized ? tokens.joined(separator: " ") : found.value
    if let fixed = declared.fixed, fixed != value {
      return reportValue(value, found, element, "\"\(fixed.shortened)\"")
    }
    switch declared.kind {
    case .text: return
    case .choice(let values):
      if !values.contains(value) {
        reportValue(value, found, element, expected(values, near: value))
      }
    case .id:
      guard tokens.count == 1, Self.isName(value) else {
        return reportValue(value, found, element, "a letter first, then letters, digits or .-_:")
      }
      guard let first = ids[value] else {
        ids[value] = found.range.lowerBound
        return
      }
      let line = source.lines.line(at: first)
      report(
        .attribute, "the id \"\(value.shortened)\" stands in line \(line) already",
        at: found.range)
    case .idReference(let isList):
      guard !tokens.isEmpty, isList || tokens.count == 1 else {
        return reportValue(value, found, element, isList ? "ids" : "one id")
      }
      for id in tokens {
        references.append((id, found.name.shortened, element, found.range))
      }
    case .token(let isList):
      guard !tokens.isEmpty, isList || tokens.count == 1,
        tokens.allSatisfy({ $0.utf8.allSatisfy(\.isInXMLName) })
      else {
        return reportValue(
          value, found, element, "\(isList ? "words" : "one word") of letters, digits or .-_:")
      }
    case .entity(let isList):
      guard !tokens.isEmpty, isList || tokens.count == 1,
        tokens.allSatisfy({ dtd.entities[$0]?.isUnparsed ?? false })
      else { return reportValue(value, found, element, "the name of an entity with a notation") }
    }
  }

  private mutating func reportValue(
    _ value: String, _ found: Found, _ element: String, _ expected: String
  ) {
    report(
      .attribute,
      "\"\(found.name.shortened)\" of \(tag(element)) is \"\(value.shortened)\"; expected \(expected)",
      at: found.range)
  }

  private func expected(_ names: [String], near name: String) -> String {
    ExpectedNames.list(
      names.lazy.map { "\"\($0.shortened)\"" }, near: name.isEmpty ? "" : "\"\(name)\"",
      isGuessed: violations.count < ExpectedNames.mostGuessed)
  }

  private static func isName(_ text: String) -> Bool {
    (text.utf8.first?.beginsXMLName ?? false) && text.utf8.allSatisfy(\.isInXMLName)
  }
}
