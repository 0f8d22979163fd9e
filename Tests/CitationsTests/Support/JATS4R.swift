@testable import Citations

/// The rules of JATS4R for citations, over a parsed document.
///
/// Source: JATS4R "Citations" 1.0, "Data citations", "Preprints", "Software citations".
enum JATS4R {
  /// What breaks a rule, one line each.
  static func complaints(about bytes: [UInt8]) -> [String] {
    let tree = MarkupParser.parseXML(bytes)
    var result = tree.problems.map(\.message)
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      switch tree.nodes[index].name {
      case "ref" where (tree.attribute("id", of: index) ?? "").isEmpty:
        result.append("ref without id")
      case "nlm-citation", "citation": result.append("old citation element")
      case "element-citation", "mixed-citation": result += Citation(tree, index).complaints
      default: break
      }
    }
    return result
  }

  private struct Citation {
    let tree: MarkupTree
    let node: Int
    let type: String
    var complaints: [String] = []

    init(_ tree: MarkupTree, _ node: Int) {
      self.tree = tree
      self.node = node
      type = tree.attribute("publication-type", of: node) ?? ""
      check()
    }

    private func has(_ name: String) -> Bool { tree.first(name, in: node) != nil }

    private func all(_ name: String) -> [Int] {
      (node + 1..<tree.nodes[node].end).filter { tree.nodes[$0].name == name }
    }

    private mutating func require(_ condition: Bool, _ message: String) {
      if !condition { complaints.append("\(message) in \(type) \(tree.textContent(of: node))") }
    }

    private mutating func check() {
      require(!type.isEmpty, "no publication-type")
      require(type != "other", "publication-type other")
      require(!(has("elocation-id") && (has("fpage") || has("lpage"))), "elocation-id with pages")
      if let first = tree.first("fpage", in: node), let last = tree.first("lpage", in: node),
        let low = Int(tree.textContent(of: first)), let high = Int(tree.textContent(of: last))
      {
        require(low <= high || has("page-range"), "lpage below fpage")
      }
      for year in all("year") {
        let text = tree.attribute("iso-8601-date", of: year) ?? tree.textContent(of: year)
        require(text.utf8.count >= 4 && text.utf8.prefix(4).allSatisfy(\.isASCIIDigit), "year")
      }
      for id in all("pub-id") {
        require(tree.attribute("pub-id-type", of: id) != nil, "pub-id without type")
      }
      for version in all("version") {
        require(tree.attribute("designator", of: version) != nil, "version without designator")
      }
      for group in all("person-group") {
        require(tree.attribute("person-group-type", of: group) != nil, "person-group without type")
      }
      for name in all("name") + all("string-name") {
        require(
          tree.nodes[tree.nodes[name].parent].name == "person-group", "name outside of a group")
      }
      require(!has("data-title") || type == "data", "data-title")
      if type == "data" {
        require(has("source") || has("data-title"), "data without source and data-title")
        require(!has("article-title"), "data with article-title")
      }
      if type == "preprint" {
        require(has("person-group") && has("article-title") && has("source"), "preprint parts")
        require(has("year") != has("date"), "preprint date")
        require(has("ext-link") || has("pub-id"), "preprint link")
      }
    }
  }
}
