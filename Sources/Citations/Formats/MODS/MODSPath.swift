/// A way from one MODS element down to another: `relatedItem[type=host]/titleInfo[!type]/title`.
///
/// A condition in brackets demands an attribute's value, or with "!" that the attribute is missing.
struct MODSPath: Sendable {
  struct Step: Sendable {
    var name: String
    /// Attributes that the element must have.
    var required: [(name: String, value: String)] = []
    /// Attributes that the element must not have.
    var missing: [String] = []

    func matches(_ node: MODSTree.Node) -> Bool {
      guard node.name == name else { return false }
      for (name, value) in required {
        guard node.attributes.contains(where: { $0.name == name && $0.value == value }) else {
          return false
        }
      }
      return missing.allSatisfy { name in !node.attributes.contains { $0.name == name } }
    }
  }

  let steps: [Step]

  init(_ text: String) {
    var steps: [Step] = []
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let name = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "[") }
      bytes = bytes.dropFirst(name.count)
      var step = Step(name: name.string)
      while bytes.first == UInt8(ascii: "[") {
        let end = bytes.firstIndex(of: UInt8(ascii: "]")) ?? bytes.endIndex
        step.add(bytes[(bytes.startIndex + 1)..<end])
        bytes = bytes[end...].dropFirst()
      }
      steps.append(step)
      bytes = bytes.dropFirst()
    }
    self.steps = steps
  }

  /// The path to a node of a tree through its ancestors, outermost first; conditions hold all attributes.
  init(_ nodes: [Int], of tree: MODSTree) {
    steps = nodes.map { Step(name: tree.nodes[$0].name, required: tree.nodes[$0].attributes) }
  }

  /// The path as text; nil where an attribute has a sign that would be taken for a part of the path.
  var text: String? {
    var result: [String] = []
    for step in steps {
      var text = step.name
      for (name, value) in step.required {
        guard !value.utf8.contains(UInt8(ascii: "]")), !name.utf8.contains(UInt8(ascii: "=")) else {
          return nil
        }
        text += "[\(name)=\(value)]"
      }
      result.append(text)
    }
    return result.joined(separator: "/")
  }
}

extension MODSPath.Step {
  fileprivate mutating func add(_ condition: ArraySlice<UInt8>) {
    if condition.first == UInt8(ascii: "!") {
      missing.append(condition.dropFirst().string)
    } else if let equals = condition.firstIndex(of: UInt8(ascii: "=")) {
      required.append((condition[..<equals].string, condition[(equals + 1)...].string))
    }
  }
}

extension MODSPath: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self.init(value) }
}
