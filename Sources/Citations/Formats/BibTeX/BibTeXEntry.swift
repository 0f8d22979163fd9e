/// An entry as it will be written: its type, its key and its fields in order.
struct BibTeXEntry {
  /// What stands after a field's equals sign.
  enum Value: Sendable, Hashable {
    /// Words that are still to be escaped.
    case text(String)
    /// LaTeX with balanced braces.
    case latex(String)
    /// A string that BibTeX defines: `jan`.
    case symbol(String)
  }

  var type: String
  var key: String
  private(set) var fields: [(name: String, value: Value)] = []

  init(type: String, key: String) {
    self.type = type
    self.key = key
  }

  /// Whether the entry has a field; names are compared without regard to case.
  func has(_ name: String) -> Bool {
    fields.contains { $0.name == name.lowercased() }
  }

  /// Adds a field, or does nothing and returns false where the entry has it already.
  @discardableResult
  mutating func add(_ name: String, _ value: Value) -> Bool {
    guard !has(name) else { return false }
    fields.append((name.lowercased(), value))
    return true
  }

  /// Appends LaTeX to a field, after `separator` where it has something already.
  mutating func append(_ latex: String, to name: String, separator: String) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else {
      add(name, .latex(latex))
      return
    }
    if case .latex(let old) = fields[index].value {
      fields[index].value = .latex(old + separator + latex)
    }
  }

  /// Writes the entry, the equals signs in one column.
  func write(to output: inout [UInt8], _ encoder: LaTeXEncoder) {
    output.append(contentsOf: "@\(type){\(key),\n".utf8)
    let width = fields.map(\.name.utf8.count).max() ?? 0
    for (name, value) in fields {
      let padding = String(repeating: " ", count: width - name.utf8.count)
      output.append(contentsOf: "  \(name)\(padding) = \(Self.source(value, encoder)),\n".utf8)
    }
    output.append(contentsOf: "}\n".utf8)
  }

  private static func source(_ value: Value, _ encoder: LaTeXEncoder) -> String {
    switch value {
    case .text(let text): "{\(encoder.encode(BibTeXText.cleaned(text)))}"
    case .latex(let text): "{\(text)}"
    case .symbol(let name): name
    }
  }
}
