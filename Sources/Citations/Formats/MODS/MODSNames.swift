/// Names in MODS.
///
/// Source: MODS User Guidelines, `name`.
enum MODSNames {
  /// Adds the element for a name with its role.
  static func put(_ name: Name, role: String, in tree: inout MODSTree, under parent: Int) {
    let isPerson = name.literal.isEmpty
    let node = tree.add(
      "name", [(name: "type", value: isPerson ? "personal" : "corporate")], to: parent)
    func part(_ type: String?, _ text: String) {
      guard !text.isEmpty else { return }
      tree.add("namePart", type.map { [("type", $0)] } ?? [], text: text, to: node)
    }
    if isPerson {
      part("given", name.given)
      part("family", whole(name))
      part("termsOfAddress", name.suffix)
    } else {
      part(nil, name.literal)
    }
    putRole(role, in: &tree, under: node)
  }

  /// Adds the role of the name at `node`.
  static func putRole(_ role: String, in tree: inout MODSTree, under node: Int) {
    let place = tree.add("role", to: node)
    tree.add(
      "roleTerm", [("authority", "marcrelator"), ("type", "text")], text: role, to: place)
  }

  /// The family name with its particles.
  private static func whole(_ name: Name) -> String {
    var result = ""
    for part in [name.droppingParticle, name.nonDroppingParticle, name.family] where !part.isEmpty {
      let isJoined = result.isEmpty || result.hasSuffix("’") || result.hasSuffix("'")
      result += (isJoined ? "" : " ") + part
    }
    return result
  }

  /// What a name element says.
  struct Found {
    var name = Name(family: "")
    /// In lower case.
    var roles: [String] = []
    /// The elements that say it.
    var nodes: [Int] = []
  }

  /// The name that an element holds; nil where it has no parts.
  static func read(_ node: Int, of tree: MODSTree) -> Found? {
    var found = Found()
    var loose: [String] = []
    for child in tree.nodes[node].children {
      switch tree.nodes[child].name {
      case "namePart" where tree.attribute("type", of: child) != "date":
        found.nodes.append(child)
        let text = tree.text(of: child)
        switch tree.attribute("type", of: child) {
        case "family": join(text, to: &found.name.family)
        case "given": join(text, to: &found.name.given)
        case "termsOfAddress", "suffix": join(text, to: &found.name.suffix)
        default: if !text.isEmpty { loose.append(text) }
        }
      case "role":
        for term in tree.nodes[child].children where tree.nodes[term].name == "roleTerm" {
          found.nodes.append(term)
          found.roles.append(tree.text(of: term).utf8.map(\.asciiLowercased).string)
        }
      case "displayForm" where tree.nodes[node].children.count == 1:
        found.nodes.append(child)
        loose.append(tree.text(of: child))
      default: continue
      }
    }
    if !loose.isEmpty, found.name == Name(family: "") {
      let isPerson = tree.attribute("type", of: node) == "personal"
      found.name =
        isPerson
        ? person(loose.joined(separator: " ")) : Name(literal: loose.joined(separator: ", "))
    } else if let first = loose.first, found.name.family.isEmpty {
      found.name.family = first
    }
    return found.name == Name(family: "") ? nil : found
  }

  private static func join(_ text: String, to part: inout String) {
    part += part.isEmpty || text.isEmpty ? text : " " + text
  }

  /// A personal name in one part: "Family, Given", or words that nobody took apart.
  private static func person(_ text: String) -> Name {
    let parts = Array(text.utf8).split(separator: UInt8(ascii: ","), maxSplits: 2)
      .map { $0.trimmedASCIISpace.string }
    guard parts.count >= 2 else { return Name(literal: text) }
    return Name(family: parts[0], given: parts[1], suffix: parts.count > 2 ? parts[2] : "")
  }
}
